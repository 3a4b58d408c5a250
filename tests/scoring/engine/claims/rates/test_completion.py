"""Budgets carried out: completion, excess, execution, arrival, balance and saving rates."""

import pytest

from scoring.engine.claims.claim import Claim
from scoring.engine.claims.rates.completion import find
from tests.scoring.engine.claims.said import claims


def claims_in(text: str) -> list[Claim]:
    return claims(find, text)


def told(text: str) -> list[tuple[str, str, str, str]]:
    return [(claim.kind, claim.verdict, claim.stated, claim.computed) for claim in claims_in(text)]


TRUE = [
    (
        "年初预算数为10275.78万元，支出决算数为29459.93万元，完成年初预算的286.69%。",
        "completion",
        ["286.69%"],
    ),
    (
        "公务接待费预算为2.29万元，支出决算为2.29万元，完成预算的100.00%，决算数与预算数一致。",
        "completion",
        ["100.00%"],
    ),
    ("年初预算为54万元，支出决算为123.43万元，超出年初预算128.57%。", "completion", ["128.57%"]),
    ("年初预算为50万元，支出决算为45万元，低于年初预算10%。", "completion", ["10%"]),
    ("“三公”经费预算为5万元。支出决算为4.5万元，完成预算的90%。", "completion", ["90%"]),
    ("收入累计完成24627万元，完成年初预算数60999万元的40.4%，比上年减收1070万元。", "completion", ["40.4%"]),
    (
        "年初预算100万元，调整后预算120万元，支出决算108万元，完成年初预算的108%，完成调整预算的90%。",
        "completion",
        ["108%", "90%"],
    ),
    ("计划投资1,000万元，完成投资650万元，完成年度计划的65%。", "completion", ["65%"]),
    ("三公经费年初预算数12万元，决算数10.8万元，占年初预算的90%。", "completion", ["90%"]),
    (
        (
            "人员经费预算320万元，公用经费预算80万元；人员经费支出310万元，完成预算的96.88%，"
            "公用经费支出75万元，完成预算的93.75%。"
        ),
        "completion",
        ["96.88%", "93.75%"],
    ),
    ("项目全年预算数7万元，执行数为7万元，完成预算的100%。", "completion", ["100%"]),
    ("全年预算121.3万元，支出87.7万元，执行率72.3%。", "execution", ["72.3%"]),
    (
        "项目资金3710293.25元，实际支出2928856.66元，资金执行率为78.94%，执行进度偏低。",
        "execution",
        ["78.94%"],
    ),
    (
        "年初政府采购预算300000元当年度实际发生政府采购货物支出89842元，政府采购执行率为29.95%。",
        "execution",
        ["29.95%"],
    ),
    ("下达资金指标860.5万元，累计支付731.4万元，支付进度85%。", "execution", ["85%"]),
    ("财政拨付项目经费100万元，实际支出98.6万元，资金使用率98.6%。", "execution", ["98.6%"]),
    (
        "预算500万元，实际到位450万元，资金到位率90%；实际支出405万元，执行率81%。",
        "execution",
        ["90%", "81%"],
    ),
    ("预算500万元，实际到位450万元，实际支出405万元，资金执行率90%。", "execution", ["90%"]),
    ("全年预算121.3万元，支出87.7万元，结余33.6万元，结余率27.7%。", "execution", ["27.7%"]),
    ("本年预算500万元，执行300万元，结转结余率40%。", "execution", ["40%"]),
    ("政府采购预算30万元，实际采购金额8.9842万元，节支率70.05%。", "execution", ["70.05%"]),
    ("年初预算100万元，调整后预算120万元，支出决算108万元，预算执行率90%。", "execution", ["90%"]),
    (
        (
            "部门预算总额1,200万元，其中基本支出800万元，项目支出400万元；全年实际支出1,080万元，其中基本支出780万元，"
            "项目支出300万元，预算执行率90%，项目支出执行率75%。"
        ),
        "execution",
        ["90%", "75%"],
    ),
    ("预算4306084.38元。\n\n决算支出3524647.79元，支出预算完成率为81.85%。", "execution", ["81.85%"]),
    ("预算0万元，调整后预算50万元，支出45万元，执行率90%。", "execution", ["90%"]),
]


@pytest.mark.parametrize(("text", "kind", "stated"), TRUE)
def test_a_true_rate_is_consistent(text: str, kind: str, stated: list[str]) -> None:
    found = told(text)

    assert [claim[2] for claim in found] == stated
    assert {claim[:2] for claim in found} == {(kind, "consistent")}


ROUNDED = [
    ("年初预算100万元，支出决算89.4万元，完成年初预算的90%。", ("completion", "rounding", "90%", "89.40%")),
    ("预算10276万元，支出29525.64万元，执行率287.00%。", ("execution", "rounding", "287.00%", "287.33%")),
]


@pytest.mark.parametrize(("text", "claim"), ROUNDED)
def test_printed_digits_explain_a_small_difference(text: str, claim: tuple[str, str, str, str]) -> None:
    assert told(text) == [claim]


WRONG = [
    (
        "年初预算为795.78万元，支出决算为777.19万元，完成年初预算的79.66%。",
        ("79.66%", "97.66%"),
        "写颠倒了两位数字",
    ),
    ("“三公”经费预算为5万元。支出决算为4.5万元，完成预算的85%。", ("85%", "90%"), ""),
    (
        "年初预算为54万元，支出决算为123.43万元，超出年初预算的228.57%。",
        ("228.57%", "128.57%"),
        "超出的部分应减去100%",
    ),
    (
        "年初预算为54万元，支出决算为123.43万元，完成年初预算的128.57%。",
        ("128.57%", "228.57%"),
        "写成了超出预算的比例",
    ),
    ("收入完成24627万元，完成年初预算数60999万元的44.0%。", ("44.0%", "40.4%"), ""),
    ("全年预算121.3万元，支出87.7万元，执行率27.7%。", ("27.7%", "72.3%"), "互补"),
    ("全年预算121.3万元，支出87.7万元，执行率138.3%。", ("138.3%", "72.3%"), "分子和分母写颠倒了"),
    (
        "政府采购预算30万元，实际采购金额8.9842万元，节支率29.95%。",
        ("29.95%", "70.05%"),
        "节支率应为1减去执行率",
    ),
    (
        "政府采购货物预算300,000元、政府采购工程预算0万元。政府采购货物实际支出8984.20元，政府采购执行率为29.95%。",
        ("29.95%", "2.99%"),
        "点错了小数点",
    ),
    ("预算500万元，实际到位450万元，资金到位率95%。", ("95%", "90%"), ""),
    (
        (
            "部门预算总额1,200万元，其中基本支出813万元，项目支出387万元；全年实际支出1,080万元，其中基本支出780万元，"
            "项目支出300万元，预算执行率77.52%。"
        ),
        ("77.52%", "90.00%"),
        "只用了其中一部分300÷387",
    ),
    (
        "全年预算121.3万元，实际支出87.7万元，年末结余12.6万元，预算执行率10.39%。",
        ("10.39%", "72.30%"),
        "误以12.6为支出数",
    ),
    (
        "上年结转113万元，全年预算121.3万元，实际支出87.7万元，执行率77.61%。",
        ("77.61%", "72.30%"),
        "误以113为预算数",
    ),
    (
        "人员经费预算320万元，公用经费预算80万元；人员经费支出310万元，公用经费支出75万元，完成预算的97.35%。",
        ("97.35%", "93.75%"),
        "写颠倒了两位数字",
    ),
]


@pytest.mark.parametrize(("text", "figures", "cause"), WRONG)
def test_a_wrong_rate_is_told_with_its_likely_cause(text: str, figures: tuple[str, str], cause: str) -> None:
    found = [claim for claim in claims_in(text) if claim.verdict == "inconsistent"]

    assert [(claim.stated, claim.computed) for claim in found] == [figures]
    assert cause in found[0].reason


def test_the_sum_is_written_out() -> None:
    (claim,) = claims_in("全年预算121.3万元，支出87.7万元，执行率27.7%。")

    assert claim.reason == (
        "87.7÷121.3×100% = 72.3001%，文中写27.7%，相差44.6001个百分点；可能写成了与它互补的比率。"
    )
    assert claim.correction is not None
    assert claim.correction.text == "72.3"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "年初预算为0万元，支出决算为5万元，超出预算100%。",
            "年初预算为0，不能计算比例，文中写100%，应写“年初无预算”。",
        ),
        (
            "预算为0万元，支出决算为5万元，完成年初预算的100%。",
            "年初预算为0，不能计算比例，文中写100%，应写“年初无预算”。",
        ),
        (
            "预算为0万元，实际支出5万元，预算执行率100%。",
            "预算为0，不能计算执行率，文中写100%，应写“无预算”。",
        ),
        (
            "预算为0万元，支出决算为0万元，完成预算的100%。",
            "预算为0，不能计算比例，文中写100%；预算和支出都是0。",
        ),
    ],
)
def test_the_words_for_a_budget_of_zero(text: str, reason: str) -> None:
    assert [claim.reason for claim in claims_in(text)] == [reason]


def test_no_rate_exists_of_a_budget_of_zero() -> None:
    (claim,) = claims_in("年初预算为0万元，支出决算为40.18万元，超出年初预算的100%，决算数大于年初预算数。")

    assert (claim.kind, claim.verdict, claim.stated, claim.computed) == (
        "completion",
        "inconsistent",
        "100%",
        "",
    )
    assert claim.reason == "年初预算为0，不能计算比例，文中写100%，应写“年初无预算”。"
    assert claim.correction is None


ZEROS = [
    ("年初预算为0万元，支出决算为5万元，完成年初预算的0%。", [("completion", "inconsistent", "0%", "")]),
    ("年初预算为0万元，支出决算为0万元，完成年初预算的0%。", []),
    ("年初预算为0万元，支出决算为0万元，完成年初预算的100%。", [("completion", "check", "100%", "")]),
    ("全年预算0万元，实际支出5万元，预算执行率100%。", [("execution", "inconsistent", "100%", "")]),
    ("卫生健康支出（项）支出决算为14万元，完成预算0%。", [("completion", "check", "0%", "")]),
    ("因公出国（境）经费支出0万元，完成预算0%。", []),
    ("预算为5万元，支出决算为0万元，完成预算0%。", [("completion", "consistent", "0%", "0%")]),
]


@pytest.mark.parametrize(("text", "expected"), ZEROS)
def test_zeros(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert told(text) == expected


ASKED = [
    ("年初预算100万元，调整后预算120万元，支出决算108万元，完成年初预算的90%。", "90%"),
    ("年初预算100万元，调整后预算120万元，支出决算108万元，预算执行率95%。", "95%"),
    ("预算500万元，实际到位450万元；实际支出405万元，执行率70%。", "70%"),
    ("预算安排约500万元，支出300万元，执行率65%。", "65%"),
    (
        "预算4306084.38元，其中项目3710293.25元。\n\n决算3524647.79元，其中项目2928856.66元；预算完成率为78.94%。",
        "78.94%",
    ),
    ("专项资金500万元，支出300万元，执行率65%。", "65%"),
    ("全年预算121.3万元，培训费支出12.6万元，全年实际支出87.7万元，预算执行率10.39%。", "10.39%"),
]


@pytest.mark.parametrize(("text", "stated"), ASKED)
def test_what_may_be_read_otherwise_is_only_asked_about(text: str, stated: str) -> None:
    assert [(claim.verdict, claim.stated) for claim in claims_in(text)] == [("check", stated)]


def test_the_other_budget_is_told() -> None:
    (claim,) = claims_in("年初预算100万元，调整后预算120万元，支出决算108万元，完成年初预算的90%。")

    assert claim.reason == (
        "108÷100×100% = 108%，文中写90%，相差18个百分点；108÷120×100% = 90%则与文中相符，请核对口径。"
    )


SILENT = [
    "的40.4%，收入24627万元，完成年初预算数60999万元。",
    "支出14万元，超出预算0%。",
    "完成预算0%。",
    "预算5万元，培训3次，完成预算0%。",
    "支出5万元；因公出国费用，完成预算0%。",
    "会议费预算约12万元，培训费支出10万元，完成预算的9%。",
    "公务接待费支出0.39万元，完成预算51.32%。",
    "完成公共财政预算收入20348万元，为预算的55.3%。其中：国税部门完成3954万元，为预算的47.9%。",
    "项目完成率100%，政策宣传普及执行率达到100%，设备使用率95%，人员到位率90%，集中支付率85%。",
    "预算10万元，支出9万元，项目完成率100%，政策执行率达到100%，设备使用率95%。",
    "预算执行率为100%，项目资金到位率100%。",
    "预算执行率达95%，较上年提高5个百分点。",
    "执行率=87.7÷121.3×100%=72.3%。",
    "任务完成率95%，超序时进度5%。",
    "预算100万元。\n\n二、情况\n支出90万元，完成预算的80%。",
    "培训5次，完成预算的80%，预算12万元。",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_claim_is_made_of_what_has_no_operands(text: str) -> None:
    assert told(text) == []


def test_a_budget_of_something_else_is_no_base() -> None:
    text = "年初预算200万元，支出150万元，完成预算的75%。其中税收收入90万元，完成任务的99%。"

    assert [claim[2] for claim in told(text)] == ["75%"]


DIRECTIONS = [
    (
        "年初预算为80万元，支出决算为77万元，决算数大于年初预算数的主要原因是：科目不一致。",
        "决算数77万元小于预算数80万元，文中写“决算数大于年初预算数”。",
    ),
    (
        "年初预算为80万元，支出决算为97万元，决算数小于预算数的主要原因是：厉行节约。",
        "决算数97万元大于预算数80万元，文中写“决算数小于预算数”。",
    ),
    (
        "年初预算为86万元，支出决算为94.6万元，决算数与预算数持平。",
        "决算数94.6万元大于预算数86万元，文中写“决算数与预算数持平”。",
    ),
    (
        "年初预算为86万元，支出决算为86万元，决算数小于预算数的主要原因是节约。",
        "决算数86万元等于预算数86万元，文中写“决算数小于预算数”。",
    ),
    (
        "年初预算为86万元，支出决算为86万元，决算数大于预算数的主要原因是追加。",
        "决算数86万元等于预算数86万元，文中写“决算数大于预算数”。",
    ),
    (
        "年初预算为80万元，支出决算为77万元，完成96.25%。决算数大于预算数的主要原因是追加。",
        "决算数77万元小于预算数80万元，文中写“决算数大于预算数”。",
    ),
    (
        "年初预算为80万元，支出77万元；决算数大于预算数的主要原因是追加。",
        "决算数77万元小于预算数80万元，文中写“决算数大于预算数”。",
    ),
    (
        "年初预算为80万元，支出决算为77万元，其中人员支出50万元，决算数大于预算数。",
        "决算数77万元小于预算数80万元，文中写“决算数大于预算数”。",
    ),
    (
        "上年预算90万元，决算95万元。年初预算为80万元，支出决算为77万元，决算数大于预算数。",
        "决算数77万元小于预算数80万元，文中写“决算数大于预算数”。",
    ),
]


@pytest.mark.parametrize(("text", "reason"), DIRECTIONS)
def test_words_against_the_direction_of_the_figures(text: str, reason: str) -> None:
    (claim,) = claims_in(text)

    assert (claim.kind, claim.verdict, claim.computed) == ("completion", "inconsistent", "")
    assert claim.reason == reason


NO_DIRECTIONS = [
    "预算80万元，决算70人，决算数大于预算数。",
    "专项资金80万元，决算70万元，决算数大于预算数。",
    "年初预算为80万元，支出决算为77万元。\n决算数大于预算数。",
    "年初预算为80万元，支出决算为77万元。情况如下。决算数大于预算数。",
    "年初预算为80万元，支出决算为77万元，决算数小于年初预算数。",
    "年初预算为80万元，支出决算为97万元，决算数大于年初预算数。",
    "年初预算为80万元，支出决算为80万元，决算数与预算数持平。",
    "年初预算为80万元，支出决算为81万元，决算数与预算数基本持平。",
    "年初预算为80万元，调整预算90万元，支出决算为85万元，决算数大于预算数。",
    "支出决算为85万元，决算数大于预算数。",
    "年初预算为80万元，其中决算70万元、另一决算90万元，决算数小于预算数。",
]


@pytest.mark.parametrize("text", NO_DIRECTIONS)
def test_directions_that_agree_or_cannot_be_told(text: str) -> None:
    assert told(text) == []


def test_the_direction_against_the_budget_that_is_named() -> None:
    text = "年初预算为80万元，调整预算90万元，支出决算为85万元，决算数小于年初预算数。"

    assert [claim.verdict for claim in claims_in(text)] == ["inconsistent"]


def test_a_vague_figure_contradicts_nothing() -> None:
    plan = "年初预算约80万元，支出决算为77万元，决算数大于年初预算数。"
    part = "年初预算80万元，支出决算为约77万元，决算数大于年初预算数。"

    assert [claim.verdict for claim in claims_in(plan)] == ["check"]
    assert [claim.verdict for claim in claims_in(part)] == ["check"]


PAGES = "各项工作按计划推进，内部控制进一步健全。\n" * 40
WHOLE = "本年部门预算支出10275.78万元，实际支出29525.64万元。\n"
FAR = [("check", "100%", "287.33%")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WHOLE + PAGES + "预算执行率100%。", FAR),
        (WHOLE + PAGES + "预算执行率287.33%。", [("consistent", "287.33%", "287.33%")]),
        (WHOLE + "其中采购预算5万元，实际支出4万元。\n" + PAGES + "预算执行率100%。", FAR),
        # Rates of something else, and of what only arrived.
        (WHOLE + PAGES + "采购执行率100%。", []),
        (WHOLE + PAGES + "采购预算执行率100%。", []),
        (WHOLE + PAGES + "预算资金到位率100%。", []),
        # Two such pairs, or none.
        (WHOLE + "2019年部门预算支出8000万元，实际支出8001万元。\n" + PAGES + "预算执行率100%。", []),
        ("采购预算支出5万元，实际支出4万元。\n" + PAGES + "预算执行率100%。", []),
        ("本年部门预算支出5万元。实际支出4万元。\n" + PAGES + "预算执行率100%。", []),
        (WHOLE + PAGES * 8 + "预算执行率100%。", []),
    ],
)
def test_a_bare_rate_far_from_its_figures_is_asked_about(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert [one[1:] for one in told(text)] == expected
