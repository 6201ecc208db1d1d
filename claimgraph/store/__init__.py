"""Readings and everything that joins them, in SQL."""

from claimgraph.store.added import Added
from claimgraph.store.store import Store

__all__ = ["Added", "Store"]
