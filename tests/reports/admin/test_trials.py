from typing import Any

import pytest
from django.test import Client

from reports.models import Submission, Trial, TrialResult
from reports.services import trials
from scoring.models import Scheme
from tests.reports.admin.conftest import Login
from tests.reports.admin.desk import Desk
from tests.reports.services.test_trials import lighter, next_version

LIST = "/desk/reports/trial/"


@pytest.fixture
def submission(desk: Desk) -> Submission:
    return desk.submit(desk.report())


@pytest.fixture
def client(desk: Desk, login: Login) -> Client:
    return login(desk.office)


@pytest.fixture
def done(desk: Desk, submission: Submission) -> Trial:
    trial = trials.request_trial(campaign=desk.campaign, scheme=lighter(desk), by=desk.office)
    trials.run_trial(trial.pk)
    return Trial.objects.get(pk=trial.pk)


def page_of(trial: Trial) -> str:
    return f"{LIST}{trial.pk}/change/"


def test_trial_is_asked_for_and_watched(desk: Desk, client: Client, submission: Submission) -> None:
    scheme = lighter(desk)

    response = client.post(f"{LIST}add/", {"campaign": desk.campaign.pk, "scheme": scheme.pk}, follow=True)

    trial = Trial.objects.get()
    assert (trial.owner, trial.scheme, trial.status) == (desk.office, scheme, "pending")
    assert response.redirect_chain == [(page_of(trial), 302)]
    assert response["Refresh"] == "3"
    assert "正式评分不受影响" in response.content.decode()


def test_form_offers_only_schemes_in_use(desk: Desk, client: Client, submission: Submission) -> None:
    lighter(desk)
    desk.scheme("overall-yueyanglou-2020")

    form = client.get(f"{LIST}add/").context["adminform"].form

    assert [str(scheme) for scheme in form.fields["scheme"].queryset] == [
        "项目支出绩效自评表（第2版）",
        "项目支出绩效自评表（第1版）",
    ]


def test_form_starts_with_the_scheme_it_was_opened_from(desk: Desk, client: Client) -> None:
    response = client.get(f"{LIST}add/", {"scheme": "7", "owner": "1"})

    assert response.context["adminform"].form.initial == {"scheme": "7"}


def test_what_the_service_refuses_is_said(desk: Desk, client: Client) -> None:
    desk.report()
    scheme = lighter(desk)

    response = client.post(f"{LIST}add/", {"campaign": desk.campaign.pk, "scheme": scheme.pk})

    assert "还没有按这张表报送的报告" in response.content.decode()
    assert not Trial.objects.exists()


def test_page_shows_rows_grades_and_the_mean(client: Client, done: Trial) -> None:
    response = client.get(page_of(done))

    text = response.content.decode()
    assert response.context["changed"] == 1
    assert [(move.before, move.after, move.count) for move in response.context["moves"]] == [("优", "优", 1)]
    assert "−3.61" in text
    assert "7.23 → <b>3.62</b>" in text
    assert "Refresh" not in response


def test_page_without_changes_says_so(desk: Desk, client: Client, submission: Submission) -> None:
    trial = trials.request_trial(campaign=desk.campaign, scheme=next_version(desk), by=desk.office)
    trials.run_trial(trial.pk)

    changed = client.get(page_of(trial)).content.decode()
    everything = client.get(page_of(trial), {"all": "1"}).content.decode()

    assert "没有一份报告的得分或等次会改变" in changed
    assert submission.report.title in everything


def test_page_says_that_the_draft_was_edited_since(client: Client, done: Trial) -> None:
    Scheme.objects.filter(pk=done.scheme_id).update(hash="sha256:other")

    assert "又改过" in client.get(page_of(done)).content.decode()


def test_failed_trial_says_why(client: Client, done: Trial) -> None:
    Trial.objects.update(status="failed", error="试算程序多次中断")

    assert "试算程序多次中断" in client.get(LIST).content.decode()
    assert "试算程序多次中断" in client.get(page_of(done)).content.decode()


@pytest.mark.parametrize(
    ("who", "reads", "asks"),
    [
        ("office", 200, 200),
        ("administrator", 200, 200),
        ("auditor", 200, 403),
        ("reviewer", 403, 403),
        ("filer", 403, 403),
        ("head", 403, 403),
    ],
)
def test_trials_are_for_those_who_decide_on_schemes(
    desk: Desk, login: Login, done: Trial, who: str, reads: int, asks: int
) -> None:
    client = login(getattr(desk, who))

    assert [client.get(path).status_code for path in (LIST, page_of(done), f"{LIST}add/")] == [
        reads,
        reads,
        asks,
    ]
    assert client.get(f"{LIST}{done.pk}/delete/").status_code == 403


@pytest.mark.parametrize("wrong", ["999", "abc"])
def test_unknown_trial_is_not_found(client: Client, wrong: str) -> None:
    assert client.get(f"{LIST}{wrong}/change/").status_code == 404


def test_lists_read_a_fixed_number_of_queries(
    desk: Desk, client: Client, done: Trial, django_assert_num_queries: Any
) -> None:
    counts = []
    for _ in range(2):
        with django_assert_num_queries(12, exact=False) as listed:
            client.get(LIST)
        with django_assert_num_queries(14, exact=False) as shown:
            client.get(page_of(done), {"all": "1"})
        counts.append((len(listed), len(shown)))
        other = desk.submit(desk.report(f"又一份{len(counts)}"))
        TrialResult.objects.create(trial=done, submission=other)
        Trial.objects.create(campaign=desk.campaign, scheme=done.scheme, owner=desk.office)

    assert counts[0] == counts[1]
