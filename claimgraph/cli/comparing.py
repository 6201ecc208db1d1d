"""``claimgraph compare``, ``why``, ``timeline``, ``matrix``, ``silent``: views of the graph."""

from typing import Annotated, Any

import typer

from claimgraph.cli.opening import opened
from claimgraph.cli.options import DEFAULT_STORE, AsOf, Json, Store
from claimgraph.cli.output import console, print_json

About = Annotated[str, typer.Option(metavar="WORDS", help="Only claims with these words.")]


def why(
    record: Annotated[str, typer.Argument(metavar="ID", help="Of a claim, relation, source …")],
    store: Store = DEFAULT_STORE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """What a record rests on, down to the characters."""
    with opened(store, as_of) as graph:
        _show(graph.why(record), json)


def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="A source, by name or id.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another one.")],
    store: Store = DEFAULT_STORE,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Two sources side by side: where they agree, where not."""
    with opened(store, as_of) as graph:
        _show(graph.compare(a, b), json)


def timeline(
    store: Store = DEFAULT_STORE, about: About = "", as_of: AsOf = "", json: Json = False
) -> None:
    """What happened, was said and was published when."""
    with opened(store, as_of) as graph:
        claims = graph.claims().about(about) if about else graph.claims()
        _show(claims.timeline(), json)


def matrix(
    store: Store = DEFAULT_STORE,
    about: About = "",
    columns: Annotated[
        str, typer.Option(help="entity: each source by itself; side: with its members.")
    ] = "entity",
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """What each source says to each question."""
    with opened(store, as_of) as graph:
        claims = graph.claims().about(about) if about else graph.claims()
        _show(claims.matrix(columns=columns), json)


def silent(
    store: Store = DEFAULT_STORE, about: About = "", as_of: AsOf = "", json: Json = False
) -> None:
    """Who was accused, or asked, and has not answered."""
    with opened(store, as_of) as graph:
        claims = graph.claims().about(about) if about else graph.claims()
        _show(claims.silent(), json)


def _show(view: Any, json: bool) -> None:
    if json:
        print_json(dict(zip(view.fields, row, strict=True)) for row in view.flat_rows())
        return
    from claimgraph.report.views import printed

    console().print(printed(view))
