"""Which figure in the place of one that a formula names would give another result."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scoring.engine.formula import compile_formula
from scoring.engine.likely_causes import size_of
from scoring.engine.substitution import Span, shape_in, spans_for, value_with

FIGURES = {"a": Decimal(6), "b": Decimal(3), "c": Decimal("0.5"), "zero": Decimal(0)}
SHAPES = [
    ("a", "line"),
    ("b", "absent"),
    ("5", "absent"),
    ("-a + b", "line"),
    ("b - (c + a)", "line"),
    ("b * (a - c) / c", "line"),
    ("a / b * 100", "line"),
    ("b / a * 100", "inverse"),
    ("100 * (b / (a + c))", "inverse"),
    ("b / (c / a)", "line"),
    ("b / a + c", "other"),
    ("(a - b) / a", "other"),
    ("a * a", "other"),
    ("a + a", "other"),
    ("sum(a, b) / c", "line"),
    ("sum(b, c) / c", "absent"),
    ("sum(a, a)", "other"),
    ("max(a, b)", "other"),
    ("max(b, c)", "absent"),
    ("abs(a) + b", "other"),
    ("b if a > 1 else c", "other"),
    ("(a > b) * 5", "other"),
]
TURNED = [
    ("a - b", "12.5", ["15.45", "15.55", "-9.55", "-9.45"]),
    ("a / b * 100", "50", ["1.485", "1.515", "-1.515", "-1.485"]),
    ("a / b * 100", "-50", ["1.485", "1.515", "-1.515", "-1.485"]),
    ("b / a * 100", "25", ["11.7647", "12.2449", "-12.2449", "-11.7647"]),
]
# What can't be turned round: its shape, a value of 0, a name whose figure changes nothing, a blank that is needed.
TRIED = ["max(a, b)", "a * zero + b", "a - 6", "(a + b) * blank", "b / (a - 7)"]


@pytest.mark.parametrize(("text", "shape"), SHAPES)
def test_formula_is_a_line_or_an_inverse_in_a_name_that_stands_once(text: str, shape: str) -> None:
    assert shape_in(compile_formula(text), "a") == shape


@pytest.mark.parametrize(("text", "stated", "ends"), TURNED)
def test_spans_hold_the_figures_that_give_the_stated_one(text: str, stated: str, ends: list[str]) -> None:
    spans = spans_for(compile_formula(text), FIGURES.get, "a", size_of(Decimal(stated)))

    assert spans is not None
    found = [end for span in spans for end in span]
    assert found == [pytest.approx(Decimal(end), abs=Decimal("0.0001")) for end in ends]


@pytest.mark.parametrize("text", TRIED)
def test_other_formulas_have_no_spans(text: str) -> None:
    assert spans_for(compile_formula(text), FIGURES.get, "a", size_of(Decimal(5))) is None


def test_blank_summand_may_be_anything() -> None:
    spans = spans_for(compile_formula("a + blank"), FIGURES.get, "blank", size_of(Decimal("7.5")))

    assert spans is not None
    assert isinstance(spans[0], Span)
    assert spans[0].low < Decimal("1.5") < spans[0].high


def test_value_with_other_figures() -> None:
    formula = compile_formula("a / b")

    assert value_with(formula, FIGURES.get, {}) == 2
    assert value_with(formula, FIGURES.get, {"a": Decimal(9)}) == 3
    assert value_with(formula, FIGURES.get, {"b": Decimal(0)}) is None


PARTS = st.recursive(
    st.sampled_from(["a", "b", "c", "2", "100"]),
    lambda part: st.tuples(part, st.sampled_from("+-*/"), part).map(lambda of: f"({of[0]} {of[1]} {of[2]})"),
    max_leaves=6,
)
AMOUNT = st.decimals("-99999", "99999", places=2)


@given(text=PARTS, figures=st.tuples(AMOUNT, AMOUNT, AMOUNT), instead=AMOUNT, places=st.integers(0, 4))
def test_no_figure_that_gives_the_stated_one_is_passed_over(
    text: str, figures: tuple[Decimal, Decimal, Decimal], instead: Decimal, places: int
) -> None:
    formula, lookup = compile_formula(text), dict(zip("abc", figures, strict=True)).get
    value = value_with(formula, lookup, {"a": instead})
    assume(value is not None and abs(value) < 10**12 and round(value, places))

    spans = spans_for(formula, lookup, "a", size_of(round(value or Decimal(0), places)))

    assert spans is None or any(low <= instead <= high for low, high in spans)
