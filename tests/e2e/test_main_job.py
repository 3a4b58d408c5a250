"""One filing from the first page to the year's summary, by hand, as each of the people it concerns."""

import io
import json
import re
from collections.abc import Callable

import openpyxl
from playwright.sync_api import Page, expect

from tests.e2e.conftest import ROOT, Site

SignIn = Callable[[str], Page]
REPORT = "城乡居民医疗保险代办"
EXAMPLE = ROOT / "reports" / "example"
COMMENT = "已完成却扣分，请核实"


def click(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()
    page.wait_for_load_state()


def explain_everything(page: Page) -> None:
    """Ticks every open warning and explains them together."""
    for box in page.locator("form input[type=checkbox]:visible").all():
        box.check()
    page.locator("textarea").last.fill("已核对，按填报时的口径填写。")
    click(page, "保存说明")


def sign(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.get_by_role("link", name="查看并签章").first.click()
    expect(page.get_by_text("系统正在评分")).to_have_count(0, timeout=30_000)
    click(page, "签章报送")


def open_review(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/desk/reports/submission/")
    page.get_by_role("link", name=re.compile(REPORT)).first.click()
    page.wait_for_load_state()


def file_report(filer: Page) -> str:
    """The filer explains what the form can't settle and hands over with a double click; the report's address."""
    filer.get_by_role("link", name="继续填报").click()
    found = re.search(r".*/reports/\d+/", filer.url)
    assert found
    filer.goto(f"{found.group()}check/")
    expect(filer.get_by_text("总分与各行得分合计不符").first).to_be_visible()
    expect(filer.get_by_role("button", name="提交单位负责人")).to_be_disabled()
    explain_everything(filer)
    filer.get_by_role("button", name="提交单位负责人").dblclick()
    filer.wait_for_load_state()
    expect(filer.get_by_text("待签章").first).to_be_visible()
    return found.group()


def return_with_comment(reviewer: Page) -> None:
    click(reviewer, "开始复核")
    line = reviewer.locator("[data-line]", has_text="各级财政补助资金到位率")
    line.get_by_text("提意见").click()
    line.locator("textarea[name^='comment:']").fill(COMMENT)
    line.get_by_role("button", name="添加意见").click()
    reviewer.wait_for_load_state()
    click(reviewer, "退回修改")


def correct_report(filer: Page, address: str) -> None:
    """The filer sees the comment beside the line, types full-width digits, hands over again."""
    filer.goto(f"{address}sections/indicators/")
    expect(filer.get_by_text(COMMENT).first).to_be_visible()
    name = "各级财政补助资金到位率"
    row = filer.locator("tr", has=filer.locator(f"[value='{name}'], textarea:text('{name}')"))
    row.locator("[name$=self_score]").first.fill("７．０")
    filer.locator("[name$='total']").last.fill("99")
    click(filer, "保存")
    filer.goto(f"{address}check/")
    click(filer, "提交单位负责人")


def test_main_job(site: Site, sign_in: SignIn) -> None:
    filer, head, reviewer, office = (sign_in(name) for name in ("filer-b", "head-b", "reviewer", "office"))

    address = file_report(filer)
    sign(head, site.url)
    expect(head.get_by_text("第 1 次报送").first).to_be_visible()
    open_review(reviewer, site.url)
    return_with_comment(reviewer)
    correct_report(filer, address)
    sign(head, site.url)

    open_review(reviewer, site.url)
    click(reviewer, "开始复核")
    changed = reviewer.locator("[data-changed]", has_text="各级财政补助资金到位率")
    expect(changed.locator("del").first).to_have_text("5")
    expect(changed.locator("ins").first).to_have_text("7")
    reviewer.locator(".decide .btn.main").dblclick()
    reviewer.wait_for_load_state()
    open_review(office, site.url)
    office.locator(".decide .btn.main").click()
    office.wait_for_load_state()
    filer.goto(address)
    expect(filer.get_by_text("已通过").first).to_be_visible()


def test_administrator_exports_the_year(site: Site, sign_in: SignIn) -> None:
    page = sign_in("administrator")

    page.goto(f"{site.url}/desk/reports/exportjob/add/")
    page.select_option("[name=campaign]", index=1)
    page.locator("[name=_save]").click()
    link = page.get_by_role("link", name="下载", exact=True).first
    expect(link).to_be_visible(timeout=30_000)
    with page.expect_download() as started:
        link.click()

    sheet = openpyxl.load_workbook(io.BytesIO(started.value.path().read_bytes())).active
    texts = [[str(cell.value) for cell in row if cell.value is not None] for row in sheet.iter_rows()]
    assert any("单位：万元" in " ".join(row) for row in texts)
    owed = json.loads((EXAMPLE / "campaign.json").read_text(encoding="utf-8"))["filings"]
    codes = {row[1] for row in texts if len(row) > 1 and row[1].startswith("036")}
    assert {"0361001", "0362008"} <= codes
    assert len([row for row in texts if len(row) > 1 and row[1] in codes]) == len(owed)


def test_two_browsers_on_one_page_keep_both_texts(site: Site, sign_in: SignIn) -> None:
    first, second = sign_in("filer-a"), sign_in("filer-a")
    first.get_by_role("link", name="继续填报").click()
    overview = re.sub(r"/reports/(\d+)/.*", r"/reports/\1/sections/overview/", first.url)
    first.goto(overview)
    second.goto(overview)

    first.locator("textarea").first.fill("第一位填报人的文字")
    click(first, "保存")
    second.locator("textarea").first.fill("第二位填报人的文字")
    click(second, "保存")

    conflict = second.locator(".conflict")
    expect(conflict).to_contain_text("第一位填报人的文字")
    expect(conflict).to_contain_text("第二位填报人的文字")
    click(second, "采用我的填写")
    expect(second.locator("textarea").first).to_have_value("第二位填报人的文字")


def test_bad_input_stays_in_the_field_with_a_message(site: Site, sign_in: SignIn) -> None:
    page = sign_in("filer-a")
    page.get_by_role("link", name="继续填报").click()
    page.goto(re.sub(r"/reports/(\d+)/.*", r"/reports/\1/sections/overview/", page.url))
    field = page.get_by_label("人员编制")

    field.fill("五十三人")
    click(page, "保存")

    expect(page.get_by_label("人员编制")).to_have_value("五十三人")
    expect(page.locator(".invalid-feedback").first).to_be_visible()
