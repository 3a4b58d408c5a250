"""What a page of a draft says about itself: totals, messages, what waits elsewhere."""

from reports.models import Report, User
from tests.factories import OVERALL, fill_report, make_report
from tests.reports.views.conftest import signed_in
from tests.reports.views.pages import fields_of


def url(report: Report, key: str = "indicators") -> str:
    return f"/reports/{report.pk}/sections/{key}/"


def test_section_counts_nothing_on_pages_nobody_has_saved(report: Report, filer: User) -> None:
    client = signed_in(filer)
    client.post(url(report, "basics"), fields_of(client.get(url(report, "basics"))))

    assert client.get(url(report, "goals")).context["elsewhere"] == 1
    assert client.get(url(report, "basics")).context["elsewhere"] == 0


def test_section_shows_no_totals_of_nothing(report: Report, filer: User) -> None:
    text = signed_in(filer).get(url(report, "goals")).content.decode()

    assert "<b>0.00</b>" not in text
    assert "<b>—</b>" in text


def test_section_links_every_field_to_mend(report: Report, filer: User) -> None:
    client = signed_in(filer)
    data = fields_of(client.get(url(report)))

    response = client.post(
        url(report), data | {"performance-0-name": "参保率", "performance-0-weight": "五", "f:total": "x"}
    )

    lines = [(error.id, error.label) for error in response.context["page"].errors]
    assert lines == [("cell-indicators-total", "总分"), ("id_performance-0-weight", "参保率：分值")]
    assert '<a href="#id_performance-0-weight">参保率：分值</a>：“五”不是数字' in response.content.decode()
    assert response.context["page"].error_count == 2


def test_section_asks_nothing_of_a_deleted_row(report: Report, filer: User) -> None:
    client = signed_in(filer)
    data = fields_of(client.get(url(report)))

    response = client.post(
        url(report), data | {"performance-0-weight": "五", "performance-0-DELETE": "on", "f:total": "x"}
    )

    assert [error.id for error in response.context["page"].errors] == ["cell-indicators-total"]


def test_section_separates_thousands_of_what_it_computes(filer: User) -> None:
    report = fill_report(make_report(filer.bureau, code=OVERALL), filer)

    text = signed_in(filer).get(url(report, "finances")).content.decode()

    assert ">2,067.98</output>" in text
    assert "收入合计2,067.98 − 上年结转161.56 − 支出合计1,555.27" in text


def test_section_repeats_no_page_of_text_for_an_unknown_level(report: Report, filer: User) -> None:
    client = signed_in(filer)
    data = fields_of(client.get(url(report)))

    response = client.post(url(report), data | {"performance-0-name": "甲", "performance-0-level": "x" * 999})

    assert response.context["page"].errors[0].message == "请从所列选项中选择。"
