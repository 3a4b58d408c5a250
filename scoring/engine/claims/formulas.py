"""Formulas written out: (300000−89842)÷300000×100%=29.95%, or in words whose figures stand just before."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from scoring.engine.claims.claim import Claim
from scoring.engine.claims.expressions import (
    ExpressionError,
    Token,
    ZeroDivisorError,
    evaluate,
    read_expression,
)
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.labels import name_of
from scoring.engine.claims.text.reading import Judged, Reading
from scoring.engine.claims.verdicts import exactly, rate_verdict
from scoring.engine.likely_causes import Candidate
from scoring.engine.units import convert, dimension

_CHAIN = 240
_MOST_STEPS = 6
_ENDS = re.compile(r"[。；，、：！？\n]")
_EQUALS = re.compile(r"[=≈]\s*$")
_NUMERIC = re.compile(r"[\d.,\s()+\-*/×÷%万亿元人个家件次户天]+$")
_OPERATOR = re.compile(r"[-+*/×÷]")
_GOES_ON = re.compile(r"\s*[-+*/×÷]")
_TIMES_HUNDRED = re.compile(r"[×*]\s*100(?:\.0*)?\s*$")
_IDLE = re.compile(
    r"本年度?|当年|今年|上年度?|去年|上一年度?|年初|实际|全年|[“”\"‘’']|(?:总额|总数|金额|数额|数|额)$|的"
)
_LAST_YEAR = re.compile(r"上年|去年|上一年")
# Figures before a formula in words among which its operands are looked for.
_NEAR = 24
_LEAST_NAME = 2


def find(reading: Reading) -> Iterator[Claim]:
    """Every formula whose result is written behind it."""
    text = reading.prose.text
    for number, stated in enumerate(reading.figures.all):
        before = text[max(0, stated.start - 4) : stated.start]
        equals = _EQUALS.search(before)
        if equals is None or _GOES_ON.match(text, stated.end):
            continue
        at = stated.start - len(before) + equals.start()
        claim = _claim(reading, number, stated, at)
        if claim is not None:
            yield claim


def _claim(reading: Reading, number: int, stated: Figure, equals: int) -> Claim | None:
    text = reading.prose.text
    low = max(0, equals - _CHAIN)
    if text.count("=", low, equals) > _MOST_STEPS:
        return None
    ends = [match.end() for match in _ENDS.finditer(text, low, equals)]
    start = ends[-1] if ends else low
    segments = re.split(r"[=≈]", text[start:equals])
    written = _numeric(segments[-1])
    if written:
        return _judge(reading, stated, (equals - len(written), written), {})
    for words in reversed(segments[1:]):
        if _OPERATOR.search(words):
            named = _operands(reading, number, words)
            return _judge(reading, stated, (start, words), named) if named else None
    return None


def _numeric(segment: str) -> str:
    """The arithmetic at the end of a segment, empty where there is none."""
    match = _NUMERIC.search(segment)
    written = match[0].lstrip(" ,.)*/×÷%+万亿元人个家件次户天") if match else ""
    return written if _OPERATOR.search(written.strip().lstrip("-")) else ""


def _judge(
    reading: Reading, stated: Figure, written: tuple[int, str], named: dict[str, Figure]
) -> Claim | None:
    start, words = written
    try:
        tokens = read_expression(words)
        value = evaluate(tokens, lambda name: _value(named.get(name), named))
    except ZeroDivisorError:
        reason = f"{_shown(words, named)}的分母为0，比率无意义，不能写{stated.told()}。"
        return _from(reading, start, reading.claim("formula", stated, Judged("inconsistent", None, reason)))
    except ExpressionError:
        return None
    best = _as_stated(value, stated, words)
    verdict, cause = rate_verdict(stated, best, causes=_candidates(tokens, best, stated))
    reason = f"{_shown(words, named)} = {exactly(best)}{stated.unit}，文中写{stated.told()}"
    reason += (
        "。" if verdict == "consistent" else f"，相差{exactly(abs(best - stated.value))}{_step(stated)}。"
    )
    claim = reading.claim(
        "formula", stated, Judged(verdict, best, f"{reason}{cause and cause + '。'}"), named.values()
    )
    return _from(reading, start, claim)


def _from(reading: Reading, start: int, claim: Claim) -> Claim:
    while start < claim.end and reading.prose.text[start].isspace():
        start += 1
    return replace(claim, start=min(start, claim.start))


def _step(stated: Figure) -> str:
    return "个百分点" if stated.is_percent else stated.unit


def _as_stated(value: Decimal, stated: Figure, words: str) -> Decimal:
    """The result in the stated unit: a fraction is a percentage, money may have been reckoned in 元."""
    other: Decimal | None
    usual, other = value, None
    if stated.is_percent:
        usual, other = (value, value * 100) if _TIMES_HUNDRED.search(words) else (value * 100, value)
    elif dimension(stated.unit) == "money":
        other = convert(value, "元", stated.unit)
    return other if other is not None and abs(other - stated.value) <= stated.half else usual


def _candidates(tokens: list[Token], computed: Decimal, stated: Figure) -> Iterator[Candidate]:
    """Slips of a rate: the rest of the whole, one operand with its point moved."""
    if stated.is_percent and 0 < computed < 100:
        yield Candidate(f"写成了与它互补的比率（100% − {exactly(computed)}%）", 100 - computed)
    for at, token in enumerate(tokens):
        if token.kind != "number" or not token.value:
            continue
        for power in (1, -1):
            moved = Token("number", token.text, token.value.scaleb(power))
            try:
                value = evaluate([*tokens[:at], moved, *tokens[at + 1 :]])
            except ExpressionError:
                continue
            told = f"把{token.text}的小数点点错了一位"
            yield Candidate(told, value * 100 if stated.is_percent else value)


def _value(figure: Figure | None, named: dict[str, Figure]) -> Decimal | None:
    """An operand in the unit of the first one."""
    return figure.within(next(iter(named.values())).unit) if figure else None


def _shown(words: str, named: dict[str, Figure]) -> str:
    shown = " ".join(words.split())
    shown = shown[1:] if shown.startswith("(") and shown.count("(") > shown.count(")") else shown
    for name in sorted(named, key=len, reverse=True):
        shown = shown.replace(name, named[name].told())
    return shown.replace("*", "×").replace("/", "÷").replace(" ", "")


def _operands(reading: Reading, number: int, words: str) -> dict[str, Figure]:
    """The figures that a formula in words names; empty where one of them can't be told for certain."""
    try:
        names = {token.text for token in read_expression(words) if token.kind == "word"}
    except ExpressionError:
        return {}
    near = reading.figures.all[max(0, number - _NEAR) : number]
    found: dict[str, Figure] = {}
    for name in names:
        figure = _named(reading, near, name)
        if figure is None:
            return {}
        found[name] = figure
    return found


def _named(reading: Reading, near: tuple[Figure, ...], name: str) -> Figure | None:
    """The one figure of that name and year before the formula."""
    wanted, last = _IDLE.sub("", name_of(name)), bool(_LAST_YEAR.search(name))
    if len(wanted) < _LEAST_NAME:
        return None
    found: list[Figure] = []
    called = ""
    for figure in near:
        label = reading.label(figure)
        called = _IDLE.sub("", label.name) or called
        if label.role != "amount" or figure.is_percent:
            continue
        is_last = label.last_year or (
            label.year is not None and reading.year is not None and label.year < reading.year
        )
        if is_last == last and called.endswith(wanted):
            found.append(figure)
    values = {(figure.value, figure.unit) for figure in found}
    return found[-1] if len(values) == 1 else None
