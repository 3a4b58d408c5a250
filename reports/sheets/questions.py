"""What a rule asks beside the row's cells: yes or no item by item, or how often something was found."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from scoring.engine.content import Answer
from scoring.engine.numbers import plain
from scoring.engine.rules.checklist import NO, YES
from scoring.engine.rules.violation_deduct import COUNT
from scoring.engine.scheme import Indicator

MARKS = {YES: "✓", NO: "✗"}


@dataclass(frozen=True)
class Question:
    """One thing to answer. `worth` says what a yes gives; a question with a `unit` is answered with a count."""

    key: str
    text: str
    worth: str = ""
    unit: str = ""

    @property
    def is_counted(self) -> bool:
        return bool(self.unit)


def questions_of(indicator: Indicator) -> list[Question]:
    """The questions of every kind of rule that takes `items`, in form order."""
    items: list[Any] = list(getattr(indicator.rule, "items", ()))
    if not items:
        return []
    if isinstance(items[0], str):
        unit = str(getattr(indicator.rule, "unit", ""))
        return [Question(COUNT, _("不符合要求的数量（%(unit)s）") % {"unit": unit}, unit=unit)]
    return [Question(item.key, item.text, _worth(item)) for item in items]


def asks_filer(indicator: Indicator) -> bool:
    """Whether the bureau answers; what a reviewer verifies isn't asked on the filing pages."""
    return getattr(indicator.rule, "answered_by", "") == "filer"


def answered(indicator: Indicator, answer: Answer) -> Iterator[str]:
    """The answers in words; what was left open is left out."""
    for question in questions_of(indicator):
        given = answer.items.get(question.key, "")
        if question.is_counted and given:
            yield _("不符合要求 %(count)s %(unit)s") % {"count": given, "unit": question.unit}
        elif given in MARKS:
            yield f"{MARKS[given]} {question.text}"


def _worth(item: Any) -> str:
    """1分，占分值 30%; an item on which all others depend says so."""
    points, share = getattr(item, "points", None), getattr(item, "share", None)
    said = []
    if points is not None:
        said.append(_("%(points)s分") % {"points": plain(points)})
    if share is not None:
        said.append(_("占分值 %(share)s%%") % {"share": plain(share * 100)})
    if getattr(item, "gate", False):
        said.append(_("前提项"))
    return "，".join(said)
