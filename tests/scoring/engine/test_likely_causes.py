"""What a clerk may have done to state another figure than the one computed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.engine.likely_causes import Candidate, agrees, likely_cause, power_of_ten, size_of

CAUSES = [
    # the sign, to the printed digits
    ("89.38", "-89.3844", "可能漏写了负号"),
    ("-5.62", "5.623107", "可能多写了负号"),
    ("89.38", "-89.39", ""),
    # the decimal point
    ("8984.2", "89842", "可能点错了小数点（相差10倍）"),
    ("89842", "8984.20", "可能点错了小数点（相差10倍）"),
    ("0.723", "72.300082", "可能点错了小数点（相差100倍）"),
    ("7.23", "72.300082", "可能点错了小数点（相差10倍）"),
    ("500", "5000", "可能点错了小数点（相差10倍）"),
    ("7.2", "72.300082", ""),
    ("1006.78", "10067800", "可能把元和万元写混了（相差10,000倍）"),
    ("100678000000", "1006.78", "可能把元和亿元写混了（相差100,000,000倍）"),
    ("100678000", "1006.78", ""),
    ("-8984.2", "89842", ""),
    # digits
    ("43.88", "43.478", "可能写错了一位数字"),
    ("394.47", "397.47", "可能写错了一位数字"),
    ("98842", "89842", "可能写颠倒了两位数字"),
    ("43.84", "43.48", "可能写颠倒了两位数字"),
    ("132", "123", "可能写颠倒了两位数字"),
    ("21", "12", ""),
    ("287.32", "287.33", ""),
    ("97", "98", ""),
    ("138", "198", ""),
    ("979.16", "1006.78", ""),
    ("999.95", "1000.04", ""),
    ("875.33", "875.12", ""),
    ("-43.88", "43.48", ""),
    ("4343.12", "3434.12", ""),
    ("0.1111111111111111111", "0.333", ""),
    # nothing to explain
    ("5.62", "5.623107", ""),
    ("0", "-5", ""),
    ("5", "0", ""),
]


@pytest.mark.parametrize(("stated", "computed", "cause"), CAUSES)
def test_cause_gives_the_stated_figure(stated: str, computed: str, cause: str) -> None:
    assert likely_cause(Decimal(stated), Decimal(computed)) == cause


def test_candidates_are_tried_in_order_after_sign_and_point() -> None:
    candidates = [
        Candidate("误以上年数为分母", Decimal("53.95")),
        Candidate("误以本年收入为分母", Decimal("117.168")),
        Candidate("误以收入为分母", Decimal("117.17")),
    ]

    assert likely_cause(Decimal("117.17"), Decimal("53.95"), candidates) == "可能误以本年收入为分母"
    assert likely_cause(Decimal("539.5"), Decimal("53.95"), candidates) == "可能点错了小数点（相差10倍）"
    assert likely_cause(Decimal("117.2"), Decimal("117.9"), candidates) == "可能误以本年收入为分母"


def test_candidate_may_lack_its_sign_too() -> None:
    candidates = [Candidate("误以本年收入为分母", Decimal("-117.168"))]

    assert (
        likely_cause(Decimal("117.17"), Decimal("-53.95"), candidates)
        == "可能误以本年收入为分母，并漏写了负号"
    )
    assert likely_cause(
        Decimal("-29.95"), Decimal("70.05"), [Candidate("填成了执行率", Decimal("29.947"))]
    ) == ("可能填成了执行率，并多写了负号")


@pytest.mark.parametrize(("stated", "known"), [("90", False), ("91", False), ("91.2", True), ("910", False)])
def test_candidates_say_nothing_about_figures_of_few_digits(stated: str, known: bool) -> None:
    candidate = Candidate("取错了数", Decimal(stated))

    assert bool(likely_cause(Decimal(stated), Decimal("37.7"), [candidate])) is known


@pytest.mark.parametrize(
    ("printed", "exact", "agree"),
    [("72.3", "72.349", True), ("72.3", "72.351", False), ("72.3", "72.35", True), ("72", "72.5", True)],
)
def test_figures_agree_within_half_of_the_last_digit(printed: str, exact: str, agree: bool) -> None:
    assert agrees(Decimal(printed), Decimal(exact)) is agree


@given(
    value=st.decimals("0.01", "99999", places=2), power=st.sampled_from([1, -1, 2, -2, 3, -3, 4, -4, 8, -8])
)
def test_any_shift_of_the_point_is_seen(value: Decimal, power: int) -> None:
    assert power_of_ten(value.scaleb(power), value)


@given(
    stated=st.decimals(
        allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3
    ),
    computed=st.decimals(
        allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=5
    ),
)
def test_any_two_figures_have_a_cause_or_none(stated: Decimal, computed: Decimal) -> None:
    cause = likely_cause(stated, computed)

    assert cause == "" or cause.startswith("可能")


@pytest.mark.parametrize(
    ("stated", "value", "fits"),
    [
        ("72.3", "72.349", True),
        ("72.3", "-72.25", True),
        ("-72.3", "72.35", True),
        ("72.3", "72.351", False),
        ("72.3", "0", False),
        ("120", "119.5", True),
        ("120", "119.4", False),
    ],
)
def test_size_holds_what_is_printed_alike_but_for_its_sign(stated: str, value: str, fits: bool) -> None:
    assert size_of(Decimal(stated)).fits(Decimal(value)) is fits


@pytest.mark.parametrize(
    ("stated", "computed", "shifted"),
    [
        ("124", "1236", True),
        ("1.001", "10.0099", True),
        ("9.995", "99.9499", True),
        ("100", "9.996", False),
        ("1001", "99.999", False),
    ],
)
def test_shifted_figure_may_be_rounded(stated: str, computed: str, shifted: bool) -> None:
    assert bool(power_of_ten(Decimal(stated), Decimal(computed))) is shifted
