"""The reader on whole texts: the seeds' article, odd texts, many at once."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimgraph.errors import ClaimGraphError, ModelError, ReadingError, RecordError
from claimgraph.model import Attribution, Document, Reading
from claimgraph.reading.reader import Reader
from claimgraph.text.vague import ACLED, MAGNITUDE, UNBOUNDED
from claimgraph.vocabulary import Form
from tests.timing import is_within

ALEPPO = (Path(__file__).parents[2] / "seeds" / "aleppo.txt").read_text(encoding="utf-8")


@cache
def the_reader() -> Reader:
    return Reader(threads=1)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return the_reader()


@pytest.fixture(scope="module")
def aleppo(reader: Reader) -> Reading:
    return reader.read(ALEPPO)


def words(attribution: Attribution, part: str) -> str:
    return " … ".join(span.text for span in getattr(attribution, part))


def by_cue(reading: Reading, cue: str) -> list[Attribution]:
    return [item for item in reading.attributions if cue in words(item, "cue")]


def test_an_accusation_is_found(aleppo: Reading) -> None:
    sources = {words(item, "source") for item in by_cue(aleppo, "accused")}
    assert "Moscow" in sources


def test_a_denial_is_found(aleppo: Reading) -> None:
    assert any("rebel" in words(item, "source") for item in by_cue(aleppo, "denied"))


def test_no_span_crosses_a_line_break(aleppo: Reading) -> None:
    for item in aleppo.attributions:
        assert not any("\n" in span.text for span in item.all_spans())


def test_every_part_says_how_sure_the_model_is_or_which_rule_found_it(aleppo: Reading) -> None:
    for item in aleppo.attributions:
        by_rule = {reason.field for reason in item.reasons}
        for part in ("source", "cue", "content"):
            if getattr(item, part) and getattr(item.confidence, part) is None:
                assert {part, "cue"} & by_rule, f"nothing says why {words(item, part)!r}"


def test_form_comes_from_the_quotation_marks(aleppo: Reading) -> None:
    for item in aleppo.attributions:
        assert (item.form is None) == (not item.content)
        if "“" not in words(item, "content") and item.form is Form.MIXED:
            pytest.fail(f"no marks in {words(item, 'content')!r}")


@pytest.mark.parametrize(
    "text", ["The council plans.", "Russia agreed with Turkey in September.", "Many voters care."]
)
def test_a_thought_or_a_plan_without_a_content_is_none(reader: Reader, text: str) -> None:
    assert all(item.content for item in reader.read(text).attributions)


def test_a_profile_says_what_vague_words_may_mean() -> None:
    text = "The minister said dozens of people had died."
    lows = [
        quantity.low
        for vague in (ACLED, MAGNITUDE, UNBOUNDED)
        for claim in Reader(threads=1, vague=vague).read(text).claims
        for quantity in claim.quantities
    ]
    assert lows == [12, 24, None]


def test_a_metonym_says_how_sure_it_is(reader: Reader) -> None:
    reading = reader.read("Moscow said the talks had failed.")
    names = {source.id: source.name for source in reading.sources}
    item = by_cue(reading, "said")[0]
    reason = next(reason for reason in item.reasons if reason.field == "source_id")
    assert names[item.source_id or ""] == "Russia"
    assert reason.rule == "metonym.capital"
    assert reason.text.endswith("% sure)")


def test_reading_twice_finds_the_same(reader: Reader, aleppo: Reading) -> None:
    assert reader.read(ALEPPO) == aleppo


def test_a_text_is_read_alike_alone_and_among_others(reader: Reader, aleppo: Reading) -> None:
    others = ["He said no.", ALEPPO, "“Never,” she added.\n\n" * 20]
    assert list(reader.pipe(others))[1] == aleppo


def test_threads_may_share_a_reader(reader: Reader) -> None:
    texts = [f"Spokesman number {n} said the strike had failed." for n in range(24)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(reader.read, texts))
    assert found == [reader.read(text) for text in texts]


def test_the_document_stays_what_it_was(reader: Reader) -> None:
    document = Document(text="SANA reported 107 cases.", publisher="Example Wire")
    assert reader.read(document).document == document


@pytest.mark.parametrize(
    ("text", "error"),
    [
        pytest.param("", RecordError, id="nothing"),
        pytest.param("a\0b", RecordError, id="a NUL"),
        pytest.param("\ud800", RecordError, id="half a character"),
        pytest.param(3, ReadingError, id="no text"),
    ],
)
def test_what_cannot_be_read_is_named(
    reader: Reader, text: str, error: type[ClaimGraphError]
) -> None:
    with pytest.raises(error):
        reader.read(text)


def test_one_bad_text_never_stops_the_others(reader: Reader) -> None:
    results = list(reader.pipe(["He said no.", "", "She said yes."], errors="return"))
    assert [isinstance(result, Reading) for result in results] == [True, False, True]
    assert isinstance(results[1], RecordError)


def test_by_default_the_first_error_is_raised(reader: Reader) -> None:
    with pytest.raises(RecordError):
        list(reader.pipe(["He said no.", ""]))


ODD = st.lists(
    st.one_of(
        st.sampled_from(list("“”\"'‘’«» \n\t.,:;!?-—()[]")),
        st.sampled_from(["said ", "he ", "\u0301", "\u200d", "😀", "\u202e", "ש", "\r", "\u00a0"]),
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    ),
    min_size=1,
    max_size=100,
).map("".join)


@settings(max_examples=300, suppress_health_check=list(HealthCheck))
@given(ODD)
def test_every_span_slices_to_its_own_text(reader: Reader, text: str) -> None:
    reading = reader.read(text)
    assert reading.document.text == text
    for item in reading.attributions:
        for span in item.all_spans():
            assert text[span.start : span.end] == span.text


HOSTILE = {
    "quotation marks": '"',
    "one long word": "a",
    "no full stop": "he said that ",
    "line breaks": "\n",
    "combining marks": "e\u0301",
    "right to left": "אבג ",
    "emoji": "😀",
    "marks": ".,;",
    "quotations": "“No,” he said. ",
}


def read(unit: str, length: int) -> Callable[[], object]:
    return partial(the_reader().read, unit * (length // len(unit)))


@pytest.mark.slow
@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_ten_times_the_text_takes_ten_times_the_time(unit: str) -> None:
    assert is_within(13, partial(read, unit), 4_000, 40_000)


def test_a_pipeline_of_ones_own_keeps_its_annotations() -> None:
    import spacy
    from spacy.language import Language
    from spacy.tokens import Doc

    @Language.component("test_flat_syntax")
    def flat(doc: Doc) -> Doc:
        for token in doc:
            token.tag_, token.pos_, token.lemma_ = "XX", "X", token.lower_
            token.dep_, token.head = "dep" if token.i else "ROOT", doc[0]
        return doc

    nlp = spacy.blank("en")
    nlp.add_pipe("test_flat_syntax")
    doc = Reader(nlp, threads=1).annotate("SANA said 107 people fell ill.")
    assert {token.tag_ for token in doc} == {"XX"}
    assert [span.text for span in doc.spans["cues"]] == ["said"]


def test_what_a_pipeline_lacks_is_named() -> None:
    import spacy

    with pytest.raises(ModelError, match=r"TAG.*POS.*LEMMA.*DEP.*tagger.*lemmatizer.*parser"):
        Reader(spacy.blank("en"), threads=1).read("SANA said 107 people fell ill.")


def test_an_accelerator_that_is_not_there_is_named() -> None:
    with pytest.raises(ModelError, match="NoSuchProvider"):
        Reader(providers=["NoSuchProvider"])


def test_a_damaged_model_is_refused(tmp_path: Path) -> None:
    from claimgraph.reading.encoder.weights import MODEL_FOLDER, load_weights

    for path in MODEL_FOLDER.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    heads = tmp_path / "heads.npz"
    heads.write_bytes(heads.read_bytes()[:-1] + b"x")
    with pytest.raises(ModelError, match=r"heads\.npz is damaged"):
        load_weights(tmp_path)


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"model\.json is missing"):
        Reader(model=tmp_path)


def test_a_model_of_another_format_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.json").write_text(json.dumps({"format": 99}))
    with pytest.raises(ModelError, match="format"):
        Reader(model=tmp_path)
