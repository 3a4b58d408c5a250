"""What one filing says to the concepts of its scheme."""

from decimal import Decimal

import pytest

from scoring.engine.concepts import SharedFigure, is_keyed, shared_figures, unit_of
from scoring.engine.content import Cells
from scoring.engine.form_parts import Column
from scoring.engine.loading import load_scheme_text
from tests.scoring.engine.checks.dossiers import filed
from tests.scoring.engine.small_scheme import OPEN

ROWS: list[Cells] = [
    {"id": "a", "code": "208", "paid": "55.11"},
    {"id": "b", "code": "210", "paid": "100.5"},
    {"id": "c", "code": "213", "paid": ""},
]


@pytest.mark.parametrize(
    ("kind", "unit", "money_unit", "expected"),
    [
        ("money", "万元", "元", "万元"),
        ("money", "", "元", "元"),
        ("money", "人", "万元", "万元"),
        ("percent", "万元", "万元", "%"),
        ("count", "万元", "万元", ""),
        ("count", "人", "万元", "人"),
        ("number", "", "万元", ""),
    ],
)
def test_figure_has_the_unit_of_its_kind(kind: str, unit: str, money_unit: str, expected: str) -> None:
    column = Column.model_validate({"label": "数", "type": kind})

    assert unit_of(column, unit, money_unit) == expected


def test_formula_gives_one_figure() -> None:
    own = filed(OPEN, lists={"t03": ROWS})

    assert list(shared_figures(own, "spending.total")) == [
        SharedFigure("支出合计", Decimal("155.61"), "万元", Decimal("0.005"), "", "page/t03")
    ]


def test_list_gives_a_figure_for_each_code_at_its_cell() -> None:
    own = filed(OPEN, lists={"t03": ROWS})

    assert [
        (figure.code, figure.value, figure.margin, figure.anchor)
        for figure in shared_figures(own, "subject.spending")
    ] == [
        ("208", Decimal("55.11"), Decimal("0.005"), "page/t03/a/paid"),
        ("210", Decimal("100.5"), Decimal("0.05"), "page/t03/b/paid"),
    ]


@pytest.mark.parametrize(
    ("code", "read"), [("2101301", "2101301"), (" ２１０ 卫生", "210"), ("A01-2", "A01")]
)
def test_fact_gives_the_code(code: str, read: str) -> None:
    own = filed(OPEN, {"code": code, "budget": "2000"})

    (figure,) = shared_figures(own, "subject.budget")

    assert (figure.code, figure.value, figure.unit, figure.anchor) == (
        read,
        Decimal(2000),
        "万元",
        "page/budget",
    )


@pytest.mark.parametrize("name", ["subject.budget", "subject.spending", "spending.total", "staff.quota"])
def test_blank_filing_and_unknown_concepts_give_nothing(name: str) -> None:
    assert (
        list(shared_figures(filed(OPEN, {"budget": "2000"} if name == "subject.budget" else {}), name)) == []
    )


def test_concepts_with_codes_are_keyed() -> None:
    concepts = load_scheme_text(OPEN).concepts

    assert {name: is_keyed(concept) for name, concept in concepts.items()} == {
        "spending.total": False,
        "subject.spending": True,
        "subject.budget": True,
    }


@pytest.mark.parametrize(
    ("unit", "to", "value"),
    [
        ("万元", "元", "50000"),
        ("万元", "万元", "5"),
        ("人", "", "5"),
        ("", "人", "5"),
        ("", "", "5"),
        ("", "万元", None),
        ("万元", "", None),
        ("%", "", None),
        ("人", "户", None),
    ],
)
def test_figure_is_given_in_another_unit_of_its_kind(unit: str, to: str, value: str | None) -> None:
    figure = SharedFigure("数", Decimal(5), unit, Decimal("0.5"), "", "page/x")

    given = figure.within(to)

    assert (given[0] if given else None) == (None if value is None else Decimal(value))
