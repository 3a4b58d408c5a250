"""R_VALUE: cells that hold something their type can't take."""

from collections.abc import Iterator

from scoring.engine.cells import CellError, clean_cell, is_sound
from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.results import Finding


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """A cell holds something that its type can't take."""
    for place in context.places:
        if not place.text or is_sound(place.spec.type, place.text):
            continue
        try:
            clean_cell(
                place.spec.type,
                place.text,
                negative=place.spec.negative,
                max_length=place.spec.max_length,
            )
        except CellError as error:
            message = f"{place.label}：{str(error).removesuffix('。')}。"
            yield check.finding(place.anchor, message, stated=place.text)


CHECK = Check("R_VALUE", "填写内容无法识别", "error", find)
