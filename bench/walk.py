"""The same question asked of a graph of networkx, which holds everything in memory.

It has the nodes and edges of the graph that the library exports. The walks are written as one would
write them: plain loops, and the words and names are sets already.
"""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from statistics import median
from time import process_time
from typing import Any, TypeVar

import networkx as nx
from sqlalchemy import select

from bench.ask import disputed
from bench.samples import Dispute, draw
from claimgraph.graph import ClaimGraph
from claimgraph.query.times import stretch
from claimgraph.store import Store, schema
from claimgraph.store.rows import key, word_set

G = TypeVar("G")

#: Each way so often, after some that warm up and are not counted.
SAMPLES = 40
WARM_UP = 10


@dataclass(frozen=True)
class Race:
    """The same questions asked in four ways: medians of processor time, in milliseconds.

    Attributes:
        nodes: Of the graph in networkx.
        edges: Of the graph in networkx.
        build_s: Processor time of reading that graph from the store.
        same: Whether all ways found the same number of contradictions, each time.
        query_ms: The query of the library.
        edges_ms: Looking at every edge of the graph.
        nodes_ms: Finding the sources by looking at every node, then following edges.
        follow_ms: Following edges alone, where the sources and their members are known.
    """

    nodes: int
    edges: int
    build_s: float
    same: bool
    query_ms: float
    edges_ms: float
    nodes_ms: float
    follow_ms: float


def race(location: str) -> Race:
    """Ask a filled store, and its claims in a graph of networkx, for the same contradictions."""
    with Store.open(location) as store:
        disputes = draw(store, SAMPLES + WARM_UP, seed=2).disputes
        begin = process_time()
        walked = graph_of(store)
        build_s = process_time() - begin
    with ClaimGraph.open(location) as graph:
        query_ms, found = _median(lambda dispute: disputed(graph, dispute), disputes)
    edges_ms, by_edges = _median(lambda dispute: walk_edges(walked, dispute), disputes)
    nodes_ms, by_nodes = _median(lambda dispute: walk_neighbours(walked, dispute), disputes)
    asked = [Asked(walked, dispute) for dispute in disputes]
    follow_ms, by_following = _median(lambda each: _follow(walked, each), asked)
    return Race(
        nodes=walked.number_of_nodes(),
        edges=walked.number_of_edges(),
        build_s=build_s,
        same=found == by_edges == by_nodes == by_following,
        query_ms=query_ms,
        edges_ms=edges_ms,
        nodes_ms=nodes_ms,
        follow_ms=follow_ms,
    )


def _median(asks: Callable[[G], int], about: Iterable[G]) -> tuple[float, list[int]]:
    cost: list[float] = []
    found: list[int] = []
    for each in about:
        begin = process_time()
        found.append(asks(each))
        cost.append((process_time() - begin) * 1000)
    return median(cost[WARM_UP:]), found


def graph_of(store: Store) -> "nx.MultiDiGraph[str]":
    """The records of a store, as ``ClaimGraph.to_networkx`` has them: the same nodes, edges and
    types. As attributes only what the question needs, ready to be compared.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    names: dict[str, set[str]] = {}
    for row in store.rows(select(schema.source_name)):
        names.setdefault(row.source_id, set()).add(row.key)
    for source, keys in names.items():
        graph.add_node(source, type="source", names=keys)
    for row in store.rows(select(schema.document.c.id)):
        graph.add_node(row.id, type="document")
    for row in store.rows(select(schema.event.c.id, schema.event.c.words)):
        graph.add_node(row.id, type="event", words=set(row.words.split()))
    for row in store.rows(select(schema.attribution)):
        graph.add_node(row.id, type="attribution", act=row.act)
        graph.add_edge(row.id, row.document_id, type="IN")
        if row.source_id is not None:
            graph.add_edge(row.source_id, row.id, type="SAID")
        if row.parent_id is not None:
            graph.add_edge(row.id, row.parent_id, type="WITHIN")
    for row in store.rows(select(schema.claim)):
        words = set(row.words.split())
        graph.add_node(row.id, type="claim", words=words, published=row.published_from)
        graph.add_edge(row.attribution_id, row.id, type="STATES")
        if row.event_id is not None:
            graph.add_edge(row.id, row.event_id, type="ABOUT")
    for row in store.rows(select(schema.affiliation)):
        during = (row.during_from, row.during_to)
        graph.add_edge(row.member_id, row.organisation_id, type="MEMBER_OF", during=during)
    for table, type_ in (
        (schema.relay, "VIA"),
        (schema.target, "TARGETS"),
        (schema.participant, "INVOLVES"),
    ):
        for row in store.rows(select(table).where(table.c.source_id.is_not(None))):
            graph.add_edge(row[0], row.source_id, type=type_)
    for row in store.rows(select(schema.relation.c.a, schema.relation.c.b, schema.relation.c.kind)):
        graph.add_edge(row.a, row.b, type=row.kind.upper())
    for row in store.rows(select(schema.lineage)):
        graph.add_edge(row.from_id, row.to_id, type="LINEAGE")
    return graph


def walk_edges(graph: "nx.MultiDiGraph[str]", dispute: Dispute) -> int:
    """Look at every edge of the graph: is it a contradiction that is asked for?"""
    asked = Asked(graph, dispute)
    found = 0
    for one, other, type_ in _edges(graph.edges(data="type")):
        if type_ == "CONTRADICTS" and (asked.joins(one, other) or asked.joins(other, one)):
            found += asked.is_meant(one, other)
    return found


def walk_neighbours(graph: "nx.MultiDiGraph[str]", dispute: Dispute) -> int:
    """Find the first source by looking at every node, then follow the edges of its claims."""
    return _follow(graph, Asked(graph, dispute))


def _follow(graph: "nx.MultiDiGraph[str]", asked: "Asked") -> int:
    found = 0
    for source in asked.a:
        for attribution in _to(graph, source, "SAID"):
            for claim in _to(graph, attribution, "STATES"):
                if not asked.says(asked.a, source, claim):
                    continue
                others = (*_to(graph, claim, "CONTRADICTS"), *_from(graph, claim, "CONTRADICTS"))
                for other in others:
                    if any(asked.says(asked.b, each, other) for each in _speakers(graph, other)):
                        found += asked.is_meant(claim, other)
    return found


class Asked:
    """A question, with the sources it names found in the graph."""

    def __init__(self, graph: "nx.MultiDiGraph[str]", dispute: Dispute) -> None:
        self.graph = graph
        self.a = crowd(graph, _named(graph, dispute.a))
        self.b = crowd(graph, _named(graph, dispute.b))
        self.topic = set(word_set(dispute.topic))
        during = stretch(dispute.start, dispute.end)
        self.start, self.end = during.start, during.end

    def joins(self, one: str, other: str) -> bool:
        """Whether A said one claim, and B the other."""
        return any(self.says(self.a, each, one) for each in _speakers(self.graph, one)) and any(
            self.says(self.b, each, other) for each in _speakers(self.graph, other)
        )

    def says(self, speakers: dict[str, list[tuple[int, int]]], source: str, claim: str) -> bool:
        """Whether a source was one of these when it said the claim."""
        published = self.graph.nodes[claim]["published"]
        return any(since <= published < until for since, until in speakers.get(source, ()))

    def is_meant(self, one: str, other: str) -> bool:
        """Whether one of the two claims is about the topic, and of the time."""
        return self._is_meant(one) or self._is_meant(other)

    def _is_meant(self, claim: str) -> bool:
        node = self.graph.nodes[claim]
        if not self.start <= node["published"] < self.end:
            return False
        if self.topic <= node["words"]:
            return True
        events = _to(self.graph, claim, "ABOUT")
        return any(self.topic <= self.graph.nodes[event]["words"] for event in events)


def crowd(graph: "nx.MultiDiGraph[str]", named: Iterable[str]) -> dict[str, list[tuple[int, int]]]:
    """Sources and all their members, with the times of membership."""
    members: dict[str, list[tuple[int, int]]] = {}
    waiting = [(source, schema.DAWN, schema.DUSK) for source in named]
    while waiting:
        source, since, until = waiting.pop()
        if (since, until) in members.setdefault(source, []):
            continue
        members[source].append((since, until))
        for member, _, data in graph.in_edges(source, data=True):
            if data["type"] == "MEMBER_OF":
                begins, ends = data["during"]
                if max(since, begins) < min(until, ends):
                    waiting.append((member, max(since, begins), min(until, ends)))
    return members


def _named(graph: "nx.MultiDiGraph[str]", name: str) -> list[str]:
    wanted = key(name)
    return [node for node, names in graph.nodes(data="names", default=()) if wanted in names]


def _speakers(graph: "nx.MultiDiGraph[str]", claim: str) -> Iterator[str]:
    for attribution in _from(graph, claim, "STATES"):
        yield from _from(graph, attribution, "SAID")


def _to(graph: "nx.MultiDiGraph[str]", node: str, type_: str) -> Iterator[str]:
    for _, other, found in _edges(graph.out_edges(node, data="type")):
        if found == type_:
            yield other


def _from(graph: "nx.MultiDiGraph[str]", node: str, type_: str) -> Iterator[str]:
    for other, _, found in _edges(graph.in_edges(node, data="type")):
        if found == type_:
            yield other


def _edges(view: Any) -> Iterable[tuple[str, str, str]]:
    """The stubs of networkx know no edges with a single attribute."""
    found: Iterable[tuple[str, str, str]] = view
    return found


def main() -> None:
    """Race on one store; print the times as JSON."""
    parser = argparse.ArgumentParser(prog="python -m bench.walk", description=__doc__)
    parser.add_argument("location", help="a filled store")
    print(json.dumps(asdict(race(parser.parse_args().location))))


if __name__ == "__main__":
    main()
