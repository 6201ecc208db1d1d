"""All records as tables that can be joined by their ids: what each table is, and its columns."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from claimgraph.model import Judgement, Participant, Span
from claimgraph.text.strict import compact
from claimgraph.views.material import Material

Row = Mapping[str, Any]

#: The columns that hold no text, by their names, which mean the same in every table.
_TYPES: Mapping[str, type] = {
    **dict.fromkeys(("start", "end", "position", "characters", "claims", "documents"), int),
    **dict.fromkeys(("low", "best", "high", "score"), float),
    "negated": bool,
}


@dataclass(frozen=True)
class Table:
    """One table.

    Attributes:
        name: Of the file, without its ending.
        columns: What each column holds: ``str``, ``int``, ``float`` or ``bool``.
        rows: One mapping for each row, with every column.
    """

    name: str
    columns: Mapping[str, type]
    rows: Iterable[Row]


def typed(columns: Iterable[str]) -> dict[str, type]:
    """Columns with what they hold.

    >>> typed(["id", "start"])
    {'id': <class 'str'>, 'start': <class 'int'>}
    """
    return {name: _TYPES.get(name, str) for name in columns}


#: The tables that :func:`details` gives, with their columns.
DETAILS: Mapping[str, tuple[str, ...]] = {
    "spans": ("record_id", "part", "position", "document_id", "start", "end", "text"),
    "participants": ("record_id", "role", "name", "source_id"),
    "relays": ("attribution_id", "position", "name", "source_id"),
    "quantities": (
        *("claim_id", "text", "low", "best", "high", "comparator", "unit", "of", "population"),
        *("start", "end"),
    ),
    "affiliations": (
        "id",
        "member",
        "organisation",
        "role",
        "during",
        "member_id",
        "organisation_id",
    ),
    "lineages": ("id", "kind", "reason", "score", "method", "from_id", "to_id"),
    "questions": ("id", "question", "event_id", "method"),
    "answers": ("question_id", "claim_id"),
    "judgements": ("id", "decision", "field", "value", "by", "reason", "made"),
    "subjects": ("judgement_id", "position", "record_id"),
}


def details(material: Material, judgements: Iterable[Judgement] = ()) -> Iterator[Table]:
    """What the tables of the records themselves have no place for: several values of one record,
    and what joins records.

    Ids of sources and events are those that stand for all that are the same.

    >>> [table.name for table in details(Material())][:3]
    ['spans', 'participants', 'relays']
    """
    decided = list(judgements)
    rows: Mapping[str, Iterable[Row]] = {
        "spans": _spans(material),
        "participants": _participants(material),
        "relays": _relays(material),
        "quantities": _quantities(material),
        "affiliations": _affiliations(material),
        "lineages": (
            _plain(each, "lineages") | {"kind": each.kind.value} for each in material.lineages
        ),
        "questions": _questions(material),
        "answers": (
            {"question_id": question.id, "claim_id": claim_id}
            for question in material.questions
            for claim_id in dict.fromkeys(question.claims)
            if claim_id in material.claim
        ),
        "judgements": (
            _plain(each, "judgements")
            | {
                "decision": each.decision.value,
                "value": compact(each.value) if each.field else None,
                "made": each.made.isoformat(),
            }
            for each in decided
        ),
        "subjects": (
            {"judgement_id": each.id, "position": position, "record_id": subject}
            for each in decided
            for position, subject in enumerate(each.subjects)
        ),
    }
    for name, columns in DETAILS.items():
        yield Table(name, typed(columns), rows[name])


def _plain(record: Any, table: str) -> dict[str, Any]:
    """The fields of a record that are columns of a table."""
    return {name: getattr(record, name, None) for name in DETAILS[table]}


def _spans(material: Material) -> Iterator[Row]:
    for item in material.attributions:
        for part in ("source", "cue", "content"):
            yield from _of_part(item.id, part, item.document_id, getattr(item, part))
    for claim in material.claims:
        document_id = material.attribution_of(claim).document_id
        yield from _of_part(claim.id, "claim", document_id, claim.spans)


def _of_part(record_id: str, part: str, document_id: str, spans: tuple[Span, ...]) -> Iterator[Row]:
    for position, span in enumerate(spans):
        yield {
            "record_id": record_id,
            "part": part,
            "position": position,
            "document_id": document_id,
            "start": span.start,
            "end": span.end,
            "text": span.text,
        }


def _participants(material: Material) -> Iterator[Row]:
    parts: list[tuple[str, tuple[Participant, ...]]] = [
        *((claim.id, claim.participants) for claim in material.claims),
        *((item.id, item.targets) for item in material.attributions),
        *((event.id, event.parties) for event in material.events),
    ]
    for record_id, participants in parts:
        for each in participants:
            yield {
                "record_id": record_id,
                "role": each.role.value,
                "name": each.name,
                "source_id": _entity(material, each.source_id),
            }


def _relays(material: Material) -> Iterator[Row]:
    for item in material.attributions:
        for position, relay in enumerate(item.via):
            yield {
                "attribution_id": item.id,
                "position": position,
                "name": relay.name,
                "source_id": _entity(material, relay.source_id),
            }


def _quantities(material: Material) -> Iterator[Row]:
    for claim in material.claims:
        for quantity in claim.quantities:
            span = quantity.span
            yield _plain(quantity, "quantities") | {
                "claim_id": claim.id,
                "comparator": quantity.comparator.value,
                "start": span.start if span else None,
                "end": span.end if span else None,
            }


def _affiliations(material: Material) -> Iterator[Row]:
    for each in material.affiliations:
        member, body = (
            material.parties.entity(end) for end in (each.member_id, each.organisation_id)
        )
        yield {
            "id": each.id,
            "member": material.parties.name(member),
            "organisation": material.parties.name(body),
            "role": each.role,
            "during": None if each.during is None else str(each.during),
            "member_id": member,
            "organisation_id": body,
        }


def _questions(material: Material) -> Iterator[Row]:
    for question in material.questions:
        yield {
            "id": question.id,
            "question": question.text,
            "event_id": _entity(material, question.event_id),
            "method": question.method,
        }


def _entity(material: Material, record_id: str | None) -> str | None:
    return None if record_id is None else material.entities.get(record_id, record_id)
