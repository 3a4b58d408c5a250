import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis
from kombu.exceptions import OperationalError

from config.broker import LONGEST_SOCKET_PATH, Broker, BrokerError, broker_settings, find_server, socket_path
from config.celery import Celery


@pytest.fixture
def broker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Broker]:
    monkeypatch.delenv("BROKER_SERVER", raising=False)
    broker = Broker(tmp_path)
    yield broker
    broker.stop()


def client(broker: Broker) -> redis.Redis:
    return redis.Redis(unix_socket_path=str(broker.socket))


def test_broker_answers_from_start_to_stop(broker: Broker) -> None:
    broker.start()
    started = broker.answers()
    broker.stop()

    assert started
    assert not broker.answers()


def test_broker_listens_on_a_socket_for_this_user_and_on_no_port(broker: Broker) -> None:
    broker.start()

    with client(broker) as connection:
        assert connection.config_get("port") == {"port": "0"}
    assert broker.socket.parent.stat().st_mode & 0o077 == 0
    assert broker.socket.stat().st_mode & 0o077 == 0


def test_broker_killed_keeps_what_was_waiting(broker: Broker) -> None:
    process = broker.start()
    assert process is not None
    with client(broker) as connection:
        connection.lpush("queue", "task")

    process.kill()
    process.wait()
    broker.start()

    with client(broker) as connection:
        assert connection.lrange("queue", 0, -1) == [b"task"]


def test_broker_with_unreadable_data_starts_empty(broker: Broker) -> None:
    broker.start()
    broker.stop()
    for file in (broker.folder / "appendonlydir").iterdir():
        file.write_bytes(b"\x00 not a list of commands")

    broker.start()

    assert broker.answers()


def test_broker_of_a_running_system_is_not_taken_over(broker: Broker, tmp_path: Path) -> None:
    broker.start()

    with pytest.raises(BrokerError, match="已在运行"):
        Broker(tmp_path).start()

    assert broker.answers()


def test_broker_left_by_a_killed_launcher_is_replaced(broker: Broker, tmp_path: Path) -> None:
    left = Broker(tmp_path)
    process = left.start()
    assert process is not None
    assert left._lock is not None
    left._lock.close()

    broker.start()

    assert process.wait(5) is not None
    assert broker.answers()


def test_broker_refuses_a_folder_that_others_can_write_to(broker: Broker) -> None:
    broker.socket.parent.mkdir(mode=0o700)
    broker.socket.parent.chmod(0o777)

    with pytest.raises(BrokerError, match="不是本用户专有"):
        broker.start()


def test_broker_that_cannot_run_names_its_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROKER_SERVER", "/bin/false")

    with pytest.raises(BrokerError, match=r"server\.log"):
        Broker(tmp_path).start()


def test_broker_without_a_server_makes_the_folder_for_messages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROKER_SERVER", "none")
    broker = Broker(tmp_path)

    assert broker.start() is None

    assert Path(broker_settings(tmp_path, "")[1]["data_folder_in"]).is_dir()
    broker.stop()


def test_server_is_the_one_that_the_environment_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROKER_SERVER", "/opt/valkey-server")

    assert find_server() == Path("/opt/valkey-server")


def test_server_is_else_the_one_that_was_installed_with_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BROKER_SERVER", raising=False)
    monkeypatch.setenv("PATH", "")

    server = find_server()

    assert server is not None
    assert os.access(server, os.X_OK)


def test_socket_path_is_short_and_the_same_in_every_process(tmp_path: Path) -> None:
    deep = tmp_path / ("很深的目录" * 30)

    assert socket_path(deep) == socket_path(deep)
    assert socket_path(deep) != socket_path(tmp_path)
    assert len(os.fsencode(socket_path(deep))) <= LONGEST_SOCKET_PATH


def test_socket_path_leaves_a_long_folder_for_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/tmp/" + "long" * 30)

    assert socket_path(tmp_path).is_relative_to("/tmp")
    assert len(os.fsencode(socket_path(tmp_path))) <= LONGEST_SOCKET_PATH


@pytest.mark.parametrize("trouble", ["dead", "hung"])
def test_sending_to_a_broker_in_trouble_fails_while_a_person_waits(broker: Broker, trouble: str) -> None:
    process = broker.start()
    assert process is not None
    url, options = broker_settings(broker.folder.parent, "")
    app = Celery("sender", broker=url, set_as_current=False)
    app.conf.update(broker_transport_options=options, task_publish_retry=False)
    app.send_task("anything")
    process.send_signal(signal.SIGKILL if trouble == "dead" else signal.SIGSTOP)

    began = time.monotonic()
    with pytest.raises(OperationalError):
        app.send_task("anything")
    took = time.monotonic() - began

    process.send_signal(signal.SIGCONT)
    app.close()
    assert took < 3
