"""Declared comparisons of coded rows stand where the clerk can mend them."""

import pytest

from scoring.engine.content import read_content
from scoring.engine.loading import load_scheme_text
from scoring.engine.score import score

FORM = """
code: accounts
version: 1
title: 决算
scope: overall
scoring: none
facts:
  stated: {label: 说明中的数}
lists:
  items:
    title: 明细
    columns: {code: {label: 编码, type: text}, amount: 金额}
    hierarchy: {column: code, lengths: [3, 5]}
checks:
  - {code: X_DECLARED, stated: "%s", computed: stated}
sections:
  - key: page
    title: 页
    blocks:
      - {list: items}
      - {facts: [stated]}
"""


@pytest.mark.parametrize(
    ("formula", "anchor"),
    [
        ("sum(items[code=30216].amount)", "page/items/r2/amount"),
        ("sum(items[all].amount)", "page/items"),
        ("stated * 3", "page/stated"),
    ],
)
def test_declared_comparison_stands_at_the_selected_row_or_its_list(formula: str, anchor: str) -> None:
    rows = [{"id": "r1", "code": "302", "amount": "3"}, {"id": "r2", "code": "30216", "amount": "3"}]
    section = {"lists": {"items": rows}, "facts": {"stated": "1"}}
    content = {"year": 2020, "scheme_code": "accounts", "scheme_version": 1, "sections": {"page": section}}

    (finding,) = score(read_content(content), load_scheme_text(FORM % formula)).findings

    assert (finding.code, finding.anchor) == ("X_DECLARED", anchor)


def test_likely_cause_ends_the_message() -> None:
    form = load_scheme_text(FORM % "stated * 10")
    page = {"facts": {"stated": "89842"}, "lists": {"items": []}}
    content = {"year": 2022, "scheme_code": "accounts", "scheme_version": 1, "sections": {"page": page}}

    (finding,) = score(read_content(content), form).findings

    assert (
        finding.message == "说明中的数89,842 × 10 与 说明中的数89,842 不一致。可能点错了小数点（相差10倍）。"
    )


def test_comparison_of_plain_numbers_stands_nowhere() -> None:
    form = load_scheme_text((FORM % "5").replace("computed: stated", "computed: '6'"))
    content = {"year": 2022, "scheme_code": "accounts", "scheme_version": 1}

    (finding,) = score(read_content(content), form).findings

    assert (finding.anchor, finding.stated, finding.computed) == ("", "5", "6")
