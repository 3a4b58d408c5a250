"""The box on the review page for rows that the system couldn't compute."""

from typing import Any

import pytest
from django.test import Client

from reports.models import Review, ReviewedScore, Submission
from scoring.models import IndicatorScore
from tests.reports.admin.conftest import Login
from tests.reports.admin.desk import Desk
from tests.reports.admin.test_review import position, shown, typed, url

TICKED = {"confirmed": "i01 i04 "}


@pytest.fixture
def submission(desk: Desk) -> Submission:
    """In review; two rows have no computed score."""
    submission = desk.in_review()
    IndicatorScore.objects.filter(indicator_id__in=["i01", "i04"]).update(status="judgement", points=None)
    return desk.again(submission)


@pytest.fixture
def client(desk: Desk, login: Login) -> Client:
    return login(desk.reviewer)


def box_of(response: Any) -> str:
    """The box as it stands in the page, empty without one."""
    before, found, after = response.content.decode().partition('name="confirmed"')
    return found and before.rpartition("<")[2] + found + after.partition(">")[0]


def test_page_lists_the_rows_with_links(client: Client, submission: Submission) -> None:
    text = client.get(url("review", submission)).content.decode()
    card = text.partition('id="confirm"')[2].partition("</section>")[0]

    for key in ("i01", "i04"):
        row = submission.scorecard.rows.get(indicator_id=key)
        assert f'<a href="#line-{row.position}">{row.name}</a>' in card
    assert card.count("<li>") == 2
    assert "以上 2 行系统未能计算，已逐行核对" in card
    assert '<a href="#confirm">通过前须核对 2 行</a>' in text


def test_box_carries_its_rows_and_is_never_ticked_beforehand(client: Client, submission: Submission) -> None:
    client.post(url("save", submission), typed(submission) | TICKED)

    box = box_of(client.get(url("review", submission)))

    assert 'value="i01 i04 "' in box
    assert "checked" not in box


def test_approve_without_the_box_is_refused_and_keeps_what_was_typed(
    desk: Desk, client: Client, submission: Submission
) -> None:
    at = position(submission, "i02")

    response = client.post(url("approve", submission), typed(submission) | {f"score-{at}": "1"})

    assert [message.partition("，")[0] for message in shown(response)] == ["有 2 行系统未能计算"]
    assert response.context["page"].lines[at].score_text == "1"
    assert "checked" not in box_of(response)
    assert not ReviewedScore.objects.exists()
    assert desk.again(submission).report.status == "division_review"


def test_box_stays_ticked_where_something_else_is_refused(client: Client, submission: Submission) -> None:
    at = position(submission, "i02")
    data = typed(submission) | TICKED

    wrong = client.post(url("approve", submission), data | {f"score-{at}": "99"})
    fewer = client.post(url("approve", submission), data | {"confirmed": "i01"})

    assert "checked" in box_of(wrong)
    assert "checked" not in box_of(fewer)


def test_approve_with_the_box_is_recorded_and_shown(
    desk: Desk, client: Client, login: Login, submission: Submission
) -> None:
    client.post(url("approve", submission), typed(submission) | TICKED)

    assert desk.again(submission).report.status == "office_review"
    assert Review.objects.get(stage="division_review").confirmed == ["i01", "i04"]
    for reader in (desk.office, desk.auditor):
        response: Any = login(reader).get(url("review", submission))
        lines = response.context["page"].lines
        assert [line.row.indicator_id for line in lines if line.is_confirmed] == ["i01", "i04"]
        assert response.content.decode().count("复核已逐行核对") == 2
        assert box_of(response) == ""


def test_return_and_save_need_no_box(desk: Desk, client: Client, submission: Submission) -> None:
    saved = client.post(url("save", submission), typed(submission), follow=True)
    client.post(
        url("return", submission),
        typed(desk.again(submission)) | {"place": "funds", "comment:elsewhere": "请核实"},
    )

    assert shown(saved) == ["已保存。"]
    assert desk.again(submission).report.status == "returned"


def test_readers_and_forms_without_such_rows_have_no_box(
    desk: Desk, client: Client, login: Login, submission: Submission
) -> None:
    IndicatorScore.objects.update(status="scored", points=1)
    computed = client.get(url("review", submission))
    IndicatorScore.objects.update(status="judgement", points=None)
    reading = login(desk.auditor).get(url("review", submission))

    assert [box_of(computed), box_of(reading)] == ["", ""]
    assert "通过前须核对" not in computed.content.decode() + reading.content.decode()
