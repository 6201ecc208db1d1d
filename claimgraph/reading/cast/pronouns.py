"""Whom pronouns stand for: of the third person, the relative ones, and "we" in a quotation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from claimgraph.reading.cast.antecedents import Antecedents
from claimgraph.reading.cast.bodies import StateBodies
from claimgraph.reading.cast.candidates import PRONOUNS
from claimgraph.reading.cast.empty_it import is_empty_it
from claimgraph.reading.cast.figures import Figure, Link
from claimgraph.reading.cast.kinds import kind_of
from claimgraph.reading.cast.parties import Party, Resolution
from claimgraph.reading.cast.people import posts
from claimgraph.reading.cast.roster import Roster
from claimgraph.reading.cast.speaking import quoted_by
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.grammar import person_before
from claimgraph.reading.noun_phrases import trimmed
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.phrases import noun_phrase, whom_it_describes
from claimgraph.text.titles import GENDERED_ROLES, HONORIFICS
from claimgraph.vocabulary import Naming, SourceKind

#: The lowest probability at which a pronoun is resolved, per kind of pronoun: "it" stands for
#: things that nobody speaks for, and for nothing at all.
LEAST = {"person": 0.3, "thing": 0.45, "several": 0.35}
#: What a phrase without any letter is called.
NOTHING = "…"
_SPEAKERS = frozenset("i me my mine myself we us our ours ourselves".split())
_HEARERS = frozenset("you your yours yourself yourselves".split())
_RELATIVES = frozenset("who whom which that whose".split())
_PEOPLE = frozenset((SourceKind.PERSON, SourceKind.ANONYMOUS, SourceKind.COLLECTIVE))


def is_first_person(parsed: Parsed, words: Range) -> bool:
    """Whether the words are "we" or "I", and not the country."""
    one = words[1] - words[0] == 1
    word = parsed.words[words[0]]
    return one and word.lower() in _SPEAKERS and word not in ("US", "U.S.")


class Pronouns:
    """Resolves the pronouns of one document."""

    def __init__(
        self,
        parsed: Parsed,
        roster: Roster,
        bodies: StateBodies,
        resolve: Callable[[Range], Resolution],
    ) -> None:
        self._parsed = parsed
        self._roster = roster
        self._bodies = bodies
        self._resolve = resolve
        self._genders: dict[int, str] = {}
        self._numbers: dict[int, int] = {}
        self.antecedents = Antecedents(parsed, self._seen_by_pronouns)

    def find(self, words: Range, head: int) -> Resolution | None:
        """Whom a phrase stands for that is a pronoun; ``None`` for any other phrase."""
        parsed = self._parsed
        low = parsed.lower[head]
        if _is_acronym(parsed, head):
            return None
        if low in PRONOUNS and parsed.pos[head] in ("PRON", "DET"):
            return self._third_person(words, head)
        if words[1] - words[0] > 1:
            return None
        if low in _HEARERS:
            return self.unresolved(words, head)
        if low in _RELATIVES:
            return self._relative(words, head)
        return self.first_person(words, None) if is_first_person(parsed, words) else None

    def _third_person(self, words: Range, head: int) -> Resolution:
        if is_empty_it(self._parsed, head):
            return self.unresolved(words, head)
        choice = self.antecedents.find(head, LEAST[PRONOUNS[self._parsed.lower[head]][0]])
        if choice is None:
            return self.unresolved(words, head)
        several = PRONOUNS[self._parsed.lower[head]][0] == "several"
        antecedent = self._phrase_around(choice.word, several=several)
        found = self._resolve(antecedent)
        if found.party.naming is Naming.PRONOUN:
            return self.unresolved(words, head)
        rests = found.words if found.rule.startswith("pronoun.") else (antecedent,)
        return Resolution(
            found.party,
            choice.rule,
            f"“{self._parsed.words[head]}” is {found.party.name}",
            rests,
            round(choice.probability * found.score, 4),
        )

    def _phrase_around(self, head: int, *, several: bool = False) -> Range:
        """The phrase of a head; with those that "and" joins to it, where several are meant."""
        parsed = self._parsed
        start, end = noun_phrase(parsed, head)
        if several:
            for child in parsed.children[head]:
                if parsed.deps[child] == "conj" and child > head:
                    end = max(end, self._phrase_around(child)[1])
        number = parsed.name_at.get(head)
        if number is not None:
            own = parsed.names[number].words
            start, end = min(start, own[0]), max(end, own[1])
        return trimmed(parsed, (start, end))

    def unresolved(self, words: Range, head: int) -> Resolution:
        """A pronoun that stays one."""
        low = self._parsed.lower[head].strip()
        word = "I" if low == "i" else low or NOTHING
        party = self._roster.body(word, SourceKind.UNKNOWN, Naming.PRONOUN).party
        return Resolution(party, "pronoun.unresolved", "nobody fits well enough", (words,), 0.0)

    def _relative(self, words: Range, head: int) -> Resolution:
        """The noun that a relative clause hangs on."""
        parsed = self._parsed
        verb = parsed.heads[head]
        for _ in range(4):
            if parsed.deps[verb] == "acl:relcl":
                noun = self._nearest_person(head, parsed.heads[verb])
                antecedent = self._phrase_around(whom_it_describes(parsed, noun))
                found = self._resolve(antecedent)
                return replace(
                    found, rule="pronoun.relative", words=(antecedent,), score=found.score * 0.95
                )
            verb = parsed.heads[verb]
        return self.unresolved(words, head)

    def _nearest_person(self, who: int, noun: int) -> int:
        """For "who", the person right before it, where the tree hangs it on something else."""
        parsed = self._parsed
        if parsed.lower[who] not in ("who", "whom") or self._is_person(noun):
            return noun
        person = person_before(parsed, who)
        if person is not None:
            return person
        for place in range(who - 1, max(noun, who - 4), -1):
            if parsed.pos[place] in ("NOUN", "PROPN"):
                if self._is_person(place):
                    return place
                break
        above = noun  # "a doctor in the city, who asked not to be named"
        for _ in range(3):
            above = parsed.heads[above]
            if self._is_person(above):
                return above
        return noun

    def _is_person(self, word: int) -> bool:
        link = self._roster.at(word)
        if link is not None:
            return link.figure.party.kind is SourceKind.PERSON
        return kind_of(self._parsed.lower[word]) in _PEOPLE

    def first_person(self, words: Range, speaker: Party | None) -> Resolution:
        """In a quotation, "we" is whoever is quoted, where the text says so beside it."""
        if speaker is not None:
            return Resolution(
                speaker, "pronoun.speaker", f"the words are {speaker.name}'s", (words,), 0.95
            )
        subject = quoted_by(self._parsed, words[0])
        if subject is None or is_first_person(self._parsed, (subject, subject + 1)):
            return self.unresolved(words, words[0])
        antecedent = self._phrase_around(subject)
        found = self._resolve(antecedent)
        return replace(found, rule="pronoun.speaker", words=(antecedent,), score=found.score * 0.85)

    def _seen_by_pronouns(self, word: int) -> tuple[int, int, str, str]:
        link = self._roster.at(word)
        if link is None:
            of_state = self._bodies.at(word)
            if of_state is None:
                return -1, 0, "", ""
            figure = of_state.figure
            return self._number(figure), max(len(figure.mentions), 1), "body", ""
        kind = link.figure.party.kind
        often = len(link.figure.mentions)
        if kind is SourceKind.PERSON:
            return self._number(link.figure), often, "person", self._gender(link)
        place = kind in (SourceKind.STATE, SourceKind.UNKNOWN)
        return self._number(link.figure), often, "place" if place else "body", ""

    def _number(self, figure: Figure) -> int:
        return self._numbers.setdefault(id(figure), len(self._numbers))

    def _gender(self, link: Link) -> str:
        """Of a person: by the given name, else by a title or role anywhere in the text."""
        figure = link.figure
        if figure.gender:
            return figure.gender
        known = self._genders.get(id(figure))
        if known is None:
            known = ""
            for words in figure.mentions:
                before = self._parsed.lower[words[0] - 1].rstrip(".") if words[0] else ""
                known = known or HONORIFICS.get(before, "")
                for post in () if known else posts(self._parsed, words):
                    role = post.role.split()[-1:] or [""]
                    known = known or GENDERED_ROLES.get(role[0], "")
            self._genders[id(figure)] = known
        return known


def _is_acronym(parsed: Parsed, word: int) -> bool:
    """As the WHO and the IT: capitals alone, where the sentence around them is not in capitals."""
    if len(parsed.words[word]) < 2 or not parsed.words[word].isupper():
        return False
    return any(each.islower() for each in parsed.words[slice(*parsed.sentence(word))])
