"""What the values of a scheme are called where people read them: names instead of keys, words instead of codes."""

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from scoring.authoring.shapes import Choice, Keyed, Rows, Several, Shape, default_of, fields_of, kind_of
from scoring.authoring.words import choice_word, field_word, kind_word
from scoring.engine.content import Content
from scoring.engine.facts import FactBook
from scoring.engine.numbers import plain
from scoring.engine.rules.bands import Band
from scoring.engine.scheme import Scheme

# Fields that hold formulas over the form's figures, and fields that name parts of the form.
FORMULAS = {
    "derived",
    "value",
    "numerator",
    "denominator",
    "actual",
    "reference",
    "when",
    "computed",
    "target",
}
NAMES = {
    "facts", "answers", "table", "indicators", "list", "chart", "official", "sum", "stated", "grade", "group",
    "score_fact", "max_fact", "execution", "sample", "projects",
}  # fmt: skip
_NAME = re.compile(r"[a-z][a-z0-9_]*(?:\[[^\]]*\])?(?:\.[a-z][a-z0-9_]*)*")
_SIGNS = str.maketrans({"*": "×", "/": "÷"})
TITLES = ("label", "name", "title", "text", "key", "code")


class Called:
    """Reads the values of one scheme."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme

    def value(self, value: Any, field: str, shape: Shape) -> str:
        """A value in a reader's words, empty where there is none."""
        if value is None:
            return ""
        if isinstance(value, list | tuple) and isinstance(shape, Several):
            return "、".join(self.value(each, field, shape.item) for each in value)
        if isinstance(value, bool):
            return "是" if value else "否"
        if isinstance(value, int | Decimal):
            return plain(Decimal(value))
        if isinstance(shape, Choice):
            return choice_word(field, str(value))
        if isinstance(value, str):
            return self._text(value, field)
        return self._items(value, field, shape)

    def item(self, item: Any, field: str, shape: Shape) -> str:
        """An item of a collection in one line: 90（含）以上 得5分, or 已制定管理制度，得分 1."""
        if not isinstance(item, BaseModel):
            return self.value(item, field, shape)
        return "，".join(part for part in (title_of(item), self.details(item)) if part)

    def details(self, item: BaseModel) -> str:
        """What an item says beyond its name."""
        if isinstance(item, Band):
            return f"{item.written('')} 得{plain(item.points)}分"
        model = type(item)
        parts = [kind_word(kind_of(model))] if kind_of(model) else []
        for name, shape in fields_of(model).items():
            value = getattr(item, name)
            if value == default_of(model, name) or value == title_of(item):
                continue
            word = self.item(value, name, shape)
            parts += [f"{field_word(model, name)} {word}"] if word else []
        return "，".join(parts)

    def _items(self, value: Any, field: str, shape: Shape) -> str:
        """A collection in one line."""
        if isinstance(shape, Rows) and isinstance(value, list | tuple):
            return "；".join(self.item(each, field, shape.item) for each in value)
        if isinstance(shape, Keyed) and isinstance(value, dict):
            items = ((key, self.item(each, field, shape.item)) for key, each in value.items())
            return "；".join(f"{key} {said}" for key, said in items)
        return json.dumps(value, ensure_ascii=False, default=_jsonable)

    def _text(self, text: str, field: str) -> str:
        if field in NAMES:
            return self.names.get(text, text)
        if field in FORMULAS:
            return _NAME.sub(lambda match: self._figure(match.group()), text).translate(_SIGNS)
        return text

    def _figure(self, name: str) -> str:
        return self.names.get(name) or self._book.label(name)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Parts of the form by key: facts, indicators, tables, lists, charts."""
        scheme = self.scheme
        titled = (scheme.tables, scheme.lists, scheme.indicator_lists, scheme.charts)
        return (
            {key: part.title for parts in titled for key, part in parts.items()}
            | {indicator.id: indicator.name for indicator in scheme.indicators}
            | {name: fact.label for name, fact in scheme.facts.items()}
        )

    @cached_property
    def _book(self) -> FactBook:
        return FactBook(self.scheme, Content(year=0, scheme_code=self.scheme.code, scheme_version=1))


def title_of(item: Any) -> str:
    """What an item is called among its siblings, empty where it has no name."""
    found = (getattr(item, name) for name in TITLES if isinstance(getattr(item, name, None), str))
    return next((text for text in found if text), "")


def _jsonable(value: Any) -> Any:
    return (
        value.model_dump(mode="json", exclude_defaults=True) if isinstance(value, BaseModel) else plain(value)
    )
