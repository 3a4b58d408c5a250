"""What import-linter cannot see: what is loaded when the engine is."""

import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ENGINE = [
    found.name
    for found in pkgutil.walk_packages([str(ROOT / "scoring" / "engine")], prefix="scoring.engine.")
]


def test_engine_has_modules() -> None:
    assert "scoring.engine.scheme" in ENGINE


@pytest.mark.parametrize("foreign", ["django", "celery", "kombu", "redis", "config", "reports"])
def test_engine_loads_no_framework(loaded_with_engine: set[str], foreign: str) -> None:
    assert foreign not in loaded_with_engine


@pytest.fixture(scope="module")
def loaded_with_engine() -> set[str]:
    """The top-level modules of a fresh interpreter that has loaded every module of the engine."""
    program = f"import sys, {', '.join(ENGINE)}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    loaded = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(loaded.stdout.split())
