"""Scores from raw text, on documents small enough to count by hand."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc, Span

from claimgraph.training.corpora import Annotated, GoldSyntax
from claimgraph.training.treebank import evaluate

GOLD = Annotated(
    "1",
    ["SANA", "said", "so", ".", "\n\n", "HTS", "left"],
    [False, True, True, False, False, False, True],
    [0] * 7,
    syntax=GoldSyntax(
        [0, 0, 0, 0, -1, 1, 1],
        ["PROPN", "VERB", "ADV", "PUNCT", "_", "PROPN", "VERB"],
        ["NNP", "VBD", "RB", ".", "_", "NNP", "VBD"],
        ["SANA", "say", "so", ".", "_", "HTS", "leave"],
        [1, 1, 1, 1, 4, 6, 6],
        ["nsubj", "root", "advmod", "punct", "_", "nsubj:x", "root"],
    ),
    entities=["B-ORG", "O", "O", "O", "", "B-ORG", "O"],
)


def pipeline(heads: list[int], deps: list[str], names: list[int]) -> Callable[[str], Doc]:
    """A pipeline that says the same of every text."""
    nlp = spacy.blank("en")

    def annotate(text: str) -> Doc:
        doc = nlp(text)
        words = [token.text for token in doc]
        spaces = [bool(token.whitespace_) for token in doc]
        tags = ["NNP", "VBD", "RB", ".", "_SP", "NNP", "VBD"]
        pos = ["PROPN", "VERB", "ADV", "PUNCT", "SPACE", "PROPN", "VERB"]
        lemmas = ["SANA", "say", "so", ".", "\n\n", "HTS", "leave"]
        filled = Doc(
            doc.vocab, words, spaces, tags=tags, pos=pos, lemmas=lemmas, heads=heads, deps=deps
        )
        filled.set_ents([Span(filled, place, place + 1, label="ORG") for place in names])
        return filled

    return annotate


RIGHT = ["nsubj", "root", "advmod", "punct", "dep", "nsubj", "root"]


def test_what_the_treebank_says_is_all_right() -> None:
    scores = evaluate([GOLD], pipeline([1, 1, 1, 1, 3, 6, 6], RIGHT, [0, 5]))
    assert {name: score for name, score in scores.items() if score != 100.0} == {}
    assert {"words", "sentences", "UPOS", "XPOS", "lemmas", "UAS", "LAS", "names"} <= set(scores)


def test_a_wrong_relation_costs_las_and_not_uas() -> None:
    wrong = ["obj", *RIGHT[1:]]
    scores = evaluate([GOLD], pipeline([1, 1, 1, 1, 3, 6, 6], wrong, [0, 5]))
    assert scores["UAS"] == 100.0
    assert scores["LAS"] == pytest.approx(83.33)


def test_a_missed_name_costs_recall() -> None:
    scores = evaluate([GOLD], pipeline([1, 1, 1, 1, 3, 6, 6], RIGHT, [0]))
    assert scores["names"] == pytest.approx(66.67)
