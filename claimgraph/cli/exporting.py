"""``claimgraph export``: a store as a file for other programs, or for another store."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimgraph.cli.opening import opened
from claimgraph.cli.options import DEFAULT_STORE, AsOf, Json, Store
from claimgraph.cli.output import print_json, progress
from claimgraph.errors import QueryError

if TYPE_CHECKING:
    from claimgraph.graph import ClaimGraph


class Format(StrEnum):
    """What can be written; the names are the endings of files."""

    JSONL = "jsonl"
    CSV = "csv"
    GRAPHML = "graphml"
    JSON = "json"


def export(
    path: Annotated[Path, typer.Argument(help="The file; its ending says what it becomes.")],
    store: Store = DEFAULT_STORE,
    to: Annotated[Format | None, typer.Option(help="The format, where the ending is none.")] = None,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Write the graph to a file, which appears whole or not at all.

    jsonl: every record, so that `claimgraph add` makes the same store again. csv: a table of the
    claims. graphml, json: the network, for Gephi and networkx.
    """
    format_ = to or _by_ending(path)
    with opened(store, as_of) as graph:
        if format_ is Format.JSONL and as_of:
            raise QueryError("jsonl holds every record with all judgements; leave out --as-of")
        count, what = _write(graph, path, format_)
    if json:
        print_json([{"path": str(path), "format": format_.value, what: count}])
    else:
        typer.echo(f"{path}: {count:,} {what}")


def _write(graph: "ClaimGraph", path: Path, format_: Format) -> tuple[int, str]:
    """Write the file, and say how many of what are in it."""
    if format_ is Format.JSONL:
        from claimgraph.interop import backup, jsonl

        with progress(backup.records(graph.store), "exporting") as records:
            return jsonl.dump(records, path), "records"
    from claimgraph.atomic import replacing
    from claimgraph.text.strict import compact

    if format_ is Format.CSV:
        from claimgraph.text.cells import write_csv

        claims = graph.claims()
        with replacing(path) as file, progress(claims.plain(), "exporting") as rows:
            return write_csv(rows, claims.fields(), file), "claims"
    from claimgraph.views.exchange import to_graphml, to_node_link

    network = graph.to_networkx()
    text = to_graphml(network) if format_ is Format.GRAPHML else compact(to_node_link(network))
    with replacing(path) as file:
        file.write(text)
    return network.number_of_nodes(), "nodes"


def _by_ending(path: Path) -> Format:
    ending = path.suffix.removeprefix(".").lower()
    if ending not in set(Format):
        known = ", ".join(f".{each.value}" for each in Format)
        raise QueryError(f"{path.name}: the ending names no format; use {known}, or --to")
    return Format(ending)
