"""What a record shows of itself without a graph: in a line, and on a card.

A record that came out of a graph shows more: see :mod:`claimgraph.graph.showing`.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from claimgraph.markup.card import Card, Passage, trimmed
from claimgraph.markup.passage import Mark
from claimgraph.model.attribution import Attribution, Participant
from claimgraph.model.base import Identified
from claimgraph.model.claim import Claim, Event
from claimgraph.model.document import Document, Span
from claimgraph.model.quantity import Quantity
from claimgraph.model.relation import Lineage, Question, Relation
from claimgraph.model.source import Source
from claimgraph.vocabulary import SpeechAct, Stance

#: The tone of a badge for each stance; others have the one of saying.
TONES = {
    Stance.DENIES: "contested",
    Stance.DOUBTS: "contested",
    Stance.ACCUSES: "unanswered",
    Stance.DECLINES: "single",
    Stance.SILENT: "single",
}
ACT_TONES = {
    SpeechAct.DENY: "contested",
    SpeechAct.ACCUSE: "unanswered",
    SpeechAct.NO_STATEMENT: "single",
    SpeechAct.DECLINE_COMMENT: "single",
}
KIND_TONES = {"contradicts": "contested", "corroborates": "compatible"}

#: Characters of a text that a line, and a card, show.
_LINE, _BEGINNING = 80, 400

Brief = Iterator[tuple[str | None, Any]]


def brief(record: Identified) -> Brief:
    """A record in a line: what matters most, and its id; in the form of pydantic's
    ``__repr_args__``.

    >>> Source(name="SANA", kind="media", id="src_1")
    Source('SANA', kind='media', id='src_1')
    """
    match record:
        case Claim():
            yield None, one_line(record.text, _LINE)
            yield "stance", record.stance.value
        case Attribution():
            yield None, one_line(_said_in_full(record), _LINE)
            yield "act", record.act.value
        case Relation():
            yield None, record.kind.value
            yield "reason", one_line(record.reason, _LINE)
        case Source():
            yield None, one_line(record.name, _LINE)
            yield "kind", record.kind.value
        case Document():
            yield None, one_line(headline(record), _LINE)
            if record.publisher:
                yield "publisher", one_line(record.publisher, _LINE)
            if record.published:
                yield "published", str(record.published)
        case Event():
            yield None, one_line(record.label, _LINE)
        case Question():
            yield None, one_line(record.text, _LINE)
            yield "claims", len(record.claims)
        case Lineage():
            yield None, record.kind.value
            yield "reason", one_line(record.reason, _LINE)
        case _:
            for name in type(record).model_fields:
                value = getattr(record, name)
                if name not in {"id", "record"} and name in record.model_fields_set:
                    yield name, value
    yield "id", record.id


def card(record: Identified) -> Card:
    """A record on a card."""
    facts: tuple[tuple[str, str], ...]
    match record:
        case Claim():
            return Card(
                "claim",
                "Claim",
                record.stance.value,
                TONES.get(record.stance, "says"),
                record.text,
                (cut_out(record.spans, "content"),),
                tuple(claim_facts(record)),
                record.id,
            )
        case Attribution():
            return Card(
                "attribution",
                words_of(record.source) or "No source named",
                act_words(record),
                ACT_TONES.get(record.act, "says"),
                passages=(_of_attribution(record),),
                facts=tuple(attribution_facts(record)),
                id=record.id,
            )
        case Relation():
            return Card(
                "relation",
                spaced(record.kind.value).capitalize(),
                spaced(record.type.value) if record.type else "",
                KIND_TONES.get(record.kind.value, "plain"),
                record.reason,
                facts=(*relation_facts(record), ("claims", f"{record.a}, {record.b}")),
                id=record.id,
            )
        case Source():
            return Card(
                "source",
                record.name,
                spaced(record.kind.value),
                facts=tuple(source_facts(record)),
                id=record.id,
            )
        case Document():
            return Card(
                "document",
                headline(record),
                passages=(Passage(one_line(record.text, _BEGINNING), label="begins"),),
                facts=tuple(document_facts(record)),
                id=record.id,
            )
        case Event():
            return Card(
                "event", record.label, record.kind, facts=tuple(event_facts(record)), id=record.id
            )
        case _:
            facts = tuple((name or "", str(value)) for name, value in brief(record) if name != "id")
            return Card(
                type(record).__name__.lower(), type(record).__name__, facts=facts, id=record.id
            )


def claim_facts(claim: Claim) -> Iterator[tuple[str, str]]:
    """What a claim holds beside its words."""
    if claim.polarity.value != "positive":
        yield "polarity", claim.polarity.value
    if claim.certainty.value != "certain":
        yield "certainty", claim.certainty.value
    for quantity in claim.quantities:
        yield "number", quantity_words(quantity)
    yield from _participants(claim.participants)
    yield "happened", "" if claim.time is None else str(claim.time)
    yield "place", "" if claim.place is None else ", ".join((claim.place.name, *claim.place.within))


def quantity_words(quantity: Quantity) -> str:
    """A number, and the range that its words allow.

    >>> quantity_words(Quantity(text="around 100", best=100, comparator="about", unit="people"))
    '“around 100” people: about 100'
    """
    how = spaced(quantity.comparator.value).replace("exact", "exactly")
    bounds = [quantity.low, quantity.best, quantity.high]
    figures = list(dict.fromkeys(f"{bound:,.10g}" for bound in bounds if bound is not None))
    unit = f" {quantity.unit}" if quantity.unit else ""
    return f"“{quantity.text}”{unit}: {how} {'–'.join(figures)}".rstrip()


def attribution_facts(item: Attribution) -> Iterator[tuple[str, str]]:
    """What an attribution holds beside its words."""
    yield "form", "" if item.form is None else f"{item.form.value} speech"
    if item.type.value != "assertion":
        yield "type", item.type.value
    yield "through", ", ".join(relay.name for relay in item.via)
    yield from _participants(item.targets)
    yield "said", "" if item.said is None else str(item.said)


def relation_facts(relation: Relation) -> Iterator[tuple[str, str]]:
    """How a relation was found."""
    yield "tests", ", ".join(relation.tests)
    yield (
        "independence",
        "" if relation.independence is None else spaced(relation.independence.value),
    )
    by_hand = relation.method == "hand"
    yield (
        "found by",
        relation.method if by_hand else f"{relation.method}, score {relation.score:.2f}",
    )


def source_facts(source: Source) -> Iterator[tuple[str, str]]:
    """What else a source is called."""
    yield "also called", ", ".join(source.aliases)
    if source.naming.value != "named":
        yield "naming", f"{source.naming.value}, in one article"


def document_facts(document: Document) -> Iterator[tuple[str, str]]:
    """Where and when an article came out, and how long it is."""
    yield "publisher", document.publisher
    yield "published", "" if document.published is None else str(document.published)
    yield "address", document.url
    yield "length", f"{len(document.text):,} characters"
    if document.language != "en":
        yield "language", document.language


def event_facts(event: Event) -> Iterator[tuple[str, str]]:
    """When and where something happened, and who took part."""
    yield "time", "" if event.time is None else str(event.time)
    yield "place", "" if event.place is None else ", ".join((event.place.name, *event.place.within))
    yield from _participants(event.parties)


def _participants(parties: Iterable[Participant]) -> Iterator[tuple[str, str]]:
    """Who plays which part: a line for each part."""
    roles: dict[str, dict[str, None]] = {}
    for party in parties:
        roles.setdefault(spaced(party.role.value), {})[party.name] = None
    for role, names in roles.items():
        yield role, ", ".join(names)


def act_words(item: Attribution) -> str:
    """What a cue does, in words."""
    act = spaced(item.act.value)
    # "Did not say" is a silence already.
    is_silence = item.act in {SpeechAct.NO_STATEMENT, SpeechAct.DECLINE_COMMENT}
    return f"not: {act}" if item.negated and not is_silence else act


def _of_attribution(item: Attribution) -> Passage:
    """The words of an attribution in the order of the text, with "…" between them."""
    parts = [(span, part) for part in ("source", "cue", "content") for span in getattr(item, part)]
    return _cut_out(sorted(parts, key=lambda each: (each[0].start, each[0].end)))


def cut_out(spans: Iterable[Span], part: str) -> Passage:
    """Spans as a passage of their own, where the text around them is not known."""
    return _cut_out([(span, part) for span in spans])


def _cut_out(parts: list[tuple[Span, str]]) -> Passage:
    text = ""
    marks: list[Mark] = []
    last: int | None = None
    for span, part in parts:
        if last is not None:
            text += " " if 0 <= span.start - last <= 1 else " … "
        marks.append(Mark(len(text), len(text) + len(span.text), part))
        text += span.text
        last = span.end
    return trimmed(Passage(text, tuple(marks)))


def _said_in_full(item: Attribution) -> str:
    return " … ".join(words_of(part) for part in (item.source, item.cue, item.content) if part)


def headline(document: Document) -> str:
    """The title of an article, else the first line of its text."""
    return document.title or one_line(document.text.strip().partition("\n")[0], 120) or document.id


def words_of(spans: Iterable[Span]) -> str:
    """The characters of spans, with "…" between pieces."""
    return " … ".join(" ".join(span.text.split()) for span in spans)


def spaced(value: str) -> str:
    """A word of a vocabulary, as it is read: "armed group"."""
    return value.replace("_", " ")


def one_line(text: str, width: int) -> str:
    """A text on one line, cut and marked with "…" where it is longer.

    >>> one_line("around 100 people struggled to breathe", 20)
    'around 100 people s…'
    """
    line = " ".join(text[: 4 * width].split())
    return line if len(line) <= width and len(text) <= 4 * width else f"{line[: width - 1]}…"
