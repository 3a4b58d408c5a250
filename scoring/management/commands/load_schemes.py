"""Seeds the published schemes from their files."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from scoring.engine.loading import SchemeFileError
from scoring.services import SCHEME_FILES, SchemeConflictError, load_scheme_file


class Command(BaseCommand):
    help = "把 scoring/schemes 下的自评方案载入数据库（已载入的不变，同版本内容不同的拒绝）"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--keep-going", action="store_true", help="启动时用：不能载入的只警告，数据库里的不变"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """One file that can't be loaded keeps no other from being loaded."""
        refused: list[str] = []
        for path in sorted(SCHEME_FILES.glob("*.yaml")):
            try:
                scheme = load_scheme_file(path)
            except (SchemeFileError, SchemeConflictError) as error:
                refused.append(str(error))
            else:
                self.stdout.write(f"{scheme.code} 第 {scheme.version} 版：{scheme.title}")
        if refused and not options["keep_going"]:
            raise CommandError("\n".join(refused))
        for reason in refused:
            self.stderr.write(self.style.WARNING(f"未载入：{reason}"))
