"""Full points or none."""

from decimal import Decimal
from typing import Any

import pytest

from scoring.engine.rules.all_or_nothing import AllOrNothing
from tests.scoring.engine.filed import row


def rule(**parameters: Any) -> AllOrNothing:
    return AllOrNothing.model_validate({"kind": "all_or_nothing", **parameters})


PUSHED = {"key": "pushed", "text": "政策及时推送"}
KEPT = {"key": "kept", "text": "记录完整"}
VISITS = rule(condition="检查 >= 计划", text="检查次数不少于计划")
SHARE = rule(condition="检查 / 计划 >= 1", text="完成率达到100%", zero_denominator="not_applicable")
FILER = rule(items=[PUSHED])
REVIEWER = rule(items=[PUSHED, KEPT], answered_by="reviewer")
WORDS = rule(target="2次及以上")

SCORED: list[tuple[AllOrNothing, dict[str, Any], str, str]] = [
    (
        VISITS,
        {"figures": {"检查": "3", "计划": "2"}},
        "2",
        "检查3，计划2，符合“检查次数不少于计划”，得满分2分。",
    ),
    (
        VISITS,
        {"figures": {"检查": "1", "计划": "2"}},
        "0",
        "检查1，计划2，不符合“检查次数不少于计划”，不得分。",
    ),
    (FILER, {"items": {"pushed": "yes"}}, "2", "符合“政策及时推送”，得满分2分。"),
    (FILER, {"items": {"pushed": "no"}}, "0", "不符合“政策及时推送”，不得分。"),
    (
        REVIEWER,
        {"items": {"pushed": "yes", "kept": "yes"}},
        "2",
        "符合“政策及时推送、记录完整”，得满分2分。",
    ),
    (REVIEWER, {"items": {"pushed": "yes", "kept": "no"}}, "0", "不符合“记录完整”，不得分。"),
    (WORDS, {"actual": "3次专项行动检查"}, "2", "完成值“3次专项行动检查”达到“2次及以上”，得满分2分。"),
    (WORDS, {"actual": "1次"}, "0", "完成值“1次”未达到“2次及以上”，不得分。"),
    (rule(), {"target": "≥95%", "actual": "95%"}, "2", "完成值“95%”达到“≥95%”，得满分2分。"),
]
OPEN: list[tuple[AllOrNothing, dict[str, Any], str, tuple[str, ...], str]] = [
    (VISITS, {"figures": {"检查": "3"}}, "needs_data", ("计划",), "缺少数据：计划。"),
    (
        SHARE,
        {"figures": {"检查": "3", "计划": "0"}},
        "not_applicable",
        (),
        "计划为0，按方案本项不适用。",
    ),
    (FILER, {}, "needs_data", (), "还未回答：“政策及时推送”。"),
    (FILER, {"items": {"pushed": "maybe"}}, "needs_data", (), "还未回答：“政策及时推送”。"),
    (REVIEWER, {"items": {"pushed": "no"}}, "judgement", (), "由复核人员核实是否符合后评分。"),
    (WORDS, {}, "needs_data", (), "尚未填写完成值。"),
    (rule(), {"actual": "95%"}, "needs_data", (), "尚未填写指标值。"),
]


@pytest.mark.parametrize(("given", "filed", "points", "explanation"), SCORED)
def test_all_or_nothing_scores(
    given: AllOrNothing, filed: dict[str, Any], points: str, explanation: str
) -> None:
    outcome = given.score(row("2", **filed))

    assert (outcome.status, outcome.points, outcome.explanation) == ("scored", Decimal(points), explanation)
    assert outcome.achieved is ("得满分" in explanation)


@pytest.mark.parametrize(("given", "filed", "status", "missing", "explanation"), OPEN)
def test_all_or_nothing_says_what_it_waits_for(
    given: AllOrNothing, filed: dict[str, Any], status: str, missing: tuple[str, ...], explanation: str
) -> None:
    outcome = given.score(row("2", **filed))

    assert (outcome.status, outcome.points, outcome.missing) == (status, None, missing)
    assert outcome.explanation == explanation


def test_all_or_nothing_leaves_a_doubt_to_a_person() -> None:
    outcome = WORDS.score(row("2", actual="多个单位"))

    assert outcome.status == "judgement"
    assert outcome.explanation.startswith("不能自动判断：")


@pytest.mark.parametrize(
    ("given", "wording"),
    [
        (VISITS, "检查次数不少于计划，得2分；否则不得分。"),
        (SHARE, "完成率达到100%，得2分；否则不得分；分母为0的不适用。"),
        (REVIEWER, "政策及时推送，且记录完整，得2分；否则不得分。"),
        (WORDS, "达到“2次及以上”，得2分；否则不得分。"),
        (rule(), "达到指标值，得2分；否则不得分。"),
    ],
)
def test_all_or_nothing_wording_is_made_of_its_parameters(given: AllOrNothing, wording: str) -> None:
    assert given.wording(Decimal(2)) == wording


@pytest.mark.parametrize(
    ("given", "problems"),
    [
        (VISITS, []),
        (FILER, []),
        (rule(), []),
        (rule(condition="a > 1"), ["写了 condition 就要用 text 说明条件"]),
        (rule(items=[PUSHED], target="≥1"), ["condition、items、target 只能写一个"]),
        (rule(items=[PUSHED, PUSHED]), ["清单项的 key 重复"]),
    ],
)
def test_all_or_nothing_problems(given: AllOrNothing, problems: list[str]) -> None:
    assert given.problems(Decimal(2)) == problems


def test_all_or_nothing_names_its_formula_what_it_reads_and_what_it_can_give() -> None:
    assert (VISITS.formula_id, VISITS.cells) == ("all_or_nothing/condition", ())
    assert VISITS.formula_texts == ("检查 >= 计划",)
    assert SHARE.formula_id == "all_or_nothing/condition/zero-not_applicable"
    assert (FILER.formula_id, FILER.cells, FILER.formula_texts) == ("all_or_nothing/answer", (), ())
    assert (WORDS.formula_id, WORDS.cells) == ("all_or_nothing/target", ("actual",))
    assert rule().cells == ("target", "actual")
    assert rule().reachable(Decimal(2)) == {0, 2}
