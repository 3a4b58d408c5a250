"""Writes changed values into the text of a scheme where they stand, so that its comments and its order stay."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

import yaml

from scoring.authoring.shapes import IDENTITIES
from scoring.authoring.yaml_text import flow_text, scheme_data, shaped, write_yaml
from scoring.engine.loading import scheme_hash
from scoring.engine.scheme import Scheme
from scoring.engine.yaml_lines import Path

# A part longer than this on one line is not worth keeping the comments for.
LONGEST = 600

Edit = tuple[int, int, str]
"""(start, end, new text)"""


def amended(text: str, wanted: Scheme) -> str | None:
    """The scheme `text` saying what `wanted` says; None where its lines can't be kept."""
    base, data = shaped(text), scheme_data(wanted)
    if base is None:
        return None
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    edits = [_edit(root, path, data, text) for path in _changes(scheme_data(base), data, ())]
    if any(edit is None or len(edit[2]) > LONGEST for edit in edits):
        return None
    for start, end, said in reversed(_outermost([edit for edit in edits if edit])):
        text = f"{text[:start]}{said}{text[end:]}"
    written = shaped(text)
    return text if written and scheme_hash(written) == scheme_hash(wanted) else None


def _changes(old: Any, new: Any, path: Path) -> Iterator[Path]:
    """The paths of the smallest parts that differ, of what is added at the end too."""
    if isinstance(old, dict) and isinstance(new, dict) and _keeps_items(old, new):
        for key in new:
            yield from _changes(old.get(key), new[key], (*path, key)) if key in old else ((*path, key),)
    elif isinstance(old, list | tuple) and isinstance(new, list | tuple) and _keeps_rows(old, new):
        for number, (one, other) in enumerate(zip_longest(old, new)):
            yield from _changes(one, other, (*path, number))
    elif old != new:
        yield path


def _keeps_items(old: dict[str, Any], new: dict[str, Any]) -> bool:
    return [key for key in new if key in old] == list(old)


def _keeps_rows(old: list[Any] | tuple[Any, ...], new: list[Any] | tuple[Any, ...]) -> bool:
    """Whether rows are only changed in place or added at the end: comments stay beside what they are about."""
    if len(old) != len(new):
        return bool(old) and list(new[: len(old)]) == list(old)
    return all(_identity(one) == _identity(other) for one, other in zip(old, new, strict=True))


def _identity(item: Any) -> Any:
    return next((item[name] for name in IDENTITIES if name in item), None) if isinstance(item, dict) else None


def _edit(root: yaml.Node | None, path: Path, data: Any, text: str) -> Edit | None:
    """What to write where so that `path` says what it says in `data`; None where that is the whole text."""
    node, column, value = root, 0, data
    for depth, part in enumerate(path):
        assert node is not None
        step = _step(node, part)
        if step is None:
            last = depth == len(path) - 1
            return (_added(node, part, value[part], text) if last else None) or _replaced(node, column, value)
        node, column = step
        value = value[part]
    return _replaced(node, column, value) if node and path else None


def _step(node: yaml.Node, part: str | int) -> tuple[yaml.Node, int] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == part:
                return value, key.start_mark.column
    elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        item = node.value[part]
        return item, item.start_mark.column
    return None


def _added(node: yaml.Node, part: str | int, value: Any, text: str) -> Edit | None:
    """A new line at the end of a part that is written line by line."""
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return None
    if node.start_mark.column == 0 and isinstance(part, str):
        return len(text), len(text), f"\n{write_yaml({part: value})}".removeprefix("\n\n")
    end, indent = _end(node), " " * node.start_mark.column
    written = f"- {flow_text(value)}" if isinstance(part, int) else f"{part}: {flow_text(value)}"
    return end, end, f"\n{indent}{written}"


def _replaced(node: yaml.Node, column: int, value: Any) -> Edit:
    start, end = node.start_mark.index, _end(node)
    is_block = isinstance(node, yaml.ScalarNode) and node.style == "|"
    if is_block and isinstance(value, str) and "\n" in value:
        lines = "\n".join(f"{' ' * (column + 2)}{line}" if line else "" for line in value.splitlines())
        return start, end, ("|\n" if value.endswith("\n") else "|-\n") + lines
    return start, end, flow_text(value)


def _end(node: yaml.Node) -> int:
    """Where the part itself ends, without the blank lines and comments after it."""
    if isinstance(node, yaml.ScalarNode):
        end = int(node.end_mark.index)
        return end - (1 if node.style in ("|", ">") else 0)
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


def _outermost(edits: list[Edit]) -> list[Edit]:
    """In the order of the text, without those that lie inside another."""
    kept: list[Edit] = []
    for edit in sorted(dict.fromkeys(edits), key=lambda edit: (edit[0], -edit[1])):
        inside = kept and kept[-1][0] <= edit[0] and edit[1] <= kept[-1][1] and kept[-1][0] < kept[-1][1]
        if not inside:
            kept.append(edit)
    return kept
