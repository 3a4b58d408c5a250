"""Targets written as a proportion: "1:3" of what was put in to what it drew in."""

import re

from scoring.engine.compare import Comparison, compare
from scoring.engine.quantity import Quantity
from scoring.engine.text import core, normalise
from scoring.engine.tokens import find_tokens

_ONE_TO = re.compile(r"(?P<before>[^\d：]*)1：(?P<number>\d+(?:\.\d+)?)(?P<after>[^\d：]*)")
_DRAWS = re.compile(r"带动|撬动|杠杆|放大|引导|投入产出|产出比")


def compare_proportion(target: str, actual: str, name: str) -> Comparison | None:
    """Two proportions of one to so many; None where either is none or it is not known which way is better."""
    goal, done = _one_to(target), _one_to(actual)
    if goal is None or done is None or not _DRAWS.search(name + core(target)):
        return None
    return compare(goal, done, "min")


def _one_to(text: str) -> Quantity | None:
    """ "≥1：5" as ≥5."""
    match = _ONE_TO.fullmatch(normalise(text))
    if match is None:
        return None
    tokens = find_tokens(f"{match['before']}{match['number']}{match['after']}")
    if len(tokens) != 1 or tokens[0].unit:
        return None
    return Quantity(text, tokens[0].operator, tokens[0].number, kind="number")
