"""The smallest pieces of a drawing: elements, numbers, and how much room words take.

Nothing can measure words in a picture that is made without a screen, so widths are estimated, a
little too large: what fits by the estimate fits in every common sans-serif font.
"""

import unicodedata
from collections.abc import Iterable

from markupsafe import Markup

from claimgraph.markup.html import safe

_NARROW = frozenset("iljtfrI.,:;!|'’‘()[] -–“”")
_BROAD = frozenset("mwMW@%—…")


def element(tag: str, *content: object, **attributes: object) -> Markup:
    """An element. Attributes that are ``None`` are left out; ``_`` in their names becomes ``-``.

    >>> element("text", "5 < 6", x=1.25, text_anchor="middle", class_=None)
    Markup('<text x="1.2" text-anchor="middle">5 &lt; 6</text>')
    """
    given = Markup("").join(
        Markup(' {}="{}"').format(name.rstrip("_").replace("_", "-"), safe(_plain(value)))
        for name, value in attributes.items()
        if value is not None
    )
    inner = Markup("").join(safe(piece) for piece in content)
    return Markup("<{}{}>{}</{}>").format(tag, given, inner, tag)


def number(value: float) -> str:
    """A length with at most one decimal: pictures do not differ from machine to machine.

    >>> number(12.0), number(0.04), number(-1.26)
    ('12', '0', '-1.3')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def path(*steps: str | float) -> str:
    """The ``d`` of a path.

    >>> path("M", 1, 2.04, "L", 3, 4)
    'M 1 2 L 3 4'
    """
    return " ".join(step if isinstance(step, str) else number(step) for step in steps)


def width_of(words: str, size: float = 12.0) -> float:
    """About how wide words are in a sans-serif font.

    >>> width_of("ill") < width_of("mom") < width_of("حلب حلب")
    True
    """
    return size * sum(map(_ems, words))


def fitted(words: str, width: float, size: float = 12.0) -> str:
    """Words on one line, cut and marked with "…" where they are too wide.

    >>> fitted("Syrian Observatory for Human Rights", 100)
    'Syrian Observ…'
    """
    line = " ".join(words.split())
    if width_of(line, size) <= width:
        return line
    room = width - width_of("…", size)
    kept = ""
    for sign in line:
        room -= width_of(sign, size)
        if room < 0:
            break
        kept += sign
    return f"{kept.rstrip()}…"


def broken(words: str, width: float, size: float = 12.0, most: int = 2) -> list[str]:
    """Words on at most so many lines; the last one is cut where they need more.

    >>> broken("Syrian Observatory for Human Rights", 110)
    ['Syrian', 'Observatory for…']
    """
    lines: list[str] = []
    rest = words.split()
    while rest and len(lines) < most - 1:
        taken = 1
        while taken < len(rest) and width_of(" ".join(rest[: taken + 1]), size) <= width:
            taken += 1
        lines.append(fitted(" ".join(rest[:taken]), width, size))
        rest = rest[taken:]
    return [*lines, fitted(" ".join(rest), width, size)] if rest else lines


def told(words: str) -> Markup:
    """What a pointer that rests on an element is told.

    >>> told("SOHR")
    Markup('<title>SOHR</title>')
    """
    return element("title", words)


def group(pieces: Iterable[object], **attributes: object) -> Markup:
    """Elements together."""
    return element("g", *pieces, **attributes)


def _plain(value: object) -> object:
    return number(value) if isinstance(value, (int, float)) else value


def _ems(sign: str) -> float:
    if unicodedata.combining(sign):
        return 0.0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.05
    if sign in _NARROW:
        return 0.36
    if sign in _BROAD:
        return 0.95
    if sign.isupper():
        return 0.72
    return 0.6
