"""Scores one content file under a scheme and prints the scorecard."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from pydantic import ValidationError

from scoring.authoring.text import form_in
from scoring.engine.content import Content, read_content
from scoring.engine.problems import SchemeFileError
from scoring.engine.results import Scorecard
from scoring.engine.scheme import Scheme
from scoring.engine.score import score
from scoring.printing import printed_scorecard, scorecard_data
from scoring.services import SCHEME_FILES, published_form


class Command(BaseCommand):
    help = "给一份填报内容（JSON 文件）评分，打印评分卡"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="填报内容文件")
        parser.add_argument("--scheme", required=True, help="自评方案代码，或方案文件（.yaml）")
        parser.add_argument("--json", action="store_true", help="只在标准输出打印一个 JSON 对象")

    def handle(self, *args: Any, **options: Any) -> None:
        form = _form(options["scheme"])
        content = _read(options["file"], form.code, form.version)
        card = score(content, form)
        self.stdout.write(_json(card) if options["json"] else printed_scorecard(card, form))


def _form(named: str) -> Scheme:
    """The published form of a code, or the form in a file. Raises CommandError."""
    if named.endswith((".yaml", ".yml")):
        try:
            return form_in(Path(named))
        except SchemeFileError as error:
            raise CommandError(str(error)) from error
    if form := published_form(named):
        return form
    codes = "、".join(sorted(path.stem for path in SCHEME_FILES.glob("*.yaml")))
    raise CommandError(f"没有代码为 {named} 的自评方案，现有：{codes}")


def _json(card: Scorecard) -> str:
    return json.dumps(scorecard_data(card), ensure_ascii=False, indent=2)


def _read(path: Path, code: str, version: int) -> Content:
    """The content of a file: a full content, or an example filing with its sections. Raises CommandError."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CommandError(f"{path} 不能读取：{error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise CommandError(f"{path} 不是 JSON 文件：{error}") from error
    if not isinstance(raw, dict):
        raise CommandError(f"{path} 应当是一个 JSON 对象")
    raw.setdefault("year", 0)
    raw.setdefault("scheme_code", raw.pop("scheme", code))
    raw.setdefault("scheme_version", version)
    raw.setdefault("bureau_code", raw.pop("bureau", ""))
    try:
        content = read_content(raw)
    except ValidationError as error:
        places = "；".join(
            f"{'/'.join(str(part) for part in item['loc'])}: {item['msg']}" for item in error.errors()
        )
        raise CommandError(f"{path} 的内容不合格式：{places}") from error
    if content.scheme_code != code:
        raise CommandError(f"{path} 属于方案 {content.scheme_code}，不能按 {code} 评分")
    return content
