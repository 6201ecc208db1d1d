"""Corpora become words of running text with what is known about them."""

import json
from pathlib import Path

import pytest
import spacy

from claimgraph.reading.encoder.words import make_tokenizer
from claimgraph.training.corpora import (
    GoldMention,
    Tokenized,
    names_of_mentions,
    read_conllu,
    read_names,
    read_polnear,
    read_re3d,
    read_sentences,
    read_texts,
)


def conllu(*sentences: str) -> str:
    """Sentences of lines "form upos head relation misc", with their comments before them."""
    blocks = []
    for sentence in sentences:
        lines, number = [], 0
        for line in sentence.strip().splitlines():
            if line.startswith("#"):
                lines.append(line)
                continue
            form, upos, head, relation, misc = line.split()
            if "-" in upos:
                lines.append(f"{upos}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{misc}")
                continue
            number += 1
            lines.append(f"{number}\t{form}\t{form}\t{upos}\tX\t_\t{head}\t{relation}\t_\t{misc}")
        blocks.append("\n".join(lines) + "\n\n")
    return "".join(blocks)


SAID = """
# newdoc id = d1
# newpar
# sent_id = s1
SANA PROPN 2 nsubj Entity=(1-organization-new-x-1-sgl)
said VERB 0 root _
so ADV 2 advmod SpaceAfter=No
. PUNCT 2 punct _
"""
DONT = """
# sent_id = s2
They PRON 4 nsubj _
don't 2-3 _ _ _
do AUX 4 aux _
n't PART 4 advmod _
know VERB 0 root SpaceAfter=No
. PUNCT 4 punct _
"""
WANNA = """
I PRON 2 nsubj _
wanna 2-3 _ _ _
want VERB 0 root _
to PART 4 mark _
go VERB 2 xcomp _
"""
HEADING = """
# newpar
# sent_id = s3
Background NOUN 0 root _
"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "bank.conllu"
    path.write_text(conllu(SAID, DONT, HEADING))
    return path


def text_of(words: list[str], spaced: list[bool]) -> str:
    return "".join((" " if s else "") + w for w, s in zip(words, spaced, strict=True))


def test_a_treebank_becomes_running_text_with_paragraphs(treebank: Path) -> None:
    (document,) = read_conllu(treebank)
    assert text_of(document.words, document.spaced) == (
        "SANA said so. They don't know.\n\nBackground"
    )


def test_heads_point_into_the_document(treebank: Path) -> None:
    (document,) = read_conllu(treebank)
    assert document.syntax is not None
    heads = {document.words[i]: document.words[h] for i, h in enumerate(document.syntax.head)}
    assert heads["SANA"] == "said"
    assert heads["n't"] == "know"
    assert heads["Background"] == "Background"


def test_a_line_break_belongs_to_no_sentence(treebank: Path) -> None:
    (document,) = read_conllu(treebank)
    assert document.syntax is not None
    assert document.syntax.sentence == [0, 0, 0, 0, 1, 1, 1, 1, 1, -1, 2]


def test_a_contraction_whose_words_do_not_spell_it_is_one_word(tmp_path: Path) -> None:
    path = tmp_path / "bank.conllu"
    path.write_text(conllu(WANNA))
    (sentence,) = read_sentences(path)
    assert [form for form, _, _ in sentence.rows] == ["I", "wanna", "go"]
    assert [columns[6] for _, columns, _ in sentence.rows] == ["2", "0", "2"]


def test_mentions_are_known_by_their_heads(treebank: Path) -> None:
    (document,) = read_conllu(treebank, mentions=True)
    assert document.mentions == [GoldMention((0, 1), 0, "organization", "1")]


def test_names_join_their_sentences(treebank: Path, tmp_path: Path) -> None:
    path = tmp_path / "names.iob2"
    path.write_text("# sent_id = s1\n1\tSANA\tB-ORG\n2\tsaid\tO\n3\tso\tB-OTH\n4\t.\tO\n")
    (document,) = read_conllu(treebank, read_names(path))
    assert document.entities is not None
    assert document.entities[:4] == ["B-ORG", "O", "O", "O"]
    assert set(document.entities[4:]) == {""}


@pytest.mark.parametrize(
    ("words", "xpos", "kind", "expected"),
    [
        pytest.param("President Obama", "NNP NNP", "person", "O B-PER", id="without the title"),
        pytest.param("the United States", "DT NNP NNPS", "place", "O B-LOC I-LOC", id="a plural"),
        pytest.param("Americans", "NNPS", "person", "O", id="peoples are no persons"),
        pytest.param("the doctor", "DT NN", "person", "O O", id="a common noun"),
        pytest.param("the State", "DT NNP", "organization", "O ?", id="a title alone is doubtful"),
    ],
)
def test_names_come_out_of_mentions(words: str, xpos: str, kind: str, expected: str) -> None:
    forms = words.split()
    mention = GoldMention((0, len(forms)), len(forms) - 1, kind, "1")
    found = names_of_mentions(forms, xpos.split(), [mention])
    assert [label or "?" for label in found] == expected.split()


@pytest.fixture(scope="module")
def nlp() -> spacy.language.Language:
    nlp = spacy.blank("en")
    nlp.tokenizer = make_tokenizer(nlp)
    return nlp


def test_spans_become_words(nlp: spacy.language.Language, tmp_path: Path) -> None:
    text = "“No,” he said."
    part = {"source": [[6, 8]], "cue": [[9, 13]], "content": [[0, 5]]}
    path = tmp_path / "polnear.jsonl"
    path.write_text(json.dumps({"doc_id": "1", "text": text, "attributions": [part]}))
    (document,) = read_polnear(path, nlp)
    assert document.attributions is not None
    (gold,) = document.attributions
    assert (gold.source, gold.cue, gold.content) == (((4, 5),), ((5, 6),), ((0, 4),))
    assert document.quotes[:5] == [2, 1, 1, 2, 0]


def test_only_proper_names_are_taken_from_re3d(
    nlp: spacy.language.Language, tmp_path: Path
) -> None:
    text = "The Free Syrian Army and U.S. soldiers met them."
    entities = [
        {"start": 0, "end": 20, "label": "Organisation"},
        {"start": 25, "end": 38, "label": "Organisation"},
        {"start": 43, "end": 47, "label": "Person"},
    ]
    path = tmp_path / "re3d.jsonl"
    path.write_text(json.dumps({"doc_id": "1", "text": text, "entities": entities}))
    (document,) = read_re3d(path, nlp)
    assert document.entities is not None
    labels = dict(zip(document.words, document.entities, strict=True))
    assert (labels["The"], labels["Free"], labels["Army"]) == ("O", "B-ORG", "I-ORG")
    assert (labels["U.S."], labels["soldiers"], labels["them"]) == ("", "", "O")


def test_blanks_at_the_edges_of_a_span_are_left_out(nlp: spacy.language.Language) -> None:
    tokens = Tokenized("He said no.\n\nShe left.", nlp)
    assert tokens.cover(8, 13) == (2, 4)
    assert tokens.cover(11, 13) is None


def test_texts_without_annotations_keep_their_words_and_an_empty_one_is_passed_over(
    nlp: spacy.language.Language, tmp_path: Path
) -> None:
    path = tmp_path / "texts.jsonl"
    rows = [{"doc_id": "a", "text": "“No,” she said."}, {"doc_id": "b", "text": " \n"}]
    path.write_text("\n".join(map(json.dumps, rows)))
    (document,) = read_texts(path, nlp)
    assert document.words == ["“", "No", ",", "”", "she", "said", "."]
    assert document.spaced == [False, False, False, False, True, True, False]
    assert (document.doc_id, document.attributions, document.entities) == ("a", None, None)
