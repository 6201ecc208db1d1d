"""Who repeats whom: which outlets pass on what others have, and which of them echo each other."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from claimgraph.markup.html import lines as under_each_other
from claimgraph.model import Document
from claimgraph.model.base import Id
from claimgraph.views.material import Material
from claimgraph.views.parties import Party
from claimgraph.views.view import Scalar, View
from claimgraph.views.wording import counted, joined


@dataclass(frozen=True)
class Repetition:
    """That one outlet repeats another one, or somebody through whom statements came to it.

    Attributes:
        outlet: Who repeats.
        origin: Whom.
        count: How often.
        kinds: As what: relays, same text, same statement, same origin, cites; with numbers.
        attribution_ids: Attributions that came through a relay.
        lineage_ids: The lineages.
    """

    outlet: Party
    origin: Party
    count: int
    kinds: tuple[tuple[str, int], ...]
    attribution_ids: tuple[Id, ...]
    lineage_ids: tuple[Id, ...]


@dataclass(frozen=True)
class Cluster:
    """Outlets that repeat each other, or the same origins, more than they do others."""

    outlets: tuple[Party, ...]
    repetitions: int


@dataclass(frozen=True, repr=False)
class Repetitions(View[Repetition]):
    """Who repeats whom: the most often first, then by name.

    Attributes:
        rows: Each outlet with each of those that it repeats.
        clusters: Communities of the network of repetitions, the largest first (Blondel et al. 2008,
            the Louvain method).
    """

    clusters: tuple[Cluster, ...] = field(default=())

    fields: ClassVar[tuple[str, ...]] = ("outlet", "repeats", "count", "as", "outlet_id", "id")

    @property
    def caption(self) -> str:
        """How much there is."""
        outlets = len({row.outlet for row in self.rows})
        times = counted(sum(row.count for row in self.rows), "repetition")
        return f"{counted(outlets, 'outlet')} with {times} of others"

    def flat(self, row: Repetition) -> Sequence[Scalar]:
        """One pair."""
        return (
            *(row.outlet.name, row.origin.name, row.count, _as(row)),
            *(row.outlet.key, row.origin.key),
        )

    def lines(self) -> Iterator[str]:
        """Pair by pair, then the clusters."""
        for row in self.rows:
            yield f"{row.outlet.name} repeats {row.origin.name}: {_as(row)}"
        for cluster in self.clusters:
            names = joined([party.name for party in cluster.outlets])
            yield f"cluster: {names} ({counted(cluster.repetitions, 'repetition')})"

    @property
    def headers(self) -> Sequence[object]:
        """Who, whom, how often, as what."""
        return ("outlet", "repeats", "times", "as")

    def cells(self, row: Repetition) -> Sequence[object]:
        """One pair."""
        kinds = [f"{count} {kind}" for kind, count in row.kinds]
        return (row.outlet.name, row.origin.name, row.count, under_each_other(kinds))


def who_repeats_whom(material: Material) -> Repetitions:
    """Which outlets pass on what others have.

    An outlet is the publisher of an article. It repeats the relays that its articles name, and the
    outlets that its articles or attributions have a lineage to. Give a material whose ``lineages``
    are those that `lineage` returns, to count found ones as well.

    >>> from claimgraph.model import Document, Lineage
    >>> wire, daily = (Document(text=name, publisher=name) for name in ("Wire", "Daily"))
    >>> cites = Lineage(from_id=daily.id, to_id=wire.id, kind="cites", reason="it names the wire")
    >>> print(who_repeats_whom(Material(documents=(wire, daily), lineages=(cites,))))
    1 outlet with 1 repetition of others
      Daily repeats Wire: 1 cites
      cluster: Daily and Wire (1 repetition)
    """
    kinds: defaultdict[tuple[Party, Party], Counter[str]] = defaultdict(Counter)
    attributions: defaultdict[tuple[Party, Party], list[Id]] = defaultdict(list)
    lineages: defaultdict[tuple[Party, Party], list[Id]] = defaultdict(list)
    for item in material.attributions:
        outlet = outlet_of(material, material.document_of(item))
        for relay in dict.fromkeys(map(material.parties.of, item.via)):
            if relay.key != outlet.key:
                kinds[outlet, relay]["through it"] += 1
                attributions[outlet, relay].append(item.id)
    for each in material.inner_lineages:
        later, earlier = (_document(material, end) for end in (each.from_id, each.to_id))
        if later is None or earlier is None:
            continue
        pair = outlet_of(material, later), outlet_of(material, earlier)
        if pair[0] != pair[1]:
            kinds[pair][each.kind.value.replace("_", " ")] += 1
            lineages[pair].append(each.id)
    rows = [
        Repetition(
            *(pair[0], pair[1], counts.total(), tuple(sorted(counts.items()))),
            attribution_ids=tuple(sorted(attributions.get(pair, ()))),
            lineage_ids=tuple(sorted(lineages.get(pair, ()))),
        )
        for pair, counts in kinds.items()
    ]
    rows.sort(key=lambda row: (-row.count, row.outlet, row.origin))
    return Repetitions(tuple(rows), _clusters(rows))


def outlet_of(material: Material, document: Document) -> Party:
    """Who publishes a document: the source of that name, else the article's own voice."""
    source = material.parties.named(document.publisher) if document.publisher else None
    return source or material.parties.voice(document)


def _document(material: Material, record_id: Id) -> Document | None:
    item = material.attribution.get(record_id)
    return material.document.get(item.document_id if item else record_id)


def _as(row: Repetition) -> str:
    return ", ".join(f"{count} {kind}" for kind, count in row.kinds)


def _clusters(rows: Sequence[Repetition]) -> tuple[Cluster, ...]:
    """Communities of at least two outlets.

    Nodes are numbered in the order of the parties: the result then depends on nothing but the
    repetitions.
    """
    import networkx as nx

    parties = sorted({party for row in rows for party in (row.outlet, row.origin)})
    number = {party: at for at, party in enumerate(parties)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(parties)))
    for row in sorted(rows, key=lambda row: (row.outlet, row.origin)):
        left, right = number[row.outlet], number[row.origin]
        known = graph.get_edge_data(left, right, {"weight": 0})["weight"]
        graph.add_edge(left, right, weight=known + row.count)
    if not graph.number_of_edges():
        return ()
    found = [
        Cluster(
            tuple(parties[at] for at in sorted(community)),
            sum(graph.edges[edge]["weight"] for edge in graph.subgraph(community).edges()),
        )
        for community in nx.community.louvain_communities(graph, weight="weight", seed=0)
        if len(community) > 1
    ]
    return tuple(sorted(found, key=lambda each: (-len(each.outlets), each.outlets)))
