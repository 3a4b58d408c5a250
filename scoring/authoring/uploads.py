"""Scheme files that people upload, YAML or xlsx: read into the text of a scheme, problems named where they stand."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _
from pydantic import ValidationError

from scoring.authoring.amend import amended
from scoring.authoring.sheets.found import Found, SheetProblem
from scoring.authoring.sheets.read import WorkbookError, read_workbook
from scoring.authoring.sheets.titles import BASICS
from scoring.authoring.text import decoded, tidy
from scoring.authoring.words import FIELDS, field_word
from scoring.authoring.yaml_text import scheme_data, write_yaml
from scoring.engine.loading import scheme_problems
from scoring.engine.problems import Problem, SchemeFileError
from scoring.engine.scheme import Scheme as SchemeForm
from scoring.engine.yaml_lines import MAX_BYTES
from scoring.models import Scheme

_PACKED, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_KEY = re.compile(r"“([a-z][a-z0-9_]*)”")


class UploadRefusedError(Exception):
    """The file can't be taken at all; `problems` name cells or lines."""

    def __init__(self, message: str, problems: tuple[SheetProblem, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.problems = problems


@dataclass(frozen=True)
class Uploaded:
    """The text that a file stands for, and what is still wrong with it, by cell or line."""

    text: str
    problems: tuple[SheetProblem, ...]


def read_upload(raw: bytes) -> Uploaded:
    """The scheme in a file, whatever its name. Raises UploadRefusedError."""
    if raw.startswith(_PACKED):
        return _from_workbook(raw)
    if raw.startswith(_OLD_EXCEL):
        raise UploadRefusedError(_("这是旧版 Excel（.xls）或加了密码的文件，请另存为不加密的 xlsx 后上传。"))
    return _from_yaml(raw)


def line_problems(problems: tuple[Problem, ...]) -> tuple[SheetProblem, ...]:
    """Problems of a text, each at its line."""
    return tuple(SheetProblem(_("第 %(line)d 行") % {"line": p.line}, p.message) for p in problems)


def _from_yaml(raw: bytes) -> Uploaded:
    if len(raw) > MAX_BYTES:
        raise UploadRefusedError(_("文件超过 %(size)d MB。") % {"size": MAX_BYTES // 1_000_000})
    try:
        text = tidy(decoded(raw, ""))
    except SchemeFileError as error:
        raise UploadRefusedError(_("文件不能读取。"), line_problems(error.problems)) from error
    if "\0" in text:
        raise UploadRefusedError(_("文件不是文本文件，请上传 YAML 或 xlsx。"))
    return Uploaded(text, line_problems(scheme_problems(text)))


def _from_workbook(raw: bytes) -> Uploaded:
    try:
        found = read_workbook(raw)
    except WorkbookError as error:
        raise UploadRefusedError(f"{error}。") from error
    if found.problems:
        message = _("工作簿中有 %(count)d 处不能读取，请改正后重新上传。") % {"count": len(found.problems)}
        raise UploadRefusedError(message, tuple(found.problems))
    text = _text_of(found)
    return Uploaded(text, tuple(_at_cell(problem, found) for problem in scheme_problems(text)))


def _text_of(found: Found) -> str:
    """The version that the workbook was made from, amended; written anew where that can't be."""
    try:
        form = SchemeForm.model_validate(found.data)
    except ValidationError:
        return write_yaml(found.data)
    base = Scheme.objects.filter(code=form.code, version=form.version).first()
    return (amended(base.text, form) if base else None) or write_yaml(scheme_data(form))


def _at_cell(problem: Problem, found: Found) -> SheetProblem:
    """The problem at its cell, with the headings of the workbook in place of the file's keys."""
    message = _KEY.sub(lambda match: f"“{_heading(match[1], problem.path)}”", problem.message)
    return SheetProblem(found.place(problem.path) or BASICS, message)


def _heading(key: str, path: str) -> str:
    """What the workbook calls a key; the scheme's own values have names of their own."""
    return field_word(SchemeForm, key) if key == path else FIELDS.get(key, key)
