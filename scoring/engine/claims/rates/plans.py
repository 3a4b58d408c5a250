"""Budgets and what was done with them: which role each amount of a passage plays, by the words before it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.layout import Layout
from scoring.engine.claims.text.likeness import core_of

# A budget, what was spent of it, what arrived, what is left; "" where the words don't say.
Role = Literal["", "plan", "done", "arrived", "left"]
# Which budget: of the beginning of the year, adjusted, of the whole year; "" where it is just called one.
Stage = Literal["", "年初", "调整", "全年"]

# 一般公共预算支出 is a kind of money and no budget figure.
_SCOPE = re.compile(
    r"(?:一般公共|公共财政|政府性基金|国有资本经营|社会保险基金|基金)预算(?!数|为|总(?!收入|支出)|批|安排|下达|指标|\d|\s|$)"
    r"|预算(?=单位|部门|科目|绩效|管理|内|外|会计|法|年度|编制)|部门决算|预算公开"
)
_WORDS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("plan", re.compile(r"预算|计划|指标|批复|核定|下达|安排|概算|应支|应拨|应到位|目标|任务")),
    ("done", re.compile(r"决算|执行|实际|使用|支付|完成|列支|发生|开支|报销|兑付|结算|成交|中标")),
    ("arrived", re.compile(r"到位|拨付|收到|拨入|下拨|拨款(?!支出|收入)")),
    ("left", re.compile(r"结余|结转|剩余|节余|未支出|未使用")),
)
_SPENDING = re.compile(r"支出|花费|费用|采购金额|合同金额|发放")
_MONEY = re.compile(r"资金|总额|投资|额度|经费")
_STAGES: tuple[tuple[Stage, re.Pattern[str]], ...] = (
    ("年初", re.compile(r"年初|期初")),
    ("调整", re.compile(r"调整|调增|调减|追加")),
    ("全年", re.compile(r"全年|年度|本年|当年")),
)
_LIST = re.compile(r"其中|包括|\(")
_LIST_ENDS = re.compile(r"[；。]")
_OWNER = re.compile(
    r"^.{0,24}?(?:局|中心|单位|部门|委员会|办公室|医院|学校|全县|全区|全市|全省|本级)(?![长内外])"
)
_IDLE = re.compile(r"(?:19|20)\d\d年?度?|数|资金|情况|年末|后|年")
_GAP = 60


@dataclass(frozen=True, slots=True)
class Operand:
    """An amount with its role. `told` where its own words say so, `listed` where it is a part of a list.

    `name` is what it is of without the words of its role, `place` how near it stands: in the same segment (0),
    sentence (1), paragraph (2), or before (3).
    """

    figure: Figure
    role: Role
    stage: Stage
    name: str
    told: bool
    listed: bool
    place: int


@lru_cache(maxsize=8192)
def role_of(head: str) -> Role:
    """The role that the words before an amount tell; the last word decides: 支出预算 is a plan, 预算执行数 is done."""
    bare = _SCOPE.sub("", head)
    last: tuple[int, Role] = (-1, "")
    for role, pattern in _WORDS:
        for match in pattern.finditer(bare):
            last = max(last, (match.end(), role))
    return last[1]


@lru_cache(maxsize=8192)
def stage_of(words: str) -> Stage:
    """Which budget words speak of."""
    return next((stage for stage, pattern in _STAGES if pattern.search(words)), "")


@lru_cache(maxsize=8192)
def name_in(head: str) -> str:
    """What an amount is of, without its owner and the words for its role: 区医保局政府采购货物预算 → 政府采购货物."""
    bare = _OWNER.sub("", _SCOPE.sub("", head))
    for _, pattern in (*_WORDS, *_STAGES):
        bare = pattern.sub("", bare)
    return core_of(_IDLE.sub("", bare))[0]


def related(one: str, other: str) -> bool:
    """Whether two such names may be of one thing, or of a part of it: an empty one may be of anything."""
    return one in other or other in one


def alike(one: Operand, other: Operand) -> bool:
    """Whether a budget and a spending may go together."""
    return related(one.name, other.name)


class Plans:
    """The amounts of a text with their roles, worked out once and asked for before a place.

    `all` has one for each figure of the text, None for those that are no amounts.
    """

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self.all: Sequence[Operand | None] = list(self._read())

    def before(self, place: int, start: int, most: int) -> list[Operand]:
        """Up to `most` amounts from `start` up to a place, the nearest first."""
        layout = self._layout
        starts = (layout.sentence_start(place), layout.passage_start(place))
        numbers = layout.before(layout.number_at(place), start, most)
        return [
            replace(operand, place=self._place(operand.figure, place, starts))
            for number in reversed(numbers)
            if (operand := self.all[number]) is not None
        ]

    def _place(self, figure: Figure, place: int, starts: tuple[int, int]) -> int:
        sentence, paragraph = starts
        if figure.start < sentence:
            return 2 if figure.start >= paragraph else 3
        return 1 if self._layout.is_apart(figure.end, place) else 0

    def _read(self) -> Iterator[Operand | None]:
        """In reading order; the parts of a list have the role of its total where their own words don't tell."""
        total: Role = ""
        listing, until = False, 0
        for number, figure in enumerate(self._layout.all):
            gap = self._layout.text[max(until, figure.start - _GAP) : figure.start]
            until = figure.end
            listing = bool(_LIST.search(gap)) or (listing and not _LIST_ENDS.search(gap))
            if not self._layout.is_amount(number):
                yield None
                continue
            own, name, weak = role_of(figure.head), name_in(figure.head), _weak(figure.head)
            # A bare 支出 behind a list is the other total, no part of the list.
            listing = listing and not (not own and not name and weak == "done")
            role = own or (total if listing else weak)
            total = role if own or not listing else total
            yield Operand(figure, role, stage_of(figure.head), name, told=bool(own), listed=listing, place=0)


@lru_cache(maxsize=1)
def plans_of(layout: Layout) -> Plans:
    """The amounts of a text; several readers ask for the same ones, one after the other."""
    return Plans(layout)


def _weak(head: str) -> Role:
    """What idle words mostly mean: 支出 is done, 资金 is there to be spent."""
    return "done" if _SPENDING.search(head) else "plan" if _MONEY.search(head) else ""
