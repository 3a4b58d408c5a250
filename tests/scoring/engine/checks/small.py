"""A small form that has one of everything, and a filing of it that is right in every cell."""

import copy
from functools import cache
from typing import Any

from scoring.engine.content import read_content
from scoring.engine.loading import load_scheme_text
from scoring.engine.results import Finding
from scoring.engine.score import score

FORM = """
code: small
version: 1
title: 小表
scope: project
check_settings: {W_MIN2: off}
facts:
  name: {label: 名称, type: text, required: true, max_length: 10}
  rate: {label: 执行率, type: percent, derived: funds.own.spent / funds.own.full * 100, stated: true, check: X_RATE}
  headcount: {label: 人数, type: count}
  total.form: {label: 综合得分, type: score}
  total.table: {label: 总分, type: score}
  grade: {label: 等次, type: text}
tables:
  funds:
    title: 资金
    unit: 万元
    rows: {own: 本单位}
    columns: {full: 预算数, a: 其中甲, b: 其中乙, spent: 执行数}
    derived: {own.full: funds.own.a + funds.own.b}
lists:
  people: {title: 人员, columns: {name: {label: 姓名, type: text, required: true}}, min_rows: 1}
indicator_lists:
  rows:
    title: 指标
    levels: [{name: 产出指标, weight: 50}]
    default_rule: {kind: by_target}
indicators:
  - {id: execution, name: 预算执行率, weight: 10, columns: [],
     rule: {kind: exec_rate, numerator: funds.own.spent, denominator: funds.own.full}}
  - {id: heads, name: 人员控制, weight: 20,
     rule: {kind: unit_deduct, value: headcount, unit: 人, threshold: 10, direction: max, per: 1}}
  - {id: split, name: 效益, weight: 20, rule: {kind: group_split}, columns: []}
  - {id: economy, name: 经济效益, group: split, columns: [weight, target, actual]}
sections:
  - key: page
    title: 页
    blocks:
      - {facts: [name, rate, headcount, total.form, total.table, grade]}
      - {table: funds}
      - {list: people}
      - {indicators: rows}
      - {answers: [execution, heads, split, economy]}
totals: {official: total.form, sum: total.table, stated: [total.form, total.table], grade: grade}
checks:
  - {code: X_OWN, stated: headcount, computed: self.heads, tolerance: 10, severity: information}
grades:
  - {from_score: 90, label: 优, aliases: [优秀]}
  - {from_score: 0, label: 差}
"""

RIGHT: dict[str, Any] = {
    "facts": {
        "name": "项目",
        "rate": "100",
        "headcount": "10",
        "total.form": "100",
        "total.table": "100",
        "grade": "优秀",
    },
    "tables": {"funds": {"own": {"full": "100", "a": "60", "b": "40", "spent": "100"}}},
    "lists": {
        "people": [{"id": "p1", "name": "填报人甲"}],
        "rows": [
            {
                "id": "r1",
                "level1": "产出指标",
                "level2": "数量指标",
                "name": "培训人数",
                "target": "≥100人",
                "actual": "100人",
                "weight": "50",
                "self_score": "50",
                "reason": "",
            },
        ],
    },
    "answers": {
        "execution": {"self_score": "10"},
        "heads": {"self_score": "20"},
        "economy": {"self_score": "20", "weight": "20", "target": "≥5%", "actual": "6%"},
    },
}


# Reading YAML is slow, and most tests read the same text.
_form = cache(load_scheme_text)


def findings(changes: dict[str, Any] | None = None, form: str = FORM) -> list[Finding]:
    """What is found in the right filing after `changes`: path with slashes → text; list rows by number."""
    section = copy.deepcopy(RIGHT)
    for path, text in (changes or {}).items():
        *steps, last = path.split("/")
        place: Any = section
        for step in steps:
            place = place[int(step)] if isinstance(place, list) else place.setdefault(step, {})
        place[last] = text
    content = {"year": 2022, "scheme_code": "small", "scheme_version": 1, "sections": {"page": section}}
    return list(score(read_content(content), _form(form)).findings)


def only(code: str, changes: dict[str, Any]) -> Finding:
    """The one finding of this code after `changes`."""
    found = [finding for finding in findings(changes) if finding.code == code]
    assert len(found) == 1, found
    return found[0]
