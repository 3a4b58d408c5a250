"""One command, the whole system: broker, worker and web server as children of this process."""

import http.client
import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import NoReturn

from django.utils.translation import gettext as _

from config.broker import Broker
from config.processes import Process, Service, start_timer, start_web, start_worker, stop

READY_WITHIN = 30.0
ENDING_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
LOOPBACK = ("localhost", "127.0.0.1", "::1")
# What a browser on this machine types for "every interface".
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104


class LaunchError(Exception):
    """The system cannot be started or kept running; the message is for the person who started it."""


@dataclass(frozen=True)
class Address:
    """Where the web server listens."""

    host: str
    port: int

    @property
    def local_host(self) -> str:
        """The host as this machine reaches it."""
        return EVERYWHERE.get(self.host, self.host)

    @property
    def url(self) -> str:
        """The address as a browser on this machine types it."""
        return f"http://{bracketed(self.local_host)}:{self.port}/"

    def settle(self) -> "Address":
        """This address, with a free port for port 0. Raises LaunchError when it cannot be used."""
        with socket.socket(socket.AF_INET6 if ":" in self.host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((self.host, self.port))
            except (OSError, OverflowError) as error:
                stated = {"host": self.host, "port": self.port, "reason": error}
                raise LaunchError(
                    _(
                        "无法在 %(host)s 的端口 %(port)s 上启动，该端口可能已被占用。"
                        "请换一个端口，例如：make run PORT=8001（系统提示：%(reason)s）"
                    )
                    % stated
                ) from error
            return Address(self.host, int(probe.getsockname()[1]))

    def names(self) -> list[str]:
        """What ALLOWED_HOSTS must hold for this address: this machine, and no other."""
        names = list(LOOPBACK)
        if self.host not in LOOPBACK:
            names += [self.local_host, socket.gethostname()]
            with suppress(OSError):
                names += socket.gethostbyname_ex(socket.gethostname())[2]
        return [bracketed(name) for name in dict.fromkeys(names)]

    def answers(self) -> bool:
        """True when the web server takes requests, whatever it thinks of this one."""
        with closing(http.client.HTTPConnection(self.local_host, self.port, timeout=5)) as web:
            try:
                web.request("GET", "/healthz")
                return web.getresponse().status < http.client.INTERNAL_SERVER_ERROR
            except (OSError, http.client.HTTPException):
                return False


def bracketed(host: str) -> str:
    """A host as it stands in an address."""
    return f"[{host}]" if ":" in host else host


class System:
    """Everything that runs for one data directory; with `redis_url` the broker is somebody else's.

    Raises LaunchError and BrokerError from every method that starts something.
    """

    def __init__(self, data_dir: Path, address: Address, redis_url: str = "") -> None:
        self.address = address
        self.env = {"DATA_DIR": str(data_dir)}
        if not os.environ.get("ALLOWED_HOSTS"):
            self.env["ALLOWED_HOSTS"] = ",".join(address.names())
        self.broker = None if redis_url else Broker(data_dir)
        self.kept: list[Service] = []
        self.web: Process | None = None

    def start_broker(self) -> None:
        """Start the broker alone: what is prepared before the others start may send tasks."""
        if self.broker is not None:
            self.kept.append(Service(_("消息服务"), self.broker.start))

    def start(self) -> None:
        """Start worker, timer and web server, and wait until the web server answers."""
        self.kept.append(Service(_("后台任务"), lambda: start_worker(self.env)))
        self.kept.append(Service(_("定时任务"), lambda: start_timer(self.env)))
        self.web = start_web(self.env, host=self.address.host, port=self.address.port)
        deadline = time.monotonic() + READY_WITHIN
        while not self.address.answers():
            if time.monotonic() > deadline:
                raise LaunchError(_("网页服务未能在 %d 秒内启动。") % READY_WITHIN)
            self.check_web()
            time.sleep(0.2)

    def watch(self, tell: Callable[[str], None]) -> NoReturn:
        """Start again what dies and `tell` of it, until LaunchError says what could not be kept."""
        while True:
            self.check_web()
            for service in self.kept:
                if service.keep():
                    tell(_("%s意外停止，已重新启动。") % service.name)
                if service.hopeless:
                    raise LaunchError(_("%s反复停止，系统已退出；原因见上面的日志。") % service.name)
            time.sleep(0.5)

    def check_web(self) -> None:
        """Raise LaunchError when the web server is gone: without it nothing here is of use."""
        if self.web is not None and self.web.poll() is not None:
            raise LaunchError(_("网页服务已停止，系统已退出；原因见上面的日志。"))

    def stop(self) -> None:
        """End everything, the broker last: the worker gives back to it what it could not finish."""
        broker = self.broker.process if self.broker is not None else None
        children = [self.web, *(service.process for service in self.kept)]
        stop(*(child for child in children if child is not None and child is not broker))
        if self.broker is not None:
            self.broker.stop()


@contextmanager
def interruptible() -> Iterator[None]:
    """Ctrl-C, a closed terminal and a service manager's TERM all raise KeyboardInterrupt in the block.

    What cleans up after the block is not interrupted again. A closed terminal that this process was
    started to ignore (nohup) stays ignored; an interrupt is always heard, although a shell starts its
    background jobs without it.
    """
    nohup = signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    heard = [number for number in ENDING_SIGNALS if not (nohup and number == signal.SIGHUP)]
    before = {number: signal.signal(number, _interrupt) for number in heard}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _interrupt(number: int, frame: FrameType | None) -> NoReturn:
    for each in ENDING_SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    raise KeyboardInterrupt
