"""What a graph hands out: the records, each knowing the graph that it came from.

They are equal to the plain records, and have their JSON. What they add are questions that only the
graph can answer.
"""

from typing import TYPE_CHECKING, Any, ClassVar, cast

from pydantic import PrivateAttr

from claimgraph.errors import StoreError
from claimgraph.model import (
    Attribution,
    Claim,
    Document,
    Event,
    Judgement,
    Record,
    Relation,
    Source,
)

if TYPE_CHECKING:
    from claimgraph.graph.graph import ClaimGraph
    from claimgraph.graph.questions import Questions
    from claimgraph.graph.why import Why
    from claimgraph.markup.card import Card
    from claimgraph.query.attributions import Attributions
    from claimgraph.query.claims import Claims
    from claimgraph.query.relations import Relations
    from claimgraph.views.trace import Trace


class Bound(Record):
    """A record that came out of a graph."""

    plain: ClassVar[type[Record]]
    _graph: "ClaimGraph" = PrivateAttr()

    def judgements(self) -> list[Judgement]:
        """What people decided about this record, in the order in which they did."""
        return self._graph.judgements(self)  # type: ignore[arg-type]

    def why(self) -> "Why":
        """What this rests on, in words."""
        return self._graph.why(self)  # type: ignore[arg-type]

    def _card(self) -> "Card":
        from claimgraph.graph.showing import card
        from claimgraph.model import showing

        try:
            return card(self._graph, self)
        except StoreError:
            # A graph that is closed tells nothing any more; the record still knows itself.
            return showing.card(self)  # type: ignore[arg-type]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, self.plain) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash(tuple(self.__dict__[name] for name in self.plain.model_fields))

    def __repr_name__(self) -> str:
        return self.plain.__name__


class BoundClaim(Bound, Claim):
    """A claim of a graph."""

    plain = Claim

    @property
    def attribution(self) -> "BoundAttribution":
        """Who said it, how, and where."""
        return self._graph.attributions().ids(self.attribution_id).one()

    @property
    def document(self) -> "BoundDocument":
        """The article that it stands in."""
        return self._graph.documents().ids(self.attribution.document_id).one()

    @property
    def source(self) -> "BoundSource | None":
        """Who said it; ``None`` for the article's own voice."""
        return self.attribution.said_by

    @property
    def event(self) -> "BoundEvent | None":
        """What it is about."""
        found = self.event_id
        return None if found is None else self._graph.event_of(found)

    def relations(self) -> "Relations[BoundRelation]":
        """Those that it stands in."""
        return self._graph.relations().of(self.id)

    def contradicted_by(self) -> "Claims[BoundClaim]":
        """The claims that contradict it."""
        return self._graph.contradicted(self.id)

    def corroborated_by(self) -> "Claims[BoundClaim]":
        """The claims that corroborate it."""
        return self._graph.corroborated(self.id)

    def trace(self) -> "Trace":
        """The way from the claim to its characters, its document and its origin."""
        return self._graph.trace(self.id)


class BoundAttribution(Bound, Attribution):
    """An attribution of a graph."""

    plain = Attribution

    @property
    def said_by(self) -> "BoundSource | None":
        """Who speaks; ``source`` holds the words that name them."""
        found = self.source_id
        return None if found is None else self._graph.sources().ids(found).first()

    @property
    def document(self) -> "BoundDocument":
        """The article that it stands in."""
        return self._graph.documents().ids(self.document_id).one()

    @property
    def parent(self) -> "BoundAttribution | None":
        """The attribution whose content holds this one."""
        found = self.parent_id
        return None if found is None else self._graph.attributions().ids(found).first()

    def claims(self) -> "Claims[BoundClaim]":
        """What it says."""
        return self._graph.claims().of(self)


class BoundSource(Bound, Source):
    """A source of a graph: one for all that are the same."""

    plain = Source

    def claims(self, *, members: bool = True) -> "Claims[BoundClaim]":
        """What it says, or those who speak for it say."""
        return self._graph.claims().said_by(self, members=members)


class BoundDocument(Bound, Document):
    """A document of a graph."""

    plain = Document

    def claims(self) -> "Claims[BoundClaim]":
        """The claims in it."""
        return self._graph.claims().of(self)

    def attributions(self) -> "Attributions[BoundAttribution]":
        """The attributions in it."""
        return self._graph.attributions().of(self)


class BoundEvent(Bound, Event):
    """An event of a graph: one for all that people have joined."""

    plain = Event

    def claims(self) -> "Claims[BoundClaim]":
        """The claims about it."""
        return self._graph.claims().about(self)


class BoundRelation(Bound, Relation):
    """A relation of a graph."""

    plain = Relation

    def claims(self) -> tuple[BoundClaim, BoundClaim]:
        """Its two claims, ``a`` and ``b``."""
        one, other = (self._graph.claims().ids(each).one() for each in (self.a, self.b))
        return one, other


KINDS: dict[str, type[Bound]] = {
    "claim": BoundClaim,
    "attribution": BoundAttribution,
    "source": BoundSource,
    "document": BoundDocument,
    "event": BoundEvent,
    "relation": BoundRelation,
}


def bind(graph: "Questions", kind: str, fields: dict[str, Any]) -> Any:
    """The record of a kind with these fields, bound to a graph."""
    record = KINDS[kind].model_validate(fields)
    if isinstance(record, BoundRelation):
        # A corrected kind may hold both ways, where the recorded one did not.
        record._settle()
    # Every graph that a user holds is a ClaimGraph; the parts it is made of know less.
    record._graph = cast("ClaimGraph", graph)
    return record
