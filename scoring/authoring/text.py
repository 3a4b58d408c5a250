"""The text of a scheme as it comes in: decoded, with plain line ends, and which form and version it says it is."""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from scoring.engine.loading import load_scheme_text
from scoring.engine.problems import Problem, SchemeFileError
from scoring.engine.scheme import Scheme
from scoring.engine.yaml_lines import YamlError, read_yaml

CODE = re.compile(r"[a-z][a-z0-9-]*")
LONGEST_CODE = 80
HIGHEST_VERSION = 1_000_000
ITSELF = ("code", "version", "title")
# Pages ask the same text several times, and reading YAML is slow.
REMEMBERED = 32
_LINE = r"^{key}[ \t]*:[ \t]*(?P<quote>[\"']?)(?P<value>[^\s#\"']*)(?P=quote)"


def decoded(raw: bytes, source: str) -> str:
    """The text of a file. Raises SchemeFileError with the line where it isn't UTF-8."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise SchemeFileError((Problem(source, line, "", "不是 UTF-8 编码，请另存为 UTF-8"),)) from error


def form_in(path: Path) -> Scheme:
    """The sound scheme in a file. Raises SchemeFileError for everything that keeps it from being one."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = "没有这个文件" if isinstance(error, FileNotFoundError) else f"不能读取：{error.strerror}"
        raise SchemeFileError((Problem(str(path), 1, "", reason),)) from error
    return load_scheme_text(tidy(decoded(raw, str(path))), source=str(path))


def tidy(text: str) -> str:
    """`text` as it is stored: no byte order mark, lines that end in one character, the last one ended too."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return text if text.endswith("\n") or not text else f"{text}\n"


def identity_of(text: str) -> tuple[str | None, int | None]:
    """Code and version that `text` says, each None where it says none that could be stored.

    A text that isn't YAML (yet) is read by its lines.
    """
    code, version = _said(text, "code"), _said(text, "version")
    is_code = code is not None and CODE.fullmatch(code) and len(code) <= LONGEST_CODE
    number = int(version) if version and version.isascii() and version.isdigit() and len(version) < 10 else 0
    return code if is_code else None, number if 0 < number < HIGHEST_VERSION else None


def with_version(text: str, version: int) -> str:
    """`text` saying `version` instead of its own, nothing else changed; unchanged where it gives none."""
    place = _place(text, "version")
    return f"{text[: place[0]]}{version}{text[place[1] :]}" if place else text


def title_of(text: str) -> str:
    """The title that `text` says, empty where it says none."""
    return _said(text, "title") or ""


def line_of(text: str, key: str) -> int:
    """The line, from 1, on which the scheme's own `key` stands; 1 where it doesn't."""
    place = _place(text, key)
    return text.count("\n", 0, place[0]) + 1 if place else 1


def _said(text: str, key: str) -> str | None:
    return _values(text).get(key)


@lru_cache(maxsize=REMEMBERED)
def _values(text: str) -> Mapping[str, str]:
    """What the scheme says of itself, by key; read line by line where the text isn't YAML."""
    try:
        data: Any = read_yaml(text).data
    except YamlError:
        found = {key: re.search(_LINE.format(key=key), text, re.MULTILINE) for key in ITSELF}
        return {key: match["value"] for key, match in found.items() if match}
    values = {key: data.get(key) for key in ITSELF} if isinstance(data, dict) else {}
    return {
        key: str(value)
        for key, value in values.items()
        if isinstance(value, str | int) and not isinstance(value, bool)
    }


def _place(text: str, key: str) -> tuple[int, int] | None:
    """Where the value of a key of the scheme itself stands in `text`."""
    try:
        # Refuses what would be too deep to compose.
        read_yaml(text)
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (YamlError, yaml.YAMLError):
        match = re.search(_LINE.format(key=key), text, re.MULTILINE)
        return match.span("value") if match else None
    for name, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if name.value == key and isinstance(value, yaml.ScalarNode):
            return value.start_mark.index, value.end_mark.index
    return None
