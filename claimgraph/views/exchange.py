"""Graphs as files: GraphML and node-link JSON, there and back without a loss."""

import json
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from claimgraph.errors import InputFileError

if TYPE_CHECKING:
    from networkx import MultiDiGraph


def to_graphml(graph: "MultiDiGraph[str]") -> str:
    """A graph as GraphML, which Gephi, yEd, Cytoscape, igraph and networkx read.

    >>> from claimgraph.views.material import Material
    >>> from claimgraph.views.network import network
    >>> to_graphml(network(Material())).startswith("<?xml")
    True
    """
    from networkx import generate_graphml

    return '<?xml version="1.0" encoding="utf-8"?>\n' + "\n".join(generate_graphml(graph)) + "\n"


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


def to_json(graph: "MultiDiGraph[str]") -> str:
    """A graph as node-link JSON."""
    return json.dumps(to_node_link(graph), ensure_ascii=True, allow_nan=False)


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
