import pytest

from scoring.engine.full_marks import asks_only_whether, full_mark_condition, lower_tiers


@pytest.mark.parametrize(
    ("rule", "condition"),
    [
        ("90%以上得满分，70-90得1.5分，否则不得分", "90%以上"),
        ("≥95%得100%权重分，否则每下降1%扣5%权重分", "≥95%"),
        ("=0计3分；0-10%(含)2分", "=0"),
        ("无结余3分；有结余但不超过上年结转2分；超过上年结转不得分", "无结余"),
        ("15篇以上，否则按完成比率得分", "15篇以上"),
        ("每发现1处不完整扣20%权重分", "无不完整"),
        ("无有效投诉得满分；每发现1处扣10%权重分", "无有效投诉"),
        ("酌情进行评分", "酌情进行评分"),
        ("≥85分", "≥85分"),
        ("开展检查2次及以上，符合得满分", "开展检查2次及以上"),
        ("及时推送和宣传，符合得满分，不符合不得分", "及时推送和宣传"),
        ("符合得满分，否则不得分", "符合"),
        ("5种情况每出现一例不符合扣1分", "无不符合"),
        ("每低于100%一个百分点扣0.1分", "不低于100%"),
        ("每超过5%扣0.5分", "不超过5%"),
        ("1" * 1001 + "得满分", "1" * 1001 + "得满分"),
    ],
)
def test_full_mark_condition_finds_what_a_rule_asks(rule: str, condition: str) -> None:
    assert full_mark_condition(rule) == condition


@pytest.mark.parametrize(
    ("rule", "only"),
    [
        ("符合得满分，否则不得分", True),
        ("完成得满分；未完成不得分。", True),
        ("完成3次得满分，否则不得分", False),
        ("符合得满分", False),
        ("符合", False),
    ],
)
def test_asks_only_whether_knows_a_rule_without_a_measure(rule: str, only: bool) -> None:
    assert asks_only_whether(rule) is only


@pytest.mark.parametrize(
    ("rule", "condition"),
    [
        ("变动率≤0，计满分；每超过1个百分点扣0.5分", "变动率≤0"),
        ("≥90%，满分；每低1%扣0.2分", "≥90%"),
        ("真实、完整、准确各1分", "真实、完整、准确"),
        ("以上情况每出现一例不符合要求的扣1分", "无不符合要求的"),
        ("4.6分（满分5分）", "4.6分（满分5分）"),
    ],
)
def test_full_mark_condition_knows_other_spellings(rule: str, condition: str) -> None:
    assert full_mark_condition(rule) == condition


@pytest.mark.parametrize(
    ("rule", "tiers"),
    [
        ("健全得满分，基本健全得60%，不健全不得分", ["基本健全", "不健全"]),
        ("效果显著得3分；一般得2分；差不得分", ["一般", "差"]),
        ("健全得满分", []),
        ("健全", []),
    ],
)
def test_lower_tiers_are_all_but_the_first(rule: str, tiers: list[str]) -> None:
    assert lower_tiers(rule) == tiers
