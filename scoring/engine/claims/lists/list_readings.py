"""Ways to read a list of parts: where it ends, what belongs to an inner list, what is said twice."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from scoring.engine.claims.lists.part_lists import Part
from scoring.engine.claims.text.amounts import Amount
from scoring.engine.claims.text.outline import Kind

Parts = tuple[Part, ...]

_MOST_READINGS = 12
_MOST_INNER = 3
_LEAST_INNER = 2
# An amount that says something new of the whole and is no part of it: ，实际支出95万元, 结余5万元, 合计100万元.
_NEW_STATEMENT = re.compile(
    r"^(?:实际|本年|当年|全年|年末|年底|总|累计|已|全部|资金)*"
    r"(?:支出|收入|支付|执行|结余|结转|到位|使用|拨付|完成|发放|报销|剩余|上缴|结转结余|结转和结余)"
    r"(?:合计|总额|总计|数|资金|金额|率)*$"
)
_CLOSING = re.compile(
    r"^(?:以上|上述)?(?:[两二三四五六七八九十\d]+[项类])?(?:合计|共计|总计|小计|累计|总共|共)"
)
_LEFT_OVER = re.compile(r"结转|结余")


def members(total: Amount, parts: Iterable[Part]) -> Parts:
    """The parts that count what the total counts, up to the next statement about the whole."""
    kept: list[Part] = []
    for part in parts:
        amount = part.amount
        if _CLOSING.search(amount.figure.head) or (kept and _is_statement(total, amount)):
            break
        if amount.thing == total.thing and amount.role == "amount" and _same_year(total, amount):
            kept.append(part)
    return tuple(kept)


def _is_statement(total: Amount, amount: Amount) -> bool:
    """Whether an amount is told of the whole; of 收入总计 and 支出总计 what is left over is a part."""
    if "总计" in total.figure.head and _LEFT_OVER.search(amount.name):
        return False
    return bool(_NEW_STATEMENT.search(amount.name)) and amount.name != total.name


def _same_year(total: Amount, amount: Amount) -> bool:
    """Whether a part isn't of another year than the total; a total without a year may be of several."""
    if amount.last_year != total.last_year:
        return False
    return amount.year is None or total.year is None or amount.year == total.year


def readings(parts: Parts) -> list[Parts]:
    """Ways to read a list, the most literal first; all of them have at least one part."""
    found: list[Parts] = []
    for reading in _unnested(parts, _MOST_INNER):
        for cut in _cuts(reading):
            if cut and cut not in found:
                found.append(cut)
        if len(found) >= _MOST_READINGS:
            break
    return found


def _unnested(parts: Parts, depth: int) -> Iterator[Parts]:
    """The list without the parts of its parts."""
    at = next((n for n, part in enumerate(parts) if n and part.nested), None)
    if at is None or not depth:
        yield parts
        return
    size = _inner_size(parts, at)
    if parts[at - 1].gap >= Kind.SEMICOLON and at > 1 and parts[0].amount.thing != "money":
        # …，其中行政编制4人；实有人数14人，其中在职14人: the second total is no part of the first.
        yield parts[: at - 1]
    if size:
        yield from _unnested(parts[:at] + parts[at + size :], depth - 1)
        return
    behind = next((n for n in range(at + 1, len(parts)) if parts[n].gap >= Kind.SEMICOLON), None)
    if behind is not None:
        yield from _unnested(parts[:at] + parts[behind:], depth - 1)
    if parts[at - 1].gap > parts[0].gap and at > 1:
        yield parts[: at - 1]
    yield parts[:at]
    yield from _unnested((*parts[:at], _plain(parts[at]), *parts[at + 1 :]), depth - 1)


def _plain(part: Part) -> Part:
    return Part(part.amount, part.gap, share=part.share)


def _inner_size(parts: Parts, at: int) -> int:
    """How many parts from `at` on make up the one before; 0 where none do."""
    whole, total = parts[at - 1].amount.size, Decimal(0)
    for number, part in enumerate(parts[at:], start=1):
        total += part.amount.size
        if total == whole:
            return number
        if total > whole:
            break
    return 0


def _cuts(parts: Parts) -> Iterator[Parts]:
    """The whole list, and what stands before a stronger stop than those between the parts so far."""
    yield parts
    weakest = Kind.LINE
    for at, part in enumerate(parts[1:], start=1):
        if part.gap > weakest and at > 1:
            yield parts[:at]
            return
        weakest = min(weakest, part.gap)


def once(parts: Parts) -> Parts:
    """The list with each item counted once: the same name with the same figure."""
    if len({part.amount.size for part in parts}) == len(parts):
        return parts
    seen: set[tuple[str, Decimal]] = set()
    kept = []
    for part in parts:
        key = (_bare(part.name), part.amount.size)
        if key[0] and part.amount.size and key in seen:
            continue
        seen.add(key)
        kept.append(part)
    return tuple(kept)


def _bare(name: str) -> str:
    """开支培训费 and 培训费 are one item."""
    return re.sub(r"^(?:开支|支出|支付|发放|安排|投入)(?=..)", "", name)


def without_details(parts: Parts) -> Parts:
    """The list without parts that only itemise the one before them, though no word says so."""
    kept: list[Part] = []
    at = 0
    while at < len(parts):
        kept.append(parts[at])
        size = _inner_size(parts, at + 1) if parts[at].amount.size else 0
        at += 1 + (size if size >= _LEAST_INNER else 0)
    return tuple(kept)
