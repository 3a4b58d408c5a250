"""D_CROSS: a figure that two reports of the bureau state differently."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.concepts import SharedFigure, is_keyed, shared_figures
from scoring.engine.filing import Filing
from scoring.engine.likely_causes import MOST_PLACES, likely_cause
from scoring.engine.numbers import round_half_up, separated
from scoring.engine.precision import places_of
from scoring.engine.results import Finding


@dataclass(frozen=True)
class _Side:
    """What one report says; figures of one code in several reports under one scheme are added up."""

    titles: tuple[str, ...]
    figure: SharedFigure

    @property
    def written(self) -> str:
        """《甲项目》、《乙项目》合计的项目支出（2101301）2,000万元."""
        several = "合计" if len(self.titles) > 1 else ""
        return f"{'、'.join(f'《{title}》' for title in self.titles)}{several}的{_said(self.figure)}"


@dataclass(frozen=True)
class _Gap:
    """Two sides that differ; `difference` is own minus other in the unit of the own figure."""

    own: _Side
    other: _Side
    other_value: Decimal
    difference: Decimal


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """One finding for each own cell, whatever the number of reports that differ from it."""
    gaps = (
        [gap for name in context.scheme.concepts for gap in _gaps(context, name)] if context.dossier else []
    )
    by_place: dict[str, list[_Gap]] = {}
    for gap in gaps:
        by_place.setdefault(gap.own.figure.anchor, []).append(gap)
    opposite = {(gap.other.titles, -gap.difference): gap.own.figure.label for gap in gaps}
    for anchor, found in by_place.items():
        first = found[0]
        yield check.finding(
            anchor,
            _message(found, opposite.get((first.other.titles, first.difference))),
            stated=first.own.figure.value,
            computed=first.other_value,
            also=first.own.figure.also,
        )


def _gaps(context: CheckContext, name: str) -> Iterator[_Gap]:
    own_filing, keyed = context.filing, is_keyed(context.scheme.concepts[name])
    own = [figure.code for figure in shared_figures(own_filing, name)]
    mine, *others = (_sides(filings, name) for filings in _groups(own_filing, context.dossier, keyed))
    for code in own:
        for other in (sides[code] for sides in others if code in sides):
            if gap := _compared(mine[code], other):
                yield gap


def _groups(own: Filing, dossier: tuple[Filing, ...], keyed: bool) -> list[list[Filing]]:
    """Reports that speak as one, the own report's group first: by scheme where figures are keyed, else each alone."""
    groups: dict[str, list[Filing]] = {"": [own]}
    for number, filing in enumerate(dossier):
        key = str(number)
        if keyed:
            key = "" if filing.scheme.code == own.scheme.code else filing.scheme.code
        groups.setdefault(key, []).append(filing)
    return list(groups.values())


def _sides(filings: list[Filing], name: str) -> dict[str, _Side]:
    """By code what a group says, at the place in its first report that has the code."""
    sides: dict[str, _Side] = {}
    for filing in filings:
        for figure in shared_figures(filing, name):
            before = sides.get(figure.code)
            sides[figure.code] = (
                _Side((*before.titles, filing.title), before.figure.plus(figure))
                if before
                else _Side((filing.title,), figure)
            )
    return sides


def _compared(own: _Side, other: _Side) -> _Gap | None:
    """A gap beyond half of the last printed digit of the coarser figure, in the own figure's unit."""
    converted = other.figure.within(own.figure.unit)
    if converted is None:
        return None
    value, margin = converted
    difference = own.figure.value - value
    return None if abs(difference) <= max(margin, own.figure.margin) else _Gap(own, other, value, difference)


def _message(found: list[_Gap], opposite: str | None) -> str:
    first = found[0]
    own, cause = first.own.figure, likely_cause(first.own.figure.value, first.other_value)
    several = f"（与{'、'.join(f'《{title}》' for title in first.own.titles[1:])}合计）"
    said = "；".join(
        f"{gap.other.written}，相差 {_shown(abs(gap.difference))}{gap.own.figure.unit}" for gap in found
    )
    if not cause and opposite and opposite != own.label:
        cause = f"与{opposite}的差额相等、方向相反，可能两项之间划分不同"
    text = f"本表的{_said(own)}{several if len(first.own.titles) > 1 else ''}，与{said}。"
    return f"{text}{cause}。" if cause else text


def _said(figure: SharedFigure) -> str:
    code = f"（{figure.code}）" if figure.code else ""
    return f"{figure.label}{code} {_shown(figure.value)}{figure.unit}"


def _shown(value: Decimal) -> str:
    return separated(round_half_up(value, 2) if places_of(value) > MOST_PLACES else value)


CHECK = Check("D_CROSS", "与本部门其他报告的数据不一致", "warning", find)
