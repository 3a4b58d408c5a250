"""What the words before a figure say of a change."""

import pytest

from scoring.engine.claims.text.moves import EarlierFigure, Move, earlier_of, move_of

MOVES = [
    ("增加", "，与2019年相比，增加", Move("by", 1, "", "year", loose=False, year=2019)),
    ("增长", "，增长", Move("by", 1, "", "", loose=False)),
    ("减少了", "，减少了", Move("by", -1, "", "", loose=False)),
    ("负增长", "，负增长", Move("by", -1, "", "", loose=False)),
    ("增幅为", "，增幅为", Move("by", 1, "", "", loose=False)),
    ("增长率为", "，增长率为", Move("by", 1, "", "", loose=False)),
    ("同比减少", "，同比减少", Move("by", -1, "", "", loose=False)),
    ("增加(减少)", "增加(减少)", Move("by", 0, "", "", loose=False)),
    ("增长/下降", "增长/下降", Move("by", 0, "", "", loose=False)),
    ("比年初预算数增加", "", Move("by", 1, "", "budget", loose=False)),
    ("支出决算比2018年减少", "", Move("by", -1, "支出决算", "year", loose=False, year=2018)),
    ("与上年相比财政拨款支出增加", "", Move("by", 1, "财政拨款支出", "year", loose=False)),
    ("支总计各增加", "", Move("by", 1, "支", "", loose=False)),
    ("同口径增长", "", Move("by", 1, "", "", loose=True)),
    ("年均增长", "", Move("by", 1, "年", "", loose=True)),
    ("主要原因是人员经费增加", "", Move("by", 1, "原因是人员经费", "", loose=True)),
    ("增加到", "", Move("to", 1, "", "", loose=False)),
    ("增加为", "", Move("to", 1, "", "", loose=False)),
    ("增加到2022年的", "", Move("to", 1, "", "", loose=False)),
    ("下降到人均", "", Move("to", -1, "", "", loose=True)),
    ("下调至", "", Move("to", -1, "", "", loose=False)),
    ("升至", "", Move("to", 1, "", "", loose=False)),
    ("增加资金为", "", Move("by", 1, "", "", loose=False)),
    ("增加约", "与2019年相比，增加约 ", Move("by", 1, "", "year", loose=False, year=2019)),
    ("降至", "", Move("to", -1, "", "", loose=False)),
    ("调增为", "", Move("to", 1, "", "", loose=False)),
    ("是2021年的", "", Move("of", 1, "", "year", loose=False)),
    ("支出为上年同期的", "", Move("of", 1, "支出", "year", loose=False)),
    ("达到", "", None),
    ("增加值", "", None),
    ("降低成本", "", None),
]


@pytest.mark.parametrize(("head", "lead", "move"), MOVES)
def test_what_the_words_announce(head: str, lead: str, move: Move | None) -> None:
    assert move_of(head, lead or head) == move


EARLIER = [
    ("与上年度收入", EarlierFigure("year", "收入", "")),
    ("支出与上年支出", EarlierFigure("year", "支出", "支出")),
    ("较2024年的", EarlierFigure("year", "", "")),
    ("比年初预算数", EarlierFigure("budget", "", "")),
    ("比上年决算数", EarlierFigure("year", "决算数", "")),
    ("办公费由上年的", EarlierFigure("year", "", "办公费", origin=True)),
    ("从均价", EarlierFigure("year", "均价", "", origin=True)),
    ("上级补助收入", None),
    ("来自财政的", None),
    ("支出", None),
]


@pytest.mark.parametrize(("head", "earlier"), EARLIER)
def test_which_figures_are_compared_with(head: str, earlier: EarlierFigure | None) -> None:
    assert earlier_of(head) == earlier
