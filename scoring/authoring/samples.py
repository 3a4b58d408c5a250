"""A made-up filing of a form: plausible figures, so that a form and its rules can be tried before anybody files."""

from typing import Any

from scoring.authoring.figures import plausible, sample_figures
from scoring.authoring.sample_rows import TEXT, answer_of, list_rows, typed_rows
from scoring.engine.content import Content, SectionContent
from scoring.engine.facts import FactBook, cells_of
from scoring.engine.numbers import plain, round_half_up
from scoring.engine.results import Scorecard, ScoredRow
from scoring.engine.rows import self_scores
from scoring.engine.scheme import NUMERIC, Column, Scheme
from scoring.engine.score import score

YEAR, DAY = 2024, "2024-12-31"


def sample_content(scheme: Scheme) -> Content:
    """A filing with every cell filled: stated figures as their formulas give them, self scores as the rules give."""
    return _Sample(scheme).content()


def cell_text(spec: Column, label: str) -> str | None:
    """What stands in a cell of this type under this label."""
    if spec.type in NUMERIC:
        return plain(plausible(spec.type, label))
    if spec.type == "date":
        return DAY
    if spec.type == "choice":
        return spec.choices[0] if spec.choices else None
    return TEXT[: spec.max_length] if spec.type != "phone" else None


class _Sample:
    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self.pages: dict[str, dict[str, Any]] = {}
        for section in scheme.sections:
            page: dict[str, Any] = {"facts": {}, "tables": {}, "lists": {}, "answers": {}}
            self.pages[section.key] = page
            for block in section.blocks:
                page["facts"].update({name: self._fact(name) for name in block.facts})
                page["answers"].update({key: answer_of(scheme, key) for key in block.answers})
                if block.table:
                    page["tables"][block.table] = self._table(block.table)
                if block.list:
                    page["lists"][block.list] = list_rows(block.list, scheme.lists[block.list], cell_text)
                if block.indicators:
                    spec = scheme.indicator_lists[block.indicators]
                    page["lists"][block.indicators] = typed_rows(block.indicators, spec)

    def content(self) -> Content:
        """Derived figures need the others, self scores need the figures, and totals need the self scores."""
        for name, value in sample_figures(self.scheme).items():
            self._put(name, plain(value))
        self._state_derived()
        self._score_rows(score(self._read(), self.scheme))
        self._state_totals()
        return self._read()

    def _read(self) -> Content:
        return Content(
            year=YEAR,
            title=self.scheme.title,
            scheme_code=self.scheme.code,
            scheme_version=self.scheme.version,
            sections={key: SectionContent.model_validate(page) for key, page in self.pages.items()},
        )

    def _fact(self, name: str) -> str | None:
        fact = self.scheme.facts[name]
        spec = Column(label=fact.label, type=fact.type, choices=fact.choices, max_length=fact.max_length)
        return cell_text(spec, fact.label) if fact.has_cell else None

    def _table(self, key: str) -> dict[str, dict[str, str | None]]:
        table = self.scheme.tables[key]
        filled: dict[str, dict[str, str | None]] = {}
        for row, column in table.cells():
            filled.setdefault(row, {})[column] = cell_text(table.column(column), table.rows[row])
        return filled

    def _state_derived(self) -> None:
        """Cells that are both derived and stated say what their formula gives."""
        content = self._read()
        own = {f"self.{key}": value for key, value in self_scores(self.scheme, content).items()}
        book = FactBook(self.scheme, content, own)
        for name, cell in cells_of(self.scheme).items():
            value = book.derived(name) if cell.derived and cell.stated else None
            if value is not None:
                self._put(name, plain(round_half_up(value)))

    def _put(self, name: str, text: str) -> None:
        """Writes a figure where the form has a cell for it."""
        section, _, path = self.scheme.places.get(name, "").partition("/")
        if not section:
            return
        if "/" not in path:
            self.pages[section]["facts"][path] = text
            return
        table, row, column = path.split("/")
        self.pages[section]["tables"].setdefault(table, {}).setdefault(row, {})[column] = text

    def _score_rows(self, card: Scorecard) -> None:
        for row in card.rows:
            section, _, key = row.filed.anchor.partition("/")
            page, own = self.pages[section], _own_score(row)
            if row.filed.typed:
                listed = next(each for rows in page["lists"].values() for each in rows if each["id"] == key)
                listed["self_score"] = own
            elif not self.scheme.children_of(key):
                page["answers"][key]["self_score"] = own
            for child in self.scheme.children_of(key):
                page["answers"][child.id]["self_score"] = page["answers"][child.id].get("weight")

    def _state_totals(self) -> None:
        self._state_derived()
        total = self_scores(self.scheme, self._read())["sum"]
        for name in filter(None, (self.scheme.totals.official, *self.scheme.totals.stated)):
            fact = self.scheme.facts.get(name)
            if fact and not fact.derived and total is not None:
                self._put(name, plain(total))
        self._state_derived()


def _own_score(row: ScoredRow) -> str:
    """What the rules give, nine tenths of the weight where a person has to score."""
    guess = min(row.outcome.high, row.weight * 9 / 10)
    return plain(round_half_up(guess) if row.points is None else row.points)
