"""The short notation of published standards (`t=100%,step=1pp,per=0.5,dir=max`) as parameters of our rules."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from labels.rows import FIGURE, Figures, Labelled, NotComparableError
from scoring.engine.numbers import plain
from scoring.engine.quantity import read_quantity

SIGNS = str.maketrans({"≥": ">=", "≤": "<="})

Given = dict[str, Any]
Reader = Callable[[Labelled], tuple[dict[str, Any], Given]]


def own_actual(row: Labelled) -> str:
    """The completed value as filed, or as the label reads it where the cell is blank or corrected in words."""
    text, number = row.cell("actual"), row.read("actual_number")
    is_read = not isinstance(number, int | float) or read_quantity(text).number == Decimal(str(number))
    return text if is_read and "应为" not in text else f"{number}{row.read('actual_unit')}"


def quotient(row: Labelled) -> dict[str, Decimal] | None:
    """Numerator and denominator where a note or the cell gives them: 在编53/编制53, 预算3万、支出0."""
    for text in (row.data["note"], row.cell("note"), row.cell("actual")):
        if found := re.search(rf"({FIGURE})/\D{{0,4}}({FIGURE})", text):
            return {"分子": Decimal(found[1]), "分母": Decimal(found[2])}
        if found := re.search(rf"预算({FIGURE})\S*支出({FIGURE})", text):
            return {"分子": Decimal(found[2]), "分母": Decimal(found[1])}
    return None


def measured(row: Labelled) -> tuple[dict[str, Any], Given]:
    """A rate worked out from its figures, else the row's own completed value."""
    figures = quotient(row)
    if figures and figures["分母"]:
        return {"value": "分子 / 分母 * 100", "unit": "%"}, {"facts": Figures(figures)}
    return {}, {"actual": own_actual(row)}


def unit_deduct(row: Labelled) -> tuple[dict[str, Any], Given]:
    rule, given = measured(row)
    per, mode = per_case(row)
    values = row.values
    partial = values.get("partial", "linear").partition("?")[0] or "linear"
    step, threshold = first(values["step"]), first(values["t"])
    rule |= {"threshold": threshold, "step": step, "per": per, "per_mode": mode}
    return rule | {"direction": values["dir"], "partial": partial}, given


def per_case(row: Labelled) -> tuple[Decimal, str]:
    """`per=0.5`, `per=1分/例` in points; `per=25%w/处` as a share of the weight."""
    found = re.search(rf"per=\D*?({FIGURE})(%w)?", row.params)
    if found is None:
        raise NotComparableError("the published standard says no deduction")
    return (Decimal(found[1]) / 100, "share") if found[2] else (Decimal(found[1]), "points")


def first(text: str) -> Decimal:
    found = re.search(FIGURE, text)
    if found is None:
        raise NotComparableError(f"no figure in {text}")
    return Decimal(found[0])


def bands(row: Labelled) -> tuple[dict[str, Any], Given]:
    """`=100→4;[90,100)→2;≥90→5;<80→0`."""
    rule, given = measured(row)
    found: list[dict[str, Any]] = []
    for segment in row.params.split(";"):
        if edge := re.match(rf"([=≥>≤<])({FIGURE})→({FIGURE})", segment):
            found.append(edge_band(edge[1], edge[2]) | {"points": edge[3]})
        elif span := re.match(rf"([(\[])({FIGURE}),({FIGURE})([)\]])→({FIGURE})", segment):
            ends = {"low_in": span[1] == "[", "high_in": span[4] == "]"}
            found.append(ends | {"low": span[2], "high": span[3], "points": span[5]})
    return rule | {"bands": found}, given


def edge_band(sign: str, edge: str) -> dict[str, Any]:
    if sign == "=":
        return {"low": edge, "high": edge, "high_in": True}
    return {"low": edge, "low_in": sign == "≥"} if sign in "≥>" else {"high": edge, "high_in": sign == "≤"}


def violation_deduct(row: Labelled) -> tuple[dict[str, Any], Given]:
    per, mode = per_case(row)
    count = plain(row.figure("actual_number"))
    return {"per": per, "per_mode": mode, "items": ["符合要求"]}, {"items": {"count": count}}


def checklist(row: Labelled) -> tuple[dict[str, Any], Given]:
    """`[1,.5,.5]分` in points, `shares=[.2,.4,.4],gate=0`, `[.25×4]`; who found all items fulfilled says so."""
    listed = re.search(r"\[([^\]]*)\](分)?", row.params)
    worth = [each.split("×") for each in (listed[1] if listed else "").split(",")]
    amounts = [Decimal(each[0]) for each in worth for _ in range(int(each[1]) if len(each) > 1 else 1)]
    gate = row.values.get("gate")
    key = "points" if listed and listed[2] else "share"
    items = [
        {"key": f"i{n}", "text": f"第{n + 1}项", key: amount, "gate": gate == str(n)}
        for n, amount in enumerate(amounts)
    ]
    if row.read("achieved") != "true":
        return {"items": items}, {}
    return {"items": items}, {"items": {item["key"]: "yes" for item in items}}


def compare_reference(row: Labelled) -> tuple[dict[str, Any], Given]:
    """`a=0→3; 0<a≤ref→2; a>ref→0`, `a>上年17216→满分否则0`, `a 与上年基本稳定` with the note's ±5%."""
    given = {"facts": Figures({"本年": row.figure("actual_number"), "参照": row.figure("target_number")})}
    rule: dict[str, Any] = {"actual": "本年", "reference": "参照", "else_points": 0}
    if "基本稳定" in row.params:
        percent = re.search(rf"±({FIGURE})%", row.data["note"])
        if percent is None:
            raise NotComparableError("no tolerance in the label")
        case = {"relation": "stable", "text": "基本稳定", "points": row.weight}
        return rule | {"tolerance": percent[1], "cases": [case]}, given
    if re.match(r"a>\S*→满分", row.params):
        return rule | {"cases": [{"relation": "increase", "text": "增长", "points": row.weight}]}, given
    cases = [case_of(found) for found in re.findall(rf"(\S*a[^→;]*)→({FIGURE})", row.params.translate(SIGNS))]
    return rule | {"cases": cases, "else_points": None}, given


def case_of(found: tuple[str, str]) -> dict[str, Any]:
    when = re.sub(r"(?<![<>])=", "==", found[0])
    return {"when": when.replace("ref", "参照").replace("a", "本年"), "text": found[0], "points": found[1]}


def all_or_nothing(row: Labelled) -> tuple[dict[str, Any], Given]:
    """`a≥2次` and `完成率=100%` are judged; 完成, 符合, 及时 were answered by the evaluator."""
    wanted = re.search(r"[=≥≤><].*", row.params)
    if wanted:
        return {"target": wanted[0]}, {"actual": own_actual(row)}
    answer = {"true": "yes", "false": "no"}.get(row.read("achieved"))
    return {"items": [{"key": "met", "text": row.params}]}, {"items": {"met": answer} if answer else {}}


def targeted(row: Labelled) -> tuple[dict[str, Any], Given]:
    """`t=42.37万人`, `t=2次/周,annualise×52`, `t=200万元(超)`."""
    target = read_quantity(re.sub(r"[（(].*", "", row.values["t"]))
    if target.number is None:
        raise NotComparableError(f"target {row.values['t']} has no figure")
    times = re.search(r"annualise×(\d+)", row.params)
    number = target.number * (int(times[1]) if times else 1)
    unit = target.unit.partition("/")[0] if times else target.unit
    rule, given = measured(row) if row.data["kind"] == "ratio_max" else ({}, {"actual": own_actual(row)})
    rule |= {"target": plain(number), "unit": unit}
    return (rule | {"strict": True} if "(超)" in row.params else rule), given


def exec_rate(row: Labelled) -> tuple[dict[str, Any], Given]:
    transfers = re.search(rf"C=({FIGURE})", row.cell("actual"))
    values = {"执行数": row.figure("actual_number"), "预算数": row.figure("target_number")}
    values["上级转移支付"] = Decimal(transfers[1]) if transfers else Decimal(0)
    over = "zero" if "over=zero" in row.params else "cap"
    rule = {"numerator": "执行数 - 上级转移支付", "denominator": "预算数", "over_100": over}
    return rule, {"facts": Figures(values)}


def deadline(row: Labelled) -> tuple[dict[str, Any], Given]:
    late = {"0": "zero"}.get(row.values["late"])
    return {"due": row.values["due"], "late": late}, {"actual": own_actual(row)}


def by_target(row: Labelled) -> tuple[dict[str, Any], Given]:
    """Typed rows: the target says how the completed value is judged; in words, the bureau chooses the level."""
    given = {"target": row.cell("target"), "actual": row.cell("actual")}
    is_met = row.data["kind"] == "qual_three_level" and row.read("achieved") == "true"
    return {"kind": "by_target"}, given | ({"level": "met"} if is_met else {})


def in_range(row: Labelled) -> tuple[dict[str, Any], Given]:
    """`[-20, 20]`."""
    ends = re.findall(FIGURE, row.params)
    return {"low": ends[0], "high": ends[1], "unit": "%"}, {"actual": row.cell("actual")}


def of_a_person(row: Labelled) -> tuple[dict[str, Any], Given]:
    return {}, {}


def external_convert(row: Labelled) -> tuple[dict[str, Any], Given]:
    return {"score_fact": "考核得分", "max_fact": "考核满分", "source": "考核"}, {}


READERS: dict[str, Reader] = {
    "all_or_nothing": all_or_nothing,
    "bands": bands,
    "checklist": checklist,
    "compare_reference": compare_reference,
    "deadline": deadline,
    "equal_target": targeted,
    "exec_rate": exec_rate,
    "external_convert": external_convert,
    "group_split": of_a_person,
    "in_range": in_range,
    "not_applicable": by_target,
    "qual_three_level": by_target,
    "ratio_max": targeted,
    "ratio_min": targeted,
    "reviewer_judgement": of_a_person,
    "unit_deduct": unit_deduct,
    "violation_deduct": violation_deduct,
}
TYPED = ("ratio_min", "ratio_max", "equal_target", "deadline")
