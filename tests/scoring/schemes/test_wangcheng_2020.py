"""Golden results of 望城区 2020: the overall report, three special projects and the final accounts of one bureau."""

from decimal import Decimal
from functools import cache

import pytest

from scoring.engine.results import Scorecard
from tests.scoring.schemes.published import figures, filed, scored

OVERALL, ACCOUNTS = "overall-wangcheng-2020", "accounts-wangcheng-2020"
RESIDENTS, ASSISTANCE, OTHERS = (
    f"special-wangcheng-2020-{name}" for name in ("residents", "assistance", "others")
)
NAMES = (OVERALL, ACCOUNTS, RESIDENTS, ASSISTANCE, OTHERS)

Row = tuple[str, str | None]
# Code, anchor, stated, computed.
Found = tuple[str, str, str | None, str | None]

# Row → status and points: what the published scores are worth.
ROWS: dict[str, dict[str, Row]] = {
    OVERALL: {
        "execution": ("scored", "0"),
        "p01": ("scored", "10"),
        "p02": ("scored", "10"),
        "p03": ("judgement", None),
        "p04": ("judgement", None),
        "p05": ("scored", "9"),
        "p06": ("scored", "2"),
        "p07": ("judgement", None),
        "p08": ("judgement", None),
        "p09": ("judgement", None),
        "p10": ("judgement", None),
        "p11": ("not_applicable", None),
        "p12": ("scored", "5"),
        "p13": ("scored", "15"),
        "p14": ("not_applicable", None),
        "p15": ("needs_data", None),
        "p16": ("scored", "10"),
    },
    RESIDENTS: {
        "execution": ("scored", "10"),
        "p01": ("scored", "9.95"),
        "p02": ("scored", "5"),
        "p03": ("scored", "5"),
        "p04": ("scored", "6"),
        "p05": ("scored", "8"),
        "p06": ("accepted", "6"),
        "p07": ("accepted", "5"),
        "p08": ("scored", "5"),
        "p09": ("accepted", "9"),
        "p10": ("scored", "5"),
        "p11": ("judgement", None),
        "p12": ("judgement", None),
        "p13": ("accepted", "10"),
        "p14": ("accepted", "5"),
        "p15": ("scored", "5"),
    },
    ASSISTANCE: {
        "execution": ("scored", "10"),
        **{f"p{number:02}": ("accepted", "8") for number in (1, 2, 3, 10, 11, 12)},
        **{f"p{number:02}": ("scored", "5") for number in (4, 5, 6, 8)},
        "p07": ("scored", "6"),
        "p09": ("not_applicable", None),
        "p13": ("judgement", None),
        "p14": ("needs_data", None),
        "p15": ("accepted", "5"),
        "p16": ("accepted", "5"),
    },
    OTHERS: {
        "execution": ("scored", "10"),
        "p01": ("needs_data", None),
        "p02": ("scored", "20"),
        "p03": ("accepted", "10"),
        "p04": ("not_applicable", None),
        "p05": ("not_applicable", None),
        "p06": ("accepted", "30"),
        "p07": ("not_applicable", None),
        "p08": ("not_applicable", None),
        "p09": ("scored", "10"),
    },
    ACCOUNTS: {},
}

# Stated, sum of the rows, computed points and weight, lowest and highest total.
TOTALS = {
    OVERALL: ("89", "89", "61", "71", "61", "90"),
    RESIDENTS: ("100", "100", "93.95", "94", "93.95", "99.95"),
    ASSISTANCE: ("100", "100", "94", "94", "94", "100"),
    OTHERS: ("100", "100", "80", "80", "80", "100"),
}

# Warnings of each filing alone.
WARNINGS: dict[str, set[Found]] = {
    OVERALL: {
        ("C_RATIO", "goals/goal.actual", "89%", "90.43%"),
        ("C_RATIO", "report/report.performance", "89%", "90.43%"),
        ("X_RATE", "funds/funds/treasury/rate", "287", "287.33"),
        ("X_RATE", "funds/funds/total/rate", "287", "287.33"),
        ("X_RATE", "report/execution.stated", "100", "287.33"),
        ("X_RATE", "report/share.personnel", "90", "89.4"),
        ("X_RATE", "report/share.public", "10", "10.6"),
        ("X_OVER", "funds/funds/total/transfer", "287.33%", None),
        ("I_UNIT", "indicators/p03/actual", "符合政府采购要求", "±20%以内"),
        ("I_SHIFT", "indicators/p04/actual", "调出2人、调入2人", None),
        ("I_SHIFT", "indicators/p08/actual", "年末结余6万", None),
    },
    RESIDENTS: {
        ("I_UNMET_FULL", "indicators/p01/self_score", "10", "9.95"),
        ("I_NA", "indicators/p12/self_score", "1", None),
        ("X_DECLARED", "report/report.allotted", "4372", "5800"),
    },
    ASSISTANCE: {
        ("C_SUM", "report/report.goals", "3031.72万元", "3678.10万元"),
        ("I_NA", "indicators/p13/self_score", "1", None),
        ("I_SHIFT", "indicators/p14/actual", "5", None),
        ("X_PARTS", "report/report.spent", "3031.72", "3678.1"),
        ("X_DECLARED", "report/report.allotted", "1970.96", "2000"),
    },
    OTHERS: set(),
    ACCOUNTS: {
        ("I_ZERODEN", "general/subjects/subjects_2080505/rate", "100", None),
        ("N_SUM", "general/general.budget", "10275.78", "8095.78"),
        ("X_DECLARED", "other_statement/general_items/general_30216/amount", "0.03", "0"),
    },
}

# What the reports of the bureau say against each other, from the side of each.
CROSS: dict[str, set[Found]] = {
    OVERALL: {
        ("D_CROSS", "report/spending.basic", "979.16", "1006.78"),
        ("D_CROSS", "report/spending.project", "28546.48", "28518.86"),
        ("D_CROSS", "report/spending.personnel", "875.33", "875.12"),
        ("D_CROSS", "report/spending.public", "103.83", "123.43"),
        ("D_CROSS", "report/staff.moved_in", "0", "2"),
        ("D_CROSS", "report/projects/project02/budget", "2000", "0"),
        ("D_CROSS", "report/projects/project01/spent", "23097.62", "5800"),
        ("D_CROSS", "report/projects/project02/spent", "3678.1", "2930.72"),
        ("D_CROSS", "report/projects/project03/spent", "1715.94", "315.94"),
        ("D_NAME", "indicators/p10/actual", "580元/人", None),
    },
    RESIDENTS: {
        ("D_CROSS", "supplement/subjects/subject01/spent", "5800", "23097.62"),
        ("D_NAME", "indicators/p08/actual", "550元/人/年", None),
    },
    ASSISTANCE: {
        ("D_CROSS", "supplement/subjects/subject01/budget", "2000", "0"),
        ("D_CROSS", "supplement/subjects/subject01/spent", "2000", "3678.1"),
    },
    OTHERS: {("D_CROSS", "supplement/subjects/subject01/spent", "1500", "1715.94")},
    ACCOUNTS: {
        ("D_CROSS", "form03/t03/total/basic", "1006.78", "979.16"),
        ("D_CROSS", "form03/t03/total/project", "28518.86", "28546.48"),
        ("D_CROSS", "form06/t06_sums.personnel", "875.12", "875.33"),
        ("D_CROSS", "form06/t06_sums.public", "123.43", "103.83"),
        ("D_CROSS", "statement/staff.change", "2", "0"),
        ("D_CROSS", "general/subjects/subjects_2101301/budget", "0", "2000"),
        ("D_CROSS", "form03/t03/t03_2101199/total", "315.94", "1715.94"),
        ("D_CROSS", "form03/t03/t03_2101202/total", "23097.62", "5800"),
        ("D_CROSS", "form03/t03/t03_2101301/total", "2930.72", "3678.1"),
    },
}

# What stays after the corrections: nobody can tell from the reports which figure is right.
LEFT: dict[str, set[Found]] = {
    OVERALL: {
        ("X_PARTS", "report/spending.basic", "1006.78", "998.55"),
        ("C_SUM", "report/report.spending", "1006.78万元", "998.55万元"),
        ("D_CROSS", "report/staff.moved_in", "0", "2"),
    },
    ACCOUNTS: {
        ("N_SUM", "general/general.budget", "10275.78", "10095.78"),
        ("D_CROSS", "statement/staff.change", "2", "0"),
    },
}


@cache
def alone(name: str) -> Scorecard:
    return scored(name)


@cache
def beside(name: str, *, corrected: bool = False) -> Scorecard:
    """The filing compared with the bureau's four other reports."""
    others = [filed(other, corrected=corrected) for other in NAMES if other != name]
    return scored(name, corrected=corrected, beside=others)


def warnings(card: Scorecard) -> set[Found]:
    return figures(finding for finding in card.findings if finding.severity != "information")


def decimals(*texts: str) -> tuple[Decimal, ...]:
    return tuple(Decimal(text) for text in texts)


@pytest.mark.parametrize("name", NAMES)
def test_rows_get_what_they_are_worth(name: str) -> None:
    rows = {
        row.filed.id: (row.status, None if row.points is None else Decimal(row.points))
        for row in alone(name).rows
    }

    expected = {
        key: (status, None if points is None else Decimal(points))
        for key, (status, points) in ROWS[name].items()
    }
    assert rows == expected


@pytest.mark.parametrize("name", TOTALS)
def test_totals_say_how_much_is_known(name: str) -> None:
    totals = alone(name).totals

    found = (totals.self_stated, totals.self_sum, totals.points, totals.weight, totals.low, totals.high)
    assert found == decimals(*TOTALS[name])
    assert (totals.total, totals.grade) == (None, "")


def test_final_accounts_have_no_score() -> None:
    totals = alone(ACCOUNTS).totals

    assert (totals.self_stated, totals.points, totals.weight, totals.total) == (None, 0, 0, None)


@pytest.mark.parametrize(
    ("name", "row", "words"),
    [
        (OVERALL, "execution", "= 287.33%，超过100%，按方案不得分。"),
        (OVERALL, "p02", "完成值 390次 ÷ 指标值 ≥2次/周 = 375.00%，得满分10分。"),
        (RESIDENTS, "execution", "= 100.00%，得满分10分。"),
        (RESIDENTS, "p01", "10 × 99.54% = 9.95，得9.95分。"),
        (ASSISTANCE, "p10", "自评 8.00 在区间内，予以认可。"),
    ],
)
def test_scores_are_explained(name: str, row: str, words: str) -> None:
    explanations = {each.filed.id: each.outcome.explanation for each in alone(name).rows}

    assert explanations[row].endswith(words)


@pytest.mark.parametrize("name", NAMES)
def test_filings_keep_their_contradictions(name: str) -> None:
    assert warnings(alone(name)) == WARNINGS[name]


def test_a_missing_item_is_told_from_rounding() -> None:
    found = figures(finding for finding in alone(ACCOUNTS).findings if finding.code == "N_SUM")

    assert ("N_SUM", "form06/t06/t06_302/amount", "116.06", "116.03") in found
    assert not [anchor for _, anchor, *_ in found if "t06_301" in anchor]


@pytest.mark.parametrize("name", NAMES)
def test_reports_of_the_bureau_are_compared(name: str) -> None:
    assert warnings(beside(name)) - warnings(alone(name)) == CROSS[name]


@pytest.mark.parametrize("name", NAMES)
def test_corrections_leave_only_what_nobody_can_tell(name: str) -> None:
    assert warnings(beside(name, corrected=True)) == LEFT.get(name, set())


@pytest.mark.parametrize(
    ("name", "own", "total"),
    [
        (OVERALL, "98.64", None),
        (RESIDENTS, "96.49", None),
        (ASSISTANCE, "98.85", "99.85"),
        (OTHERS, "100", "100"),
    ],
)
def test_corrected_totals_agree(name: str, own: str, total: str | None) -> None:
    totals = beside(name, corrected=True).totals

    assert totals.self_stated == totals.self_sum == Decimal(own)
    assert totals.total == (None if total is None else Decimal(total))
