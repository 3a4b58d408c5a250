"""Two small forms and what is filed under them: accounts that are judged without scores, and a rubric with points."""

from typing import Any

from django.utils import timezone

from reports.models import Bureau, Report, User
from reports.services import drafts
from scoring.engine.content import Content, SectionContent
from scoring.engine.loading import load_scheme_text, scheme_hash
from scoring.engine.scheme import Scheme as Form
from scoring.models import Scheme
from tests.factories import make_bureau, make_campaign

FIGURES = """
code: figures
version: 1
title: 小决算
scope: overall
money_unit: 元
scoring: none
facts:
  note: {label: 说明, type: long_text}
  received: {label: 本年收入, type: money}
lists:
  spending:
    title: 支出决算表
    unit: 元
    hierarchy: {column: code, lengths: [3, 5, 7]}
    total: 合计
    max_rows: 400
    columns:
      code: {label: 科目编码, type: text, required: true}
      name: {label: 科目名称, type: text, required: true}
      all: 本年支出合计
      basic: 基本支出
      project: {label: 项目支出, negative: true}
      budget: 年初预算数
      rate: {label: 完成率, type: percent}
    derived: {all: basic + project, rate: all / budget * 100}
charts:
  change: {title: 收支总计, kind: bar, unit: 元, bars: [
    {label: 收入, group: 本年, value: received}, {label: 收入, group: 上年, value: received / 2},
    {label: 支出, group: 本年, value: spending.total.all}, {label: 支出, group: 上年, value: "0 - received"}]}
  shares: {title: 支出结构, kind: pie, unit: 元, bars: [
    {label: 项目支出, value: "sum(spending[level=3].project)"}, {label: 基本支出, value: "sum(spending[level=3].basic)"}]}
sections:
  - key: accounts
    title: 支出决算
    blocks:
      - {facts: [received]}
      - {list: spending}
      - {chart: change}
      - {chart: shares}
  - {key: words, title: 文字说明, blocks: [{facts: [note]}]}
"""

TARGETS = (
    FIGURES.replace("code: figures", "code: targets").replace("小决算", "小目标")
    + """
  - {key: targets, title: 绩效目标, blocks: [{indicators: goals}]}
indicator_lists:
  goals:
    title: 绩效指标完成情况
    levels: [{name: 项目完成指标, children: [数量指标, 质量指标]}, {name: 效益指标, children: [社会效益指标]}]
    columns: [level1, level2, name, detail, target, actual, reason, measure]
    labels: {detail: 指标内容, target: 预期指标值, actual: 实际完成指标值}
    default_rule: {kind: achievement}
"""
)

RUBRIC = """
code: rubric
version: 1
title: 小评分表
scope: overall
facts: {rate: {label: 支出进度, type: percent}}
sections:
  - key: scoring
    title: 评分
    blocks: [{facts: [rate]}, {answers: [plan, rules, visits, opinion]}]
indicators:
  - id: plan
    level1: 决策
    level2: 计划
    name: 年度计划明确性
    weight: 10
    rule: {kind: checklist, items: [
      {key: made, text: 制定了年度工作计划, share: 0.2, gate: true}, {key: clear, text: 目标明确, share: 0.8}]}
    columns: [process]
  - id: rules
    level1: 管理
    name: 制度健全
    weight: 20
    rule: {kind: checklist, answered_by: reviewer, items: [{key: exists, text: 制度齐全, points: 20}]}
    columns: [measure]
  - id: visits
    level1: 产出
    name: 监督检查
    weight: 30
    rule: {kind: violation_deduct, per: 1, items: [检查有记录], unit: 次, answered_by: filer}
    columns: [reason, process]
  - id: opinion
    level1: 效益
    name: 政策知晓
    weight: 40
    rule: {kind: all_or_nothing, items: [{key: known, text: 知晓率达到90%}]}
    columns: [target, actual, level]
grades: [{from_score: 90, label: 优}, {from_score: 0, label: 差}]
"""

TOTAL = {"all": "1234567.5", "basic": "34567.5", "project": "1200000"}
ROWS: list[dict[str, str | None]] = [
    {"id": "s208", "code": "208", "name": "社会保障", "all": "34567.5", "basic": "34567.5", "project": "0"},
    {"id": "s20805", "code": "20805", "name": "养老支出", "all": "34567.5", "basic": "34567.5"},
    {
        "id": "s210",
        "code": "210",
        "name": "卫生健康",
        "all": "1200000",
        "project": "1200000",
        "budget": "1000000",
        "rate": "120",
    },
    {"id": "s2101301", "code": "2101301", "name": "城乡医疗救助", "basic": "5", "project": "1200000.129"},
]
GOALS: list[dict[str, str | None]] = [
    {
        "id": "g1",
        "level1": "项目完成指标",
        "level2": "数量指标",
        "name": "参保人数",
        "detail": "为困难人口代缴",
        "target": "≥1.8万人",
        "actual": "18067人",
    },
    {
        "id": "g2",
        "level1": "项目完成指标",
        "level2": "质量指标",
        "name": "参保率",
        "target": "100%",
        "actual": "98%",
        "reason": "外出务工未参保",
        "measure": "上门登记",
    },
    {
        "id": "g3",
        "level1": "效益指标",
        "level2": "社会效益指标",
        "name": "政策知晓",
        "target": "显著提升",
        "actual": "群众反映良好",
    },
]
SECTIONS: dict[str, Any] = {
    "accounts": {
        "facts": {"received": "2000000"},
        "tables": {"spending": {"total": TOTAL}},
        "lists": {"spending": ROWS},
    },
    "words": {"facts": {"note": "无"}},
    "targets": {"lists": {"goals": GOALS}},
}


def form_of(text: str) -> Form:
    return load_scheme_text(text, source="small.yaml")


def content_of(text: str, sections: dict[str, Any] | None = None) -> Content:
    """A filing of the form; without `sections` the one above."""
    form = form_of(text)
    keys = {section.key for section in form.sections}
    given = sections if sections is not None else {key: SECTIONS[key] for key in keys if key in SECTIONS}
    return Content(
        year=2020,
        scheme_code=form.code,
        scheme_version=1,
        sections={key: SectionContent.model_validate(data) for key, data in given.items()},
    )


def publish(text: str) -> Scheme:
    """The form as a published scheme; the same one each time."""
    form = form_of(text)
    return Scheme.objects.get_or_create(
        code=form.code,
        version=form.version,
        defaults={
            "title": form.title,
            "text": text,
            "hash": scheme_hash(form),
            "status": Scheme.Status.PUBLISHED,
            "published_at": timezone.now(),
        },
    )[0]


def report_under(text: str, bureau: Bureau | None = None, **fields: Any) -> Report:
    """A report that is owed under the form, nothing filled."""
    return Report.objects.create(
        **{
            "bureau": bureau or make_bureau(),
            "campaign": fields.pop("campaign", None) or make_campaign(2020),
            "scheme": publish(text),
            "title": "小决算",
            **fields,
        }
    )


def fill(report: Report, by: User) -> Report:
    """Saves every page as above and explains what needs an explanation."""
    for key, data in content_of(report.scheme.text).model_dump(mode="json")["sections"].items():
        drafts.save_section(report, key, data, revision=0, by=by)
    findings = drafts.check_draft(report).findings
    keys = [finding.key for finding in findings if finding.needs_explanation]
    if keys:
        drafts.explain_findings(report, [{"text": "按原口径。", "findings": keys}], revision=0, by=by)
    return report
