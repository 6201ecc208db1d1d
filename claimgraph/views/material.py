"""What a view looks at: records, each once, in one order, with the ways from one to another."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from claimgraph.errors import ConflictError, UnknownRecordError
from claimgraph.model import (
    Affiliation,
    Attribution,
    Claim,
    Document,
    Event,
    Evidence,
    Interval,
    Lineage,
    Question,
    Relation,
    Source,
    Span,
)
from claimgraph.model.base import Id, Identified
from claimgraph.views.parties import Parties, Party

R = TypeVar("R", bound=Identified)


@dataclass(frozen=True)
class Material:
    """The records that a view is made of. Views read nothing else.

    Records may be given in any order, and twice: they are kept once each, sorted by id, so no view
    depends on the order in which a store returns them.

    Attributes:
        documents: The articles.
        sources: Everybody who is named in the other records.
        affiliations: Who speaks for whom.
        events: What the claims are about.
        attributions: Who said what; each stands in one of ``documents``.
        claims: What was said; each rests on one of ``attributions``.
        relations: Between claims. One with an end outside of ``claims`` is looked at by no view.
        questions: Which claims answer what.
        lineages: Between documents or attributions. Views pass over those with an end outside;
            only a trace names it.
        entities: Which sources (and events) are the same: from an id to the id that stands for
            all of them. Ids that are missing stand for themselves.

    Raises:
        ConflictError: Two records with the same id and different content.
        UnknownRecordError: A claim without its attribution, or an attribution without its document.

    >>> Material().claims
    ()
    """

    documents: tuple[Document, ...] = ()
    sources: tuple[Source, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    events: tuple[Event, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    questions: tuple[Question, ...] = ()
    lineages: tuple[Lineage, ...] = ()
    entities: Mapping[Id, Id] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in _RECORDS:
            object.__setattr__(self, name, _once(getattr(self, name)))
        shared = {record.id for record in (*self.sources, *self.events)}
        joined = {
            key: entity
            for key, entity in sorted(self.entities.items())
            if key in shared and entity != key
        }
        object.__setattr__(self, "entities", joined)
        documents = {document.id for document in self.documents}
        attributions = {attribution.id for attribution in self.attributions}
        for item in self.attributions:
            if item.document_id not in documents:
                raise UnknownRecordError(f"{item.id} stands in {item.document_id}, not given here")
        for claim in self.claims:
            if claim.attribution_id not in attributions:
                raise UnknownRecordError(
                    f"{claim.id} rests on {claim.attribution_id}, not given here"
                )

    @cached_property
    def document(self) -> Mapping[Id, Document]:
        """Documents by id."""
        return _by_id(self.documents)

    @cached_property
    def attribution(self) -> Mapping[Id, Attribution]:
        """Attributions by id."""
        return _by_id(self.attributions)

    @cached_property
    def claim(self) -> Mapping[Id, Claim]:
        """Claims by id."""
        return _by_id(self.claims)

    @cached_property
    def event(self) -> Mapping[Id, Event]:
        """Events by id."""
        return _by_id(self.events)

    @cached_property
    def parties(self) -> Parties:
        """Who is who, and who speaks for whom."""
        uses = Counter(item.source_id for item in self.attributions if item.source_id is not None)
        return Parties(self.sources, self.affiliations, self.entities, uses)

    @cached_property
    def claims_of(self) -> Mapping[Id, tuple[Claim, ...]]:
        """The claims of each attribution that has any, in the order of the text."""
        found: defaultdict[Id, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            found[claim.attribution_id].append(claim)
        return {key: tuple(sorted(claims, key=_place_in_text)) for key, claims in found.items()}

    @cached_property
    def inner_relations(self) -> tuple[Relation, ...]:
        """The relations with both ends in ``claims``."""
        return tuple(
            each for each in self.relations if each.a in self.claim and each.b in self.claim
        )

    @cached_property
    def inner_lineages(self) -> tuple[Lineage, ...]:
        """The lineages with both ends in ``documents`` or ``attributions``."""
        known = self.document.keys() | self.attribution.keys()
        return tuple(each for each in self.lineages if {each.from_id, each.to_id} <= known)

    @cached_property
    def questions_of(self) -> Mapping[Id, tuple[Question, ...]]:
        """The questions that each claim answers."""
        found: defaultdict[Id, list[Question]] = defaultdict(list)
        for question in self.questions:
            for claim_id in question.claims:
                if claim_id in self.claim:
                    found[claim_id].append(question)
        return {key: tuple(questions) for key, questions in found.items()}

    def attribution_of(self, claim: Claim) -> Attribution:
        """What the claim rests on."""
        return self.attribution[claim.attribution_id]

    def document_of(self, record: Claim | Attribution) -> Document:
        """The article that a claim or an attribution stands in."""
        item = self.attribution_of(record) if isinstance(record, Claim) else record
        return self.document[item.document_id]

    def event_of(self, claim: Claim) -> Event | None:
        """The event that a claim is about: of events that are the same, the one that stands for
        them.
        """
        if claim.event_id is None:
            return None
        entity = self.entities.get(claim.event_id, claim.event_id)
        return self.event.get(entity) or self.event.get(claim.event_id)

    def speaker(self, record: Claim | Attribution) -> Party:
        """Who says it: a source, or the article itself."""
        item = self.attribution_of(record) if isinstance(record, Claim) else record
        source = self.parties.source(item.source_id)
        return source or self.parties.voice(self.document[item.document_id])

    def evidence(self, record: Claim | Attribution) -> tuple[Evidence, ...]:
        """The characters that a claim rests on, or an attribution's content, else its cue."""
        spans: tuple[Span, ...]
        if isinstance(record, Claim):
            spans, document_id = record.spans, self.attribution_of(record).document_id
        else:
            spans, document_id = record.content or record.cue, record.document_id
        return tuple(Evidence(document_id=document_id, span=span) for span in spans)

    def moment(self, record: Claim | Attribution) -> Interval | None:
        """When it was said, as far as the text tells; else when the article came out."""
        item = self.attribution_of(record) if isinstance(record, Claim) else record
        return item.said or self.document[item.document_id].published


_RECORDS = (
    "documents",
    "sources",
    "affiliations",
    "events",
    "attributions",
    "claims",
    "relations",
    "questions",
    "lineages",
)


def _once(records: Iterable[R]) -> tuple[R, ...]:
    """Each record once, by id."""
    found: dict[Id, R] = {}
    for record in records:
        if found.setdefault(record.id, record) != record:
            raise ConflictError(f"{record.id} is given twice, with different content")
    return tuple(found[key] for key in sorted(found))


def _by_id(records: tuple[R, ...]) -> Mapping[Id, R]:
    return {record.id: record for record in records}


def _place_in_text(claim: Claim) -> tuple[int, int, Id]:
    return claim.spans[0].start, claim.spans[-1].end, claim.id
