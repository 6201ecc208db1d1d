"""Which event a claim is about: the one that it names, or the one that a toll refers back to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence

from claimgraph.model import Claim, Quantity
from claimgraph.reading.events.clusters import Cluster
from claimgraph.reading.events.mention import Mention
from claimgraph.reading.events.whereabouts import Fit, Map, fit_of_times, is_day
from claimgraph.reading.parsed import Parsed
from claimgraph.text.event_kinds import HARMFUL, VIOLENT, EventKind
from claimgraph.vocabulary import Role, Stance

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
    killed wounded injured hurt died dead missing maimed trapped hospitalised hospitalized
    """.split()
)
_VICTIMS = frozenset("bodies casualties corpses dead deaths fatalities victims".split())
_GASSED = ("breath", "suffocat", "chok", "asphyxia")
#: What speakers call an event: "this was murder".
_CALLED = frozenset("accident act atrocity attack crime massacre murder provocation".split())
_HARMED_PARTS = ("breath", "hospital", "injur", "wound", "burn", "suffocat", "chok")
_AFTERMATH = ("hospital", "missing", "discharge", "bury", "buried")
#: Predicates of who is behind an event.
_BEHIND = frozenset(
    """
    involve responsibility involvement responsible blame behind perpetrate orchestrate mastermind
    """.split()
)
_BACKGROUND = frozenset({"after", "before", "since", "until", "despite", "following"})
#: Sentences from the last mention of an event to a toll that belongs to it.
_NEAR = 3
#: Mentions that a toll looks back over.
_MOST = 60


class About:
    """Finds the events of the claims of one document.

    Attributes:
        naming: Ids of the claims that name their event; the others only refer to it.
    """

    def __init__(
        self,
        parsed: Parsed,
        section: Sequence[int],
        mentions: Sequence[Mention],
        by_word: Mapping[int, Cluster],
        known: Map,
    ) -> None:
        """Take what is known of the document.

        Args:
            parsed: Its words and trees.
            section: For each word its section.
            mentions: Its mentions of events, in order.
            by_word: The event of each mention's word.
            known: What lies in what.
        """
        self._parsed = parsed
        self._section = section
        self._mentions = [mention for mention in mentions if mention.word in by_word]
        self._places = [mention.word for mention in self._mentions]
        self._by_word = by_word
        self._known = known
        self.naming: set[str] = set()

    def of(self, claim: Claim) -> Cluster | None:
        """The event that a claim is about."""
        if claim.stance in (Stance.SILENT, Stance.DECLINES):
            return None
        words = self._words(claim)
        if not words:
            return None
        found = self._named(words) or self._taking_part(claim)
        if found is not None:
            if self._is_of_another_time(claim, found):
                return None
            self.naming.add(claim.id)
            return found
        found = self._before(claim, words)
        return None if found is None or self._differs(claim, found) else found

    def _words(self, claim: Claim) -> list[int]:
        """The words that a claim rests on."""
        parsed = self._parsed
        words: list[int] = []
        for span in claim.spans:
            first = bisect_right(parsed.starts, span.start) - 1
            words.extend(range(max(first, 0), bisect_left(parsed.starts, span.end)))
        return sorted(set(words))

    def _named(self, words: Sequence[int]) -> Cluster | None:
        """The event that a claim's words name, the one nearest to its head."""
        inside = set(words)
        best: tuple[int, int] | None = None
        for word in words:
            if word in self._by_word:
                steps = self._steps(word, inside)
                if steps is not None and (best is None or (steps, word) < best):
                    best = steps, word
        return None if best is None else self._by_word[best[1]]

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
            if not _BACKGROUND.isdisjoint(marks) or parsed.deps[word] == "acl:relcl":
                return None
            word = parsed.heads[word]
            steps += 1
            if steps > 4:
                return None
        return steps

    def _taking_part(self, claim: Claim) -> Cluster | None:
        """The event that plays a part in a claim: "[the attacks] struck a plant"."""
        starts = self._parsed.starts
        for party in claim.participants:
            for span in party.spans if party.role in (Role.AGENT, Role.PATIENT) else ():
                first = bisect_right(starts, span.start) - 1
                for word in range(first, bisect_left(starts, span.end)):
                    if word in self._by_word and self._parsed.head_of((first, word + 1)) == word:
                        return self._by_word[word]
        return None

    def _before(self, claim: Claim, words: Sequence[int]) -> Cluster | None:
        """The event that a toll, or a claim about who was behind it, refers back to."""
        kinds = self._kinds_meant(claim, words)
        if not kinds:
            return None
        parsed, start = self._parsed, words[0]
        place = bisect_left(self._places, start)
        fitting = [
            mention
            for mention in self._mentions[max(place - _MOST, 0) : place]
            if self._by_word[mention.word].kind in kinds
        ]
        earlier = [each for each in fitting if each.section == self._section[start]]
        if not earlier:
            # Under another heading only where the document tells of no other such event.
            meant = {id(each): each for each in map(self._event, fitting)}
            return next(iter(meant.values())) if len(meant) == 1 else None
        if kinds is VIOLENT:  # who was behind it: behind what the text is about
            counts = Counter(self._by_word[mention.word].kind for mention in earlier)
            best = max(counts.values())
            return next(
                e for m in earlier[::-1] if counts[(e := self._by_word[m.word]).kind] == best
            )
        sentence = bisect_right(parsed.sentence_starts, start) - 1
        floor = parsed.sentence_starts[max(sentence - _NEAR, 0)]
        last = self._by_word[earlier[-1].word]
        only = all(self._by_word[mention.word] is last for mention in earlier)
        return last if only or earlier[-1].word >= floor else None

    def _event(self, mention: Mention) -> Cluster:
        return self._by_word[mention.word]

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
        if predicate in _HARM or any(map(_is_toll, claim.quantities)):
            return HARMFUL
        subject = claim.text.split(" ", 1)[0].lower()
        called = claim.predicate.startswith("be ") and predicate in _CALLED
        return HARMFUL if called and subject in ("this", "it", "that") else frozenset()

    def _is_of_another_time(self, claim: Claim, event: Cluster) -> bool:
        """Whether a claim that names an event tells of another time."""
        time = claim.time
        if time is None or time.start is None or time.end is None:
            return False
        return fit_of_times(time, event.time) is Fit.DIFFERENT

    def _differs(self, claim: Claim, event: Cluster) -> bool:
        """Whether a claim's own day or place is another one than the event's."""
        if self._known.fit(claim.place, event.place) is Fit.DIFFERENT and claim.place is not None:
            places = [m.place for m in event.mentions if m.place is not None]
            if all(self._known.fit(claim.place, place) is Fit.DIFFERENT for place in places):
                return True
        if claim.time is None or not is_day(claim.time) or _is_aftermath(claim):
            return False
        days = [m.time for m in event.mentions if m.time is not None and is_day(m.time)]
        return bool(days) and all(fit_of_times(claim.time, day) is Fit.DIFFERENT for day in days)


def _is_aftermath(claim: Claim) -> bool:
    """Whether what is told goes on for days: "were out of hospital by Sunday"."""
    told = " ".join([claim.predicate, *(each.of for each in claim.quantities)])
    return any(part in told for part in _AFTERMATH)


def _is_toll(number: Quantity) -> bool:
    """Whether a number counts people who came to harm."""
    if number.unit in _VICTIMS or not _HARMED.isdisjoint(number.of.split(" ")):
        return True
    return any(part in number.of for part in _HARMED_PARTS)
