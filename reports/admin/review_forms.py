"""What a reviewer types: a score and a reason for every line, comments, a note."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from reports.services.reviews import GivenScore
from scoring.engine.cells import CellError, clean_cell
from scoring.engine.numbers import plain, printed
from scoring.models import IndicatorScore

COMMENT = "comment:"
ELSEWHERE = "elsewhere"
LONGEST_NOTE = 500


class ScoreField(forms.CharField):
    """A score as people type it (full-width digits too), 0 … weight, up to two places."""

    def __init__(self, weight: Decimal) -> None:
        super().__init__(max_length=20, error_messages={"required": _("请填写复核得分。")})
        self.weight = weight

    def clean(self, value: Any) -> Decimal:
        text = super().clean(value)
        try:
            score = Decimal(clean_cell("score", text) or "")
        except CellError as error:
            raise forms.ValidationError(str(error)) from error
        if score > self.weight:
            raise forms.ValidationError(
                _("复核得分 %(score)s 高于分值 %(weight)s。")
                % {"score": plain(score), "weight": plain(self.weight)}
            )
        return score


class ReviewForm(forms.Form):
    """Fields `score-<position>` and `reason-<position>` for every row with points, `note`, the revision that was read.

    `confirmed`, where its box is ticked, carries the ids of the rows that were listed under it.
    """

    revision = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    note = forms.CharField(required=False, max_length=LONGEST_NOTE)
    place = forms.CharField(required=False, max_length=200)

    def __init__(
        self,
        rows: Iterable[IndicatorScore],
        given: Mapping[str, GivenScore],
        *,
        revision: int,
        data: Mapping[str, Any] | None = None,
    ) -> None:
        self.rows = list(rows)
        self.given = given
        initial: dict[str, Any] = {"revision": revision}
        for row in self.rows:
            stored = given[row.indicator_id]
            initial[f"score-{row.position}"] = printed(stored.score).replace(",", "")
            initial[f"reason-{row.position}"] = stored.reason
        super().__init__(data, initial=initial)
        for row in self.rows:
            self.fields[f"score-{row.position}"] = ScoreField(row.weight)
            self.fields[f"reason-{row.position}"] = forms.CharField(required=False, max_length=500)

    @property
    def changed_scores(self) -> dict[str, GivenScore]:
        """By indicator id what differs from what is stored or proposed. Needs a valid form."""
        typed = {
            row.indicator_id: GivenScore(
                self.cleaned_data[f"score-{row.position}"],
                self.cleaned_data[f"reason-{row.position}"].strip(),
            )
            for row in self.rows
        }
        return {key: score for key, score in typed.items() if score != self.given[key]}

    @property
    def written_note(self) -> str:
        """The note as typed, of a form that nobody has checked too."""
        return str(self.data.get("note", "")).strip()[:LONGEST_NOTE]

    @property
    def confirmed(self) -> frozenset[str]:
        """Indicator ids of the rows that the ticked box stands for."""
        return frozenset(str(self.data.get("confirmed", "")).split())

    @property
    def comments(self) -> dict[str, str]:
        """By anchor what was written into the comment boxes, blank ones left out."""
        written = {
            key.removeprefix(COMMENT): str(value).strip()
            for key, value in self.data.items()
            if key.startswith(COMMENT)
        }
        if text := written.pop(ELSEWHERE, ""):
            written[str(self.data.get("place", ""))] = text
        return {anchor: text for anchor, text in written.items() if text}
