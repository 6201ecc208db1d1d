"""Files that appear whole or not at all: see :mod:`claimgraph.atomic`."""

from claimgraph.atomic import replacing

__all__ = ["replacing"]
