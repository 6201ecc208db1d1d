"""The time, as the tables keep it."""

from datetime import UTC, datetime

from claimgraph.store.schema import microseconds


def now() -> int:
    """Microseconds since 1970."""
    return microseconds(datetime.now(UTC))
