"""What must agree inside the forms of 望城区 2020: one wrong figure is found where it stands."""

import pytest

from scoring.engine.results import Scorecard
from tests.scoring.schemes.published import scored

OVERALL, ACCOUNTS = "overall-wangcheng-2020", "accounts-wangcheng-2020"
RESIDENTS, ASSISTANCE, OTHERS = (
    f"special-wangcheng-2020-{name}" for name in ("residents", "assistance", "others")
)
X, PARTS, RATE, BALANCE, SUM = "X_DECLARED", "X_PARTS", "X_RATE", "X_BALANCE", "N_SUM"
ONE, FOUR = "form01/tables", "form04/tables"
TEXT = "statement/tables"

# Path of the changed cell, its new text, code and anchor of what must be found.
CASES = [
    # inside the tables
    (f"{ONE}/t01_in/total/sum", "29527.6", PARTS, "form01/t01_in/total/sum"),
    (f"{ONE}/t01/total/sum", "29525.7", PARTS, "form01/t01/total/sum"),
    (f"{ONE}/t01/grand/sum", "29531.9", PARTS, "form01/t01/grand/sum"),
    ("form02/tables/t02/total/fiscal", "29513.25", SUM, "form02/t02/total/fiscal"),
    ("form02/lists/t02/t02_2101501/total", "787.39", PARTS, "form02/t02/t02_2101501/total"),
    ("form03/lists/t03/t03_20805/basic", "54.5", SUM, "form03/t03/t03_20805/basic"),
    (f"{FOUR}/t04/c210/total", "29346.16", PARTS, "form04/t04/c210/total"),
    (f"{FOUR}/t04/total/general", "29460.03", PARTS, "form04/t04/total/general"),
    (f"{FOUR}/t04_in/opening_general/sum", "4.36", PARTS, "form04/t04_in/opening/sum"),
    ("form06/lists/t06/t06_30101/amount", "131.66", SUM, "form06/t06/t06_301/amount"),
    ("form06/facts/t06_sums.personnel", "875.22", PARTS, "form06/t06_sums.personnel"),
    ("form07/tables/t07/actual/total", "2.39", PARTS, "form07/t07/actual/total"),
    ("form08/lists/t08/t08_229/closing", "1", PARTS, "form08/t08/t08_229/closing"),
    # balances
    (f"{ONE}/t01/closing/sum", "6.22", BALANCE, "form01/t01/grand/sum"),
    (f"{FOUR}/t04/closing/general", "0.1", BALANCE, "form04/t04/grand/total"),
    ("three_public_statement/tables/government_fund/own/closing", "1", BALANCE,
     "three_public_statement/government_fund/own/closing"),
    # between the tables
    (f"{ONE}/t01_in/other/sum", "14.46", X, "form01/t01_in/total/sum"),
    (f"{ONE}/t01_in/operation/sum", "1", X, "form01/t01_in/operation/sum"),
    (f"{ONE}/t01/c208/sum", "55.21", X, "form01/t01/c208/sum"),
    (f"{ONE}/t01/c205/sum", "0.1", X, "form01/t01/c205/sum"),
    (f"{ONE}/t01/c208/sum", "55.21", X, "form01/t01/total/sum"),
    ("form03/lists/t03/t03_221/total", "58.4", X, "form01/t01/c221/sum"),
    ("form05/lists/t05/t05_213/total", "0.55", X, "form04/t04/c213/general"),
    ("form05/lists/t05/t05_213/total", "0.55", X, "form04/t04/total/general"),
    ("form05/lists/t05/t05_213/basic", "0.55", X, "form05/t05/total/basic"),
    (f"{FOUR}/t04/c229/fund", "57.58", X, "form04/t04/total/fund"),
    (f"{FOUR}/t04/c223/capital", "1", X, "form04/t04/total/capital"),
    (f"{FOUR}/t04_in/fund/sum", "57.58", X, "form04/t04_in/fund/sum"),
    (f"{FOUR}/t04_in/general/sum", "29455.77", X, "form04/t04_in/total/sum"),
    ("form07/tables/t07/actual/reception", "2.39", X, "form07/t07/actual/reception"),
    # tables and words
    (f"{TEXT}/changes/income/current", "29527.61", X, "statement/changes/income/current"),
    (f"{TEXT}/changes/income/growth", "5.72", RATE, "statement/changes/income/growth"),
    (f"{TEXT}/income_shares/other/share", "0.07", RATE, "statement/income_shares/other/share"),
    (f"{TEXT}/spending_shares/basic/amount", "979.16", X, "statement/spending_shares/basic/amount"),
    ("general/facts/general.rate", "286.96", RATE, "general/general.rate"),
    ("general/lists/subjects/subjects_2101199/rate", "21.16", RATE, "general/subjects/subjects_2101199/rate"),
    ("general/lists/subjects/subjects_2101199/spent", "316.94", SUM, "general/general.spent"),
    ("general/lists/structure/structure_213/amount", "0.55", SUM, "statement/changes/general/current"),
    ("general/tables/basic/public/share", "12.63", RATE, "general/basic/public/share"),
    ("general/facts/general.basic", "998.65", PARTS, "general/general.basic"),
    ("three_public_statement/tables/three_public/reception/actual", "2.39", X,
     "three_public_statement/three_public/reception/actual"),
    ("other_statement/facts/operation.growth", "182.57", RATE, "other_statement/operation.growth"),
    ("other_statement/facts/procurement.total", "19", PARTS, "other_statement/procurement.total"),
    ("other_statement/facts/performance.amount", "10277", X, "other_statement/performance.amount"),
    ("other_statement/facts/assets.vehicles", "1", PARTS, "other_statement/assets.vehicles"),
]  # fmt: skip

SELF_EVALUATION = [
    (OVERALL, "report/facts/spending.budget", "10285.78", X, "report/spending.budget"),
    (OVERALL, "report/facts/spending.project", "28546.58", X, "report/spending.total"),
    (OVERALL, "report/facts/spending.public", "103.93", PARTS, "report/spending.basic"),
    (OVERALL, "report/facts/share.basic", "3.4", RATE, "report/share.basic"),
    (OVERALL, "funds/tables/funds/treasury/budget", "10277", PARTS, "funds/funds/total/budget"),
    (RESIDENTS, "report/facts/report.allotted", "4371", X, "report/report.local"),
    (RESIDENTS, "supplement/lists/subjects/subject01/spent", "5700", X, "funds/funds/total/spent"),
    (ASSISTANCE, "supplement/lists/subjects/subject01/budget", "1900", X, "funds/funds/total/budget"),
    (OTHERS, "funds/tables/funds/total/transfer", "100", X, "report/report.allotted"),
]


def places(card: Scorecard) -> set[tuple[str, str]]:
    return {(finding.code, finding.anchor) for finding in card.findings}


@pytest.mark.parametrize(
    ("name", "path", "text", "code", "anchor"), [*((ACCOUNTS, *case) for case in CASES), *SELF_EVALUATION]
)
def test_a_wrong_figure_is_found(name: str, path: str, text: str, code: str, anchor: str) -> None:
    found = places(scored(name, (path, text)))

    assert (code, anchor) in found - places(scored(name))


def test_rounding_of_printed_figures_is_no_contradiction() -> None:
    """01 prints 29531.77 where its lines give 29531.76; 05 prints 998.55 where its rows give 998.54."""
    quiet = {"form01", "form02", "form03", "form04", "form05", "form07", "form08", "form09", "statement"}

    anchors = [finding.anchor for finding in scored(ACCOUNTS).findings]

    assert [anchor for anchor in anchors if anchor.split("/")[0] in quiet] == []
