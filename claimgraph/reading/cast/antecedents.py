"""What a pronoun stands for: the candidates before it, rated as readers of newspapers rate them.

A speaker who is "he" is mostly the last speaker or subject of that gender; "it" is a body or a
thing, "they" are several, or a body. Each such habit has a weight (``habits``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from math import exp
from operator import mul

from claimgraph.reading.cast.bodies import STATE_BODIES
from claimgraph.reading.cast.candidates import (
    PRONOUNS,
    SPEECH,
    SUBJECTS,
    Candidate,
    Candidates,
    Named,
)
from claimgraph.reading.cast.habits import FEATURES, WEIGHTS
from claimgraph.reading.cast.speaking import quoted_by
from claimgraph.reading.parsed import Parsed
from claimgraph.text.titles import OFFICES, SPOKESPEOPLE

#: Candidates of one pronoun, the nearest.
LONGEST_LIST = 24
#: Sentences back to the farthest candidate, and words that are looked at.
REACH = 8
LONGEST_WAY = 150
_NEGLIGIBLE = 0.02
_INSIDE = frozenset(("nmod:poss", "compound", "nmod", "amod", "nmod:desc", "nmod:unmarked"))
_ARGUMENTS = SUBJECTS | {"obj", "iobj", "obl", "obl:agent", "xcomp"}
_GENERIC = frozenset("people person man woman men women thing things way time".split())

Rated = list[tuple[Candidate, float]]
"""Candidates, each with its probability."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The word that a pronoun most probably stands for.

    Attributes:
        word: The head of the antecedent.
        probability: Among all candidates, after the weights.
        rule: The habit that is striking about it: "pronoun.last_speaker".
    """

    word: int
    probability: float
    rule: str


class Antecedents:
    """Finds what the pronouns of one document stand for."""

    def __init__(self, parsed: Parsed, named: Named) -> None:
        self._parsed = parsed
        self._named = named
        self._made: Candidates | None = None
        self._shares: dict[int, dict[int, float]] = {}
        self._rules: dict[int, str] = {}

    def find(self, pronoun: int, least: float = 0.0) -> Choice | None:
        """The antecedent of a pronoun; ``None`` where nothing fits, or too little.

        An earlier pronoun is no end of the way: whom it may stand for shares in its probability.

        Args:
            pronoun: The word.
            least: The lowest probability that is taken.
        """
        shares = self._shares_of(pronoun)
        if not shares:
            return None
        together: dict[object, float] = {}
        for word, share in shares.items():
            key = self._identity(word)
            together[key] = together.get(key, 0.0) + share
        best = max(together, key=lambda key: together[key])
        if together[best] < least:
            return None
        mentions = [word for word in shares if self._identity(word) == best]
        named = self._parsed.name_at
        # Of "chief executive Lena Dorn" the name says more than the office.
        word = max(mentions, key=lambda word: (word in named, shares[word], word))
        return Choice(word, together[best], self._rules[pronoun])

    def candidates(self, pronoun: int) -> list[tuple[Candidate, tuple[float, ...]]]:
        """Everything that a pronoun may stand for, with its features, the nearest first."""
        wanted, gender = PRONOUNS[self._parsed.lower[pronoun]]
        own = self._sentence(pronoun)
        above = _ancestors(self._parsed, pronoun)
        found: list[tuple[Candidate, tuple[float, ...]]] = []
        speaker = self._speaker_around(pronoun)
        for candidate in islice(self._all.before(pronoun), LONGEST_WAY):
            back = own - self._sentence(candidate.word)
            if back > REACH:
                break
            if not _fits(candidate, wanted, gender):
                continue
            if speaker is not None and self._identity(candidate.word) == speaker:
                continue
            if self._bound(candidate.word, pronoun, above):
                continue
            if wanted == "person" and self._only_in_words_of(candidate, pronoun):
                continue
            values = self._features(candidate, pronoun, back, len(found), wanted, gender)
            found.append((candidate, values))
            if len(found) == LONGEST_LIST:
                break
        return found

    def _only_in_words_of(self, candidate: Candidate, pronoun: int) -> bool:
        """Whether somebody without a name is told of in a quotation, and the pronoun stands
        outside: "“My neighbour carried both his daughters.” … *He* said".
        """
        quoted = self._parsed.quoted
        return candidate.figure < 0 and quoted[candidate.word] and not quoted[pronoun]

    def may_be(self, pronoun: int, word: int) -> bool:
        """Whether number, gender and kind allow a noun, itself no pronoun, as an antecedent."""
        wanted, gender = PRONOUNS[self._parsed.lower[pronoun]]
        candidate = self._all.at(word)
        return candidate is not None and not candidate.pronoun and _fits(candidate, wanted, gender)

    @property
    def _all(self) -> Candidates:
        if self._made is None:
            self._made = Candidates(self._parsed, self._named)
        return self._made

    def _speaker_around(self, pronoun: int) -> object | None:
        """Who says the quotation that a pronoun stands in: they would say "I" of themselves."""
        parsed = self._parsed
        word = quoted_by(parsed, pronoun)
        if word is None or parsed.lines[word] != parsed.lines[pronoun]:
            return None
        first = parsed.sentence(pronoun)[0]
        while word > first and not self._speaks(word) and word < pronoun:
            word -= 1  # "Marsh said *it* had become “impossible for his friends”"
        return self._identity(word) if self._speaks(word) else None

    def _speaks(self, word: int) -> bool:
        candidate = self._all.at(word)
        return candidate is not None and candidate.speaker

    def _identity(self, word: int) -> object:
        """What two mentions of one share: the name, or that the model takes them for one."""
        candidate = self._all.at(word)
        if candidate is not None and candidate.figure >= 0:
            return candidate.figure
        entity = self._parsed.entities.get(word)
        return (word,) if entity is None else (entity, "model")

    def _shares_of(self, pronoun: int) -> dict[int, float]:
        """How probable each word that is no pronoun is as what a pronoun stands for.

        Pronouns that it hangs on are worked out first, without recursion: a text may be nothing
        but pronouns.
        """
        waiting = [pronoun]
        rated: dict[int, Rated] = {}
        while waiting:
            here = waiting[-1]
            if here in self._shares:
                waiting.pop()
                continue
            if here not in rated:
                rated[here] = self._rate(here)
                earlier = [c.word for c, _ in rated[here] if c.pronoun]
                missing = [word for word in earlier if word not in self._shares]
                if missing:
                    waiting.extend(missing)
                    continue
            self._shares[here] = self._sum(rated[here])
            waiting.pop()
        return self._shares[pronoun]

    def _sum(self, rated: Rated) -> dict[int, float]:
        found: dict[int, float] = {}
        for candidate, probability in rated:
            word = candidate.word
            parts = self._shares.get(word, {}) if candidate.pronoun else {word: 1.0}
            for part, share in parts.items():
                if probability * share >= _NEGLIGIBLE / 10:
                    found[part] = found.get(part, 0.0) + probability * share
        return found

    def _rate(self, pronoun: int) -> Rated:
        """The candidates with their probabilities; those that are negligible are left out."""
        candidates = self.candidates(pronoun)
        if not candidates:
            return []
        weights = WEIGHTS[PRONOUNS[self._parsed.lower[pronoun]][0]]
        ratings = [sum(map(mul, weights, values)) for _, values in candidates]
        highest = max(ratings)
        candidate, values = candidates[ratings.index(highest)]
        self._rules[pronoun] = _rule(values, self._parsed, candidate, pronoun)
        shares = [exp(rating - highest) for rating in ratings]
        total = sum(shares)
        return [
            (candidate, share / total)
            for (candidate, _), share in zip(candidates, shares, strict=True)
            if share / total >= _NEGLIGIBLE
        ]

    def _sentence(self, word: int) -> int:
        return bisect_right(self._parsed.sentence_starts, word)

    def _bound(self, word: int, pronoun: int, above: Sequence[int]) -> bool:
        """Whether grammar forbids it: both are arguments of one verb, or one holds the other."""
        parsed = self._parsed
        if word in above and parsed.deps[pronoun] not in SUBJECTS:
            return word not in above[1:] or parsed.pos[word] in ("NOUN", "PROPN")
        if word in above:
            noun = parsed.pos[word] in ("NOUN", "PROPN") and parsed.deps[word] != "root"
            return noun and not self._is_told_of(word, above)
        if parsed.lower[pronoun].endswith(("self", "selves")):
            return False
        return (
            parsed.heads[word] == parsed.heads[pronoun]
            and parsed.deps[word] in _ARGUMENTS
            and parsed.deps[pronoun] in _ARGUMENTS
        )

    def _is_told_of(self, word: int, above: Sequence[int]) -> bool:
        """Whether a relative clause says what somebody does, and a pronoun is in a clause of that.

        As in "a doctor who was silent because *she* was afraid", not in "a doctor whom *she* met".
        """
        parsed = self._parsed
        depth = above.index(word)
        if depth < 2 or parsed.deps[clause := above[depth - 1]] != "acl:relcl":
            return False
        return any(
            parsed.deps[child] in SUBJECTS and parsed.tags[child] in ("WP", "WDT")
            for child in parsed.children[clause]
        )

    def _owns(self, pronoun: int) -> bool:
        """Whether a possessive pronoun has what only those who act have: "its spokesman"."""
        parsed = self._parsed
        noun = parsed.lower[parsed.heads[pronoun]]
        return parsed.deps[pronoun] == "nmod:poss" and (
            noun in OFFICES or noun in SPOKESPEOPLE or noun in STATE_BODIES
        )

    def _features(
        self, c: Candidate, pronoun: int, back: int, order: int, wanted: str, gender: str
    ) -> tuple[float, ...]:
        parsed = self._parsed
        word = c.word
        dep = parsed.deps[word]
        p_subject = parsed.deps[pronoun] in SUBJECTS
        p_speaker = p_subject and parsed.lemmas[parsed.heads[pronoun]].lower() in SPEECH
        p_acts = p_speaker or self._owns(pronoun)
        quoted, p_quoted = parsed.quoted[word], parsed.quoted[pronoun]
        lines = parsed.lines[pronoun] - parsed.lines[word]
        entity = parsed.entities.get(pronoun)
        reported = back == 0 and _reports(parsed, parsed.heads[word], pronoun)
        often = 0.0 if c.pronoun else min(float(self._all.often(c)), 9.0) ** 0.5 - 1.0
        return (
            float(back == 0),
            float(back == 1),
            float(back),
            float(min(max(lines, 0), 3)),
            float(c.subject),
            float(c.speaker),
            float(c.speaker and p_speaker and not reported),
            float(c.subject and p_subject),
            float(entity is not None and parsed.entities.get(word) == entity),
            float(c.pronoun and parsed.lower[word][0] == parsed.lower[pronoun][0]),
            float(c.pronoun),
            float(c.often > 0),
            float(dep in _INSIDE),
            float(quoted and not p_quoted),
            float(p_quoted and not quoted and c.speaker and back <= 1),
            float(order) ** 0.5,
            often,
            float(c.subject and reported),
            float(bool(gender) and c.gender == gender),
            float(c.kind == "body"),
            float(c.several),
            float(dep == "obj"),
            float(dep in ("nsubj:pass", "obl:agent")),
            float(word > pronoun),
            float(parsed.lower[word] in _GENERIC),
            float(c.subject and parsed.sentence(word)[0] + 4 > word),
            float(c.often > 0 and c.kind == "body" and wanted != "person"),
            float(c.kind == "place"),
            float(c.kind == "person"),
            float(p_acts and c.kind in ("person", "body")),
            float(p_acts and c.kind == "thing"),
        )


def _fits(candidate: Candidate, wanted: str, gender: str) -> bool:
    """Whether number, gender and kind allow it."""
    if wanted == "person":
        if candidate.kind != "person" or (candidate.several and not candidate.gender):
            return False
        return not (gender and candidate.gender and candidate.gender != gender)
    if wanted == "thing":
        return candidate.kind != "person" and not (candidate.several and not candidate.often)
    return candidate.several or candidate.kind in ("body", "place")


def _ancestors(parsed: Parsed, word: int) -> list[int]:
    found: list[int] = []
    while parsed.heads[word] != word and len(found) < 30:
        word = parsed.heads[word]
        found.append(word)
    return found


def _reports(parsed: Parsed, verb: int, word: int) -> bool:
    """Whether a word stands in a clause that a verb governs: "she said he had left"."""
    steps = 0
    while parsed.heads[word] != word and steps < 12:
        if parsed.heads[word] == verb and parsed.deps[word] in ("ccomp", "xcomp", "advcl"):
            return True
        word = parsed.heads[word]
        steps += 1
    return False


def _rule(values: Sequence[float], parsed: Parsed, candidate: Candidate, pronoun: int) -> str:
    """The habit in words, by what is striking about the antecedent."""
    named = dict(zip(FEATURES, values, strict=True))
    if named["following"]:
        return "pronoun.following_subject"
    if named["speaker"] and parsed.lines[candidate.word] == parsed.lines[pronoun]:
        return "pronoun.same_paragraph"
    if named["speaker"]:
        return "pronoun.last_speaker"
    if named["reported_by"] or named["subject"]:
        return "pronoun.last_subject"
    if named["same_entity"]:
        return "pronoun.coreference"
    return "pronoun.nearest"
