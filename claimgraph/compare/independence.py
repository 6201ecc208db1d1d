"""Whether two sources that agree could have it from each other."""

from __future__ import annotations

from claimgraph.compare.comparator import Pair
from claimgraph.compare.statement import Statement
from claimgraph.ids import name_key
from claimgraph.vocabulary import Independence


def independence_of(pair: Pair) -> Independence:
    """One source, a relay or a publisher between them, or nothing that joins them."""
    if pair.same_source:
        return Independence.SAME_SOURCE
    if _upstream(pair.a.statement) & _upstream(pair.b.statement):
        return Independence.SHARED_UPSTREAM
    return Independence.INDEPENDENT


def _upstream(statement: Statement) -> set[str]:
    """Through whom a statement came: its relays, and its own source where that is a relay."""
    found = {name_key(relay.name) for relay in statement.attribution.via}
    if statement.speaker is not None:
        found.add(name_key(statement.speaker.name))
    return found - {""}
