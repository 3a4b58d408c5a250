from decimal import Decimal

import pytest

from scoring.engine.claims.checker import check_text
from scoring.engine.claims.text.figures import Figures, read_figures
from scoring.engine.claims.text.prose import Prose


def told(text: str) -> list[str]:
    return [f"{figure.value}{figure.unit}" for figure in read_figures(Prose(text).text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("收入合计760.35万元，占98.16%", ["760.35万元", "98.16%"]),
        ("共计 3,372,500 元", ["3372500元"]),
        ("原值230,821.93,累计144,857.65", ["230821.93", "144857.65"]),
        ("增加-5.2万元", ["-5.2万元"]),
        ("减少－3人", ["-3人"]),
        ("5-3人", ["5", "3人"]),
        ("结算508人（次）", ["508人次"]),
        ("按220元/人的标准", ["220元/人"]),
        ("增长百分之十二点五", ["12.5%"]),
        ("完成百分之百", ["100%"]),
        ("390余次", ["390次"]),
        ("3.2亿元", ["3.2亿元"]),
        ("29\n346.06万元", ["29", "346.06万元"]),
    ],
)
def test_figures_are_read_with_their_unit(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "2019年",
        "2019年度部门决算",
        "2019年12月31日",
        "2020-12-31",
        "12月25日",
        "1-12月",
        "9月底",
        "川财社〔2019〕18号",
        "第196期",
        "一、1.负责落实政策"[2:],
        "\n2、办理登记",
        "表3：支出",
        "电话0731-88888888",
        "电话13800000000000000",
        "QQ12345",
        "v1.2.3",
        "收入760.35d万元",
        "1234567890123456万元",
        "26级",
        "8:30",
        "百分之乱",
    ],
)
def test_what_has_digits_and_measures_nothing_is_no_figure(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("约5万元", True),
        ("近5万元", True),
        ("5万余元", True),
        ("5余万元", True),
        ("50多家", True),
        ("5万元左右", True),
        ("95%以上", True),
        ("≥95%", True),
        ("不低于95%", True),
        ("超过200万元", True),
        ("±5%", True),
        ("约百分之五", True),
        ("合约5万元", True),
        ("5万元", False),
        ("95%", False),
        ("95%，以上", False),
    ],
)
def test_rough_figures_are_told_apart(text: str, vague: bool) -> None:
    (figure,) = read_figures(Prose(text).text)

    assert figure.vague is vague


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("其中：基本支出255.34万元", "基本支出"),
        ("甲，乙、丙5人", "丙"),
        ("收入5万元，支出（含结转）6万元", "支出(含结转)"),
        ("2019年财政拨款收入5万元", "2019年财政拨款收入"),
        ("截至12月31日共有5人", "截至12月31日共有"),
        ("文〔2019〕18号预拨5万元", "预拨"),
    ],
)
def test_the_words_before_a_figure_stop_at_its_clause(text: str, head: str) -> None:
    assert list(read_figures(Prose(text).text))[-1].head == head


def test_places_and_margins_follow_what_is_printed() -> None:
    figures = list(read_figures("收入5.20万元，支出6万元"))

    assert [(figure.places, figure.half) for figure in figures] == [
        (2, Decimal("0.005")),
        (0, Decimal("0.5")),
    ]
    assert figures[0].within("元") == Decimal(52000)
    assert figures[0].within("人") is None
    assert figures[0].told() == "5.2万元"


def test_figures_of_a_stretch_are_those_that_begin_in_it() -> None:
    figures = Figures(Prose("甲5人，乙6人，丙7人"))

    assert [figure.value for figure in figures.between(1, 9)] == [5, 6]
    assert figures.between(20, 30) == ()


def test_of_an_endless_sentence_the_first_figures_are_read() -> None:
    figures = Figures(Prose("支出1万元，" * 1000 + "。收入2万元，支出3万元。")).all

    assert len(figures) == 402
    assert [figure.value for figure in figures[-2:]] == [2, 3]


@pytest.mark.parametrize("run", [" ", "\u3000", "a", "&nbsp;", "一", "（", "\n ", "1\n", "<p>"])
def test_an_endless_run_of_signs_is_passed_over(run: str) -> None:
    """Anything that grows with the square of the length would not come to an end here."""
    assert check_text(run * 200_000) == []
