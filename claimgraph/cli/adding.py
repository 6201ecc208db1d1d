"""``claimgraph add``: files of readings, relations and judgements into a store."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimgraph.cli.opening import opened
from claimgraph.cli.options import DEFAULT_STORE, Json, Store
from claimgraph.cli.output import print_json, progress

if TYPE_CHECKING:
    from claimgraph.interop.jsonl import TopRecord


def add(
    paths: Annotated[
        list[Path], typer.Argument(help="Files ending in .jsonl or .ann, or folders of them.")
    ],
    store: Store = DEFAULT_STORE,
    publisher: Annotated[str, typer.Option(help="Who published brat's documents.")] = "",
    published: Annotated[
        str, typer.Option(metavar="TIME", help="When brat's documents came out.")
    ] = "",
    json: Json = False,
) -> None:
    """Add readings, relations, questions, lineages and judgements.

    All files are checked before the first record is added: a broken line adds nothing. What is
    there already changes nothing.
    """
    from claimgraph.interop.anything import files, in_order, load

    about = {
        key: value for key, value in (("publisher", publisher), ("published", published)) if value
    }
    found = files(paths)

    def records() -> "Iterator[TopRecord]":
        for path in found:
            yield from load(path, **about)

    with progress(records(), "checking") as checked:
        total = sum(1 for _ in checked)
    with opened(store, create=True) as graph, progress(records(), "adding", total) as items:
        added = graph.add(in_order(items))
    counts = {name: count for name, count in asdict(added).items() if count}
    if json:
        print_json([asdict(added)])
    else:
        listed = ", ".join(f"{count:,} {name}" for name, count in counts.items()) or "nothing new"
        typer.echo(f"{store}: {listed}")
