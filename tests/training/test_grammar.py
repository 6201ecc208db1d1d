"""A model's tags and trees as labels for documents that no treebank has."""

from dataclasses import replace
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from claimgraph.reading.reader import load_pipeline
from claimgraph.training.corpora import Annotated, GoldAttribution, GoldSyntax
from claimgraph.training.grammar import (
    add_grammar,
    add_mentions,
    read_grammar,
    read_mentions,
    write_grammar,
)

NEWS = Annotated(
    "1",
    ["SANA", "said", "107", "people", "fell", "ill", ".", "\n\n", "HTS", "left", "."],
    [False, True, True, True, True, True, False, False, False, True, False],
    [0] * 11,
    attributions=[GoldAttribution(((0, 1),), ((1, 2),), ((2, 6),))],
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline(threads=1)


@pytest.fixture(scope="module")
def written(nlp: Language, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("grammar") / "news.jsonl"
    assert write_grammar([NEWS], nlp, path) == 1
    return path


@pytest.fixture(scope="module")
def syntax(written: Path) -> GoldSyntax:
    (document,) = add_grammar([NEWS], read_grammar(written))
    assert document == replace(NEWS, syntax=document.syntax)
    assert document.syntax is not None
    return document.syntax


def test_every_word_has_its_label_and_line_breaks_have_none(syntax: GoldSyntax) -> None:
    assert syntax.sentence == [0, 0, 0, 0, 0, 0, 0, -1, 1, 1, 1]
    assert [syntax.xpos[place] for place in (0, 1, 2, 3)] == ["NNP", "VBD", "CD", "NNS"]
    assert [syntax.lemma[place] for place in (1, 9)] == ["say", "leave"]


def test_heads_are_places_in_the_document(syntax: GoldSyntax) -> None:
    assert [syntax.head[place] for place in (0, 1, 7, 8, 9)] == [1, 1, -1, 9, 9]
    assert [syntax.relation[place] for place in (0, 9)] == ["nsubj", "root"]


def test_mentions_are_written_as_the_model_groups_them(nlp: Language, tmp_path: Path) -> None:
    words = "Ann Lee left . The mayor said that she was ill .".split()
    news = Annotated("3", words, [True] * len(words), [0] * len(words))
    write_grammar([news], nlp, tmp_path / "news.jsonl")
    (document,) = add_mentions([news], read_mentions(tmp_path / "news.jsonl"))
    assert document == replace(news, mentions=document.mentions)
    assert document.mentions is not None
    doc = Doc(nlp.vocab, words=words, spaces=[True] * (len(words) - 1) + [False])
    for _, component in nlp.pipeline:
        doc = component(doc)
    found = [(m.start, m.label_, str(m.id)) for m in doc.spans["mentions"]]
    assert [(m.head, m.kind, m.entity) for m in document.mentions] == found
    assert [head for head, kind, _ in found if kind == "person"][:3] == [0, 5, 8]


def test_documents_without_labels_are_refused(written: Path) -> None:
    other = replace(NEWS, doc_id="2", words=[*NEWS.words[:-1], "!"])
    with pytest.raises(ValueError, match="no labels for 2; write them anew"):
        add_grammar([NEWS, other], read_grammar(written))
    with pytest.raises(ValueError, match="no labels for 2; write them anew"):
        add_mentions([other], read_mentions(written))


def test_a_file_that_could_not_be_finished_is_not_there(nlp: Language, tmp_path: Path) -> None:
    broken = replace(NEWS, words=["one"])
    with pytest.raises(ValueError, match="words"):
        write_grammar([NEWS, broken], nlp, tmp_path / "news.jsonl")
    assert not (tmp_path / "news.jsonl").exists()
