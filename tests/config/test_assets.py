import os
from pathlib import Path

import pytest
from django.conf import settings as project_settings
from pytest_django.fixtures import Settings

from config.assets import collect_changed_assets


@pytest.fixture
def source(tmp_path: Path, settings: Settings) -> Path:
    """A folder of static files, the only one there is, with one style sheet in it."""
    source = tmp_path / "source"
    source.mkdir()
    (source / "site.css").write_text("body { color: black }")
    settings.STATICFILES_DIRS = [source]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path / "collected"
    return source


def collected(name: str) -> Path:
    return Path(project_settings.STATIC_ROOT) / name


def test_assets_are_collected_once(source: Path) -> None:
    assert collect_changed_assets()
    assert collected("site.css").read_text() == "body { color: black }"
    assert not collect_changed_assets()


def test_assets_are_collected_again_after_a_change(source: Path) -> None:
    collect_changed_assets()
    (source / "site.css").write_text("body { color: white }")
    os.utime(source / "site.css", (1, 1))

    assert collect_changed_assets()
    assert collected("site.css").read_text() == "body { color: white }"


def test_assets_that_are_gone_are_removed(source: Path) -> None:
    (source / "old.css").write_text("")
    collect_changed_assets()
    (source / "old.css").unlink()

    assert collect_changed_assets()
    assert not collected("old.css").exists()
