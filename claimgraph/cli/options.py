"""Options that several commands share, each with its help."""

from typing import Annotated

import typer

#: Where the store is: a file, or the address of a PostgreSQL database.
Store = Annotated[
    str,
    typer.Option(
        "--store",
        "-s",
        help="The store: an SQLite file, or postgresql+psycopg://user@host/name.",
        show_default=True,
    ),
]

#: The store that commands use when none is named.
DEFAULT_STORE = "claims.db"

Json = Annotated[bool, typer.Option("--json", help="Strict JSON Lines instead of a table.")]

AsOf = Annotated[
    str,
    typer.Option(
        "--as-of", metavar="TIME", help="As it could be known then: 2018-11-24, or a moment."
    ),
]

Limit = Annotated[int | None, typer.Option("--limit", "-n", min=0, help="At most so many.")]

Publisher = Annotated[str, typer.Option(help="Who published the documents.")]
