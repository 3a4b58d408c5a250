"""复核台: the queue of submissions, and the review page of each."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.contrib import admin
from django.contrib.admin import SimpleListFilter
from django.contrib.admin.views.main import ChangeList
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from reports.admin import review_views
from reports.admin.access import RoleAdmin, chip, signed_in, status_chip
from reports.admin.queue import DONE, IN_REVIEW, MINE, queue_of
from reports.models import Submission
from reports.outcomes import Achievement, achievements_by_scorecard, outcome_of
from scoring.engine.numbers import plain, printed
from scoring.models import Scorecard


class TurnFilter(SimpleListFilter):
    title = _("进度")
    parameter_name = "turn"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(str(MINE), _("待我复核")), (str(IN_REVIEW), _("他人复核中")), (str(DONE), _("已办结"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Submission]) -> QuerySet[Submission]:
        turn = self.value() or ""
        return queryset.filter(Q(turn=turn)) if turn in {"0", "1", "2"} else queryset


@admin.register(Submission)
class SubmissionAdmin(RoleAdmin):
    """Every column comes from one query, and another where targets are judged; a link leads to the review page."""

    list_display = (
        "bureau",
        "title",
        "state",
        "own",
        "computed",
        "reviewed",
        "coverage",
        "warnings",
        "waiting",
    )
    list_display_links = None
    list_filter = (
        TurnFilter,
        "report__campaign",
        "report__status",
        "report__scheme",
        "report__bureau__division",
    )
    search_fields = ("report__bureau__code", "report__bureau__name", "report__title")
    search_help_text = _("单位编码、单位名称、报告名称")
    sortable_by = ("bureau", "warnings", "waiting")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Submission]:
        return queue_of(signed_in(request)).order_by(*self.get_ordering(request))

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ("turn", "waiting_since", "-submitted_at")

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """The list with how far targets were met, for the forms on its page that have no points."""
        changes: ChangeList = super().get_changelist_instance(request)
        shown: list[Submission] = list(changes.result_list)
        judged = [each for each in shown if _outcome(each) == "achievement"]
        found = achievements_by_scorecard(each.scorecard_id for each in judged)
        for each in judged:
            each.achievement = found.get(each.scorecard_id, Achievement())  # type: ignore[attr-defined]
        changes.result_list = shown
        return changes

    def get_urls(self) -> list[URLPattern]:
        """Only the queue and the review page with its actions; no form of the stock admin."""
        guard = self.admin_site.admin_view
        pages = [
            path(f"<int:pk>/{way}", guard(view), name=f"reports_submission_{name}")
            for name, way, view in review_views.routes(self.admin_site)
        ]
        return [path("", guard(self.changelist_view), name="reports_submission_changelist"), *pages]

    @admin.display(description=_("单位"), ordering="report__bureau__code")
    def bureau(self, submission: Submission) -> SafeString:
        bureau = submission.report.bureau
        return format_html('{}<div class="why">{}</div>', bureau.name, bureau.code)

    @admin.display(description=_("报告"))
    def title(self, submission: Submission) -> SafeString:
        return format_html(
            '<a href="{}"><b>{}</b></a><div class="why">{} · {}</div>',
            reverse("admin:reports_submission_review", args=[submission.pk]),
            submission.report.title,
            submission.report.scheme.title,
            gettext("第 %(number)d 次报送") % {"number": submission.number},
        )

    @admin.display(description=_("状态"))
    def state(self, submission: Submission) -> SafeString:
        report = submission.report
        first: datetime = submission.first_submitted_at  # type: ignore[attr-defined]
        late = timezone.localdate(first) > report.due_on
        shown = status_chip(report.status, report.get_status_display())
        return format_html("{} {}", shown, chip(_("逾期报送"), "bad")) if late else shown

    @admin.display(description=_("自评"))
    def own(self, submission: Submission) -> str:
        return _figure(submission.self_total) if _outcome(submission) == "points" else ""

    @admin.display(description=_("系统"))
    def computed(self, submission: Submission) -> SafeString:
        card, own = submission.scorecard, submission.self_total
        if card.is_done and _outcome(submission) != "points":
            met = getattr(submission, "achievement", gettext("不计分"))
            return format_html('<span class="why" data-apart>{}</span>', met)
        lower = card.computed_total is not None and own is not None and card.computed_total < own
        return format_html('<span class="{}">{}</span>', "down" if lower else "", _computed(card))

    @admin.display(description=_("复核"))
    def reviewed(self, submission: Submission) -> str:
        return _figure(submission.reviewed_total) if _outcome(submission) == "points" else ""

    @admin.display(description=_("已核分值"))
    def coverage(self, submission: Submission) -> str:
        weight = submission.scorecard.computed_weight
        return "" if weight is None or _outcome(submission) != "points" else plain(weight)

    @admin.display(description=_("警告"), ordering="warning_count")
    def warnings(self, submission: Submission) -> Any:
        return chip(str(submission.warning_count), "warn") if submission.warning_count else ""  # type: ignore[attr-defined]

    @admin.display(description=_("已等"), ordering="waiting_since")
    def waiting(self, submission: Submission) -> str:
        since = submission.waiting_since  # type: ignore[attr-defined]
        if since is None:
            return ""
        return gettext("%(days)d 天") % {"days": (timezone.localdate() - timezone.localdate(since)).days}


def _outcome(submission: Submission) -> str:
    return outcome_of(submission.report.scheme.form)


def _figure(value: Decimal | None) -> str:
    return "—" if value is None else printed(value)


def _computed(card: Scorecard) -> str:
    """The computed total, else the range in which it lies, else why there is none yet."""
    if not card.is_done:
        return str(card.get_status_display())
    if card.computed_total is not None:
        return printed(card.computed_total)
    if card.computed_low is None or card.computed_high is None:
        return "—"
    return f"{printed(card.computed_low)}–{printed(card.computed_high)}"
