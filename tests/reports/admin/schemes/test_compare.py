from django.test import Client

from scoring.authoring.versions import clone
from scoring.models import Scheme
from tests.reports.admin.schemes.conftest import page, rewritten


def test_version_is_compared_with_the_one_before(client: Client, draft: Scheme) -> None:
    changed = rewritten(draft, "label: 填报日期", "label: 填表日期")

    response = client.get(page("compare", changed))

    assert response.context["comparison"].older.version == 1
    assert response.context["comparison"].count == 1
    assert "<ins>填表日期</ins>" in response.content.decode()


def test_any_two_versions_can_be_compared(client: Client, project: Scheme, draft: Scheme) -> None:
    third, _ = clone(project, 3)
    rewritten(draft, "label: 填报日期", "label: 填表日期")

    response = client.get(page("compare", third), {"with": str(draft.pk)})

    assert response.context["comparison"].older == draft
    assert "<ins>填报日期</ins>" in response.content.decode()


def test_another_forms_version_and_nonsense_are_not_compared_with(
    client: Client, overall: Scheme, draft: Scheme
) -> None:
    for asked in (str(overall.pk), "x", "٣", "99999999"):
        assert client.get(page("compare", draft), {"with": asked}).context["comparison"].older.version == 1


def test_equal_versions_say_so(client: Client, draft: Scheme) -> None:
    assert "内容与第 1 版完全相同" in client.get(page("compare", draft)).content.decode()


def test_first_version_has_nothing_to_be_compared_with(client: Client, project: Scheme) -> None:
    assert "这是这份表的第一个版本" in client.get(page("compare", project)).content.decode()


def test_first_version_is_compared_with_a_later_one(client: Client, project: Scheme, draft: Scheme) -> None:
    assert client.get(page("compare", project)).context["comparison"].older == draft


def test_broken_text_is_not_compared(client: Client, draft: Scheme) -> None:
    broken = rewritten(draft, "facts:\n", "facts: [\n")

    assert "改好后才能比较" in client.get(page("compare", broken)).content.decode()


def test_unsound_text_is_compared_all_the_same(client: Client, draft: Scheme) -> None:
    flawed = rewritten(draft, "weight: 10", "weight: 12")

    assert "<ins>12</ins>" in client.get(page("compare", flawed)).content.decode()
