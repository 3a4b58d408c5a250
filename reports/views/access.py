"""Who is asking, and how a refusal is shown. Every view goes through here."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from reports.errors import RefusedError, RoleRefusedError
from reports.models import User
from reports.views.sign_in_again import ask_again, is_interrupted

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, int, P], HttpResponseBase]


def person(request: HttpRequest) -> User:
    """The signed-in account."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def for_people(view: View[P]) -> View[P]:
    """Signed-in people only; what somebody sends whose session has ended isn't lost.

    A wrong role is 403; any other refusal is a message on the report's page.
    """

    @wraps(view)
    def guarded(request: HttpRequest, pk: int, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        try:
            return view(request, pk, *args, **kwargs)
        except RoleRefusedError as error:
            raise PermissionDenied(error.message) from error
        except RefusedError as error:
            messages.error(request, error.message)
            return redirect("report", pk)

    signed_in = login_required(guarded)

    @wraps(view)
    def entered(request: HttpRequest, pk: int, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        return ask_again(request) if is_interrupted(request) else signed_in(request, pk, *args, **kwargs)

    return entered  # type: ignore[return-value]
