"""A target in words against a completion in words: decided only where the words themselves decide it."""

import re

from scoring.engine.degrees import contradicts, degree, is_high_rank, judge_rank, same_change, stem
from scoring.engine.limits import judge_limit
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
_GAP = 3  # characters that may stand between the two halves of a target: "通过[专家]评审"


def judge_words(target: str, actual: str) -> bool | None:
    """Whether an answer in words meets a target in words; None unless the words themselves decide it."""
    if same_words(target, actual):
        return True
    wanted, said = same_promptness(core(target)), same_promptness(core(without_good_news(actual)))
    for judge_by in (judge_rank, judge_limit, judge_promptness):
        if (found := judge_by(wanted, said)) is not None:
            return found
    if _falls_short(wanted, said) or denies(actual):
        return False
    if _doubtful(wanted, said):
        return None
    if claims_done(actual) and not _lacks_some(wanted, said):
        return True
    return _judge_stem(wanted, said)


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


def _judge_stem(wanted: str, said: str) -> bool | None:
    """Finds "及时" in "发放及时", "提升" in "显著提升"; a weaker degree than the target's decides nothing."""
    goal, got = stem(wanted), stem(said)
    if same_change(wanted, said):
        return True if degree(said) >= degree(wanted) else None
    if len(goal) < 2 or not _takes_up(goal, got):
        return None
    if re.search(rf"(?:不|未|没|没有|无|不够|未能|不能){re.escape(goal)}", got):
        return False
    if NEGATION.sub("", got) != got and not NEGATION.search(goal):
        return None
    return True if degree(said) >= degree(wanted) else None


def _takes_up(goal: str, got: str) -> bool:
    if goal in got or (len(got) >= 2 and got in (_LAST_VERB.sub("", goal), _FIRST_VERB.sub("", goal))):
        return True
    halves = [(goal[:at], goal[at:]) for at in range(2, min(len(goal), _PHRASE) - 1)]
    return any(got == second + first or _stand_near(first, second, got) for first, second in halves)


def _stand_near(first: str, second: str, text: str) -> bool:
    end = text.find(first) + len(first)
    return end >= len(first) and any(text.startswith(second, end + gap) for gap in range(1, _GAP + 1))
