"""A document's text with what was found in it."""

from collections.abc import Sequence

from claimgraph.model import Attribution, Document


def marked(document: Document, attributions: Sequence[Attribution]) -> str:
    """The text with numbered brackets: ``[1S`` a source, ``[1C`` a cue, ``[1: `` a content.

    >>> article = Document(text="HTS denied it.")
    >>> span = article.span
    >>> denial = Attribution(
    ...     document_id=article.id, source=[span(0, 3)], cue=[span(4, 10)], content=[span(11, 13)]
    ... )
    >>> marked(article, [denial])
    '[1S HTS] [1C denied] [1: it].'
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
