"""What a comparator is given: two gists, and what the gate found."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import timedelta

from claimgraph.compare.gate import Gate, Strength, same_words
from claimgraph.compare.gist import Gist
from claimgraph.compare.kin import same_side
from claimgraph.compare.lazily import lazily
from claimgraph.compare.verdict import Verdict
from claimgraph.ids import name_key

#: A day, less what time zones and late editions take.
_A_DAY = timedelta(hours=20)


@dataclass(frozen=True, eq=False)
class Pair:
    """Two claims side by side.

    Attributes:
        a: One.
        b: The other.
        gate: What the event gate found.
        asked: Whether somebody asks about these two.
    """

    a: Gist
    b: Gist
    gate: Gate
    asked: bool = False

    @property
    def who_a(self) -> str:
        """Who says the one."""
        return self.a.statement.who

    @property
    def who_b(self) -> str:
        """Who says the other."""
        return self.b.statement.who

    def tests_of_words(self, shared: Collection[str]) -> tuple[str, ...]:
        """The tests of the gate, and the words in common, which the gate may have named already."""
        if self.gate.strength is Strength.WORDS:
            return self.gate.tests
        return (*self.gate.tests, same_words(self.a, shared))

    @property
    def both(self) -> str:
        """Who says them, for a reader: one name where it is one."""
        if self.who_a == self.who_b:
            return f"{self.who_a}, twice"
        return f"{self.who_a} and {self.who_b}"

    @property
    def same_document(self) -> bool:
        """Whether both stand in one article."""
        return self.a.statement.document_id == self.b.statement.document_id

    @lazily
    def is_one_passage(self) -> bool:
        """Whether both are read from the same words of one article: nobody says it twice."""
        if not self.same_document:
            return False
        first, second = self.a.statement.claim.spans, self.b.statement.claim.spans
        return any(x.start < y.end and y.start < x.end for x in first for y in second)

    @lazily
    def same_source(self) -> bool:
        """Whether both come from one source, or from one that speaks for the other."""
        first, second = self.a.statement.speaker, self.b.statement.speaker
        if first is None or second is None:
            # The voice of one paper is one source, also where it names itself.
            names = [
                name_key(each.statement.publisher if speaker is None else speaker.name)
                for each, speaker in ((self.a, first), (self.b, second))
            ]
            both = first is None and second is None
            return (both and self.same_document) or names[0] == names[1] != ""
        return same_side(first, second)

    @property
    def changed(self) -> bool:
        """Whether one source says it on another day: it has changed its mind, or speaks of now.

        "The ministry" of two articles is taken for one here.
        """
        one = self.same_source or name_key(self.who_a) == name_key(self.who_b)
        return one and self.days_apart

    @lazily
    def order(self) -> int:
        """1 where ``b`` came out later, -1 where ``a`` did, 0 where neither is known to have.

        Inside one article there is no order: its last paragraph is often the oldest news.
        """
        if self.same_document:
            return 0
        first, second = self.a.statement, self.b.statement
        times = [(each.attribution.said or each.published) for each in (first, second)]
        if times[0] is None or times[1] is None:
            return 0
        starts = times[0].start, times[1].start
        if starts[0] is None or starts[1] is None or abs(starts[1] - starts[0]) < _A_DAY:
            return 0
        return 1 if starts[1] > starts[0] else -1

    @property
    def is_surely_one_event(self) -> bool:
        """Whether more than the sort of event speaks for it: the words, the time or the place."""
        gate = self.gate
        placed = any(test.startswith(("same time", "same place")) for test in gate.tests)
        return gate.strength >= Strength.WORDS or placed

    @property
    def dated(self) -> bool:
        """Whether it is known of both when they came out."""
        first, second = self.a.statement.published, self.b.statement.published
        return first is not None and second is not None

    @property
    def is_undated(self) -> bool:
        """Whether they stand in two articles, and it is not known of both when they came out."""
        return not self.same_document and not self.dated

    @property
    def days_apart(self) -> bool:
        """Whether they came out on different days."""
        return self.order != 0


Comparator = Callable[[Pair], Verdict | None]
