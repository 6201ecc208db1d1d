"""The whole report."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from claimgraph.report.content.proofs import Exhibit
from claimgraph.report.content.questions import Alone, Card, Fact, Row, Topic
from claimgraph.report.content.sections import (
    Differing,
    Exchange,
    Moment,
    Naming,
    Provenance,
    Scale,
)
from claimgraph.report.content.texts import Text


@dataclass(frozen=True)
class Report:
    """A source-comparison report. It never says who is right.

    Attributes:
        title: Its headline.
        scope: What it is made of, where not of everything: "said by SOHR; since 24 Nov 2018".
        facts: Counts about the collection.
        cards: What to see at a glance.
        topics: The questions side by side with the sources.
        alone: Claims that rest on one source and stand in no row: the most first.
        scales: Figures on one scale.
        exchanges: Who accuses whom, and what the accused say.
        differing: Who is reported to blame parties of different names for one thing.
        moments: What happened when, as sources tell it.
        provenances: From how many origins answers come.
        namings: How the same party is named.
        texts: The articles with their marks.
        exhibits: The claims by number: ``exhibits[0].number == 1``.
        limits: What a report does not do, a sentence each.
        left_out: What is not shown, counted, a sentence each.
        version: Of the library that made it.

    Raises:
        ReportError: Something would be said without evidence.
    """

    title: str
    scope: str
    facts: tuple[Fact, ...]
    cards: tuple[Card, ...]
    topics: tuple[Topic, ...]
    alone: tuple[Alone, ...]
    scales: tuple[Scale, ...]
    exchanges: tuple[Exchange, ...]
    differing: tuple[Differing, ...]
    moments: tuple[Moment, ...]
    provenances: tuple[Provenance, ...]
    namings: tuple[Naming, ...]
    texts: tuple[Text, ...]
    exhibits: tuple[Exhibit, ...]
    limits: tuple[str, ...]
    left_out: tuple[str, ...]
    version: str

    def __post_init__(self) -> None:
        from claimgraph.report.proving import require_evidence

        require_evidence(self)

    def exhibit(self, number: int) -> Exhibit:
        """The claim with a number."""
        return self.exhibits[number - 1]

    @cached_property
    def rows(self) -> Mapping[int, Row]:
        """The rows of all topics, by their number."""
        return {row.number: row for topic in self.topics for row in topic.rows}
