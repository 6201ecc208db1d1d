"""Options that several commands share, each with its help."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from claimgraph.ingest import Known

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

Compare = Annotated[
    bool,
    typer.Option(
        "--compare/--no-compare", help="Whether claims are compared with all others as they come."
    ),
]

Limit = Annotated[int | None, typer.Option("--limit", "-n", min=0, help="At most so many.")]

Publisher = Annotated[str, typer.Option(help="Who published articles that do not say so.")]

Published = Annotated[
    str, typer.Option(metavar="TIME", help="When articles came out that do not say so.")
]

Title = Annotated[str, typer.Option(help="The headline of an article that has none of its own.")]

Url = Annotated[str, typer.Option(help="Where an article was published that does not say so.")]

Language = Annotated[
    str, typer.Option(help="What articles are written in that do not say so, such as en-GB.")
]

Encoding = Annotated[
    str, typer.Option(help="How the bytes of all files are written, such as windows-1252.")
]

Replace = Annotated[
    bool, typer.Option("--replace", help="Put U+FFFD for bytes that cannot be decoded; counted.")
]

Again = Annotated[
    bool,
    typer.Option("--read", help="Read texts that come annotated too, in place of the annotation."),
]


def known(
    publisher: str,
    published: str,
    title: str,
    url: str,
    language: str,
    encoding: str,
    replace: bool,
) -> "Known":
    """What a command line says of articles, as :func:`claimgraph.ingest.many.articles` takes it."""
    return {
        "publisher": publisher,
        "published": published or None,
        "title": title,
        "url": url,
        "language": language,
        "encoding": encoding or None,
        "undecodable": "replace" if replace else "refuse",
    }
