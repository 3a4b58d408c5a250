"""Totals of parts that running text lists: …合计X，其中：a A，b B; X（a A、b B）; a A，b B，合计X."""

from collections.abc import Iterator

from scoring.engine.claims.claim import Claim
from scoring.engine.claims.lists.closing_totals import closing_totals
from scoring.engine.claims.lists.item_lists import item_lists
from scoring.engine.claims.lists.listed_sums import listed_sums
from scoring.engine.claims.lists.sum_judging import claim_of
from scoring.engine.claims.lists.unmarked_sums import following_parts, next_sentences
from scoring.engine.claims.text.outline import outline_of
from scoring.engine.claims.text.reading import Reading

# In the order in which they are believed where two see parts of one total.
_FINDERS = (listed_sums, item_lists, closing_totals, next_sentences, following_parts)


def find(reading: Reading) -> Iterator[Claim]:
    """Every total with the parts that stand beside it, once."""
    outline = outline_of(reading)
    seen: set[int] = set()
    for finder in _FINDERS:
        for found in finder(outline):
            if found.total.start not in seen:
                seen.add(found.total.start)
                yield claim_of(reading, found)
