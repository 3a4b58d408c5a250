"""The review page and its actions. Each action takes what was typed with it: nothing on the screen is lost."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from reports.admin.access import is_granted, signed_in
from reports.admin.review_forms import ReviewForm
from reports.admin.review_page import ReviewPage
from reports.errors import RefusedError
from reports.models import ReviewComment, Submission, User
from reports.permissions import get_submission
from reports.services import reviews
from reports.workflow import STAGE_ROLES

View = Callable[..., HttpResponse]
Step = Callable[[Submission, User, ReviewForm], str]


def routes(site: AdminSite) -> list[tuple[str, str, View]]:
    """(name, way below the submission, view) of the page and each of its actions."""
    return [
        ("review", "review/", _page_view(site)),
        ("change", "change/", _to_page),
        ("start", "start/", _start),
        ("save", "save/", _action(site, _save)),
        ("return", "return/", _action(site, _return)),
        ("approve", "approve/", _action(site, _approve)),
        ("close_comment", "comments/<int:comment>/close/", _close_view(site)),
    ]


def _save(submission: Submission, user: User, form: ReviewForm) -> str:
    return _("已保存。")


def _return(submission: Submission, user: User, form: ReviewForm) -> str:
    reviews.return_for_correction(submission, by=user, note=form.written_note)
    return _("%(report)s 已退回修改。") % {"report": submission.report}


def _approve(submission: Submission, user: User, form: ReviewForm) -> str:
    change = reviews.approve(submission, by=user, note=form.written_note, confirmed=form.confirmed)
    return _("%(report)s 已通过，现为“%(status)s”。") % {
        "report": submission.report,
        "status": change.get_to_status_display(),
    }


def _page_view(site: AdminSite) -> View:
    @require_safe
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        submission = _visible(request, pk)
        page = ReviewPage(submission, signed_in(request), show=request.GET.get("show", "all"))
        return _render(site, request, page)

    return view


def _to_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Where the stock admin would have a form."""
    return redirect("admin:reports_submission_review", pk)


@require_POST
def _start(request: HttpRequest, pk: int) -> HttpResponse:
    submission = _reviewable(request, pk)
    try:
        reviews.start_review(submission, by=signed_in(request))
    except RefusedError as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, _("已开始复核，单位不能再撤回。"))
    return redirect("admin:reports_submission_review", pk)


def _action(site: AdminSite, step: Step) -> View:
    """A view that stores what was typed and takes one step, both or neither."""

    @require_POST
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        return _take(site, request, pk, step)

    return view


def _close_view(site: AdminSite) -> View:
    @require_POST
    def view(request: HttpRequest, pk: int, comment: int) -> HttpResponse:
        def step(submission: Submission, user: User, form: ReviewForm) -> str:
            found = ReviewComment.objects.filter(pk=comment, submission__report=submission.report).first()
            if found is None:
                raise Http404
            reviews.close_comment(found, by=user)
            return _("意见已关闭。")

        return _take(site, request, pk, step)

    return view


def _take(site: AdminSite, request: HttpRequest, pk: int, step: Step) -> HttpResponse:
    submission, user = _reviewable(request, pk), signed_in(request)
    page = ReviewPage(submission, user, data=request.POST)
    if page.may_review and not page.form.is_valid():
        messages.error(request, _("没有保存：有填写不正确的地方，请改正标红的内容。"))
        return _render(site, request, page)
    try:
        with transaction.atomic():
            if page.may_review:
                _keep(page, user)
            done = step(submission, user, page.form)
    except RefusedError as refused:
        messages.error(request, refused.message)
        return _with_typed(site, request, pk)
    messages.success(request, done)
    return redirect("admin:reports_submission_review", pk)


def _keep(page: ReviewPage, user: User) -> None:
    """Stores scores that were changed and comments that were written."""
    form: ReviewForm = page.form
    if scores := form.changed_scores:
        review = reviews.open_review(page.submission, by=user)
        reviews.save_scores(review, scores, revision=form.cleaned_data["revision"], by=user)
    for anchor, text in form.comments.items():
        if not page.is_place(anchor):
            raise RefusedError(_("请选择意见针对的位置。"))
        reviews.add_comment(page.submission, anchor=anchor, text=text, by=user)


def _with_typed(site: AdminSite, request: HttpRequest, pk: int) -> HttpResponse:
    """The page again with what was typed, where this user may still review; else as it is now."""
    page = ReviewPage(get_submission(signed_in(request), pk), signed_in(request), data=request.POST)
    if not page.may_review:
        return redirect("admin:reports_submission_review", pk)
    return _render(site, request, page)


def _render(site: AdminSite, request: HttpRequest, page: ReviewPage) -> HttpResponse:
    context: dict[str, Any] = site.each_context(request) | {
        "title": _("复核 %(report)s") % {"report": page.report},
        "page": page,
    }
    return TemplateResponse(request, "admin/reports/submission/review.html", context)


def _visible(request: HttpRequest, pk: int) -> Submission:
    """Raises PermissionDenied for a role that doesn't read submissions, Http404 for an outsider."""
    if not is_granted(request.user, "submission", "view"):
        raise PermissionDenied
    return get_submission(signed_in(request), pk)


def _reviewable(request: HttpRequest, pk: int) -> Submission:
    """As `_visible`, and PermissionDenied for a role that reviews at no stage."""
    submission = _visible(request, pk)
    if signed_in(request).role not in STAGE_ROLES.values():
        raise PermissionDenied
    return submission
