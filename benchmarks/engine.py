"""Scorecards per second on one core, beside what would be used instead: the same rows in a spreadsheet.

    .venv/bin/python benchmarks/engine.py [--cards 100000] [--corpus DIRECTORY]

Prints JSON lines; `ratio` is how many times the engine is faster. DIRECTORY holds filings as `*.json` like those in
reports/example/filings, which are used without it. A rival that isn't installed is said to be absent.
"""

import argparse
import json
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.support.forty_rows import (  # noqa: E402  (the project is not installed, only checked out)
    filing_of,
    form_of,
    inputs_of,
    write_sheet,
)
from scoring.engine.content import Content, read_content  # noqa: E402
from scoring.engine.facts import FactBook  # noqa: E402
from scoring.engine.formula import compile_formula  # noqa: E402
from scoring.engine.loading import load_scheme_text  # noqa: E402
from scoring.engine.scheme import Scheme  # noqa: E402
from scoring.engine.score import score  # noqa: E402

ROWS = 40
SHEETS = 40
ROUNDS = 3
FILINGS = 31
DIGITS = re.compile(r"\d+")
CODES = ("id", "code", "level1", "level2")
TEXTS = ("name", "target", "actual", "reason", "detail", "measure", "process")
NARRATIVE = 12


def say(what: str, **figures: Any) -> None:
    print(json.dumps({"benchmark": "engine", "what": what, **figures}, ensure_ascii=False), flush=True)


def cpu_ms(work: Callable[[Content], object], filings: list[Content]) -> float:
    """CPU milliseconds per filing, the best of three rounds, for the machine is shared.

    The first filing only warms up. Each other one is worked on once, so that nothing of it is remembered.
    """
    work(filings[0])
    rounds = []
    for start in range(ROUNDS):
        fresh = filings[start + 1 :: ROUNDS]
        began = time.process_time()
        for filing in fresh:
            work(filing)
        rounds.append((time.process_time() - began) / len(fresh))
    return min(rounds) * 1000


def whole_scorecards(form: Scheme, filings: list[Content]) -> float:
    own = cpu_ms(lambda filing: score(filing, form), filings)
    say("scorecard", rows=ROWS, cpu_ms=round(own, 3), per_second=round(1000 / own))
    return own


def bare_formulas(form: Scheme, filings: list[Content], own: float) -> None:
    """The same formulas through the evaluator alone: no rules, no sentences, no checks."""
    formulas = [compile_formula(f"a{n} / b{n} * 100") for n in range(ROWS)]

    def work(filing: Content) -> None:
        book = FactBook(form, filing)
        for formula in formulas:
            formula.evaluate(book.value)

    bare = cpu_ms(work, filings)
    say("bare formulas", rows=ROWS, cpu_ms=round(bare, 3), ratio=round(bare / own, 3))


def formula_library(filings: list[Content], own: float) -> None:
    """The workbook compiled once by the `formulas` package, then called with each filing's figures."""
    try:
        import formulas
    except ImportError:
        say("spreadsheet by a formula library", absent="formulas")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.xlsx"
        first = inputs_of(filings[0])
        write_sheet(path, ROWS, first)
        model = formulas.ExcelModel().loads(str(path)).finish()
        place = "'[rows.xlsx]SHEET'!{}"
        outputs = [place.format(f"F{n + 1}") for n in range(ROWS + 1)] + [place.format(f"G{ROWS + 1}")]
        compiled = model.compile(inputs=[place.format(cell) for cell in first], outputs=outputs)
    rival = cpu_ms(lambda filing: compiled(*inputs_of(filing).values()), filings[:100])
    say("spreadsheet by a formula library", cpu_ms=round(rival, 3), ratio=round(rival / own, 1))


def office(filings: list[Content], own: float) -> None:
    """Headless LibreOffice recalculates many workbooks in one run; its start is taken off."""
    program = shutil.which("soffice")
    if program is None:
        say("spreadsheet by LibreOffice", absent="soffice")
        return
    with tempfile.TemporaryDirectory() as folder:
        one, many = Path(folder) / "one", Path(folder) / "many"
        for place, count in ((one, 1), (many, SHEETS + 1)):
            place.mkdir()
            for number, filing in enumerate(filings[:count]):
                write_sheet(place / f"{number}.xlsx", ROWS, inputs_of(filing))
        seconds = [_converted(program, place, Path(folder)) for place in (one, one, many)]
    rival = (seconds[2] - seconds[1]) * 1000 / SHEETS
    say("spreadsheet by LibreOffice", wall_ms=round(rival, 1), ratio=round(rival / own, 1))


def _converted(program: str, sheets: Path, folder: Path) -> float:
    """Wall seconds of one conversion of all sheets to csv, which makes LibreOffice calculate them."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [program, "--headless", profile, "--convert-to", "csv", "--outdir", str(folder / "out")]
    began = time.monotonic()
    subprocess.run(
        [*command, *map(str, sorted(sheets.iterdir()))], check=True, capture_output=True, timeout=300
    )
    return time.monotonic() - began


def by_size(chance: random.Random) -> None:
    """Time per row from 10 to 1,000 rows."""
    for rows, cards in ((10, 400), (40, 200), (100, 80), (300, 30), (1000, 10)):
        form = form_of(rows)
        own = cpu_ms(
            lambda filing, form=form: score(filing, form), [filing_of(form, chance) for _ in range(cards)]
        )
        say("time per row", rows=rows, us_per_row=round(own * 1000 / rows, 1))


def published_forms(folder: Path, chance: random.Random) -> None:
    """The example filings: as filed by other bureaus, the very same again, and with other digits in every cell.

    With other digits next to nothing agrees any more, so a cause is searched for everywhere.
    """
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        scheme = ROOT / "scoring" / "schemes" / f"{data['scheme']}.yaml"
        form = load_scheme_text(scheme.read_text(encoding="utf-8"), scheme.name)
        filed = [_changed(data, form, _retyped(number)) for number in range(FILINGS)]
        varied = [_changed(data, form, _with_other_digits(chance)) for _ in range(FILINGS)]
        first, again, contradictory = (
            round(cpu_ms(lambda filing, form=form: score(filing, form), filings), 2)
            for filings in (filed, [filed[0]] * FILINGS, varied)
        )
        card = score(filed[0], form)
        say(
            "published form",
            filing=path.stem,
            rows=len(card.rows),
            findings=len(card.findings),
            cpu_ms=first,
            again_cpu_ms=again,
            other_digits_cpu_ms=contradictory,
        )


def _changed(data: dict[str, Any], form: Scheme, change: Callable[[str, str], str]) -> Content:
    """The filing with its cells changed, of which `change` gets the key and the text; codes stay."""

    def changed(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: changed(each, name) for name, each in value.items()}
        if isinstance(value, list):
            return [changed(each) for each in value]
        return change(key, value) if isinstance(value, str) and key not in CODES else value

    content = {"year": data["year"], "title": data["title"], "scheme_code": form.code}
    return read_content(content | {"scheme_version": form.version, "sections": changed(data["sections"])})


def _retyped(number: int) -> Callable[[str, str], str]:
    """The same words in other cells than those before: each text ends with `number` blanks."""
    return lambda key, text: text + " " * number if key in TEXTS or len(text) >= NARRATIVE else text


def _with_other_digits(chance: random.Random) -> Callable[[str, str], str]:
    return lambda key, text: DIGITS.sub(lambda found: str(chance.randrange(10 ** len(found[0]))), text)


def memory(form: Scheme, filings: list[Content], cards: int) -> None:
    """The process's largest memory after a tenth of the scorecards and after all of them."""

    def peak() -> float:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

    began, marks = time.monotonic(), [peak()]
    for number in range(cards):
        score(filings[number % len(filings)], form)
        if number + 1 in (cards // 10, cards):
            marks.append(peak())
    seconds = time.monotonic() - began
    before, tenth, end = (round(mark, 1) for mark in marks)
    say(
        "memory",
        cards=cards,
        seconds=round(seconds),
        mb_before=before,
        mb_at_a_tenth=tenth,
        mb_at_the_end=end,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, default=100_000, help="scorecards of the memory measurement")
    parser.add_argument("--corpus", type=Path, default=ROOT / "reports" / "example" / "filings")
    options = parser.parse_args()
    chance = random.Random(7)
    form = form_of(ROWS)
    filings = [filing_of(form, chance) for _ in range(500)]
    own = whole_scorecards(form, filings)
    bare_formulas(form, filings, own)
    formula_library(filings, own)
    office(filings, own)
    by_size(chance)
    published_forms(options.corpus, chance)
    memory(form, filings, options.cards)


if __name__ == "__main__":
    main()
