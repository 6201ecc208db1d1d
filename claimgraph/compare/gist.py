"""The gist of a statement: what it is about, and whether it says that it is so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from claimgraph.compare.falsity import SAYINGS, takes_back, without_marks
from claimgraph.compare.statement import Actor, Statement
from claimgraph.compare.terms import Terms, Token, terms_of, tokens
from claimgraph.vocabulary import Certainty, Polarity, Role, SpeechAct, Stance

_SILENT = frozenset((Stance.SILENT, Stance.DECLINES))
_SPECULATIVE = re.compile(r"\b(?:if|unless|whether)\b", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Gist:
    """What comparators look at. Made once for each statement.

    Attributes:
        statement: What it is the gist of.
    """

    statement: Statement

    @cached_property
    def words(self) -> list[Token]:
        """Of the claim's text."""
        return tokens(self.statement.claim.text)

    @cached_property
    def taken_back(self) -> bool:
        """Whether the words say that something which is said is not so."""
        return takes_back(self.words)

    @cached_property
    def terms(self) -> Terms:
        """What it is about."""
        return terms_of(without_marks(self.words) if self.taken_back else self.words)

    @cached_property
    def scene(self) -> Terms:
        """What it is about, with the event and the place that it is known to belong to."""
        claim, event = self.statement.claim, self.statement.event
        more = [claim.place.name] if claim.place else []
        if event is not None:
            more.append(event.label)
            more.extend(party.name for party in event.parties)
            if event.place is not None:
                more.extend((event.place.name, *event.place.within))
        return terms_of([*self.words, *(word for text in more for word in tokens(text))])

    @cached_property
    def sign(self) -> int:
        """1 where it is said to be so, -1 where it is said not to be, 0 where neither is said."""
        claim = self.statement.claim
        if claim.stance in _SILENT or claim.polarity is Polarity.UNKNOWN:
            return 0
        if self.statement.attribution.act is SpeechAct.QUESTION or claim.stance is Stance.DOUBTS:
            return 0
        sign = -1 if claim.polarity is Polarity.NEGATIVE else 1
        if claim.stance is Stance.DENIES:
            sign = -sign
        if self.taken_back:
            sign = -sign
        return sign

    @property
    def is_fact(self) -> bool:
        """Whether it says how things are, and not what should be, or would be if."""
        if self.sign == 0:
            return False
        claim = self.statement.claim
        unsure = claim.certainty is Certainty.UNDERSPECIFIED
        if unsure and self.statement.attribution.act is SpeechAct.DEMAND:
            return False
        return not (unsure and _SPECULATIVE.search(claim.text))

    @property
    def hedged(self) -> bool:
        """Whether it is only possible, suspected or alleged."""
        return self.statement.claim.certainty is not Certainty.CERTAIN

    @cached_property
    def speaks_of_sayings(self) -> bool:
        """Whether it is about something that was said: "the claim from Berlin is groundless"."""
        return any(token.stem in SAYINGS for token in self.words)

    def parties(self, *roles: Role) -> list[tuple[str, Actor | None]]:
        """Who plays some parts: the words, and whom they stand for."""
        statement = self.statement
        found = [
            (party.name, statement.actor(party.source_id))
            for party in (*statement.claim.participants, *statement.attribution.targets)
            if party.role in roles
        ]
        return list({name: (name, actor) for name, actor in reversed(found)}.values())
