"""Shares: the part, the whole that is named or that the list belongs to, and lists as a whole."""

import pytest

from scoring.engine.claims.claim import Claim
from scoring.engine.claims.rates.shares import find
from tests.scoring.engine.claims.said import claims


def claims_in(text: str) -> list[Claim]:
    return claims(find, text)


def told(text: str) -> list[tuple[str, str, str]]:
    """The claims on single shares."""
    return [
        (claim.verdict, claim.stated, claim.computed)
        for claim in claims_in(text)
        if "各项占比" not in claim.reason
    ]


TRUE = [
    (
        "本年收入合计760.35万元，其中：财政拨款收入746.35万元，占98.16%；其他收入14万元，占1.84%。",
        ["98.16%", "1.84%"],
    ),
    ("支出合计880.4万元。其中：基本支出528.24万元，占60%；项目支出352.16万元，占40%。", ["60%", "40%"]),
    (
        "支出总计为1,200,000元，按经济分类分：工资福利支出900,000元，占75%；商品和服务支出300,000元，占25%。",
        ["75%", "25%"],
    ),
    ("本年支出合计500万元，其中：\n1.基本支出300万元，占60%；\n2.项目支出200万元，占40%。", ["60%", "40%"]),
    (
        "财政拨款支出1000万元，主要用于以下方面：\n（1）教育支出600万元，占60%。主要是人员经费。\n（2）卫生支出400万元，占40%。",
        ["60%", "40%"],
    ),
    (
        "财政拨款支出1000万元，主要用于以下方面：教育支出600万元，占60%；\n\n卫生支出400万元，占40%。",
        ["60%", "40%"],
    ),
    ("全年项目资金800万元，一是设备购置500万元，占62.5%；二是培训300万元，占37.5%。", ["62.5%", "37.5%"]),
    ("2021年支出合计1000万元。基本支出600万元，占60%；项目支出400万元，占40%。", ["60%", "40%"]),
    (
        (
            "实际支出29525.64万元，其中：基本支出979.16万元，占3.3%，其中：人员经费875.33万元，占基本支出的89.4%；"
            "项目支出28546.48万元，占96.7%。"
        ),
        ["3.3%", "89.4%", "96.7%"],
    ),
    ("财政资金支出747.11万元，其中：基本支出255.34万元，占总支出的比重为34.18%。", ["34.18%"]),
    (
        "本年支出合计500万元。\n五、财政拨款支出情况\n财政拨款支出320.5万元，占本年支出合计的64.1%。",
        ["64.1%"],
    ),
    ("“三公”经费支出决算5万元。“三公”经费支出决算中，公务接待费2.5万元，占50%。", ["50%"]),
    ("人员经费（含公积金50万元）450万元，占基本支出500万元的90%。", ["90%"]),
    (
        "货物、工程、服务采购金额分别为120万元、60万元和20万元，占采购总额200万元的60%、30%和10%。",
        ["60%", "30%", "10%"],
    ),
    (
        "采购支出总额200万元，其中货物、工程、服务分别为120万元、60万元和20万元，分别占采购支出总额的60%、30%和10%。",
        ["60%", "30%", "10%"],
    ),
    ("在职人员56人，其中女职工21人（占37.5%），党员40人（占71.43%）。", ["37.5%", "71.43%"]),
    ("收回有效问卷196份，其中满意150份，占比76.53%；基本满意46份，所占比重为23.47%。", ["76.53%", "23.47%"]),
    (
        "财政总收入67949万元，比上年增加6517万元，增长10.61%；税收收入36552万元，税收占财政总收入的比重为53.79%。",
        ["53.79%"],
    ),
    (
        (
            "地方一般公共预算收入完成28,583万元，从部门看：税务部门完成13,866万元，占调整预算100.93%，"
            "占一般公共预算收入的48.51%。"
        ),
        ["48.51%"],
    ),
    ("人员经费支出600万元，占总支出比例高达60%，总支出1000万元。", ["60%"]),
    ("专项资金560万元，占项目总支出的比例达到56%。项目总支出1000万元。", ["56%"]),
    ("本年收入1000万元，本年支出1200万元，支出占收入的120%。", ["120%"]),
    ("基本支出预算881300.39元，其中：工资福利支出预算716052.51元，占基本支出预算81.25%。", ["81.25%"]),
    ("部门支出876.5万元，主要用于：社保支出45.6万元，比上年增加3万元，占5.2%。", ["5.2%"]),
    ("2021年支出100万元，2022年支出200万元，2022年人员支出100万元，占支出的50%。", ["50%"]),
]


@pytest.mark.parametrize(("text", "stated"), TRUE)
def test_a_true_share_is_consistent(text: str, stated: list[str]) -> None:
    found = told(text)

    assert [claim[1] for claim in found] == stated
    assert {claim[0] for claim in found} == {"consistent"}


def test_printed_digits_explain_a_small_difference() -> None:
    text = (
        "基本支出979.16万元，其中：人员经费875.33万元，占基本支出的90%；公用经费103.83万元，占基本支出的10%。"
    )

    assert told(text) == [("rounding", "90%", "89.40%"), ("rounding", "10%", "10.60%")]


WRONG = [
    (
        "收入合计880.4万元，其中：财政拨款850.4万元；其他收入30万元，占4.31%。",
        ("4.31%", "3.41%"),
        "写颠倒了两位数字",
    ),
    ("支出合计880.4万元。其中：基本支出528.24万元，占70%。", ("70%", "60%"), ""),
    ("本年支出合计500万元，其中：\n1.基本支出300万元；\n2.项目支出200万元，占45%。", ("45%", "40%"), ""),
    (
        "支出1000万元，主要用于：\n教育支出655万元。主要是人员。\n卫生支出345万元，占65.5%。",
        ("65.5%", "34.5%"),
        "互补",
    ),
    (
        "本年支出合计500万元。\n五、支出情况\n财政拨款支出320.5万元，占本年支出合计的46.1%。",
        ("46.1%", "64.1%"),
        "",
    ),
    ("在职人员56人，其中女职工21人（占35.7%）。", ("35.7%", "37.5%"), "写颠倒了两位数字"),
    ("支出合计200万元，其中货物130万元、服务70万元，分别占65%和30%。", ("30%", "35%"), ""),
    ("人员经费450万元，占基本支出500万元的80%。", ("80%", "90%"), ""),
    (
        "支出合计900万元，其中基本支出650万元，占81.25%，项目支出800万元。",
        ("81.25%", "72.22%"),
        "误以800为合计",
    ),
    ("支出合计900万元，其中基本支出650万元，占27.78%，项目支出250万元。", ("27.78%", "72.22%"), "互补"),
    (
        "支出合计900万元，其中基本支出450万元，占33.33%，项目支出300万元。",
        ("33.33%", "50.00%"),
        "误写了300的占比",
    ),
]


@pytest.mark.parametrize(("text", "figures", "cause"), WRONG)
def test_a_wrong_share_is_told_with_its_likely_cause(text: str, figures: tuple[str, str], cause: str) -> None:
    found = [claim for claim in claims_in(text) if claim.verdict == "inconsistent"]

    assert [(claim.stated, claim.computed) for claim in found] == [figures]
    assert cause in found[0].reason


def test_the_sum_is_written_out() -> None:
    (claim,) = claims_in("在职人员56人，其中女职工21人（占35.7%）。")

    assert claim.reason == "21÷56×100% = 37.5%，文中写35.7%，相差1.8个百分点；可能写颠倒了两位数字。"


def test_a_part_larger_than_its_whole() -> None:
    (claim,) = claims_in("三公经费支出10万元，其中公务用车运行维护费12万元，占80%。")

    assert (claim.verdict, claim.computed) == ("inconsistent", "")
    assert claim.reason == "分项12万元大于合计10万元，占比不可能超过100%，文中写80%。"


ASKED = [
    ("收到财政拨款约200万元，其中人员经费150万元，占70%。", "70%"),
    ("部门支出500万元，其中：基本支出300万元，其中：人员经费100万元，占40%。", "40%"),
    # The base that is named disagrees, another one agrees.
    ("支出合计1000万元，其中基本支出500万元，其中人员经费400万元，占基本支出的40%。", "40%"),
    ("支出合计400万元，支出另有口径500万元。\n二、情况\n教育支出100万元，占全部支出的30%。", "30%"),
    ("教育支出100万元，占项目总支出的30%。项目总支出500万元。", "30%"),
]


@pytest.mark.parametrize(("text", "stated"), ASKED)
def test_what_may_be_read_otherwise_is_only_asked_about(text: str, stated: str) -> None:
    assert [(claim.verdict, claim.stated) for claim in claims_in(text)] == [("check", stated)]


def test_the_other_base_is_told() -> None:
    text = "支出合计1000万元，其中基本支出500万元，其中人员经费400万元，占基本支出的40%。"

    assert claims_in(text)[0].reason.endswith("；400÷1000×100% = 40%则与文中相符，请核对口径。")


SILENT = [
    "实际支出2574万元。授予中小企业合同金额200万元，占政府采购支出总额的69.3%。",
    "中央资金占60%，地方资金占40%。",
    "项目总投资100万元，其中中央资金占60%，地方资金占40%。",
    "实施方案编制合理性100分，占权重的20%，得分占总分10%，占25%权重分。",
    "预算400万元，完成投资320万元，占年度计划的80%，占预算的80%。",
    "支出300万元，占用资金5%，占地面积提高10%。",
    "采购规模为33067亿元，占全国财政支出和GDP的比重分别为10.0%和3.3%。",
    "采购规模为33067亿元，节能产品633.7亿元，占同类产品采购规模的90%。",
    "财政支出5000万元，涉农资金100万元，占比提高3%。",
    "支出合计100万元。\n二、人员情况\n社会保障支出5万元，占9%。",
    "支出合计100万元，其中：基本支出10万元。\n二、另一个部分\n教育支出5万元，占9%。",
    "支出合计2946.06万元，主要用于：卫生支出29\n\n46.06万元，占99.61%。",
    "收入合计100万元；占9%。",
    "2021年支出100万元。2022年教育支出30万元，占支出的50%。",
    "支出合计0万元，其中基本支出0万元，占0%。",
    "支出合计100分，其中产出指标50分，占45%。",
    "支出100万元，其中培训3次，占30%。",
    "基本支出15万元，比其他支出10万元，占其他支出的30%，分别占20%。",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_claim_is_made_of_what_has_no_operands(text: str) -> None:
    assert told(text) == []


def lists_in(text: str) -> list[tuple[str, str, str]]:
    return [
        (claim.verdict, claim.stated, claim.reason) for claim in claims_in(text) if "各项占比" in claim.reason
    ]


def test_the_shares_of_a_complete_list_are_the_whole() -> None:
    text = "支出合计1000万元，其中：基本支出600万元，占60%；项目支出400万元，占40%。"

    assert lists_in(text) == [("consistent", "100%", "各项占比60+40 = 100%，合计为100%。")]


LISTS_OF_NOTHING = [
    # a part is left out
    "支出合计1000万元，其中：基本支出600万元，占60%；项目支出300万元，占30%。",
    # one share is wrong, and told alone
    "支出合计1000万元，其中：基本支出600万元，占60%；项目支出400万元，占50%。",
    # one share alone
    "支出合计1000万元，其中：基本支出1000万元，占100%。",
    # one part twice
    "支出合计1000万元，其中：基本支出500万元，占50%，占支出合计的50%。",
    # whole numbers add up exactly or not at all
    "支出合计10亿元，其中：基本支出6亿元，占60%；项目支出3亿元，占30%。",
    # only near enough
    "支出合计1000万元，其中：基本支出600万元，约占60%；项目支出400万元，占40%。",
]


@pytest.mark.parametrize("text", LISTS_OF_NOTHING)
def test_other_lists_make_no_total(text: str) -> None:
    assert lists_in(text) == []


def test_lists_are_told_apart() -> None:
    one = "支出合计1000万元，其中：基本支出600万元，占60%；项目支出400.01万元，占40%。"
    other = "收入合计500万元，其中：拨款300万元，占60%；其他200万元，占40%。"
    later = f"{'加强管理，' * 80}人员支出200万元，占支出合计的20%。"

    assert [claim[0] for claim in lists_in(one + other + later)] == ["consistent", "consistent"]
    assert [claim[0] for claim in lists_in(one + later)] == ["consistent"]


def test_shares_that_are_each_rounded_up_are_too_much_together() -> None:
    text = "支出合计1000万元，其中：甲类330万元，占34%；乙类330万元，占34%；丙类340万元，占35%。"

    (total,) = lists_in(text)

    assert [claim[0] for claim in told(text)] == ["rounding", "rounding", "rounding"]
    assert total == ("check", "103%", "各项占比34+34+35 = 103%，应合计为100%。")


def test_a_total_pages_away_is_not_quoted() -> None:
    text = "本年支出合计500万元。" + "加强管理。" * 200 + "\n财政拨款支出320.5万元，占本年支出合计的64.1%。"

    (claim,) = claims_in(text)

    assert text[claim.start : claim.end] == "财政拨款支出320.5万元，占本年支出合计的64.1%"
