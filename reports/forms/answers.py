"""Fields for the bureau's answers to the scheme's own indicators."""

from collections.abc import Iterator
from decimal import Decimal

from django import forms
from django.utils.translation import gettext as _

from reports.forms.fields import CellField, OptionField
from scoring.engine.numbers import plain
from scoring.engine.rules.checklist import NO, YES
from scoring.engine.rules.qual_three_level import LEVELS
from scoring.engine.rules.violation_deduct import COUNT
from scoring.engine.scheme import Column, Indicator, Scheme

SPECS = {
    "weight": Column(label="分值", type="score"),
    "target": Column(label="指标值", type="text"),
    "actual": Column(label="完成值", type="text"),
    "reason": Column(label="扣分原因、说明", type="text"),
    "self_score": Column(label="自评得分", type="score", required=True),
}
SHORT_LEVELS = {"met": "达成", "partly": "部分达成", "unmet": "未达成"}


def level_choices() -> list[tuple[str, str]]:
    """Levels of a qualitative indicator as options of a select."""
    return [("", _("（未选）")), *((code, SHORT_LEVELS.get(code, label)) for code, label in LEVELS.items())]


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
    if column == "reason":
        field.widget = forms.Textarea(attrs=field.widget.attrs | {"rows": 1})
    return field


def _level(anchor: str, name: str) -> OptionField:
    attrs = {"class": "cell", "aria-label": f"{name}：达成程度"}
    return OptionField(level_choices(), anchor=anchor, label=_("达成程度"), widget=forms.Select(attrs=attrs))


def _items(base: str, anchor: str, indicator: Indicator) -> Iterator[tuple[str, forms.Field]]:
    """What the bureau answers itself; what a reviewer verifies isn't asked here."""
    rule = indicator.rule
    if rule is None or getattr(rule, "answered_by", "") != "filer":
        return
    if rule.kind == "checklist":
        for item in rule.items:
            choices = [(YES, _("符合")), (NO, _("不符合"))]
            yield (
                f"{base}:items:{item.key}",
                OptionField(
                    choices, anchor=f"{anchor}/items.{item.key}", label=item.text, widget=forms.RadioSelect
                ),
            )
    if rule.kind == "violation_deduct":
        spec = Column(label=_("不符合要求的数量（%(unit)s）") % {"unit": rule.unit}, type="count")
        yield f"{base}:items:{COUNT}", CellField(spec, anchor=f"{anchor}/items.{COUNT}", in_table=True)
