"""Records as the nodes of linked data, in the words of schema.org, Web Annotation and PROV.

What those have no word for has one of ours, with ``cg:`` before it.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from claimgraph.interop.appearing import first_appearances
from claimgraph.interop.linked_pieces import (
    Node,
    begins,
    characters,
    filled,
    iri,
    last_day,
    number,
    ref,
    refs,
)
from claimgraph.model import (
    Attribution,
    Claim,
    Document,
    Event,
    Judgement,
    Lineage,
    Participant,
    Relation,
    Relay,
)
from claimgraph.model.base import Id
from claimgraph.text.strict import compact
from claimgraph.views.material import Material
from claimgraph.vocabulary import SYMMETRIC, LineageKind, Polarity, SourceKind, Stance

#: What each kind of source is; for those that are left out schema.org has only Thing.
_KINDS = {
    SourceKind.PERSON: "Person",
    SourceKind.ORGANISATION: "Organization",
    SourceKind.STATE: "GovernmentOrganization",
    SourceKind.ARMED_GROUP: "Organization",
    SourceKind.MEDIA: "NewsMediaOrganization",
    SourceKind.DOCUMENT: "CreativeWork",
}

_SAYS_SO = frozenset({Stance.ASSERTS, Stance.CONFIRMS, Stance.ACCUSES})
_SAYS_NOTHING = frozenset({Stance.SILENT, Stance.DECLINES})


class Linked:
    """The nodes of a material.

    Args:
        material: The records.
    """

    def __init__(self, material: Material) -> None:
        self._material = material
        self._firsts = first_appearances(material)

    def nodes(self, judgements: Iterable[Judgement] = ()) -> Iterator[Node]:
        """All of them: publishers, articles, sources, events, claims, attributions, questions,
        relations, lineages, judgements.
        """
        material = self._material
        publishers = {each.publisher for each in material.documents if each.publisher}
        for name in sorted(publishers):
            yield {"@id": _publisher(name), "@type": "Organization", "name": name}
        yield from map(_document, material.documents)
        yield from (self._source(party.key) for party in material.parties)
        yield from map(self._event, material.events)
        yield from map(self._claim, material.claims)
        yield from map(self._attribution, material.attributions)
        for question in material.questions:
            here = [each for each in question.claims if each in material.claim]
            yield {
                "@id": iri(question.id),
                "@type": "Question",
                "text": question.text,
                "cg:answer": refs(here),
            }
        yield from map(_relation, material.inner_relations)
        for lineage in material.inner_lineages:
            yield from self._lineage(lineage)
        yield from map(_judgement, judgements)

    def _source(self, entity: Id) -> Node:
        parties = self._material.parties
        members = parties.members(entity)
        name = parties.name(entity)
        others = {other for each in members for other in (each.name, *each.aliases)} - {name}
        bodies = parties.bodies(entity)
        kind = parties.kind(entity)
        roles = {affiliation.role for _, affiliation in bodies} - {""}
        return filled(
            {
                "@id": iri(entity),
                "@type": [_KINDS.get(kind, "Thing"), "prov:Agent"],
                "name": name,
                "alternateName": sorted(others),
                "jobTitle": sorted(roles) if kind is SourceKind.PERSON else [],
                "memberOf": refs(body for body, _ in bodies),
                "prov:actedOnBehalfOf": refs(body for body, _ in bodies),
                "cg:kind": kind.value,
                "cg:naming": members[0].naming.value,
            }
        )

    def _event(self, event: Event) -> Node:
        time, place = event.time, event.place
        entity = self._material.entities.get(event.id)
        return filled(
            {
                "@id": iri(event.id),
                "@type": "Event",
                "name": event.label,
                "startDate": time and begins(time),
                "endDate": time and last_day(time),
                "location": place
                and {"@type": "Place", "name": ", ".join((place.name, *place.within))},
                "cg:kind": event.kind,
                "sameAs": entity and ref(entity),
                **self._parts(event.parties),
            }
        )

    def _claim(self, claim: Claim) -> Node:
        material = self._material
        item = material.attribution_of(claim)
        party = material.parties.source(item.source_id)
        document = material.document[item.document_id]
        who = party and ref(party.key)
        node: Node = {
            "@id": iri(claim.id),
            "@type": ["Claim", "prov:Entity"],
            "text": claim.text,
            "appearance": ref(document.id),
            "about": claim.event_id and ref(claim.event_id),
            "mentions": [number(each) for each in claim.quantities],
            "cg:party": who,
            "cg:stance": claim.stance.value,
            "cg:polarity": claim.polarity.value,
            "cg:certainty": claim.certainty.value,
            **self._parts(claim.participants),
            "cg:evidence": characters(document, claim.spans),
            "prov:wasDerivedFrom": ref(item.id),
        }
        if claim.stance in _SAYS_NOTHING:
            del node["appearance"], node["text"]
            node |= {"@type": "cg:Silence", "description": claim.text}
        else:
            node["firstAppearance"] = ref(self._firsts[claim.id])
            if _says_so(claim) and not item.negated:
                node |= {"author": who, "prov:wasAttributedTo": who}
        return filled(node)

    def _attribution(self, item: Attribution) -> Node:
        material = self._material
        document = material.document[item.document_id]
        party = material.parties.source(item.source_id)
        parts = [
            target
            for part in ("source", "cue", "content")
            for target in characters(document, getattr(item, part), part)
        ]
        via = [self._named(relay) for relay in item.via]
        return filled(
            {
                "@id": iri(item.id),
                "@type": ["oa:Annotation", "prov:Entity"],
                "oa:motivatedBy": {"@id": "oa:describing"},
                "oa:hasBody": refs(claim.id for claim in material.claims_of.get(item.id, ())),
                "oa:hasTarget": parts,
                "prov:wasQuotedFrom": ref(document.id),
                "cg:speaker": party and ref(party.key),
                "cg:act": item.act.value,
                "cg:attitude": item.type.value,
                "cg:form": item.form and item.form.value,
                "cg:negated": item.negated,
                "cg:said": item.said and str(item.said),
                "cg:within": item.parent_id and ref(item.parent_id),
                "cg:via": {"@list": via} if via else None,
                **self._parts(item.targets),
            }
        )

    def _parts(self, participants: Iterable[Participant]) -> Node:
        """Who plays which part."""
        found: dict[str, list[object]] = {}
        for each in participants:
            party = self._named(each)
            roles = found.setdefault(f"cg:{each.role.value}", [])
            if party not in roles:
                roles.append(party)
        return dict(found)

    def _named(self, somebody: Participant | Relay) -> object:
        """The source that somebody is; else what the text calls them."""
        party = self._material.parties.source(somebody.source_id)
        return ref(party.key) if party else somebody.name

    def _lineage(self, lineage: Lineage) -> Iterator[Node]:
        """That one comes from another, and why."""
        cites = lineage.kind is LineageKind.CITES
        link = "citation" if cites else "prov:wasDerivedFrom"
        yield {"@id": iri(lineage.from_id), link: ref(lineage.to_id)}
        yield {
            "@id": iri(lineage.id),
            "@type": "cg:Lineage",
            "cg:kind": lineage.kind.value,
            "cg:from": ref(lineage.from_id),
            "cg:to": ref(lineage.to_id),
            "description": lineage.reason,
            "cg:score": lineage.score,
            "cg:method": lineage.method,
        }


def _says_so(claim: Claim) -> bool:
    """Whether the source says what the text of the claim says.

    A denial is written down as what is denied, "HTS was involved", or, then with a negative
    polarity, as what is said instead: "HTS was not involved".
    """
    if claim.stance is Stance.DENIES:
        return claim.polarity is Polarity.NEGATIVE
    return claim.stance in _SAYS_SO


def _document(document: Document) -> Node:
    published = document.published
    is_on_the_web = document.url.lower().startswith(("http://", "https://"))
    return filled(
        {
            "@id": iri(document.id),
            "@type": ["NewsArticle", "prov:Entity"],
            "headline": document.title,
            "url": document.url if is_on_the_web else None,
            "publisher": {"@id": _publisher(document.publisher)} if document.publisher else None,
            "datePublished": published and begins(published),
            "inLanguage": document.language,
            "articleBody": document.text,
            "cg:sha256": document.sha256,
        }
    )


def _relation(relation: Relation) -> Node:
    both = [relation.a, relation.b]
    ways: Node = {"cg:from": ref(relation.b), "cg:to": ref(relation.a)}
    return filled(
        {
            "@id": iri(relation.id),
            "@type": "cg:Relation",
            "cg:kind": relation.kind.value,
            "cg:type": relation.type and relation.type.value,
            **({"cg:between": refs(both)} if relation.kind in SYMMETRIC else ways),
            "description": relation.reason,
            "cg:score": relation.score,
            "cg:independence": relation.independence and relation.independence.value,
            "cg:method": relation.method,
        }
    )


def _judgement(judgement: Judgement) -> Node:
    who: Node = {"@type": ["Person", "prov:Agent"], "name": judgement.by}
    return filled(
        {
            "@id": iri(judgement.id),
            "@type": ["cg:Judgement", "prov:Entity"],
            "cg:decision": judgement.decision.value,
            "cg:subject": {"@list": refs(judgement.subjects)},
            "cg:field": judgement.field,
            "cg:value": compact(judgement.value) if judgement.field else None,
            "description": judgement.reason,
            "prov:wasAttributedTo": who,
            "prov:generatedAtTime": judgement.made.isoformat(),
        }
    )


def _publisher(name: str) -> str:
    return f"urn:claimgraph:publisher:{quote(name, safe='')}"
