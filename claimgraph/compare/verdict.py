"""What a comparator, or all of them together, say of two statements."""

from __future__ import annotations

from dataclasses import dataclass

from claimgraph.compare.statement import Statement
from claimgraph.model import Evidence, Relation, Span
from claimgraph.vocabulary import ConflictType, Independence, RelationKind


@dataclass(frozen=True, slots=True)
class Verdict:
    """What two statements are to each other, and why.

    Attributes:
        kind: Contradicts, corroborates, updates, refines, retracts, or not comparable.
        type: What it rests on.
        score: How sure the comparator is, 0 to 1.
        reason: In words that a reader can check.
        tests: What was found the same before: "same event: …", or the test that failed.
        spans_a: The characters of the first statement's document that it rests on; the claim's own
            where nothing is said.
        spans_b: Likewise of the second.
        reversed: In ``updates``, ``refines`` and ``retracts``, that the *first* one is the later,
            or the more specific; otherwise the second is.
        method: The comparator's registered name and version: "numeric.v1".
        independence: For ``corroborates``, whether one could have it from the other.
    """

    kind: RelationKind
    type: ConflictType | None
    score: float
    reason: str
    tests: tuple[str, ...] = ()
    spans_a: tuple[Span, ...] = ()
    spans_b: tuple[Span, ...] = ()
    reversed: bool = False
    method: str = ""
    independence: Independence | None = None


def to_relation(verdict: Verdict, a: Statement, b: Statement) -> Relation:
    """The record of what two statements are to each other."""
    first, second = (b, a) if verdict.reversed else (a, b)
    method, _, version = verdict.method.partition(".")
    evidence = [
        Evidence(document_id=statement.document_id, span=span)
        for statement, spans in ((a, verdict.spans_a), (b, verdict.spans_b))
        for span in spans or statement.claim.spans
    ]
    return Relation(
        a=first.id,
        b=second.id,
        kind=verdict.kind,
        type=verdict.type,
        score=verdict.score,
        reason=verdict.reason,
        evidence=tuple(evidence),
        tests=verdict.tests,
        independence=verdict.independence,
        method=method,
        version=version,
    )
