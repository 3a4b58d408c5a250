"""The last look before the handover."""

from django.test import Client

from reports.models import Campaign, Report, Submission, User
from reports.services import drafts
from tests.factories import fill_report, make_filer
from tests.reports.views.conftest import signed_in
from tests.reports.views.pages import fields_of, lines_of


def url(report: Report) -> str:
    return f"/reports/{report.pk}/check/"


def test_check_report_blocks_while_errors_stand(report: Report, filer: User) -> None:
    response = signed_in(filer).get(url(report))

    assert lines_of(response, "error")
    assert "项错误需要改正" in response.context["blocked"]
    assert "disabled>提交单位负责人" in response.content.decode()


def test_check_report_asks_for_explanations(report: Report, filer: User) -> None:
    fill_report(report, filer, explained=False)

    response = signed_in(filer).get(url(report))

    assert [line.code for line in lines_of(response, "warning")] == ["X_SCORE", "T_SUM", "I_MET_CUT"]
    assert response.context["blocked"] == "还有 3 项问题需要说明。"


def test_check_report_stores_one_text_for_several(report: Report, filer: User) -> None:
    fill_report(report, filer, explained=False)
    client = signed_in(filer)
    page = client.get(url(report))
    keys = [line.key for line in lines_of(page, "warning")]
    typed = {"explanations-0-text": "按原口径计算。", "explanations-0-findings": keys}

    response = client.post(url(report), fields_of(page, "explain-form") | typed, follow=True)

    assert response.context["blocked"] == ""
    assert drafts.explained_keys(drafts.draft_content(report)) == set(keys)
    assert "disabled>提交单位负责人" not in response.content.decode()


def test_check_report_removes_an_explanation(filled: Report, filer: User) -> None:
    client = signed_in(filer)
    data = fields_of(client.get(url(filled)), "explain-form") | {"explanations-0-DELETE": "on"}

    client.post(url(filled), data)

    assert drafts.draft_content(filled).explanations == []


def test_check_report_text_without_findings_is_refused(report: Report, filer: User) -> None:
    fill_report(report, filer, explained=False)
    client = signed_in(filer)
    data = fields_of(client.get(url(report)), "explain-form")

    response = client.post(url(report), data | {"explanations-0-text": "没有勾选"})

    assert "请勾选这段文字说明的问题。" in response.content.decode()
    assert "没有勾选" in response.content.decode()


def test_check_report_findings_without_text_are_refused(report: Report, filer: User) -> None:
    fill_report(report, filer, explained=False)
    client = signed_in(filer)
    page = client.get(url(report))
    key = lines_of(page, "warning")[0].key

    response = client.post(url(report), fields_of(page, "explain-form") | {"explanations-0-findings": [key]})

    assert "请写明原因。" in response.content.decode()


def test_check_report_control_characters_are_refused(report: Report, filer: User) -> None:
    fill_report(report, filer, explained=False)
    client = signed_in(filer)
    page = client.get(url(report))
    typed = {"explanations-0-text": "有\x07字", "explanations-0-findings": [lines_of(page, "warning")[0].key]}

    response = client.post(url(report), fields_of(page, "explain-form") | typed)

    assert "控制字符" in response.content.decode()


def test_check_report_stale_explanations_keep_both_texts(report: Report, filer: User) -> None:
    fill_report(report, filer, explained=False)
    client = signed_in(filer)
    page = client.get(url(report))
    key = lines_of(page, "warning")[0].key
    colleague = make_filer(report.bureau, "填报人乙")
    drafts.explain_findings(report, [{"text": "对方的说明", "findings": [key]}], revision=0, by=colleague)
    typed = {"explanations-0-text": "我的说明", "explanations-0-findings": [key]}

    response = client.post(url(report), fields_of(page, "explain-form") | typed, follow=True)

    (pair,) = response.context["conflict"].differences
    assert (pair.mine, pair.theirs) == ("我的说明", "对方的说明")


def test_check_report_closed_campaign_blocks(filled: Report, filer: User) -> None:
    Campaign.objects.update(opens_on="2020-01-01", due_on="2020-02-01", closes_on="2020-03-01")

    assert "已关闭" in signed_in(filer).get(url(filled)).context["blocked"]


def test_check_report_returned_shows_the_words(returned: Submission, filer: User) -> None:
    assert "请修改后重报。" in signed_in(filer).get(url(returned.report)).content.decode()


def test_check_report_in_another_status_says_so(awaiting: Report, filer: User) -> None:
    assert "不能修改" in signed_in(filer).get(url(awaiting), follow=True).content.decode()


def test_check_report_wrong_role_is_forbidden(report: Report, head: User) -> None:
    assert signed_in(head).get(url(report)).status_code == 403


def test_check_report_outsider_finds_nothing(report: Report, outsider: User) -> None:
    assert signed_in(outsider).get(url(report)).status_code == 404


def test_check_report_unknown_is_not_found(filer: User) -> None:
    assert signed_in(filer).get("/reports/999999/check/").status_code == 404


def test_check_report_anonymous_goes_to_login(report: Report) -> None:
    assert Client().get(url(report))["Location"].startswith("/login/")


def test_check_report_delete_is_not_allowed(report: Report, filer: User) -> None:
    assert signed_in(filer).delete(url(report)).status_code == 405


def test_check_report_findings_of_one_key_share_a_box(report: Report, filer: User) -> None:
    drafts.save_section(report, "indicators", {"lists": {"performance": []}}, revision=0, by=filer)

    response = signed_in(filer).get(url(report))

    codes = [line.code for line in lines_of(response, "warning") if line.needs_explanation]
    (form,) = response.context["formset"].forms
    assert codes.count("W_LEVEL") == 2
    assert [line.message for line in form.lines if line.code == "W_LEVEL"] == [
        "产出指标各行分值合计 0，应为 50。 效益指标各行分值合计 0，应为 40。"
    ]


def test_check_report_says_at_the_top_that_nothing_was_saved(filled: Report, filer: User) -> None:
    client = signed_in(filer)
    data = fields_of(client.get(url(filled)), "explain-form")

    text = client.post(url(filled), data | {"explanations-0-text": "字\x07"}).content.decode()

    assert '<a href="#explain-form">' in text


def test_check_report_reminds_of_texts_that_were_not_saved(filled: Report, filer: User) -> None:
    client = signed_in(filer)
    page = f"/reports/{filled.pk}/sections/goals/"
    client.post(page, fields_of(client.get(page)) | {"revision": "0", "f:goal.actual": "另一份"})

    response = client.get(url(filled))

    assert [step.key for step in response.context["unsettled"]] == ["goals"]
    assert "还有一份填写没有保存" in response.content.decode()


def test_check_report_lists_comments_and_where_they_stand(returned: Submission, filer: User) -> None:
    response = signed_in(filer).get(url(returned.report))

    text = response.content.decode()
    assert [(step.key, step.comments) for step in response.context["steps"] if step.comments] == [
        ("indicators", 1)
    ]
    assert "#cell-indicators-i04-self_score" in text
    assert "意见 1" in text
