"""Where the nodes of a small network stand: close where they are joined, and never on each other.

Each connected part is laid out by stress majorization (Gansner, Koren and North 2004): the distance
on the page follows the number of steps in the network. Then nodes are pushed apart until no box
covers another one, and the parts are set side by side like words on lines. The same network gets
the same places every time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin, sqrt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from networkx import Graph

#: Pixels between two nodes that are joined, sideways (labels are wide) and up and down, and between
#: two boxes at least.
_ACROSS, _ALONG, _GAP = 150.0, 120.0, 14.0

_ROUNDS = 120


@dataclass(frozen=True)
class Box:
    """The room that a node takes with its label: how far it reaches from its middle."""

    left: float
    right: float
    up: float
    down: float

    @property
    def flipped(self) -> "Box":
        """With the label on the other side."""
        return Box(self.left, self.right, self.down, self.up)


@dataclass(frozen=True)
class Layout:
    """Places in pixels, and how large the whole is.

    Attributes:
        places: The middle of each node.
        boxes: The room around it, as it was used.
        flipped: Nodes whose label stands on the other side, where fewer lines are.
        width: Of the whole.
        height: Likewise.
    """

    places: Mapping[str, tuple[float, float]]
    boxes: Mapping[str, Box]
    flipped: frozenset[str]
    width: float
    height: float


def lay_out(
    boxes: Mapping[str, Box], edges: Sequence[tuple[str, str]], *, width: float = 960.0
) -> Layout:
    """A place for every node.

    Args:
        boxes: The room that each needs.
        edges: Which are joined.
        width: The picture is about so wide, or narrower where little is to be shown.

    >>> box = Box(10, 10, 10, 10)
    >>> found = lay_out({"a": box, "b": box}, [("a", "b")])
    >>> abs(found.places["a"][0] - found.places["b"][0]) > 20
    True
    """
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(boxes)
    graph.add_edges_from(edges)
    parts = sorted(map(sorted, nx.connected_components(graph)), key=lambda each: (-len(each), each))
    placed: list[tuple[dict[str, list[float]], float, float]] = []
    rooms = dict(boxes)
    flipped: set[str] = set()
    for part in parts:
        places = _of_part(graph, part)
        for name in part:
            downwards = sum(_down(places[name], places[other]) for other in graph[name])
            if downwards > 0.2:
                flipped.add(name)
                rooms[name] = boxes[name].flipped
        placed.append(_to_corner(_spread(places, rooms, width), rooms))
    found, wide, high = _in_lines(placed, width)
    return Layout(found, rooms, frozenset(flipped), wide, high)


def _down(one: Sequence[float], other: Sequence[float]) -> float:
    """How far a line leads down: from -1, straight up, to 1."""
    x, y = other[0] - one[0], other[1] - one[1]
    return y / (hypot(x, y) or 1.0)


def _of_part(graph: "Graph[str]", nodes: Sequence[str]) -> dict[str, list[float]]:
    """Places in one connected part, its long side level."""
    if len(nodes) == 1:
        return {nodes[0]: [0.0, 0.0]}
    import networkx as nx
    import numpy as np

    order = list(nx.dfs_preorder_nodes(graph.subgraph(nodes), max(nodes, key=_degree(graph))))
    steps = dict(nx.all_pairs_shortest_path_length(graph.subgraph(nodes)))
    wanted = np.array([[float(steps[a][b]) for b in order] for a in order])
    count = len(order)
    circle = [(cos(2 * pi * at / count), sin(2 * pi * at / count) * 0.8) for at in range(count)]
    found = np.array(circle) * sqrt(count)
    off = ~np.eye(count, dtype=bool)
    weights = np.zeros_like(wanted)
    weights[off] = wanted[off] ** -2
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.pinv(laplacian)
    for _ in range(_ROUNDS):
        found = inverse @ (_pull(np, found, wanted, weights) @ found)
    found -= found.mean(axis=0)
    _, _, axes = np.linalg.svd(found, full_matrices=False)
    # The sign of an axis is arbitrary: the busiest node stands on the left, and above.
    found = found @ axes.T
    for axis in (0, 1):
        if found[0, axis] > 0:
            found[:, axis] *= -1
    # Many lines need room, and so do many nodes around one.
    most = max(degree for _, degree in graph.degree(nodes))
    room = max(1.0, sqrt(graph.subgraph(nodes).number_of_edges() / count), min(most / 16, 2.0))
    found = found * (_ACROSS * room, _ALONG * room)
    return {name: [float(x), float(y)] for name, (x, y) in zip(order, found, strict=True)}


def _pull(np: Any, found: Any, wanted: Any, weights: Any) -> Any:
    """The matrix that draws every pair to the distance that it should have."""
    apart = np.sqrt(((found[:, None, :] - found[None, :, :]) ** 2).sum(axis=2))
    apart[apart < 1e-9] = 1e-9
    pull = -weights * wanted / apart
    np.fill_diagonal(pull, 0.0)
    np.fill_diagonal(pull, -pull.sum(axis=1))
    return pull


def _degree(graph: "Graph[str]") -> Any:
    return lambda node: (graph.degree(node), node)


def _spread(
    places: dict[str, list[float]], boxes: Mapping[str, Box], width: float
) -> dict[str, list[float]]:
    """Squeezed into the width, then pushed apart until no box covers another."""
    reach = max(place[0] for place in places.values()) - min(place[0] for place in places.values())
    if reach > width - 160:
        for place in places.values():
            place[0] *= (width - 160) / reach
    names = sorted(places)
    for _ in range(400):
        moved = False
        for at, one in enumerate(names):
            for other in names[at + 1 :]:
                moved |= _part_two(places[one], boxes[one], places[other], boxes[other])
        if not moved:
            break
    return places


def _part_two(one: list[float], a: Box, other: list[float], b: Box) -> bool:
    """Move two boxes apart on the shorter way; whether that was needed."""
    right = min(one[0] + a.right, other[0] + b.right) - max(one[0] - a.left, other[0] - b.left)
    down = min(one[1] + a.down, other[1] + b.down) - max(one[1] - a.up, other[1] - b.up)
    across, along = right + _GAP, down + _GAP
    if across <= 0 or along <= 0:
        return False
    axis, push = (0, across) if across < along else (1, along)
    sign = 1 if one[axis] <= other[axis] else -1
    one[axis] -= sign * (push / 2 + 0.1)
    other[axis] += sign * (push / 2 + 0.1)
    return True


def _to_corner(
    places: dict[str, list[float]], boxes: Mapping[str, Box]
) -> tuple[dict[str, list[float]], float, float]:
    """Places counted from the corner of what they cover, and how large that is."""
    left = min(place[0] - boxes[name].left for name, place in places.items())
    top = min(place[1] - boxes[name].up for name, place in places.items())
    right = max(place[0] + boxes[name].right for name, place in places.items())
    bottom = max(place[1] + boxes[name].down for name, place in places.items())
    return {n: [x - left, y - top] for n, (x, y) in places.items()}, right - left, bottom - top


def _in_lines(
    parts: Sequence[tuple[dict[str, list[float]], float, float]], width: float
) -> tuple[dict[str, tuple[float, float]], float, float]:
    """The parts side by side, each line as high as the highest in it."""
    places: dict[str, tuple[float, float]] = {}
    x = y = line = widest = 0.0
    space = 3 * _GAP
    for nodes, wide, high in sorted(parts, key=lambda part: (-round(part[2]), -round(part[1]))):
        if x and x + wide > width:
            x, y, line = 0.0, y + line + space, 0.0
        places |= {name: (at[0] + x, at[1] + y) for name, at in nodes.items()}
        x, line = x + wide + space, max(line, high)
        widest = max(widest, x - space)
    return places, widest, y + line
