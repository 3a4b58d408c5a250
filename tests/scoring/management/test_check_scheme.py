import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from tests.scoring.engine.small_scheme import SOUND
from tests.scoring.forms import FILES


def run(*files: Path | str) -> tuple[int, list[str]]:
    """Exit code and lines."""
    out = io.StringIO()
    try:
        call_command("check_scheme", *map(str, files), stdout=out)
    except SystemExit as stop:
        return int(str(stop.code)), out.getvalue().splitlines()
    return 0, out.getvalue().splitlines()


@pytest.fixture
def file(tmp_path: Path) -> Any:
    def write(text: str | bytes, name: str = "form.yaml") -> Path:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def test_sound_files_get_a_line_each() -> None:
    code, lines = run(*FILES)

    assert (code, len(lines)) == (0, len(FILES))
    assert all(line.endswith("没有问题") for line in lines)


def test_every_problem_is_printed_with_file_line_and_place(file: Any) -> None:
    path = file(SOUND.replace("numerator: done", "numerator: dona").replace("weight: 40", "weight: 41"))

    code, lines = run(path)

    assert code == 1
    assert f"{path}:44: indicators[0].rule.numerator: 公式中的“dona”不是本方案的数值数据项或表格单元" in lines
    assert len(lines) > 1
    assert all(line.startswith(f"{path}:") for line in lines)


def test_one_bad_file_does_not_hide_the_others(file: Any) -> None:
    good, bad = file(SOUND, "good.yaml"), file("code: [", "bad.yaml")

    code, lines = run(bad, good)

    assert code == 1
    assert lines[0].startswith(f"{bad}:2: ")
    assert lines[-1].startswith(f"{good}: 小方案（small-2024 第 1 版")


def test_missing_file_folder_and_other_encoding_are_said(file: Any, tmp_path: Path) -> None:
    foreign = file(b"code: x\n# " + "方案".encode("gbk"))

    code, lines = run("nowhere.yaml", tmp_path, foreign)

    assert code == 1
    assert lines[0] == "nowhere.yaml:1: 没有这个文件"
    assert lines[1].startswith(f"{tmp_path}:1: 不能读取：")
    assert lines[2] == f"{foreign}:2: 不是 UTF-8 编码，请另存为 UTF-8"


def test_windows_line_ends_and_byte_order_mark_are_no_problem(file: Any) -> None:
    code, _lines = run(file("\ufeff" + SOUND.replace("\n", "\r\n")))

    assert code == 0


def test_no_database_is_asked(file: Any) -> None:
    # Without the django_db mark any query fails the test.
    assert not connection.in_atomic_block
    assert run(file(SOUND))[0] == 0
