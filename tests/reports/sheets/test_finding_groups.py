"""Findings by severity and page."""

from reports.sheets import FindingLine, group_findings
from reports.sheets.finding_groups import page_counts
from tests.reports.accounts import FIGURES, form_of

FORM = form_of(FIGURES)


def line(severity: str, anchor: str, *, needs: bool = False) -> FindingLine:
    return FindingLine(
        f"X@{anchor}",
        "X",
        "标题",
        severity,
        anchor,
        "#",
        (),
        "内容",
        None,
        None,
        None,
        needs_explanation=needs,
    )


LINES = [
    line("warning", "words/note"),
    line("warning", "accounts/received", needs=True),
    line("warning", "received"),
    line("error", "words/note"),
]


def test_groups_are_errors_first_and_pages_in_form_order() -> None:
    groups = group_findings(LINES, FORM)

    assert [(group.severity, group.count, group.open_count) for group in groups] == [
        ("error", 1, 0),
        ("warning", 3, 1),
    ]
    assert [(page.key, page.title) for page in groups[1].pages] == [
        ("accounts", "支出决算"),
        ("words", "文字说明"),
        ("", ""),
    ]


def test_groups_of_much_information_are_folded() -> None:
    few = group_findings([line("information", f"words/{n}") for n in range(8)], FORM)
    many = group_findings([line("information", f"words/{n}") for n in range(9)], FORM)
    warnings = group_findings([line("warning", f"words/{n}") for n in range(9)], FORM)

    assert [group.is_folded for group in (*few, *many, *warnings)] == [False, True, False]


def test_page_counts_give_every_severity_of_every_page() -> None:
    pages = page_counts(group_findings(LINES, FORM), FORM)

    assert [(page.title, [count for _code, count in page.counts]) for page in pages] == [
        ("支出决算", [0, 1, 0]),
        ("文字说明", [1, 1, 0]),
        ("", [0, 1, 0]),
    ]
