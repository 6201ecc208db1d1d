"""Figures that answer one question, on one scale."""

import math
from collections import Counter
from collections.abc import Iterator

from claimgraph.compare.figures import range_of
from claimgraph.ids import name_key
from claimgraph.model import Claim, Quantity, Relation
from claimgraph.report.compose.numbering import Numbered
from claimgraph.report.content import Figure, Row, Scale, Topic
from claimgraph.views.when import order, written
from claimgraph.views.wording import shortened
from claimgraph.vocabulary import Comparator, ConflictType, RelationKind

_SHARES = frozenset({"share", "percent", "percentage point", "percentage points", "%"})
_COMPARATORS = {
    Comparator.EXACT: "exactly",
    Comparator.ABOUT: "about",
    Comparator.AT_LEAST: "at least",
    Comparator.MORE_THAN: "more than",
    Comparator.UP_TO: "up to",
    Comparator.FEWER_THAN: "fewer than",
    Comparator.BETWEEN: "between",
    Comparator.VAGUE: "a vague word",
    Comparator.FRACTION_OF: "a share of",
}


def scales(of: Numbered, topics: tuple[Topic, ...]) -> tuple[Scale, ...]:
    """The rows in which sources give figures that were compared, each with its figures."""
    by_id = {relation.id: relation for relation in of.material.inner_relations}
    made = []
    for topic in topics:
        for row in topic.rows:
            numeric = [
                by_id[each]
                for each in row.relation_ids
                if by_id[each].type is ConflictType.NUMERIC
                and by_id[each].kind is not RelationKind.NOT_COMPARABLE
            ]
            found = _scale(of, row, numeric)
            if found is not None:
                made.append(found)
    return tuple(made)


def _scale(of: Numbered, row: Row, relations: list[Relation]) -> Scale | None:
    chosen: dict[tuple[str, str], tuple[Claim, Quantity]] = {}
    for relation in relations:
        for claim, quantity in _compared(of, relation):
            # One source that gives one figure in many articles gives it once.
            key = of.speaker(claim).name, name_key(quantity.text) or quantity.text
            known = chosen.setdefault(key, (claim, quantity))
            if of.number[claim.id] < of.number[known[0].id]:
                chosen[key] = claim, quantity
    pairs = sorted(
        _alike(list(chosen.values())),
        key=lambda pair: (*order(of.material.moment(pair[0]))[:1], of.number[pair[0].id]),
    )
    figures = tuple(_figure(of, claim, quantity) for claim, quantity in pairs)
    if len(figures) < 2:
        return None
    units = Counter(quantity.unit for _, quantity in pairs if quantity.unit)
    unit = min(units, key=lambda each: (-units[each], each)) if units else ""
    return Scale(row.question, unit, row.number, row.reason, figures)


def _alike(pairs: list[tuple[Claim, Quantity]]) -> list[tuple[Claim, Quantity]]:
    """Counts and shares stand on different scales: those of which there are more."""
    shares = [pair for pair in pairs if name_key(pair[1].unit) in _SHARES]
    counts = [pair for pair in pairs if name_key(pair[1].unit) not in _SHARES]
    return shares if len(shares) > len(counts) else counts


def _limits(quantity: Quantity) -> tuple[float | None, float | None]:
    """What the words allow. A number without "about" is drawn as it stands, round or not."""
    if quantity.comparator is Comparator.EXACT:
        return quantity.low, quantity.high
    low, high = (float(f"{limit:.10g}") for limit in range_of(quantity))
    return low if math.isfinite(low) else None, high if math.isfinite(high) else None


def _compared(of: Numbered, relation: Relation) -> Iterator[tuple[Claim, Quantity]]:
    """The figures of the two claims that a relation compares, as far as it shows which."""
    for claim_id, other_id in ((relation.a, relation.b), (relation.b, relation.a)):
        claim, other = of.material.claim[claim_id], of.material.claim[other_id]
        document_id = of.material.attribution_of(claim).document_id
        spans = [each.span for each in relation.evidence if each.document_id == document_id]
        known = [each for each in claim.quantities if each.best is not None]
        exact = [
            each
            for each in known
            if each.span
            and any((each.span.start, each.span.end) == (s.start, s.end) for s in spans)
        ]
        units = {name_key(each.unit) for each in other.quantities}
        alike = [each for each in known if name_key(each.unit) in units]
        if found := exact or alike or known:
            yield claim, found[0]


def _figure(of: Numbered, claim: Claim, quantity: Quantity) -> Figure:
    low, high = _limits(quantity)
    moment = of.material.moment(claim)
    unit = quantity.unit
    words = quantity.text if not unit or unit in quantity.text else f"{quantity.text} {unit}"
    return Figure(
        source=of.speaker(claim).name,
        words=shortened(words, 60),
        low=low,
        best=quantity.best,
        high=high,
        comparator=_COMPARATORS[quantity.comparator],
        when=written(moment) if moment else "",
        number=of.number[claim.id],
    )
