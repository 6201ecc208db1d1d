"""A document's text with what was found in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from claimgraph.markup.card import style
from claimgraph.markup.html import block, cut, note, safe
from claimgraph.markup.passage import LEGEND, Mark, marked_text
from claimgraph.model.attribution import Attribution
from claimgraph.model.base import Id
from claimgraph.model.document import Document, Span
from claimgraph.model.showing import act_words, headline, words_of

#: Characters of a text that a notebook shows in a box to scroll in, and that the plain form shows.
SHOWN, PRINTED = 20_000, 2_000


@dataclass(frozen=True, repr=False)
class MarkedText:
    """A text with source, cue and content of each attribution, marked and numbered.

    A notebook shows it in colours; ``str()`` is the whole text with numbered brackets.

    Attributes:
        document: The article.
        attributions: What was found, in the order of their numbers.
        names: What sources are called, by their ids.

    >>> article = Document(text="HTS denied it.")
    >>> span = article.span
    >>> denial = Attribution(
    ...     document_id=article.id, source=[span(0, 3)], cue=[span(4, 10)], content=[span(11, 13)]
    ... )
    >>> print(MarkedText(article, (denial,)))
    [1S HTS] [1C denied] [1: it].
    """

    document: Document
    attributions: tuple[Attribution, ...]
    names: Mapping[Id, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return in_brackets(self.document, self.attributions)

    def __repr__(self) -> str:
        text = str(self)
        if len(text) <= PRINTED:
            return text
        return f"{text[:PRINTED]}… (print() shows all {len(text):,} characters)"

    def _repr_html_(self) -> str:
        head = ", ".join(
            str(each) for each in (self.document.publisher, self.document.published) if each
        )
        title = Markup('<p class="cg-head" dir="auto"><b>{}</b> {}</p>').format(
            safe(cut(headline(self.document), 200)), note(cut(head, 200))
        )
        return str(block(style(), title, LEGEND, *self.box()))

    def box(self) -> list[Markup]:
        """The text in a box to scroll in, and how much is not in it."""
        text = self.document.text
        marks = self.marks()
        end = len(text)
        if end > SHOWN:
            # At the end of a paragraph, where there is one.
            end = text.rfind("\n", SHOWN // 2, SHOWN)
            end = SHOWN if end < 0 else end
        inside = [mark for mark in marks if mark.end <= end]
        body = Markup(
            '<div class="cg-box" tabindex="0" role="group" aria-label="Text with marks">'
            '<div class="cg-text" dir="auto">{}</div></div>'
        )
        parts = [body.format(marked_text(text[:end], inside))]
        if end < len(text):
            rest = sum(
                min(span.start for span in _parts(item)) >= end for item in self.attributions
            )
            parts.append(
                Markup('<p class="cg-more">{}</p>').format(
                    f"first {end:,} of {len(text):,} characters; {rest:,} of "
                    f"{len(self.attributions):,} attributions are in the rest"
                )
            )
        return parts

    def marks(self) -> list[Mark]:
        """Where what is; the number stands behind the last piece of what is said."""
        found: list[Mark] = []
        for number, item in enumerate(self.attributions, 1):
            name = self.names.get(item.source_id or "") or words_of(item.source) or "the text"
            tip = f"{number}: {name}, {act_words(item)}"
            last = (item.content or item.cue)[-1]
            for part, spans in _named_parts(item):
                for span in spans:
                    shown = number if span is last else None
                    found.append(Mark(span.start, span.end, part, shown, tip))
        return found


def place_in_text(item: Attribution) -> tuple[int, int, int, Id]:
    """A key that sorts by where it begins in the text, then by where what is said begins; what
    holds another one comes first.
    """
    spans = _parts(item)
    said = (item.content or item.cue)[0].start
    return min(span.start for span in spans), said, -max(span.end for span in spans), item.id


def in_brackets(document: Document, attributions: Sequence[Attribution]) -> str:
    """The text with numbered brackets: ``[1S`` a source, ``[1C`` a cue, ``[1:`` a content.

    >>> in_brackets(Document(text="Nobody spoke."), [])
    'Nobody spoke.'
    """
    opening: list[tuple[int, int, str]] = []
    closing: list[tuple[int, int]] = []
    for number, item in enumerate(attributions, 1):
        for part, spans in (("S", item.source), ("C", item.cue), (":", item.content)):
            for span in spans:
                opening.append((span.start, -span.end, f"[{number}{part} "))
                closing.append((span.end, -span.start))
    marks = [(place, 1, order, text) for place, order, text in opening]
    marks += [(place, 0, order, "]") for place, order in closing]
    pieces: list[str] = []
    last = 0
    for place, _, _, text in sorted(marks):
        pieces += [document.text[last:place], text]
        last = place
    return "".join([*pieces, document.text[last:]])


def _named_parts(item: Attribution) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    return ("source", item.source), ("cue", item.cue), ("content", item.content)


def _parts(item: Attribution) -> tuple[Span, ...]:
    return (*item.source, *item.cue, *item.content)
