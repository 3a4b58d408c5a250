"""What kind of figure a formula computes."""

import pytest

from scoring.engine.formula import compile_formula
from scoring.engine.formula_shapes import change_of, ratio_of, subtracted_names, summands_of

RATIOS = [
    ("a / b * 100", "a", "b"),
    ("100 * a / b", "a", "b"),
    ("a * 100 / b", "a", "b"),
    ("100 * (a / b)", "a", "b"),
    ("(a - c) / (b + c) * 100", "a − c", "b + c"),
    ("sum(t[all].x) / t.total.x * 100", "t[all].x", "t.total.x"),
]
NO_RATIOS = [
    "a / b",
    "a * b",
    "a * 10 / b",
    "a / b * 10",
    "a * b * 100",
    "a - b",
    "a",
    "abs(a / b)",
    "100 * a",
    "a + b * 100",
]
CHANGES = [
    ("(a - b) / b * 100", "a", "b", False),
    ("100 * (a - b) / b", "a", "b", False),
    ("(b - a) / b * 100", "a", "b", True),
    ("(x.y - (b + c)) / (b + c) * 100", "x.y", "b + c", False),
    ("gap / b * 100", "a", "b", False),
]
NO_CHANGES = [
    "(a - b) / c * 100",
    "(a + b) / b * 100",
    "a / b * 100",
    "other / b * 100",
    "(a - b) / b",
    "a - b",
]


def behind(name: str):  # type: ignore[no-untyped-def]
    formulas = {"gap": "a - b", "other": "a - c"}
    return compile_formula(formulas[name]) if name in formulas else None


@pytest.mark.parametrize(("text", "numerator", "denominator"), RATIOS)
def test_percentage_has_a_numerator_and_a_denominator(text: str, numerator: str, denominator: str) -> None:
    ratio = ratio_of(compile_formula(text))

    assert ratio is not None
    assert (ratio.numerator.text, ratio.denominator.text) == (numerator, denominator)
    assert ratio.numerator.names <= compile_formula(text).names


@pytest.mark.parametrize("text", NO_RATIOS)
def test_other_formulas_are_no_percentage(text: str) -> None:
    assert ratio_of(compile_formula(text)) is None


def test_base_is_the_same_for_the_same_denominator() -> None:
    bases = [ratio_of(compile_formula(text)) for text in ("a / b * 100", "c / b * 100", "a / (b + c) * 100")]

    one, same, other = (ratio.base for ratio in bases if ratio)
    assert one == same != other


@pytest.mark.parametrize(("text", "now", "base", "falls"), CHANGES)
def test_change_has_a_base(text: str, now: str, base: str, falls: bool) -> None:
    change = change_of(compile_formula(text), behind)

    assert change is not None
    assert (change.now.text, change.base.text, change.falls) == (now, base, falls)


@pytest.mark.parametrize("text", NO_CHANGES)
def test_other_formulas_are_no_change(text: str) -> None:
    assert change_of(compile_formula(text), behind) is None


def test_change_behind_a_name_is_seen_only_if_its_formula_is_given() -> None:
    assert change_of(compile_formula("gap / b * 100")) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a + b", ("a", "b")),
        ("c + (a + t.total.x) + b", ("c", "a", "t.total.x", "b")),
        ("a", ()),
        ("a - b", ()),
        ("a + 1", ()),
        ("a + b * 2", ()),
    ],
)
def test_summands_are_those_of_a_plain_sum(text: str, names: tuple[str, ...]) -> None:
    assert summands_of(compile_formula(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("b - c", {"c"}),
        ("b - (c + d) - e", {"c", "d", "e"}),
        ("min(a, b - c)", {"c"}),
        ("a - sum(b, c)", {"b", "c"}),
        ("a + b", set()),
        ("-a", set()),
    ],
)
def test_subtracted_names_stand_after_a_minus(text: str, names: set[str]) -> None:
    assert subtracted_names(compile_formula(text)) == names


def test_part_of_a_formula_computes_by_itself() -> None:
    ratio = ratio_of(compile_formula("(a - c) / b * 100"))

    assert ratio is not None
    assert ratio.numerator.evaluate({"a": 5, "c": 2}.get) == 3  # type: ignore[arg-type]
