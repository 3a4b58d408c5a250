"""`manage.py demo`: the whole job, headless, on a database, broker and worker of its own."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from reports.demo.printing import printed_demo
from reports.demo.run import DemoError, run_demo

INSIDE = "DEMO_DATA_DIR"


class Command(BaseCommand):
    help = "演示全流程：填报、签章、评分、退回、修改、通过、导出（临时数据库，不影响现有数据）"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="只在标准输出打印一个 JSON 对象")
        parser.add_argument("--out", type=Path, help="导出文件的目录（默认新建一个）")

    def handle(self, *args: Any, **options: Any) -> None:
        out = options["out"] or Path(tempfile.mkdtemp(prefix="jixiao-demo-"))
        if os.environ.get(INSIDE) == str(settings.DATA_DIR):
            self._run(out, as_json=options["json"])
            return
        with tempfile.TemporaryDirectory(prefix="demo-") as data_dir:
            code = _in_fresh_process(Path(data_dir).resolve(), out, as_json=options["json"])
        if code:
            raise SystemExit(code)

    def _run(self, out: Path, *, as_json: bool) -> None:
        try:
            result = run_demo(out, tell=self.stderr.write)
        except DemoError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            json.dumps(result, ensure_ascii=False, indent=2) if as_json else printed_demo(result)
        )


def _in_fresh_process(data_dir: Path, out: Path, *, as_json: bool) -> int:
    """Runs this command again with settings that know nothing of this installation's data."""
    env = {key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "REDIS_URL")}
    env |= {"DATA_DIR": str(data_dir), INSIDE: str(data_dir), "LOG_LEVEL": "WARNING"}
    command = [
        sys.executable,
        str(Path(settings.BASE_DIR) / "manage.py"),
        "demo",
        "--out",
        str(out.resolve()),
    ]
    if as_json:
        command.append("--json")
    return subprocess.run(command, env=env, check=False).returncode  # noqa: S603 — our own command
