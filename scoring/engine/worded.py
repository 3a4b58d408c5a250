"""A target in words against whatever the completion cell says."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from scoring.engine import wording
from scoring.engine.compare import Comparison, compare
from scoring.engine.degrees import degree, names_scale, same_change, stem
from scoring.engine.derived import derived_rate
from scoring.engine.full_marks import asks_only_whether, full_mark_condition, lower_tiers
from scoring.engine.growth import compare_growth
from scoring.engine.limits import judge_limit
from scoring.engine.pair import Pair
from scoring.engine.qualities import judge_words
from scoring.engine.quantity import Quantity
from scoring.engine.relative import change_sign, relation, two_years
from scoring.engine.text import core, normalise
from scoring.engine.timeliness import judge_promptness

_CONTENT = re.compile(r"(?:较为?|比较|基本)?满意")
_MANY = 90  # per cent from which a share of the content is "满意"; how many fewer will do, a person says
# "不溃一坝" and "防止返贫" are met by 未发生.
_PREVENT = re.compile(r"不(?=\S{1,3}[一1])|防止|避免|防范|遏制")
_ABSENT = re.compile(r"(?:均|全年|本年)?(?:未发生|未出现|没有发生|无发生|零发生|无|没有|0[起次例件人个]?)")
# "未按规定公开" asks whether it was made public.
_BY_RULE = re.compile(r"未按(?:照)?(?:规定|要求|时限|期限|时|期)+(?:的)?(?:时间|程序|内容)*")
_SPOKEN = re.compile(r"^[≥>=](?=\D*(?:平均|同期))")
_NONE_OF = re.compile(r"^(?:无|没有|未发生|未出现|零|不存在|不发生|杜绝|避免)+")
_ALL_DUE = re.compile(r"(?:做到|实现|确保)?应(\w)尽\1")
_EVERY = re.compile(r"全部|全覆盖|均|百分百")
_MORE = re.compile(r"新增|净增|增收")
_POINTS = re.compile(r"[，、；]?(?:每项|各)?[得计]?\d+(?:\.\d+)?分")
_ALL = Quantity("100%", number=Decimal(100), unit="%", kind="number")
_CENT = Decimal("0.01")
_RATE = re.compile(
    r"(?:\S{0,6}(?:覆盖|完成|到位|达标|合格|参保|发放|办结|整改)率)?(?:已|共)?(?:完成|实现|覆盖|达到?|为)?"
)
_SAID = {
    True: "完成值的文字说明已达到目标",
    False: "完成值的文字说明未达到目标",
    None: "文字不足以断定是否达到目标，须人工判断",
}
_SAID_OF_ABSENCE = {
    True: "完成值说明没有发生",
    False: "完成值说明发生了",
    None: "文字不足以断定是否为零，须人工判断",
}


def compare_words(row: Pair) -> Comparison:
    """Judge a qualitative target, or one that something does not happen."""
    target = _asked(row.target.raw)
    for read in _READERS:
        if (found := read(row, target)) is not None:
            return found
    achieved = judge_words(target, row.actual.raw)
    return Comparison(achieved, _SAID[achieved])


def _same(row: Pair, _target: str) -> Comparison | None:
    words = row.actual.raw
    if not wording.same_words(row.target.raw, words):
        return None
    if names_scale(core(words)):
        return Comparison(None, "目标列的是可选的等次，完成值照抄，没有说是哪一等")
    return Comparison(True, "完成值与目标文字相同，没有另外的佐证")


def _grown(row: Pair, target: str) -> Comparison | None:
    return compare_growth(target, row.actual)


def _absent(row: Pair, target: str) -> Comparison | None:
    """The target is that something does not happen."""
    if wording.says_nothing_happened(target):
        return _compare_absence(row, target)
    prevented = _PREVENT.match(target) and _ABSENT.fullmatch(core(row.actual.raw))
    return _compare_absence(row, target) if prevented else None


def _all_done(row: Pair, target: str) -> Comparison | None:
    """The target is the whole of something: "全部完成", "应补尽补"."""
    wanted = wording.claims_all_done(target)
    if wording.claims_all_done(row.actual.raw) and (wanted or _ALL_DUE.fullmatch(core(target))):
        return Comparison(True, "完成值的文字说明全部达到")
    share = _share(row.actual) if wanted else None
    if share is None or (share < 100 and not _EVERY.search(target)):
        return None
    return Comparison(share == 100, f"目标是全部，完成{share.quantize(_CENT)}%")


def _two_years(row: Pair, target: str) -> Comparison | None:
    """A target of mere change against last year's and this year's figure."""
    pair, wanted = two_years(row.actual.raw), relation(target)
    if pair is None or not wanted or not same_change(target, target):
        return None
    base, now = pair
    found = compare(replace(base, operator=wanted), now, "min" if wanted[0] == ">" else "max")
    return replace(found, ratio=None)


def _listed(row: Pair, _target: str) -> Comparison | None:
    """A checklist that the answer repeats item by item, or a tier of a scoring rule below the full mark."""
    if _names_each_item(row.target.raw, row.actual.raw):
        return Comparison(True, "清单各项均满足")
    if core(row.actual.raw) in map(core, lower_tiers(row.target.raw)):
        return Comparison(False, "完成值是评分标准里得不到满分的一档")
    return None


def _figure(row: Pair, target: str) -> Comparison | None:
    return _compare_figure(row, target) if row.actual.kind == "number" else None


def _reported(row: Pair, _target: str) -> Comparison | None:
    if asks_only_whether(row.target.raw) and wording.tells_what_was_done(row.actual.raw):
        return Comparison(True, "评分标准只问是否做到，完成值写了所做工作，没有提到不足")
    return None


_READERS: tuple[Callable[[Pair, str], Comparison | None], ...] = (
    _same,
    _grown,
    _absent,
    _all_done,
    _two_years,
    _listed,
    _figure,
    _reported,
)


def _compare_figure(row: Pair, target: str) -> Comparison:
    """A completion that gives a figure."""
    if (changed := _changed(target, row.actual)) is not None:
        return Comparison(changed, "完成值说明的变动方向与目标" + ("一致" if changed else "相反"))
    if (prompt := judge_promptness(core(target), core(row.actual.raw))) is not None:
        return Comparison(prompt, _SAID[prompt])
    if (kept := judge_limit(core(target), core(row.actual.words))) is not None:
        return Comparison(kept, _SAID[kept])
    if row.actual.unit == "%" and not row.actual.words and row.actual.number is not None:
        if row.actual.number == 100:
            return Comparison(True, "定性目标，完成值填100%，视为达到")
        if _CONTENT.fullmatch(target) and _MANY <= row.actual.number < 100:
            return Comparison(True, f"目标是满意，完成值{row.actual.number}%，绝大多数满意")
    return Comparison(None, "目标是文字，完成值是数字，无法对照")


def _names_each_item(target: str, words: str) -> bool:
    """Whether the answer repeats every numbered item of a checklist: "①有制度；②有人员" and "有制度、有人员"."""
    items = [core(_POINTS.sub("", item)) for item in re.split("[①-⑳]", target)[1:]]
    said = core(words)
    return len(items) > 1 and all(item and item in said for item in items) and not wording.is_hedged(said)


def _share(actual: Quantity) -> Decimal | None:
    """The one rate that the answer gives with its name: "检查企业156家，覆盖率100%"."""
    if derived := derived_rate(_ALL, actual):
        return derived.number
    parts = [part for part in actual.parts or (actual,) if part.kind == "number" and part.unit == "%"]
    named = len(parts) == 1 and not parts[0].operator and _RATE.fullmatch(core(parts[0].words))
    return parts[0].number if named and not wording.NEGATION.search(core(actual.words)) else None


def _changed(target: str, actual: Quantity) -> bool | None:
    """A target of mere change against one with a figure: "提升" and "提升5%"."""
    wanted, said = change_sign(target), change_sign(actual.words) or bool(_MORE.search(actual.words))
    if degree(target) == 2 or actual.number is None or actual.number <= 0:
        return None
    if wanted and said and same_change(target, target):
        return wanted == said
    # "节约1.2万元" for 节约
    words = core(actual.words)
    same = stem(target) == words or (len(words) > 3 and target[:2] + target[-2:] == words[:2] + words[-2:])
    return True if wanted and wanted == said and same else None


def _asked(target: str) -> str:
    """What the target asks for, without the sign that some forms print before words: "=达标", "≥良"."""
    asked = re.sub(
        r"^(?:定性：?)?[=≥>]?(?=[^\d])", "", _SPOKEN.sub("不低于", full_mark_condition(normalise(target)))
    )
    return re.sub(
        r"^(?:牢牢|坚决)?(?:守住|确保|坚持|保证|力争)(不发生\S+?|零\S+?)(?:的?底线|目标)?$", r"\1", asked
    )


def _compare_absence(row: Pair, target: str) -> Comparison:
    """The target is that something does not happen."""
    count = _named_count(row.actual, core(target)) or row.actual
    if count.kind == "number" and count.number is not None:
        known = wording.severity(target + row.name)
        if known and wording.severity(count.words) - known and count.number:
            return Comparison(None, "完成值所说的程度与目标不同，须人工判断")
        if count.unit in ("%", "‰") and count.number:
            return Comparison(None, "目标是零发生，完成值是比率，无法对照")
        return Comparison(count.number == 0, f"目标为零，完成值为{count.number}{count.unit}")
    achieved = wording.judge_absence(_BY_RULE.sub("未", target), count.raw, row.name)
    if achieved is None and _is_absent(core(count.raw), core(target) + row.name):
        achieved = True
    return Comparison(achieved, _SAID_OF_ABSENCE[achieved])


def _is_absent(words: str, label: str) -> bool:
    """Whether the words deny what the label names with the noun put first: "安全无事故" of 安全事故."""
    match = re.fullmatch(r"(\w*?)(?:无|零|未发生|未出现)(\w{2,})", words)
    return bool(match and match[1] in label and match[2] in label and not wording.NEGATION.search(match[1]))


def _named_count(actual: Quantity, target: str) -> Quantity | None:
    """How often the answer says that the very thing happened: "收到投诉2起，均已办结" for 无投诉."""
    fault = _NONE_OF.sub("", target)
    counts = [part for part in actual.parts if part.kind == "number"]
    named = len(counts) == 1 and len(fault) > 1 and fault in core(counts[0].words)
    return counts[0] if named and not wording.NEGATION.search(core(actual.words)) else None
