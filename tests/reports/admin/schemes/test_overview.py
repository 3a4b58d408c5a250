import pytest
from django.test import Client

from scoring.models import Scheme
from tests.reports.admin.desk import Desk
from tests.reports.admin.schemes.conftest import page
from tests.scoring.forms import FILES


def test_overview_shows_rules_in_words(client: Client, overall: Scheme) -> None:
    body = client.get(page("change", overall)).content.decode()

    for shown in (
        "财政供养人员控制率",
        "≤100%，得5分；每超过一个百分点扣0.5分",
        "按超出幅度扣分",
        "方案约定",
        "总分值 100",
    ):
        assert shown in body


def test_overview_counts_reports_and_lists_versions(desk: Desk, client: Client, draft: Scheme) -> None:
    report = desk.report()

    response = client.get(page("change", report.scheme))

    assert response.context["scheme"].report_count == 1
    assert [(each.version, each.report_count) for each, _tone in response.context["versions"]] == [
        (2, 0),
        (1, 1),
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_shipped_form_has_an_overview(desk: Desk, client: Client, path: object) -> None:
    scheme = desk.scheme(path.stem)  # type: ignore[attr-defined]

    assert client.get(page("change", scheme)).status_code == 200
