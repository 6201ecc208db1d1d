"""Graphs as files: GraphML and node-link JSON, there and back without a loss."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from claimgraph.errors import InputFileError
from claimgraph.views.xml_text import attribute, content, type_of

if TYPE_CHECKING:
    from networkx import MultiDiGraph


_HEAD = """<?xml version="1.0" encoding="utf-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def graphml(graph: "MultiDiGraph[str]") -> Iterator[str]:
    """A graph as pieces of GraphML, so that the whole text need not be held.

    Raises:
        RecordError: An attribute is neither text nor a number nor a boolean.
    """
    keys: dict[tuple[str, str, str], str] = {}
    for of, rows in (
        ("edge", (each for *_, each in graph.edges(data=True))),
        ("node", (each for _, each in graph.nodes(data=True))),
    ):
        for row in rows:
            for name, value in row.items():
                keys.setdefault((of, name, type_of(name, value)), f"d{len(keys)}")
    yield _HEAD
    for (of, name, kind), key in keys.items():
        title = attribute(name)
        yield f'<key id="{key}" for="{of}" attr.name={title} attr.type="{kind}"/>\n'
    yield '<graph edgedefault="directed">\n'
    for node, data in graph.nodes(data=True):
        yield f"<node id={attribute(node)}>"
        yield from _data(keys, "node", data)
        yield "</node>\n"
    for start, end, key, data in graph.edges(keys=True, data=True):
        ends = f"source={attribute(start)} target={attribute(end)}"
        yield f"<edge {ends} id={attribute(key)}>"
        yield from _data(keys, "edge", data)
        yield "</edge>\n"
    yield "</graph>\n</graphml>\n"


def _data(
    keys: Mapping[tuple[str, str, str], str], of: str, row: Mapping[str, Any]
) -> Iterator[str]:
    for name, value in row.items():
        yield f'<data key="{keys[of, name, type_of(name, value)]}">{content(value)}</data>'


def to_graphml(graph: "MultiDiGraph[str]") -> str:
    """A graph as GraphML, which Gephi, yEd, Cytoscape, igraph and networkx read.

    Raises:
        RecordError: An attribute is neither text nor a number nor a boolean.

    >>> from claimgraph.views.material import Material
    >>> from claimgraph.views.network import network
    >>> to_graphml(network(Material())).startswith("<?xml")
    True
    """
    return "".join(graphml(graph))


def from_graphml(text: str) -> "MultiDiGraph[str]":
    """The graph of a GraphML text.

    Raises:
        InputFileError: The text is no GraphML.
    """
    import networkx as nx

    # A declaration of an encoding is for bytes; a text has none any more.
    body = text.partition("?>")[2] if text.lstrip().startswith("<?xml") else text
    try:
        graph = nx.parse_graphml(body, force_multigraph=True, edge_key_type=str)
    except (nx.NetworkXError, ParseError, KeyError, ValueError) as error:
        raise InputFileError(f"this is no GraphML that can be read: {error}") from error
    return nx.MultiDiGraph(graph)


def to_node_link(graph: "MultiDiGraph[str]") -> dict[str, Any]:
    """A graph as plain lists and dictionaries for JSON: ``nodes`` and ``edges``, as d3 and networkx
    have them.
    """
    from networkx import node_link_data

    return dict(node_link_data(graph, edges="edges"))


def from_node_link(data: dict[str, Any]) -> "MultiDiGraph[str]":
    """The graph of node-link data.

    Raises:
        InputFileError: The data has not the form of node-link data.
    """
    import networkx as nx

    try:
        graph = nx.node_link_graph(data, edges="edges")
    except (KeyError, TypeError, AttributeError, nx.NetworkXError) as error:
        raise InputFileError(
            f"this is no node-link data, with 'nodes' and 'edges': {error!r}"
        ) from error
    return nx.MultiDiGraph(graph)


def node_link(graph: "MultiDiGraph[str]") -> Iterator[str]:
    """A graph as pieces of node-link JSON, in ASCII, so that the whole text need not be held."""
    about = {"directed": True, "multigraph": True, "graph": dict(graph.graph)}
    yield _json(about)[:-1] + ', "nodes": [\n'
    nodes = ({**data, "id": node} for node, data in graph.nodes(data=True))
    yield from _separated(nodes)
    yield '\n], "edges": [\n'
    edges = (
        {**data, "source": start, "target": end, "key": key}
        for start, end, key, data in graph.edges(keys=True, data=True)
    )
    yield from _separated(edges)
    yield "\n]}\n"


def _separated(items: Iterable[Any]) -> Iterator[str]:
    for number, item in enumerate(items):
        yield (",\n" if number else "") + _json(item)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True, allow_nan=False)


def to_json(graph: "MultiDiGraph[str]") -> str:
    """A graph as node-link JSON."""
    return "".join(node_link(graph))


def from_json(text: str) -> "MultiDiGraph[str]":
    """The graph of a node-link JSON text.

    Raises:
        InputFileError: The text is no JSON, or no node-link data.
    """
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputFileError(f"this is no JSON: {error}") from error
    if not isinstance(data, dict):
        raise InputFileError("this is no node-link data: it is not an object")
    return from_node_link(data)
