"""Drafts may say anything; what is published never changes; whoever comes second finds it done or is refused."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import ProtectedError

from scoring import services
from scoring.authoring import versions as scheme_versions
from scoring.authoring.versions import (
    Change,
    SchemeRefusedError,
    StaleSchemeError,
    change_draft,
    clone,
    create_draft,
    discard,
    draft_problems,
    next_version,
    previous_version,
    publish,
    seen_digest,
)
from scoring.engine.content import Content
from scoring.engine.loading import load_scheme_text, scheme_hash
from scoring.models import Scheme
from tests.scoring.engine.small_scheme import SOUND

pytestmark = pytest.mark.django_db

UNSOUND = SOUND.replace("weight: 40", "weight: 41")


@pytest.fixture
def published(db: None) -> Scheme:
    draft, _ = create_draft(SOUND)
    return publish(draft, based_on=seen_digest(draft))[0]


@pytest.fixture
def draft(published: Scheme) -> Scheme:
    return clone(published, 2)[0]


def change(draft: Scheme, text: str, note: str = "") -> Scheme:
    return change_draft(draft, Change(text, note, seen_digest(draft)))[0]


def stored(scheme: Scheme) -> Scheme:
    return Scheme.objects.get(pk=scheme.pk)


def test_created_draft_says_what_the_text_says() -> None:
    draft, is_new = create_draft("\ufeff" + SOUND.replace("\n", "\r\n"), note="首版")

    assert is_new
    assert (draft.code, draft.version, draft.title, draft.status) == ("small-2024", 1, "小方案", "draft")
    assert (draft.text, draft.note) == (SOUND, "首版")
    assert draft.hash == scheme_hash(load_scheme_text(SOUND))
    assert draft.published_at is None


def test_taken_version_becomes_the_next_free_one(published: Scheme) -> None:
    draft, _ = create_draft(UNSOUND)

    assert draft.version == 2
    assert draft.text == UNSOUND.replace("version: 1", "version: 2")
    assert stored(published).text == SOUND


def test_same_file_twice_is_one_draft(published: Scheme) -> None:
    first, _ = create_draft(UNSOUND)

    again, is_new = create_draft(UNSOUND)

    assert (again.pk, is_new) == (first.pk, False)
    assert Scheme.objects.count() == 2


def test_text_without_a_code_cannot_be_a_draft() -> None:
    with pytest.raises(SchemeRefusedError, match="没有写明可用的方案代码") as caught:
        create_draft("title: 无名\n")

    assert caught.value.problems
    assert not Scheme.objects.exists()


@pytest.mark.parametrize("text", ["code: broken\nversion: 4\n  x: [", "code: broken\n"])
def test_unreadable_text_is_kept_as_a_draft(text: str) -> None:
    draft, _ = create_draft(text)

    assert (draft.code, draft.title, draft.hash) == ("broken", "broken", "")
    assert draft.text == (text if text.endswith("\n") else f"{text}\n")
    assert draft_problems(draft)


def test_clone_takes_the_text_over_with_its_comments(published: Scheme) -> None:
    text = f"# 说明\n{SOUND}"
    source = change(clone(published, 5)[0], text.replace("version: 1", "version: 5"))

    draft, is_new = clone(source, 6, note="为 2025 年")

    assert is_new
    assert draft.text == text.replace("version: 1", "version: 6")
    assert (draft.version, draft.note, draft.status) == (6, "为 2025 年", "draft")


def test_clone_twice_is_one_draft(published: Scheme) -> None:
    first, _ = clone(published, 2)

    again, is_new = clone(published, 2)

    assert (again.pk, is_new) == (first.pk, False)


def test_clone_to_a_number_of_another_text_is_refused(draft: Scheme, published: Scheme) -> None:
    change(draft, draft.text.replace("小方案", "大方案"))

    with pytest.raises(SchemeRefusedError, match="small-2024 第 2 版已经存在"):
        clone(published, 2)
    with pytest.raises(SchemeRefusedError, match="第 1 版已经存在"):
        clone(published, 1)


def test_next_version_is_above_all(draft: Scheme) -> None:
    assert next_version("small-2024") == 3
    assert next_version("unknown") == 1


def test_previous_version_is_the_published_one(published: Scheme, draft: Scheme) -> None:
    third, _ = clone(draft, 3)

    assert previous_version(third) == published
    assert previous_version(published) is None
    Scheme.objects.filter(pk=published.pk).update(status="draft")
    assert previous_version(third) == draft


def test_changed_draft_keeps_any_text(draft: Scheme) -> None:
    changed = change(draft, "what ever: [", "改一半")

    assert (changed.text, changed.note, changed.hash) == ("what ever: [\n", "改一半", "")
    assert (changed.code, changed.version, changed.title) == ("small-2024", 2, "小方案")


def test_changed_draft_follows_a_free_code_and_version(draft: Scheme) -> None:
    text = draft.text.replace("code: small-2024", "code: other-2025").replace("version: 2", "version: 7")

    changed = change(draft, text.replace("小方案", "新方案"))

    assert (changed.code, changed.version, changed.title) == ("other-2025", 7, "新方案")
    assert draft_problems(changed) == ()


def test_taken_version_is_a_problem_and_not_published(draft: Scheme) -> None:
    changed = change(draft, draft.text.replace("version: 2", "version: 1"))

    assert (changed.version, changed.text) == (2, SOUND)
    (problem,) = draft_problems(changed)
    assert (problem.line, problem.path) == (2, "version")
    assert problem.message == "small-2024 第 1 版已经存在，请改用新的版本号，例如 3。"
    with pytest.raises(SchemeRefusedError) as caught:
        publish(changed, based_on=seen_digest(changed))
    assert caught.value.problems == (problem,)


def test_number_that_became_free_is_taken_by_saving_again(published: Scheme, draft: Scheme) -> None:
    third, _ = clone(published, 3)
    waiting = change(third, third.text.replace("version: 3", "version: 2"))
    discard(draft, based_on=seen_digest(draft))

    assert draft_problems(waiting)[0].message == "版本号与草稿登记的不同，请再保存一次。"
    assert change(waiting, waiting.text).version == 2


def test_titles_and_codes_beyond_what_can_be_stored_are_problems(draft: Scheme) -> None:
    long = change(draft, draft.text.replace("小方案", "长" * 201))

    assert len(long.title) == 200
    assert [problem.message for problem in draft_problems(long)] == ["“title”最多 200 个字，现有 201 个字"]
    far = change(long, draft.text.replace("version: 2", "version: 1000000"))
    assert [problem.message for problem in draft_problems(far)] == [
        "“version”不能大于 999999，读到的是 “1000000”"
    ]


def test_same_text_again_is_no_change(draft: Scheme) -> None:
    before = seen_digest(draft)
    change(draft, UNSOUND)

    again, is_new = change_draft(draft, Change(UNSOUND, "", before))

    assert (again.text, is_new) == (UNSOUND, False)


def test_stale_change_is_refused_and_shows_what_is_stored(draft: Scheme) -> None:
    before = seen_digest(draft)
    change(draft, UNSOUND)

    with pytest.raises(StaleSchemeError) as caught:
        change_draft(draft, Change(SOUND + "# 我的\n", "", before))

    assert caught.value.current.text == UNSOUND
    assert stored(draft).text == UNSOUND


def test_note_alone_is_a_change_that_the_next_one_must_have_seen(draft: Scheme) -> None:
    before = seen_digest(draft)
    change(draft, draft.text, "新说明")

    with pytest.raises(StaleSchemeError):
        change_draft(draft, Change(UNSOUND, "", before))


def race(monkeypatch: pytest.MonkeyPatch, meanwhile: Callable[[], Any]) -> None:
    """Somebody else acts between reading and writing, once."""
    seen = scheme_versions._require_draft

    def slow(*args: Any) -> None:
        seen(*args)
        monkeypatch.setattr(scheme_versions, "_require_draft", seen)
        meanwhile()

    monkeypatch.setattr(scheme_versions, "_require_draft", slow)


def test_change_between_reading_and_writing_is_not_overwritten(
    draft: Scheme, monkeypatch: pytest.MonkeyPatch
) -> None:
    race(monkeypatch, lambda: Scheme.objects.filter(pk=draft.pk).update(text=UNSOUND))

    with pytest.raises(StaleSchemeError):
        change(draft, SOUND + "# 我的\n")
    assert stored(draft).text == UNSOUND


def test_version_taken_between_reading_and_writing_is_left_alone(
    draft: Scheme, published: Scheme, monkeypatch: pytest.MonkeyPatch
) -> None:
    race(monkeypatch, lambda: clone(published, 9))

    changed = change(draft, draft.text.replace("version: 2", "version: 9"))

    assert (changed.version, changed.text.count("version: 9")) == (2, 1)
    assert Scheme.objects.filter(version=9).count() == 1


def test_draft_changed_before_it_is_published_is_not_published(
    draft: Scheme, monkeypatch: pytest.MonkeyPatch
) -> None:
    race(monkeypatch, lambda: Scheme.objects.filter(pk=draft.pk).update(note="别的"))

    with pytest.raises(StaleSchemeError):
        publish(draft, based_on=seen_digest(draft))
    assert stored(draft).status == "draft"


def test_published_scheme_is_what_new_reports_use(draft: Scheme) -> None:
    changed = change(draft, draft.text.replace("小方案", "新方案"))

    published, is_new = publish(changed, based_on=seen_digest(changed))

    assert is_new
    assert published.published_at is not None
    assert published.hash == scheme_hash(load_scheme_text(changed.text))
    form = services.published_form("small-2024")
    assert form is not None
    assert (form.version, form.title) == (2, "新方案")


def test_publish_twice_is_done_once(draft: Scheme) -> None:
    seen = seen_digest(draft)
    first, _ = publish(draft, based_on=seen)

    again, is_new = publish(draft, based_on=seen)

    assert (again.published_at, is_new) == (first.published_at, False)


def test_draft_that_somebody_publishes_in_between_is_done(
    draft: Scheme, monkeypatch: pytest.MonkeyPatch
) -> None:
    race(monkeypatch, lambda: Scheme.objects.filter(pk=draft.pk).update(status="published"))

    published, is_new = publish(draft, based_on=seen_digest(draft))

    assert (published.status, is_new) == ("published", False)


def test_unsound_draft_is_refused_with_every_problem_and_its_line(draft: Scheme) -> None:
    changed = change(
        draft, draft.text.replace("weight: 40", "weight: 41").replace("numerator: done", "numerator: dona")
    )

    with pytest.raises(SchemeRefusedError, match="草稿还有 3 个问题") as caught:
        publish(changed, based_on=seen_digest(changed))

    assert [problem.line for problem in caught.value.problems] == [1, 44, 51]
    assert stored(draft).status == "draft"


def test_what_was_not_seen_is_not_published(draft: Scheme) -> None:
    seen = seen_digest(draft)
    change(draft, draft.text.replace("小方案", "别的"))

    with pytest.raises(StaleSchemeError):
        publish(draft, based_on=seen)


@pytest.mark.parametrize(
    "act",
    [
        lambda scheme: change(scheme, UNSOUND),
        lambda scheme: change(scheme, scheme.text, "另一说明"),
        lambda scheme: discard(scheme, based_on=seen_digest(scheme)),
        lambda scheme: publish(scheme, based_on="sha256:0"),
    ],
)
def test_published_scheme_never_changes(published: Scheme, act: Callable[[Scheme], Any]) -> None:
    with pytest.raises(SchemeRefusedError, match="已经发布，不能再改"):
        act(published)

    assert stored(published).text == SOUND
    assert stored(published).note == ""


def test_draft_published_meanwhile_is_not_changed(draft: Scheme, monkeypatch: pytest.MonkeyPatch) -> None:
    race(monkeypatch, lambda: Scheme.objects.filter(pk=draft.pk).update(status="published"))

    with pytest.raises(StaleSchemeError):
        change(draft, UNSOUND)
    assert stored(draft).text == draft.text


def test_discarded_draft_is_gone_and_its_number_free(draft: Scheme) -> None:
    discard(draft, based_on=seen_digest(draft))

    assert not Scheme.objects.filter(pk=draft.pk).exists()
    assert next_version("small-2024") == 2
    with pytest.raises(SchemeRefusedError, match="已被丢弃"):
        discard(draft, based_on=seen_digest(draft))


def test_draft_changed_meanwhile_is_not_discarded(draft: Scheme) -> None:
    seen = seen_digest(draft)
    change(draft, UNSOUND)

    with pytest.raises(StaleSchemeError):
        discard(draft, based_on=seen)
    assert Scheme.objects.filter(pk=draft.pk).exists()


def test_scheme_that_scored_something_cannot_be_deleted(published: Scheme, draft: Scheme) -> None:
    content = Content(year=2024, scheme_code="small-2024", scheme_version=1)
    for scheme in (published, draft):
        services.queue_scorecard(services.seal(content), scheme)

    with pytest.raises(ProtectedError):
        published.delete()
    with pytest.raises(SchemeRefusedError, match="已有报告使用，不能丢弃"):
        discard(draft, based_on=seen_digest(draft))


def test_file_of_a_version_that_is_a_draft_here_is_not_taken_for_published(
    draft: Scheme, tmp_path: Any
) -> None:
    path = tmp_path / "small-2024.yaml"
    path.write_text(draft.text, encoding="utf-8")

    with pytest.raises(services.SchemeConflictError, match="草稿"):
        services.load_scheme_file(path)
