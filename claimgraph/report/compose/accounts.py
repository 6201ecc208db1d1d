"""Counts: what the collection holds, what a report leaves out, and what it does not do."""

from collections.abc import Iterator

from claimgraph.report.compose.numbering import Numbered
from claimgraph.report.content import Alone, Exchange, Fact, Scale, Tone, Topic
from claimgraph.views.timeline import Timeline
from claimgraph.views.when import order, written
from claimgraph.views.wording import counted, joined
from claimgraph.vocabulary import RelationKind

LIMITS = (
    "It does not say who is right.",
    "“Contested” means that two sources cannot both be right as they are quoted here, or that one "
    "rejects what the other says.",
    "“Compatible” means that what the sources say can all hold; it does not mean that it does.",
    "“One source” means that nobody else in this collection speaks to it.",
    "“Not reported” means that these articles report nothing from a source on a question; “made no "
    "statement” means that an article says so.",
    "Figures are drawn as the range that their words allow: “around 100” as 88 to 112; a round "
    "figure as up to 8% off.",
    "Articles are read by a program, which makes mistakes: each claim leads to the words that it "
    "was found in. Read them.",
)


def facts(
    of: Numbered,
    topics: tuple[Topic, ...],
    scales: tuple[Scale, ...],
    exchanges: tuple[Exchange, ...],
) -> Iterator[Fact]:
    """Counts and dates for the head of a report; what there is none of is not counted."""
    material = of.material
    dates = sorted(
        (each.published for each in of.documents if each.published is not None), key=order
    )
    if dates:
        first, last = written(dates[0]), written(dates[-1])
        yield Fact("published", first if first == last else f"{first} to {last}")
    named = {of.speaker(claim) for claim in of.claims if not of.speaker(claim).is_voice}
    relays = sorted(
        {material.parties.of(relay).name for item in material.attributions for relay in item.via}
        - {document.publisher for document in of.documents}
    )
    voices = sum(of.tone(claim) is Tone.OWN_VOICE for claim in of.claims)
    channels = f" ({joined(relays)})" if 0 < len(relays) < 4 else ""
    silences = sum(of.tone(claim) is Tone.SILENT for claim in of.claims)
    contested = sum(each.kind is RelationKind.CONTRADICTS for each in material.inner_relations)
    accused = [each for each in exchanges if each.accusations]
    answered = sum(each.is_answered for each in accused)
    counts = (
        (len(of.documents), "article", "articles", ""),
        (len(named), "source", "sources", ""),
        (len(relays), "channel", "channels", channels),
        (len(of.claims) - voices, "attributed claim", "attributed claims", ""),
        (voices, "claim with no source given", "claims with no source given", ""),
        (sum(len(each.rows) for each in topics), "question", "questions", ""),
        (contested, "contradiction", "contradictions", ""),
        (len(scales), "set of figures compared", "sets of figures compared", ""),
        (len(accused), "party accused", "parties accused", ""),
        (answered, "of them with an answer", "of them with an answer", ""),
        (silences, "recorded silence", "recorded silences", ""),
    )
    for count, one, many, more in counts:
        if count:
            yield Fact((one if count == 1 else many) + more, f"{count:,}")


def left_out(
    of: Numbered,
    topics: tuple[Topic, ...],
    alone: tuple[Alone, ...],
    undated: Timeline,
    whole: tuple[int, int] | None,
) -> Iterator[str]:
    """What is not shown, counted.

    Args:
        of: The records.
        topics: What is shown side by side.
        alone: What is shown for one source.
        undated: The timeline, with the claims that it has no time for.
        whole: How many articles and claims there are in all, where a report is made of some.
    """
    if whole is not None:
        documents, claims = whole
        if documents > len(of.documents):
            yield (
                f"{counted(documents - len(of.documents), 'article')} of {documents:,} in the "
                "collection: the report was asked for others."
            )
        if claims > len(of.claims):
            yield (
                f"{counted(claims - len(of.claims), 'claim')} of {claims:,} in the collection: the "
                "report was asked for others."
            )
    rows = {number for topic in topics for row in topic.rows for number in row.numbers}
    single = {number for each in alone for number in each.numbers}
    rest = len(of.claims) - len(rows | single)
    if rest:
        yield (
            f"{counted(rest, 'claim')} in no table: the articles’ own voice, or words that are "
            "compared with nothing. They are marked in the texts."
        )
    others = sum(1 for topic in topics for row in topic.rows for _ in row.others)
    if others:
        yield f"Columns of their own for {counted(others, 'answer')}: see “other sources”."
    if undated.undated:
        yield f"{counted(len(undated.undated), 'claim')} without a time, in the timeline."
    apart = sum(each.kind is RelationKind.NOT_COMPARABLE for each in of.material.inner_relations)
    if apart:
        yield (
            f"{counted(apart, 'pair')} of claims that were looked at and cannot be compared; each "
            "claim says why."
        )
    bare = len(of.material.attributions) - len({each.attribution_id for each in of.claims})
    if bare:
        yield f"{counted(bare, 'attribution')} in which no claim was found."
    told = {of.material.attribution_of(claim).document_id for claim in of.claims}
    empty = len(of.documents) - len(told)
    if empty:
        yield f"{counted(empty, 'article')} in which no claim was found."
