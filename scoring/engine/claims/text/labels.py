"""What a figure is of: its name without idle words, its year, and whether it is an amount, a change or a rate."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

# An amount; a change up or down, as an amount or a rate; a part of a whole; how far a plan was carried out.
Role = Literal["amount", "up", "down", "share", "completion"]

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})\s?(?:年度?|学年)")
_LAST_YEAR = re.compile(r"上年(?!结转|结余)|去年|上一年|上期")
_UP = r"(?:同比|环比)?(?:净|共|再)?(?:增加|增长|上升|提高|提升|增幅|增速|增收|增支|上涨|多支出|多)"
_DOWN = r"(?:同比|环比)?(?:净|共|再)?(?:减少|下降|降低|下滑|减支|减收|降幅|减幅|压减|压缩|回落|少支出|节约)"
_FILLED = r"(?:了|额|率|数|幅度|比例|比率|金额|资金|支出|收入|为|到|达|达到|约|近|共计|合计|[≥≤<>=： ])*$"
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        "share",
        re.compile(
            r"占(?!用|地|有)[^占]{0,30}?(?:的)?(?:比重|比例|比率|比|份额|权重)?(?:为|达|达到|约|近|[= ])*$"
        ),
    ),
    (
        "completion",
        re.compile(
            r"(?:完成|达到|为|占|相当于|超出|超过)[^，完成]{0,16}?(?:预算数?|计划|目标|任务)"
            r"(?:数|额|总额)?的?(?:比例)?(?:为|约|[= ])*$"
        ),
    ),
    ("up", re.compile(_UP + _FILLED)),
    ("down", re.compile(_DOWN + _FILLED)),
)
_LEADING = re.compile(
    r"^(?:[\s\"'“”‘’《》()]|[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)]|其中|包括|主要|分别|以及|及|和|与|同|并|且|即|其余|另外?|此外|同时|一是|二是|三是|四是|五是|六是"
    r"|截[至止]到?(?:目前|年底|年末)?|到|至|目前|我局|我单位|本单位|本部门|我部门|全局|全年|年度|本年度?|今年|当年|累计(?!结余|折旧|余额|结转)|共计|共|总计|合计(?=.)"
    r"|(?:19|20)\d{2}\s?(?:年度?|学年)|\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?(?:底|末)?|\d{1,2}[、.]|实现|安排|全区|全县|全市)+"
)
_TRAILING = re.compile(
    r"(?:[\s\"'“”‘’：=≥≤<>~]|为|是|共|共计|合计|总计|累计|达到?|约|近|大约|有|计|分别|各|均|仅|只|到|了|的|于|超过?|逾|不[低少超高]于?过?)+$"
)
_IDLE = re.compile(r"[\s\"'“”‘’]|\([^()]{0,40}\)")


@dataclass(frozen=True, slots=True)
class Label:
    """`name` is comparable: without year, fillers and brackets. `year` is the one written beside it, if any."""

    name: str
    role: Role
    year: int | None
    last_year: bool


@lru_cache(maxsize=8192)
def label_of(head: str) -> Label:
    """What the words before a figure say of it: 2019年一般公共预算财政拨款支出 → 一般公共预算财政拨款支出, amount, 2019."""
    years = _YEAR.findall(head)
    return Label(
        name=name_of(head),
        role=role_of(head),
        year=int(years[-1]) if years else None,
        last_year=bool(_LAST_YEAR.search(head)),
    )


def role_of(head: str) -> Role:
    """What kind of figure the words before it announce."""
    bare = head.strip()
    return next((role for role, pattern in _ROLES if pattern.search(bare)), "amount")


def name_of(head: str) -> str:
    """The bare name of a figure, empty where nothing names it."""
    bare = _IDLE.sub("", head)
    before = None
    while before != bare:
        before = bare
        bare = _TRAILING.sub("", _LEADING.sub("", bare))
    return bare


def year_of(text: str) -> int | None:
    """The year that a text is about: the one it names most often, of equal ones the later."""
    found = Counter(int(year) for year in _YEAR.findall(text))
    return max(found, key=lambda year: (found[year], year)) if found else None
