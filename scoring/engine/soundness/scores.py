"""What a scheme scores with: indicators, groups, weights, checks, totals and grades."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from scoring.engine.cells import PLACES
from scoring.engine.checks import derived_figures, total_sum
from scoring.engine.checks.registry import TITLES
from scoring.engine.facts import cells_of
from scoring.engine.numbers import plain
from scoring.engine.precision import places_of
from scoring.engine.scheme import Indicator, Scheme
from scoring.engine.soundness.layout import repeated
from scoring.engine.yaml_lines import Path

Flaw = tuple[Path, str]

CODE = re.compile(r"[A-Z](_[A-Z0-9]+)+")
GROUP = "group_split"
# The checks that compare a stated cell with its own formula.
CELL_CODES = tuple(check.code for check in (*derived_figures.CHECKS, total_sum.CHECK))
SCORE_PLACES = PLACES["score"]


def find_score_flaws(scheme: Scheme) -> Iterator[Flaw]:
    """Rows and groups, sums of weights, codes, totals, grades."""
    yield from _indicators(scheme)
    if scheme.scoring == "points":
        yield from _weights(scheme)
    yield from _codes(scheme)
    yield from _totals(scheme)
    yield from _grades(scheme)


def _indicators(scheme: Scheme) -> Iterator[Flaw]:
    for key in repeated(indicator.id for indicator in scheme.indicators):
        numbers = [number for number, each in enumerate(scheme.indicators) if each.id == key]
        yield ("indicators", numbers[-1], "id"), f"指标“{key}”重复"
    for number, indicator in enumerate(scheme.indicators):
        path: Path = ("indicators", number)
        if indicator.group is not None:
            yield from _child(scheme, indicator, path)
        elif indicator.rule is None:
            yield path, f"指标“{indicator.name}”没有评分规则（rule）"
        elif indicator.rule.kind == GROUP and not scheme.children_of(indicator.id):
            yield path, f"分组“{indicator.name}”没有下级指标"


def _child(scheme: Scheme, indicator: Indicator, path: Path) -> Iterator[Flaw]:
    parent = scheme.indicators_by_id.get(indicator.group or "")
    if parent is None or parent.rule is None or parent.rule.kind != GROUP:
        yield (*path, "group"), f"“{indicator.group}”不是分组指标（group_split）"
    if indicator.weight is not None:
        yield (*path, "weight"), f"组内指标“{indicator.name}”不能有自己的分值"
    if indicator.rule is not None:
        yield (*path, "rule"), f"组内指标“{indicator.name}”由分组的规则评分，不能另设规则"


def _weights(scheme: Scheme) -> Iterator[Flaw]:
    yield from _weight_signs(scheme)
    sums: dict[str, Decimal] = {}
    for indicator in scheme.scored_indicators:
        sums[indicator.level1] = sums.get(indicator.level1, Decimal(0)) + (indicator.weight or 0)
    for typed in scheme.indicator_lists.values():
        for level in typed.levels:
            sums[level.name] = sums.get(level.name, Decimal(0)) + level.weight
    total = sum(sums.values(), Decimal(0))
    if total != scheme.total_weight:
        due = scheme.total_weight
        message = f"各指标分值合计 {plain(total)}，应为 {plain(due)}，差 {plain(total - due)}"
        yield ("total_weight",), message
    for name in dict.fromkeys([*scheme.levels, *(sums if scheme.levels else ())]):
        declared, found = scheme.levels.get(name), sums.get(name)
        if declared != found:
            stated = "没有列出" if declared is None else f"写 {plain(declared)}"
            message = f"一级指标“{name}”{stated}，各指标分值合计 {plain(found or Decimal(0))}"
            yield ("levels", name), message


def _weight_signs(scheme: Scheme) -> Iterator[Flaw]:
    for number, indicator in enumerate(scheme.indicators):
        if indicator.group is None:
            path: Path = ("indicators", number, "weight")
            yield from _weight(f"指标“{indicator.name}”", indicator.weight or Decimal(0), path)
    for key, typed in scheme.indicator_lists.items():
        for number, level in enumerate(typed.levels):
            path = ("indicator_lists", key, "levels", number, "weight")
            yield from _weight(f"“{level.name}”", level.weight, path)
    yield from _weight("方案", scheme.total_weight, ("total_weight",))


def _weight(called: str, weight: Decimal, path: Path) -> Iterator[Flaw]:
    """Scores have two places: full points of a weight with more would be above it."""
    if weight <= 0:
        yield path, f"{called}的分值必须大于 0"
    elif places_of(weight.normalize()) > SCORE_PLACES:
        yield path, f"{called}的分值 {plain(weight)} 最多 {SCORE_PLACES} 位小数"


def _codes(scheme: Scheme) -> Iterator[Flaw]:
    """A declared check may bring its own code; elsewhere only codes of checks that run."""
    for number, check in enumerate(scheme.checks):
        if not CODE.fullmatch(check.code):
            yield (
                ("checks", number, "code"),
                f"核查编码“{check.code}”应像 X_RATE：大写字母、数字，用下划线分段",
            )
    cells: list[tuple[Path, str]] = [
        (("facts", name, "check"), fact.check) for name, fact in scheme.facts.items()
    ]
    cells += [(("tables", key, "check"), table.check) for key, table in scheme.tables.items()]
    for path, code in cells:
        if code not in CELL_CODES:
            yield path, f"“{code}”不核对填写的数与公式，这里只能写 {'、'.join(CELL_CODES)}"
    own = {check.code for check in scheme.checks}
    for code in scheme.check_settings:
        if code not in TITLES and code not in own:
            yield ("check_settings", code), f"没有核查“{code}”"


def _totals(scheme: Scheme) -> Iterator[Flaw]:
    cells, totals = cells_of(scheme), scheme.totals
    named: list[tuple[Path, str | None]] = [
        (("totals", "official"), totals.official),
        (("totals", "sum"), totals.sum),
    ]
    named += [(("totals", "stated", number), name) for number, name in enumerate(totals.stated)]
    for path, name in named:
        if name is not None and name not in cells:
            yield path, f"“{name}”不是本方案的数值数据项或表格单元"
        elif name is not None and cells[name].derived and not cells[name].stated:
            yield path, f"“{name}”只由系统计算，单位不填写；写上 stated: true 才能作总分所在格"
    if totals.grade is not None:
        yield from _grade_cell(scheme, totals.grade)


def _grade_cell(scheme: Scheme, name: str) -> Iterator[Flaw]:
    """The cell exists, and every grade can be chosen there under one of its names."""
    if name not in scheme.facts:
        yield ("totals", "grade"), f"没有数据项“{name}”"
        return
    choices = scheme.facts[name].choices
    for number, grade in enumerate(scheme.grades):
        if choices and not {grade.label, *grade.aliases} & set(choices):
            message = f"等次“{grade.label}”和它的同义用语都不在“{name}”的可选内容中"
            yield ("grades", number), message


def _grades(scheme: Scheme) -> Iterator[Flaw]:
    for number, (above, below) in enumerate(pairwise(scheme.grades), start=1):
        if below.from_score >= above.from_score:
            starts = f"起点 {plain(below.from_score)} 应低于“{above.label}”的 {plain(above.from_score)}"
            yield ("grades", number, "from_score"), f"等次“{below.label}”的{starts}"
    if scheme.grades and scheme.grades[-1].from_score != 0:
        last = len(scheme.grades) - 1
        yield ("grades", last, "from_score"), "最后一个等次必须从 0 分起"
    words = [word for grade in scheme.grades for word in (grade.label, *grade.aliases)]
    for word in repeated(words):
        yield ("grades",), f"等次名称“{word}”重复"
