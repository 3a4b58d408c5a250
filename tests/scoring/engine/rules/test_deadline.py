"""Completed by a date."""

from decimal import Decimal
from typing import Any

import pytest

from scoring.engine.rules.deadline import Deadline
from tests.scoring.engine.filed import row


def rule(**parameters: Any) -> Deadline:
    return Deadline.model_validate({"kind": "deadline", **parameters})


ZERO = rule()
PER_DAY = rule(due="2022-12-31", late="per_day", per="0.5")
SHARE = rule(due="2022年12月底前", late="share", share="0.3")
OWN = "完成时间“{}”对照期限“2019年6月30日”，"
DAY = "完成时间“{}”对照期限“2022-12-31”，"
MONTH = "完成时间“{}”对照期限“2022年12月底前”，"

SCORED = [
    (ZERO, "2019年6月30日", "5", f"{OWN}按期完成，得满分5分。"),
    (ZERO, "2019年7月", "0", f"{OWN}没有按期完成，不得分。"),
    (ZERO, "未完成", "0", f"{OWN}没有按期完成，不得分。"),
    (PER_DAY, "2022年12月31日", "5", f"{DAY}按期完成，得满分5分。"),
    (PER_DAY, "2023年1月3日", "3.5", f"{DAY}逾期3天，5 − 0.5 × 3，得3.5分。"),
    (PER_DAY, "2023年1月", "0", f"{DAY}逾期31天，5 − 0.5 × 31，不得分。"),
    (SHARE, "2022年11月", "5", f"{MONTH}按期完成，得满分5分。"),
    (SHARE, "2023年3月", "3.5", f"{MONTH}逾期，5 × （1 − 0.3） = 3.50，得3.5分。"),
]
OPEN = [
    (ZERO, "", "2019年6月", "needs_data", None, "尚未填写指标值。"),
    (PER_DAY, "", " ", "needs_data", None, "尚未填写完成值。"),
    (ZERO, "及时", "2019年6月", "judgement", None, "期限不能读出日期，需人工评分。"),
    (PER_DAY, "", "及时完成发放", "judgement", None, "需人工评分。"),
    (PER_DAY, "", "未完成", "judgement", False, "没有完成，需人工评分。"),
    (SHARE, "", "未完成", "judgement", False, "没有完成，需人工评分。"),
    (
        rule(late="per_day", per=1),
        "6月30日前",
        "7月3日",
        "judgement",
        False,
        "逾期，没有写年份，算不出天数，需人工评分。",
    ),
]


@pytest.mark.parametrize(("given", "actual", "points", "explanation"), SCORED)
def test_deadline_scores(given: Deadline, actual: str, points: str, explanation: str) -> None:
    outcome = given.score(row("5", target="2019年6月30日", actual=actual))

    assert (outcome.status, outcome.points) == ("scored", Decimal(points))
    assert outcome.explanation == explanation.format(actual)
    assert outcome.achieved is ("得满分" in explanation)


@pytest.mark.parametrize(("given", "target", "actual", "status", "achieved", "end"), OPEN)
def test_deadline_says_why_it_cannot_score(
    given: Deadline, target: str, actual: str, status: str, achieved: bool | None, end: str
) -> None:
    outcome = given.score(row("5", target=target, actual=actual))

    assert (outcome.status, outcome.points, outcome.achieved) == (status, None, achieved)
    assert outcome.explanation.endswith(end)


@pytest.mark.parametrize(
    ("given", "wording"),
    [
        (ZERO, "按期（指标值）完成，得5分；逾期的不得分。"),
        (PER_DAY, "按期（2022-12-31）完成，得5分；每逾期一天扣0.5分，扣完为止。"),
        (SHARE, "按期（2022年12月底前）完成，得5分；逾期的扣分值的30%。"),
    ],
)
def test_deadline_wording_is_made_of_its_parameters(given: Deadline, wording: str) -> None:
    assert given.wording(Decimal(5)) == wording


@pytest.mark.parametrize(
    ("given", "problems"),
    [
        (ZERO, []),
        (PER_DAY, []),
        (SHARE, []),
        (rule(due="尽快"), ["“尽快”不是日期"]),
        (rule(per=1), ["late 为 per_day 时才写 per，且必须大于 0"]),
        (rule(late="per_day"), ["late 为 per_day 时才写 per，且必须大于 0"]),
        (rule(late="share"), ["late 为 share 时才写 share，且必须大于 0、不超过 1"]),
        (rule(late="share", share=2), ["late 为 share 时才写 share，且必须大于 0、不超过 1"]),
        (rule(share="0.3"), ["late 为 share 时才写 share，且必须大于 0、不超过 1"]),
    ],
)
def test_deadline_problems(given: Deadline, problems: list[str]) -> None:
    assert given.problems(Decimal(5)) == problems


def test_deadline_names_its_formula_what_it_reads_and_what_it_can_give() -> None:
    assert (ZERO.formula_id, ZERO.cells) == ("deadline/zero", ("target", "actual"))
    assert (PER_DAY.formula_id, PER_DAY.cells) == ("deadline/per_day", ("actual",))
    assert ZERO.reachable(Decimal(5)) == {0, 5}
    assert SHARE.reachable(Decimal(5)) == {Decimal("3.5"), 5}
    assert PER_DAY.reachable(Decimal(5)) is None
