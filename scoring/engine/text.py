"""Text of a cell as it is compared: one spelling for each sign, notes in brackets set apart."""

import re
import unicodedata

# NFKC would turn these into plain digits ("①" → "1", "½" → "1⁄2"), so they keep their own form.
_PROTECTED = re.compile(
    r"[\u2460-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf\u00bc-\u00be\u2150-\u215f⁰¹²³⁴-⁹₀-₉，]"
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
_POWERS = {"m2": "平方米", "m3": "立方米", "km2": "平方公里"}
_PLAIN_POWER = re.compile(r"(?<![A-Za-z])(?:km2|m2|m3)(?![A-Za-z0-9])")
_WIDE_THOUSANDS = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_SPACE_BESIDE_SIGN = re.compile(r"(?<![A-Za-z0-9]) | (?![A-Za-z0-9])|(?<=[0-9]) (?=[A-Za-z])")
_EDGE_MARKS = " ，。、；：,.*"
_MARKS = re.compile(r"[\s，。、；：,;:“”\"'‘’()《》·…-]")
_NOTE = re.compile(r"\(([^()]*)\)")
_INCLUDED = re.compile(r"\((?:均?含|含本数|含当日|包含)\)")


def normalise(text: str) -> str:
    """The same cell in one spelling: half-width, one sign for each operator, no idle spaces.

    Circled numbers, fractions and raised digits stay what they are, so that they never read as numbers.
    Thousands separators are taken out; a prose comma stays "，".
    """
    text = _WIDE_THOUSANDS.sub(",", text)
    for sign, plain in _BEFORE_NFKC.items():
        text = text.replace(sign, plain)
    text = "".join(c if _PROTECTED.match(c) else unicodedata.normalize("NFKC", c) for c in text)
    text = text.translate(_SIGNS)
    text = _PLAIN_POWER.sub(lambda match: _POWERS[match[0]], text)
    text = re.sub(r">\s*=|=\s*>", "≥", text)
    text = re.sub(r"<\s*=|=\s*<", "≤", text)
    text = " ".join(text.split())
    text = _SPACE_BESIDE_SIGN.sub("", text)
    text = _THOUSANDS.sub(lambda match: match[0].replace(",", ""), text)
    return text.replace(",", "，").strip()


def split_notes(text: str) -> tuple[str, tuple[str, ...]]:
    """A normalised text without its bracketed notes, and the notes: "4.8分(5分制)" → "4.8分", ("5分制",)."""
    text = _INCLUDED.sub("", text)
    notes: list[str] = []
    while match := _NOTE.search(text):
        notes.append(match[1])
        text = text[: match.start()] + text[match.end() :]
    return text.strip(_EDGE_MARKS), tuple(notes)


def core(text: str) -> str:
    """The bare characters of a cell, for asking whether two cells say the same words."""
    return _MARKS.sub("", normalise(text))


_GRADED = re.compile(
    r"得满分|不得分|酌情|得\d+(?:\.\d+)?分|计\d+(?:\.\d+)?分|各?\d+(?:\.\d+)?分[；。]|扣\d+(?:\.\d+)?(?:分|%)|权重分"
)
_TIER = re.compile(r"(?P<condition>.*?)(?:得满分|得100%权重分|[得计]?\d+(?:\.\d+)?分)")
_PER_FAULT = re.compile(r"每(?:发现|出现|查出|缺少|缺|有)[一1]?[处项次个例人件起]?(?P<fault>[^扣]*?)扣")


def full_mark_condition(text: str) -> str:
    """What a scoring rule asks for the full mark: "90%以上得满分，70-90得1.5分" → "90%以上".

    A rule that only takes marks off for each fault asks for none: "每发现1处不完整扣20%权重分" → "无不完整".
    Text that is no scoring rule comes back as it is.
    """
    text = re.split(r"[，；。]否则", text)[0]
    if not _GRADED.search(text):
        return text
    first = re.split(r"[；。]|，不符合", text)[0]
    if match := _PER_FAULT.match(first):
        return "无" + match["fault"]
    tier = _TIER.match(first)
    return (tier["condition"] if tier else first).strip(_EDGE_MARKS)
