"""Every field, kind and choice of the typed scheme has a word that people read, and no word means two things."""

from collections.abc import Iterator

from pydantic import BaseModel

from scoring.authoring.shapes import Choice, Keyed, Several, Shape, fields_of, kind_of, parts_of
from scoring.authoring.words import CHOICES, KINDS, choice_value, choice_word, field_word, kind_word
from scoring.engine.scheme import Scheme


def models(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    if model in seen:
        return
    seen.add(model)
    yield model
    for shape in fields_of(model).values():
        for part in parts_of(shape):
            yield from models(part, seen)


MODELS = list(models(Scheme, set()))


def choices_of(shape: Shape) -> tuple[str, ...]:
    inner = shape.item if isinstance(shape, Several | Keyed) else shape
    return inner.values if isinstance(inner, Choice) else ()


def test_every_field_has_a_word() -> None:
    wordless = [
        f"{model.__name__}.{name}"
        for model in MODELS
        for name in fields_of(model)
        if field_word(model, name).isascii()
    ]

    assert wordless == []


def test_every_kind_of_rule_has_a_word_of_its_own() -> None:
    kinds = [kind_of(model) for model in MODELS if kind_of(model)]

    assert [kind for kind in kinds if kind_word(kind) == kind] == []
    assert len(set(KINDS.values())) == len(KINDS)


def test_every_choice_has_a_word_that_leads_back() -> None:
    for model in MODELS:
        for name, shape in fields_of(model).items():
            for value in choices_of(shape):
                word = choice_word(name, value)
                assert not word.isascii(), f"{model.__name__}.{name}: {value}"
                assert choice_value(name, word) == value


def test_words_of_one_field_differ() -> None:
    for field, words in CHOICES.items():
        assert len(set(words.values())) == len(words), field


def test_unknown_field_keeps_its_own_name() -> None:
    class Added(BaseModel):
        something_new: str

    assert field_word(Added, "something_new") == "something_new"
    assert choice_value("something_new", "某词") == "某词"
