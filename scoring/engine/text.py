"""Text of a cell as it is compared: one spelling for each sign, notes in brackets set apart."""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from scoring.engine.numerals import SIGNIFICANT_DIGITS

LONGEST = 1000  # characters; a longer cell is a narrative
# Cells of one filing are asked for again and again by the rules and the checks.
_CELLS_AT_HAND = 4096
# NFKC would turn these into plain digits ("①" → "1", "½" → "1⁄2"), so they keep their own form.
_FREE = re.compile(
    r"[^\u2460-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf\u00bc-\u00be\u2150-\u215f⁰¹²³⁴-⁹₀-₉，]+"
)
_BEFORE_NFKC = {
    "㎡": "平方米",
    "m²": "平方米",
    "㎥": "立方米",
    "m³": "立方米",
    "km²": "平方公里",
    "㎢": "平方公里",
    "℃": "摄氏度",
    "°C": "摄氏度",
    "㏊": "公顷",
}
_SIGNS = str.maketrans(
    {
        "≧": "≥",
        "⩾": "≥",
        "≦": "≤",
        "⩽": "≤",
        "﹥": ">",
        "﹤": "<",
        "≮": "≥",
        "≯": "≤",
        "═": "=",
        "－": "-",
        "−": "-",
        "—": "-",
        "–": "-",
        "―": "-",
        "‐": "-",
        "‑": "-",
        "～": "~",
        "〜": "~",
        "∼": "~",
        "∽": "~",
        "µ": "μ",
        "[": "(",
        "]": ")",
        "【": "(",
        "】": ")",
        "〔": "(",
        "〕": ")",
        ";": "；",
        ":": "：",
        "!": "。",
        "?": "？",
        "＊": "*",
        "\u200b": "",
        "\ufeff": "",
    }
)
_AT_LEAST, _AT_MOST = re.compile(r">\s*=|=\s*>|≥="), re.compile(r"<\s*=|=\s*<|≤=")
_EQUALS = re.compile(r"=(?:\s*=)+")
_CHINESE_YEAR = re.compile(r"(?:二[〇零○]|一九)[〇零○一二三四五六七八九]{2}(?=年)")
_CHINESE_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_POWERS = {"m2": "平方米", "m3": "立方米", "km2": "平方公里"}
_PLAIN_POWER = re.compile(r"(?<![A-Za-z])(?:km2|m2|m3)(?![A-Za-z0-9])")
_WIDE_THOUSANDS = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
# "1 024户"; two figures side by side end in a percentage: "3 100%".
_SPACED_THOUSANDS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?: \d{3})+(?!\d|[.,]?\d*%)")
# "1.2E+07" as a sheet prints a large figure.
_POWER_OF_TEN = re.compile(r"(?<![A-Za-z\d.])\d+(?:\.\d+)?[eE][+-]?\d{1,2}(?![A-Za-z\d.])")
_STRAY_POINT = re.compile(r"(?<=\d)\.(?=[%‰])")
_SPACE_BESIDE_SIGN = re.compile(r"(?<![A-Za-z0-9]) | (?![A-Za-z0-9])|(?<=[0-9]) (?=[A-Za-z])")
EDGE_MARKS = " ，。、；：,.*"
_MARKS = re.compile(r"[\s，。、；：,;:“”\"'‘’()《》·…-]")
_NOTE = re.compile(r"\(([^()]*)\)")
_NUMBERED = re.compile(r"(?<=[\u4e00-\u9fff])\(([一二三四五六])\)(?=[\u4e00-\u9fff])")  # 小(一)型
_INCLUDED = re.compile(r"\((?:均?含|含本数|含当日|包含)\)")


@lru_cache(maxsize=_CELLS_AT_HAND)
def normalise(text: str) -> str:
    """The same cell in one spelling: half-width, one sign for each operator, no idle spaces.

    Circled numbers, fractions and raised digits stay what they are, so that they never read as numbers.
    Thousands separators are taken out; a prose comma stays "，".
    """
    text = _WIDE_THOUSANDS.sub(",", text)
    for sign, plain in _BEFORE_NFKC.items():
        text = text.replace(sign, plain)
    text = _FREE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = _CHINESE_YEAR.sub(lambda match: match[0].translate(_CHINESE_DIGITS), text.translate(_SIGNS))
    text = _PLAIN_POWER.sub(lambda match: _POWERS[match[0]], text)
    text = _AT_LEAST.sub("≥", _EQUALS.sub("=", text))
    text = _AT_MOST.sub("≤", text)
    text = " ".join(text.split())
    text = _SPACED_THOUSANDS.sub(lambda match: match[0].replace(" ", ""), text)
    text = _POWER_OF_TEN.sub(_spelled_out, _STRAY_POINT.sub("", text))
    text = _SPACE_BESIDE_SIGN.sub("", text)
    text = _THOUSANDS.sub(lambda match: match[0].replace(",", ""), text)
    return text.replace(",", "，").strip()


def _spelled_out(match: re.Match[str]) -> str:
    """The figure in full, where the record can hold it."""
    number = Decimal(match[0])
    return f"{number:f}" if abs(number.adjusted()) < SIGNIFICANT_DIGITS else match[0]


def split_notes(text: str) -> tuple[str, tuple[str, ...]]:
    """A normalised text without its bracketed notes, and the notes: "4.8分(5分制)" → "4.8分", ("5分制",)."""
    text = _NUMBERED.sub(r"\1", _INCLUDED.sub("", text))
    notes: list[str] = []
    while match := _NOTE.search(text):
        notes.append(match[1])
        text = text[: match.start()] + text[match.end() :]
    return text.strip(EDGE_MARKS), tuple(notes)


@lru_cache(maxsize=_CELLS_AT_HAND)
def core(text: str) -> str:
    """The bare characters of a cell, for asking whether two cells say the same words."""
    return _MARKS.sub("", normalise(text))
