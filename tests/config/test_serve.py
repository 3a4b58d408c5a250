"""The whole system, really started: every process ends with the command, however that ends."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from celery import Celery

from config.broker import broker_settings

ROOT = Path(__file__).parents[2]
Serve = subprocess.Popen[str]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The embedded default on one data directory: the second start finds what the first has made."""
    others = {"DATABASE_URL", "REDIS_URL", "BROKER_SERVER", "ALLOWED_HOSTS", "DJANGO_SETTINGS_MODULE"}
    kept = {name: value for name, value in os.environ.items() if name not in others}
    return kept | {"DATA_DIR": str(tmp_path_factory.mktemp("data"))}


def serve(environment: dict[str, str], *options: str) -> Serve:
    return subprocess.Popen(
        [sys.executable, "manage.py", "serve", *options],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def running(environment: dict[str, str]) -> Iterator[tuple[Serve, str]]:
    """A started system, and its address as it was printed."""
    process = serve(environment, "--port", "0")
    assert process.stdout is not None
    printed = ""
    for line in process.stdout:
        printed += line
        if found := re.search(r"http://\S+/", line):
            yield process, found[0]
            break
    else:
        pytest.fail(f"serve ended: {printed}{process.communicate()[1]}")
    process.kill()
    process.communicate()


def descendants(pid: int) -> set[int]:
    """Every process that `pid` has started, directly or not."""
    table = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True
    ).stdout
    children: dict[int, list[int]] = {}
    for line in table.splitlines():
        child, parent = map(int, line.split())
        children.setdefault(parent, []).append(child)
    found, left = set[int](), [pid]
    while left:
        below = children.get(left.pop(), [])
        found.update(below)
        left += below
    return found


def living(pids: set[int]) -> set[int]:
    """Those of `pids` that still run, after they have had some seconds to end."""
    deadline = time.monotonic() + 10
    while True:
        shown = subprocess.run(["ps", "-A", "-o", "pid=,stat="], capture_output=True, text=True, check=True)
        rows = [line.split() for line in shown.stdout.splitlines()]
        left = pids & {int(pid) for pid, state in rows if not state.startswith("Z")}
        if not left or time.monotonic() > deadline:
            return left
        time.sleep(0.05)


def health(url: str) -> dict[str, str]:
    with urllib.request.urlopen(f"{url}healthz", timeout=5) as answer:
        return dict(json.load(answer))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_serve_answers_and_a_signal_ends_all_of_it(
    running: tuple[Serve, str], number: signal.Signals
) -> None:
    process, url = running
    answer = health(url)
    children = descendants(process.pid)

    process.send_signal(number)
    process.communicate(timeout=20)

    assert answer == {"database": "ok", "broker": "ok"}
    assert process.returncode == 0
    assert len(children) >= 5
    assert living(children) == set()


def test_serve_runs_a_worker_that_listens(running: tuple[Serve, str], environment: dict[str, str]) -> None:
    app = Celery("asker", broker=broker_settings(Path(environment["DATA_DIR"]), "")[0], set_as_current=False)
    deadline = time.monotonic() + 20

    answers: list[object] = []
    while not answers and time.monotonic() < deadline:
        answers = app.control.ping(timeout=0.5)

    app.close()
    assert len(answers) == 1


@pytest.mark.skipif(
    sys.platform != "linux", reason="the kernel tells a child of its parent's end on Linux alone"
)
def test_serve_killed_leaves_nothing_behind(running: tuple[Serve, str]) -> None:
    process, _ = running
    children = descendants(process.pid)

    process.kill()
    process.communicate()

    assert living(children) == set()


def test_serve_refuses_a_second_start_on_the_same_data(
    running: tuple[Serve, str], environment: dict[str, str]
) -> None:
    second = serve(environment, "--port", "0")

    _, said = second.communicate(timeout=30)

    assert second.returncode == 1
    assert "已在运行" in said
    assert health(running[1])["broker"] == "ok"


def test_serve_on_a_taken_port_says_so(environment: dict[str, str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        process = serve(environment, "--port", str(taken.getsockname()[1]))

        _, said = process.communicate(timeout=30)

    assert process.returncode == 1
    assert "make run PORT=" in said
