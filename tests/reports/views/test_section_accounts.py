"""Pages with open tables of figures, charts, and targets without scores."""

import pytest
from pytest_django import DjangoAssertNumQueries

from reports.models import RefusedSave, Report, User
from reports.services import drafts
from tests.factories import make_filer, stored
from tests.reports.accounts import FIGURES, GOALS, RUBRIC, TARGETS, fill, report_under
from tests.reports.views.conftest import signed_in
from tests.reports.views.pages import fields_of


def url(report: Report, key: str = "accounts") -> str:
    return f"/reports/{report.pk}/sections/{key}/"


@pytest.fixture
def accounts(filer: User) -> Report:
    return fill(report_under(FIGURES, filer.bureau), filer)


@pytest.fixture
def targets(filer: User) -> Report:
    return fill(report_under(TARGETS, filer.bureau), filer)


@pytest.mark.parametrize("key", ["accounts", "words", "targets"])
def test_accounts_saved_as_shown_change_nothing_but_blanks(key: str, targets: Report, filer: User) -> None:
    client = signed_in(filer)
    before = drafts.draft_content(targets).section(key)

    response = client.post(url(targets, key), fields_of(client.get(url(targets, key))))

    assert response.status_code == 302
    after = drafts.draft_content(Report.objects.get(pk=targets.pk)).section(key)
    assert after.facts == before.facts
    for name, rows in before.lists.items():
        assert [row["id"] for row in after.lists[name]] == [row["id"] for row in rows]
        for old, new in zip(rows, after.lists[name], strict=True):
            assert {column: new[column] for column, text in old.items() if text} == {
                column: text for column, text in old.items() if text
            }


def test_accounts_page_has_the_grid_and_the_charts(accounts: Report, filer: User) -> None:
    text = signed_in(filer).get(url(accounts)).content.decode()

    assert 'class="cols filing wide"' in text
    assert 'class="cards coded sheet-like"' in text
    assert text.count('<svg class="drawing"') == 2
    assert "1,234,567.5" in text
    assert "js/grid.js" in text


def test_accounts_store_the_total_line_and_new_rows(accounts: Report, filer: User) -> None:
    client = signed_in(filer)
    data = fields_of(client.get(url(accounts)))
    new = {"code": "205", "name": "教育", "basic": "1,000.50"}
    fields = {f"spending-4-{column}": text for column, text in new.items()} | {"spending-4-id": ""}

    client.post(url(accounts), data | fields | {"spending-TOTAL_FORMS": "5"})

    page = stored(accounts, "accounts").data
    assert [row["code"] for row in page["lists"]["spending"]] == ["205", "208", "20805", "210", "2101301"]
    assert page["lists"]["spending"][0]["all"] == "1000.5"
    assert page["tables"]["spending"]["total"]["basic"] == "35568"


def test_accounts_errors_are_named_and_nothing_is_lost(accounts: Report, filer: User) -> None:
    client = signed_in(filer)
    data = fields_of(client.get(url(accounts)))

    response = client.post(
        url(accounts), data | {"spending-0-basic": "五万元", "t:spending:total:all": "一百万"}
    )

    text = response.content.decode()
    assert "没有保存：有 2 处填写需要改正" in text
    assert 'href="#cell-accounts-spending-s208-basic"' in text
    assert 'value="五万元"' in text
    assert stored(accounts, "accounts").revision == 1


def test_accounts_stale_save_names_row_and_total(accounts: Report, filer: User) -> None:
    colleague = make_filer(accounts.bureau, "填报人乙")
    one, two = signed_in(filer), signed_in(colleague)
    mine, theirs = (fields_of(client.get(url(accounts))) for client in (one, two))
    two.post(url(accounts), theirs | {"f:received": "3"})

    response = one.post(
        url(accounts), mine | {"spending-2-budget": "5", "t:spending:total:all": "6"}, follow=True
    )

    assert RefusedSave.objects.count() == 1
    labels = [pair.label for pair in response.context["conflict"].differences]
    assert "支出决算表：210 卫生健康 年初预算数" in labels
    assert "支出决算表：合计 本年支出合计" in labels


def test_accounts_queries_do_not_grow_with_rows(
    accounts: Report, filer: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(filer)
    client.get(url(accounts))

    with django_assert_max_num_queries(22):
        client.get(url(accounts))


@pytest.mark.parametrize("who", ["head", "reviewer", "office"])
def test_accounts_wrong_role_is_forbidden(who: str, accounts: Report, request: pytest.FixtureRequest) -> None:
    assert signed_in(request.getfixturevalue(who)).get(url(accounts)).status_code == 403


def test_accounts_outsider_finds_nothing(accounts: Report, outsider: User) -> None:
    assert signed_in(outsider).get(url(accounts)).status_code == 404


def test_targets_page_says_what_is_met_and_gives_no_scores(targets: Report, filer: User) -> None:
    text = signed_in(filer).get(url(targets, "targets")).content.decode()

    table = text[text.index("<table") : text.index("</table>")]
    assert [table.count(f">{word}</span>") for word in ("已完成", "未完成", "不能自动判断")] == [1, 1, 1]
    assert "完成值“98%”对照指标值“100%”，未完成。" in table
    assert "预期指标值" in table
    assert "指标内容" in table
    assert "改进措施" in table
    assert "已完成 1 · 未完成 1 · 待判断 1" in text
    assert table.count("data-reason>") == 3
    for absent in ("分值", "自评合计", "系统评分", "self_score"):
        assert absent not in text


def test_targets_new_rows_are_stored_with_the_columns_of_the_form(targets: Report, filer: User) -> None:
    client = signed_in(filer)
    data = fields_of(client.get(url(targets, "targets")))
    row = {
        "level1": "效益指标",
        "level2": "社会效益指标",
        "name": "满意度",
        "detail": "问卷",
        "target": "90%",
    }
    fields = {f"goals-3-{column}": text for column, text in row.items()}

    client.post(url(targets, "targets"), data | fields | {"goals-TOTAL_FORMS": "4"})

    rows = stored(targets, "targets").data["lists"]["goals"]
    assert [row["id"] for row in rows[:3]] == [row["id"] for row in GOALS]
    assert rows[3] == {"id": rows[3]["id"], **row, "actual": None, "reason": None, "measure": None}


def test_targets_head_counts_what_is_met(targets: Report, filer: User) -> None:
    text = signed_in(filer).get(url(targets, "words")).content.decode()

    head = text[text.index('<div class="head">') : text.index('<div class="cols')]
    assert [f"<span>{word}</span><b>1</b>" in head for word in ("已完成", "未完成", "待判断")] == [True] * 3


def test_accounts_head_has_neither_scores_nor_targets(accounts: Report, filer: User) -> None:
    text = signed_in(filer).get(url(accounts, "words")).content.decode()

    head = text[text.index('<div class="head">') : text.index('<div class="cols')]
    assert [word for word in ("自评", "系统评分", "已完成") if word in head] == ["自评"]
    assert head.count('class="kpi"') == 1


def test_rubric_page_asks_and_explains(filer: User) -> None:
    report = report_under(RUBRIC, filer.bureau)
    client = signed_in(filer)
    data = fields_of(client.get(url(report, "scoring")))
    typed = {
        "a:plan:items:made": "yes",
        "a:plan:items:clear": "no",
        "a:plan:process": "查阅了计划。",
        "a:opinion:items:known": "yes",
    }

    client.post(url(report, "scoring"), data | typed)

    text = client.get(url(report, "scoring")).content.decode()
    assert "2 项中符合 1 项，得2分。" in text
    assert "符合“知晓率达到90%”，得满分40分。" in text
    assert "查阅了计划。" in text
    assert "占分值 20%，前提项" in text
