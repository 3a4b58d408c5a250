"""Differences between two versions, in words; nothing is missed and nothing is made up."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from scoring.authoring.diff import Difference, scheme_differences
from scoring.engine.scheme import Scheme
from tests.scoring.forms import OVERALL, PROJECT, STEMS, changed, form_of

Change = Callable[[dict[str, Any]], Any]
Line = tuple[str, str, str, str, str, str]


def lines(old: Scheme, new: Scheme) -> list[Line]:
    """(group, subject, state, label, before, after) of every difference."""
    nothing = (Difference("", "", ""),)
    return [
        (group.title, subject.title, subject.state, line.label, line.before, line.after)
        for group in scheme_differences(old, new)
        for subject in group.subjects
        for line in subject.lines or nothing
    ]


def made(change: Change, stem: str = OVERALL) -> list[Line]:
    form = form_of(stem)
    return lines(form, changed(form, change))


def put(*path: Any) -> Change:
    def change(data: Any) -> None:
        *way, name, value = path
        for part in way:
            data = data[part]
        data[name] = value

    return change


STAFF, KEY, INCOME = (
    ("指标", "财政供养人员控制率"),
    ("指标", "重点支出安排率"),
    ("表格", "年度收入情况（万元）"),
)
BANDS = "90%（含）以上，计5分；80%（含）至90%，计4分；70%（含）至80%，计3分；60%（含）至70%，计2分；"

SUM = "上年结转 + 公共财政拨款 + 政府基金拨款 + 纳入专户管理的非税收入拨款 + 其他收入"
ROUND = "各行得分四舍五入到两位小数，总分为各行之和。"

CASES: list[tuple[Change, list[Line]]] = [
    (put("version", 2), []),
    (put("indicators", 0, "weight", 6), [(*STAFF, "changed", "分值", "5", "6")]),
    (put("title", "新表"), [("基本信息", "", "changed", "方案名称", "部门整体支出绩效自评表", "新表")]),
    (put("standards", {"most_weight": None}), [("基本信息", "", "changed", "核查标准·单项分值上限", "25", "")]),
    (put("totals", "stated", ["scoring.total"]), [
        ("基本信息", "", "changed", "总分所在格·填写总分的各格", "绩效自评综合得分", "")]),
    (put("indicators", 0, "rule", "per", Decimal(1)), [
        (*STAFF, "changed", "评分标准", "≤100%，得5分；每超过一个百分点扣0.5分（不足一档按比例），扣完为止。",
         "≤100%，得5分；每超过一个百分点扣1分（不足一档按比例），扣完为止。"),
        (*STAFF, "changed", "每档扣分", "0.5", "1")]),
    (put("indicators", 0, "rule", "value", "staff.total / staff.quota * 100"), [
        (*STAFF, "changed", "计算公式", "在编在职人员 ÷ 人员编制 × 100", "实有人数 ÷ 人员编制 × 100")]),
    (lambda data: data["indicators"][2]["rule"]["bands"].append({"low": 50, "high": 60, "points": 1}), [
        (*KEY, "changed", "评分标准", f"{BANDS}其余不得分。", f"{BANDS}50%（含）至60%，计1分；其余不得分。"),
        (*KEY, "changed", "档次", "", "50（含）至60 得1分")]),
    (put("indicators", 2, "rule", {"kind": "reviewer_judgement"}), [
        (*KEY, "changed", "评分规则", "按档次计分", "人工评分"),
        (*KEY, "changed", "评分标准", f"{BANDS}其余不得分。", "由复核人员在 0 到 5 分之间评分并说明理由。")]),
    (put("facts", "extra", {"label": "新增数"}), [("数据项", "新增数", "added", "", "", "")]),
    (lambda data: data["facts"].pop("staff.total"), [
        ("数据项", "实有人数", "removed", "", "类型 整数，计量单位 人，必填 是，填写说明 含退休人员，与在编在职人员不同", "")]),
    (put("facts", "conclusion.grade", "choices", ["优秀", "良好", "合格", "差"]), [
        ("数据项", "评价等次", "changed", "可选内容", "不合格", "差")]),
    (put("tables", "income", "columns", "other", "label", "其他"), [(*INCOME, "changed", "列“其他”·列名", "其他收入", "其他")]),
    (put("tables", "income", "rows", "all", "合计"), [(*INCOME, "changed", "行", "", "all：合计")]),
    (put("tables", "income", "derived", "own.total", "income.own.budget"), [
        (*INCOME, "changed", "公式“own.total”", SUM, "公共财政拨款")]),
    (put("sections", 0, "blocks", 0, "facts", ["contact.name", "contact.phone", "staff.quota"]), [
        ("章节", "一、部门（单位）基本概况", "changed", "页面内容“数据项 联系人、联络电话、人员编制”·数据项", "实有人数", "")]),
    (put("check_settings", {"X_LOW": "off"}), [("核查设置", "预算执行率偏低", "added", "", "", "关闭")]),
    (put("levels", "投入", 14), [("一级指标分值", "投入", "changed", "", "15", "14")]),
    (put("grades", 0, "from_score", 85), [("等次", "优", "changed", "起点分", "90", "85")]),
    (lambda data: data["grades"].reverse(), [("等次", "", "changed", "次序", "优、良、中、差", "差、中、良、优")]),
    (put("choices_recorded", "取整", "不取整"), [("方案约定", "取整", "changed", "", ROUND, "不取整")]),
    (put("lists", "goals", "hierarchy", {"column": "expected", "lengths": [3, 5]}), [
        ("列表", "整体支出绩效定性目标及实施计划完成情况", "changed", "分级", "", "列 expected，各级编码长度 3、5")]),
]  # fmt: skip


@pytest.mark.parametrize(("change", "expected"), CASES, ids=range(len(CASES)))
def test_difference_is_said_in_words(change: Change, expected: list[Line]) -> None:
    assert made(change) == expected


def test_columns_in_another_order_are_a_difference() -> None:
    def change(data: dict[str, Any]) -> None:
        columns = data["tables"]["funds"]["columns"]
        data["tables"]["funds"]["columns"] = dict(reversed(columns.items()))

    found = made(change, PROJECT)

    assert found == [
        (
            "表格",
            "项目资金（万元）",
            "changed",
            "列·次序",
            "年初预算数、全年预算数、全年执行数",
            "全年执行数、全年预算数、年初预算数",
        )
    ]


def test_checks_of_one_code_are_told_apart_by_their_place() -> None:
    first = {"code": "X_A", "stated": "total", "computed": "self.sum"}
    second = first | {"computed": "self.execution"}
    old = changed(form_of(PROJECT), put("checks", [first, second]))
    new = changed(old, put("checks", [first, second | {"severity": "error"}]))

    assert lines(old, new) == [("核查关系", "X_A", "changed", "级别", "警告", "错误")]


@pytest.mark.parametrize("stem", STEMS)
def test_form_does_not_differ_from_itself(stem: str) -> None:
    assert scheme_differences(form_of(stem), form_of(stem)) == ()


@pytest.mark.parametrize("stem", STEMS)
def test_two_forms_can_be_compared_however_different(stem: str) -> None:
    for other in (OVERALL, PROJECT):
        assert bool(lines(form_of(stem), form_of(other))) == (stem != other)


def leaves(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every text and figure."""
    items = (
        data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list | tuple) else ()
    )
    below = [leaf for key, value in items for leaf in leaves(value, (*path, key))]
    return below or [path]


def test_no_changed_text_goes_unnoticed() -> None:
    form = form_of(PROJECT)
    data = form.model_dump(mode="python", exclude_defaults=True)
    ways = [way for way in leaves(data) if way and isinstance(at(data, way), str) and way[-1] not in NAMES]
    seen = 0
    for way in ways:
        try:
            other = changed(form, lambda data, way=way: put(*way, "另文")(lists(data)))
        except ValueError:
            continue
        seen += 1
        assert lines(form, other), way
    assert seen > 60


NAMES = ("code", "scope", "money_unit", "kind")


def at(data: Any, way: tuple[Any, ...]) -> Any:
    for part in way:
        data = data[part]
    return data


def lists(data: Any) -> Any:
    """The data with lists in place of tuples, in place."""
    for key, value in list(data.items() if isinstance(data, dict) else enumerate(data)):
        plain = list(value) if isinstance(value, tuple) else value
        data[key] = lists(plain) if isinstance(plain, dict | list) else plain
    return data
