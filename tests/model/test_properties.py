"""What always holds of records, whatever is in them."""

from hypothesis import given
from hypothesis import strategies as st

from claimgraph import Claim, Reading, Source
from claimgraph.ids import name_key
from claimgraph.model import Judgement
from tests.strategies import (
    documents,
    intervals,
    lineages,
    lines,
    questions,
    readings,
    relations,
    sources,
)

CLAIMS = ["clm_1", "clm_2", "clm_3"]


@given(readings())
def test_a_reading_survives_json(reading: Reading) -> None:
    again = Reading.model_validate_json(reading.model_dump_json())
    assert again == reading
    assert again.model_dump_json() == reading.model_dump_json()


@given(readings())
def test_a_reading_survives_plain_python(reading: Reading) -> None:
    assert Reading.model_validate(reading.model_dump()) == reading
    assert Reading.model_validate(reading.model_dump(mode="json")) == reading


@given(readings())
def test_ids_follow_from_the_content(reading: Reading) -> None:
    found = (reading.document, *reading.sources, *reading.attributions, *reading.claims)
    for record in (reading, *found, *reading.events, *reading.affiliations):
        assert record.id == record.derived_id()
        assert record.replace() == record


@given(readings())
def test_every_span_is_the_text_at_its_offsets(reading: Reading) -> None:
    text = reading.document.text
    said = [span for item in reading.attributions for span in item.all_spans()]
    claimed = [span for claim in reading.claims for span in claim.all_spans()]
    for span in said + claimed:
        assert text[span.start : span.end] == span.text


@given(
    st.one_of(
        relations(CLAIMS), questions(CLAIMS), lineages(["doc_1", "att_1"]), intervals(), documents()
    )
)
def test_other_records_survive_json(record: Claim) -> None:
    assert type(record).model_validate_json(record.model_dump_json()) == record


@given(relations(CLAIMS))
def test_a_relation_is_one_record_both_ways_round(relation: Claim) -> None:
    fields = relation.model_dump(exclude={"id"})
    assert type(relation).model_validate(fields) == relation


@given(sources("doc_1"))
def test_a_source_is_found_by_any_spelling_of_its_name(source: Source) -> None:
    shouted = Source.model_validate(source.model_dump(exclude={"id"}) | {"name": source.name})
    assert shouted.id == source.id
    assert name_key(f"  {source.name} ") == name_key(source.name)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text(st.characters(codec="ascii", exclude_characters="\0")), inner),
    max_leaves=5,
)  # fmt: skip


@given(values, lines)
def test_a_judgement_survives_json(value: object, name: str) -> None:
    made = Judgement.model_validate(
        {
            "decision": "correct",
            "subjects": ["clm_1"],
            "field": "place",
            "value": value,
            "by": name,
            "reason": "a map",
        }
    )
    again = Judgement.model_validate_json(made.model_dump_json())
    assert again == made
    assert again.derived_id() == made.id
