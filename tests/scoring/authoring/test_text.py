import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.authoring.text import decoded, identity_of, line_of, tidy, title_of, with_version
from scoring.engine.problems import SchemeFileError
from scoring.engine.yaml_lines import YamlError, read_yaml
from tests.scoring.forms import STEMS, text_of


def test_tidy_ends_every_line_in_one_character() -> None:
    assert tidy("\ufeffcode: a\r\nversion: 1\rtitle: x") == "code: a\nversion: 1\ntitle: x\n"
    assert tidy("") == ""


def test_decoded_names_the_line_that_is_not_utf8() -> None:
    with pytest.raises(SchemeFileError) as caught:
        decoded("code: a\n方案: ".encode() + "名".encode("gbk"), "a.yaml")

    assert str(caught.value) == "a.yaml:2: 不是 UTF-8 编码，请另存为 UTF-8"


IDENTITIES = [
    ("code: a-1\nversion: 3\n", ("a-1", 3)),
    ("{code: a, version: 2}", ("a", 2)),
    ('"code": a\n"version": "7"\n', ("a", 7)),
    ("code: a # 说明\nversion: 2 # 第二版\n  broken: [", ("a", 2)),
    ("code: 'a'\nversion: 2\n- x", ("a", 2)),
    ("code: A\nversion: 1\n", (None, 1)),
    ("code: a\nversion: 0\n", ("a", None)),
    ("code: a\nversion: true\n", ("a", None)),
    ("code: a\nversion: 1.5\n", ("a", None)),
    ("code: a\nversion: 12345678901\n", ("a", None)),
    ("code: a\nversion: 1000000\n", ("a", None)),
    ("code: [a]\nversion: {a: 1}\n", (None, None)),
    (f"code: {'a' * 81}\nversion: 1\n", (None, 1)),
    ("- code: a", (None, None)),
    ("", (None, None)),
]


@pytest.mark.parametrize(("text", "identity"), IDENTITIES)
def test_identity_is_what_the_text_says(text: str, identity: tuple[str | None, int | None]) -> None:
    assert identity_of(text) == identity


@given(st.text())
def test_identity_of_any_text_is_read_without_failing(text: str) -> None:
    code, version = identity_of(text)

    assert code is None or (isinstance(code, str) and 0 < len(code) <= 80)
    assert version is None or version > 0
    assert isinstance(title_of(text), str)
    assert 1 <= line_of(text, "version") <= max(1, len(text.splitlines()))


@pytest.mark.parametrize("stem", STEMS)
def test_with_version_changes_nothing_but_the_number(stem: str) -> None:
    text = text_of(stem)

    renumbered = with_version(text, 12)

    assert identity_of(renumbered) == (stem, 12)
    assert with_version(renumbered, 1) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("code: a\nversion: 1 # 首版\n", "code: a\nversion: 5 # 首版\n"),
        ("{code: a, version: 1, title: x}", "{code: a, version: 5, title: x}"),
        ("version: '1'\nx: {version: 9}\n", "version: 5\nx: {version: 9}\n"),
        ("code: a\nversion: 1\nbroken: [", "code: a\nversion: 5\nbroken: ["),
        ("code: a\n", "code: a\n"),
        ("version: [1]\n", "version: [1]\n"),
        ("version: 1\nx: " + "[" * 5000, "version: 5\nx: " + "[" * 5000),
    ],
)
def test_with_version_finds_the_forms_own_version(text: str, expected: str) -> None:
    assert with_version(text, 5) == expected


@given(st.text(alphabet="code:version 12\n'\"#-[]{}", max_size=60))
def test_with_version_never_breaks_what_could_be_read(text: str) -> None:
    try:
        before = read_yaml(text).data
    except YamlError:
        return
    renumbered = read_yaml(with_version(text, 5)).data
    if isinstance(before, dict) and not isinstance(before.get("version", []), dict | list):
        assert renumbered == before | {"version": 5}
    else:
        assert renumbered == before


def test_line_of_is_where_the_key_stands() -> None:
    assert line_of("# 说明\ncode: a\nversion: 1\n", "version") == 3
    assert line_of("code: a\n", "version") == 1
