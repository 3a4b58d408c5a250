"""Numbers as people type them: Arabic with separators, full-width, and Chinese numerals."""

import re
from decimal import Decimal

SIGNIFICANT_DIGITS = 15

# Zero-width characters come along from Word and web pages; nobody sees them.
_PLAIN = str.maketrans(
    "０１２３４５６７８９．，＋－−—–", "0123456789.,+----", "\u200b\u200c\u200d\u2060\ufeff"
)
_LONGEST_QUOTE = 40
_NUMBER = re.compile(r"[+-]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}
CHINESE_NUMERAL = "[零〇一二两三四五六七八九十百千万亿]+"


class NumberError(ValueError):
    """A cell that should hold a plain number does not; the message is Chinese and names the text read."""


def read_decimal(text: str) -> Decimal:
    """A plain number cell, e.g. "１，２３４.５０" or "－3"; raises NumberError for anything else.

    At most 15 significant digits, no exponent, no unit.
    """
    plain = text.translate(_PLAIN).strip()
    if not plain:
        raise NumberError("没有填写数字")
    if not _NUMBER.fullmatch(plain):
        raise NumberError(f"“{quoted(text)}”不是数字，请只填阿拉伯数字，不带单位和文字")
    number = Decimal(plain.replace(",", ""))
    if too_long(number):
        raise NumberError(f"“{quoted(text)}”超过{SIGNIFICANT_DIGITS}位有效数字")
    return number


def quoted(text: str) -> str:
    """What was typed, as a message repeats it: never a whole page of it."""
    stripped = text.strip()
    return stripped if len(stripped) <= _LONGEST_QUOTE else f"{stripped[:_LONGEST_QUOTE]}…"


def too_long(number: Decimal) -> bool:
    """Whether a number has more significant digits than the record can hold."""
    return len(number.as_tuple().digits) > SIGNIFICANT_DIGITS


def read_chinese(text: str) -> Decimal | None:
    """The value of a Chinese numeral ("十二" → 12, "一百零五" → 105); None when it is not well formed."""
    total = section = 0
    digit: int | None = None
    for char in text:
        if char in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[char]
        elif char in _SMALL:
            section += (1 if digit is None else digit) * _SMALL[char]
            digit = None
        elif char in _LARGE:
            section += digit or 0
            counted = total + section if char == "亿" else section
            if not counted:
                return None
            total = counted * _LARGE[char] + (0 if char == "亿" else total)
            section, digit = 0, None
        else:
            return None
    return Decimal(total + section + (digit or 0)) if text else None
