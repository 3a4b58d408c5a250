"""YAML as plain data with the line of every path; stricter than YAML, so that a form reads as it is written.

Only true and false are booleans (`no`, `on` stay words), dates and codes with leading zeros stay text, numbers
with a point are Decimals of their own digits, keys are text and may not repeat. One document; an alias may
repeat a text, never a structure. Nothing that a reader can't see: no control characters, not even escaped.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import yaml

from scoring.engine.cells import CONTROL

Path = tuple[str | int, ...]

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_POINT = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})\.[0-9]{1,18}")
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}
_TAGS = tuple(f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map"))
_REASONS = (
    ("mapping values are not allowed", "这里不能再出现冒号；文字里有冒号加空格时请用引号括起"),
    ("found character '\\t'", "不能用制表符缩进，请用空格"),
    ("could not find expected ':'", "缺少冒号"),
    ("found undefined alias", "引用了没有定义的锚点"),
    ("found duplicate anchor", "锚点重复"),
    ("but found another document", "一个文件只能有一份方案，不能有第二个“---”"),
    ("found unexpected end of stream", "引号没有成对"),
    ("expected ',' or", "括号没有成对，或缺少逗号"),
    ("expected <block end>", "缩进没有对齐"),
    ("expected alphabetic or numeric character", "文字以“&”或“*”开头时请用双引号括起"),
    ("expected the node content", "缺少内容，或括号没有成对"),
    ("found unknown escape character", "双引号里的反斜杠要写两个，或改用单引号"),
)
# These are noticed a line or more after the mistake; where the part began is nearer to it.
_NOTICED_LATE = ("could not find expected ':'", "expected ',' or", "found unexpected end of stream")
_INDENTED = "expected <block end>"
_BAD_START = re.compile(r"found character '(.)' that cannot start any token")


class YamlError(ValueError):
    """The text is not readable as one document. `problems` are (line, reason), the reason in Chinese."""

    def __init__(self, problems: list[tuple[int, str]]) -> None:
        super().__init__("；".join(f"第{line}行：{reason}" for line, reason in problems))
        self.problems = problems


@dataclass
class Document:
    """Plain data (dict, list, str, int, Decimal, bool, None) and the line, from 1, of every path."""

    data: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[tuple[int, str]] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """Line of `path`, or of its nearest ancestor that was written."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(text: str) -> Document:
    """One document. Raises YamlError with everything that is wrong with it as YAML."""
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        raise YamlError([(1, f"文件超过 {MAX_BYTES // 1_000_000} MB")])
    if unseen := CONTROL.search(text):
        raise YamlError([(text.count("\n", 0, unseen.start()) + 1, _unseen(unseen))])
    root = _compose(text)
    if root is None:
        raise YamlError([(1, "文件是空的")])
    document = Document()
    document.data = _build(root, (), document)
    if document.problems:
        raise YamlError(sorted(document.problems))
    return document


class _Loader(yaml.SafeLoader):
    """Composes nodes only; every plain word keeps its text."""

    yaml_implicit_resolvers: dict[str, Any] = {}
    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Refuses aliases of structures and deep nesting before either can grow."""
        event: Any = self.peek_event()  # type: ignore[no-untyped-call]
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            anchored = self.anchors.get(event.anchor)
            if isinstance(anchored, yaml.CollectionNode):
                raise YamlError([(line, f"只能引用文字，不能引用一段结构（*{event.anchor}）")])
        if self.depth >= MAX_DEPTH:
            raise YamlError([(line, f"嵌套超过 {MAX_DEPTH} 层")])
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


def _compose(text: str) -> yaml.Node | None:
    try:
        return _Loader(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        raise YamlError([_located(error, text)]) from error


def _located(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str]:
    """The line of the mistake, with what it is; both lines where it is noticed on another than it began on."""
    problem, noticed = f"{error.context} {error.problem}", error.problem_mark or error.context_mark
    if noticed is None:
        return 1, _reason(problem)
    if _INDENTED in problem and (quote := _quote_before(noticed, text)):
        return quote.line + 1, "引号没有成对，或引号后面还有文字"
    began = error.context_mark
    if began is None or began.line == noticed.line or not any(late in problem for late in _NOTICED_LATE):
        return noticed.line + 1, _reason(problem)
    return began.line + 1, f"{_reason(problem)}（到第 {noticed.line + 1} 行才看出来）"


def _quote_before(mark: yaml.Mark, text: str) -> yaml.Mark | None:
    """Where the quoted text begins that ends on the line of `mark`, just before it."""
    began = None
    try:
        for token in yaml.scan(text, Loader=_Loader):
            if token.start_mark.index >= mark.index:
                break
            is_quoted = isinstance(token, yaml.ScalarToken) and token.style in ("'", '"')
            began = token.start_mark if is_quoted and token.end_mark.line == mark.line else None
    except yaml.YAMLError:
        pass
    return began


def _reason(problem: str) -> str:
    if start := _BAD_START.search(problem):
        return f"文字不能以“{start[1]}”开头，请用双引号括起"
    return next((reason for start, reason in _REASONS if start in problem), "不符合 YAML 语法")


def _unseen(found: re.Match[str]) -> str:
    return f"含有不可见的控制字符（U+{ord(found.group()):04X}）"


def _build(node: yaml.Node, path: Path, document: Document) -> Any:
    line = _line(node)
    document.lines.setdefault(path, line)
    if node.tag not in _TAGS:
        document.problems.append((line, f"不能用标签“{node.tag}”"))
        return None
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, document)
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, (*path, index), document) for index, item in enumerate(node.value)]
    if unseen := CONTROL.search(node.value):
        document.problems.append((line, _unseen(unseen)))
    quoted = isinstance(node, yaml.ScalarNode) and node.style
    return node.value if quoted else _plain_scalar(node.value)


def _line(node: yaml.Node) -> int:
    return node.start_mark.line + 1 if node.start_mark else 1


def _mapping(node: yaml.MappingNode, path: Path, document: Document) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = _line(key_node)
        if not isinstance(key_node, yaml.ScalarNode):
            document.problems.append((line, "键只能是文字"))
            continue
        key = key_node.value
        if any(_is_disguised(char) for char in key):
            document.problems.append((line, f"“{key}”里有全角空格或看不见的字符；缩进和名称请用半角字符"))
        if key in found:
            first = document.lines[*path, key]
            document.problems.append((line, f"“{key}”重复，第 {first} 行已有"))
            continue
        document.lines[*path, key] = line
        found[key] = _build(value_node, (*path, key), document)
    return found


def _is_disguised(char: str) -> bool:
    """Blanks that look like the plain one, and characters that take no room."""
    return char != " " and unicodedata.category(char) in ("Zs", "Zl", "Zp", "Cc", "Cf")


def _plain_scalar(text: str) -> Any:
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return Decimal(text) if _POINT.fullmatch(text) else text
