"""What a graph knows of the records that a written report names."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from claimgraph.graph.judging import Judging
from claimgraph.graph.material import Gatherer
from claimgraph.model import Attribution, Claim, Judgement
from claimgraph.query.scope import Scope
from claimgraph.report.verifying import Known, Lookup
from claimgraph.store.schema import DAWN
from claimgraph.vocabulary import Decision

#: The decisions that hide a record, or change it.
_DECIDED = {
    Decision.REJECT: "rejected",
    Decision.CORRECT: "corrected",
    Decision.MERGE: "merged",
    Decision.SPLIT: "split",
}


def lookup(graph: Judging) -> Lookup:
    """How :func:`claimgraph.report.verifying.verify` finds the records of a graph."""

    def found(claim_ids: Collection[str], document_ids: Collection[str]) -> Known:
        return known(graph, claim_ids, document_ids)

    return found


def known(graph: Judging, claim_ids: Collection[str], document_ids: Collection[str]) -> Known:
    """The claims and documents with some ids, as far as they can be seen, and what people decided
    on these and on those that cannot be seen.
    """
    gather = Gatherer(graph)
    claims = {each.id: each for each in gather.by_id(graph.claims(), claim_ids)}
    items = _attributions(graph, claims.values())
    said_by = {
        claim.id: source_id
        for claim in claims.values()
        if (source_id := items[claim.attribution_id].source_id) is not None
    }
    _, entities = gather.sources(set(said_by.values()))
    documents = gather.by_id(graph.documents(), document_ids)
    return Known(
        documents={each.id: each for each in documents},
        claims=claims,
        stand_in={each.id: items[each.attribution_id].document_id for each in claims.values()},
        said_by={key: entities.get(each, each) for key, each in said_by.items()},
        decided=_decided(graph, claim_ids),
    )


def _decided(graph: Judging, claim_ids: Collection[str]) -> Mapping[str, str]:
    """What people decided on claims, and on what these rest on, in words."""
    decided: defaultdict[str, list[Judgement]] = defaultdict(list)
    for judgement in graph.judgements():
        if judgement.decision in _DECIDED:
            for subject in judgement.subjects:
                decided[subject].append(judgement)
    if not decided:
        return {}
    # What people have hidden is found in the graph as it was before anybody decided anything.
    before = graph._seen(Scope(graph._scope.published, DAWN, "before any judgement"))
    claims = Gatherer(before).by_id(before.claims(), claim_ids)
    items = _attributions(before, claims)
    found: dict[str, str] = {}
    for claim in claims:
        item = items[claim.attribution_id]
        rests_on = {
            "it": claim.id,
            "its attribution": item.id,
            "its document": item.document_id,
            "its source": item.source_id or "",
        }
        told = [
            f"{what} was {_judged(judgement)}"
            for what, record_id in rests_on.items()
            for judgement in decided.get(record_id, ())
        ]
        if told:
            found[claim.id] = "; ".join(told)
    return found


def _attributions(graph: Judging, claims: Iterable[Claim]) -> dict[str, Attribution]:
    """What claims rest on, by id."""
    ids = {claim.attribution_id for claim in claims}
    return {each.id: each for each in Gatherer(graph).by_id(graph.attributions(), ids)}


def _judged(judgement: Judgement) -> str:
    what = _DECIDED[judgement.decision]
    if judgement.field:
        what = f"{what} in its {judgement.field}"
    return f"{what} by {judgement.by}, {judgement.made.date().isoformat()}: {judgement.reason}"
