"""Counts of pairs as a drawing: a square of cells, each with its numbers in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from claimgraph.markup.picture import Picture
from claimgraph.markup.svg import broken, element, fitted, group, path, told, width_of

_MARGIN, _CELL, _ROW, _NAME, _HEAD = 16.0, 58.0, 40.0, 190.0, 128.0


@dataclass(frozen=True)
class Cell:
    """What two have together.

    Attributes:
        lines: The counts with their signs, at most two lines: "≠ 2".
        hue: The colour of its ground; a colour never says what the lines do not.
        share: How strong the colour is, 0 to 1.
        tip: What a pointer is told.
    """

    lines: tuple[str, ...]
    hue: str
    share: float
    tip: str


def draw_grid(
    names: Sequence[str],
    cells: Mapping[tuple[int, int], Cell],
    *,
    title: str,
    words: str,
    legend: Sequence[tuple[str, str]],
    notes: Sequence[str] = (),
) -> Picture:
    """A square of everybody with everybody.

    Args:
        names: Of rows and columns, in their order.
        cells: By the number of the row and of the column; one of the two ways round is enough.
        title: What is shown.
        words: The same for people who cannot see it.
        legend: Colours with what they stand for.
        notes: Sentences under the drawing.

    >>> cell = Cell(("≈ 2",), "#7a4fd0", 0.4, "SOHR agrees with SANA: 2")
    >>> picture = draw_grid(["SOHR", "SANA"], {(0, 1): cell}, title="Two", words="", legend=[])
    >>> picture.svg.count("≈ 2")
    2
    """
    left, top = _MARGIN + _NAME, _MARGIN + _HEAD
    side = len(names)
    pieces: list[Markup] = []
    for at, name in enumerate(names):
        pieces.append(_row_head(name, at, top))
        pieces.append(_column_head(name, at, left, top))
        for other in range(side):
            cell = cells.get((at, other)) or cells.get((other, at))
            pieces.append(_cell(cell, left + other * _CELL, top + at * _ROW, at == other))
    width = max(left + side * _CELL + _HEAD * 0.6, 480.0)
    x, y = _MARGIN, top + side * _ROW + 26
    for hue, words_ in legend:
        meaning = fitted(words_, width - 2 * _MARGIN - 22)
        wide = 22 + width_of(meaning) + 18
        if x > _MARGIN and x + wide > width - _MARGIN:
            x, y = _MARGIN, y + 20
        pieces.append(_ground(x, y - 11, 14, 14, hue, 0.36))
        pieces.append(element("text", meaning, x=x + 20, y=y))
        x += wide
    for note in notes:
        for line in broken(note, width - 2 * _MARGIN, most=3):
            y += 18
            pieces.append(element("text", line, x=_MARGIN, y=y, opacity=0.8))
    return Picture(title, words, width, y + _MARGIN, Markup("").join(pieces))


def _row_head(name: str, at: int, top: float) -> Markup:
    lines = broken(name, _NAME - 12)
    first = top + at * _ROW + _ROW / 2 + 4 - 7 * (len(lines) - 1)
    texts = [
        element("text", line, x=_MARGIN + _NAME - 8, y=first + 14 * step, text_anchor="end")
        for step, line in enumerate(lines)
    ]
    return group([told(name), *texts])


def _column_head(name: str, at: int, left: float, top: float) -> Markup:
    """A name that leans, so that it can be read and has room."""
    x, y = left + at * _CELL + _CELL / 2 - 2, top - 8
    line = fitted(name, _HEAD * 1.2)
    words = element("text", line, transform=f"translate({x:.1f} {y:.1f}) rotate(-50)")
    return group([told(name), words])


def _cell(cell: Cell | None, x: float, y: float, is_own: bool) -> Markup:
    frame = element(
        "rect",
        x=x,
        y=y,
        width=_CELL,
        height=_ROW,
        fill="none",
        stroke="currentColor",
        stroke_opacity=0.25,
    )
    if cell is None:
        if is_own:
            mark = path("M", x + 22, y + _ROW / 2, "H", x + _CELL - 22)
            return group(
                [frame, element("path", d=mark, stroke="currentColor", stroke_opacity=0.25)]
            )
        return frame
    first = y + _ROW / 2 + 4 - 7 * (len(cell.lines) - 1)
    texts = [
        element(
            *("text", line),
            x=x + _CELL / 2,
            y=first + 14 * step,
            text_anchor="middle",
            font_weight=600,
            font_size=None if width_of(line) < _CELL else 10,
        )
        for step, line in enumerate(cell.lines)
    ]
    return group([told(cell.tip), _ground(x, y, _CELL, _ROW, cell.hue, cell.share), frame, *texts])


def _ground(x: float, y: float, width: float, height: float, hue: str, share: float) -> Markup:
    return element(
        "rect", x=x, y=y, width=width, height=height, fill=hue, fill_opacity=f"{share:.2f}"
    )
