"""Claims: one proposition per clause, in words that stand alone."""

import json
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.model import Document, Reading
from claimgraph.reading.reader import Reader
from claimgraph.vocabulary import AttributionType
from tests.reading.claim_cases import CASES, Case, claims_in, shown


@cache
def shared_reader() -> Reader:
    """One for all examples: hypothesis wants no fixture of a function."""
    return Reader(threads=1)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return shared_reader()


IDS = [f"{number} {case['kind']}: {case['text'][:60]}" for number, case in enumerate(CASES, 1)]


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_a_content_holds_these_claims(case: Case, reader: Reader) -> None:
    assert [shown(claim) for claim in claims_in(case, reader)] == case["claims"]


def test_there_are_cases_of_every_kind() -> None:
    kinds = {case["kind"] for case in CASES}
    claims = [claim for case in CASES for claim in case["claims"]]
    assert len(CASES) >= 150
    assert kinds >= {"denial", "accusation", "silence", "quantity", "certainty", "kept whole"}
    assert {claim.get("stance") for claim in claims} >= {"denies", "accuses", "silent", "declines"}


def test_no_case_stands_twice() -> None:
    texts = [json.dumps([case["text"], case["cue"]]) for case in CASES]
    assert len(set(texts)) == len(texts)


ARTICLE = """\
Two die as boat sinks off Lunde

LUNDE, March 9 — A ferry sank in heavy seas off the port of Lunde on Tuesday, killing at least \
two people and leaving dozens missing, the coast guard said.

“We heard a bang, and then the lights went out,” said Marta Holm, 34, who swam ashore. “Nobody \
told us where the life jackets were.”

The owner, Nordline, denied that the ferry had been overloaded. It accused the port of ignoring a \
storm warning. The port authority did not respond to a request for comment.

The transport minister, Jens Falk, promised an inquiry and said that if the company had broken the \
law, it would lose its licence. He would not say whether other ferries would be checked.
"""


@pytest.fixture(scope="module")
def reading(reader: Reader) -> Reading:
    return reader.read(Document(text=ARTICLE, published="2021-03-10"))


def check(reading: Reading) -> None:
    """What is always so of the claims of a reading."""
    attributions = {each.id: each for each in reading.attributions}
    sources = {source.id for source in reading.sources}
    claimed: dict[str, set[str]] = {}
    for claim in reading.claims:
        item = attributions[claim.attribution_id]
        places = item.content or item.cue
        for span in claim.spans:
            assert any(part.start <= span.start and span.end <= part.end for part in places)
        assert claim.text.strip()
        assert claim.id not in claimed.setdefault(item.id, set())
        claimed[item.id].add(claim.id)
        for quantity in claim.quantities:
            assert quantity.span is not None
            assert any(s.start <= quantity.span.start < s.end for s in claim.spans)
        assert {party.source_id for party in claim.participants} - {None} <= sources
    for item in reading.attributions:
        said = any(letter.isalnum() for span in item.content for letter in span.text)
        if item.type is AttributionType.ASSERTION and said:
            assert claimed.get(item.id), item.content


def test_every_assertion_with_a_content_has_claims_inside_it(reading: Reading) -> None:
    assert reading.claims
    check(reading)


def test_reading_twice_gives_the_same_claims(reading: Reading, reader: Reader) -> None:
    again = reader.read(Document(text=ARTICLE, published="2021-03-10"))
    assert again.claims == reading.claims


def test_a_number_says_of_whom_it_is(reading: Reading) -> None:
    numbers = {(q.text, q.unit, q.of) for claim in reading.claims for q in claim.quantities}
    assert ("at least two people", "people", "killed") in numbers


WORDS = """
    the a no not never nobody that if whether and or but though which who whom whose said says told
    denied accused blamed claimed promised asked would may could have been being to of for on in at
    by as with HTS SANA Aleppo Russia Holm they it he we I him us its their 12 dozens half $5m
    killed wounded fighters people attack responsibility involvement allegations report Monday
    yesterday
    “ ” " ’s n't . , ; : ? ! … ( ) - — \n\n
""".split(" ")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([word for word in WORDS if word.strip(" ")]), max_size=60))
def test_any_row_of_words_can_be_read(words: list[str]) -> None:
    text = " ".join(words).strip(" ")
    if text.strip():
        check(shared_reader().read(text))


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=120))
def test_any_text_can_be_read(text: str) -> None:
    document_text = text.replace("\0", "").encode("utf-8", "ignore").decode()
    if document_text.strip():
        check(shared_reader().read(document_text))
