"""``claimgraph export``: a store as a file for other programs, or for another store."""

from typing import Annotated

import typer

from claimgraph.cli.opening import opened
from claimgraph.cli.options import DEFAULT_STORE, AsOf, Json, Store
from claimgraph.cli.output import plainly, print_json, progress
from claimgraph.interop.formats import Format


def export(
    path: Annotated[
        str, typer.Argument(help="The file; its ending says what it becomes. Or a folder, with /.")
    ],
    store: Store = DEFAULT_STORE,
    to: Annotated[Format | None, typer.Option(help="The format, where the ending is none.")] = None,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Write the graph to a file or a folder, which appears whole or not at all.

    jsonl: every record, so that `claimgraph add` makes the same store again. csv, parquet: a table
    of the claims; in a folder, all tables. graphml, gexf, json: the network, for Gephi and
    networkx. jsonld: linked data. spacy: a DocBin.
    """
    from claimgraph.graph.exporting import export

    with opened(store, as_of) as graph:
        done = export(graph, path, to, watch=progress)
    if json:
        print_json([{"path": path, "format": done.format.value, **done.counts}])
    else:
        plainly(str(done))
