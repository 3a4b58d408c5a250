import pytest

from scoring.engine.qualities import judge_words


@pytest.mark.parametrize(
    ("target", "actual", "achieved"),
    [
        ("显著提升", "显著提升", True),
        ("基本实现", "已实现", True),
        ("及时", "发放及时", True),
        ("提升", "明显提升", True),
        ("有效改善", "显著改善", True),
        ("显著提升", "有效提升", None),
        ("显著提升", "有所提升", False),
        ("建立健全", "基本建立", None),
        ("及时", "不及时", False),
        ("得到改善", "未得到改善", False),
        ("改善", "改善，尚有差距", None),
        ("达成年度指标", "部分达成年度指标并具有一定效果", False),
        ("达成年度指标", "未达成年度指标且效果较差", False),
        ("达成年度指标", "部分达成", False),
        ("合格", "达标", True),
        ("优秀", "达标", None),
        ("优秀", "良好", False),
        ("良好及以上", "优", True),
        ("好", "好的", True),
        ("便捷、快速", "便于信息化应用", None),
        ("保障安全", "保障安全无遗漏", None),
        ("专款专用", "专款专用，无截留挪用", True),
        ("及时完成", "按期完成", True),
        ("及时", "延迟拨付", False),
        ("控制在预算内", "未超预算", True),
        ("优良中低差", "优", True),
        ("有所改善", "明显改善", True),
        ("明显改善", "改善", None),
        ("提升", "提高", True),
        ("大幅提升", "提高", None),
        ("提升", "下降", False),
        ("正常运行", "运行正常", True),
        ("正常运转", "正常", True),
        ("执行到位", "到位", True),
        ("执行到位", "执行不到位", False),
        ("通过评审", "通过专家评审", True),
        ("通过评审", "通过初步评审", None),
        ("按月及时发放", "按月及时足额发放", True),
        ("高质量完成", "完成", None),
        ("及时足额到位", "及时到位", None),
        ("得到改善", "无明显改善", False),
        ("健全", "不断健全", None),
        ("完善", "须进一步完善", None),
        ("提高效率", "提高效率，进度滞后", None),
        ("解决出行问题", "解决出行问题", True),
    ],
)
def test_judge_words_decides_only_by_the_words(target: str, actual: str, achieved: bool | None) -> None:
    assert judge_words(target, actual) is achieved


@pytest.mark.parametrize(
    ("target", "actual", "achieved"),
    [
        ("提升", "有所提升", True),
        ("提升", "得到较大提升", True),
        ("提升", "正在提升中", None),
        ("显著提升", "有所提升", False),
        ("按月发放", "每月发放", True),
        ("达到国家标准", "符合国家标准", True),
        ("达到国家标准", "低于国家标准", False),
        ("验收合格", "通过验收", True),
        ("一次性验收合格", "合格", None),
        ("促进作用明显", "明显促进", True),
        ("控制在合理范围", "合理", True),
        ("持续", "持续提供", True),
        ("长期", "中长期", None),
        ("AA级", "AAA级", True),
        ("不高于市场价", "低于市场价", True),
    ],
)
def test_judge_words_knows_the_same_in_other_words(target: str, actual: str, achieved: bool | None) -> None:
    assert judge_words(target, actual) is achieved
