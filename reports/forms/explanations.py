"""The bureau's explanations of warnings: one text may cover several."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.sheets import FindingLine
from scoring.engine.cells import CellError, clean_cell
from scoring.engine.content import Explanation

MOST, LONGEST = 60, 2000


class ExplanationForm(forms.Form):
    """One text with the findings it covers."""

    text = forms.Field(required=False, label=gettext_lazy("说明"))
    findings = forms.MultipleChoiceField(required=False, label=gettext_lazy("说明的问题"))

    def __init__(self, *args: Any, lines: Sequence[FindingLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = set(self.initial.get("findings", []))
        self.lines = _by_key([line for line in lines if line.key in own or line.is_open])
        self.fields["text"].widget = forms.Textarea(
            attrs={"rows": 2, "class": "cell", "placeholder": _("例如：执行得分按原口径计算……")}
        )
        choices = [(line.key, line.message) for line in self.lines]
        gone = [(key, key) for key in own - {line.key for line in self.lines}]
        self.fields["findings"] = forms.MultipleChoiceField(
            choices=[*choices, *gone],
            required=False,
            label=_("说明的问题"),
            widget=forms.CheckboxSelectMultiple,
        )

    def clean_text(self) -> str:
        try:
            return clean_cell("long_text", self.cleaned_data["text"] or "", max_length=LONGEST) or ""
        except CellError as error:
            raise ValidationError(str(error)) from error

    def clean(self) -> dict[str, Any]:
        text, findings = self.cleaned_data.get("text"), self.cleaned_data.get("findings")
        if text and not findings:
            self.add_error("findings", _("请勾选这段文字说明的问题。"))
        if findings and text == "":
            self.add_error("text", _("请写明原因。"))
        return self.cleaned_data

    @property
    def options(self) -> list[tuple[Any, FindingLine | None]]:
        """Check boxes with the finding each stands for; None where it no longer occurs."""
        by_key = {line.key: line for line in self.lines}
        return [(option, by_key.get(str(option.data["value"]))) for option in self["findings"]]


def _by_key(lines: Sequence[FindingLine]) -> list[FindingLine]:
    """One line per key: findings of one check on one cell are explained together, their messages joined."""
    merged: dict[str, FindingLine] = {}
    for line in lines:
        seen = merged.get(line.key)
        merged[line.key] = replace(seen, message=f"{seen.message} {line.message}") if seen else line
    return list(merged.values())


class BaseExplanationFormSet(forms.BaseFormSet[ExplanationForm]):
    """All explanations of a draft, and a blank one."""

    def items(self) -> list[dict[str, Any]]:
        """Items of {"text", "findings"}; blank and deleted ones dropped."""
        return [
            {"text": form.cleaned_data["text"], "findings": form.cleaned_data["findings"]}
            for form in self.forms
            if form.cleaned_data.get("text") and not form.cleaned_data.get("DELETE")
        ]


def explanation_formset(
    explanations: Sequence[Explanation], lines: Sequence[FindingLine], data: Mapping[str, Any] | None = None
) -> BaseExplanationFormSet:
    """Existing explanations, and a blank one while something is unexplained."""
    needing = [line for line in lines if line.needs_explanation]
    factory = forms.formset_factory(
        ExplanationForm,
        formset=BaseExplanationFormSet,
        extra=int(any(line.is_open for line in needing)),
        can_delete=True,
        max_num=MOST,
        absolute_max=MOST,
    )
    initial = [{"text": item.text, "findings": item.findings} for item in explanations]
    formset = factory(data, prefix="explanations", initial=initial, form_kwargs={"lines": needing})
    return cast(BaseExplanationFormSet, formset)
