"""The one door: :class:`ClaimGraph`."""

from claimgraph.graph.graph import ClaimGraph

__all__ = ["ClaimGraph"]
