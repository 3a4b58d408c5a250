"""Shapes of type annotations, those of fields that a scheme may get one day among them."""

from decimal import Decimal
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field
from pydantic_core import PydanticUndefined

from scoring.authoring.shapes import (
    Choice,
    Keyed,
    Kinds,
    One,
    Other,
    Plain,
    Rows,
    Several,
    Shape,
    default_of,
    fields_of,
    identity_of,
    kind_of,
    parts_of,
    shape_of,
)


class Leaf(BaseModel):
    kind: Literal["leaf"]
    name: str


class Twig(BaseModel):
    kind: Literal["twig"] = "twig"
    key: str = "a"
    parts: list[int] = Field(default_factory=list)


class Chart(BaseModel):
    kind: Literal["bar", "pie"]


EITHER = Annotated[Leaf | Twig, Field(discriminator="kind")]
SHAPES: list[tuple[Any, Shape]] = [
    (str, Plain(str)),
    (Annotated[int, Field(ge=1)], Plain(int)),
    (Decimal | None, Plain(Decimal)),
    (Literal["a", "b"], Choice(("a", "b"))),
    (list[str], Several(Plain(str))),
    (tuple[Literal["a"], ...], Several(Choice(("a",)))),
    (Leaf, One(Leaf)),
    (Leaf | None, One(Leaf, optional=True)),
    (EITHER, Kinds((Leaf, Twig))),
    (EITHER | None, Kinds((Leaf, Twig))),
    (list[Leaf], Rows(One(Leaf))),
    (list[EITHER], Rows(Kinds((Leaf, Twig)))),
    (dict[str, Decimal], Keyed(Plain(Decimal))),
    (dict[str, list[str]], Keyed(Several(Plain(str)))),
    (dict[str, Leaf], Keyed(One(Leaf))),
    (dict[str, dict[str, str]], Other()),
    (list[list[str]], Other()),
    (tuple[str, int], Other()),
    (str | int, Other()),
    (Leaf | str, Other()),
    (Leaf | Chart, Other()),
    (Any, Other()),
]


@pytest.mark.parametrize(("annotation", "shape"), SHAPES)
def test_shape_of_an_annotation(annotation: Any, shape: Shape) -> None:
    assert shape_of(annotation) == shape


def test_kind_that_can_only_be_one_word_is_no_field() -> None:
    assert (kind_of(Leaf), kind_of(Chart)) == ("leaf", "")
    assert list(fields_of(Leaf)) == ["name"]
    assert list(fields_of(Chart)) == ["kind"]


def test_identity_is_a_field_that_must_be_given() -> None:
    assert identity_of(Leaf) == "name"
    assert identity_of(Twig) is None


def test_default_is_undefined_where_there_is_none() -> None:
    assert default_of(Leaf, "name") is PydanticUndefined
    assert default_of(Twig, "parts") == []


def test_parts_are_found_inside_collections() -> None:
    assert list(parts_of(Keyed(Kinds((Leaf, Twig))))) == [Leaf, Twig]
    assert list(parts_of(Several(Plain(str)))) == []
