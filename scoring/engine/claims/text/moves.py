"""What the words before a figure say of a change: up or down, of what, against what, or the figure it ended at."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from scoring.engine.claims.text.labels import name_of

# The figure a change is reckoned from: an earlier period's, a plan's, or one that isn't said.
Base = Literal["", "year", "budget"]
# By how much something changed, where it ended up (增加到120万元), or how many times the earlier one it is (上年的2.3倍).
Form = Literal["by", "to", "of"]

_UP = (
    r"增加|增长|上升|提高|提升|增收|增支|上涨|增幅|增速|升幅|涨幅|扩大|多支出|多收入|多收|多支|新增|超支"
    r"|净增|调增|增"
)
_DOWN = (
    r"负增长|减少|下降|降低|下滑|减支|减收|短收|降幅|减幅|跌幅|压减|压缩|回落|缩减|缩小|核减|少支出|少收入"
    r"|少收|少支|调减|减|降"
)
_NOUN = r"(?:额|率|数额?|量|幅度?|比例|比率|金额|资金|支出|收入|经费|人数|总额|投入)"
_LINK = r"(?:了|约为|约|近|为|是|达到?|到|至|成|共计?|合计|[=：: (])"
_WHEN = r"(?:(?:(?:19|20)\d\d年(?:度|末|底)?|今年|本年|当年|目前|现在)的?)?(?:人均|户均|平均)?(?:约|近)?"
_CHANGE = re.compile(
    rf"(?:(?P<down>{_DOWN})|(?P<up>{_UP}))(?P<noun>(?:了?{_NOUN})*)(?P<link>\)?{_LINK}{{0,4}})"
    rf"{_WHEN}$"
)
_TO = re.compile(r"(?:到|至|成)")
_DROPPED_TO = re.compile(
    r"(?:(?P<down>压减|减少|下降|降低|压缩|下调|调减|减|降)|(?P<up>增加|提高|提升|上升|增长|扩大|调增|上调|升|增))?(?:调整|变更?)?"
    rf"(?:到|至|为|成){_WHEN}$"
)
_MULTIPLE = re.compile(
    r"(?:是|为|达到?|相当于|完成)(?:上一?年度?|去年|(?:19|20)\d\d\s?年度?)(?:同期)?(?:数|水平|总额|总量)?的?(?:约|近)?$"
)
_EITHER = re.compile(rf"(?:{_UP}|{_DOWN})(?:了|额|率)?[)(/或]{{1,2}}$")
_AGAINST = re.compile(
    r"(?:比较|对比|相比于?|比|较|与|同|和|跟)\s*(?P<base>上(?!级|缴|解|划|报)|去年|前年|往年|同期|历年|(?:19|20)\d\d"
    r"|年初|期初|本年预算|当年预算|全年预算|调整|预算|计划|批复|下达|原|决算)"
)
_PLAN = re.compile(r"预算|计划|批复|下达|指标|目标")
_COMPARED = re.compile(r"相比较?|比较|对比|相比|比(?=[，,]?$)")
_LOOSE = re.compile(r"年均|平均|人均|户均|同口径|可比|剔除|扣除|不含|名义|环比|分别|累计增|复合|增加值|其中")
_REASON = re.compile(r"原因|由于|因为|因(?!公)|主要是|导致|影响")
_TAIL = re.compile(
    r"(?:同口径|可比口径|口径|各|均|也|又|则|都|数据|略有?|有所|明显|大幅|小幅|总体|净|同比|环比|相应|基本|实际|合计|共计|共|分别|比)+$"
)


@dataclass(frozen=True, slots=True)
class Move:
    """A change as its words tell it. `way` is +1, −1, or 0 where both words stand (增加/减少).

    `subject` names what changed, empty where the words before it must tell; `loose` changes are of averages,
    of other periods or on another footing (可比口径): figures beside them needn't give them. `year` is the one
    compared with, where it is written.
    """

    form: Form
    way: int
    subject: str
    base: Base
    loose: bool
    year: int | None = None


@lru_cache(maxsize=8192)
def move_of(head: str, lead: str) -> Move | None:
    """The change that a figure's words announce; `head` are those of its clause, `lead` reach back to the figure before.

    None where they announce none. "与2019年相比，增加" → by, +1, against an earlier year.
    """
    match = _CHANGE.search(head)
    if match is None:
        return _ended(head)
    before = head[: match.start()]
    either = bool(_EITHER.search(before))
    ends_at = bool(_TO.search(match["link"].replace("达到", ""))) or (
        "为" in match["link"] and not match["noun"] and not _names_a_rate(match[0])
    )
    words = lead.rstrip()
    base, year = _base(words[: len(words) - (len(head) - match.start())])
    return Move(
        form="to" if ends_at else "by",
        way=0 if either else -1 if match["down"] else 1,
        subject=_subject(_EITHER.sub("", before)),
        base=base,
        loose=bool(_LOOSE.search(words) or _REASON.search(words)),
        year=year,
    )


def _ended(head: str) -> Move | None:
    if match := _MULTIPLE.search(head):
        return Move("of", 1, _subject(head[: match.start()]), "year", loose=False)
    match = _DROPPED_TO.search(head)
    if match is None or not (match["down"] or match["up"]):
        return None
    return Move("to", -1 if match["down"] else 1, "", "", loose=False)


def _names_a_rate(words: str) -> bool:
    return bool(re.search(r"率|幅|速|比例|额|金额|量|数", words))


def _base(words: str) -> tuple[Base, int | None]:
    """What the last comparison before a change is with, and its year where that is written."""
    last = None
    for last in _AGAINST.finditer(words):  # noqa: B007
        pass
    if last is None:
        return "", None
    base: Base = "budget" if _PLAN.search(words, last.start()) else "year"
    return base, int(last["base"]) if last["base"].isdigit() else None


def _subject(before: str) -> str:
    """What changed, of the words before the change in its clause: 支出与上年相比 → 支出, 与上年相比支出 → 支出."""
    clause = before[before.rfind("，") + 1 :]
    match = _AGAINST.search(clause)
    if match:
        compared = _COMPARED.search(clause, match.end())
        clause = clause[compared.end() :] if compared else clause[: match.start()]
    name = name_of(clause)
    while (shorter := _TAIL.sub("", name)) != name:
        name = name_of(shorter)
    return name


@dataclass(frozen=True, slots=True)
class EarlierFigure:
    """A figure to compare with, as its words tell it: 与上年度收入 → an earlier year's, named 收入.

    `subject` is what stands before the comparison (支出与上年支出 → 支出). An `origin` (由5万元) is one only where
    the figure that it led to follows (降至4.2万元).
    """

    base: Base
    name: str
    subject: str
    origin: bool = False


_FROM = re.compile(r"(?:从|由)(?P<name>[^从由，]{0,24})$")
_BUDGETED = re.compile(r"(?:调整后?|当年|本年|全年)?(?:预算|计划|批复|下达|指标)(?:总额|安排|批复|数|额)?")
_PERIOD = re.compile(
    r"(?:上一?年度?|去年|前年|往年|(?:19|20)\d\d\s?年度?|同期|年初|期初|末|底|的|当年|原来?)+"
)


@lru_cache(maxsize=8192)
def earlier_of(head: str) -> EarlierFigure | None:
    """The figure to compare with that the words before it announce; None where they announce none."""
    match = _AGAINST.search(head)
    if match is not None:
        base: Base = "budget" if _PLAN.search(head, match.start()) else "year"
        name = _period_off(head[match.start("base") :])
        if base == "budget":
            name = _BUDGETED.sub("", name)
        return EarlierFigure(base, name, _subject(head[: match.start()]))
    if match := _FROM.search(head):
        subject = _subject(head[: match.start("name") - 1])
        return EarlierFigure("year", _period_off(match["name"]), subject, origin=True)
    return None


def _period_off(words: str) -> str:
    return name_of(_PERIOD.sub("", words))
