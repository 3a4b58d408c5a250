"""Builders for the rows that tests need, from the example content. Every builder says all that it makes."""

import datetime
import json
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from reports.models import Bureau, Campaign, Division, Report, Section, User
from reports.services import drafts, filing
from scoring import services as scoring
from scoring.engine.loading import load_scheme_text, scheme_hash
from scoring.models import Scheme, SealedContent

OVERALL = "overall-yueyanglou-2020"
PROJECT = "project-ziyang-2022"
SCHEMES = settings.BASE_DIR / "scoring" / "schemes"
FILINGS = settings.BASE_DIR / "reports" / "example" / "filings"
PASSWORD = "test-password-1"


def filing_data(code: str = PROJECT) -> dict[str, Any]:
    """The example filing of a scheme: {"scheme", "bureau", "year", "title", "sections"}."""
    found: dict[str, Any] = json.loads(Path(FILINGS / f"{code}.json").read_text(encoding="utf-8"))
    return found


@cache
def _shipped(code: str) -> dict[str, Any]:
    """What loading a scheme's file stores. Reading YAML is slow, so each process does it once."""
    text = (SCHEMES / f"{code}.yaml").read_text(encoding="utf-8")
    form = load_scheme_text(text, source=code)
    return {
        "code": form.code,
        "version": form.version,
        "title": form.title,
        "text": text,
        "hash": scheme_hash(form),
        "status": Scheme.Status.PUBLISHED,
    }


def make_scheme(code: str = PROJECT) -> Scheme:
    """The published scheme as its file is loaded; the same one each time."""
    shipped = _shipped(code)
    named = {"code": shipped["code"], "version": shipped["version"]}
    return Scheme.objects.get_or_create(**named, defaults={**shipped, "published_at": timezone.now()})[0]


def make_schemes() -> list[Scheme]:
    """All shipped schemes."""
    return [make_scheme(path.stem) for path in sorted(SCHEMES.glob("*.yaml"))]


def make_division(name: str = "社会保障科") -> Division:
    return Division.objects.get_or_create(name=name)[0]


def make_bureau(code: str = "0362008", name: str = "医疗保障局", parent: Bureau | None = None) -> Bureau:
    return Bureau.objects.get_or_create(
        code=code, defaults={"name": name, "parent": parent, "division": make_division()}
    )[0]


def make_user(
    username: str, role: str, bureau: Bureau | None = None, division: Division | None = None
) -> User:
    return User.objects.create_user(
        username, PASSWORD, role=role, display_name=username, bureau=bureau, division=division
    )


def make_filer(bureau: Bureau | None = None, username: str = "填报人甲") -> User:
    return make_user(username, User.Role.FILER, bureau or make_bureau())


def make_head(bureau: Bureau | None = None, username: str = "负责人甲") -> User:
    return make_user(username, User.Role.BUREAU_HEAD, bureau or make_bureau())


def make_reviewer(username: str = "复核人乙") -> User:
    return make_user(username, User.Role.DIVISION_REVIEWER, division=make_division())


def make_office(username: str = "绩效科丙") -> User:
    return make_user(username, User.Role.PERFORMANCE_OFFICE)


def make_campaign(year: int = 2022, *, due_in: int = 10, closes_in: int = 30) -> Campaign:
    """A campaign that opened 30 days ago and is due `due_in` days from today."""
    today = timezone.localdate()
    return Campaign.objects.create(
        title=f"{year}年度预算绩效自评",
        fiscal_year=year,
        opens_on=today - datetime.timedelta(days=90),
        due_on=today + datetime.timedelta(days=due_in),
        closes_on=today + datetime.timedelta(days=closes_in),
    )


def make_report(
    bureau: Bureau | None = None, campaign: Campaign | None = None, code: str = PROJECT, **fields: Any
) -> Report:
    """A report that is owed, nothing filled."""
    return Report.objects.create(
        bureau=bureau or make_bureau(),
        campaign=campaign or make_campaign(),
        scheme=make_scheme(code),
        **{"title": "城乡居民医疗保险代办", **fields},
    )


def fill_report(report: Report, by: User, *, explained: bool = True) -> Report:
    """Saves every page of the example filing as revision 1, and explains what needs an explanation."""
    for key, data in filing_data(report.scheme.code)["sections"].items():
        drafts.save_section(report, key, data, revision=0, by=by)
    if explained:
        findings = drafts.check_draft(report).findings
        keys = [finding.key for finding in findings if finding.needs_explanation]
        drafts.explain_findings(report, [{"text": "按原口径计算。", "findings": keys}], revision=0, by=by)
    return report


def hand_over(report: Report, by: User, *, scored: bool = True) -> SealedContent:
    """Hands the filled report over; scores it at once as the worker would."""
    sealed = filing.hand_over(report, by=by)
    report.refresh_from_db()
    if scored:
        scoring.finish(sealed.scorecards.get().pk)
    return sealed


def stored(report: Report, key: str) -> Section:
    """The page as it is in the database now."""
    return Section.objects.get(report=report, key=key)
