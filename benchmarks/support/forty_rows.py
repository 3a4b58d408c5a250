"""A form of any number of rows with filings of random figures, and the same rows as spreadsheet formulas."""

import random
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from scoring.engine.content import Content, read_content
from scoring.engine.loading import load_scheme_text
from scoring.engine.scheme import Scheme
from scoring.engine.score import score

WEIGHT = Decimal("2.5")
ITEMS = {"one": "1", "two": "1", "three": "0.5"}
BANDS = ((90, "2.5"), (80, "2"), (60, "1.5"))

TOTAL = {"label": "总分", "type": "score", "derived": "self.sum", "stated": True, "check": "T_SUM"}
GRADES = [{"from_score": score, "label": label} for score, label in ((90, "优"), (60, "中"), (0, "差"))]


def form_of(rows: int) -> Scheme:
    """A sound scheme of `rows` rows: execution rates, bands, deductions and checklists in turn."""
    keys = range(rows)
    facts = {
        f"{side}{n}": {"label": f"{name}{n}"}
        for n in keys
        for side, name in (("a", "完成数"), ("b", "预算数"))
    }
    data = {
        "code": "benchmark",
        "version": 1,
        "title": "基准",
        "scope": "overall",
        "total_weight": str(WEIGHT * rows),
        "facts": facts | {"total": TOTAL},
        "indicators": [
            {"id": f"r{n}", "name": f"指标{n}", "level1": "产出", "weight": str(WEIGHT), "rule": _rule(n)}
            for n in keys
        ],
        "sections": [
            {"key": "facts", "title": "数据", "blocks": [{"facts": list(facts)}]},
            {
                "key": "rows",
                "title": "评分",
                "blocks": [{"answers": [f"r{n}" for n in keys]}, {"facts": ["total"]}],
            },
        ],
        "totals": {"official": "total", "sum": "total", "stated": ["total"]},
        "grades": GRADES,
    }
    return load_scheme_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


def _rule(n: int) -> dict[str, Any]:
    rate = f"a{n} / b{n} * 100"
    match n % 4:
        case 0:
            return {"kind": "exec_rate", "numerator": f"a{n}", "denominator": f"b{n}", "over_100": "cap"}
        case 1:
            ends = [None, *(low for low, _ in BANDS)]
            bands = [
                {"low": low, "points": points} | ({"high": high} if high else {})
                for (low, points), high in zip(BANDS, ends, strict=False)
            ]
            return {"kind": "bands", "value": rate, "bands": bands}
        case 2:
            return {"kind": "unit_deduct", "value": rate, "threshold": 100, "per": "0.5", "direction": "max"}
    items = [{"key": key, "text": f"第{key}项", "points": points} for key, points in ITEMS.items()]
    return {"kind": "checklist", "items": items}


def filing_of(form: Scheme, chance: random.Random) -> Content:
    """A filing of `form` with every cell filled, different each time; one self score in ten is wrong."""
    facts = {name: f"{chance.uniform(80, 120):.2f}" for name, fact in form.facts.items() if not fact.derived}
    items = {row.id: _items(row.id, chance) for row in form.indicators}
    blank = _content(form, facts, {row: {"items": given} for row, given in items.items()}, "")
    right = {row.filed.id: row.points or Decimal(0) for row in score(blank, form).rows}
    given = {row: points if chance.random() < 0.9 else WEIGHT for row, points in right.items()}
    answers = {
        row: {
            "self_score": str(points),
            "items": items[row],
            "reason": "" if points == WEIGHT else "按规定扣分",
        }
        for row, points in given.items()
    }
    return _content(form, facts, answers, str(sum(given.values())))


def _content(form: Scheme, facts: dict[str, str], answers: dict[str, Any], total: str) -> Content:
    return read_content(
        {
            "year": 2022,
            "scheme_code": form.code,
            "scheme_version": form.version,
            "sections": {
                "facts": {"facts": facts},
                "rows": {"answers": answers, "facts": {"total": total}},
            },
        }
    )


def _items(row: str, chance: random.Random) -> dict[str, str]:
    """The answers of a checklist row, nothing for the others."""
    return {key: chance.choice(("yes", "no")) for key in ITEMS} if int(row[1:]) % 4 == 3 else {}


def inputs_of(content: Content) -> dict[str, Any]:
    """The figures of a filing by spreadsheet cell: A and B hold the figures, C to E the answers of a checklist."""
    cells: dict[str, Any] = {}
    facts, answers = content.section("facts").facts, content.section("rows").answers
    for n in range(len(answers)):
        cells[f"A{n + 1}"] = float(facts[f"a{n}"] or 0)
        cells[f"B{n + 1}"] = float(facts[f"b{n}"] or 0)
        for column, key in zip("CDE", ITEMS, strict=True):
            cells[f"{column}{n + 1}"] = 1 if answers[f"r{n}"].items.get(key) == "yes" else 0
    return cells


def formula_of(n: int) -> str:
    """The score of row `n` as a finance officer would write it in a spreadsheet."""
    a, b, w, line = f"A{n + 1}", f"B{n + 1}", WEIGHT, n + 1
    match n % 4:
        case 0:
            return f"=ROUND({w}*MIN(1,{a}/{b}),2)"
        case 1:
            return f"=IF({a}/{b}*100>=90,2.5,IF({a}/{b}*100>=80,2,IF({a}/{b}*100>=60,1.5,0)))"
        case 2:
            return f"=ROUND(MAX(0,{w}-0.5*MAX(0,{a}/{b}*100-100)),2)"
    return f"=C{line}*1+D{line}*1+E{line}*0.5"


def write_sheet(path: Path, rows: int, cells: dict[str, Any]) -> None:
    """The same rows as a workbook: figures, a score per row in F, the total and its grade below."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for cell, value in cells.items():
        sheet[cell] = value
    for n in range(rows):
        sheet[f"F{n + 1}"] = formula_of(n)
    sheet[f"F{rows + 1}"] = f"=SUM(F1:F{rows})"
    sheet[f"G{rows + 1}"] = f'=IF(F{rows + 1}>=90,"优",IF(F{rows + 1}>=60,"中","差"))'
    book.save(path)
