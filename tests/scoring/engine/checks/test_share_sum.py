"""N_SHARE: stated shares of one base make up the whole."""

import pytest

from scoring.engine.filing import Filing
from tests.scoring.engine.checks.dossiers import Cells, filed, found, only

FORM = """
code: shares
version: 1
title: 决算
scope: overall
scoring: none
check_settings: {X_RATE: off}
facts:
  total: {label: 支出合计}
  basic: {label: 基本支出}
  project: {label: 项目支出}
  other: {label: 其他支出}
  share.basic: {label: 基本支出占比, type: percent, derived: basic / total * 100, stated: true, check: X_RATE}
  share.project: {label: 项目支出占比, type: percent, derived: 100 * project / total, stated: true, check: X_RATE}
  share.other: {label: 其他支出占比, type: percent, derived: other * 100 / total, stated: true, check: X_RATE}
  growth: {label: 增长率, type: percent, derived: basic / other * 100, stated: true, check: X_RATE}
sections:
  - key: page
    title: 页
    blocks: [facts: [total, basic, project, other, share.basic, share.project, share.other, growth]]
"""
RIGHT: Cells = {
    "total": "747.1",
    "basic": "255.34",
    "project": "491.76",
    "other": "0",
    "share.basic": "34.18",
    "share.project": "65.82",
    "share.other": "0",
}


def shares(**cells: str | None) -> Filing:
    return filed(FORM, {**RIGHT, **{name.replace("_", "."): text for name, text in cells.items()}})


def test_shares_that_do_not_make_up_the_whole_are_one_finding_at_the_first() -> None:
    finding = only("N_SHARE", shares(share_project="56.82"))

    assert (finding.anchor, finding.severity) == ("page/share.basic", "warning")
    assert finding.also == ("page/share.project", "page/share.other")
    assert finding.message == (
        "同一总额的各项比率合计应为 100%：基本支出占比34.18% + 项目支出占比56.82% + 其他支出占比0% = 91%。"
    )
    assert (finding.stated, finding.computed, finding.difference) == ("91", "100", "-9")


def test_share_that_is_wrong_by_itself_is_told_as_such() -> None:
    form = FORM.replace("check_settings: {X_RATE: off}\n", "")
    own = filed(form, {**RIGHT, "share.project": "56.82"})

    assert only("X_RATE", own).anchor == "page/share.project"
    assert found("N_SHARE", own) == []


WITHOUT_AMOUNTS = FORM.replace("支出合计}", "支出合计, derived: basic + project + other, stated: true}")


@pytest.mark.parametrize(("share", "count"), [("56.82", 1), ("65.82", 0)])
def test_shares_without_amounts_are_those_of_the_sum_of_the_form(share: str, count: int) -> None:
    cells: Cells = {"share.basic": "34.18", "share.project": share, "share.other": "0"}

    assert len(found("N_SHARE", filed(WITHOUT_AMOUNTS, cells))) == count
    assert found("N_SHARE", filed(FORM, cells)) == []  # nothing says that they are all its parts
    assert found("N_SHARE", filed(WITHOUT_AMOUNTS.replace(" + other", ""), cells)) == []


def test_right_shares_draw_nothing() -> None:
    assert found("N_SHARE", shares()) == []


def test_a_tenth_of_a_point_is_rounding() -> None:
    assert found("N_SHARE", shares(share_project="65.92")) == []
    assert len(found("N_SHARE", shares(share_project="65.93"))) == 1


def test_shares_printed_without_decimals_may_be_off_by_their_rounding() -> None:
    thirds = {"total": "300", "basic": "100", "project": "100", "other": "100"}
    printed = dict.fromkeys(("share_basic", "share_project", "share_other"), "33")

    assert found("N_SHARE", shares(**thirds, **printed)) == []
    assert len(found("N_SHARE", shares(**thirds, **{**printed, "share_other": "31"}))) == 1


@pytest.mark.parametrize(
    "cells",
    [
        {"share_other": None},
        {"other": None},
        {"total": None},
        {"total": "0", "basic": "0", "project": "0"},
        # shares of one base that aren't its parts: 基本支出 beside 人员经费
        {"project": "255.34", "share_project": "34.18"},
    ],
)
def test_parts_that_are_blank_or_not_the_whole_draw_nothing(cells: dict[str, str | None]) -> None:
    assert found("N_SHARE", shares(**cells)) == []


# a cent for each part: 255.34 + 491.76 + 0 = 747.1
@pytest.mark.parametrize(("total", "count"), [("747.13", 1), ("747.14", 0), ("747.07", 1), ("747.06", 0)])
def test_parts_make_up_the_whole_to_the_cent(total: str, count: int) -> None:
    assert len(found("N_SHARE", shares(total=total, share_project="56.82"))) == count


def test_one_share_alone_is_no_group() -> None:
    form = FORM.replace(", share.project, share.other", "")
    form = "\n".join(
        line for line in form.splitlines() if not line.startswith(("  share.project", "  share.other"))
    )

    assert found("N_SHARE", filed(form, {"total": "100", "basic": "100", "share.basic": "90"})) == []


def test_share_that_the_form_only_computes_says_nothing() -> None:
    form = FORM.replace("other * 100 / total, stated: true, check: X_RATE", "other * 100 / total")
    form = form.replace("share.project, share.other", "share.project")

    assert len(found("N_SHARE", filed(form, {**RIGHT, "share.project": "56.82"}))) == 1
