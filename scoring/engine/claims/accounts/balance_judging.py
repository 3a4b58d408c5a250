"""Whether an account closes, and how that is told."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from scoring.engine.claims.claim import Claim, Verdict
from scoring.engine.claims.text.amounts import Amount
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.reading import Judged, Reading
from scoring.engine.claims.verdicts import sum_verdict
from scoring.engine.likely_causes import Candidate
from scoring.engine.numbers import plain


@dataclass(frozen=True, slots=True)
class Account:
    """A figure that follows from others: `plus` less `minus`.

    `surely` where the words leave no other reading than `otherwise`.
    """

    stated: Amount
    plus: tuple[Amount, ...]
    minus: tuple[Amount, ...]
    surely: bool
    otherwise: "Account | None" = None

    @property
    def operands(self) -> list[Figure]:
        """The figures that it follows from."""
        return [amount.figure for amount in (*self.plus, *self.minus)]

    @property
    def computed(self) -> Decimal:
        """What the others give, in the stated figure's unit."""
        size = sum((amount.size for amount in self.plus), Decimal(0))
        return (size - sum((amount.size for amount in self.minus), Decimal(0))) / self.stated.scale


def claim_of(reading: Reading, account: Account) -> Claim | None:
    """The claim with its arithmetic; None where the figures may be meant otherwise."""
    if account.otherwise is not None and not _agrees(account) and _agrees(account.otherwise):
        account = account.otherwise
    stated, computed = account.stated.figure, account.computed
    if not stated.value and not any(operand.value for operand in account.operands):
        return None
    verdict, cause = sum_verdict(stated, computed, account.operands, causes=_causes(account))
    settled = _settled(account, verdict, cause)
    if settled is None:
        return None
    reason = f"{_told(account)} = {plain(computed)}{stated.unit}"
    apart = abs(stated.value - computed)
    if not apart:
        reason += "，与文中一致"
    else:
        reason += f"，文中写{stated.told()}，相差{plain(apart)}{stated.unit}"
    reason += f"；{cause}。" if cause and settled != "rounding" else "。"
    return reading.claim("balance", stated, Judged(settled, computed, reason), account.operands)


def _agrees(account: Account) -> bool:
    verdict, _ = sum_verdict(account.stated.figure, account.computed, account.operands)
    return verdict in ("consistent", "rounding")


def _settled(account: Account, verdict: Verdict, cause: str) -> Verdict | None:
    """What may be said of a figure that doesn't follow: wrong where the words are sure, a question where a slip shows."""
    if verdict != "inconsistent" or account.surely:
        return verdict
    return "check" if cause else None


def _causes(account: Account) -> Iterator[Candidate]:
    """What is left out of an account most often."""
    computed, scale = account.computed, account.stated.scale
    for amount in account.plus:
        yield Candidate(f"漏加了{amount.name}{amount.figure.told()}", computed - amount.size / scale)
    for amount in account.minus:
        yield Candidate(f"漏减了{amount.name}{amount.figure.told()}", computed + amount.size / scale)


def _told(account: Account) -> str:
    units = {amount.figure.unit for amount in (account.stated, *account.plus, *account.minus)}
    plus = "+".join(_written(amount, units) for amount in account.plus)
    minus = "".join(f"-{_written(amount, units)}" for amount in account.minus)
    return plus + minus


def _written(amount: Amount, units: set[str]) -> str:
    return plain(amount.figure.value) if len(units) == 1 else amount.figure.told()
