"""Qualitative rows: a self score inside the band of the chosen level is accepted."""

from decimal import Decimal

import pytest

from scoring.engine.rules.qual_three_level import QualThreeLevel
from tests.scoring.engine.filed import row

RULE = QualThreeLevel(kind="qual_three_level")
MET = "定性：达成预期指标，区间 4.00–5.00，"
PARTLY = "定性：部分达成预期指标并具有一定效果，区间 3.00–3.99，"
UNMET = "定性：未达成预期指标且效果较差，区间 0.00–2.99，"

ACCEPTED = [
    ("met", "5", f"{MET}自评 5.00 在区间内，予以认可。"),
    ("met", "4", f"{MET}自评 4.00 在区间内，予以认可。"),
    ("partly", "3.99", f"{PARTLY}自评 3.99 在区间内，予以认可。"),
    ("partly", "3", f"{PARTLY}自评 3.00 在区间内，予以认可。"),
    ("unmet", "2.99", f"{UNMET}自评 2.99 在区间内，予以认可。"),
    ("unmet", "0", f"{UNMET}自评 0.00 在区间内，予以认可。"),
]
OUTSIDE = [
    ("met", "3.99", "4", "5", f"{MET}自评 3.99 不在区间内，需人工评分。"),
    ("partly", "4", "3", "3.99", f"{PARTLY}自评 4.00 不在区间内，需人工评分。"),
    ("partly", "2.99", "3", "3.99", f"{PARTLY}自评 2.99 不在区间内，需人工评分。"),
    ("unmet", "3", "0", "2.99", f"{UNMET}自评 3.00 不在区间内，需人工评分。"),
]


@pytest.mark.parametrize(("level", "own", "explanation"), ACCEPTED)
def test_qual_three_level_accepts_inside_the_band(level: str, own: str, explanation: str) -> None:
    outcome = RULE.score(row("5", level=level, self_score=own))

    assert (outcome.status, outcome.points, outcome.explanation) == ("accepted", Decimal(own), explanation)
    assert outcome.achieved is (level == "met")


@pytest.mark.parametrize(("level", "own", "low", "high", "explanation"), OUTSIDE)
def test_qual_three_level_leaves_outside_the_band_to_a_person(
    level: str, own: str, low: str, high: str, explanation: str
) -> None:
    outcome = RULE.score(row("5", level=level, self_score=own))

    assert (outcome.status, outcome.points, outcome.explanation) == ("judgement", None, explanation)
    assert (outcome.low, outcome.high) == (Decimal(low), Decimal(high))


def test_qual_three_level_without_self_score_is_a_judgement() -> None:
    outcome = RULE.score(row("5", level="met"))

    assert (outcome.status, outcome.explanation) == ("judgement", f"{MET}没有自评得分，需人工评分。")
    assert (outcome.low, outcome.high) == (4, 5)


@pytest.mark.parametrize("level", ["", "好"])
def test_qual_three_level_asks_for_a_level(level: str) -> None:
    outcome = RULE.score(row("5", level=level, self_score="5"))

    assert outcome.status == "needs_data"
    assert outcome.explanation == "定性指标，请选择达成程度（达成、部分达成、未达成）。"


def test_qual_three_level_wording_is_made_of_its_bands() -> None:
    other = QualThreeLevel(kind="qual_three_level", met_from=Decimal("0.9"), partly_from=Decimal("0.5"))

    assert RULE.wording(Decimal(5)) == "达成100%–80%（含），部分达成80%–60%（含），未达成60%–0%。"
    assert other.wording(Decimal(5)) == "达成100%–90%（含），部分达成90%–50%（含），未达成50%–0%。"
    assert other.band("partly", Decimal(10)) == (5, Decimal("8.99"))


@pytest.mark.parametrize(("met", "partly"), [("0.6", "0.6"), ("1", "0.6"), ("0.8", "0"), ("0.5", "0.6")])
def test_qual_three_level_problems(met: str, partly: str) -> None:
    rule = QualThreeLevel(kind="qual_three_level", met_from=Decimal(met), partly_from=Decimal(partly))

    assert rule.problems(Decimal(5)) == ["三档界限必须是 0 到 1 之间递增的比例"]
    assert RULE.problems(Decimal(5)) == []


def test_qual_three_level_may_not_apply() -> None:
    outcome = RULE.score(row("5", level="not_applicable", self_score="5"))

    assert (outcome.status, outcome.points, outcome.high) == ("not_applicable", None, 0)
    assert outcome.explanation == "单位选择不适用。"


def test_qual_three_level_names_its_formula_and_what_it_reads() -> None:
    assert (RULE.formula_id, RULE.cells) == ("qual_three_level/0.8/0.6", ("level",))
