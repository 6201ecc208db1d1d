"""``claimgraph schema``: the JSON Schema of records."""

from pathlib import Path
from typing import Annotated

import typer


def schema(
    record: Annotated[
        str, typer.Argument(help="A record, such as Claim; line for a line of JSON Lines.")
    ] = "line",
    publish: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Write all of them into a folder.")
    ] = None,
) -> None:
    """Print the JSON Schema of a record, or write all of them."""
    from claimgraph.interop.schema import publish as write_all
    from claimgraph.interop.schema import published

    if publish is None:
        typer.echo(published(record), nl=False)
    else:
        typer.echo(f"{len(write_all(publish))} schemas in {publish}")
