"""From how many origins the answers to a question come."""

from collections import defaultdict
from collections.abc import Iterable

from claimgraph.model import Lineage
from claimgraph.model.base import Id
from claimgraph.report.compose.numbering import Numbered
from claimgraph.report.content import Origin, Provenance, Row, Topic
from claimgraph.views import origins as views
from claimgraph.views.called import article
from claimgraph.views.lineage import lineage


def provenances(of: Numbered, topics: Iterable[Topic]) -> tuple[Provenance, ...]:
    """The rows whose answers stand in more articles than they have origins."""
    rows = [row for topic in topics for row in topic.rows if len(_articles(of, row)) > 1]
    if not rows:
        return ()
    by_end: defaultdict[Id, list[Lineage]] = defaultdict(list)
    for each in lineage(of.material).rows:
        for end in {each.from_id, each.to_id}:
            by_end[end].append(each)
    made = [_provenance(of, row, by_end) for row in rows]
    return tuple(each for each in made if any(len(one.articles) > 1 for one in each.origins))


def _provenance(of: Numbered, row: Row, by_end: defaultdict[Id, list[Lineage]]) -> Provenance:
    claims = [of.claims[number - 1] for number in row.numbers]
    ends = {claim.attribution_id for claim in claims} | set(_articles(of, row))
    lineages = {each.id: each for end in sorted(ends) for each in by_end.get(end, ())}
    view = views.origins(of.material, [claim.id for claim in claims], lineages.values())
    return Provenance(
        title=row.question,
        caption=view.caption,
        row=row.number,
        origins=tuple(
            Origin(
                sources=tuple(each.name for each in found.sources),
                words=found.text,
                articles=tuple(article(of.material.document[each]) for each in found.document_ids),
                reasons=found.reasons,
                numbers=of.numbers(found.claim_ids),
            )
            for found in view.rows
        ),
    )


def _articles(of: Numbered, row: Row) -> list[Id]:
    found = (
        of.material.attribution_of(of.claims[number - 1]).document_id for number in row.numbers
    )
    return list(dict.fromkeys(found))
