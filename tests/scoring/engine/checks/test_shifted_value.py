"""I_SHIFT: completed values in the wrong column or row."""

import pytest

from tests.scoring.engine.checks.rows import WITHOUT_ACTUAL, WITHOUT_TARGET, found, in_row, in_rows

CODE = "I_SHIFT"
THREE_PUBLIC = {"name": "三公经费控制率", "target": "≤120%", "actual": "调出2人、调入2人"}
USE = {"name": "固定资产利用率", "target": "≥90%", "actual": "100%"}
IN_POST = {"name": "在职人员控制率", "target": "≤120%", "actual": "去年0.8，今年2.2"}


def test_weight_in_the_cell_of_the_completed_value() -> None:
    (finding,) = in_row(CODE, name="民生事项", target="实现", actual="5", weight="5", self_score="5")

    assert (finding.anchor, finding.severity, finding.stated) == ("page/r1/actual", "warning", "5")
    assert finding.message == (
        "民生事项的完成值“5”与分值 5 相同，指标值是“实现”，像是填错了列。请填写实际完成情况。"
    )


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"target": "实现", "actual": "4", "weight": "5", "self_score": "4"}, "自评得分 4"),
        ({"target": "2022年12月底前", "actual": "5", "weight": "5", "self_score": "5"}, "分值 5"),
        ({"target": "≥20场", "actual": "5", "weight": "5", "self_score": "5"}, "分值 5"),
    ],
)
def test_which_column_is_repeated(cells: dict[str, str], said: str) -> None:
    (finding,) = in_row(CODE, **cells)

    assert said in finding.message


@pytest.mark.parametrize(
    ("target", "actual", "own"),
    [
        ("≥5场", "5", "5"),  # reached: the figure is what was done
        ("5", "5", "5"),
        ("20", "5", "5"),
        ("", "5", "5"),
        ("≥20场", "5", "1.25"),  # scored as a shortfall
        ("实现", "5场", "5"),
        ("实现", "约5", "5"),
        ("实现", "5次培训", "5"),
        ("实现", "增长5", "5"),
        ("实现", "8", "5"),
        ("实现", "0", "0"),
    ],
)
def test_figure_that_may_be_what_was_done(target: str, actual: str, own: str) -> None:
    assert in_row(CODE, target=target, actual=actual, weight="5", self_score=own) == []


def test_two_rows_that_answer_each_other() -> None:
    (finding,) = in_rows(CODE, THREE_PUBLIC, USE, IN_POST)

    assert (finding.anchor, finding.also) == ("page/r1/actual", ("page/r3/actual",))
    assert finding.message == (
        "三公经费控制率的完成值“调出2人、调入2人”与在职人员控制率的完成值“去年0.8，今年2.2”"
        "都不能对照本行的指标值，像是两行填反了，请核对。"
    )


def test_either_row_may_come_first() -> None:
    (finding,) = in_rows(CODE, IN_POST, USE, THREE_PUBLIC)

    assert (finding.anchor, finding.also) == ("page/r1/actual", ("page/r3/actual",))


def test_rows_named_in_each_others_values() -> None:
    swapped = (
        {"name": "培训场次", "target": "≥10场", "actual": "宣传覆盖98%"},
        {"name": "宣传覆盖率", "target": "≥95%", "actual": "举办培训12场"},
    )

    assert len(in_rows(CODE, *swapped)) == 1


@pytest.mark.parametrize(
    "rows",
    [
        (THREE_PUBLIC, USE),  # the other row is in order
        (IN_POST, USE),
        (
            THREE_PUBLIC,
            {"name": "资料归档率", "target": "≥90%", "actual": "3册、4册"},
        ),  # about something else
        (THREE_PUBLIC, {**IN_POST, "actual": "119%"}),
        ({**THREE_PUBLIC, "target": "合规"}, IN_POST),  # nothing measured
        ({**THREE_PUBLIC, "actual": "在职人员无变动"}, IN_POST),  # no figures
        ({**THREE_PUBLIC, "actual": "去年6万，今年5万"}, IN_POST),  # not about people
        ({**THREE_PUBLIC, "name": "编外人员控制率"}, IN_POST),  # both are about people
        (
            {"name": "调入人员比例", "target": "≤120%", "actual": "调出2人、调入2人"},
            {"name": "调出人员比例", "target": "≤120%", "actual": "去年0.8，今年2.2"},
        ),  # speaks of its own row
    ],
)
def test_rows_that_are_not_swapped(rows: tuple[dict[str, str], ...]) -> None:
    assert in_rows(CODE, *rows) == []


def test_right_filing() -> None:
    assert found(CODE) == []


@pytest.mark.parametrize("form", [WITHOUT_TARGET, WITHOUT_ACTUAL])
def test_forms_without_both_cells_are_left_alone(form: str) -> None:
    assert in_row(CODE, form, target="实现", actual="50") == []
