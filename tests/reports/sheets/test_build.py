"""From a filed content to sheets."""

import datetime

from reports.sheets import CommentLine, Marks, sheets_of
from reports.sheets.parts import Block, Sheet
from scoring.engine.content import Content, SectionContent
from scoring.engine.loading import load_scheme_text
from scoring.engine.scheme import Scheme
from tests.factories import OVERALL, PROJECT, SCHEMES, filing_data


def sheets(code: str, marks: Marks | None = None) -> tuple[Sheet, ...]:
    form: Scheme = load_scheme_text((SCHEMES / f"{code}.yaml").read_text(encoding="utf-8"), source=code)
    sections = {
        key: SectionContent.model_validate(data) for key, data in filing_data(code)["sections"].items()
    }
    content = Content(year=2022, scheme_code=code, scheme_version=1, sections=sections)
    return sheets_of(form, content, marks)


def block(found: tuple[Sheet, ...], section: str, kind: str) -> Block:
    return next(part for sheet in found if sheet.key == section for part in sheet.blocks if part.kind == kind)


def comment(anchor: str) -> CommentLine:
    at = datetime.datetime(2023, 4, 20, tzinfo=datetime.UTC)
    return CommentLine(1, anchor, "意见", "复核人乙", at, "", "", is_closed=False, may_reply=False)


def test_sheets_follow_the_pages_of_the_form() -> None:
    assert [sheet.key for sheet in sheets(PROJECT)] == ["basics", "funds", "goals", "indicators", "report"]


def test_sheets_typed_rows_carry_what_was_filed() -> None:
    line = block(sheets(PROJECT), "indicators", "scores").lines[3]

    assert (line.name, line.weight, line.self_score, line.reason) == (
        "各级财政补助资金到位率",
        "7",
        "5",
        "存在指标缓慢",
    )
    assert line.id == "cell-indicators-i04"


def test_sheets_second_levels_span_their_rows() -> None:
    lines = block(sheets(PROJECT), "indicators", "scores").lines

    assert [line.level_span for line in lines[:5]] == [2, 0, 2, 0, 2]


def test_sheets_show_the_derived_figure_only_where_it_differs() -> None:
    balance = next(part for part in sheets(OVERALL)[1].blocks if part.id == "cell-finances-balance")
    current, accumulated = balance.rows[0].cells

    assert (current.text, current.derived) == ("512.71", "351.15")
    assert (accumulated.text, accumulated.derived) == ("", "512.71")
    income = block(sheets(OVERALL), "finances", "table").rows[0].cells[0]
    assert (income.text, income.derived) == ("2067.98", "")


def test_sheets_checklists_are_words() -> None:
    form = load_scheme_text((SCHEMES / f"{OVERALL}.yaml").read_text(encoding="utf-8"), source=OVERALL)
    answers = {
        "finance_rules": {"items": {"exists": "yes", "lawful": "no"}},
        "payment_progress": {"items": {"count": "2"}},
        "economic_benefit": {"level": "met"},
    }
    page = SectionContent.model_validate({"answers": answers})
    content = Content(year=2020, scheme_code=OVERALL, scheme_version=1, sections={"scoring": page})

    lines = {
        line.anchor: line
        for sheet in sheets_of(form, content)
        for part in sheet.blocks
        for line in part.lines
    }

    assert lines["scoring/finance_rules"].extras[1] == "✗ 相关管理制度合法、合规、完整"
    assert lines["scoring/payment_progress"].extras == ("不符合要求 2 个专项",)
    assert lines["scoring/economic_benefit"].extras == ("达成程度：达成预期指标",)
    assert lines["scoring/economic_benefit"].is_child


def test_sheets_comments_stand_beside_their_line() -> None:
    found = sheets(PROJECT, Marks(comments=(comment("indicators/i04/self_score"),)))

    lines = block(found, "indicators", "scores").lines
    assert [bool(line.comments) for line in lines[:5]] == [False, False, False, True, False]


def test_sheets_a_comment_on_a_table_is_shown_once() -> None:
    on_cell = block(sheets(PROJECT, Marks(comments=(comment("funds/funds/total/spent"),))), "funds", "table")
    on_table = block(sheets(PROJECT, Marks(comments=(comment("funds/funds"),))), "funds", "table")

    assert not on_cell.comments
    assert on_cell.rows[0].cells[2].comments
    assert on_table.comments


def test_sheets_mark_changed_cells() -> None:
    found = sheets(PROJECT, Marks(changed=frozenset({"indicators/i04/self_score", "goals/goal.actual"})))

    assert [line.changed for line in block(found, "indicators", "scores").lines[2:5]] == [False, True, False]
    assert [cell.changed for cell in block(found, "goals", "facts").cells] == [False, True]
