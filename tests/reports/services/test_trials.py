"""Trials: a campaign scored again under another version, with nothing official touched."""

from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from reports import tasks
from reports.errors import RefusedError, RoleRefusedError
from reports.models import Submission, Trial, TrialResult
from reports.services import filing, jobs, trials
from scoring.engine.loading import load_scheme_text, scheme_hash
from scoring.models import Scheme, Scorecard, SealedContent
from tests.reports.admin.desk import DAY, PROJECT, Desk

ROLES = ("filer", "head", "reviewer", "office", "administrator", "auditor")


@pytest.fixture
def desk(db: None) -> Desk:
    return Desk()


def next_version(desk: Desk, *changes: tuple[str, str]) -> Scheme:
    """A draft of the next version of the project form with parts of its text replaced."""
    first = desk.scheme(PROJECT)
    text = first.text.replace("version: 1", "version: 2", 1)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    form = load_scheme_text(text)
    return Scheme.objects.create(
        code=first.code, version=2, title=form.title, text=text, hash=scheme_hash(form)
    )


def lighter(desk: Desk) -> Scheme:
    """Execution counts 5 points, outputs 55."""
    return next_version(desk, ("weight: 10\n    rule", "weight: 5\n    rule"), ("weight: 50", "weight: 55"))


def trial_of(desk: Desk, scheme: Scheme) -> Trial:
    return trials.request_trial(campaign=desk.campaign, scheme=scheme, by=desk.office)


@pytest.mark.parametrize("who", ROLES)
def test_trial_is_requested_by_administrator_or_office(desk: Desk, who: str) -> None:
    desk.submit(desk.report())
    scheme, user = lighter(desk), getattr(desk, who)

    if who in ("office", "administrator"):
        trial = trials.request_trial(campaign=desk.campaign, scheme=scheme, by=user)
        assert (trial.owner, trial.total, trial.status) == (user, 1, "pending")
    else:
        with pytest.raises(RoleRefusedError):
            trials.request_trial(campaign=desk.campaign, scheme=scheme, by=user)


def test_trial_asked_for_twice_is_one_until_it_is_done(desk: Desk) -> None:
    desk.submit(desk.report())
    scheme = lighter(desk)

    first, second = trial_of(desk, scheme), trial_of(desk, scheme)
    trials.run_trial(first.pk)
    third = trial_of(desk, scheme)

    assert first == second != third


def test_trial_of_an_unsound_draft_is_refused(desk: Desk) -> None:
    desk.submit(desk.report())
    scheme = lighter(desk)
    Scheme.objects.filter(pk=scheme.pk).update(text="code: broken", hash="")

    with pytest.raises(RefusedError, match="问题"):
        trial_of(desk, Scheme.objects.get(pk=scheme.pk))


def test_trial_needs_something_to_score(desk: Desk) -> None:
    desk.report()

    with pytest.raises(RefusedError, match="还没有"):
        trial_of(desk, lighter(desk))


def test_trial_shows_what_would_change(desk: Desk) -> None:
    submission = desk.submit(desk.report())
    trial = trial_of(desk, lighter(desk))

    finished = trials.run_trial(trial.pk)

    trial.refresh_from_db()
    result = trial.results.get()
    assert finished
    assert (trial.status, trial.done, trial.percent) == ("done", 1, 100)
    assert (result.total_before, result.total_after) == (Decimal("97.23"), Decimal("93.62"))
    assert result.difference == Decimal("-3.61")
    assert (result.grade_before, result.grade_after) == ("优", "优")
    (row,) = result.rows
    assert (row["name"], row["weight_before"], row["weight_after"]) == ("预算执行率", "10.00", "5.00")
    assert (row["before"], row["after"]) == ("7.23", "3.62")
    assert result.submission == submission


def test_trial_touches_nothing_official(desk: Desk) -> None:
    submission = desk.submit(desk.report())
    before = list(Scorecard.objects.values()), list(SealedContent.objects.values_list("pk", "digest"))

    trials.run_trial(trial_of(desk, lighter(desk)).pk)

    assert (
        list(Scorecard.objects.values()),
        list(SealedContent.objects.values_list("pk", "digest")),
    ) == before
    assert desk.again(submission).scorecard == submission.scorecard


def test_trial_of_the_same_rules_changes_nothing(desk: Desk) -> None:
    desk.submit(desk.report())
    trial = trial_of(desk, next_version(desk))

    trials.run_trial(trial.pk)

    result = trial.results.get()
    assert (result.is_changed, result.rows) == (False, [])


def test_trial_names_rows_that_come_and_go(desk: Desk) -> None:
    desk.submit(desk.report())
    old = "  - id: execution\n"
    trial = trial_of(desk, next_version(desk, (old, "  - id: spending\n"), ("[execution]", "[spending]")))

    trials.run_trial(trial.pk)

    rows = {row["explanation"]: row for row in trial.results.get().rows}
    gone = rows.pop("新方案中没有这一行。")
    (new,) = rows.values()
    assert (gone["before"], gone["after"]) == ("7.23", None)
    assert (new["before"], new["after"]) == (None, "7.23")


def test_trial_leaves_out_what_was_withdrawn_and_takes_the_newest(desk: Desk) -> None:
    withdrawn = desk.submit(desk.report("撤回的"))
    filing.withdraw(withdrawn.report, by=desk.head)
    kept = desk.submit(desk.report("保留的"))

    assert list(trials.submissions_under(desk.campaign, PROJECT)) == [kept]


def test_trial_goes_on_where_a_lost_worker_stopped(desk: Desk, monkeypatch: Any) -> None:
    first, second = desk.submit(desk.report("一")), desk.submit(desk.report("二"))
    trial = trial_of(desk, lighter(desk))
    TrialResult.objects.create(trial=trial, submission=first, error="第一个工人算的")
    silent = timezone.now() - trials.LEASE - DAY
    Trial.objects.update(status="running", started_at=silent, attempts=1, done=1)

    monkeypatch.setattr(jobs, "wake", lambda task, pk: True)
    assert trials.sweep_trials() == 1
    assert trials.run_trial(trial.pk)

    trial.refresh_from_db()
    assert (trial.status, trial.done) == ("done", 2)
    assert set(trial.results.values_list("submission", flat=True)) == {first.pk, second.pk}
    assert trial.results.get(submission=first).error == "第一个工人算的"


def test_trial_that_is_done_or_taken_is_left_alone(desk: Desk) -> None:
    desk.submit(desk.report())
    trial = trial_of(desk, lighter(desk))
    Trial.objects.update(status="running", started_at=timezone.now())

    assert not trials.run_trial(trial.pk)
    assert not trial.results.exists()


def test_trial_gives_up_after_three_lost_workers(desk: Desk) -> None:
    desk.submit(desk.report())
    trial = trial_of(desk, lighter(desk))
    Trial.objects.update(status="running", started_at=timezone.now() - trials.LEASE - DAY, attempts=3)

    trials.sweep_trials()

    trial.refresh_from_db()
    assert (trial.status, trial.error) == ("failed", "试算程序多次中断，请联系管理员。")


def test_trial_fails_when_the_draft_is_edited_meanwhile(desk: Desk) -> None:
    desk.submit(desk.report())
    trial = trial_of(desk, lighter(desk))
    Scheme.objects.filter(pk=trial.scheme_id).update(hash="sha256:other")

    assert not trials.run_trial(trial.pk)

    trial.refresh_from_db()
    assert (trial.status, trial.error) == ("failed", "试算期间方案被修改，请重新试算。")


def test_trial_says_which_content_was_tampered_with(desk: Desk) -> None:
    submission = desk.submit(desk.report())
    trial = trial_of(desk, lighter(desk))
    SealedContent.objects.filter(pk=submission.content_id).update(content=b"{}")

    trials.run_trial(trial.pk)

    assert "已被改动" in trial.results.get().error


def test_long_trial_hands_on_to_its_next_message(desk: Desk, monkeypatch: Any) -> None:
    for title in ("一", "二"):
        desk.submit(desk.report(title))
    trial = trial_of(desk, lighter(desk))
    monkeypatch.setattr(trials, "AT_A_TIME", 1)
    monkeypatch.setattr(trials, "SECONDS_PER_TASK", 0.0)
    sent: list[int] = []
    monkeypatch.setattr(trials, "wake", lambda task, pk: sent.append(pk))

    assert not trials.run_trial(trial.pk)
    trial.refresh_from_db()
    assert (trial.status, trial.done, trial.attempts, sent) == ("pending", 1, 0, [trial.pk])
    tasks.run_trial(trial.pk)
    tasks.run_trial(trial.pk)

    trial.refresh_from_db()
    assert (trial.status, trial.done) == ("done", 2)


def test_trial_reads_a_fixed_number_of_queries_per_batch(desk: Desk, django_assert_num_queries: Any) -> None:
    for title in ("一", "二", "三"):
        desk.submit(desk.report(title))
    trial = trial_of(desk, lighter(desk))

    with django_assert_num_queries(11):
        trials.run_trial(trial.pk)

    assert Submission.objects.count() == trial.results.count() == 3
