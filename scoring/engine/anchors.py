"""Where a name of a formula stands on the form."""

from scoring.engine.facts import FactBook
from scoring.engine.selections import read_selection


def anchor_of(facts: FactBook, name: str) -> str:
    """The cell of a figure; of coded rows the one that a formula selects, their list where there are several."""
    selection = read_selection(name)
    if selection is None:
        return facts.scheme.anchor(name)
    place = facts.scheme.anchor(f"list:{selection.list}")
    rows = facts.filed_list(selection.list).picked(selection)
    return f"{place}/{rows[0].cells.get('id')}/{selection.column}" if len(rows) == 1 else place
