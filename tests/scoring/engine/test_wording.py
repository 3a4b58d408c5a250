import pytest

from scoring.engine import wording


@pytest.mark.parametrize(
    "text", ["已完成", "达成预期指标", "达标", "按时完成", "全部完成年度目标任务", "符合要求", "如期实现"]
)
def test_claims_done_knows_words_of_completion(text: str) -> None:
    assert wording.claims_done(text)


@pytest.mark.parametrize(
    "text", ["基本完成", "部分达成", "未完成", "完成80%", "不达标", "正在推进", "完成了前期调研", ""]
)
def test_claims_done_wants_completion_and_nothing_else(text: str) -> None:
    assert not wording.claims_done(text)


@pytest.mark.parametrize("text", ["5个断面全部达标", "各项服务工作均完成", "未发现不符合", "全部合格"])
def test_claims_all_done_knows_words_for_100_percent(text: str) -> None:
    assert wording.claims_all_done(text)


@pytest.mark.parametrize(
    "text", ["完成", "及时", "基本全部完成", "除2户外均完成", "未全部完成", "未发现不符合，但有延迟"]
)
def test_claims_all_done_wants_every_one(text: str) -> None:
    assert not wording.claims_all_done(text)


@pytest.mark.parametrize(
    ("text", "denied"),
    [("未完成", True), ("尚未开展", True), ("因故未实施", True), ("未发现不符合", False), ("完成", False)],
)
def test_denies_knows_a_plain_no(text: str, denied: bool) -> None:
    assert wording.denies(text) is denied


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("无投诉", True),
        ("全年未发生安全事故", True),
        ("零上访", True),
        ("无法统计", False),
        ("零星发生", False),
        ("未发生，但有1起险情", False),
    ],
)
def test_says_nothing_happened_reads_words_for_zero(text: str, nothing: bool) -> None:
    assert wording.says_nothing_happened(text) is nothing


@pytest.mark.parametrize(
    ("text", "applies"), [("无", True), ("不涉及。", True), ("无投诉", False), ("", False)]
)
def test_is_not_applicable_knows_an_empty_row(text: str, applies: bool) -> None:
    assert wording.is_not_applicable(text) is applies


@pytest.mark.parametrize(
    ("target", "actual", "achieved"),
    [
        ("显著提升", "显著提升", True),
        ("基本实现", "已实现", True),
        ("及时", "发放及时", True),
        ("提升", "明显提升", True),
        ("有效改善", "显著改善", True),
        ("显著提升", "有效提升", None),
        ("显著提升", "有所提升", None),
        ("建立健全", "基本建立", None),
        ("及时", "不及时", False),
        ("得到改善", "未得到改善", False),
        ("改善", "改善，尚有差距", None),
        ("达成年度指标", "部分达成年度指标并具有一定效果", False),
        ("达成年度指标", "未达成年度指标且效果较差", False),
        ("达成年度指标", "部分达成", None),
        ("合格", "达标", True),
        ("优秀", "达标", True),
        ("优秀", "良好", False),
        ("良好及以上", "优", True),
        ("好", "好的", None),
        ("便捷、快速", "便于信息化应用", None),
        ("保障安全", "保障安全无遗漏", None),
    ],
)
def test_judge_words_decides_only_by_the_words(target: str, actual: str, achieved: bool | None) -> None:
    assert wording.judge_words(target, actual) is achieved


@pytest.mark.parametrize(
    ("target", "actual", "achieved"),
    [
        ("无结余", "当年有结余", False),
        ("无结余", "无", True),
        ("无不健全", "业务管理制度健全", True),
        ("无不健全", "制度较为健全", None),
        ("零事故", "发生一般事故", None),
        ("无重大事故", "发生重大事故", False),
        ("无事故", "情况良好", None),
        ("无事故", "有重大事故隐患", None),
    ],
)
def test_judge_absence_reads_words_for_none(target: str, actual: str, achieved: bool | None) -> None:
    assert wording.judge_absence(target, actual, "") is achieved
