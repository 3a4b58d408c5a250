"""Literal sentences against what a reader makes of them."""

from collections.abc import Callable, Iterator

from scoring.engine.claims.claim import Claim
from scoring.engine.claims.text.prose import Prose
from scoring.engine.claims.text.reading import Reading

Find = Callable[[Reading], Iterator[Claim]]


def claims(find: Find, text: str) -> list[Claim]:
    """What a reader finds in a text, in its order."""
    return list(find(Reading(Prose(text))))


def verdicts(find: Find, text: str) -> list[tuple[str, str, str]]:
    """Verdict, stated and computed of what a reader finds."""
    return [(claim.verdict, claim.stated, claim.computed) for claim in claims(find, text)]
