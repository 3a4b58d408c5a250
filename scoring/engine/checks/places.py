"""Every cell of a filing with its type and what was written in it, page by page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from scoring.engine.content import Cells, Content
from scoring.engine.facts import FactBook
from scoring.engine.scheme import TOTAL, Column, Scheme, Section

INDICATOR_COLUMNS = {
    "level1": Column(label="一级指标", type="text", required=True),
    "level2": Column(label="二级指标", type="text"),
    "name": Column(label="三级指标", type="text", required=True),
    "target": Column(label="指标值", type="text"),
    "actual": Column(label="完成值", type="text"),
    "weight": Column(label="分值", type="score", required=True),
    "self_score": Column(label="自评得分", type="score", required=True),
    "reason": Column(label="偏差原因", type="text"),
    "detail": Column(label="目标内容", type="text"),
    "measure": Column(label="改进措施", type="text"),
}


class Filed(Protocol):
    """A filing with its form and figures; a check's context is one."""

    @property
    def scheme(self) -> Scheme: ...

    @property
    def content(self) -> Content: ...

    @property
    def facts(self) -> FactBook: ...


@dataclass(frozen=True)
class Place:
    """One cell of the form with what was written in it."""

    anchor: str
    label: str
    spec: Column
    text: str | None


def places(context: Filed) -> Iterator[Place]:
    """Every cell of the filing, page by page."""
    for section in context.scheme.sections:
        yield from _facts(context, section)
        yield from _tables(context, section)
        yield from _lists(context, section)
        yield from _answers(context, section)


def _facts(context: Filed, section: Section) -> Iterator[Place]:
    filed = context.content.section(section.key).facts
    for name in (name for block in section.blocks for name in block.facts):
        fact = context.scheme.facts[name]
        spec = Column(
            label=fact.label,
            type=fact.type,
            required=fact.required and fact.has_cell,
            negative=fact.negative,
            max_length=fact.max_length,
            choices=fact.choices,
        )
        yield Place(f"{section.key}/{name}", fact.label, spec, filed.get(name))


def _tables(context: Filed, section: Section) -> Iterator[Place]:
    for block in section.blocks:
        if not block.table:
            continue
        table = context.scheme.tables[block.table]
        filed = context.content.section(section.key).tables.get(block.table, {})
        for row, column in table.cells():
            cell = context.facts.cells.get(f"{block.table}.{row}.{column}")
            spec = table.column(column).model_copy(
                update={"required": bool(cell and cell.required), "negative": bool(cell and cell.negative)}
            )
            label = cell.label if cell else f"{table.rows[row]}{spec.label}"
            yield Place(
                f"{section.key}/{block.table}/{row}/{column}", label, spec, filed.get(row, {}).get(column)
            )


def _lists(context: Filed, section: Section) -> Iterator[Place]:
    for block in section.blocks:
        name = block.list or block.indicators
        if not name:
            continue
        if block.list:
            yield from _list_totals(context, section.key, block.list)
        columns = context.scheme.lists[name].columns if block.list else labelled_columns(context.scheme, name)
        for number, row in enumerate(context.content.rows(section.key, name), start=1):
            base = f"{section.key}/{name}/{row.get('id')}" if block.list else f"{section.key}/{row.get('id')}"
            yield from _list_cells(base, number, columns, row)


def _list_totals(context: Filed, section: str, name: str) -> Iterator[Place]:
    """The line that adds an open list up, where the list has one."""
    spec = context.scheme.lists[name]
    filed = context.content.section(section).tables.get(name, {}).get(TOTAL, {})
    for column in spec.sums() if spec.total else ():
        of = spec.columns[column].model_copy(update={"required": False})
        yield Place(f"{section}/{name}/{TOTAL}/{column}", f"{spec.total}{of.label}", of, filed.get(column))


def _list_cells(base: str, number: int, columns: dict[str, Column], row: Cells) -> Iterator[Place]:
    for key, spec in columns.items():
        yield Place(f"{base}/{key}", f"第{number}行{spec.label}", spec, row.get(key))


def labelled_columns(scheme: Scheme, name: str) -> dict[str, Column]:
    """The text and figure columns of typed indicators, in form order, under the form's own labels."""
    spec = scheme.indicator_lists[name]
    known = [key for key in spec.columns if key in INDICATOR_COLUMNS]
    return {
        key: INDICATOR_COLUMNS[key].model_copy(
            update={"label": spec.labels.get(key, INDICATOR_COLUMNS[key].label)}
        )
        for key in known
    }


def _answers(context: Filed, section: Section) -> Iterator[Place]:
    answers = context.content.section(section.key).answers
    for key in (key for block in section.blocks for key in block.answers):
        indicator = context.scheme.indicators_by_id[key]
        answer = answers.get(key)
        if context.scheme.children_of(key) or context.scheme.scoring == "none":
            continue
        spec = Column(label="自评得分", type="score", required=indicator.group is None)
        text = answer.self_score if answer else None
        yield Place(f"{section.key}/{key}/self_score", f"{indicator.name}自评得分", spec, text)
        if answer and answer.weight is not None:
            weight = Column(label="分值", type="score")
            yield Place(f"{section.key}/{key}/weight", f"{indicator.name}分值", weight, answer.weight)
        count = answer.items.get("count") if answer else None
        if count is not None:
            whole = Column(label="数量", type="count")
            yield Place(f"{section.key}/{key}/items.count", f"{indicator.name}数量", whole, count)
