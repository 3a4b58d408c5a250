"""W_MIN2: a typed row that carries too much: more than one row should, or the whole of its level."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.results import Finding

# Satisfaction has 10 points (财预〔2020〕10号) and usually one row.
SMALL_LEVEL = Decimal(10)


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """Weight above `standards.most_weight`, or all points of a level in one row. Off without `most_weight`."""
    most = context.scheme.standards.most_weight
    typed = [row for row in context.rows if row.filed.typed and row.weight]
    rows_of = Counter(row.filed.given.level1 for row in typed)
    for row in typed if most is not None else ():
        name, weight, level = row.filed.given.name, row.weight, row.filed.given.level1
        above = most is not None and weight > most
        words = [f"超过单项上限 {figure(most)} 分"] if above else []
        if level and rows_of[level] == 1 and weight > SMALL_LEVEL:
            words.append(f"是{level}唯一的计分指标")
        if words:
            message = f"{name}分值 {figure(weight)}，{'，'.join(words)}，建议分解为几项指标。"
            yield check.finding(row.at("weight"), message, stated=weight, computed=most if above else None)


CHECK = Check("W_MIN2", "单项指标分值过高", "information", find)
