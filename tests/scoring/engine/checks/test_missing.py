"""R_MISSING: required cells that are blank, lists with too few rows."""

from tests.scoring.engine.checks.small import only


def test_blank_required_cell_of_a_row_is_named() -> None:
    finding = only("R_MISSING", {"lists/people/0/name": ""})

    assert (finding.anchor, finding.message) == ("page/people/p1/name", "第1行姓名必须填写。")


def test_too_few_rows_of_a_list() -> None:
    finding = only("R_MISSING", {"lists/people": []})

    assert (finding.anchor, finding.severity) == ("page/people", "error")
    assert finding.message == "人员至少填写 1 行，现有 0 行。"


def test_no_indicators() -> None:
    finding = only("R_MISSING", {"lists/rows": []})

    assert (finding.anchor, finding.message) == ("page/rows", "指标至少填写 1 行，现有 0 行。")
