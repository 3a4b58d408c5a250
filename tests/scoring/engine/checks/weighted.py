"""A form of typed rows under three levels, with an execution row, for checks of weights and of execution."""

from scoring.engine.filing import Filing
from tests.scoring.engine.checks.dossiers import Cells, filed, row

FORM = """
code: weighted
version: 1
title: 项目支出绩效自评表
scope: project
facts:
  total: {label: 总分, type: score}
  rate: {label: 执行率, type: percent, derived: (funds.own.spent - funds.own.transfer) / funds.own.budget * 100}
tables:
  funds:
    title: 资金
    unit: 万元
    rows: {own: 年度资金}
    columns: {budget: 预算数, spent: 执行数, transfer: 上级转移支付}
indicator_lists:
  rows:
    title: 指标
    levels: [{name: 产出指标, weight: 50}, {name: 效益指标, weight: 30}, {name: 满意度指标, weight: 10}]
    default_rule: {kind: by_target}
indicators:
  - {id: execution, level1: 预算执行, name: 预算执行率, weight: 10, columns: [],
     rule: {kind: exec_rate, numerator: funds.own.spent - funds.own.transfer, denominator: funds.own.budget}}
sections:
  - key: page
    title: 页
    blocks: [{facts: [total]}, {table: funds}, {indicators: rows}, {answers: [execution]}]
totals: {official: total}
"""

RIGHT = (
    row("参保人数", "25"),
    row("检查次数", "25"),
    row("知晓率", "15", "效益指标"),
    row("覆盖率", "15", "效益指标"),
    row("满意度", "10", "满意度指标"),
)


def weighted(
    *rows: Cells, form: str = FORM, own_score: str = "10", total: str | None = "100", **funds: str
) -> Filing:
    """The form with these rows (the right ones without any) and these cells of the funds."""
    cells = {"budget": "100", "spent": "100", **funds}
    return filed(
        form,
        {"total": total},
        lists={"rows": list(rows or RIGHT)},
        tables={"funds": {"own": cells}},
        answers={"execution": {"self_score": own_score}},
    )


def standards(text: str, form: str = FORM) -> str:
    """The form with `standards`."""
    return f"{form}standards: {{{text}}}\n"
