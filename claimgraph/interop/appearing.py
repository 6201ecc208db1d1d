"""In which article each claim was first seen (schema.org firstAppearance)."""

from collections import defaultdict
from collections.abc import Mapping

from claimgraph.model import Claim, Document
from claimgraph.model.base import Id
from claimgraph.views.material import Material
from claimgraph.vocabulary import LineageKind


def first_appearances(material: Material) -> Mapping[Id, Id]:
    """For each claim, the document in which it stood first, as far back as lineages lead.

    A lineage leads back where both articles have the same statement, or the same text with the
    claim's words in it. Without one, a claim was first seen where it stands.

    >>> first_appearances(Material())
    {}
    """
    back: defaultdict[Id, list[Id]] = defaultdict(list)
    for lineage in material.inner_lineages:
        if lineage.kind in {LineageKind.SAME_TEXT, LineageKind.SAME_STATEMENT}:
            back[lineage.from_id].append(lineage.to_id)
    return {claim.id: _first(material, claim, back) for claim in material.claims}


def _first(material: Material, claim: Claim, back: Mapping[Id, list[Id]]) -> Id:
    item = material.attribution_of(claim)
    found = {item.document_id: material.document[item.document_id]}
    waiting = [item.id, item.document_id]
    seen = set(waiting)
    while waiting:
        for step in back.get(waiting.pop(), ()):
            if step in seen:
                continue
            seen.add(step)
            earlier = material.attribution.get(step)
            document = material.document[earlier.document_id if earlier else step]
            if earlier or all(span.text in document.text for span in claim.spans):
                found[document.id] = document
                waiting += [step, document.id]
    return min(found.values(), key=lambda each: _when(each, item.document_id)).id


def _when(document: Document, own: Id) -> tuple[bool, float, bool, Id]:
    """By when they came out; those of which that is not known last, and the claim's own first."""
    start = document.published.start if document.published else None
    moment = start.timestamp() if start else 0.0
    return start is None, moment, document.id != own, document.id
