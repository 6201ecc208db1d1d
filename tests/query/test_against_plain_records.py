"""Queries find what going through all records in plain Python finds."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.graph import ClaimGraph
from tests.query.plain import Plain
from tests.query.questions import Asked, filters, questions

NAMES = st.sampled_from(
    "SOHR|russia|Moscow|the rebel alliance|HTS|SANA|Konashenkov|TASS|Sorvia|HLF|Anton Velk|"
    "State Emergency Service|Russian defence ministry".split("|")
)
WORDS = st.sampled_from(
    [
        "Aleppo",
        "gas attacks",
        "chlorine",
        "people",
        "Korvath depot",
        "killed 12",
        "the",
        "worthless",
    ]
)


@pytest.fixture(scope="session")
def plain(seeds: ClaimGraph) -> Plain:
    return Plain(seeds.store)


@settings(max_examples=80)
@given(asked=questions(filters(NAMES, WORDS)))
def test_claims_pass_the_same_filters(seeds: ClaimGraph, plain: Plain, asked: Asked) -> None:
    found = [claim.id for claim in asked.narrow(seeds.claims())]
    expected = {claim.id for claim in plain.claims.values() if asked.passes(plain, claim)}
    assert set(found) == expected
    assert len(found) == len(expected), "a claim is found twice"


@settings(max_examples=40)
@given(first=filters(NAMES, WORDS), second=filters(NAMES, WORDS))
def test_other_records_are_found_through_one_of_their_claims(
    seeds: ClaimGraph, plain: Plain, first: Asked, second: Asked
) -> None:
    passing = [
        claim
        for claim in plain.claims.values()
        if first.passes(plain, claim) and second.passes(plain, claim)
    ]
    items = [plain.attributions[claim.attribution_id] for claim in passing]

    def narrowed(query: Any) -> Any:
        return second.narrow(first.narrow(query))

    claims = {claim.id for claim in passing}
    relations = {
        each.id for each in plain.relations.values() if each.a in claims or each.b in claims
    }
    if not {"kind=", "type="} & {str(first)[6:11], str(second)[6:11]}:
        assert {each.id for each in narrowed(seeds.relations())} == relations
        sources = {plain.entity[item.source_id] for item in items if item.source_id is not None}
        assert {each.id for each in narrowed(seeds.sources())} == sources
    if not {"published", "where(pub"} & {str(first)[:9], str(second)[:9]}:
        documents = {item.document_id for item in items}
        assert {each.id for each in narrowed(seeds.documents())} == documents
