"""The words of a claim as comparing sees them: stems, names, concepts, each with a weight."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from math import fsum
from pathlib import Path
from typing import Any, NamedTuple

import snowballstemmer  # type: ignore[import-untyped]

from claimgraph.compare.lazily import lazily
from claimgraph.ids import folded
from claimgraph.text.states import senses, state_sense

#: A name says more of what a claim is about than a noun does, and a word that stands in half of
#: all news next to nothing.
NAME, WORD, COMMON = 2.0, 1.0, 0.3

_TOKEN = re.compile(r"[^\W_]+(?:[.’'&][^\W_]+)*")
_POSSESSIVE = re.compile(r"[’']s?$|(?<=s)[’']$")
_FILE = Path(__file__).with_name("concepts.txt")

_STOP = frozenset(
    """
    a about above after again all also although am an and another any anybody anyone anything are as
    at be because been before being below between both but by can could did do does doing down
    during each either else ever every few for from further had has have having he her here hers
    herself him himself his how however i if in into is it its itself just let many may me might
    more most much must my myself neither no nobody none nor not nothing now of off on once one only
    or other others our ours out over own per perhaps quite rather s same shall she should since so
    some somebody someone something still such t than that the their theirs them themselves then
    there these they this those though through thus to too under until up upon us very via was we
    well were what when where whether which while who whom whose why will with within without would
    yet you your yours don doesn didn isn aren wasn weren hasn haven hadn won wouldn shouldn couldn
    mustn n ain re ve ll d m
    """.split()
)
#: Words of saying, of parts and of time, which most claims could hold.
_COMMON = frozenset(
    """
    accord add ago alleg announc area around becom began begin believ call carri case caus claim
    come conduct confirm countri day declar down earlier final first follow get give go group
    happen hour includ involv issu know last late later leav local made make man member men minut
    monday month morn new news night number occur offici old part peopl person place put recent
    releas remain report respons run said saturday say second see set show spokesman spokeswoman
    start state statement sunday take tell thing thousand three thursday time today told toll
    tomorrow tuesday two use wednesday week woman work world year yesterday friday
    """.split()
)


#: Words that the stemmer takes for others: a response is no responsibility, cloth no fabrication.
_OWN_STEMS = {
    "response": "respond",
    "responses": "respond",
    "fabric": "cloth",
    "fabrics": "cloth",
}
_NONE: frozenset[str] = frozenset()
_ASKING = frozenset(("ask", "demand", "request", "seek", "sought"))


class Token(NamedTuple):
    """One word.

    Attributes:
        text: As it stands there.
        stem: What its forms have in common.
        name: Whether it is a name, or part of one.
        at: Which word it is, the first being 0.
    """

    text: str
    stem: str
    name: bool
    at: int


@dataclass(frozen=True, eq=False)
class Terms:
    """What a text is about. Two of them are never equal: they are told apart by who they are.

    Attributes:
        weights: Each stem with its weight. Small words are left out.
        names: The stems that are names.
        states: Names of the states that it speaks of, by name, adjective or capital.
    """

    weights: dict[str, float]
    names: frozenset[str]
    states: frozenset[str]

    @lazily
    def meant(self) -> dict[str, frozenset[str]]:
        """The stems that stand for concepts, each with these: few do."""
        known = _concepts()
        return {stem: known[stem] for stem in self.weights if stem in known}

    @lazily
    def concepts(self) -> frozenset[str]:
        """All that the stems stand for."""
        return frozenset().union(*self.meant.values()) if self.meant else _NONE

    @lazily
    def total(self) -> float:
        """All weights together."""
        return fsum(self.weights.values())

    def shared(self, other: Terms) -> Set[str]:
        """The stems that stand in both, or have their like in the other."""
        return _shared(self, other)

    @lazily
    def _content(self) -> frozenset[str]:
        heavy = (stem for stem, weight in self.weights.items() if weight > COMMON)
        return frozenset(heavy) - self.names

    def content(self) -> frozenset[str]:
        """What is said beside the names: half of all news may be about one man."""
        return self._content

    def tells_of(self, other: Terms, least: int = 2) -> bool:
        """Whether both tell the same of whom they name, and do not only name the same.

        Args:
            other: Of the other claim.
            least: Words that are no names and must be in both; half of the shorter one's, at least.
        """
        # A name at the beginning of a claim may not look like one.
        names = self.names | other.names
        mine, theirs = self.content() - names, other.content() - names
        said = len(self.shared(other) & mine)
        return said >= max(least, min(len(mine), len(theirs)) / 2)

    def share_a_name(self, other: Terms) -> bool:
        """Whether they share a name, where both have any."""
        if not self.names or not other.names:
            return True
        return bool(self.shared(other) & (self.names | other.names))

    def coverage(self, other: Terms) -> float:
        """How much of this is in the other, 0 to 1."""
        # A set has another order in each process: an exact sum is the same in all of them.
        return self._part(self.shared(other))

    def overlap(self, other: Terms) -> float:
        """How much of the shorter one is in the longer one."""
        return max(self.coverage(other), other.coverage(self))

    def _part(self, stems: Iterable[str]) -> float:
        """How much of this some of its stems are, 0 to 1."""
        return fsum(map(self.weights.__getitem__, stems)) / self.total if self.total else 0.0


@lru_cache(maxsize=8)
def _shared(mine: Terms, theirs: Terms) -> Set[str]:
    """What one shares with the other. Of two claims it is asked again and again, and then never."""
    common = mine.weights.keys() & theirs.weights.keys()
    meant = theirs.concepts
    if not mine.concepts.isdisjoint(meant):
        common.update(
            stem for stem, concepts in mine.meant.items() if not meant.isdisjoint(concepts)
        )
    return common


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """What a word's forms have in common.

    >>> stem("resignation") == stem("resigned"), stem("attackers") == stem("attacks")
    (True, True)
    """
    plain = folded(word)
    found: str = _OWN_STEMS.get(plain) or _stemmer().stemWord(plain)
    return found


def stems(words: str) -> frozenset[str]:
    """What the forms of some words have in common, for sets of words.

    >>> stems("resigned resignation resigning")
    frozenset({'resign'})
    """
    return frozenset(map(stem, words.split()))


@cache
def _stemmer() -> Any:
    return snowballstemmer.stemmer("english")


@cache
def _concepts() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        name, _, words = line.partition(":")
        for word in words.split():
            key = "_".join(stem(part) for part in word.split("_"))
            found.setdefault(key, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """The phrases among the words, by their first, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for key in sorted(_concepts(), key=len, reverse=True):
        if "_" in key:
            parts = tuple(key.split("_"))
            found.setdefault(parts[0], []).append(parts)
    return found


@lru_cache(maxsize=100_000)
def concepts_of(word_stem: str) -> frozenset[str]:
    """The concepts that a stem stands for; none for most.

    >>> concepts_of(stem("killed")) & concepts_of(stem("deaths"))
    frozenset({'kill'})
    """
    return _concepts().get(word_stem, _NONE)


def has_concept(words: Iterable[str], *concepts: str) -> bool:
    """Whether some stem stands for one of these concepts."""
    return any(not concepts_of(each).isdisjoint(concepts) for each in words)


@lru_cache(maxsize=20_000)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text. Names and predicates come again and again, so they are kept.

    A capital makes a name, except at the beginning of a text, and where all words have one.
    """
    found = []
    raw: list[str] = _TOKEN.findall(text)
    headline = is_headline(raw)
    for at, each in enumerate(raw):
        word, its_stem, is_small = _bare(each)
        if not word:
            continue
        name = word[0].isupper() and not is_small
        if name and (at == 0 or headline):
            name = its_stem not in _concepts() and (headline or _looks_like_name(word, raw, at))
        found.append(Token(word, its_stem, name, at))
    return tuple(_with_phrases(found))


@lru_cache(maxsize=100_000)
def _bare(raw: str) -> tuple[str, str, bool]:
    """A word without a possessive ending, its stem, and whether it is a small word."""
    word = _POSSESSIVE.sub("", raw)
    return word, stem(word), word.lower() in _STOP


def is_headline(words: list[str]) -> bool:
    """Whether words are written as those of a headline, each with a capital."""
    long = [word for word in words if len(word) > 3]
    return len(long) > 2 and sum(word[0].isupper() for word in long) > 0.75 * len(long)


def _with_phrases(words: list[Token]) -> list[Token]:
    """The words, with those that make up a phrase as one."""
    firsts = _phrases()
    ousted = _ousted(words)
    if ousted < 0 and not any(each.stem in firsts for each in words):
        return words
    joined: list[Token] = []
    at = 0
    while at < len(words):
        if at == ousted:
            joined.append(Token(words[at].text, stem("oust"), False, words[at].at))
            at += 1
            continue
        for phrase in firsts.get(words[at].stem, ()):
            part = words[at : at + len(phrase)]
            if tuple(each.stem for each in part) == phrase:
                text = " ".join(each.text for each in part)
                name = any(each.name for each in part)
                joined.append(Token(text, "_".join(phrase), name, part[0].at))
                at += len(phrase)
                break
        else:
            joined.append(words[at])
            at += 1
    return joined


_RESIGNING = stem("resignation")


def _ousted(words: list[Token]) -> int:
    """Where a resignation is one that was asked for, which is a dismissal; -1 if there is none."""
    for at, token in enumerate(words):
        if token.stem == _RESIGNING and any(
            each.stem in _ASKING for each in words[max(0, at - 9) : at]
        ):
            return at
    return -1


def _looks_like_name(word: str, words: list[str], at: int) -> bool:
    """Whether the first word of a text is a name: written in capitals, a state, or before one."""
    if word.isupper() and len(word) > 1:
        return True
    if state_sense(word) is not None:
        return True
    return at + 1 < len(words) and words[at + 1][0].isupper()


def terms_of(words: Iterable[Token]) -> Terms:
    """What some words are about."""
    weights: dict[str, float] = {}
    names: set[str] = set()
    states: set[str] = set()
    for token in words:
        weight, state = _weighed(token.text, token.stem, token.name)
        if state is not None:
            states.add(state)
        if weight > weights.get(token.stem, 0.0):
            weights[token.stem] = weight
        if weight == NAME:
            names.add(token.stem)
    return Terms(weights, frozenset(names), frozenset(states))


@lru_cache(maxsize=100_000)
def _weighed(text: str, stem: str, name: bool) -> tuple[float, str | None]:
    """How much a word says, nothing for small ones; and the state that it stands for."""
    if text.lower() in _STOP or len(text) == 1 or text.isdigit():
        return 0.0, None  # figures and dates are compared as what they are
    sense = senses().get(folded(text)) if text[0].isupper() else None
    state = None if sense is None else sense.state
    return COMMON if stem in _COMMON else NAME if name else WORD, state
