"""``claimgraph schema``: the JSON Schema of records."""

from pathlib import Path
from typing import Annotated

import typer


def schema(
    record: Annotated[
        str,
        typer.Argument(
            help="A record, such as Claim; line for a line of JSON Lines; report for a report."
        ),
    ] = "line",
    publish: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Write all of them into a folder.")
    ] = None,
) -> None:
    """Print the JSON Schema of a record, of a line, or of a report; or write all of them."""
    from claimgraph.atomic import replacing
    from claimgraph.interop.schema import publish as write_all
    from claimgraph.interop.schema import published
    from claimgraph.report import as_json
    from claimgraph.text.json_schema import written

    if publish is not None:
        count = len(write_all(publish)) + 1
        with replacing(publish / f"{as_json.SCHEMA}.json") as file:
            file.write(written(as_json.schema()))
        typer.echo(f"{count} schemas in {publish}")
    elif record == as_json.SCHEMA:
        typer.echo(written(as_json.schema()), nl=False)
    else:
        typer.echo(published(record), nl=False)
