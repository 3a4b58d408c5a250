"""Waking a worker through a broker that is down, that hangs, and that answers again."""

import socket
import time
from collections.abc import Iterator

import pytest
from celery import Celery

from scoring import messages
from scoring.messages import SLOW, Silence, wake

TASK = "scoring.tasks.score_content"


def sends_to(broker: str, monkeypatch: pytest.MonkeyPatch) -> None:
    app = Celery("elsewhere", broker=broker)
    app.conf.task_publish_retry = False
    app.conf.broker_transport_options = {"max_retries": 0, "socket_timeout": SLOW + 0.1}
    monkeypatch.setattr(messages, "current_app", app)


@pytest.fixture
def silence(monkeypatch: pytest.MonkeyPatch) -> Silence:
    fresh = Silence()
    monkeypatch.setattr(messages, "silence", fresh)
    return fresh


@pytest.fixture
def hung_broker(silence: Silence, monkeypatch: pytest.MonkeyPatch) -> Iterator[Silence]:
    """It takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        sends_to(f"redis://127.0.0.1:{listening.getsockname()[1]}/0", monkeypatch)
        yield silence


@pytest.fixture
def memory() -> Celery:
    """A broker that answers."""
    return Celery("memory", broker="memory://")


def test_broker_that_hangs_is_waited_for_once(hung_broker: Silence, caplog: pytest.LogCaptureFixture) -> None:
    assert not wake(TASK, 1)

    began = time.monotonic()
    assert not any(wake(TASK, pk) for pk in range(2, 20))

    assert time.monotonic() - began < SLOW
    assert f"{TASK}(19) not sent, the sweeper will: the broker hung a moment ago" in caplog.text


def test_broker_that_hung_is_tried_again_later(
    hung_broker: Silence, memory: Celery, monkeypatch: pytest.MonkeyPatch
) -> None:
    wake(TASK, 1)
    monkeypatch.setattr(messages, "current_app", memory)

    assert not wake(TASK, 2)
    hung_broker.until -= messages.PAUSE
    assert wake(TASK, 3)


def test_broker_that_refuses_is_asked_every_time(
    silence: Silence, memory: Celery, monkeypatch: pytest.MonkeyPatch
) -> None:
    sends_to("redis://127.0.0.1:1/0", monkeypatch)

    assert not wake(TASK, 1)
    monkeypatch.setattr(messages, "current_app", memory)

    assert wake(TASK, 2)
