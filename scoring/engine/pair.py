"""One row as it is judged."""

from dataclasses import dataclass

from scoring.engine.direction import Direction
from scoring.engine.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Pair:
    """A target and the completed value that should meet it, with the place and name of their indicator."""

    target: Quantity
    actual: Quantity
    direction: Direction
    level1: str
    level2: str
    name: str

    @property
    def label(self) -> str:
        return f"{self.name} {self.target.words} {self.target.raw}"
