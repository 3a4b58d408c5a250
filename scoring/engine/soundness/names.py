"""Names that formulas can use: no key of a figure is a word of their grammar."""

from collections.abc import Iterator

from scoring.engine.facts import cells_of
from scoring.engine.formula import FormulaError, compile_formula
from scoring.engine.scheme import NUMERIC, Scheme
from scoring.engine.yaml_lines import Path

Flaw = tuple[Path, str]


def find_name_flaws(scheme: Scheme) -> Iterator[Flaw]:
    """Figures, self scores and columns of lists that no formula can name: `balance.in`, `t03[all].class`."""
    for name in cells_of(scheme):
        if not _is_usable(name):
            yield _place(scheme, name), _message(name)
    for number, indicator in enumerate(scheme.indicators):
        if not _is_usable(f"self.{indicator.id}"):
            yield ("indicators", number, "id"), _message(indicator.id)
    for key, spec in scheme.lists.items():
        for column, of in spec.columns.items():
            if of.type in NUMERIC and not (_is_usable(f"{key}[all].{column}") and _is_usable(column)):
                yield ("lists", key, "columns", column), _message(f"{key}.{column}")


def _is_usable(name: str) -> bool:
    try:
        return compile_formula(name).names == {name}
    except FormulaError:
        return False


def _place(scheme: Scheme, name: str) -> Path:
    """Where the figure gets its name."""
    if name in scheme.facts:
        return "facts", name
    key = name.partition(".")[0]
    return ("tables", key) if key in scheme.tables else ("lists", key)


def _message(name: str) -> str:
    return f"“{name}”不能用在公式里：编号中有保留字（如 in、class），请换一个编号"
