import pytest

from scoring.engine.timeliness import judge_promptness, keeps_deadline, same_promptness


@pytest.mark.parametrize(
    ("wanted", "said", "achieved"),
    [
        ("及时", "延迟拨付", False),
        ("及时完成", "延期完成", False),
        ("及时", "未逾期", True),
        ("及时", "无延误情况", True),
        ("及时", "提前5天完成", True),
        ("按计划时间完成", "延迟2个月", False),
        ("及时", "提前介入", None),
        ("及时", "个别延迟", None),
        ("及时", "未发生大的延误，总体正常", None),
        ("及时处置逾期贷款", "处置逾期贷款12笔", None),
        ("及时", "及时追回逾期借款", None),
        ("及时", "完成", None),
        ("完成", "延期完成", None),
    ],
)
def test_judge_promptness_reads_words_of_lateness(wanted: str, said: str, achieved: bool | None) -> None:
    assert judge_promptness(wanted, said) is achieved


def test_same_promptness_has_one_word_for_being_on_time() -> None:
    assert same_promptness("按期拨付、如期完成") == "及时拨付、及时完成"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("按期完成", True),
        ("项目已按计划完成", True),
        ("资金已按规定时限全部拨付到位", True),
        ("提前15天完成", True),
        ("在规定时间内完成", True),
        ("基本按期完成", False),
        ("未按期完成", False),
        ("完成", False),
        ("按期完成80%", False),
    ],
)
def test_keeps_deadline_takes_a_plain_claim(said: str, kept: bool) -> None:
    assert keeps_deadline(said) is kept
