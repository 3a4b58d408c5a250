"""I_DUP: the same indicator twice in one form (郫都区复核第⑨条: 产出与效益重复只计其一)."""

import re
from collections.abc import Iterator
from itertools import combinations

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.checks.target_rows import TargetRow, typed_rows
from scoring.engine.numerals import quoted
from scoring.engine.results import Finding
from scoring.engine.text import core, normalise, split_notes

_NUMBERING = re.compile(r"^(?:指标)?(?:\d{1,2}[.、．：]|[①-⑳]|[(（]?[一二三四五六七八九十\d]{1,2}[)）、])")
# A shorter name is the end of a longer one only where it says enough by itself.
_ENOUGH = 5


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """Two rows of one name; or of names that end alike, on different second levels, with the same target."""
    named = ((row, _plain(row.given.name)) for row in typed_rows(context, "target") if row.target)
    rows = [(row, name) for row, name in named if name]
    told: set[str] = set()
    for (one, ours), (other, theirs) in combinations(rows, 2):
        alike = _alike(one, other) if ours == theirs else _ends_alike(one, other, {ours, theirs})
        if other.anchor in told or not alike or _told_apart(one, other):
            continue
        told.add(other.anchor)
        levels = "、".join(dict.fromkeys(row.given.level2.strip() for row in (one, other))).strip("、")
        names = one.name if one.name == other.name else f"{one.name}”与“{other.name}"
        message = (
            f"“{names}”（{levels}）像是同一指标，指标值都是“{quoted(other.target)}”，"
            "同一成效只能计一次分。请合并，或写明两者的区别。"
        )
        yield check.finding(other.at("name"), message, stated=other.name, also=(one.at("name"),))


def _ends_alike(one: TargetRow, other: TargetRow, names: set[str]) -> bool:
    """建档立卡贫困人口参保率 under 质量 and 贫困人口参保率 under 社会效益; groups of people differ in what satisfies."""
    shorter, longer = sorted(names, key=len)
    apart = one.given.level2 != other.given.level2 and "满意" not in one.levels + other.levels
    telling = len(shorter) >= _ENOUGH and longer.endswith(shorter)
    return apart and telling and one.judged.target.kind == "number" and _alike(one, other)


def _told_apart(one: TargetRow, other: TargetRow) -> bool:
    """Whether a cell or note beside the name tells two rows of one name apart: 培训人数（教师）, 培训人数（学生）."""
    details = ((core(row.cells.get("detail") or ""), _note(row)) for row in (one, other))
    return any(ours and theirs and ours != theirs for ours, theirs in zip(*details, strict=True))


def _note(row: TargetRow) -> str:
    return "".join(split_notes(normalise(row.given.name))[1])


def _plain(name: str) -> str:
    return core(_NUMBERING.sub("", split_notes(normalise(name))[0]))


def _alike(one: TargetRow, other: TargetRow) -> bool:
    """≥95% and 95% are the same target."""
    ours, theirs = one.judged.target, other.judged.target
    if ours.kind == theirs.kind == "number":
        return (ours.number, ours.unit) == (theirs.number, theirs.unit)
    return core(one.target) == core(other.target)


CHECK = Check("I_DUP", "同一指标重复", "information", find)
