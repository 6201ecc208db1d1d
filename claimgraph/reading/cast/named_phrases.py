"""Phrases that name somebody: a person with a role, a body, a state, what stands beside a name."""

from __future__ import annotations

from claimgraph.reading.cast.bare_names import is_title
from claimgraph.reading.cast.bodies import StateBodies, sense_at
from claimgraph.reading.cast.candidates import PRONOUNS
from claimgraph.reading.cast.figures import STATE_SCORES, Link
from claimgraph.reading.cast.kinds import kind_of
from claimgraph.reading.cast.parties import Resolution
from claimgraph.reading.cast.people import ends_in_a_body, left_edge
from claimgraph.reading.cast.posts import is_role
from claimgraph.reading.cast.roster import Roster
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.noun_phrases import DETERMINERS, plain
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.phrases import noun_phrase
from claimgraph.text import groups, media
from claimgraph.text.names import is_acronym, key_of
from claimgraph.text.titles import KINDRED, PEOPLES
from claimgraph.vocabulary import SourceKind

BODIES = frozenset(
    (SourceKind.ORGANISATION, SourceKind.MEDIA, SourceKind.ARMED_GROUP, SourceKind.STATE)
)
_BESIDE = frozenset(("appos", "flat", "nmod:desc", "compound"))
_MODEL_KINDS = {"person": SourceKind.PERSON, "organization": SourceKind.ORGANISATION}
_AWAY = frozenset("of for by to with from in at on about against like including as".split())
#: Capitals at the start of a sentence make no names of these.
_AMOUNTS = frozenset("some many most others several few all both none another each".split())
_ELSEWHERE = frozenset("who whose which like including such".split())


class NamedPhrases:
    """Finds whom a phrase names."""

    def __init__(self, parsed: Parsed, roster: Roster, bodies: StateBodies) -> None:
        self._parsed = parsed
        self._roster = roster
        self._bodies = bodies

    def find(self, words: Range, head: int) -> Resolution | None:
        """Whom a phrase names; ``None`` where it describes somebody."""
        whole = self._roster.at(words[0])
        stated = None if whole is not None and whole.words == words else self._state(words)
        if stated is not None:
            return stated
        person = self._person(words, head)
        if person is not None:
            return named(person)
        of_state = self._bodies.at(head)
        if of_state is not None:
            why = f"a body of {of_state.state}"
            party = of_state.figure.party
            return Resolution(party, of_state.rule, why, (words,), of_state.score)
        link = self._roster.at(head)
        if link is not None:
            if link.rule == "metonym.people" and self._parsed.lower[words[0]] != "the":
                return None  # "Russians" are people; "the Russians" act as one
            return self._longer_medium(words, link) or named(link)
        found = self._beside(words, head) or self._medium(words, head)
        return found or self._unmarked(words, head)

    def listed(self, words: Range) -> list[Link]:
        """The people of a list, where the tree has lost it: "A (D-N.Y.), B and C"."""
        parsed = self._parsed
        links: list[Link] = []
        place = words[0]
        joins = False
        while place < words[1]:
            link = self._roster.at(place)
            if link is not None and link.figure.party.kind is SourceKind.PERSON:
                if links and not joins:
                    return (
                        links if len(links) > 1 and "and" in parsed.lower[words[0] : place] else []
                    )
                links.append(link)
                joins = False
                place = link.words[1]
                continue
            if parsed.words[place] == "(":
                while place < words[1] and parsed.words[place] != ")":
                    place += 1
            elif parsed.words[place] == "," or parsed.lower[place] in ("and", "&"):
                joins = True
            elif links and not (joins and left_edge(parsed, self._next_name(place)) <= place):
                break
            elif not links and parsed.lower[place] in _AWAY:
                return []
            place += 1
        return links if "and" in parsed.lower[words[0] : words[1]] else []

    def _next_name(self, place: int) -> int:
        """Where the next person's name begins; the word itself where none follows soon."""
        for following in range(place, min(place + 8, len(self._parsed.words))):
            link = self._roster.at(following)
            if link is not None and link.figure.party.kind is SourceKind.PERSON:
                return link.words[0]
        return place

    def _person(self, words: Range, head: int) -> Link | None:
        """The person whom a phrase names at its top: its head, or beside the role that is it."""
        over = self._roster.at(head)
        if over is None and not self._can_be_a_person(head):
            return None
        found = over if over and over.figure.party.kind is SourceKind.PERSON else None
        for place in range(*words):
            link = self._roster.at(place)
            if link is None or link.words[0] != place or link.words[1] > words[1]:
                continue
            # "Amnesty International researcher Ann Marsh": the tree may take the body for the head.
            beside = over is None or (head < place and left_edge(self._parsed, place) <= head)
            person = link.figure.party.kind is SourceKind.PERSON
            if person and beside and self._stands_free(link, words, head):
                found = link
        return found

    def _can_be_a_person(self, head: int) -> bool:
        """Whether a common noun may be what one person is."""
        parsed = self._parsed
        kind = kind_of(parsed.lower[head])
        if parsed.tags[head] in ("NNS", "NNPS") or kind in BODIES:
            return False
        known = kind is not SourceKind.UNKNOWN or head in parsed.name_at
        return known or parsed.mention_kinds.get(head) == "person"

    def _stands_free(self, link: Link, words: Range, head: int) -> bool:
        """Whether a name in a phrase is what it names, and not a part of its description."""
        parsed = self._parsed
        start, end = link.words
        if parsed.tags[end : end + 1] == ["POS"] or head >= end:
            return False
        if is_role(parsed, head) and self._is_the_holder(link, head):
            return True
        edge = left_edge(parsed, start)
        before = parsed.lower[edge - 1] if edge > words[0] else ""
        if before in _AWAY:
            return False
        if edge <= head:
            return True
        top = parsed.head_of(link.words)
        beside = (
            parsed.heads[top] == head
            or parsed.deps[top] in ("appos", "flat", "nmod:desc")
            or parsed.heads[top] == parsed.heads[head]
        )
        return beside and not any(parsed.lower[p] in _ELSEWHERE for p in range(head, start))

    def _is_the_holder(self, link: Link, role: int) -> bool:
        """Whether a name is who has a role, whatever stands between.

        As in "the president of the European Commission Ann Marsh".
        """
        parsed = self._parsed
        name = parsed.head_of(link.words)
        if parsed.deps[name] == "appos" and parsed.heads[name] == role:
            return True
        if parsed.deps[name] == parsed.deps[role] == "nsubj":
            return parsed.heads[name] == parsed.heads[role]
        # Nobody is part of a body or a place, or in apposition to it.
        beside = parsed.deps[name] in ("appos", "flat", "nmod")
        return beside and ends_in_a_body(parsed, link.words[0])

    def _longer_medium(self, words: Range, link: Link) -> Resolution | None:
        """A medium of a longer name than the model has marked: "Sky News" Arabia."""
        if words == link.words:
            return None
        text = plain(self._parsed.string((link.words[0], words[1])))
        if key_of(text) not in media.NAMES:
            return None
        party = self._roster.body(text, SourceKind.MEDIA).party
        return Resolution(party, "name.known", f"“{text}”", (words,), 0.9)

    def _state(self, words: Range) -> Resolution | None:
        """A state, or what stands for it, that the model has not marked as a name."""
        parsed = self._parsed
        start = words[0]
        the = parsed.lower[start] == "the"
        start += the and start + 1 < words[1]
        sense, length = sense_at(parsed, start)
        if sense is None or start + length != words[1]:
            return None
        if sense.way == "people" and not the:
            return None
        party = self._roster.sensed(sense).party
        party.also(plain(parsed.string((start, words[1]))))
        rule = {"name": "name.exact", "house": "name.house"}.get(sense.way, f"metonym.{sense.way}")
        return Resolution(party, rule, f"“{party.name}”", (words,), STATE_SCORES[sense.way])

    def _medium(self, words: Range, head: int) -> Resolution | None:
        """A medium that the model has not marked: "the Charlotte Observer"."""
        parsed = self._parsed
        start = words[0] + (parsed.lower[words[0]] in DETERMINERS)
        if start >= head or not all(w[0].isupper() for w in parsed.words[start : head + 1]):
            return None
        text = plain(parsed.string((start, head + 1)))
        if not media.is_medium(text):
            return None
        party = self._roster.body(text, SourceKind.MEDIA).party
        return Resolution(party, "name.known", f"“{text}”", ((start, head + 1),), 0.8)

    def _unmarked(self, words: Range, head: int) -> Resolution | None:
        """A name that the model has not marked, where another mention of it is known, or the word
        is one by its tag.
        """
        parsed = self._parsed
        while head + 1 < words[1] and is_title(parsed.lower[head]):
            head += 1
        if not parsed.words[head][0].isupper() or parsed.pos[head] in ("NUM", "ADJ"):
            return None
        if (
            is_title(parsed.lower[head])
            or parsed.lower[head] in _AMOUNTS
            or parsed.lower[head] in PEOPLES | KINDRED
            or parsed.tags[head] == "NNPS"
        ):
            return None
        start, end = head, head + 1
        while start > words[0] and _is_name_word(parsed, start - 1):
            start -= 1
        while end < words[1] and _is_name_word(parsed, end):
            end += 1
        for first in range(start, head + 1):
            figure = self._roster.find(plain(parsed.string((first, end))))
            if figure is not None:
                text = plain(parsed.string((first, end)))
                figure.party.also(text)
                rule = "acronym.initials" if is_acronym(text) else "name.unmarked"
                why = f"“{figure.party.name}”"
                return Resolution(figure.party, rule, why, ((first, end),), 0.85)
        titled = start > words[0] and is_title(parsed.lower[start - 1])
        model = "person" if titled else parsed.mention_kinds.get(head, "")
        kind = _kind_of_name(plain(parsed.string((start, end)))) or _MODEL_KINDS.get(model)
        if kind is None or parsed.pos[head] != "PROPN" or parsed.lower[head] in PRONOUNS:
            return None
        name = plain(parsed.string((start, end)))
        party = self._roster.body(name, kind).party
        return Resolution(party, "name.unmarked", f"“{name}”", ((start, end),), 0.6)

    def _beside(self, words: Range, head: int) -> Resolution | None:
        """The body whose name follows a noun: "Syria's state news agency SANA"."""
        parsed = self._parsed
        for child in parsed.children[head]:
            # The name may stand right after what was asked for: "the agency" TASS.
            if not head < child <= words[1] or parsed.deps[child] not in _BESIDE:
                continue
            kind = kind_of(parsed.lower[head], parsed.lower[words[0] : head])
            if kind not in BODIES:
                return None
            link = self._roster.at(child)
            if link is not None:
                if link.figure.party.kind is kind or kind is SourceKind.ORGANISATION:
                    return named(link)
            elif (
                parsed.pos[child] == "PROPN"
                and parsed.words[child][0].isupper()
                and parsed.lower[child] not in PRONOUNS
            ):
                own = noun_phrase(parsed, child)
                while parsed.lower[own[0]] in DETERMINERS and own[0] < child:
                    own = own[0] + 1, own[1]
                name = plain(parsed.string(own))
                party = self._roster.body(name, _kind_of_name(name) or kind).party
                return Resolution(
                    party, "name.beside", f"“{name}” is the {parsed.lower[head]}", (own,), 0.8
                )
        return None


def named(link: Link) -> Resolution:
    """A name that stands for somebody."""
    name = link.figure.party.name
    why = link.text or (f"“{name}”" if link.rule == "name.exact" else f"it stands for {name}")
    return Resolution(link.figure.party, link.rule, why, (link.words,), link.score)


def _kind_of_name(name: str) -> SourceKind | None:
    """What a name says that it is, without the model."""
    if media.is_medium(name):
        return SourceKind.MEDIA
    return SourceKind.ARMED_GROUP if groups.is_armed_group(name) else None


def _is_name_word(parsed: Parsed, place: int) -> bool:
    proper = parsed.pos[place] == "PROPN" and parsed.words[place][0].isupper()
    return proper and not is_title(parsed.lower[place])
