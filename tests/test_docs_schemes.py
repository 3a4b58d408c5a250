"""What docs/schemes.md says is what the engine does: its examples load and score as shown, no field is left out."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from scoring.authoring.words import kind_word
from scoring.engine.loading import load_scheme_text
from scoring.engine.numbers import plain
from scoring.engine.rules.base import RuleModel
from scoring.engine.rules.measure import ZeroPolicy
from scoring.engine.scheme import Scheme
from tests.doc_examples import PAGE, Example, examples, rule_wording, scheme_of, tried

HEADING = re.compile(r"^#{2,4} `([^`]+)`(.*)$", re.M)
TITLES = {
    "Band": "bands[]",
    "Bar": "bars",
    "Block": "blocks",
    "Case": "cases",
    "Chart": "charts",
    "Check": "checks",
    "Column": "columns",
    "Concept": "concepts",
    "DeviationPenalty": "deviation_penalty",
    "ExecutionCap": "execution_caps",
    "Fact": "facts",
    "Grade": "grades",
    "Hierarchy": "hierarchy",
    "Indicator": "indicators",
    "IndicatorList": "indicator_lists",
    "Item": "checklist items",
    "Level": "levels",
    "Question": "all_or_nothing items",
    "RowList": "lists",
    "Scheme": "scheme",
    "Section": "sections",
    "SignOffSlot": "sign_offs",
    "Standards": "standards",
    "Table": "tables",
    "Totals": "totals",
}


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Every part that a field may hold."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)


def all_models() -> list[type[BaseModel]]:
    """The scheme, its parts and theirs, rules among them."""
    found: list[type[BaseModel]] = [Scheme]
    for model in found:
        for field in model.model_fields.values():
            found += [part for part in models_in(field.annotation) if part not in found]
    return found


RULES = [model for model in all_models() if issubclass(model, RuleModel)]
PARTS = [model for model in all_models() if not issubclass(model, RuleModel)]


def kind_of(rule: type[BaseModel]) -> str:
    return str(get_args(rule.model_fields["kind"].annotation)[0])


def section(key: str) -> tuple[str, str]:
    """The words of a heading after its key, and what stands under it up to the next heading."""
    found = [match for match in HEADING.finditer(PAGE) if match[1] == key]
    assert len(found) == 1, f"{key}: {len(found)} headings"
    return found[0][2].strip(), re.split(r"^#{2,4} ", PAGE[found[0].end() :], maxsplit=1, flags=re.M)[0]


def documented(model: type[BaseModel]) -> dict[str, tuple[str, str]]:
    """By field its default and what is said of it, in the first table of the section."""
    key = kind_of(model) if issubclass(model, RuleModel) else TITLES[model.__name__]
    table = section(key)[1].partition("|---|")[2].split("\n\n")[0]
    rows = re.findall(r"^\| `(\w+)` \| (.*?) \| (.*) \|$", table, re.M)
    return {name: (default, said) for name, default, said in rows}


def choices_of(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif annotation is not NoneType:
        for part in get_args(annotation):
            yield from choices_of(part)


def default_of(field: FieldInfo) -> str | None:
    """The default as the page writes it; None where it is a part of its own."""
    if field.is_required():
        return "必填"
    value = field.get_default(call_default_factory=True)
    if isinstance(value, BaseModel):
        return None if value.model_dump(exclude_defaults=True) else "—"
    match value:
        case bool():
            return str(value).lower()
        case Decimal() | int():
            return plain(Decimal(value))
        case tuple():
            return "、".join(value)
    return str(value) if value else "—"


@pytest.mark.parametrize("example", examples(), ids=str)
def test_example_loads(example: Example) -> None:
    assert scheme_of(example).title


@pytest.mark.parametrize("example", [each for each in examples() if each.trials], ids=str)
def test_example_shows_the_standard_and_results_that_the_engine_gives(example: Example) -> None:
    assert example.wording == rule_wording(example)
    for trial in example.trials:
        assert (trial.result, trial.explanation) == tried(example, trial)


@pytest.mark.parametrize("rule", RULES, ids=kind_of)
def test_every_kind_of_rule_has_an_example_with_results(rule: type[BaseModel]) -> None:
    kind = kind_of(rule)

    assert section(kind)[0] == kind_word(kind)
    assert any(each.trials for each in examples() if re.search(rf"kind: {kind}\b", each.text))
    assert f"| [`{kind}`](#" in PAGE


@pytest.mark.parametrize("model", [*PARTS, *RULES], ids=lambda model: model.__name__)
def test_every_field_is_told_with_its_default(model: type[BaseModel]) -> None:
    fields = {name: field for name, field in model.model_fields.items() if name != "kind" or model in PARTS}
    told = documented(model) if fields else {}

    assert sorted(told) == sorted(fields)
    for name, field in fields.items():
        default = default_of(field)
        assert default is None or told[name][0] == default, name


@pytest.mark.parametrize("model", [*PARTS, *RULES], ids=lambda model: model.__name__)
def test_every_choice_of_a_field_is_named(model: type[BaseModel]) -> None:
    for name, field in model.model_fields.items():
        if name in ("kind", "zero_denominator") and model in RULES:
            continue
        own = TITLES[model.__name__] if model in PARTS else kind_of(model)
        said = section("check_settings" if name == "check_settings" else own)[1]
        assert all(f"`{choice}`" in said for choice in choices_of(field.annotation)), name


def test_every_way_with_a_zero_denominator_is_named() -> None:
    said = PAGE.split("### 分母为 0\n", 1)[1].split("\n### ", 1)[0]

    assert re.findall(r"^\| `(\w+)`", said, re.M) == list(get_args(ZeroPolicy))


def test_names_of_shared_figures_are_those_in_use() -> None:
    schemes = [load_scheme_text(path.read_text("utf-8")) for path in Path("scoring/schemes").glob("*.yaml")]

    listed = re.findall(r"^\| `(\w+\.\w+)` \|", PAGE.split("已在用的：", 1)[1].split("\n## ", 1)[0], re.M)
    assert sorted(listed) == sorted({name for scheme in schemes for name in scheme.concepts})


def test_links_inside_the_page_lead_somewhere() -> None:
    titles = re.findall(r"^#+ (.*)$", re.sub(r"```.*?```", "", PAGE, flags=re.S), re.M)
    anchors = {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}

    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= anchors
