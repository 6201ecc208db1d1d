"""How many origins the articles have that say the same: "4 articles, 1 origin", and why."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from claimgraph.errors import UnknownRecordError
from claimgraph.markup.html import lines as under_each_other
from claimgraph.model import Claim, Evidence, Lineage
from claimgraph.model.base import Id
from claimgraph.views.called import article
from claimgraph.views.components import components
from claimgraph.views.lineage import lineage
from claimgraph.views.material import Material
from claimgraph.views.parties import Party
from claimgraph.views.view import Scalar, View
from claimgraph.views.when import order
from claimgraph.views.wording import counted, in_quotes, joined, shortened
from claimgraph.vocabulary import LineageKind, RelationKind, Stance


@dataclass(frozen=True)
class Origin:
    """Claims that are not independent of each other.

    Attributes:
        first: The claim that came out first.
        text: What it says.
        sources: Who says it.
        publishers: In whose articles, each article once, the first article first.
        claim_ids: The claims, in the order in which they came out.
        document_ids: The articles, in the same order.
        reasons: Why they are not independent, each reason once; none where there is one article.
        lineage_ids: The lineages that join them.
        evidence: The characters of all claims.
    """

    first: Id
    text: str
    sources: tuple[Party, ...]
    publishers: tuple[str, ...]
    claim_ids: tuple[Id, ...]
    document_ids: tuple[Id, ...]
    reasons: tuple[str, ...]
    lineage_ids: tuple[Id, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, repr=False)
class Origins(View[Origin]):
    """The origins of claims that say the same: those with the most articles first.

    Attributes:
        rows: The origins. Each claim that says something is in exactly one.
        articles: In how many articles the claims stand.
    """

    articles: int = field(default=0)

    fields: ClassVar[tuple[str, ...]] = (
        *("origin", "articles", "sources", "publishers", "reasons", "claims", "first"),
    )

    @property
    def caption(self) -> str:
        """The number of articles and of origins."""
        return f"{counted(self.articles, 'article')}, {counted(len(self.rows), 'origin')}"

    def flat(self, row: Origin) -> Sequence[Scalar]:
        """One origin; several names are joined by a semicolon."""
        return (
            *(row.text, len(row.document_ids), "; ".join(each.name for each in row.sources)),
            *("; ".join(row.publishers), "; ".join(row.reasons), len(row.claim_ids), row.first),
        )

    def lines(self) -> Iterator[str]:
        """Origin by origin."""
        for row in self.rows:
            names = joined([party.name for party in row.sources])
            articles = counted(len(row.document_ids), "article")
            yield f"{names}: {in_quotes(row.text)} ({articles}: {'; '.join(row.publishers)})"
            for reason in row.reasons:
                yield f"    because {reason}"

    @property
    def headers(self) -> Sequence[object]:
        """Whose, what, where, and why it is one."""
        return ("origin", "first said as", "articles", "why they are one")

    def cells(self, row: Origin) -> Sequence[object]:
        """One origin."""
        return (
            joined([party.name for party in row.sources]),
            in_quotes(row.text),
            under_each_other(row.publishers),
            under_each_other(row.reasons),
        )


def origins(
    material: Material,
    claims: Id | Iterable[Id],
    lineages: Iterable[Lineage] | None = None,
) -> Origins:
    """Where claims that say the same come from.

    Claims have one origin where one source says them, where their sources speak for the same body,
    or where lineages join them, in any number of steps. A silence has no origin and is left out.

    Args:
        material: The records.
        claims: A claim, to be taken with all that corroborate it; or the claims themselves, such as
            those of a question.
        lineages: Instead of those that ``lineage(material)`` gives and finds.

    Raises:
        UnknownRecordError: A claim that is not in the material.

    >>> origins(Material(), []).caption
    '0 articles, 0 origins'
    """
    group = _corroborating(material, claims) if isinstance(claims, str) else claims
    chosen = [_claim(material, each) for each in sorted(set(group))]
    members = [claim for claim in chosen if claim.stance not in {Stance.SILENT, Stance.DECLINES}]
    given = tuple(lineage(material).rows if lineages is None else lineages)
    joins = [*_by_speaker(material, members), *_by_lineage(material, members, given)]
    whole = components((join.left, join.right) for join in joins)
    gathered: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in members:
        gathered[whole[claim.attribution_id]].append(claim)
    why: defaultdict[str, list[_Join]] = defaultdict(list)
    for join in joins:
        why[whole[join.left]].append(join)
    rows = [_origin(material, inside, why[key]) for key, inside in gathered.items()]
    rows.sort(key=lambda row: (-len(row.document_ids), row.sources, row.first))
    articles = {material.attribution_of(claim).document_id for claim in members}
    return Origins(tuple(rows), len(articles))


@dataclass(frozen=True)
class _Join:
    """Two ids that have one origin, and why; no reason where it goes without saying."""

    left: str
    right: str
    reason: str = ""
    lineage_id: Id = ""


def _claim(material: Material, claim_id: Id) -> Claim:
    claim = material.claim.get(claim_id)
    if claim is None:
        raise UnknownRecordError(f"there is no claim {claim_id} here; ids begin with 'clm_'")
    return claim


def _corroborating(material: Material, claim_id: Id) -> list[Id]:
    """A claim and those that corroborate it."""
    corroborating = (
        relation.b if relation.a == claim_id else relation.a
        for relation in material.inner_relations
        if relation.kind is RelationKind.CORROBORATES and claim_id in {relation.a, relation.b}
    )
    return [claim_id, *corroborating]


def _by_speaker(material: Material, claims: Sequence[Claim]) -> Iterator[_Join]:
    """Attributions with their speakers, and speakers with those that they speak for."""
    parties = material.parties
    speakers = {material.speaker(claim): material.moment(claim) for claim in claims}
    keys = {party.key for party in speakers}
    for claim in claims:
        yield _Join(claim.attribution_id, material.speaker(claim).key)
    for party, at in sorted(speakers.items()):
        side = parties.side(party.key, at)
        for body in sorted({side, *(parties.above(party.key, at) & keys)} - {party.key}):
            yield _Join(party.key, body, f"{party.name} speaks for {parties.name(body)}")


def _by_lineage(
    material: Material, claims: Sequence[Claim], lineages: Iterable[Lineage]
) -> Iterator[_Join]:
    """What lineages join.

    One between two articles joins what both say themselves; what they say that others said is
    joined by who said it. An article that cites another one in part does not come from it as a
    whole. A statement that comes from an article comes from whom that article has it from, where it
    is clear who that is.
    """
    speakers: defaultdict[Id, set[str]] = defaultdict(set)
    for claim in claims:
        document_id = material.attribution_of(claim).document_id
        speakers[document_id].add(material.speaker(claim).key)

    def end(record_id: Id, *, of_statement: bool) -> str:
        document = material.document.get(record_id)
        if document is None:
            return record_id
        said = speakers.get(record_id, set())
        if of_statement and len(said) == 1:
            return next(iter(said))
        return material.parties.voice(document).key

    for each in lineages:
        both = (each.from_id in material.document, each.to_id in material.document)
        if all(both) and each.kind is LineageKind.CITES:
            continue
        left = end(each.from_id, of_statement=not all(both))
        right = end(each.to_id, of_statement=not all(both))
        if left != right:
            yield _Join(left, right, each.reason, each.id)


def _origin(material: Material, claims: list[Claim], joins: Sequence[_Join]) -> Origin:
    claims.sort(key=lambda each: (order(material.document_of(each).published), each.id))
    documents = tuple(dict.fromkeys(material.document_of(each).id for each in claims))
    speakers = tuple(sorted({material.speaker(each) for each in claims}))
    articles = [material.document[each] for each in documents]
    reasons = dict.fromkeys(_common_sources(material, claims))
    reasons |= dict.fromkeys(
        join.reason for join in joins if join.reason and (join.lineage_id or len(speakers) > 1)
    )
    return Origin(
        first=claims[0].id,
        text=shortened(claims[0].text, 160),
        sources=speakers,
        publishers=tuple(article(document) for document in articles),
        claim_ids=tuple(each.id for each in claims),
        document_ids=documents,
        reasons=tuple(reasons) if len(claims) > 1 else (),
        lineage_ids=tuple(sorted({join.lineage_id for join in joins if join.lineage_id})),
        evidence=tuple(span for each in claims for span in material.evidence(each)),
    )


def _common_sources(material: Material, claims: Sequence[Claim]) -> Iterator[str]:
    """Who says it in several articles."""
    articles: defaultdict[Party, set[Id]] = defaultdict(set)
    for claim in claims:
        articles[material.speaker(claim)].add(material.document_of(claim).id)
    for party, documents in sorted(articles.items()):
        if len(documents) > 1:
            yield f"{party.name} is the source in {len(documents)} articles"
