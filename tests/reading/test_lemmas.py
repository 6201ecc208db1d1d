"""Lemmas as rules."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.reading.encoder.lemmas import apply_rule, lemma_rule, regular_bases
from claimgraph.reading.encoder.weights import read_lemmas, write_lemmas
from claimgraph.reading.reader import Reader


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


@pytest.mark.parametrize(
    ("word", "base"),
    [
        pytest.param("aired", "air", id="an ending cut"),
        pytest.param("voiced", "voice", id="an e kept"),
        pytest.param("stopped", "stop", id="a doubled letter"),
        pytest.param("denied", "deny", id="a y put back"),
        pytest.param("misses", "miss", id="es"),
        pytest.param("leaking", "leak", id="ing"),
        pytest.param("closest", "close", id="est"),
    ],
)
def test_the_regular_bases_hold_the_right_one(word: str, base: str) -> None:
    assert base in regular_bases(word)


def test_a_word_without_an_ending_has_no_other_base() -> None:
    assert regular_bases("press") == []


def test_a_table_of_lemmas_survives_its_file(tmp_path: Path) -> None:
    table = {"NOUN": {"talks": "talk", "talk": "talk"}, "VERB": {"said": "say"}}
    write_lemmas(tmp_path / "lemmas.tsv", table)
    assert read_lemmas(tmp_path / "lemmas.tsv") == table


def test_verbs_of_saying_have_their_lemmas() -> None:
    doc = Reader(threads=1).annotate("The talks failed, TASS reported. He denied it and said no.")
    lemmas = {token.text: token.lemma_ for token in doc}
    assert {lemmas[word] for word in ("failed", "reported", "denied", "said")} == {
        "fail",
        "report",
        "deny",
        "say",
    }


def test_an_irregular_form_has_its_verb_whatever_its_tag() -> None:
    doc = Reader(threads=1).annotate("The paper said the spy was believed to have fled.")
    assert [token.lemma_ for token in doc if token.text == "fled"] == ["flee"]
