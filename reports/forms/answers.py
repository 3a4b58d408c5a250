"""Fields for the bureau's answers to the scheme's own indicators."""

from collections.abc import Iterator
from decimal import Decimal

from django import forms
from django.utils.translation import gettext as _

from reports.forms.fields import CellField, OptionField
from reports.forms.widgets import CellArea
from reports.sheets.questions import asks_filer, questions_of
from scoring.engine.numbers import plain
from scoring.engine.rules.base import NOT_APPLICABLE
from scoring.engine.rules.checklist import NO, YES
from scoring.engine.rules.qual_three_level import LEVELS
from scoring.engine.scheme import Column, Indicator, Scheme

SPECS = {
    "weight": Column(label="分值", type="score"),
    "target": Column(label="指标值", type="text"),
    "actual": Column(label="完成值", type="text"),
    "reason": Column(label="扣分原因、说明", type="text"),
    "measure": Column(label="改进措施", type="text"),
    "process": Column(label="评分过程", type="long_text"),
    "self_score": Column(label="自评得分", type="score", required=True),
}
SHORT_LEVELS = {"met": "达成", "partly": "部分达成", "unmet": "未达成"}


def level_choices() -> list[tuple[str, str]]:
    """Levels of a qualitative indicator as options of a select, and that the row doesn't apply."""
    levels = [(code, SHORT_LEVELS.get(code, label)) for code, label in LEVELS.items()]
    return [("", _("（未选）")), *levels, (NOT_APPLICABLE, _("不适用"))]


def above_weight(own: str, weight: Decimal) -> str:
    """The message for a self score above its weight; names both."""
    return _("自评得分 %(own)s 高于分值 %(weight)s。") % {"own": own, "weight": plain(weight)}


def answer_fields(scheme: Scheme, section: str, indicator: Indicator) -> Iterator[tuple[str, forms.Field]]:
    """Fields named `a:<id>:<column>`: the form's cells of the row, its checklist, and the self score."""
    base, anchor = f"a:{indicator.id}", f"{section}/{indicator.id}"
    for column in indicator.columns:
        if column == "level":
            yield f"{base}:level", _level(f"{anchor}/level", indicator.name)
        else:
            yield f"{base}:{column}", _cell(f"{anchor}/{column}", column, indicator.name)
    yield from _items(base, anchor, indicator)
    if not scheme.children_of(indicator.id) and scheme.scoring == "points":
        yield f"{base}:self_score", _cell(f"{anchor}/self_score", "self_score", indicator.name)


def _cell(anchor: str, column: str, name: str) -> CellField:
    field = CellField(SPECS[column], anchor=anchor, in_table=True)
    field.widget.attrs["aria-label"] = f"{name}：{SPECS[column].label}"
    if column == "self_score":
        field.widget.attrs["data-self"] = ""
    if column in ("reason", "measure"):
        field.widget = CellArea(field.widget.attrs)
    return field


def _level(anchor: str, name: str) -> OptionField:
    attrs = {"class": "cell", "aria-label": f"{name}：达成程度"}
    return OptionField(level_choices(), anchor=anchor, label=_("达成程度"), widget=forms.Select(attrs=attrs))


def _items(base: str, anchor: str, indicator: Indicator) -> Iterator[tuple[str, forms.Field]]:
    """What the bureau answers itself; what a reviewer verifies isn't asked here."""
    for question in questions_of(indicator) if asks_filer(indicator) else ():
        place = f"{anchor}/items.{question.key}"
        if question.is_counted:
            spec = Column(label=question.text, type="count")
            yield f"{base}:items:{question.key}", CellField(spec, anchor=place, in_table=True)
        else:
            choices = [(YES, _("符合")), (NO, _("不符合"))]
            radios = OptionField(choices, anchor=place, label=question.text, widget=forms.RadioSelect)
            radios.help_text = question.worth
            yield f"{base}:items:{question.key}", radios
