import os
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.launcher import Address, LaunchError, System, interruptible
from config.processes import MANY_DEATHS, Service, start, stop


@pytest.fixture
def system(tmp_path: Path) -> Iterator[System]:
    system = System(tmp_path, Address("127.0.0.1", 0).settle())
    yield system
    system.stop()


def test_address_on_a_taken_port_says_how_to_go_on() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        with pytest.raises(LaunchError, match=rf"端口 {port} .*make run PORT="):
            Address("127.0.0.1", port).settle()


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 70000), ("192.0.2.1", 0)])
def test_address_that_cannot_be_used_is_refused(host: str, port: int) -> None:
    with pytest.raises(LaunchError):
        Address(host, port).settle()


def test_address_without_a_port_takes_a_free_one() -> None:
    address = Address("127.0.0.1", 0).settle()

    assert address.port > 0
    assert not address.answers()


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000/"),
        ("0.0.0.0", "http://127.0.0.1:8000/"),
        ("::", "http://[::1]:8000/"),
        ("192.0.2.1", "http://192.0.2.1:8000/"),
    ],
)
def test_address_is_shown_as_a_browser_here_types_it(host: str, url: str) -> None:
    assert Address(host, 8000).url == url


def test_address_on_this_machine_alone_has_no_other_name() -> None:
    assert Address("127.0.0.1", 8000).names() == ["localhost", "127.0.0.1", "[::1]"]


def test_address_for_others_has_this_machines_names() -> None:
    names = Address("0.0.0.0", 8000).names()

    assert socket.gethostname() in names
    assert "0.0.0.0" not in names


def test_system_with_a_broker_of_its_own_ends_it(system: System) -> None:
    system.start_broker()
    broker = system.broker
    assert broker is not None
    started = broker.answers()

    system.stop()

    assert started
    assert not broker.answers()


def test_system_with_somebody_elses_broker_starts_none(tmp_path: Path) -> None:
    system = System(tmp_path, Address("127.0.0.1", 8000), "redis://queue:6379/0")

    system.start_broker()

    assert system.broker is None
    assert system.kept == []


def test_system_leaves_allowed_hosts_that_were_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", "selfeval.example")

    assert "ALLOWED_HOSTS" not in System(tmp_path, Address("0.0.0.0", 8000)).env


def test_system_starts_a_dead_service_again_and_tells_of_it(system: System) -> None:
    system.start_broker()
    broker = system.broker
    assert broker is not None
    assert broker.process is not None
    told: list[str] = []
    broker.process.kill()
    broker.process.wait()

    def tell(line: str) -> None:
        told.append(line)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        system.watch(tell)

    assert told == ["消息服务意外停止，已重新启动。"]
    assert broker.answers()


def test_system_gives_up_on_a_service_that_dies_again_and_again(system: System) -> None:
    service = Service("后台任务", lambda: start(["sleep", "60"]))
    system.kept.append(service)
    service.deaths = [time.monotonic()] * MANY_DEATHS

    with pytest.raises(LaunchError, match="后台任务反复停止"):
        system.watch(print)


def test_system_without_its_web_server_gives_up(system: System) -> None:
    system.web = start(["false"])
    system.web.wait()

    with pytest.raises(LaunchError, match="网页服务已停止"):
        system.watch(print)


def test_system_whose_web_server_does_not_answer_in_time_gives_up(
    system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("config.launcher.READY_WITHIN", 0)

    with pytest.raises(LaunchError, match="未能在 0 秒内启动"):
        system.start()

    assert system.web is not None
    assert system.web.poll() is None


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_interruptible_block_ends_at_a_signal_and_cleans_up_in_peace(number: signal.Signals) -> None:
    # The tests themselves may run under nohup.
    started = signal.signal(number, signal.SIG_DFL)
    before = signal.getsignal(number)

    def interrupted() -> None:
        with interruptible():
            try:
                os.kill(os.getpid(), number)
                time.sleep(5)
            finally:
                os.kill(os.getpid(), number)

    with pytest.raises(KeyboardInterrupt):
        interrupted()

    assert signal.signal(number, started) is before


def test_interruptible_block_leaves_an_ignored_signal_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)

    with interruptible():
        os.kill(os.getpid(), signal.SIGHUP)

    assert signal.signal(signal.SIGHUP, before) is signal.SIG_IGN


def interrupt_in_block() -> None:
    with interruptible():
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(1)


def test_interruptible_block_hears_an_interrupt_that_a_shell_had_switched_off() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)

    with pytest.raises(KeyboardInterrupt):
        interrupt_in_block()

    assert signal.signal(signal.SIGINT, before) is signal.SIG_IGN


def test_stop_of_a_system_that_never_started_is_harmless(system: System) -> None:
    system.stop()
    stop()

    assert system.web is None
