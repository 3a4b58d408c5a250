import pytest

from scoring.engine.limits import judge_limit


@pytest.mark.parametrize(
    ("wanted", "said", "achieved"),
    [
        ("控制在预算内", "未超预算", True),
        ("控制在财政预算批复范围内", "在预算范围内", True),
        ("不超预算", "没有超出预算", True),
        ("≤预算批复数", "预算批复数以内", True),
        ("控制在预算内", "未超支", True),
        ("控制在预算内", "超预算", False),
        ("实际成本≤预算成本", "实际成本低于预算成本", True),
        ("不超批复投资", "未超批复投资", True),
        ("不超预算", "项目支出略超预算", False),
        ("不超预算", "超支", False),
        ("控制在预算内", "节约3.2万元", None),
        ("严格按预算执行", "未超预算", None),
    ],
)
def test_judge_limit_reads_words_for_within_and_beyond(wanted: str, said: str, achieved: bool | None) -> None:
    assert judge_limit(wanted, said) is achieved
