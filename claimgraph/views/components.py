"""Things that belong together because pairs of them do."""

from collections.abc import Iterable, Mapping


def components(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """From each id in ``pairs`` to the smallest of all that it is connected with.

    >>> sorted(components([("b", "c"), ("a", "b"), ("x", "y")]).items())
    [('a', 'a'), ('b', 'a'), ('c', 'a'), ('x', 'x'), ('y', 'x')]
    >>> components([])
    {}
    """
    pairs = list(pairs)
    if not pairs:
        return {}
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from(pairs)
    return {
        member: smallest
        for component in nx.connected_components(graph)
        for smallest in (min(component),)
        for member in component
    }
