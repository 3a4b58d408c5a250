"""Open rows."""

from typing import Any

import pytest
from django.utils import translation

from reports.forms.rows import BaseRowFormSet, Filled, indicator_columns, indicator_formset, list_formset
from scoring.engine.loading import load_scheme_text
from scoring.engine.scheme import Scheme as Form
from tests.factories import OVERALL, PROJECT, SCHEMES


def scheme(code: str) -> Form:
    return load_scheme_text((SCHEMES / f"{code}.yaml").read_text(encoding="utf-8"), source=code)


def indicators(
    rows: list[dict[str, str | None]], data: dict[str, Any] | None, mint: str = "a"
) -> BaseRowFormSet:
    spec = scheme(PROJECT).indicator_lists["performance"]
    return indicator_formset(spec, Filled("performance", "indicators", rows, mint), data)


def posted(*rows: dict[str, str]) -> dict[str, Any]:
    """A management form and the rows' fields."""
    data = {"performance-TOTAL_FORMS": str(len(rows)), "performance-INITIAL_FORMS": "0"}
    for number, row in enumerate(rows):
        data |= {f"performance-{number}-{key}": text for key, text in row.items()}
    return data


STORED = [{"id": "i01", "name": "甲", "weight": "7", "self_score": "7"}]


def test_rows_keep_a_stored_id() -> None:
    formset = indicators(STORED, posted({"id": "i01", "name": "甲", "weight": "7", "self_score": "6"}))

    assert formset.is_valid()
    assert formset.rows() == [
        {
            "id": "i01",
            "level1": None,
            "level2": None,
            "name": "甲",
            "target": None,
            "actual": None,
            "weight": "7",
            "self_score": "6",
            "reason": None,
            "level": None,
        }
    ]


def test_rows_unchanged_stay() -> None:
    formset = indicators(STORED, posted({"id": "i01", "name": "甲", "weight": "7", "self_score": "7"}))

    assert formset.is_valid()
    assert [row["id"] for row in formset.rows()] == ["i01"]


@pytest.mark.parametrize("given", ["", "i99", "<script>"])
def test_rows_mint_unknown_ids(given: str) -> None:
    formset = indicators(STORED, posted({"id": given, "name": "乙"}))

    assert formset.is_valid()
    (row,) = formset.rows()
    assert row["id"] not in ("", given)
    assert len(row["id"] or "") == 12


def test_rows_mint_the_same_id_for_the_same_save() -> None:
    first, again, other = (indicators([], posted({"name": "乙"}), mint) for mint in ("a", "a", "b"))
    ids = []
    for formset in (first, again, other):
        assert formset.is_valid()
        ids.append(formset.rows()[0]["id"])

    assert ids[0] == ids[1] != ids[2]


def test_rows_an_id_counts_once() -> None:
    formset = indicators(STORED, posted({"id": "i01", "name": "甲"}, {"id": "i01", "name": "乙"}))

    assert formset.is_valid()
    assert len({row["id"] for row in formset.rows()}) == 2


def test_rows_wholly_blank_are_dropped() -> None:
    formset = indicators([], posted({"name": " "}, {"name": "乙"}))

    assert formset.is_valid()
    assert [row["name"] for row in formset.rows()] == ["乙"]


def test_rows_deleted_are_dropped_with_their_errors() -> None:
    formset = indicators(STORED, posted({"id": "i01", "weight": "七", "DELETE": "on"}))

    assert formset.is_valid()
    assert formset.rows() == []


def test_rows_unknown_level_is_refused() -> None:
    formset = indicators([], posted({"name": "乙", "level1": "别的指标"}))

    assert not formset.is_valid()
    assert formset.forms[0].errors["level1"] == ["“别的指标”不是可选的内容。"]


def test_rows_stored_level_of_another_form_stays_selectable() -> None:
    stored = [{"id": "i01", "name": "甲", "level1": "别的指标"}]

    assert indicators(stored, posted({"id": "i01", "name": "甲", "level1": "别的指标"})).is_valid()


def test_rows_unknown_achievement_is_refused() -> None:
    formset = indicators([], posted({"name": "乙", "level": "great"}))

    assert not formset.is_valid()


def test_rows_use_the_labels_of_the_form() -> None:
    columns = indicator_columns(scheme(PROJECT).indicator_lists["performance"])

    assert columns["target"].label == "年度指标值"
    assert columns["level1"].choices == ["产出指标", "效益指标"]


def test_rows_messages_are_chinese_in_every_language() -> None:
    with translation.override("zh-hans"):
        formset = indicators([], {})

    assert not formset.is_valid()
    assert "页面不完整" in str(formset.non_form_errors())


def test_list_offers_a_blank_row_only_while_empty() -> None:
    spec = scheme(OVERALL).lists["evaluators"]
    rows: list[dict[str, str | None]] = [{"id": "e01", "name": "甲"}]

    assert len(list_formset(spec, Filled("evaluators", "evaluators/evaluators", [], "a"), None).forms) == 1
    assert len(list_formset(spec, Filled("evaluators", "evaluators/evaluators", rows, "a"), None).forms) == 1
