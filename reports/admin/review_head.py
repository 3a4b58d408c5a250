"""One submission for one reader: what it is, how it stands, what the reader may do with it."""

import json
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.utils.translation import gettext as _

from reports import workflow
from reports.models import Report, Review, ReviewedScore, SignOff, Submission, User
from reports.outcomes import Achievement, Outcome, achievement_of, outcome_of
from reports.permissions import actions_for
from reports.services.confirmations import confirmed_rows, rows_to_confirm
from reports.services.reviews import GivenScore, scores_of, total_of
from reports.standing import next_step
from reports.workflow import Status
from scoring.engine.content import Content
from scoring.engine.grade import grade_of
from scoring.models import IndicatorScore, Scorecard

IDLE = IndicatorScore.Status.NOT_APPLICABLE


@dataclass
class ReviewHead:
    """The head of the review page, and its decision bar."""

    submission: Submission
    user: User

    @property
    def report(self) -> Report:
        return self.submission.report

    @property
    def card(self) -> Scorecard:
        return self.submission.scorecard

    @cached_property
    def rows(self) -> list[IndicatorScore]:
        return list(self.card.rows.all())

    @cached_property
    def is_newest(self) -> bool:
        return Submission.objects.latest_of(self.report) == self.submission

    @cached_property
    def actions(self) -> tuple[str, ...]:
        """What the reader may do with this very submission."""
        return actions_for(self.user, self.report) if self.is_newest else ()

    @property
    def may_start(self) -> bool:
        return "start_review" in self.actions

    @property
    def may_review(self) -> bool:
        return "approve" in self.actions

    @cached_property
    def review(self) -> Review | None:
        """The review of the present stage, or the last one of a submission that is through."""
        reviews = list(self.submission.reviews.all())
        current = [review for review in reviews if review.stage == self.report.status]
        return current[0] if current and self.is_newest else None

    @cached_property
    def shows_scores(self) -> bool:
        """Whether there are reviewed scores to show: proposals are for who reviews, results for everybody."""
        stored = ReviewedScore.objects.filter(review__submission=self.submission)
        return self.may_review or stored.exists()

    @property
    def revision(self) -> int:
        return self.review.revision if self.review else 0

    @cached_property
    def given(self) -> dict[str, GivenScore]:
        return scores_of(self.review, self.submission)

    @cached_property
    def is_intact(self) -> bool:
        return self.submission.content.is_intact

    @cached_property
    def content(self) -> Content | None:
        """None where the seal is broken: nothing of it is to be trusted."""
        return self.submission.content.read() if self.is_intact else None

    @property
    def reviewed_total(self) -> Decimal:
        return total_of(self.report.scheme.form, self.rows, self.given)

    @property
    def stretched_from(self) -> Decimal | None:
        """The weight that applies, where the scores are stretched from it to the whole; None where they aren't."""
        form = self.report.scheme.form
        idle = sum((row.weight for row in self.rows if row.status == IDLE), Decimal(0))
        return form.total_weight - idle if idle and form.na_policy == "redistribute" else None

    @cached_property
    def sign_offs(self) -> list[SignOff]:
        return list(self.submission.sign_offs.select_related("by"))

    @cached_property
    def other_submissions(self) -> list[Submission]:
        return list(self.report.submissions.exclude(pk=self.submission.pk))

    @property
    def outcome(self) -> Outcome:
        return outcome_of(self.report.scheme.form)

    @property
    def is_scored(self) -> bool:
        return self.outcome == "points"

    @property
    def achievement(self) -> Achievement:
        """How many targets are met, where that is all that is judged."""
        return achievement_of(row.achieved for row in self.rows if row.status != IDLE)

    @property
    def trend(self) -> str:
        """Whether the computed total is above (up) or below (down) the self score."""
        own, computed = self.submission.self_total, self.card.computed_total
        if own is None or computed is None or own == computed:
            return ""
        return "up" if computed > own else "down"

    @property
    def grade(self) -> str:
        """The grade of the reviewed total as it stands."""
        return grade_of(self.reviewed_total, self.report.scheme.form.grades) if self.rows else ""

    @property
    def grade_bands(self) -> str:
        """For the script: [[from, label], …], highest first."""
        return json.dumps(
            [[str(g.from_score), g.label] for g in self.report.scheme.form.grades], ensure_ascii=False
        )

    @property
    def may_approve(self) -> bool:
        return self.may_review and self.is_intact and not self.card.is_waiting

    @cached_property
    def to_confirm(self) -> list[IndicatorScore]:
        """Rows that the system couldn't compute and nobody has confirmed, for who may pass the submission on."""
        return rows_to_confirm(self.submission) if self.may_review else []

    @cached_property
    def confirmed(self) -> frozenset[str]:
        """Ids of the rows that a stage has confirmed."""
        return confirmed_rows(self.submission)

    @property
    def approve_label(self) -> str:
        """Says where an approval leads."""
        following = workflow.next_stage(self.report.status, self.report.campaign.stages)
        return _("通过，送绩效科") if following == Status.OFFICE_REVIEW else _("通过")

    @property
    def whose_turn(self) -> str:
        """For a reader who can do nothing here now: who can, or how it ended."""
        if not self.is_newest:
            return _("这份报送件之后已有新的报送。")
        actor, task = next_step(self.report)
        return f"{actor}：{task}" if actor else task
