"""Previews of a form and of a score: as a bureau and the engine see it, and nothing is stored."""

from typing import Any

import pytest
from django.test import Client

from reports.models import Section
from scoring.authoring.samples import sample_content
from scoring.authoring.versions import clone
from scoring.engine.score import score
from scoring.models import Scheme, Scorecard, SealedContent
from tests.reports.admin.conftest import Login
from tests.reports.admin.desk import OVERALL, Desk
from tests.reports.admin.schemes.conftest import page, rewritten
from tests.scoring.forms import FILES


def stored() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Section, Scorecard, SealedContent))


def posted(response: Any, **changes: str) -> dict[str, str]:
    """Everything that the preview's form would send, with some of it typed over."""
    typed, data = response.context["typed"], {"source": response.context["source"].key}
    for part in typed.pages:
        forms = [part.form, *(form for formset in part.formsets.values() for form in formset.forms)]
        forms += [formset.management_form for formset in part.formsets.values()]
        for form in forms:
            data |= {bound.html_name: str(bound.value() or "") for bound in form}
    return data | changes


def points(response: Any) -> dict[str, Any]:
    return {line.name: line.line.points for line in response.context["lines"]}


def test_every_page_of_the_form_is_shown_and_none_can_be_filled(client: Client, overall: Scheme) -> None:
    for section in overall.form.sections:
        body = client.get(page("form", overall), {"page": section.key}).content.decode()
        assert section.title in body
        assert '<fieldset class="preview stack" disabled>' in body


def test_form_is_shown_blank_or_with_sample_values(client: Client, overall: Scheme) -> None:
    blank = client.get(page("form", overall), {"page": "finances"}).content.decode()
    filled = client.get(page("form", overall), {"page": "finances", "values": "sample"}).content.decode()

    assert 'value="960"' not in blank
    assert 'value="960"' in filled


def test_unknown_page_of_a_form_is_404(client: Client, overall: Scheme) -> None:
    assert client.get(page("form", overall), {"page": "nothing"}).status_code == 404


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_shipped_form_can_be_previewed(desk: Desk, client: Client, path: Any) -> None:
    scheme = desk.scheme(path.stem)
    before = stored()

    assert client.get(page("score", scheme), {"source": "blank"}).status_code == 200
    sample = client.get(page("score", scheme))
    assert client.post(page("score", scheme), posted(sample)).context["totals"] == sample.context["totals"]
    for section in scheme.form.sections:
        asked = {"page": section.key, "values": "sample"}
        assert client.get(page("form", scheme), asked).status_code == 200
    assert stored() == before


def test_score_of_sample_values_is_what_the_engine_gives(client: Client, overall: Scheme) -> None:
    response = client.get(page("score", overall))
    card = score(sample_content(overall.form), overall.form)

    assert response.context["totals"] == card.totals
    assert [line.line.points for line in response.context["lines"]] == [row.points for row in card.rows]
    body = response.content.decode()
    assert card.rows[0].outcome.explanation in body
    assert card.rows[0].filed.rule.wording(card.rows[0].weight) in body


def test_typed_figures_are_scored_and_not_stored(client: Client, overall: Scheme) -> None:
    first = client.get(page("score", overall))
    before = stored()

    again = client.post(page("score", overall), posted(first, **{"f:staff.in_post": "53"}))

    assert str(points(first)["财政供养人员控制率"]) == "5.00"
    assert str(points(again)["财政供养人员控制率"]) == "2.00"
    assert "超过100% 6.00个百分点" in again.content.decode()
    assert stored() == before


def test_typed_answers_targets_and_splits_are_scored(client: Client, overall: Scheme) -> None:
    typed = {
        "a:payment_progress:items:count": "2",
        "a:finance_rules:items:lawful": "no",
        "a:satisfaction:actual": "80%",
        "a:economic_benefit:weight": "4",
        "a:economic_benefit:self_score": "4",
    }
    response = client.post(page("score", overall), posted(client.get(page("score", overall)), **typed))

    found = points(response)
    assert [str(found[name]) for name in ("支付进度", "社会公众或服务对象满意度")] == ["2.00", "1.00"]
    assert "各项分值合计 14，与本组分值 15 不一致" in response.content.decode()
    assert response.context["totals"].total is None


def test_typed_rows_of_open_lists_are_scored(client: Client, project: Scheme) -> None:
    first = client.get(page("score", project))

    again = client.post(page("score", project), posted(first, **{"performance-0-actual": "5项"}))

    assert (str(points(first)["数量指标示例"]), str(points(again)["数量指标示例"])) == ("12.50", "6.25")


def test_wrong_figures_are_named_and_nothing_is_recalculated(client: Client, overall: Scheme) -> None:
    first = client.get(page("score", overall))

    again = client.post(page("score", overall), posted(first, **{"f:staff.quota": "五十"}))

    assert not again.context["is_scored"]
    assert points(again) == points(first)
    body = again.content.decode()
    assert "得分没有重新计算" in body
    assert "五十" in body


def test_blank_values_need_data(client: Client, overall: Scheme) -> None:
    response = client.get(page("score", overall), {"source": "blank"})

    assert {line.line.status for line in response.context["lines"]} <= {"needs_data", "judgement"}


def test_newest_handed_in_content_is_taken_whatever_the_version(desk: Desk, client: Client) -> None:
    submission = desk.submit(desk.report("区级项目"))
    client.post(page("clone", submission.report.scheme), {"version": "2"})
    later = rewritten(Scheme.objects.get(version=2), "over_100: cap", "over_100: zero")

    response = client.get(page("score", later), {"source": "newest"})

    assert response.context["source"].origin == "测试医疗保障局 · 区级项目（第 1 次报送）"
    assert str(points(response)["预算执行率"]) == "7.23"


def test_without_a_handed_in_content_sample_values_are_used(client: Client, overall: Scheme) -> None:
    response = client.get(page("score", overall), {"source": "newest"})

    assert response.context["source"].key == "sample"
    assert "还没有单位报送过这份表" in response.content.decode()


def test_broken_seal_is_not_used(desk: Desk, client: Client) -> None:
    submission = desk.submit(desk.report())
    SealedContent.objects.update(content=b"{}")

    response = client.get(page("score", submission.report.scheme), {"source": "newest"})

    assert response.context["source"].key == "sample"
    assert "封存内容与摘要不符" in response.content.decode()


def test_reviewer_of_another_division_does_not_see_the_content(desk: Desk, login: Login) -> None:
    submission = desk.submit(desk.report())

    response = login(desk.outsider).get(page("score", submission.report.scheme), {"source": "newest"})

    assert response.context["source"].key == "sample"


def test_only_figures_that_rules_use_are_asked_for(desk: Desk, client: Client) -> None:
    groups = client.get(page("score", desk.scheme(OVERALL))).context["typed"].groups()
    asked = {bound.name for group in groups for _label, bound in group.fields}

    assert {"f:staff.quota", "t:income:own:carryover", "t:assessment:prosperity:full"} <= asked
    assert not asked & {"f:staff.total", "f:contact.name", "t:income:own:total", "f:scoring.total"}


def test_drafts_that_were_unsound_once_are_read_anew(client: Client, draft: Scheme, overall: Scheme) -> None:
    other, _ = clone(overall, 2)
    Scheme.objects.filter(status="draft").update(hash="")

    for each in (draft, other):
        assert client.get(page("score", each)).context["form"].code == each.code
