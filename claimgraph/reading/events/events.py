"""Events of one document: records, and the claims that are about each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from claimgraph.ids import content_id, name_key
from claimgraph.model import Claim, Document, Event, Participant, Place
from claimgraph.reading.claims.when_and_where import Times
from claimgraph.reading.draft import Draft
from claimgraph.reading.events.clusters import Cluster, cluster
from claimgraph.reading.events.mentions import MentionFinder
from claimgraph.reading.events.sections import sections
from claimgraph.reading.events.whereabouts import (
    Fit,
    Map,
    day_of,
    fit_of_times,
    is_day,
    is_state,
)
from claimgraph.reading.parsed import Parsed
from claimgraph.text.event_kinds import HARMFUL, VIOLENT, EventKind, kind_of_verb
from claimgraph.vocabulary import Polarity, Role, Stance

#: Predicates of harm: what they tell is what came of an event.
_HARM = frozenset(
    """
    kill wound injure hurt maim die perish destroy damage suffer hospitalise hospitalize discharge
    treat evacuate displace trap bury choke suffocate
    """.split()
)
#: What is said of people in a toll.
_HARMED = frozenset(
    """
    killed wounded injured hurt died dead missing maimed trapped displaced hospitalised hospitalized
    """.split()
)
_GASSED = ("breath", "suffocat", "chok", "asphyxia")
#: What speakers call an event: "this was murder".
_CALLED = frozenset("accident act atrocity attack crime massacre murder provocation".split())
_HARMED_PARTS = ("breath", "hospital", "injur", "wound", "burn", "suffocat", "chok")
#: Predicates of who is behind an event.
_BEHIND = frozenset(
    """
    involve responsibility involvement responsible blame behind perpetrate orchestrate mastermind
    """.split()
)
_SUBJECTS = ("nsubj", "nsubj:pass", "obj", "obl:agent", "obl", "nmod", "xcomp", "ccomp")
_BACKGROUND = frozenset({"after", "before", "since", "until", "despite", "following"})
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
#: Sentences from the last mention of an event to a toll that belongs to it.
_NEAR = 3


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
        self._naming: set[str] = set()

    def read(self, claims: Sequence[Claim]) -> tuple[list[Claim], list[Event]]:
        """The claims, each with the event that it is about, and the events."""
        if not self._mentions:
            return list(claims), []
        known = self._map(claims)
        clusters, by_word = cluster(self._mentions, known)
        chosen = [self._of(claim, by_word, known) for claim in claims]
        events = {
            id(each): self._record(each, claims, chosen, known)
            for each in clusters
            if any(each is other for other in chosen)
        }
        unique = self._unique(events)
        found = [
            claim if event is None or id(event) not in unique
            else claim.replace(event_id=unique[id(event)].id)
            for claim, event in zip(claims, chosen, strict=True)
        ]  # fmt: skip
        records = {event.id: event for event in unique.values()}
        return found, list(records.values())

    def _map(self, claims: Sequence[Claim]) -> Map:
        known = Map()
        for place in [*(m.place for m in self._mentions), *(c.place for c in claims)]:
            if place is not None:
                known.learn(place)
        return known

    def _of(self, claim: Claim, by_word: dict[int, Cluster], known: Map) -> Cluster | None:
        """The event that a claim is about."""
        if claim.stance in (Stance.SILENT, Stance.DECLINES):
            return None
        words = self._words(claim)
        if not words:
            return None
        found = self._named(words, by_word) or self._taking_part(claim, by_word)
        if found is not None:
            if self._is_of_another_time(claim, found):
                return None
            self._naming.add(claim.id)
            return found
        found = self._before(claim, words, by_word)
        return None if found is None or self._differs(claim, found, known) else found

    def _words(self, claim: Claim) -> list[int]:
        """The words that a claim rests on."""
        parsed = self._parsed
        words: list[int] = []
        for span in claim.spans:
            first = bisect_right(parsed.starts, span.start) - 1
            words.extend(range(max(first, 0), bisect_left(parsed.starts, span.end)))
        return sorted(set(words))

    def _named(self, words: Sequence[int], by_word: dict[int, Cluster]) -> Cluster | None:
        """The event that a claim's words name, the one nearest to its head."""
        inside = set(words)
        best: tuple[int, int] | None = None
        for word in words:
            if word in by_word:
                steps = self._steps(word, inside)
                if steps is not None and (best is None or (steps, word) < best):
                    best = steps, word
        return None if best is None else by_word[best[1]]

    def _steps(self, word: int, inside: set[int]) -> int | None:
        """How far below the head of a claim a word stands; ``None`` in what is only background."""
        parsed = self._parsed
        steps = 0
        while parsed.heads[word] != word and parsed.heads[word] in inside:
            marks = {
                parsed.lower[child]
                for child in parsed.children[word]
                if parsed.deps[child] in ("case", "mark")
            }
            if not _BACKGROUND.isdisjoint(marks) or parsed.deps[word] in ("acl:relcl",):
                return None
            word = parsed.heads[word]
            steps += 1
            if steps > 4:
                return None
        return steps

    def _taking_part(self, claim: Claim, by_word: dict[int, Cluster]) -> Cluster | None:
        """The event that plays a part in a claim: "[the attacks] struck a plant"."""
        starts = self._parsed.starts
        for party in claim.participants:
            for span in party.spans if party.role in (Role.AGENT, Role.PATIENT) else ():
                first = bisect_right(starts, span.start) - 1
                for word in range(first, bisect_left(starts, span.end)):
                    if word in by_word and self._parsed.head_of((first, word + 1)) == word:
                        return by_word[word]
        return None

    def _before(
        self, claim: Claim, words: Sequence[int], by_word: dict[int, Cluster]
    ) -> Cluster | None:
        """The event that a toll, or a claim about who was behind it, refers back to."""
        kinds = self._kinds_meant(claim, words)
        if not kinds:
            return None
        parsed, start = self._parsed, words[0]
        earlier = [
            mention
            for mention in self._mentions
            if mention.word < start
            and mention.word in by_word
            and self._section[mention.word] == self._section[start]
            and by_word[mention.word].kind in kinds
        ]
        if not earlier:
            return None
        if kinds is VIOLENT:  # who was behind it: behind what the text is about
            counts = Counter(by_word[mention.word].kind for mention in earlier)
            best = max(counts.values())
            return next(e for m in earlier[::-1] if counts[(e := by_word[m.word]).kind] == best)
        sentence = bisect_right(parsed.sentence_starts, start) - 1
        floor = parsed.sentence_starts[max(sentence - _NEAR, 0)]
        last = by_word[earlier[-1].word]
        only = all(by_word[mention.word] is last for mention in earlier)
        return last if only or earlier[-1].word >= floor else None

    def _kinds_meant(self, claim: Claim, words: Sequence[int]) -> frozenset[EventKind]:
        """The kinds of event that a claim which names none may be about."""
        predicate = claim.predicate.split(" ")[-1]
        if claim.predicate in _BEHIND or predicate in _BEHIND:
            # "responsible for planning": for what is named, and is no event.
            named = any(self._parsed.lower[word] == "for" for word in words)
            return frozenset() if named else VIOLENT
        if claim.time is not None and not is_day(claim.time) and claim.time.start is not None:
            return frozenset()  # "since 2015": more than one event
        told = " ".join([predicate, *(each.of for each in claim.quantities)])
        if any(part in told for part in _GASSED):
            return frozenset({EventKind.CHEMICAL_ATTACK, EventKind.LEAK, EventKind.FIRE})
        if predicate in _HARM or any(_is_toll(each.of) for each in claim.quantities):
            return HARMFUL
        subject = self._parsed.lower[words[0]]
        called = claim.predicate.startswith("be ") and predicate in _CALLED
        return HARMFUL if called and subject in ("this", "it", "that") else frozenset()

    def _is_of_another_time(self, claim: Claim, event: Cluster) -> bool:
        """Whether a claim that names an event tells of another time."""
        time = claim.time
        if time is None or time.start is None or time.end is None:
            return False
        return fit_of_times(time, event.time) is Fit.DIFFERENT

    def _differs(self, claim: Claim, event: Cluster, known: Map) -> bool:
        """Whether a claim's own day or place is another one than the event's."""
        if known.fit(claim.place, event.place) is Fit.DIFFERENT and claim.place is not None:
            places = [m.place for m in event.mentions if m.place is not None]
            if all(known.fit(claim.place, place) is Fit.DIFFERENT for place in places):
                return True
        if claim.time is None or not is_day(claim.time):
            return False
        days = [m.time for m in event.mentions if m.time is not None and is_day(m.time)]
        return bool(days) and all(fit_of_times(claim.time, day) is Fit.DIFFERENT for day in days)

    def _record(
        self, event: Cluster, claims: Sequence[Claim], chosen: Sequence[Cluster | None], known: Map
    ) -> Event:
        about = [c for c, e in zip(claims, chosen, strict=True) if e is event]
        place, time = event.place, event.time
        if place is None:
            place = self._told(about)
        if place is not None:
            names = {
                name_key(each): each
                for mention in self._mentions
                if mention.place is not None
                for each in (mention.place.name, *mention.place.within)
            }
            place = known.around(place, names)
        if time is not None:
            time = day_of(time)
        parties = _parties(about)
        label = f"{event.kind}{_where(event.kind, place, parties)}"
        made = Event(
            label=label,
            kind=str(event.kind),
            parties=parties,
            place=place,
            time=time,
        )
        if place is not None and not is_state(place.name) and time is not None and is_day(time):
            return made
        # Without a town and a day, another document's event would look the same and be another.
        day = None if time is None else time.start
        name = None if place is None else place.name
        own = content_id("evt", label, str(event.kind), name, day, within=self._document.id)
        return made.replace(id=own)

    def _told(self, claims: Sequence[Claim]) -> Place | None:
        """Where an event was, by the claims that name it and say where something was done."""
        for claim in claims:
            named = claim.place is not None and claim.id in self._naming
            if named and claim.polarity is Polarity.POSITIVE and claim.place is not None:
                if not is_state(claim.place.name):
                    return claim.place
        return None

    def _unique(self, events: dict[int, Event]) -> dict[int, Event]:
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


def _is_toll(of: str) -> bool:
    return of in _HARMED or any(part in of for part in _HARMED_PARTS)


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
