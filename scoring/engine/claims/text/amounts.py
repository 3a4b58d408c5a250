"""Figures that can be added up: what they count, in one unit, under which name, planned or carried out."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.labels import Role, label_of
from scoring.engine.units import base_of, dimension, factor

# Whether a figure is of the plan or of what came of it; "" where its words don't say.
Stage = Literal["", "planned", "done"]

_NOT_ADDED = frozenset({"ratio", "clock", "calendar", "百分点", "摄氏度"})
# Standards and averages: 人均5.2万元, 每人220元, 封顶线60万元.
_STANDARD = re.compile(
    r"人均|户均|次均|平均|均价|单价|标准|定额|限额|起付|封顶|最高|最低|上限|下限|^每|按每|单位价值|缺口"
)
# Kinds of money whose name has 预算 in it and that are no plan.
_FUNDS = re.compile(r"(?:一般)?公共预算|政府性?基金预算|国有资本经营预算|预算[内外]|部门预算|预算单位")
_PLANNED = re.compile(r"预算|计划|批复|核定|应(?=[缴收付支补])")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?=\s?年)")
_DONE = re.compile(r"决算|执行数|实际|实支|已支付|支出完成")


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure with its size in the base unit of what it counts (`thing`: money in 元, 人, 人次, …, "" a bare number).

    `scale` is the size of one of the figure's own units, `last_digit` that of one of its last printed digit.
    """

    figure: Figure
    thing: str
    size: Decimal
    scale: Decimal
    last_digit: Decimal
    name: str
    role: Role
    year: int | None
    last_year: bool
    stage: Stage

    @property
    def start(self) -> int:
        return self.figure.start


def amount_of(figure: Figure) -> Amount | None:
    """The figure as something to add up; None for rates, times, standards and averages."""
    thing, scale = _thing(figure.unit)
    if scale is None or _is_standard(figure.head):
        return None
    label = label_of(figure.head)
    return Amount(
        figure=figure,
        thing=thing,
        size=figure.value * scale,
        scale=scale,
        last_digit=scale.scaleb(-figure.places),
        name=label.name,
        role=label.role,
        year=label.year if label.year is None or len(_YEAR.findall(figure.head)) < 2 else None,
        last_year=label.last_year,
        stage=stage_of(figure.head),
    )


@lru_cache(maxsize=4096)
def _is_standard(head: str) -> bool:
    return bool(_STANDARD.search(head))


@lru_cache(maxsize=4096)
def stage_of(head: str) -> Stage:
    """年初预算 → planned, 支出决算 → done; 一般公共预算财政拨款 says neither."""
    words = _FUNDS.sub("", head)
    if _DONE.search(words):
        return "done"
    return "planned" if _PLANNED.search(words) else ""


@lru_cache(maxsize=1024)
def _thing(unit: str) -> tuple[str, Decimal | None]:
    """What a unit counts, and its size in the base unit; None where it can't be told or isn't added up."""
    if not unit:
        return "", Decimal(1)
    if "/" in unit or dimension(unit) in _NOT_ADDED:
        return "", None
    ratio = factor(unit, base_of(unit)) if base_of(unit) else None
    return dimension(unit), ratio[0] / ratio[1] if ratio else None
