"""Running totals while a filer types: exact, grouped, and carried into the stated cell."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.e2e.conftest import Site, report_of


def test_running_totals_follow_what_is_typed(site: Site, sign_in: Callable[[str], Page]) -> None:
    page = sign_in("filer-c")
    page.goto(f"{report_of(page, site, '其他医疗保障')}sections/indicators/")
    weight = page.locator("[name$='-weight']").first
    subtotal = page.locator(".foot output").first

    weight.fill("20.25")

    assert subtotal.inner_text() == "90.25（应为 90，差 0.25）"
    weight.fill("\u200b20")
    assert subtotal.inner_text() == "90"
    weight.fill("1２,３４５.5")
    assert subtotal.inner_text() == "12,415.5（应为 90，差 12,325.5）"
