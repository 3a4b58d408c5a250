"""Checks the figures of any text, pasted or uploaded, for whoever has an account; nothing of it is kept."""

from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from reports.forms.check_text import CheckTextForm
from reports.sheets.quotations import Piece, Quotation, pieces
from reports.views.access import person
from scoring.engine.claims.checker import check_text as read_claims
from scoring.engine.claims.claim import Claim

# A contradiction and a question first; what agrees is told by numbers and on demand.
TOLD = ("inconsistent", "check")
TONES = {"inconsistent": "warning", "check": "information"}


@dataclass(frozen=True)
class ClaimLine:
    """A claim with the id of its quotation on the page."""

    claim: Claim
    id: str
    quote: str
    kind: str
    tone: str


@dataclass(frozen=True)
class TextReport:
    """What was found in a text: `lines` to look at, `agreeing` that are right, the text with the words lit up."""

    lines: tuple[ClaimLine, ...]
    agreeing: tuple[ClaimLine, ...]
    pieces: tuple[Piece, ...]

    @property
    def wrong(self) -> int:
        return sum(line.claim.verdict == "inconsistent" for line in self.lines)

    @property
    def asked(self) -> int:
        return len(self.lines) - self.wrong


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def check_text(request: HttpRequest) -> HttpResponse:
    """GET asks for a text; POST shows what its figures say, on the same page."""
    user = person(request)
    posted = request.method == "POST"
    form = CheckTextForm(request.POST, request.FILES) if posted else CheckTextForm()
    context: dict[str, Any] = {"form": form}
    if posted and form.is_valid():
        text = form.cleaned_data["text"]
        context = {"form": CheckTextForm(initial={"text": text}), "report": report_of(text)}
    frame = admin.site.each_context(request) if user.is_staff else {}
    return render(request, "reports/check_text.html", frame | context)


def report_of(text: str) -> TextReport:
    """The report on one text."""
    lines = [_line(f"q{number}", claim, text) for number, claim in enumerate(read_claims(text), start=1)]
    told = [line for line in lines if line.claim.verdict in TOLD]
    quoted = [Quotation(line.claim.start, line.claim.end, line.id, line.tone) for line in told]
    agreeing = tuple(line for line in lines if line.claim.verdict not in TOLD)
    return TextReport(tuple(told), agreeing, tuple(pieces(text, quoted)))


def _line(name: str, claim: Claim, text: str) -> ClaimLine:
    return ClaimLine(
        claim=claim,
        id=name,
        quote=" ".join(text[claim.start : claim.end].split()),
        kind=kind_words().get(claim.kind, claim.kind),
        tone=TONES.get(claim.verdict, ""),
    )


def kind_words() -> dict[str, str]:
    """What people call each kind of claim."""
    return {
        "sum": _("合计"),
        "share": _("占比"),
        "yoy": _("增减"),
        "completion": _("完成预算"),
        "execution": _("执行率"),
        "ratio": _("比率"),
        "formula": _("算式"),
        "product": _("数量乘标准"),
        "balance": _("收支结余"),
        "grade": _("等级"),
        "restated": _("前后不一"),
        "scale": _("相差10的整数次幂"),
        "unit": _("单位换算"),
    }
