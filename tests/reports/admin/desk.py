"""A small finance department with bureaus and filed reports, built through the services."""

import datetime
import json
from pathlib import Path
from typing import Any

from django.utils import timezone

from reports.models import Bureau, Campaign, Division, Report, Submission, User
from reports.services import drafts, filing, reviews
from scoring import services as scoring
from scoring.models import Scheme
from tests.factories import make_scheme

ROOT = Path(__file__).resolve().parents[3]
OVERALL, PROJECT = "overall-yueyanglou-2020", "project-ziyang-2022"
PASSWORD = "a-password-for-tests"
DAY = datetime.timedelta(days=1)


class Desk:
    """Two divisions, one bureau each, an account for every role, one open campaign."""

    def __init__(self) -> None:
        self.social, self.farming = (
            Division.objects.create(name=name) for name in ("社会保障科", "农业农村科")
        )
        self.bureau = Bureau.objects.create(code="000123", name="测试医疗保障局", division=self.social)
        self.other_bureau = Bureau.objects.create(code="000456", name="测试农业农村局", division=self.farming)
        self.filer = self.account("filer", bureau=self.bureau)
        self.head = self.account("bureau_head", bureau=self.bureau)
        self.reviewer = self.account("division_reviewer", division=self.social)
        self.outsider = self.account("division_reviewer", "outsider", division=self.farming)
        self.office = self.account("performance_office")
        self.administrator = self.account("administrator")
        self.auditor = self.account("auditor")
        self.campaign = self.exercise("2022年度预算绩效自评")

    def account(self, role: str, username: str = "", **place: Any) -> User:
        name = username or role
        return User.objects.create_user(name, PASSWORD, role=role, display_name=f"账号{name}", **place)

    def exercise(self, title: str, **fields: Any) -> Campaign:
        today = timezone.localdate()
        dates = {"opens_on": today - 20 * DAY, "due_on": today + 10 * DAY, "closes_on": today + 40 * DAY}
        return Campaign.objects.create(title=title, fiscal_year=2022, **(dates | fields))

    def scheme(self, code: str = PROJECT) -> Scheme:
        return make_scheme(code)

    def report(self, title: str = "代办项目", *, code: str = PROJECT, bureau: Bureau | None = None) -> Report:
        """A draft with every page filled as published."""
        report = Report.objects.create(
            campaign=self.campaign, bureau=bureau or self.bureau, scheme=self.scheme(code), title=title
        )
        path = ROOT / "reports" / "example" / "filings" / f"{code}.json"
        filer = self.filer_of(report.bureau)
        for key, data in json.loads(path.read_text(encoding="utf-8"))["sections"].items():
            drafts.save_section(report, key, data, revision=0, by=filer)
        return report

    def filer_of(self, bureau: Bureau) -> User:
        found = User.objects.filter(bureau=bureau, role="filer").first()
        return found or self.account("filer", f"filer-{bureau.code}", bureau=bureau)

    def head_of(self, bureau: Bureau) -> User:
        found = User.objects.filter(bureau=bureau, role="bureau_head").first()
        return found or self.account("bureau_head", f"head-{bureau.code}", bureau=bureau)

    def submit(self, report: Report, *, scored: bool = True) -> Submission:
        """Explains what needs it, hands over, signs, and scores."""
        report = self.fresh(report)
        self.explain(report)
        filing.hand_over(self.fresh(report), by=self.filer_of(report.bureau))
        report = self.fresh(report)
        assert report.sealed is not None
        submission = filing.sign(report, by=self.head_of(report.bureau), digest=report.sealed.digest)
        if scored:
            scoring.finish(submission.scorecard_id)
        return self.again(submission)

    def explain(self, report: Report) -> None:
        found = drafts.unexplained(drafts.check_draft(report).findings, drafts.draft_content(report))
        if found:
            stored = report.sections.filter(key=drafts.EXPLANATIONS).first()
            items = [{"text": "已按原口径核实，详见附件。", "findings": [finding.key for finding in found]}]
            drafts.explain_findings(
                report,
                items,
                revision=stored.revision if stored else 0,
                by=self.filer_of(report.bureau),
            )

    def in_review(self, title: str = "代办项目") -> Submission:
        """A scored submission that the division has begun to review."""
        submission = self.submit(self.report(title))
        reviews.start_review(submission, by=self.reviewer)
        return self.again(submission)

    def fresh(self, report: Report) -> Report:
        return Report.objects.select_related("campaign", "bureau", "scheme", "sealed").get(pk=report.pk)

    def again(self, submission: Submission) -> Submission:
        return Submission.objects.select_related(
            "report__campaign", "report__bureau", "report__scheme", "scorecard", "content"
        ).get(pk=submission.pk)
