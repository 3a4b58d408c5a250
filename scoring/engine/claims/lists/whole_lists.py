"""Lists that name every part of their total: by a rule of the accounts, by shares of 100%, by an item 其他."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from scoring.engine.claims.lists.list_readings import Parts
from scoring.engine.claims.lists.part_lists import Part

_SHARES_OFF = Decimal("0.3")
# What is counted; figures without a unit may be counts too.
_PEOPLE, _CASES = "人 人次 个 户", "件 笔 次 人次 个"
_OTHERS = re.compile(r"^(?:其他|其它|其余|剩余)|(?:及|和|等)其他")


@dataclass(frozen=True, slots=True)
class Split:
    """Names that together make up what `total` names; `also` may stand beside them, `things` is what is counted."""

    total: re.Pattern[str]
    parts: tuple[re.Pattern[str], ...]
    also: re.Pattern[str] | None
    things: frozenset[str]


def _split(total: str, *parts: str, also: str = "", things: str = "money") -> Split:
    compiled = tuple(re.compile(part) for part in parts)
    counted = frozenset(things.split()) if things == "money" else frozenset(["", *things.split()])
    return Split(re.compile(total), compiled, re.compile(also) if also else None, counted)


# 部门决算报表 (公开01–07表) and 政府收支分类科目: what a total is made of there; then pairs that leave nothing out.
_SPLITS = (
    _split("^(?!.*收入).*(?:支出|预算|决算)", "基本支出", "项目支出", also="上缴上级|经营支出|附属单位"),
    _split("基本支出", "人员(?:经费|支出)", "公用(?:经费|支出)"),
    _split("三公", "因公出国", "公务用车", "公务接待"),
    _split("公务用车购置及运行|公车购置及运行", "购置(?![及和与])", "(?<![及和与])运行"),
    _split("采购", "货物", "工程", "服务"),
    _split("收入", "(?<!非)税收", "非税"),
    _split("收入|支出|资金", "^中央", "^地方"),
    _split("财政拨款|收入|支出", "一般公共预算", "政府性?基金"),
    _split("", "上级", "(?:区|县|市|本)本?级"),
    _split("", "财政(?:资金|拨款|补助|投入)", "自筹"),
    _split("人|编|职工", "行政(?:人员|编制)", "事业(?:人员|编制)", things=_PEOPLE),
    _split("人|职工", "在职|在编", "退休|编外|聘用|劳务派遣", things=_PEOPLE),
    _split("", "男", "女", things=_PEOPLE),
    _split("", "城镇(?!职工)", "农村|乡村", things=_PEOPLE),
    _split("参保|人", "职工", "居民", things=_PEOPLE),
    _split("总", "线上", "线下", things=_CASES),
)


@lru_cache(maxsize=4096)
def splits_of(total: str) -> tuple[Split, ...]:
    """What a total of this name may be made of; a part is never made of itself."""
    return tuple(
        split
        for split in _SPLITS
        if split.total.search(total) and not any(pattern.search(total) for pattern in split.parts)
    )


def whole_by_names(total: str, parts: Parts) -> Parts:
    """The parts that by their names make up a total of this name; none where the names don't say."""
    things = {part.amount.thing for part in parts}
    names = "，".join(part.name for part in parts)
    for split in splits_of(total) if len(parts) > 1 else ():
        if things <= split.things and all(pattern.search(names) for pattern in split.parts):
            found = _first_of_each(split, parts)
            if found:
                return found
    return ()


def _first_of_each(split: Split, parts: Parts) -> Parts:
    """The first part of each name of a split, with those that may stand beside them; none where a name is missing."""
    found: list[Part] = []
    named: set[int] = set()
    for part in parts:
        number = next((n for n, pattern in enumerate(split.parts) if pattern.search(part.name)), None)
        if number in named:
            break
        if number is not None:
            named.add(number)
            found.append(part)
        elif split.also and split.also.search(part.name):
            found.append(part)
    return tuple(found) if len(named) == len(split.parts) else ()


def is_whole(parts: Parts) -> bool:
    """Whether a list of at least two parts leaves nothing out: shares that add to 100%, or an item for the rest."""
    if len(parts) < 2:
        return False
    if _OTHERS.search(parts[-1].name):
        return True
    shares = [part.share.value for part in parts if part.share is not None]
    return len(shares) == len(parts) and abs(sum(shares, Decimal(0)) - 100) <= _SHARES_OFF
