"""The names of a document, and which of them are one person's or one body's.

All of it follows from the names alone, over the whole document: states and known groups first,
then bodies with their acronyms and short names, then people.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from claimgraph.reading.cast.bare_names import (
    given,
    people_among,
    unmarked_people,
    written,
)
from claimgraph.reading.cast.figures import STATE_SCORES, Figure, Link, Written
from claimgraph.reading.cast.mended_kinds import AT_PLACES, mend_kinds
from claimgraph.reading.cast.parties import Party
from claimgraph.reading.cast.short_names import ShortNames
from claimgraph.reading.cast.surnames import MOST_PEOPLE, People, is_full
from claimgraph.reading.encoder.known_names import PLACES
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.noun_phrases import plain
from claimgraph.reading.parsed import Parsed
from claimgraph.text import groups, media
from claimgraph.text.given_names import gender_of
from claimgraph.text.names import alone, folded_name, is_acronym, key_of, one_edit_apart
from claimgraph.text.states import Sense, state_sense
from claimgraph.text.titles import OFFICES
from claimgraph.vocabulary import Naming, SourceKind

#: Words of the longest name of an armed group that is looked for.
_LONGEST_GROUP = 8
_ORGANISED = frozenset(("Pentagon", "Capitol Hill"))


class Roster:
    """Every name of a document, linked."""

    def __init__(self, parsed: Parsed, document_id: str) -> None:
        self._parsed = parsed
        self._document_id = document_id
        self.figures: list[Figure] = []
        self.links: dict[int, Link] = {}
        self._by_key: dict[str, Figure] = {}
        self._by_party: dict[int, Figure] = {}
        self._in_order: list[Link] | None = None
        self._starts: list[int] = []
        self._short = ShortNames()
        self._known_people = People(parsed)
        self._groups: dict[str, Figure] = {}
        self._unmarked: dict[int, int] = {}
        self._acronyms: dict[str, int] = {}
        names = written(parsed, self._acronyms, {})
        self._people = people = people_among(parsed, names)
        taken = self._link_groups()
        names = [name for name in names if taken.isdisjoint(range(*name.words))]
        names = [name for name in names if not self._link_state(name, people)]
        for name in unmarked_people(parsed, taken):
            names.append(name)
            people.add(key_of(name.text))
        left = self._link_bodies([n for n in names if key_of(n.text) not in people], people)
        self._link_people([*left, *(n for n in names if key_of(n.text) in people)])
        mend_kinds(parsed, self.links.values())

    def at(self, word: int) -> Link | None:
        """The link of the name that a word is part of."""
        number = self._unmarked.get(word, self._parsed.name_at.get(word))
        link = None if number is None else self.links.get(number)
        return link if link is not None and link.words[0] <= word < link.words[1] else None

    def body(self, name: str, kind: SourceKind, naming: Naming = Naming.NAMED) -> Figure:
        """The figure of that name, new if there is none."""
        key = f"{naming.value}:{key_of(name) or name}"
        figure = self._by_key.get(key)
        if figure is None:
            figure = Figure(Party(name, kind, naming, self._document_id))
            self._by_key[key] = figure
            self._by_party[id(figure.party)] = figure
            self._short.add(figure)
            self.figures.append(figure)
        return figure

    def state(self, name: str) -> Figure:
        """A state, by its name."""
        figure = self.body(name, SourceKind.STATE)
        figure.sense = figure.sense or state_sense(name)
        return figure

    def sensed(self, sense: Sense) -> Figure:
        """The state that a phrase says, or the house that speaks for it."""
        if sense.way != "house":
            return self.state(sense.state)
        kind = SourceKind.ORGANISATION if sense.name in _ORGANISED else SourceKind.STATE
        figure = self.body(sense.name, kind)
        figure.sense = sense
        return figure

    def find(self, text: str) -> Figure | None:
        """Whom a text names that the model has not marked as a name."""
        exact = self._by_key.get(f"{Naming.NAMED.value}:{key_of(text)}")
        if exact is not None and exact.mentions:
            return exact
        fitting = self._known_people.named(text)
        if not fitting and is_acronym(text):
            fitting = self._short.spelled_by(text)
        return fitting[0] if len(fitting) == 1 else None

    def figure_of(self, party: Party) -> Figure | None:
        """The figure that a party is; ``None`` for joint parties."""
        return self._by_party.get(id(party))

    def before(self, word: int, most: int) -> list[Link]:
        """The last names before a word, the nearest first, no more than ``most``."""
        if self._in_order is None:
            self._in_order = sorted(self.links.values(), key=lambda link: link.words)
            self._starts = [link.words[0] for link in self._in_order]
        end = bisect_left(self._starts, word)
        return self._in_order[max(end - most, 0) : end][::-1]

    def move(self, link: Link, figure: Figure) -> None:
        """Give the names of one figure to another: both are the same body."""
        old = link.figure
        for number, other in self.links.items():
            if other.figure is old:
                self.links[number] = replace(other, figure=figure)
        figure.mentions = sorted({*figure.mentions, *old.mentions})
        for name in (old.party.name, *old.party.aliases):
            figure.party.also(name)
        self.figures = [each for each in self.figures if each is not old]

    # The steps, in their order.

    def _link_groups(self) -> set[int]:
        """Armed groups that everybody knows, also where the model has marked no name or half of it.

        Returns:
            The words of their names, which are no other names then.
        """
        parsed = self._parsed
        firsts = groups.first_words()
        taken: set[int] = set()
        for place in [n for n, low in enumerate(parsed.lower) if low in firsts]:
            words = None if place in taken else self._group_at(place)
            if words is None:
                continue
            name = Written(-1 - place, words, plain(parsed.string(words)))
            taken.update(range(*words))
            self._note(name, self._group(name.text), "name.group")
        return taken

    def _group_at(self, place: int) -> Range | None:
        """The longest name of a known group that begins at a word."""
        parsed = self._parsed
        for length in range(min(_LONGEST_GROUP, len(parsed.words) - place), 0, -1):
            text = parsed.string((place, place + length))
            if "\n" in text or not text[-1].isalnum() or groups.group_name(text) is None:
                continue
            if any(sign.isupper() for sign in text):
                return place, place + length
        return None

    def _group(self, text: str) -> Figure:
        """An armed group, under the fullest name that this document has for it."""
        group = groups.group_name(text) or text
        figure = self._groups.get(group)
        if figure is None:
            figure = self._groups[group] = self.body(text, SourceKind.ARMED_GROUP)
        elif _fuller(text, figure.party.name):
            old, figure.party.name = figure.party.name, text
            figure.party.also(old)
        return figure

    def _link_state(self, name: Written, people: set[str]) -> bool:
        """Whether a name is a state's, and no person's of that name."""
        sense = state_sense(name.text)
        if sense is None:
            return False
        if self._parsed.names[name.number].kind == "PERSON" and " " not in name.text:
            key = key_of(name.text)
            if given(name.text) or any(key in full.split() for full in people if full != key):
                return False
        figure = self.sensed(sense)
        plain_way = {"name": "name.exact", "house": "name.house"}.get(sense.way)
        self._note(name, figure, plain_way or f"metonym.{sense.way}", STATE_SCORES[sense.way])
        return True

    def _link_bodies(self, names: list[Written], people: set[str]) -> list[Written]:
        """Bodies and places, the longest names first, acronyms last.

        Returns:
            Those that are surnames after all.
        """
        surnames = {form for key in people if " " in key for form in alone(key)}
        later: list[Written] = []
        left: list[Written] = []
        for name in sorted(names, key=lambda name: (-len(name.text), name.number)):
            if " " not in name.text and is_acronym(name.text):
                later.append(name)
            elif " " not in name.text and _near(folded_name(name.text), surnames):
                left.append(name)  # a surname that the model took for a body
            else:
                self._link_body(name)
        for name in later:
            self._link_acronym(name)
        return left

    def _link_body(self, name: Written) -> None:
        start = name.words[0]
        at_place = start > 0 and self._parsed.lower[start - 1] in AT_PLACES
        figure = None if at_place or name.text in PLACES else self._short.longer(name.text)
        if figure is None or key_of(figure.party.name) == key_of(name.text):
            self._note(name, self.body(name.text, self._kind(name)), "name.exact")
        else:
            self._note(name, figure, "name.short", 0.9)

    def _link_acronym(self, name: Written) -> None:
        link = self.links.get(self._acronyms.get(key_of(name.text), len(self._parsed.names)))
        if link is not None:
            self._note(name, link.figure, "acronym.defined")
            return
        fitting = self._short.spelled_by(name.text)
        if len(fitting) == 1:
            self._note(name, fitting[0], "acronym.initials", 0.85)
        else:
            self._note(name, self.body(name.text, self._kind(name)), "name.exact")

    def _link_people(self, names: list[Written]) -> None:
        known = self._known_people
        singles: list[Written] = []
        for name in sorted(names, key=self._fullest_first):
            if not is_full(name):
                singles.append(name)
                continue
            place = self._short.longer_place(name.text)
            if place is not None:
                self._note(name, place, "name.short", 0.8)
                continue
            match = known.of_full_name(name)
            if len(match.figures) == 1:
                figure = match.figures[0]
                same = key_of(figure.party.name) == key_of(name.text)
                self._note(name, figure, "name.exact" if same else match.rule, match.score)
                continue
            figure = self.body(name.text, SourceKind.PERSON)
            figure.gender = gender_of(name.text.split()[0])
            known.add(name, figure)
            self._note(name, figure, "name.exact")
        for name in sorted(singles, key=lambda name: name.words):
            self._link_single(name)

    def _link_single(self, name: Written) -> None:
        known = self._known_people
        match = known.of_one_word(name)
        if len(match.figures) > 1 and not self._in_heading(name):
            match = known.going_on(name, match)
        if len(match.figures) > 1:
            why = "fits " + " and ".join(figure.party.name for figure in match.figures)
            figure = self.body(name.text, SourceKind.PERSON, Naming.DESCRIBED)
            self._note(name, figure, "name.ambiguous", 0.3, why)
        elif match.figures:
            self._note(name, match.figures[0], match.rule, match.score)
        elif known.contradicted(name):
            figure = self.body(known.titled(name), SourceKind.PERSON, Naming.DESCRIBED)
            self._note(name, figure, "name.titled", 0.6)
        else:
            body = self._short.longer(name.text)
            if body is not None:
                self._note(name, body, "name.short", 0.8)
                return
            person = name.number < 0 or self._parsed.names[name.number].kind == "PERSON"
            person = person or key_of(name.text) in self._people
            person = person and not self._is_of_an_office(name)
            kind = SourceKind.PERSON if person else self._kind(name)
            self._note(name, self.body(name.text, kind), "name.exact")

    def _is_of_an_office(self, name: Written) -> bool:
        """Whether an office follows that a person holds: "Labor Secretary Thomas Perez"."""
        parsed, place = self._parsed, name.words[1]
        if place + 1 >= len(parsed.words) or parsed.lower[place] not in OFFICES:
            return False
        return parsed.words[place][0].isupper() and parsed.words[place + 1][0].isupper()

    def _fullest_first(self, name: Written) -> tuple[bool, int, int]:
        """Names in a headline come last: its capitals make them longer than they are."""
        return self._in_heading(name), -len(name.text), name.number

    def _in_heading(self, name: Written) -> bool:
        lines = self._parsed.lines
        return lines[name.words[0]] == 0 and lines[-1] > 0

    def _kind(self, name: Written) -> SourceKind:
        if media.is_medium(name.text) or key_of(name.text) in media.PLATFORMS:
            return SourceKind.MEDIA
        if groups.is_armed_group(name.text):
            return SourceKind.ARMED_GROUP
        if name.number >= 0 and self._parsed.names[name.number].kind == "LOC":
            return SourceKind.UNKNOWN
        return SourceKind.ORGANISATION

    def _note(
        self, name: Written, figure: Figure, rule: str, score: float = 1.0, why: str = ""
    ) -> None:
        figure.mentions.append(name.words)
        for word in range(*name.words):
            if word not in self._parsed.name_at or name.number < 0:
                # The name is longer than what the model has marked, or not marked at all.
                self._unmarked[word] = name.number
        self.links[name.number] = Link(figure, name.words, rule, score, why)
        if rule in ("name.ambiguous", "metonym.adjective", "metonym.people"):
            return
        if not (rule == "name.fuller" and self._in_heading(name)):
            figure.party.also(name.text)


def _fuller(text: str, name: str) -> bool:
    """Whether a text is a fuller name: an acronym never is, a longer one is."""
    if is_acronym(name) != is_acronym(text):
        return is_acronym(name)
    return len(text) > len(name)


def _near(word: str, surnames: set[str]) -> bool:
    """Whether a word is one of the surnames, or one of them with another letter."""
    if word in surnames:
        return True
    if len(word) < 5 or len(surnames) > MOST_PEOPLE:
        return False
    return any(w[0] == word[0] and one_edit_apart(w, word) for w in surnames)
