"""The child processes of an installation that starts itself: how each is started, kept and ended.

Each child leads a process group of its own, so that Ctrl-C in a terminal reaches the launcher
alone, and so that what a child has started can be ended with it. On Linux a child is also told
by the kernel when the launcher is gone, however that came about.

Children must be started from the main thread: the kernel's signal follows the thread, not the process.
"""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PR_SET_PDEATHSIG = 1
# What children say is no part of a command's answer on stdout.
STDERR = 2

# Celery warns of root because of pickled messages; here they are JSON.
NO_ROOT_WARNING = "ignore:You're running the worker with superuser privileges"
WORKER_COMMAND = (
    "celery -A config --quiet --skip-checks worker --loglevel WARNING --without-gossip --without-mingle"
)
TIMER_COMMAND = "celery -A config --quiet --skip-checks beat --loglevel WARNING --pidfile="
WEB_COMMAND = (
    "gunicorn config.wsgi --worker-class gthread --workers 2 --threads 4 --timeout 60 --graceful-timeout 5 "
    "--max-requests 5000 --max-requests-jitter 500 --log-level warning --no-control-socket"
)
MINUTE = 60.0
MANY_DEATHS = 5

Process = subprocess.Popen[bytes]


def start(command: Sequence[str], env: Mapping[str, str] | None = None) -> Process:
    """Start a child in the checkout's folder; `env` is laid over this process's environment."""
    launcher = os.getpid()

    def follow_launcher() -> None:
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
            if os.getppid() != launcher:
                os._exit(1)

    return subprocess.Popen(  # noqa: S603 - the commands below, no shell, nothing a user typed
        command,
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=STDERR,
        start_new_session=True,
        preexec_fn=follow_launcher,  # noqa: PLW1509 - the launcher has no other thread
    )


def start_worker(env: Mapping[str, str] | None = None, *, beat: bool = False) -> Process:
    """Start a Celery worker; with `beat` the timer inside it, which nothing starts again when it dies."""
    timer = ["--beat"] if beat else []
    return start([sys.executable, "-W", NO_ROOT_WARNING, "-m", *WORKER_COMMAND.split(), *timer], env)


def start_timer(env: Mapping[str, str] | None = None) -> Process:
    """Start the timer (one per installation): without it nothing that was lost is taken up again."""
    return start([sys.executable, "-m", *TIMER_COMMAND.split()], env)


def start_web(env: Mapping[str, str] | None = None, *, host: str, port: int) -> Process:
    """Start the web server on `host:port`."""
    address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    return start([sys.executable, "-m", *WEB_COMMAND.split(), "--bind", address], env)


def stop(*processes: Process, grace: float = 10.0) -> None:
    """Ask the processes to end, all at once; after `grace` seconds end them and what they started."""
    for process in processes:
        process.terminate()
    deadline = time.monotonic() + grace
    for process in processes:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(max(0.0, deadline - time.monotonic()))
        # The leader may be gone and its children left; macOS answers EPERM where only zombies are.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@dataclass
class Service:
    """A child that is started again when it dies. `begin` may answer None: nothing to keep."""

    name: str
    begin: Callable[[], Process | None]
    process: Process | None = field(init=False)
    deaths: list[float] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        self.process = self.begin()

    def keep(self) -> bool:
        """Start the child again if it has died; True when it had."""
        if self.process is None or self.process.poll() is None:
            return False
        stop(self.process, grace=0)
        self.deaths.append(time.monotonic())
        self.process = self.begin()
        return True

    @property
    def hopeless(self) -> bool:
        """True when the child has died MANY_DEATHS times in the last minute."""
        return len([at for at in self.deaths if time.monotonic() - at < MINUTE]) >= MANY_DEATHS
