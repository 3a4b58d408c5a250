"""Every page at 1440 and 390 wide: nothing scrolls sideways, nothing that axe calls serious."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.e2e.conftest import NARROW, WIDE, Site
from tests.e2e.test_main_job import SignIn

OVERALL = ("overview", "finances", "results", "evaluators", "report", "scoring", "supplement")
DESK = {
    "reviewer": ("reports/submission/", "reports/report/"),
    "office": ("reports/submission/", "reports/report/", "reports/campaign/", "reports/exportjob/"),
    "administrator": (
        "reports/bureau/",
        "reports/user/",
        "reports/user/add/",
        "scoring/scheme/",
        "reports/exportjob/",
    ),
    "auditor": ("reports/submission/", "reports/statuschange/"),
}


CUT = """() => [...document.querySelectorAll('input')]
  .filter((field) => field.value && field.clientWidth && field.scrollWidth > field.clientWidth + 1)
  .map((field) => `${field.name}: ${field.value}`)"""


def look_at(page: Page, url: str) -> list[str]:
    """What is wrong with a page at both widths."""
    problems = []
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        answer = page.goto(url)
        if answer is None or not answer.ok:
            return [f"{url}: {answer.status if answer else 'no answer'}"]
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > size["width"]:
            problems.append(f"{url} at {size['width']}: {width} wide")
        problems += [f"{url} at {size['width']}: {field} is cut" for field in page.evaluate(CUT)]
    for violation in Axe().run(page).response["violations"]:
        if violation["impact"] in ("serious", "critical"):
            places = [node["html"][:120] for node in violation["nodes"] if "select2-" not in node["html"]]
            problems += [f"{url}: {violation['id']} {place}" for place in places]
    return problems


def test_pages_of_the_filer(site: Site, sign_in: SignIn) -> None:
    page = sign_in("filer-a")
    page.get_by_role("link", name="继续填报").click()
    found = re.search(r".*/reports/\d+/", page.url)
    assert found
    report = found.group()
    addresses = [f"{site.url}/", report, f"{report}check/", *(f"{report}sections/{key}/" for key in OVERALL)]

    assert [problem for address in addresses for problem in look_at(page, address)] == []


@pytest.mark.parametrize("username", list(DESK))
def test_pages_of_the_desk(site: Site, sign_in: SignIn, username: str) -> None:
    page = sign_in(username)

    assert [
        problem for place in DESK[username] for problem in look_at(page, f"{site.url}/desk/{place}")
    ] == []


def test_filters_of_the_desk_open_within_a_telephone(site: Site, sign_in: SignIn) -> None:
    page = sign_in("office")
    page.set_viewport_size(NARROW)
    page.goto(f"{site.url}/desk/reports/report/")

    widths = []
    for button in page.locator("#changelist-filter summary").all():
        button.click()
        widths.append(page.evaluate("document.documentElement.scrollWidth"))

    assert widths
    assert set(widths) == {NARROW["width"]}


def test_login_page(site: Site, sign_in: SignIn) -> None:
    page = sign_in("nobody")

    assert look_at(page, f"{site.url}/login/") == []


def test_an_english_reader_may_choose_english(site: Site, sign_in: SignIn) -> None:
    page = sign_in("auditor")

    page.get_by_role("button", name="English").click()
    page.wait_for_load_state()

    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("button", name="中文").click()
    page.wait_for_load_state()
    assert page.locator("html").get_attribute("lang") == "zh-hans"
