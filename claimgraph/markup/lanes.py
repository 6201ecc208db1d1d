"""Things at their times as a drawing: a bar is as long as the time that is known, no shorter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from math import log2

from markupsafe import Markup

from claimgraph.markup.picture import Picture
from claimgraph.markup.svg import broken, element, fitted, group, path, told, width_of

_WIDTH, _MARGIN, _ROW, _OPEN = 960.0, 16.0, 24.0, 30.0
_NAME, _SIZE = 92.0, 12.0
_DAY = timedelta(days=1)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Bar:
    """One thing.

    Attributes:
        start: The first moment, with a time zone; ``None`` if it is not known when it began.
        end: The first moment after it; ``None`` if it is not known when it ended.
        when: The time in words.
        words: What.
        tip: What a pointer is told.
    """

    start: datetime | None
    end: datetime | None
    when: str
    words: str
    tip: str


@dataclass(frozen=True)
class Lane:
    """Things of one sort, in the order in which they are to stand under each other.

    Attributes:
        name: What sort.
        hue: The colour of its bars.
        bars: The things.
        left_out: How many more there are.
    """

    name: str
    hue: str
    bars: tuple[Bar, ...]
    left_out: int = 0


def draw_lanes(
    lanes: Sequence[Lane], *, title: str, words: str, notes: Sequence[str] = ()
) -> Picture:
    """Lanes on one axis of time.

    The axis shows every moment at which something begins or ends, in order; a long stretch between
    two of them is drawn shorter than it is, and the picture says so.

    Args:
        lanes: The lanes, the first on top.
        title: What is shown.
        words: The same for people who cannot see it.
        notes: Sentences under the drawing.

    >>> day = datetime(2018, 11, 24, tzinfo=UTC)
    >>> bar = Bar(day, day + timedelta(days=1), "24 Nov 2018", "shells fell", "shells fell")
    >>> picture = draw_lanes([Lane("happened", "#d0402b", (bar,))], title="Aleppo", words="A day.")
    >>> "shells fell" in picture.svg
    True
    """
    axis = _Axis([bar for lane in lanes for bar in lane.bars])
    pieces: list[Markup] = []
    y = _MARGIN + 24
    for lane in lanes:
        drawn, bottom = _lane(lane, axis, y)
        pieces.append(drawn)
        y = bottom + 10
    ticks = group(axis.ticks(y))
    y += 6
    sentences = [*notes, *(["Long stretches of time are drawn shorter than they are."] * axis.bent)]
    for note in sentences:
        for line in broken(note, _WIDTH - 2 * _MARGIN, most=3):
            y += 18
            pieces.append(element("text", line, x=_MARGIN, y=y, opacity=0.8))
    return Picture(title, words, _WIDTH, y + _MARGIN, Markup("").join([ticks, *pieces]))


class _Axis:
    """From moments to places on the page."""

    def __init__(self, bars: Sequence[Bar]) -> None:
        ends = {moment for bar in bars for moment in (bar.start, bar.end) if moment is not None}
        self._moments = sorted(ends) or [datetime(2000, 1, 1, tzinfo=UTC)]
        lengths = [later - before for before, later in pairwise(self._moments)]
        # Twice the time is one step more: an hour and a decade fit on one page.
        steps = [log2(2 + length / _DAY) for length in lengths]
        self.bent = bool(lengths) and max(lengths) > 2 * min(lengths)
        left, right = _MARGIN + _NAME + _OPEN, _WIDTH - _MARGIN - _OPEN
        whole = sum(steps) or 1.0
        self._places = {self._moments[0]: left}
        at = left
        for moment, step in zip(self._moments[1:], steps, strict=True):
            at += step / whole * (right - left)
            self._places[moment] = at
        self.left, self.right = left - _OPEN, right + _OPEN

    def place(self, moment: datetime) -> float:
        return self._places[moment]

    def ticks(self, bottom: float) -> list[Markup]:
        """A thin line at every moment; its date where there is room for it."""
        pieces: list[Markup] = []
        free = 0.0
        shown: tuple[int, ...] = ()
        for moment, x in self._places.items():
            label = _date(moment, shown)
            half = width_of(label, 11) / 2
            has_room = x - half > free
            pieces.append(
                element(
                    "path",
                    d=path("M", x, _MARGIN + 18, "V", bottom),
                    stroke="currentColor",
                    stroke_opacity=0.22 if has_room else 0.08,
                )
            )
            if has_room:
                pieces.append(
                    element(
                        *("text", label),
                        x=min(max(x, half + 2), _WIDTH - half - 2),
                        y=_MARGIN + 10,
                        font_size=11,
                        text_anchor="middle",
                    )
                )
                free, shown = x + half + 8, (moment.year,)
        return pieces


def _date(moment: datetime, shown: tuple[int, ...]) -> str:
    """A date, without the year where the last one has it too."""
    day = f"{moment.day} {_MONTHS[moment.month - 1]}"
    if (moment.hour, moment.minute) != (0, 0):
        day = f"{day}, {moment:%H:%M}"
    return day if moment.year in shown else f"{day} {moment.year}"


def _lane(lane: Lane, axis: _Axis, top: float) -> tuple[Markup, float]:
    """The bars of a lane under each other, and where they end."""
    rows = max(len(lane.bars) + bool(lane.left_out), 1)
    bottom = top + rows * _ROW
    pieces = [
        element(
            "rect",
            x=axis.left - 4,
            y=top - 4,
            width=axis.right - axis.left + 8,
            height=rows * _ROW + 4,
            rx=4,
            fill=lane.hue,
            fill_opacity=0.08,
        ),
        *(
            element("text", line, x=_MARGIN, y=top + 12 + 15 * at, font_weight=600)
            for at, line in enumerate(broken(lane.name, _NAME, most=2))
        ),
    ]
    for at, bar in enumerate(lane.bars):
        pieces.append(_bar(bar, lane.hue, axis, top + at * _ROW + _ROW / 2 - 2))
    if lane.left_out:
        y = top + len(lane.bars) * _ROW + _ROW / 2 + 2
        more = f"and {lane.left_out:,} more"
        pieces.append(element("text", more, x=axis.left + 4, y=y, opacity=0.8))
    return group(pieces), bottom


def _bar(bar: Bar, hue: str, axis: _Axis, y: float) -> Markup:
    """A bar with its words, on the side where there is more room."""
    left = axis.left if bar.start is None else axis.place(bar.start)
    right = axis.right if bar.end is None else axis.place(bar.end)
    pieces = [
        told(bar.tip),
        element(
            "rect",
            x=left,
            y=y - 6,
            width=max(right - left, 3.0),
            height=12,
            rx=2,
            fill=hue,
            fill_opacity=0.5,
            stroke=hue,
            # An end that nobody knows is no end.
            stroke_dasharray="3 3" if bar.start is None or bar.end is None else None,
        ),
    ]
    before, after = left - axis.left - 8, axis.right - right - 8
    inside = right - left - 10
    words = f"{bar.when}: {bar.words}" if bar.when else bar.words
    common = {"y": y + 4, "font_size": _SIZE, "class_": "cg-halo"}
    if max(before, after) < 200 and inside > max(before, after):
        pieces.append(element("text", fitted(words, inside, _SIZE), x=left + 5, **common))
    elif after >= before:
        pieces.append(element("text", fitted(words, after, _SIZE), x=right + 6, **common))
    else:
        line = fitted(words, before, _SIZE)
        pieces.append(element("text", line, x=left - 6, text_anchor="end", **common))
    return group(pieces)
