"""A reading: everything that was found in one document, checked as a whole."""

from collections.abc import Iterable
from typing import Literal, Self

from pydantic import model_validator

from claimgraph.errors import RecordError, SpanError
from claimgraph.ids import content_id
from claimgraph.model.attribution import Attribution
from claimgraph.model.base import Id, Identified, Text
from claimgraph.model.claim import Claim, Event
from claimgraph.model.document import Document, Span
from claimgraph.model.source import Affiliation, Source


class Reading(Identified):
    """One document and what was found in it, by a reader or by hand.

    Attributes:
        document: The article.
        sources: Everybody who speaks, relays, is accused or takes part.
        affiliations: Who speaks for whom, as far as this document says.
        events: What the claims are about.
        attributions: Who said what, in which words.
        claims: What was said, in a form that can be compared.
        reader: What read it: "hand", or the reader's name.
        version: Of the reader, with its model.

    Everything in it is checked against everything else, so that a reading that exists can be
    stored.

    Raises:
        SpanError: A span's text is not the document's text at its offsets.
        RecordError: A reference to a record that is not in the reading, an id given twice,
            attributions that hold each other, or a record of another document.
    """

    record: Literal["reading"] = "reading"
    document: Document
    sources: tuple[Source, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    events: tuple[Event, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    reader: Text = "hand"
    version: Text = ""

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        sources = _unique("source", (source.id for source in self.sources))
        _unique("affiliation", (affiliation.id for affiliation in self.affiliations))
        events = _unique("event", (event.id for event in self.events))
        attributions = _unique("attribution", (item.id for item in self.attributions))
        _unique("claim", (claim.id for claim in self.claims))
        for source in self.sources:
            self._is_of_this_document(source.id, source.document_id)
        for affiliation in self.affiliations:
            _refers(affiliation.id, affiliation.member_id, sources)
            _refers(affiliation.id, affiliation.organisation_id, sources)
            for evidence in affiliation.evidence:
                self._is_of_this_document(affiliation.id, evidence.document_id)
                self._slices(affiliation.id, (evidence.span,))
        for event in self.events:
            for party in event.parties:
                _refers(event.id, party.source_id, sources)
                self._slices(event.id, party.spans)
        for item in self.attributions:
            self._is_of_this_document(item.id, item.document_id)
            for target in item.targets:
                _refers(item.id, target.source_id, sources)
            for relay in item.via:
                _refers(item.id, relay.source_id, sources)
            _refers(item.id, item.source_id, sources)
            _refers(item.id, item.parent_id, attributions)
            self._slices(item.id, item.all_spans())
        for claim in self.claims:
            _refers(claim.id, claim.attribution_id, attributions)
            _refers(claim.id, claim.event_id, events)
            for participant in claim.participants:
                _refers(claim.id, participant.source_id, sources)
            self._slices(claim.id, claim.all_spans())
        _is_a_forest(self.attributions)
        return self

    def __str__(self) -> str:
        from claimgraph.model import found

        return found.text(self)

    def __repr__(self) -> str:
        from claimgraph.model import found

        return found.text(self, found.PRINTED)

    def _repr_html_(self) -> str:
        from claimgraph.model import found

        return found.html(self)

    def _slices(self, owner: str, spans: Iterable[Span]) -> None:
        text = self.document.text
        for span in spans:
            if text[span.start : span.end] != span.text:
                raise SpanError(
                    f"{owner}: the text at {span.start}:{span.end} is "
                    f"{text[span.start : span.end][:40]!r}, not {span.text[:40]!r}"
                )

    def _is_of_this_document(self, owner: str, document_id: str | None) -> None:
        if document_id is not None and document_id != self.document.id:
            raise RecordError(f"{owner} belongs to {document_id}, not to {self.document.id}")

    def derived_id(self) -> str:
        """From the document, the reader, and everything that was found."""
        found = self.model_dump_json(exclude={"id", "document"})
        return content_id("rdg", self.document.id, found)


def _unique(what: str, ids: Iterable[Id]) -> frozenset[Id]:
    seen: set[Id] = set()
    for each in ids:
        if each in seen:
            raise RecordError(f"the {what} {each} is given twice")
        seen.add(each)
    return frozenset(seen)


def _refers(owner: str, reference: Id | None, known: frozenset[Id]) -> None:
    if reference is not None and reference not in known:
        raise RecordError(f"{owner} refers to {reference}, which is not in this reading")


def _is_a_forest(attributions: Iterable[Attribution]) -> None:
    """Nested attributions must not hold each other in a circle."""
    parents = {item.id: item.parent_id for item in attributions if item.parent_id is not None}
    cleared: set[Id] = set()
    for start in parents:
        path: set[Id] = set()
        step: Id | None = start
        while step is not None and step not in cleared:
            if step in path:
                raise RecordError(f"{step} holds itself through its parents")
            path.add(step)
            step = parents.get(step)
        cleared |= path
