"""What is wrong with a scheme file, each problem with its line, in words that an administrator can act on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from scoring.engine.yaml_lines import Document, Path

MAX_SHOWN = 40


@dataclass(frozen=True)
class Problem:
    """One problem. `path` is where in the scheme (`indicators[3].rule.per`), `line` counts from 1."""

    source: str
    line: int
    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.source}:{self.line}: {self.message}"


class SchemeFileError(ValueError):
    """The file is not a scheme. `problems` has all that was found, by line."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def path_text(path: Path) -> str:
    """`("indicators", 3, "rule")` → `indicators[3].rule`."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".")


def shape_problems(error: ValidationError, document: Document) -> Iterator[tuple[Path, str]]:
    """(path, message) for everything that pydantic refused."""
    for detail in error.errors(include_url=False):
        path = _path(detail["loc"], document.data)
        yield path, _message(detail, path)


def _path(loc: tuple[str | int, ...], data: Any) -> Path:
    """`loc` without the names that pydantic adds for the member of a union."""
    path: list[str | int] = []
    tagged = False
    for part in loc:
        if part == "[key]":
            continue
        if not tagged and isinstance(data, dict) and data.get("kind") == part:
            tagged = True
            continue
        tagged = False
        path.append(part)
        data = _child(data, part)
    return tuple(path)


def _child(data: Any, part: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(str(part))
    if isinstance(data, list) and isinstance(part, int) and part < len(data):
        return data[part]
    return None


_MESSAGES = {
    "missing": "缺少“{key}”",
    "extra_forbidden": "不认识的键“{key}”",
    "string_type": "“{key}”应为文字，读到的是 {input}（数字请加引号）",
    "list_type": "“{key}”应为列表，读到的是 {input}",
    "tuple_type": "“{key}”应为列表，读到的是 {input}",
    "dict_type": "“{key}”应为“键: 值”，读到的是 {input}",
    "model_type": "“{key}”应为“键: 值”，读到的是 {input}",
    "model_attributes_type": "“{key}”应为“键: 值”，读到的是 {input}",
    "bool_type": "“{key}”应为 true 或 false，读到的是 {input}",
    "bool_parsing": "“{key}”应为 true 或 false，读到的是 {input}",
    "decimal_type": "“{key}”应为数字，读到的是 {input}",
    "decimal_parsing": "“{key}”应为数字，读到的是 {input}",
    "finite_number": "“{key}”应为数字，读到的是 {input}",
    "int_type": "“{key}”应为整数，读到的是 {input}",
    "int_parsing": "“{key}”应为整数，读到的是 {input}",
    "int_from_float": "“{key}”应为整数，读到的是 {input}",
    "literal_error": "“{key}”应为 {expected} 之一，读到的是 {input}",
    "union_tag_invalid": "不认识的规则种类“{tag}”，可用：{expected_tags}",
    "union_tag_not_found": "规则缺少“kind”",
    "greater_than_equal": "“{key}”不能小于 {ge}，读到的是 {input}",
    "greater_than": "“{key}”必须大于 {gt}，读到的是 {input}",
    "less_than_equal": "“{key}”不能大于 {le}，读到的是 {input}",
    "string_too_short": "“{key}”不能是空的",
    "string_too_long": "“{key}”最多 {max_length} 个字，现有 {length} 个字",
    "too_short": "“{key}”不能是空的",
}
_NAMES = {
    r"^[a-z][a-z0-9_]*$": "小写字母、数字、下划线，以字母开头",
    r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$": "小写字母、数字、下划线，以字母开头，可用点分段",
    r"^[a-z][a-z0-9-]*$": "小写字母、数字、短横线，以字母开头",
}


def _message(detail: ErrorDetails, path: Path) -> str:
    context = dict(detail.get("ctx") or {})
    key = path[-1] if path else "方案"
    key = f"第{key + 1}项" if isinstance(key, int) else key
    shown = _shown(detail["input"])
    if detail["type"] == "string_pattern_mismatch":
        return f"名称“{detail['input']}”不合规则：只能用{_NAMES.get(context['pattern'], context['pattern'])}"
    for name in ("expected", "expected_tags"):
        if name in context:
            context[name] = "、".join(re.findall(r"'([^']*)'", str(context[name])))
    template = _MESSAGES.get(detail["type"], "“{key}”的值不合要求，读到的是 {input}")
    words = {"key": key, "input": shown, "length": len(str(detail["input"]))}
    return template.format(**{**context, **words})


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "“键: 值”"
    if isinstance(value, list):
        return "列表"
    if value is None:
        return "空"
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    return f"“{text[:MAX_SHOWN]}…”" if len(text) > MAX_SHOWN else f"“{text}”"
