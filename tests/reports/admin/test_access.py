"""Every role at every page of the desk."""

import pytest
from django.test import Client
from django.urls import reverse

from reports.admin.access import ACCESS, is_granted
from reports.models import ExportJob, StatusChange, Submission
from reports.services import reviews
from tests.reports.admin.conftest import Login
from tests.reports.admin.desk import Desk

ROLES = (
    "filer",
    "bureau_head",
    "division_reviewer",
    "performance_office",
    "administrator",
    "auditor",
)
FINANCE = ROLES[2:]
LISTS = {
    "reports_submission_changelist": {"division_reviewer", "performance_office", "auditor"},
    "reports_report_changelist": set(FINANCE),
    "reports_report_add": {"performance_office"},
    "reports_campaign_changelist": {"performance_office", "administrator", "auditor"},
    "reports_campaign_add": {"performance_office", "administrator"},
    "reports_exportjob_changelist": {"performance_office", "administrator", "auditor"},
    "reports_exportjob_add": {"performance_office", "administrator"},
    "scoring_scheme_changelist": set(FINANCE),
    "scoring_scheme_add": {"administrator"},
    "reports_bureau_changelist": {"performance_office", "administrator", "auditor"},
    "reports_bureau_add": {"administrator"},
    "reports_bureau_import": {"administrator"},
    "reports_bureau_export": {"administrator"},
    "reports_division_changelist": {"performance_office", "administrator", "auditor"},
    "reports_division_add": {"administrator"},
    "reports_user_changelist": {"administrator", "auditor"},
    "reports_user_add": {"administrator"},
    "reports_statuschange_changelist": {"performance_office", "auditor"},
    "reports_statuschange_add": set(),
}


def people(desk: Desk) -> dict[str, object]:
    accounts = (desk.filer, desk.head, desk.reviewer, desk.office, desk.administrator, desk.auditor)
    return dict(zip(ROLES, accounts, strict=True))


@pytest.mark.parametrize("name", LISTS)
def test_page_is_open_to_its_roles_only(desk: Desk, login: Login, name: str) -> None:
    open_to = {
        role
        for role, user in people(desk).items()
        if login(user).get(reverse(f"admin:{name}")).status_code == 200
    }

    assert open_to == LISTS[name]


@pytest.mark.parametrize("name", [*LISTS, "index"])
def test_bureau_user_gets_403_and_not_the_login_page(desk: Desk, login: Login, name: str) -> None:
    assert login(desk.filer).get(reverse(f"admin:{name}")).status_code == 403


def test_anonymous_visitor_is_sent_to_the_one_login_page(db: None) -> None:
    response = Client().get(reverse("admin:index"), follow=True)

    assert response.redirect_chain[-1][0].startswith(reverse("login"))
    assert response.status_code == 200


@pytest.mark.parametrize("role", FINANCE)
def test_index_leads_reviewers_to_their_queue(desk: Desk, login: Login, role: str) -> None:
    response = login(people(desk)[role]).get(reverse("admin:index"))

    reviewing = role in ("division_reviewer", "performance_office")
    assert response.status_code == (302 if reviewing else 200)


def test_index_shows_recent_actions_once_there_are_any(desk: Desk, login: Login) -> None:
    client = login(desk.administrator)

    before = client.get(reverse("admin:index")).content.decode()
    client.post(reverse("admin:reports_division_add"), {"name": "教科文科"})
    after = client.get(reverse("admin:index")).content.decode()

    assert "recent-actions-module" not in before
    assert "recent-actions-module" in after
    assert "教科文科" in after


def test_app_index_is_the_index(desk: Desk, login: Login) -> None:
    response = login(desk.administrator).get("/desk/reports/")

    assert response.url == reverse("admin:index")


@pytest.mark.parametrize("role", FINANCE)
def test_review_page_is_open_to_its_roles_only(desk: Desk, login: Login, role: str) -> None:
    submission = desk.in_review()

    response = login(people(desk)[role]).get(reverse("admin:reports_submission_review", args=[submission.pk]))

    assert response.status_code == (403 if role == "administrator" else 200)


@pytest.mark.parametrize("action", ["start", "save", "return", "approve"])
@pytest.mark.parametrize("role", ["administrator", "auditor", "filer", "bureau_head"])
def test_review_action_of_a_wrong_role_is_403(desk: Desk, login: Login, role: str, action: str) -> None:
    submission = desk.in_review()

    response = login(people(desk)[role]).post(
        reverse(f"admin:reports_submission_{action}", args=[submission.pk])
    )

    assert response.status_code == 403
    assert desk.again(submission).report.status == "division_review"


@pytest.mark.parametrize("action", ["start", "save", "return", "approve", "review"])
def test_other_divisions_submission_is_404(desk: Desk, login: Login, action: str) -> None:
    submission = desk.in_review()
    url = reverse(f"admin:reports_submission_{action}", args=[submission.pk])
    client = login(desk.outsider)

    response = client.get(url) if action == "review" else client.post(url)

    assert response.status_code == 404


def test_other_divisions_report_is_404_instead_of_a_redirect(desk: Desk, login: Login) -> None:
    report = desk.report()

    response = login(desk.outsider).get(reverse("admin:reports_report_change", args=[report.pk]))

    assert response.status_code == 404


@pytest.mark.parametrize("name", ["reports_bureau_change", "reports_campaign_change", "reports_user_change"])
def test_missing_object_is_404(desk: Desk, login: Login, name: str) -> None:
    response = login(desk.administrator).get(reverse(f"admin:{name}", args=[99999]))

    assert response.status_code == 404


@pytest.mark.parametrize("action", ["start", "save", "return", "approve"])
def test_review_action_by_get_is_405(desk: Desk, login: Login, action: str) -> None:
    submission = desk.in_review()

    response = login(desk.reviewer).get(reverse(f"admin:reports_submission_{action}", args=[submission.pk]))

    assert response.status_code == 405


def test_auditor_sees_the_way_of_a_report(desk: Desk, login: Login) -> None:
    submission = desk.in_review()

    response = login(desk.auditor).get(reverse("admin:reports_statuschange_changelist"))

    assert response.status_code == 200
    assert response.context["cl"].result_count == StatusChange.objects.count() == 3
    assert submission.report.title in response.content.decode()


@pytest.mark.parametrize("model", [name for name in ACCESS if name not in ("submission",)])
def test_nothing_can_be_deleted(desk: Desk, login: Login, model: str) -> None:
    app = "scoring" if model == "scheme" else "reports"
    desk.in_review()
    ExportJob.objects.create(campaign=desk.campaign, owner=desk.administrator)
    url = reverse(f"admin:{app}_{model}_changelist")

    for user in (desk.administrator, desk.office, desk.auditor):
        answer = login(user).get(f"{url}1/delete/")
        assert answer.status_code in (403, 404)


def test_account_without_a_role_is_granted_nothing() -> None:
    assert not is_granted(object(), "report", "view")


def test_user_form_hides_the_password_from_the_auditor(desk: Desk, login: Login) -> None:
    url = reverse("admin:reports_user_change", args=[desk.filer.pk])

    assert "password" not in login(desk.auditor).get(url).content.decode().split("<main")[1]
    assert "重置密码" in login(desk.administrator).get(url).content.decode()


def test_queue_of_another_division_is_empty(desk: Desk, login: Login) -> None:
    desk.in_review()

    response = login(desk.outsider).get(reverse("admin:reports_submission_changelist"))

    assert response.context["cl"].result_count == 0


def test_stock_form_address_leads_to_the_review_page(desk: Desk, login: Login) -> None:
    submission = desk.in_review()

    response = login(desk.reviewer).get(reverse("admin:reports_submission_change", args=[submission.pk]))

    assert response.url == reverse("admin:reports_submission_review", args=[submission.pk])


def test_returned_submission_is_read_only(desk: Desk, login: Login) -> None:
    submission = desk.in_review()
    row = submission.scorecard.rows.all()[0]
    reviews.add_comment(submission, anchor=row.anchor, text="请核对", by=desk.reviewer)
    reviews.return_for_correction(submission, by=desk.reviewer)

    page = (
        login(desk.reviewer)
        .get(reverse("admin:reports_submission_review", args=[submission.pk]))
        .content.decode()
    )

    assert "data-reviewed" not in page
    assert Submission.objects.get().report.status == "returned"
