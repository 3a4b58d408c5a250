"""Filed figures by name: open coded rows, their line of totals, and what formulas make of them."""

from decimal import Decimal

import pytest

from scoring.engine.content import Cells
from scoring.engine.facts import FactBook, cells_of
from scoring.engine.filing import Filing
from scoring.engine.loading import load_scheme_text
from tests.scoring.engine.checks.dossiers import filed
from tests.scoring.engine.small_scheme import OPEN

ROWS: list[Cells] = [
    {"id": "a", "code": "208", "due": "60", "paid": "55.11"},
    {"id": "b", "code": "20805", "due": "60", "paid": "55.11"},
    {"id": "c", "code": "210", "due": "", "paid": "100"},
    {"id": "d", "code": "213", "due": "六十", "paid": ""},
]


def accounts(rows: list[Cells] | None = None, total: str | None = None, **facts: str) -> Filing:
    return filed(
        OPEN,
        dict(facts),
        lists={"t03": ROWS if rows is None else rows},
        tables={"t03": {"total": {"paid": total}}},
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("t03[level=3].paid", "155.11"),
        ("t03[level=5].paid", "55.11"),
        ("t03[level=7].paid", None),
        ("t03[code=210].paid", "100"),
        ("t03[code=210].due", None),
        ("t03[code=213].due", None),
        ("t03[code=999].paid", None),
        ("t03[all].paid", "210.22"),
        ("t03[all].due", "120"),
        ("t04[all].paid", None),
        ("t03[all].gone", None),
    ],
)
def test_selection_adds_up_what_is_filed(name: str, value: str | None) -> None:
    assert accounts().facts.value(name) == (None if value is None else Decimal(value))


def test_line_of_totals_is_the_highest_level_else_what_was_stated() -> None:
    with_rows, without = accounts(total="150").facts, accounts([], total="150").facts

    assert with_rows.stated("t03.total.paid") == Decimal(150)
    assert with_rows.derived("t03.total.paid") == with_rows.value("t03.total.paid") == Decimal("155.11")
    assert without.value("t03.total.paid") == Decimal(150)
    assert accounts([]).facts.value("t03.total.paid") is None


def test_line_of_totals_adds_up_all_rows_of_a_list_without_codes() -> None:
    text = OPEN.replace("title: 人员\n", "title: 人员\n    total: 合计\n").replace(
        "{name: {label: 姓名, type: text}}", "{name: {label: 姓名, type: text}, pay: 工资}"
    )
    own = filed(text, lists={"people": [{"id": "a", "pay": "5"}, {"id": "b", "pay": "7"}]})

    assert own.facts.value("people.total.pay") == 12


def test_line_of_totals_has_a_cell_for_each_column_that_adds_up() -> None:
    cells = cells_of(load_scheme_text(OPEN))
    total = cells["t03.total.paid"]

    assert [name for name in cells if name.startswith("t03.")] == ["t03.total.due", "t03.total.paid"]
    assert (total.label, total.unit, total.type) == ("支出决算表合计已付", "万元", "money")
    assert (total.derived, total.check, total.stated) == ("sum(t03[level=3].paid)", "N_SUM", True)


def test_formulas_read_selections_and_totals() -> None:
    facts = accounts(budget="200").facts

    assert facts.value("rate") == Decimal("77.555")
    assert accounts([], total="150", budget="200").facts.value("rate") == 75


def test_selections_and_totals_are_named_in_words() -> None:
    facts = accounts().facts

    assert facts.written("t03[level=3].paid") == "支出决算表各3位科目已付155.11"
    assert facts.written("t03[code=999].paid") == "支出决算表999已付（空）"
    assert facts.written("t03.total.paid") == "支出决算表合计已付155.11"
    assert facts.label("t04[all].paid") == "t04[all].paid"


def test_list_that_stands_on_no_page_has_no_figures() -> None:
    form = load_scheme_text(OPEN).model_copy(update={"sections": []})

    assert FactBook(form, accounts().content).value("t03[all].paid") is None
