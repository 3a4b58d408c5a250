"""A target in words against a completion in words: decided only where the words themselves decide it."""

import re

from scoring.engine.degrees import contradicts, degree, is_high_rank, judge_rank, same_change, stem
from scoring.engine.limits import judge_limit
from scoring.engine.reference import judge_reference
from scoring.engine.standing import judge_class
from scoring.engine.text import core
from scoring.engine.timeliness import judge_promptness, same_promptness
from scoring.engine.wording import (
    NEGATION,
    claims_done,
    denies,
    hedges,
    is_partial,
    is_under_way,
    same_words,
    shortcomings,
    without_good_news,
)

_QUALITIES = ("到位", "合格", "通过", "达标")
_HOW_WELL = ("高质量", "高标准", "高水平", "优质", "保质保量", "高效")
# A verb that an answer may leave out: "正常" for "正常运转", "到位" for "执行到位".
_VERB = (
    r"(?:运转|运行|开展|实施|完成|推进|发放|拨付|支付|使用|执行|落实|办理|进行|提供|报送|交付|到账|排放|验收)"
)
_FIRST_VERB, _LAST_VERB = re.compile(f"^{_VERB}"), re.compile(f"{_VERB}$")
_PHRASE = 20  # characters of a target that still is one phrase
# "促进作用明显" and "控制在合理范围" ask for 促进 and 合理.
_EFFECT = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:作用|效果|成效|程度|情况)$")
_WITHIN = re.compile(r"^(?:控制|保持|稳定)在(\S{2,4})(?:范围|水平|区间)(?:之?内|以内)?$")
_EACH = re.compile(r"每(?:个)?(年|季度?|月|周|日)(?!\d)")
_MEET = re.compile(r"(?:符合|满足|达到)(?=\S{2,12}(?:标准|要求|规定|规范)$)")
_PASSED = re.compile("验收(?:通过|合格)|合格验收")
_GAP = 3  # characters that may stand between the two halves of a target: "通过[专家]评审"


def judge_words(target: str, actual: str) -> bool | None:
    """Whether an answer in words meets a target in words; None unless the words themselves decide it."""
    if same_words(target, actual):
        return True
    wanted, said = _spelled_alike(core(target), core(without_good_news(actual)))
    for judge_by in (judge_rank, judge_class, judge_limit, judge_reference, judge_promptness):
        if (found := judge_by(wanted, said)) is not None:
            return found
    if _falls_short(wanted, said) or denies(actual):
        return False
    if _asks_any_change(wanted) and same_change(wanted, said) and not is_under_way(said):
        return True  # any rise will do for a bare "提升"
    if _doubtful(wanted, said):
        return None
    if claims_done(actual) and not _lacks_some(wanted, said):
        return True
    goal, got = stem(wanted), stem(said)
    found = _judge_stem(wanted, said, goal, got)
    return _judge_stem(wanted, said, _plainly(goal), _plainly(got)) if found is None else found


def _plainly(text: str) -> str:
    """The words without what they are wrapped in: 促进 for 促进作用, 合理 for 控制在合理范围."""
    return _WITHIN.sub(r"\1", _EFFECT.sub("", text))


def _spelled_alike(wanted: str, said: str) -> tuple[str, str]:
    """Both in one spelling for words that ask the same: 每月 for 按月, 符合标准 for 达到标准."""
    both = [_MEET.sub("达到", _EACH.sub(r"按\1", same_promptness(text))) for text in (wanted, said)]
    if "验收" in wanted and "验收" in said:
        both = [_PASSED.sub("通过验收", text) for text in both]
    return both[0], both[1]


def _asks_any_change(wanted: str) -> bool:
    """Whether the target is a bare rise or fall, without a word of how much."""
    return stem(wanted) == wanted and same_change(wanted, wanted)


def _doubtful(wanted: str, said: str) -> bool:
    """Whether the answer takes something back that the target doesn't."""
    going_on = is_under_way(said) and not is_under_way(wanted)
    return bool(going_on or hedges(said) - hedges(wanted) or shortcomings(said) - shortcomings(wanted))


def _falls_short(wanted: str, said: str) -> bool:
    """Part of it, its opposite, or less of it than was wanted: "有所提升" for "显著提升"."""
    if is_partial(said) and not is_partial(wanted):
        return True
    return contradicts(wanted, said) or (
        degree(wanted) == 2 and degree(said) == 0 and stem(wanted) == stem(said) != ""
    )


def _lacks_some(wanted: str, said: str) -> bool:
    """Whether the answer takes up the target's word but not all of it: "及时到位" for "及时足额到位"."""
    if any(word in wanted and word not in said for word in _HOW_WELL):
        return True
    some = any(word in wanted and word in said for word in _QUALITIES) and stem(wanted) not in stem(said)
    return some or (is_high_rank(wanted) and any(word in said for word in _QUALITIES))


def _judge_stem(wanted: str, said: str, goal: str, got: str) -> bool | None:
    """Finds "及时" in "发放及时", "提升" in "显著提升"; a weaker degree than the target's decides nothing."""
    if not goal and len(wanted) > 1 and _stands_in(wanted, said) and not NEGATION.search(said):
        return True  # "持续提供" for 持续
    if same_change(wanted, said):
        return True if degree(said) >= degree(wanted) else None
    if len(goal) < 2 or not _takes_up(goal, got):
        return None
    if re.search(rf"(?:不|未|没|没有|无|不够|未能|不能|低于|不及|劣于|落后于?){re.escape(goal)}", got):
        return False
    if NEGATION.sub("", got) != got and not NEGATION.search(goal):
        return None
    return True if degree(said) >= degree(wanted) else None


def _takes_up(goal: str, got: str) -> bool:
    if _stands_in(goal, got) or (
        len(got) >= 2 and got in (_LAST_VERB.sub("", goal), _FIRST_VERB.sub("", goal))
    ):
        return True
    halves = [(goal[:at], goal[at:]) for at in range(2, min(len(goal), _PHRASE) - 1)]
    return any(got == second + first or _stand_near(first, second, got) for first, second in halves)


def _stands_in(goal: str, got: str) -> bool:
    """Whether the text has the very words: "AA级" is not meant in "AAA级", "一级" in "一级以下", 长期 in 中长期."""
    return bool(re.search(rf"(?<![A-Za-z中短较可]){re.escape(goal)}(?![A-Za-z]|以[下外])", got))


def _stand_near(first: str, second: str, text: str) -> bool:
    end = text.find(first) + len(first)
    return end >= len(first) and any(text.startswith(second, end + gap) for gap in range(1, _GAP + 1))
