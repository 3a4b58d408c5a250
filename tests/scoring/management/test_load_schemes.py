import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from scoring.authoring.versions import create_draft
from scoring.management.commands import load_schemes
from scoring.models import Scheme
from tests.scoring.forms import FILES, PROJECT, text_of

pytestmark = pytest.mark.django_db


def run(*options: str) -> tuple[list[str], list[str]]:
    """Lines on stdout and on stderr."""
    out, err = io.StringIO(), io.StringIO()
    call_command("load_schemes", *options, stdout=out, stderr=err, no_color=True)
    return out.getvalue().splitlines(), err.getvalue().splitlines()


@pytest.fixture
def draft() -> Scheme:
    """Somebody's own work under the number of a shipped form."""
    return create_draft(text_of(PROJECT).replace("title: ", "title: 我改的", 1))[0]


def test_every_file_becomes_a_published_scheme_and_again_changes_nothing() -> None:
    first = run()
    before = list(Scheme.objects.values())

    assert run() == first
    assert first[0][-1].startswith("targets-miyi-2019 第 1 版：")
    assert (len(first[0]), first[1]) == (len(FILES), [])
    assert list(Scheme.objects.values()) == before
    assert {scheme["status"] for scheme in before} == {"published"}


def test_draft_under_the_number_of_a_file_is_said_and_keeps_no_other_file_out(draft: Scheme) -> None:
    with pytest.raises(CommandError, match=rf"{PROJECT}.yaml:\d+: .*第 1 版在系统中还是草稿"):
        run()

    assert Scheme.objects.filter(status="published").count() == len(FILES) - 1


def test_start_up_warns_and_leaves_the_draft_as_it_is(draft: Scheme) -> None:
    loaded, warned = run("--keep-going")

    assert len(loaded) == len(FILES) - 1
    assert [line.partition(".yaml:")[0] for line in warned] == [f"未载入：{PROJECT}"]
    assert Scheme.objects.get(pk=draft.pk).text == draft.text


def test_every_file_that_can_not_be_loaded_is_said(
    draft: Scheme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken.yaml").write_text("code: [", encoding="utf-8")
    (tmp_path / f"{PROJECT}.yaml").write_text(text_of(PROJECT), encoding="utf-8")
    monkeypatch.setattr(load_schemes, "SCHEME_FILES", tmp_path)

    with pytest.raises(CommandError) as caught:
        run()

    assert [line.partition(":")[0] for line in str(caught.value).splitlines()] == [
        "broken.yaml",
        f"{PROJECT}.yaml",
    ]
