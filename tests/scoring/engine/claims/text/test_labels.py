import pytest

from scoring.engine.claims.text.labels import label_of, name_of, role_of, year_of


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("2019年一般公共预算财政拨款支出", "一般公共预算财政拨款支出"),
        ("2020年度财政拨款支出", "财政拨款支出"),
        ("其中：人员经费".replace("：", ""), "人员经费"),
        ("支出决算为", "支出决算"),
        ("“三公”经费预算为", "三公经费预算"),
        ("全年共救助", "救助"),
        ("截至12月31日累计结余", "累计结余"),
        ("累计发放", "发放"),
        ("支出(含结转)达到", "支出"),
        ("一、事业收入", "事业收入"),
        ("其中", ""),
        ("", ""),
    ],
)
def test_a_name_has_no_idle_words(head: str, name: str) -> None:
    assert name_of(head) == name


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("基本支出", "amount"),
        ("比上年增加", "up"),
        ("增长率为", "up"),
        ("同比减少了", "down"),
        ("降幅达", "down"),
        ("占", "share"),
        ("占本年支出合计的", "share"),
        ("占比为", "share"),
        ("占用资金", "amount"),
        ("完成年初预算的", "completion"),
        ("完成预算", "completion"),
        ("超出年初预算的", "completion"),
        ("全年实际下达预算数为", "amount"),
        ("增加预算后的收入", "amount"),
    ],
)
def test_a_role_is_what_the_last_words_announce(head: str, role: str) -> None:
    assert role_of(head) == role


def test_a_label_knows_its_year() -> None:
    assert label_of("比2018年减少").year == 2018
    assert label_of("上年收入").last_year
    assert not label_of("上年结转").last_year
    assert label_of("收入").year is None


@pytest.mark.parametrize(
    ("text", "year"),
    [("2019年5人，2019年度6人，2018年7人", 2019), ("2018年，2019年", 2019), ("无年份20195", None)],
)
def test_a_text_is_about_the_year_it_names_most(text: str, year: int | None) -> None:
    assert year_of(text) == year
