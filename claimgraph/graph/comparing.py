"""Comparing the claims of documents with all that a graph holds, as they come."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import compress
from typing import TYPE_CHECKING

from claimgraph.compare.comparer import Comparer, Pair, Sketched, Sketching
from claimgraph.compare.keys import block_keys, moment_of
from claimgraph.compare.statement import Statement
from claimgraph.compare.verdict import to_relation
from claimgraph.graph.chunks import chunks
from claimgraph.graph.statements import Statements
from claimgraph.markup.html import block
from claimgraph.model import Reading, Relation
from claimgraph.store.blocks import Keyed
from claimgraph.store.candidates import Candidates
from claimgraph.store.comparing import Comparing
from claimgraph.store.garbage import uncollected
from claimgraph.store.schema import DUSK, microseconds
from claimgraph.views.wording import counted

if TYPE_CHECKING:
    from claimgraph.graph.questions import Questions

#: Documents that are compared together: what they are compared with is loaded once for all.
TOGETHER = 32


@dataclass(frozen=True)
class Compared:
    """What comparing has done.

    Attributes:
        documents: How many were compared with the others.
        pairs: Pairs of claims that were looked at.
        left_out: Claims that a claim was not held against, because it shares a key with too many.
        relations: Relations that are new, or replace an older verdict.
        unchanged: Relations that were there already, the same.
        removed: A machine's relations that are found no more.
    """

    documents: int = 0
    pairs: int = 0
    left_out: int = 0
    relations: int = 0
    unchanged: int = 0
    removed: int = 0

    def __add__(self, other: "Compared") -> "Compared":
        names = (each.name for each in fields(self))
        return Compared(**{name: getattr(self, name) + getattr(other, name) for name in names})

    def _repr_html_(self) -> str:
        return str(block(str(self)))

    def __str__(self) -> str:
        return (
            f"{counted(self.documents, 'document')}, "
            f"{counted(self.pairs, 'pair')} of claims compared "
            f"({self.left_out:,} left out); relations: {self.relations:,} new, "
            f"{self.unchanged:,} unchanged, {self.removed:,} removed"
        )


def compare_documents(
    graph: "Questions",
    comparer: Comparer,
    document_ids: Iterable[str],
    readings: Iterable[Reading] = (),
) -> Compared:
    """Compare the claims of documents with each other and with those of all documents that were
    compared before, and write down what they are to each other.

    Doing it again changes nothing. What was not finished is still pending in the store.

    Args:
        graph: Where they are.
        comparer: What compares them.
        document_ids: Of the documents.
        readings: Those that were just written to the graph, which need not be read back.

    Raises:
        StoreError: In one of its kinds.
    """
    done = Compared()
    statements = Statements(graph, readings)
    for ids in chunks(document_ids, TOGETHER):
        with uncollected():
            done += _compare(graph._store.comparing, statements, comparer, ids)
    return done


def _compare(
    store: Comparing, statements: Statements, comparer: Comparer, ids: Sequence[str]
) -> Compared:
    known = statements.of_documents(ids)
    sketching = comparer if isinstance(comparer, Sketching) else None
    missing = [each for each in store.unkeyed(ids, comparer.version) if each in known]
    if missing:
        given = {
            each: (known[each][0], [_keyed(claim, sketching) for claim in known[each][1]])
            for each in missing
        }
        store.put_into_blocks(given, comparer.version)
    candidates = store.candidates(ids)
    apart = _apart(candidates)
    worth = apart if sketching is None else _worth(sketching, candidates, apart)
    pairs = _in_order(statements, worth)
    concluded = store.conclude(
        {each: (known[each][0], candidates.left_out[each]) for each in ids if each in known},
        _relations(comparer, pairs),
        comparer.version,
    )
    return Compared(
        documents=len(ids),
        pairs=len(apart),
        left_out=sum(candidates.left_out.values()),
        relations=concluded.new,
        unchanged=concluded.unchanged,
        removed=concluded.removed,
    )


def _keyed(statement: Statement, sketching: Sketching | None) -> Keyed:
    moment = moment_of(statement)
    return Keyed(
        statement.id,
        0 if moment is None else microseconds(moment),
        block_keys(statement),
        None if sketching is None else sketching.sketch(statement),
    )


def _apart(candidates: Candidates) -> list[tuple[str, str]]:
    """What somebody says in one breath is not held against itself."""
    said = {each: found.attribution_id for each, found in candidates.claims.items()}
    return [(a, b) for a, b in candidates.pairs if said[a] != said[b]]


def _worth(
    comparer: Sketching, candidates: Candidates, pairs: Sequence[tuple[str, str]]
) -> list[tuple[str, str]]:
    """The pairs that a comparer does not pass over by their sketches. Claims without one are looked
    at whole.
    """
    worth: list[tuple[str, str]] = []
    sketched: list[tuple[str, str]] = []
    sketches: list[Sketched] = []
    for a, b in pairs:
        article, _, event, sketch = candidates.claims[a]
        other_article, _, other_event, other_sketch = candidates.claims[b]
        if sketch is None or other_sketch is None:
            worth.append((a, b))
            continue
        same_event = event is not None and event == other_event
        sketched.append((a, b))
        sketches.append(Sketched(sketch, other_sketch, article == other_article, same_event))
    return worth + list(compress(sketched, comparer.may_relate(sketches)))


def _in_order(statements: Statements, ids: Sequence[tuple[str, str]]) -> list[Pair]:
    """Pairs of statements, each with the one first that came out first.

    The order depends on the two alone, so that a comparer says the same of them each time.
    """
    known = statements.of_claims([each for pair in ids for each in pair])
    place = {each: _place(statement) for each, statement in known.items()}
    return [
        (known[a], known[b]) if place[a] <= place[b] else (known[b], known[a])
        for a, b in ids
        if a in known and b in known
    ]


def _place(statement: Statement) -> tuple[int, str, int, str]:
    published = statement.published
    start = None if published is None else published.start
    when = DUSK if start is None else microseconds(start)
    return when, statement.document_id, statement.position, statement.id


def _relations(comparer: Comparer, pairs: Sequence[Pair]) -> list[Relation]:
    verdicts = comparer.verdicts(pairs)
    return [
        to_relation(verdict, a, b)
        for (a, b), verdict in zip(pairs, verdicts, strict=True)
        if verdict is not None
    ]
