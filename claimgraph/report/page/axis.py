"""One scale for several figures: where a number stands on it, and where its lines are."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

#: Figures that are further apart than this many times do not fit side by side on an even scale.
FAR_APART = 25

#: Pixels of the scale on a phone, and of a letter of its numbers.
_ROOM, _LETTER = 280, 8

_LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


@dataclass(frozen=True)
class Tick:
    """A line of the scale.

    Attributes:
        place: In percent of the width.
        label: The number; "" where there is no room for it.
        anchor: ``start``, ``middle`` or ``end``: the label stays within the drawing.
    """

    place: float
    label: str
    anchor: str


@dataclass(frozen=True)
class Axis:
    """A scale from ``low`` to ``high``.

    Attributes:
        low: Its left end.
        high: Its right end.
        in_tens: Each step is ten times the one before, because the figures are far apart.
        marked: The numbers that have a line.
    """

    low: float
    high: float
    in_tens: bool
    marked: tuple[float, ...]

    def place(self, number: float) -> float:
        """Where a number stands, in percent of the width."""
        low, high = self._bent(self.low), self._bent(self.high)
        share = (self._bent(number) - low) / (high - low)
        return round(min(100.0, max(0.0, 100 * share)), 2)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The lines, with their numbers."""
        labels = [written(number) for number in self.marked]
        widest = max(len(label) for label in labels) * _LETTER
        every = math.ceil(1.5 * widest * (len(labels) - 1) / _ROOM) or 1
        return tuple(
            Tick(place, label if at % every == 0 else "", anchor(place, label))
            for at, (number, label) in enumerate(zip(self.marked, labels, strict=True))
            for place in [self.place(number)]
        )

    def _bent(self, number: float) -> float:
        if not self.in_tens:
            return number
        if self.low > 0:
            return math.log10(max(number, self.low))
        return math.copysign(math.log10(1 + abs(number)), number)


def axis(numbers: Iterable[float]) -> Axis:
    """A scale on which all the numbers can be seen.

    >>> axis([90, 100, 107, 110]).marked
    (85, 90, 95, 100, 105, 110, 115)
    >>> axis([12, 360000]).marked
    (10, 100, 1000, 10000, 100000, 1000000)
    """
    known = sorted(number for number in numbers if math.isfinite(number))
    low, high = (known[0], known[-1]) if known else (0.0, 1.0)
    sizes = [abs(number) for number in known if number]
    if sizes and max(sizes) > FAR_APART * min(sizes):
        return _in_tens(low, high)
    return _even(low, high)


def _even(low: float, high: float) -> Axis:
    span = high - low
    if span == 0:
        span = max(1.0, abs(high) * 0.2)
    if 0 <= low < 0.4 * high:
        low, high = 0.0, high + span * 0.05
    else:
        floor = 0.0 if low >= 0 else -math.inf
        low, high = max(floor, low - span * 0.12), high + span * 0.12
    step = _round_step((high - low) / 5)
    first, last = math.floor(low / step), math.ceil(high / step)
    marked = tuple(_whole(number * step) for number in range(first, last + 1))
    return Axis(marked[0], marked[-1], in_tens=False, marked=marked)


def _round_step(step: float) -> float:
    ten = 10 ** math.floor(math.log10(step))
    return next(float(ten * each) for each in (1, 2, 5, 10) if ten * each >= step * 0.999)


def _in_tens(low: float, high: float) -> Axis:
    if low > 0:
        first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
        powers = [_whole(10.0**each) for each in range(first, last + 1)]
    else:
        above = range(math.ceil(math.log10(max(high, 1))) + 1) if high > 0 else ()
        below = range(math.ceil(math.log10(max(-low, 1))) + 1) if low < 0 else ()
        powers = [*(-_whole(10.0**each) for each in reversed(below)), 0]
        powers += [_whole(10.0**each) for each in above]
    every = math.ceil(len(powers) / 7)
    kept = powers[::every]
    return Axis(powers[0], powers[-1], in_tens=True, marked=tuple(kept))


def _whole(number: float) -> float:
    number = float(f"{number:.10g}")
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def anchor(place: float, label: str) -> str:
    """How a label stands at its place, so that it does not leave the drawing.

    >>> anchor(0, "90"), anchor(0, "12 or more"), anchor(100, "2.5 million")
    ('middle', 'start', 'end')
    """
    if len(label) <= 5:  # the drawing has so much room at its sides
        return "middle"
    return "start" if place < 15 else "end" if place > 85 else "middle"


def written(number: float) -> str:
    """A number as people write it.

    >>> written(360000), written(2_500_000), written(0.5)
    ('360,000', '2.5 million', '0.5')
    """
    size = abs(number)
    if size >= 1e15:
        return f"{number:.1e}"
    for unit, word in _LARGE:
        if size >= unit:
            return f"{float(f'{number / unit:.6g}'):.6g} {word}"
    return f"{number:,.0f}" if float(number).is_integer() else f"{float(f'{number:.4g}'):,}"
