"""A question that is put for many ids, made once: making it takes longer than asking it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, null, select
from sqlalchemy.sql.expression import FromClause

from claimgraph.graph.chunks import chunks
from claimgraph.query.lens import Lens
from claimgraph.query.scope import Scope
from claimgraph.store import Store
from claimgraph.store.writing import IDS

__all__ = ["IDS", "Asked", "bodies"]

_NOW = Scope()


#: Statements that were made for the graph as it is seen now, by what made them and what people
#: have judged: few stores differ in that.
_MADE: dict[tuple[object, frozenset[str]], tuple[Select[Any], dict[str, object]]] = {}


@dataclass(frozen=True)
class Asked:
    """A statement that asks for ``IDS``.

    Attributes:
        statement: It.
        parameters: What else it is asked with.
        store: What is asked.
    """

    statement: Select[Any]
    parameters: Mapping[str, object]
    store: Store

    @classmethod
    def of(cls, lens: Lens, make: Callable[[Lens], Select[Any]]) -> "Asked":
        """The statement that a function makes for a view of a store; the same one for the same
        view of another, for a database knows a statement again.
        """
        key = make, lens.ruled
        known = _MADE.get(key) if lens.scope == _NOW else None
        if known is None:
            fresh = lens.again()
            known = make(fresh), fresh.parameters
            if lens.scope == _NOW:
                _MADE[key] = known
        return cls(*known, lens.store)

    def rows(self, ids: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        """The rows for some ids, however many they are.

        Raises:
            StoreError: In one of its kinds.
        """
        for some in chunks(ids):
            given = {**self.parameters, IDS.key: some}
            yield from map(tuple, self.store.rows(self.statement, given))


def bodies(lens: Lens, t: FromClause) -> Select[Any]:
    """Ids and bodies of records, and what people have corrected of each; ``NULL`` where nobody has
    corrected anything.
    """
    fixes = lens.fixes(t.c.id)
    return select(t.c.id, t.c.body, null() if fixes is None else fixes)
