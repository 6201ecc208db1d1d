"""``claimgraph compare``, ``why``, ``timeline``, ``matrix``, ``silent``: views of the graph."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimgraph.cli.opening import opened
from claimgraph.cli.options import DEFAULT_STORE, AsOf, Json, Store
from claimgraph.cli.output import print_json, show
from claimgraph.cli.reporting import tell_written

if TYPE_CHECKING:
    from claimgraph.graph import ClaimGraph
    from claimgraph.query.claims import Claims
    from claimgraph.views.view import View

About = Annotated[str, typer.Option(metavar="WORDS", help="Only claims with these words.")]


class Columns(StrEnum):
    """Who has a column of the matrix."""

    ENTITY = "entity"
    SIDE = "side"


def why(
    record: Annotated[str, typer.Argument(metavar="ID", help="Of a claim, relation, source …")],
    store: Store = DEFAULT_STORE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """What a record rests on, down to the characters."""
    with opened(store, as_of) as graph:
        found = graph.why(record)
    if json:
        lines = [{"what": what, "words": words} for what, words in found.lines]
        print_json([{"id": record, "why": lines}])
    else:
        from claimgraph.console.views import reasons

        show(reasons(found))


def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="A source, by name or id.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another one.")],
    store: Store = DEFAULT_STORE,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write a report on the two to this file instead."),
    ] = None,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Two sources side by side: where they agree, where not."""
    with opened(store, as_of) as graph:
        found = graph.compare(a, b)
        written = None if output is None else found.report(output)
    if written is not None:
        tell_written(written, json=json)
        return
    if json:
        names = ("question", "relation", "a", "b", "reason")
        print_json(dict(zip(names, row, strict=True)) for row in found.rows())
    else:
        from claimgraph.console.views import comparison

        show(comparison(found))


def timeline(
    store: Store = DEFAULT_STORE, about: About = "", as_of: AsOf = "", json: Json = False
) -> None:
    """What happened, was said and was published when."""
    with opened(store, as_of) as graph:
        _show(graph.timeline(_claims(graph, about)), json)


def matrix(
    store: Store = DEFAULT_STORE,
    about: About = "",
    columns: Annotated[
        Columns, typer.Option(help="Each source by itself, or with those who speak for it.")
    ] = Columns.ENTITY,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """What each source says to each question."""
    with opened(store, as_of) as graph:
        claims = _claims(graph, about)
        side = columns is Columns.SIDE
        _show(graph.matrix(claims, columns="side" if side else "entity"), json)


def silent(
    store: Store = DEFAULT_STORE, about: About = "", as_of: AsOf = "", json: Json = False
) -> None:
    """Who was accused, or asked, and has not answered."""
    with opened(store, as_of) as graph:
        _show(graph.silent(_claims(graph, about)), json)


def _claims(graph: "ClaimGraph", about: str) -> "Claims[Any] | None":
    return graph.claims().about(about) if about else None


def _show(view: "View[Any]", json: bool) -> None:
    if json:
        print_json(dict(zip(view.fields, row, strict=True)) for row in view.flat_rows())
        return
    from claimgraph.console.views import printed

    show(printed(view))
