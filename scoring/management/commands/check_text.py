"""Checks the figures of a text: one JSON object a line for each claim it makes, in reading order."""

import io
import json
import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from scoring.engine.claims.checker import check_text
from scoring.engine.claims.claim import Claim
from scoring.engine.claims.known import KnownFiguresError, read_known
from scoring.engine.claims.text.reading import KnownFigure

VERDICTS = {"consistent": "一致", "rounding": "尾差", "inconsistent": "不符", "check": "请核对"}


class Command(BaseCommand):
    help = "核对一段文字（UTF-8 文本文件，或以 - 表示标准输入）中的数字，逐行输出每处核对结果"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="文件", help="文本文件；- 为标准输入")
        parser.add_argument("--facts", metavar="数据.json", help="与文字比对的表内数据：名称与数值")
        parser.add_argument("--json", action="store_true", help="每行输出一个 JSON 对象")

    def handle(self, *args: Any, **options: Any) -> None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            # JSON is UTF-8 whatever the terminal speaks; half a surrogate pair goes out as the escape it came in.
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        text = _text(options["file"])
        known = _known(options["facts"]) if options["facts"] else []
        try:
            for claim in check_text(text, known):
                data = claim_data(text, claim)
                self.stdout.write(json.dumps(data, ensure_ascii=False) if options["json"] else _line(data))
            self.stdout.flush()
        except BrokenPipeError:
            # Whoever reads has seen enough. What is still buffered must not be flushed into the closed pipe at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def claim_data(text: str, claim: Claim) -> dict[str, Any]:
    """A claim as the command prints it; `start` and `end` count code points of `text`."""
    return {
        "quote": text[claim.start : claim.end],
        "start": claim.start,
        "end": claim.end,
        "kind": claim.kind,
        "stated": claim.stated,
        "computed": claim.computed,
        "verdict": claim.verdict,
        "reason": claim.reason,
    }


def _line(data: dict[str, Any]) -> str:
    return f"{VERDICTS[data['verdict']]}：{' '.join(data['quote'].split())}\n  {data['reason']}"


def _text(name: str) -> str:
    """The text as it stands: line ends are kept, so that places in it count what the file has."""
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise CommandError(f"读不到文件 {name}：{error.strerror}") from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CommandError(f"{name} 不是 UTF-8 文本（第 {error.start + 1} 个字节读不出来）") from error


def _known(name: str) -> list[KnownFigure]:
    try:
        return read_known(_text(name))
    except KnownFiguresError as error:
        raise CommandError(f"{name}：{error}") from error
