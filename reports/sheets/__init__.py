"""A filing as plain parts for reading: what templates show, without forms and without the database."""

from reports.sheets.build import sheets_of
from reports.sheets.finding_groups import FindingGroup, group_findings
from reports.sheets.findings import FindingLine, finding_lines
from reports.sheets.marks import CommentLine, Marks, comment_lines
from reports.sheets.scores import ScoreLine, scores_of_draft, scores_of_scorecard

__all__ = [
    "CommentLine",
    "FindingGroup",
    "FindingLine",
    "Marks",
    "ScoreLine",
    "comment_lines",
    "finding_lines",
    "group_findings",
    "scores_of_draft",
    "scores_of_scorecard",
    "sheets_of",
]
