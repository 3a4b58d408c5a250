"""Writes a scheme as YAML: the way the files of this project are written, readable by `yaml_lines` without loss."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import yaml
from pydantic import ValidationError

from scoring.authoring.shapes import fields_of
from scoring.authoring.words import field_word
from scoring.engine.numbers import plain
from scoring.engine.scheme import Scheme
from scoring.engine.yaml_lines import YamlError, read_yaml

# Parts up to this width stand on one line.
LINE = 100
_TAG = "tag:yaml.org,2002:"
_RULER = "# " + "-" * 64


def scheme_data(scheme: Scheme) -> dict[str, Any]:
    """Plain data of a scheme without what is as it would be anyway, in the order of the form."""
    data: dict[str, Any] = scheme.model_dump(mode="python", exclude_defaults=True)
    return data


def shaped(text: str) -> Scheme | None:
    """The typed scheme of a text that may not be sound; None where even its shape is wrong."""
    try:
        return Scheme.model_validate(read_yaml(text).data)
    except (YamlError, ValidationError):
        return None


def write_yaml(data: Mapping[str, Any]) -> str:
    """The text of a scheme: its own values first, then each part under a heading."""
    order = [name for name in fields_of(Scheme) if name in data]
    names = [*order, *(name for name in data if name not in order)]
    plain_ones = [name for name in names if not isinstance(data[name], dict | list | tuple)]
    text = "".join(_written(name, data[name]) for name in plain_ones)
    for name in names:
        if name not in plain_ones:
            text += f"\n{_RULER} {field_word(Scheme, name)}\n\n{_written(name, data[name])}"
    return text


def flow_text(value: Any) -> str:
    """`value` on one line, for a place inside a written text."""
    text = yaml.serialize(_node(value, flow=True), Dumper=yaml.SafeDumper, allow_unicode=True, width=10**9)
    return re.sub(r"\n(\.\.\.\n)?\Z", "", text)


def _written(name: str, value: Any) -> str:
    node = yaml.MappingNode(f"{_TAG}map", [(_node(name), _node(value, top=True))], flow_style=False)
    return str(yaml.serialize(node, Dumper=_Dumper, allow_unicode=True, width=10**9))


class _Dumper(yaml.SafeDumper):
    """Items of a list stand further in than its key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _node(value: Any, *, flow: bool = False, top: bool = False) -> yaml.Node:
    if isinstance(value, dict):
        on_line = flow or (not top and _fits_line(value))
        pairs = [(_node(str(key)), _node(each, flow=on_line)) for key, each in value.items()]
        return yaml.MappingNode(f"{_TAG}map", pairs, flow_style=on_line)
    if isinstance(value, list | tuple):
        on_line = (
            flow or not value or (_fits_line(value) and not any(isinstance(each, dict) for each in value))
        )
        return yaml.SequenceNode(
            f"{_TAG}seq", [_node(each, flow=on_line) for each in value], flow_style=on_line
        )
    return _scalar(value, flow=flow)


def _scalar(value: Any, *, flow: bool) -> yaml.ScalarNode:
    if value is None:
        return yaml.ScalarNode(f"{_TAG}null", "null")
    if isinstance(value, bool):
        return yaml.ScalarNode(f"{_TAG}bool", str(value).lower())
    if isinstance(value, int | Decimal):
        return _figure(Decimal(value))
    lines = "|" if not flow else '"'
    return yaml.ScalarNode(f"{_TAG}str", value, style=lines if "\n" in value else None)


def _figure(value: Decimal) -> yaml.ScalarNode:
    """A figure with its own digits; one that the reader wouldn't take for a figure is quoted."""
    text = plain(value) if value else "0"
    if not re.fullmatch(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,18})?", text):
        return yaml.ScalarNode(f"{_TAG}str", text, style='"')
    return yaml.ScalarNode(f"{_TAG}{'float' if '.' in text else 'int'}", text)


def _fits_line(value: Any) -> bool:
    """Whether a part is short and has nothing but values in it."""
    return _is_flat(value) and _width(value) <= LINE


def _is_flat(value: Any) -> bool:
    items = value.values() if isinstance(value, dict) else value
    return all(
        not isinstance(each, dict) and "\n" not in str(each)
        if not isinstance(each, list | tuple)
        else all(not isinstance(inner, dict | list | tuple) and "\n" not in str(inner) for inner in each)
        for each in items
    )


def _width(value: Any) -> int:
    """Columns of a terminal, about; a Chinese character takes two."""
    return sum(2 if ord(char) > 255 else 1 for char in flow_text(value))
