"""B_ALL100: every self-evaluation of the bureau is full."""

from scoring.engine.filing import Filing
from tests.scoring.engine.checks.dossiers import found, only
from tests.scoring.engine.checks.weighted import FORM, weighted

OVERALL = FORM.replace("scope: project", "scope: overall").replace("code: weighted", "code: whole")
UNSCORED = FORM.replace("scope: project", "scope: project\nscoring: none")


def project(total: str | None = "100") -> Filing:
    return weighted(total=total)


def overall(total: str | None = "100") -> Filing:
    return weighted(form=OVERALL, total=total)


def test_full_projects_are_found_from_each_of_them_whatever_the_overall_total() -> None:
    finding = only("B_ALL100", project(), project(), overall("89"))

    assert (finding.anchor, finding.severity, finding.stated) == ("page/total", "information", "100")
    assert finding.message == "本部门2 个项目的自评总分都是满分（100 分），请核实各项得分是否如实。"
    assert found("B_ALL100", overall("89"), project(), project()) == []


def test_full_reports_of_both_kinds_are_found_from_both() -> None:
    own, other = project(), overall()

    assert "2 份自评" in only("B_ALL100", own, other).message
    assert "2 份自评" in only("B_ALL100", other, own).message


def test_total_that_is_not_stated_is_the_sum_of_the_rows() -> None:
    assert len(found("B_ALL100", project(None), project())) == 1
    assert found("B_ALL100", weighted(total=None, own_score=""), project()) == []


def test_one_report_less_than_full_clears_all() -> None:
    assert found("B_ALL100", project(), project("99.5")) == []
    assert found("B_ALL100", project(), project("99.5"), overall()) == []


def test_one_report_alone_says_nothing() -> None:
    assert found("B_ALL100", project()) == []


def test_reports_without_scores_do_not_count() -> None:
    unscored = weighted(form=UNSCORED)

    assert found("B_ALL100", project(), unscored) == []
    assert found("B_ALL100", unscored, project(), project()) == []
    assert len(found("B_ALL100", project(), project(), unscored)) == 1


def test_form_without_a_total_has_nowhere_to_say_it() -> None:
    form = FORM.replace("totals: {official: total}", "")

    assert found("B_ALL100", weighted(form=form), project()) == []
    assert len(found("B_ALL100", project(), weighted(form=form))) == 1
