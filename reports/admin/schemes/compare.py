"""What differs between two versions of a form."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reports.admin.schemes.pages import render_version, scheme_for
from scoring.authoring.diff import Group, scheme_differences
from scoring.authoring.versions import previous_version
from scoring.authoring.yaml_text import shaped
from scoring.models import Scheme


@dataclass(frozen=True)
class Comparison:
    """`older` is None for a form's first version; `groups` is None where one of the two can't be read as a scheme."""

    older: Scheme | None
    groups: tuple[Group, ...] | None

    @property
    def count(self) -> int:
        return sum(max(len(subject.lines), 1) for group in self.groups or () for subject in group.subjects)


@require_safe
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """`with` names the other version; without it, the one before."""
    scheme = scheme_for(request, pk)
    others = Scheme.objects.filter(code=scheme.code).exclude(pk=pk).order_by("-version")
    chosen = request.GET.get("with", "")
    other = others.filter(pk=chosen).first() if chosen.isascii() and chosen.isdigit() else None
    older = other or previous_version(scheme) or others.first()
    return render_version(
        request, "compare", scheme, comparison=compared(older, scheme), others=others.defer("text")
    )


def compared(older: Scheme | None, newer: Scheme) -> Comparison:
    """The differences between two versions, by what they say."""
    if older is None:
        return Comparison(None, None)
    before, after = shaped(older.text), shaped(newer.text)
    groups = scheme_differences(before, after) if before and after else None
    return Comparison(older, groups)
