"""Records as rows of the tables, one tuple for a row, in the order of the columns."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Table

from claimgraph.ids import name_key
from claimgraph.model import (
    Affiliation,
    Attribution,
    Claim,
    Document,
    Event,
    Interval,
    Judgement,
    Lineage,
    Participant,
    Quantity,
    Question,
    Reading,
    Record,
    Relation,
    Source,
)
from claimgraph.store import schema
from claimgraph.store.mentions import led_to
from claimgraph.store.schema import DAWN, DUSK, microseconds
from claimgraph.text.words import search_words

Tuple = tuple[Any, ...]
Rows = defaultdict[Table, list[Tuple]]

#: Characters of a name, a unit or a word that are compared: indexes hold no longer ones.
LONGEST_KEY = 200
LONGEST_WORD = 64

#: Bytes of a claim's words that search sees; PostgreSQL holds no more than a million.
_LONGEST_WORDS = 500_000

#: No character is folded into more than 18, of 4 bytes each: a text of this length fits.
_SHORT = 5_000


@lru_cache(maxsize=20_000)
def key(name: str) -> str:
    """What names are compared by: ``name_key``, cut to what an index can hold."""
    return name_key(name)[:LONGEST_KEY]


def unit_key(unit: str) -> str:
    """What units are compared by.

    >>> unit_key("Cases"), unit_key("US dollars")
    ('case', 'us dollar')
    """
    return " ".join(search_words(unit))[:LONGEST_KEY]


def word_set(text: str) -> list[str]:
    """The different words of a text as the index of words has them, in order.

    >>> word_set("gas, gas and gases")
    ['gas', 'and', 'gase']
    """
    words = dict.fromkeys([word[:LONGEST_WORD] for word in search_words(text)])
    if len(text) <= _SHORT:
        return list(words)
    room = _LONGEST_WORDS
    kept = []
    for word in words:
        room -= len(word.encode()) + 1
        if room < 0:
            break
        kept.append(word)
    return kept


def stretch(interval: Interval | None) -> tuple[int, int] | tuple[None, None]:
    """From when to when, in microseconds; a side that is not known is as far away as can be."""
    if interval is None:
        return None, None
    start, end = interval.start, interval.end
    return (
        DAWN if start is None else microseconds(start),
        DUSK if end is None else microseconds(end),
    )


def body(record: Record) -> str:
    """The record as JSON, without what has its default: reading it gives an equal record."""
    # What model_dump_json does, without its options: a store is filled with these.
    return record.__pydantic_serializer__.to_json(record, exclude_defaults=True).decode()


def merged(many: Iterable[Rows]) -> Rows:
    """All rows together, table by table."""
    rows: Rows = defaultdict(list)
    for each in many:
        for table, tuples in each.items():
            rows[table] += tuples
    return rows


def of_reading(reading: Reading, recorded: int) -> Rows:
    """The rows of a document, and of everything that belongs to it alone."""
    rows: Rows = defaultdict(list)
    document = reading.document
    published = stretch(document.published)
    rows[schema.document].append(_of_document(reading, published, recorded))
    led = led_to(reading)
    for position, shared in enumerate(shared_records(reading)):
        kind = kind_of(shared)
        apart = None if shared.id in led[kind] else shared.id
        rows[schema.shared_version].append(
            (document.id, shared.id, kind, position, apart, body(shared))
        )
    speakers = {}
    for position, attribution in enumerate(reading.attributions):
        speakers[attribution.id] = attribution.source_id
        _add_attribution(rows, attribution, position, published)
    for position, claim in enumerate(reading.claims):
        speaker = speakers[claim.attribution_id]
        _add_claim(rows, claim, document.id, position, speaker, published)
    return rows


def shared_records(reading: Reading) -> tuple[Source | Event | Affiliation, ...]:
    """The records of a reading of which other documents may speak too."""
    return (*reading.sources, *reading.affiliations, *reading.events)


def kind_of(record: Record) -> str:
    """The name of a kind of record, which is also that of its table.

    >>> kind_of(Source(name="SOHR"))
    'source'
    """
    return type(record).__name__.lower()


def _of_document(reading: Reading, published: Tuple, recorded: int) -> Tuple:
    document = reading.document
    return (
        document.id,
        document.sha256,
        document.title,
        document.url,
        document.publisher[:LONGEST_KEY],
        *published,
        recorded,
        reading.id,
        reading.reader,
        reading.version,
        document.text,
        document_body(document),
    )


def document_body(document: Document) -> str:
    """The document as JSON without its text, which has a column of its own."""
    return document.model_dump_json(exclude_defaults=True, exclude={"text"})


def _add_attribution(rows: Rows, attribution: Attribution, position: int, published: Tuple) -> None:
    rows[schema.attribution].append(
        (
            attribution.id,
            attribution.document_id,
            position,
            attribution.source_id,
            attribution.parent_id,
            attribution.type,
            attribution.form,
            attribution.act,
            attribution.negated,
            *published,
            *stretch(attribution.said),
            body(attribution),
        )
    )
    if attribution.via:
        rows[schema.relay] += [
            (attribution.id, at, relay.source_id, key(relay.name))
            for at, relay in enumerate(attribution.via)
        ]
    if attribution.targets:
        rows[schema.target] += _parties(attribution.id, attribution.targets)


def _add_claim(
    rows: Rows,
    claim: Claim,
    document_id: str,
    position: int,
    speaker: str | None,
    published: Tuple,
) -> None:
    rows[schema.claim].append(
        (
            claim.id,
            document_id,
            claim.attribution_id,
            position,
            speaker,
            claim.event_id,
            claim.predicate,
            claim.polarity,
            claim.certainty,
            claim.stance,
            *published,
            *stretch(claim.time),
            None if claim.place is None else key(claim.place.name),
            " ".join(word_set(claim.text)),
            body(claim),
        )
    )
    if claim.participants:
        rows[schema.participant] += _parties(claim.id, claim.participants)
    if claim.quantities:
        rows[schema.quantity] += [
            (claim.id, at, unit_key(quantity.unit), value_of(quantity))
            for at, quantity in enumerate(claim.quantities)
        ]


def _parties(owner: str, parties: Sequence[Participant]) -> list[Tuple]:
    return [
        (owner, at, party.role, party.source_id, key(party.name))
        for at, party in enumerate(parties)
    ]


def value_of(quantity: Quantity) -> float | None:
    """The one number that a quantity is found by: the best, or the nearest limit that it has."""
    known = (quantity.best, quantity.low, quantity.high)
    return next((value for value in known if value is not None), None)


def of_source(source: Source) -> Tuple:
    """The row of a source."""
    return (source.id, source.name, source.kind, source.naming, body(source))


def of_event(event: Event) -> Tuple:
    """The row of an event."""
    place = None if event.place is None else key(event.place.name)
    words = " ".join(word_set(f"{event.label} {event.place.name if event.place else ''}"))
    return (event.id, event.label, event.kind, place, *stretch(event.time), words, body(event))


def of_affiliation(affiliation: Affiliation) -> Tuple:
    """The row of an affiliation; one without dates holds at all times."""
    during = (DAWN, DUSK) if affiliation.during is None else stretch(affiliation.during)
    return (
        affiliation.id,
        affiliation.member_id,
        affiliation.organisation_id,
        affiliation.role,
        *during,
        body(affiliation),
    )


def of_relation(relation: Relation, recorded: int) -> Rows:
    """The rows of a relation: itself, and an edge from either claim."""
    rows: Rows = defaultdict(list)
    rows[schema.relation].append(
        (
            relation.id,
            relation.a,
            relation.b,
            relation.kind,
            relation.type,
            relation.score,
            relation.independence,
            relation.method,
            recorded,
            body(relation),
        )
    )
    rows[schema.edge] += edges(relation)
    return rows


def edges(relation: Relation) -> list[Tuple]:
    """The rows of a relation as seen from either claim."""
    return [
        (here, there, relation.id, relation.kind, relation.independence)
        for here, there in ((relation.a, relation.b), (relation.b, relation.a))
    ]


def of_question(question: Question) -> Rows:
    """The rows of a question and of the claims that answer it."""
    rows: Rows = defaultdict(list)
    rows[schema.question].append(
        (question.id, question.text, question.event_id, question.method, body(question))
    )
    rows[schema.question_claim] += [
        (question.id, claim) for claim in dict.fromkeys(question.claims)
    ]
    return rows


def of_lineage(lineage: Lineage) -> Rows:
    """The row of a lineage."""
    rows: Rows = defaultdict(list)
    rows[schema.lineage].append(
        (lineage.id, lineage.from_id, lineage.to_id, lineage.kind, body(lineage))
    )
    return rows


def of_judgement(judgement: Judgement, recorded: int) -> Rows:
    """The rows of a judgement and of its subjects."""
    rows: Rows = defaultdict(list)
    rows[schema.judgement].append(
        (
            judgement.id,
            judgement.decision,
            judgement.by,
            microseconds(judgement.made),
            recorded,
            body(judgement),
        )
    )
    rows[schema.judgement_subject] += [(judgement.id, each) for each in judgement.subjects]
    return rows
