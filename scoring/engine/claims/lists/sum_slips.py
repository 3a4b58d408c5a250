"""What a clerk may have done where parts don't add up to their total."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import partial
from itertools import pairwise

from scoring.engine.claims.text.amounts import Amount
from scoring.engine.claims.verdicts import SUM_DIGITS
from scoring.engine.likely_causes import Candidate
from scoring.engine.numbers import plain
from scoring.engine.precision import significant_digits

LEAST_DIGITS = 3
_LEAST_PART_DIGITS = 2
_SHIFTS = (1, -1, 2, -2)


def slips(parts: Iterable[Amount], total: Amount, nearby: Iterable[Amount] = ()) -> Iterator[Candidate]:
    """Other sums that give the stated total, but for the last digits, in its unit."""
    amounts = list(parts)
    computed = sum((amount.size for amount in amounts), Decimal(0))
    near = SUM_DIGITS * total.last_digit if total.figure.places else total.last_digit / 2
    for words, size in _other_sums(amounts, computed):
        if abs(size - total.size) <= near:
            yield Candidate(words, total.figure.value)
    for amount in nearby:
        yield Candidate(partial(_told, "漏列了{}", amount), (computed + amount.size) / total.scale)


def _other_sums(amounts: list[Amount], computed: Decimal) -> Iterator[tuple[Callable[[], str], Decimal]]:
    for amount in amounts:
        if significant_digits(amount.figure.value) < _LEAST_PART_DIGITS:
            continue
        without = computed - amount.size
        yield partial(_told, "漏加了{}", amount), without
        yield partial(_told, "重复计算了{}", amount), computed + amount.size
        for shift in _SHIFTS:
            yield partial(_told, "把{}点错了小数点", amount), without + amount.size.scaleb(shift)
        for swapped in _swapped(amount.figure.value):
            yield partial(_told, "把{}写颠倒了两位数字", amount), without + swapped * amount.scale


def _told(words: str, amount: Amount) -> str:
    return words.format(f"{amount.name}{amount.figure.told()}")


def _swapped(value: Decimal) -> Iterator[Decimal]:
    """The number with two neighbouring digits changed places."""
    text = plain(abs(value))
    digits = [at for at, char in enumerate(text) if char != "."]
    for one, other in pairwise(digits):
        if text[one] != text[other]:
            chars = list(text)
            chars[one], chars[other] = chars[other], chars[one]
            yield Decimal("".join(chars)) * (-1 if value < 0 else 1)
