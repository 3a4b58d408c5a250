"""One cell as typed → canonical text, or a message in Chinese saying what is wrong with it.

The filing forms and the content check both read cells here, so a file and a browser are treated alike.
"""

import datetime
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal

from scoring.engine.numbers import plain
from scoring.engine.numerals import NumberError, quoted, read_decimal

MAX_TEXT = 500
MAX_LONG_TEXT = 20_000
CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufffe\uffff\ud800-\udfff]"
)
CANONICAL = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,6})?", re.ASCII)
PLACES = {"money": 6, "count": 0, "number": 6, "percent": 6, "score": 2}
# No form has a total weight above 9999.
HIGHEST_SCORE = Decimal("9999.99")
_WHOLE = {"score": 4}
_SOUND = {
    kind: re.compile(
        rf"[0-9]{{1,{_WHOLE.get(kind, 9)}}}" + (rf"(?:\.[0-9]{{1,{places}}})?" if places else ""), re.ASCII
    )
    for kind, places in PLACES.items()
}


class CellError(ValueError):
    """What was typed can't be taken; the message names what was read and what is expected."""


def clean_cell(kind: str, text: str, *, negative: bool = False, max_length: int | None = None) -> str | None:
    """Canonical text of a cell of type `kind`, None where blank. Raises CellError."""
    if kind in PLACES and CANONICAL.fullmatch(text):
        return _checked_number(kind, Decimal(text), text, negative=negative)
    if found := CONTROL.search(text):
        raise CellError(
            f"含有不可见的控制字符（U+{ord(found.group()):04X}，{_place(text, found.start())}），请删除后重新填写。"
        )
    if kind in PLACES:
        number = read_number(text)
        return None if number is None else _checked_number(kind, number, text, negative=negative)
    if kind == "date":
        return _date(text)
    return _text(kind, text, max_length)


def _place(text: str, position: int) -> str:
    before = CONTROL.sub("", text[:position]).split()
    return f"在“{before[-1][-10:]}”之后" if before else "在开头"


def is_sound(kind: str, text: str) -> bool:
    """Whether a figure stands in its canonical form and is in its domain: most do, and need no second reading.

    False says nothing: `clean_cell` decides.
    """
    return kind in PLACES and _SOUND[kind].fullmatch(text) is not None


def soundness_of(kind: str, max_length: int | None = None) -> Callable[[str], object]:
    """A quick test of filled cells of type `kind`: true for a figure as in `is_sound` and for a line of plain text.

    False says nothing here either.
    """
    if kind in PLACES:
        return _SOUND[kind].fullmatch
    longest = 0 if kind == "date" else max_length or MAX_TEXT
    return lambda text: len(text) <= longest and text.isprintable() and not text.isspace()


def read_number(text: str | None) -> Decimal | None:
    """A plain number, None where blank. Raises CellError."""
    if not text:
        return None
    # Nearly every figure is stored in its canonical form already.
    if CANONICAL.fullmatch(text):
        return Decimal(text)
    if not text.strip():
        return None
    try:
        return read_decimal(text)
    except NumberError as error:
        raise CellError(str(error)) from error


def number_or_none(text: str | None) -> Decimal | None:
    """A figure, None where blank or unreadable."""
    if not text:
        return None
    if CANONICAL.fullmatch(text):
        return Decimal(text)
    try:
        return read_number(text)
    except CellError:
        return None


def _checked_number(kind: str, number: Decimal, text: str, *, negative: bool) -> str:
    if number < 0 and not negative:
        raise CellError(f"不能是负数，读到的是 {plain(number)}。")
    exponent = number.normalize().as_tuple().exponent if "." in text or "．" in text else 0
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    if places > PLACES[kind]:
        expected = "整数" if PLACES[kind] == 0 else f"最多 {PLACES[kind]} 位小数"
        raise CellError(f"应为{expected}，读到的是 {quoted(text)}。")
    if kind == "score" and abs(number) > HIGHEST_SCORE:
        bound = f"大于 {plain(HIGHEST_SCORE)}" if number > 0 else f"小于 {plain(-HIGHEST_SCORE)}"
        raise CellError(f"分数不能{bound}，读到的是 {plain(number)}。")
    return plain(number) if number else "0"


def _date(text: str) -> str | None:
    stripped = unicodedata.normalize("NFKC", text).strip()
    if not stripped:
        return None
    match = re.fullmatch(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?", stripped)
    try:
        return datetime.date(*(int(part) for part in match.groups())).isoformat() if match else _no_date(text)
    except ValueError:
        return _no_date(text)


def _no_date(text: str) -> str:
    raise CellError(f"不是日期，应写成 2023-04-20 的样子，读到的是“{quoted(text)}”。")


def _text(kind: str, text: str, max_length: int | None) -> str | None:
    stripped = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    limit = max_length or (MAX_LONG_TEXT if kind == "long_text" else MAX_TEXT)
    if len(stripped) > limit:
        raise CellError(f"最多 {limit} 个字，现有 {len(stripped)} 个字。")
    if kind != "long_text" and "\n" in stripped:
        stripped = " ".join(stripped.split("\n"))
    return stripped or None
