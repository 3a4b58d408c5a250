"""What awaits signature."""

from django.test import Client

from reports.models import Report, User
from scoring.models import Finding, Scorecard, SealedContent
from tests.factories import hand_over
from tests.reports.views.conftest import signed_in


def url(report: Report) -> str:
    return f"/reports/{report.pk}/sealed/"


def test_sealed_shows_scores_findings_and_digest(awaiting: Report, head: User) -> None:
    text = signed_in(head).get(url(awaiting)).content.decode()

    assert awaiting.sealed is not None
    assert awaiting.sealed.digest in text
    assert "97.23" in text
    assert "预算执行得分与执行率不符" in text
    assert "单位说明：按原口径计算。" in text
    assert "签章报送" in text
    assert "data-reload" not in text


def test_sealed_shows_the_sum_where_no_total_is_stated(awaiting: Report, head: User) -> None:
    stated = signed_in(head).get(url(awaiting)).content.decode()
    Scorecard.objects.update(self_stated=None)

    summed = signed_in(head).get(url(awaiting)).content.decode()

    assert "<span>自评</span><b>98.00</b>" in stated
    assert "<span>自评</span><b>97.00</b>" in summed


def test_sealed_filer_may_only_take_back(awaiting: Report, filer: User) -> None:
    text = signed_in(filer).get(url(awaiting)).content.decode()

    assert "取回修改" in text
    assert "签章报送</button>" not in text


def test_sealed_waiting_for_scores_reloads_itself(filled: Report, filer: User, head: User) -> None:
    hand_over(filled, filer, scored=False)

    text = signed_in(head).get(url(filled)).content.decode()

    assert 'data-reload="5"' in text
    assert "系统正在评分" in text


def test_sealed_failed_scoring_is_said(awaiting: Report, head: User) -> None:
    Scorecard.objects.update(status=Scorecard.Status.FAILED)

    Finding.objects.all().delete()

    text = signed_in(head).get(url(awaiting)).content.decode()

    assert "评分失败" in text
    assert "没有发现问题" not in text
    assert "签章报送</button>" in text


def test_sealed_with_a_changed_byte_cannot_be_signed(awaiting: Report, head: User) -> None:
    sealed = SealedContent.objects.get()
    SealedContent.objects.update(
        content=bytes(sealed.content).replace(b"97.2", b"97.3").replace(b"7", b"8", 1)
    )

    text = signed_in(head).get(url(awaiting)).content.decode()

    assert "封存内容与摘要不符" in text
    assert "签章报送</button>" not in text
    assert "退回填报人" in text


def test_sealed_nothing_awaiting_says_so(report: Report, head: User) -> None:
    response = signed_in(head).get(url(report), follow=True)

    assert "没有待签章的内容" in response.content.decode()


def test_sealed_finance_side_is_forbidden(awaiting: Report, reviewer: User) -> None:
    assert signed_in(reviewer).get(url(awaiting)).status_code == 403


def test_sealed_outsider_finds_nothing(awaiting: Report, outsider: User) -> None:
    assert signed_in(outsider).get(url(awaiting)).status_code == 404


def test_sealed_unknown_report_is_not_found(head: User) -> None:
    assert signed_in(head).get("/reports/999999/sealed/").status_code == 404


def test_sealed_anonymous_goes_to_login(awaiting: Report) -> None:
    assert Client().get(url(awaiting))["Location"].startswith("/login/")


def test_sealed_post_is_not_allowed(awaiting: Report, head: User) -> None:
    assert signed_in(head).post(url(awaiting)).status_code == 405
