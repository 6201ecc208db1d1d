"""Opens the store that a command names."""

from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph.errors import InputFileError

if TYPE_CHECKING:
    from claimgraph.graph import ClaimGraph


def opened(
    location: str, as_of: str = "", *, create: bool = False, compare: bool = True
) -> "ClaimGraph":
    """The graph in a store.

    Args:
        location: A file or an address.
        as_of: A moment to look back to; "" for now.
        create: Whether to make a store where there is none.
        compare: Whether claims are compared as they are added.

    Raises:
        InputFileError: No store is there, and none is to be made.
        StoreError: It cannot be opened.
    """
    from claimgraph.graph import ClaimGraph

    if not create and "://" not in location and not Path(location).exists():
        raise InputFileError(
            f"there is no store at {location}; make one: claimgraph add FILES --store {location}"
        )
    graph = ClaimGraph.open(location, compare=compare)
    return graph.as_of(as_of) if as_of else graph
