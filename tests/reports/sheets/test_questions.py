"""What rules ask beside the row's cells."""

from reports.sheets.questions import answered, asks_filer, questions_of
from scoring.engine.content import Answer
from tests.reports.accounts import RUBRIC, form_of

INDICATORS = form_of(RUBRIC).indicators_by_id


def test_questions_say_what_a_yes_is_worth() -> None:
    asked = {key: [(q.key, q.worth, q.unit) for q in questions_of(each)] for key, each in INDICATORS.items()}

    assert asked == {
        "plan": [("made", "占分值 20%，前提项", ""), ("clear", "占分值 80%", "")],
        "rules": [("exists", "20分", "")],
        "visits": [("count", "", "次")],
        "opinion": [("known", "", "")],
    }


def test_questions_of_a_reviewer_are_not_for_the_bureau() -> None:
    assert [key for key, each in INDICATORS.items() if asks_filer(each)] == ["plan", "visits", "opinion"]


def test_answers_in_words_leave_out_what_is_open() -> None:
    assert list(answered(INDICATORS["plan"], Answer(items={"made": "yes"}))) == ["✓ 制定了年度工作计划"]
    assert list(answered(INDICATORS["opinion"], Answer(items={"known": "no"}))) == ["✗ 知晓率达到90%"]
    assert list(answered(INDICATORS["visits"], Answer(items={"count": "2"}))) == ["不符合要求 2 次"]
    assert list(answered(INDICATORS["visits"], Answer())) == []
