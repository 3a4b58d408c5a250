"""Whether a figure is the one that a name asks for."""

import pytest

from scoring.engine.claims.text.likeness import Likeness, core_of, likeness

NAMES = [
    ("公务接待费支出决算", "公务接待费支出", Likeness.SAME),
    ("总支出", "2019年财政资金支出", Likeness.SAME),
    ("本年支出合计", "2020年度本年支出合计", Likeness.SAME),
    ("一般公共预算财政拨款", "一般公共预算财政拨款支出", Likeness.SAME),
    ("税收", "累计完成税收收入", Likeness.SAME),
    ("财政拨款收入", "财政拨款收入支出执行数", Likeness.SAME),
    ("基本支出", "财政拨款基本支出", Likeness.NEAR),
    ("机关运行经费", "县医疗保障事务中心机关运行经费支出", Likeness.NEAR),
    ("三公经费", "“三公”经费财政拨款支出决算", Likeness.NEAR),
    ("全区民生支出", "民生支出", Likeness.SAME),
    ("全省民生支出", "民生支出", Likeness.NEAR),
    ("一般公共预算收入", "地方一般公共预算收入完成", Likeness.PART),
    ("本年支出", "项目支出", Likeness.PART),
    ("公务接待费支出", "支出决算", Likeness.PART),
    ("总支出", "教育经费", Likeness.NONE),
    ("县级财政收入", "财政收入", Likeness.NONE),
    ("同类产品采购规模", "采购规模", Likeness.NONE),
    ("社会保障支出", "其他社会保障支出", Likeness.NONE),
    ("收入", "支出", Likeness.NONE),
    ("财政拨款收入", "财政拨款支出", Likeness.NONE),
    ("基本支出", "项目支出", Likeness.NONE),
    ("总额", "人数", Likeness.NONE),
    ("费", "办公费", Likeness.NONE),
]


@pytest.mark.parametrize(("wanted", "name", "expected"), NAMES)
def test_how_well_a_name_fits(wanted: str, name: str, expected: Likeness) -> None:
    assert likeness(wanted, name) == expected


@pytest.mark.parametrize(
    ("words", "core"),
    [
        ("2019年度本部门公务接待费支出决算数为", ("公务接待", "支出")),
        ("本年收入合计", ("", "收入")),
        ("决算数", ("", "")),
        ("其他收入", ("其他", "收入")),
        ("全国政府采购规模", ("全国政府采购", "")),
    ],
)
def test_the_core_of_a_name(words: str, core: tuple[str, str]) -> None:
    assert core_of(words) == core
