"""Articles as spaCy has them: every character, and every span at its own characters."""

import io
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from claimgraph.interop.docbin import docs, write_docbin
from claimgraph.model import Confidence, Document
from claimgraph.views.material import Material
from tests.factories import article, gather, said, same, source
from tests.materials import materials
from tests.views.seeds import material as seeds

Part = list[tuple[int, int, str]]


def read(material: Material) -> list[Doc]:
    """The docs of a material after they were in a file."""
    file = io.BytesIO()
    assert write_docbin(docs(material), file) == len(material.documents)
    return list(DocBin().from_bytes(file.getvalue()).get_docs(Vocab()))


def marked(doc: Doc, group: str, number: int) -> Part:
    """The characters of one attribution in a group of spans."""
    spans = [span for span in doc.spans[group] if span.id_ == f"a{number}"]
    return [(span.start_char, span.end_char, span.text) for span in spans]


def agree(material: Material) -> None:
    """The docs hold the texts and the attributions of the material, and no others."""
    by_id = {doc.user_data["id"]: doc for doc in read(material)}
    for document in material.documents:
        doc = by_id[document.id]
        assert doc.text == document.text
        ids = doc.user_data["attributions"]
        here = [item for item in material.attributions if item.document_id == document.id]
        assert sorted(ids) == sorted(item.id for item in here)
        for number, item_id in enumerate(ids):
            item = material.attribution[item_id]
            for group in ("source", "cue", "content"):
                expected = [(each.start, each.end, each.text) for each in getattr(item, group)]
                assert marked(doc, f"{group}s", number) == expected
            claims = [
                (span.start, span.end, span.text)
                for claim in material.claims_of.get(item_id, ())
                for span in claim.spans
            ]
            assert marked(doc, "claims", number) == claims
        for group in ("sources", "cues", "contents"):
            assert len(doc.spans[group].attrs["confidence"]) == len(doc.spans[group])


def test_the_seeds_come_back_with_every_span() -> None:
    agree(seeds())


@given(materials())
@settings(max_examples=20)
def test_any_records_come_back_with_every_span(material: Material) -> None:
    agree(material)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("07 ca", id="inside of words"),
        pytest.param(" 107", id="a blank before"),
        pytest.param("107 ", id="a blank after"),
        pytest.param(" ", id="a blank alone"),
        pytest.param("\n\n ", id="several blanks"),
        pytest.param("n't", id="a part that spaCy divides"),
    ],
)
def test_a_span_may_begin_and_end_anywhere(words: str) -> None:
    wire = article("SANA counted 107 cases.\n\n  It didn't say more. ")
    agree(gather(said(wire, source("SANA", "media"), words, cue="counted")))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
@settings(max_examples=20)
def test_every_text_comes_back_as_it_is(text: str) -> None:
    (doc,) = read(Material(documents=(Document(text=text),)))
    assert doc.text == text


def test_a_doc_says_what_it_is_and_who_speaks() -> None:
    sohr = source("Syrian Observatory for Human Rights", "organisation", "SOHR")
    other = source("the Observatory")
    wire = article("SOHR said around 100 people struggled.", title="Gas", url="https://w.example/")
    count = said(
        *(wire, other, "around 100 people struggled"),
        cue="said",
        named="SOHR",
        fields={"confidence": Confidence(source=0.5, link=0.75)},
    )
    (doc,) = read(gather(count, sohr, entities=same(sohr, other)))
    assert doc.user_data["title"] == "Gas"
    assert doc.user_data["published"] == "2018-11-25"
    assert doc.user_data["sha256"] == wire.sha256
    (speaker,) = doc.spans["sources"]
    assert (speaker.label_, speaker.kb_id_) == ("SOURCE", sohr.id)
    assert doc.spans["sources"].attrs["confidence"] == [0.5]
    assert doc.spans["cues"].attrs["confidence"] == [None]
    assert doc.spans["cues"].attrs["link"] == [0.75]
    assert [span.label_ for span in doc.spans["claims"]] == ["asserts"]


def test_a_doc_does_not_look_parsed() -> None:
    for doc in read(seeds()):
        assert not any(doc.has_annotation(each) for each in ("TAG", "POS", "DEP", "SENT_START"))


def test_words_are_those_of_the_reader_where_no_span_divides_them() -> None:
    from claimgraph.reading.encoder.words import LinearTokenizer, make_tokenizer

    nlp = spacy.blank("en")
    tokenizer: Any = LinearTokenizer(make_tokenizer(nlp))
    for document in seeds().documents:
        (doc,) = read(Material(documents=(document,)))
        assert [token.text for token in doc] == [token.text for token in tokenizer(document.text)]
