"""The shipped forms and small changes to them, for tests."""

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from scoring.authoring.sheets.write import workbook_of
from scoring.authoring.yaml_text import scheme_data
from scoring.engine.loading import load_scheme_text
from scoring.engine.scheme import Scheme

FILES = sorted((Path(__file__).resolve().parents[2] / "scoring" / "schemes").glob("*.yaml"))
STEMS = [path.stem for path in FILES]
OVERALL, PROJECT = "overall-yueyanglou-2020", "project-ziyang-2022"


def text_of(stem: str) -> str:
    """The text of a shipped form."""
    return next(path for path in FILES if path.stem == stem).read_text(encoding="utf-8")


@cache
def form_of(stem: str) -> Scheme:
    """A shipped form. Reading YAML is slow, so each process does it once."""
    return load_scheme_text(text_of(stem))


def changed(form: Scheme, change: Callable[[dict[str, Any]], Any]) -> Scheme:
    """The form with `change` made to its plain data; its shape is right, it need not be sound."""
    data = scheme_data(form)
    change(data)
    return Scheme.model_validate(data)


def edited(form: Scheme, edit: Callable[[Workbook], Any]) -> bytes:
    """The workbook of a form as a person saved it after `edit`."""
    book = load_workbook(io.BytesIO(workbook_of(form)))
    edit(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def cell(book: Workbook, sheet: str, row: str, heading: str) -> Any:
    """The cell under `heading` in the row whose first cell says `row`."""
    page = book[sheet]
    column = next(head.column for head in page[1] if head.value == heading)
    number = next(cells[0].row for cells in page.iter_rows(min_row=2) if cells[0].value == row)
    return page.cell(number, column)
