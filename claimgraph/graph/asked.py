"""A question that is put for many ids, made once: making it takes longer than asking it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, null, select
from sqlalchemy.sql.expression import FromClause

from claimgraph.graph.chunks import chunks
from claimgraph.query.lens import Lens
from claimgraph.store.writing import IDS

__all__ = ["IDS", "Asked", "bodies"]


@dataclass(frozen=True)
class Asked:
    """A statement that asks for ``IDS``.

    Attributes:
        statement: It.
        lens: What it was made with.
    """

    statement: Select[Any]
    lens: Lens

    def rows(self, ids: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        """The rows for some ids, however many they are.

        Raises:
            StoreError: In one of its kinds.
        """
        for some in chunks(ids):
            given = self.lens.parameters | {IDS.key: some}
            yield from map(tuple, self.lens.store.rows(self.statement, given))


def bodies(lens: Lens, t: FromClause) -> Select[Any]:
    """Ids and bodies of records, and what people have corrected of each; ``NULL`` where nobody has
    corrected anything.
    """
    fixes = lens.fixes(t.c.id)
    return select(t.c.id, t.c.body, null() if fixes is None else fixes)
