"""The whole system, started as a user starts it, and a real browser in front of it."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE, NARROW = {"width": 1440, "height": 1000}, {"width": 390, "height": 844}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser; a test without its mark would start one in `make test`."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.e2e)


@dataclass
class Site:
    """A running installation: where it is, and the password of its example accounts."""

    url: str
    data_dir: Path
    process: subprocess.Popen[str]

    @property
    def password(self) -> str:
        return (self.data_dir / "demo_password").read_text(encoding="ascii")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    data_dir = tmp_path_factory.mktemp("site")
    kept = {
        key: value
        for key, value in os.environ.items()
        if key not in ("DATABASE_URL", "REDIS_URL", "STATIC_MANIFEST")
    }
    process = subprocess.Popen(
        [sys.executable, "manage.py", "serve", "--port", "0"],
        cwd=ROOT,
        env=kept | {"DATA_DIR": str(data_dir), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    for line in process.stdout:
        if found := re.search(r"http://\S+/", line):
            yield Site(found.group().rstrip("/"), data_dir, process)
            break
    else:
        pytest.fail("the system did not start")
    process.send_signal(signal.SIGINT)
    process.wait(30)
    process.stdout.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    assert chromium, "Chromium is missing"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield launched
        launched.close()


@contextmanager
def signing_in(site: Site, browser: Browser) -> Iterator[Callable[[str], Page]]:
    """Opens a browser of its own for one of the example accounts; any script error fails at the end."""
    errors: list[str] = []
    contexts = []

    def opened(username: str) -> Page:
        context = browser.new_context(viewport=WIDE, locale="zh-CN")
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{site.url}/login/")
        page.fill("[name=username]", username)
        page.fill("[name=password]", site.password)
        page.click("main [type=submit]")
        page.wait_for_load_state()
        return page

    yield opened
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture
def sign_in(site: Site, browser: Browser) -> Iterator[Callable[[str], Page]]:
    """Signs in one of the example accounts; any script error fails the test."""
    with signing_in(site, browser) as opened:
        yield opened


def report_of(page: Page, site: Site, title: str) -> str:
    """The address of an example report."""
    page.goto(f"{site.url}/")
    href = page.get_by_role("link", name=title, exact=True).first.get_attribute("href")
    return f"{site.url}{href}"
