"""How fast prose is checked, how time grows with its length, and what hostile texts cost.

    .venv/bin/python benchmarks/claims.py [--corpus DIRECTORY]

Prints JSON lines. `ratio` compares with merely finding the numbers by a regular expression and dividing each by the
one before it as Decimal, the least that any checker does. DIRECTORY holds texts as `*.txt`, timed as well.
"""

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.support.prose import text_of  # noqa: E402  (the project is not installed, only checked out)
from scoring.engine.claims.checker import check_text  # noqa: E402

KILO, MEGA = 10**3, 10**6
SIZES = (10 * KILO, 100 * KILO, MEGA, 10 * MEGA)
HOSTILE = {
    "nothing but claims": lambda: text_of(MEGA, idle=0),
    "a million digits": lambda: "收入" + "7" * MEGA + "万元",
    "digits and points": lambda: "1.2" * (MEGA // 3),
    "deep brackets": lambda: "（" * (MEGA // 6) + "5" + "）" * (MEGA // 6),
    "brackets round figures": lambda: "(1+" * (MEGA // 3) + "=5%",
    "no punctuation": lambda: "本年支出合计５０万元其中基本支出２０万元" * (MEGA // 57),
    "one endless sentence": lambda: "其中：基本支出20.5万元，占40%，" * (MEGA // 41),
    "one figure again and again": lambda: "项目支出80万元。" * (MEGA // 23),
    "equals signs": lambda: "=1" * (MEGA // 2),
    "open tags": lambda: "<p " * (MEGA // 3),
    "open formulas": lambda: r"\frac{" * (MEGA // 6),
    "tabs": lambda: "1\t" * (MEGA // 2),
    "coded rows": lambda: "2101301\t城乡医疗救助\t2930.72\t0.00\n" * (MEGA // 42),
    "lines": lambda: "1\n" * (MEGA // 2),
    "spaces": lambda: " " * MEGA,
    "Chinese numerals": lambda: "百分之" + "一" * (MEGA // 3),
}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def say(what: str, **figures: Any) -> None:
    print(json.dumps({"benchmark": "claims", "what": what, **figures}, ensure_ascii=False), flush=True)


def cpu(work: Callable[[str], object], text: str, rounds: int = 1) -> float:
    """CPU seconds, the best of some rounds; the machine is shared."""
    taken = []
    for _ in range(rounds):
        began = time.process_time()
        work(text)
        taken.append(time.process_time() - began)
    return min(taken)


def bare(text: str) -> int:
    """Every number of a text, divided by the one before it."""
    before, done = Decimal(1), 0
    for match in _NUMBER.finditer(text):
        value = Decimal(match[0])
        done += bool(before and value / before)
        before = value
    return done


def growth() -> None:
    for size in SIZES:
        text = text_of(size)
        length = len(text.encode())
        rounds = 3 if size <= MEGA else 1
        seconds, least = cpu(check_text, text, rounds), cpu(bare, text, rounds)
        say(
            "prose",
            bytes=length,
            seconds=round(seconds, 3),
            seconds_per_megabyte=round(seconds * MEGA / length, 3),
            ratio=round(seconds / least, 1),
        )


def hostile() -> None:
    for name, write in HOSTILE.items():
        text = write()
        seconds = cpu(check_text, text)
        length = len(text.encode())
        say(
            name,
            bytes=length,
            seconds=round(seconds, 3),
            seconds_per_megabyte=round(seconds * MEGA / length, 3),
        )


def corpus(folder: Path) -> None:
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        found = Counter(claim.verdict for claim in check_text(text))
        say(path.stem, bytes=len(text.encode()), seconds=round(cpu(check_text, text, 3), 3), claims=found)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path)
    options = parser.parse_args()
    growth()
    hostile()
    if options.corpus:
        corpus(options.corpus)


if __name__ == "__main__":
    main()
