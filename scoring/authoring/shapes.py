"""What the parts of a scheme hold, read from the typed scheme itself: a field that is added there is known here."""

import types
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

# What identifies an item of a list, in this order.
IDENTITIES = ("id", "key", "code", "name")


@dataclass(frozen=True)
class Plain:
    """One value: text, whole number, number, yes or no."""

    type: type


@dataclass(frozen=True)
class Choice:
    """One of a few words."""

    values: tuple[str, ...]


@dataclass(frozen=True)
class Several:
    """Plain values in order."""

    item: Plain | Choice


@dataclass(frozen=True)
class One:
    """A part of its own. `optional` where there may be none."""

    model: type[BaseModel]
    optional: bool = False


@dataclass(frozen=True)
class Kinds:
    """A part of one of several kinds, told apart by its `kind`."""

    models: tuple[type[BaseModel], ...]

    def model(self, kind: str) -> type[BaseModel] | None:
        return next((model for model in self.models if kind_of(model) == kind), None)


@dataclass(frozen=True)
class Rows:
    """Parts in order."""

    item: "One | Kinds"


@dataclass(frozen=True)
class Keyed:
    """Values or parts by key."""

    item: "Plain | Choice | Several | One | Kinds"


@dataclass(frozen=True)
class Other:
    """Anything else: kept as JSON."""


Shape = Plain | Choice | Several | One | Kinds | Rows | Keyed | Other
_PLAIN = (str, int, bool, Decimal)


def shape_of(annotation: Any) -> Shape:
    """The shape of a type annotation."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return shape_of(args[0])
    if annotation in _PLAIN:
        return Plain(annotation)
    if origin is Literal:
        return Choice(tuple(str(value) for value in args))
    if origin in (Union, types.UnionType):
        return _union(args)
    if origin in (list, tuple):
        return _many(origin, args)
    if origin is dict:
        item = shape_of(args[1])
        return Other() if isinstance(item, Rows | Keyed | Other) else Keyed(item)
    is_part = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return One(annotation) if is_part else Other()


def _union(args: tuple[Any, ...]) -> Shape:
    shapes = [shape_of(arg) for arg in args if arg is not type(None)]
    if len(shapes) == 1:
        only = shapes[0]
        return One(only.model, optional=True) if isinstance(only, One) else only
    models = tuple(shape.model for shape in shapes if isinstance(shape, One))
    told_apart = len(models) == len(shapes) and all(kind_of(model) for model in models)
    return Kinds(models) if told_apart else Other()


def _many(origin: type, args: tuple[Any, ...]) -> Shape:
    if origin is tuple and args[1:] != (...,):
        return Other()
    item = shape_of(args[0])
    if isinstance(item, Plain | Choice):
        return Several(item)
    return Rows(item) if isinstance(item, One | Kinds) else Other()


@cache
def fields_of(model: type[BaseModel]) -> dict[str, Shape]:
    """The shape of every field, in the order of the model. A `kind` that can only be one word is left out."""
    shapes = {name: shape_of(_annotation(field)) for name, field in model.model_fields.items()}
    return {name: shape for name, shape in shapes.items() if not (name == "kind" and kind_of(model))}


def _annotation(field: FieldInfo) -> Any:
    return field.annotation


@cache
def kind_of(model: type[BaseModel]) -> str:
    """The one word that `kind` may be, empty for a part without kinds."""
    field = model.model_fields.get("kind")
    shape = shape_of(field.annotation) if field else None
    return shape.values[0] if isinstance(shape, Choice) and len(shape.values) == 1 else ""


def default_of(model: type[BaseModel], name: str) -> Any:
    """The default of a field, PydanticUndefined where it must be given."""
    field = model.model_fields[name]
    return PydanticUndefined if field.is_required() else field.get_default(call_default_factory=True)


def identity_of(model: type[BaseModel]) -> str | None:
    """The field that names an item among its siblings; None where items only have a position."""
    named = (name for name in IDENTITIES if name in model.model_fields)
    return next((name for name in named if model.model_fields[name].is_required()), None)


def parts_of(shape: Shape) -> Iterator[type[BaseModel]]:
    """The models that a value of this shape may be."""
    if isinstance(shape, One):
        yield shape.model
    elif isinstance(shape, Kinds):
        yield from shape.models
    elif isinstance(shape, Rows | Keyed):
        yield from parts_of(shape.item)
