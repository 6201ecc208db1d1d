"""The records as a graph, for networkx and for every tool that reads what networkx writes."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from claimgraph.errors import RecordError
from claimgraph.model import (
    Affiliation,
    Attribution,
    Claim,
    Document,
    Event,
    Lineage,
    Question,
    Relation,
    Source,
)
from claimgraph.model.base import Id, Identified
from claimgraph.views.material import Material
from claimgraph.views.wording import quoted, shortened

if TYPE_CHECKING:
    from networkx import MultiDiGraph

Attributes = Mapping[str, str | int | float | bool]

#: Which records are nodes, by the ``type`` of the node, and where a material keeps them.
NODES: Mapping[str, tuple[type[Identified], str]] = {
    "document": (Document, "documents"),
    "source": (Source, "sources"),
    "event": (Event, "events"),
    "attribution": (Attribution, "attributions"),
    "claim": (Claim, "claims"),
    "question": (Question, "questions"),
}

#: Which records are edges, by the name of the attribute that tells them from other edges.
EDGES: Mapping[str, tuple[type[Identified], str]] = {
    "affiliation": (Affiliation, "affiliations"),
    "relation": (Relation, "relations"),
    "lineage": (Lineage, "lineages"),
}

#: The type of a node that an edge leads to and that is not in the material.
OUTSIDE = "outside"

#: What XML 1.0 cannot hold, and white space that it would change.
_NOT_IN_XML = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")


def network(material: Material) -> "MultiDiGraph[str]":
    """All records of a material as one typed graph.

    Nodes are documents, sources, events, attributions, claims and questions, under their ids. Every
    node has a ``type``, a ``label`` to show, the record as JSON in ``record``, and its most asked
    fields as plain values; sources and events have the ``entity`` that they are.

    Edges have a ``type`` and a key of their own:

    ============== ============================ ==============================================
    type           from, to                     attributes
    ============== ============================ ==============================================
    SAID           source, attribution
    VIA            attribution, source          position: 0 for the one nearest the speaker
    IN             attribution, document
    WITHIN         attribution, attribution     the second holds the first
    STATES         attribution, claim
    TARGETS        attribution, source          role
    INVOLVES       claim, source                role
    ABOUT          claim, event
    ANSWERS        claim, question
    MEMBER_OF      source, source               role, record
    CONTRADICTS …  claim, claim                 score, reason, symmetric, record: every kind of
                                                relation
    LINEAGE        document or attribution      kind, score, reason, record: from the later to the
                                                one that it comes from
    ============== ============================ ==============================================

    All attributes are strings, numbers or booleans, so GraphML and JSON hold them as they are.

    >>> network(Material()).number_of_nodes()
    0
    """
    from networkx import MultiDiGraph

    graph: MultiDiGraph[str] = MultiDiGraph()
    for kind, (_, name) in NODES.items():
        for record in getattr(material, name):
            graph.add_node(record.id, type=kind, **_node(material, record), record=as_json(record))
    for type_, from_id, to_id, attributes in _edges(material):
        for end in (from_id, to_id):
            if end not in graph:
                graph.add_node(end, type=OUTSIDE, label=end)
        number = graph.number_of_edges(from_id, to_id)
        key = f"{type_}:{from_id}:{to_id}:{number}"
        graph.add_edge(from_id, to_id, key=key, type=type_, **attributes)
    return graph


def from_networkx(graph: "MultiDiGraph[str]") -> Material:
    """The material that a graph of ``network`` was made from, exactly.

    Nodes and edges of other types are passed over, so a graph may have been added to.

    Raises:
        RecordError: A node or an edge of ours lacks its record, or has a broken one.
    """
    found: dict[str, list[Any]] = {name: [] for _, name in (*NODES.values(), *EDGES.values())}
    entities: dict[Id, Id] = {}
    for node, attributes in graph.nodes(data=True):
        if attributes.get("type") in NODES:
            model, name = NODES[attributes["type"]]
            found[name].append(_record(model, attributes, f"the node {node}"))
            if "entity" in attributes:
                entities[node] = attributes["entity"]
    for from_id, to_id, attributes in graph.edges(data=True):
        if attributes.get("holds") in EDGES:
            model, name = EDGES[attributes["holds"]]
            found[name].append(_record(model, attributes, f"the edge {from_id} – {to_id}"))
    return Material(**{name: tuple(records) for name, records in found.items()}, entities=entities)


def _record(model: type[Identified], attributes: Mapping[str, Any], where: str) -> Identified:
    text = attributes.get("record")
    if not isinstance(text, str):
        raise RecordError(
            f"{where} has no 'record', the JSON that network() writes; it cannot be read back"
        )
    return model.model_validate_json(text)


def as_json(record: Identified) -> str:
    """As JSON in ASCII: no format changes a character of it."""
    return json.dumps(record.model_dump(mode="json"), ensure_ascii=True, separators=(",", ":"))


def _node(material: Material, record: Identified) -> dict[str, str | bool]:
    """The label of a node, and what people ask for most."""
    plain: dict[str, str | bool]
    match record:
        case Document():
            plain = {
                "label": record.title or record.publisher or record.id,
                "publisher": record.publisher,
                "published": str(record.published or ""),
                "sha256": record.sha256,
            }
        case Source():
            plain = {
                "label": record.name,
                "kind": record.kind.value,
                "naming": record.naming.value,
                "entity": material.entities.get(record.id, record.id),
            }
        case Event():
            plain = {
                "label": record.label,
                "kind": record.kind,
                "place": record.place.name if record.place else "",
                "time": str(record.time or ""),
                "entity": material.entities.get(record.id, record.id),
            }
        case Attribution():
            plain = {
                "label": shortened(quoted(record.cue or record.content), 60),
                "act": record.act.value,
                "attitude": record.type.value,
                "form": record.form.value if record.form else "",
                "negated": record.negated,
                "said": str(record.said or ""),
            }
        case Claim():
            plain = {
                "label": shortened(record.text, 60),
                "text": record.text,
                "polarity": record.polarity.value,
                "certainty": record.certainty.value,
                "stance": record.stance.value,
            }
        case Question():
            plain = {"label": record.text}
        case _:
            raise AssertionError(record)
    return {
        name: clean(value) if isinstance(value, str) else value for name, value in plain.items()
    }


def _edges(material: Material) -> Iterator[tuple[str, Id, Id, Attributes]]:
    known = {record.id for _, name in NODES.values() for record in getattr(material, name)}
    yield from (edge for edge in _inner_edges(material) if {edge[1], edge[2]} <= known)
    for affiliation in material.affiliations:
        about = {"role": clean(affiliation.role), **_holding("affiliation", affiliation)}
        yield "MEMBER_OF", affiliation.member_id, affiliation.organisation_id, about
    for relation in material.relations:
        yield (
            relation.kind.value.upper(),
            relation.a,
            relation.b,
            {
                "score": relation.score,
                "reason": clean(relation.reason),
                "method": clean(relation.method),
                **_holding("relation", relation),
            },
        )
    for lineage in material.lineages:
        yield (
            "LINEAGE",
            lineage.from_id,
            lineage.to_id,
            {
                "kind": lineage.kind.value,
                "score": lineage.score,
                "reason": clean(lineage.reason),
                "method": clean(lineage.method),
                **_holding("lineage", lineage),
            },
        )


def _inner_edges(material: Material) -> Iterator[tuple[str, Id, Id, Attributes]]:
    """What the records say of each other; their ends may be missing."""
    for item in material.attributions:
        yield "IN", item.id, item.document_id, {}
        if item.source_id is not None:
            yield "SAID", item.source_id, item.id, {}
        if item.parent_id is not None:
            yield "WITHIN", item.id, item.parent_id, {}
        for position, relay in enumerate(item.via):
            yield "VIA", item.id, relay.source_id or "", {"position": position}
        for target in item.targets:
            yield "TARGETS", item.id, target.source_id or "", {"role": target.role.value}
    for claim in material.claims:
        yield "STATES", claim.attribution_id, claim.id, {}
        if claim.event_id is not None:
            yield "ABOUT", claim.id, claim.event_id, {}
        for each in claim.participants:
            yield "INVOLVES", claim.id, each.source_id or "", {"role": each.role.value}
    for question in material.questions:
        yield from (
            ("ANSWERS", claim_id, question.id, {}) for claim_id in dict.fromkeys(question.claims)
        )


def _holding(kind: str, record: Identified) -> dict[str, str]:
    return {"holds": kind, "record": as_json(record)}


def clean(text: str) -> str:
    r"""A text without characters that XML cannot hold or would change.

    >>> clean("one\ntwo\x07")
    'one two '
    """
    return _NOT_IN_XML.sub(" ", text)
