import pytest

from reports.errors import RoleRefusedError, StaleRevisionError, StatusRefusedError
from reports.models import RefusedSave
from reports.services import drafts, filing
from tests.reports.services.conftest import Example

GOALS = {"facts": {"goal.expected": "甲", "goal.actual": "乙"}}


def test_save_section_counts_revisions(example: Example) -> None:
    first = drafts.save_section(example.report, "goals", GOALS, revision=1, by=example.filer)

    assert first.revision == 2
    assert first.data == GOALS
    assert first.saved_by == example.filer


def test_save_section_refuses_a_stale_revision_and_keeps_both(example: Example) -> None:
    drafts.save_section(example.report, "goals", GOALS, revision=1, by=example.filer)
    mine = {"facts": {"goal.expected": "丙", "goal.actual": "丁"}}

    with pytest.raises(StaleRevisionError) as refused:
        drafts.save_section(example.report, "goals", mine, revision=1, by=example.filer)
    drafts.keep_refused(refused.value.refused)

    assert refused.value.current.data == GOALS
    assert RefusedSave.objects.get().data == mine
    assert example.report.sections.get(key="goals").data == GOALS


def test_save_section_twice_with_the_same_text_is_harmless(example: Example) -> None:
    drafts.save_section(example.report, "goals", GOALS, revision=1, by=example.filer)

    again = drafts.save_section(example.report, "goals", GOALS, revision=1, by=example.filer)

    assert again.revision == 2


def test_keep_refused_keeps_the_newest_text_of_a_person(example: Example) -> None:
    for text in ("一", "二"):
        refused = RefusedSave(
            report=example.report,
            key="goals",
            data={"facts": {"a": text}},
            based_on=0,
            typed_by=example.filer,
        )
        drafts.keep_refused(refused)

    assert RefusedSave.objects.get().data == {"facts": {"a": "二"}}

    drafts.drop_refused(example.report, "goals", by=example.filer)
    assert not RefusedSave.objects.exists()


def test_save_section_refuses_another_bureaus_filer(example: Example) -> None:
    with pytest.raises(RoleRefusedError):
        drafts.save_section(example.report, "goals", GOALS, revision=1, by=example.stranger)


def test_save_section_refuses_the_head(example: Example) -> None:
    with pytest.raises(RoleRefusedError):
        drafts.save_section(example.report, "goals", GOALS, revision=1, by=example.head)


def test_save_section_refuses_a_report_that_awaits_signature(example: Example) -> None:
    report = example.hand_over()

    with pytest.raises(StatusRefusedError, match="待签章"):
        drafts.save_section(report, "goals", GOALS, revision=1, by=example.filer)


def test_draft_content_is_what_a_handover_seals(example: Example) -> None:
    report = example.hand_over()
    assert report.sealed is not None

    assert report.sealed.read() == drafts.draft_content(report)


def test_unexplained_forgets_what_is_explained(example: Example) -> None:
    before = drafts.unexplained(
        drafts.check_draft(example.report).findings, drafts.draft_content(example.report)
    )
    example.explain()
    report = example.fresh()

    after = drafts.unexplained(drafts.check_draft(report).findings, drafts.draft_content(report))

    assert [finding.code for finding in before] == ["T_SUM", "X_SCORE", "I_MET_CUT"]
    assert after == []


def test_completeness_falls_when_a_required_page_is_missing(example: Example) -> None:
    assert drafts.completeness(example.fresh()) == 100
    example.report.sections.filter(key="goals").delete()

    assert drafts.completeness(example.fresh()) == 97


def test_taking_back_reopens_the_draft(example: Example) -> None:
    filing.take_back(example.hand_over(), by=example.filer)

    assert drafts.save_section(example.fresh(), "goals", GOALS, revision=1, by=example.filer).revision == 2
