"""Where a cell stands on a page: an anchor (`section/…`) as an element's id, and as a link."""

from collections.abc import Callable, Iterator

Link = Callable[[str], str]


def element_id(anchor: str) -> str:
    """The id of the element that shows `anchor`; every page that shows a cell uses it."""
    return f"cell-{anchor.replace('/', '-')}"


def section_of(anchor: str) -> str:
    """The key of the page on which `anchor` stands."""
    return anchor.partition("/")[0]


def same_page(anchor: str) -> str:
    """A link for pages that show a whole filing."""
    return f"#{element_id(anchor)}"


def is_within(anchor: str, line: str) -> bool:
    """Whether `anchor` is the line itself or one of its cells."""
    return anchor == line or anchor.startswith(f"{line}/")


def lines_above(anchor: str) -> Iterator[str]:
    """The anchor itself and every line that it is a cell of."""
    parts = anchor.split("/")
    yield from ("/".join(parts[:count]) for count in range(1, len(parts) + 1))
