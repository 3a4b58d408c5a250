"""B_BAND: the stated grade against the stated total."""

from tests.scoring.engine.checks.small import findings, only


def test_grade_of_another_total() -> None:
    finding = only("B_BAND", {"facts/total.form": "89.99", "facts/total.table": "89.99"})

    assert (finding.stated, finding.computed) == ("优秀", "差")
    assert finding.message == "等次填写“优秀”，总分 89.99 对应“差”。"


def test_grade_that_the_form_does_not_know() -> None:
    assert only("B_BAND", {"facts/grade": "甲等"}).message == "等次“甲等”不是本方案的等次（优、差）。"


def test_exactly_ninety_and_no_total() -> None:
    for total in ("90", None):
        assert not any(f.code == "B_BAND" for f in findings({"facts/total.form": total}))
