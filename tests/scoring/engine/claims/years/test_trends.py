"""Changes told without a number."""

import pytest

from scoring.engine.claims.text.layout import Layout
from scoring.engine.claims.text.prose import Prose
from scoring.engine.claims.text.reading import Reading
from scoring.engine.claims.years.trends import trend_claims


def told(text: str) -> list[tuple[str, str, str]]:
    return [
        (claim.verdict, claim.stated, claim.reason) for claim in trend_claims(Layout(Reading(Prose(text))))
    ]


CONTRADICTED = [
    (
        "2021年公务接待费4.2万元，与2020年的3.8万元持平。",
        ("inconsistent", "4.2万元", "文中写“持平”，按4.2万元和3.8万元是增加0.4万元。"),
    ),
    (
        "2021年公务接待费4.2万元，与2020年的约3.8万元持平。",
        ("check", "4.2万元", "文中写“持平”，按4.2万元和3.8万元是增加0.4万元。"),
    ),
    (
        "2021年公务接待费4.2万元，与2020年的3.8万元基本持平。",
        ("check", "4.2万元", "文中写“基本持平”，按4.2万元和3.8万元是增加0.4万元。"),
    ),
    (
        "2021年公务接待费约4.2万元，与2020年的3.8万元持平。",
        ("check", "4.2万元", "文中写“持平”，按4.2万元和3.8万元是增加0.4万元。"),
    ),
    (
        "征缴总额1.6亿元，支出2亿元，征缴总额较上年1.7亿元增长。",
        ("check", "1.6亿元", "文中写“增长”，按1.6亿元和1.7亿元是减少0.1亿元。"),
    ),
    (
        "支出40万元，办件30件，较上年50万元增长。",
        ("check", "40万元", "文中写“增长”，按40万元和50万元是减少10万元。"),
    ),
    (
        "支出40万元，较2019年50万元下降，较2020年30万元下降。",
        ("check", "40万元", "文中写“下降”，按40万元和30万元是增加10万元。"),
    ),
    (
        "人均支出1.2万元，较上年1.5万元有所增加。",
        ("check", "1.2万元", "文中写“有所增加”，按1.2万元和1.5万元是减少0.3万元。"),
    ),
    (
        "征缴总额1.6亿元，征缴总额较上年1.5亿元下降。",
        ("check", "1.6亿元", "文中写“下降”，按1.6亿元和1.5亿元是增加0.1亿元。"),
    ),
    (
        "城镇职工参保21355人、城乡居民参保100756人。较上年城镇职工参保16116人，城乡居民参保100923人数据略有增长。",
        ("check", "100756人", "文中写“略有增长”，按100756人和100923人是减少167人。"),
    ),
]


@pytest.mark.parametrize(("text", "claim"), CONTRADICTED)
def test_words_that_the_figures_contradict(text: str, claim: tuple[str, str, str]) -> None:
    assert told(text) == [claim]


SILENT = [
    "2021年公务接待费4.2万元，与2020年的4.2万元持平。",
    "2021年公务接待费4.2万元，与2020年的4.0万元基本持平。",
    "征缴总额1.6亿元，征缴总额较上年1.5亿元增长。",
    "因公出国（境）经费40万元，较上年持平；公务接待费242万元。",
    "支出40万元，业务量较上年30万件增长；",
    "培训费40万元，较上年会议费30万元下降。",
    "支出40万元，较上年的30万元，培训次数减少。",
    "与上年30万元持平。",
    "支出由30万元持平，",
    "持平",
    "支出5元。\n增长。",
    "支出40万元，较上年50万元在各级各部门的共同努力下实现了稳步增长。",
    "支出40万元，较上年50万元、2019年30万元增长。",
    "支出40万元，较上年40万元略有增长。",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_agrees_or_has_no_figures_makes_no_claim(text: str) -> None:
    assert told(text) == []
