"""The statement of 2019: what its figures contradict, what they derive, and the charts that it announces."""

from decimal import Decimal

import pytest

from scoring.engine.formula import compile_formula
from tests.scoring.schemes.published import figures, filed, of, scheme, scored

STATEMENT = "statement-miyi-2019"
TARGETS = tuple(f"targets-miyi-2019-{name}" for name in ("subsidy", "work", "evaluation"))

WARNINGS = {
    # 收支与财政拨款
    ("X_DECLARED", "treasury/treasury/income/current", "760.35", "746.35"),
    # 一般公共预算支出：总体、结构、明细
    ("X_DECLARED", "public/public.current", "746.35", "747.1"),
    ("X_DECLARED", "public/classes/social/amount", "225.05", "244.16"),
    ("X_DECLARED", "public/classes/health/amount", "13.73", "27.74"),
    ("N_SUM", "public/items/total/spent", "747.1", "780.22"),
    ("X_RATE", "public/items/k08/completion", "0", "100"),
    # “三公”经费
    ("X_RATE", "three_public/three_public/reception/rate", "-43.88", "-43.48"),
    # 预算绩效管理
    ("X_DECLARED", "matters/performance.reported", "2", "1"),
    # 附件1
    ("X_PARTS", "annex1/annex1.change", "-904.89", "-890.89"),
    ("N_YOY", "annex1/annex1.rate", "-117.17", "-53.95"),
    ("X_PARTS", "annex1/projects/p02/spent", "251.2", "260.69"),
    ("X_PARTS", "annex1/projects/p03/spent", "7", "5.24"),
    # 附件2
    ("X_PARTS", "annex2/annex2.paid", "397.47", "387.98"),
    ("X_PARTS", "annex2/annex2.moved", "394.47", "397.47"),
}
NOTES = {
    ("X_DECLARED", "three_public/three_public/reception/amount", "0.39", "0.38"),
    ("X_DECLARED", "annex1/annex1.offenders", "15", "14"),
    ("X_DECLARED", "annex1/annex1.spending", "747.11", "747.1"),
    ("X_DECLARED", "annex1/annex1.project", "491.77", "491.76"),
}


def test_statement_finds_what_is_contradictory() -> None:
    card = scored(STATEMENT)

    assert figures(of(card, "error", "warning")) == WARNINGS
    assert figures(of(card, "information")) >= NOTES


@pytest.mark.parametrize(
    ("code", "anchor", "message"),
    [
        (
            "N_YOY",
            "annex1/annex1.rate",
            "附件1所写增减比率填写 -117.17%，减少的幅度不可能超过 100%，应为 （附件1所写财政拨款收入760.35 − ",
        ),
        (
            "X_DECLARED",
            "public/classes/social/amount",
            "社会保障和就业支出金额225.05 与 一般公共预算财政拨款支出决算具体情况208支出决算数244.16 不一致。",
        ),
        (
            "X_PARTS",
            "annex2/annex2.paid",
            "附件2所写财政代缴资金填写 397.47，应为 附件2所写其中省级代缴资金136.78 + 附件2所写其中县级代缴251.2 = 387.98",
        ),
    ],
)
def test_statement_says_how_it_computed(code: str, anchor: str, message: str) -> None:
    findings = {(finding.code, finding.anchor): finding for finding in scored(STATEMENT).findings}

    assert findings[code, anchor].message.startswith(message)


@pytest.mark.parametrize(
    ("name", "computed"),
    [
        ("overall.income.change", "-890.89"),
        ("overall.income.rate", "-53.95"),
        ("overall.spending.rate", "-54.73"),
        ("income.public.share", "98.16"),
        ("income.other.share", "1.84"),
        ("spending.basic.share", "34.18"),
        ("spending.project.share", "65.82"),
        ("public.share", "99.9"),
        ("public.rate", "79.79"),
        ("classes.social.share", "30.12"),
        ("classes.agriculture.share", "65.12"),
        ("basic.total.amount", "255.34"),
        ("running.rate", "21.22"),
        ("subsidy.due", "397.47"),
        ("subsidy.county_due", "260.69"),
        ("subsidy.county_paid", "251.2"),
        ("subsidy.paid", "397.47"),
        ("annex1.project", "491.77"),
        ("annex1.project_share", "65.82"),
        ("annex1.reception_change", "-0.3"),
    ],
)
def test_statement_derives_what_is_stated_rightly(name: str, computed: str) -> None:
    facts = filed(STATEMENT).facts

    assert facts.derived(name) == pytest.approx(Decimal(computed), abs=Decimal("0.006"))
    assert facts.stated(name) == Decimal(computed)


@pytest.mark.parametrize(
    ("path", "value", "code", "anchor"),
    [
        ("overall/tables/overall/income/rate", "53.95", "N_SIGN", "overall/overall/income/rate"),
        ("overall/tables/overall/income/rate", "-54.95", "X_RATE", "overall/overall/income/rate"),
        ("income/tables/income/other/share", "2.84", "X_RATE", "income/income/other/share"),
        ("spending/tables/spending/total/amount", "757.1", "X_PARTS", "spending/spending/total/amount"),
        ("public/facts/public.share", "98.9", "X_RATE", "public/public.share"),
        ("public/lists/items/k09/spent", "486.56", "X_DECLARED", "public/classes/agriculture/amount"),
        ("public/lists/items/k10/spent", "21.82", "X_DECLARED", "public/classes/housing/amount"),
        ("basic/tables/basic/total/amount", "254.34", "X_PARTS", "basic/basic/total/amount"),
        ("matters/facts/running.current", "31.56", "X_DECLARED", "matters/running.current"),
        ("matters/facts/subsidy.standard", "250", "X_PARTS", "matters/subsidy.due"),
        ("profile/facts/profile.quota", "18", "X_DECLARED", "annex1/annex1.quota"),
        ("annex1/facts/annex1.in_post", "13", "X_DECLARED", "annex1/annex1.in_post"),
        ("annex1/facts/annex1.reception", "0.49", "X_DECLARED", "annex1/annex1.reception"),
        ("annex2/facts/annex2.needed", "395", "X_DECLARED", "annex2/annex2.needed"),
        (
            "supplement/facts/three_public.budget",
            "0.5",
            "X_RATE",
            "three_public/three_public/total/completion",
        ),
    ],
)
def test_statement_notices_a_figure_that_changes(path: str, value: str, code: str, anchor: str) -> None:
    before = {(finding.code, finding.anchor) for finding in scored(STATEMENT).findings}
    after = {(finding.code, finding.anchor) for finding in scored(STATEMENT, (path, value)).findings}

    assert (code, anchor) in after - before


# 原文空着的来源和去向：填 10 万元后应占的比重
BLANK = [
    *(
        ("income", source, "1.3")
        for source in ("fund", "capital", "superior", "business", "operating", "subordinate")
    ),
    *(("spending", use, "1.32") for use in ("superior", "operating", "subordinate")),
    ("classes", "other", "1.32"),
]


@pytest.mark.parametrize(("table", "part", "share"), BLANK)
def test_statement_counts_what_is_blank_in_this_one(table: str, part: str, share: str) -> None:
    page = "public" if table == "classes" else table
    facts = filed(STATEMENT, (f"{page}/tables/{table}/{part}/amount", "10")).facts
    stated, total = facts.stated(f"{table}.total.amount"), facts.derived(f"{table}.total.amount")

    assert stated is not None
    assert total == stated + 10
    assert facts.derived(f"{table}.{part}.share") == pytest.approx(Decimal(share), abs=Decimal("0.006"))


@pytest.mark.parametrize("part", ["abroad", "vehicles"])
def test_statement_shares_out_the_three_public_expenses(part: str) -> None:
    facts = filed(STATEMENT, (f"three_public/tables/three_public/{part}/amount", "0.13")).facts

    assert facts.derived("three_public.total.amount") == Decimal("0.52")
    assert facts.derived(f"three_public.{part}.share") == 25


@pytest.mark.parametrize("source", ["fund", "capital"])
def test_statement_counts_every_budget_as_treasury_income(source: str) -> None:
    card = scored(STATEMENT, (f"income/tables/income/{source}/amount", "14"))

    assert not any(finding.anchor == "treasury/treasury/income/current" for finding in card.findings)


def test_statement_compares_the_announced_projects_with_those_filed() -> None:
    card = scored(STATEMENT, beside=[filed(name) for name in TARGETS])

    assert ("D_TITLE", "matters/performance.evaluated", "1", "3") in figures(card.findings)


@pytest.mark.parametrize("name", [*TARGETS, STATEMENT])
def test_corrections_settle_the_dossier(name: str) -> None:
    beside = [filed(other, corrected=True) for other in (*TARGETS, STATEMENT) if other != name]

    assert of(scored(name, corrected=True, beside=beside), "error", "warning") == []


@pytest.mark.parametrize(
    ("key", "kind", "values"),
    [
        ("figure1", "bar", ["1651.24", "760.35", "1650.49", "747.1"]),
        ("figure2", "pie", ["746.35", "14"]),
        ("figure3", "pie", ["255.34", "491.76"]),
        ("figure4", "bar", ["1651.24", "760.35", "1650.49", "747.1"]),
        ("figure5", "bar", ["415.13", "746.35"]),
        ("figure6", "pie", ["225.05", "13.73", "486.53", "21.79"]),
        ("figure7", "pie", ["0", "0", "0.39"]),
    ],
)
def test_statement_draws_the_charts_it_announces(key: str, kind: str, values: list[str]) -> None:
    chart, facts = scheme(STATEMENT).charts[key], filed(STATEMENT).facts

    drawn = [compile_formula(bar.value).evaluate(facts.value) for bar in chart.bars]

    assert chart.kind == kind
    assert [value for value in drawn if value is not None] == [Decimal(value) for value in values]
