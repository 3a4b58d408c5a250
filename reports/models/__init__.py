from reports.models.campaigns import Campaign
from reports.models.exports import ExportJob
from reports.models.people import Bureau, Division, User
from reports.models.reports import RefusedSave, Report, Section, StatusChange
from reports.models.reviews import Review, ReviewComment, ReviewedScore
from reports.models.submissions import SignOff, Submission
from reports.models.trials import Trial, TrialResult

__all__ = [
    "Bureau",
    "Campaign",
    "Division",
    "ExportJob",
    "RefusedSave",
    "Report",
    "Review",
    "ReviewComment",
    "ReviewedScore",
    "Section",
    "SignOff",
    "StatusChange",
    "Submission",
    "Trial",
    "TrialResult",
    "User",
]
