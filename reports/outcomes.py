"""What a filing comes to under its form: points with a grade, targets met or missed, or figures alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from scoring.engine.scheme import Scheme
from scoring.models import IndicatorScore

Outcome = Literal["points", "achievement", "figures"]


def outcome_of(form: Scheme) -> Outcome:
    """Forms without scored rows have figures alone; `scoring: none` only judges targets."""
    if not form.indicators and not form.indicator_lists:
        return "figures"
    return "points" if form.scoring == "points" else "achievement"


@dataclass(frozen=True)
class Achievement:
    """How many targets are met, missed, and not decided by the engine."""

    met: int = 0
    missed: int = 0
    undecided: int = 0

    def __str__(self) -> str:
        return _("已完成 %(met)d · 未完成 %(missed)d · 待判断 %(undecided)d") % {
            "met": self.met,
            "missed": self.missed,
            "undecided": self.undecided,
        }


def achievement_of(verdicts: Iterable[bool | None]) -> Achievement:
    """Counts of the rows' verdicts, in one pass."""
    counts: dict[bool | None, int] = {True: 0, False: 0, None: 0}
    for verdict in verdicts:
        counts[verdict] += 1
    return Achievement(counts[True], counts[False], counts[None])


def achievements_by_scorecard(scorecards: Iterable[int]) -> Mapping[int, Achievement]:
    """By scorecard id, in one query; none where there is nothing to ask for."""
    ids = list(scorecards)
    if not ids:
        return {}
    counted = (
        IndicatorScore.objects.filter(scorecard__in=ids)
        .exclude(status=IndicatorScore.Status.NOT_APPLICABLE)
        .order_by()
        .values("scorecard")
        .annotate(
            met=Count("pk", filter=Q(achieved=True)),
            missed=Count("pk", filter=Q(achieved=False)),
            undecided=Count("pk", filter=Q(achieved=None)),
        )
    )
    return {row["scorecard"]: Achievement(row["met"], row["missed"], row["undecided"]) for row in counted}
