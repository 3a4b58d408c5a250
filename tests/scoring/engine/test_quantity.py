import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.engine.quantity import Quantity, read_quantity

TYPED = (
    "≥≤＞＜＝><=±~～-—－+0123456789０１２３４５６７８９.．,，、；。（）()%％‰/每月日年底前次人万亿元个天周左右以上下不低于超过约百分之二十①㎡½Ⅲ"
    "无未完成较年增长下降实际 　A“”\n"
)


def reading(quantity: Quantity) -> tuple[str, str, Decimal | None, Decimal | None, str]:
    return quantity.kind, quantity.operator, quantity.number, quantity.high, quantity.unit


@pytest.mark.parametrize(
    ("text", "operator", "number", "unit"),
    [
        ("≥95%", ">=", "95", "%"),
        ("≧２００００份", ">=", "20000", "份"),
        ("＞＝3期", ">=", "3", "期"),
        ("42.37 万人", "", "42.37", "万人"),
        ("550元/人/年", "", "550", "元/人/年"),
        ("≥2次/周", ">=", "2", "次/周"),
        ("每人每年40元", "", "40", "元/人/年"),
        ("每亩不低于150元", ">=", "150", "元/亩"),
        ("每季度不少于1次", ">=", "1", "次/季度"),
        ("100余家", ">=", "100", "家"),
        ("20 余篇（宣传2次以上、宣传册5000余份）", ">=", "20", "篇"),
        ("超 200 万元，否则按完成比率得分", ">", "200", "万元"),
        ("低于12/10万", "<", "12", "/10万"),
        ("132.6/万", "", "132.6", "/万"),
        ("控制在5‰以内", "<=", "5", "‰"),
        ("降至0.6%以下", "<=", "0.6", "%"),
        ("90%（含）以上", ">=", "90", "%"),
        ("2 次及以上", ">=", "2", "次"),
        ("稳定在95%以上", ">=", "95", "%"),
        ("城乡居民参保率达95%", "", "95", "%"),
        ("约5000人", "~", "5000", "人"),
        ("20场左右", "~", "20", "场"),
        ("百分之百", "", "100", "%"),
        ("百分之九十五以上", ">=", "95", "%"),
        ("十二座", "", "12", "座"),
        ("不少于两次", ">=", "2", "次"),
        ("4场+10场", "", "14", "场"),
        ("＝15台", "=", "15", "台"),
        ("10台（套）", "", "10", "台套"),
        ("≥90（%）", ">=", "90", "%"),
        ("4.8分（5分制）", "", "4.8", "5分制"),
        ("91.2分（百分制）", "", "91.2", "100分制"),
        ("85分（分段计）", "", "85", "分"),
        ("-3.4%", "", "-3.4", "%"),
        ("+7.2%", "", "7.2", "%"),
        ("21,500份", "", "21500", "份"),
        ("400㎡", "", "400", "平方米"),
        ("36.8μg/m³", "", "36.8", "微克/立方米"),
        ("3524647.79/4306084.38=81.85%", "", "81.85", "%"),
        ("100%到位", "", "100", "%"),
        ("3次专项行动检查", "", "3", "次"),
        ("8万", "", "8", "万"),
        ("每次会议3人", "", "3", "人"),
        ("每会3人", "", "3", "人"),
        ("3棚", "", "3", "棚"),
        ("整理2890卷", "", "2890", "卷"),
        ("未达到90%", "<", "90", "%"),
        ("春节、八一慰问2次", "", "2", "次"),
        ("9成以上", ">=", "9", "成"),
        ("≥98%，及时", ">=", "98", "%"),
        ("2022年完成12次", "", "12", "次"),
        ("第3批20套", "", "20", "套"),
        ("65岁以上老人健康管理率≥70%", ">=", "70", "%"),
        ("PM2.5平均浓度35微克/立方米", "", "35", "微克/立方米"),
        ("“510”活动5场", "", "5", "场"),
        ("（95%）", "", "95", "%"),
    ],
)
def test_read_quantity_reads_numbers(text: str, operator: str, number: str, unit: str) -> None:
    quantity = read_quantity(text)

    assert reading(quantity) == ("number", operator, Decimal(number), None, unit)
    assert quantity.raw == text


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("±20%以内", "-20", "20", "%"),
        ("18—22℃", "18", "22", "摄氏度"),
        ("6.5~8.5", "6.5", "8.5", ""),
        ("300-350批次", "300", "350", "批次"),
        ("90%（含）~100%", "90", "100", "%"),
        ("3至5个", "3", "5", "个"),
        ("≥90%且≤100%", "90", "100", "%"),
    ],
)
def test_read_quantity_reads_ranges(text: str, low: str, high: str, unit: str) -> None:
    assert reading(read_quantity(text)) == ("range", "range", Decimal(low), Decimal(high), unit)


@pytest.mark.parametrize(
    ("text", "date", "words"),
    [
        ("2019年6月30日", datetime.date(2019, 6, 30), ""),
        ("2022.10.31", datetime.date(2022, 10, 31), ""),
        ("2022年11月底完成竣工验收", datetime.date(2022, 11, 30), ""),
        ("2022年", datetime.date(2022, 12, 31), ""),
        ("6月底前", None, "--06-30"),
        ("每月25日前", None, "---25"),
    ],
)
def test_read_quantity_reads_deadlines(text: str, date: datetime.date | None, words: str) -> None:
    quantity = read_quantity(text)

    assert (quantity.kind, quantity.date, quantity.words) == ("date", date, words)


@pytest.mark.parametrize(
    "text",
    [
        "显著提升",
        "无",
        "支付 1-12 月精神病人住院救助",
        "拨付 2020 年度其他医疗保障待遇",
        "每月定点定时为患者发放药物",
        "一次办结",
        "新增两病门诊",
        "开展“12345”热线工作",
        "三项制度健全",
    ],
)
def test_read_quantity_leaves_numbers_that_belong_to_names(text: str) -> None:
    quantity = read_quantity(text)

    assert (quantity.kind, quantity.number) == ("words", None)
    assert quantity.words


@pytest.mark.parametrize("text", [None, "", "  ", "　", "-", "—", "/", "NULL", "（）"])
def test_read_quantity_knows_an_empty_cell(text: str | None) -> None:
    assert read_quantity(text).kind == "empty"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("(0/0)×100%=0%", "分母为0"),
        ("（无阈值）实际/预算×100%", "公式"),
        ("2022.10", "年月"),
        ("次26次", "前后各一次"),
        ("2022年2月30日前", "不是有效日期"),
        ("2022年3月底前、5月底前", "逐项"),
        ("3月底前开工5月底前完工", "几个日期"),
        ("12345678901234567", "有效数字"),
        ("≥90%以下", "相反"),
        ("8-5个", "区间"),
        ("4项每项25%", "几个数字"),
        ("3高标准项目", "单位"),
        ("师生比1：5", "比例"),
        ("春节、八一各1次", "逐项"),
        ("≤100%且≥90%", "几个数字"),
        ("≥100%且≤90%", "几个数字"),
        ("≥5次且≤90%", "几个数字"),
        ("5次+3场", "几个数字"),
        ("2022年12月底前完成100%", "期限"),
        ("1次" * 13, "太多"),
    ],
)
def test_read_quantity_says_what_it_cannot_read(text: str, reason: str) -> None:
    quantity = read_quantity(text)

    assert quantity.kind == "unclear"
    assert quantity.number is None
    assert reason in quantity.reason


def test_read_quantity_takes_a_narrative_as_words() -> None:
    quantity = read_quantity("全年完成检查12次，" * 200)

    assert (quantity.kind, quantity.parts) == ("words", ())


def test_read_quantity_keeps_the_parts_of_a_compound_target() -> None:
    quantity = read_quantity("高中320人、中职180人")

    assert quantity.kind == "unclear"
    assert [(part.words, part.number, part.unit) for part in quantity.parts] == [
        ("高中", Decimal(320), "人"),
        ("中职", Decimal(180), "人"),
    ]


@given(st.text() | st.text(alphabet=TYPED, max_size=40))
def test_read_quantity_never_raises(text: str) -> None:
    quantity = read_quantity(text)

    assert quantity.raw == text
    assert (quantity.number is not None) == (quantity.kind in ("number", "range"))
    assert (quantity.reason != "") == (quantity.kind in ("unclear", "empty"))


WIDE = {ord(c): ord(c) + 0xFEE0 for c in "0123456789%.<>=/"} | {ord(" "): 0x3000}


@given(
    st.sampled_from(["", "≥", "<=", ">", "=", "约", "不低于"]),
    st.decimals(0, 10**6, places=2),
    st.sampled_from(["", "%", "万元", "人次", "元/人/年", "次/周", " 平方米"]),
    st.sampled_from(["", "以内", "左右"]),
)
def test_read_quantity_reads_wide_and_narrow_alike(
    before: str, number: Decimal, unit: str, after: str
) -> None:
    text = f"{before}{number}{unit}{after}"

    wide = read_quantity(text.translate(WIDE))
    narrow = read_quantity(text)

    assert reading(wide) == reading(narrow)


@pytest.mark.parametrize(
    ("text", "operator", "number", "unit"),
    [
        ("签约18个", "", "18", "个"),
        ("约18个", "~", "18", "个"),
        ("节约5%", "", "5", "%"),
        ("附近3处", "", "3", "处"),
        ("万余份", ">=", "10000", "份"),
        ("万分之一", "", "1.0", "‱"),
        ("万分之零点六", "", "0.6", "‱"),
        ("千分之5", "", "5", "‰"),
        ("百分之九十五", "", "95.0", "%"),
        ("≥78.5岁", ">=", "78.5", "岁"),
        ("半小时", "", "0.5", "小时"),
        ("1个半小时", "", "1.5", "小时"),
        ("1天半", "", "1.5", "天"),
        ("近3年开展5场", "", "5", "场"),
        ("实际到位360万元/预算360万元=100%", "", "100", "%"),
    ],
)
def test_read_quantity_knows_other_ways_to_write(text: str, operator: str, number: str, unit: str) -> None:
    quantity = read_quantity(text)

    assert (quantity.operator, quantity.number, quantity.unit) == (operator, Decimal(number), unit)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("18±2℃", 16, 20, "摄氏度"),
        ("18℃±2℃", 16, 20, "摄氏度"),
        ("100人±5%", 95, 105, "人"),
        ("±5%", -5, 5, "%"),
    ],
)
def test_read_quantity_knows_either_side(text: str, low: int, high: int, unit: str) -> None:
    quantity = read_quantity(text)

    assert (quantity.kind, quantity.number, quantity.high, quantity.unit) == ("range", low, high, unit)


def test_read_quantity_takes_a_date_in_brackets() -> None:
    quantity = read_quantity("汛前（4月30日前）")

    assert (quantity.kind, quantity.words) == ("date", "--04-30")
    assert read_quantity("优（95分）").kind == "words"


def test_read_quantity_gives_each_number_its_own_words() -> None:
    assert [part.words for part in read_quantity("视察3次调研5次").parts] == ["视察", "调研"]


@pytest.mark.parametrize("text", ["1e400", "1e20"])
def test_number_beyond_the_record_is_no_number(text: str) -> None:
    assert read_quantity(text).kind == "words"


def test_share_of_a_malformed_numeral_is_no_number() -> None:
    assert read_quantity("万分之零点十").kind == "words"
