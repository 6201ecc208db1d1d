"""What a record rests on, in words that a person can check."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimgraph.errors import UnknownRecordError
from claimgraph.markup.html import CELL, cut
from claimgraph.markup.html import table as html_table
from claimgraph.model import Attribution, Claim, Document, Event, Judgement, Relation, Source, Span
from claimgraph.model.base import Identified
from claimgraph.vocabulary import Decision

if TYPE_CHECKING:
    from claimgraph.graph.judging import Judging

Line = tuple[str, str]


@dataclass(frozen=True, repr=False)
class Why:
    """What a record rests on, line by line. ``str()`` and a notebook show it.

    Attributes:
        record: The record.
        lines: What is told, and the words: ("cue", "“denied” at 812:818").
    """

    record: Identified
    lines: tuple[Line, ...]

    def __str__(self) -> str:
        width = max((len(name) for name, _ in self.lines), default=0)
        return "\n".join(f"{name:<{width}}  {words}" for name, words in self.lines)

    def __repr__(self) -> str:
        return "\n".join(cut(line, CELL) for line in str(self).splitlines())

    def _repr_html_(self) -> str:
        return html_table(("what", "why"), self.lines, row_headers=True)


def explain(graph: "Judging", record: Identified) -> Why:
    """What a record of a graph rests on."""
    match record:
        case Claim():
            lines = [*_of_claim(graph, record), *_agreement(graph, record)]
        case Attribution():
            lines = list(_of_attribution(graph, record))
        case Relation():
            lines = list(_of_relation(graph, record))
        case Source():
            lines = list(_of_source(graph, record))
        case Document():
            lines = [("document", _document(record)), ("sha256", record.sha256)]
        case Event():
            lines = [("event", record.label), ("time", str(record.time or "not known"))]
        case _:
            raise UnknownRecordError(f"a graph cannot tell why there is {record!r}")
    decided = [("judgement", _judgement(each)) for each in _all_judgements(graph, record)]
    return Why(record, (*lines, *decided))


def find(graph: "Judging", record_id: str) -> Identified:
    """The record with an id, of whatever kind.

    Raises:
        UnknownRecordError: None can be seen that has it.
    """
    for query in (
        graph.claims(),
        graph.attributions(),
        graph.relations(),
        graph.documents(),
        graph.sources(),
        graph.events(),
    ):
        found: Identified | None = query.ids(record_id).first()
        if found is not None:
            return found
    raise UnknownRecordError(
        f"there is no record {record_id!r} in this graph; ids are printed by claims(), sources() …"
    )


def _of_claim(graph: "Judging", claim: Claim) -> Iterator[Line]:
    yield "claim", claim.text
    yield "words", _quoted(claim.spans)
    details = (claim.stance.value, claim.polarity.value, claim.certainty.value)
    yield "read as", f"stance {details[0]}, polarity {details[1]}, certainty {details[2]}"
    for quantity in claim.quantities:
        bounds = " to ".join(
            "?" if limit is None else f"{limit:g}" for limit in (quantity.low, quantity.high)
        )
        best = "no one figure" if quantity.best is None else f"{quantity.best:g}"
        how = quantity.comparator.value.replace("_", " ")
        yield "number", f"“{quantity.text}”: {best} ({how}; {bounds}) {quantity.unit}".rstrip()
    attribution = graph.attributions().ids(claim.attribution_id).one()
    yield from _of_attribution(graph, attribution)


def _of_attribution(graph: "Judging", item: Attribution) -> Iterator[Line]:
    said_by = None if item.source_id is None else graph.sources().ids(item.source_id).first()
    if said_by is None:
        yield "source", "none is named: the article's own voice"
    else:
        called = f", here {_quoted(item.source)}" if item.source else ""
        known = f" (also {', '.join(said_by.aliases)})" if said_by.aliases else ""
        yield "source", f"{said_by.name}, {said_by.kind.value.replace('_', ' ')}{known}{called}"
    cue = f"{_quoted(item.cue)}, so" if item.cue else "none, so"
    not_said = "; the text says that it was not said" if item.negated else ""
    yield "cue", f"{cue} the act is {item.act.value.replace('_', ' ')}{not_said}"
    if item.content:
        form = "" if item.form is None else f" ({item.form.value} speech)"
        yield "content", f"{_quoted(item.content)}{form}"
    for reason in item.reasons:
        rests_on = f" – {_quoted(reason.spans)}" if reason.spans else ""
        yield "because", f"{reason.field}: {reason.text or reason.rule} [{reason.rule}]{rests_on}"
    for relay in item.via:
        yield "via", f"{relay.name}{f', {_quoted(relay.spans)}' if relay.spans else ''}"
    for target in item.targets:
        yield target.role.value, f"{target.name} {_quoted(target.spans)}".rstrip()
    if item.said is not None:
        words = f" (“{item.said.text}”)" if item.said.text else ""
        yield "said", f"{item.said}{words}"
    yield from _confidence(item)
    if item.parent_id is not None:
        parent = graph.attributions().ids(item.parent_id).first()
        if parent is not None:
            yield "inside of", f"what {_quoted(parent.source) or 'the text'} {_quoted(parent.cue)}"
    document = graph.documents().ids(item.document_id).one()
    yield "document", _document(document)


def _confidence(item: Attribution) -> Iterator[Line]:
    parts = {
        name: value for name, value in item.confidence.model_dump().items() if value is not None
    }
    if parts:
        yield "confidence", ", ".join(f"{name} {value:.2f}" for name, value in parts.items())


def _of_relation(graph: "Judging", relation: Relation) -> Iterator[Line]:
    yield "kind", relation.kind.value.replace("_", " ")
    if relation.type is not None:
        yield "type", relation.type.value
    for name, claim_id in (("a", relation.a), ("b", relation.b)):
        claim = graph.claims().ids(claim_id).first()
        if claim is not None:
            who = _who(claim.source, claim.attribution)
            yield name, f"{who}: {claim.text} – {_quoted(claim.spans)}, {_document(claim.document)}"
    yield "reason", relation.reason
    for test in relation.tests:
        yield "test", test
    if relation.independence is not None:
        yield "independence", relation.independence.value.replace("_", " ")
    version = f" {relation.version}" if relation.version else ""
    yield "method", f"{relation.method}{version}, score {relation.score:.2f}"


def _who(source: Source | None, item: Attribution) -> str:
    """Who says it, what they do by that, and who passed it on."""
    name = "own voice" if source is None else source.name
    via = f", via {', '.join(relay.name for relay in item.via)}" if item.via else ""
    return f"{name} ({item.act.value.replace('_', ' ')}{via})"


def _of_source(graph: "Judging", source: Source) -> Iterator[Line]:
    yield "source", f"{source.name}, {source.kind.value.replace('_', ' ')}"
    if source.aliases:
        yield "also called", ", ".join(source.aliases)
    joined = graph.joined_sources(source.id)
    if len(joined) > 1:
        yield "joined from", "; ".join(f"{each.name} ({each.id})" for each in joined)
    claims = graph.claims().said_by(source, members=False)
    yield "says", f"{claims.count()} claims"


def _agreement(graph: "Judging", claim: Claim) -> Iterator[Line]:
    for relation in graph.relations().of(claim):
        other_id = relation.b if relation.a == claim.id else relation.a
        other = graph.claims().ids(other_id).first()
        if other is not None:
            source = other.source
            who = "the article's own voice" if source is None else source.name
            kind = relation.kind.value.replace("_", " ")
            yield "relation", f"{kind} – {who}: {other.text} ({relation.reason})"


def _all_judgements(graph: "Judging", record: Identified) -> list[Judgement]:
    """On the record and on what it rests on."""
    ids: dict[str, None] = {record.id: None}
    if isinstance(record, Claim):
        ids[record.attribution_id] = None
        record = graph.attributions().ids(record.attribution_id).one()
    if isinstance(record, Attribution):
        ids[record.document_id] = None
        if record.source_id is not None:
            ids |= {each.id: None for each in graph.joined_sources(record.source_id)}
    if isinstance(record, Source):
        ids |= {each.id: None for each in graph.joined_sources(record.id)}
    return graph.judgements(*ids)


def _judgement(judgement: Judgement) -> str:
    what = judgement.decision.value
    if judgement.decision is Decision.CORRECT:
        what = f"correct {judgement.field} to {judgement.value!r}"
    day = judgement.made.date().isoformat()
    return f"{what}, {judgement.by}, {day}: {judgement.reason}"


def _document(document: Document) -> str:
    when = None if document.published is None else str(document.published)
    words: Iterable[Any] = (document.publisher, document.title, when)
    return ", ".join(word for word in words if word) or document.id


def _quoted(spans: Sequence[Span]) -> str:
    return " … ".join(f"“{span.text}” at {span.start}:{span.end}" for span in spans)
