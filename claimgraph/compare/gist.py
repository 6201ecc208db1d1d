"""The gist of a statement: what it is about, and whether it says that it is so."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

from claimgraph.compare.falsity import TRUTH, takes_back, without_marks
from claimgraph.compare.figures import Figure, figures_of
from claimgraph.compare.lazily import lazily
from claimgraph.compare.statement import Actor, Statement
from claimgraph.compare.terms import Terms, Token, concepts_of, is_headline, stems, terms_of, tokens
from claimgraph.vocabulary import Certainty, Polarity, Role, SpeechAct, Stance

T = TypeVar("T")

_SILENT = frozenset((Stance.SILENT, Stance.DECLINES))
_RISING = stems("risen rise rose climbed increased reached now")
_EARLIER = frozenset("earlier previous previously initial initially".split())
_OCCASIONS = frozenset(("time", "occas"))
_EVENTS = frozenset("assaults attacks blasts bombings explosions massacres raids".split())
_MAY = frozenset("may might could possibly perhaps".split())
_CERTAIN_ONES = frozenset("the these those its his her their our such".split())
_REPEATED = frozenset(("occasions", "repeatedly", "previously"))
_HAPPENING = frozenset(("attack", "airstrike", "bomb", "quake", "riot"))
_SUBORDINATORS = frozenset("after although because before since though when whereas while".split())
_MAIN_CLAUSE = 4
#: Phrases with "no" that deny nothing.
_DENIES_NOTHING = re.compile(r"\bno\s+(?:doubt|matter|wonder)\b", re.IGNORECASE)
#: What has yet to happen has not happened.
_YET_TO = re.compile(r"\bha(?:s|ve|d)\s+yet\s+to\b", re.IGNORECASE)
_SPECULATIVE = re.compile(
    r"\b(?<!even )(?<!as )(?:if|unless|whether)\b|\b(?:as|so) long as\b"
    r"|\b(?:should|must|ought)\b(?! have)",
    re.IGNORECASE,
)


@dataclass(frozen=True, eq=False)
class Gist:
    """What comparators look at. Made once for each statement.

    Attributes:
        statement: What it is the gist of.
        turned: Whether its text takes it back elsewhere.
        memo: What others have found out about it.
    """

    statement: Statement
    turned: bool = False
    memo: dict[str, Any] = field(default_factory=dict)

    @lazily
    def words(self) -> Sequence[Token]:
        """Of the claim's text."""
        return tokens(self.statement.claim.text)

    @lazily
    def predicate(self) -> tuple[str, ...]:
        """Stems of what happened."""
        return tuple(token.stem for token in tokens(self.statement.claim.predicate))

    @lazily
    def concepts(self) -> dict[str, Token]:
        """What its words stand for, each with the first word that does."""
        found: dict[str, Token] = {}
        for token in self.words:
            for concept in concepts_of(token.stem):
                found.setdefault(concept, token)
        return found

    @lazily
    def taken_back(self) -> bool:
        """Whether the words say that something which is said is not so."""
        return takes_back(self.words)

    @lazily
    def terms(self) -> Terms:
        """What it is about."""
        bare = self.taken_back or self.is_about_truth
        return terms_of(without_marks(self.words)) if bare else self._all_terms

    @lazily
    def _all_terms(self) -> Terms:
        return terms_of(self.words)

    @lazily
    def is_headline(self) -> bool:
        """Whether it is written as headlines are, with a capital for every word."""
        return is_headline([token.text for token in self.words])

    @lazily
    def core(self) -> Terms:
        """What its main clause is about: "no poison was found before he was flown out"."""
        main: list[Token] = []
        for token in self.words:
            if token.text.lower() in _SUBORDINATORS and len(main) >= _MAIN_CLAUSE:
                break
            main.append(token)
        else:
            return self.terms
        bare = self.taken_back or self.is_about_truth
        return terms_of(without_marks(main) if bare else main)

    @lazily
    def is_about_truth(self) -> bool:
        """Whether it says of something that it is true, or is not."""
        return self.predicate[:1] == ("be",) and not TRUTH.isdisjoint(self.predicate)

    @lazily
    def points_back(self) -> bool:
        """Whether it only says of what was just told that it is not so: "the story is fake"."""
        told = self.taken_back or (self.is_about_truth and self.sign < 0)
        return told and sum(self.terms.weights.values()) < 1

    @lazily
    def scene(self) -> Terms:
        """What it is about, with the event and the place that it is known to belong to."""
        claim, event = self.statement.claim, self.statement.event
        if event is None and claim.place is None:
            return self._all_terms
        more = [claim.place.name] if claim.place else []
        if event is not None:
            more.append(event.label)
            more.extend(party.name for party in event.parties)
            if event.place is not None:
                more.extend((event.place.name, *event.place.within))
        return terms_of([*self.words, *(word for text in more for word in tokens(text))])

    @lazily
    def sign(self) -> int:
        """1 where it is said to be so, -1 where it is said not to be, 0 where neither is said."""
        claim = self.statement.claim
        if claim.stance in _SILENT or claim.polarity is Polarity.UNKNOWN:
            return 0
        if self.statement.attribution.act is SpeechAct.QUESTION or claim.stance is Stance.DOUBTS:
            return 0
        if claim.stance is Stance.DENIES:
            # A denial is written down as what is denied, or as what is said instead: "HTS was
            # involved", "HTS was not involved". Denied falsehood is the one way back.
            own_words = claim.polarity is Polarity.NEGATIVE
            return 1 if self.taken_back and not own_words else -1
        # "X is not dead: it is a hoax" says it twice, it does not take it back.
        denied = claim.polarity is Polarity.NEGATIVE and not _DENIES_NOTHING.search(claim.text)
        negative = denied or self.taken_back or self.turned
        negative = negative or _YET_TO.search(claim.text) is not None
        return -1 if negative else 1

    @lazily
    def is_fact(self) -> bool:
        """Whether it says how things are, and not what should be, or would be if."""
        if self.sign == 0:
            return False
        claim = self.statement.claim
        unsure = claim.certainty is Certainty.UNDERSPECIFIED
        if unsure and self.statement.attribution.act is SpeechAct.DEMAND:
            return False
        return not _SPECULATIVE.search(claim.text)

    @lazily
    def figures(self) -> list[Figure]:
        """What it counts; of a claim that is a table, its first figures."""
        return figures_of(self.statement.claim)

    @lazily
    def fates(self) -> frozenset[str]:
        """What befell those whom it counts."""
        return frozenset(figure.fate for figure in self.figures if figure.fate)

    @lazily
    def measures(self) -> frozenset[str]:
        """The stems of all that it counts."""
        return frozenset().union(*(figure.measure for figure in self.figures))

    @lazily
    def rises(self) -> bool:
        """Whether it says that a count has risen."""
        return any(token.stem in _RISING for token in self.words)

    @lazily
    def tells_earlier(self) -> bool:
        """Whether it tells of an earlier state: "the toll was 12 a day earlier"."""
        return not _EARLIER.isdisjoint(token.text.lower() for token in self.words)

    @lazily
    def is_series(self) -> bool:
        """Whether it is about several happenings: "at least eight attacks", "on two occasions"."""
        return (
            any(
                figure.quantity.best is not None
                and figure.quantity.best > 1
                and any(
                    each in _OCCASIONS or concepts_of(each) & _HAPPENING
                    for each in (token.stem for token in tokens(figure.quantity.unit))
                )
                for figure in self.figures
            )
            or self._tells_of_many()
        )

    def _tells_of_many(self) -> bool:
        """Whether it names no certain ones: "toxic gas attacks", but not "the attacks"."""
        words = [token.text.lower() for token in self.words]
        if not _REPEATED.isdisjoint(words):
            return True
        return not _EVENTS.isdisjoint(words) and any(
            word in _EVENTS and _CERTAIN_ONES.isdisjoint(words[max(0, at - 4) : at])
            for at, word in enumerate(words)
        )

    @lazily
    def is_only_possible(self) -> bool:
        """Whether it says that it may be so."""
        return any(token.text.lower() in _MAY for token in self.words)

    @property
    def hedged(self) -> bool:
        """Whether it is only possible, suspected or alleged."""
        return self.statement.claim.certainty is not Certainty.CERTAIN

    def spelled(self, stems: Collection[str]) -> list[str]:
        """The words with these stems, as the text has them and in its order, each once."""
        found = {token.stem: token.text for token in reversed(self.words) if token.stem in stems}
        return list(reversed(found.values()))

    def parties(self, *roles: Role) -> list[tuple[str, Actor | None]]:
        """Who plays some parts: the words, and whom they stand for."""
        statement = self.statement
        found = [
            (party.name, statement.actor(party.source_id))
            for party in (*statement.claim.participants, *statement.attribution.targets)
            if party.role in roles
        ]
        return list({name: (name, actor) for name, actor in reversed(found)}.values())


def once_for_each(find: Callable[[Gist], T]) -> Callable[[Gist], T]:
    """Remember with each gist what a function finds in it: a claim is compared with many."""

    @wraps(find)
    def found(gist: Gist) -> T:
        if find.__qualname__ not in gist.memo:
            gist.memo[find.__qualname__] = find(gist)
        value: T = gist.memo[find.__qualname__]
        return value

    return found
