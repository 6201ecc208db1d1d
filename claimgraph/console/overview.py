"""A first report: who said what, who contradicts whom, who has not answered."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rich.console import RenderableType

from claimgraph.console import records
from claimgraph.console.text import heading, indented, note, sentence, words
from claimgraph.console.views import matrix_row, silence
from claimgraph.views.wording import counted

if TYPE_CHECKING:
    from claimgraph.graph import ClaimGraph


def overview(
    graph: "ClaimGraph", *, sources: int = 10, claims: int = 4, pairs: int = 12
) -> Iterator[RenderableType]:
    """The pieces of the report, each ready to be printed. Nothing in it says who is right.

    Args:
        graph: What to report on.
        sources: How many sources to show, those with the most claims first.
        claims: How many claims of each, in the order of publishing.
        pairs: How many pairs of sources to show a contradiction of, the surest.
    """
    counts = (
        (graph.documents().count(), "article"),
        (graph.attributions().count(), "attribution"),
        (graph.claims().count(), "claim"),
        (graph.relations().count(), "relation"),
    )
    yield words(", ".join(counted(number, noun) for number, noun in counts), "bold")
    yield from _said(graph, sources, claims)
    yield from _contradictions(graph, pairs)
    yield from _silences(graph)
    yield from _questions(graph)


def _said(graph: "ClaimGraph", most: int, claims: int) -> Iterator[RenderableType]:
    yield heading("Who said what")
    assertions = graph.claims().where(type="assertion").order_by("published")
    rows = sorted(graph.sources().plain(), key=lambda row: (-row["claims"], row["name"]))
    speaking = [row for row in rows if row["claims"]]
    for row in speaking[:most]:
        kind = str(row["kind"]).replace("_", " ")
        said = assertions.said_by(row["id"], members=False)
        count = said.count()
        about = note(f" ({kind}), {counted(count, 'claim')}")
        yield indented(sentence(words(row["name"], "bold"), about))
        for each in said.limit(claims).plain():
            where = note(f" · {each['publisher'] or 'publisher unknown'}")
            yield indented(sentence(records.stance(each), ": ", words(each["claim"]), where), 4)
        yield from _more(count - claims, 4)
    yield from _more(len(speaking) - most, 2, "source", "sources")


def _contradictions(graph: "ClaimGraph", most: int) -> Iterator[RenderableType]:
    found = graph.relations().contradictions()
    yield heading(f"Contradictions ({found.count():,})")
    pairs: dict[frozenset[str | None], list[dict[str, Any]]] = {}
    for row in found.order_by("score", descending=True).plain():
        pairs.setdefault(frozenset((row["source_a"], row["source_b"])), []).append(row)
    # The pairs that disagree most come first, with one example each.
    ordered = sorted(pairs.values(), key=lambda rows: -len(rows))
    for rows in ordered[:most]:
        yield indented(records.relation(rows[0], with_id=False))
        yield from _more(len(rows) - 1, 4, "between these two", "between these two")
    yield from _more(len(ordered) - most, 2, "pair of sources", "pairs of sources")


def _silences(graph: "ClaimGraph") -> Iterator[RenderableType]:
    rows = graph.silent().rows
    yield heading(f"Not answered ({len(rows):,})")
    for row in rows:
        yield indented(silence(row))


def _questions(graph: "ClaimGraph") -> Iterator[RenderableType]:
    view = graph.matrix(columns="side")
    yield heading("Question by question")
    for row in view.rows:
        if len(list(view.reported(row))) > 1:
            yield indented(matrix_row(view, row, width=110))
            yield ""


def _more(count: int, indent: int, one: str = "", many: str = "") -> Iterator[RenderableType]:
    """That something was left out, and how much."""
    if count > 0:
        what = one if count == 1 else many
        yield indented(note(f"… and {count:,} more {what}".rstrip()), indent)
