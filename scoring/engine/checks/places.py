"""Every cell of a filing with its type and what was written in it, page by page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from scoring.engine.cells import soundness_of
from scoring.engine.content import NO_ANSWER, Cells, Content, SectionContent
from scoring.engine.facts import FactBook, cells_of
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


class Place(NamedTuple):
    """One cell of the form with what was written in it."""

    anchor: str
    label: str
    spec: Column
    text: str | None


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell that the form has whatever was filed; `key` is its own among those of its row.

    `is_sound` says at first sight whether a text is right; of a column of a list the `anchor` is the list's.
    """

    anchor: str
    label: str
    spec: Column
    key: str
    required: bool
    is_sound: Callable[[str], object]


class _Asked(NamedTuple):
    """The cells of an answer to one of the scheme's own indicators."""

    id: str
    self_score: _Cell
    weight: _Cell
    number: _Cell


@dataclass(frozen=True, slots=True)
class _Page:
    """The cells of a section, worked out once per form; those of tables by table and row."""

    key: str
    facts: tuple[_Cell, ...]
    rows: tuple[tuple[str, str, tuple[_Cell, ...]], ...]
    lists: tuple[tuple[str, tuple[_Cell, ...]], ...]
    answers: tuple[_Asked, ...]


SCORE = Column(label="自评得分", type="score")
REQUIRED_SCORE = Column(label="自评得分", type="score", required=True)
WEIGHT = Column(label="分值", type="score")
_TEXTS = ("text", "long_text")
COUNT = Column(label="数量", type="count")


def places(context: Filed) -> Iterator[Place]:
    """Every cell of the filing, page by page."""
    for page in _pages(context.scheme):
        filed = context.content.section(page.key)
        for cell, text in _standing(page, filed):
            yield Place(cell.anchor, cell.label, cell.spec, text)
        for name, columns in page.lists:
            for number, row in enumerate(filed.lists.get(name, ()), start=1):
                for cell in columns:
                    yield _listed(cell, number, row)
        for cell, text in _answers(page, filed):
            yield Place(cell.anchor, cell.label, cell.spec, text)


def written_texts(context: Filed) -> Iterator[Place]:
    """The `places` of texts that hold one."""
    for page in _pages(context.scheme, "_wordy_pages", _wordy):
        filed = context.content.section(page.key)
        for cell, text in _standing(page, filed):
            if text:
                yield Place(cell.anchor, cell.label, cell.spec, text)
        for name, columns in page.lists:
            for number, row in enumerate(filed.lists.get(name, ()), start=1):
                yield from (_listed(cell, number, row) for cell in columns if row.get(cell.key))


def doubtful_places(context: Filed) -> Iterator[Place]:
    """`places` but for the cells that are right at first sight: blank where they may be, or plainly filled."""
    for page in _pages(context.scheme):
        filed = context.content.section(page.key)
        yield from _doubtful(_standing(page, filed))
        for name, columns in page.lists:
            for number, row in enumerate(filed.lists.get(name, ()), start=1):
                for cell in columns:
                    text = row.get(cell.key)
                    if not cell.is_sound(text) if text else cell.required:
                        yield _listed(cell, number, row)
        yield from _doubtful(_answers(page, filed))


def _doubtful(cells: Iterator[tuple[_Cell, str | None]]) -> Iterator[Place]:
    for cell, text in cells:
        if not cell.is_sound(text) if text else cell.required:
            yield Place(cell.anchor, cell.label, cell.spec, text)


def _standing(page: _Page, filed: SectionContent) -> Iterator[tuple[_Cell, str | None]]:
    """The cells that stand on a page whatever was filed, with their texts."""
    for cell in page.facts:
        yield cell, filed.facts.get(cell.key)
    for table, key, cells in page.rows:
        row = filed.tables.get(table, {}).get(key, {})
        for cell in cells:
            yield cell, row.get(cell.key)


def _answers(page: _Page, filed: SectionContent) -> Iterator[tuple[_Cell, str | None]]:
    """Self scores, and of the other cells of an answer those that hold something."""
    for asked in page.answers:
        answer = filed.answers.get(asked.id, NO_ANSWER)
        yield asked.self_score, answer.self_score
        if answer.weight is not None:
            yield asked.weight, answer.weight
        if (number := answer.items.get("count")) is not None:
            yield asked.number, number


def _listed(column: _Cell, number: int, row: Cells) -> Place:
    label = f"第{number}行{column.label}"
    return Place(f"{column.anchor}/{row.get('id')}/{column.key}", label, column.spec, row.get(column.key))


def _pages(
    scheme: Scheme, name: str = "_pages", select: Callable[[_Page], _Page] = lambda page: page
) -> tuple[_Page, ...]:
    """The pages of a form, or what `select` leaves of them, kept with the form under `name`."""
    cached: tuple[_Page, ...] | None = scheme.__dict__.get(name)
    if cached is None:
        cached = tuple(select(_page(scheme, section)) for section in scheme.sections)
        scheme.__dict__[name] = cached
    return cached


def _wordy(page: _Page) -> _Page:
    """The cells of texts alone."""

    def texts(cells: tuple[_Cell, ...]) -> tuple[_Cell, ...]:
        return tuple(cell for cell in cells if cell.spec.type in _TEXTS)

    rows = ((table, key, texts(cells)) for table, key, cells in page.rows)
    lists = ((name, texts(columns)) for name, columns in page.lists)
    return _Page(
        page.key,
        texts(page.facts),
        tuple(row for row in rows if row[2]),
        tuple(listed for listed in lists if listed[1]),
        answers=(),
    )


def _page(scheme: Scheme, section: Section) -> _Page:
    return _Page(
        section.key,
        tuple(_facts(scheme, section)),
        (*_tables(scheme, section), *_totals(scheme, section)),
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
        yield _cell(f"{section.key}/{name}", fact.label, spec, name)


def _tables(scheme: Scheme, section: Section) -> Iterator[tuple[str, str, tuple[_Cell, ...]]]:
    for key in (block.table for block in section.blocks if block.table):
        rows: dict[str, list[_Cell]] = {}
        for row, column in scheme.tables[key].cells():
            rows.setdefault(row, []).append(_table_cell(scheme, section.key, (key, row, column)))
        yield from ((key, row, tuple(cells)) for row, cells in rows.items())


def _table_cell(scheme: Scheme, section: str, path: tuple[str, str, str]) -> _Cell:
    key, row, column = path
    table, cell = scheme.tables[key], cells_of(scheme).get(".".join(path))
    spec = table.column(column).model_copy(
        update={"required": bool(cell and cell.required), "negative": bool(cell and cell.negative)}
    )
    label = cell.label if cell else f"{table.rows[row]}{spec.label}"
    return _cell("/".join((section, *path)), label, spec, column)


def _totals(scheme: Scheme, section: Section) -> Iterator[tuple[str, str, tuple[_Cell, ...]]]:
    """The lines that add open lists up."""
    for name in (block.list for block in section.blocks if block.list):
        listed = scheme.lists[name]
        cells: list[_Cell] = []
        for column in listed.sums() if listed.total else ():
            spec = listed.columns[column].model_copy(update={"required": False})
            anchor = f"{section.key}/{name}/{TOTAL}/{column}"
            cells.append(_cell(anchor, f"{listed.total}{spec.label}", spec, column))
        yield name, TOTAL, tuple(cells)


def _lists(scheme: Scheme, section: Section) -> Iterator[tuple[str, tuple[_Cell, ...]]]:
    for block in section.blocks:
        if block.list:
            yield block.list, _columns(f"{section.key}/{block.list}", scheme.lists[block.list].columns)
        elif block.indicators:
            yield block.indicators, _columns(section.key, labelled_columns(scheme, block.indicators))


def _columns(anchor: str, columns: dict[str, Column]) -> tuple[_Cell, ...]:
    return tuple(_cell(anchor, spec.label, spec, key) for key, spec in columns.items())


def _cell(anchor: str, label: str, spec: Column, key: str) -> _Cell:
    return _Cell(anchor, label, spec, key, spec.required, soundness_of(spec.type, spec.max_length))


def _answered(scheme: Scheme, section: Section) -> Iterator[_Asked]:
    """Rows that the bureau scores: a group's children do that, where scores are given at all."""
    for key in (key for block in section.blocks for key in block.answers):
        if scheme.children_of(key) or scheme.scoring != "points":
            continue
        of, base = scheme.indicators_by_id[key], f"{section.key}/{key}"
        own = REQUIRED_SCORE if of.group is None else SCORE
        yield _Asked(
            key,
            _cell(f"{base}/self_score", f"{of.name}自评得分", own, "self_score"),
            _cell(f"{base}/weight", f"{of.name}分值", WEIGHT, "weight"),
            _cell(f"{base}/items.count", f"{of.name}数量", COUNT, "count"),
        )


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
