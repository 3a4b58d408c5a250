"""Loads the example campaign and prints its accounts."""

import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from reports.services.example import load_example

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


class Command(BaseCommand):
    help = "载入示例数据（已有的不变），并打印演示账号"

    def handle(self, *args: Any, **options: Any) -> None:
        password = demo_password(Path(settings.DATA_DIR) / "demo_password")
        users = load_example(password)
        self.stdout.write("演示账号（密码均为 " + password + "，修改后以修改的为准）：")
        for user in users:
            self.stdout.write(f"  {user.username:<14} {user.get_role_display()}　{user.organisation_name}")


def demo_password(path: Path) -> str:
    """The installation's own demo password: random, made once, readable by its owner only."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text("".join(secrets.choice(ALPHABET) for _ in range(12)), encoding="ascii")
    return path.read_text(encoding="ascii").strip()
