"""The bureau answers a reviewer's comment while it corrects the report."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from reports.errors import RefusedError, RoleRefusedError
from reports.models import Report, ReviewComment, User
from reports.permissions import sees_comments
from reports.services import reviews
from reports.views.access import for_people, person


@for_people
@require_POST
def reply_comment(request: HttpRequest, pk: int) -> HttpResponse:
    """Stores the answer and returns to the page it was written on."""
    user = person(request)
    comment = _comment(user, pk)
    report = comment.submission.report
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = reverse("report", args=[report.pk])
    try:
        reviews.reply_comment(comment, text=request.POST.get("text", ""), by=user)
    except RoleRefusedError:
        raise
    except RefusedError as error:
        messages.error(request, error.message)
        return redirect(back)
    messages.success(request, _("答复已保存。"))
    return redirect(back)


def _comment(user: User, pk: int) -> ReviewComment:
    """The comment, if `user` may see it. Raises Http404 otherwise."""
    comment = (
        ReviewComment.objects.filter(pk=pk, submission__report__in=Report.objects.visible_to(user))
        .select_related("submission__report__campaign", "submission__report__bureau")
        .first()
    )
    if comment is None or not sees_comments(user, comment.submission.report):
        raise Http404
    return comment
