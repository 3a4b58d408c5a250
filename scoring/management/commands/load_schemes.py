"""Seeds the published schemes from their files."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from scoring.engine.loading import SchemeFileError
from scoring.services import SCHEME_FILES, SchemeConflictError, load_scheme_file


class Command(BaseCommand):
    help = "把 scoring/schemes 下的自评方案载入数据库（已载入的不变，同版本内容不同的拒绝）"

    def handle(self, *args: Any, **options: Any) -> None:
        for path in sorted(SCHEME_FILES.glob("*.yaml")):
            try:
                scheme = load_scheme_file(path)
            except (SchemeFileError, SchemeConflictError) as error:
                raise CommandError(str(error)) from error
            self.stdout.write(f"{scheme.code} 第 {scheme.version} 版：{scheme.title}")
