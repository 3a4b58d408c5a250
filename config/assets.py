"""Collecting style sheets, scripts and pictures, only when one of them has changed."""

import hashlib
import io
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def collect_changed_assets() -> bool:
    """Collect the static files into STATIC_ROOT; True when there was something to do."""
    root = Path(str(settings.STATIC_ROOT))
    seen, found = root / ".collected", _fingerprint()
    if seen.exists() and seen.read_text(encoding="ascii") == found:
        return False
    call_command("collectstatic", interactive=False, clear=True, verbosity=0, stdout=io.StringIO())
    seen.write_text(found, encoding="ascii")
    return True


def _fingerprint() -> str:
    """A digest of every static file's name, size and time, and of how they are stored."""
    digest = hashlib.sha256(repr(settings.STORAGES["staticfiles"]).encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            about = Path(storage.path(name)).stat()
            digest.update(f"{name} {about.st_size} {about.st_mtime_ns}\n".encode())
    return digest.hexdigest()
