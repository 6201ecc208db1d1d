"""A text with what was found in it: source, cue and content marked and numbered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from claimgraph.markup.html import safe

#: What characters can be, in the order of the legend.
PARTS = ("source", "cue", "content")

STYLE = """
.claimgraph .cg-text{white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.75;margin:.4em 0;
max-width:46em}
.claimgraph .cg-box{max-height:32em;overflow:auto;padding:.2em .8em;max-width:48em;
border:1px solid color-mix(in srgb,currentColor 20%,transparent);border-radius:4px}
.claimgraph mark{background:transparent;color:inherit;padding:0}
.claimgraph mark.cg-content{background:color-mix(in srgb,#1a78c8 24%,transparent)}
.claimgraph mark.cg-content.cg-within{background:color-mix(in srgb,#1a78c8 44%,transparent)}
.claimgraph mark.cg-source{font-weight:700;border-bottom:2px solid
color-mix(in srgb,#1a78c8 70%,currentColor)}
.claimgraph mark.cg-cue{border-bottom:2px dotted color-mix(in srgb,#c07000 70%,currentColor)}
.claimgraph sup.cg-at{font-size:.72em;font-weight:700;line-height:0;margin-left:.1em;
color:color-mix(in srgb,#1a78c8 55%,currentColor)}
""".strip()

#: How the marks look, in words and by example.
LEGEND = Markup(
    '<p class="cg-note">Marked: <mark class="cg-source">source</mark>, '
    '<mark class="cg-cue">cue</mark>, <mark class="cg-content">what is said</mark>. '
    "What is said within something said is darker.</p>"
)


@dataclass(frozen=True)
class Mark:
    """Characters of a text that are part of something.

    Attributes:
        start: The first character.
        end: One past the last.
        part: "source", "cue" or "content".
        number: Shown behind it; ``None`` for no number.
        tip: What a pointer is told.
    """

    start: int
    end: int
    part: str
    number: int | None = None
    tip: str = ""


def marked_text(text: str, marks: Sequence[Mark]) -> Markup:
    """A text as HTML with its marks; marks may overlap.

    >>> marked_text("HTS denied it.", [Mark(0, 3, "source"), Mark(11, 13, "content", 1)])
    Markup('<mark class="cg-source">HTS</mark> denied <mark class="cg-content">it</mark><sup class="cg-at">1</sup>.')
    """  # noqa: E501 - one line of HTML
    return Markup("").join(_pieces(text, marks))


def _pieces(text: str, marks: Sequence[Mark]) -> Iterator[Markup]:
    inside = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    cuts = sorted({0, len(text), *(mark.start for mark in inside), *(mark.end for mark in inside)})
    waiting = sorted(inside, key=lambda mark: (mark.start, -mark.end), reverse=True)
    current: list[Mark] = []
    for start, end in pairwise(cuts):
        while waiting and waiting[-1].start <= start:
            current.append(waiting.pop())
        yield _piece(safe(text[start:end]), current)
        numbers = {mark.number for mark in current if mark.end == end and mark.number is not None}
        for number in sorted(numbers):
            yield Markup('<sup class="cg-at">{}</sup>').format(number)
        current = [mark for mark in current if mark.end > end]


def _piece(words: Markup, marks: Sequence[Mark]) -> Markup:
    if not marks:
        return words
    classes = [f"cg-{part}" for part in PARTS if any(mark.part == part for mark in marks)]
    if sum(mark.part == "content" for mark in marks) > 1:
        classes.append("cg-within")
    tips = dict.fromkeys(mark.tip for mark in marks if mark.tip)
    title = Markup(' title="{}"').format(safe("; ".join(tips))) if tips else Markup("")
    return Markup('<mark class="{}"{}>{}</mark>').format(" ".join(classes), title, words)
