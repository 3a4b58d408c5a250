from decimal import Decimal

import pytest

from scoring.engine.units import base_of, bounds, convert, dimension, match_unit, periods_a_year, same_count


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("万元", "万元"),
        ("元/人·年", "元/人/年"),
        ("元/人天", "元/人/天"),
        ("次/周", "次/周"),
        ("台套", "台套"),
        ("台/套", "台套"),
        ("千克", "公斤"),
        ("亿斤", "亿斤"),
        ("个工作日", "工作日"),
        ("个百分点", "百分点"),
        ("/10万", "/10万"),
        ("/万", "/万"),
        ("μg/立方米", "微克/立方米"),
        ("名", "人"),
        ("万人次", "万人次"),
        ("亿", "亿"),
        ("成以上", "成"),
    ],
)
def test_match_unit_names_units_canonically(text: str, unit: str) -> None:
    assert match_unit(text, 0)[0] == unit


@pytest.mark.parametrize("text", ["", "到位", "成员", "/人"])
def test_match_unit_leaves_other_words(text: str) -> None:
    assert match_unit(text, 0) == ("", 0)


@pytest.mark.parametrize(
    ("number", "unit", "to", "result"),
    [
        ("3185600", "元", "万元", "318.56"),
        ("1.5", "亿元", "万元", "15000"),
        ("20.03", "亿", "亿元", "20.03"),
        ("1.2", "万户", "户", "12000"),
        ("0.5", "‰", "%", "0.05"),
        ("0.95", "小数", "%", "95"),
        ("4.8", "5分制", "%", "96"),
        ("91.2", "100分制", "分", "91.2"),
        ("24", "/10万", "/万", "2.4"),
        ("133.4", "公顷", "亩", "2001"),
        ("9.98", "亿斤", "万吨", "49.9"),
        ("15600", "米", "公里", "15.6"),
        ("0.4", "小时", "分钟", "24"),
        ("2", "年", "个月", "24"),
        ("7800", "元/人/年", "元/人/个月", "650"),
        ("0.21", "万元/平方米", "元/平方米", "2100"),
        ("3", "项", "个", "3"),
        ("10", "台", "台套", "10"),
        ("7", "", "", "7"),
        ("7", "棚", "棚", "7"),
    ],
)
def test_convert_is_exact_within_a_dimension(number: str, unit: str, to: str, result: str) -> None:
    assert convert(Decimal(number), unit, to) == Decimal(result)


@pytest.mark.parametrize(
    ("unit", "to"),
    [
        ("人", "人次"),
        ("天", "工作日"),
        ("天", "个月"),
        ("%", "百分点"),
        ("次", "场"),
        ("次", "篇"),
        ("元/人", "元"),
        ("元/人", "元/户"),
        ("万", "%"),
        ("", "%"),
        ("棚", "个"),
        ("人", "个"),
        ("/万", "元"),
        ("元/万", "元/人"),
        ("/万/个月", "%"),
        ("/0万", "%"),
    ],
)
def test_convert_refuses_different_things(unit: str, to: str) -> None:
    assert convert(Decimal(1), unit, to) is None


def test_same_count_knows_measure_words_for_the_same_things() -> None:
    assert same_count("次", "场") == (1, 1)
    assert same_count("万人", "个") == (10_000, 1)
    assert same_count("次", "篇") is None
    assert same_count("家", "家次") is None


def test_bounds_span_what_an_inexact_unit_can_be() -> None:
    assert bounds(Decimal("3.2"), "天", "工作日") == (0, Decimal("3.2"))
    assert bounds(Decimal(1), "个月", "天") == (28, 31)
    assert bounds(Decimal(6), "工作日", "天") == (6, Decimal("Infinity"))
    assert bounds(Decimal(0), "工作日", "天") == (0, 0)
    assert bounds(Decimal(2), "小时", "分钟") == (120, 120)
    assert bounds(Decimal(-1), "个月", "天") is None
    assert bounds(Decimal(1), "人", "天") is None


def test_periods_a_year_knows_rates_by_time() -> None:
    assert periods_a_year("次/周") == ("次", 52)
    assert periods_a_year("元/人") is None
    assert periods_a_year("元/人/年") is None
    assert periods_a_year("次") is None


def test_base_of_takes_the_scale_off() -> None:
    assert base_of("万元") == "元"
    assert base_of("亿元/年") == "元/年"
    assert base_of("百分点") == "百分点"
    assert base_of("/万") == "/万"
    assert base_of("") == ""


def test_dimension_tells_what_is_measured() -> None:
    assert [dimension(unit) for unit in ("万元", "‰", "人次", "天", "棚", "")] == [
        "money",
        "ratio",
        "人次",
        "clock",
        "棚",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("次/2个月", "次/2个月"),
        ("次/两周", "次/2周"),
        ("次/半年", "次/半年"),
        ("次/学期", "次/学期"),
        ("件/套", "件"),
        ("台/套", "台套"),
        ("元/件", "元/件"),
        ("门次", "门次"),
        ("万亩次", "万亩次"),
        ("分贝", "分贝"),
        ("万度", "万千瓦时"),
        ("学时", "课时"),
    ],
)
def test_match_unit_knows_periods_and_alternatives(text: str, unit: str) -> None:
    assert match_unit(text, 0) == (unit, len(text))


def test_several_periods_convert_exactly() -> None:
    assert convert(Decimal(1), "次/2个月", "次/年") == 6
    assert convert(Decimal(3), "次/年", "次/半年") == Decimal("1.5")
    assert convert(Decimal(25), "TB", "GB") == 25_600
    assert periods_a_year("次/半年") == ("次", 2)
    assert periods_a_year("次/3年") is None


def test_same_count_takes_an_unknown_measure_word_for_one_by_one() -> None:
    assert same_count("路", "个") == (1, 1)
    assert same_count("个", "路") == (1, 1)
    assert same_count("路", "家") is None
    assert same_count("个", "%") is None
