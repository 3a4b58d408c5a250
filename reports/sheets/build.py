"""From a filed content to sheets."""

from dataclasses import replace

from reports.anchors import element_id
from reports.charts import drawing_of
from reports.outcomes import outcome_of
from reports.sheets.coded import is_coded
from reports.sheets.figures import unit_of
from reports.sheets.lines import answered_lines, typed_lines
from reports.sheets.marks import Marks
from reports.sheets.parts import Block, Sheet, SheetCell
from reports.sheets.reading import Reading, derived_text
from reports.sheets.tables import coded_block, list_block, table_block
from scoring.engine.content import Content, SectionContent
from scoring.engine.scheme import Block as SchemeBlock
from scoring.engine.scheme import Scheme, Section


def sheets_of(scheme: Scheme, content: Content, marks: Marks | None = None) -> tuple[Sheet, ...]:
    """Every page of the form, filled with what was filed; `marks` gives scores, findings and comments."""
    reading = Reading(scheme, content, marks or Marks())
    return tuple(_sheet(reading, section) for section in scheme.sections)


def _sheet(reading: Reading, section: Section) -> Sheet:
    filed = reading.content.section(section.key)
    blocks = tuple(_block(reading, section.key, block, filed) for block in section.blocks)
    on_page = tuple(c for c in reading.marks.comments if c.anchor == section.key)
    grave = sum(
        line.section == section.key and line.severity != "information" for line in reading.marks.findings
    )
    return Sheet(section.key, section.title, blocks, on_page, grave)


def _block(reading: Reading, section: str, block: SchemeBlock, filed: SectionContent) -> Block:
    if block.table:
        return table_block(reading, section, block.table, filed)
    if block.list:
        build = coded_block if is_coded(reading.scheme.lists[block.list]) else list_block
        return build(reading, section, block.list, filed)
    if block.chart:
        return _chart(reading, section, block.chart)
    if block.indicators or block.answers:
        return _scores(reading, section, block, filed)
    cells = tuple(_fact(reading, section, name, filed) for name in block.facts)
    return Block("facts", "", block.title, cells=cells)


def _scores(reading: Reading, section: str, block: SchemeBlock, filed: SectionContent) -> Block:
    is_scored = outcome_of(reading.scheme) == "points"
    if block.indicators:
        title = block.title or reading.scheme.indicator_lists[block.indicators].title
        lines = typed_lines(reading, section, block.indicators)
        place = element_id(f"{section}/{block.indicators}")
        return Block("scores", place, title, lines=lines, is_scored=is_scored)
    lines = answered_lines(reading, section, block.answers, filed)
    return Block("scores", "", block.title, lines=lines, is_scored=is_scored)


def _chart(reading: Reading, section: str, key: str) -> Block:
    chart = reading.scheme.charts[key]
    drawing = drawing_of(key, chart, reading.book)
    return Block("chart", element_id(f"{section}/{key}"), chart.title, chart.unit, drawing=drawing)


def _fact(reading: Reading, section: str, name: str, filed: SectionContent) -> SheetCell:
    fact = reading.scheme.facts[name]
    unit = unit_of(reading.scheme, fact)
    text = filed.facts.get(name) if fact.has_cell else derived_text(reading.book, name)
    return replace(reading.cell(f"{section}/{name}", fact, text, name=name, unit=unit), unit=unit)
