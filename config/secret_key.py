"""The signing key of an installation that was given none in its environment."""

import contextlib
import os
import secrets
import tempfile
from pathlib import Path


def stored_secret_key(path: Path) -> str:
    """The key kept in `path`, made on first use and readable by its owner alone.

    Web server and worker may come here at the same moment: the key is linked into place whole,
    so that both read the one that was first.
    """
    if not path.exists():
        # mkstemp creates with mode 0600.
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(64))
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
        Path(draft).unlink()
    return path.read_text(encoding="ascii").strip()
