"""The bureau's answers to the scheme's own indicators."""

from typing import Any

import pytest

from reports.forms.layout import helper_of
from reports.forms.page import SectionPage
from reports.sheets import Marks
from scoring.engine.content import Content, SectionContent
from scoring.engine.loading import load_scheme_text
from tests.factories import OVERALL, SCHEMES
from tests.reports.accounts import RUBRIC, content_of, form_of

FORM = load_scheme_text((SCHEMES / f"{OVERALL}.yaml").read_text(encoding="utf-8"), source=OVERALL)
SECTION = FORM.section("scoring")


def page(typed: dict[str, str], stored: dict[str, Any] | None = None) -> SectionPage:
    sections = {"scoring": SectionContent.model_validate(stored)} if stored else {}
    content = Content(year=2020, scheme_code=OVERALL, scheme_version=1, sections=sections)
    return SectionPage(FORM, SECTION, content, data=typed)


def test_answers_store_scores_reasons_and_items() -> None:
    filled = page(
        {
            "a:finance_rules:self_score": "２",
            "a:finance_rules:reason": "执行不到位",
            "a:finance_rules:items:exists": "yes",
            "a:finance_rules:items:applied": "no",
        }
    )

    assert filled.is_valid()
    answer = filled.data()["answers"]["finance_rules"]
    assert answer["self_score"] == "2"
    assert answer["reason"] == "执行不到位"
    assert answer["items"] == {"exists": "yes", "applied": "no"}


def test_answers_count_is_a_whole_number() -> None:
    filled = page({"a:payment_progress:items:count": "1.5"})

    assert not filled.is_valid()
    assert "应为整数" in filled.form.errors["a:payment_progress:items:count"][0]


def test_answers_item_is_yes_or_no() -> None:
    assert not page({"a:finance_rules:items:exists": "maybe"}).is_valid()


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"a:staff_control:self_score": "5.01"}, "a:staff_control:self_score", "自评得分 5.01 高于分值 5。"),
        (
            {"a:economic_benefit:self_score": "6", "a:economic_benefit:weight": "5"},
            "a:economic_benefit:self_score",
            "自评得分 6 高于分值 5。",
        ),
    ],
)
def test_answers_score_above_its_weight_names_both(typed: dict[str, str], field: str, message: str) -> None:
    filled = page(typed)

    assert not filled.is_valid()
    assert filled.form.errors[field] == [message]
    assert filled.error_count == 1


def test_answers_child_without_weight_may_have_a_score() -> None:
    assert page({"a:economic_benefit:self_score": "3"}).is_valid()


def test_answers_group_has_no_score_of_its_own() -> None:
    assert "a:benefits:self_score" not in page({}).form.fields


def test_answers_reviewers_items_are_not_asked() -> None:
    assert not [name for name in page({}).form.fields if name.startswith("a:fund_compliance:items")]


def rubric(typed: dict[str, str]) -> SectionPage:
    form = form_of(RUBRIC)
    return SectionPage(form, form.sections[0], content_of(RUBRIC, {}), data=typed)


def test_answers_are_asked_for_every_rule_with_items() -> None:
    filled = rubric(
        {
            "a:plan:items:made": "yes",
            "a:opinion:items:known": "no",
            "a:visits:items:count": "３",
            "a:plan:process": "第一行\r\n第二行",
            "a:rules:measure": "补齐制度",
            "a:opinion:level": "not_applicable",
        }
    )

    assert filled.is_valid()
    answers = filled.data()["answers"]
    assert answers["plan"]["items"] == {"made": "yes"}
    assert answers["opinion"]["items"] == {"known": "no"}
    assert answers["visits"]["items"] == {"count": "3"}
    assert answers["plan"]["process"] == "第一行\n第二行"
    assert answers["rules"]["measure"] == "补齐制度"
    assert answers["opinion"]["level"] == "not_applicable"
    assert not [name for name in filled.form.fields if name.startswith("a:rules:items")]


def test_answers_say_what_an_item_is_worth() -> None:
    filled = rubric({})

    text = helper_of(filled, Marks()).layout.render(filled.form, {})

    assert "占分值 20%，前提项" in text
    assert "评分过程" in text
