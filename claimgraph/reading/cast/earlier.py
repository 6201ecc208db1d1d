"""Whom a definite description takes up: "the agency", "the minister", "the group"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace

from claimgraph.reading.cast.bodies import StateBodies
from claimgraph.reading.cast.figures import Figure
from claimgraph.reading.cast.kinds import kind_of
from claimgraph.reading.cast.parties import Resolution
from claimgraph.reading.cast.people import left_edge
from claimgraph.reading.cast.roster import Roster
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.noun_phrases import Places
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.phrases import noun_phrase
from claimgraph.vocabulary import SourceKind

#: A later "the group" may be any of these.
_CLASSES: dict[str, tuple[SourceKind, ...]] = {
    **dict.fromkeys(
        "group movement militia faction".split(),
        (SourceKind.ARMED_GROUP, SourceKind.ORGANISATION),
    ),
    **dict.fromkeys(
        "organisation organization body charity ngo company firm agency operator union hospital "
        "institute association party club foundation federation watchdog monitor university bank "
        "airline carrier manufacturer court council committee commission department".split(),
        (SourceKind.ORGANISATION,),
    ),
    **dict.fromkeys(
        "newspaper paper magazine channel broadcaster network station agency newswire website "
        "daily weekly tabloid outlet".split(),
        (SourceKind.MEDIA,),
    ),
    **dict.fromkeys(
        "militants rebels insurgents jihadists extremists".split(), (SourceKind.ARMED_GROUP,)
    ),
    **dict.fromkeys("country kingdom nation republic".split(), (SourceKind.STATE,)),
}


def is_of_class(noun: str, kind: SourceKind) -> bool:
    """Whether a noun says nothing but what kind of body somebody is: "company", "movement"."""
    return kind in _CLASSES.get(noun, ())


#: Nouns that say more than that there is a body: "the monitor" is no front that happened to be
#: named last, and "the rebels" are not one group of them, unless the model takes them for one.
_TOO_SPECIFIC = frozenset(
    """
    airline bank carrier charity club council court extremists federation foundation hospital
    insurgents institute jihadists manufacturer militants monitor operator rebels union university
    watchdog
    """.split()
)
#: How titles are written before a name.
_SHORT = {
    "senator": ("sen.", "sen"), "governor": ("gov.", "gov"), "professor": ("prof.", "prof"),
    "representative": ("rep.", "rep"), "congressman": ("rep.", "rep"), "doctor": ("dr.", "dr"),
    "congresswoman": ("rep.", "rep"), "general": ("gen.", "gen"), "colonel": ("col.", "col"),
    "sergeant": ("sgt.", "sgt"), "lieutenant": ("lt.", "lt"), "captain": ("capt.", "capt"),
}  # fmt: skip
_BODIES = frozenset(
    (SourceKind.ORGANISATION, SourceKind.MEDIA, SourceKind.ARMED_GROUP, SourceKind.STATE)
)
_SINGLE = frozenset((SourceKind.PERSON, SourceKind.ANONYMOUS))
_BESIDE = frozenset(("appos", "flat", "nmod:desc", "compound"))
_SMALL = frozenset("of for in the a an and at".split())
#: Earlier phrases of one noun that are looked at.
_MOST_EARLIER = 12
#: Bodies, the last ones named, that "the group" may be.
_MOST_BODIES = 40
#: Phrases of one noun after which one is resolved ahead, so that no chain of them grows long.
_CHAIN = 12


class Earlier:
    """Finds whom the text spoke of before."""

    def __init__(
        self,
        parsed: Parsed,
        roster: Roster,
        bodies: StateBodies,
        places: Places,
        resolve: Callable[[Range], Resolution],
    ) -> None:
        self._parsed = parsed
        self._roster = roster
        self._bodies = bodies
        self._places = places
        self._resolve = resolve
        self._entities: dict[int, list[int]] | None = None

    def find(self, words: Range, inner: Range, head: int) -> Resolution | None:
        """The one whom a description takes up; ``None`` where the text has nobody like that."""
        parsed = self._parsed
        noun = parsed.lower[head]
        start = inner[0]
        if parsed.tags[start] == "PRP$":
            if kind_of(noun) not in _BODIES:
                return None
            start += 1  # "his alliance" is the alliance that the text spoke of
        modifiers = {
            low
            for low in parsed.lower[start : inner[1]]
            if low != noun and low.isalpha() and low not in _SMALL
        }
        self._resolve_ahead(noun, words[0])
        places = self._places.before(noun, words[0], _MOST_EARLIER)
        for short in _SHORT.get(noun, ()):
            places += self._places.before(short, words[0], _MOST_EARLIER)
        for place in sorted(places, reverse=True):
            if parsed.deps[place] == "compound" and not self._is_of_name(place):
                continue
            found = self._at_place(place, modifiers)
            if found is not None:
                return found
        one = parsed.tags[head] == "NN" and parsed.mention_kinds.get(head) == "person"
        if one or kind_of(noun, definite=True) in _SINGLE:
            person = self._by_coreference(head)
            if person is not None:
                return person
        return None if modifiers else self._of_class(noun, head)

    def in_headline(self, head: int) -> Resolution | None:
        """The first one named below whom a headline calls by a noun: "Minister blames rebels"."""
        parsed = self._parsed
        if parsed.lines[head] > 0 or parsed.lines[-1] == 0 or parsed.tags[head].endswith("S"):
            return None
        places = self._places.of(parsed.lower[head])
        for place in places[bisect_right(places, head) :][:_MOST_EARLIER]:
            found = self._at_place(place, set())
            if found is not None and found.rule.startswith("description.of_"):
                return replace(found, rule="description.headline", score=0.6)
        return None

    def _resolve_ahead(self, noun: str, word: int) -> None:
        """Resolve some of many phrases of one noun from the first on: each hangs on the last."""
        places = self._places.of(noun)
        for place in places[_CHAIN::_CHAIN]:
            if place >= word:
                break
            self._resolve(noun_phrase(self._parsed, place))

    def _is_of_name(self, place: int) -> bool:
        if place in self._parsed.name_at:
            return True
        return self._roster.at(self._parsed.heads[place]) is not None

    def _at_place(self, place: int, modifiers: set[str]) -> Resolution | None:
        """Whom an earlier phrase of the same noun stands for, if it says no less."""
        parsed = self._parsed
        words = noun_phrase(parsed, place, appositions=True)
        link = self._roster.at(place)
        above = place
        while link is None and parsed.deps[above] in _BESIDE and parsed.heads[above] != above:
            above = parsed.heads[above]  # of "President Ann Marsh", "SOHR, a monitor"
            link = self._roster.at(above)
        if link is not None and above == place and not _heads_name(parsed, place, link.words):
            return None  # "Campaign Legal Center" is no campaign
        if link is not None:
            first = min(left_edge(parsed, link.words[0]), words[0])
            if not modifiers <= set(parsed.lower[first : max(link.words[1], words[1])]):
                return None
            party = link.figure.party
            rule = "description.of_name" if above == place else "description.of_title"
            why = f"the last {parsed.lower[place]} named"
            return Resolution(party, rule, why, (link.words,), 0.85)
        if not modifiers <= set(parsed.lower[words[0] : words[1]]):
            return None
        if parsed.tags[place + 1 : place + 2] == ["POS"]:
            words = (words[0], place + 1)
        found = self._resolve(words)
        if found.score < 0.3:
            return None
        why = "the last one who was called so"
        score = min(found.score, 0.8)
        return Resolution(found.party, "description.same_head", why, (words,), score)

    def _by_coreference(self, head: int) -> Resolution | None:
        """The named person whom the model takes "the senator" for."""
        parsed = self._parsed
        if self._entities is None:
            self._entities = {}
            for place, entity in parsed.entities.items():
                self._entities.setdefault(entity, []).append(place)
        first = parsed.sentence(head)[0]
        mentions = self._entities.get(parsed.entities.get(head, -1), [])
        for place in reversed([place for place in mentions if place < first][-_MOST_EARLIER:]):
            link = self._roster.at(place)
            if link is not None and link.figure.party.kind is SourceKind.PERSON:
                why = "the model takes both for one"
                party = link.figure.party
                return Resolution(party, "description.coreference", why, (link.words,), 0.6)
        return None

    def _of_class(self, noun: str, head: int) -> Resolution | None:
        """The body of a kind that a noun fits: named often, and not long ago; the model's
        coreference goes first.
        """
        kinds = _CLASSES.get(noun)
        if kinds is None:
            return None
        parsed = self._parsed
        entity = parsed.entities.get(head)
        here = parsed.sentence(head)[0]
        seen: dict[int, tuple[Figure, Range, bool]] = {}
        for link in self._roster.before(head, _MOST_BODIES):
            figure, words = link.figure, link.words
            if figure.party.kind not in kinds or id(figure.party) in self._bodies.states:
                continue
            if figure.party.kind is SourceKind.STATE and figure.sense is None:
                continue  # a place
            same = entity is not None and any(
                parsed.entities.get(place) == entity for place in range(*words)
            )
            _, last, before = seen.get(id(figure), (figure, words, False))
            seen[id(figure)] = figure, last, before or same
        if noun in _TOO_SPECIFIC:
            seen = {key: item for key, item in seen.items() if item[2]}
        if not seen:
            return None

        def rating(item: tuple[Figure, Range, bool]) -> float:
            figure, words, same = item
            gap = here - parsed.sentence(words[0])[0]
            return 3.0 * same + 0.5 * min(len(figure.mentions), 6) - 0.4 * gap / _SENTENCE

        figure, words, same = max(seen.values(), key=rating)
        rule = "description.coreference" if same else "description.last_of_kind"
        why = f"“{noun}” fits {figure.party.name}"
        return Resolution(figure.party, rule, why, (words,), 0.75 if same else 0.6)


def _heads_name(parsed: Parsed, place: int, name: Range) -> bool:
    """Whether a word says what a name is of: the last one, or "Institute" of "Institute for"."""
    following = place + 1
    return following >= name[1] or parsed.pos[following] in ("ADP", "CCONJ", "PUNCT", "SCONJ")


#: Words of a sentence, as a measure of how far back something was named.
_SENTENCE = 22
