"""The pages of a scheme: what is named exists and has exactly one place, keys don't clash."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import get_args

from scoring.engine.form_parts import ADDED, RowColumn
from scoring.engine.scheme import NUMERIC, TOTAL, Block, Column, Fact, Scheme
from scoring.engine.yaml_lines import Path

Flaw = tuple[Path, str]
Placed = tuple[str, str, Path]

ROW_KEYS = get_args(RowColumn)
KINDS = {
    "facts": "数据项",
    "tables": "表格",
    "lists": "列表",
    "indicator_lists": "指标表",
    "indicators": "指标",
    "charts": "图表",
}


def find_layout_flaws(scheme: Scheme) -> Iterator[Flaw]:
    """Sections and blocks, cells of tables, columns of lists."""
    yield from _sections(scheme)
    yield from _places(scheme)
    yield from _names(scheme)
    yield from _tables(scheme)
    yield from _choices(scheme)
    yield from _labels(scheme)
    yield from _lists(scheme)
    yield from _concepts(scheme)


def repeated(values: Iterable[str]) -> list[str]:
    """The values that occur more than once, each once, in their order."""
    return [value for value, count in Counter(values).items() if count > 1]


def _sections(scheme: Scheme) -> Iterator[Flaw]:
    for key in repeated(section.key for section in scheme.sections):
        numbers = [number for number, section in enumerate(scheme.sections) if section.key == key]
        yield ("sections", numbers[-1], "key"), f"章节“{key}”重复"
    for number, section in enumerate(scheme.sections):
        if not section.blocks:
            yield ("sections", number), f"章节“{section.key}”没有内容"
        for index, block in enumerate(section.blocks):
            if sum(bool(part) for part in _parts(block)) != 1:
                message = "一个 block 必须且只能有 facts、table、list、indicators、answers、chart 之一"
                yield ("sections", number, "blocks", index), message


def _parts(block: Block) -> tuple[object, ...]:
    return block.facts, block.table, block.list, block.indicators, block.answers, block.chart


def _placed(scheme: Scheme) -> Iterator[Placed]:
    """(kind, name, path) of everything that a block names."""
    for number, section in enumerate(scheme.sections):
        for index, block in enumerate(section.blocks):
            path: Path = ("sections", number, "blocks", index)
            yield from (("facts", name, (*path, "facts", at)) for at, name in enumerate(block.facts))
            yield from (("indicators", name, (*path, "answers", at)) for at, name in enumerate(block.answers))
            if block.table:
                yield "tables", block.table, (*path, "table")
            if block.list:
                yield "lists", block.list, (*path, "list")
            if block.indicators:
                yield "indicator_lists", block.indicators, (*path, "indicators")
            if block.chart:
                yield "charts", block.chart, (*path, "chart")


def _places(scheme: Scheme) -> Iterator[Flaw]:
    owned: dict[str, dict[str, Path]] = {
        "facts": {name: ("facts", name) for name in scheme.facts},
        "tables": {key: ("tables", key) for key in scheme.tables},
        "lists": {key: ("lists", key) for key in scheme.lists},
        "indicator_lists": {key: ("indicator_lists", key) for key in scheme.indicator_lists},
        "indicators": {each.id: ("indicators", number) for number, each in enumerate(scheme.indicators)},
        "charts": {key: ("charts", key) for key in scheme.charts},
    }
    seen: set[tuple[str, str]] = set()
    for kind, name, path in _placed(scheme):
        if name not in owned[kind]:
            yield path, f"没有{KINDS[kind]}“{name}”"
        elif (kind, name) in seen:
            yield path, f"{KINDS[kind]}“{name}”放了两处"
        seen.add((kind, name))
    for kind, names in owned.items():
        for name, path in names.items():
            needs_place = kind != "facts" or scheme.facts[name].has_cell
            if needs_place and (kind, name) not in seen:
                yield path, f"{KINDS[kind]}“{name}”没有放进任何章节"


def _names(scheme: Scheme) -> Iterator[Flaw]:
    """One name, one thing: figures share names in formulas, lists in a section's rows, rows in anchors."""
    cells = {f"{key}.{row}.{column}" for key, table in scheme.tables.items() for row, column in table.cells()}
    cells |= {
        f"{key}.{TOTAL}.{column}"
        for key, rows in scheme.lists.items()
        if rows.total
        for column in rows.sums()
    }
    for name in scheme.facts:
        if name in cells:
            yield ("facts", name), f"数据项“{name}”与表格单元重名"
        if name.split(".")[0] == "self" or name == "weight.sum":
            yield ("facts", name), f"“{name}”是保留名称，不能作数据项"
    for key in scheme.indicator_lists:
        if key in scheme.lists:
            yield ("indicator_lists", key), f"指标表“{key}”与列表重名"
    for key in scheme.lists:
        if key in scheme.tables:
            yield ("lists", key), f"列表“{key}”与表格重名"
    taken = {*scheme.facts, *scheme.tables, *scheme.lists, *scheme.indicator_lists}
    for number, indicator in enumerate(scheme.indicators):
        if indicator.id in taken:
            yield ("indicators", number, "id"), f"指标“{indicator.id}”与数据项、表格或列表重名"


def _tables(scheme: Scheme) -> Iterator[Flaw]:
    for key, table in scheme.tables.items():
        grid = {f"{row}.{column}" for row in table.rows for column in table.columns}
        for part in ("derived", "absent", "required", "negative"):
            for number, cell in enumerate(getattr(table, part)):
                path: Path = ("tables", key, part, cell if part == "derived" else number)
                if cell not in grid:
                    yield path, f"表格“{key}”没有单元“{cell}”，应写成“行.列”"
                elif part != "absent" and cell in table.absent:
                    yield path, f"单元“{cell}”已列为没有（absent）"
                elif part == "derived" and table.column(cell.split(".")[1]).type not in NUMERIC:
                    yield path, f"单元“{cell}”不是数值，不能有公式"


def _choices(scheme: Scheme) -> Iterator[Flaw]:
    for path, spec in _specs(scheme):
        for choice in repeated(spec.choices):
            yield (*path, "choices"), f"可选内容“{choice}”重复"
        if (spec.type == "choice") != bool(spec.choices):
            message = (
                "选择项（choice）必须列出 choices"
                if spec.type == "choice"
                else "只有选择项（choice）才有 choices"
            )
            yield path, message


def _specs(scheme: Scheme) -> Iterator[tuple[Path, Fact | Column]]:
    yield from ((("facts", name), fact) for name, fact in scheme.facts.items())
    for key, table in scheme.tables.items():
        yield from ((("tables", key, "columns", name), column) for name, column in table.columns.items())
    for key, rows in scheme.lists.items():
        yield from ((("lists", key, "columns", name), column) for name, column in rows.columns.items())


def _labels(scheme: Scheme) -> Iterator[Flaw]:
    for key, rows in scheme.lists.items():
        if "id" in rows.columns:
            yield ("lists", key, "columns", "id"), "列名“id”已用于行号，请换一个"
    for key, typed in scheme.indicator_lists.items():
        for label in typed.labels:
            if label not in ROW_KEYS:
                yield ("indicator_lists", key, "labels", label), f"指标表没有“{label}”列"
        for name in repeated(level.name for level in typed.levels):
            yield ("indicator_lists", key, "levels"), f"一级指标“{name}”重复"


def _lists(scheme: Scheme) -> Iterator[Flaw]:
    """Coded rows have their code column; a line of totals has something to add up."""
    for key, rows in scheme.lists.items():
        path: Path = ("lists", key)
        if rows.min_rows > rows.max_rows:
            message = f"最少行数 {rows.min_rows} 多于最多行数 {rows.max_rows}"
            yield (*path, "min_rows"), message
        if (tree := rows.hierarchy) is not None:
            column = rows.columns.get(tree.column)
            if column is None or column.type != "text":
                yield (*path, "hierarchy", "column"), f"列表“{key}”没有文字列“{tree.column}”"
            if sorted(set(tree.lengths)) != tree.lengths:
                yield (*path, "hierarchy", "lengths"), "各级编码的位数应从短到长，且不重复"
        if rows.total and not any(column.type in ADDED for column in rows.columns.values()):
            yield (*path, "total"), f"列表“{key}”没有可以合计的数值列"


def _concepts(scheme: Scheme) -> Iterator[Flaw]:
    """A shared figure is a formula, or a column of a coded list; its code is a text fact."""
    for name, concept in scheme.concepts.items():
        path: Path = ("concepts", name)
        rows = scheme.lists.get(concept.list or "")
        if bool(concept.value) == bool(concept.list):
            yield path, "value 与 list 必须且只能写一个"
        elif concept.list and (rows is None or rows.hierarchy is None):
            yield (*path, "list"), f"没有带编码的列表“{concept.list}”"
        elif rows is not None and concept.column not in list(rows.sums()):
            yield (*path, "column"), f"列表“{concept.list}”没有可以合计的列“{concept.column}”"
        fact = scheme.facts.get(concept.code or "")
        if concept.code and (fact is None or fact.type != "text"):
            yield (*path, "code"), f"没有文字数据项“{concept.code}”"
