"""Lemmas as rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.reading.lemmas import apply_rule, lemma_rule


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        pytest.param("said", "say", id="irregular"),
        pytest.param("Denies", "deny", id="at the start of a sentence"),
        pytest.param("Moscow", "Moscow", id="a name keeps its case"),
        pytest.param("went", "go", id="nothing in common"),
        pytest.param("107", "107", id="a number"),
    ],
)
def test_a_rule_gives_back_its_lemma(word: str, lemma: str) -> None:
    assert apply_rule(word, lemma_rule(word, lemma)) == lemma


@given(st.text("abcdeXY", min_size=1, max_size=8), st.text("abcde", min_size=1, max_size=8))
def test_every_lemma_has_a_rule(word: str, lemma: str) -> None:
    assert apply_rule(word, lemma_rule(word, lemma)) == lemma


@given(st.text(min_size=1, max_size=6), st.sampled_from(["l5", "k3", "l2y", "k0"]))
def test_a_lemma_is_never_empty(word: str, rule: str) -> None:
    assert apply_rule(word, rule)
