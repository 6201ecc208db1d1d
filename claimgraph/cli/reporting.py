"""``claimgraph report`` and ``verify``: a report as a file, and whether it still holds."""

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimgraph.cli import codes
from claimgraph.cli.bringing import of_files
from claimgraph.cli.opening import opened
from claimgraph.cli.options import DEFAULT_STORE, AsOf, Json, Published, Publisher, Store
from claimgraph.cli.output import plainly, print_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.graph import ClaimGraph
    from claimgraph.report.writing import Written

Output = Annotated[
    Path, typer.Option("--output", "-o", help="The file: .html, .md, .json, .csv, .xlsx or .svg.")
]
Headline = Annotated[str, typer.Option("--title", help="The headline of the report.")]

_SQLITE = b"SQLite format 3\0"


def report(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="A store; or files or folders, as for add: shown without a store."),
    ] = None,
    output: Output = Path("report.html"),
    store: Store = DEFAULT_STORE,
    title: Headline = "",
    source: Annotated[
        list[str] | None,
        typer.Option(metavar="SOURCE", help="Only what one of these says, or who speaks for it."),
    ] = None,
    about: Annotated[str, typer.Option(metavar="WORDS", help="Only claims with these words.")] = "",
    since: Annotated[str, typer.Option(metavar="TIME", help="Published then or later.")] = "",
    to: Annotated[
        str, typer.Option("--format", help="The format, where the ending is to say nothing.")
    ] = "",
    publisher: Publisher = "",
    published: Published = "",
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Write a report: who says what to which question, with the words behind every statement.

    A page (.html) needs no network and no script; above 2 MB it has further pages beside it.
    """
    from claimgraph.report.writing import format_of

    format_of(output, to or None)  # a wrong ending is told before articles are read
    with _graph(paths or [], store, publisher, published) as graph:
        seen = graph.as_of(as_of) if as_of else graph
        written = seen.report(
            output,
            title=title,
            sources=source or (),
            about=about or None,
            since=since or None,
            format=to or None,
        )
    tell_written(written, json=json)


def verify(
    path: Annotated[Path, typer.Argument(help="A report: .html with its pages, or .json.")],
    store: Store = DEFAULT_STORE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Check every statement of a report against a store; 3 where one does not resolve.

    Only the report's own files are read: whoever has made them, and whatever became of them since.
    """
    from claimgraph.graph.known import lookup
    from claimgraph.report.verifying import verify as check

    with opened(store, as_of) as graph:
        found = check(path, lookup(graph))
    if json:
        counts = {
            name: getattr(found, name)
            for name in ("pages", "statements", "claims", "texts", "characters")
        }
        print_json([{"path": str(path), **counts, "problems": found.problems}])
    else:
        for problem in found.problems:
            plainly(problem)
        plainly(str(found))
    if not found:
        raise typer.Exit(codes.FAULTS)


def tell_written(written: "Written", *, json: bool) -> None:
    """Say which files were written."""
    if json:
        print_json(
            [
                {
                    "path": str(written.path),
                    "format": written.format.value,
                    "paths": [str(path) for path in written.paths],
                    "articles": written.articles,
                    "claims": written.claims,
                }
            ]
        )
    else:
        plainly(str(written))


@contextmanager
def _graph(paths: list[Path], store: str, publisher: str, published: str) -> "Iterator[ClaimGraph]":
    """The graph in a store, or one in memory of what some files hold."""
    if not paths or (len(paths) == 1 and _is_store(paths[0])):
        with opened(str(paths[0]) if paths else store) as graph:
            yield graph
        return
    with of_files(paths, publisher=publisher, published=published or None) as graph:
        yield graph


def _is_store(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False
