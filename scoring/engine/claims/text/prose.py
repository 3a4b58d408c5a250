"""A text as it is read: one spelling for each sign, markup blanked out, and not one character moved."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

# Every replacement is as long as what it replaces, so that a place in the reading is a place in the text.
_WIDE = {chr(0xFF10 + n): str(n) for n in range(10)}
_SIGNS = {
    **_WIDE,
    "．": ".",
    "％": "%",
    "﹪": "%",
    "（": "(",
    "）": ")",
    "﹙": "(",
    "﹚": ")",
    "〔": "(",
    "〕": ")",
    "【": "(",
    "】": ")",
    "[": "(",
    "]": ")",
    ":": "：",
    ";": "；",
    "?": "？",
    "!": "！",
    "－": "-",
    "−": "-",
    "—": "-",
    "–": "-",
    "‐": "-",
    "‑": "-",
    "＋": "+",
    "×": "×",
    "✕": "×",
    "╳": "×",
    "＊": "*",
    "／": "/",
    "＝": "=",
    "≧": "≥",
    "≦": "≤",
    "〜": "~",
    "～": "~",
    "\u3000": " ",
    "\u00a0": " ",
    "\u200b": " ",
    "\ufeff": " ",
    "\r": " ",
    "\x0b": "\n",
    "\x0c": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
}
_TABLE = str.maketrans(_SIGNS)
_WIDE_THOUSANDS = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
_MARKUP = re.compile(
    r"<(?P<tag>/?[A-Za-z][A-Za-z0-9]{0,10})(?:\s[^<>]{0,300})?/?>"
    r"|\[(?:bookmark|image)：? ?[^\[\]]{0,80}\]|\[(?:bookmark|image):[^\[\]]{0,80}\]"
    r"|\*\*|&nbsp;|\$|\\(?:left|right|quad|,|;|\s)"
    r"|\\text\{(?P<text>[^{}]{0,60})\}"
    r"|\\frac\{(?P<above>[^{}]{0,80})\}\{(?P<below>[^{}]{0,80})\}"
    r"|\\(?P<word>times|div|geq?|leq?|%)"
)
_BLOCKS = frozenset({"p", "br", "tr", "td", "th", "div", "li", "table", "h1", "h2", "h3", "h4"})
_WORDS = {"times": "×", "div": "÷", "ge": "≥", "geq": "≥", "le": "≤", "leq": "≤", "%": "%"}
# A line of running text that the page was too narrow for: it goes on where the next one begins.
_WRAPPED = 30
_SENTENCE_END = re.compile(r"[。！？]|\n")
_HEADING = re.compile(r"\s|[一二三四五六七八九十]+、|\(|\d{1,2}[.、\s]|第[一二三四五六七八九十]|[#*|]")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text, in code points: `start` up to, not including, `end`."""

    start: int
    end: int

    def __contains__(self, place: int) -> bool:
        return self.start <= place < self.end


@dataclass(frozen=True)
class Prose:
    """A text with the reading of it, both of the same length.

    `name` tells the texts of one filing apart, `title` is what people call this one.
    """

    source: str
    name: str = ""
    title: str = ""
    text: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", _reading(self.source))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Stretches up to 。！？ or the end of a line; a wrapped line goes on in the next one."""
        return tuple(_sentences(self.text))

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.sentences]

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that holds `place`."""
        return (bisect_right(self._starts, place) or 1) - 1

    def quote(self, start: int, end: int) -> str:
        """The source between two places."""
        return self.source[start:end]


def _reading(source: str) -> str:
    text = _WIDE_THOUSANDS.sub(",", source)
    if "<" in text or "\\" in text or "[" in text or "*" in text or "$" in text or "&" in text:
        text = _MARKUP.sub(_blanked, text)
        if "\\frac" in text:  # it holds \text{…}, which is read now
            text = _MARKUP.sub(_blanked, text)
    return text.translate(_TABLE)


def _blanked(match: re.Match[str]) -> str:
    """Markup as spaces, its content where it stood."""
    width = len(match[0])
    if match["tag"]:
        return ("\n" if match["tag"].lstrip("/").lower() in _BLOCKS else " ").ljust(width)
    if match["text"] is not None:
        return match["text"].rjust(width - 1) + " "
    if match["word"]:
        return _WORDS[match["word"]].rjust(width)
    if match["above"] is not None:
        # \frac{a}{b} → (a)/b, as wide as it was; a sum below the line would lose its brackets.
        below = match["below"]
        return f"     ({match['above']})/{below} " if not re.search("[-+]", below) else " " * width
    return " " * width


def _sentences(text: str) -> Iterator[Span]:
    start = line = 0
    for match in _SENTENCE_END.finditer(text):
        at = match.start()
        if match[0] == "\n":
            wrapped = _goes_on(text, line, at)
            line = at + 1
            if wrapped:
                continue
        if at > start:
            yield Span(start, at + 1)
        start = at + 1
    if start < len(text):
        yield Span(start, len(text))


def _goes_on(text: str, line: int, at: int) -> bool:
    """Whether the line from `line` to the break at `at` goes on behind it."""
    after = text[at + 1 : at + 2]
    if after and after in "，、；：。)%":
        return True
    before = text[at - 1 : at]
    if at - line < _WRAPPED or not after or before in "。！？；：\t" or "\t" in text[line:at]:
        return False
    return not _HEADING.match(text, at + 1)
