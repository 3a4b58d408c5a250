"""I_DATE: a deadline that was missed without a word, or a completion without a date."""

import pytest

from tests.scoring.engine.checks.rows import WITHOUT_ACTUAL, WITHOUT_TARGET, found, in_row
from tests.scoring.engine.checks.small import FORM

CODE = "I_DATE"
DUE = {"level2": "时效指标", "name": "完工时间", "target": "2022年10月31日前"}
JUDGED = FORM.replace("{kind: by_target}", "{kind: reviewer_judgement}")


def test_late_without_a_reason() -> None:
    (finding,) = in_row(CODE, JUDGED, **DUE, actual="2023年3月", self_score="")

    assert (finding.anchor, finding.severity) == ("page/r1/actual", "information")
    assert (finding.stated, finding.computed) == ("2023年3月", "2022年10月31日前")
    assert finding.message == (
        "完工时间的指标值是期限“2022年10月31日前”，完成值“2023年3月”晚于期限，请说明原因。"
    )


@pytest.mark.parametrize("cells", [{"self_score": "50"}, {"self_score": "0"}, {"self_score": "20"}])
def test_score_or_reason_of_a_late_row_is_said_by_their_checks(cells: dict[str, str]) -> None:
    quiet = (
        f"{FORM}check_settings: {{I_UNMET_FULL: off, I_RATIO: off, I_REASON: off, W_MIN2: off}}\n".replace(
            "check_settings: {W_MIN2: off}\n", "", 1
        )
    )

    assert in_row(CODE, **DUE, actual="2023年3月", **cells) == []
    assert len(in_row(CODE, quiet, **DUE, actual="2023年3月", **cells)) == 1


def test_full_marks_for_a_missed_deadline_that_a_person_scores_are_said_by_their_check() -> None:
    form = FORM.replace("{kind: by_target}", "{kind: deadline, late: per_day, per: 1}")

    assert in_row(CODE, form, **DUE, actual="未完成") == []
    assert len(in_row("I_UNMET_FULL", form, **DUE, actual="未完成")) == 1


@pytest.mark.parametrize(
    ("actual", "said"),
    [
        ("已完成", "没有写明完成日期，不能核实是否按期，请写明实际完成日期"),
        ("按期完成", "没有写明完成日期，不能核实是否按期"),
        ("100%", "没有写明完成日期"),
        ("次年1月", "不是确切的日期"),
        ("2022年10月", ""),
        ("2022年9月", ""),
        ("未完成", "说明没有按期完成，请说明原因"),
        ("", ""),
    ],
)
def test_what_the_completed_value_lacks(actual: str, said: str) -> None:
    found_here = in_row(CODE, JUDGED, **DUE, actual=actual, self_score="")

    assert [said in finding.message for finding in found_here] == ([True] if said else [])


def test_day_is_needed_where_the_deadline_is_a_day_inside_the_month() -> None:
    cells = {**DUE, "target": "2022年10月15日前", "actual": "2022年10月"}

    assert "不是确切的日期" in in_row(CODE, **cells)[0].message


def test_written_reason_is_enough_where_the_score_is_compared() -> None:
    assert in_row(CODE, **DUE, actual="2023年3月", reason="雨季停工") == []


def test_full_marks_that_no_rule_computes_are_said_in_spite_of_a_reason() -> None:
    late = {**DUE, "actual": "2023年3月"}

    (explained,) = in_row(CODE, JUDGED, **late, reason="雨季停工")
    (other,) = in_row(CODE, JUDGED, **late)

    assert explained.message.endswith("晚于期限，却得满分，请调整得分。")
    assert other.message.endswith("晚于期限，却得满分，请调整得分或说明原因。")


def test_missing_date_is_said_beside_a_missing_reason() -> None:
    cells = {**DUE, "actual": "已完成", "self_score": "40"}

    assert len(in_row(CODE, **cells)) == len(in_row("I_REASON", **cells)) == 1


def test_row_of_a_split_group_is_computed_like_any_other() -> None:
    late = {"answers/economy/target": "2022年10月31日前", "answers/economy/actual": "2023年3月"}

    assert found(CODE, late) == []
    assert [each.anchor for each in found("I_UNMET_FULL", late)] == ["page/economy/self_score"]


def test_computed_score_that_agrees_is_full_marks_too() -> None:
    form = FORM.replace("name: 人员控制,", "name: 人员控制, columns: [target, actual, reason],")
    late = {f"answers/heads/{key}": DUE["target"] for key in ("target", "reason")}
    late["answers/heads/actual"] = "2023年3月"

    assert [finding.anchor for finding in found(CODE, late, form)] == ["page/heads/actual"]
    assert found(CODE, {**late, "facts/headcount": "12"}, form) == []


@pytest.mark.parametrize("own", ["", "40"])
def test_late_with_a_reason_and_a_lower_score_or_none(own: str) -> None:
    form = FORM.replace("{kind: by_target}", "{kind: reviewer_judgement}")

    assert in_row(CODE, form, **DUE, actual="2023年3月", reason="雨季停工", self_score=own) == []


def test_right_filing_and_targets_that_are_no_dates() -> None:
    assert found(CODE) == []
    assert in_row(CODE, target="≥100人", actual="2023年3月") == []


@pytest.mark.parametrize("form", [WITHOUT_TARGET, WITHOUT_ACTUAL])
def test_forms_without_both_cells_are_left_alone(form: str) -> None:
    assert in_row(CODE, form, **DUE, actual="2023年3月") == []
