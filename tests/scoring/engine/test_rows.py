"""Which rows of a filing are scored, and what is said where the form has no cell for what a rule reads."""

from decimal import Decimal
from typing import Any

import pytest

from scoring.engine.content import read_content
from scoring.engine.loading import load_scheme_text
from scoring.engine.results import Scorecard
from scoring.engine.rows import self_scores
from scoring.engine.score import score
from tests.scoring.engine.small_scheme import SOUND

TYPED = {"id": "r1", "level1": "产出", "name": "培训人数", "weight": "50", "self_score": "45"}
WORDS = {"target": "提升服务能力", "actual": "详见附件"}
NO_SCORES = SOUND.replace("scope: project", "scope: project\nscoring: none").replace(
    "    weight: 10\n    rule: {kind: exec_rate, numerator: done, denominator: plan}",
    "    columns: [target, actual]\n    rule: {kind: achievement}",
)


def scored(form: str, typed: dict[str, str] | None = None, **answers: Any) -> Scorecard:
    scheme = load_scheme_text(form)
    page = {"lists": {"typed": [TYPED | typed] if typed else []}, "answers": answers}
    filed = {"year": 2024, "scheme_code": "small", "scheme_version": 1, "sections": {"second": page}}
    return score(read_content(filed), scheme)


def without(*cells: str) -> str:
    """The small form whose typed rows lack these cells."""
    columns = ["level1", "level2", "name", "target", "actual", "weight", "self_score", "level"]
    kept = ", ".join(column for column in columns if column not in cells)
    return SOUND.replace("    labels: {", f"    columns: [{kept}]\n    labels: {{")


def test_own_rows_of_a_form_without_points_need_no_weight() -> None:
    card = scored(NO_SCORES, speed={"target": "≥10次", "actual": "12次"})

    row = card.rows[0]
    assert (row.filed.id, row.weight, row.status, row.outcome.achieved) == ("speed", 0, "scored", True)
    assert row.outcome.explanation == "完成值“12次”对照指标值“≥10次”，已完成。"
    assert card.totals.total is None


@pytest.mark.parametrize(
    ("cells", "typed", "status", "explanation"),
    [
        ((), {"actual": "12次"}, "needs_data", "指标值未填写。"),
        (("target",), {"actual": "12次"}, "judgement", "表上没有指标值一栏，需人工评分。"),
        ((), {"target": "≥10次"}, "needs_data", "完成值未填写。"),
        (("actual",), {"target": "≥10次"}, "judgement", "表上没有完成值一栏，需人工评分。"),
        (("actual",), {}, "needs_data", "指标值未填写。"),
        ((), WORDS, "needs_data", "请选择达成程度"),
        (("level",), WORDS, "judgement", "定性指标，表上没有达成程度一栏，需人工评分。"),
    ],
)  # fmt: skip
def test_nobody_is_asked_for_a_cell_that_the_form_does_not_have(
    cells: tuple[str, ...], typed: dict[str, str], status: str, explanation: str
) -> None:
    (row,) = (row for row in scored(without(*cells), typed | {"id": "r1"}).rows if row.filed.typed)

    assert row.status == status
    assert explanation in row.outcome.explanation


@pytest.mark.parametrize(
    ("columns", "status"), [("target, actual", "judgement"), ("target, actual, level", "needs_data")]
)
def test_the_scheme_s_own_rows_say_which_cells_they_have(columns: str, status: str) -> None:
    form = SOUND.replace(
        "    weight: 10\n    rule: {kind: exec_rate, numerator: done, denominator: plan}",
        f"    weight: 10\n    columns: [{columns}]\n    rule: {{kind: by_target}}",
    )

    assert scored(form, speed=WORDS).rows[-2].status == status


def test_a_level_that_was_chosen_counts_whatever_the_columns_say() -> None:
    row = next(row for row in scored(without("level"), WORDS | {"level": "met"}).rows if row.filed.typed)

    assert (row.status, row.points) == ("accepted", 45)


def test_self_scores_by_row_and_together() -> None:
    scheme = load_scheme_text(SOUND)
    page = {
        "lists": {"typed": [TYPED]},
        "answers": {"speed": {"self_score": "9.5"}, "child": {"self_score": "40"}},
    }
    filed = {"year": 2024, "scheme_code": "small", "scheme_version": 1, "sections": {"second": page}}

    assert self_scores(scheme, read_content(filed)) == {
        "r1": Decimal(45), "speed": Decimal("9.5"), "group": Decimal(40), "sum": Decimal("94.5"),
    }  # fmt: skip
