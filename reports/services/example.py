"""The example campaign: published filings, with roles in place of people's names."""

import datetime
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from django.db import transaction
from django.utils import timezone

from reports.models import Bureau, Campaign, Division, Report, User
from reports.services.drafts import save_section
from scoring.models import Scheme

FOLDER = Path(__file__).resolve().parent.parent / "example"
OPEN_SINCE = datetime.timedelta(days=20)
DUE_IN = datetime.timedelta(days=10)
CLOSES_IN = datetime.timedelta(days=40)


@dataclass(frozen=True)
class Filing:
    """One example filing: which form of which bureau, and its pages."""

    name: str
    scheme: str
    bureau: str
    year: int
    title: str
    sections: dict[str, Any]


def read_json(name: str) -> Any:
    """A file of the example folder, decoded."""
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def read_filings() -> list[Filing]:
    """The example filings in campaign order."""
    names = cast(list[str], read_json("campaign.json")["filings"])
    return [Filing(name=name, **read_json(f"filings/{name}.json")) for name in names]


@transaction.atomic
def load_example(password: str) -> list[User]:
    """Creates what isn't there yet: divisions, bureaus, accounts, the campaign, and each filing as a draft.

    Returns the example's accounts; those created now get `password`.
    """
    campaign = read_json("campaign.json")
    divisions = {
        item["code"]: Division.objects.get_or_create(name=item["name"])[0] for item in campaign["divisions"]
    }
    bureaus = {
        item["code"]: Bureau.objects.get_or_create(
            code=item["code"], defaults={"name": item["name"], "division": divisions[item["division"]]}
        )[0]
        for item in campaign["bureaus"]
    }
    users = [_account(item, bureaus, divisions, password) for item in campaign["users"]]
    exercise = _campaign(campaign["campaign"])
    for filing in read_filings():
        _draft(filing, exercise, bureaus[filing.bureau])
    return users


def _account(
    item: dict[str, Any], bureaus: dict[str, Bureau], divisions: dict[str, Division], password: str
) -> User:
    existing = User.objects.filter(username=item["username"]).first()
    return existing or User.objects.create_user(
        item["username"],
        password,
        display_name=item["display_name"],
        role=item["role"],
        bureau=bureaus.get(item.get("bureau", "")),
        division=divisions.get(item.get("division", "")),
    )


def _campaign(item: dict[str, Any]) -> Campaign:
    today = timezone.localdate()
    campaign, _created = Campaign.objects.get_or_create(
        fiscal_year=item["year"],
        title=item["title"],
        defaults={"opens_on": today - OPEN_SINCE, "due_on": today + DUE_IN, "closes_on": today + CLOSES_IN},
    )
    return campaign


def _draft(filing: Filing, campaign: Campaign, bureau: Bureau) -> None:
    scheme = Scheme.objects.filter(code=filing.scheme, status=Scheme.Status.PUBLISHED).latest("version")
    report, created = Report.objects.get_or_create(
        campaign=campaign, bureau=bureau, title=filing.title, defaults={"scheme": scheme}
    )
    if created:
        filer = User.objects.filter(bureau=bureau, role=User.Role.FILER).earliest("pk")
        for key, data in filing.sections.items():
            save_section(report, key, data, revision=0, by=filer)
