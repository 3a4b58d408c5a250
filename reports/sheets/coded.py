"""Open tables of figures: rows with a classification code each, their level, and cells that derive from a row's others."""

from collections.abc import Mapping
from decimal import Decimal

from reports.sheets.reading import figure_text
from scoring.engine.cells import number_or_none
from scoring.engine.content import Cells
from scoring.engine.form_parts import RowList
from scoring.engine.formula import Formula, ZeroDenominatorError, compile_formula
from scoring.engine.list_rows import ListRow, code_of


def is_coded(spec: RowList) -> bool:
    """Whether a list is a table of figures: it has codes, a unit, a line of totals or formulas."""
    return bool(spec.hierarchy or spec.total or spec.unit or spec.derived)


def head_columns(spec: RowList) -> list[str]:
    """The leading columns that say what a row is about: its code and name."""
    heads: list[str] = []
    for key, column in spec.columns.items():
        if column.type not in ("text", "choice"):
            break
        heads.append(key)
    return heads or list(spec.columns)[:1]


def level_of(spec: RowList, row: Cells) -> int:
    """How deep a row stands: 1 for the highest level, 0 where its code is of no level."""
    lengths = spec.hierarchy.lengths if spec.hierarchy else []
    length = len(code_of(row, spec))
    return lengths.index(length) + 1 if length in lengths else 0


def row_name(spec: RowList, row: Cells) -> str:
    """What people call a row: its code with its name."""
    return ListRow(spec, row).name


def derived_cells(spec: RowList, row: Cells) -> dict[str, str]:
    """By column what a row's formulas give for its other cells; a formula sees what those before it gave."""
    found: dict[str, str] = {}
    for column, text in spec.derived.items():
        given = {**row, **{key: value for key, value in found.items() if not row.get(key)}}
        found[column] = figure_text(_evaluated(compile_formula(text), given))
    return found


def differing(spec: RowList, row: Cells) -> dict[str, str]:
    """As `derived_cells`, without the cells that are filled and agree within the list's tolerance."""
    return {
        column: text
        for column, text in derived_cells(spec, row).items()
        if text and not _agree(row.get(column), text, spec.tolerance)
    }


def prefilled(spec: RowList, row: Cells) -> Cells:
    """The row with every blank cell that derives from others filled in."""
    return {
        **row,
        **{key: text for key, text in derived_cells(spec, row).items() if text and not row.get(key)},
    }


def followed(spec: RowList, row: Cells, before: Mapping[str, str | None]) -> Cells:
    """`row` with its derived cells set to what their formulas give, unless somebody wrote another figure.

    A cell follows that is blank, or still is as it was shown for the row as it was `before`.
    """
    result, shown = dict(row), prefilled(spec, dict(before))
    agreed = {column: text for column, text in derived_cells(spec, dict(before)).items() if text}
    for column, text in spec.derived.items():
        stated = result.get(column)
        if not stated or stated == agreed.get(column) == shown.get(column):
            result[column] = figure_text(_evaluated(compile_formula(text), result)) or stated
    return result


def _evaluated(formula: Formula, row: Mapping[str, str | None]) -> Decimal | None:
    try:
        return formula.evaluate(lambda name: number_or_none(row.get(name)))
    except ZeroDenominatorError:
        return None


def _agree(stated: str | None, computed: str, tolerance: Decimal) -> bool:
    own = number_or_none(stated)
    return own is not None and abs(own - Decimal(computed)) <= tolerance
