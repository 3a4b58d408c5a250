"""S_GT_W: a self score above its weight."""

from tests.scoring.engine.checks.rows import found
from tests.scoring.engine.checks.small import FORM

CODE = "S_GT_W"
TWO = FORM.replace(
    "  - {id: economy,",
    "  - {id: society, name: 社会效益, group: split, columns: [weight, target, actual]}\n  - {id: economy,",
).replace("split, economy]", "split, economy, society]")


def test_row_of_a_split_group() -> None:
    (finding,) = found(CODE, {"answers/economy/weight": "15"})

    assert (finding.anchor, finding.stated, finding.computed) == ("page/economy/self_score", "20", "15")
    assert finding.message == "经济效益自评得分 20 高于分值 15。"


def test_rows_of_a_group_that_is_not_split_are_added_up() -> None:
    changes = {
        "answers/economy": {"self_score": "15"},
        "answers/society": {"self_score": "6"},
    }

    (finding,) = found(CODE, changes, TWO)

    assert (finding.anchor, finding.also) == ("page/society/self_score", ("page/economy/self_score",))
    assert (finding.stated, finding.computed) == ("21", "20")
    assert finding.message == "社会效益、经济效益自评得分合计 21 高于本组分值 20。"


def test_one_row_of_a_group_that_is_not_split() -> None:
    (finding,) = found(CODE, {"answers/economy": {"self_score": "21"}})

    assert finding.message == "经济效益自评得分 21 高于本组分值 20。"


def test_scores_up_to_the_weight() -> None:
    assert found(CODE) == []
    assert found(CODE, {"answers/economy": {"self_score": "20"}}) == []
    assert found(CODE, {"answers/economy": {"self_score": None}}) == []
