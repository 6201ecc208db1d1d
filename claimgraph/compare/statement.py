"""A statement: one claim with all that comparing it needs, from a reading or from a store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from claimgraph.model import Affiliation, Attribution, Claim, Document, Event, Reading, Source
from claimgraph.model.interval import Interval
from claimgraph.vocabulary import SourceKind


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who speaks, or plays a part in a claim.

    Attributes:
        id: Of the source; of the entity where a store knows that several sources are one.
        name: The fullest name.
        names: The name and every alias.
        kind: What it is.
        behind: Ids of the bodies that it belongs to or speaks for, and of those that these do.
        sides: Names of these bodies.
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    kind: SourceKind = SourceKind.UNKNOWN
    behind: frozenset[str] = frozenset()
    sides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim, who made it, and where.

    Attributes:
        claim: What was said.
        attribution: How it was said: act, targets, relays, time.
        document_id: The article.
        publisher: Who published it, "" where that is not known.
        published: When it came out.
        speaker: Who said it; ``None`` for the article's own voice, and where nobody is known.
        actors: Everybody that the claim and the attribution refer to, by source id.
        event: What the claim is about, where that is known.
        position: Of the claim in its article, to tell which of two was said first.
    """

    claim: Claim
    attribution: Attribution
    document_id: str
    publisher: str = ""
    published: Interval | None = None
    speaker: Actor | None = None
    actors: Mapping[str, Actor] = field(default_factory=dict)
    event: Event | None = None
    position: int = 0

    @property
    def id(self) -> str:
        """Of the claim."""
        return self.claim.id

    @property
    def who(self) -> str:
        """Who says it, for a reader."""
        if self.speaker is not None:
            return self.speaker.name.replace("; ", " and ")
        return f"the article in {self.publisher}" if self.publisher else "the article"

    def actor(self, source_id: str | None) -> Actor | None:
        """Whom a source id stands for."""
        return None if source_id is None else self.actors.get(source_id)


def statements_of(reading: Reading) -> list[Statement]:
    """The claims of one reading, in their order, as statements."""
    actors = actors_of(reading.sources, reading.affiliations)
    attributions = {item.id: item for item in reading.attributions}
    events = {event.id: event for event in reading.events}
    return [
        state(claim, attributions[claim.attribution_id], reading.document, actors, events, place)
        for place, claim in enumerate(reading.claims)
    ]


def state(
    claim: Claim,
    attribution: Attribution,
    document: Document,
    actors: Mapping[str, Actor],
    events: Mapping[str, Event],
    position: int,
) -> Statement:
    """One claim as a statement."""
    speaker = attribution.source_id
    return Statement(
        claim=claim,
        attribution=attribution,
        document_id=document.id,
        publisher=document.publisher,
        published=document.published,
        speaker=None if speaker is None else actors.get(speaker),
        actors=actors,
        event=None if claim.event_id is None else events.get(claim.event_id),
        position=position,
    )


def actors_of(sources: Iterable[Source], affiliations: Iterable[Affiliation]) -> dict[str, Actor]:
    """Who the sources are, each with the bodies behind it, however far."""
    above: dict[str, set[str]] = {}
    for each in affiliations:
        above.setdefault(each.member_id, set()).add(each.organisation_id)
    known = {source.id: source for source in sources}
    found = {}
    for source in known.values():
        behind = reach(above, source.id)
        found[source.id] = Actor(
            id=source.id,
            name=source.name,
            names=(source.name, *source.aliases),
            kind=source.kind,
            behind=behind,
            sides=tuple(sorted(known[each].name for each in behind if each in known)),
        )
    return found


def reach(above: Mapping[str, set[str]], start: str) -> frozenset[str]:
    """All that stand above one, however far."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for each in above.get(waiting.pop(), ()):
            if each not in found and each != start:
                found.add(each)
                waiting.append(each)
    return frozenset(found)
