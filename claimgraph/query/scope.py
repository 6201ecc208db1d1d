"""As of when a query looks at the store."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_
from sqlalchemy.sql.expression import FromClause

from claimgraph.query.dialects import looked_at
from claimgraph.store.schema import DUSK


@dataclass(frozen=True)
class Scope:
    """What of a store can be seen. Without limits, everything as people judge it now.

    Attributes:
        published: Microseconds since 1970: what came out then or later is not seen. A document
            without a date counts from when it was recorded.
        judged: Microseconds since 1970: judgements made then or later do not hold.
        words: How :meth:`explain` says it.
    """

    published: int | None = None
    judged: int | None = None
    words: str = ""

    def holds(self, ruled: FromClause) -> ColumnElement[bool]:
        """Whether a row with ``since`` and ``until`` holds by the clock of the judgements."""
        if self.judged is None:
            return looked_at(ruled.c.until) == DUSK
        return and_(looked_at(ruled.c.since) < self.judged, looked_at(ruled.c.until) >= self.judged)
