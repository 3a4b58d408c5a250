"""The example campaign, loaded for each test, with its people at hand."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from reports.models import Report, Submission, User
from reports.services import drafts, filing
from reports.services.example import load_example
from scoring import services as scoring
from tests.factories import make_schemes


@dataclass
class Example:
    """People by user name, and the project report with its draft as published."""

    people: dict[str, User]
    report: Report

    @property
    def filer(self) -> User:
        return next(
            u for u in self.people.values() if u.role == "filer" and u.bureau_id == self.report.bureau_id
        )

    @property
    def head(self) -> User:
        return next(
            u
            for u in self.people.values()
            if u.role == "bureau_head" and u.bureau_id == self.report.bureau_id
        )

    @property
    def stranger(self) -> User:
        return next(
            u for u in self.people.values() if u.role == "filer" and u.bureau_id != self.report.bureau_id
        )

    @property
    def division(self) -> User:
        return next(u for u in self.people.values() if u.role == "division_reviewer")

    @property
    def office(self) -> User:
        return next(u for u in self.people.values() if u.role == "performance_office")

    def fresh(self) -> Report:
        return Report.objects.select_related("campaign", "bureau", "scheme", "sealed").get(pk=self.report.pk)

    def explain(self) -> None:
        report = self.fresh()
        keys = [
            f.key
            for f in drafts.unexplained(drafts.check_draft(report).findings, drafts.draft_content(report))
        ]
        if keys:
            stored = report.sections.filter(key=drafts.EXPLANATIONS).first()
            revision = stored.revision if stored else 0
            items = [{"text": "已核实", "findings": keys}]
            drafts.explain_findings(report, items, revision=revision, by=self.filer)

    def hand_over(self) -> Report:
        self.explain()
        filing.hand_over(self.fresh(), by=self.filer)
        return self.fresh()

    def submit(self, *, scored: bool = True) -> Submission:
        report = self.hand_over()
        assert report.sealed is not None
        submission = filing.sign(report, by=self.head, digest=report.sealed.digest)
        if scored:
            scoring.finish(submission.scorecard_id)
        return self.submission(submission.pk)

    def submission(self, pk: int) -> Submission:
        return Submission.objects.select_related(
            "report__campaign", "report__scheme", "scorecard", "content"
        ).get(pk=pk)


@pytest.fixture
def example(db: None) -> Iterator[Example]:
    make_schemes()
    people = {user.username: user for user in load_example("a-password-for-tests")}
    report = Report.objects.get(scheme__code="project-ziyang-2022")
    return Example(people, report)
