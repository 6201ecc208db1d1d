"""``claimgraph check`` and ``version``."""

from typing import Annotated

import typer

from claimgraph.cli import codes
from claimgraph.cli.opening import opened
from claimgraph.cli.options import DEFAULT_STORE, Json, Store
from claimgraph.cli.output import print_json


def check(store: Store = DEFAULT_STORE, json: Json = False) -> None:
    """Check a store from end to end; 3 where something is wrong.

    Every span, reference, index and derived table is looked at; nothing is changed.
    """
    with opened(store) as graph:
        faults = graph.store.check()
    if json:
        print_json([{"store": store, "faults": faults}])
    elif faults:
        for fault in faults:
            typer.echo(fault)
    else:
        typer.echo(f"{store}: all is well")
    if faults:
        raise typer.Exit(codes.FAULTS)


def version(
    json: Annotated[bool, typer.Option("--json", help="Strict JSON.")] = False,
) -> None:
    """Say which claimgraph this is, and on which Python."""
    from platform import python_version

    from claimgraph.version import __version__

    if json:
        print_json([{"claimgraph": __version__, "python": python_version()}])
    else:
        typer.echo(f"claimgraph {__version__}, Python {python_version()}")
