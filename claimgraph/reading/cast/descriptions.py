"""Those whom a text describes and does not name: "two officials", "the Homs governor"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from claimgraph.reading.cast.bare_names import MEDIUM
from claimgraph.reading.cast.bodies import StateBodies, sense_at
from claimgraph.reading.cast.candidates import PRONOUNS, speaks
from claimgraph.reading.cast.earlier import Earlier
from claimgraph.reading.cast.issuers import Issuers
from claimgraph.reading.cast.kinds import BODY_NOUNS, STATE_NOUNS, kind_of, naming_of
from claimgraph.reading.cast.parties import Party, Resolution
from claimgraph.reading.cast.roster import Roster
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.noun_phrases import Places, core, has_definite_article, plain
from claimgraph.reading.parsed import Parsed
from claimgraph.text import groups
from claimgraph.text.titles import KINDRED, PEOPLES, ROLE_MODIFIERS, ROLES, SPOKESPEOPLE
from claimgraph.vocabulary import Naming, SourceKind

_HIDING = re.compile(
    r"\b(?:not (?:to )?be (?:named|identified|quoted)|anonym(?:ity|ously|ous)|unnamed"
    r"|not authori[sz]ed to|declined to be (?:named|identified)|requested anonymity"
    r"|without being (?:named|identified)|familiar with the|briefed on the|close to the"
    r"|knowledge of the|condition that (?:he|she|they))\b"
)
#: Words around a head in which a text says that its source hides.
_AROUND = 40
_QUANTITIES = frozenset(
    "number handful majority minority couple pair dozen dozens hundreds thousands group scores "
    "crowd series string host range variety raft percent list".split()
)
_QUANTIFIERS = frozenset("many some few several most all other no one two three four five".split())
#: Adjectives that keep their capital.
_PROPER = frozenset(
    "democratic republican conservative labour liberal islamic islamist christian catholic muslim "
    "jewish sunni shia shiite kurdish arab african european asian western libertarian tory".split()
)
_COMMON = (
    (STATE_NOUNS | BODY_NOUNS | ROLES | PEOPLES | ROLE_MODIFIERS | groups.NOUNS) - KINDRED - _PROPER
)
_BODIES = frozenset((SourceKind.ORGANISATION, SourceKind.MEDIA, SourceKind.ARMED_GROUP))


class Descriptions:
    """Resolves phrases whose head is a common noun."""

    def __init__(
        self,
        parsed: Parsed,
        roster: Roster,
        bodies: StateBodies,
        resolve: Callable[[Range], Resolution],
        note: Callable[[Party, Range], None],
    ) -> None:
        """Prepare.

        Args:
            parsed: The document.
            roster: Its names.
            bodies: The bodies of states in it.
            resolve: Whom another phrase stands for.
            note: Told of every phrase that describes a party.
        """
        self._parsed = parsed
        self._roster = roster
        self._resolve = resolve
        self._note = note
        places = Places(parsed)
        self._issuers = Issuers(parsed, places, resolve)
        self._earlier = Earlier(parsed, roster, bodies, places, resolve)
        self._same: dict[str, list[int]] = {}

    def resolve(self, words: Range, head: int) -> Resolution:
        """Whom a description stands for."""
        parsed = self._parsed
        inner = core(parsed, words, head)
        definite = has_definite_article(parsed, words)
        found = self._issuers.find(inner, head, definite=definite)
        if found is None and words[0] == head:
            found = self._earlier.in_headline(head)
        if found is None and (definite or parsed.lower[head] in SPOKESPEOPLE):
            found = self._earlier.find(words, inner, head)
            plural = parsed.tags[head] == "NNS"  # "the rebels" are more than one group of them
            if found is not None and not plural and _is_named_body(found.party):
                found.party.also(plain(parsed.string(words)).lower())
        if found is not None:
            return found
        kind = self._kind(inner, head, definite)
        return self._named_medium(inner, head, kind) or self._new(words, inner, head, kind)

    def _named_medium(self, inner: Range, head: int, kind: SourceKind) -> Resolution | None:
        """As in "TASS state news agency", "Al Arabiya television": the name before says it all."""
        link = self._roster.at(inner[0])
        if kind is not SourceKind.MEDIA or link is None or link.words[0] != inner[0]:
            return None
        if self._parsed.lower[inner[0]] in MEDIUM:
            return None
        party = link.figure.party
        described = self._parsed.words[link.words[1] : head + 1]
        if party.kind is SourceKind.STATE or not all(word.islower() for word in described):
            return None
        party.kind = kind
        return Resolution(party, "name.medium_described", f"“{party.name}”", (link.words,), 0.95)

    def _kind(self, inner: Range, head: int, definite: bool) -> SourceKind:
        parsed = self._parsed
        noun = parsed.lower[head]
        if noun in _QUANTITIES and parsed.lower[head + 1 : head + 2] == ["of"]:
            return self._kind_of_many(head)
        around = [*parsed.lower[inner[0] : head], *parsed.lower[head + 1 : inner[1]]]
        kind = kind_of(noun, around, definite=definite)
        if kind is SourceKind.UNKNOWN and parsed.lemmas[head].lower() != noun:
            kind = kind_of(parsed.lemmas[head].lower(), around, definite=definite)
        if kind is SourceKind.UNKNOWN:
            kind = self._kind_by_the_model(head)
        if kind is SourceKind.ANONYMOUS and definite and _is_general(parsed, head):
            return SourceKind.PERSON
        if kind is SourceKind.COLLECTIVE and _HIDING.search(self._around(head)):
            return SourceKind.ANONYMOUS
        return kind

    def _kind_by_the_model(self, head: int) -> SourceKind:
        parsed = self._parsed
        if parsed.tags[head] == "NNPS":
            return SourceKind.COLLECTIVE
        model = parsed.mention_kinds.get(head)
        if model == "person":
            plural = parsed.tags[head] == "NNS"
            return SourceKind.COLLECTIVE if plural else SourceKind.ANONYMOUS
        if model == "organization":
            return SourceKind.ORGANISATION
        several = parsed.tags[head] == "NNS" and speaks(parsed, head)
        return SourceKind.COLLECTIVE if several else SourceKind.UNKNOWN

    def _kind_of_many(self, head: int) -> SourceKind:
        """As in "a number of officials": what they are."""
        parsed = self._parsed
        for place in range(head + 2, min(head + 8, len(parsed.words))):
            if parsed.tags[place] == "NNS":
                kind = kind_of(parsed.lower[place], parsed.lower[head + 2 : place])
                return SourceKind.COLLECTIVE if kind is SourceKind.UNKNOWN else kind
        return SourceKind.COLLECTIVE

    def _around(self, word: int) -> str:
        """The words of the sentence around a word, in small letters."""
        first, last = self._parsed.sentence(word)
        return self._parsed.string((max(first, word - _AROUND), min(last, word + _AROUND))).lower()

    def _new(self, words: Range, inner: Range, head: int, kind: SourceKind) -> Resolution:
        name = self._name(inner, head)
        if kind is SourceKind.ANONYMOUS and self._parsed.lower[words[0]] in ("a", "an"):
            earlier = self._same_before((words[0], inner[1]))
            if earlier:
                name = f"another {name}" if earlier == 1 else f"another {name} ({earlier + 1})"
        unknown = kind is SourceKind.UNKNOWN
        naming = Naming.DESCRIBED if unknown else naming_of(name, kind)
        party = self._roster.body(name, kind, naming).party
        self._note(party, inner)
        rule = f"description.{kind.value}"
        return Resolution(party, rule, "as the text describes it", (inner,), 0.8)

    def _same_before(self, words: Range) -> int:
        """How often the same words stand before: another doctor is another one."""
        text = self._parsed.string(words).lower()
        if text not in self._same:
            found = re.finditer(rf"\b{re.escape(text)}\b", self._parsed.text.lower())
            self._same[text] = [match.start() for match in found]
        return bisect_left(self._same[text], self._parsed.starts[words[0]])

    def _name(self, inner: Range, head: int) -> str:
        """The description, with the names in it as full as the text has them."""
        parsed = self._parsed
        start, end = inner
        if parsed.tags[start] == "PRP$" and parsed.lower[start] in PRONOUNS and end - start > 1:
            owner = self._resolve((start, start + 1)).party
            if owner.naming is Naming.PRONOUN:
                return plain(parsed.string(inner)).lower()
            return f"{_possessive(owner.name)} {plain(parsed.string((start + 1, end)))}"
        link = self._roster.at(start)
        if link is not None and link.words[1] + 1 < end:
            mark = link.words[1]
            if parsed.tags[mark] == "POS":
                owner = link.figure.party
                return f"{_possessive(owner.name)} {plain(parsed.string((mark + 1, end)))}"
        if head == start and head + 2 < end + 1 and parsed.lower[head + 1 : head + 2] == ["of"]:
            link = self._roster.at(head + 2) if head + 2 < end else None
            if link is not None and link.figure.party.kind is SourceKind.PERSON:
                return f"{_possessive(link.figure.party.name)} {_small(parsed, head)}"
        rest = parsed.text[parsed.ends[start] : parsed.ends[end - 1]]
        return plain(_small(parsed, start) + rest)


def _is_named_body(party: Party) -> bool:
    return party.naming is Naming.NAMED and party.kind in _BODIES


def _is_general(parsed: Parsed, head: int) -> bool:
    """Whether a word is of "attorney general", "secretary general"."""
    return "general" in (parsed.lower[head], *parsed.lower[head + 1 : head + 2])


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _small(parsed: Parsed, place: int) -> str:
    """A word without the capital that only the start of a sentence gives it."""
    word, low = parsed.words[place], parsed.lower[place]
    small = word[0].lower() + word[1:]
    following = parsed.words[place + 1 : place + 2]
    title_case = bool(following) and following[0][:1].isupper()
    first = _starts_sentence(parsed, place)
    if low in _QUANTIFIERS or (low in _COMMON and first and not title_case):
        return small
    if parsed.pos[place] == "PROPN" or place in parsed.name_at or word[1:].lower() != word[1:]:
        return word
    if sense_at(parsed, place)[0] is not None or low in _PROPER or title_case:
        return word
    return word if parsed.tags[place].startswith("JJ") and not first else small


def _starts_sentence(parsed: Parsed, place: int) -> bool:
    first = parsed.sentence(place)[0]
    return all(
        not parsed.words[before][:1].isalnum() or parsed.lower[before] in ("the", "a", "an")
        for before in range(max(first, place - 6), place)
    )
