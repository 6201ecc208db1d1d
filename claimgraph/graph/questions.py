"""Where every question to a graph begins."""

from typing import TYPE_CHECKING, Any, Self

from claimgraph.graph.bound import (
    BoundAttribution,
    BoundClaim,
    BoundDocument,
    BoundEvent,
    BoundRelation,
    BoundSource,
    bind,
)
from claimgraph.graph.material import of_query
from claimgraph.model import Claim
from claimgraph.query.asked import Context
from claimgraph.query.attributions import Attributions
from claimgraph.query.base import Query
from claimgraph.query.claims import Claims
from claimgraph.query.documents import Documents
from claimgraph.query.events import Events
from claimgraph.query.relations import Relations
from claimgraph.query.scope import Scope
from claimgraph.query.sources import Sources
from claimgraph.query.times import Moment, end_of, read_moment
from claimgraph.store import Store

if TYPE_CHECKING:
    from networkx import MultiDiGraph


class Questions:
    """What can be asked of a store, as of a time.

    Args:
        store: Where to look.
        scope: As of when.
    """

    def __init__(self, store: Store, scope: Scope) -> None:
        self._store = store
        self._scope = scope
        self._context = Context(store, scope, self)

    def claims(self) -> Claims[BoundClaim]:
        """All claims, to be narrowed."""
        return Claims(self._context)

    def sources(self) -> Sources[BoundSource]:
        """All sources, those that are the same as one; to be narrowed."""
        return Sources(self._context)

    def attributions(self) -> Attributions[BoundAttribution]:
        """All attributions, to be narrowed."""
        return Attributions(self._context)

    def relations(self) -> Relations[BoundRelation]:
        """All relations between claims, to be narrowed."""
        return Relations(self._context)

    def documents(self) -> Documents[BoundDocument]:
        """All documents, to be narrowed."""
        return Documents(self._context)

    def events(self) -> Events[BoundEvent]:
        """All events, to be narrowed."""
        return Events(self._context)

    def contradicted(self, claim: str | Claim) -> Claims[BoundClaim]:
        """The claims that contradict one claim."""
        return self.claims().contradicting(claim)

    def corroborated(self, claim: str | Claim) -> Claims[BoundClaim]:
        """The claims that corroborate one claim."""
        return self.claims().corroborating(claim)

    def as_of(self, moment: Moment, *, judged: Moment | None = None) -> Self:
        """This graph as it was known at a moment.

        Nothing that came out later can be seen; a document without a date counts from when it was
        recorded. Nor do judgements made later hold: what they hid or changed is as it was. What
        sources and events are called, and of what kind they are, is as all documents give it.

        Args:
            moment: A date (the whole day is known), a month, an aware datetime, ISO 8601 text.
            judged: Another moment for the judgements alone: "what we knew then, as judged now".

        Returns:
            A graph that can be asked, on the same store.

        Raises:
            QueryError: The time cannot be read, or has no zone.
        """
        words = f"as of {read_moment(moment)}"
        until = end_of(moment)
        decided = until if judged is None else end_of(judged)
        if judged is not None:
            words += f", as judged by {read_moment(judged)}"
        return self._seen(Scope(until, decided, words))

    def make(self, kind: str, fields: dict[str, Any]) -> Any:
        """The record that a user sees, from its fields."""
        return bind(self, kind, fields)

    def network(self, query: Query[Any]) -> "MultiDiGraph[str]":
        """What a query finds, as a graph of networkx."""
        from claimgraph.views.network import network

        return network(of_query(self, query))

    def event_of(self, event_id: str) -> BoundEvent | None:
        """The event with an id, or the one that it was joined with."""
        return self.events().ids(event_id).first()

    def _seen(self, scope: Scope) -> Self:
        """The same store in another scope."""
        seen = object.__new__(type(self))
        seen.__init__(self._store, scope)  # type: ignore[misc]
        return seen
