"""Those whom a text describes and does not name: "two officials", "the ministry", "the report"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from claimgraph.reading.bodies import StateBodies, sense_at
from claimgraph.reading.figures import Figure
from claimgraph.reading.kinds import BODY_NOUNS, STATE_NOUNS, UTTERANCES, kind_of, naming_of
from claimgraph.reading.links import Range
from claimgraph.reading.noun_phrases import core, has_definite_article, plain
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.parties import Party, Resolution
from claimgraph.reading.people import left_edge
from claimgraph.reading.phrases import noun_phrase
from claimgraph.reading.roster import Roster
from claimgraph.text import groups
from claimgraph.text.titles import KINDRED, PEOPLES, ROLE_MODIFIERS, ROLES, SPOKESPEOPLE, singular
from claimgraph.vocabulary import Naming, SourceKind

Resolve = Callable[[Range], Resolution]
Note = Callable[[Party, Range], None]

_HIDING = re.compile(
    r"\b(?:not (?:to )?be (?:named|identified|quoted)|anonym(?:ity|ously|ous)|unnamed"
    r"|not authori[sz]ed to|declined to be (?:named|identified)|requested anonymity"
    r"|without being (?:named|identified)|familiar with the|briefed on the|close to the"
    r"|knowledge of the|condition that (?:he|she|they))\b"
)
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
_QUANTITIES = frozenset(
    "number handful majority minority couple pair dozen dozens hundreds thousands group scores "
    "crowd series string host range variety raft percent list".split()
)
_BESIDE = frozenset(("appos", "flat", "nmod:desc", "compound"))
_BODIES = frozenset((SourceKind.ORGANISATION, SourceKind.MEDIA, SourceKind.ARMED_GROUP))
_SINGLE = frozenset((SourceKind.PERSON, SourceKind.ANONYMOUS))
_ISSUED = frozenset("from by of".split())


class Descriptions:
    """Resolves phrases whose head is a common noun."""

    def __init__(
        self, parsed: Parsed, roster: Roster, bodies: StateBodies, resolve: Resolve, note: Note
    ) -> None:
        self._parsed = parsed
        self._roster = roster
        self._bodies = bodies
        self._resolve = resolve
        self._note = note
        self._places: dict[str, list[int]] | None = None

    def resolve(self, words: Range, head: int) -> Resolution:
        """Whom a description stands for."""
        parsed = self._parsed
        inner = core(parsed, words, head)
        noun = parsed.lower[head]
        definite = has_definite_article(parsed, words)
        of_state = self._bodies.at(head)
        if of_state is not None:
            why = f"a body of {of_state.state}"
            return Resolution(of_state.figure.party, of_state.rule, why, (inner,), of_state.score)
        before = [*parsed.lower[inner[0] : head], *parsed.lower[head + 1 : inner[1]]]
        if noun in UTTERANCES or singular(noun) in UTTERANCES:
            found = self._issuer(inner, head) or (
                self._issued_before(inner, head) if definite else None
            )
            if found is not None:
                return found
        if definite or noun in SPOKESPEOPLE:
            found = self._earlier(words, inner, head)
            if found is not None:
                if found.party.naming is Naming.NAMED and found.party.kind in _BODIES:
                    found.party.also(plain(parsed.string(words)).lower())
                return found
        kind = self._kind(head, noun, before, definite)
        return self._new(words, inner, head, kind)

    # What it is, and how it is called.

    def _kind(self, head: int, noun: str, before: list[str], definite: bool) -> SourceKind:
        parsed = self._parsed
        kind = kind_of(noun, before, definite=definite)
        if kind is SourceKind.UNKNOWN and parsed.lemmas[head].lower() != noun:
            kind = kind_of(parsed.lemmas[head].lower(), before, definite=definite)
        plural = parsed.tags[head] in ("NNS", "NNPS")
        if noun in _QUANTITIES and parsed.lower[head + 1 : head + 2] == ["of"]:
            return self._kind_of_many(head)
        if kind is SourceKind.UNKNOWN and parsed.tags[head] == "NNPS":
            kind = SourceKind.COLLECTIVE
        if kind is SourceKind.UNKNOWN:
            model = parsed.mention_kinds.get(head)
            if model == "person":
                kind = SourceKind.COLLECTIVE if plural else SourceKind.ANONYMOUS
            elif model == "organization":
                kind = SourceKind.ORGANISATION
        if kind is SourceKind.ANONYMOUS and definite and _is_general(parsed, head):
            kind = SourceKind.PERSON
        if kind is SourceKind.COLLECTIVE and _HIDING.search(self._sentence_text(head)):
            kind = SourceKind.ANONYMOUS
        return kind

    def _kind_of_many(self, head: int) -> SourceKind:
        """As in "a number of officials": what they are."""
        parsed = self._parsed
        for place in range(head + 2, min(head + 8, len(parsed.words))):
            if parsed.tags[place] == "NNS":
                kind = kind_of(parsed.lower[place], parsed.lower[head + 2 : place])
                return SourceKind.COLLECTIVE if kind is SourceKind.UNKNOWN else kind
        return SourceKind.COLLECTIVE

    def _sentence_text(self, word: int) -> str:
        return self._parsed.string(self._parsed.sentence(word)).lower()

    def _new(self, words: Range, inner: Range, head: int, kind: SourceKind) -> Resolution:
        name = self._name(inner, head)
        if kind is SourceKind.ANONYMOUS and self._parsed.lower[words[0]] in ("a", "an"):
            earlier = self._same_before(self._parsed.string((words[0], inner[1])), words[0])
            if earlier:
                name = f"another {name}" if earlier == 1 else f"another {name} ({earlier + 1})"
        unknown = kind is SourceKind.UNKNOWN
        naming = Naming.DESCRIBED if unknown else naming_of(name, kind)
        party = self._roster.body(name, kind, naming).party
        self._note(party, inner)
        if party.kind is SourceKind.UNKNOWN:
            party.kind = kind
        return Resolution(
            party, f"description.{kind.value}", "as the text describes it", (inner,), 0.8
        )

    def _same_before(self, text: str, place: int) -> int:
        """How often the same words stand before a word: another doctor is another one."""
        here = self._parsed.starts[place]
        return len(re.findall(rf"\b{re.escape(text.lower())}\b", self._parsed.text[:here].lower()))

    def _name(self, inner: Range, head: int) -> str:
        """The description, with the names in it as full as the text has them."""
        parsed = self._parsed
        start, end = inner
        if parsed.tags[start] == "PRP$" and end - start > 1:
            owner = self._resolve((start, start + 1)).party
            return f"{_possessive(owner.name)} {plain(parsed.string((start + 1, end)))}"
        number = parsed.name_at.get(start)
        if number is not None and parsed.tags[
            parsed.names[number].words[1] : parsed.names[number].words[1] + 1
        ] == ["POS"]:
            link = self._roster.links.get(number)
            after = parsed.names[number].words[1] + 1
            if link is not None and after < end:
                return f"{_possessive(link.figure.party.name)} {plain(parsed.string((after, end)))}"
        of = head + 1
        if of + 1 < end and parsed.lower[of] == "of" and start == head:
            link = self._roster.at(of + 1)
            if link is not None and link.figure.party.kind is SourceKind.PERSON:
                noun = _small(parsed, head)
                return f"{_possessive(link.figure.party.name)} {noun}"
        first = _small(parsed, start)
        rest = parsed.text[parsed.ends[start] : parsed.ends[end - 1]]
        return plain(first + rest)

    # Documents.

    def _issuer(self, inner: Range, head: int) -> Resolution | None:
        """Whose statement it is: "Trump's statement", "a statement from the ministry"."""
        parsed = self._parsed
        start, end = inner
        for place in range(start, head):
            if parsed.tags[place] == "POS" and place > start:
                return self._through((start, place), inner)
        if parsed.tags[start] == "PRP$":
            return self._through((start, start + 1), inner)
        if head > start:
            for place in range(start, head):
                if place in parsed.name_at:
                    return self._through((start, head), inner)
        if head + 2 <= end - 1 and parsed.lower[head + 1] in _ISSUED:
            return self._through((head + 2, end), inner)
        return None

    def _issued_before(self, inner: Range, head: int) -> Resolution | None:
        """Whose statement the text spoke of before: "Trump said in a statement"."""
        parsed = self._parsed
        for place in reversed(self._places_of(parsed.lower[head])):
            if place >= inner[0]:
                continue
            verb = parsed.heads[place]
            for _ in range(3):
                subject = parsed.child(verb, "nsubj")
                if subject is not None and subject != place:
                    return self._through(noun_phrase(parsed, subject), inner)
                verb = parsed.heads[verb]
            words = noun_phrase(parsed, place)
            return self._issuer(words, place)
        return None

    def _through(self, owner: Range, inner: Range) -> Resolution | None:
        found = self._resolve(owner)
        if found.party.kind is SourceKind.UNKNOWN:
            return None
        return replace(
            found,
            rule="document.issuer",
            text=f"{found.party.name} speaks in it",
            words=(inner, *found.words),
            score=found.score * 0.9,
        )

    # What was described before.

    def _places_of(self, noun: str) -> list[int]:
        if self._places is None:
            self._places = {}
            for place, low in enumerate(self._parsed.lower):
                if self._parsed.pos[place] in ("NOUN", "PROPN"):
                    self._places.setdefault(low, []).append(place)
        return self._places.get(noun, [])

    def _earlier(self, words: Range, inner: Range, head: int) -> Resolution | None:
        """The one whom "the agency" or "the doctor" spoke of before."""
        parsed = self._parsed
        noun = parsed.lower[head]
        modifiers = {
            low
            for low in parsed.lower[inner[0] : inner[1]]
            if low != noun and low.isalpha() and low not in ("of", "for", "in", "the", "a")
        }
        for place in reversed(self._places_of(noun)):
            if place >= words[0]:
                continue
            named = self._roster.at(parsed.heads[place]) is not None
            if parsed.deps[place] == "compound" and place not in parsed.name_at and not named:
                continue
            found = self._at_place(place, modifiers)
            if found is not None:
                return found
        if kind_of(noun, definite=True) in _SINGLE:
            person = self._by_coreference(head)
            if person is not None:
                return person
        if modifiers:
            return None
        return self._of_class(noun, head)

    def _by_coreference(self, head: int) -> Resolution | None:
        """The named person whom the model takes "the senator" for."""
        parsed = self._parsed
        entity = parsed.entities.get(head)
        if entity is None:
            return None
        first = parsed.sentence(head)[0]
        for place in sorted(
            (p for p, e in parsed.entities.items() if e == entity and p < first), reverse=True
        ):
            link = self._roster.at(place)
            if link is not None and link.figure.party.kind is SourceKind.PERSON:
                return Resolution(
                    link.figure.party,
                    "description.coreference",
                    "the model takes both for one",
                    (link.words,),
                    0.6,
                )
        return None

    def _at_place(self, place: int, modifiers: set[str]) -> Resolution | None:
        parsed = self._parsed
        words = noun_phrase(parsed, place, appositions=True)
        link = self._roster.at(place)
        above = place
        while link is None and parsed.deps[above] in _BESIDE:
            above = parsed.heads[above]  # of "President Ann Marsh", "SOHR, a monitor"
            link = self._roster.at(above)
        if link is not None:
            first = min(left_edge(parsed, link.words[0]), words[0])
            said = set(parsed.lower[first : max(link.words[1], words[1])])
            if not modifiers <= said:
                return None
            party = link.figure.party
            rule = "description.of_name" if above == place else "description.of_title"
            why = f"the last {parsed.lower[place]} named"
            return Resolution(party, rule, why, (link.words,), 0.85)
        said = set(parsed.lower[words[0] : words[1]])
        if not modifiers <= said:
            return None
        if parsed.tags[place + 1 : place + 2] == ["POS"]:
            words = (words[0], place + 1)
        found = self._resolve(words)
        if found.score < 0.3:
            return None
        why = "the last one who was called so"
        return Resolution(
            found.party, "description.same_head", why, (words,), min(found.score, 0.8)
        )

    def _by_coreference(self, head: int) -> Resolution | None:
        """The named person whom the model takes "the senator" for."""
        parsed = self._parsed
        entity = parsed.entities.get(head)
        if entity is None:
            return None
        first = parsed.sentence(head)[0]
        for place in sorted(
            (p for p, e in parsed.entities.items() if e == entity and p < first), reverse=True
        ):
            link = self._roster.at(place)
            if link is not None and link.figure.party.kind is SourceKind.PERSON:
                return Resolution(
                    link.figure.party,
                    "description.coreference",
                    "the model takes both for one",
                    (link.words,),
                    0.6,
                )
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
        best: tuple[float, Figure, Range, bool] | None = None
        for figure in self._roster.figures:
            if figure.party.kind not in kinds or id(figure.party) in self._bodies.states:
                continue
            before = [words for words in figure.mentions if words[0] < head]
            if not before:
                continue
            last = before[-1]
            same = entity is not None and any(
                parsed.entities.get(place) == entity for words in before for place in range(*words)
            )
            gap = parsed.sentence_starts.index(here) - parsed.sentence_starts.index(
                parsed.sentence(last[0])[0]
            )
            rating = 3.0 * same + 0.5 * min(len(figure.mentions), 6) - 0.4 * gap
            if best is None or rating > best[0]:
                best = rating, figure, last, same
        if best is None:
            return None
        _, figure, words, same = best
        rule = "description.coreference" if same else "description.last_of_kind"
        why = f"“{noun}” fits {figure.party.name}"
        return Resolution(figure.party, rule, why, (words,), 0.75 if same else 0.6)


_QUANTIFIERS = frozenset("many some few several most all other no one two three four five".split())
_COMMON = (STATE_NOUNS | BODY_NOUNS | ROLES | PEOPLES | ROLE_MODIFIERS | groups.NOUNS) - KINDRED
_PARTISAN = frozenset(
    "democratic republican conservative labour liberal islamic islamist christian catholic muslim "
    "jewish sunni shia shiite kurdish arab african european asian western libertarian tory".split()
)


def _is_general(parsed: Parsed, head: int) -> bool:
    """Whether a word is of "attorney general", "secretary general"."""
    return "general" in (parsed.lower[head], *parsed.lower[head + 1 : head + 2])


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _small(parsed: Parsed, place: int) -> str:
    """A word without the capital that only the start of a sentence gives it."""
    word = parsed.words[place]
    following = parsed.words[place + 1 : place + 2]
    title_case = bool(following) and following[0][:1].isupper()
    if parsed.lower[place] in _COMMON and _starts_sentence(parsed, place) and not title_case:
        return word[0].lower() + word[1:]
    if parsed.lower[place] in _QUANTIFIERS:
        return word[0].lower() + word[1:]
    if parsed.pos[place] == "PROPN" or place in parsed.name_at or word[1:].lower() != word[1:]:
        return word
    if sense_at(parsed, place)[0] is not None:
        return word
    if parsed.lower[place] in _PARTISAN or title_case:
        return word
    if parsed.tags[place].startswith("JJ") and not _starts_sentence(parsed, place):
        return word
    return word[0].lower() + word[1:]


def _starts_sentence(parsed: Parsed, place: int) -> bool:
    first = parsed.sentence(place)[0]
    return all(
        not parsed.words[p][:1].isalnum() or parsed.lower[p] in ("the", "a", "an")
        for p in range(first, place)
    )
