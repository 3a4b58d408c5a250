"""The third-party report of 2022: where its figures contradict each other, and its roll-up table."""

from decimal import Decimal

import pytest

from tests.scoring.schemes.published import Change, figures, filed, of, scored

NAME = "overall-qingyunpu-2022"

WARNINGS = {
    # 评分表
    ("I_REACH", "scoring/goal_soundness/self_score", "1.6", "1.2 或 2"),
    ("I_REACH", "scoring/indicator_clarity/self_score", "0.6", "0 或 0.9"),
    ("C_FORMULA", "scoring/procurement_saving/process", "29.95%", "70.05%"),
    ("E_SAT", "scoring/window_satisfaction/actual", "98%", "90%、100%"),
    # 预算执行、政府采购、公用经费
    ("X_RATE", "budget/execution.overview", "78.94", "81.85"),
    ("X_PARTS", "budget/procurement.overview_spent", "8984.2", "89842"),
    ("X_RATE", "budget/procurement.saving", "29.95", "70.05"),
    ("N_SIGN", "budget/public_cost.rate", "89.38", "-89.38"),
    # 资产
    ("X_DECLARED", "assets/register.cost", "230821.93", "243163.93"),
    ("X_DECLARED", "assets/register.depreciation", "144857.65", "142082.82"),
    ("X_DECLARED", "assets/register.net", "85964.28", "101081.11"),
    # 办件量
    ("X_PARTS", "results_data/cases/total/number", "44681", "45011"),
    ("X_PARTS", "results_data/cases/total/rounded", "4.4", "4.5"),
    ("X_PARTS", "results_data/cases/offline/rounded", "2.1", "2.17"),
    # 得分一览表
    ("X_RATE", "results/rollup/social/rate", "86.67", "85.71"),
    ("X_PARTS", "results/rollup/lasting/heading", "6", "3"),
}
NOTES = {
    ("X_DECLARED", "budget/three_public.approved", "0", "30000"),
    ("X_DECLARED", "profile/goal.training", "20", "24"),
    ("X_DECLARED", "profile/goal.publicity", "2", "12"),
}


def test_report_contradicts_itself_where_it_does() -> None:
    card = scored(NAME)

    assert figures(of(card, "error", "warning")) == WARNINGS
    assert figures(of(card, "information")) >= NOTES


@pytest.mark.parametrize(
    ("code", "anchor", "message"),
    [
        (
            "X_RATE",
            "results/rollup/social/rate",
            "社会效益得分率填写 86.67%，应为 社会效益得分12 ÷ 社会效益权重14 = 85.71%。",
        ),
        (
            "X_PARTS",
            "results_data/cases/total/number",
            "年总办件量件数（评分过程）填写 44,681，应为 线上办件量件数（评分过程）23,346 + ",
        ),
        (
            "N_SIGN",
            "budget/public_cost.rate",
            "公用经费变动比率填写 89.38%，表示增加，按数据是减少，应为 （本年公用经费58,717.72 − 上年公用经费553,127.18） ÷ ",
        ),
    ],
)
def test_findings_write_out_the_sum(code: str, anchor: str, message: str) -> None:
    findings = {(finding.code, finding.anchor): finding for finding in scored(NAME).findings}

    assert findings[code, anchor].message.startswith(message)


def test_standards_that_leave_points_open_are_named() -> None:
    open_rows = {finding.anchor for finding in scored(NAME).findings if finding.code == "I_RUBRIC"}

    assert {"scoring/procurement_saving", "scoring/asset_rules", "scoring/asset_use"} <= open_rows
    assert {"scoring/staff_control", "scoring/three_public_control", "scoring/standard_rate"} <= open_rows


def test_corrections_settle_every_warning() -> None:
    card = scored(NAME, corrected=True)

    assert of(card, "error", "warning") == []
    assert card.totals.self_stated == card.totals.self_sum == Decimal("88.7")


@pytest.mark.parametrize(
    ("name", "stated"),
    [
        ("rollup.planning.score", "5"),
        ("rollup.goals.score", "2.2"),
        ("rollup.goals.rate", "44"),
        ("rollup.funds.rate", "70"),
        ("rollup.procurement.rate", "0"),
        ("rollup.assets.rate", "90"),
        ("rollup.quantity.score", "10"),
        ("rollup.cost.score", "5"),
        ("rollup.social.score", "12"),
        ("rollup.satisfaction.score", "10"),
        ("rollup.total.score", "88.8"),
        ("rollup.total.rate", "88.8"),
    ],
)
def test_roll_up_follows_from_the_rows(name: str, stated: str) -> None:
    facts = filed(NAME).facts

    assert facts.derived(name) == facts.stated(name) == Decimal(stated)


@pytest.mark.parametrize(
    ("path", "value", "code", "anchor"),
    [
        ("profile/tables/staff/total/quota", "18", "X_PARTS", "profile/staff/total/quota"),
        ("assets/tables/assets/net/end", "111081.11", "X_PARTS", "assets/assets/net/end"),
        ("assets/tables/assets/total/start", "186121.5", "X_PARTS", "assets/assets/total/start"),
        ("budget/tables/budget/basic/spent", "595791.31", "X_PARTS", "budget/budget/basic/spent"),
        ("budget/facts/execution.rubric", "78.94", "X_RATE", "budget/execution.rubric"),
        ("budget/facts/execution.projects", "81.85", "X_RATE", "budget/execution.projects"),
        ("results_data/tables/fund/total/current", "19790", "X_PARTS", "results_data/fund/total/current"),
        (
            "results_data/tables/insured/total/current",
            "122112",
            "X_PARTS",
            "results_data/insured/total/current",
        ),
        ("results/tables/rollup/goals/weight", "4", "X_PARTS", "results/rollup/goals/weight"),
        ("results/tables/rollup/cost/score", "4", "X_PARTS", "results/rollup/cost/score"),
        ("results/tables/rollup/total/score", "88", "T_DUP", "results/conclusion.score"),
        ("results/facts/conclusion.grade", "优", "B_BAND", "results/conclusion.grade"),
        ("scoring/facts/scoring.total", "89", "T_SUM", "scoring/scoring.total"),
    ],
)
def test_report_notices_a_figure_that_changes(path: str, value: str, code: str, anchor: str) -> None:
    before = {(finding.code, finding.anchor) for finding in scored(NAME).findings}
    after = {(finding.code, finding.anchor) for finding in scored(NAME, (path, value)).findings}

    assert (code, anchor) in after - before


@pytest.mark.parametrize(
    ("changes", "name", "derived"),
    [
        (
            [("budget/facts/three_public.approved", "20000"), ("budget/facts/three_public.spent", "5000")],
            "three_public.rate",
            "25",
        ),
        (
            [
                ("budget/tables/procurement/works/budget", "50000"),
                ("budget/tables/procurement/services/budget", "7000"),
            ],
            "procurement.total.budget",
            "357000",
        ),
        (
            [
                ("budget/tables/procurement/works/spent", "5000"),
                ("budget/tables/procurement/services/spent", "700"),
            ],
            "procurement.total.spent",
            "95542",
        ),
        (
            [
                ("results_data/tables/fund/workers/previous", "8000"),
                ("results_data/tables/fund/residents/previous", "9000"),
                ("results_data/tables/fund/supplement/previous", "216"),
            ],
            "fund.total.previous",
            "17216",
        ),
        (
            [("scoring/answers/procurement_saving/self_score", "1.5")],
            "rollup.procurement.rate",
            "50",
        ),
    ],
)
def test_report_derives_what_this_one_leaves_blank_or_zero(
    changes: list[Change], name: str, derived: str
) -> None:
    assert filed(NAME, *changes).facts.derived(name) == Decimal(derived)


@pytest.mark.parametrize(
    ("total", "grade"),
    [("90", "优"), ("89.99", "良"), ("80", "良"), ("79.99", "中"), ("60", "中"), ("59.99", "差")],
)
def test_grade_follows_the_stated_total(total: str, grade: str) -> None:
    changes = [("results/facts/conclusion.score", total), ("results/facts/conclusion.grade", grade)]

    assert "B_BAND" not in {finding.code for finding in scored(NAME, *changes).findings}
