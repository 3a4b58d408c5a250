"""Writes the JSON Schemas of scheme and content, or checks that the written ones are fresh."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from pydantic import BaseModel

from scoring.engine.content import Content
from scoring.engine.scheme import Scheme

MODELS: dict[str, type[BaseModel]] = {"scheme": Scheme, "content": Content}


class Command(BaseCommand):
    help = "生成 docs/schemas 下的 JSON Schema；--check 只核对是否最新"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(settings.BASE_DIR) / "docs" / "schemas"
        for name, model in MODELS.items():
            path = folder / f"{name}.schema.json"
            text = json.dumps(model.model_json_schema(), ensure_ascii=False, indent=2) + "\n"
            if not options["check"]:
                folder.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            elif not path.exists() or path.read_text(encoding="utf-8") != text:
                raise CommandError(f"{path} 不是最新的，请运行 manage.py export_schemas")
