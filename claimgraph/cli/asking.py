"""``claimgraph claims``, ``sources``, ``relations``, ``events``: queries, a filter an option."""

from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from claimgraph.cli.opening import opened
from claimgraph.cli.options import DEFAULT_STORE, AsOf, Json, Limit, Store
from claimgraph.cli.output import print_json, show
from claimgraph.vocabulary import (
    Certainty,
    ConflictType,
    Form,
    Polarity,
    RelationKind,
    SourceKind,
    SpeechAct,
    Stance,
)

if TYPE_CHECKING:
    from claimgraph.query.asking import ClaimQuestions
    from claimgraph.query.base import Query

    Q = TypeVar("Q", bound=ClaimQuestions[Any])

SaidBy = Annotated[
    list[str] | None,
    typer.Option(metavar="SOURCE", help="Said by one of these, or those who speak for them."),
]
Via = Annotated[list[str] | None, typer.Option(metavar="SOURCE", help="Passed on by one of these.")]
Accusing = Annotated[
    list[str] | None, typer.Option(metavar="SOURCE", help="Accusing one of these.")
]
About = Annotated[str, typer.Option(metavar="WORDS", help="With all these words, in any form.")]
Since = Annotated[str, typer.Option(metavar="TIME", help="Published then or later.")]
Until = Annotated[str, typer.Option(metavar="TIME", help="Published before.")]
Publisher = Annotated[
    list[str] | None, typer.Option(metavar="NAME", help="In documents of one of these.")
]
Contradicted = Annotated[bool, typer.Option("--contradicted", help="That others contradict.")]
Members = Annotated[
    bool, typer.Option("--members/--no-members", help="Whether those who speak for a source count.")
]


def claims(
    store: Store = DEFAULT_STORE,
    said_by: SaidBy = None,
    via: Via = None,
    accusing: Accusing = None,
    about: About = "",
    act: Annotated[
        list[SpeechAct] | None,
        typer.Option(metavar="ACT", help="Such as deny, accuse, no_statement."),
    ] = None,
    stance: Annotated[
        list[Stance] | None, typer.Option(metavar="STANCE", help="Such as denies, accuses, silent.")
    ] = None,
    form: Annotated[
        list[Form] | None, typer.Option(metavar="FORM", help="direct, indirect or mixed.")
    ] = None,
    polarity: Annotated[
        list[Polarity] | None,
        typer.Option(metavar="POLARITY", help="positive, negative or unknown."),
    ] = None,
    certainty: Annotated[
        list[Certainty] | None,
        typer.Option(metavar="CERTAINTY", help="certain, probable, possible …"),
    ] = None,
    kind: Annotated[
        list[SourceKind] | None,
        typer.Option(metavar="KIND", help="Of the source: person, state, media …"),
    ] = None,
    publisher: Publisher = None,
    since: Since = "",
    until: Until = "",
    unit: Annotated[str, typer.Option(help="With a number of these: people, cases.")] = "",
    at_least: Annotated[float | None, typer.Option(help="With a number not below this.")] = None,
    at_most: Annotated[float | None, typer.Option(help="With a number not above this.")] = None,
    contradicted: Contradicted = False,
    contradicted_by: Annotated[
        str, typer.Option(metavar="SOURCE", help="That this one contradicts.")
    ] = "",
    corroborated: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="That N other, independent sources support."),
    ] = None,
    single_source: Annotated[
        bool, typer.Option("--single-source", help="That nobody else supports.")
    ] = False,
    unattributed: Annotated[
        bool, typer.Option("--unattributed", help="In the article's own voice.")
    ] = False,
    members: Members = True,
    order: Annotated[str, typer.Option(help="added, published, said, happened or source.")] = "",
    limit: Limit = None,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Who said what: claims, narrowed by what the options ask."""
    with opened(store, as_of) as graph:
        query = graph.claims().order_by(order) if order else graph.claims()
        query = _said(query, said_by, via, accusing, members)
        query = _when(query, about, since, until, publisher)
        values = {
            "act": act,
            "stance": stance,
            "form": form,
            "polarity": polarity,
            "certainty": certainty,
            "kind": kind,
        }
        query = query.where(**{name: value for name, value in values.items() if value})
        if unit or at_least is not None or at_most is not None:
            query = query.with_quantity(unit, at_least=at_least, at_most=at_most)
        if contradicted or contradicted_by:
            query = query.contradicted(contradicted_by or None)
        if corroborated is not None:
            query = query.corroborated(by_independent=corroborated)
        if single_source:
            query = query.single_source()
        if unattributed:
            query = query.unattributed()
        _show(query, limit, json, "claim")


def sources(
    store: Store = DEFAULT_STORE,
    kind: Annotated[
        list[SourceKind] | None,
        typer.Option(metavar="KIND", help="person, state, media, armed_group …"),
    ] = None,
    member_of: Annotated[
        list[str] | None, typer.Option(metavar="SOURCE", help="Who speak for one of these.")
    ] = None,
    about: About = "",
    since: Since = "",
    until: Until = "",
    contradicted: Contradicted = False,
    limit: Limit = None,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Who speaks, passes on, is accused or takes part."""
    with opened(store, as_of) as graph:
        query = _when(graph.sources(), about, since, until, None)
        if kind:
            query = query.where(kind=kind)
        if member_of:
            query = query.members_of(*member_of)
        if contradicted:
            query = query.contradicted()
        _show(query, limit, json, "source")


def relations(
    store: Store = DEFAULT_STORE,
    kind: Annotated[
        list[RelationKind] | None,
        typer.Option(metavar="KIND", help="Such as contradicts, updates."),
    ] = None,
    type_: Annotated[
        list[ConflictType] | None,
        typer.Option("--type", metavar="TYPE", help="Such as numeric, responsibility."),
    ] = None,
    between: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="A B", help="Between a claim of one and one of the other."),
    ] = None,
    of: Annotated[str, typer.Option(metavar="CLAIM", help="Of this claim, by its id.")] = "",
    about: About = "",
    since: Since = "",
    until: Until = "",
    limit: Limit = None,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """Which claims contradict or support each other, and why."""
    with opened(store, as_of) as graph:
        query = _when(graph.relations(), about, since, until, None)
        if kind:
            query = query.where(kind=kind)
        if type_:
            query = query.where(type=type_)
        if between:
            query = query.between(*between)
        if of:
            query = query.of(of)
        _show(query, limit, json, "relation")


def events(
    store: Store = DEFAULT_STORE,
    kind: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND", help="attack, airstrike, explosion, election …"),
    ] = None,
    about: Annotated[
        str, typer.Option(metavar="WORDS", help="With all these words in the label or the place.")
    ] = "",
    since: Since = "",
    until: Until = "",
    limit: Limit = None,
    as_of: AsOf = "",
    json: Json = False,
) -> None:
    """What claims are about: what happened, where and when."""
    with opened(store, as_of) as graph:
        query = _when(graph.events(), about, since, until, None)
        if kind:
            query = query.where(kind=kind)
        _show(query, limit, json, "event")


def _said(
    query: "Q",
    said_by: list[str] | None,
    via: list[str] | None,
    accusing: list[str] | None,
    members: bool,
) -> "Q":
    if said_by:
        query = query.said_by(*said_by, members=members)
    if via:
        query = query.via(*via, members=members)
    if accusing:
        query = query.accusing(*accusing, members=members)
    return query


def _when(query: "Q", about: str, since: str, until: str, publisher: list[str] | None) -> "Q":
    if about:
        query = query.about(about)
    if since or until:
        query = query.published_between(since or None, until or None)
    if publisher:
        query = query.where(publisher=publisher)
    return query


def _show(query: "Query[Any]", limit: int | None, json: bool, kind: str) -> None:
    """Print what a query finds, record by record."""
    cut = query if limit is None else query.limit(limit)
    if json:
        print_json(cut.plain())
        return
    from claimgraph.console import records

    entry = getattr(records, kind)
    shown = 0
    for row in cut.plain():
        show(entry(row))
        shown += 1
    total = query.count() if limit is not None else shown
    show(f"{query.explain()}: {total:,}" + (f", {shown:,} shown" if shown < total else ""))
