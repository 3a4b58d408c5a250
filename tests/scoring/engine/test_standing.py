import pytest

from scoring.engine.judge import judge
from scoring.engine.standing import judge_class


@pytest.mark.parametrize(
    ("wanted", "said", "achieved"),
    [
        ("III类", "II类", True),
        ("II类", "III类", False),
        ("稳定达到III类", "III类水质", True),
        ("III类及以上", "IV类", False),
        ("V类", "劣V类", False),
        ("一级A标准", "一级B标准", False),
        ("一级A标准", "一级A", True),
        ("二级排放标准", "一级排放标准", True),
        ("二级", "一级", None),
        ("AAA级", "AA级", False),
        ("AA级", "AAA级", True),
        ("B级以上", "A级", True),
        ("B级", "C级", False),
        ("3A级景区", "4A级", True),
        ("前5名", "第3名", True),
        ("全省前三", "全省第二", True),
        ("前十名", "第十二名", False),
        ("前5名", "3名", True),
        ("前5名", "3个", None),
        ("III类", "达标", None),
        ("III类", "低于III类", None),
    ],
)
def test_judge_class_knows_public_levels_and_places(wanted: str, said: str, achieved: bool | None) -> None:
    assert judge_class(wanted, said) is achieved


@pytest.mark.parametrize(
    ("target", "actual", "achieved"),
    [("Ⅲ类", "Ⅱ类", True), ("Ⅱ类", "Ⅲ类", False), ("前5名", "第8名", False), ("一级", "一级以下", None)],
)
def test_judge_takes_a_level_by_its_rank(target: str, actual: str, achieved: bool | None) -> None:
    assert judge(target, actual).achieved is achieved
