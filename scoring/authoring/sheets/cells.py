"""One value of a scheme ↔ one cell. Blank means the default; figures stay exact, texts come back as they were.

A backslash writes what a cell can't hold plainly: `\\n` inside a line of several, `\\x20` for a blank at an edge.
"""

import json
import re
from decimal import Decimal
from typing import Any

from scoring.authoring.shapes import Choice, Kinds, Other, Plain, Several, Shape, kind_of
from scoring.authoring.words import choice_value, choice_word, kind_word
from scoring.engine.cells import CellError, read_number
from scoring.engine.numbers import plain

CellValue = str | Decimal | None

EMPTY, NONE = "（空）", "（无）"
YES, NO = "是", "否"
DIGITS = 15
_YES_WORDS = {YES: True, "true": True, "1": True, "√": True, NO: False, "false": False, "0": False}
_NUMBER = re.compile(r"[-+]?[0-9]{1,40}(\.[0-9]{1,40})?")
_UNSAFE = re.compile(r"\\|[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_EDGE = re.compile(r"\A\s+|\s+\Z")
_WRITTEN = re.compile(r"\\(?:\\|n|x([0-9a-f]{2})|u([0-9a-f]{4})|(?=[（]))")


class CellProblemError(ValueError):
    """What stands in a cell can't be taken; the message says what is expected."""


def to_cell(value: Any, field: str, shape: Shape) -> CellValue:
    """What stands in the cell for `value`; `field` names the words of a choice."""
    if value is None:
        return NONE
    if isinstance(shape, Several):
        return _lines(value, field, shape.item)
    if isinstance(shape, Other):
        return escaped(json.dumps(_jsonable(value), ensure_ascii=False))
    if isinstance(shape, Choice):
        return choice_word(field, str(value))
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, int | Decimal):
        return _figure(Decimal(value))
    return escaped(str(value))


def from_cell(value: CellValue, field: str, shape: Shape) -> Any:
    """The value that a filled cell stands for. Raises CellProblemError."""
    if value == NONE:
        return [] if isinstance(shape, Several) else None
    if isinstance(shape, Several):
        return _split(value, field, shape.item)
    if isinstance(shape, Other):
        return _json(unescaped(_text(value)))
    if isinstance(shape, Choice):
        return _chosen(_text(value), field, shape)
    assert isinstance(shape, Plain)
    return _plain(value, shape.type)


def kind_from_cell(value: CellValue, shape: Kinds) -> str:
    """The machine word of a kind of rule. Raises CellProblemError."""
    words = {kind_word(kind): kind for kind in map(kind_of, shape.models)}
    text = _text(value).strip()
    if text in words.values():
        return text
    if text not in words:
        raise CellProblemError(f"没有“{text}”这种评分规则，可用：{'、'.join(words)}")
    return words[text]


def escaped(text: str) -> str:
    """`text` as a cell keeps it: nothing is cut, nothing read as a marker."""
    if text == "":
        return EMPTY
    text = _UNSAFE.sub(lambda match: _code(match.group()), text)
    text = _EDGE.sub(lambda match: "".join(_code(char) for char in match.group()), text)
    return f"\\{text}" if text in (EMPTY, NONE) else text


def unescaped(text: str) -> str:
    """What `escaped` was given; blanks at the edges of a typed cell don't count."""
    text = text.strip()
    return "" if text == EMPTY else _WRITTEN.sub(_decoded, text)


def _decoded(match: re.Match[str]) -> str:
    code = match.group(1) or match.group(2)
    if code:
        return chr(int(code, 16))
    return {"\\\\": "\\", "\\n": "\n"}.get(match.group(), "")


def _code(char: str) -> str:
    if char == "\\":
        return "\\\\"
    if char == "\n":
        return "\\n"
    return f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}"


def _figure(value: Decimal) -> CellValue:
    """A figure as a number where the sheet keeps every digit, else as text."""
    digits = value.as_tuple().digits
    return value if len(digits) <= DIGITS else plain(value)


def _lines(values: Any, field: str, item: Plain | Choice) -> str:
    """One value a line; an empty one has its marker, so that none is lost."""
    lines = [to_cell(value, field, item) for value in values]
    return "\n".join(_text(line).replace("\n", "\\n") for line in lines) if lines else NONE


def _split(value: CellValue, field: str, item: Plain | Choice) -> list[Any]:
    lines = [line for line in _text(value).splitlines() if line.strip()]
    if isinstance(item, Choice):
        lines = [word for line in lines for word in re.split("[、，,]", line) if word.strip()]
    return [from_cell(line.strip(), field, item) for line in lines]


def _plain(value: CellValue, wanted: type) -> Any:
    if wanted is str:
        return unescaped(_text(value))
    if wanted is bool:
        return _truth(_text(value).strip())
    number = _number(value)
    if wanted is int:
        if number != number.to_integral_value():
            raise CellProblemError(f"应为整数，读到的是“{plain(number)}”")
        return int(number)
    return number


def _truth(text: str) -> bool:
    if text.lower() not in _YES_WORDS:
        raise CellProblemError(f"应为“{YES}”或“{NO}”，读到的是“{text}”")
    return _YES_WORDS[text.lower()]


def _number(value: CellValue) -> Decimal:
    if isinstance(value, Decimal):
        return value
    text = _text(value).strip()
    if _NUMBER.fullmatch(text):
        return Decimal(text)
    try:
        number = read_number(text)
    except CellError as error:
        raise CellProblemError(str(error)) from error
    if number is None:
        raise CellProblemError("应为数字，读到的是空格")
    return number


def _chosen(text: str, field: str, shape: Choice) -> str:
    value = choice_value(field, text.strip())
    if value not in shape.values:
        words = "、".join(choice_word(field, each) for each in shape.values)
        raise CellProblemError(f"应为 {words} 之一，读到的是“{text.strip()}”")
    return value


def _json(text: str) -> Any:
    try:
        return json.loads(text, parse_float=Decimal)
    except ValueError as error:
        raise CellProblemError("应为 JSON") from error


def _jsonable(value: Any) -> Any:
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, dict):
        return {str(key): _jsonable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_jsonable(each) for each in value]
    return value.model_dump(mode="json", exclude_defaults=True) if hasattr(value, "model_dump") else value


def _text(value: CellValue) -> str:
    return plain(value) if isinstance(value, Decimal) else value or ""
