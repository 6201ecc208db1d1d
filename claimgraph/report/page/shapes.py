"""What a drawing is made of: boxes with words in them, and arrows between them."""

from dataclasses import dataclass

from claimgraph.report.page.lettering import wrapped

#: Font sizes, in pixels, as the style sheet has them.
NAME, DETAIL = 14.0, 12.5

_LINE = 17.0
_PAD = 9.0


@dataclass(frozen=True)
class Words:
    """A line of words.

    Attributes:
        text: The words.
        x: Where they begin, or their middle.
        y: Their base line.
        style: ``b`` for a name, ``m`` for a detail.
        anchor: ``start``, ``middle`` or ``end``.
    """

    text: str
    x: float
    y: float
    style: str
    anchor: str = "middle"


@dataclass(frozen=True)
class Box:
    """A box with its words.

    Attributes:
        style: How it looks: ``accuses``, ``denies``, ``silent``, ``plain``, ``panel``.
    """

    x: float
    y: float
    width: float
    height: float
    style: str
    words: tuple[Words, ...] = ()

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def middle(self) -> float:
        """Half of its height."""
        return self.y + self.height / 2


@dataclass(frozen=True)
class Arrow:
    """A line with a head at its end.

    Attributes:
        path: The line, as SVG has it.
        head: The head.
        style: ``tells``, ``accuses``, ``denies`` or ``says``.
    """

    path: str
    head: str
    style: str


@dataclass(frozen=True)
class Picture:
    """A drawing: how large it is, and what is in it."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    words: tuple[Words, ...]


@dataclass(frozen=True)
class Label:
    """What is to be written in a box: a name, and details under it."""

    name: str
    details: tuple[str, ...] = ()
    style: str = "plain"


def box(label: Label, x: float, y: float, width: float, least: float = 0.0) -> Box:
    """A box as high as its words need; they are wrapped, and shortened where they are too long."""
    room = width - 2 * _PAD
    lines = [(line, "b", NAME) for line in wrapped(label.name, NAME, room, 2)]
    for detail in label.details:
        lines += [(line, "m", DETAIL) for line in wrapped(detail, DETAIL, room, 2)]
    height = max(least, 2 * _PAD + _LINE * len(lines) - 2)
    top = y + (height - _LINE * len(lines)) / 2 + 13
    words = tuple(
        Words(text, x + width / 2, round(top + _LINE * place, 1), style)
        for place, (text, style, _) in enumerate(lines)
    )
    return Box(x, y, width, height, label.style, words)


def lowered(shape: Box, least: float) -> Box:
    """The box, at least so high, its words in the middle."""
    more = max(0.0, least - shape.height)
    words = tuple(
        Words(each.text, each.x, round(each.y + more / 2, 1), each.style, each.anchor)
        for each in shape.words
    )
    return Box(shape.x, shape.y, shape.width, shape.height + more, shape.style, words)


def across(x: float, y: float, to_x: float, style: str) -> Arrow:
    """An arrow from left to right."""
    head = f"M{to_x:g} {y:g}l-9 -5v10z"
    return Arrow(f"M{x:g} {y:g}H{to_x - 7:g}", head, style)


def down(x: float, y: float, to_y: float, style: str) -> Arrow:
    """An arrow downwards."""
    return Arrow(f"M{x:g} {y:g}V{to_y - 7:g}", f"M{x:g} {to_y:g}l-5 -9h10z", style)


def up(x: float, y: float, to_y: float, style: str) -> Arrow:
    """An arrow upwards."""
    return Arrow(f"M{x:g} {y:g}V{to_y + 7:g}", f"M{x:g} {to_y:g}l-5 9h10z", style)
