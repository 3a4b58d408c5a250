"""Rows and their rules: parameters that fit the weight, cells for what a rule reads, a rule that fits the form."""

from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.rules.registry import Rule
from scoring.engine.scheme import Indicator, IndicatorList, Scheme
from scoring.engine.yaml_lines import Path

Flaw = tuple[Path, str]


def find_row_flaws(scheme: Scheme) -> Iterator[Flaw]:
    """Every rule with the row that it scores, or the list of typed rows."""
    for number, indicator in enumerate(scheme.indicators):
        if indicator.rule is not None:
            yield from _own(scheme, indicator, indicator.rule, ("indicators", number))
    for key, typed in scheme.indicator_lists.items():
        yield from _typed(scheme, typed, ("indicator_lists", key))


def _own(scheme: Scheme, indicator: Indicator, rule: Rule, path: Path) -> Iterator[Flaw]:
    if indicator.weight is not None:
        yield from (((*path, "rule"), problem) for problem in rule.problems(indicator.weight))
    for cell in rule.cells:
        if cell not in indicator.columns:
            yield (*path, "columns"), f"评分规则要读本行的 {cell}，columns 里没有"
    yield from _without_points(scheme, rule, (*path, "rule"))


def _typed(scheme: Scheme, typed: IndicatorList, path: Path) -> Iterator[Flaw]:
    rule, place = typed.default_rule, (*path, "default_rule")
    most = max((level.weight for level in typed.levels), default=Decimal(0))
    yield from ((place, problem) for problem in rule.problems(most))
    if rule.needs_own_row:
        yield place, "这种规则要逐项回答，或有下级指标，只能用在方案自带的评分行（indicators）"
    if scheme.scoring == "points" and "weight" not in typed.columns:
        yield (*path, "columns"), "评分的指标表要有 weight（分值），columns 里没有"
    yield from _without_points(scheme, rule, place)


def _without_points(scheme: Scheme, rule: Rule, path: Path) -> Iterator[Flaw]:
    """A verdict without points would count as none of the points."""
    if scheme.scoring == "points" and rule.kind == "achievement":
        yield path, "achievement 不给分，只能用在不评分的表（scoring: none）"
