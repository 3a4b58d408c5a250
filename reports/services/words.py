"""What people write to each other: comments, answers, reasons. Refused where the record couldn't hold it."""

from reports.errors import RefusedError
from scoring.engine.cells import MAX_LONG_TEXT, CellError, clean_cell


def read_words(text: str, *, longest: int = MAX_LONG_TEXT) -> str:
    """`text` without blanks around it. Raises RefusedError for control characters and more than `longest` characters."""
    try:
        return clean_cell("long_text", text, max_length=longest) or ""
    except CellError as error:
        raise RefusedError(str(error)) from error
