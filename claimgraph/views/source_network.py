"""Sources alone as a graph, and what is between them: small enough to draw."""

import json
from collections import defaultdict
from typing import TYPE_CHECKING

from claimgraph.model.base import Id
from claimgraph.views.material import Material
from claimgraph.views.network import clean
from claimgraph.views.parties import Party
from claimgraph.views.silent import silent
from claimgraph.vocabulary import SYMMETRIC

if TYPE_CHECKING:
    from networkx import MultiDiGraph


def source_network(material: Material) -> "MultiDiGraph[str]":
    """Sources alone, and what is between them.

    Nodes are parties, under their keys, with ``label``, ``kind`` (``article`` for articles that
    speak for themselves) and the number of their ``claims``. Edges are counted in ``count``, have
    the ids that they stand for as JSON in ``ids``, and a ``type``:

    - a kind of relation in capitals; ``symmetric`` where it holds both ways, else from who updates,
      refines or retracts to whose claim it was;
    - ``RELAYS``, from who passes on to who speaks;
    - ``ACCUSES``, with the number of ``answered`` accusations;
    - ``MEMBER_OF``, from who belongs to the body.

    >>> source_network(Material()).number_of_nodes()
    0
    """
    from networkx import MultiDiGraph

    graph: MultiDiGraph[str] = MultiDiGraph()
    found: defaultdict[tuple[str, Party, Party], set[Id]] = defaultdict(set)
    for relation in material.inner_relations:
        by, of = (material.speaker(material.claim[each]) for each in (relation.b, relation.a))
        if relation.kind in SYMMETRIC:
            by, of = sorted((by, of))
        found[relation.kind.value.upper(), by, of].add(relation.id)
    for item in material.attributions:
        for relay in item.via:
            found["RELAYS", material.parties.of(relay), material.speaker(item)].add(item.id)
    answered: defaultdict[tuple[str, Party, Party], set[Id]] = defaultdict(set)
    answers = silent(material)
    for silence in answers.rows:
        for accusation in silence.accusations:
            key = ("ACCUSES", accusation.speaker, silence.party)
            found[key].add(accusation.attribution_id)
    for each in answers.answered:
        key = ("ACCUSES", each.accusation.speaker, each.party)
        found[key].add(each.accusation.attribution_id)
        answered[key].add(each.accusation.attribution_id)
    for affiliation in material.affiliations:
        member = material.parties.source(affiliation.member_id)
        body = material.parties.source(affiliation.organisation_id)
        if member and body and member != body:
            found["MEMBER_OF", member, body].add(affiliation.id)
    _add_parties(material, graph, {party for _, *ends in found for party in ends})
    for (type_, left, right), ids in sorted(found.items()):
        graph.add_edge(
            left.key,
            right.key,
            key=f"{type_}:{left.key}:{right.key}",
            type=type_,
            count=len(ids),
            ids=json.dumps(sorted(ids)),
            symmetric=type_.lower() in SYMMETRIC,
            answered=len(answered.get((type_, left, right), ())),
        )
    return graph


def _add_parties(material: Material, graph: "MultiDiGraph[str]", parties: set[Party]) -> None:
    claims: defaultdict[str, int] = defaultdict(int)
    for claim in material.claims:
        claims[material.speaker(claim).key] += 1
    for party in sorted(parties | {material.speaker(claim) for claim in material.claims}):
        kind = "article" if party.is_voice else material.parties.kind(party.key).value
        graph.add_node(party.key, label=clean(party.name), kind=kind, claims=claims[party.key])
