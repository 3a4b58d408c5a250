"""From a filed content to sheets."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from reports.anchors import element_id
from reports.sheets.marks import Marks
from reports.sheets.parts import Block, ScoredLine, Sheet, SheetCell, SheetRow
from scoring.engine.content import Answer, Cells, Content, SectionContent
from scoring.engine.facts import FactBook
from scoring.engine.numbers import plain, round_half_up
from scoring.engine.rows import self_scores
from scoring.engine.rules.qual_three_level import LEVELS
from scoring.engine.scheme import NUMERIC, Column, Fact, Indicator, Scheme, Section
from scoring.engine.scheme import Block as SchemeBlock


def sheets_of(scheme: Scheme, content: Content, marks: Marks | None = None) -> tuple[Sheet, ...]:
    """Every page of the form, filled with what was filed; `marks` gives scores, findings and comments."""
    builder = _Builder(scheme, content, marks or Marks())
    return tuple(builder.sheet(section) for section in scheme.sections)


def derived_text(book: FactBook, name: str) -> str:
    """The figure that a stated cell should equal, empty where it can't be computed or nothing stands on it."""
    cell = book.cells.get(name)
    value = book.derived(name) if cell else None
    return "" if value is None else plain(round_half_up(value))


def book_of(scheme: Scheme, content: Content) -> FactBook:
    """Figures of a filing by name, self scores among them as far as any are given."""
    own = {key: value for key, value in self_scores(scheme, content).items() if key != "sum"}
    given = [value for value in own.values() if value is not None]
    return FactBook(scheme, content, {"self.sum": sum(given, Decimal(0)) if given else None})


def unit_of(scheme: Scheme, fact: Fact) -> str:
    """The unit in which a fact is filled; money without one is in the form's money unit."""
    if fact.unit:
        return fact.unit
    return {"money": scheme.money_unit, "percent": "%", "score": "分"}.get(fact.type, "")


class _Builder:
    def __init__(self, scheme: Scheme, content: Content, marks: Marks) -> None:
        self.scheme, self.content, self.marks = scheme, content, marks
        self.book = book_of(scheme, content)

    def sheet(self, section: Section) -> Sheet:
        filed = self.content.section(section.key)
        blocks = tuple(self._block(section.key, block, filed) for block in section.blocks)
        on_page = tuple(c for c in self.marks.comments if c.anchor == section.key)
        return Sheet(section.key, section.title, blocks, on_page)

    def _block(self, section: str, block: SchemeBlock, filed: SectionContent) -> Block:
        if block.table:
            return self._table(section, block.table, filed)
        if block.list:
            return self._list(section, block.list, filed)
        if block.indicators:
            title = block.title or self.scheme.indicator_lists[block.indicators].title
            lines = _spanned(list(self._typed(section, block.indicators)))
            return Block("scores", element_id(f"{section}/{block.indicators}"), title, lines=lines)
        if block.answers:
            lines = _spanned([self._answered(section, key, filed) for key in block.answers])
            return Block("scores", "", block.title, lines=lines)
        cells = tuple(self._fact(section, name, filed) for name in block.facts)
        return Block("facts", "", block.title, cells=cells)

    def _fact(self, section: str, name: str, filed: SectionContent) -> SheetCell:
        fact = self.scheme.facts[name]
        text = filed.facts.get(name) if fact.has_cell else derived_text(self.book, name)
        cell = self._cell(f"{section}/{name}", fact, text, name)
        return replace(cell, unit=unit_of(self.scheme, fact))

    def _table(self, section: str, key: str, filed: SectionContent) -> Block:
        table, place = self.scheme.tables[key], f"{section}/{key}"
        cells, real = filed.tables.get(key, {}), set(table.cells())
        rows = []
        for row, title in table.rows.items():
            line = (
                self._cell(f"{place}/{row}/{key_}", spec, cells.get(row, {}).get(key_), f"{key}.{row}.{key_}")
                if (row, key_) in real
                else SheetCell("", spec.label, "", exists=False)
                for key_, spec in table.columns.items()
            )
            rows.append(SheetRow(title, tuple(line)))
        block = Block("table", element_id(place), table.title, table.unit, table.corner, rows=tuple(rows))
        return self._headed(block, place, table.columns)

    def _list(self, section: str, key: str, filed: SectionContent) -> Block:
        spec, place = self.scheme.lists[key], f"{section}/{key}"
        rows = []
        for row in filed.lists.get(key, []):
            base = f"{place}/{row.get('id')}"
            line = tuple(self._cell(f"{base}/{name}", of, row.get(name)) for name, of in spec.columns.items())
            rows.append(SheetRow("", line, element_id(base)))
        return self._headed(
            Block("list", element_id(place), spec.title, rows=tuple(rows)), place, spec.columns
        )

    def _headed(self, block: Block, place: str, columns: Mapping[str, Column]) -> Block:
        """`block` with its column heads, and the comments that no cell of it shows."""
        shown = {comment.pk for row in block.rows for cell in row.cells for comment in cell.comments}
        rest = tuple(comment for comment in self.marks.comments_on(place) if comment.pk not in shown)
        return replace(block, columns=tuple(spec.label for spec in columns.values()), comments=rest)

    def _cell(self, anchor: str, spec: Column | Fact, text: str | None, name: str = "") -> SheetCell:
        derived = derived_text(self.book, name) if name and spec.type in NUMERIC else ""
        return SheetCell(
            id=element_id(anchor),
            label=spec.label,
            text=text or "",
            kind=spec.type,
            derived="" if derived == text else derived,
            severity=self.marks.severity(anchor),
            comments=tuple(self.marks.comments_on(anchor)),
            changed=anchor in self.marks.changed,
        )

    def _typed(self, section: str, name: str) -> Iterator[ScoredLine]:
        for row in self.content.rows(section, name):
            answer = Answer(
                self_score=row.get("self_score"),
                reason=row.get("reason") or "",
                weight=row.get("weight"),
                target=row.get("target") or "",
                actual=row.get("actual") or "",
                level=row.get("level") or "",
            )
            yield self._line(f"{section}/{row.get('id')}", _names(row), answer, ())

    def _answered(self, section: str, key: str, filed: SectionContent) -> ScoredLine:
        indicator = self.scheme.indicators_by_id[key]
        answer = filed.answers.get(key, Answer())
        names = (indicator.level1, indicator.level2, indicator.name)
        line = self._line(f"{section}/{key}", names, answer, tuple(_items(indicator, answer)))
        weight = indicator.weight
        return replace(
            line,
            weight=plain(weight) if weight is not None else line.weight,
            self_score=self._group_score(key, filed) if self.scheme.children_of(key) else line.self_score,
            is_child=indicator.group is not None,
        )

    def _group_score(self, key: str, filed: SectionContent) -> str:
        score = self.marks.scores.get(f"{_section_of_answer(self.scheme, key)}/{key}")
        return plain(score.self_score) if score and score.self_score is not None else ""

    def _line(
        self, anchor: str, names: tuple[str, str, str], answer: Answer, extras: tuple[str, ...]
    ) -> ScoredLine:
        level1, level2, name = names
        level = (f"达成程度：{LEVELS[answer.level]}",) if answer.level in LEVELS else ()
        found = [line.severity for line in self.marks.findings if line.anchor.startswith(f"{anchor}/")]
        return ScoredLine(
            id=element_id(anchor),
            anchor=anchor,
            level1=level1,
            level2=level2,
            name=name,
            target=answer.target,
            actual=answer.actual,
            weight=answer.weight or "",
            self_score=answer.self_score or "",
            reason=answer.reason,
            extras=(*level, *extras),
            score=self.marks.scores.get(anchor),
            comments=tuple(self.marks.comments_on(anchor)),
            severity=found[0] if found else "",
            changed=self.marks.has_changed(anchor),
        )


def _names(row: Cells) -> tuple[str, str, str]:
    return row.get("level1") or "", row.get("level2") or "", row.get("name") or ""


def _section_of_answer(scheme: Scheme, key: str) -> str:
    return scheme.places.get(f"answers:{key}", "").partition("/")[0]


def _items(indicator: Indicator, answer: Answer) -> Iterator[str]:
    """A checklist's or a count's answers in words."""
    rule = indicator.rule
    if rule is not None and rule.kind == "checklist":
        for item in rule.items:
            mark = {"yes": "✓", "no": "✗"}.get(answer.items.get(item.key, ""))
            if mark:
                yield f"{mark} {item.text}"
    if rule is not None and rule.kind == "violation_deduct" and (count := answer.items.get("count")):
        yield f"不符合要求 {count} {rule.unit}"


def _spanned(lines: list[ScoredLine]) -> tuple[ScoredLine, ...]:
    """The first row of each run of one second level carries how many rows it spans."""
    spanned = []
    for _key, run in groupby(lines, key=lambda line: (line.level1, line.level2)):
        first, *rest = run
        spanned += [replace(first, level_span=1 + len(rest)), *rest]
    return tuple(spanned)
