"""The seed articles with their annotation, loaded once, and ways to look into them."""

from pathlib import Path

from claimgraph.interop.jsonl import load
from claimgraph.model import (
    Attribution,
    Claim,
    Document,
    Lineage,
    Question,
    Reading,
    Relation,
    Source,
    Span,
)

SEEDS = Path(__file__).parents[2] / "seeds"

RECORDS = [record for path in sorted(SEEDS.glob("*.jsonl")) for record in load(path)]
READINGS = [record for record in RECORDS if isinstance(record, Reading)]
RELATIONS = [record for record in RECORDS if isinstance(record, Relation)]
QUESTIONS = [record for record in RECORDS if isinstance(record, Question)]
LINEAGES = [record for record in RECORDS if isinstance(record, Lineage)]

FILES = {
    "Example Wire 2018-11-25": "aleppo.txt",
    "Orontes Daily 2018-11-25": "aleppo-orontes-daily.txt",
    "Sham Dispatch 2018-11-26": "aleppo-sham-dispatch.txt",
    "Northern Courier 2023-06-14": "korvath-courier.txt",
    "Belgar Evening 2023-06-15": "korvath-belgar-evening.txt",
    "Ilsa Free Radio 2023-06-15": "korvath-ilsa-free-radio.txt",
    "Northern Courier 2023-06-16": "korvath-courier-friday.txt",
}

CLAIMS = {claim.id: claim for reading in READINGS for claim in reading.claims}
ATTRIBUTIONS = {item.id: item for reading in READINGS for item in reading.attributions}
DOCUMENTS = {reading.document.id: reading.document for reading in READINGS}
SOURCES = {source.id: source for reading in READINGS for source in reading.sources}


def file_of(document: Document) -> str:
    published = document.published
    assert published is not None
    return FILES[f"{document.publisher} {published}"]


def speaker(item: Attribution) -> str:
    return SOURCES[item.source_id].name if item.source_id else ""


def words_of(spans: tuple[Span, ...]) -> str:
    return " … ".join(span.text for span in spans)


def said(claim: Claim) -> Attribution:
    return ATTRIBUTIONS[claim.attribution_id]


def covers(outer: tuple[Span, ...], inner: Span) -> bool:
    return any(span.start <= inner.start and inner.end <= span.end for span in outer)


def source_of(item: Attribution) -> Source | None:
    return SOURCES[item.source_id] if item.source_id else None


def claims_of(item: Attribution) -> list[Claim]:
    return [claim for claim in CLAIMS.values() if claim.attribution_id == item.id]
