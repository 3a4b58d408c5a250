"""A session that ended while somebody was typing: what was sent waits on the page until its sender has signed in again."""

import json

from django.contrib.auth import login
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

TOKEN = "csrfmiddlewaretoken"  # noqa: S105 — the name of a field


def is_interrupted(request: HttpRequest) -> bool:
    """Whether somebody who isn't signed in (any more) sent something that can be sent again; files can't."""
    return request.method == "POST" and not request.user.is_authenticated and not request.FILES


def ask_again(request: HttpRequest) -> HttpResponse:
    """Asks who is there, and carries what was sent along. Nothing is stored or done."""
    pairs = [(key, value) for key, values in request.POST.lists() if key != TOKEN for value in values]
    held = json.dumps(pairs, ensure_ascii=False)
    return _ask(request, AuthenticationForm(request), request.get_full_path(), held, status=403)


@sensitive_post_parameters()
@never_cache
@require_POST
def sign_in_again(request: HttpRequest) -> HttpResponse:
    """Signs in and shows a form that sends what was held, to the address it was meant for."""
    address, held = request.POST.get("next", ""), request.POST.get("held", "")
    pairs = _read(held)
    if pairs is None or not url_has_allowed_host_and_scheme(address, allowed_hosts=None):
        return redirect("login")
    form = AuthenticationForm(request, data=request.POST)
    if not form.is_valid():
        return _ask(request, form, address, held)
    login(request, form.get_user())
    return render(request, "registration/go_on.html", {"address": address, "pairs": pairs})


def _ask(
    request: HttpRequest, form: AuthenticationForm, address: str, held: str, *, status: int = 200
) -> HttpResponse:
    context = {"form": form, "address": address, "held": held}
    return render(request, "registration/sign_in_again.html", context, status=status)


def _read(held: str) -> list[tuple[str, str]] | None:
    """Names and values as `ask_again` wrote them, None for anything else."""
    try:
        pairs = json.loads(held)
        return [(str(key), str(value)) for key, value in pairs]
    except (TypeError, ValueError):
        return None
