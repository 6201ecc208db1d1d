"""Two statements in, one verdict out: the event gate, then the comparators in their order."""

from __future__ import annotations

from claimgraph.compare.statement import Statement
from claimgraph.compare.verdict import Verdict


def compare(a: Statement, b: Statement) -> Verdict | None:
    """What two statements are to each other; ``None`` where they have nothing to do with each
    other.
    """
    return None
