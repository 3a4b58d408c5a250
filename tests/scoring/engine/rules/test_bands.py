"""Points by the band in which a figure falls."""

from decimal import Decimal
from typing import Any

import pytest

from scoring.engine.rules.bands import Bands
from tests.scoring.engine.filed import row


def bands(*given: dict[str, Any], **parameters: Any) -> Bands:
    return Bands.model_validate({"kind": "bands", "bands": given, **parameters})


ADJUSTMENT = bands(
    {"low": 0, "high": 0, "high_in": True, "points": 3},
    {"low": 0, "low_in": False, "high": 10, "high_in": True, "points": 2},
    {"low": 10, "low_in": False, "high": 20, "high_in": True, "points": 1},
    value="abs(调整) / 年初 * 100",
)
SATISFACTION = bands({"low": 95, "points": 5}, {"low": 85, "high": 95, "points": 3}, else_points=1)
COUNT = bands({"high": 3, "points": 5}, {"low": 3, "points": 2}, value="件数", unit="件")

BY_FORMULA = [
    (ADJUSTMENT, {"调整": "0", "年初": "100"}, "3", "|调整0| ÷ 年初100 = 0.00%，在“等于0%”档，得满分3分。"),
    (
        ADJUSTMENT,
        {"调整": "-10", "年初": "100"},
        "2",
        "|调整-10| ÷ 年初100 = 10.00%，在“0%至10%（含）”档，得2分。",
    ),
    (
        ADJUSTMENT,
        {"调整": "10.01", "年初": "100"},
        "1",
        "|调整10.01| ÷ 年初100 = 10.01%，在“10%至20%（含）”档，得1分。",
    ),
    (
        ADJUSTMENT,
        {"调整": "21", "年初": "100"},
        "0",
        "|调整21| ÷ 年初100 = 21.00%，不在任何得分档内，不得分。",
    ),
    (COUNT, {"件数": "2.5"}, "3", "件数2.5件，在“3件以下”档，得满分3分。"),
    (COUNT, {"件数": "3"}, "2", "件数3件，在“3件（含）以上”档，得2分。"),
]
BY_ACTUAL = [
    ("≧95%", "5", "满意度95%，在“95%（含）以上”档，得满分5分。"),
    ("95", "5", "满意度95%，在“95%（含）以上”档，得满分5分。"),
    ("９４．９％", "3", "满意度94.9%，在“85%（含）至95%”档，得3分。"),
    ("950‰", "5", "满意度95%，在“95%（含）以上”档，得满分5分。"),
    ("80%", "1", "满意度80%，不在任何得分档内，得1分。"),
]
UNREADABLE = [
    ("", "尚未填写完成值。"),
    ("满意", "完成值“满意”不能读出数值，请填写确数。"),
    ("≤95%", "完成值“≤95%”只是上限，请填写确数。"),
    ("0.95", "完成值“0.95”没有单位，请写成百分数。"),
    ("89.38%（应为-89.38%）", "完成值“89.38%（应为-89.38%）”写了更正，请只填写核实后的确数。"),
]
MISSING = [
    ({"年初": "100"}, ("调整",), "缺少数据：调整。"),
    ({"调整": "1", "年初": "0"}, ("年初",), "年初为0或未填，无法计算比率，需补充数据。"),
]
PROBLEMS = [
    (ADJUSTMENT, []),
    (SATISFACTION, []),
    (bands({"low": 90, "points": 6}), ["档次分 6 不在 0 到 5 之间"]),
    (bands({"low": 90, "points": -1}), ["档次分 -1 不在 0 到 5 之间"]),
    (bands({"low": 90, "points": 5}, else_points=9), ["档次分 9 不在 0 到 5 之间"]),
    (bands({"low": 90, "points": 5}, {"low": 80, "high": 91, "points": 4}), ["档次在 90% 处重叠"]),
    (
        bands({"low": 90, "points": 5}, {"low": 80, "high": 90, "high_in": True, "points": 4}),
        ["档次在 90% 处重叠"],
    ),
    (bands({"low": 90, "high": 80, "points": 5}), ["档次“90%（含）至80%”的界限颠倒"]),
    (bands({"points": 5}, {"low": 1, "points": 1}), ["档次没有界限", "档次在 1% 处重叠"]),
]


@pytest.mark.parametrize(("rule", "figures", "points", "explanation"), BY_FORMULA)
def test_bands_score_a_formula(rule: Bands, figures: dict[str, str], points: str, explanation: str) -> None:
    outcome = rule.score(row("3", figures))

    assert (outcome.status, outcome.points, outcome.explanation) == ("scored", Decimal(points), explanation)
    assert outcome.achieved is ("得满分" in explanation)


@pytest.mark.parametrize(("actual", "points", "explanation"), BY_ACTUAL)
def test_bands_score_the_completed_value(actual: str, points: str, explanation: str) -> None:
    outcome = SATISFACTION.score(row("5", name="满意度", actual=actual))

    assert (outcome.status, outcome.points, outcome.explanation) == ("scored", Decimal(points), explanation)


@pytest.mark.parametrize(("actual", "explanation"), UNREADABLE)
def test_bands_say_what_cannot_be_read(actual: str, explanation: str) -> None:
    outcome = SATISFACTION.score(row("5", name="满意度", actual=actual))

    assert (outcome.status, outcome.points, outcome.explanation) == ("needs_data", None, explanation)


@pytest.mark.parametrize(("figures", "missing", "explanation"), MISSING)
def test_bands_name_what_they_need(
    figures: dict[str, str], missing: tuple[str, ...], explanation: str
) -> None:
    outcome = ADJUSTMENT.score(row("3", figures))

    assert (outcome.status, outcome.missing, outcome.explanation) == ("needs_data", missing, explanation)


@pytest.mark.parametrize(("rule", "problems"), PROBLEMS)
def test_bands_problems(rule: Bands, problems: list[str]) -> None:
    assert rule.problems(Decimal(5)) == problems


def test_bands_wording_is_made_of_their_parameters() -> None:
    assert ADJUSTMENT.wording(Decimal(3)) == (
        "等于0%，计3分；0%至10%（含），计2分；10%至20%（含），计1分；其余不得分。"
    )
    assert SATISFACTION.wording(Decimal(5)) == "95%（含）以上，计5分；85%（含）至95%，计3分；其余计1分。"


def test_bands_formula_is_checked_with_the_scheme() -> None:
    assert ADJUSTMENT.formula_texts == ("abs(调整) / 年初 * 100",)
    assert SATISFACTION.formula_texts == ()


def test_bands_leave_another_unit_to_a_person() -> None:
    outcome = SATISFACTION.score(row("5", actual="5人"))

    assert (outcome.status, outcome.points) == ("judgement", None)
    assert outcome.explanation == "完成值“5人”的单位与标准的单位“%”不一致，需人工评分。"


@pytest.mark.parametrize(
    ("policy", "status", "points", "words"),
    [
        ("full", "scored", 3, "；分母为0的得满分。"),
        ("zero", "scored", 0, "；分母为0的不得分。"),
        ("not_applicable", "not_applicable", None, "；分母为0的不适用。"),
    ],
)
def test_bands_give_a_zero_denominator_what_the_scheme_says(
    policy: str, status: str, points: int | None, words: str
) -> None:
    rule = bands({"low": 90, "points": 3}, value="调整 / 年初 * 100", zero_denominator=policy)

    outcome = rule.score(row("3", {"调整": "1", "年初": "0"}))

    assert (outcome.status, outcome.points) == (status, points)
    assert rule.wording(Decimal(3)).endswith(words)


def test_bands_name_their_formula_what_they_read_and_what_they_can_give() -> None:
    assert (ADJUSTMENT.formula_id, ADJUSTMENT.cells) == ("bands", ())
    assert SATISFACTION.cells == ("actual",)
    assert SATISFACTION.reachable(Decimal(4)) == {1, 3, 4}
    full, zero = (
        bands({"low": 1, "points": 1}, else_points=1, zero_denominator=each) for each in ("full", "zero")
    )
    assert (full.formula_id, zero.formula_id) == ("bands/zero-full", "bands/zero-zero")
    assert (full.reachable(Decimal(4)), zero.reachable(Decimal(4))) == ({1, 4}, {0, 1})
