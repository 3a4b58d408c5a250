from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.authoring.yaml_text import flow_text, scheme_data, shaped, write_yaml
from scoring.engine.loading import load_scheme_text, scheme_hash
from scoring.engine.yaml_lines import read_yaml
from tests.scoring.engine.small_scheme import SOUND
from tests.scoring.forms import STEMS, form_of

# What a reader can see of text; `read_yaml` refuses the rest.
TEXTS = st.text(
    alphabet=st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Zl", "Zp"), whitelist_characters="\n\t"),
    max_size=40,
)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9)
KEYS = st.text("abcxyz甲乙丙_", min_size=1, max_size=8)
VALUES = st.recursive(
    TEXTS | NUMBERS | st.booleans() | st.integers(-(10**9), 10**9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


@pytest.mark.parametrize("stem", STEMS)
def test_write_yaml_gives_the_same_scheme_back(stem: str) -> None:
    form = form_of(stem)

    again = load_scheme_text(write_yaml(scheme_data(form)))

    assert again == form
    assert scheme_hash(again) == scheme_hash(form)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(["title", "facts", "checks", "extra"]), VALUES, min_size=1))
def test_write_yaml_loses_nothing(data: dict[str, Any]) -> None:
    assert read_yaml(write_yaml(data)).data == data


@settings(max_examples=100, deadline=None)
@given(VALUES)
def test_flow_text_is_one_line_that_reads_the_same(value: Any) -> None:
    text = flow_text({"x": value})

    assert "\n" not in text
    assert read_yaml(text).data == {"x": value}


@pytest.mark.parametrize(
    "word",
    ["true", "null", "~", "", "5", "0.5", "-1", "no", "2024-01-01", "001", "a: b", "# x", "=1", "<<", "1e3"],
)
def test_words_that_look_like_something_else_stay_text(word: str) -> None:
    assert read_yaml(write_yaml({"title": word})).data == {"title": word}


def test_figures_keep_their_digits() -> None:
    data = {"a": [Decimal("0.10"), Decimal("1E+2"), Decimal("0.0"), Decimal("123456789012345678901234")]}

    assert '[0.1, 100, 0, "123456789012345678901234"]' in write_yaml(data)


def test_parts_stand_under_headings_in_the_order_of_the_form() -> None:
    text = write_yaml({"facts": {"a": {"label": "甲"}}, "code": "x", "extra": [1]})

    assert text.splitlines()[0] == "code: x"
    assert text.index("数据项") < text.index("facts:") < text.index("extra:")


def test_shaped_reads_a_scheme_that_is_not_sound() -> None:
    unsound = SOUND.replace("weight: 10", "weight: 11")

    assert shaped(unsound) is not None
    assert shaped("code: x") is None
    assert shaped("[") is None
