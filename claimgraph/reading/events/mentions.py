"""Mentions of events: the nouns and verbs that tell that something happened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import timedelta

from claimgraph.model import Interval, Place
from claimgraph.reading.claims.certainty import HEDGING
from claimgraph.reading.claims.propositions import container
from claimgraph.reading.claims.when_and_where import Times, place_of
from claimgraph.reading.events.whereabouts import is_day, is_short
from claimgraph.reading.parsed import Parsed
from claimgraph.text.event_kinds import (
    HARMFUL,
    EventKind,
    kind_of_noun,
    kind_of_verb,
    may_refer_back,
)
from claimgraph.text.states import state_sense

_DEFINITE = frozenset("the this that these those its their his her".split())
_OTHER = frozenset(
    "another other second third similar separate previous earlier past further new more".split()
)
_OF_COURTS = frozenset("charge charges case cases suspect suspects allegations".split())
_OFTEN = frozenset("previously earlier before often repeatedly again already once".split())
_MODALS = frozenset("could may might would should will must can shall 'll ’ll".split())
_MARKS = frozenset({"if", "unless", "whether"})
#: Verbs whose object has not happened.
_NOT_YET = frozenset(
    """
    avert avoid consider deter expect fear plan predict prepare prevent propose reject stop threaten
    """.split()
)
#: "city" in "Aleppo city".
_SORT = re.compile(r"(?<=\w)(?:\s+[a-z]+)+$")
_CLAUSES = frozenset(
    "acl acl:relcl advcl advcl:relcl ccomp conj csubj parataxis xcomp appos".split()
)
_UP = frozenset({"nsubj", "nsubj:pass", "obj", "obl:agent"})
_IN = frozenset({"in", "during", "by", "with", "to", "of", "for"})
_BEFORE = frozenset("compound amod nmod:poss nmod:desc nummod det".split())
#: Kinds that whole countries have: "Syria's war".
_OF_COUNTRIES = frozenset({EventKind.WAR, EventKind.ELECTION, EventKind.COUP})


@dataclass(slots=True, eq=False)
class Mention:
    """A word that tells of an event.

    Attributes:
        word: The word.
        kind: What sort of event it tells of.
        new: Whether it can bring in an event; else it only refers to one.
        definite: Whether it says that the reader knows which: "the attack".
        other: Whether it says that it is another one.
        alone: Whether it is one that was not spoken of before: "an attack".
        place: Where.
        tight: Whether the place hangs on the word itself.
        time: When.
        agent: Who did it, as its own phrase says; "" where it does not.
        section: The section that it stands in.
        line: The paragraph.
        noun: Whether it is a noun.
        several: Whether it is in the plural.
    """

    word: int
    kind: EventKind
    new: bool
    definite: bool = False
    other: bool = False
    alone: bool = False
    place: Place | None = None
    tight: bool = False
    time: Interval | None = None
    agent: str = ""
    section: int = 0
    line: int = 0
    noun: bool = True
    several: bool = False


class MentionFinder:
    """Finds the mentions of one document."""

    def __init__(
        self, parsed: Parsed, times: Times, section: Sequence[int], cues: Set[int]
    ) -> None:
        """Take what is known of the document.

        Args:
            parsed: Its words and trees.
            times: Its times.
            section: For each word its section.
            cues: Words that head a cue: what hangs on them tells of the saying.
        """
        self._parsed = parsed
        self._times = times
        self._section = section
        self._cues = cues

    def find(self) -> list[Mention]:
        """All of them, in order."""
        found: list[Mention] = []
        for word, pos in enumerate(self._parsed.pos):
            made = None
            if pos in ("NOUN", "PROPN") or self._parsed.deps[word] in _UP:
                made = self._noun(word)
            elif pos == "VERB":
                made = self._verb(word)
            if made is not None:
                made.section = self._section[word]
                made.line = self._parsed.lines[word]
                made.noun = self._parsed.pos[word] != "VERB"
                made.several = self._parsed.tags[word] in ("NNS", "NNPS")
                self._place(made)
                found.append(made)
        return [mention for mention in found if not self._is_told_by_a_noun(mention, found)]

    def _is_told_by_a_noun(self, mention: Mention, others: Sequence[Mention]) -> bool:
        """Whether a killing is what came of what its sentence names: "a bombing killed X"."""
        if mention.noun or mention.kind is not EventKind.KILLING:
            return False
        start, end = self._parsed.sentence(mention.word)
        return any(
            start <= each.word < end and each is not mention and each.kind in HARMFUL
            for each in others
        )

    def _is_person(self, word: int) -> bool:
        number = self._parsed.name_at.get(word)
        return number is not None and self._parsed.names[number].kind == "PERSON"

    def _noun(self, word: int) -> Mention | None:
        parsed = self._parsed
        lemma = parsed.lemmas[word].lower()
        known = may_refer_back(lemma)
        if known is None and parsed.lower[word].endswith("s"):
            lemma = parsed.lower[word][:-1]
            known = may_refer_back(lemma)
        if known is None or self._is_in_a_compound(word) or self._is_in_a_name(word):
            return None
        if not _OF_COURTS.isdisjoint(parsed.lower[word + 1 : word + 4]):
            return None  # "murder and terrorism charges"
        before = [
            child
            for child in parsed.children[word]
            if child < word and parsed.deps[child] in _BEFORE
        ]
        words = [parsed.lower[each] for each in self._with_their_own(before)]
        determiners = {parsed.lower[each] for each in before if parsed.deps[each] == "det"}
        owned = any(parsed.deps[each] == "nmod:poss" for each in before)
        kind = kind_of_noun(lemma, words)
        definite = not determiners.isdisjoint(_DEFINITE) or owned
        if kind is None:
            if not definite:
                return None
            # "the 17 September deal": the day says which.
            dated = any(self._times.of(container([each], each), [each]) for each in before)
            return Mention(word, known, new=dated, definite=True)
        if parsed.child(word, "cop") is not None:
            # "This was murder" says what to call it.
            return Mention(word, kind, new=False)
        none = not determiners.isdisjoint({"no", "any", "every", "each", "such"})
        return Mention(
            word,
            kind,
            new=not none and not self._is_unreal(word),
            definite=definite or none,
            other=not _OTHER.isdisjoint(words),
            alone=not determiners.isdisjoint({"a", "an"}) and HEDGING.keys().isdisjoint(words),
            agent=self._agent(word, before),
        )

    def _verb(self, word: int) -> Mention | None:
        parsed = self._parsed
        lemma = parsed.lemmas[word].lower()
        particle = parsed.child(word, "compound:prt")
        if particle is not None:
            lemma = f"{lemma}_{parsed.lower[particle]}"
        thing = parsed.child(word, "obj", "nsubj:pass")
        objects = () if thing is None else range(*parsed.subtree(thing))
        lower = parsed.lower
        around = self._around(word)
        means = [lower[w] for w in around if lower[w - 1] == "with"]
        doer = parsed.child(word, "nsubj")
        doers = () if doer is None else [lower[w] for w in around if w <= doer]
        kind = kind_of_verb(lemma, [lower[each] for each in objects], means, doers)
        if lemma == "kill" and thing is not None and self._is_person(thing):
            kind = EventKind.KILLING
        if kind is None or parsed.deps[word] in ("amod", "compound"):
            return None
        adverbs = {
            lower[child] for child in parsed.children[word] if parsed.deps[child] == "advmod"
        }
        return Mention(
            word,
            kind,
            new=not self._is_unreal(word),
            other=not _OFTEN.isdisjoint(adverbs),
        )

    def _with_their_own(self, before: Iterable[int]) -> list[int]:
        """Words before a noun with those that hang on them: "car" of "car bomb attack"."""
        parsed = self._parsed
        found = []
        for word in before:
            found += [*parsed.children[word], word] if parsed.deps[word] != "nmod:poss" else []
        return found

    def _is_in_a_compound(self, word: int) -> bool:
        parsed = self._parsed
        return parsed.deps[word] in ("compound", "amod", "nmod:desc", "flat") and (
            parsed.heads[word] > word
        )

    def _is_in_a_name(self, word: int) -> bool:
        """Whether the word is a part of a name: "Liberation War Museum"."""
        number = self._parsed.name_at.get(word)
        return number is not None and self._parsed.names[number].kind != "LOC"

    def _is_unreal(self, word: int) -> bool:
        """Whether the text only thinks of it: "to prevent an attack", "could attack"."""
        parsed = self._parsed
        here = word
        for _ in range(8):
            lower = {parsed.lower[child] for child in parsed.children[here]}
            marked = {
                parsed.lower[c] for c in parsed.children[here] if parsed.deps[c] in ("aux", "mark")
            }
            if not _MODALS.isdisjoint(marked) or not _MARKS.isdisjoint(marked):
                return True
            if parsed.tags[here] == "VB" and "to" in marked:
                return True
            head = parsed.heads[here]
            if head == here or here in self._cues or head in self._cues:
                return False
            if parsed.lemmas[head].lower() in _NOT_YET and parsed.deps[here] != "nsubj":
                return True
            if parsed.deps[here] in ("acl:relcl", "advcl", "parataxis") or "after" in lower:
                return False
            here = head
        return False

    def _agent(self, word: int, before: Iterable[int]) -> str:
        """Whose deed a noun phrase says it is: "Russian", "by the Islamic State group"."""
        parsed = self._parsed
        for child in parsed.children[word]:
            if child > word and parsed.deps[child] == "nmod":
                start, end = parsed.subtree(child)
                if parsed.lower[start] == "by":
                    names = [w for w in range(start, end) if w in parsed.name_at]
                    return parsed.lower[names[0]] if names else ""
        for child in before:
            if parsed.deps[child] == "det":
                continue
            sense = state_sense(parsed.words[child])
            if sense is not None and sense.way in ("adjective", "name"):
                return sense.state.lower()
            number = parsed.name_at.get(child)
            if number is not None and parsed.names[number].kind != "LOC":
                return parsed.lower[child]
        return ""

    def _place(self, mention: Mention) -> None:
        """Where and when, by its own phrase first, then by the clause around it."""
        parsed, word = self._parsed, mention.word
        noun = parsed.pos[word] != "VERB"
        own = self._around(word)
        mention.place = self._in(own) or (self._before(mention) if noun else None)
        mention.tight = mention.place is not None
        if parsed.quoted[word]:
            # "yesterday" is counted from the day on which it was said.
            if mention.place is None and noun and (verb := self._governor(word)) is not None:
                mention.place = self._in(self._around(verb))
            return
        mention.time = self._times.of(container(own, word), own)
        if mention.time is None and noun:
            mention.time = self._a_day_before(word)
        if mention.place is not None and mention.time is not None:
            return
        verb = self._governor(word) if noun else None
        if verb is None:
            return
        words = self._around(verb)
        if mention.place is None:
            mention.place = self._in(words)
        for _ in range(3):
            time = self._times.of(container(words, verb), words)
            if mention.time is None and time is not None and is_short(time):
                mention.time = time
            above = parsed.heads[verb]
            if parsed.deps[verb] not in ("advcl", "xcomp") or above in self._cues:
                break
            verb, words = above, self._around(above)

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
        words = [word for word in self._around(verb) if word != noun]
        time = self._times.of(container(words, verb), words)
        if time is None or time.start is None or not is_day(time):
            return None
        return Interval.parse(f"{time.start - timedelta(days=1):%Y-%m-%d}")

    def _around(self, head: int) -> list[int]:
        """The words below a head, without those of other clauses."""
        parsed = self._parsed
        found, waiting = [], [head]
        while waiting:
            here = waiting.pop()
            found.append(here)
            for child in parsed.children[here]:
                if parsed.deps[child] not in _CLAUSES or child in parsed.name_at:
                    waiting.append(child)
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
            if dep not in _UP and dep != "conj" and not inside:
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
