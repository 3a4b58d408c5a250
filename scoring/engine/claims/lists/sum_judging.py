"""Whether parts add up to their total, and how that is told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from scoring.engine.claims.claim import Claim, Verdict
from scoring.engine.claims.lists.list_readings import Parts, once
from scoring.engine.claims.text.amounts import Amount
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.reading import Judged, Reading
from scoring.engine.claims.verdicts import sum_verdict
from scoring.engine.numbers import plain
from scoring.engine.precision import significant_digits

_MOST_TOLD = 8
_NEAR = 3
# A beginning of a list that gives a number of so few digits may do so by chance.
_LEAST_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Sum:
    """A total with the parts that it is compared with. `doubt` is asked where the comparison isn't certain."""

    total: Amount
    parts: tuple[Amount, ...]
    verdict: Verdict
    cause: str = ""
    doubt: str = ""


def size_of(parts: Iterable[Amount]) -> Decimal:
    """The sum in the base unit."""
    return sum((part.size for part in parts), Decimal(0))


def verdict_on(total: Amount, parts: Sequence[Amount]) -> Verdict:
    """How a total agrees with the sum of its parts."""
    return sum_verdict(total.figure, size_of(parts) / total.scale, [part.figure for part in parts])[0]


def agrees(total: Amount, parts: Sequence[Amount]) -> bool:
    """Whether the parts add up to the total, but for the last digits."""
    return verdict_on(total, parts) in ("consistent", "rounding")


def agreeing(total: Amount, readings: Iterable[Parts]) -> Sum | None:
    """The reading of a list, or beginning of one, that adds up to the total; an exact one before one that nearly does."""
    nearly: Sum | None = None
    for reading in readings:
        for parts in _beginnings(total, reading):
            verdict = verdict_on(total, parts) if total.size or any(part.size for part in parts) else "check"
            if verdict == "consistent":
                return Sum(total, parts, verdict)
            if verdict == "rounding" and nearly is None:
                nearly = Sum(total, parts, verdict)
    return nearly


def _beginnings(total: Amount, reading: Parts) -> list[tuple[Amount, ...]]:
    """Beginnings of two parts or more that come near the total, of the list and of the list without repetitions.

    The longest come first: parts of zero at the end belong to the list.
    """
    found: list[tuple[Amount, ...]] = []
    may_be_chance = significant_digits(total.figure.value) < _LEAST_DIGITS
    unique = once(reading)
    for parts in (reading,) if len(unique) == len(reading) else (reading, unique):
        amounts = tuple(part.amount for part in _without_zeros(parts))
        near = _NEAR * max((amount.last_digit for amount in amounts), default=total.last_digit)
        size = Decimal(0)
        for number, amount in enumerate(amounts, start=1):
            size += amount.size
            if number > 1 and abs(size - total.size) <= max(near, total.last_digit):
                if may_be_chance and any(one.name and one.size for one in amounts[number:]):
                    continue
                found.append(amounts[:number])
    return sorted(found, key=len, reverse=True)


def _without_zeros(parts: Parts) -> Parts:
    """The list without zeros at its end that a stronger stop than the others keeps apart."""
    end = len(parts)
    while end > 2 and not parts[end - 1].amount.size and parts[end - 1].gap > parts[end - 2].gap:
        end -= 1
    return parts[:end]


def claim_of(reading: Reading, found: Sum) -> Claim:
    """The claim with its arithmetic in words."""
    total, parts = found.total, found.parts
    computed = size_of(parts) / total.scale
    stated = total.figure
    told = f"{_told(total, parts)} = {plain(computed)}{stated.unit}"
    if found.verdict == "consistent" and computed == stated.value:
        reason = f"{told}，与文中一致。"
    else:
        reason = f"{told}，文中写{stated.told()}，相差{plain(abs(computed - stated.value))}{stated.unit}"
        reason += {"consistent": "，四舍五入后一致", "rounding": "，属尾数误差"}.get(found.verdict, "")
        tail = "" if found.verdict in ("consistent", "rounding") else found.cause or found.doubt
        reason += f"；{tail}。" if tail else "。"
    figures = [part.figure for part in parts]
    return reading.claim("sum", stated, Judged(found.verdict, computed, reason), figures)


def _told(total: Amount, parts: Sequence[Amount]) -> str:
    """1707.14+1970.96, with units where they differ; a long list by its first and last item."""
    units = {part.figure.unit for part in parts}
    if len(parts) > _MOST_TOLD:
        first, last = parts[0], parts[-1]
        if first.name == last.name:
            return f"{len(parts)}项{first.name}之和"
        return f"{_item(first)}至{_item(last)}共{len(parts)}项之和"
    if units <= {total.figure.unit}:
        return "+".join(_signed(part.figure) for part in parts)
    return "+".join(part.figure.told() for part in parts)


def _item(amount: Amount) -> str:
    return f"{amount.name}{amount.figure.told()}"


def _signed(figure: Figure) -> str:
    return f"({plain(figure.value)})" if figure.value < 0 else plain(figure.value)
