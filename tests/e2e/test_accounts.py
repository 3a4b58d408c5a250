"""The final accounts by hand: pasting from a spreadsheet, sums while typing, and long forms on both widths."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import NARROW, Site, report_of, signing_in
from tests.e2e.test_main_job import click
from tests.e2e.test_pages import look_at

SignIn = Callable[[str], Page]
FORM = "form03"
LONG = ("overview", "form01", "form02", "form03", "form06", "form07", "statement", "general")
STATEMENT = ("overall", "income", "public", "three_public", "annex1")
PASTE = """text => {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  const given = { clipboardData: data, bubbles: true, cancelable: true };
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', given));
}"""


def value(page: Page, row: Any, column: str) -> str:
    return str(row.locator(f"[name$='-{column}']").input_value())


def last_rows(page: Page, count: int) -> list[Any]:
    rows = page.locator("[data-rows-body] [data-row]")
    return [rows.nth(rows.count() - count + n) for n in range(count)]


def open_form(site: Site, sign_in: SignIn) -> Page:
    page = sign_in("filer-c")
    page.goto(f"{report_of(page, site, '部门决算')}sections/{FORM}/")
    return page


@pytest.fixture
def accounts(site: Site, sign_in: SignIn) -> Page:
    return open_form(site, sign_in)


@pytest.fixture(scope="module")
def script(site: Site, browser: Browser) -> Iterator[Page]:
    """The form, for tests that call functions of its script and change nothing."""
    with signing_in(site, browser) as sign_in:
        yield open_form(site, sign_in)


def test_rows_are_pasted_saved_and_there_again(accounts: Page) -> None:
    page = accounts
    before = page.locator("[data-rows-body] [data-row]").count()
    columns = page.locator("[data-paste]").get_attribute("data-paste")
    assert columns is not None
    code, name, total, basic, project, *_rest = columns.split(",")
    lines = "301\t\t\t其他专项支出\t1,234.50\t234.50\t(1,000.00)\t-\t-\t-\r\n30199\t\t\t其他支出\t\t\t５\t\t\t\r\n"

    page.get_by_role("button", name="＋ 添加一行").click()
    page.evaluate(PASTE, lines)

    first, second = last_rows(page, 2)
    assert [value(page, first, key) for key in (code, name, total, basic, project)] == [
        "301",
        "其他专项支出",
        "1,234.50",
        "234.50",
        "-1,000.00",
    ]
    assert (value(page, second, code), value(page, second, project)) == ("30199", "5")
    assert (first.get_attribute("data-level"), second.get_attribute("data-level")) == ("1", "2")
    expect(page.locator("[data-paste-said]")).to_have_text("已粘贴 2 行，保存后生效。")

    first.locator(f"[name$='-{project}']").fill("1000")
    click(page, "保存")
    page.reload()

    rows = page.locator("[data-rows-body] [data-row]")
    assert rows.count() == before + 2
    first, second = last_rows(page, 2)
    assert value(page, first, project) == "1,000"
    assert value(page, second, project) == "5"


def test_a_paste_into_a_filled_cell_fills_to_the_right_and_below(accounts: Page) -> None:
    page = accounts
    rows = page.locator("[data-rows-body] [data-row]")
    columns = str(page.locator("[data-paste]").get_attribute("data-paste")).split(",")
    count, third = rows.count(), columns[3]

    rows.nth(0).locator(f"[name$='-{third}']").focus()
    page.evaluate(PASTE, "7\t8\n9\t10")

    assert rows.count() == count
    assert [value(page, rows.nth(n), columns[at]) for n in (0, 1) for at in (3, 4)] == ["7", "8", "9", "10"]


def test_indicators_are_pasted_with_merged_levels_and_their_reasons(site: Site, sign_in: SignIn) -> None:
    page = sign_in("filer-c")
    page.goto(f"{report_of(page, site, '其他医疗保障')}sections/indicators/")
    page.get_by_role("button", name="＋ 添加指标").click()

    page.locator("[data-rows-body] [data-row]").last.locator("[name$='-level1']").focus()
    page.evaluate(
        PASTE,
        "产出指标\t数量指标\t甲\t≥5人\t5人\t3\t3\t\n\t\t乙\t6人\t5人\t3\t2\t人手不足\n没有的\t\t丙",
    )

    first, second, third = last_rows(page, 3)
    assert [value(page, second, key) for key in ("level1", "level2", "name", "self_score")] == [
        "产出指标",
        "数量指标",
        "乙",
        "2",
    ]
    assert value(page, third, "level1") == ""
    expect(first.locator("[name$='-reason']")).to_be_hidden()
    expect(second.locator("[name$='-reason']")).to_have_value("人手不足")
    expect(second.locator("[name$='-reason']")).to_be_visible()
    expect(page.locator("[data-paste-said]")).to_have_text(
        "已粘贴 3 行，保存后生效。有 1 格不是可选的内容，没有粘贴。"
    )


def test_one_word_is_pasted_as_ever(accounts: Page) -> None:
    page = accounts
    field = page.locator("[data-rows-body] [data-row] textarea").first
    field.focus()

    page.evaluate(PASTE, "一段文字")

    expect(page.locator("[data-paste-said]")).to_have_text("")


def test_rows_add_up_and_the_total_follows(accounts: Page) -> None:
    page = accounts
    columns = str(page.locator("[data-paste]").get_attribute("data-paste")).split(",")
    total, basic, project = columns[2:5]
    page.get_by_role("button", name="＋ 添加一行").click()
    (row,) = last_rows(page, 1)
    sum_of = page.locator("tr.total output").nth(1)
    before = float(sum_of.inner_text().replace(",", ""))

    row.locator(f"[name$='-{columns[0]}']").fill("401")
    row.locator(f"[name$='-{basic}']").fill("1.5")
    row.locator(f"[name$='-{project}']").fill("2")

    assert float(sum_of.inner_text().replace(",", "")) == pytest.approx(before + 1.5)
    adds = page.locator("[data-adds]").first.get_attribute("data-adds") or ""
    if total in adds:
        assert value(page, row, total) == "3.5"


def test_enter_moves_down_and_sends_nothing(accounts: Page) -> None:
    page = accounts
    rows = page.locator("[data-rows-body] [data-row]")
    column = str(page.locator("[data-paste]").get_attribute("data-paste")).split(",")[3]

    rows.nth(0).locator(f"[name$='-{column}']").press("Enter")

    expect(rows.nth(1).locator(f"[name$='-{column}']")).to_be_focused()


def test_pages_of_the_form_fold_on_a_telephone(accounts: Page) -> None:
    page = accounts
    link = page.get_by_role("link", name=re.compile("公开01表"))
    expect(link).to_be_visible()

    page.set_viewport_size(NARROW)
    expect(link).to_be_hidden()
    page.locator(".pages-of-form summary").click()

    expect(link).to_be_visible()


def test_long_forms_on_both_widths(site: Site, sign_in: SignIn) -> None:
    problems = []
    for username, title, keys in (
        ("filer-c", "部门决算", LONG),
        ("filer-d", "部门决算情况说明", STATEMENT),
    ):
        page = sign_in(username)
        report = report_of(page, site, title)
        for address in (report, f"{report}check/", *(f"{report}sections/{key}/" for key in keys)):
            problems += look_at(page, address)

    assert problems == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a", [["a"]]),
        ("a\tb\r\nc\t\r\n", [["a", "b"], ["c", ""]]),
        ('"x\ny"\t"say ""hi"""\n', [["x y", 'say "hi"']]),
        ("\u3000\u3000科目 名\t 1,000 ", [["科目 名", "1,000"]]),
        ("\n", [[""]]),
    ],
)
def test_what_spreadsheets_put_on_the_clipboard(script: Page, text: str, lines: list[list[str]]) -> None:
    assert script.evaluate("text => grid.read(text)", text) == lines


@pytest.mark.parametrize(
    ("lines", "room", "code", "fitted"),
    [
        ([["301", "", "", "a", "", "1"]], 9, True, [["301", "a", "", "1"]]),
        ([["301", "", "b"], ["302", "x", ""]], 9, True, [["301", "", "b"], ["302", "x", ""]]),
        ([["1", "", "2"]], 2, False, [["1", "2"]]),
        ([["1", "", "2"]], 3, False, [["1", "", "2"]]),
        ([["1", "2", "3"]], 2, False, [["1", "2", "3"]]),
    ],
)
def test_columns_that_are_blank_are_left_out_where_there_are_too_many(
    script: Page, lines: list[list[str]], room: int, code: bool, fitted: list[list[str]]
) -> None:
    assert script.evaluate("given => grid.fit(...given)", [lines, room, code]) == fitted
