"""Targets set against a level that is only named: "不低于全省平均水平" and the answer "高于全省平均水平"."""

import re

_OPERATORS = (
    (">", r"高于|超过|大于|多于|优于|好于|>|领先于?"),
    ("reached", r"达到"),
    ("=", r"等于|持平于?|与|相当于|="),
    (">=", r"不低于|不少于|不小于|不劣于|不差于|≥|至少达到"),
    ("<", r"低于|少于|小于|劣于|差于|不及|未达到|未达|没有达到|<"),
    ("<=", r"不高于|不超过|不多于|不大于|≤"),
)
_OPERATOR = "|".join(f"(?P<o{at}>{words})" for at, (_, words) in reversed([*enumerate(_OPERATORS)]))
_NAMED = re.compile(
    rf"\S{{0,6}}?(?:{_OPERATOR})(?P<level>\D*?(?:平均|同期|全[国省市区县州]|国家|行业|当地|上级|市场|同类|周边|指导)\D*?)(?:持平|相当)?"
)
_LAST_WORD = re.compile(r"的?(?:水平|价格?|标准)$")
# What an answer says, and the targets that it meets; to reach a level is to be no lower.
_MEETS = {">": (">", ">="), "=": ("=", ">=", "<="), ">=": (">=",), "<": ("<", "<="), "<=": ("<=",)}
_MISSES = {">": ("<", "<="), "=": (">", "<"), ">=": ("<",), "<": (">", ">="), "<=": (">",)}


def judge_reference(wanted: str, said: str) -> bool | None:
    """Both in bare characters; None where they don't name the same level or the answer leaves it open."""
    goal, got = _read(wanted), _read(said)
    if goal is None or got is None or goal[1] != got[1]:
        return None
    wanted_is = ">=" if goal[0] == "reached" else goal[0]
    said_is = "=" if got[0] == "reached" else got[0]
    if wanted_is in _MEETS[said_is]:
        return True
    return False if wanted_is in _MISSES[said_is] else None


def _read(text: str) -> tuple[str, str] | None:
    match = _NAMED.fullmatch(text)
    if match is None:
        return None
    found = next(operator for at, (operator, _) in enumerate(_OPERATORS) if match[f"o{at}"])
    return found, _LAST_WORD.sub("", match["level"])
