"""I_QBAND: a qualitative self score against the band of its level."""

import pytest

from tests.scoring.engine.checks.rows import found, in_row

CODE = "I_QBAND"
WORDS = {"target": "显著提升", "actual": "有所提升"}


def test_score_outside_the_band_of_its_level() -> None:
    (finding,) = in_row(CODE, **WORDS, level="partly", self_score="45")

    assert (finding.anchor, finding.stated, finding.computed) == ("page/r1/self_score", "45", "30–39.99")
    assert finding.message == (
        "培训人数：定性：部分达成预期指标并具有一定效果，区间 30.00–39.99，自评 45.00 不在区间内，需人工评分。"
    )


def test_row_of_a_split_group() -> None:
    words = {f"answers/economy/{key}": text for key, text in WORDS.items()}

    (finding,) = found(CODE, {**words, "answers/economy/level": "unmet", "answers/economy/self_score": "15"})

    assert (finding.anchor, finding.computed) == ("page/economy/self_score", "0–11.99")


@pytest.mark.parametrize(
    ("level", "own"), [("partly", "39.99"), ("partly", "30"), ("partly", ""), ("met", "51"), ("", "45")]
)
def test_scores_inside_none_and_above_the_weight(level: str, own: str) -> None:
    assert in_row(CODE, **WORDS, level=level, self_score=own) == []
