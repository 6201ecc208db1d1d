"""Which names of people are one person's: full names first, then surnames and spellings.

Two people of one surname are never one person. A surname alone that fits both stays ambiguous,
unless a title before it fits only one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimgraph.reading.cast.bare_names import CROWNS
from claimgraph.reading.cast.figures import Figure, Written
from claimgraph.reading.parsed import Parsed
from claimgraph.text.given_names import gender_of
from claimgraph.text.names import alone, folded_name, one_edit_apart, same_person
from claimgraph.text.titles import HONORIFICS, ROLES

_PARTICLES = frozenset("bin von van der de al el ben ibn di da".split())
#: A name that a text has more often is no slip of the pen.
_MOST_SLIPS = 2
#: Where a text names more people, it is a list of names, and two that look alike are two.
MOST_PEOPLE = 200


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a name may stand for, with the rule and how sure it is."""

    figures: Sequence[Figure]
    rule: str
    score: float


class People:
    """The people of one document, by their full names."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._full: list[tuple[list[str], Figure]] = []
        self._whose: dict[str, Figure] = {}
        self._by_form: dict[str, list[Figure]] = {}
        self._by_edge: dict[str, list[tuple[list[str], Figure]]] = {}

    def add(self, name: Written, figure: Figure) -> None:
        """Note a full name."""
        tokens = _tokens(name.text)
        self._full.append((tokens, figure))
        for form in alone(figure.party.name):
            self._by_form.setdefault(form, []).append(figure)
        for edge in {tokens[0], tokens[-1]}:
            self._by_edge.setdefault(edge, []).append((tokens, figure))

    def of_full_name(self, name: Written) -> Match:
        """Those whose full name this one is too, in another form or spelling."""
        tokens = _tokens(name.text)
        near = [*self._by_edge.get(tokens[0], ()), *self._by_edge.get(tokens[-1], ())]
        same = [figure for known, figure in near if same_person(tokens, known)]
        if same:
            return Match(_each_once(same), "name.fuller", 0.95)
        return Match(_each_once(self._misspelt(tokens, near)), "name.spelling", 0.8)

    def of_one_word(self, name: Written) -> Match:
        """Those whom a surname fits, or a given name, or a surname with another letter."""
        key = folded_name(name.text).strip(".,")
        fitting = self._by_form.get(key, [])
        rule, score = "name.surname", 0.95
        if not fitting:
            fitting = [f for tokens, f in self._by_edge.get(key, ()) if tokens[0] == key]
            rule, score = "name.given", 0.8
        if not fitting and " " in key:
            fitting = [f for tokens, f in self._full if " ".join(tokens).endswith(f" {key}")]
        before = self._before(name)
        fitting = [f for f in _each_once(fitting) if not _contradicts(before, f)]
        if len(fitting) > 1:
            fitting = self._told_apart(before, fitting)
        if not fitting and len(key) > 4 and len(self._full) <= MOST_PEOPLE:
            close = _each_once([f for _, f in self._full if _close(key, f)])
            if len(close) == 1 and self._parsed.lower.count(key) <= _MOST_SLIPS:
                return Match(close, "name.spelling", 0.7)
        return Match(fitting, rule, score)

    def going_on(self, name: Written, match: Match) -> Match:
        """Of several people of one surname the only one who was named before; from then on the
        surname alone is theirs. Names are asked for in the order of the text.
        """
        key = folded_name(name.text)
        whose = self._whose.get(key)
        if whose is None:
            start = name.words[0]
            before = [f for f in match.figures if any(words[0] < start for words in f.mentions)]
            if len(before) != 1:
                return match
            whose = self._whose[key] = before[0]
        return Match([whose], "name.surname", 0.8) if whose in match.figures else match

    def named(self, text: str) -> list[Figure]:
        """Those whose surname, or whose full name, a text is."""
        fitting = _each_once(self._by_form.get(folded_name(text).strip(".,"), []))
        if len(fitting) == 1:
            return fitting
        tokens = _tokens(text)
        if not tokens:
            return fitting
        near = [*self._by_edge.get(tokens[0], ()), *self._by_edge.get(tokens[-1], ())]
        return _each_once([figure for known, figure in near if same_person(tokens, known)])

    def titled(self, name: Written) -> str:
        """A surname with the courtesy title before it: the wife of the one whom it fits."""
        start = name.words[0]
        title = self._parsed.words[start - 1].rstrip(".") if start else ""
        return f"{title} {name.text}" if title.lower() in HONORIFICS else name.text

    def contradicted(self, name: Written) -> bool:
        """Whether a surname is that of a known person whom the title before it does not fit."""
        key = folded_name(name.text).strip(".,")
        before = self._before(name)
        return any(_contradicts(before, figure) for figure in self._by_form.get(key, ()))

    def _told_apart(self, before: str, fitting: list[Figure]) -> list[Figure]:
        """Of several people of one surname the one whom "Mr" or "Mrs" fits, or another title."""
        gender = HONORIFICS.get(before, "")
        if gender:
            return [f for f in fitting if f.gender == gender] or fitting
        if before in ROLES:
            lower = self._parsed.lower
            same = [
                figure
                for figure in fitting
                if any(w[0] and lower[w[0] - 1].strip(".") == before for w in figure.mentions)
            ]
            return same or fitting
        return fitting

    def _before(self, name: Written) -> str:
        start = name.words[0]
        return self._parsed.lower[start - 1].strip(".") if start else ""

    def _misspelt(self, tokens: list[str], near: list[tuple[list[str], Figure]]) -> list[Figure]:
        """Those whose full name differs in a letter: Yahya Sarea, Yahya Saree."""
        return [
            figure
            for known, figure in near
            if len(known) == len(tokens)
            and sum(a != b for a, b in zip(known, tokens, strict=True)) == 1
            and all(
                a == b or (len(a) > 4 and a[0] == b[0] and one_edit_apart(a, b))
                for a, b in zip(known, tokens, strict=True)
            )
        ]


def is_full(name: Written) -> bool:
    """Whether a name has a given name and a surname: not "Pope Francis", not "bin Salman";
    "Ben Holt" has.
    """
    tokens = _tokens(name.text)
    if len(tokens) < 2 or tokens[0] in CROWNS:
        return False
    return tokens[0] not in _PARTICLES or bool(gender_of(name.text.split()[0]))


def _tokens(text: str) -> list[str]:
    return [word.strip(".,") for word in folded_name(text).split()]


def _close(key: str, figure: Figure) -> bool:
    return any(w[:1] == key[:1] and one_edit_apart(w, key) for w in alone(figure.party.name))


def _contradicts(before: str, figure: Figure) -> bool:
    """Whether a title before a surname is that of the other sex."""
    gender = HONORIFICS.get(before, "")
    return bool(gender and figure.gender and figure.gender != gender)


def _each_once(figures: list[Figure]) -> list[Figure]:
    return list({id(figure): figure for figure in figures}.values())
