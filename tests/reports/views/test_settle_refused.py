"""Settling a stale save."""

import pytest
from django.test import Client

from reports.errors import StaleRevisionError
from reports.models import RefusedSave, Report, User
from reports.services import drafts
from tests.factories import make_filer, stored
from tests.reports.views.conftest import signed_in

MINE = {"facts": {"goal.expected": "目标", "goal.actual": "我写的"}}


@pytest.fixture
def refused(filled: Report, filer: User) -> Report:
    """A colleague saved revision 2; what the filer typed over revision 1 waits."""
    colleague = make_filer(filled.bureau, "填报人乙")
    drafts.save_section(filled, "goals", {"facts": {"goal.actual": "对方写的"}}, revision=1, by=colleague)
    with pytest.raises(StaleRevisionError) as error:
        drafts.save_section(filled, "goals", MINE, revision=1, by=filer)
    drafts.keep_refused(error.value.refused)
    return filled


def url(report: Report, key: str = "goals") -> str:
    return f"/reports/{report.pk}/refused/{key}/"


def test_settle_refused_takes_mine(refused: Report, filer: User) -> None:
    signed_in(filer).post(url(refused), {"take": "mine", "revision": "2"})

    assert stored(refused, "goals").data["facts"]["goal.actual"] == "我写的"
    assert not RefusedSave.objects.exists()


def test_settle_refused_keeps_theirs(refused: Report, filer: User) -> None:
    signed_in(filer).post(url(refused), {"take": "theirs", "revision": "2"})

    assert stored(refused, "goals").data["facts"]["goal.actual"] == "对方写的"
    assert not RefusedSave.objects.exists()


def test_settle_refused_stale_again_keeps_both(refused: Report, filer: User) -> None:
    colleague = make_filer(refused.bureau, "填报人丙")
    drafts.save_section(refused, "goals", {"facts": {"goal.actual": "第三份"}}, revision=2, by=colleague)

    signed_in(filer).post(url(refused), {"take": "mine", "revision": "2"})

    assert stored(refused, "goals").data["facts"]["goal.actual"] == "第三份"
    assert RefusedSave.objects.get().data == MINE


def test_settle_refused_with_nothing_waiting_is_harmless(filled: Report, filer: User) -> None:
    response = signed_in(filer).post(url(filled), {"take": "mine", "revision": "1"})

    assert response["Location"] == f"/reports/{filled.pk}/sections/goals/"
    assert stored(filled, "goals").revision == 1


def test_settle_refused_of_explanations_leads_to_the_check(filled: Report, filer: User) -> None:
    response = signed_in(filer).post(url(filled, "explanations"), {"take": "theirs"})

    assert response["Location"] == f"/reports/{filled.pk}/check/"


def test_settle_refused_touches_only_ones_own(refused: Report) -> None:
    signed_in(make_filer(refused.bureau, "填报人丁")).post(url(refused), {"take": "theirs"})

    assert RefusedSave.objects.exists()


def test_settle_refused_in_another_status_says_so(awaiting: Report, filer: User) -> None:
    response = signed_in(filer).post(url(awaiting), {"take": "mine"}, follow=True)

    assert "不能修改" in response.content.decode()


def test_settle_refused_wrong_role_is_forbidden(refused: Report, head: User) -> None:
    assert signed_in(head).post(url(refused)).status_code == 403


def test_settle_refused_outsider_finds_nothing(refused: Report, outsider: User) -> None:
    assert signed_in(outsider).post(url(refused)).status_code == 404


def test_settle_refused_anonymous_is_asked_to_sign_in(refused: Report) -> None:
    assert "登录已过期" in Client().post(url(refused)).content.decode()


def test_settle_refused_get_is_not_allowed(refused: Report, filer: User) -> None:
    assert signed_in(filer).get(url(refused)).status_code == 405
