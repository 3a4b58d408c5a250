import pytest

from scoring.engine.timeliness import judge_promptness, same_promptness


@pytest.mark.parametrize(
    ("wanted", "said", "achieved"),
    [
        ("及时", "延迟拨付", False),
        ("及时完成", "延期完成", False),
        ("及时", "未逾期", True),
        ("及时", "无延误情况", True),
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
