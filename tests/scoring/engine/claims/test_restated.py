from decimal import Decimal

import pytest

from scoring.engine.claims.claim import Claim
from scoring.engine.claims.restated import find
from scoring.engine.claims.text.prose import Prose
from scoring.engine.claims.text.reading import KnownFigure, Reading


def found(*texts: str, known: tuple[KnownFigure, ...] = ()) -> list[Claim]:
    names = [f"t{number}" for number in range(len(texts))]
    return list(find([Reading(Prose(text, name)) for text, name in zip(texts, names, strict=True)], known))


def verdicts(*texts: str) -> list[tuple[str, str, str, str]]:
    return [(claim.kind, claim.verdict, claim.stated, claim.computed) for claim in found(*texts)]


def cell(label: str, value: str, unit: str = "万元", year: int | None = None) -> KnownFigure:
    return KnownFigure(label, Decimal(value), unit, Decimal("0.005"), "income/total", year)


A, B = "2019年一般公共预算支出746.35万元。", "2019年一般公共预算支出747.1万元。"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((A + B,), [("restated", "inconsistent", "747.1万元", "746.35万元")]),
        ((A, B), [("restated", "inconsistent", "747.1万元", "746.35万元")]),
        ((A + A,), [("restated", "consistent", "746.35万元", "746.35万元")]),
        (
            ("货物采购支出8984.20元。货物采购支出89842元。",),
            [("scale", "inconsistent", "89842元", "8984.2元")],
        ),
        (
            ("两级共代缴资金397.47万元。省县两级共代缴的资金394.47万元。",),
            [("restated", "inconsistent", "394.47万元", "397.47万元")],
        ),
        (("公务接待预算30000元。公务接待预算0万元。",), [("restated", "inconsistent", "0万元", "3万元")]),
        (
            ("项目支出491.76万元。项目支出491.77万元。",),
            [("restated", "rounding", "491.77万元", "491.76万元")],
        ),
        (("项目支出491.76万元。项目支出492万元。",), [("restated", "consistent", "492万元", "491.76万元")]),
        (
            ("总支出300万元，其中：基本支出97.9万元。总支出300万元，其中：基本支出100.6万元。",),
            [("restated", "inconsistent", "100.6万元", "97.9万元")],
        ),
        (
            ("经费350万元（人员经费87.53万元）。经费300万元（人员经费87.12万元）。",),
            [("restated", "check", "87.12万元", "87.53万元")],
        ),
        (
            ("公用经费103.83万元。经费300万元，其中：公用经费123.43万元。",),
            [("restated", "check", "123.43万元", "103.83万元")],
        ),
        (("综合得分98分。综合得分99分。",), [("restated", "inconsistent", "99分", "98分")]),
    ],
)
def test_one_figure_with_two_values_is_found(
    texts: tuple[str, ...], expected: list[tuple[str, str, str, str]]
) -> None:
    assert verdicts(*texts) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2018年项目支出300万元。2019年项目支出330万元。",
        "上年项目支出300万元。2019年项目支出330万元。",
        "年初预算安排项目支出300万元。项目支出决算330万元。",
        "约有项目支出300万元。项目支出330万元。",
        "支出300万元。支出330万元。",
        "一般公共预算支出300万元。财政拨款支出330万元。",
        "参训人员330人。参训人员330人次。",
        "年初预算300万元，其中：项目支出100万元。调整预算400万元，其中：项目支出300万元。",
        "经费400万元（项目支出100万元）。经费600万元（项目支出300万元）。",
        "项目支出增加300万元。项目支出增加330万元。",
        "甲办事项目4万元。甲办事项目5万元。甲办事项目6万元。甲办事项目7万元。",
        "城乡居民参保率达98%。目标：城乡居民参保率达95%。",
        "支出预算完成率78%。支出预算完成率为100%得满分。",
        "制度健全性指标4分。制度健全性指标2分。",
        "本县培训项目资金300万元。外省乙培训项目资金1000万元。",
    ],
)
def test_figures_of_two_things_are_not_held_against_each_other(text: str) -> None:
    assert [verdict for verdict in verdicts(text) if verdict[1] != "consistent"] == []


def test_rates_of_two_texts_may_be_aim_and_result() -> None:
    assert verdicts("城乡居民参保率达95%。", "城乡居民参保率达96%。") == []
    assert verdicts("城乡居民参保率95.36%。", "城乡居民参保率95.63%。")[0][1] == "check"


def test_a_claim_leads_to_both_places() -> None:
    (claim,) = found(A, B)

    assert (claim.name, claim.against_name) == ("t1", "t0")
    assert claim.against is not None
    assert A[claim.against[0] : claim.against[1]] == "746.35万元"
    assert claim.correction is not None
    assert (B[claim.correction.start : claim.correction.end], claim.correction.text) == ("747.1", "746.35")


@pytest.mark.parametrize(
    ("text", "known", "verdict"),
    [
        ("全年项目支出81万元。", cell("项目支出", "80"), "inconsistent"),
        ("全年项目支出81万元。", cell("三、项目支出金额", "80"), "inconsistent"),
        ("全年项目支出800000元。", cell("项目支出", "80"), None),
        ("全年项目支出80万元。", cell("项目支出", "80.004"), None),
        ("全年项目支出80人。", cell("项目支出", "81"), None),
        ("全年支出81万元。", cell("支出", "80"), None),
        ("2021年，2021年。2020年项目支出81万元。", cell("项目支出", "80"), None),
        ("2021年，2021年。2020年项目支出81万元。", cell("项目支出", "80", year=2020), "inconsistent"),
        ("支出300万元，其中：项目支出70万元。", cell("项目支出", "80"), "check"),
        ("支出300万元，其中：项目支出8万元。", cell("项目支出", "80"), "inconsistent"),
    ],
)
def test_a_text_is_held_against_the_form(text: str, known: KnownFigure, verdict: str | None) -> None:
    claims = found(text, known=(known,))

    assert [claim.verdict for claim in claims] == ([verdict] if verdict else [])
    assert all(claim.against_name == "income/total" for claim in claims)


def test_cells_that_differ_under_one_label_are_no_measure() -> None:
    known = (cell("项目支出", "80"), cell("项目支出", "90"))

    assert found("全年项目支出81万元。", known=known) == []


def test_many_mentions_of_one_figure_take_no_longer_each() -> None:
    claims = found("项目支出80万元。" * 3000)

    assert len(claims) == 2999


FIRST = "财政拨款基本支出998.55万元，其中：人员经费875.12万元。公用经费123.43万元，占基本支出的12.36%。"


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        # Parts of totals that go by one name, whatever the totals are said to be.
        (
            "基本支出979.16万元，其中：人员经费875.33万元。",
            ("restated", "inconsistent", "875.33万元", "875.12万元"),
        ),
        # The total that a figure is said to be a share of counts as well.
        ("公用经费103.83万元，占基本支出的10%。", ("restated", "inconsistent", "103.83万元", "123.43万元")),
        ("公用经费103.83万元，占项目支出的10%。", ("restated", "inconsistent", "103.83万元", "123.43万元")),
        (
            "基本支出979.16万元，其中：公用经费103.83万元。",
            ("restated", "inconsistent", "103.83万元", "123.43万元"),
        ),
        # Parts of totals of other names are only asked about.
        ("项目支出979.16万元，其中：人员经费875.33万元。", ("restated", "check", "875.33万元", "875.12万元")),
        ("项目支出979.16万元，其中：公用经费103.83万元。", ("restated", "check", "103.83万元", "123.43万元")),
    ],
)
def test_parts_of_one_total_are_one_figure(second: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in verdicts(FIRST, second)
