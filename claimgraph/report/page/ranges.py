"""Figures as ranges on one scale, ready to be drawn."""

import math
from dataclasses import dataclass

from claimgraph.report.content import Figure, Scale
from claimgraph.report.page.axis import Axis, Tick, anchor, axis, written

#: Figures that are drawn at once; the others are one click away.
SHOWN = 12


@dataclass(frozen=True)
class Strip:
    """A figure on its scale; places are in percent of the width.

    Attributes:
        figure: What it shows.
        start: Where its range begins.
        end: Where it ends.
        dot: Where its one number stands; ``None`` where it has none.
        open_low: Nothing says how little it may be.
        open_high: Nothing says how much it may be.
        label: The number, to stand above it.
        label_place: Where.
        label_anchor: ``start``, ``middle`` or ``end``.
        meaning: The range in words: "90 to 110".
    """

    figure: Figure
    start: float
    end: float
    dot: float | None
    open_low: bool
    open_high: bool
    label: str
    label_place: float
    label_anchor: str
    meaning: str

    @property
    def is_range(self) -> bool:
        """Whether it is more than one number."""
        return self.open_low or self.open_high or self.end > self.start


@dataclass(frozen=True)
class Drawing:
    """A scale with its figures."""

    ticks: tuple[Tick, ...]
    strips: tuple[Strip, ...]
    hidden: tuple[Strip, ...]
    in_tens: bool


def drawing(scale: Scale) -> Drawing:
    """The figures of a scale, each at its place."""
    numbers = [
        number
        for figure in scale.figures
        for number in (figure.low, figure.best, figure.high)
        if number is not None
    ]
    line = axis(numbers)
    strips = tuple(_strip(figure, line) for figure in scale.figures)
    shown = len(strips) if len(strips) <= SHOWN + 3 else SHOWN  # not for three the click
    return Drawing(line.ticks, strips[:shown], strips[shown:], line.in_tens)


def _strip(figure: Figure, line: Axis) -> Strip:
    low, best, high = (_finite(each) for each in (figure.low, figure.best, figure.high))
    start = line.place(low) if low is not None else 0.0
    end = line.place(high) if high is not None else 100.0
    dot = line.place(best) if best is not None else None
    place = dot if dot is not None else end if low is None else start if high is None else None
    at = (start + end) / 2 if place is None else place
    return Strip(
        figure,
        start,
        end,
        dot,
        low is None,
        high is None,
        _label(low, best, high),
        at,
        anchor(at, _label(low, best, high)),
        meaning(low, high),
    )


def _label(low: float | None, best: float | None, high: float | None) -> str:
    is_closed = low is not None and high is not None
    return written(best) if best is not None and is_closed else meaning(low, high)


def meaning(low: float | None, high: float | None) -> str:
    """A range in words.

    >>> meaning(90, 110), meaning(47, None), meaning(None, 60), meaning(107, 107)
    ('90 to 110', '47 or more', 'up to 60', '107')
    """
    if low is None:
        return "any number" if high is None else f"up to {written(high)}"
    if high is None:
        return f"{written(low)} or more"
    return written(low) if low == high else f"{written(low)} to {written(high)}"


def _finite(number: float | None) -> float | None:
    return number if number is not None and math.isfinite(number) else None
