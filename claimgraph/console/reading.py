"""Who said what in one article, as printed lines: from a reading, without a graph."""

from collections.abc import Iterator

from rich.console import RenderableType

from claimgraph.console.records import OWN_VOICE
from claimgraph.console.text import indented, note, sentence, words
from claimgraph.model import Attribution, Reading, Span
from claimgraph.vocabulary import AttributionType

#: Where something was left out between the pieces of a text.
_GAP = " … "


def who_said_what(reading: Reading) -> Iterator[RenderableType]:
    """A line for every attribution, in the order of the text: who, the cue in brackets, and what.

    What stands in the content of another attribution is further to the right.

    >>> from rich.console import Console
    >>> from claimgraph import Document
    >>> article = Document(text="HTS denied any part in it.")
    >>> denial = Attribution(document_id=article.id, source=[article.span(0, 3)],
    ...     cue=[article.span(4, 10)], content=[article.span(11, 25)])
    >>> for line in who_said_what(Reading(document=article, attributions=[denial])):
    ...     Console(width=60, color_system=None).print(line)
      HTS [denied] any part in it
    """
    names = {source.id: source.name for source in reading.sources}
    parents = {each.id: each.parent_id for each in reading.attributions}
    for each in sorted(reading.attributions, key=_place):
        yield indented(_line(each, names), 2 + 2 * _depth(each.id, parents))


def _line(attribution: Attribution, names: dict[str, str]) -> RenderableType:
    said = _words(attribution.source)
    name = names.get(attribution.source_id or "", said) or OWN_VOICE
    notes = []
    if said and said != name:
        notes.append(f"“{said}”")
    if attribution.via:
        notes.append("through " + ", ".join(relay.name for relay in attribution.via))
    if attribution.type is not AttributionType.ASSERTION:
        notes.append(attribution.type.value)
    return sentence(
        words(name, "bold"),
        note(f" [{_words(attribution.cue)}] " if attribution.cue else " "),
        words(_words(attribution.content)),
        note(f" ({'; '.join(notes)})" if notes else ""),
    )


def _words(spans: tuple[Span, ...]) -> str:
    return _GAP.join(span.text for span in sorted(spans, key=lambda span: span.start))


def _place(attribution: Attribution) -> tuple[int, int]:
    starts = [span.start for span in attribution.all_spans()]
    return (min(starts), max(starts)) if starts else (0, 0)


def _depth(name: str, parents: dict[str, str | None]) -> int:
    depth = 0
    holder = parents.get(name)
    while holder is not None:
        depth += 1
        holder = parents.get(holder)
    return depth
