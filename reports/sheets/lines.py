"""Indicator rows of a sheet: those typed by the bureau, and the bureau's answers to the form's own."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from django.utils.translation import gettext as _

from reports.anchors import element_id
from reports.sheets.parts import ScoredLine
from reports.sheets.questions import answered
from reports.sheets.reading import Reading
from scoring.engine.content import Answer, Cells, SectionContent
from scoring.engine.numbers import plain
from scoring.engine.rules.base import NOT_APPLICABLE
from scoring.engine.rules.qual_three_level import LEVELS
from scoring.engine.scheme import Scheme


def typed_lines(reading: Reading, section: str, name: str) -> tuple[ScoredLine, ...]:
    """Rows of a list of indicators."""
    lines = [_typed(reading, section, row) for row in reading.content.rows(section, name)]
    return _spanned(lines)


def answered_lines(
    reading: Reading, section: str, ids: list[str], filed: SectionContent
) -> tuple[ScoredLine, ...]:
    """The form's own rows with what was answered."""
    return _spanned([_answered(reading, section, key, filed) for key in ids])


def _typed(reading: Reading, section: str, row: Cells) -> ScoredLine:
    answer = Answer(
        self_score=row.get("self_score"),
        reason=row.get("reason") or "",
        measure=row.get("measure") or "",
        weight=row.get("weight"),
        target=row.get("target") or "",
        actual=row.get("actual") or "",
        level=row.get("level") or "",
    )
    names = row.get("level1") or "", row.get("level2") or "", row.get("name") or ""
    line = _line(reading, f"{section}/{row.get('id')}", names, answer, ())
    return replace(line, detail=row.get("detail") or "")


def _answered(reading: Reading, section: str, key: str, filed: SectionContent) -> ScoredLine:
    indicator = reading.scheme.indicators_by_id[key]
    answer = filed.answers.get(key, Answer())
    names = (indicator.level1, indicator.level2, indicator.name)
    line = _line(reading, f"{section}/{key}", names, answer, tuple(answered(indicator, answer)))
    weight = indicator.weight
    is_group = bool(reading.scheme.children_of(key))
    return replace(
        line,
        weight=plain(weight) if weight is not None else line.weight,
        self_score=_group_score(reading, key) if is_group else line.self_score,
        is_child=indicator.group is not None,
    )


def _group_score(reading: Reading, key: str) -> str:
    score = reading.marks.scores.get(f"{_section_of_answer(reading.scheme, key)}/{key}")
    return plain(score.self_score) if score and score.self_score is not None else ""


def _section_of_answer(scheme: Scheme, key: str) -> str:
    return scheme.places.get(f"answers:{key}", "").partition("/")[0]


def _line(
    reading: Reading, anchor: str, names: tuple[str, str, str], answer: Answer, extras: tuple[str, ...]
) -> ScoredLine:
    level1, level2, name = names
    found = [line.severity for line in reading.marks.findings if line.anchor.startswith(f"{anchor}/")]
    return ScoredLine(
        id=element_id(anchor),
        anchor=anchor,
        level1=level1,
        level2=level2,
        name=name,
        target=answer.target,
        actual=answer.actual,
        weight=answer.weight or "",
        self_score=answer.self_score or "",
        reason=answer.reason,
        measure=answer.measure,
        process=answer.process,
        process_pieces=reading.marks.pieces(f"{anchor}/process", answer.process),
        extras=(*_level(answer.level), *extras),
        score=reading.marks.scores.get(anchor),
        comments=tuple(reading.marks.comments_on(anchor)),
        severity=found[0] if found else "",
        changed=reading.marks.has_changed(anchor),
    )


def _level(level: str) -> Iterator[str]:
    if level in LEVELS:
        yield _("达成程度：%(level)s") % {"level": LEVELS[level]}
    elif level == NOT_APPLICABLE:
        yield _("单位标明不适用")


def _spanned(lines: list[ScoredLine]) -> tuple[ScoredLine, ...]:
    """The first row of each run of one second level carries how many rows it spans."""
    spanned = []
    for _key, run in groupby(lines, key=lambda line: (line.level1, line.level2)):
        first, *rest = run
        spanned += [replace(first, level_span=1 + len(rest)), *rest]
    return tuple(spanned)
