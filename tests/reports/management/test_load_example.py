import io
from pathlib import Path

import pytest
from django.core.management import call_command

from reports.management.commands.load_example import demo_password
from reports.models import Report, Section, User
from reports.services.example import read_filings


def load() -> str:
    out = io.StringIO()
    call_command("load_schemes", stdout=io.StringIO())
    call_command("load_example", stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_load_example_prints_accounts_that_can_sign_in(settings, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    settings.DATA_DIR = tmp_path

    printed = load()

    password = (tmp_path / "demo_password").read_text(encoding="ascii")
    assert password in printed
    assert all(user.username in printed and user.check_password(password) for user in User.objects.all())


@pytest.mark.django_db
def test_load_example_twice_keeps_what_was_typed(settings, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    settings.DATA_DIR = tmp_path
    load()
    Section.objects.filter(key="goals").update(data={"facts": {"goal.expected": "改过"}})

    load()

    goals = Section.objects.filter(key="goals").values_list("data", flat=True)
    assert Report.objects.count() == len(read_filings())
    assert {str(data) for data in goals} == {"{'facts': {'goal.expected': '改过'}}"}


def test_demo_password_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "demo_password"

    first, second = demo_password(path), demo_password(path)

    assert first == second
    assert len(first) == 12
    assert path.stat().st_mode & 0o077 == 0
