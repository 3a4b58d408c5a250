"""What a bureau wrote in the figure cells of a form."""

from decimal import Decimal

from scoring.engine.facts import cells_of
from scoring.engine.filing import Filing
from scoring.engine.stated import stated_figures
from tests.scoring.engine.checks.dossiers import Cells, filed
from tests.scoring.engine.small_scheme import OPEN, SOUND


def read(own: Filing) -> dict[str, Decimal | None]:
    return stated_figures(own.scheme, own.content, cells_of(own.scheme))


def test_facts_and_cells_of_tables_are_read_by_name() -> None:
    own = filed(
        SOUND, {"plan": "100", "done": "９０"}, tables={"funds": {"own": {"paid": "60", "due": "1,030.5"}}}
    )

    assert read(own) == {
        "plan": Decimal(100),
        "done": Decimal(90),
        "rate": None,
        "total": None,
        "funds.own.paid": Decimal(60),
        "funds.own.due": Decimal("1030.5"),
    }


def test_blank_and_unreadable_cells_have_no_figure() -> None:
    texts: list[str | None] = ["", None, "一百", "约5"]

    assert [read(filed(SOUND, {"plan": text}))["plan"] for text in texts] == [None] * 4
    assert set(read(filed(SOUND)).values()) == {None}


def test_line_of_totals_above_a_list_is_read_like_a_table() -> None:
    line: Cells = {"due": "60", "paid": "55.11"}

    figures = read(filed(OPEN, tables={"t03": {"total": line}}))

    assert (figures["t03.total.due"], figures["t03.total.paid"]) == (Decimal(60), Decimal("55.11"))


def test_pages_that_were_not_filed_are_blank() -> None:
    form = filed(SOUND).scheme.model_copy(update={"sections": []})

    assert read(Filing(form, filed(SOUND, {"plan": "5"}).content))["plan"] is None
