"""The main job end to end: every step through the service that the browser uses, scored by the real worker."""

import io
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command

from config.broker import Broker
from config.processes import start_worker, stop
from reports.models import ExportJob, Report, Section, Submission, User
from reports.services import confirmations, dossiers, drafts, example, exports, filing, reviews
from reports.workflow import Status
from scoring.models import Scorecard
from scoring.printing import text_or_none

SECONDS_TO_WAIT = 90
EXPLANATION = "已核对，按填报时掌握的口径计算，差异如实说明，请复核时一并审核。"

Tell = Callable[[str], object]


class DemoError(Exception):
    """A step of the demonstration didn't happen."""


@dataclass
class Actors:
    """The accounts of the example campaign."""

    division: User
    office: User
    administrator: User

    @classmethod
    def load(cls) -> "Actors":
        roles = User.Role
        return cls(
            *(
                User.objects.get(role=role)
                for role in (roles.DIVISION_REVIEWER, roles.PERFORMANCE_OFFICE, roles.ADMINISTRATOR)
            )
        )


def run_demo(out: Path, *, tell: Tell) -> dict[str, Any]:
    """Files, scores, returns, corrects, approves and exports the example filings. Raises DemoError."""
    started = time.monotonic()
    out.mkdir(parents=True, exist_ok=True)
    with ExitStack() as running:
        broker = Broker(Path(settings.DATA_DIR))
        broker.start()
        running.callback(broker.stop)
        _prepare()
        worker = start_worker(beat=True)
        running.callback(stop, worker)
        actors = Actors.load()
        filings = example.read_filings()
        reports = [_report(filed) for filed in filings]
        _submit_all(reports, tell)
        returned = [_return(report, actors, tell) for report in reports]
        for report, filed, needs_work in zip(reports, filings, returned, strict=True):
            if needs_work:
                _correct(report, filed.name)
        _submit_all([report for report, again in zip(reports, returned, strict=True) if again], tell)
        for report in reports:
            _approve(report, actors, tell)
        path = _export(reports[0], actors.administrator, out)
    return {
        "schema": 1,
        "reports": [_report_data(report) for report in reports],
        "export": str(path),
        "seconds": round(time.monotonic() - started, 1),
    }


def _prepare() -> None:
    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_schemes", verbosity=0, stdout=io.StringIO())
    example.load_example("demo-only-" + Path(settings.DATA_DIR).name)


def _report(filed: example.Filing) -> Report:
    return Report.objects.select_related("campaign", "bureau", "scheme").get(
        bureau__code=filed.bureau, title=filed.title
    )


def _person(report: Report, role: str) -> User:
    return User.objects.filter(bureau=report.bureau, role=role).earliest("pk")


def _submit_all(reports: list[Report], tell: Tell) -> None:
    """Every report is handed over and signed; then all of a dossier have been compared with each other."""
    for report in reports:
        _submit(report)
    _wait_for_scores()
    dossiers.adopt_scorecards()
    for report in reports:
        submission = _latest(report)
        card = submission.scorecard
        total = text_or_none(card.computed_total) or "—"
        tell(f"{report.bureau.name}：{report.title}")
        tell(
            f"  第 {submission.number} 次报送：系统得分 {text_or_none(card.computed_points)}，总分 {total}，"
            f"核查问题 {card.findings.count()} 项"
        )


def _return(report: Report, actors: Actors, tell: Tell) -> bool:
    """The division sends back what draws a warning; returns whether it did."""
    submission = _latest(report)
    reviews.start_review(submission, by=actors.division)
    warnings = submission.scorecard.findings.filter(severity="warning")
    worst = warnings.order_by("-touches_score", "position").first()
    if worst is None:
        return False
    reviews.add_comment(submission, anchor=worst.anchor, text=f"请核实：{worst.message}", by=actors.division)
    reviews.return_for_correction(submission, by=actors.division)
    tell(f"{report.bureau.name}：{report.title}\n  科室复核退回，附意见 1 条：{worst.code}")
    return True


def _approve(report: Report, actors: Actors, tell: Tell) -> None:
    submission = _latest(report)
    if submission.report.status == Status.SUBMITTED:
        reviews.start_review(submission, by=actors.division)
    checked = [row.indicator_id for row in confirmations.rows_to_confirm(submission)]
    reviews.approve(submission, by=actors.division, confirmed=checked)
    reviews.approve(_latest(report), by=actors.office)
    tell(f"{report.bureau.name}：{report.title}\n  科室通过，绩效科通过")


def _latest(report: Report) -> Submission:
    found = report.submissions.select_related(
        "report__campaign", "report__bureau", "report__scheme", "scorecard", "content"
    )
    return found.latest("number")


def _submit(report: Report) -> None:
    """Explains what needs it, hands over, signs."""
    report.refresh_from_db()
    filer, head = _person(report, User.Role.FILER), _person(report, User.Role.BUREAU_HEAD)
    _explain(report, filer)
    sealed = filing.hand_over(report, by=filer)
    report.refresh_from_db()
    filing.sign(report, by=head, digest=sealed.digest)


def _explain(report: Report, filer: User) -> None:
    open_findings = drafts.unexplained(drafts.check_draft(report).findings, drafts.draft_content(report))
    if not open_findings:
        return
    stored = Section.objects.filter(report=report, key=drafts.EXPLANATIONS).first()
    items = list(stored.data["items"]) if stored else []
    items.append({"text": EXPLANATION, "findings": [finding.key for finding in open_findings]})
    drafts.explain_findings(report, items, revision=stored.revision if stored else 0, by=filer)


def _correct(report: Report, name: str) -> None:
    """The filer mends what the example's corrections name."""
    filer = _person(report, User.Role.FILER)
    for correction in example.read_json("corrections.json"):
        if correction["filing"] == name:
            _replace(report, correction["path"], correction["value"], filer)


def _replace(report: Report, path: list[str], value: Any, filer: User) -> None:
    """Saves one page with the cell at `path` replaced; a list row is named by its id."""
    section = Section.objects.get(report=report, key=path[0])
    cell: Any = section.data
    for step in path[1:-1]:
        cell = (
            next(row for row in cell if row["id"] == step)
            if isinstance(cell, list)
            else cell.setdefault(step, {})
        )
    cell[path[-1]] = value
    drafts.save_section(report, section.key, section.data, revision=section.revision, by=filer)


def _wait_for_scores() -> None:
    """Raises DemoError when scoring fails or takes too long."""
    deadline = time.monotonic() + SECONDS_TO_WAIT
    waiting = Scorecard.objects.filter(status__in=[Scorecard.Status.PENDING, Scorecard.Status.RUNNING])
    while waiting.exists():
        if time.monotonic() > deadline:
            raise DemoError(f"{SECONDS_TO_WAIT} 秒内没有等到评分")
        time.sleep(0.1)
    if failed := Scorecard.objects.filter(status=Scorecard.Status.FAILED).first():
        raise DemoError(f"评分失败：{failed.error}")


def _export(report: Report, administrator: User, out: Path) -> Path:
    job = exports.request_summary(campaign=report.campaign, by=administrator)
    deadline = time.monotonic() + SECONDS_TO_WAIT
    while time.monotonic() < deadline:
        job.refresh_from_db()
        if job.status == ExportJob.Status.DONE:
            path = out / f"{report.campaign.fiscal_year}年度汇总.xlsx"
            path.write_bytes(job.file.read())
            return path
        if job.status == ExportJob.Status.FAILED:
            raise DemoError(f"导出失败：{job.error}")
        time.sleep(0.1)
    raise DemoError(f"{SECONDS_TO_WAIT} 秒内没有等到导出")


def _report_data(report: Report) -> dict[str, Any]:
    changes = list(report.status_changes.order_by("at", "pk"))
    submissions = report.submissions.select_related("content", "scorecard").order_by("number")
    return {
        "bureau": report.bureau.code,
        "scheme": report.scheme.code,
        "statuses": [changes[0].from_status, *(change.to_status for change in changes)],
        "submissions": [_submission_data(submission) for submission in submissions],
    }


def _submission_data(submission: Submission) -> dict[str, Any]:
    card = submission.scorecard
    return {
        "number": submission.number,
        "digest": submission.content.digest,
        "self_stated": text_or_none(card.self_stated),
        "self_sum": text_or_none(card.self_sum),
        "computed_points": text_or_none(card.computed_points),
        "computed_weight": text_or_none(card.computed_weight),
        "computed_low": text_or_none(card.computed_low),
        "computed_high": text_or_none(card.computed_high),
        "computed_total": text_or_none(card.computed_total),
        "reviewed_total": text_or_none(submission.reviewed_total),
        "grade": submission.grade or card.grade or None,
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity,
                "anchor": finding.anchor,
                "stated": finding.stated,
                "computed": finding.computed,
            }
            for finding in card.findings.all()
        ],
    }
