"""D_NAME: one indicator with two completed values in the reports of a bureau."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from scoring.engine import wording
from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.precision import half_unit, significant_digits
from scoring.engine.quantity import Quantity, read_quantity
from scoring.engine.results import FiledRow, Finding
from scoring.engine.scheme import Scheme
from scoring.engine.text import core, normalise, split_notes
from scoring.engine.units import convert, dimension

Key = tuple[str, ...]

# A name that is made of these alone fits any project: 服务对象满意度, 资金到位率, 培训人数.
_GENERIC = re.compile(
    r"社会|公众|服务|受益|对象|群众|职工|人员|人数|人次|次数|满意|知晓|政策|项目|工程|资金|经费|预算|支出|财政|补助|补贴"
    r"|执行|使用|拨付|支付|发放|到位|完成|实施|工作|任务|目标|计划|年度|及时|准时|按时|时限|时间|准确|合格|合规|达标|达到|验收"
    r"|质量|数量|成本|效益|经济|生态|可持续|影响|控制|节约|总额|金额|标准|进度|覆盖|有效|正常|培训|会议|检查|宣传|购置|采购|设备|印刷"
    r"|率|度|性|数|无|的|等|本|各|全"
)
_PERIODS = ("年", "季度", "个月", "周", "天")
_TELLING = re.compile(r"元|\d{3}|\d\.\d")
NAME, TARGET = "name", "target"
LEAST_LETTERS = 2
LEAST_DIGITS = 3


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """Rows of the same name, or of the same second level and the same telling target, completed differently.

    Two projects may well mean different people or things by one name: between them it is information.
    """
    if not context.dossier:
        return
    mine = _by_key(row.filed for row in context.rows)
    others = [(filing, _by_key(filing.rows)) for filing in context.dossier]
    found: dict[str, tuple[FiledRow, dict[str, str]]] = {}
    firm: set[str] = set()
    for key, row in mine.items():
        for filing, rows in others:
            twin = rows.get(key)
            if twin and _comparable(context.scheme, filing.scheme, key, row) and _differ(row, twin):
                said = f"《{filing.title}》“{twin.given.name}”为“{twin.given.actual.strip()}”"
                found.setdefault(row.id, (row, {}))[1].setdefault(f"{filing.title}/{twin.id}", said)
                firm |= set() if _are_projects(context.scheme, filing.scheme) else {row.id}
    for row, twins in found.values():
        message = (
            f"“{row.given.name}”完成值为“{row.given.actual.strip()}”，{'；'.join(twins.values())}。"
            "同一指标的数应一致，口径或时点不同的请说明。"
        )
        told = check.finding(f"{row.anchor}/actual", message, stated=row.given.actual.strip())
        yield told if row.id in firm else replace(told, severity="information")


# Each cell is compared with those of every other report.
_read = lru_cache(maxsize=4096)(read_quantity)


def _by_key(rows: Iterable[FiledRow]) -> dict[Key, FiledRow]:
    """Rows by what names them; a key that a report has twice names neither."""
    found: dict[Key, FiledRow] = {}
    twice: set[Key] = set()
    for row in rows:
        for key in _keys(row) if row.given.actual.strip() else ():
            twice |= {key} & found.keys()
            found[key] = row
    return {key: row for key, row in found.items() if key not in twice}


def _keys(row: FiledRow) -> Iterator[Key]:
    name = core(split_notes(normalise(row.given.name))[0])
    if len(_GENERIC.sub("", name)) >= LEAST_LETTERS:
        yield NAME, name
    level2 = core(row.given.level2)
    target = _read(row.given.target) if level2 and _TELLING.search(row.given.target) else None
    if target and target.number is not None and _is_telling(target):
        yield TARGET, level2, str(target.number.normalize()), target.unit


def _comparable(own: Scheme, other: Scheme, key: Key, row: FiledRow) -> bool:
    """The form's own rows say something else in each report under it; so do the quantities of two projects.

    A rate of the same people or things can't be two in two projects either.
    """
    if own.code == other.code and not row.typed:
        return False
    if key[0] == TARGET or not _are_projects(own, other):
        return True
    return dimension(_read(row.given.actual).unit) == "ratio"


def _are_projects(own: Scheme, other: Scheme) -> bool:
    return own.scope == other.scope == "project"


def _is_telling(target: Quantity) -> bool:
    """A standard (550元/人/年) or a figure of three digits; percentages and round numbers are found everywhere."""
    kind = dimension(target.unit)
    if target.kind != "number" or kind == "ratio" or target.number is None:
        return False
    return (kind == "money" and "/" in target.unit) or significant_digits(target.number) >= LEAST_DIGITS


def _differ(row: FiledRow, twin: FiledRow) -> bool:
    """Two exact figures of the same unit that differ by more than rounding."""
    own, other = _read(row.given.actual), _read(twin.given.actual)
    if not (_is_exact(own) and _is_exact(other)) or own.number is None or other.number is None:
        return False
    unit = _shared_unit(own.unit, other.unit)
    if unit is None:
        return False
    converted = convert(other.number, unit, own.unit)
    margin = convert(half_unit(other.number), unit, own.unit)
    if converted is None or margin is None:
        return False
    return abs(own.number - converted) > max(margin, half_unit(own.number))


def _shared_unit(own: str, other: str) -> str | None:
    """The other figure's unit as it compares with `own`; a period may be left out: 元/人 beside 元/人/年."""
    if own == other or _without_period(own) == _without_period(other):
        return own
    return other if own and other else None


def _without_period(unit: str) -> str:
    head, _, last = unit.rpartition("/")
    return head if "/" in head and last in _PERIODS else unit


def _is_exact(quantity: Quantity) -> bool:
    return (
        quantity.kind == "number"
        and quantity.operator in ("", "=")
        and not wording.is_hedged(quantity.raw)
        and not wording.denies(quantity.raw)
    )


CHECK = Check("D_NAME", "同一指标在两份报告中完成值不同", "warning", find)
