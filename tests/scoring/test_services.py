"""Seals, the queue of record, and what happens when worker or broker is gone."""

import datetime
import json
from pathlib import Path

import pytest
from django.db import connection
from django.forms.models import model_to_dict
from django.utils import timezone

from scoring import services
from scoring.engine.content import Content, read_content
from scoring.engine.problems import SchemeFileError
from scoring.messages import wake
from scoring.models import Finding, IndicatorScore, Scheme, Scorecard, SealBrokenError, SealedContent
from tests.factories import make_scheme

PROJECT = services.SCHEME_FILES / "project-ziyang-2022.yaml"
FILING = Path("reports/example/filings/project-ziyang-2022.json")


def content() -> Content:
    filed = json.loads(FILING.read_text(encoding="utf-8"))
    return read_content(
        {"year": 2022, "scheme_code": filed["scheme"], "scheme_version": 1, "sections": filed["sections"]}
    )


@pytest.fixture
def scheme(db: None) -> Scheme:
    return services.load_scheme_file(PROJECT)


@pytest.fixture
def scorecard(scheme: Scheme) -> Scorecard:
    return services.queue_scorecard(services.seal(content()), scheme)


def fresh(scorecard: Scorecard) -> Scorecard:
    return Scorecard.objects.get(pk=scorecard.pk)


def put(scorecard: Scorecard, **fields: object) -> None:
    Scorecard.objects.filter(pk=scorecard.pk).update(**fields)


def long_ago() -> datetime.datetime:
    return timezone.now() - datetime.timedelta(minutes=5)


def test_load_scheme_file_is_idempotent(scheme: Scheme) -> None:
    assert services.load_scheme_file(PROJECT) == scheme


def test_load_scheme_file_stores_what_tests_build_on(scheme: Scheme) -> None:
    stored = model_to_dict(scheme, exclude=["id", "created_at", "published_at"])
    scheme.delete()

    assert model_to_dict(make_scheme(), exclude=["id", "created_at", "published_at"]) == stored


def test_load_scheme_file_refuses_the_same_version_changed(scheme: Scheme, tmp_path: Path) -> None:
    changed = tmp_path / PROJECT.name
    changed.write_text(
        PROJECT.read_text(encoding="utf-8").replace("over_100: cap", "over_100: zero"), encoding="utf-8"
    )

    with pytest.raises(
        services.SchemeConflictError, match=r"project-ziyang-2022\.yaml:\d\d: .*第 1 版已经发布且内容不同"
    ):
        services.load_scheme_file(changed)


def test_load_scheme_file_takes_other_comments_for_the_same(scheme: Scheme, tmp_path: Path) -> None:
    commented = tmp_path / PROJECT.name
    commented.write_text("# 注\n" + PROJECT.read_text(encoding="utf-8"), encoding="utf-8")

    assert services.load_scheme_file(commented) == scheme


def test_seal_stores_canonical_bytes_once(db: None) -> None:
    first, second = services.seal(content()), services.seal(content())

    assert first == second
    assert first.digest.startswith("sha256:")
    assert first.read() == content()


def test_seal_broken_by_one_byte_is_said_on_reading(db: None) -> None:
    sealed = services.seal(content())
    with connection.cursor() as cursor:
        changed = bytes(sealed.content).replace(b"121.3", b"121.4", 1)
        cursor.execute("UPDATE scoring_sealedcontent SET content = %s", [changed])

    with pytest.raises(SealBrokenError):
        SealedContent.objects.get().read()


def test_seal_rewritten_as_text_is_broken_too(db: None) -> None:
    sealed = services.seal(content())
    sealed.content = bytes(sealed.content).decode()

    assert not sealed.is_intact


def test_finish_writes_rows_findings_and_totals(scorecard: Scorecard) -> None:
    assert services.finish(scorecard.pk)

    done = fresh(scorecard)
    assert done.status == Scorecard.Status.DONE
    assert [str(done.self_stated), str(done.self_sum), str(done.computed_total)] == [
        "98.00",
        "97.00",
        "97.23",
    ]
    assert done.grade == "优"
    assert done.rows.count() == 16
    assert done.rows.earliest("position").explanation.endswith("10 × 72.30% = 7.23。")
    assert list(done.findings.filter(severity="warning").values_list("code", flat=True)) == [
        "T_SUM",
        "X_SCORE",
        "I_MET_CUT",
    ]


def test_finish_twice_writes_once(scorecard: Scorecard) -> None:
    services.finish(scorecard.pk)

    assert not services.finish(scorecard.pk)
    assert IndicatorScore.objects.count() == 16


def test_finish_leaves_a_scorecard_that_another_worker_holds(scorecard: Scorecard) -> None:
    put(scorecard, status=Scorecard.Status.RUNNING, started_at=timezone.now())

    assert not services.finish(scorecard.pk)
    assert not Finding.objects.exists()


def test_finish_takes_over_from_a_worker_that_died(scorecard: Scorecard) -> None:
    put(scorecard, status=Scorecard.Status.RUNNING, started_at=long_ago(), attempts=1)

    assert services.finish(scorecard.pk)
    assert fresh(scorecard).attempts == 2


def test_finish_of_a_broken_seal_fails_with_the_reason(scorecard: Scorecard) -> None:
    SealedContent.objects.update(content=b"{}")

    assert not services.finish(scorecard.pk)
    assert fresh(scorecard).status == Scorecard.Status.FAILED
    assert "已被改动" in fresh(scorecard).error


def test_queue_scorecard_again_revives_a_failed_one(scorecard: Scorecard, scheme: Scheme) -> None:
    put(scorecard, status=Scorecard.Status.FAILED, error="中断", attempts=3)

    again = services.queue_scorecard(scorecard.content, scheme)

    assert (again.pk, again.status, again.error, again.attempts) == (scorecard.pk, "pending", "", 0)


def test_wake_without_a_broker_is_no_error(
    scorecard: Scorecard, no_broker: None, caplog: pytest.LogCaptureFixture
) -> None:
    assert not wake(services.SCORE_TASK, scorecard.pk)
    assert "the sweeper will" in caplog.text
    assert fresh(scorecard).status == Scorecard.Status.PENDING


def test_sweep_sends_what_waits_too_long(scorecard: Scorecard, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[int] = []
    monkeypatch.setattr(services, "wake", lambda task, pk: sent.append(pk) or True)

    assert services.sweep() == 0
    put(scorecard, queued_at=long_ago())
    assert services.sweep() == 1
    put(scorecard, status=Scorecard.Status.RUNNING, started_at=long_ago(), attempts=1)
    assert services.sweep() == 1
    assert sent == [scorecard.pk] * 2


def test_sweep_gives_up_after_three_attempts(scorecard: Scorecard) -> None:
    put(scorecard, status=Scorecard.Status.RUNNING, started_at=long_ago(), attempts=services.MAX_ATTEMPTS)

    services.sweep()

    assert fresh(scorecard).status == Scorecard.Status.FAILED
    assert "多次中断" in fresh(scorecard).error


def test_load_scheme_file_refuses_another_encoding(tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.yaml"
    foreign.write_bytes(b"code: x\ntitle: " + "方案".encode("gbk"))

    with pytest.raises(SchemeFileError, match=r"^foreign\.yaml:2: 不是 UTF-8 编码"):
        services.load_scheme_file(foreign)
