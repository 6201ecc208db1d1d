"""The seed articles and their annotation hold together: texts, offsets, ids, relations."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime
from itertools import combinations
from pathlib import Path

import pytest

from claimgraph.interop.jsonl import dumps, load, parse
from claimgraph.model import Judgement, Participant, Reading, Relay
from claimgraph.model.base import Identified
from claimgraph.vocabulary import Comparator, Form, Naming, RelationKind
from tests.seeds.gold import (
    ATTRIBUTIONS,
    CLAIMS,
    DOCUMENTS,
    FILES,
    LINEAGES,
    QUESTIONS,
    READINGS,
    RELATIONS,
    SEEDS,
    SOURCES,
    covers,
    file_of,
    said,
    words_of,
)

HARD = "hard negative: "
COPIES = {"korvath-courier.txt", "korvath-belgar-evening.txt"}


def sentences(text: str) -> set[str]:
    """Sentences of ten words or more."""
    parts = re.split(r"(?<=[.!?])”?\s+|\n+", text)
    return {part for part in parts if len(re.findall(r"\w+", part)) >= 10}


# ------------------------------------------------------------------------------------ the texts


def test_every_article_is_read_and_every_reading_has_its_file() -> None:
    assert sorted(file_of(reading.document) for reading in READINGS) == sorted(FILES.values())
    assert {path.name for path in SEEDS.glob("*.txt")} == set(FILES.values())


@pytest.mark.parametrize("reading", READINGS, ids=lambda reading: file_of(reading.document))
def test_the_file_is_exactly_the_text_of_the_document(reading: Reading) -> None:
    document = reading.document
    assert (SEEDS / file_of(document)).read_bytes() == document.text.encode("utf-8")
    assert document.text.startswith(document.title + "\n")
    assert 250 <= len(document.text.split()) <= 450


def test_only_the_two_agency_copies_share_sentences() -> None:
    by_file = {file_of(document): sentences(document.text) for document in DOCUMENTS.values()}
    shared = {
        frozenset(pair): by_file[pair[0]] & by_file[pair[1]] for pair in combinations(by_file, 2)
    }
    assert {pair for pair, common in shared.items() if common} == {frozenset(COPIES)}
    assert len(shared[frozenset(COPIES)]) >= 2


# ------------------------------------------------------------------------------------ the records


def test_all_spans_slice_to_their_text() -> None:
    for reading in READINGS:
        text = reading.document.text
        spans = [span for item in reading.attributions for span in item.all_spans()]
        spans += [span for claim in reading.claims for span in claim.all_spans()]
        assert len(spans) > 80
        assert [span for span in spans if text[span.start : span.end] != span.text] == []


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.jsonl")), ids=lambda path: path.name)
def test_records_survive_a_round_trip(path: Path) -> None:
    before = list(load(path))
    assert list(parse(dumps(before))) == before


def derived(record: Identified) -> Identified:
    fields = {name: getattr(record, name) for name in type(record).model_fields if name != "id"}
    return type(record)(**fields)


def test_ids_follow_from_content() -> None:
    parts: Iterator[Identified] = (
        part
        for reading in READINGS
        for group in (
            [reading, reading.document],
            reading.sources,
            reading.affiliations,
            reading.events,
            reading.attributions,
            reading.claims,
        )
        for part in group
    )
    records: list[Identified] = [*parts, *RELATIONS, *QUESTIONS, *LINEAGES]
    assert len(records) > 500
    assert [record.id for record in records if derived(record).id != record.id] == []


def test_a_record_that_stands_in_two_readings_is_the_same_in_both() -> None:
    seen: dict[str, set[str]] = defaultdict(set)
    for reading in READINGS:
        for event in reading.events:
            seen[event.id].add(event.model_dump_json())
        for source in reading.sources:
            seen[source.id].add(f"{source.name} {source.kind} {source.naming}")
    assert {key: forms for key, forms in seen.items() if len(forms) > 1} == {}
    assert sum(len(reading.events) for reading in READINGS) > len(
        {event.id for reading in READINGS for event in reading.events}
    )


@pytest.mark.parametrize("reading", READINGS, ids=lambda reading: file_of(reading.document))
def test_claims_rest_on_the_content_or_on_the_cue_of_a_silence(reading: Reading) -> None:
    for claim in reading.claims:
        item = said(claim)
        for span in claim.spans:
            assert covers(item.content or item.cue, span), claim.text
        for quantity in claim.quantities:
            assert quantity.span is not None
            assert covers(claim.spans, quantity.span), quantity.text


@pytest.mark.parametrize("reading", READINGS, ids=lambda reading: file_of(reading.document))
def test_the_form_fits_the_quotation_marks(reading: Reading) -> None:
    text = reading.document.text
    for item in reading.attributions:
        opened = [text[span.start - 1] == "“" for span in item.content]
        marked = [bool(set("“”") & set(span.text)) for span in item.content]
        expected = (
            None
            if not item.content
            else Form.DIRECT
            if all(opened) and not any(marked)
            else Form.MIXED
            if any(marked)
            else Form.INDIRECT
        )
        if item.parent_id and expected is Form.DIRECT:
            expected = item.form  # the marks may be those of the outer speaker
        assert item.form == expected, words_of(item.content)


def test_contents_end_before_the_comma_or_full_stop() -> None:
    contents = [span.text for item in ATTRIBUTIONS.values() for span in item.content]
    assert [text for text in contents if text != text.strip(" ,.;:“")] == [
        text for text in contents if text.startswith("“")
    ]


def test_everybody_who_is_a_source_goes_by_the_name_of_that_source() -> None:
    named: list[Relay | Participant] = [via for item in ATTRIBUTIONS.values() for via in item.via]
    named += [target for item in ATTRIBUTIONS.values() for target in item.targets]
    named += [part for claim in CLAIMS.values() for part in claim.participants]
    linked = [part for part in named if part.source_id]
    assert len(linked) > 100
    assert [part for part in linked if SOURCES[str(part.source_id)].name != part.name] == []


def test_a_nested_attribution_lies_in_the_content_that_holds_it() -> None:
    nested = [item for item in ATTRIBUTIONS.values() if item.parent_id]
    assert len(nested) >= 10
    for item in nested:
        outer = ATTRIBUTIONS[str(item.parent_id)]
        for span in item.content:
            assert covers(outer.content, span), words_of(item.content)
        assert outer.source_id in {relay.source_id for relay in item.via}


LIMITS = {
    Comparator.EXACT: (True, True, True),
    Comparator.ABOUT: (False, True, False),
    Comparator.AT_LEAST: (True, True, False),
    Comparator.MORE_THAN: (True, True, False),
    Comparator.UP_TO: (False, True, True),
    Comparator.FEWER_THAN: (False, True, True),
    Comparator.BETWEEN: (True, False, True),
    Comparator.VAGUE: (False, False, False),
    Comparator.FRACTION_OF: (True, True, True),
}


def test_every_comparator_occurs_and_sets_the_limits_that_its_words_set() -> None:
    quantities = [quantity for claim in CLAIMS.values() for quantity in claim.quantities]
    assert {quantity.comparator for quantity in quantities} == set(Comparator)
    for quantity in quantities:
        limits = tuple(x is not None for x in (quantity.low, quantity.best, quantity.high))
        assert limits == LIMITS[quantity.comparator], quantity.text
        assert quantity.unit, quantity.text
        assert quantity.of, quantity.text


# ------------------------------------------------------------------------------------ relations


def test_relations_join_claims_that_exist_and_show_the_characters_of_both() -> None:
    assert len(RELATIONS) > 200
    for relation in RELATIONS:
        shown = {(item.document_id, item.span) for item in relation.evidence}
        for claim in (CLAIMS[relation.a], CLAIMS[relation.b]):
            document = said(claim).document_id
            assert {(document, span) for span in claim.spans} <= shown, relation.reason
        for item in relation.evidence:
            text = DOCUMENTS[item.document_id].text
            assert text[item.span.start : item.span.end] == item.span.text


def test_a_pair_has_one_relation_and_a_certain_hard_negative_is_no_contradiction() -> None:
    pairs = Counter(frozenset((relation.a, relation.b)) for relation in RELATIONS)
    assert [pair for pair, times in pairs.items() if times > 1] == []
    hard = [item for item in RELATIONS if any(test.startswith(HARD) for test in item.tests)]
    assert len(hard) >= 50
    assert [item.reason for item in hard if item.kind is RelationKind.CONTRADICTS] == []


def test_every_relation_kind_occurs_and_agreement_says_whether_it_is_independent() -> None:
    assert {relation.kind for relation in RELATIONS} == set(RelationKind)
    for relation in RELATIONS:
        agrees = relation.kind is RelationKind.CORROBORATES
        assert (relation.independence is not None) == agrees, relation.reason


def test_updates_and_retractions_look_forward_in_time() -> None:
    def published(claim_id: str) -> datetime:
        when = DOCUMENTS[said(CLAIMS[claim_id]).document_id].published
        assert when is not None
        assert when.start is not None
        return when.start

    for relation in RELATIONS:
        if relation.kind in {RelationKind.UPDATES, RelationKind.RETRACTS}:
            assert published(relation.a) <= published(relation.b), relation.reason


def test_questions_are_answered_by_claims_and_lineage_joins_what_exists() -> None:
    assert len({question.text for question in QUESTIONS}) == len(QUESTIONS) >= 15
    assert all(question.text.endswith("?") for question in QUESTIONS)
    answers = [claim for question in QUESTIONS for claim in question.claims]
    assert set(answers) <= set(CLAIMS)
    joined = {end for lineage in LINEAGES for end in (lineage.from_id, lineage.to_id)}
    assert joined <= set(ATTRIBUTIONS) | set(DOCUMENTS)


def test_merges_join_described_sources_of_different_articles() -> None:
    merges = [
        record for record in load(SEEDS / "judgements.jsonl") if isinstance(record, Judgement)
    ]
    assert len(merges) >= 5
    for merge in merges:
        joined = [SOURCES[subject] for subject in merge.subjects]
        assert len({source.name for source in joined}) == 1, merge.reason
        assert len({source.document_id for source in joined}) == len(joined)
        assert Naming.NAMED not in {source.naming for source in joined}


def test_the_readme_counts_what_is_there() -> None:
    readme = (SEEDS / "README.md").read_text(encoding="utf-8")
    counts = (
        f"{len(READINGS)} readings: {len(ATTRIBUTIONS)} attributions, {len(CLAIMS)} claims",
        f"{len(RELATIONS)} relations, {len(QUESTIONS)} questions",
        f"{len(LINEAGES)} lineages",
    )
    assert [count for count in counts if count not in readme] == []
    assert [name for name in FILES.values() if f"`{name}`" not in readme] == []
