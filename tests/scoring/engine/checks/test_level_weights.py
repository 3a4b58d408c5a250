"""W_LEVEL: typed rows of a level against the level's weight, rows of a group against the group's."""

from tests.scoring.engine.checks.small import only


def test_level_without_rows_is_named_at_the_list() -> None:
    finding = only("W_LEVEL", {"lists/rows/0/level1": "别的"})

    assert (finding.anchor, finding.stated) == ("page/rows", "0")


def test_split_weights_that_do_not_add_up_to_the_group() -> None:
    finding = only("W_LEVEL", {"answers/economy/weight": "25"})

    assert (finding.anchor, finding.message) == ("page/split", "经济效益分值合计 25，应为 20。")
