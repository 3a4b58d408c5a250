"""The settings that tests run with: config.settings on a data directory that is thrown away."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# Processes that a test starts inherit the directory; each xdist worker makes its own.
_runner = os.environ.get("PYTEST_XDIST_WORKER", "main")
if os.environ.get("DATA_DIR_MADE_BY") != _runner:
    _folder = tempfile.mkdtemp(prefix="tests-")
    atexit.register(shutil.rmtree, _folder, ignore_errors=True)
    os.environ |= {
        "DATA_DIR_MADE_BY": _runner,
        "DATA_DIR": str(Path(_folder) / "data"),
        # Brokers put their sockets, and tests their files, where they go away too.
        "TMPDIR": _folder,
    }
    tempfile.tempdir = None
os.environ["STATIC_MANIFEST"] = "0"

from config.settings import *  # noqa: E402, F403

# One Redis may serve several workers: none takes another's messages. A database each would end at 16.
CELERY_BROKER_TRANSPORT_OPTIONS |= {"global_keyprefix": f"tests-{_runner}-"}  # noqa: F405

# Fast, and of no use outside tests.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
