"""Judges pairs of target and completed value: JSON lines in, one JSON line out for each, in order."""

import io
import json
import os
import sys
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

from django.core.management.base import BaseCommand

from scoring.engine.judge import Judgement, judge
from scoring.engine.numbers import plain
from scoring.engine.numerals import SIGNIFICANT_DIGITS
from scoring.engine.quantity import Quantity

CELLS = ("target", "actual", "level1", "level2", "indicator")
_BOM = b"\xef\xbb\xbf"
_RATIO = Context(prec=SIGNIFICANT_DIGITS, rounding=ROUND_HALF_UP)


class Command(BaseCommand):
    help = (
        "从标准输入逐行读取 JSON 对象（target、actual，可选 level1、level2、indicator），"
        "判断完成值是否达到指标值，逐行输出 JSON 对象"
    )
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            # JSON is UTF-8 whatever the terminal speaks; half a surrogate pair goes out as the escape it came in.
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        try:
            for line in judged_lines(sys.stdin.buffer):
                self.stdout.write(line)
            self.stdout.flush()
        except BrokenPipeError:
            # Whoever reads has seen enough. What is still buffered must not be flushed into the closed pipe at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def judged_lines(lines: Iterable[bytes]) -> Iterator[str]:
    """One JSON object for each line of UTF-8, with or without a BOM; a line that is no pair gets one that says so."""
    for number, line in enumerate(lines):
        found = _judged(line.removeprefix(_BOM) if number == 0 else line)
        yield json.dumps(found, ensure_ascii=False)


def _judged(line: bytes) -> dict[str, Any]:
    try:
        cells = _read(line)
    except ValueError as error:
        return _data("unclear", _NOTHING, _NOTHING, None, str(error))
    place = {"level1": cells["level1"], "level2": cells["level2"], "name": cells["indicator"]}
    return _judgement_data(judge(cells["target"], cells["actual"], **place))


def _read(line: bytes) -> dict[str, str]:
    """The cells of a pair, absent and null ones empty; a number counts as what it is written with.

    Raises ValueError with a Chinese message for what is no such object.
    """
    try:
        row = json.loads(line, parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError) as error:
        raise ValueError("这一行不是 JSON") from error
    if not isinstance(row, dict):
        raise ValueError("这一行不是 JSON 对象")
    cells = {name: "" if row.get(name) is None else row[name] for name in CELLS}
    wrong = next((name for name, cell in cells.items() if not isinstance(cell, str)), None)
    if wrong:
        raise ValueError(f"{wrong} 应当是文字")
    return cells


_NOTHING: dict[str, str | None] = {"number": None, "unit": None}


def _judgement_data(found: Judgement) -> dict[str, Any]:
    ratio = None if found.ratio is None else plain(_RATIO.plus(found.ratio))
    data = _data(
        found.direction, _quantity_data(found.target), _quantity_data(found.actual), ratio, found.reason
    )
    return data | {"achieved": found.achieved}


def _quantity_data(quantity: Quantity) -> dict[str, str | None]:
    """A range has a unit but no one number."""
    number: Decimal | None = quantity.number if quantity.kind == "number" else None
    return {"number": None if number is None else plain(number), "unit": quantity.unit or None}


def _data(
    direction: str,
    target: dict[str, str | None],
    actual: dict[str, str | None],
    ratio: str | None,
    reason: str,
) -> dict[str, Any]:
    return {
        "direction": direction,
        "target": target,
        "actual": actual,
        "achieved": None,
        "ratio": ratio,
        "reason": reason,
    }
