"""A sound scheme with one of everything, to be broken in one place by a test."""

SOUND = """\
code: small-2024
version: 1
title: 小方案
scope: project
facts:
  plan: {label: 计划数}
  done: {label: 完成数, derived: funds.own.paid + funds.own.due, stated: true}
  rate: {label: 完成率, type: percent, derived: done / plan * 100}
  word: {label: 结论, type: choice, choices: [优, 差]}
  total: {label: 总分, type: score, derived: self.sum, stated: true, check: T_SUM}
tables:
  funds:
    title: 资金
    rows: {own: 本单位}
    columns: {paid: 已付, due: {label: 应付, type: money}, note: {label: 备注, type: text}}
    derived: {own.paid: plan - 1}
    absent: [own.note]
lists:
  people: {title: 人员, columns: {name: {label: 姓名, type: text}}}
indicator_lists:
  typed:
    title: 指标
    levels:
      - {name: 产出, weight: 50}
    labels: {name: 三级指标}
    default_rule: {kind: by_target}
sections:
  - key: first
    title: 第一页
    blocks:
      - facts: [plan, done, word, total]
      - {table: funds}
      - {list: people}
  - key: second
    title: 第二页
    blocks:
      - {indicators: typed}
      - answers: [speed, group, child]
indicators:
  - id: speed
    level1: 执行
    name: 执行率
    weight: 10
    rule: {kind: exec_rate, numerator: done, denominator: plan}
  - id: group
    level1: 效益
    name: 一组
    weight: 40
    rule: {kind: group_split}
  - {id: child, name: 一项, group: group}
levels: {执行: 10, 产出: 50, 效益: 40}
checks:
  - {code: X_ONE, stated: done, computed: plan + self.speed}
totals: {official: total, sum: total, stated: [total], grade: word}
grades:
  - {from_score: 90, label: 优}
  - {from_score: 0, label: 差}
"""

# A sound scheme with open coded rows, a chart, shared figures and standards.
OPEN = """\
code: open-2024
version: 1
title: 决算
scope: overall
scoring: none
facts:
  code: {label: 功能科目, type: text}
  budget: {label: 预算数}
  count: {label: 项目个数, type: count}
  rate: {label: 执行率, type: percent, derived: "t03.total.paid / budget * 100"}
lists:
  t03:
    title: 支出决算表
    unit: 万元
    hierarchy: {column: code, lengths: [3, 5, 7]}
    total: 合计
    columns: {code: {label: 编码, type: text}, due: 应付, paid: 已付, rate: {label: 进度, type: percent}}
    derived: {rate: paid / due * 100}
  people:
    title: 人员
    columns: {name: {label: 姓名, type: text}}
charts:
  shares:
    title: 支出构成
    kind: pie
    bars:
      - {label: 社会保障, value: "sum(t03[code=208].paid)"}
sections:
  - key: page
    title: 页
    blocks:
      - facts: [code, budget, count]
      - {list: t03}
      - {list: people}
      - {chart: shares}
concepts:
  spending.total: {label: 支出合计, value: "sum(t03[level=3].paid)"}
  subject.spending: {label: 支出, list: t03, column: paid}
  subject.budget: {label: 预算, value: budget, code: code}
standards: {execution: rate, projects: count}
"""
