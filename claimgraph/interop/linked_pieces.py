"""Pieces of linked data: names of records, characters of articles, numbers, dates."""

from collections.abc import Iterable
from datetime import timedelta
from urllib.parse import quote

from claimgraph.model import Document, Interval, Quantity, Span
from claimgraph.vocabulary import Precision

#: Characters before and after a quotation that tell it from the same words elsewhere.
AROUND = 32

#: Dates that ISO 8601 has a short form for, and times of the clock.
_WHOLE = frozenset({Precision.YEAR, Precision.MONTH, Precision.DAY})
_CLOCK = frozenset({Precision.HOUR, Precision.MINUTE, Precision.SECOND})

Node = dict[str, object]


def iri(record_id: str) -> str:
    """The name of a record on the web of data: the same in every export.

    >>> iri("clm_20ee73ec8f"), iri("my <id>")
    ('urn:claimgraph:clm_20ee73ec8f', 'urn:claimgraph:my%20%3Cid%3E')
    """
    return f"urn:claimgraph:{quote(record_id, safe='')}"


def ref(record_id: str) -> Node:
    """A reference to a record."""
    return {"@id": iri(record_id)}


def refs(ids: Iterable[str]) -> list[Node]:
    """References to records, each once."""
    return [ref(each) for each in dict.fromkeys(ids)]


def filled(node: Node) -> Node:
    """A node without what is not known."""
    return {
        key: value for key, value in node.items() if value is not None and value not in ("", [])
    }


def characters(document: Document, spans: Iterable[Span], part: str = "") -> list[Node]:
    """Characters of an article, by their offsets and by their words."""
    return [
        filled(
            {
                "@type": "oa:SpecificResource",
                "oa:hasSource": ref(document.id),
                "oa:hasSelector": [
                    {
                        "@type": "oa:TextPositionSelector",
                        "oa:start": span.start,
                        "oa:end": span.end,
                    },
                    {
                        "@type": "oa:TextQuoteSelector",
                        "oa:prefix": document.text[max(0, span.start - AROUND) : span.start],
                        "oa:exact": span.text,
                        "oa:suffix": document.text[span.end : span.end + AROUND],
                    },
                ],
                "cg:part": part,
            }
        )
        for span in spans
    ]


def number(quantity: Quantity) -> Node:
    """A number as the range that it allows."""
    return filled(
        {
            "@type": "QuantitativeValue",
            "name": quantity.text,
            "value": quantity.best,
            "minValue": quantity.low,
            "maxValue": quantity.high,
            "unitText": quantity.unit,
            "description": quantity.of,
            "cg:comparator": quantity.comparator.value,
        }
    )


def begins(time: Interval) -> str | None:
    """When it begins, in ISO 8601, no more exactly than it is known."""
    if time.start is None:
        return None
    if time.precision in _WHOLE:
        return str(time)
    return (time.start if time.precision in _CLOCK else time.start.date()).isoformat()


def last_day(time: Interval) -> str | None:
    """The last day of a stretch of days; nothing for what one date says already."""
    if time.end is None or time.precision in _WHOLE | _CLOCK:
        return None
    return (time.end - timedelta(microseconds=1)).date().isoformat()
