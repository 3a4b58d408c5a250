"""One page of a draft."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from reports.models import RefusedSave, Report, Submission, User
from tests.factories import OVERALL, filing_data, fill_report, make_filer, make_report, stored
from tests.reports.views.conftest import signed_in
from tests.reports.views.pages import fields_of, lines_of

PAGES = ["basics", "funds", "goals", "indicators", "report"]


def url(report: Report, key: str = "indicators") -> str:
    return f"/reports/{report.pk}/sections/{key}/"


@pytest.mark.parametrize("key", PAGES)
def test_section_saved_as_shown_changes_nothing(key: str, filled: Report, filer: User) -> None:
    client = signed_in(filer)
    before = stored(filled, key).data

    response = client.post(url(filled, key), fields_of(client.get(url(filled, key))))

    after = stored(filled, key)
    assert response.status_code == 302
    assert after.revision == 2
    assert after.data["facts"] == before.get("facts", {})
    assert after.data["tables"] == before.get("tables", {})
    assert [row["id"] for rows in after.data["lists"].values() for row in rows] == [
        row["id"] for rows in before.get("lists", {}).values() for row in rows
    ]


@pytest.mark.parametrize("key", list(filing_data(OVERALL)["sections"]))
def test_section_of_the_overall_form_survives_a_save(key: str, filer: User) -> None:
    report = fill_report(make_report(filer.bureau, code=OVERALL), filer)
    client = signed_in(filer)
    findings = lines_of(client.get(f"/reports/{report.pk}/check/"), "warning")

    client.post(url(report, key), fields_of(client.get(url(report, key))))

    again = lines_of(client.get(f"/reports/{report.pk}/check/"), "warning")
    assert [line.key for line in again] == [line.key for line in findings]


def test_section_normalises_what_people_type(report: Report, filer: User) -> None:
    client = signed_in(filer)
    data = fields_of(client.get(url(report, "funds")))

    client.post(url(report, "funds"), data | {"t:funds:total:initial": "１,２３４．５０"})

    assert stored(report, "funds").data["tables"]["funds"]["total"]["initial"] == "1234.5"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("一百二十", "“一百二十”不是数字"),
        ("12.3.4", "“12.3.4”不是数字"),
        ("-5", "不能是负数，读到的是 -5。"),
        ("1234567890123456", "15"),
        ("12\x07", "控制字符"),
        ("1.1234567", "最多 6 位小数"),
    ],
)
def test_section_refuses_bad_figures_and_keeps_them(
    typed: str, message: str, report: Report, filer: User
) -> None:
    client = signed_in(filer)
    data = fields_of(client.get(url(report, "funds")))

    response = client.post(url(report, "funds"), data | {"t:funds:total:initial": typed})

    form = response.context["page"].form
    assert response.status_code == 200
    assert message in form.errors["t:funds:total:initial"][0]
    assert form["t:funds:total:initial"].value() == typed
    assert not report.sections.filter(revision__gt=0).exists()


@pytest.mark.parametrize(
    ("key", "field", "typed", "message"),
    [
        ("basics", "f:project.name", "长" * 501, "最多 500 个字"),
        ("basics", "f:filled_on", "去年", "不是日期"),
        ("goals", "f:goal.actual", "长" * 20_001, "最多 20000 个字"),
        ("funds", "a:execution:self_score", "11", "自评得分 11 高于分值 10。"),
        ("funds", "a:execution:self_score", "9.123", "最多 2 位小数"),
    ],
)
def test_section_refuses_bad_cells(
    key: str, field: str, typed: str, message: str, report: Report, filer: User
) -> None:
    client = signed_in(filer)
    data = fields_of(client.get(url(report, key)))

    response = client.post(url(report, key), data | {field: typed})

    assert message in response.context["page"].form.errors[field][0]
    assert "没有保存" in response.content.decode()


def test_section_refuses_a_row_score_above_its_weight(filled: Report, filer: User) -> None:
    client = signed_in(filer)
    data = fields_of(client.get(url(filled)))

    response = client.post(url(filled), data | {"performance-0-self_score": "8"})

    assert "自评得分 8 高于分值 7。" in response.content.decode()
    assert stored(filled, "indicators").revision == 1


def test_section_missing_required_cells_do_not_refuse_a_save(report: Report, filer: User) -> None:
    client = signed_in(filer)

    response = client.post(url(report, "basics"), fields_of(client.get(url(report, "basics"))))

    assert response.status_code == 302
    assert stored(report, "basics").data["facts"]["project.name"] is None


def test_section_adds_and_drops_rows(filled: Report, filer: User) -> None:
    client = signed_in(filer)
    data = fields_of(client.get(url(filled)))
    count = int(data["performance-TOTAL_FORMS"])
    new = {f"performance-{count}-{key}": text for key, text in ROW.items()}
    blank = {f"performance-{count + 1}-name": "  "}
    change = {"performance-TOTAL_FORMS": str(count + 2), "performance-0-DELETE": "on"}

    client.post(url(filled), data | new | blank | change)

    rows = stored(filled, "indicators").data["lists"]["performance"]
    assert rows[0]["id"] == "i02"
    assert len(rows) == count
    assert rows[-1]["name"] == "新增指标"
    assert len(rows[-1]["id"]) == 12


ROW = {
    "id": "",
    "level1": "产出指标",
    "level2": "数量指标",
    "name": "新增指标",
    "weight": "5",
    "self_score": "5",
}


def test_section_accepts_no_row_ids_of_the_client(filled: Report, filer: User) -> None:
    client = signed_in(filer)
    data = fields_of(client.get(url(filled)))

    client.post(url(filled), data | {"performance-0-id": "mine", "performance-1-id": "i03"})

    ids = [row["id"] for row in stored(filled, "indicators").data["lists"]["performance"]]
    assert "mine" not in ids
    assert len(set(ids)) == len(ids)


def test_section_sent_twice_is_saved_once(report: Report, filer: User) -> None:
    client = signed_in(filer)
    data = fields_of(client.get(url(report))) | {f"performance-0-{key}": text for key, text in ROW.items()}
    client.post(url(report), data)

    client.post(url(report), data)

    assert stored(report, "indicators").revision == 1
    assert not RefusedSave.objects.exists()


def test_section_prefilled_total_follows_the_rows(report: Report, filer: User) -> None:
    client = signed_in(filer)
    row = {f"performance-0-{key}": text for key, text in ROW.items()}
    client.post(url(report), fields_of(client.get(url(report))) | row)
    shown = fields_of(client.get(url(report)))
    assert shown["f:total"] == "5"

    client.post(url(report), shown | {"performance-0-self_score": "4"})

    assert stored(report, "indicators").data["facts"]["total"] == "4"


def test_section_stale_save_keeps_both_texts(filled: Report, filer: User) -> None:
    colleague = make_filer(filled.bureau, "填报人乙")
    one, two = signed_in(filer), signed_in(colleague)
    mine, theirs = (fields_of(client.get(url(filled, "goals"))) for client in (one, two))
    two.post(url(filled, "goals"), theirs | {"f:goal.actual": "对方写的"})

    response = one.post(url(filled, "goals"), mine | {"f:goal.actual": "我写的"}, follow=True)

    assert stored(filled, "goals").data["facts"]["goal.actual"] == "对方写的"
    conflict = response.context["conflict"]
    assert [(pair.label, pair.mine, pair.theirs) for pair in conflict.differences] == [
        ("实际完成情况", "我写的", "对方写的")
    ]
    assert "您有一份填写没有保存" in signed_in(filer).get(url(filled, "goals")).content.decode()
    assert two.get(url(filled, "goals")).context["conflict"] is None


def test_section_shows_comments_beside_the_line(returned: Submission, filer: User) -> None:
    text = signed_in(filer).get(url(returned.report)).content.decode()

    row = text[text.index('id="cell-indicators-i04"') : text.index('id="cell-indicators-i05"')]
    assert "达成却扣分，请说明。" in row
    assert f'form="reply-{returned.comments.get().pk}"' in row
    assert "请修改后重报。" in text


def test_section_explains_scores_and_links_findings(filled: Report, filer: User) -> None:
    text = signed_in(filer).get(url(filled)).content.decode()

    assert "完成值 100% ÷ 指标值 100% = 100.00%，得满分7分。" in text
    assert f'href="{url(filled)}#cell-indicators-i04-self_score"' in text
    assert 'id="cell-indicators-i04-self_score"' in text


def test_section_is_pasted_in_the_order_of_the_form(filled: Report, filer: User) -> None:
    text = signed_in(filer).get(url(filled)).content.decode()

    assert 'data-paste="level1,level2,name,target,actual,weight,self_score,reason"' in text


def test_section_next_leads_on(report: Report, filer: User) -> None:
    client = signed_in(filer)
    data = fields_of(client.get(url(report, "basics"))) | {"next": "1"}

    assert client.post(url(report, "basics"), data)["Location"] == url(report, "funds")
    data = fields_of(client.get(url(report, "report"))) | {"next": "1"}
    assert client.post(url(report, "report"), data)["Location"] == f"/reports/{report.pk}/check/"


def test_section_too_many_rows_is_said(report: Report, filer: User) -> None:
    data = {"revision": "0", "performance-INITIAL_FORMS": "0", "performance-TOTAL_FORMS": "61", "f:total": ""}
    rows = {f"performance-{n}-name": f"指标{n}" for n in range(61)}

    assert "最多 60 行" in signed_in(filer).post(url(report), data | rows).content.decode()


def test_section_without_its_management_form_is_said(report: Report, filer: User) -> None:
    assert "页面不完整" in signed_in(filer).post(url(report), {"revision": "x"}).content.decode()


def test_section_queries_do_not_grow_with_rows(
    filled: Report, filer: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(filer)
    client.get(url(filled))

    with django_assert_max_num_queries(22):
        client.get(url(filled))


def test_section_in_another_status_says_so(awaiting: Report, filer: User) -> None:
    response = signed_in(filer).get(url(awaiting), follow=True)

    assert "报告当前状态是“待签章”，不能修改" in response.content.decode()


def test_section_classified_is_not_filled(report: Report, filer: User) -> None:
    Report.objects.filter(pk=report.pk).update(is_classified=True)

    response = signed_in(filer).get(url(report), follow=True)

    assert "涉密报告不在本系统填报" in response.content.decode()


@pytest.mark.parametrize("who", ["head", "reviewer", "office"])
def test_section_wrong_role_is_forbidden(who: str, report: Report, request: pytest.FixtureRequest) -> None:
    assert signed_in(request.getfixturevalue(who)).get(url(report)).status_code == 403


def test_section_outsider_finds_nothing(report: Report, outsider: User) -> None:
    assert signed_in(outsider).get(url(report)).status_code == 404


def test_section_unknown_page_is_not_found(report: Report, filer: User) -> None:
    assert signed_in(filer).get(url(report, "nothing")).status_code == 404


def test_section_anonymous_goes_to_login(report: Report) -> None:
    assert Client().get(url(report))["Location"].startswith("/login/")


def test_section_delete_is_not_allowed(report: Report, filer: User) -> None:
    assert signed_in(filer).delete(url(report)).status_code == 405
