"""Rows and figures for tests of rules. A figure's name is its label, so explanations read as they would in use."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from scoring.engine.numbers import plain
from scoring.engine.rules.base import RowInput


@dataclass(frozen=True)
class Figures:
    """Filed figures by name; what is not given is blank."""

    values: Mapping[str, str] = field(default_factory=dict)

    def value(self, name: str) -> Decimal | None:
        return Decimal(self.values[name]) if name in self.values else None

    def label(self, name: str) -> str:
        return name

    def written(self, name: str) -> str:
        value = self.value(name)
        return f"{name}{'（空）' if value is None else plain(value)}"


def row(weight: str = "5", figures: Mapping[str, str] | None = None, **given: Any) -> RowInput:
    """A row of this weight over these figures."""
    if isinstance(given.get("self_score"), str):
        given["self_score"] = Decimal(given["self_score"])
    return RowInput(weight=Decimal(weight), facts=Figures(figures or {}), **given)
