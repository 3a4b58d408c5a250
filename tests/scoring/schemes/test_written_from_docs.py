"""Another province's form is a file: written by docs/schemes.md alone it loads, is edited in Excel, and scores."""

from pathlib import Path
from typing import Any

import pytest

from scoring.authoring.sheets.read import read_workbook
from scoring.authoring.sheets.write import workbook_of
from scoring.engine.content import read_content
from scoring.engine.facts import FactBook
from scoring.engine.loading import load_scheme_text, scheme_hash
from scoring.engine.results import Scorecard
from scoring.engine.scheme import Scheme
from scoring.engine.score import score

FORM = load_scheme_text(
    (Path(__file__).parent / "data" / "project-cost-2024.yaml").read_text(encoding="utf-8")
)

FUNDS = {
    "total": {"initial": "8000000", "full": "8500000", "spent": "8000000"},
    "treasury": {"initial": "8000000", "full": "8000000", "spent": "7500000"},
    "carryover": {"initial": "0", "full": "500000", "spent": "500000"},
    "other": {"initial": "0", "full": "0", "spent": "0"},
}
SUBJECTS = [
    {"id": "a", "code": "302", "name": "商品和服务支出", "budget": "3500000", "spent": "3000000"},
    {"id": "b", "code": "30213", "name": "维修（护）费", "budget": "3500000", "spent": "3000000"},
    {"id": "c", "code": "310", "name": "资本性支出", "budget": "5000000", "spent": "5000000"},
]
COST, OUTPUT, EFFECT = "成本指标", "产出指标", "效益指标"
# level 1, level 2, name, target, actual, weight, self score
ROWS = [
    (COST, "经济成本指标", "每公里改造成本", "≤150万元", "160万元", "20", "18.67"),
    (OUTPUT, "数量指标", "改造管网长度", "≥50公里", "52公里", "20", "20"),
    (OUTPUT, "质量指标", "验收合格率", "≥95%", "93.5%", "10", "9.84"),
    (OUTPUT, "时效指标", "完工时间", "2024年12月底前", "2024年11月20日", "10", "10"),
    (EFFECT, "社会效益指标", "供水保障能力", "显著提升", "显著提升，停水次数减少", "20", "18"),
    ("满意度指标", "服务对象满意度指标", "居民满意度", "≥90%", "92%", "10", "10"),
]


def filed(**changes: Any) -> dict[str, Any]:
    """The sections of a filing; `changes` replace parts of the page of funds."""
    names = ("level1", "level2", "name", "target", "actual", "weight", "self_score")
    rows = [
        {"id": f"r{n}", "reason": "见说明", **dict(zip(names, row, strict=True))}
        for n, row in enumerate(ROWS)
    ]
    rows[4]["level"] = "met"
    texts = dict.fromkeys(("project.name", "project.department", "project.unit"), "城区供水管网改造")
    return {
        "basics": {"facts": texts},
        "funds": {
            "facts": {"execution_rate": "94.12"},
            "tables": {"funds": FUNDS},
            "lists": {"economic": SUBJECTS},
            "answers": {"execution": {"self_score": "8", "reason": "部分尾款未到期"}},
            **changes,
        },
        "goals": {"facts": {"goal.planned": "改造管网50公里", "goal.done": "改造管网52公里"}},
        "indicators": {
            "facts": {"form.total": "94.51", "form.grade": "优"},
            "lists": {"performance": rows},
        },
        "more": {"facts": {"survey.people": "200"}},
    }


def content(**changes: Any) -> Any:
    return read_content(
        {"year": 2024, "scheme_code": FORM.code, "scheme_version": 1, "sections": filed(**changes)}
    )


def scored(**changes: Any) -> Scorecard:
    return score(content(**changes), FORM)


def test_form_comes_back_from_its_workbook() -> None:
    found = read_workbook(workbook_of(FORM))

    assert found.problems == []
    assert scheme_hash(Scheme.model_validate(found.data)) == scheme_hash(FORM)


def test_every_row_is_scored_with_its_sum() -> None:
    card = scored()

    assert [(row.filed.given.name, str(row.points)) for row in card.rows] == [
        ("预算执行率", "8.00"),
        ("每公里改造成本", "18.67"),
        ("改造管网长度", "20.00"),
        ("验收合格率", "9.84"),
        ("完工时间", "10.00"),
        ("供水保障能力", "18.00"),
        ("居民满意度", "10.00"),
    ]
    assert card.rows[0].outcome.explanation == (
        "年度资金总额全年执行数8,000,000 ÷ 年度资金总额全年预算数8,500,000 = 94.12%，在“90%（含）至95%”档，得8分。"
    )
    assert (str(card.totals.total), card.totals.grade) == ("94.51", "优")
    assert [finding.code for finding in card.findings if finding.severity != "information"] == []


@pytest.mark.parametrize(
    ("spent", "points"), [("8075000", "10.00"), ("8074999", "8.00"), ("6799999", "0.00")]
)
def test_execution_falls_into_its_band(spent: str, points: str) -> None:
    funds = FUNDS | {"treasury": {"full": "8500000", "spent": spent}, "carryover": {}, "total": {}}

    assert str(scored(tables={"funds": funds}).rows[0].points) == points


def test_coded_rows_are_added_up_and_compared() -> None:
    wrong = [SUBJECTS[0], SUBJECTS[1] | {"spent": "2900000"}, SUBJECTS[2]]

    found = {finding.code: finding for finding in scored(lists={"economic": wrong}).findings}

    assert found["N_SUM"].anchor.startswith("funds/economic/a/")
    assert FactBook(FORM, content()).value("economic.spent") == 3_000_000
    assert FactBook(FORM, content(lists={"economic": SUBJECTS[2:]})).value("economic.spent") == 0


def test_spending_by_subject_off_the_funds_is_found_in_yuan() -> None:
    fewer = [SUBJECTS[0], SUBJECTS[1], SUBJECTS[2] | {"spent": "4999990"}]

    found = {finding.code: finding for finding in scored(lists={"economic": fewer}).findings}

    assert (found["X_DECLARED"].stated, found["X_DECLARED"].computed) == ("7999990", "8000000")


def test_form_without_indicators_filed_asks_and_never_fails() -> None:
    card = score(read_content({"year": 2024, "scheme_code": FORM.code, "scheme_version": 1}), FORM)

    assert [row.status for row in card.rows] == ["needs_data"]
    assert card.totals.total is None
