import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.scoring.forms import text_of

FILING = "reports/example/filings/project-ziyang-2022.json"
SCHEME = "project-ziyang-2022"

pytestmark = pytest.mark.django_db


def run(*args: str) -> str:
    out = io.StringIO()
    call_command("score", *args, stdout=out)
    return out.getvalue()


def test_score_prints_one_json_object() -> None:
    card: dict[str, Any] = json.loads(run(FILING, "--scheme", SCHEME, "--json"))

    assert (card["schema"], card["self_stated"], card["computed_total"], card["grade"]) == (
        1,
        "98",
        "97.23",
        "优",
    )
    assert card["rows"][0]["explanation"].endswith("10 × 72.30% = 7.23。")
    assert [f["code"] for f in card["findings"] if f["severity"] == "warning"] == [
        "T_SUM",
        "X_SCORE",
        "I_MET_CUT",
    ]


def test_score_prints_a_table() -> None:
    printed = run(FILING, "--scheme", SCHEME)

    assert (
        "自评总分 98.00，各行合计 97.00；系统得分 97.23（已核 100 分，区间 97.23–97.23），总分 97.23 优"
        in printed
    )
    assert "[警告] X_SCORE" in printed


def test_score_takes_a_form_that_is_only_a_file(tmp_path: Path) -> None:
    form = tmp_path / "trial.yaml"
    form.write_text(text_of(SCHEME).replace(f"code: {SCHEME}", "code: trial"), encoding="utf-8")
    filing = tmp_path / "filing.json"
    filing.write_text(Path(FILING).read_text(encoding="utf-8").replace(SCHEME, "trial"), encoding="utf-8")

    printed = run(str(filing), "--scheme", str(form))

    assert printed.startswith("项目支出绩效自评表（trial 第 1 版）")
    assert "总分 97.23 优" in printed


def test_score_says_what_is_wrong_with_a_form(tmp_path: Path) -> None:
    form = tmp_path / "broken.yml"
    form.write_text("code: [", encoding="utf-8")

    with pytest.raises(CommandError, match=r"broken\.yml:2: 缺少内容，或括号没有成对"):
        run(FILING, "--scheme", str(form))
    with pytest.raises(CommandError, match=r"nowhere\.yaml:1: 没有这个文件"):
        run(FILING, "--scheme", "nowhere.yaml")


def test_score_names_the_schemes_there_are() -> None:
    with pytest.raises(CommandError, match=r"没有代码为 nothing 的自评方案，现有：.*project-ziyang-2022"):
        run(FILING, "--scheme", "nothing")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "不是 JSON 文件"),
        ("[" * 100_000, "不是 JSON 文件"),
        ("[]", "应当是一个 JSON 对象"),
        ('{"sections": {"funds": {"facts": 1}}}', "不合格式：sections/funds/facts"),
        ('{"scheme": "other"}', "属于方案 other，不能按 project-ziyang-2022 评分"),
    ],
)
def test_score_refuses_what_is_no_content(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "content.json"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(CommandError, match=message):
        run(str(path), "--scheme", SCHEME)


def test_score_refuses_a_missing_file() -> None:
    with pytest.raises(CommandError, match="不能读取"):
        run("nowhere.json", "--scheme", SCHEME)
