"""Curves between two places, what they meet on their way, and what stands beside them."""

from collections.abc import Sequence
from math import hypot

from claimgraph.markup.svg import path

Point = tuple[float, float]
#: Where it starts, what draws it to the side, where it ends.
Curve = tuple[Point, Point, Point]
#: Left, top, right, bottom.
Area = tuple[float, float, float, float]


def bent(start: Point, end: Point, by: float) -> Curve:
    """From one to the other, bent to the side."""
    along = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    x = (start[0] + end[0]) / 2 - (end[1] - start[1]) / along * by
    y = (start[1] + end[1]) / 2 + (end[0] - start[0]) / along * by
    return start, (x, y), end


def towards(start: Point, goal: Point, far: float) -> Point:
    """The point so far from one on the way to another."""
    along = hypot(goal[0] - start[0], goal[1] - start[1]) or 1.0
    return start[0] + (goal[0] - start[0]) / along * far, start[1] + (
        goal[1] - start[1]
    ) / along * far


def point_at(curve: Curve, share: float) -> Point:
    """The point of a curve at a share of its way."""
    (x0, y0), (x1, y1), (x2, y2) = curve
    rest = 1 - share
    return (
        rest * rest * x0 + 2 * rest * share * x1 + share * share * x2,
        rest * rest * y0 + 2 * rest * share * y1 + share * share * y2,
    )


def hits(curve: Curve, boxes: Sequence[Area]) -> int:
    """How many steps of a curve lie on other nodes."""
    points = [point_at(curve, step / 14) for step in range(1, 14)]
    return sum(
        left <= x <= right and top <= y <= bottom
        for x, y in points
        for left, top, right, bottom in boxes
    )


def arrow_head(back: Point, tip: Point) -> str:
    """A triangle at the end of a line."""
    along = hypot(tip[0] - back[0], tip[1] - back[1]) or 1.0
    x, y = (tip[0] - back[0]) / along, (tip[1] - back[1]) / along
    foot = tip[0] - 9 * x, tip[1] - 9 * y
    return path(
        *("M", *tip, "L", foot[0] - 4 * y, foot[1] + 4 * x),
        *("L", foot[0] + 4 * y, foot[1] - 4 * x, "Z"),
    )


def beside(curve: Curve, share: float, half: float, side: float) -> Point:
    """The middle of words that stand beside a curve, and do not touch it."""
    (x, y), before, after = (
        point_at(curve, share),
        point_at(curve, share - 0.05),
        point_at(curve, share + 0.05),
    )
    along = hypot(after[0] - before[0], after[1] - before[1]) or 1.0
    across = (after[1] - before[1]) / along, -(after[0] - before[0]) / along
    far = abs(across[0]) * (half + 3) + abs(across[1]) * 9
    return x + side * across[0] * far, y + side * across[1] * far


def covered(box: Area, others: Sequence[Area]) -> float:
    """How much of a box lies on others, in square pixels."""
    return sum(
        max(0.0, min(box[2], other[2]) - max(box[0], other[0]))
        * max(0.0, min(box[3], other[3]) - max(box[1], other[1]))
        for other in others
    )
