"""``claimgraph add``: files of readings, relations and judgements into a store."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimgraph.cli.opening import opened
from claimgraph.cli.options import DEFAULT_STORE, Json, Store
from claimgraph.cli.output import print_json, progress
from claimgraph.model import Judgement, Lineage, Question, Reading, Relation

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
    batch: Annotated[
        int, typer.Option(min=1, help="Readings in one transaction: more are faster.")
    ] = 1,
    json: Json = False,
) -> None:
    """Add readings, relations, questions, lineages and judgements.

    All files are checked before the first record is added: a broken line adds nothing. What is
    there already changes nothing.
    """
    from claimgraph.interop.anything import files, load

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
        joining: list[Relation | Question | Lineage] = []
        judgements: list[Judgement] = []

        def readings() -> Iterator[Reading]:
            for record in items:
                if isinstance(record, Reading):
                    yield record
                elif isinstance(record, Judgement):
                    judgements.append(record)
                else:
                    joining.append(record)

        # What joins records goes in after all of them, whatever the order of the files.
        added = graph.store.add(readings(), batch=batch)
        added += graph.store.join(joining)
        added += graph.store.judge(judgements)
    counts = {name: count for name, count in asdict(added).items() if count}
    if json:
        print_json([asdict(added)])
    else:
        listed = ", ".join(f"{count:,} {name}" for name, count in counts.items()) or "nothing new"
        typer.echo(f"{store}: {listed}")
