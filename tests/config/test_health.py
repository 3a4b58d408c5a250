from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import RequestFactory

from config.broker import Broker, broker_settings
from config.celery import app
from config.health import healthz


@pytest.fixture
def broker(tmp_path: Path) -> Iterator[Broker]:
    """A broker of this test's own, that the application publishes to and that isn't started yet."""
    broker = Broker(tmp_path)
    before = app.conf.broker_url, app.conf.broker_transport_options
    app.conf.broker_url, app.conf.broker_transport_options = broker_settings(tmp_path, "")
    yield broker
    broker.stop()
    app.conf.broker_url, app.conf.broker_transport_options = before


def ask(rf: RequestFactory) -> tuple[int, bytes]:
    response = healthz(rf.get("/healthz"))
    return response.status_code, response.content


@pytest.mark.django_db
def test_health_is_ok_with_database_and_broker(rf: RequestFactory, broker: Broker) -> None:
    broker.start()

    assert ask(rf) == (200, b'{"database": "ok", "broker": "ok"}')


@pytest.mark.django_db
def test_health_without_broker_says_so_and_stays_in_service(rf: RequestFactory, broker: Broker) -> None:
    assert ask(rf) == (200, b'{"database": "ok", "broker": "down"}')


@pytest.mark.django_db
def test_health_without_database_is_out_of_service(rf: RequestFactory, broker: Broker) -> None:
    def refuse(*args: Any) -> None:
        raise OperationalError("the database is gone")

    with connection.execute_wrapper(refuse):
        answer = ask(rf)

    assert answer == (503, b'{"database": "down", "broker": "down"}')


def test_health_is_read_only(rf: RequestFactory) -> None:
    assert healthz(rf.post("/healthz")).status_code == 405
