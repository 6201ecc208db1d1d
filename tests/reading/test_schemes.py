"""Trees of spaCy's English pipelines, turned into Universal Dependencies."""

import pytest
import spacy
from spacy.tokens import Doc

from claimgraph.reading.parsed import Parsed
from claimgraph.reading.schemes import is_clear, to_universal

#: Words with tag, head and label as spaCy's pipelines give them; and head and label wanted.
Row = tuple[str, str, int, str, int, str]

CASES: list[list[Row]] = [
    [
        ("Russia", "PROPN", 1, "nsubj", 1, "nsubj"),
        ("accused", "VERB", 1, "ROOT", 1, "root"),
        ("HTS", "PROPN", 1, "dobj", 1, "obj"),
        ("of", "ADP", 1, "prep", 4, "mark"),
        ("firing", "VERB", 3, "pcomp", 1, "advcl"),
        ("shells", "NOUN", 4, "dobj", 4, "obj"),
    ],
    [
        ("Planes", "NOUN", 2, "nsubjpass", 2, "nsubj:pass"),
        ("were", "AUX", 2, "auxpass", 2, "aux:pass"),
        ("hit", "VERB", 2, "ROOT", 2, "root"),
        ("by", "ADP", 2, "agent", 5, "case"),
        ("the", "DET", 5, "det", 5, "det"),
        ("rebels", "NOUN", 3, "pobj", 2, "obl:agent"),
        ("of", "ADP", 5, "prep", 7, "case"),
        ("Idlib", "PROPN", 6, "pobj", 5, "nmod"),
    ],
    [
        ("He", "PRON", 1, "nsubj", 1, "nsubj"),
        ("said", "VERB", 1, "ROOT", 1, "root"),
        ("it", "PRON", 3, "nsubj", 5, "nsubj"),
        ("was", "AUX", 1, "ccomp", 5, "cop"),
        ("not", "PART", 3, "neg", 5, "advmod"),
        ("safe", "ADJ", 3, "acomp", 1, "ccomp"),
    ],
    [
        ("There", "PRON", 1, "expl", 1, "expl"),
        ("were", "AUX", 1, "ROOT", 1, "root"),
        ("clashes", "NOUN", 1, "attr", 1, "nsubj"),
    ],
    [
        ("Ann", "PROPN", 5, "nsubj", 5, "nsubj"),
        (",", "PUNCT", 0, "punct", 0, "punct"),
        ("Bo", "PROPN", 0, "conj", 0, "conj"),
        ("and", "CCONJ", 2, "cc", 4, "cc"),
        ("Cy", "PROPN", 2, "conj", 0, "conj"),
        ("left", "VERB", 5, "ROOT", 5, "root"),
    ],
    [
        ("smoke", "NOUN", 1, "nsubj", 1, "nsubj"),
        ("came", "VERB", 1, "ROOT", 1, "root"),
        ("out", "ADP", 1, "prep", 5, "case"),
        ("of", "ADP", 2, "prep", 5, "case"),
        ("the", "DET", 5, "det", 5, "det"),
        ("house", "NOUN", 3, "pobj", 1, "obl"),
    ],
]
LEMMAS = {"was": "be", "were": "be"}


@pytest.mark.parametrize("rows", CASES, ids=lambda rows: " ".join(row[0] for row in rows))
def test_a_tree_is_turned(rows: list[Row]) -> None:
    heads, deps = to_universal(
        [row[2] for row in rows],
        [row[3] for row in rows],
        [LEMMAS.get(row[0], row[0]) for row in rows],
        [row[1] for row in rows],
    )
    assert list(zip(heads, deps, strict=True)) == [(row[4], row[5]) for row in rows]


@pytest.mark.parametrize("rows", CASES)
def test_every_word_still_leads_to_the_root(rows: list[Row]) -> None:
    heads, _ = to_universal(
        [row[2] for row in rows],
        [row[3] for row in rows],
        [LEMMAS.get(row[0], row[0]) for row in rows],
        [row[1] for row in rows],
    )
    for word in range(len(rows)):
        seen: set[int] = set()
        while heads[word] != word:
            assert word not in seen
            seen.add(word)
            word = heads[word]


def test_universal_trees_stay_as_they_are() -> None:
    assert not is_clear(["nsubj", "root", "obj", "case", "obl"])


def test_a_doc_of_another_pipeline_is_read_in_our_scheme() -> None:
    rows = CASES[0]
    doc = Doc(
        spacy.blank("en").vocab,
        words=[row[0] for row in rows],
        pos=[row[1] for row in rows],
        tags=["X"] * len(rows),
        lemmas=[row[0] for row in rows],
        heads=[row[2] for row in rows],
        deps=[row[3] for row in rows],
    )
    parsed = Parsed.of(doc)
    assert parsed.deps == [row[5] for row in rows]
    assert parsed.children[1] == [0, 2, 4]
