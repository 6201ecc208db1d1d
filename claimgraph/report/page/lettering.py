"""Words in a drawing: SVG wraps nothing, so what is written in a box is measured first.

The widths are those of DejaVu Sans Bold, the widest of the usual fonts, rounded up: whatever font a
reader has, the words stay in their box.
"""

from collections.abc import Iterable
from unicodedata import combining, east_asian_width

_WIDTHS = {
    0.4: "',./:;IJ\\ijl|‘’ ",
    0.55: "!()-[]_`frt–",
    0.6: '"*?csz',
    0.7: "$0123456789EFLTaekovxy“”",
    0.8: "ABCKPRSVXYZbdghnpqu{}",
    0.9: "#&+<=>DGHNOQU^~",
    1.0: "@Mw—…",
    1.2: "mW%�",
}
_WIDTH = {letter: width for width, letters in _WIDTHS.items() for letter in letters}


def width(words: str, size: float) -> float:
    """At most so wide, in pixels, at a font size in pixels.

    >>> width("SOHR", 10)
    34.0
    """
    return round(size * sum(map(_of, words)), 1)


def _of(letter: str) -> float:
    if letter in _WIDTH:
        return _WIDTH[letter]
    if combining(letter):
        return 0.0
    if east_asian_width(letter) in "WF" or ord(letter) > 0x2FFF:
        return 1.3
    return 0.85 if letter.islower() else 1.1


def wrapped(words: str, size: float, room: float, lines: int) -> tuple[str, ...]:
    """Words on so many lines at most, none wider than ``room``; "…" where some are left out.

    >>> wrapped("Syrian Observatory for Human Rights", 14, 160, 2)
    ('Syrian', 'Observatory for…')
    """
    done: list[str] = []
    line = ""
    rest = _breakable(words, size, room)
    for place, word in enumerate(rest):
        longer = f"{line} {word}" if line else word
        if width(longer, size) <= room:
            line = longer
        elif len(done) + 1 == lines:
            return (*done, _shortened(" ".join([line, *rest[place:]]), size, room))
        else:
            done.append(line)
            line = word
    return (*done, line) if line else tuple(done)


def _breakable(words: str, size: float, room: float) -> list[str]:
    """The words; one that is wider than the room in pieces."""
    found: list[str] = []
    for word in words[:2000].split():
        piece = ""
        for letter in word:
            if piece and width(piece + letter, size) > room:
                found.append(piece)
                piece = ""
            piece += letter
        found.append(piece)
    return found


def _shortened(words: str, size: float, room: float) -> str:
    kept: list[str] = []
    left = room - width("…", size)
    for letter in words:
        left -= width(letter, size)
        if left < 0:
            break
        kept.append(letter)
    return "".join(kept).rstrip(" ,;:.-–") + "…"


def several(names: Iterable[str]) -> str:
    """Names in a row: the first, and how many others there are.

    >>> several(["Example Wire"]), several(["Example Wire", "Sham Dispatch", "TASS"])
    ('Example Wire', 'Example Wire and 2 more')
    """
    first, *others = names
    return f"{first} and {len(others)} more" if others else first
