"""What a query asks, and where: plain values."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from claimgraph.query.filters import Filter
from claimgraph.query.lens import Lens
from claimgraph.query.scope import Scope
from claimgraph.store import Store

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from claimgraph.query.base import Query


class Door(Protocol):
    """What a query needs from the graph that it is asked of."""

    def make(self, kind: str, fields: dict[str, Any]) -> Any:
        """The record that a user sees, from its fields as JSON has them."""

    def network(self, query: "Query[Any]") -> "MultiDiGraph[str]":
        """What a query finds, as a graph of networkx."""


@dataclass(frozen=True)
class Context:
    """Where a query looks, as of when, and for whom."""

    store: Store
    scope: Scope
    door: Door

    def lens(self) -> Lens:
        """For one run of a query."""
        return Lens(self.store, self.scope)


@dataclass(frozen=True)
class Asked:
    """What a query asks, as values.

    Attributes:
        filters: On the records themselves.
        claims: On a claim of each record: one claim passes all of them.
        order: The name of an order; "" for the usual one.
        descending: The last one first.
        limit: At most so many records.
        offset: Without the first ones.
    """

    filters: tuple[Filter, ...] = ()
    claims: tuple[Filter, ...] = ()
    order: str = ""
    descending: bool = False
    limit: int | None = None
    offset: int = 0

    @property
    def is_cut(self) -> bool:
        """Whether only a part of what passes the filters is wanted."""
        return self.limit is not None or self.offset > 0
