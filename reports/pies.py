"""The slices of a pie as SVG paths: thin ones can still be seen, and their numbers keep apart."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

RADIUS, INSIDE, OUTSIDE = 100, 66, 113
LEAST_ANGLE, ROOM_INSIDE, ROOM_OUTSIDE = 3.0, 20.0, 11.0
FULL = 360.0


@dataclass(frozen=True)
class Slice:
    """One slice; its number stands at `mark`: in the slice where there is room, else beside it at the end of `line`."""

    path: str
    mark: tuple[str, str]
    line: str


def slices_of(shares: Sequence[float]) -> tuple[Slice, ...]:
    """The slices of a pie clockwise from the top, in the order of `shares` (percent of all, largest first)."""
    angles = angles_of(shares)
    starts = [sum(angles[:number]) for number in range(len(angles))]
    middles = [start + angle / 2 for start, angle in zip(starts, angles, strict=True)]
    marks = marks_of(middles, angles)
    return tuple(
        Slice(_path(start, angle), _point(*mark), "" if mark[1] == INSIDE else _leader(middle, mark[0]))
        for start, angle, middle, mark in zip(starts, angles, middles, marks, strict=True)
    )


def angles_of(shares: Sequence[float]) -> list[float]:
    """Angles of the slices, none so thin that it can't be seen; the thick ones give way."""
    least = min(LEAST_ANGLE, FULL / (2 * max(len(shares), 1)))
    thin = [share * FULL / 100 < least for share in shares]
    thick = sum(share for share, is_thin in zip(shares, thin, strict=True) if not is_thin)
    room = FULL - least * sum(thin)
    return [
        least if is_thin else room * share / (thick or 1) for share, is_thin in zip(shares, thin, strict=True)
    ]


def marks_of(middles: Sequence[float], angles: Sequence[float]) -> list[tuple[float, int]]:
    """(angle, distance) of the slices' numbers; those outside keep apart from each other."""
    marks: list[tuple[float, int]] = []
    limit = FULL
    for middle, angle in zip(reversed(middles), reversed(angles), strict=True):
        if angle >= ROOM_INSIDE:
            marks.append((middle, INSIDE))
            continue
        at = min(middle, limit)
        marks.append((at, OUTSIDE))
        limit = at - ROOM_OUTSIDE
    return marks[::-1]


def _path(start: float, angle: float) -> str:
    if angle >= FULL - 0.01:
        return f"M0 -{RADIUS}A{RADIUS} {RADIUS} 0 1 1 0 {RADIUS}A{RADIUS} {RADIUS} 0 1 1 0 -{RADIUS}Z"
    (x1, y1), (x2, y2) = _point(start, RADIUS), _point(start + angle, RADIUS)
    return f"M0 0L{x1} {y1}A{RADIUS} {RADIUS} 0 {int(angle > FULL / 2)} 1 {x2} {y2}Z"


def _leader(middle: float, mark: float) -> str:
    (x1, y1), (x2, y2) = _point(middle, RADIUS), _point(mark, OUTSIDE - 8)
    return f"M{x1} {y1}L{x2} {y2}"


def _point(angle: float, distance: float) -> tuple[str, str]:
    """A point of the pie: degrees clockwise from the top."""
    turned = math.radians(angle - 90)
    # Adding 0 makes a negative zero a plain one.
    x, y = (round(distance * of(turned), 1) + 0 for of in (math.cos, math.sin))
    return str(x), str(y)
