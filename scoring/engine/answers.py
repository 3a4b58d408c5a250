"""Which of the things a completion cell says answers the target."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from scoring.engine.quantity import Quantity
from scoring.engine.relative import change_sign
from scoring.engine.text import core
from scoring.engine.units import dimension, same_count

_ACTUAL = re.compile(r"实际")
_TOTAL = re.compile(r"共|合计|总计|累计|全年")
_OTHER_YEAR = re.compile(r"上年|去年|计划|目标|预算|应为")
_RATE = re.compile(r"([\u4e00-\u9fff]{2})(?:率|度|比例|占比)")
_ANY_TASK = ("完成", "达成", "实现")  # 完成率 is of whatever the row is about
_PER_HEAD = re.compile(r"[人户亩村校班次件]均")
_CONTRARY = re.compile(r"未|但|不足|没有|尚")
# Stages of one and the same piece of work, and parts of a whole, are not added up.
_STEP = re.compile(
    r"申[请报]|立项|签约|开工|竣工|完工|在建|受理|办结|结案|授权|验收|发现|整改|计划|应|需|拟|其中|同比|上年|去年|已|正在|累计|共|合计|总计"
)
_STOP = re.compile(r"[，；。]")
_FILLERS = re.compile(
    r"实际|完成|达到|到达|达|为|已|共|合计|总计|累计|累积|平均|本年度?|当年|全年|年内|目前|全部|的|了|是|(?<!签)约|到位|发放|支付|拨付|及|在|："
    r"|开展|组织|举办|进行|实施"
)


def label_conflict(words: str, label: str) -> bool:
    """Whether the words beside a number name another rate or head than the row does.

    "参保率98%" in a row on 满意度, "户均1200元" in one on 人均; 满意率 and 满意度 are the same.
    """
    plain, known = core(words), core(label)
    heads, ours = set(_PER_HEAD.findall(plain)), set(_PER_HEAD.findall(known))
    foreign = any(rate not in known for rate in _RATE.findall(plain) if rate not in _ANY_TASK)
    return foreign or bool(heads and ours and heads - ours)


def names_another(target: Quantity, answer: Quantity, label: str) -> bool:
    """Whether target and answer each name a thing and not the same: "计算机≥20台" and "打印机21台"."""
    if change_sign(answer.words):
        return False
    return len(_own_words(target)) > 1 and not _related(answer.words, label)


def choose_answer(target: Quantity, actual: Quantity, label: str) -> Quantity | None:
    """The one part of a many-worded completion that answers the target; None where it is not plain which."""
    kinds = ("date",) if target.kind == "date" else ("number", "range")
    fits = [part for part in actual.parts if part.kind in kinds and _comparable(target, part)]
    for marker in (_ACTUAL, _TOTAL):
        marked = [part for part in fits if marker.search(_words(part))]
        if len(marked) == 1 and not _OTHER_YEAR.search(_words(marked[0])):
            return marked[0]
    plain = [part for part in fits if not _own_words(part)]
    if len(fits) > 1 and len(plain) == 1:  # "完成32户，超额完成2户"
        fits = plain
    elif len(fits) > 1 and not plain:  # "组织视察3次，调研5次" in a row on 视察
        fits = [part for part in fits if _related(_words(part), label)]
    if len(fits) != 1 or _OTHER_YEAR.search(_words(fits[0])):
        return None
    if any(part.kind == "words" and _CONTRARY.search(part.words) for part in actual.parts):
        return None
    return fits[0] if _related(_words(fits[0]), label) else None


def rival_answers(target: Quantity, actual: Quantity, label: str) -> list[Quantity]:
    """Several shares in one completion, any of which may be meant: "干部满意度93%，群众满意度95%"; else nothing."""
    if any(part.kind == "words" and _CONTRARY.search(part.words) for part in actual.parts):
        return []
    fits = [part for part in actual.parts if part.kind == "number" and _comparable(target, part)]
    foreign = any(_OTHER_YEAR.search(part.words) or label_conflict(part.words, label) for part in fits)
    shares = dimension(target.unit) == "ratio" and all(part.unit for part in fits)
    return fits if shares and not foreign and len(fits) > 1 else []


def total_of(target: Quantity, actual: Quantity, label: str) -> tuple[Quantity, bool] | None:
    """The sum of counts named one by one, and whether they are kinds that add up: "SCI 6篇、核心期刊5篇".

    Between commas they may be steps of the same work, "报名120人，实到95人": there are at most so many then.
    """
    parts = actual.parts
    counted = all(
        part.kind == "number"
        and not part.operator
        and part.unit
        and _own_words(part)
        and (part.number or -1) > 0
        for part in parts
    )
    related = {_related(part.words, label) for part in parts}
    if len(parts) < 2 or not counted or len(related) > 1 or len({part.unit for part in parts}) > 1:
        return None
    same = parts[0].unit == target.unit or same_count(parts[0].unit, target.unit)
    if (
        not same
        or dimension(target.unit) == "ratio"
        or _STEP.search(actual.words)
        or _CONTRARY.search(actual.words)
    ):
        return None
    number = sum((part.number or Decimal(0) for part in parts), Decimal(0))
    return replace(parts[0], number=number, words="", raw=actual.raw), not _STOP.search(actual.words)


def pair_parts(target: Quantity, actual: Quantity) -> list[tuple[Quantity, Quantity]]:
    """Each part of a compound target with its answer; parts without one are left out."""
    answers = actual.parts or (actual,)
    labels = [_own_words(answer) for answer in answers]
    if len(answers) == len(target.parts) and (not any(labels) or _all_dated(target.parts, answers)):
        return list(zip(target.parts, answers, strict=True))
    named = {label: answer for label, answer in zip(labels, answers, strict=True) if labels.count(label) == 1}
    found = [(part, _named_alike(_own_words(part), named)) for part in target.parts]
    chosen = [name for _, name in found]
    by_name = [(part, named[name]) for part, name in found if name and chosen.count(name) == 1]
    return by_name + _by_unit(target.parts, answers, by_name)


def _all_dated(targets: Sequence[Quantity], answers: Sequence[Quantity]) -> bool:
    """Whether each part says when and how much: "6月底前50%，年底前100%"."""
    return all([part.kind for part in each.parts] == ["date", "number"] for each in (*targets, *answers))


def _by_unit(
    targets: Sequence[Quantity], answers: Sequence[Quantity], named: list[tuple[Quantity, Quantity]]
) -> list[tuple[Quantity, Quantity]]:
    """The parts without words of their own that one unit tells apart: "12个小区、3860户"."""
    left = [each for each in targets if all(each is not part for part, _ in named)]
    bare = [
        each for each in answers if all(each is not answer for _, answer in named) and not _own_words(each)
    ]
    pairs = []
    for part in left:
        rivals = [each for each in left if each.unit == part.unit]
        twins = [each for each in bare if each.unit == part.unit]
        if part.unit and not _own_words(part) and len(rivals) == len(twins) == 1:
            pairs.append((part, twins[0]))
    return pairs


def _named_alike(label: str, names: Iterable[str]) -> str:
    """The one name that is the label or a part of it, "电脑" for "购置电脑"; "" where there is none or several."""
    if not label:
        return ""
    alike = [name for name in names if name and (name == label or name in label or label in name)]
    return label if label in alike else alike[0] if len(alike) == 1 else ""


def _comparable(target: Quantity, part: Quantity) -> bool:
    if target.kind == "date" or not part.unit or not target.unit:
        return target.kind == "date" or part.unit == target.unit
    return dimension(target.unit) == dimension(part.unit)


def _words(part: Quantity) -> str:
    return part.raw if part.kind == "date" else part.words


def _own_words(part: Quantity) -> str:
    return _FILLERS.sub("", core(_words(part)))


def _related(words: str, label: str) -> bool:
    """Whether the words share two characters in a row with the row's label, or say nothing of their own."""
    own, known = _FILLERS.sub("", core(words)), core(label)
    return len(own) < 2 or any(own[i : i + 2] in known for i in range(len(own) - 1))
