"""Scoring many submissions again through PostgreSQL, beside merely reading the contents and writing the same rows.

    .venv/bin/python benchmarks/rescore.py [--database postgres://postgres@127.0.0.1:5432/test] [--submissions 20000]

A database of its own is made and removed. Prints JSON lines; `ratio` is the whole job over the bare reading and
writing of the same contents and rows in the same run.
"""

import argparse
import json
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
AT_A_TIME = 200


def say(what: str, **figures: Any) -> None:
    print(json.dumps({"benchmark": "rescore", "what": what, **figures}, ensure_ascii=False), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", default="postgres://postgres@127.0.0.1:5432/test")
    parser.add_argument("--submissions", type=int, default=20_000)
    options = parser.parse_args()
    os.environ |= {
        "DATABASE_URL": options.database,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATA_DIR": "/tmp/bench",
    }
    import django

    django.setup()
    from django.db import OperationalError, connection

    try:
        made = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    except OperationalError as error:
        say("rescore", absent=str(error).strip())
        return
    try:
        run(options.submissions)
    finally:
        connection.close()
        connection.creation.destroy_test_db(made, verbosity=0)


def run(submissions: int) -> None:
    from scoring.models import Finding, IndicatorScore, Scorecard
    from scoring.rescoring import Work, rescore

    scheme, contents = prepare(submissions)
    work = [Work(pk, scheme) for pk in contents]
    whole = timed(lambda: sum(rescore(work, at_a_time=AT_A_TIME)))
    rows, findings = IndicatorScore.objects.count(), Finding.objects.count()
    say("rescore", submissions=submissions, rows=rows, findings=findings, seconds=round(whole, 1))
    bare = sum(
        read_and_write(cards)
        for cards in batches(list(Scorecard.objects.order_by("pk").values_list("pk", flat=True)))
    )
    say("reading and writing alone", seconds=round(bare, 1), ratio=round(whole / bare, 2))


def prepare(submissions: int) -> tuple[Any, list[int]]:
    """The form of forty rows and so many sealed contents of it; returns the scheme and the keys of the contents."""
    import rfc8785

    from benchmarks.support.forty_rows import filing_of, form_of
    from scoring.models import Scheme, SealedContent, digest_of

    chance, form = random.Random(7), form_of(40)
    scheme = Scheme.objects.create(code=form.code, version=1, title=form.title, text="", hash="benchmark")
    type(scheme).form = form  # type: ignore[assignment]
    keys: list[int] = []
    for start in range(0, submissions, 1000):
        sealed = []
        for number in range(start, min(start + 1000, submissions)):
            content = filing_of(form, chance).model_copy(update={"title": f"第{number}份"})
            stored = rfc8785.dumps(content.model_dump(mode="json"))
            sealed.append(SealedContent(digest=digest_of(stored), content=stored))
        keys += [each.pk for each in SealedContent.objects.bulk_create(sealed)]
    return scheme, keys


def batches(keys: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(keys), AT_A_TIME):
        yield keys[start : start + AT_A_TIME]


def read_and_write(keys: list[int]) -> float:
    """Seconds to read the contents of these scorecards and to write the same scorecards and rows once more."""
    from django.db import transaction

    from scoring.models import Finding, IndicatorScore, Scorecard, SealedContent

    cards = {card.pk: card for card in Scorecard.objects.filter(pk__in=keys)}
    rows = list(IndicatorScore.objects.filter(scorecard__in=keys))
    findings = list(Finding.objects.filter(scorecard__in=keys))
    contents = [card.content_id for card in cards.values()]
    for row in (*rows, *findings):
        row.scorecard, row.pk = cards[row.scorecard_id], None
    for card in cards.values():
        card.pk, card.engine_version = None, "again"

    def write() -> None:
        with transaction.atomic():
            list(SealedContent.objects.filter(pk__in=contents))
            Scorecard.objects.bulk_create(cards.values())
            for row in (*rows, *findings):
                row.scorecard = row.scorecard
            IndicatorScore.objects.bulk_create(rows)
            Finding.objects.bulk_create(findings)

    return timed(write)


def timed(work: Callable[[], object]) -> float:
    began = time.monotonic()
    work()
    return time.monotonic() - began


if __name__ == "__main__":
    main()
