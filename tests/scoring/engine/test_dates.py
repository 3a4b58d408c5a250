import datetime

import pytest

from scoring.engine.dates import find_dates, spelled_month
from scoring.engine.text import normalise


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2022.10.31", "2022-10-31"),
        ("2023/6/28", "2023-06-28"),
        ("2023年3月", "2023-03-31"),
        ("2024年2月底前", "2024-02-29"),
        ("2023年2月", "2023-02-28"),
        ("2022年11月上旬", "2022-11-10"),
        ("2022年11月中旬", "2022-11-20"),
        ("2022年第三季度", "2022-09-30"),
        ("2022年上半年", "2022-06-30"),
        ("2022年下半年", "2022-12-31"),
        ("2022年底前", "2022-12-31"),
        ("2022年", "2022-12-31"),
        ("2022年1月-12月", "2022-12-31"),
        ("2022年10月至2023年3月", "2023-03-31"),
        ("2022.12前", "2022-12-31"),
        ("2022年1月1日-2022年12月31日", "2022-12-31"),
        ("2022年3月1日至11月30日", "2022-11-30"),
        ("2022.1.1-2022.12.31", "2022-12-31"),
        ("2022.10-2023.03", "2023-03-31"),
        ("二〇二二年底", "2022-12-31"),
        ("20221231", "2022-12-31"),
    ],
)
def test_find_dates_takes_the_end_of_the_period(text: str, last: str) -> None:
    (found,) = find_dates(normalise(text))

    assert found.span is not None
    assert found.span.last_day == datetime.date.fromisoformat(last)
    assert found.span.partial_text == ""


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("12月底前", "--12-31"),
        ("6月底", "--06-30"),
        ("12月20日", "--12-20"),
        ("第四季度", "--12-31"),
        ("年底前", "--12-31"),
        ("1-12月", "--12-31"),
        ("每月25日前", "---25"),
    ],
)
def test_find_dates_keeps_a_year_that_is_not_named_open(text: str, partial: str) -> None:
    (found,) = find_dates(normalise(text))

    assert found.span is not None
    assert (found.span.last_day, found.span.partial_text) == (None, partial)


@pytest.mark.parametrize("text", ["2月30日", "2022年13月", "每月40日", "2022.2.31", "2月30日-3月1日"])
def test_find_dates_marks_days_that_do_not_exist(text: str) -> None:
    (found,) = find_dates(text)

    assert found.span is None


@pytest.mark.parametrize("text", ["12个月", "2022.10", "95%", "5800", "", "1年内", "半年内"])
def test_find_dates_leaves_other_numbers(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("2022.12", "2022年12月"),
        ("2022-10", "2022年10月"),
        ("2022/3", "2022年3月"),
        ("2022.13", "2022.13"),
        ("95", "95"),
    ],
)
def test_spelled_month_reads_a_year_with_its_month(text: str, spelled: str) -> None:
    assert spelled_month(text) == spelled


def test_find_dates_takes_the_last_day_of_every_month() -> None:
    (found,) = find_dates("每月20日至25日")

    assert found.span is not None
    assert (found.span.monthly, found.span.partial_text) == (True, "---25")


def test_find_dates_takes_a_whole_year() -> None:
    (found,) = find_dates("2021年全年")

    assert found.span is not None
    assert found.span.last_day == datetime.date(2021, 12, 31)
