"""What every test has: no way out to the network, Chinese as the language, plain environment."""

import ipaddress
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from celery import Celery
from django.utils import translation


def _refuse_network(event: str, args: tuple[Any, ...]) -> None:
    if event != "socket.connect" or not isinstance(args[1], tuple):
        return
    host = str(args[1][0])
    if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
        raise RuntimeError(f"a test connected to {host}")


def pytest_configure(config: pytest.Config) -> None:
    sys.addaudithook(_refuse_network)
    if hasattr(config, "workerinput"):
        # Beside another worker an example may take long by the clock. Imported here: a single test has no need of it.
        from hypothesis import settings

        settings.register_profile("worker", deadline=None)
        settings.load_profile("worker")


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    """A test that ran before may have switched the language of this thread."""
    with translation.override("zh-hans"):
        yield


@pytest.fixture(autouse=True)
def attentive(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that ran before may have met a slow broker, which isn't asked again for some seconds."""
    from scoring.messages import Silence

    monkeypatch.setattr("scoring.messages.silence", Silence())


@pytest.fixture
def no_broker(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages go to an address where nothing listens."""
    nobody = Celery("nobody", broker="redis://127.0.0.1:1/0")
    nobody.conf.task_publish_retry = False
    nobody.conf.broker_transport_options = {"max_retries": 0}
    monkeypatch.setattr("scoring.messages.current_app", nobody)
