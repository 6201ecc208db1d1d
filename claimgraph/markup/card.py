"""One thing on a card: who, what, where it stands, and what else is known of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from claimgraph.markup import passage
from claimgraph.markup.html import badge, block, cut, safe, small
from claimgraph.markup.passage import Mark, marked_text

#: Characters of a name or a fact, of a tag, and of a text, that a card shows.
NAME, TAG, TEXT = 300, 60, 1_200

STYLE = """
.claimgraph .cg-card{border-left:3px solid color-mix(in srgb,currentColor 40%,transparent);
padding:.15em 0 .15em .9em;margin:.3em 0;max-width:50em;overflow-wrap:anywhere}
.claimgraph .cg-card p{margin:.25em 0}
.claimgraph .cg-card .cg-head{font-size:1.08em}
.claimgraph .cg-card blockquote{margin:.4em 0;padding:0;border:0;color:inherit;
white-space:pre-wrap;max-width:46em;line-height:1.6}
.claimgraph .cg-card blockquote .cg-note{font-style:normal}
.claimgraph dl.cg-facts{display:grid;gap:.1em 1em;margin:.4em 0;
grid-template-columns:fit-content(14em) minmax(0,1fr)}
.claimgraph dl.cg-facts dt{margin:0;padding:0;float:none;width:auto;opacity:.75;font-weight:normal}
.claimgraph dl.cg-facts dd{margin:0;padding:0;float:none;width:auto}
""".strip()


@dataclass(frozen=True)
class Passage:
    """Words of an article, with the characters that matter marked.

    Attributes:
        text: The words.
        marks: Counted from the beginning of ``text``.
        label: Whose words they are; may be "".
    """

    text: str
    marks: tuple[Mark, ...] = ()
    label: str = ""


@dataclass(frozen=True)
class Card:
    """What there is to be seen of one thing.

    Attributes:
        kind: What it is: "claim".
        name: Its head: who says it, or what it is called.
        tag: A word in a frame behind the name; may be "".
        tone: Of the tag: one of :data:`claimgraph.markup.html.TONES`.
        text: What is said; may be "".
        passages: The words of articles.
        facts: What else is known: ("article", "Example Wire, 25 Nov 2018"). Empty ones are left
            out.
        id: The id of the record, in small letters.

    >>> card = Card("claim", "SOHR", "says", text="around 100 struggled to breathe", id="clm_1")
    >>> print(card)
    SOHR (says): around 100 struggled to breathe
      claim  clm_1
    """

    kind: str
    name: str
    tag: str = ""
    tone: str = "plain"
    text: str = ""
    passages: tuple[Passage, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    id: str = ""

    def html(self) -> str:
        """The card, with the styles that it needs."""
        head = [Markup("<b>{}</b>").format(safe(cut(self.name, NAME)))]
        if self.tag:
            head.append(badge(cut(self.tag, TAG), self.tone))
        parts = [Markup('<p class="cg-head" dir="auto">{}</p>').format(Markup(" ").join(head))]
        if self.text:
            parts.append(Markup('<p dir="auto">{}</p>').format(safe(cut(self.text, TEXT))))
        parts += [_quotation(trimmed(each)) for each in self.passages]
        facts = [(cut(name, TAG), cut(words, NAME)) for name, words in self.facts if words]
        if facts:
            pairs = Markup("").join(
                Markup('<dt>{}</dt><dd dir="auto">{}</dd>').format(safe(name), safe(words))
                for name, words in facts
            )
            parts.append(Markup('<dl class="cg-facts">{}</dl>').format(pairs))
        if self.id:
            foot = Markup('<p class="cg-note">{} {}</p>')
            parts.append(foot.format(safe(self.kind), small(self.id)))
        body = Markup('<div class="cg-card">{}</div>').format(Markup("").join(parts))
        return str(block(style(), body))

    def __str__(self) -> str:
        name, tag, text = cut(self.name, NAME), cut(self.tag, TAG), cut(self.text, TEXT)
        head = f"{name} ({tag})" if tag else name
        told = [f"{head}: {text}" if text else head]
        rows = [
            (cut(each.label, TAG) or "words", _in_brackets(trimmed(each))) for each in self.passages
        ]
        rows += [(cut(name, TAG), cut(words, NAME)) for name, words in self.facts if words]
        rows += [(self.kind, self.id)] if self.id else []
        width = max((len(name) for name, _ in rows), default=0)
        told += [f"  {name:<{width}}  {words}" for name, words in rows]
        return "\n".join(told)


def trimmed(each: Passage, most: int = TEXT) -> Passage:
    """A passage that is not longer than that; where it is cut, it ends with "…".

    >>> trimmed(Passage("a" * 20, (Mark(2, 20, "content"),)), 5).text
    'aaaa…'
    """
    if len(each.text) <= most:
        return each
    end = most - 1
    marks = tuple(replace(mark, end=min(mark.end, end)) for mark in each.marks if mark.start < end)
    return Passage(f"{each.text[:end]}…", marks, each.label)


def style() -> Markup:
    """The styles of cards and of marked texts, as an element."""
    return Markup("<style>{}\n{}</style>").format(
        Markup(STYLE),  # noqa: S704 - a constant of this file
        Markup(passage.STYLE),  # noqa: S704 - a constant of that file
    )


def _quotation(each: Passage) -> Markup:
    label = Markup('<span class="cg-note">{}: </span>').format(safe(cut(each.label, TAG)))
    return Markup('<blockquote dir="auto">{}{}</blockquote>').format(
        label if each.label else "", marked_text(each.text, each.marks)
    )


def _in_brackets(each: Passage) -> str:
    """The passage on one line, with what matters in brackets."""
    kept = _widest(each.marks)
    pieces: list[str] = []
    last = 0
    for mark in kept:
        pieces += [each.text[last : mark.start], "[", each.text[mark.start : mark.end], "]"]
        last = mark.end
    return " ".join("".join([*pieces, each.text[last:]]).split())


def _widest(marks: Sequence[Mark]) -> list[Mark]:
    """Marks that do not overlap: of those that do, the first and widest."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept
