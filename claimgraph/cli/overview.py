"""``claimgraph overview``: a first report of a store, or of files without one."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimgraph.cli.bringing import of_files
from claimgraph.cli.opening import opened
from claimgraph.cli.options import DEFAULT_STORE, Again, AsOf, Published, Publisher, Store
from claimgraph.cli.output import show

if TYPE_CHECKING:
    from claimgraph.ingest import Known


def overview(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Files or folders, as for add: shown without a store."),
    ] = None,
    store: Store = DEFAULT_STORE,
    publisher: Publisher = "",
    published: Published = "",
    again: Again = False,
    as_of: AsOf = "",
) -> None:
    """A first report: who said what, who has not answered."""
    from claimgraph.console.overview import overview as pieces

    about: Known = {"publisher": publisher, "published": published or None}
    with opened(store) if not paths else of_files(paths, again=again, **about) as graph:
        for piece in pieces(graph.as_of(as_of) if as_of else graph):
            show(piece)
