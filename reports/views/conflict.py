"""Two texts of one page: what this person typed and couldn't save, and what another saved meanwhile."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from reports.columns import COLUMNS, column_label
from reports.models import RefusedSave
from reports.services.drafts import EXPLANATIONS
from reports.sheets.coded import head_columns, is_coded
from reports.sheets.questions import questions_of
from reports.views.draft import Draft
from scoring.engine.content import Content, SectionContent
from scoring.engine.differences import cells_by_anchor
from scoring.engine.scheme import TOTAL, Indicator, RowList, Scheme


@dataclass(frozen=True)
class Difference:
    """A cell that the two texts fill differently."""

    label: str
    mine: str
    theirs: str


@dataclass(frozen=True)
class Conflict:
    """A refused save with the cells in which it differs from what is stored."""

    refused: RefusedSave
    differences: tuple[Difference, ...]
    saved_by: str
    revision: int


def conflict_of(draft: Draft, key: str) -> Conflict | None:
    """What this editor typed on the page and couldn't save, if anything waits."""
    refused = RefusedSave.objects.filter(report=draft.report, key=key, typed_by=draft.user).first()
    if refused is None:
        return None
    stored = draft.report.sections.select_related("saved_by").filter(key=key).first()
    theirs = stored.data if stored else {}
    pairs = _pairs(draft, key, refused.data, theirs)
    saved_by = stored.saved_by.display_name if stored and stored.saved_by else ""
    return Conflict(refused, tuple(pairs), saved_by, stored.revision if stored else 0)


def unsettled_pages(draft: Draft) -> frozenset[str]:
    """Keys of the pages on which something that this editor typed still waits."""
    waiting = RefusedSave.objects.filter(report=draft.report, typed_by=draft.user)
    return frozenset(waiting.values_list("key", flat=True))


def _pairs(draft: Draft, key: str, mine: dict[str, Any], theirs: dict[str, Any]) -> list[Difference]:
    if key == EXPLANATIONS:
        return [Difference("", _explained(mine), _explained(theirs))]
    scheme = draft.report.scheme.form
    own, other = (_cells(draft.content, scheme, key, data) for data in (mine, theirs))
    return [
        Difference(label_of(scheme, anchor, {**other, **own}), own.get(anchor, ""), other.get(anchor, ""))
        for anchor in dict.fromkeys([*own, *other])
        if own.get(anchor, "") != other.get(anchor, "")
    ]


def _cells(content: Content, scheme: Scheme, key: str, data: dict[str, Any]) -> dict[str, str]:
    page = SectionContent.model_validate(data)
    return cells_by_anchor(content.model_copy(update={"sections": {key: page}}), scheme)


def _explained(data: dict[str, Any]) -> str:
    return "\n\n".join(item["text"] for item in data.get("items", []))


def label_of(scheme: Scheme, anchor: str, cells: dict[str, str]) -> str:
    """A cell's name in words; rows of open lists go by the name that stands in them."""
    section, first, *rest = anchor.split("/")
    if not rest:
        return scheme.facts[first].label if first in scheme.facts else first
    if first in scheme.tables and len(rest) == 2:
        table = scheme.tables[first]
        row, column = table.rows.get(rest[0], rest[0]), table.columns.get(rest[1])
        return f"{table.title}：{row} {column.label if column else rest[1]}"
    if first in scheme.indicators_by_id:
        indicator = scheme.indicators_by_id[first]
        return f"{indicator.name}：{COLUMNS.get(rest[-1]) or _item_text(indicator, rest[-1])}"
    if first in scheme.lists:
        return _list_label(scheme.lists[first], f"{section}/{first}/{rest[0]}", rest, cells)
    name = cells.get(f"{section}/{first}/name", "")
    return f"{name or _('新增的行')}：{column_label(rest[-1])}"


def _list_label(spec: RowList, line: str, rest: list[str], cells: dict[str, str]) -> str:
    """支出决算表：208 社会保障 基本支出; rows of words go by the list's title alone."""
    of = spec.columns.get(rest[-1])
    label = of.label if of else rest[-1]
    if rest[0] == TOTAL and spec.total:
        return f"{spec.title}：{spec.total} {label}"
    heads = [cells.get(f"{line}/{key}", "") for key in head_columns(spec)] if is_coded(spec) else []
    return f"{spec.title}：{' '.join([*(head for head in heads if head), label])}"


def _item_text(indicator: Indicator, key: str) -> str:
    texts = {f"items.{question.key}": question.text for question in questions_of(indicator)}
    return texts.get(key, _("数量"))
