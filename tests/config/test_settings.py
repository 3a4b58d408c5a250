import runpy
from pathlib import Path
from typing import Any

import pytest

SETTINGS = Path(__file__).parents[2] / "config" / "settings.py"
ENVIRONMENT = [
    *("DEBUG", "SECRET_KEY", "ALLOWED_HOSTS", "HTTPS", "BEHIND_PROXY", "DATABASE_URL", "REDIS_URL"),
    *("BROKER_SERVER", "STATIC_MANIFEST", "SESSION_MINUTES"),
]


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """The settings as read from the given environment alone, with a fresh DATA_DIR."""
    for name in ENVIRONMENT:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))

    def load(**environment: str) -> dict[str, Any]:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(SETTINGS))

    return load


def test_settings_without_environment_are_embedded_and_closed(load: Any, tmp_path: Path) -> None:
    settings = load()

    assert settings["DEBUG"] is False
    assert settings["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]
    assert settings["DATABASES"]["default"]["NAME"] == str(tmp_path / "data" / "db.sqlite3")
    assert settings["DATABASES"]["default"]["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert settings["CELERY_BROKER_URL"].startswith("redis+socket:///")
    assert settings["MEDIA_ROOT"] == tmp_path / "data" / "media"


def test_settings_of_postgresql_use_a_pool_and_no_sqlite_options(load: Any) -> None:
    database = load(DATABASE_URL="postgres://filer:secret@db:5432/selfeval")["DATABASES"]["default"]

    assert (database["HOST"], database["NAME"]) == ("db", "selfeval")
    assert database["OPTIONS"]["pool"]["max_size"] == 10
    assert "transaction_mode" not in database["OPTIONS"]


def test_settings_keep_options_of_the_database_url(load: Any) -> None:
    database = load(DATABASE_URL="postgres://db/selfeval?sslmode=require")["DATABASES"]["default"]

    assert database["OPTIONS"]["sslmode"] == "require"
    assert database["OPTIONS"]["connect_timeout"] == 3


def test_settings_take_the_broker_from_the_environment(load: Any) -> None:
    settings = load(REDIS_URL="redis://queue:6379/1")

    assert settings["CELERY_BROKER_URL"] == "redis://queue:6379/1"
    assert settings["CELERY_WORKER_POOL"] == "prefork"


def test_settings_without_any_broker_pass_messages_in_files_to_one_process(load: Any, tmp_path: Path) -> None:
    settings = load(BROKER_SERVER="none")

    assert settings["CELERY_BROKER_URL"] == "filesystem://"
    assert settings["CELERY_BROKER_TRANSPORT_OPTIONS"]["data_folder_in"].startswith(str(tmp_path))
    assert settings["CELERY_WORKER_POOL"] == "solo"


def test_settings_give_out_a_task_again_only_after_its_time_limit(load: Any) -> None:
    settings = load()

    limits = settings["CELERY_TASK_SOFT_TIME_LIMIT"], settings["CELERY_TASK_TIME_LIMIT"]
    assert limits[0] < limits[1] < settings["CELERY_BROKER_TRANSPORT_OPTIONS"]["visibility_timeout"]


@pytest.mark.parametrize("https", ["0", "1"])
def test_settings_make_cookies_secure_with_https(load: Any, https: str) -> None:
    settings = load(HTTPS=https)

    secure = https == "1"
    assert settings["SESSION_COOKIE_SECURE"] is settings["CSRF_COOKIE_SECURE"] is secure
    assert settings["SECURE_SSL_REDIRECT"] is secure
    assert bool(settings["SECURE_HSTS_SECONDS"]) is secure


@pytest.mark.parametrize(("behind", "header"), [("0", None), ("1", ("HTTP_X_FORWARDED_PROTO", "https"))])
def test_settings_trust_a_proxy_only_when_told_of_it(load: Any, behind: str, header: Any) -> None:
    assert load(BEHIND_PROXY=behind)["SECURE_PROXY_SSL_HEADER"] == header


@pytest.mark.parametrize(
    ("manifest", "storage"), [("1", "CompressedManifestStaticFilesStorage"), ("0", "StaticFilesStorage")]
)
def test_settings_store_static_files_by_content_unless_told_otherwise(
    load: Any, manifest: str, storage: str
) -> None:
    backend = load(STATIC_MANIFEST=manifest)["STORAGES"]["staticfiles"]["BACKEND"]

    assert backend.rpartition(".")[2] == storage


def test_settings_sign_with_the_key_of_the_environment_and_store_none(load: Any, tmp_path: Path) -> None:
    assert load(SECRET_KEY="given")["SECRET_KEY"] == "given"
    assert not (tmp_path / "data" / "secret_key").exists()


def test_settings_keep_one_key_for_an_installation(load: Any) -> None:
    assert load()["SECRET_KEY"] == load()["SECRET_KEY"]
