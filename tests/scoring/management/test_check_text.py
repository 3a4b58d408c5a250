import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

ROOT = Path(__file__).parents[3]
TEXT = "节支率=(300000-89842)/300000×100%=29.95%。\r\n总得分88.8分，评级为良。"


def written(tmp_path: Path, text: str | bytes, name: str = "text.txt") -> str:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("check_text", *arguments, stdout=out)
    return out.getvalue()


def test_check_text_prints_one_object_a_line_in_reading_order(tmp_path: Path) -> None:
    lines = [json.loads(line) for line in run(written(tmp_path, TEXT), "--json").splitlines()]

    assert [list(line) for line in lines] == [
        ["quote", "start", "end", "kind", "stated", "computed", "verdict", "reason"]
    ] * 2
    assert lines[0] | {"reason": ""} == {
        "quote": "(300000-89842)/300000×100%=29.95%",
        "start": 4,
        "end": 37,
        "kind": "formula",
        "stated": "29.95%",
        "computed": "70.05%",
        "verdict": "inconsistent",
        "reason": "",
    }
    assert (lines[1]["kind"], lines[1]["verdict"]) == ("grade", "consistent")
    assert all(TEXT[line["start"] : line["end"]] == line["quote"] for line in lines)


def test_check_text_without_json_is_for_people(tmp_path: Path) -> None:
    printed = run(written(tmp_path, TEXT))

    assert printed.startswith("不符：(300000-89842)/300000×100%=29.95%\n  ")


def test_check_text_compares_with_facts(tmp_path: Path) -> None:
    facts = written(tmp_path, '{"项目支出": "80万元"}', "facts.json")

    (line,) = run(written(tmp_path, "全年项目支出81万元。"), "--facts", facts, "--json").splitlines()

    assert json.loads(line)["computed"] == "80万元"


@pytest.mark.parametrize(
    ("text", "facts", "words"),
    [
        (b"\xff\xfe\x00", None, "不是 UTF-8"),
        ("全年5人", "[3]", "facts.json：数据文件应当是一个对象"),
    ],
)
def test_check_text_says_what_it_cannot_read(
    tmp_path: Path, text: str | bytes, facts: str | None, words: str
) -> None:
    arguments = [written(tmp_path, text)]
    if facts is not None:
        arguments += ["--facts", written(tmp_path, facts, "facts.json")]

    with pytest.raises(CommandError) as caught:
        run(*arguments)

    assert words in str(caught.value)


def test_check_text_names_a_file_that_is_not_there() -> None:
    with pytest.raises(CommandError, match=r"没有这个文件\.txt"):
        run("没有这个文件.txt")


def test_check_text_reads_standard_input_whatever_the_terminal_speaks(tmp_path: Path) -> None:
    env = os.environ | {"DATA_DIR": str(tmp_path / "data"), "PYTHONIOENCODING": "ascii"}

    done = subprocess.run(
        [sys.executable, "manage.py", "check_text", "-", "--json"],
        cwd=ROOT,
        env=env,
        input=TEXT.encode(),
        capture_output=True,
        check=True,
    )

    assert done.stderr == b""
    assert [json.loads(line)["kind"] for line in done.stdout.decode().splitlines()] == ["formula", "grade"]
