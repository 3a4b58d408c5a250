"""Many contents at once: the same scorecards as one by one, made once."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from scoring import rescoring, services
from scoring.engine.content import read_content
from scoring.models import Finding, IndicatorScore, Scheme, Scorecard, SealedContent
from scoring.rescoring import Work, rescore
from tests.factories import filing_data, make_scheme

LEFT_OUT = ("id", "scorecard_id", "queued_at", "started_at", "finished_at")


@pytest.fixture
def scheme(db: None) -> Scheme:
    return make_scheme()


def sealed(title: str) -> SealedContent:
    data = filing_data()
    return services.seal(
        read_content(
            {
                "year": 2022,
                "title": title,
                "scheme_code": data["scheme"],
                "scheme_version": 1,
                "sections": data["sections"],
            }
        )
    )


def rows_of(model: Any, card: Scorecard) -> list[dict[str, Any]]:
    values = model.objects.filter(scorecard=card).order_by("position").values()
    return [{key: value for key, value in row.items() if key not in LEFT_OUT} for row in values]


def test_a_batch_makes_the_scorecards_that_a_worker_makes(scheme: Scheme) -> None:
    one, other = sealed("一"), sealed("二")
    by_worker = services.queue_scorecard(one, scheme, [other.digest])
    services.finish(by_worker.pk)
    by_worker.refresh_from_db()
    Scorecard.objects.filter(pk=by_worker.pk).update(engine_version="0.9")

    made = list(rescore([Work(one.pk, scheme, (other.digest,))]))

    card = Scorecard.objects.exclude(pk=by_worker.pk).get()
    assert made == [1]
    assert (card.status, card.context, card.context_digest) == (
        "done",
        [other.digest],
        by_worker.context_digest,
    )
    assert (card.computed_total, card.grade) == (by_worker.computed_total, by_worker.grade)
    assert rows_of(IndicatorScore, card) == rows_of(IndicatorScore, by_worker)
    assert rows_of(Finding, card) == rows_of(Finding, by_worker)


def test_a_second_run_makes_nothing(scheme: Scheme) -> None:
    work = [Work(sealed(title).pk, scheme) for title in ("一", "二", "三")]

    runs = [list(rescore(work, at_a_time=2)), list(rescore(work, at_a_time=2))]

    assert runs == [[2, 1], [0, 0]]
    assert Scorecard.objects.count() == 3


def test_what_a_worker_has_queued_is_left_to_it(scheme: Scheme) -> None:
    content = sealed("一")
    services.queue_scorecard(content, scheme)

    assert list(rescore([Work(content.pk, scheme)])) == [0]


def test_tampered_contents_are_left_out(scheme: Scheme) -> None:
    content, fine = sealed("一"), sealed("二")
    SealedContent.objects.filter(pk=content.pk).update(content=b"{}")

    assert list(rescore([Work(content.pk, scheme), Work(fine.pk, scheme)])) == [1]


def test_a_batch_is_tried_again_when_a_worker_was_faster(
    scheme: Scheme, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = sealed("一")
    real, calls = rescoring.score, []

    def slow(*given: Any) -> Any:
        calls.append(given)
        if len(calls) == 1:
            services.queue_scorecard(content, scheme)
        return real(*given)

    monkeypatch.setattr(rescoring, "score", slow)

    assert list(rescore([Work(content.pk, scheme)])) == [1]
    assert len(calls) == 2


def test_reading_does_not_grow_with_the_batch(scheme: Scheme) -> None:
    work = [Work(sealed(title).pk, scheme, (sealed("旁").digest,)) for title in ("一", "二", "三")]

    reads = []
    for batch in (work[:1], work[1:]):
        with CaptureQueriesContext(connection) as queries:
            list(rescore(batch))
        reads.append(sum(query["sql"].startswith("SELECT") for query in queries))

    assert reads == [4, 4]
