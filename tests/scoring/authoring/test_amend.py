"""Amended texts say exactly what is wanted and keep the lines around it."""

from decimal import Decimal
from difflib import unified_diff
from typing import Any

import pytest

from scoring.authoring.amend import amended
from scoring.authoring.yaml_text import shaped
from scoring.engine.loading import scheme_hash
from tests.scoring.engine.small_scheme import SOUND
from tests.scoring.forms import OVERALL, PROJECT, changed, form_of, text_of


def touched(before: str, after: str) -> list[str]:
    """The lines that were changed, as − and +."""
    lines = unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in list(lines)[2:] if not line.startswith("@@")]


def put(data: dict[str, Any], *path: Any) -> None:
    *way, value = path
    for part in way[:-1]:
        data = data[part]
    data[way[-1]] = value


# (form, path with the new value, lines that change)
CASES = [
    (OVERALL, ("indicators", 0, "weight", Decimal("4.5")), ["-    weight: 5", "+    weight: 4.5"]),
    (OVERALL, ("levels", "投入", Decimal(14)), [
        "-levels: {投入: 15, 过程: 40, 产出: 25, 效果: 20}", "+levels: {投入: 14, 过程: 40, 产出: 25, 效果: 20}"]),
    (OVERALL, ("indicators", 2, "rule", "bands", 1, "points", Decimal(3)), [
        "-        - {low: 80, high: 90, points: 4}", "+        - {low: 80, high: 90, points: 3}"]),
    (OVERALL, ("indicators", 0, "rule", "step", Decimal(2)), ["+      step: 2"]),
    (OVERALL, ("facts", "staff.quota", "help", "甲: 乙"), [
        "-  staff.quota: {label: 人员编制, type: count, unit: 人, required: true}",
        "+  staff.quota: {label: 人员编制, type: count, unit: 人, required: true, help: '甲: 乙'}"]),
    (OVERALL, ("tables", "income", "columns", "other", "label", "其他"), [
        "-      other: 其他收入", "+      other: {label: 其他}"]),
    (OVERALL, ("total_weight", Decimal(99)), ["+", "+total_weight: 99"]),
    (PROJECT, ("checks", [{"code": "X_A", "stated": "total", "computed": "self.sum"}]), None),
]  # fmt: skip


@pytest.mark.parametrize(("stem", "path", "lines"), CASES)
def test_amended_changes_only_the_lines_concerned(stem: str, path: Any, lines: list[str] | None) -> None:
    text = text_of(stem)
    wanted = changed(form_of(stem), lambda data: put(data, *path))

    written = amended(text, wanted)

    assert written is not None
    assert scheme_hash(shaped(written)) == scheme_hash(wanted)  # type: ignore[arg-type]
    if lines is not None:
        assert touched(text, written) == lines
    assert written.count("#") >= text.count("#")


def test_amended_appends_a_band_as_a_line_of_its_own() -> None:
    text = text_of(OVERALL)
    added = {"low": Decimal(50), "high": Decimal(60), "points": Decimal(1)}
    wanted = changed(form_of(OVERALL), lambda data: data["indicators"][2]["rule"]["bands"].append(added))

    assert touched(text, amended(text, wanted) or "") == ["+        - {low: 50, high: 60, points: 1}"]


def test_amended_rewrites_a_text_of_several_lines_in_place() -> None:
    text = text_of(OVERALL)
    wanted = changed(
        form_of(OVERALL), lambda data: put(data, "indicators", 1, "published_text", "第一行\n\n第二行")
    )

    written = amended(text, wanted) or ""

    assert "    published_text: |-\n      第一行\n\n      第二行\n" in written


def test_amended_replaces_several_parts_and_one_inside_another_once() -> None:
    def change(data: dict[str, Any]) -> None:
        data["version"] = 2
        data["indicators"][0]["rule"] = {"kind": "reviewer_judgement"}
        data["indicators"][5]["weight"] = Decimal(2)

    text, wanted = text_of(OVERALL), changed(form_of(OVERALL), change)

    assert shaped(amended(text, wanted) or "") == wanted


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data["indicators"].reverse(),
        lambda data: data["indicators"].pop(3),
        lambda data: data.pop("grades"),
        # The anchor of a text that other rows repeat: changing it there would change them all.
        lambda data: data["indicators"][15]["rule"].update(source="另一考核"),
    ],
)
def test_amended_gives_up_where_lines_cannot_be_kept(change: Any) -> None:
    text, wanted = text_of(OVERALL), changed(form_of(OVERALL), change)

    written = amended(text, wanted)

    assert written is None or shaped(written) == wanted


def test_amended_needs_a_text_with_the_shape_of_a_scheme() -> None:
    assert amended("code: x", changed(form_of(PROJECT), lambda data: None)) is None


def test_amended_works_on_flow_and_small_texts() -> None:
    form = shaped(SOUND)
    assert form is not None
    wanted = changed(form, lambda data: put(data, "facts", "plan", "label", "计划"))

    assert touched(SOUND, amended(SOUND, wanted) or "") == [
        "-  plan: {label: 计划数}",
        "+  plan: {label: 计划}",
    ]
