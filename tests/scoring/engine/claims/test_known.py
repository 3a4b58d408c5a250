from decimal import Decimal

import pytest

from scoring.engine.claims.known import KnownFiguresError, read_known


def test_figures_are_read_from_an_object() -> None:
    (known,) = read_known('{"2020年基本支出": "1,006.78万元"}')

    assert (known.label, known.value, known.unit, known.half) == (
        "2020年基本支出",
        Decimal("1006.78"),
        "万元",
        Decimal("0.005"),
    )
    assert known.year == 2020


def test_figures_are_read_from_a_list() -> None:
    (known,) = read_known('[{"label": "人数", "value": 53, "unit": "人", "year": 2020, "where": "staff"}]')

    assert (known.value, known.unit, known.year, known.where) == (53, "人", 2020, "staff")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "不是 JSON"),
        ("[" * 100_000, "不是 JSON"),
        ("3", "应当是一个对象"),
        ("[3]", "应当是一个对象"),
        ('[{"value": "3"}]', "名称（label）"),
        ('[{"label": " ", "value": "3"}]', "名称（label）"),
        ('[{"label": "甲", "value": null}]', "数值（value）"),
        ('{"甲": "三百"}', "“甲”的数值读不出来：三百"),
        ('{"甲": "5万元和6万元"}', "读不出来"),
        ('{"甲": ""}', "读不出来"),
        ('[{"label": "甲", "value": "3", "year": "今年"}]', "年份不是数字"),
    ],
)
def test_anything_else_is_refused_in_words(text: str, words: str) -> None:
    with pytest.raises(KnownFiguresError) as caught:
        read_known(text)

    assert words in str(caught.value)
