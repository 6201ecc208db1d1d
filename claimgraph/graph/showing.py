"""What a record of a graph shows of itself: with names for ids, and its words in their sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from claimgraph.graph.bound import (
    BoundAttribution,
    BoundClaim,
    BoundDocument,
    BoundEvent,
    BoundRelation,
    BoundSource,
)
from claimgraph.graph.material import Gatherer
from claimgraph.markup.card import Card, Passage, trimmed
from claimgraph.markup.passage import Mark
from claimgraph.model import Attribution, Document, Span, showing
from claimgraph.model.showing import headline, spaced, words_of
from claimgraph.views.passage import passage
from claimgraph.views.when import written
from claimgraph.views.wording import KINDS, counted, stance_words
from claimgraph.vocabulary import RelationKind

if TYPE_CHECKING:
    from claimgraph.graph.bound import Bound
    from claimgraph.graph.graph import ClaimGraph

Facts = Iterator[tuple[str, str]]

#: Characters between two pieces of a statement up to which they are shown in one passage.
_NEAR = 600


def card(graph: "ClaimGraph", record: "Bound") -> Card:
    """A record on a card, as the graph knows it."""
    match record:
        case BoundClaim():
            return _claim(record)
        case BoundAttribution():
            return _attribution(record)
        case BoundRelation():
            return _relation(record)
        case BoundSource():
            return _source(graph, record)
        case BoundDocument():
            plain = showing.card(record)
            facts = [*showing.document_facts(record)]
            if record.published is not None:
                facts[1] = ("published", written(record.published))
            return replace(plain, facts=(*facts, *_found_in(record)))
        case BoundEvent():
            return replace(showing.card(record), facts=tuple(_event(record)))
        case _:
            raise AssertionError(record)


def _claim(claim: BoundClaim) -> Card:
    item, document = claim.attribution, claim.document
    marks = [*_marks(item.source, "source"), *_marks(item.cue, "cue")]
    marks += _marks(claim.spans, "content")
    return Card(
        "claim",
        _speaker(claim),
        stance_words(claim, own_voice=item.source_id is None).lower(),
        showing.TONES.get(claim.stance, "says"),
        claim.text,
        tuple(in_sentences(document, marks)),
        (
            *showing.claim_facts(claim),
            *(fact for fact in showing.attribution_facts(item) if fact[0] in {"through", "said"}),
            ("article", article(document)),
            ("other claims", _ties(claim)),
        ),
        claim.id,
    )


def _ties(claim: BoundClaim) -> str:
    """How many claims it stands against, and with: "contradict 3, agree 2"."""
    told: list[str] = []
    for kind in RelationKind:
        count = claim.relations().where(kind=kind).count()
        if count:
            told.append(f"{count:,} {KINDS[kind][count > 1]}")
    return ", ".join(told) or "none compared with it"


def _attribution(item: BoundAttribution) -> Card:
    source = item.said_by
    name = showing.words_of(item.source) if source is None else source.name
    called = words_of(item.source)
    facts: list[tuple[str, str]] = []
    if source is not None and called and called != name:
        facts.append(("named here", f"“{called}”"))
    facts += showing.attribution_facts(item)
    facts.append(("claims", "; ".join(claim.text for claim in item.claims().limit(5))))
    facts.append(("article", article(item.document)))
    return Card(
        "attribution",
        name or "No source named",
        showing.act_words(item),
        showing.ACT_TONES.get(item.act, "says"),
        passages=tuple(in_sentences(item.document, marks_of(item))),
        facts=tuple(facts),
        id=item.id,
    )


def _relation(relation: BoundRelation) -> Card:
    passages: list[Passage] = []
    facts: list[tuple[str, str]] = []
    for claim in relation.claims():
        document = claim.document
        who = f"{_speaker(claim)} {stance_words(claim).lower()}"
        marks = _marks(claim.spans, "content")
        passages += [replace(each, label=who) for each in in_sentences(document, marks)]
        facts.append((who, f"{claim.text} ({article(document)})"))
    return Card(
        "relation",
        spaced(relation.kind.value).capitalize(),
        spaced(relation.type.value) if relation.type else "",
        showing.KIND_TONES.get(relation.kind.value, "plain"),
        relation.reason,
        tuple(passages),
        (*facts, *showing.relation_facts(relation)),
        relation.id,
    )


def _source(graph: "ClaimGraph", source: BoundSource) -> Card:
    return Card(
        "source",
        source.name,
        spaced(source.kind.value),
        facts=(*showing.source_facts(source), *_sides(graph, source), *_counts(graph, source)),
        id=source.id,
    )


def _sides(graph: "ClaimGraph", source: BoundSource) -> Facts:
    """For whom it speaks, and who speaks for it."""
    gather = Gatherer(graph)
    affiliations = gather.affiliations({source.id})
    ids = {end for each in affiliations for end in (each.member_id, each.organisation_id)}
    sources, same = gather.sources(ids)
    names = {each.id: each.name for each in sources}
    mine = {source.id, *(each for each, entity in same.items() if entity == source.id)}
    bodies: dict[str, dict[str, None]] = {}
    for each in affiliations:
        body = same.get(each.organisation_id, each.organisation_id)
        if each.member_id in mine and body in names:
            bodies.setdefault(names[body], {})[each.role] = None
    # That somebody belongs to a body says nothing more where it is known as what.
    told = [
        f"{role}, {body}" if role else body
        for body, roles in bodies.items()
        for role in roles
        if role or len(roles) == 1
    ]
    yield "speaks for", "; ".join(_few(told))
    members = [each.name for each in graph.sources().members_of(source) if each.id != source.id]
    yield "those who speak for it", "; ".join(_few(members))


def _few(words: list[str], most: int = 6) -> list[str]:
    """The first of many, and how many more there are."""
    return [*words[:most], f"{len(words) - most:,} more"] if len(words) > most + 1 else words


def _counts(graph: "ClaimGraph", source: BoundSource) -> Facts:
    """How much it says, and how much of that others contradict."""
    claims = source.claims(members=False)
    said = claims.count()
    articles = graph.documents().said_by(source, members=False).count() if said else 0
    where = f" in {counted(articles, 'article')}" if said else ""
    yield "says", f"{counted(said, 'claim')}{where}"
    if said:
        yield "of these", f"{claims.contradicted().count():,} contradicted"
    everyone = source.claims().count()
    if everyone > said:
        yield "with them", counted(everyone, "claim")


def _found_in(document: BoundDocument) -> Facts:
    attributions = counted(document.attributions().count(), "attribution")
    yield "found", f"{attributions}, {counted(document.claims().count(), 'claim')}"


def _event(event: BoundEvent) -> Facts:
    facts = dict(showing.event_facts(event))
    if event.time is not None:
        facts["time"] = written(event.time)
    yield from facts.items()
    claims = event.claims()
    articles = counted(event._graph.documents().about(event).count(), "article")
    yield "spoken of in", f"{counted(claims.count(), 'claim')} of {articles}"


def _speaker(claim: BoundClaim) -> str:
    source = claim.source
    if source is not None:
        return source.name
    return f"{claim.document.publisher or 'the article'} (no source given)"


def article(document: Document) -> str:
    """Which article: its publisher, day and title."""
    when = "" if document.published is None else written(document.published)
    return ", ".join(each for each in (document.publisher, when, f"“{headline(document)}”") if each)


def in_sentences(document: Document, marks: Iterable[Mark]) -> Iterator[Passage]:
    """The sentences that marks stand in, with the marks; those far from each other apart."""
    group: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        if group and mark.start > max(each.end for each in group) + _NEAR:
            yield _around(document, group)
            group = []
        group.append(mark)
    if group:
        yield _around(document, group)


def _around(document: Document, marks: list[Mark]) -> Passage:
    whole = document.span(marks[0].start, max(mark.end for mark in marks))
    found = passage(document, whole)
    shifted = tuple(
        replace(mark, start=mark.start - found.start, end=mark.end - found.start) for mark in marks
    )
    return trimmed(Passage(found.text, shifted))


def _marks(spans: Iterable[Span], part: str) -> list[Mark]:
    return [Mark(span.start, span.end, part) for span in spans]


def marks_of(item: Attribution) -> list[Mark]:
    """Where source, cue and content of an attribution stand."""
    parts = (("source", item.source), ("cue", item.cue), ("content", item.content))
    return [mark for part, spans in parts for mark in _marks(spans, part)]
