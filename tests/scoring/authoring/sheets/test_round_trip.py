"""YAML → workbook → scheme is the same scheme, for every shipped form, for hostile texts, and for new fields."""

import io
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from scoring.authoring.sheets.read import read_workbook
from scoring.authoring.sheets.write import workbook_of
from scoring.engine.loading import scheme_hash
from scoring.engine.scheme import Scheme
from tests.scoring.forms import OVERALL, PROJECT, STEMS, changed, form_of


def again(form: Scheme) -> Scheme:
    """The form after a way through a workbook."""
    found = read_workbook(workbook_of(form))
    assert found.problems == []
    return Scheme.model_validate(found.data)


@pytest.mark.parametrize("stem", STEMS)
def test_round_trip_gives_the_same_hash(stem: str) -> None:
    form = form_of(stem)

    back = again(form)

    assert scheme_hash(back) == scheme_hash(form)
    assert back == form
    assert list(back.facts) == list(form.facts)


HOSTILE = "=1+1 +1 -1 @SUM(A1) 000123 1e5 true （空） （无） \\ _x000D_ 😀 http://a.b 'x".split()
HOSTILE += [" 两边空格 ", "第一行\n第二行\n", "a\tb"]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(text: str) -> None:
    def change(data: dict[str, Any]) -> None:
        data["title"] = data["indicators"][0]["name"] = text
        data["choices_recorded"] = {text: text}
        data["facts"]["word"] = {"label": text, "type": "choice", "choices": [text, "别的"]}

    form = changed(form_of(PROJECT), change)

    assert again(form) == form


def test_no_cell_is_a_formula() -> None:
    form = changed(form_of(PROJECT), lambda data: data.update(title="=HYPERLINK(1)", source="=1+1"))

    book = load_workbook(io.BytesIO(workbook_of(form)))

    kinds = {cell.data_type for page in book for row in page.iter_rows() for cell in row}
    assert kinds <= {"s", "n"}


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=30), st.decimals(0, 10**16, allow_nan=False, places=5))
def test_any_text_and_figure_survive(text: str, weight: Decimal) -> None:
    def change(data: dict[str, Any]) -> None:
        data["indicators"][0] |= {"name": text or "空", "weight": weight, "published_text": text}
        data["grades"][0] |= {"aliases": [text, "另一个"]}

    form = changed(form_of(PROJECT), change)

    assert again(form) == form


def odd(data: dict[str, Any]) -> None:
    """Everything that the shipped forms leave at its default."""
    data["standards"] = {
        "most_weight": None,
        "level1_weights": {"产出": 50},
        "execution_caps": [{"below": 80, "most": 90}],
    }
    data["concepts"] = {"spent": {"label": "支出", "value": "total"}}
    data["charts"] = {"a": {"title": "图", "kind": "pie", "bars": [{"label": "甲", "value": "total"}]}}
    data["lists"] = {
        "codes": {
            "title": "科目",
            "columns": {"code": {"label": "编码", "type": "text"}, "a": {"label": "数"}},
            "hierarchy": {"column": "code", "lengths": [3, 5]},
            "derived": {"a": "1"},
        }
    }
    data["tables"]["funds"] |= {"absent": ["other.spent"], "negative": ["total.full"]}
    data["indicator_lists"]["performance"]["columns"] = ["name", "weight"]
    data["check_settings"] = {"X_LOW": "off", "X_ONE": "error"}
    data["checks"] = [{"code": "X_ONE", "stated": "total", "computed": "self.sum", "touches_score": True}]
    data["sections"].append({"key": "last", "title": "空页", "supplementary": True, "blocks": []})


def test_fields_that_forms_rarely_use_survive() -> None:
    form = changed(form_of(PROJECT), odd)

    assert again(form) == form


RULES: list[dict[str, Any]] = [
    {"kind": "bands", "unit": "", "bands": [{"low": 1, "low_in": False, "high": 2, "high_in": True, "points": 3}]},
    {"kind": "by_target", "reverse": "inverse", "qualitative": {"kind": "qual_three_level", "met_from": "0.9"}},
    {"kind": "checklist", "items": [{"key": "a", "text": "甲", "share": "0.5", "gate": True}]},
    {"kind": "compare_reference", "reference": "total", "cases": [{"when": "total > 0", "text": "大", "points": 1}]},
    {"kind": "group_split", "child_rule": {"kind": "by_target", "reverse": "inverse"}},
    {"kind": "all_or_nothing", "items": [{"key": "a", "text": "甲"}], "answered_by": "reviewer"},
    {"kind": "violation_deduct", "per": "0.5", "per_mode": "share", "unit": "次", "items": ["甲；乙", "丙"]},
    {"kind": "unit_deduct", "value": "total", "threshold": 0, "direction": "min", "per": 1, "partial": "ceil"},
    {"kind": "not_applicable", "reason": "停办"},
    {"kind": "reviewer_judgement"},
    {"kind": "ratio_min", "target": 5, "deviation_penalty": {"threshold": 130, "action": "fixed", "points": 1}},
]  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=[rule["kind"] for rule in RULES])
def test_every_kind_of_rule_survives_in_rows_and_as_default(rule: dict[str, Any]) -> None:
    def change(data: dict[str, Any]) -> None:
        data["indicators"][0]["rule"] = rule
        data["indicator_lists"]["performance"]["default_rule"] = rule

    form = changed(form_of(PROJECT), change)

    assert again(form) == form


def test_workbook_has_the_sheets_an_officer_looks_for() -> None:
    book = load_workbook(io.BytesIO(workbook_of(form_of(OVERALL))))

    assert book.sheetnames[:5] == ["说明", "基本信息", "指标", "档次", "清单项"]
    assert {"等次", "数据项", "表格", "章节", "页面内容", "核查设置", "方案约定", "签章"} <= set(
        book.sheetnames
    )
    first = {head.value: cell.value for head, cell in zip(book["指标"][1], book["指标"][2], strict=True)}
    assert (first["名称"], first["分值"], first["评分规则"], first["方向"], first["每档扣分"]) == (
        "财政供养人员控制率", 5, "按超出幅度扣分", "不超过", 0.5)  # fmt: skip


def test_parameters_that_no_rule_uses_are_folded_away() -> None:
    page = load_workbook(io.BytesIO(workbook_of(form_of(OVERALL))))["指标"]

    folded = [head.value for head in page[1] if page.column_dimensions[head.column_letter].hidden]

    assert "时限" in folded
    assert "每档扣分" not in folded
