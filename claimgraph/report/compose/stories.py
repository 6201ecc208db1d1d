"""Which articles tell of the same story."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise

from claimgraph.model.base import Id

#: Articles of a question that are joined with each other; of more, each with the next.
_MOST = 12


def stories(asked: Iterable[Sequence[Id]]) -> Mapping[Id, Id]:
    """From each article to the one that stands for its story.

    Articles that answer many questions together are of one story (communities by modularity:
    Blondel et al. 2008). One question that two stories happen to share does not make one of them.

    Args:
        asked: For each question the articles that answer it, each once.

    >>> told = stories([["a", "b"], ["a", "b"], ["b", "c"], ["x", "y"], ["x", "y"], ["c", "x"]])
    >>> told["a"] == told["b"], told["x"] == told["y"], told["a"] == told["x"]
    (True, True, False)
    """
    import networkx as nx

    shared: Counter[tuple[Id, Id]] = Counter()
    articles: set[Id] = set()
    for group in asked:
        articles.update(group)
        others = sorted(group)
        pairs = combinations(others, 2) if len(others) <= _MOST else pairwise(others)
        shared.update(pairs)
    graph: nx.Graph[Id] = nx.Graph()
    graph.add_nodes_from(sorted(articles))
    graph.add_weighted_edges_from((a, b, count) for (a, b), count in sorted(shared.items()))
    communities = nx.community.louvain_communities(graph, seed=0) if articles else []
    return {each: min(community) for community in communities for each in community}
