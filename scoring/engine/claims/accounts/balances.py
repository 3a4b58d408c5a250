"""Accounts that close: 收入+年初结转=支出+年末结转, 结余=收入-支出, 原值-折旧=净值, 期初+增加-减少=期末."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from scoring.engine.claims.accounts.account_names import Entry, change_of, entry_of
from scoring.engine.claims.accounts.balance_judging import Account, claim_of
from scoring.engine.claims.claim import Claim
from scoring.engine.claims.text.amounts import Amount
from scoring.engine.claims.text.outline import Kind, Outline, outline_of
from scoring.engine.claims.text.reading import Reading

# How far back an account reaches: to the sentence before.
_SENTENCES = 1
_MOST_CHANGES = 8


@dataclass(slots=True)
class _Book:
    """The last figure of each entry, with the sentence it stands in; `twice` are entries that stand there again."""

    entries: dict[Entry, tuple[Amount, int]] = field(default_factory=dict)
    twice: set[Entry] = field(default_factory=set)
    changes: list[Amount] = field(default_factory=list)

    def write(self, entry: Entry, amount: Amount, sentence: int) -> None:
        if self.get(entry, sentence) is not None:
            self.twice.add(entry)
        self.entries[entry] = (amount, sentence)

    def get(self, entry: Entry, sentence: int) -> Amount | None:
        amount, written = self.entries.get(entry, (None, -9))
        return amount if sentence - written <= _SENTENCES else None

    def forget(self, *entries: Entry) -> None:
        for entry in entries:
            self.entries.pop(entry, None)
            self.twice.discard(entry)


def find(reading: Reading) -> Iterator[Claim]:
    """Every account whose figures all stand in one or two neighbouring sentences."""
    for account in _accounts(outline_of(reading)):
        claim = claim_of(reading, account)
        if claim is not None:
            yield claim


def _accounts(outline: Outline) -> Iterator[Account]:
    book, sentence = _Book(), 0
    inside = False
    for token in outline.tokens:
        if token.kind == Kind.CELL:
            book, inside = _Book(), False
        elif token.kind in (Kind.STOP, Kind.LINE):
            sentence, inside = sentence + 1, False
            book.changes.clear()
        elif token.kind == Kind.SEMICOLON:
            inside = False
        elif token.kind == Kind.SURE:
            # What follows 其中 are parts of a figure, not figures of the account.
            inside = True
        elif token.amount is not None and not inside:
            yield from _booked(book, token.amount, sentence)


def _booked(book: _Book, amount: Amount, sentence: int) -> Iterator[Account]:
    """Writes an amount down; the accounts that it completes."""
    if change_of(amount) and len(book.changes) < _MOST_CHANGES:
        book.changes.append(amount)
    entry = entry_of(amount)
    if entry is None:
        return
    book.write(entry, amount, sentence)
    if entry in ("closing", "surplus", "remainder"):
        yield from _surplus(book, entry, amount, sentence)
    elif entry in ("cost", "depreciation", "net"):
        yield from _asset(book, sentence)
    elif entry == "start":
        book.changes.clear()
    elif entry == "end":
        yield from _stock(book, amount, sentence)


def _surplus(book: _Book, entry: Entry, stated: Amount, sentence: int) -> Iterator[Account]:
    """结余=收入-支出, with what was left of the year before where the text names it."""
    income, spending = book.get("income", sentence), book.get("spending", sentence)
    opening = book.get("opening", sentence)
    if income is None or spending is None or not income.thing == spending.thing == stated.thing:
        return
    is_sure = not book.twice & {"income", "spending", "opening", entry}
    year = Account(
        stated, (income,), (spending,), surely=is_sure and (opening is not None or entry == "surplus")
    )
    if opening is None or opening.thing != stated.thing:
        yield year
    else:
        whole = Account(stated, (opening, income), (spending,), surely=is_sure)
        if entry != "closing":
            yield replace(year, otherwise=whole)
        else:
            # 收入总计 has the 年初结转 in it.
            yield replace(whole, otherwise=year) if "总" in income.figure.head else whole
    book.forget("income", "spending", "opening", entry)


def _asset(book: _Book, sentence: int) -> Iterator[Account]:
    """净值=原值-累计折旧."""
    cost, depreciation, net = (book.get(entry, sentence) for entry in ("cost", "depreciation", "net"))
    if cost is None or depreciation is None or net is None:
        return
    if cost.thing == depreciation.thing == net.thing:
        yield Account(net, (cost,), (depreciation,), surely=not book.twice & {"cost", "depreciation", "net"})
    book.forget("cost", "depreciation", "net")


def _stock(book: _Book, stated: Amount, sentence: int) -> Iterator[Account]:
    """期末=期初+增加-减少, all in one sentence."""
    start = book.get("start", sentence)
    changes = [change for change in book.changes if change.thing == stated.thing]
    if start is None or start.thing != stated.thing or not changes:
        return
    ups = tuple(change for change in changes if change_of(change) == "up")
    downs = tuple(change for change in changes if change_of(change) == "down")
    # With changes of one kind alone the other kind may have been left out.
    is_sure = "start" not in book.twice and len(ups) == len(downs) == 1
    yield Account(stated, (start, *ups), downs, surely=is_sure)
    book.forget("start", "end")
    book.changes.clear()
