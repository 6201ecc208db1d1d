"""A first report: who said what, who contradicts whom, who has not answered."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType

from claimgraph.report import records
from claimgraph.report.text import heading, indented, note, sentence, words
from claimgraph.report.views import matrix_row, silence

if TYPE_CHECKING:
    from claimgraph.graph import ClaimGraph


def overview(
    graph: "ClaimGraph", *, sources: int = 12, claims: int = 4, pairs: int = 12
) -> Iterator[RenderableType]:
    """The pieces of the report, each ready to be printed. Nothing in it says who is right.

    Args:
        graph: What to report on.
        sources: How many sources to show, those with the most claims first.
        claims: How many claims of each.
        pairs: How many contradictions to show, the surest first.
    """
    counts = (
        (graph.documents().count(), "article"),
        (graph.attributions().count(), "attribution"),
        (graph.claims().count(), "claim"),
        (graph.relations().count(), "relation"),
    )
    yield words(", ".join(f"{n:,} {noun}{'' if n == 1 else 's'}" for n, noun in counts), "bold")
    yield from _said(graph, sources, claims)
    yield from _contradictions(graph, pairs)
    yield from _silences(graph)
    yield from _questions(graph)


def _said(graph: "ClaimGraph", most: int, claims: int) -> Iterator[RenderableType]:
    yield heading("Who said what")
    rows = sorted(graph.sources().plain(), key=lambda row: (-row["claims"], row["name"]))
    speaking = [row for row in rows if row["claims"]]
    for row in speaking[:most]:
        kind = str(row["kind"]).replace("_", " ")
        title = sentence(words(row["name"], "bold"), note(f" ({kind}), {_claims(row['claims'])}"))
        yield indented(title)
        said = graph.claims().said_by(row["id"], members=False).limit(claims)
        for each in said.plain():
            stance = words(each["stance"], records.STANCES.get(each["stance"], ""))
            where = note(f" · {each['publisher'] or 'publisher unknown'}")
            yield indented(sentence(stance, ": ", words(each["claim"]), where), 4)
        if row["claims"] > claims:
            yield indented(note(f"… and {row['claims'] - claims} more"), 4)
    if len(speaking) > most:
        yield indented(note(f"… and {len(speaking) - most} more sources"))


def _contradictions(graph: "ClaimGraph", most: int) -> Iterator[RenderableType]:
    found = graph.relations().contradictions()
    total = found.count()
    yield heading(f"Contradictions ({total})")
    for row in found.order_by("score", descending=True).limit(most).plain():
        yield indented(records.relation(row, with_id=False))
    if total > most:
        yield indented(note(f"… and {total - most} more"))


def _silences(graph: "ClaimGraph") -> Iterator[RenderableType]:
    rows = graph.silent().rows
    yield heading(f"Not answered ({len(rows)})")
    for row in rows:
        yield indented(silence(row))


def _questions(graph: "ClaimGraph") -> Iterator[RenderableType]:
    view = graph.matrix(columns="side")
    yield heading("Question by question")
    for row in view.rows:
        if len(list(view.reported(row))) > 1:
            yield indented(matrix_row(view, row, width=110))


def _claims(count: int) -> str:
    return f"{count} claim{'' if count == 1 else 's'}"
