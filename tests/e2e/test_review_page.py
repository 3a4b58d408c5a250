"""The review of a form of forty rows, some of which the system can't compute and one of which doesn't apply."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Site, report_of
from tests.e2e.test_main_job import SignIn, click, explain_everything, sign
from tests.e2e.test_pages import look_at

TITLE = "部门整体支出绩效评价"


def open_review(page: Page, site: Site) -> str:
    page.goto(f"{site.url}/desk/reports/submission/")
    page.get_by_role("link", name=TITLE, exact=True).first.click()
    page.wait_for_url(re.compile("/review/"))
    return page.url


def approve(page: Page) -> str:
    """What the page says after the button was pressed."""
    page.locator(".messages li").evaluate_all("items => items.forEach(item => item.remove())")
    page.locator(".decide .btn.main").click()
    message = page.locator(".messages li").first
    expect(message).to_be_visible()
    return message.inner_text()


def test_rows_nobody_computed_are_confirmed(site: Site, sign_in: SignIn) -> None:
    filer, head, reviewer, office = (sign_in(name) for name in ("filer-e", "head-e", "reviewer", "office"))
    report = report_of(filer, site, TITLE)
    filer.goto(f"{report}check/")
    explain_everything(filer)
    click(filer, "提交单位负责人")
    sign(head, site.url)
    address = open_review(reviewer, site)
    assert look_at(reviewer, address) == []
    click(reviewer, "开始复核")
    expect(reviewer.locator("input[data-reviewed]").first).to_be_visible()
    assert look_at(reviewer, address) == []

    reviewer.set_viewport_size({"width": 1440, "height": 1000})
    reviewer.keyboard.press("j")
    first = reviewer.locator("[data-differing] input[data-reviewed]").first
    expect(first).to_be_focused()
    before = float(reviewer.locator("#total").inner_text())
    first.fill("０")
    lower = float(reviewer.locator("#total").inner_text())
    refused = approve(reviewer)

    rows = reviewer.locator("#confirm li a").all_inner_texts()
    assert lower < before
    assert refused.startswith(f"有 {len(rows)} 行系统未能计算")
    assert all(f"“{row}”" in refused for row in rows[:5])
    expect(first).to_have_value("0")
    reviewer.locator("[name=confirmed]").check()
    assert "绩效科复核中" in approve(reviewer)
    open_review(office, site)
    expect(office.get_by_text("复核已逐行核对")).to_have_count(len(rows))
    assert "已通过" in approve(office)
