"""Small builders of records, so that a test reads like a newspaper::

wire = article("SOHR said around 100 people struggled to breathe.", by="Example Wire")
sohr = source("Syrian Observatory for Human Rights", "organisation", "SOHR")
count = said(wire, sohr, "around 100 people struggled to breathe", cue="said", named="SOHR")
material = gather(count, contradicts(count, other))
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from claimgraph.model import (
    Affiliation,
    Attribution,
    Claim,
    Document,
    Event,
    Interval,
    Lineage,
    Participant,
    Place,
    Quantity,
    Question,
    Reading,
    Relation,
    Relay,
    Source,
    Span,
)
from claimgraph.views.material import Material
from claimgraph.vocabulary import SpeechAct, Stance

T = TypeVar("T")

ACTS = {
    Stance.ACCUSES: SpeechAct.ACCUSE,
    Stance.CONFIRMS: SpeechAct.CONFIRM,
    Stance.DENIES: SpeechAct.DENY,
    Stance.DECLINES: SpeechAct.DECLINE_COMMENT,
    Stance.SILENT: SpeechAct.NO_STATEMENT,
}


@dataclass(frozen=True)
class Said:
    """One attribution with its claim, and the records that both refer to."""

    document: Document
    attribution: Attribution
    claim: Claim
    sources: tuple[Source, ...] = ()
    event: Event | None = None


def article(
    text: str, by: str = "Example Wire", published: str | None = "2018-11-25", **fields: Any
) -> Document:
    """An article of a publisher."""
    return Document(text=text, publisher=by, published=published, **fields)


def source(name: str, kind: str = "organisation", *aliases: str, **fields: Any) -> Source:
    """A source with its other names."""
    return Source(name=name, kind=kind, aliases=aliases, **fields)


def person(name: str, **fields: Any) -> Source:
    """Somebody with a name."""
    return source(name, "person", **fields)


def described(document: Document, name: str, kind: str = "armed_group", *aliases: str) -> Source:
    """A source that one article describes and does not name."""
    return source(name, kind, *aliases, naming="described", document_id=document.id)


def speaks_for(member: Source, organisation: Source, role: str = "", **fields: Any) -> Affiliation:
    """That somebody speaks for a body."""
    return Affiliation(member_id=member.id, organisation_id=organisation.id, role=role, **fields)


def happening(label: str, time: str | Interval | None = "2018-11-24", place: str = "") -> Event:
    """Something that claims are about."""
    return Event(label=label, time=time, place=Place(name=place) if place else None)


def find(document: Document, words: str, start: int = 0) -> Span:
    """The first place at which an article has these words."""
    at = document.text.find(words, start)
    assert at >= 0, f"{words!r} is not in the article"
    return document.span(at, at + len(words))


def said(
    document: Document,
    who: Source | None,
    words: str,
    *,
    cue: str = "",
    named: str = "",
    stance: str = "asserts",
    about: Event | None = None,
    accusing: Source | str | None = None,
    via: Iterable[Source] = (),
    numbers: Iterable[Quantity] = (),
    text: str = "",
    fields: dict[str, Any] | None = None,
    **claim_fields: Any,
) -> Said:
    """What an article says that somebody said.

    Args:
        document: The article.
        who: The source, or ``None`` for the article's own voice.
        words: What is said; the article has these words. Of a silence, they are the cue.
        cue: The words that signal saying.
        named: The words that name the source there.
        stance: Of the source.
        about: The event.
        accusing: Who is accused.
        via: Through whom it came.
        numbers: In the claim.
        text: Of the claim, where it is not ``words``.
        fields: More fields of the attribution.
        claim_fields: More fields of the claim.
    """
    silent = Stance(stance) is Stance.SILENT
    accused = [_accused(document, accusing)] if accusing is not None else []
    relays = [Relay(name=relay.name, source_id=relay.id) for relay in via]
    attribution = Attribution(
        **{
            "document_id": document.id,
            "source_id": who.id if who else None,
            "source": [find(document, named)] if named else [],
            "cue": [find(document, words)] if silent else [find(document, cue)] if cue else [],
            "content": [] if silent else [find(document, words)],
            "act": ACTS.get(Stance(stance), SpeechAct.STATE),
            "targets": accused,
            "via": relays,
            **(fields or {}),
        }
    )
    claim = Claim(
        **{
            "attribution_id": attribution.id,
            "text": text or words,
            "spans": [find(document, words)],
            "stance": stance,
            "participants": accused,
            "quantities": tuple(numbers),
            "event_id": about.id if about else None,
            **claim_fields,
        }
    )
    named_here = (who, accusing if isinstance(accusing, Source) else None, *via)
    sources = tuple(each for each in named_here if each is not None)
    return Said(document, attribution, claim, sources, about)


def _accused(document: Document, accused: Source | str) -> Participant:
    if isinstance(accused, str):
        return Participant(role="accused", name=accused)
    named = [name for name in (accused.name, *accused.aliases) if name in document.text]
    spans = [find(document, named[0])] if named else []
    return Participant(role="accused", name=accused.name, source_id=accused.id, spans=spans)


def relation(kind: str, a: Said, b: Said, **more: Any) -> Relation:
    """A relation between two claims; ``b`` is the later or the more specific one."""
    return Relation(
        **{"a": a.claim.id, "b": b.claim.id, "kind": kind, "reason": "as the test says", **more}
    )


def contradicts(a: Said, b: Said, **more: Any) -> Relation:
    """That two claims cannot both be so."""
    return relation("contradicts", a, b, **more)


def corroborates(a: Said, b: Said, **more: Any) -> Relation:
    """That two claims agree."""
    return relation("corroborates", a, b, **more)


def asks(text: str, *answers: Said, about: Event | None = None) -> Question:
    """A question and the claims that answer it."""
    ids = [answer.claim.id for answer in answers]
    return Question(text=text, claims=ids, event_id=about.id if about else None)


def same(*sources: Source) -> dict[str, str]:
    """Entities in which these sources are one."""
    return {each.id: sources[0].id for each in sources}


Piece = Document | Said | Source | Event | Affiliation | Relation | Question | Lineage


def gather(*pieces: Piece, entities: dict[str, str] | None = None) -> Material:
    """The material of a view, from all the pieces and the records that they refer to."""
    sayings = [piece for piece in pieces if isinstance(piece, Said)]
    events = [saying.event for saying in sayings if saying.event is not None]
    return Material(
        documents=(*_of(pieces, Document), *(saying.document for saying in sayings)),
        sources=(
            *_of(pieces, Source),
            *(each for saying in sayings for each in saying.sources),
        ),
        affiliations=_of(pieces, Affiliation),
        events=(*_of(pieces, Event), *events),
        attributions=tuple(saying.attribution for saying in sayings),
        claims=tuple(saying.claim for saying in sayings),
        relations=_of(pieces, Relation),
        questions=_of(pieces, Question),
        lineages=_of(pieces, Lineage),
        entities=entities or {},
    )


def reading(document: Document, *pieces: Said | Source | Affiliation) -> Reading:
    """What was found in one article."""
    sayings = [piece for piece in pieces if isinstance(piece, Said)]
    sources = (*_of(pieces, Source), *(each for saying in sayings for each in saying.sources))
    events = {saying.event.id: saying.event for saying in sayings if saying.event is not None}
    return Reading(
        document=document,
        sources=tuple({each.id: each for each in sources}.values()),
        affiliations=_of(pieces, Affiliation),
        events=tuple(events.values()),
        attributions=tuple(saying.attribution for saying in sayings),
        claims=tuple(saying.claim for saying in sayings),
    )


def _of(pieces: Iterable[object], kind: type[T]) -> tuple[T, ...]:
    return tuple(piece for piece in pieces if isinstance(piece, kind))
