"""The spaCy component: an ordinary Doc, that travels."""

import pickle
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from claimgraph.reading.reader import load_pipeline

TEXT = "SANA said 107 people fell ill. HTS denied it.\n\n“We do not know,” the doctor said."
GROUPS = ("sources", "cues", "contents")


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline(threads=1)


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return nlp(TEXT)


def tied(doc: Doc) -> dict[str, dict[str, list[str]]]:
    """The words of every attribution by its span id."""
    found: dict[str, dict[str, list[str]]] = {}
    for group in GROUPS:
        for span in doc.spans[group]:
            found.setdefault(span.id_, {}).setdefault(group, []).append(span.text)
    return found


def test_it_is_found_by_its_name() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("claimgraph")
    doc = nlp("SANA said 107 people fell ill.")
    assert [span.text for span in doc.spans["cues"]] == ["said"]


def test_every_layer_is_set(doc: Doc) -> None:
    for layer in ("TAG", "POS", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB"):
        assert doc.has_annotation(layer), layer


def test_span_ids_tie_the_parts_together(doc: Doc) -> None:
    assert {"sources": ["SANA"], "cues": ["said"], "contents": ["107 people fell ill"]} in [
        {name: [text.strip(".") for text in texts] for name, texts in parts.items()}
        for parts in tied(doc).values()
    ]


def test_sentences_are_trees_with_one_root(doc: Doc) -> None:
    sentences = list(doc.sents)
    assert len(sentences) == 3
    for sentence in sentences:
        roots = [token for token in sentence if token.head == token]
        assert len(roots) == 1
        assert all(token.head.sent == sentence for token in sentence)


def test_lemmas_are_base_forms(doc: Doc) -> None:
    lemmas = {token.text: token.lemma_ for token in doc}
    assert (lemmas["said"], lemmas["denied"]) == ("say", "deny")


def test_names_are_entities(doc: Doc) -> None:
    assert "SANA" in {entity.text for entity in doc.ents}


def same(one: Doc, other: Doc) -> bool:
    return (
        tied(one) == tied(other)
        and [t.head.i for t in one] == [t.head.i for t in other]
        and [(t.tag_, t.dep_, t.lemma_, t.is_sent_start) for t in one]
        == [(t.tag_, t.dep_, t.lemma_, t.is_sent_start) for t in other]
        and [e.label_ for e in one.ents] == [e.label_ for e in other.ents]
        and all(dict(one.spans[group].attrs) == dict(other.spans[group].attrs) for group in GROUPS)
    )


def test_it_survives_bytes(nlp: Language, doc: Doc) -> None:
    assert same(Doc(nlp.vocab).from_bytes(doc.to_bytes()), doc)


def test_it_survives_a_doc_bin(nlp: Language, doc: Doc, tmp_path: Path) -> None:
    DocBin(docs=[doc], store_user_data=True).to_disk(tmp_path / "docs.spacy")
    (back,) = DocBin().from_disk(tmp_path / "docs.spacy").get_docs(nlp.vocab)
    assert tied(back) == tied(doc)


@pytest.mark.slow
def test_it_works_in_several_processes(nlp: Language, doc: Doc) -> None:
    found = list(nlp.pipe([TEXT] * 4, n_process=2, batch_size=1))
    assert all(same(one, doc) for one in found)


def test_it_can_be_sent_to_another_process(nlp: Language, doc: Doc) -> None:
    component = pickle.loads(pickle.dumps(nlp.get_pipe("claimgraph")))
    assert tied(component(nlp.make_doc(TEXT))) == tied(doc)


def test_layers_can_be_switched_off() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("claimgraph", config={"syntax": False, "entities": False})
    doc = nlp(TEXT)
    assert not doc.has_annotation("DEP")
    assert not doc.ents
    assert doc.spans["cues"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\n\nHe said no.", "He said no.\n\n"], ids=repr)
def test_white_space_does_no_harm(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert all(sentence.text.strip() for sentence in doc.sents if text.strip())
