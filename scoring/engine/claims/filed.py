"""The texts of a filing, and its figures that a text may repeat."""

import re
from collections.abc import Iterator

from scoring.engine.checks.places import Filed, written_texts
from scoring.engine.claims.text.prose import Prose
from scoring.engine.claims.text.reading import KnownFigure
from scoring.engine.concepts import unit_of
from scoring.engine.precision import half_unit

# Shorter cells hold a figure or a name; their numbers are read elsewhere.
SHORTEST = 12
_DIGIT = re.compile(r"\d|百分之")


def narratives(filed: Filed) -> Iterator[Prose]:
    """The texts of a filing that state figures, each under its anchor."""
    for place in written_texts(filed):
        if place.text and _is_narrative(place.text):
            yield Prose(place.text, place.anchor, f"“{place.label}”")
    for section in filed.scheme.sections:
        for key, answer in filed.content.section(section.key).answers.items():
            if answer.process and _is_narrative(answer.process):
                known = filed.scheme.indicators_by_id.get(key)
                title = f"“{known.name}”的评分过程" if known else ""
                yield Prose(answer.process, f"{section.key}/{key}/process", title)


def known_figures(filed: Filed) -> Iterator[KnownFigure]:
    """The filed figures by the form's labels, at the anchors of their cells."""
    for name, cell in filed.facts.cells.items():
        value = filed.facts.stated(name)
        if value is None:
            continue
        yield KnownFigure(
            label=cell.label,
            value=value,
            unit=unit_of(cell, cell.unit, filed.scheme.money_unit),
            half=half_unit(value),
            where=filed.scheme.anchor(name),
        )


def _is_narrative(text: str) -> bool:
    return len(text) >= SHORTEST and bool(_DIGIT.search(text))
