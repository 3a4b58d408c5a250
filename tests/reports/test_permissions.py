import pytest
from django.http import Http404

from reports.models import Report
from reports.permissions import actions_for, get_report, get_submission
from tests.reports.services.conftest import Example, example

__all__ = ["example"]


def test_classified_report_leaves_only_the_offices_cancellation(example: Example) -> None:
    Report.objects.update(is_classified=True)
    report = example.fresh()

    assert actions_for(example.filer, report) == ()
    assert actions_for(example.office, report) == ("cancel",)


def test_filer_may_edit_and_hand_over_the_own_bureaus_draft(example: Example) -> None:
    assert actions_for(example.filer, example.fresh()) == ("hand_over", "edit")


def test_parent_bureau_sees_what_is_below_but_does_not_act_for_it(example: Example) -> None:
    example.report.bureau.parent = example.stranger.bureau
    example.report.bureau.save(update_fields=["parent"])

    assert get_report(example.stranger, example.report.pk) == example.report
    assert actions_for(example.stranger, example.fresh()) == ()


def test_other_bureaus_report_and_submission_do_not_exist_for_an_outsider(example: Example) -> None:
    submission = example.submit()

    with pytest.raises(Http404):
        get_report(example.stranger, example.report.pk)
    with pytest.raises(Http404):
        get_submission(example.stranger, submission.pk)


def test_division_sees_its_own_bureaus_only(example: Example) -> None:
    assert get_report(example.division, example.report.pk) == example.report
    example.division.division = type(example.report.bureau.division)(name="农业科")
    example.division.division.save()
    example.division.save(update_fields=["division"])

    with pytest.raises(Http404):
        get_report(example.division, example.report.pk)
