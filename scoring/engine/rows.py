"""The scored rows of a filing in form order: the scheme's own indicators and those typed by the bureau."""

from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.cells import number_or_none
from scoring.engine.content import NO_ANSWER, Answer, Cells, Content
from scoring.engine.facts import FactBook
from scoring.engine.results import FiledRow
from scoring.engine.rules.base import Facts, RowInput
from scoring.engine.scheme import Indicator, Scheme

# Cells of a row that rules read.
READ = ("target", "actual", "level")


def filed_rows(scheme: Scheme, content: Content, facts: FactBook) -> list[FiledRow]:
    """Every row that carries weight. Unreadable figures count as blank here; a check names them."""
    rows: list[FiledRow] = []
    for section in scheme.sections:
        for block in section.blocks:
            if block.answers:
                rows += _own_rows(scheme, content, facts, section.key, block.answers)
            elif block.indicators:
                rows += _typed_rows(scheme, content, facts, section.key, block.indicators)
    return rows


def self_scores(scheme: Scheme, content: Content) -> dict[str, Decimal | None]:
    """Self scores by row id, and `sum` over those that are given."""
    rows = filed_rows(scheme, content, FactBook(scheme, content))
    by_id = {row.id: row.given.self_score for row in rows}
    return by_id | {"sum": sum((score for score in by_id.values() if score is not None), Decimal(0))}


def _own_rows(
    scheme: Scheme, content: Content, facts: Facts, section: str, ids: list[str]
) -> Iterator[FiledRow]:
    answers = content.section(section).answers
    for key in ids:
        indicator = scheme.indicators_by_id[key]
        if indicator.group or indicator.rule is None:
            continue
        answer = answers.get(key, NO_ANSWER)
        children = tuple(
            _row_input(child, answers.get(child.id, NO_ANSWER), facts) for child in scheme.children_of(key)
        )
        given = _row_input(indicator, answer, facts, children)
        yield FiledRow(
            id=key,
            anchor=f"{section}/{key}",
            given=given,
            rule=indicator.rule,
            columns=indicator.columns,
            reason=answer.reason,
            published_text=indicator.published_text,
        )


def _row_input(
    indicator: Indicator, answer: Answer, facts: Facts, children: tuple[RowInput, ...] = ()
) -> RowInput:
    own = number_or_none(answer.self_score)
    if children:
        given = [child.self_score for child in children if child.self_score is not None]
        own = sum(given, Decimal(0)) if given else None
    return RowInput(
        weight=indicator.weight
        if indicator.weight is not None
        else number_or_none(answer.weight) or Decimal(0),
        facts=facts,
        id=indicator.id,
        name=indicator.name,
        level1=indicator.level1,
        level2=indicator.level2,
        target=answer.target,
        actual=answer.actual,
        level=answer.level,
        self_score=own,
        items=answer.items,
        children=children,
        absent=_absent(indicator.columns),
    )


def _absent(columns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(cell for cell in READ if cell not in columns)


def _typed_rows(
    scheme: Scheme, content: Content, facts: Facts, section: str, name: str
) -> Iterator[FiledRow]:
    spec = scheme.indicator_lists[name]
    for row in content.rows(section, name):
        yield FiledRow(
            id=row.get("id") or "",
            anchor=f"{section}/{row.get('id') or ''}",
            given=_typed_input(row, facts, _absent(spec.columns)),
            rule=spec.default_rule,
            columns=spec.columns,
            reason=row.get("reason") or "",
            typed=True,
        )


def _typed_input(row: Cells, facts: Facts, absent: tuple[str, ...]) -> RowInput:
    return RowInput(
        weight=number_or_none(row.get("weight")) or Decimal(0),
        facts=facts,
        id=row.get("id") or "",
        name=row.get("name") or "",
        level1=row.get("level1") or "",
        level2=row.get("level2") or "",
        target=row.get("target") or "",
        actual=row.get("actual") or "",
        level=row.get("level") or "",
        self_score=number_or_none(row.get("self_score")),
        absent=absent,
    )
