"""Where a name of a formula stands on the form."""

from scoring.engine.content import Content
from scoring.engine.list_rows import picked
from scoring.engine.scheme import Scheme
from scoring.engine.selections import read_selection


def anchor_of(scheme: Scheme, content: Content, name: str) -> str:
    """The cell of a figure; of coded rows the one that a formula selects, their list where there are several."""
    selection = read_selection(name)
    if selection is None:
        return scheme.anchor(name)
    place = scheme.anchor(f"list:{selection.list}")
    filed = content.rows(place.partition("/")[0], selection.list)
    rows = list(picked(selection, scheme.lists[selection.list], filed))
    return f"{place}/{rows[0].get('id')}/{selection.column}" if len(rows) == 1 else place
