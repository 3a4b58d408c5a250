import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from config.secret_key import stored_secret_key


def test_secret_key_is_long_and_readable_by_its_owner_alone(tmp_path: Path) -> None:
    key = stored_secret_key(tmp_path / "key")

    assert len(key) >= 64
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["key"]


def test_secret_key_is_made_once(tmp_path: Path) -> None:
    first = stored_secret_key(tmp_path / "key")

    assert stored_secret_key(tmp_path / "key") == first


def test_secret_key_is_the_same_for_processes_that_start_together(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as starters:
        keys = set(starters.map(stored_secret_key, [tmp_path / "key"] * 50))

    assert len(keys) == 1
