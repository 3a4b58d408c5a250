import pytest

from scoring.engine.degrees import (
    contradicts,
    degree,
    is_high_rank,
    judge_rank,
    names_scale,
    same_change,
    stem,
)


@pytest.mark.parametrize(
    ("wanted", "said", "achieved"),
    [
        ("优", "优秀", True),
        ("优秀", "良好", False),
        ("良及以上", "中", False),
        ("合格", "优良", True),
        ("优良中低差", "优", True),
        ("定性优良中低差", "优秀", True),
        ("优良中低差", "良", None),
        ("高中低", "高", True),
        ("高中低", "中", None),
        ("是否", "是", True),
        ("是/否", "否", None),
        ("高", "较高", None),
        ("较高", "高", True),
        ("高", "中", False),
        ("效果明显", "一般", False),
        ("满意", "非常满意", True),
        ("非常满意", "满意", None),
        ("满意", "基本满意", None),
        ("满意", "不满意", False),
        ("长期", "短期", False),
        ("长期", "中长期", None),
        ("是", "否", False),
        ("有", "没有", False),
        ("优", "高", None),
        ("提升", "提升", None),
    ],
)
def test_judge_rank_compares_within_one_family(wanted: str, said: str, achieved: bool | None) -> None:
    assert judge_rank(wanted, said) is achieved


def test_is_high_rank_asks_for_more_than_a_pass() -> None:
    assert is_high_rank("优秀")
    assert is_high_rank("水平高")
    assert not is_high_rank("合格")
    assert not is_high_rank("完成")


def test_stem_leaves_the_degree_out() -> None:
    assert stem("显著提升") == stem("有所提升") == stem("得到了提升") == "提升"


def test_degree_tells_strong_from_weak() -> None:
    assert [degree(text) for text in ("显著提升", "提升", "略有提升")] == [2, 1, 0]


def test_contradicts_wants_the_plain_opposite() -> None:
    assert contradicts("明显提升", "下降")
    assert contradicts("减少", "有所增加")
    assert contradicts("改善", "恶化")
    assert not contradicts("改善", "下降")
    assert not contradicts("提升", "事故率下降")


def test_same_change_knows_other_words_for_it() -> None:
    assert same_change("提升", "进一步提高")
    assert not same_change("提升", "下降")
    assert not same_change("提升能力", "提高能力")


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("优良中低差", True),
        ("好坏", True),
        ("高/低", True),
        ("是/否", True),
        ("优良", False),
        ("显著提升", False),
    ],
)
def test_names_scale_knows_a_list_to_choose_from(text: str, scale: bool) -> None:
    assert names_scale(text) is scale


@pytest.mark.parametrize(
    ("wanted", "said", "achieved"), [("良好", "好", True), ("良好", "一般", False), ("好坏", "好", True)]
)
def test_judge_rank_knows_plain_words(wanted: str, said: str, achieved: bool) -> None:
    assert judge_rank(wanted, said) is achieved


def test_stem_leaves_a_large_extent_out() -> None:
    assert stem("得到较大提升") == "提升"
