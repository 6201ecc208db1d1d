"""A network as a drawing: nodes with their names, lines between them, and what the lines mean."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from markupsafe import Markup

from claimgraph.markup.curves import (
    Area,
    Curve,
    Point,
    arrow_head,
    bent,
    beside,
    covered,
    hits,
    towards,
)
from claimgraph.markup.layout import Box, lay_out
from claimgraph.markup.picture import Picture
from claimgraph.markup.svg import broken, element, fitted, group, path, told, width_of

_MARGIN, _LINE, _LABEL = 16.0, 14.0, 132.0


@dataclass(frozen=True)
class Dot:
    """A node.

    Attributes:
        key: What tells it from others.
        name: What it is called.
        detail: More, in a few words, under the name.
        weight: How much there is of it; it is drawn larger.
        shape: "round", "square", or "page" for a square with a broken outline.
        tip: What a pointer is told.
    """

    key: str
    name: str
    detail: str
    weight: float
    shape: str
    tip: str


@dataclass(frozen=True)
class Kind:
    """What a line means. No kind is told by its colour alone.

    Attributes:
        words: In the legend: "contradicts".
        sign: Before the count; "" for lines without one.
        hue: Its colour, to be seen on light and on dark.
        dash: As in SVG; "" for an unbroken line.
        arrow: It leads from one to the other.
        wide: How thick, in pixels.
    """

    words: str
    sign: str
    hue: str
    dash: str = ""
    arrow: bool = False
    wide: float = 2.0


@dataclass(frozen=True)
class Tie:
    """A line between two nodes, which are not the same.

    Attributes:
        left: Where it starts.
        right: Where it ends.
        kind: What it means.
        count: How often.
        note: Said with the count: "1 answered".
        tip: What a pointer is told.
    """

    left: str
    right: str
    kind: Kind
    count: int
    note: str = ""
    tip: str = ""


def draw_network(
    dots: Sequence[Dot],
    ties: Sequence[Tie],
    *,
    title: str,
    words: str,
    notes: Sequence[str] = (),
    shapes: Mapping[str, str] | None = None,
) -> Picture:
    """Nodes and lines.

    Args:
        dots: The nodes.
        ties: The lines, each between two of the nodes.
        title: What is shown.
        words: The same for people who cannot see it.
        notes: Sentences under the drawing: what is left out.
        shapes: What the shapes of nodes mean, in the order of the legend.

    >>> dots = [Dot(name, name, "1 claim", 1, "round", name) for name in ("SOHR", "SANA")]
    >>> agrees = Kind("agrees with", "≈", "#7a4fd0")
    >>> picture = draw_network(dots, [Tie("SOHR", "SANA", agrees, 2)], title="Two", words="Two.")
    >>> "≈ 2" in picture.svg
    True
    """
    most = max((dot.weight for dot in dots), default=1) or 1
    radius = {dot.key: 6 + 14 * sqrt(max(dot.weight, 0) / most) for dot in dots}
    labels = {dot.key: broken(dot.name, _LABEL) for dot in dots}
    boxes = {dot.key: _box(dot, labels[dot.key], radius[dot.key]) for dot in dots}
    layout = lay_out(boxes, [(tie.left, tie.right) for tie in ties])
    width = max(layout.width + 2 * _MARGIN, 420.0)
    shift = (width - layout.width) / 2
    places = {key: (x + shift, y + _MARGIN) for key, (x, y) in layout.places.items()}
    boxes = dict(layout.boxes)
    occupied = [
        part
        for key, box in boxes.items()
        for part in _taken(places[key], box, radius[key], key in layout.flipped)
    ]
    # Nothing may stand outside of the picture.
    occupied += [(-200.0, -1e4, 2.0, 1e5), (width - 2, -1e4, width + 200, 1e5)]
    lines: list[Markup] = []
    counts: list[Markup] = []
    for tie, curve in _curves(ties, places, radius, boxes):
        lines.append(_line(tie, curve))
        if tie.kind.sign:
            counts.append(_count(tie, curve, occupied))
    nodes = [
        _node(dot, places[dot.key], radius[dot.key], labels[dot.key], dot.key in layout.flipped)
        for dot in dots
    ]
    top = layout.height + 2 * _MARGIN + 8
    legend, height = _legend(ties, shapes or {}, notes, width, top)
    return Picture(
        title,
        words,
        width,
        height,
        Markup("").join([group(lines), group(nodes), group(counts), legend]),
    )


def _box(dot: Dot, label: Sequence[str], radius: float) -> Box:
    wide = max([2 * radius, width_of(dot.detail, 11), *(width_of(line, 12) for line in label)])
    lines = len(label) + bool(dot.detail)
    return Box(wide / 2, wide / 2, radius + 2, radius + 4 + lines * _LINE)


def _around(place: Point, box: Box) -> Area:
    x, y = place
    return x - box.left, y - box.up, x + box.right, y + box.down


def _taken(place: Point, box: Box, radius: float, above: bool) -> Iterator[Area]:
    """What a node covers: itself, and its label."""
    x, y = place
    yield x - radius, y - radius, x + radius, y + radius
    if above:
        yield x - box.left, y - box.up, x + box.right, y - radius
    else:
        yield x - box.left, y + radius, x + box.right, y + box.down


def _node(dot: Dot, place: Point, radius: float, label: Sequence[str], above: bool) -> Markup:
    x, y = place
    common = {"fill_opacity": 0.12, "stroke": "currentColor", "stroke_width": 1.5}
    if dot.shape == "round":
        shape = element("circle", cx=x, cy=y, r=radius, **common)
    else:
        side = radius * 0.92
        shape = element(
            "rect",
            x=x - side,
            y=y - side,
            width=2 * side,
            height=2 * side,
            rx=3,
            stroke_dasharray="4 3" if dot.shape == "page" else None,
            **common,
        )
    lines = len(label) + bool(dot.detail)
    first = y - radius - 5 - _LINE * (lines - 1) if above else y + radius + 13
    texts = [_text(line, x, first + _LINE * at, font_weight=600) for at, line in enumerate(label)]
    if dot.detail:
        texts.append(_text(dot.detail, x, first + _LINE * len(label), font_size=11, opacity=0.8))
    return group([told(dot.tip), shape, *texts])


def _text(words: str, x: float, y: float, **more: object) -> Markup:
    return element("text", words, x=x, y=y, text_anchor="middle", class_="cg-halo", **more)


def _curves(
    ties: Sequence[Tie],
    places: Mapping[str, Point],
    radius: Mapping[str, float],
    boxes: Mapping[str, Box],
) -> Iterator[tuple[Tie, Curve]]:
    """A curve for every line: several between two nodes side by side, and around other nodes
    where there is a way.
    """
    between: defaultdict[frozenset[str], list[Tie]] = defaultdict(list)
    for tie in ties:
        between[frozenset((tie.left, tie.right))].append(tie)
    for ends, some in between.items():
        one, other = sorted(ends)
        others = [_around(places[key], box) for key, box in boxes.items() if key not in ends]
        offsets = [30.0 * (at - (len(some) - 1) / 2) for at in range(len(some))]
        bends = (0.0, 40.0, -40.0, 80.0, -80.0)
        bend = min(
            bends,
            key=lambda by: (
                sum(
                    hits(bent(places[one], places[other], offset + by), others)
                    for offset in offsets
                ),
                abs(by),
                -by,
            ),
        )
        for tie, offset in zip(some, offsets, strict=True):
            # The side is that of the pair, whichever way the line leads.
            side = offset + bend if tie.left == one else -(offset + bend)
            middle = bent(places[tie.left], places[tie.right], side)[1]
            start = towards(places[tie.left], middle, radius[tie.left] + 2)
            gap = 3.0 if tie.kind.arrow else 2.0
            yield tie, (start, middle, towards(places[tie.right], middle, radius[tie.right] + gap))


def _line(tie: Tie, curve: Curve) -> Markup:
    (x0, y0), (x1, y1), (x2, y2) = curve
    kind = tie.kind
    pieces = [
        told(tie.tip or f"{kind.words}: {tie.count}"),
        element(
            "path",
            d=path("M", x0, y0, "Q", x1, y1, x2, y2),
            fill="none",
            stroke=kind.hue,
            stroke_width=kind.wide,
            stroke_dasharray=kind.dash or None,
        ),
    ]
    if kind.arrow:
        pieces.append(element("path", d=arrow_head((x1, y1), (x2, y2)), fill=kind.hue))
    return group(pieces)


def _count(tie: Tie, curve: Curve, occupied: list[Area]) -> Markup:
    """The sign and the count, where they stand on nothing else, if there is such a place."""
    words = f"{tie.kind.sign} {tie.count}{f' ({tie.note})' if tie.note else ''}"
    half = width_of(words, 11) / 2 + 1
    spots = [
        beside(curve, share, half, side)
        for side in (1.0, -1.0, 1.7, -1.7)
        for share in (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8)
    ]
    boxes = [(x - half, y - 7, x + half, y + 7) for x, y in spots]
    best = min(range(len(spots)), key=lambda at: (covered(boxes[at], occupied), at))
    occupied.append(boxes[best])
    x, y = spots[best]
    return _text(words, x, y + 4, font_size=11, font_weight=600)


def _legend(
    ties: Sequence[Tie],
    shapes: Mapping[str, str],
    notes: Sequence[str],
    width: float,
    top: float,
) -> tuple[Markup, float]:
    """What lines and shapes mean, and the notes; and where all of it ends."""
    counts: Counter[Kind] = Counter()
    for tie in ties:
        counts[tie.kind] += tie.count
    entries = [(_sample(kind), 40.0, _meaning(kind, counts[kind])) for kind in counts]
    entries += [(_shape(shape), 22.0, words) for shape, words in shapes.items()]
    pieces = [
        element(
            "path",
            d=path("M", _MARGIN, top, "H", width - _MARGIN),
            stroke="currentColor",
            stroke_opacity=0.25,
        )
    ]
    x, y = _MARGIN, top + 20
    for sample, room, meaning in entries:
        words = fitted(meaning, width - 2 * _MARGIN - room)
        wide = room + width_of(words, 12) + 18
        if x > _MARGIN and x + wide > width - _MARGIN:
            x, y = _MARGIN, y + 20
        pieces.append(group([sample], transform=f"translate({x:.1f} {y - 4:.1f})"))
        pieces.append(element("text", words, x=x + room, y=y))
        x += wide
    for note in notes:
        for line in broken(note, width - 2 * _MARGIN, most=4):
            y += 18
            pieces.append(element("text", line, x=_MARGIN, y=y, opacity=0.8))
    return group(pieces), y + _MARGIN


def _meaning(kind: Kind, count: int) -> str:
    return f"{kind.sign} {kind.words} ({count:,})" if kind.sign else kind.words


def _sample(kind: Kind) -> Markup:
    pieces = [
        element(
            "path",
            d="M 0 0 H 32",
            fill="none",
            stroke=kind.hue,
            stroke_width=kind.wide,
            stroke_dasharray=kind.dash or None,
        )
    ]
    if kind.arrow:
        pieces.append(element("path", d=arrow_head((0, 0), (34, 0)), fill=kind.hue))
    return group(pieces)


def _shape(shape: str) -> Markup:
    common = {"fill_opacity": 0.12, "stroke": "currentColor", "stroke_width": 1.5}
    if shape == "round":
        return element("circle", cx=7, cy=0, r=6, **common)
    dash = "4 3" if shape == "page" else None
    return element("rect", x=1, y=-6, width=12, height=12, rx=2, stroke_dasharray=dash, **common)
