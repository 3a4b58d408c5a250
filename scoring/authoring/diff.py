"""What differs between two versions of a form, in the words of a finance officer; from typed schemes, not from text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any, Literal

from pydantic import BaseModel

from scoring.authoring.called import Called, title_of
from scoring.authoring.shapes import Keyed, Kinds, One, Rows, Several, Shape, fields_of, identity_of, kind_of
from scoring.authoring.words import field_word, kind_word
from scoring.engine.checks.registry import TITLES as CHECKS
from scoring.engine.rules.base import RuleModel
from scoring.engine.scheme import Scheme

State = Literal["changed", "added", "removed"]
BASICS = "基本信息"
ORDER = "次序"
SHORT = 24


@dataclass(frozen=True)
class Difference:
    """One thing that changed; `before` or `after` is empty where there was or is nothing."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Subject:
    """An item that changed: “人员编制”, with the key that formulas use. Without differences where it is new or gone."""

    title: str
    key: str
    state: State
    lines: tuple[Difference, ...] = ()


@dataclass(frozen=True)
class Group:
    """All changed items of one kind."""

    title: str
    subjects: tuple[Subject, ...]


def scheme_differences(old: Scheme, new: Scheme) -> tuple[Group, ...]:
    """What `new` says otherwise than `old`, the form's own values first; the version itself is left out."""
    compared = _Compared(Called(old), Called(new))
    groups = [Group(BASICS, tuple(compared.basics(old, new)))]
    for name, shape in fields_of(Scheme).items():
        if isinstance(shape, Rows | Keyed):
            subjects = tuple(compared.items(getattr(old, name), getattr(new, name), (name, shape)))
            groups.append(Group(field_word(Scheme, name), subjects))
    return tuple(group for group in groups if group.subjects)


Field = tuple[str, Shape]
Pair = tuple[str, Any, Any]


class _Compared:
    def __init__(self, old: Called, new: Called) -> None:
        self.old, self.new = old, new

    def basics(self, old: Scheme, new: Scheme) -> Iterator[Subject]:
        lines = [
            line
            for name, shape in fields_of(Scheme).items()
            if name != "version" and not isinstance(shape, Rows | Keyed)
            for line in self._field(old, new, (name, shape), "")
        ]
        if lines:
            yield Subject("", "", "changed", tuple(lines))

    def items(self, old: Any, new: Any, field: Field) -> Iterator[Subject]:
        """The items of a collection that are new, gone or changed."""
        for key, before, after in _pairs(old, new, field[1]):
            title, shown = self._title(before if after is None else after, key, field)
            if before is None or after is None:
                yield self._whole(title, shown, (before, after), field)
            elif lines := tuple(self._item(before, after, field)):
                yield Subject(title, shown, "changed", lines)
        if order := _moved(old, new, field[1]):
            yield Subject("", "", "changed", (order,))

    def _title(self, item: Any, key: str, field: Field) -> tuple[str, str]:
        """What an item is called, and its key where that says more."""
        if isinstance(item, BaseModel):
            title = title_of(item)
            return (title, key if key != title else "") if title else (self.new.details(item), "")
        known = CHECKS.get(key, key) if field[0] == "check_settings" else key
        return known, key if key != known else ""

    def _whole(self, title: str, key: str, pair: tuple[Any, Any], field: Field) -> Subject:
        """An item that is new or gone, with what it says."""
        is_new = pair[0] is None
        called, item = (self.new, pair[1]) if is_new else (self.old, pair[0])
        details = called.details(item) if isinstance(item, BaseModel) else called.item(item, *_inner(field))
        said = "" if details == title else details
        line = Difference("", "" if is_new else said, said if is_new else "")
        return Subject(title, key, "added" if is_new else "removed", (line,) if said else ())

    def _item(self, old: Any, new: Any, field: Field) -> Iterator[Difference]:
        if isinstance(old, BaseModel) and type(old) is type(new) and not _is_brief(old):
            yield from self._part(old, new, "")
        elif old != new:
            yield Difference("", self.old.item(old, *_inner(field)), self.new.item(new, *_inner(field)))

    def _part(self, old: BaseModel, new: BaseModel, prefix: str) -> Iterator[Difference]:
        for field in fields_of(type(new)).items():
            yield from self._field(old, new, field, prefix)

    def _field(self, old: Any, new: Any, field: Field, prefix: str) -> Iterator[Difference]:
        name, shape = field
        before, after = getattr(old, name), getattr(new, name)
        if before == after and not isinstance(shape, Keyed):
            return
        label = prefix + field_word(type(new), name)
        if isinstance(shape, Kinds):
            yield from self._rule((before, after), _weight(old), _weight(new), label)
        elif isinstance(shape, Rows | Keyed):
            yield from self._nested(before, after, (name, shape), label)
        elif isinstance(shape, One) and before is not None and after is not None:
            yield from self._part(before, after, f"{label}·")
        else:
            yield from self._plain(before, after, label, (name, shape))

    def _plain(self, old: Any, new: Any, label: str, field: Field) -> Iterator[Difference]:
        """One value; of several values those that are gone and those that are new."""
        if isinstance(field[1], Several) and _is_many(old) and _is_many(new):
            gone, come = [x for x in old if x not in new], [x for x in new if x not in old]
            old, new = (gone, come) if gone or come else (old, new)
        before, after = self.old.item(old, *field), self.new.item(new, *field)
        yield Difference(label, *((before, after) if before != after else (str(old), str(new))))

    def _rule(self, rules: tuple[Any, Any], old: Decimal, new: Decimal, label: str) -> Iterator[Difference]:
        """A rule in its own words, then the parameters that changed."""
        before, after = rules
        if type(before) is not type(after):
            yield Difference(label, _kind(before), _kind(after))
        words = _wording(before, old), _wording(after, new)
        if words[0] != words[1]:
            yield Difference("评分标准", *words)
        if type(before) is type(after):
            yield from self._part(before, after, "")

    def _nested(self, old: Any, new: Any, field: Field, label: str) -> Iterator[Difference]:
        """A collection inside an item, every change on a line of its own."""
        for subject in self.items(old or (), new or (), field):
            named = f"{label}“{_short(subject.title)}”" if subject.title else label
            if subject.state == "changed":
                whole = named if isinstance(field[1], Keyed) else label
                for line in subject.lines:
                    of = f"{named}·{line.label}" if line.label else whole
                    yield Difference(of, line.before, line.after)
            else:
                said = "：".join(part for part in (subject.title, *_said(subject)) if part)
                is_new = subject.state == "added"
                yield Difference(label, "" if is_new else said, said if is_new else "")


def _said(subject: Subject) -> list[str]:
    return [line.before or line.after for line in subject.lines]


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[:SHORT]}…"


def _inner(field: Field) -> Field:
    """A collection's name with the shape of its items."""
    name, shape = field
    return name, shape.item if isinstance(shape, Rows | Keyed) else shape


def _is_brief(item: BaseModel) -> bool:
    """Whether an item has no name and nothing but single values: a band, a case."""
    shapes = fields_of(type(item)).values()
    return _name(item) is None and not any(isinstance(s, Several | Rows | Keyed | Kinds) for s in shapes)


def _pairs(old: Any, new: Any, shape: Shape) -> Iterator[Pair]:
    """(key, before, after) of every item, in the order of `new`; what is gone comes last."""
    if isinstance(shape, Keyed):
        yield from _by_key(dict(old or {}), dict(new or {}))
        return
    names = [_names(items) for items in (old, new)]
    if all(len(set(found)) == len(found) and None not in found for found in names):
        yield from _by_key(dict(zip(names[0], old, strict=True)), dict(zip(names[1], new, strict=True)))
    else:
        yield from _by_place(list(old), list(new))


def _by_key(old: Mapping[Any, Any], new: Mapping[Any, Any]) -> Iterator[Pair]:
    for key, item in new.items():
        yield str(key), old.get(key), item
    for key, item in old.items():
        if key not in new:
            yield str(key), item, None


def _by_place(old: list[Any], new: list[Any]) -> Iterator[Pair]:
    """Items without names: what stands between two that stayed is taken as changed, in order."""
    texts = [repr(item) for item in old], [repr(item) for item in new]
    for what, a, b, c, d in SequenceMatcher(None, texts[0], texts[1], autojunk=False).get_opcodes():
        if what != "equal":
            for before, after in zip_longest(old[a:b], new[c:d]):
                yield "", before, after


def _names(items: Sequence[Any]) -> list[str | None]:
    """What tells the items apart: their identity, else their label."""
    return [_name(item) for item in items]


def _name(item: Any) -> str | None:
    if not isinstance(item, BaseModel):
        return None
    name = identity_of(type(item)) or ("label" if "label" in type(item).model_fields else None)
    return str(getattr(item, name)) if name else None


def _moved(old: Any, new: Any, shape: Shape) -> Difference | None:
    """The items that both have, where they stand in another order."""
    if isinstance(shape, Keyed):
        kept = [[key for key in one if key in other] for one, other in ((old, new), (new, old))]
        sources: Sequence[Mapping[Any, Any]] = (old, new)
    else:
        sources = [dict(zip(_names(items), items, strict=True)) for items in (old, new)]
        if any(None in found for found in sources):
            return None
        kept = [[key for key in found if key in sources[0] and key in sources[1]] for found in sources]
    if kept[0] == kept[1]:
        return None
    before, after = (
        "、".join(title_of(source[key]) or str(key) for key in keys)
        for source, keys in zip(sources, kept, strict=True)
    )
    return Difference(ORDER, before, after)


def _is_many(value: Any) -> bool:
    return isinstance(value, list | tuple)


def _weight(item: Any) -> Decimal:
    weight = getattr(item, "weight", None)
    return weight if isinstance(weight, Decimal) else Decimal(0)


def _kind(rule: Any) -> str:
    return kind_word(kind_of(type(rule))) if isinstance(rule, BaseModel) else ""


def _wording(rule: Any, weight: Decimal) -> str:
    return rule.wording(weight) if isinstance(rule, RuleModel) else ""
