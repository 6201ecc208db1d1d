"""``claimgraph overview``: a first report of a store, or of files without one."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimgraph.cli.opening import opened
from claimgraph.cli.options import DEFAULT_STORE, AsOf, Store
from claimgraph.cli.output import show

if TYPE_CHECKING:
    from claimgraph.graph import ClaimGraph


def overview(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Files or folders, as for add: shown without a store."),
    ] = None,
    store: Store = DEFAULT_STORE,
    as_of: AsOf = "",
) -> None:
    """A first report: who said what, who has not answered."""
    from claimgraph.report.overview import overview as pieces

    with opened(store) if not paths else _of_files(paths) as graph:
        for piece in pieces(graph.as_of(as_of) if as_of else graph):
            show(piece)


def _of_files(paths: list[Path]) -> "ClaimGraph":
    """A graph in memory of what some files hold."""
    from claimgraph.graph import ClaimGraph
    from claimgraph.interop import records

    graph = ClaimGraph()
    graph.add(records(*paths))
    return graph
