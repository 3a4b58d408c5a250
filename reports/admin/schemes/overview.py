"""A version at a glance: what it scores and how, what it decided, who uses it, what was done to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reports.admin.schemes.pages import STATUS_TONES, form_of, is_flawed, render_version, scheme_for
from scoring.authoring.called import Called
from scoring.authoring.shapes import Keyed, One, Rows, fields_of
from scoring.authoring.words import field_word, kind_word
from scoring.engine.scheme import Scheme as SchemeForm
from scoring.models import Scheme

LOG_LENGTH = 20
HEAD = ("code", "version", "title")


@dataclass(frozen=True)
class RuleLine:
    """A scored row with its standard in words."""

    level: str
    name: str
    weight: Decimal | None
    kind: str
    wording: str
    published_text: str
    is_child: bool = False


@require_safe
def overview(request: HttpRequest, pk: int) -> HttpResponse:
    """An unsound draft has only its text."""
    scheme = scheme_for(request, pk)
    form = None if is_flawed(scheme) else form_of(scheme)
    siblings = Scheme.objects.filter(code=scheme.code).defer("text").annotate(report_count=Count("reports"))
    return render_version(
        request,
        "overview",
        scheme,
        form=form,
        lines=rule_lines(form) if form else [],
        basics=_basics(form) if form else [],
        versions=[(each, STATUS_TONES[Scheme.Status(each.status)]) for each in siblings.order_by("-version")],
        log=_log(scheme),
    )


def rule_lines(form: SchemeForm) -> list[RuleLine]:
    """Rows of the form itself, then the lists whose rows bureaus type."""
    lines = [
        RuleLine(
            each.level2 or each.level1,
            each.name,
            each.weight,
            kind_word(each.rule.kind) if each.rule else "",
            each.rule.wording(each.weight or Decimal(0)) if each.rule else "",
            each.published_text,
            each.group is not None,
        )
        for each in form.indicators
    ]
    for typed in form.indicator_lists.values():
        weight = sum((level.weight for level in typed.levels), Decimal(0))
        kind, wording = kind_word(typed.default_rule.kind), typed.default_rule.wording(weight)
        names = "、".join(level.name for level in typed.levels)
        lines.append(RuleLine(names, typed.title, weight, kind, wording, typed.help))
    return lines


def _basics(form: SchemeForm) -> list[tuple[str, str]]:
    """The form's own values in words, those that say something."""
    called = Called(form)
    found = []
    for name, shape in fields_of(SchemeForm).items():
        if name in HEAD or isinstance(shape, Rows | Keyed | One):
            continue
        text = called.value(getattr(form, name), name, shape)
        found += [(field_word(SchemeForm, name), text)] if text else []
    return found


def _log(scheme: Scheme) -> Iterable[LogEntry]:
    """What was done to this version, the newest first."""
    entries = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Scheme), object_id=str(scheme.pk)
    )
    return entries.select_related("user").order_by("-action_time", "-pk")[:LOG_LENGTH]
