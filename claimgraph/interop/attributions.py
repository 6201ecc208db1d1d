"""Readings to rows of ``{"doc_id", "text", "attributions"}``, and back.

What a row can hold survives both ways. It says nothing of events, of polarity and certainty, or
of who joins whom: those come back as unknown.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from claimgraph.atomic import replacing
from claimgraph.errors import InputFileError, RecordError
from claimgraph.interop.naming import Cast
from claimgraph.interop.rows import NO_SOURCE, ArticleRow, AttributionRow, QuantityRow, Range
from claimgraph.model import (
    Attribution,
    Claim,
    Document,
    Interval,
    Participant,
    Quantity,
    Reading,
    Relay,
    Span,
)
from claimgraph.text.strict import compact, lines_of, objects
from claimgraph.vocabulary import (
    Certainty,
    Polarity,
    Role,
    SourceKind,
    SpeechAct,
    Stance,
)

#: What stands between the names of several targets.
_AND = "; "

_STANCES = {
    SpeechAct.CONFIRM: Stance.CONFIRMS,
    SpeechAct.DENY: Stance.DENIES,
    SpeechAct.ACCUSE: Stance.ACCUSES,
    SpeechAct.QUESTION: Stance.DOUBTS,
    SpeechAct.DECLINE_COMMENT: Stance.DECLINES,
    SpeechAct.NO_STATEMENT: Stance.SILENT,
}


def load(path: str | Path, *, reader: str = "hand") -> Iterator[Reading]:
    """The readings of a file of rows, one at a time.

    Args:
        path: JSON Lines, a row on each.
        reader: What found the attributions.

    Raises:
        InputFileError: The file cannot be read, or a line is no such row; with line and field.
    """
    path = Path(path)
    for number, fields in objects(lines_of(path), str(path)):
        try:
            yield from_row(fields, reader=reader)
        except RecordError as error:
            raise InputFileError(f"{path} line {number}: {error}") from error


def dump(readings: Iterable[Reading], path: str | Path) -> int:
    """Write readings as rows to a file, which appears whole or not at all.

    Returns:
        How many were written.

    Raises:
        OutputFileError: The file cannot be written.
    """
    count = 0
    with replacing(Path(path)) as file:
        for reading in readings:
            file.write(compact(to_row(reading)) + "\n")
            count += 1
    return count


def from_row(fields: dict[str, Any], *, reader: str = "hand") -> Reading:
    """The reading that a row holds.

    Every attribution gets one claim, with the words of its content, and its quantities; a silence
    gets one with the words of its cue. A source without a canonical name is called by its words
    in the text.

    Raises:
        RecordError: It is no such row, or its offsets do not fit its text.

    >>> row = {"doc_id": "d1", "text": "SANA reported 107 cases.", "attributions": [
    ...     {"id": "1", "source": [[0, 4]], "cue": [[5, 13]], "content": [[14, 23]]}]}
    >>> reading = from_row(row)
    >>> reading.sources[0].name, reading.claims[0].text
    ('SANA', '107 cases')
    """
    try:
        row = ArticleRow.model_validate(fields)
    except RecordError as error:
        raise RecordError(str(error).removeprefix("ArticleRow: ")) from error
    document = Document(
        **({"id": row.doc_id} if row.doc_id else {}),
        text=row.text,
        title=row.title,
        url=row.url,
        publisher=row.publisher,
        published=row.published,
    )
    cast = Cast(document.id)
    attributions: dict[str, Attribution] = {}
    claims = []
    for index, item in enumerate(row.attributions):
        try:
            attribution = _attribution(item, document, cast)
            claims.append(_claim(item, attribution, document))
        except RecordError as error:
            raise type(error)(f"attributions.{index}: {error}") from error
        attributions[item.id or f"#{index}"] = attribution
    parents = {
        attributions[item.id].id: attributions[item.parent].id
        for item in row.attributions
        if item.parent is not None
    }
    return Reading(
        document=document,
        sources=cast.sources(),
        affiliations=cast.affiliations(),
        attributions=tuple(
            item.replace(parent_id=parents[item.id]) if item.id in parents else item
            for item in attributions.values()
        ),
        claims=tuple(claims),
        reader=reader,
    )


def to_row(reading: Reading) -> dict[str, Any]:
    """The row of a reading, ready for strict JSON.

    >>> row = {"doc_id": "d1", "text": "SANA reported 107 cases.", "attributions": [
    ...     {"id": "1", "source": [[0, 4]], "cue": [[5, 13]], "content": [[14, 23]]}]}
    >>> [item["content"] for item in to_row(from_row(row))["attributions"]]
    [[[14, 23]]]
    """
    document = reading.document
    published = _when(document.published) if document.published else None
    about = {
        "title": document.title,
        "url": document.url,
        "publisher": document.publisher,
        "published": published,
    }
    sources = {source.id: source for source in reading.sources}
    bodies = {item.member_id: sources[item.organisation_id].name for item in reading.affiliations}
    numbers: dict[str, list[Quantity]] = {}
    for claim in reading.claims:
        numbers.setdefault(claim.attribution_id, []).extend(claim.quantities)
    rows = []
    for item in reading.attributions:
        source = sources[item.source_id] if item.source_id else None
        rows.append(
            {
                "id": item.id,
                "source": _ranges(item.source),
                "cue": _ranges(item.cue),
                "content": _ranges(item.content),
                "type": item.type.value,
                "form": item.form.value if item.form else None,
                "act": item.act.value,
                "canonical": source.name if source else "",
                "source_kind": source.kind.value if source else NO_SOURCE,
                "affiliation": bodies.get(item.source_id or "", ""),
                "via": [relay.name for relay in item.via],
                "parent": item.parent_id,
                "target": _AND.join(target.name for target in item.targets),
                "negated": item.negated,
                "quantities": [_number(quantity) for quantity in numbers.get(item.id, ())],
                "confidence": item.confidence.model_dump(exclude_none=True),
            }
        )
    return {
        "doc_id": document.id,
        "text": document.text,
        **{key: value for key, value in about.items() if value},
        "attributions": rows,
    }


def _attribution(row: AttributionRow, document: Document, cast: Cast) -> Attribution:
    source = _spans(row.source, document, "source")
    name = row.canonical.strip() or " ".join(span.text for span in source).strip()
    source_id = cast.source(name, row.source_kind or SourceKind.UNKNOWN) if name else None
    if source_id and row.affiliation.strip():
        cast.speaks_for(source_id, row.affiliation)
    role = Role.CLEARED if row.act is SpeechAct.DENY else Role.ACCUSED
    targets = [target for target in row.target.split(_AND) if target.strip()]
    return Attribution(
        document_id=document.id,
        source_id=source_id,
        source=source,
        cue=_spans(row.cue, document, "cue"),
        content=_spans(row.content, document, "content"),
        type=row.type,
        form=row.form,
        act=row.act,
        negated=row.negated,
        targets=tuple(
            Participant(role=role, name=target, source_id=cast.source(target)) for target in targets
        ),
        via=tuple(
            Relay(name=relay, source_id=cast.source(relay)) for relay in row.via if relay.strip()
        ),
        confidence=row.confidence,
    )


def _claim(row: AttributionRow, attribution: Attribution, document: Document) -> Claim:
    spans = attribution.content or attribution.cue
    stance = _STANCES.get(row.act, Stance.ASSERTS)
    return Claim(
        attribution_id=attribution.id,
        text=" ".join(" ".join(span.text.split()) for span in spans).strip() or spans[0].text,
        spans=spans,
        participants=attribution.targets,
        polarity=Polarity.UNKNOWN,
        certainty=Certainty.UNDERSPECIFIED,
        stance=Stance.SILENT if row.negated else stance,
        quantities=tuple(_quantity(number, attribution, document) for number in row.quantities),
    )


def _quantity(row: QuantityRow, attribution: Attribution, document: Document) -> Quantity:
    span = document.span(*row.span) if row.span else _find(row.text, attribution.content)
    fields = row.model_dump(exclude={"span"})
    return Quantity(**fields, span=span)


def _find(text: str, spans: Iterable[Span]) -> Span | None:
    """Where the words first stand in one of the spans, if they do."""
    for span in spans:
        offset = span.text.find(text) if text else -1
        if offset >= 0:
            start = span.start + offset
            return Span(start=start, end=start + len(text), text=text)
    return None


def _spans(ranges: Iterable[Range], document: Document, part: str) -> tuple[Span, ...]:
    try:
        return tuple(document.span(start, end) for start, end in sorted(ranges))
    except RecordError as error:
        raise type(error)(f"{part}: {error}") from error


def _ranges(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _number(quantity: Quantity) -> dict[str, Any]:
    fields = quantity.model_dump(mode="json", exclude={"span", "population"})
    if quantity.span is not None:
        fields["span"] = [quantity.span.start, quantity.span.end]
    return fields


def _when(interval: Interval) -> str | dict[str, Any]:
    """As a date or a moment where one says it all, else as the interval's fields."""
    if interval.start is not None and interval.end is not None:
        for written in (str(interval), interval.start.isoformat()):
            with suppress(RecordError):
                if Interval.parse(written) == interval:
                    return written
    return interval.model_dump(mode="json", exclude_defaults=True)
