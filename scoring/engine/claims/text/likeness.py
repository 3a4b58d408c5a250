"""Whether two names mean the same figure: 公务接待费支出决算 and 公务接待费, 总支出 and 财政资金支出."""

import re
from enum import IntEnum
from functools import lru_cache

from scoring.engine.claims.text.labels import name_of


class Likeness(IntEnum):
    """How sure it is that a figure is the one that is asked for.

    NEAR names differ in the owner or the kind of money, PART names share their end: 其他社会保障支出 isn't
    社会保障支出, and 医院机关运行经费 may be the 机关运行经费 that is meant.
    """

    NONE = 0
    PART = 1
    NEAR = 2
    SAME = 3


_IDLE = re.compile(r"的|了|上?本年度?|当年|全年|年度|实际|全部|本级财政|[“”\"‘’'、/]")
_START = re.compile(
    r"^(?:该项?|此项?|其(?![他余中])|上述|累计|共|总|全(?![国省市县区])|各项?|完成|实现|收到|取得|安排|本部门|我局|我单位|本单位|财政资金)+"
)
_END = re.compile(
    r"(?:决算|执行|完成|合计|总计|总额|总数|总量|数额|金额|规模|数|额|总|共|各|均|也|都|又|中|内|为|情况)+$"
)
# What is left decides: two names of which one is of income and the other of spending are two figures.
_SIDE = re.compile(r"(?P<side>收入|支出|资金|经费|费用|费)$")
_MONEY_IN, _MONEY_OUT = "收入", "支出"
# Words that set a part apart from what is called like it.
_APART = re.compile(r"其他|非|除|不含|同类|人均|户均|单位|上级|下级|上划|补助")
_SCOPE_BEFORE = re.compile(
    r"(?:.{0,20}(?:局|中心|单位|部门|委员?会?|办公室|院|所|校|站|处|厅|队|机关|镇|乡|街道|公司))?"
    r"(?:全?[国省市县区州](?!级)|我[省市县区局州]|一般公共预算|公共财政|公共预算|预算|财政拨款|政府性基金|年度|安排)*"
)
_SCOPE_AFTER = re.compile(r"(?:经费)?(?:一般公共预算)?(?:财政拨款)?(?:安排的?)?(?:收入|支出)?(?:决算|预算)?")
LEAST = 2


@lru_cache(maxsize=8192)
def core_of(words: str) -> tuple[str, str]:
    """A name without idle words, and its side (收入, 支出, "" where it says neither): ("机关运行", "支出")."""
    name = _IDLE.sub("", name_of(words))
    name = _END.sub("", _START.sub("", name))
    side, sides = "", 0
    while match := _SIDE.search(name):
        if match["side"] in (_MONEY_IN, _MONEY_OUT):
            # 收入支出执行数 is of both.
            side = match["side"] if not sides else ""
            sides += 1
        name = _END.sub("", name[: match.start()])
    return _START.sub("", name), side


@lru_cache(maxsize=8192)
def likeness(wanted: str, name: str) -> Likeness:
    """How well a figure's name fits the one that is asked for."""
    (core, side), (own, own_side) = core_of(wanted), core_of(name)
    if side and own_side and side != own_side:
        return Likeness.NONE
    if core == own:
        return Likeness.SAME if core or side == own_side else Likeness.NONE
    if not core or not own:
        # 总支出 is the spending of whatever the figure is the spending of.
        return Likeness.PART if side and side == own_side else Likeness.NONE
    if len(min(core, own, key=len)) < LEAST:
        return Likeness.NONE
    return _overlap(core, own)


def _overlap(core: str, own: str) -> Likeness:
    """How alike two names are of which one may be a part of the other."""
    if own.endswith(core):
        before = own[: -len(core)]
        if _APART.search(before):
            return Likeness.NONE
        return Likeness.NEAR if _SCOPE_BEFORE.fullmatch(before) else Likeness.PART
    if core.endswith(own):
        # What is asked for is narrower than the figure: 县级财政收入 isn't 财政收入.
        return Likeness.NEAR if _SCOPE_BEFORE.fullmatch(core[: -len(own)]) else Likeness.NONE
    short, long = sorted((core, own), key=len)
    after = long[len(short) :] if long.startswith(short) else "?"
    return Likeness.NEAR if _SCOPE_AFTER.fullmatch(after) else Likeness.NONE
