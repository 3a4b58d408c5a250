from decimal import Decimal

import pytest

from scoring.engine.reading import is_share, named_unit, read_pair


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("培训人数(人)", "人"),
        ("覆盖率(%)", "%"),
        ("项目总成本(单位：万元)", "万元"),
        ("村(社区)数", ""),
        ("结余率(结余数/预算数)", ""),
        ("培训人数", ""),
    ],
)
def test_named_unit_reads_the_bracket_of_a_name(name: str, unit: str) -> None:
    assert named_unit(name) == unit


@pytest.mark.parametrize(
    ("target", "actual", "name", "units"),
    [
        ("≥95", "96.2", "覆盖率(%)", ("%", "%")),
        ("≥95", "0.962", "覆盖率(%)", ("%", "")),
        ("50", "485000元", "成本(万元)", ("万元", "元")),
        ("50万元", "48", "成本(元)", ("万元", "")),
        ("0", "3", "事故(起)", ("起", "起")),
        ("3", "0", "事故(起)", ("起", "起")),
        ("及时", "3", "时限(天)", ("", "")),
        ("3", "完成", "数量(个)", ("个", "")),
    ],
)
def test_read_pair_gives_bare_numbers_the_unit_of_the_name(
    target: str, actual: str, name: str, units: tuple[str, str]
) -> None:
    goal, done = read_pair(target, actual, name)

    assert (goal.unit, done.unit) == units


def test_read_pair_reads_a_month_where_a_date_is_asked_for() -> None:
    assert [cell.kind for cell in read_pair("2022年12月底", "2022.12", "")] == ["date", "date"]
    assert [cell.kind for cell in read_pair("2022.12", "2022.11", "完成时间")] == ["date", "date"]
    assert [cell.kind for cell in read_pair("2022.12", "95", "数量")] == ["unclear", "number"]
    assert read_pair("2022.12", "", "完成时间")[0].raw == "2022.12"


@pytest.mark.parametrize(
    ("target", "name", "operator", "number"),
    [
        ("290%", "市民满意度", ">=", "90"),
        ("290%", "收入增长率", "", "290"),
        ("≥290%", "市民满意度", ">=", "290"),
        ("190%", "市民满意度", "", "190"),
        ("290", "市民满意度", "", "290"),
    ],
)
def test_read_pair_restores_a_sign_that_was_scanned_as_2(
    target: str, name: str, operator: str, number: str
) -> None:
    goal, _ = read_pair(target, "", name)

    assert (goal.operator, goal.number) == (operator, Decimal(number))


def test_is_share_knows_rates_that_end_at_100() -> None:
    assert is_share("群众满意度调查")
    assert not is_share("预算执行率")


@pytest.mark.parametrize(
    ("target", "actual", "name", "operator"),
    [
        ("290%", "98%", "适龄儿童接种率", ">="),
        ("290%", "120%", "适龄儿童接种率", ""),
        ("290%", "98", "适龄儿童接种率", ""),
        ("290%", "98%", "收入增长率", ""),
        ("290%", "98%", "产值", ""),
    ],
)
def test_read_pair_restores_a_sign_where_the_rate_was_reached(
    target: str, actual: str, name: str, operator: str
) -> None:
    assert read_pair(target, actual, name)[0].operator == operator


@pytest.mark.parametrize(
    ("target", "actual", "name", "units"),
    [
        ("84元", "84元/人", "人均补助标准", ("元/人", "元/人")),
        ("400元/人", "0.04万元", "补助标准", ("元/人", "万元/人")),
        ("2600元/月", "2600元/人/月", "补助标准", ("元/人/个月", "元/人/个月")),
        ("65万元", "58万元/公里", "每公里造价", ("万元/公里", "万元/公里")),
        ("400元/人", "40000元", "补助标准", ("元/人", "元")),
        ("400元/人", "400元", "发放金额", ("元/人", "元")),
        ("400元/年", "400元", "补助标准", ("元/年", "元")),
        ("2次/人", "2次", "人均次数", ("次/人", "次")),
        ("400元/人", "400元/户", "补助标准", ("元/人", "元/户")),
        ("0元", "84元/人", "人均补助标准", ("元/人", "元/人")),
    ],
)
def test_read_pair_takes_the_head_of_the_other_cell(
    target: str, actual: str, name: str, units: tuple[str, str]
) -> None:
    goal, done = read_pair(target, actual, name)

    assert (goal.unit, done.unit) == units


def test_read_pair_reads_a_day_beside_a_date() -> None:
    assert read_pair("12月底", "12.31", "完成时限")[1].words == "--12-31"
    assert read_pair("12月底", "12.35", "完成时限")[1].kind == "unclear"
    assert read_pair("≥12", "12.31", "完成时限")[1].kind == "number"
