"""Which of the things a completion cell says answers the target."""

import re

from scoring.engine.quantity import Quantity
from scoring.engine.text import core
from scoring.engine.units import dimension

_ACTUAL = re.compile(r"实际")
_TOTAL = re.compile(r"共|合计|总计|累计|全年")
_OTHER_YEAR = re.compile(r"上年|去年|计划|目标|预算|应为")
_RATE = re.compile(r"[\u4e00-\u9fff]{2}(?:率|度|比例|占比)")
_CONTRARY = re.compile(r"未|但|不足|没有|尚")
_FILLERS = re.compile(
    r"实际|完成|达到|到达|达|为|已|共|合计|总计|累计|全年|全部|的|了|是|约|到位|发放|支付|拨付|及|在|："
)


def label_conflict(words: str, label: str) -> bool:
    """Whether the words beside a number name another rate than the row does: "参保率98%" in a row on 满意度."""
    return any(rate not in label for rate in _RATE.findall(core(words)))


def choose_answer(target: Quantity, actual: Quantity, label: str) -> Quantity | None:
    """The one part of a many-worded completion that answers the target; None where it is not plain which."""
    kinds = ("date",) if target.kind == "date" else ("number", "range")
    fits = [part for part in actual.parts if part.kind in kinds and _comparable(target, part)]
    for marker in (_ACTUAL, _TOTAL):
        marked = [part for part in fits if marker.search(_words(part))]
        if len(marked) == 1 and not _OTHER_YEAR.search(_words(marked[0])):
            return marked[0]
    if len(fits) != 1 or _OTHER_YEAR.search(_words(fits[0])):
        return None
    if any(part.kind == "words" and _CONTRARY.search(part.words) for part in actual.parts):
        return None
    return fits[0] if _related(_words(fits[0]), label) else None


def pair_parts(target: Quantity, actual: Quantity) -> list[tuple[Quantity, Quantity]]:
    """Each part of a compound target with its answer; parts without one are left out."""
    answers = actual.parts or (actual,)
    labels = [_label(answer) for answer in answers]
    if len(answers) == len(target.parts) and not any(labels):
        return list(zip(target.parts, answers, strict=True))
    named = {label: answer for label, answer in zip(labels, answers, strict=True) if labels.count(label) == 1}
    wanted = [(part, _label(part)) for part in target.parts]
    return [(part, named[label]) for part, label in wanted if label and label in named]


def _comparable(target: Quantity, part: Quantity) -> bool:
    if target.kind == "date" or not part.unit or not target.unit:
        return target.kind == "date" or part.unit == target.unit
    return dimension(target.unit) == dimension(part.unit)


def _words(part: Quantity) -> str:
    return part.raw if part.kind == "date" else part.words


def _label(part: Quantity) -> str:
    return _FILLERS.sub("", core(_words(part)))


def _related(words: str, label: str) -> bool:
    """Whether the words share two characters in a row with the row's label, or say nothing of their own."""
    own = _FILLERS.sub("", core(words))
    known = core(label)
    return len(own) < 2 or any(own[i : i + 2] in known for i in range(len(own) - 1))
