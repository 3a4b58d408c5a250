"""The same named figure written twice with different values: in one text, in two texts, in a text and in the form."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from scoring.engine.claims.claim import Claim, Kind, Verdict
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.naming import Mention, key_of, measure_of, mention_of
from scoring.engine.claims.text.prose import Prose
from scoring.engine.claims.text.reading import Judged, KnownFigure, Reading
from scoring.engine.claims.verdicts import exactly
from scoring.engine.likely_causes import likely_cause, power_of_ten
from scoring.engine.units import convert

# A name with more values than this names a column or a kind of figure, not one figure.
MOST_VALUES = 3
# Earlier mentions of one name that a later one is held against.
MOST_BEFORE = 8
# Two figures without anything in common are two figures; beyond this share of the larger one nothing is asked.
FAR = Decimal("0.5")
# Parts of different wholes are asked about only where they are nearly the same.
NEAR = Decimal("0.02")
# 财务尾数: two figures that differ by so many of the last printed digits are one.
TAIL = 2
_SUFFIX = 5
_LEAST_DIGITS = 4

Key = tuple[str, str, int | None]


def find(readings: Sequence[Reading], known: Sequence[KnownFigure]) -> Iterator[Claim]:
    """Every figure that stands somewhere else with another value, against the place that more of them agree with."""
    mentions = [
        mention
        for reading in readings
        for figure in reading.figures.all
        if (mention := mention_of(reading, figure)) is not None
    ]
    groups: dict[Key, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[mention.key, mention.measure, mention.year].append(mention)
    named = [claim for group in groups.values() for claim in _in_group(group)]
    yield from named
    told = {(claim.name, claim.end) for claim in named if claim.verdict != "consistent"}
    yield from (claim for claim in _slips(mentions) if (claim.name, claim.end) not in told)
    yield from _against_form(mentions, known)


def _in_group(group: list[Mention]) -> Iterator[Claim]:
    """Figures of one name, measure and year: each against those before it that differ among themselves."""
    if len(_distinct(group)) > MOST_VALUES:
        return
    before: list[Mention] = []
    for mention in group:
        others = [one for one in before if _comparable(one, mention)]
        claim = _against(mention, _best(others, mention)) if others else None
        if claim is not None:
            yield claim
        is_new = claim is None or claim.verdict != "consistent"
        if is_new and len(before) < MOST_BEFORE:
            before.append(mention)


def _best(others: list[Mention], mention: Mention) -> Mention:
    """The earlier mention to compare with: one that agrees, else the one whose whole is the same."""
    agreeing = next((one for one in others if _same(one.figure, mention.figure)), None)
    return agreeing or next((one for one in others if one.shares_whole(mention)), others[0])


def _comparable(one: Mention, other: Mention) -> bool:
    """Whether nothing says that the two are figures of different stages: 年初预算 and 决算."""
    return not (one.stage and other.stage and one.stage != other.stage)


def _against(mention: Mention, other: Mention) -> Claim | None:
    stated = mention.figure
    value = other.figure.within(stated.unit)
    if value is None:
        return None
    if _same(other.figure, stated):
        return _claim(mention, other, Judged("consistent", value, ""))
    cause = likely_cause(stated.value, value)
    verdict = _verdict(mention, other, value, bool(cause))
    return None if verdict is None else _claim(mention, other, Judged(verdict, value, cause))


def _verdict(mention: Mention, other: Mention, value: Decimal, has_cause: bool) -> Verdict | None:
    stated = mention.figure.value
    apart, largest = abs(stated - value), max(abs(stated), abs(value))
    if mention.figure.places and apart <= TAIL * 2 * mention.figure.half:
        return "rounding"
    if mention.figure.is_percent and mention.reading is not other.reading:
        return (
            "check" if has_cause else None
        )  # one text may say what was aimed at, the other what was reached
    if has_cause or mention.shares_whole(other):
        return "inconsistent"
    apart_wholes = bool(mention.wholes) and bool(other.wholes)
    near = apart <= (NEAR if apart_wholes else FAR) * largest
    plain = not mention.wholes and not other.wholes and mention.stage == other.stage
    if plain and (near or not stated or not value):
        return "inconsistent"
    return "check" if near else None


def _claim(mention: Mention, other: Mention, found: Judged) -> Claim:
    """`found.reason` is the likely cause here."""
    reading, stated, before = mention.reading, mention.figure, other.figure
    source = other.reading.prose
    where = "前文" if reading is other.reading else f"{source.title or '另一处'}中"
    reason = f"{where}“{mention.key}”为{source.quote(before.start, before.end)}，此处写{stated.told()}"
    value = found.computed or Decimal(0)
    if found.verdict != "consistent":
        reason += f"，相差{exactly(abs(value - stated.value))}{stated.unit}"
    reason += "；口径如有不同，请说明。" if found.verdict == "check" else "。"
    reason += f"{found.reason}。" if found.reason else ""
    claim = _as_written(
        reading.claim(_kind(stated, value), stated, Judged(found.verdict, value, reason)), stated, value
    )
    return replace(claim, against=(before.start, before.end), against_name=source.name)


def _kind(stated: Figure, value: Decimal) -> Kind:
    return "scale" if stated.value and value and power_of_ten(stated.value, value) else "restated"


def _as_written(claim: Claim, stated: Figure, value: Decimal) -> Claim:
    """The other figure as exactly as it is written there; it isn't computed, so it isn't rounded."""
    text = exactly(value)
    correction = claim.correction and replace(claim.correction, text=text)
    return replace(claim, computed=f"{text}{stated.unit}", correction=correction)


def _slips(mentions: Iterable[Mention]) -> Iterator[Claim]:
    """Names that end alike over figures that differ by a slip of the pen: 共代缴资金397.47, 共代缴的资金394.47."""
    seen: dict[tuple[str, str, int | None], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if len(mention.key) < _SUFFIX or len(mention.figure.value.as_tuple().digits) < _LEAST_DIGITS:
            continue
        place = (mention.key[-_SUFFIX:], mention.measure, mention.year)
        for other in seen[place]:
            if other.key == mention.key or _same(other.figure, mention.figure):
                continue
            value = other.figure.within(mention.figure.unit)
            cause = likely_cause(mention.figure.value, value) if value else ""
            if value is not None and cause and _comparable(other, mention):
                yield _claim(mention, other, Judged("inconsistent", value, cause))
                break
        if len(seen[place]) < MOST_VALUES * 2:
            seen[place].append(mention)


def _against_form(mentions: Iterable[Mention], known: Sequence[KnownFigure]) -> Iterator[Claim]:
    """Figures of a text against the form's cells of the same name."""
    cells: dict[tuple[str, str], list[KnownFigure]] = defaultdict(list)
    for cell in known:
        key = _key_of_cell(cell.label)
        if key:
            cells[key, measure_of(cell.unit)].append(cell)
    for mention in mentions:
        found = cells.get((mention.key, mention.measure), [])
        if not found or any(_in_cell(cell, mention.figure) for cell in found):
            continue
        values = {(cell.value, cell.unit) for cell in found}
        year = mention.reading.year
        if len(values) > 1 or (mention.year and year and mention.year != (found[0].year or year)):
            continue
        claim = _with_cell(mention, found[0])
        if claim is not None:
            yield claim


@lru_cache(maxsize=4096)
def _key_of_cell(label: str) -> str:
    return key_of(Prose(label).text)


def _with_cell(mention: Mention, cell: KnownFigure) -> Claim | None:
    stated = mention.figure
    value = convert(cell.value, cell.unit, stated.unit) if cell.unit != stated.unit else cell.value
    if value is None:
        return None
    cause = likely_cause(stated.value, value)
    verdict: Verdict = "inconsistent" if cause or not mention.wholes else "check"
    reason = f"表中“{cell.label}”为{exactly(value)}{stated.unit}，文中写{stated.told()}，"
    reason += f"相差{exactly(abs(value - stated.value))}{stated.unit}。{cause and cause + '。'}"
    claim = mention.reading.claim(_kind(stated, value), stated, Judged(verdict, value, reason))
    return replace(_as_written(claim, stated, value), against_name=cell.where)


def _in_cell(cell: KnownFigure, figure: Figure) -> bool:
    value = convert(cell.value, cell.unit, figure.unit) if cell.unit != figure.unit else cell.value
    half = convert(cell.half, cell.unit, figure.unit) if cell.unit != figure.unit else cell.half
    return value is not None and half is not None and abs(value - figure.value) <= max(half, figure.half)


def _same(one: Figure, other: Figure) -> bool:
    """Whether two figures are one, as exactly as the coarser one is printed."""
    value = one.within(other.unit)
    half = convert(one.half, one.unit, other.unit) if one.unit != other.unit else one.half
    return value is not None and half is not None and abs(value - other.value) <= max(half, other.half)


def _distinct(group: list[Mention]) -> list[Figure]:
    """The different values of a group, at most one more than matters."""
    found: list[Figure] = []
    for mention in group:
        if not any(_same(figure, mention.figure) for figure in found):
            found.append(mention.figure)
            if len(found) > MOST_VALUES:
                break
    return found
