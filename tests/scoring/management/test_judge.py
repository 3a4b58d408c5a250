import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from scoring.management.commands.judge import judged_lines

ROOT = Path(__file__).parents[3]
ROW = '{"target": "≥95%", "actual": "96.9%", "level2": "质量指标", "indicator": "合格率"}'


def judged(*lines: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in judged_lines(line.encode() for line in lines)]


def run_in_shell(given: bytes, tmp_path: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    env = os.environ | {"DATA_DIR": str(tmp_path / "data")} | environment
    return subprocess.run(
        [sys.executable, "manage.py", "judge"],
        cwd=ROOT,
        env=env,
        input=given,
        capture_output=True,
        check=True,
    )


def test_judge_prints_the_verdict_with_what_it_read() -> None:
    assert judged(ROW) == [
        {
            "direction": "min",
            "target": {"number": "95", "unit": "%"},
            "actual": {"number": "96.9", "unit": "%"},
            "achieved": True,
            "ratio": "1.02",
            "reason": "目标≥95%，完成96.9%：达到目标",
        }
    ]


@pytest.mark.parametrize(
    ("row", "direction", "achieved", "ratio"),
    [
        ({"target": "≤3", "actual": "1", "indicator": None}, "max", True, "0.333333333333333"),
        ({"target": "≤100万元", "actual": "980000元", "level1": "成本指标"}, "max", True, "0.98"),
        ({"target": "18-22℃", "actual": "20℃"}, "range", True, None),
        ({"target": "2022年12月底前", "actual": "2022年11月"}, "date", True, None),
        ({"target": "显著提升", "actual": "有所提升"}, "qualitative", False, None),
        ({"target": 95, "actual": 96.5}, "min", True, "1.01578947368421"),
        ({"target": None, "actual": "", "level2": "成本指标"}, "unclear", None, None),
        ({}, "unclear", None, None),
    ],
)
def test_judge_takes_what_a_row_gives(
    row: dict[str, Any], direction: str, achieved: bool | None, ratio: str | None
) -> None:
    (found,) = judged(json.dumps(row))

    assert (found["direction"], found["achieved"], found["ratio"]) == (direction, achieved, ratio)
    assert found["reason"]


def test_judge_gives_a_range_and_a_date_no_number() -> None:
    (found,) = judged('{"target": "300-350批次", "actual": "2022年"}')

    assert found["target"] == {"number": None, "unit": "批次"}
    assert found["actual"] == {"number": None, "unit": None}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"", "不是 JSON"),
        (b"\n", "不是 JSON"),
        (b"{", "不是 JSON"),
        (b"\xff\xfe", "不是 JSON"),
        (b"[" * 100_000, "不是 JSON"),
        (b"[]", "不是 JSON 对象"),
        (b'"95%"', "不是 JSON 对象"),
        (b'{"target": ["95%"], "actual": "96%"}', "target 应当是文字"),
        (b'{"target": "95%", "actual": false}', "actual 应当是文字"),
    ],
)
def test_judge_answers_a_malformed_line_too(line: bytes, reason: str) -> None:
    nothing = {"number": None, "unit": None}

    found = [json.loads(each) for each in judged_lines([line, ROW.encode()])]

    assert [each["achieved"] for each in found] == [None, True]
    assert found[0] | {"reason": ""} == {
        "direction": "unclear",
        "target": nothing,
        "actual": nothing,
        "achieved": None,
        "ratio": None,
        "reason": "",
    }
    assert reason in found[0]["reason"]


def test_judge_reads_a_bom_and_keeps_the_order() -> None:
    lines = [
        b"\xef\xbb\xbf" + ROW.encode(),
        *(f'{{"target": "≥{n}", "actual": "5"}}'.encode() for n in range(1, 9)),
    ]

    found = [json.loads(line) for line in judged_lines(lines)]

    assert [each["target"]["number"] for each in found] == ["95", *"12345678"]


def test_judge_reads_as_it_goes() -> None:
    taken: list[int] = []

    def endless() -> Any:
        while True:
            taken.append(1)
            yield ROW.encode()

    stream = judged_lines(endless())
    next(stream)
    next(stream)

    assert len(taken) == 2


def test_judge_command_writes_one_line_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO(f"{ROW}\n\n{ROW}".encode()))
    monkeypatch.setattr(sys, "stdin", given)
    out = io.StringIO()

    call_command("judge", stdout=out)

    assert [json.loads(line)["achieved"] for line in out.getvalue().splitlines()] == [True, None, True]


def test_judge_runs_without_a_database_and_prints_utf_8(tmp_path: Path) -> None:
    given = b'\xef\xbb\xbf{"target": "\\u663e\\u8457\\ud800", "actual": "\xe6\x98\xbe"}\n'

    done = run_in_shell(
        given, tmp_path, PYTHONIOENCODING="gbk", DATABASE_URL="postgres://nobody@127.0.0.1:1/none"
    )

    assert json.loads(done.stdout.decode("utf-8"))["achieved"] is None
    assert done.stderr == b""


def test_judge_ends_quietly_when_nobody_reads_on(tmp_path: Path) -> None:
    (tmp_path / "pairs.jsonl").write_text(f"{ROW}\n" * 5_000, encoding="utf-8")
    command = f"{sys.executable} manage.py judge < {tmp_path}/pairs.jsonl | head -1; exit ${{PIPESTATUS[0]}}"

    done = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        env=os.environ | {"DATA_DIR": str(tmp_path / "data")},
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["achieved"] is True
