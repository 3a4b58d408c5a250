"""Names of figures in an account: what came in, what went out, what was left at the beginning and at the end."""

import re
from functools import lru_cache
from typing import Literal

from scoring.engine.claims.text.amounts import Amount

Entry = Literal[
    "opening",
    "closing",
    "surplus",
    "remainder",
    "cost",
    "depreciation",
    "net",
    "income",
    "spending",
    "start",
    "end",
]

_LEFT = r"(?:结转和结余|结余和结转|结转结余|结余|结转|余额)(?:资金|数|金额)?$"
_BEFORE = re.compile(r"(?:当年|本年度?|年末|年底|收支)$")
_LONGEST_BEFORE = 3
_COUNT = r"(?:[\u4e00-\u9fff]{0,12})$"
# The first that fits; 年初 and 年末 without 结余 are of what is counted, not of money that is left.
_ENTRIES: tuple[tuple[Entry, re.Pattern[str]], ...] = (
    ("opening", re.compile(rf"(?:年初|期初|上年末?|以前年度)(?:财政拨款|资金|累计|滚存)*{_LEFT}")),
    ("closing", re.compile(rf"(?:年末|期末|年底)(?:财政拨款|资金|累计|滚存)*{_LEFT}")),
    (
        "surplus",
        re.compile(
            r"(?:当年|本年|本期|当期|年度|收支)(?:收支)?(?:相抵)?(?:结余|节余|盈余)(?:资金|数|金额)?$"
        ),
    ),
    (
        "remainder",
        re.compile(
            r"^(?:资金|基金|尚|还|收支相抵)?(?:结余|节余|结转|剩余|结转结余|结转和结余)(?:资金|数|金额)?$"
        ),
    ),
    ("cost", re.compile(r"原值(?:总额|合计)?$")),
    ("depreciation", re.compile(r"(?:折旧|摊销)(?:总额|合计|额)?$")),
    ("net", re.compile(r"净值(?:总额|合计)?$")),
    (
        "income",
        re.compile(
            r"^(?:.*(?:总|本年|当年|全年|拨款|基金|预算|年度?|实现|单位|局|中心))?收入(?:合计|总计|总额|决算数?|数)?$"
        ),
    ),
    (
        "spending",
        re.compile(
            r"^(?:.*(?:总|本年|当年|全年|拨款|基金|预算|年度?|实际|单位|局|中心))?支出(?:合计|总计|总额|决算数?|数)?$"
        ),
    ),
    ("start", re.compile(rf"^(?:年初|期初|上年末){_COUNT}")),
    ("end", re.compile(rf"^(?:年末|期末|年底){_COUNT}")),
)


def entry_of(amount: Amount) -> Entry | None:
    """What an amount is in an account; None for changes, for figures of the year before and for all others."""
    if amount.role != "amount" or amount.figure.vague:
        return None
    return _entry(_named(amount))


def _named(amount: Amount) -> str:
    """The name with the 本年 or 年末 before it, which names leave out."""
    head = "".join(amount.figure.head.split())
    at = head.find(amount.name) if amount.name else len(head)
    before = _BEFORE.search(head, max(0, at - _LONGEST_BEFORE), max(at, 0))
    return f"{before[0] if before else ''}{amount.name}"


@lru_cache(maxsize=4096)
def _entry(name: str) -> Entry | None:
    return next((entry for entry, pattern in _ENTRIES if pattern.search(name)), None)


_CAME = re.compile(r"(?:新增|购入|购置|新购|转入|调入|增置)(?:[\u4e00-\u9fff]{0,6})$")
_WENT = re.compile(r"(?:报废|处置|注销|转出|调出|核销|淘汰)(?:[\u4e00-\u9fff]{0,6})$")


def change_of(amount: Amount) -> Literal["up", "down"] | None:
    """Whether an amount came to what was there or went from it."""
    if amount.role in ("up", "down"):
        return "up" if amount.role == "up" else "down"
    if _CAME.search(amount.name):
        return "up"
    return "down" if _WENT.search(amount.name) else None
