"""The third-party rubric of 2022: forty rows with their points and sums."""

from decimal import Decimal

import pytest

from tests.scoring.schemes.published import row, scheme, scored

NAME = "overall-qingyunpu-2022"
STABLE = "与上年相比基本稳定（±5%以内），得满分3分。"
PUBLISHED = [
    ("mid_term_plan", "2", "scored", "2", "4 项中符合 4 项，得满分2分。"),
    ("annual_plan", "3", "scored", "3", "3 项中符合 3 项，得满分3分。"),
    (
        "goal_soundness",
        "1.6",
        "needs_data",
        None,
        "还有 1 项未勾选：“绩效目标与部门职能、规划计划具有相关性”。",
    ),
    (
        "indicator_clarity",
        "0.6",
        "needs_data",
        None,
        "还有 1 项未勾选：“将部门整体支出绩效目标细化分解为具体的绩效指标”。",
    ),
    ("budget_basis", "2", "scored", "2", "4 项中符合 4 项，得满分2分。"),
    ("fund_allocation", "3", "scored", "3", "3 项中符合 3 项，得满分3分。"),
    (
        "execution",
        "1",
        "scored",
        "1",
        "支出合计年末决算3,524,647.79 ÷ 支出合计调整后全年预算4,306,084.38 = 81.85%，在“80%（含）至90%”档，得1分。",
    ),
    ("fund_compliance", "6", "scored", "6", "未发现不符合要求的情况，得满分6分。"),
    ("budget_rules", "4", "scored", "4", "未发现不符合要求的情况，得满分4分。"),
    ("disclosure", "2", "scored", "2", "未发现不符合要求的情况，得满分2分。"),
    (
        "procurement_saving",
        "0",
        "scored",
        "0",
        "政府采购总额实际支出89,842 ÷ 政府采购总额年初预算300,000 = 29.95%，不在任何得分档内，不得分。",
    ),
    ("asset_rules", "1.6", "scored", "1.6", "不符合要求 1 项，2 − 0.4 × 1，得1.6分。"),
    (
        "asset_use",
        "2",
        "scored",
        "2",
        "在用登记资产原值230,821.93 ÷ 登记资产原值230,821.93 = 100.00%，在“100%（含）以上”档，得满分2分。",
    ),
    ("business_rules", "2", "scored", "2", "未发现不符合要求的情况，得满分2分。"),
    ("inspections", "2", "scored", "2", "完成值“3次”达到“≥2次”，得满分2分。"),
    ("service_work", "3", "scored", "3", "完成值“各项服务工作均完成”达到“100%”，得满分3分。"),
    ("publicity", "1", "scored", "1", "医保知识宣传次数20篇 ≥ 15篇，得满分1分。"),
    ("training", "1", "scored", "1", "医保职工培训次数24场 ≥ 24场，得满分1分。"),
    (
        "promotion",
        "1",
        "scored",
        "1",
        "符合“按照上级部门要求开展医保经办系统管理服务体系推广工作”，得满分1分。",
    ),
    ("relief_work", "2", "scored", "2", "符合“根据上级部门要求及实际情况开展医疗保障救助工作”，得满分2分。"),
    ("inspection_records", "3", "scored", "3", "未发现不符合要求的情况，得满分3分。"),
    ("complaints", "2", "scored", "2", "未发现不符合要求的情况，得满分2分。"),
    ("training_topics", "2", "scored", "2", "未发现不符合要求的情况，得满分2分。"),
    ("relief_accuracy", "3", "scored", "3", "未发现不符合要求的情况，得满分3分。"),
    ("policy_push", "1", "scored", "1", "符合“当年度上级部门最新政策得到及时推送和宣传”，得满分1分。"),
    ("prompt_service", "4", "scored", "4", "未发现不符合要求的情况，得满分4分。"),
    ("staff_control", "1", "scored", "1", "合计在职人数17 ÷ 合计编制人数17 = 100.00% ≤ 100%，得满分1分。"),
    (
        "three_public_control",
        "1",
        "scored",
        "1",
        "“三公”经费实际支出0 ÷ “三公”经费年初预算30,000 = 0.00% ≤ 100%，得满分1分。",
    ),
    (
        "public_cost_control",
        "2",
        "scored",
        "2",
        "（本年公用经费58,717.72 − 上年公用经费553,127.18） ÷ 上年公用经费553,127.18 = -89.38% ≤ 0%，得满分2分。",
    ),
    ("standard_rate", "1", "not_applicable", None, "已建设预算支出标准的业务数为0，按方案本项不适用。"),
    ("recovered_fund", "1", "scored", "1", "追回医保基金金额380.75万元 > 200万元，得满分1分。"),
    (
        "collected_fund",
        "2",
        "scored",
        "2",
        "征缴总额本年19,970万元，征缴总额上年17,216万元，变动 16.00%，较上年增长，得满分2分。",
    ),
    (
        "insured_all",
        "3",
        "scored",
        "3",
        "基本医疗保险参保人数本年122,111人，基本医疗保险参保人数上年117,039人，变动 4.33%，" + STABLE,
    ),
    ("awareness", "3", "scored", "3", "医保政策知晓率90%，在“90%（含）以上”档，得满分3分。"),
    ("staff_ability", "2", "judgement", None, "由复核人员评分并说明理由。"),
    ("standardisation", "2", "scored", "2", "符合“随着系统化建设，医保标准化水平提升”，得满分2分。"),
    ("rule_of_law", "2", "scored", "2", "符合“随着各项工作宣传，医保法治建设能力提升”，得满分2分。"),
    (
        "internal_control",
        "3",
        "scored",
        "3",
        "符合“制定相关医疗保障机构内部管理与监督制度，并按制度开展各项监管工作”，得满分3分。",
    ),
    ("window_satisfaction", "8", "scored", "8", "窗口办理业务群众满意度98% ≥ 95%，得满分8分。"),
    ("staff_satisfaction", "2", "scored", "2", "部门职工满意度100% ≥ 90%，得满分2分。"),
]


@pytest.mark.parametrize(("key", "own", "status", "points", "explanation"), PUBLISHED)
def test_rows_are_scored_and_explained(
    key: str, own: str, status: str, points: str | None, explanation: str
) -> None:
    found = row(scored(NAME), key)

    assert (found.self_score, found.status) == (Decimal(own), status)
    assert found.points == (None if points is None else Decimal(points))
    assert found.outcome.explanation == explanation


def test_forty_rows_carry_the_published_weights() -> None:
    form = scheme(NAME)
    sums = {
        level: sum(each.weight or 0 for each in form.indicators if each.level1 == level)
        for level in form.levels
    }

    assert len(form.indicators) == len(PUBLISHED) == 40
    assert sums == {"部门决策": 15, "部门管理": 25, "部门产出": 30, "部门效益": 30}
    assert all(each.published_text and "process" in each.columns for each in form.indicators)


def test_totals_leave_open_what_a_person_decides() -> None:
    totals = scored(NAME).totals

    assert (totals.self_stated, totals.self_sum) == (Decimal("88.8"), Decimal("88.8"))
    assert (totals.points, totals.weight) == (Decimal("83.6"), Decimal(90))
    assert (totals.low, totals.high) == (Decimal("84.6"), Decimal("93.6"))
    assert (totals.total, totals.grade) == (None, "")


@pytest.mark.parametrize(("key", "points"), [("goal_soundness", "1.2"), ("indicator_clarity", "0.9")])
def test_corrected_checklists_give_a_score_that_items_make(key: str, points: str) -> None:
    found = row(scored(NAME, corrected=True), key)

    assert found.points == found.self_score == Decimal(points)


@pytest.mark.parametrize(
    ("path", "value", "key", "points"),
    [
        ("scoring/answers/mid_term_plan/items/definite", "no", "mid_term_plan", "1.5"),
        ("scoring/answers/annual_plan/items/complete", "no", "annual_plan", "1.8"),
        ("scoring/answers/annual_plan/items/exists", "no", "annual_plan", "0"),
        ("scoring/answers/budget_basis/items/argued", "no", "budget_basis", "1.5"),
        ("scoring/answers/fund_allocation/items/reasonable", "no", "fund_allocation", "1.8"),
        ("budget/tables/budget/project/spent", "3710293.25", "execution", "4"),
        ("budget/tables/budget/project/spent", "3500000", "execution", "2"),
        ("budget/tables/budget/project/spent", "2500000", "execution", "0"),
        ("scoring/answers/fund_compliance/items/count", "1", "fund_compliance", "4.5"),
        ("scoring/answers/budget_rules/items/count", "2", "budget_rules", "2"),
        ("scoring/answers/disclosure/items/count", "1", "disclosure", "1"),
        ("budget/tables/procurement/goods/spent", "300000", "procurement_saving", "3"),
        ("budget/tables/procurement/goods/spent", "270000", "procurement_saving", "1.5"),
        ("budget/tables/procurement/goods/spent", "240000", "procurement_saving", "1"),
        ("scoring/answers/asset_rules/items/count", "2", "asset_rules", "1.2"),
        ("assets/facts/register.in_use", "210000", "asset_use", "1.5"),
        ("assets/facts/register.in_use", "190000", "asset_use", "1"),
        ("scoring/answers/business_rules/items/count", "1", "business_rules", "1"),
        ("scoring/answers/inspections/actual", "1次", "inspections", "0"),
        ("scoring/answers/service_work/actual", "98%", "service_work", "0"),
        ("scoring/answers/publicity/actual", "12篇", "publicity", "0.8"),
        ("scoring/answers/training/actual", "12场", "training", "0.5"),
        ("scoring/answers/promotion/items/done", "no", "promotion", "0"),
        ("scoring/answers/relief_work/items/done", "no", "relief_work", "0"),
        ("scoring/answers/inspection_records/items/count", "1", "inspection_records", "2.4"),
        ("scoring/answers/complaints/items/count", "3", "complaints", "1.4"),
        ("scoring/answers/training_topics/items/count", "1", "training_topics", "1.8"),
        ("scoring/answers/relief_accuracy/items/count", "1", "relief_accuracy", "2.25"),
        ("scoring/answers/policy_push/items/prompt", "no", "policy_push", "0"),
        ("scoring/answers/prompt_service/items/count", "4", "prompt_service", "2.4"),
        ("profile/tables/staff/centre/in_post", "31", "staff_control", "0"),
        ("budget/facts/three_public.spent", "33000", "three_public_control", "0.9"),
        ("budget/facts/public_cost.previous", "53379.75", "public_cost_control", "1.6"),
        ("supplement/facts/standards.built", "4", "standard_rate", "0"),
        ("scoring/answers/recovered_fund/actual", "150万元", "recovered_fund", "0.75"),
        ("results_data/tables/fund/total/previous", "19970", "collected_fund", "0"),
        ("results_data/tables/insured/workers/previous", "10000", "insured_all", "0"),
        ("scoring/answers/awareness/actual", "70%", "awareness", "1.5"),
        ("scoring/answers/awareness/actual", "69%", "awareness", "0"),
        ("scoring/answers/standardisation/items/improved", "no", "standardisation", "0"),
        ("scoring/answers/rule_of_law/items/improved", "no", "rule_of_law", "0"),
        ("scoring/answers/internal_control/items/exists", "no", "internal_control", "0"),
        ("scoring/answers/window_satisfaction/actual", "94%", "window_satisfaction", "7.6"),
        ("scoring/answers/staff_satisfaction/actual", "85%", "staff_satisfaction", "1.5"),
    ],
)
def test_standards_give_other_figures_other_points(path: str, value: str, key: str, points: str) -> None:
    found = row(scored(NAME, (path, value)), key)

    assert (found.status, found.points) == ("scored", Decimal(points))


def test_exactly_the_amount_to_exceed_is_a_persons() -> None:
    found = row(scored(NAME, ("scoring/answers/recovered_fund/actual", "200万元")), "recovered_fund")

    assert (found.status, found.outcome.achieved) == ("judgement", False)
