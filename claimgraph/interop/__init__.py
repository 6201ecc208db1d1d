"""Records in and out of files: JSON Lines, brat standoff, the evaluation's rows, JSON Schema."""

from claimgraph.interop.anything import records

__all__ = ["records"]
