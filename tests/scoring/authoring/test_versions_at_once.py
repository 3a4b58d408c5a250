"""Two administrators at the same moment, each in a transaction of their own on a real server."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest
from django.db import connection, transaction

from scoring.authoring.versions import (
    Change,
    SchemeRefusedError,
    change_draft,
    clone,
    create_draft,
    publish,
    seen_digest,
)
from scoring.models import Scheme
from tests.scoring.engine.small_scheme import SOUND

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite lets one transaction write at a time"),
]

Act = Callable[[], Any]
OTHER = SOUND.replace("小方案", "别的方案")


@pytest.fixture
def draft() -> Scheme:
    return create_draft(SOUND)[0]


def at_once(first: Act, second: Act) -> list[Any]:
    """What both give or are refused with, where the second asks before the first has committed."""
    began = Event()

    def leading() -> Any:
        with transaction.atomic():
            result = first()
            began.set()
            _await_waiting_for_a_lock()
        return result

    def following() -> Any:
        began.wait(timeout=10)
        with transaction.atomic():
            return second()

    with ThreadPoolExecutor(2) as pool:
        tasks = [pool.submit(_outcome, act) for act in (leading, following)]
        return [task.result(timeout=30) for task in tasks]


def _outcome(act: Act) -> Any:
    try:
        return act()
    except SchemeRefusedError as refused:
        return refused
    finally:
        connection.close()


def _await_waiting_for_a_lock() -> None:
    deadline = time.monotonic() + 10
    with connection.cursor() as cursor:
        while time.monotonic() < deadline:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return
            time.sleep(0.02)
    raise AssertionError("nobody waited")


def test_one_publishes_and_the_other_is_told_that_it_is_done(draft: Scheme) -> None:
    seen = seen_digest(draft)

    def act() -> Any:
        return publish(draft, based_on=seen)

    (first, is_new), (second, is_new_again) = at_once(act, act)

    assert (is_new, is_new_again) == (True, False)
    assert first.published_at == second.published_at
    assert [scheme.status for scheme in Scheme.objects.all()] == ["published"]


def test_a_change_that_comes_while_it_is_published_is_refused(draft: Scheme) -> None:
    seen = seen_digest(draft)

    published, refused = at_once(
        lambda: publish(draft, based_on=seen), lambda: change_draft(draft, Change(OTHER, "", seen))
    )

    assert published[1]
    assert isinstance(refused, SchemeRefusedError)
    assert [(scheme.status, scheme.text) for scheme in Scheme.objects.all()] == [("published", SOUND)]


def test_what_is_changed_meanwhile_is_not_published(draft: Scheme) -> None:
    seen = seen_digest(draft)

    changed, refused = at_once(
        lambda: change_draft(draft, Change(OTHER, "", seen)), lambda: publish(draft, based_on=seen)
    )

    assert changed[1]
    assert isinstance(refused, SchemeRefusedError)
    assert [(scheme.status, scheme.text) for scheme in Scheme.objects.all()] == [("draft", OTHER)]


def test_two_drafts_of_one_form_get_two_numbers() -> None:
    (first, _), (second, _) = at_once(lambda: create_draft(SOUND), lambda: create_draft(OTHER))

    assert sorted([first.version, second.version]) == [1, 2]
    assert {scheme.version: scheme.title for scheme in Scheme.objects.all()} == {
        first.version: "小方案",
        second.version: "别的方案",
    }


def test_a_version_is_cloned_to_one_draft(draft: Scheme) -> None:
    publish(draft, based_on=seen_digest(draft))

    outcomes = at_once(lambda: clone(draft, 2), lambda: clone(draft, 2))

    assert [is_new for _, is_new in outcomes] == [True, False]
    assert Scheme.objects.filter(version=2).count() == 1
