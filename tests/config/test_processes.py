import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from config.processes import MANY_DEATHS, Process, Service, start, stop

# Says its own id and its child's, and answers TERM as the test asks.
PARENT = """
import signal, subprocess, sys, time
if sys.argv[1] == "deaf":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
open(sys.argv[2], "w").write(f"{child.pid}\\n")
time.sleep(60)
"""
LAUNCHER = """
import sys, time
from config.processes import start
print(start([sys.executable, "-c", "import time; time.sleep(60)"]).pid, flush=True)
time.sleep(60)
"""


def alive(pid: int) -> bool:
    """True for a process that runs; a zombie has ended."""
    shown = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return bool(shown.stdout.strip()) and not shown.stdout.startswith("Z")


def wait_until_gone(pid: int) -> bool:
    deadline = time.monotonic() + 5
    while alive(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not alive(pid)


def start_parent(kind: str, told: Path) -> tuple[Process, int]:
    process = start([sys.executable, "-c", PARENT, kind, str(told)])
    while not (told.exists() and told.read_text().endswith("\n")):
        time.sleep(0.02)
    return process, int(told.read_text())


@pytest.mark.parametrize("kind", ["polite", "deaf"])
def test_stop_ends_a_process_and_what_it_started(kind: str, tmp_path: Path) -> None:
    process, child = start_parent(kind, tmp_path / "child")

    stop(process, grace=0.5)

    assert process.returncode == (-signal.SIGTERM if kind == "polite" else -signal.SIGKILL)
    assert wait_until_gone(child)


def test_stop_ends_what_a_dead_process_left(tmp_path: Path) -> None:
    process, child = start_parent("polite", tmp_path / "child")
    process.kill()
    process.wait()

    stop(process)

    assert wait_until_gone(child)


def test_stop_of_an_ended_process_is_harmless() -> None:
    process = start(["true"])
    process.wait()

    stop(process)

    assert process.returncode == 0


@pytest.mark.skipif(
    sys.platform != "linux", reason="the kernel tells a child of its parent's end on Linux alone"
)
def test_child_ends_when_its_launcher_is_killed() -> None:
    launcher = subprocess.Popen([sys.executable, "-c", LAUNCHER], stdout=subprocess.PIPE, text=True)
    assert launcher.stdout is not None
    child = int(launcher.stdout.readline())
    assert alive(child)

    launcher.kill()
    launcher.communicate()

    assert wait_until_gone(child)


def test_child_is_not_reached_by_the_terminals_interrupt() -> None:
    process = start(["sleep", "60"])

    group = os.getpgid(process.pid)
    stop(process)

    assert group == process.pid != os.getpgrp()


def test_child_gets_the_environment_laid_over_ours() -> None:
    process = start(["sh", "-c", 'test "$GIVEN" = yes && test -n "$PATH"'], {"GIVEN": "yes"})

    assert process.wait(5) == 0


def test_service_that_runs_is_left_alone() -> None:
    service = Service("sleeper", lambda: start(["sleep", "60"]))
    process = service.process

    kept = service.keep()

    assert not kept
    assert service.process is process is not None
    stop(process)


def test_service_without_a_process_has_nothing_to_keep() -> None:
    assert not Service("none", lambda: None).keep()


def test_service_that_dies_is_started_again_and_hopeless_after_many_deaths() -> None:
    service = Service("short-lived", lambda: start(["false"]))
    history = []

    for _ in range(MANY_DEATHS):
        assert service.process is not None
        service.process.wait()
        history.append((service.hopeless, service.keep()))

    stop(service.process)
    assert history == [(False, True)] * MANY_DEATHS
    assert service.hopeless


def test_service_forgets_deaths_after_a_minute() -> None:
    service = Service("none", lambda: None)

    service.deaths = [time.monotonic() - 61] * MANY_DEATHS

    assert not service.hopeless
