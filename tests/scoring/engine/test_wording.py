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
    [
        ("未完成", True),
        ("尚未开展", True),
        ("因故未实施", True),
        ("未按月发放", True),
        ("未发现不符合", False),
        ("未开展满意度调查", False),
        ("完成", False),
    ],
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
        ("无结余", "当年有结余", False),
        ("无结余", "无", True),
        ("无不健全", "业务管理制度健全", True),
        ("无不健全", "制度较为健全", None),
        ("零事故", "发生一般事故", None),
        ("无重大事故", "发生重大事故", False),
        ("无事故", "情况良好", None),
        ("无事故", "有重大事故隐患", None),
        ("无事故", "有", False),
    ],
)
def test_judge_absence_reads_words_for_none(target: str, actual: str, achieved: bool | None) -> None:
    assert wording.judge_absence(target, actual, "") is achieved


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("召开推广部署会、入户指导激活", True),
        ("骗保情况较上年度下降", True),
        ("参保人数较上年度下降", False),
        ("召开部署会，但进展滞后", False),
        ("正在推进入户指导工作", False),
        ("拟召开推广部署会", False),
        ("推广工作基本完成", False),
        ("推广成效有限，须加强", False),
        ("已召开", False),
    ],
)
def test_tells_what_was_done_wants_a_report_without_a_gap(text: str, told: bool) -> None:
    assert wording.tells_what_was_done(text) is told


@pytest.mark.parametrize(
    ("target", "actual", "each"),
    [
        ("①30%②30%③40%", "依据充分、匹配、合理", True),
        ("3项每项30%", "依据充分、匹配、合理", True),
        ("①30%②30%③40%", "依据充分、合理", False),
        ("①30%②30%③40%", "依据充分、匹配、不合理", False),
        ("①30%②30%③40%", "依据充分、较匹配、合理", False),
        ("①30%②30%③40%", "依据、匹配、合理", False),
        ("①100%", "合理", False),
    ],
)
def test_answers_each_wants_a_good_answer_to_every_item(target: str, actual: str, each: bool) -> None:
    assert wording.answers_each(target, actual) is each


def test_names_all_of_wants_the_rate_of_the_row() -> None:
    assert wording.names_all_of("全部合格", "验收合格率")
    assert wording.names_all_of("全覆盖", "受益群众覆盖率")
    assert not wording.names_all_of("全部发放到位", "就业率")
    assert not wording.names_all_of("基本全部合格", "验收合格率")


def test_without_good_news_keeps_what_matters() -> None:
    assert wording.without_good_news("专款专用，无截留挪用") == "专款专用"
    assert wording.without_good_news("专款专用，无台账") == "专款专用，无台账"


def test_is_partial_knows_a_part() -> None:
    assert wording.is_partial("部分完成")
    assert wording.is_partial("部分工作尚未完成")
    assert not wording.is_partial("完成部分")


@pytest.mark.parametrize(
    ("text", "going_on"),
    [("正在建设", True), ("施工中", True), ("不断健全", True), ("有提升空间", True), ("已建成", False)],
)
def test_is_under_way_knows_what_goes_on(text: str, going_on: bool) -> None:
    assert wording.is_under_way(text) is going_on
