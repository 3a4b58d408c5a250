"""Pictures of the filed figures as SVG geometry: bars side by side, and a pie of shares.

Bars are placed in percent of the drawing's width, so that one drawing fits every screen with text of one size. Fills
carry a pattern each, and every figure stands beside its bar or in the table: colour is never the only sign.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reports.pies import Slice, slices_of
from scoring.engine.facts import FactBook
from scoring.engine.form_parts import Bar, Chart
from scoring.engine.formula import ZeroDenominatorError, compile_formula
from scoring.engine.numbers import round_half_up, separated

PATTERNS = 8
PLOT = Decimal(70)
LABEL, BAR, GAP, APART = 20, 16, 4, 10


@dataclass(frozen=True)
class Figure:
    """One figure of a chart with its words; `share` in percent of all, in pies only."""

    label: str
    group: str
    value: Decimal | None
    fill: int
    share: Decimal | None = None

    @property
    def text(self) -> str:
        """The figure with thousands separators and at most two decimals; a dash where there is none."""
        return "—" if self.value is None else separated(round_half_up(self.value))

    @property
    def share_text(self) -> str:
        return "—" if self.share is None else f"{round_half_up(self.share)}%"


@dataclass(frozen=True)
class BarShape:
    """One bar: lengths across in percent of the drawing, lengths down in pixels."""

    figure: Figure
    top: int
    start: Decimal
    length: Decimal
    text_at: Decimal
    heading_at: int = 0

    @property
    def text_top(self) -> int:
        return self.top + BAR - 3


@dataclass(frozen=True)
class Drawing:
    """A chart, drawn. `rows` are its figures by label, for the table beside it."""

    key: str
    title: str
    unit: str
    kind: str
    rows: tuple[tuple[str, tuple[Figure, ...]], ...]
    groups: tuple[tuple[str, int], ...] = ()
    bars: tuple[BarShape, ...] = ()
    slices: tuple[tuple[Figure, Slice], ...] = ()
    height: int = 0
    zero_at: Decimal = Decimal(0)

    @property
    def is_empty(self) -> bool:
        """Nothing can be drawn: no figure yet, in a pie no share above zero."""
        return not self.bars and not self.slices

    @property
    def figures(self) -> list[Figure]:
        return [figure for _label, row in self.rows for figure in row]

    @property
    def has_figures(self) -> bool:
        return any(figure.value is not None for figure in self.figures)

    @property
    def leaves_out(self) -> bool:
        """Whether a pie has figures that can be no share: those below zero."""
        return self.kind == "pie" and any(
            figure.value is not None and figure.value < 0 for figure in self.figures
        )

    @property
    def fills(self) -> range:
        return range(1, PATTERNS + 1)

    @property
    def description(self) -> str:
        """The picture in words, for who can't see it."""
        said = [
            f"{f.label}{f.group} {f.text}{self.unit if f.value is not None else ''}" for f in self.figures
        ]
        if self.kind == "pie":
            said = [
                f"{text}，占 {figure.share_text}" for text, figure in zip(said, self.figures, strict=True)
            ]
        return "；".join(said)


def drawing_of(key: str, chart: Chart, book: FactBook) -> Drawing:
    """`chart` drawn from the figures of one filing."""
    values = [_value(bar, book) for bar in chart.bars]
    return _pie(key, chart, values) if chart.kind == "pie" else _bars(key, chart, values)


def _value(bar: Bar, book: FactBook) -> Decimal | None:
    try:
        return compile_formula(bar.value).evaluate(book.value)
    except ZeroDenominatorError:
        return None


def _bars(key: str, chart: Chart, values: Sequence[Decimal | None]) -> Drawing:
    groups = list(dict.fromkeys(bar.group for bar in chart.bars))
    figures = [
        Figure(bar.label, bar.group, value, groups.index(bar.group) % PATTERNS + 1)
        for bar, value in zip(chart.bars, values, strict=True)
    ]
    labels = list(dict.fromkeys(figure.label for figure in figures))
    rows = tuple((label, tuple(f for f in figures if f.label == label)) for label in labels)
    known = [value for value in values if value is not None]
    legend = tuple((group, number % PATTERNS + 1) for number, group in enumerate(groups) if group)
    if not known:
        return Drawing(key, chart.title, chart.unit, "bar", rows)
    low, high = min(*known, Decimal(0)), max(*known, Decimal(0))
    scale = PLOT / (high - low or Decimal(1))
    bars, height = _placed(rows, -low * scale, scale)
    return Drawing(
        key, chart.title, chart.unit, "bar", rows, legend, bars, height=height, zero_at=_two(-low * scale)
    )


def _placed(
    rows: Sequence[tuple[str, tuple[Figure, ...]]], zero: Decimal, scale: Decimal
) -> tuple[tuple[BarShape, ...], int]:
    """Bars under each other, those of one label under its heading, and the height of all."""
    shapes, top = [], 0
    for _label, figures in rows:
        heading, top = top + LABEL - 6, top + LABEL
        for figure in figures:
            length = (figure.value or Decimal(0)) * scale
            start = zero + min(length, Decimal(0))
            end = max(zero, zero + length)
            shapes.append(BarShape(figure, top, _two(start), _two(abs(length)), _two(end), heading))
            heading, top = 0, top + BAR + GAP
        top += APART
    return tuple(shapes), top


def _pie(key: str, chart: Chart, values: Sequence[Decimal | None]) -> Drawing:
    whole = sum((value for value in values if value is not None and value > 0), Decimal(0))
    pairs = sorted(zip(chart.bars, values, strict=True), key=lambda pair: _size(pair[1]), reverse=True)
    figures = [
        Figure(bar.label, bar.group, value, number % PATTERNS + 1, _share(value, whole))
        for number, (bar, value) in enumerate(pairs)
    ]
    rows = tuple((figure.label, (figure,)) for figure in figures)
    parts = [figure for figure in figures if figure.share]
    slices = tuple(zip(parts, slices_of([float(figure.share or 0) for figure in parts]), strict=True))
    return Drawing(key, chart.title, chart.unit, "pie", rows, slices=slices)


def _size(value: Decimal | None) -> tuple[bool, Decimal]:
    return value is not None, value or Decimal(0)


def _share(value: Decimal | None, whole: Decimal) -> Decimal | None:
    return value / whole * 100 if value is not None and value > 0 else None


def _two(value: Decimal) -> Decimal:
    return round_half_up(value)
