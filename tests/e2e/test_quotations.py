"""Findings about a text: the words are lit up where they stand, and the computed figure goes in with one click."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Site, report_of

SELECTED = "field => field.value.slice(field.selectionStart, field.selectionEnd)"


def test_a_quotation_is_selected_and_corrected_in_its_field(
    site: Site, sign_in: Callable[[str], Page]
) -> None:
    page = sign_in("filer-c")
    page.goto(f"{report_of(page, site, '民政医疗救助')}sections/report/")
    finding = page.locator("[data-quote]").first
    field = page.locator(f"[id='{finding.get_attribute('data-cell')}']")
    expect(page.locator(".lit mark.quote").first).to_contain_text("3031.72万元")

    finding.locator("a").first.click()

    assert "3031.72万元，其中上级资金1707.14万元" in field.evaluate(SELECTED)
    field.evaluate(
        "field => { field.setRangeText('前言😀。', 0, 0); field.dispatchEvent(new Event('input')); }"
    )
    expect(page.locator(".lit mark.quote").first).to_contain_text("3031.72万元")
    finding.get_by_role("button", name="改为 3678.10").click()
    assert field.evaluate(SELECTED) == "3678.10"
    assert "救助金3678.10万元，其中上级资金" in field.input_value()
    expect(page.locator(".lit mark.quote")).to_have_count(0)
    expect(finding.get_by_role("button")).to_have_count(0)

    page.get_by_role("button", name="保存", exact=True).click()

    expect(page.locator(f"[data-cell='{field.get_attribute('id')}']")).to_have_count(0)


def test_a_finding_of_another_page_leads_to_its_words(site: Site, sign_in: Callable[[str], Page]) -> None:
    page = sign_in("filer-c")
    page.goto(f"{report_of(page, site, '部门整体支出绩效自评')}check/")

    page.locator("a[href*='quote=']").first.click()

    page.wait_for_url("**/sections/**")
    assert "综合报销比例达" in page.evaluate(f"({SELECTED})(document.activeElement)")


def test_typing_into_a_quotation_takes_its_mark_away(site: Site, sign_in: Callable[[str], Page]) -> None:
    page = sign_in("filer-c")
    page.goto(f"{report_of(page, site, '部门整体支出绩效自评')}sections/report/")
    finding = page.locator("[data-quote]").first
    finding.locator("a").first.click()

    page.keyboard.type("改写")

    expect(page.locator(".lit mark.quote")).to_have_count(0)
    expect(finding.get_by_role("button")).to_have_count(0)
