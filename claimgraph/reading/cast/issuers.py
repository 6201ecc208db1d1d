"""Whose words a document holds: "Trump's statement", "a letter from the ministry"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from claimgraph.reading.cast.kinds import UTTERANCES
from claimgraph.reading.cast.parties import Resolution
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.noun_phrases import Places
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.phrases import noun_phrase
from claimgraph.text.titles import singular
from claimgraph.vocabulary import Naming, SourceKind

_ISSUED = frozenset("from by of".split())
#: Earlier statements that are looked at for the one that "the statement" is.
_MOST_EARLIER = 8


class Issuers:
    """Finds who speaks in a statement."""

    def __init__(
        self, parsed: Parsed, places: Places, resolve: Callable[[Range], Resolution]
    ) -> None:
        self._parsed = parsed
        self._places = places
        self._resolve = resolve

    def find(self, inner: Range, head: int, *, definite: bool) -> Resolution | None:
        """Who speaks in what a phrase describes; ``None`` where it is no statement, or nobody's."""
        noun = self._parsed.lower[head]
        if noun not in UTTERANCES and singular(noun) not in UTTERANCES:
            return None
        found = self._said_here(inner, head)
        return found or (self._said_before(inner, head) if definite else None)

    def _said_here(self, inner: Range, head: int) -> Resolution | None:
        parsed = self._parsed
        start, end = inner
        for place in range(start + 1, head):
            if parsed.tags[place] == "POS":
                return self._through((start, place), inner)
        if parsed.tags[start] == "PRP$":
            return self._through((start, start + 1), inner)
        if any(place in parsed.name_at for place in range(start, head)):
            return self._through((start, head), inner)
        if head + 2 <= end - 1 and parsed.lower[head + 1] in _ISSUED:
            return self._through((head + 2, end), inner)
        return None

    def _said_before(self, inner: Range, head: int) -> Resolution | None:
        """Whose statement the text spoke of before: "Trump said in a statement"."""
        parsed = self._parsed
        for place in self._places.before(parsed.lower[head], inner[0], _MOST_EARLIER):
            verb = parsed.heads[place]
            for _ in range(3):
                subject = parsed.child(verb, "nsubj")
                if subject is not None and subject != place:
                    return self._through(noun_phrase(parsed, subject), inner)
                verb = parsed.heads[verb]
            found = self._said_here(noun_phrase(parsed, place), place)
            if found is not None:
                return found
        return None

    def _through(self, owner: Range, inner: Range) -> Resolution | None:
        found = self._resolve(owner)
        if found.party.kind is SourceKind.UNKNOWN and found.party.naming is not Naming.NAMED:
            return None
        return replace(
            found,
            rule="document.issuer",
            text=f"{found.party.name} speaks in it",
            words=(inner, *found.words),
            score=found.score * 0.9,
        )
