"""Events of one document: records, and the claims that are about each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimgraph.ids import content_id
from claimgraph.model import Claim, Document, Event, Participant, Place
from claimgraph.reading.claims.when_and_where import Times
from claimgraph.reading.draft import Draft
from claimgraph.reading.events.about import About
from claimgraph.reading.events.clusters import Cluster, cluster
from claimgraph.reading.events.mentions import MentionFinder
from claimgraph.reading.events.sections import sections
from claimgraph.reading.events.whereabouts import Map, day_of, is_day, is_past, is_state
from claimgraph.reading.parsed import Parsed
from claimgraph.text.event_kinds import EventKind, kind_of_verb
from claimgraph.vocabulary import Polarity, Role

_PARTS = frozenset({Role.ACCUSED, Role.AGENT, Role.PATIENT})
#: Verbs that say who made an event.
_DOING = frozenset(
    {"carry out", "launch", "conduct", "stage", "mount", "perpetrate", "commit", "sign"}
)
#: Kinds that are called after those to whom they happen.
_DONE_TO = frozenset(
    {
        EventKind.ARREST, EventKind.KIDNAPPING, EventKind.KILLING, EventKind.POISONING,
        EventKind.RESIGNATION, EventKind.TRIAL,
    }
)  # fmt: skip


class EventReader:
    """Makes the events of one document."""

    def __init__(
        self, document: Document, parsed: Parsed, times: Times, drafts: Sequence[Draft]
    ) -> None:
        """Find what the document tells of.

        Args:
            document: The article.
            parsed: Its words and trees.
            times: Its times.
            drafts: Its attributions.
        """
        self._document = document
        self._parsed = parsed
        self._section = sections(parsed)
        cues = {
            parsed.head_of(piece)
            for draft in drafts
            for piece in draft.cue
            if draft.source and draft.content
        }
        finder = MentionFinder(parsed, times, self._section, cues)
        self._mentions = finder.find()
        for mention in self._mentions:
            if mention.time is not None:
                mention.past = is_past(mention.time, document.published)

    def read(self, claims: Sequence[Claim]) -> tuple[list[Claim], list[Event]]:
        """The claims, each with the event that it is about, and the events."""
        if not self._mentions:
            return list(claims), []
        known = self._map(claims)
        clusters, by_word = cluster(self._mentions, known)
        about = About(self._parsed, self._section, self._mentions, by_word, known)
        told: dict[int, list[Claim]] = {}
        chosen: list[int | None] = []
        for claim in claims:
            found = about.of(claim)
            chosen.append(None if found is None else id(found))
            if found is not None:
                told.setdefault(id(found), []).append(claim)
        events = {
            id(each): self._record(each, told[id(each)], about, known)
            for each in clusters
            if id(each) in told
        }
        unique = _unique(events)
        found_claims = [
            claim if event is None or event not in unique
            else claim.replace(event_id=unique[event].id)
            for claim, event in zip(claims, chosen, strict=True)
        ]  # fmt: skip
        records = {event.id: event for event in unique.values()}
        return found_claims, list(records.values())

    def _map(self, claims: Sequence[Claim]) -> Map:
        known = Map.of(self._parsed)
        for place in [*(m.place for m in self._mentions), *(c.place for c in claims)]:
            if place is not None:
                known.learn(place)
        return known

    def _record(self, event: Cluster, claims: Sequence[Claim], about: About, known: Map) -> Event:
        place, time = event.place, event.time
        if place is None:
            place = _told([claim for claim in claims if claim.id in about.naming])
        if place is not None:
            place = known.around(place)
        if time is not None:
            time = day_of(time)
        parties = _parties(claims)
        kind = event.called
        label = f"{kind}{_where(kind, place, parties)}"
        made = Event(
            label=label,
            kind=str(kind),
            parties=parties,
            place=place,
            time=time,
        )
        if place is not None and not is_state(place.name) and time is not None and is_day(time):
            return made
        # Without a town and a day, another document's event would look the same and be another.
        day = None if time is None else time.start
        name = None if place is None else place.name
        own = content_id("evt", label, str(kind), name, day, within=self._document.id)
        return made.replace(id=own)


def _told(claims: Sequence[Claim]) -> Place | None:
    """Where an event was, by the claims that name it and say where something was done."""
    for claim in claims:
        place = claim.place
        if place is not None and claim.polarity is Polarity.POSITIVE and not is_state(place.name):
            return place
    return None


def _unique(events: Mapping[int, Event]) -> dict[int, Event]:
    """One record for each id: the first one where two events look the same.

    Those with a town and a day are one; of others nobody can say, so the later has none.
    """
    first: dict[str, Event] = {}
    found: dict[int, Event] = {}
    for key, event in events.items():
        if event.id not in first:
            first[event.id] = event
            found[key] = event
        elif event.id == event.derived_id():
            found[key] = first[event.id]
    return found


def _where(kind: EventKind, place: Place | None, parties: Sequence[Participant]) -> str:
    """What tells an event from others of its kind: "in Aleppo"; without a place, whose it is."""
    if place is not None:
        return f" in {place.name}"
    role, word = (Role.PATIENT, "of") if kind in _DONE_TO else (Role.AGENT, "by")
    named = [party.name for party in parties if party.role is role]
    return f" {word} {named[0]}" if named else ""


def _parties(claims: Sequence[Claim]) -> tuple[Participant, ...]:
    """Who is said to take part: sources that a claim has act, suffer, or accuses."""
    found: dict[tuple[Role, str], Participant] = {}
    for claim in claims:
        done = claim.predicate in _DOING or kind_of_verb(claim.predicate) is not None
        for party in claim.participants:
            known = party.source_id is not None and party.role in _PARTS
            if known and (done or party.role is Role.ACCUSED):
                found.setdefault((party.role, party.source_id or ""), party)
    return tuple(found.values())
