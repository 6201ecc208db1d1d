import json
from typing import Any

import networkx as nx
import pytest

from claimgraph.errors import InputFileError, RecordError
from claimgraph.model import Document
from claimgraph.views.exchange import (
    from_graphml,
    from_json,
    from_node_link,
    to_graphml,
    to_json,
    to_node_link,
)
from claimgraph.views.network import from_networkx, network
from claimgraph.views.source_network import source_network
from tests.factories import (
    article,
    asks,
    contradicts,
    gather,
    happening,
    person,
    relation,
    said,
    source,
    speaks_for,
)
from tests.views.seeds import material as seeds

WIRE = article("Russia accused HTS, TASS said. The alliance denied a part.")
RUSSIA, HTS = source("Russia", "state"), source("HTS", "armed_group")
ALLIANCE, TASS = source("alliance", "armed_group"), source("TASS", "media")
ATTACK = happening("gas attack on Aleppo")
ACCUSES = said(
    WIRE, RUSSIA, "accused HTS", stance="accuses", accusing=HTS, about=ATTACK, via=[TASS]
)
DENIES = said(WIRE, ALLIANCE, "a part", stance="denies", about=ATTACK)
MATERIAL = gather(
    *(ACCUSES, DENIES, contradicts(ACCUSES, DENIES), asks("Who did it?", ACCUSES, DENIES)),
    *(person("Envoy"), speaks_for(person("Envoy"), RUSSIA, "envoy")),
)


Graph = nx.MultiDiGraph


def nodes(graph: "Graph[str]") -> dict[str, dict[str, Any]]:
    return {node: graph.nodes[node] for node in graph}


def edges(graph: "Graph[str]") -> set[tuple[str, str, str]]:
    return {(start, end, each["type"]) for start, end, each in graph.edges(data=True)}


def test_nodes_and_edges_have_their_types() -> None:
    graph = network(MATERIAL)
    assert {each["type"] for each in nodes(graph).values()} == {
        *("document", "source", "attribution", "claim", "event", "question")
    }
    assert {kind for _, _, kind in edges(graph)} == {
        *("SAID", "VIA", "IN", "STATES", "TARGETS", "INVOLVES", "ABOUT", "ANSWERS"),
        *("MEMBER_OF", "CONTRADICTS"),
    }


def test_edges_go_the_way_they_are_named() -> None:
    graph = network(MATERIAL)
    found = {kind: (start, end) for start, end, kind in edges(graph)}
    assert found["VIA"] == (ACCUSES.attribution.id, TASS.id)
    assert found["TARGETS"] == (ACCUSES.attribution.id, HTS.id)
    assert found["MEMBER_OF"] == (person("Envoy").id, RUSSIA.id)
    assert nx.has_path(graph, RUSSIA.id, WIRE.id)


def test_attributes_are_plain_values() -> None:
    graph = network(seeds())
    for _, attributes in graph.nodes(data=True):
        assert all(isinstance(value, str | bool | int | float) for value in attributes.values())
    for *_, attributes in graph.edges(data=True):
        assert all(isinstance(value, str | bool | int | float) for value in attributes.values())


def test_every_edge_has_a_key_of_its_own() -> None:
    keys = [key for *_, key in network(seeds()).edges(keys=True)]
    assert len(keys) == len(set(keys))


def test_the_seeds_come_back_from_every_format() -> None:
    graph = network(seeds())
    assert from_networkx(graph) == seeds()
    assert from_networkx(from_graphml(to_graphml(graph))) == seeds()
    assert from_networkx(from_json(to_json(graph))) == seeds()
    assert from_networkx(from_node_link(to_node_link(graph))) == seeds()


def test_graphml_gives_back_every_node_edge_and_attribute() -> None:
    graph = network(seeds())
    back = from_graphml(to_graphml(graph))
    assert nodes(back) == nodes(graph)
    assert sorted(back.edges(keys=True, data=True), key=str) == sorted(
        graph.edges(keys=True, data=True), key=str
    )


def test_characters_that_xml_cannot_hold_come_back_all_the_same() -> None:
    odd = gather(Document(text="bell \x07, return \r, \ufffe, emoji 😀", title="a\x0bb"))
    assert from_networkx(from_graphml(to_graphml(network(odd)))) == odd


def test_an_end_that_is_not_in_the_material_is_marked() -> None:
    other = said(WIRE, HTS, "Russia")
    graph = network(gather(ACCUSES, contradicts(ACCUSES, other)))
    assert graph.nodes[other.claim.id]["type"] == "outside"
    assert from_networkx(graph).relations[0].b in {other.claim.id, ACCUSES.claim.id}


def test_what_users_add_to_a_graph_is_passed_over() -> None:
    graph = network(MATERIAL)
    graph.add_node("mine", type="note")
    graph.add_edge("mine", RUSSIA.id, type="ABOUT")
    assert from_networkx(graph) == MATERIAL


def test_a_node_without_its_record_is_named() -> None:
    graph = network(MATERIAL)
    del graph.nodes[RUSSIA.id]["record"]
    with pytest.raises(RecordError, match=RUSSIA.id):
        from_networkx(graph)


@pytest.mark.parametrize(
    "text",
    ["", "<graphml", "not xml", '<?xml version="1.0"?><html/>'],
)
def test_what_is_no_graphml_is_refused(text: str) -> None:
    with pytest.raises(InputFileError, match="GraphML"):
        from_graphml(text)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", json.dumps({"nodes": 1, "edges": 2})])
def test_what_is_no_node_link_data_is_refused(text: str) -> None:
    with pytest.raises(InputFileError):
        from_json(text)


def test_the_network_of_sources_says_who_accuses_contradicts_and_relays_whom() -> None:
    graph = source_network(MATERIAL)
    found = edges(graph)
    assert (RUSSIA.id, HTS.id, "ACCUSES") in found
    assert (TASS.id, RUSSIA.id, "RELAYS") in found
    assert {(RUSSIA.id, ALLIANCE.id), (ALLIANCE.id, RUSSIA.id)} & {
        (start, end) for start, end, kind in found if kind == "CONTRADICTS"
    }
    assert graph.nodes[RUSSIA.id]["claims"] == 1


def test_who_updates_points_at_whom() -> None:
    material = gather(ACCUSES, DENIES, relation("updates", ACCUSES, DENIES))
    assert (ALLIANCE.id, RUSSIA.id, "UPDATES") in edges(source_network(material))


def test_the_network_of_sources_goes_through_graphml() -> None:
    graph = source_network(seeds())
    back = from_graphml(to_graphml(graph))
    assert nodes(back) == nodes(graph)
