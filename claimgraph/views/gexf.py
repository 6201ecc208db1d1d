"""Graphs as GEXF, the file format of Gephi."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from claimgraph.views.xml_text import attribute, type_of

if TYPE_CHECKING:
    from networkx import MultiDiGraph

#: What is left out: the records as JSON, which no drawing needs; GraphML has them.
LEFT_OUT = frozenset({"record", "holds"})

#: Edges have a type and a kind of their own in Gephi; ours stand beside them under these names.
_OF_EDGES = {"type": "edge_type", "kind": "edge_kind"}

#: The colour of each type of node, apart for most of those who see colours otherwise.
COLOURS = {
    "document": (127, 127, 127),
    "source": (0, 114, 178),
    "event": (240, 228, 66),
    "attribution": (86, 180, 233),
    "claim": (213, 94, 0),
    "question": (0, 158, 115),
}

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta><creator>claimgraph</creator></meta>
<graph defaultedgetype="directed" mode="static">
"""


def gexf(graph: "MultiDiGraph[str]") -> Iterator[str]:
    """A graph as pieces of GEXF 1.3, which Gephi and networkx read.

    Nodes keep their id, ``label``, and attributes with their types; each type of node has a
    colour. Edges that are parallel stay apart: each has its key as id, its ``type`` as label and
    ``kind``; attributes called ``type`` and ``kind``, which mean something else in Gephi, are
    ``edge_type`` and ``edge_kind``; a ``count`` is its weight too. Records as JSON are left out.

    Raises:
        RecordError: An attribute is neither text nor a number nor a boolean.

    >>> from claimgraph.views.material import Material
    >>> from claimgraph.views.network import network
    >>> "".join(gexf(network(Material()))).splitlines()[-1]
    '</gexf>'
    """
    nodes = _Columns("n", (each for _, each in graph.nodes(data=True)))
    edges = _Columns("e", (each for *_, each in graph.edges(data=True)), _OF_EDGES)
    yield _HEAD
    yield from nodes.declared("node")
    yield from edges.declared("edge")
    yield "<nodes>\n"
    for node, data in graph.nodes(data=True):
        label = attribute(data.get("label", node))
        yield f"<node id={attribute(node)} label={label}>"
        yield from nodes.values(data)
        if colour := COLOURS.get(data.get("type", "")):
            red, green, blue = colour
            yield f'<viz:color r="{red}" g="{green}" b="{blue}"/>'
        yield "</node>\n"
    yield "</nodes>\n<edges>\n"
    for start, end, key, data in graph.edges(keys=True, data=True):
        yield f"<edge id={attribute(key)} source={attribute(start)} target={attribute(end)}"
        if "type" in data:
            yield f" kind={attribute(data['type'])} label={attribute(data['type'])}"
        if "count" in data:
            yield f" weight={attribute(float(data['count']))}"
        yield ">"
        yield from edges.values(data)
        yield "</edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"


class _Columns:
    """The attributes that nodes or edges have, with their types."""

    def __init__(
        self,
        prefix: str,
        rows: Iterable[Mapping[str, Any]],
        names: Mapping[str, str] | None = None,
    ) -> None:
        self._names = names or {}
        found: dict[tuple[str, str], str] = {}
        for row in rows:
            for name, value in row.items():
                if name != "label" and name not in LEFT_OUT:
                    found.setdefault((name, type_of(name, value)), f"{prefix}{len(found)}")
        self._ids = found

    def declared(self, of: str) -> Iterator[str]:
        """What a GEXF file says of them beforehand."""
        yield f'<attributes class="{of}" mode="static">\n'
        for (name, kind), number in self._ids.items():
            title = attribute(self._names.get(name, name))
            yield f'<attribute id="{number}" title={title} type="{kind}"/>\n'
        yield "</attributes>\n"

    def values(self, row: Mapping[str, Any]) -> Iterator[str]:
        """The values of one node or edge."""
        yield "<attvalues>"
        for name, value in row.items():
            if name != "label" and name not in LEFT_OUT:
                number = self._ids[name, type_of(name, value)]
                yield f'<attvalue for="{number}" value={attribute(value)}/>'
        yield "</attvalues>"
