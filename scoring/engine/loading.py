"""Reads a scheme file: YAML → typed scheme, or every problem of the file with its line."""

import hashlib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import rfc8785
from pydantic import ValidationError

from scoring.engine.numbers import plain
from scoring.engine.problems import Problem, SchemeFileError, path_text, shape_problems
from scoring.engine.scheme import Scheme
from scoring.engine.soundness.formulas import find_formula_flaws
from scoring.engine.soundness.layout import find_layout_flaws
from scoring.engine.soundness.names import find_name_flaws
from scoring.engine.soundness.rows import find_row_flaws
from scoring.engine.soundness.scores import find_score_flaws
from scoring.engine.soundness.units import find_unit_flaws
from scoring.engine.yaml_lines import Document, Path, YamlError, read_yaml

__all__ = ["Problem", "SchemeFileError", "load_scheme_text", "scheme_hash", "scheme_problems"]

ORDERED = ("rows", "columns")


def load_scheme_text(text: str, source: str = "<text>") -> Scheme:
    """The scheme written in `text`. Raises SchemeFileError with all problems; `source` names the file."""
    try:
        document = read_yaml(text)
    except YamlError as error:
        found = tuple(Problem(source, line, "", reason) for line, reason in error.problems)
        raise SchemeFileError(found) from error
    try:
        scheme = Scheme.model_validate(document.data)
    except ValidationError as error:
        raise SchemeFileError(_located(shape_problems(error, document), document, source)) from error
    if problems := _located(_flaws(scheme), document, source):
        raise SchemeFileError(problems)
    return scheme


def scheme_problems(text: str, source: str = "<text>") -> tuple[Problem, ...]:
    """Everything that is wrong with `text`, by line; empty for a sound scheme."""
    try:
        load_scheme_text(text, source)
    except SchemeFileError as error:
        return error.problems
    return ()


def scheme_hash(scheme: Scheme) -> str:
    """`sha256:…` of what the scheme says: comments, layout, 5 or 5.0 and written-out defaults don't matter.

    Defaults are left out so that a parameter added to the engine later leaves published schemes as they are.
    """
    said = _canonical(scheme.model_dump(mode="python", exclude_defaults=True))
    return f"sha256:{hashlib.sha256(rfc8785.dumps(said)).hexdigest()}"


def _flaws(scheme: Scheme) -> Iterator[tuple[Path, str]]:
    yield from find_layout_flaws(scheme)
    yield from find_name_flaws(scheme)
    yield from find_formula_flaws(scheme)
    yield from find_unit_flaws(scheme)
    yield from find_row_flaws(scheme)
    yield from find_score_flaws(scheme)


def _located(found: Iterator[tuple[Path, str]], document: Document, source: str) -> tuple[Problem, ...]:
    problems = [Problem(source, document.line(path), path_text(path), message) for path, message in found]
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.line))


def _canonical(value: Any) -> Any:
    """JSON data, decimals as plain strings. The order of a table's rows and columns is part of the form."""
    if isinstance(value, Decimal):
        return plain(value) if value else "0"
    if isinstance(value, list | tuple):
        return [_canonical(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: [[name, _canonical(each)] for name, each in item.items()]
        if key in ORDERED and isinstance(item, dict)
        else _canonical(item)
        for key, item in value.items()
    }
