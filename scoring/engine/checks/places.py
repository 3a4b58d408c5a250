"""Every cell of a filing with its type and what was written in it, page by page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from scoring.engine.content import Answer, Content
from scoring.engine.facts import FactBook, cells_of
from scoring.engine.scheme import TOTAL, Column, Indicator, Scheme, Section

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


class Place(NamedTuple):
    """One cell of the form with what was written in it."""

    anchor: str
    label: str
    spec: Column
    text: str | None


@dataclass(frozen=True)
class _Cell:
    """A cell that the form has whatever was filed; `path` leads to its text inside the section."""

    anchor: str
    label: str
    spec: Column
    path: tuple[str, ...]


@dataclass(frozen=True)
class _Page:
    """The cells of a section, worked out once per form."""

    key: str
    facts: tuple[_Cell, ...]
    cells: tuple[_Cell, ...]
    lists: tuple[tuple[str, str, dict[str, Column]], ...]
    answers: tuple[Indicator, ...]


SCORE = Column(label="自评得分", type="score")
REQUIRED_SCORE = Column(label="自评得分", type="score", required=True)
WEIGHT = Column(label="分值", type="score")
COUNT = Column(label="数量", type="count")


def places(context: Filed) -> Iterator[Place]:
    """Every cell of the filing, page by page."""
    for page in _pages(context.scheme):
        filed = context.content.section(page.key)
        for cell in page.facts:
            yield Place(cell.anchor, cell.label, cell.spec, filed.facts.get(cell.path[0]))
        for cell in page.cells:
            table, row, column = cell.path
            text = filed.tables.get(table, {}).get(row, {}).get(column)
            yield Place(cell.anchor, cell.label, cell.spec, text)
        for name, base, columns in page.lists:
            for number, listed in enumerate(filed.lists.get(name, ()), start=1):
                for key, spec in columns.items():
                    label = f"第{number}行{spec.label}"
                    yield Place(f"{base}/{listed.get('id')}/{key}", label, spec, listed.get(key))
        for indicator in page.answers:
            yield from _answer(page.key, indicator, filed.answers.get(indicator.id))


def _pages(scheme: Scheme) -> tuple[_Page, ...]:
    cached: tuple[_Page, ...] | None = scheme.__dict__.get("_pages")
    if cached is None:
        cached = tuple(_page(scheme, section) for section in scheme.sections)
        scheme.__dict__["_pages"] = cached
    return cached


def _page(scheme: Scheme, section: Section) -> _Page:
    return _Page(
        section.key,
        tuple(_facts(scheme, section)),
        tuple(_tables(scheme, section)) + tuple(_totals(scheme, section)),
        tuple(_lists(scheme, section)),
        tuple(_answered(scheme, section)),
    )


def _facts(scheme: Scheme, section: Section) -> Iterator[_Cell]:
    for name in (name for block in section.blocks for name in block.facts):
        fact = scheme.facts[name]
        spec = Column(
            label=fact.label,
            type=fact.type,
            required=fact.required and fact.has_cell,
            negative=fact.negative,
            max_length=fact.max_length,
            choices=fact.choices,
        )
        yield _Cell(f"{section.key}/{name}", fact.label, spec, (name,))


def _tables(scheme: Scheme, section: Section) -> Iterator[_Cell]:
    known = cells_of(scheme)
    for key in (block.table for block in section.blocks if block.table):
        table = scheme.tables[key]
        for row, column in table.cells():
            cell = known.get(f"{key}.{row}.{column}")
            spec = table.column(column).model_copy(
                update={"required": bool(cell and cell.required), "negative": bool(cell and cell.negative)}
            )
            label = cell.label if cell else f"{table.rows[row]}{spec.label}"
            yield _Cell(f"{section.key}/{key}/{row}/{column}", label, spec, (key, row, column))


def _totals(scheme: Scheme, section: Section) -> Iterator[_Cell]:
    """The lines that add open lists up."""
    for name in (block.list for block in section.blocks if block.list):
        listed = scheme.lists[name]
        for column in listed.sums() if listed.total else ():
            spec = listed.columns[column].model_copy(update={"required": False})
            anchor, label = f"{section.key}/{name}/{TOTAL}/{column}", f"{listed.total}{spec.label}"
            yield _Cell(anchor, label, spec, (name, TOTAL, column))


def _lists(scheme: Scheme, section: Section) -> Iterator[tuple[str, str, dict[str, Column]]]:
    for block in section.blocks:
        if block.list:
            yield block.list, f"{section.key}/{block.list}", scheme.lists[block.list].columns
        elif block.indicators:
            yield block.indicators, section.key, labelled_columns(scheme, block.indicators)


def _answered(scheme: Scheme, section: Section) -> Iterator[Indicator]:
    """Rows that the bureau scores: a group's children do that, where scores are given at all."""
    for key in (key for block in section.blocks for key in block.answers):
        if not scheme.children_of(key) and scheme.scoring == "points":
            yield scheme.indicators_by_id[key]


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


def _answer(section: str, indicator: Indicator, answer: Answer | None) -> Iterator[Place]:
    base, name = f"{section}/{indicator.id}", indicator.name
    spec = REQUIRED_SCORE if indicator.group is None else SCORE
    yield Place(f"{base}/self_score", f"{name}自评得分", spec, answer.self_score if answer else None)
    if answer and answer.weight is not None:
        yield Place(f"{base}/weight", f"{name}分值", WEIGHT, answer.weight)
    count = answer.items.get("count") if answer else None
    if count is not None:
        yield Place(f"{base}/items.count", f"{name}数量", COUNT, count)
