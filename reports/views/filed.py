"""A sealed content for reading: its sheets, scores and findings, or the notice that its seal is broken."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from reports.anchors import same_page
from reports.models import Report, ReviewComment
from reports.outcomes import Achievement, achievement_of, outcome_of
from reports.sheets import (
    FindingGroup,
    Marks,
    comment_lines,
    finding_lines,
    group_findings,
    scores_of_scorecard,
    sheets_of,
)
from reports.sheets.parts import Sheet
from scoring.engine.content import Explanation
from scoring.models import Scorecard, SealBrokenError, SealedContent


@dataclass(frozen=True)
class Filed:
    """What a page shows of a sealed content; without sheets where a byte was changed."""

    sealed: SealedContent
    scorecard: Scorecard | None
    is_broken: bool
    outcome: str = "points"
    achievement: Achievement = field(default_factory=Achievement)
    sheets: tuple[Sheet, ...] = ()
    groups: tuple[FindingGroup, ...] = ()
    explanations: tuple[Explanation, ...] = ()


def filed_of(
    report: Report,
    sealed: SealedContent,
    scorecard: Scorecard | None,
    *,
    comments: Iterable[ReviewComment] = (),
    reviewed: Mapping[str, tuple[Decimal, str]] | None = None,
) -> Filed:
    """Reads and verifies the bytes; scores and findings come from the stored scorecard."""
    form = report.scheme.form
    try:
        content = sealed.read()
    except SealBrokenError:
        return Filed(sealed, scorecard, is_broken=True, outcome=outcome_of(form))
    texts = {key: item.text for item in content.explanations for key in item.findings}
    findings = finding_lines(scorecard.findings.all() if scorecard else (), same_page, texts)
    marks = Marks(
        scores=scores_of_scorecard(scorecard, form, same_page, reviewed),
        findings=tuple(findings),
        comments=comment_lines(comments, may_reply=False),
    )
    counted = (score.achieved for score in marks.scores.values() if score.status != "not_applicable")
    return Filed(
        sealed,
        scorecard,
        is_broken=False,
        outcome=outcome_of(form),
        achievement=achievement_of(counted),
        sheets=sheets_of(form, content, marks),
        groups=tuple(group_findings(findings, form)),
        explanations=tuple(content.explanations),
    )
