"""Open tables of figures on a filing page."""

import re
from typing import Any

import pytest
from django.conf import settings

from reports.forms.layout import helper_of, is_wide
from reports.forms.page import SectionPage
from reports.sheets import Marks
from scoring.engine.scheme import Scheme as Form
from scoring.services import SCHEME_FILES
from tests.reports.accounts import FIGURES, ROWS, SECTIONS, TOTAL, content_of, form_of
from tests.reports.sheets.test_coded import comment, finding

FORM = form_of(FIGURES)


def page(data: dict[str, Any] | None = None, sections: dict[str, Any] | None = None) -> SectionPage:
    return SectionPage(FORM, FORM.sections[0], content_of(FIGURES, sections), mint="save", data=data)


def posted(*rows: dict[str, str | None], **fields: str) -> dict[str, str]:
    """The page's fields with these rows."""
    data = {"spending-TOTAL_FORMS": str(len(rows)), "spending-INITIAL_FORMS": "0", "f:received": "1"}
    for number, row in enumerate(rows):
        data |= {f"spending-{number}-{key}": text or "" for key, text in row.items()}
    return data | fields


def saved(*rows: dict[str, str | None], **fields: str) -> dict[str, Any]:
    filled = page(posted(*rows, **fields))
    assert filled.is_valid(), filled.errors
    return filled.data()


def html(filled: SectionPage, marks: Marks | None = None) -> str:
    layout = helper_of(filled, marks or Marks()).layout
    return str(layout.render(filled.form, {}))


def test_rows_are_stored_with_their_ids_in_the_order_of_their_codes() -> None:
    new: dict[str, str | None] = {"code": "20801", "name": "新增", "basic": "1"}

    rows = saved(*ROWS, new)["lists"]["spending"]

    assert [row["code"] for row in rows] == ["208", "20801", "20805", "210", "2101301"]
    assert [row["id"] for row in rows if row["code"] != "20801"] == [row["id"] for row in ROWS]
    assert len(rows[1]["id"]) == 12


def test_rows_without_a_code_come_last() -> None:
    rows = saved({"name": "无编码", "basic": "1"}, {"code": "208", "name": "社保"})["lists"]["spending"]

    assert [row["name"] for row in rows] == ["社保", "无编码"]


def test_figures_pasted_with_separators_are_plain() -> None:
    (row,) = saved({"code": "208", "name": "社保", "basic": "1,234.50", "project": "-１２"})["lists"][
        "spending"
    ]

    assert (row["basic"], row["project"], row["all"]) == ("1234.5", "-12", "1222.5")


def test_a_row_derives_what_nobody_wrote() -> None:
    changed = ROWS[2] | {"project": "500000"}

    (row,) = saved(changed)["lists"]["spending"]

    assert (row["all"], row["rate"]) == ("500000", "50")


def test_blank_derived_cells_are_shown_filled_in() -> None:
    forms = page().formsets["spending"].forms

    assert [form["all"].value() for form in forms] == ["34567.5", "34567.5", "1200000", "1200005.13"]


def test_totals_follow_the_rows_until_another_figure_is_written() -> None:
    shown = {f"p:t:spending:total:{column}": text for column, text in TOTAL.items()}
    typed = {f"t:spending:total:{column}": text for column, text in TOTAL.items()}

    followed = saved(ROWS[0], **shown, **typed)["tables"]["spending"]["total"]
    kept = saved(ROWS[0], **shown, **typed | {"t:spending:total:all": "9"})["tables"]["spending"]["total"]

    assert followed == {"all": "34567.5", "basic": "34567.5", "project": "0", "budget": None}
    assert kept["all"] == "9"


def test_blank_totals_are_shown_filled_in() -> None:
    rows = SECTIONS["accounts"] | {"tables": {}}

    form = page(sections={"accounts": rows}).form

    assert form["t:spending:total:basic"].value() == "34567.5"
    assert form["t:spending:total:basic"].field.label == "合计：基本支出"


def test_unreadable_cells_are_named_by_row_and_column() -> None:
    filled = page(posted({"code": "208", "name": "社保", "basic": "约五万"}, **{"t:spending:total:all": "x"}))

    assert not filled.is_valid()
    assert [error.label for error in filled.errors] == ["合计：本年支出合计", "社保：基本支出"]
    assert "“约五万”不是数字" in html(filled)


def test_more_rows_than_the_form_has_are_refused() -> None:
    rows: list[dict[str, str | None]] = [{"code": str(number), "name": "行"} for number in range(401)]

    filled = page(posted(*rows))

    assert not filled.is_valid()
    assert "最多 400 行" in html(filled)


def test_page_shows_totals_levels_and_what_differs() -> None:
    rows = [ROWS[0] | {"all": "9"}]
    section = SECTIONS["accounts"] | {"lists": {"spending": rows}}

    text = html(page(sections={"accounts": section}))

    assert '<tr class="total" id="cell-accounts-spending-total">' in text
    assert 'data-sum="[data-level=&quot;1&quot;] [name$=&quot;-basic&quot;]"' in text
    assert 'data-adds="all=basic+project"' in text
    assert 'data-paste="code,name,all,basic,project,budget,rate"' in text
    assert 'id="cell-accounts-spending-s208" data-level="1"' in text
    assert "计算 34,567.5" in text


def test_page_marks_findings_and_shows_comments_beside_their_row() -> None:
    marks = Marks(
        findings=(finding("accounts/spending/s208/basic"), finding("accounts/spending/total/all")),
        comments=(comment("accounts/spending/s208/basic"), comment("accounts/spending/total", 2)),
    )

    text = html(page(), marks)

    cell = re.search(r'<input[^>]*id="cell-accounts-spending-s208-basic"[^>]*>', text)
    assert cell is not None
    assert 'class="cell num warn"' in cell.group()
    assert text.count('<tr class="remarks">') == 2


def test_page_knows_where_comments_are_shown() -> None:
    lines = page().lines()

    assert {"accounts/spending", "accounts/spending/s208", "accounts/spending/total/all"} <= lines


def test_page_with_many_columns_is_wide() -> None:
    narrow = Form.model_validate(
        FORM.model_dump() | {"lists": {"spending": _few()}, "charts": {}} | _sections()
    )

    assert is_wide(page())
    assert not is_wide(SectionPage(narrow, narrow.sections[0], content_of(FIGURES)))


def _few() -> dict[str, Any]:
    spec = FORM.lists["spending"].model_dump()
    return spec | {"columns": {key: spec["columns"][key] for key in ("code", "name", "basic")}, "derived": {}}


def _sections() -> dict[str, Any]:
    return {"sections": [{"key": "accounts", "title": "页", "blocks": [{"list": "spending"}]}]}


@pytest.mark.parametrize("path", sorted(SCHEME_FILES.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_longest_page_of_every_form_can_be_sent(path: Any) -> None:
    form = form_of(path.read_text(encoding="utf-8"))
    most = []
    for section in form.sections:
        lists = [form.lists[block.list] for block in section.blocks if block.list]
        typed = [form.indicator_lists[block.indicators] for block in section.blocks if block.indicators]
        rows = sum(each.max_rows * (len(each.columns) + 2) for each in (*lists, *typed))
        tables = [form.tables[block.table] for block in section.blocks if block.table]
        most.append(rows + sum(len(list(table.cells())) * 2 for table in tables))

    assert max(most) < settings.DATA_UPLOAD_MAX_NUMBER_FIELDS / 2
