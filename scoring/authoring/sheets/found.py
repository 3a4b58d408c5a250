"""What was read from a workbook: plain data, the cell that every value came from, and what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from scoring.authoring.sheets.cells import CellValue


@dataclass(frozen=True)
class FilledCell:
    """What stands in a cell, and where: `F7`."""

    value: CellValue
    ref: str


# A row by heading. Blank cells are left out; a row has at least one.
FilledRow = Mapping[str, FilledCell]


@dataclass(frozen=True)
class SheetProblem:
    """One problem with the place that has it: `指标!F7（分值）`."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}：{self.message}" if self.place else self.message


@dataclass(frozen=True)
class Awaited:
    """A list that a kind of rule must have rows in: `part` is the rule's data."""

    part: dict[str, Any]
    name: str
    place: str
    message: str


@dataclass
class Found:
    """Plain data of a scheme. `places` gives by path (`indicators[3].rule.per`) the cell it came from."""

    data: dict[str, Any] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    problems: list[SheetProblem] = field(default_factory=list)
    awaited: list[Awaited] = field(default_factory=list)

    def refuse(self, place: str, message: str) -> None:
        self.problems.append(SheetProblem(place, message))

    def place(self, path: str) -> str:
        """The cell of `path`, or of the nearest thing around it; empty where nothing was written."""
        while path and path not in self.places:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self.places.get(path, "")
