"""Lists of parts in a sentence: …合计X，其中：a A，b B; X（a A、b B）; 主要用于a A、b B."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from scoring.engine.claims.text.amounts import Amount
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.labels import name_of
from scoring.engine.claims.text.outline import Kind, Outline

# How surely the words say that parts follow: 其中 does, a bare bracket may, 主要是 often tells something else.
Strength = Literal["sure", "bracket", "loose"]

_MOST_PARTS = 40
_MOST_TOKENS = 300
_MOST_TOTALS = 6
_MOST_INNER = 3
_MOST_LISTS = 40
_BACK = 60
_LATER, _LATER_TOKENS = 3, 60
# Words between the total and 用于 that name nothing else.
_NO_SUBJECT = frozenset(
    "资金 经费 款项 支出 收入 费用 该项资金 该资金 该项支出 项目 主要 资金主要 具体 全部 经费主要 内容 具体内容".split()
)
_WHOLE_WORDS = re.compile(
    r"分别(?:为|是)|分为|组成|构成|以下[两三四五六七八九几]?个?[项类方面]|如下|全部|[两二三四五六七八九]个?(?:方面|部分|大?类|项)"
)


@dataclass(frozen=True, slots=True)
class Part:
    """An amount of a list. `gap` is the strongest stop before it, `nested` whether 其中 or its like stands before it."""

    amount: Amount
    gap: Kind
    nested: bool = False
    share: Figure | None = None

    @property
    def name(self) -> str:
        return self.amount.name


@dataclass(frozen=True, slots=True)
class PartList:
    """Parts with what they may be parts of, nearest first. `end` is the token that ended them.

    `whole` says that the words announce all parts, `of_which` that the word is 其中,
    `beside` that nothing stands between the total and the list.
    """

    strength: Strength
    totals: tuple[Amount, ...]
    parts: tuple[Part, ...]
    end: int = -1
    whole: bool = False
    of_which: bool = False
    beside: bool = False

    def later(self, outline: Outline) -> tuple[Part, ...]:
        """The first amounts of the sentences that follow."""
        return _later(outline, self.end) if self.end >= 0 else ()


def part_lists(outline: Outline) -> Iterator[PartList]:
    """Every list of parts in running text, in order."""
    opened = 0
    for at, token in enumerate(outline.tokens):
        if Kind.STOP <= token.kind <= Kind.CELL:
            opened = 0
        # A sentence with more of them is no sentence.
        elif Kind.COLON <= token.kind <= Kind.LOOSE and opened < _MOST_LISTS:
            opened += token.kind >= Kind.SURE
            found = _opened(outline, at)
            if found is not None:
                yield found


def _opened(outline: Outline, at: int) -> PartList | None:
    kind = outline.tokens[at].kind
    found = None
    if kind in (Kind.SURE, Kind.LOOSE) and not _follows_opening(outline, at):
        found = _worded(outline, at)
    elif kind in (Kind.OPEN, Kind.COLON):
        found = _behind_figure(outline, at)
    return found if found and found.totals and found.parts else None


def _follows_opening(outline: Outline, at: int) -> bool:
    """Whether a bracket or another such word has opened the list already: （其中包括：."""
    before = outline.tokens[at - 1] if at else None
    if before is None or before.kind not in (Kind.OPEN, Kind.SURE, Kind.LOOSE, Kind.COLON):
        return False
    between = outline.text[before.end : outline.tokens[at].start]
    opened = before.kind != Kind.COLON or _is_figure(outline, at - 2)
    return opened and not between.strip(" ，：")


def _is_figure(outline: Outline, at: int) -> bool:
    return at >= 0 and outline.tokens[at].amount is not None


def _worded(outline: Outline, at: int) -> PartList | None:
    token = outline.tokens[at]
    text = outline.text
    before = outline.tokens[at - 1].end if at else 0
    of_which = text.startswith("其中", token.start)
    if of_which:
        totals = _before(outline, at, sentences=2)
    else:
        subject = name_of(text[max(before, token.start - 40) : token.start])
        if subject and subject not in _NO_SUBJECT and outline.tokens[at - 1].kind != Kind.AMOUNT:
            totals = _named(outline, at, subject)
        else:
            totals = _before(outline, at, sentences=2)[:1]
    if not totals:
        return None
    parts, end = _parts(outline, at + 1, _closing(outline, at), patient=of_which)
    return PartList(
        strength="sure" if token.kind == Kind.SURE else "loose",
        totals=totals,
        parts=parts,
        end=end,
        whole=_is_whole(outline, token.start, parts),
        of_which=of_which,
    )


def _behind_figure(outline: Outline, at: int) -> PartList | None:
    """A bracket or colon right behind an amount."""
    text, token = outline.text, outline.tokens[at]
    place = at - 1
    while place > 0 and outline.tokens[place].kind == Kind.COMMA:
        place -= 1
    if not _is_figure(outline, place) or text[outline.tokens[place].end : token.start].strip(" ，的"):
        return None
    total = outline.tokens[place].amount
    assert total is not None
    behind = at + 1
    while behind < len(outline.tokens) and outline.tokens[behind].kind in (Kind.SURE, Kind.LOOSE, Kind.COLON):
        behind += 1
    is_sure = any(other.kind == Kind.SURE for other in outline.tokens[at:behind])
    closing = outline.pair(at)
    parts, end = _parts(outline, behind, closing)
    return PartList(
        strength="sure" if is_sure else "bracket",
        totals=_with_stages(outline, place, total),
        parts=parts,
        end=-1 if token.kind == Kind.OPEN else end,
        whole=_is_whole(outline, token.start, parts),
        of_which=outline.text.startswith("其中", outline.tokens[behind - 1].start),
        beside=True,
    )


def _is_whole(outline: Outline, start: int, parts: tuple[Part, ...]) -> bool:
    """Whether the words between total and parts say that these are all parts."""
    end = parts[0].amount.start if parts else start
    return bool(_WHOLE_WORDS.search(outline.text, max(0, start - 12), min(end, start + 60)))


def _with_stages(outline: Outline, place: int, total: Amount) -> tuple[Amount, ...]:
    return total, *(other for other in _before(outline, place, sentences=1) if other.stage != total.stage)


def _before(outline: Outline, at: int, sentences: int) -> tuple[Amount, ...]:
    """Amounts before a token that may be its total, nearest first: of its sentence, else of the one before."""
    found: list[Amount] = []
    place, lowest = at - 1, max(0, at - _BACK)
    while place >= lowest and len(found) < _MOST_TOTALS:
        token = outline.tokens[place]
        if token.kind == Kind.CELL:
            break
        if token.kind in (Kind.STOP, Kind.LINE):
            sentences -= 1
            if found or not sentences:
                break
        elif token.kind == Kind.CLOSE and outline.pair(place) >= 0:
            place = outline.pair(place)
        elif token.amount is not None:
            found.append(token.amount)
        place -= 1
    return tuple(found)


def _named(outline: Outline, at: int, subject: str) -> tuple[Amount, ...]:
    """The nearest amount before that goes by a name: 项目支出491.77万元。…项目支出主要用于…"""
    for place in range(at - 1, max(-1, at - _BACK), -1):
        token = outline.tokens[place]
        if token.kind == Kind.CELL:
            break
        if token.amount is not None and token.amount.name and token.amount.name.endswith(subject):
            return (token.amount,)
    return ()


def _closing(outline: Outline, at: int) -> int:
    """The token that closes the bracket around a token; -1 where there is none."""
    depth = 0
    for place in range(at - 1, max(-1, at - _BACK), -1):
        token = outline.tokens[place]
        if token.kind >= Kind.STOP and token.kind <= Kind.CELL:
            break
        if token.kind == Kind.CLOSE:
            depth += 1
        elif token.kind == Kind.OPEN:
            if not depth:
                return outline.pair(place)
            depth -= 1
    return -1


def _parts(outline: Outline, at: int, closing: int, *, patient: bool = False) -> tuple[tuple[Part, ...], int]:
    """The amounts from a token to the end of its sentence or bracket, and the token that ended them.

    `patient` waits for the first amount beyond a semicolon: 其中：因公出国没有；公务接待费4.2万元.
    A list too long to be read to its end has no parts.
    """
    parts: list[Part] = []
    gap, nested = Kind.AND, False
    place = at
    while place < len(outline.tokens):
        token = outline.tokens[place]
        if place == closing or _ends_list(outline, place, begun=patient or bool(parts)):
            break
        if place - at > _MOST_TOKENS or len(parts) > _MOST_PARTS:
            return (), place
        if token.kind == Kind.OPEN:
            place = outline.pair(place)
        elif token.kind <= Kind.SEMICOLON:
            gap = max(gap, token.kind)
        elif token.kind in (Kind.SURE, Kind.LOOSE):
            nested = bool(parts)
        elif token.amount is not None and nested and sum(part.nested for part in parts) == _MOST_INNER:
            # So many lists in one another can't be told apart.
            return (), place
        elif token.amount is not None:
            parts.append(Part(token.amount, gap, nested))
            gap, nested = Kind.AND, False
        elif token.kind == Kind.SHARE and parts and parts[-1].share is None:
            parts[-1] = replace(parts[-1], share=token.figure)
        place += 1
    return tuple(parts), place


def _ends_list(outline: Outline, at: int, *, begun: bool) -> bool:
    token = outline.tokens[at]
    if token.kind == Kind.OPEN:
        return outline.pair(at) < 0
    if token.kind == Kind.SEMICOLON:
        return not begun
    return token.kind == Kind.CLOSE or Kind.STOP <= token.kind <= Kind.CELL


def _later(outline: Outline, at: int) -> tuple[Part, ...]:
    """The first amounts of the next sentences, as far as they begin with one: 。公用经费123.43万元，…"""
    found: list[Part] = []
    place, limit = at, min(len(outline.tokens), at + _LATER_TOKENS)
    while place < limit and len(found) < _LATER:
        token = outline.tokens[place]
        if token.kind == Kind.CELL:
            break
        if token.kind in (Kind.STOP, Kind.LINE):
            while place + 1 < limit and outline.tokens[place + 1].kind == Kind.LINE:
                place += 1
            first = outline.tokens[place + 1].amount if place + 1 < limit else None
            if first is None:
                break
            found.append(Part(first, Kind.STOP))
        place += 1
    return tuple(found)
