"""Settings: where and when the words around a mention put its event."""

from __future__ import annotations

import re
from collections.abc import Set
from datetime import timedelta

from claimgraph.model import Interval, Place
from claimgraph.reading.claims.propositions import container
from claimgraph.reading.claims.when_and_where import Times, place_of
from claimgraph.reading.events.mention import Mention
from claimgraph.reading.events.whereabouts import is_day, is_short
from claimgraph.reading.parsed import Parsed
from claimgraph.text.event_kinds import EventKind
from claimgraph.text.states import state_sense

#: "city" in "Aleppo city".
_SORT = re.compile(r"(?<=\w)(?:\s+[a-z]+)+$")
_CLAUSES = frozenset(
    "acl acl:relcl advcl advcl:relcl ccomp conj csubj parataxis xcomp appos".split()
)
#: Relations of nouns that take part in what a verb tells.
TAKING_PART = frozenset({"nsubj", "nsubj:pass", "obj", "obl:agent"})
#: Verbs by which what is told strikes a place: "blasts rocked Aleppo".
_STRIKING = frozenset("devastate hit jolt pound rock shake strike target".split())
_IN = frozenset({"in", "during", "by", "with", "to", "of", "for"})
#: Kinds that whole countries have: "Syria's war".
_OF_COUNTRIES = frozenset({EventKind.WAR, EventKind.ELECTION, EventKind.COUP})


class Settings:
    """The places and times of the mentions of one document."""

    def __init__(self, parsed: Parsed, times: Times, cues: Set[int]) -> None:
        """Take what is known of the document.

        Args:
            parsed: Its words and trees.
            times: Its times.
            cues: Words that head a cue: what hangs on them tells of the saying.
        """
        self._parsed = parsed
        self._times = times
        self._cues = cues

    def is_dated(self, words: list[int]) -> bool:
        """Whether one of the words before a noun is a time: "the 17 September deal"."""
        return any(self._times.of(container([word], word), [word]) for word in words)

    def fill(self, mention: Mention) -> None:
        """Where and when, by its own phrase first, then by the clause around it."""
        parsed, word = self._parsed, mention.word
        noun = parsed.pos[word] != "VERB"
        own = self.around(word)
        mention.place = self._in(own) or (self._before(mention) if noun else None)
        if mention.place is None and not noun:
            mention.place = self._struck(word)
        mention.tight = mention.place is not None
        if parsed.quoted[word]:
            # "yesterday" is counted from the day on which it was said.
            if mention.place is None and noun and (verb := self._governor(word)) is not None:
                mention.place = self._in(self.around(verb))
            return
        mention.time = self._times.of(container(own, word), own)
        if mention.time is None and noun:
            mention.time = self._a_day_before(word)
        if mention.place is not None and mention.time is not None:
            return
        verb = self._governor(word) if noun else None
        if verb is None:
            return
        words = self.around(verb)
        if mention.place is None:
            struck = parsed.lemmas[verb].lower() in _STRIKING
            mention.place = (self._struck(verb) if struck else None) or self._in(words)
        for _ in range(3):
            time = self._times.of(container(words, verb), words)
            if mention.time is None and time is not None and is_short(time):
                mention.time = time
            above = parsed.heads[verb]
            if parsed.deps[verb] not in ("advcl", "xcomp") or above in self._cues:
                break
            verb, words = above, self.around(above)

    def _struck(self, verb: int) -> Place | None:
        """The town that a verb has as what it was done to: "shelled Homs"."""
        parsed = self._parsed
        for child in parsed.children[verb]:
            number = parsed.name_at.get(child)
            if number is None or parsed.deps[child] not in ("obj", "nsubj:pass"):
                continue
            name = parsed.string(parsed.names[number].words)
            if parsed.names[number].kind == "LOC" and state_sense(name) is None:
                return Place(name=_plain(name))
        return None

    def _in(self, words: list[int]) -> Place | None:
        """Where something happened; not where it came from."""
        parsed = self._parsed
        place = place_of(parsed, words)
        if place is None:
            return None
        for word in words:
            number = parsed.name_at.get(word)
            if number is None or parsed.string(parsed.names[number].words) != place.name:
                continue
            below = parsed.children[parsed.head_of(parsed.names[number].words)]
            if any(parsed.deps[c] == "case" and parsed.lower[c] == "from" for c in below):
                return None
        return Place(name=_plain(place.name), within=tuple(map(_plain, place.within)))

    def _a_day_before(self, noun: int) -> Interval | None:
        """The day before that of the clause: "today, *a day after* an attack on the city"."""
        parsed = self._parsed
        case = parsed.child(noun, "case", "mark")
        if case is None or case < 2:
            return None
        *count, day, after = parsed.lower[case - 2 : case + 1]
        if after != "after" or day != "day" or count[0] not in ("a", "one"):
            return None
        verb = parsed.heads[noun]
        while parsed.pos[verb] != "VERB" and parsed.heads[verb] != verb:
            verb = parsed.heads[verb]
        words = [word for word in self.around(verb) if word != noun]
        time = self._times.of(container(words, verb), words)
        if time is None or time.start is None or not is_day(time):
            return None
        return Interval.parse(f"{time.start - timedelta(days=1):%Y-%m-%d}")

    def around(self, head: int) -> list[int]:
        """The words below a head, without those of other clauses."""
        parsed = self._parsed
        found, waiting = [], [head]
        while waiting:
            here = waiting.pop()
            found.append(here)
            waiting += [
                child
                for child in parsed.children[here]
                if parsed.deps[child] not in _CLAUSES or child in parsed.name_at
            ]
        return sorted(found)

    def _governor(self, noun: int) -> int | None:
        """The verb whose clause tells where and when a noun's event was."""
        parsed = self._parsed
        here = noun
        for _ in range(4):
            dep, head = parsed.deps[here], parsed.heads[here]
            if head == here:
                return None
            cases = [parsed.lower[c] for c in parsed.children[here] if parsed.deps[c] == "case"]
            inside = dep in ("obl", "nmod") and bool(cases) and cases[0] in _IN
            if dep not in TAKING_PART and dep != "conj" and not inside:
                return None
            if parsed.pos[head] in ("VERB", "AUX") or parsed.child(head, "cop") is not None:
                return None if head in self._cues else head
            here = head
        return None

    def _before(self, mention: Mention) -> Place | None:
        """A place that stands before a noun: "the Kabul blast", "Syria's war"."""
        parsed = self._parsed
        for child in parsed.children[mention.word]:
            if child > mention.word:
                break
            number = parsed.name_at.get(child)
            if number is None or parsed.names[number].kind != "LOC":
                continue
            name = parsed.string(parsed.names[number].words)
            sense = state_sense(name)
            country = sense is not None and sense.way != "capital"
            if not country or (mention.kind in _OF_COUNTRIES and sense and sense.way == "name"):
                return Place(name=_plain(name))
        return None


def _plain(name: str) -> str:
    """A place's name without what it is: "Korvath depot" is in Korvath."""
    return _SORT.sub("", name) or name
