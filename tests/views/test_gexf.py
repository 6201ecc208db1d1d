"""GEXF and GraphML are read by networkx, with every node, edge and attribute."""

import io
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given, settings

from claimgraph.errors import RecordError
from claimgraph.views.exchange import graphml, to_graphml
from claimgraph.views.gexf import LEFT_OUT, gexf
from claimgraph.views.network import network
from claimgraph.views.source_network import source_network
from tests.factories import article, gather, said, source
from tests.materials import materials
from tests.views.seeds import material as seeds

Graph = nx.MultiDiGraph

NASTY = "<&>\"' \x07\x1b[31m\x85\u202e\ufffe\udcff ]]> =1+1 \n\r\t😀 " + "w" * 10_000


def read(graph: "Graph[str]") -> "Graph[str]":
    """A graph that went through GEXF, as networkx has it."""
    return nx.MultiDiGraph(nx.read_gexf(io.BytesIO("".join(gexf(graph)).encode())))


def kept(attributes: dict[str, Any]) -> dict[str, Any]:
    """What GEXF holds of the attributes of a node."""
    return {name: value for name, value in attributes.items() if name not in LEFT_OUT}


def test_every_node_comes_back_with_its_attributes_and_their_types() -> None:
    graph = network(seeds())
    back = read(graph)
    assert set(back) == set(graph)
    for node, attributes in graph.nodes(data=True):
        assert {k: v for k, v in back.nodes[node].items() if k != "viz"} == kept(attributes)


def test_every_edge_comes_back_between_its_ends_and_parallel_ones_stay_apart() -> None:
    graph = network(seeds())
    back = read(graph)
    assert sorted(back.edges(keys=True)) == sorted(graph.edges(keys=True))
    parallel = [pair for pair in set(graph.edges()) if graph.number_of_edges(*pair) > 1]
    assert parallel
    for start, end, key, attributes in graph.edges(keys=True, data=True):
        found = back.edges[start, end, key]
        assert found["label"] == found["edge_type"] == attributes["type"]
        if "score" in attributes:
            assert found["score"] == attributes["score"]
        if attributes["type"] == "LINEAGE":
            assert found["edge_kind"] == attributes["kind"]


def test_each_type_of_node_has_a_colour() -> None:
    back = read(network(seeds()))
    colours = {each["type"]: str(each["viz"]["color"]) for _, each in back.nodes(data=True)}
    assert len(set(colours.values())) == len(colours) == 6


def test_the_network_of_sources_has_its_counts_as_weights() -> None:
    graph = source_network(seeds())
    back = read(graph)
    assert back.number_of_edges() == graph.number_of_edges() > 0
    for *_, attributes in back.edges(data=True):
        assert attributes["weight"] == attributes["count"]


def test_words_of_articles_cannot_break_the_file() -> None:
    graph: Graph[str] = nx.MultiDiGraph()
    graph.add_node("a", label=NASTY, note=NASTY, **{NASTY: True})
    graph.add_edge("a", "a", key=NASTY, type=NASTY, count=2)
    for text in ("".join(gexf(graph)), "".join(graphml(graph))):
        tree = ElementTree.fromstring(text)
        assert {each.tag.rpartition("}")[2] for each in tree.iter()} <= {
            *("gexf", "meta", "creator", "graph", "attributes", "attribute", "attvalues"),
            *("attvalue", "nodes", "node", "edges", "edge", "graphml", "key", "data"),
        }
    back = read(graph)
    assert back.nodes["a"]["note"].endswith("w" * 10_000)
    assert back.nodes["a"]["note"].startswith("<&>\"' ")
    assert "\r\t" in back.nodes["a"]["note"]


@pytest.mark.parametrize("write", [graphml, gexf])
def test_an_attribute_that_no_file_holds_is_named(write: Any) -> None:
    graph: Graph[str] = nx.MultiDiGraph()
    graph.add_node("a", when=["2018"])
    with pytest.raises(RecordError, match="'when' is \\['2018'\\]"):
        list(write(graph))


def test_graphml_is_what_networkx_itself_reads_from_a_file(tmp_path: Any) -> None:
    graph = network(seeds())
    path = tmp_path / "graph.graphml"
    path.write_text(to_graphml(graph), encoding="utf-8")
    back = nx.read_graphml(path, force_multigraph=True)
    assert {node: back.nodes[node] for node in back} == {node: graph.nodes[node] for node in graph}
    assert back.number_of_edges() == graph.number_of_edges()


@given(materials())
@settings(max_examples=25)
def test_any_records_go_through_gexf(material: Any) -> None:
    graph = network(material)
    back = read(graph)
    assert set(back) == set(graph)
    assert back.number_of_edges() == graph.number_of_edges()


def test_an_article_says_what_it_is_called() -> None:
    wire = article("SANA reported 107 cases.", title="Gas “attack” & silence")
    graph = network(gather(said(wire, source("SANA", "media"), "107 cases", cue="reported")))
    assert read(graph).nodes[wire.id]["label"] == "Gas “attack” & silence"
