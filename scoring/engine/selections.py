"""Coded rows in formulas: `t03[level=3].total` is the sum of a column over the rows that a bracket selects."""

import re
from dataclasses import dataclass
from functools import lru_cache

_WRITTEN = re.compile(
    r"\b([a-z][a-z0-9_]*)\[\s*(?:(level|code)\s*=\s*([0-9A-Za-z]{1,20})|(all))\s*\]\s*\.\s*([a-z][a-z0-9_]*)"
)
# Capitals: no name of a scheme has them.
_STAND_IN = re.compile(r"([a-z][a-z0-9_]*)\.(LEVEL|CODE|ALL)_([0-9A-Za-z]*)\.([a-z][a-z0-9_]*)")
# Of formulas; a form has some hundreds.
_NAMES_AT_HAND = 4096
_NAME = re.compile(r"([a-z][a-z0-9_]*)\[(?:(level|code)=([0-9A-Za-z]+)|(all))\]\.([a-z][a-z0-9_]*)")


@dataclass(frozen=True)
class Selection:
    """A column of an open list over the rows of one `level`, with one `code`, or over `all` of them."""

    list: str
    by: str
    value: str
    column: str

    @property
    def name(self) -> str:
        """As written in a formula, without blanks."""
        return f"{self.list}[{self.by}{f'={self.value}' if self.value else ''}].{self.column}"


def read_selection(name: str) -> Selection | None:
    """The selection that `name` writes, None for a plain name."""
    # Nearly every name is plain.
    return _read(name) if "[" in name else None


@lru_cache(maxsize=_NAMES_AT_HAND)
def _read(name: str) -> Selection | None:
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    key, by, value, _, column = match.groups()
    return Selection(key, by or "all", value or "", column)


def with_stand_ins(text: str) -> str:
    """Formula text whose selections are dotted names, so that it is Python's grammar."""
    return _WRITTEN.sub(lambda m: f"{m[1]}.{(m[2] or m[4]).upper()}_{m[3] or ''}.{m[5]}", text)


def without_stand_ins(text: str) -> str:
    """The names that a formula really uses."""
    return _STAND_IN.sub(lambda m: Selection(m[1], m[2].lower(), m[3], m[4]).name, text)
