"""Long quotations are read a second time for their grammar, and not for who speaks."""

from functools import cache

import numpy as np
import pytest

from claimgraph.reading.encoder.encoder import Encoder, Outputs, Words
from claimgraph.reading.encoder.quotations import QuotationReader
from claimgraph.reading.encoder.weights import load_weights
from claimgraph.reading.reader import Reader, load_pipeline

#: Our own, in the manner of the news on which the model fails.
ARTICLE = """\
NORTHFIELD, Ohio - Democratic front-runner Karen Welling and Gov. Tom Ardley clashed over taxes \
and health care at a debate Sunday as both campaigns looked to the Iowa caucuses.

"Can you really reform the banks when they are spending millions and millions of dollars on \
campaign contributions and when they are paying for your travel?" Ardley asked. "It's easy to \
say, 'I'm going to do this and do that,' but I have doubts."

"I don't want to see the Republicans repeal it, and I don't want to see us start over again with \
a contentious debate," Welling said. "We finally have a path to health care for everybody."
"""
PLAIN = "The bridge will be closed on Monday, the council said. Nobody was hurt."
MARKS = frozenset((",", ".", ":", "``", "''", "HYPH", "NFP", "-LRB-", "-RRB-"))


@cache
def encoder() -> Encoder:
    return Encoder(load_weights(None), threads=1)


@cache
def quotation_reader() -> QuotationReader:
    labels = load_weights(None).labels
    return QuotationReader(encoder(), labels["upos"], labels["xpos"])


def words(text: str) -> Words:
    return Words.of(load_pipeline().make_doc(text))


def copied(outputs: Outputs) -> Outputs:
    return {name: values.copy() for name, values in outputs.items()}


def test_no_word_of_letters_is_a_mark() -> None:
    doc = Reader(threads=1).annotate(ARTICLE)
    letters = [token for token in doc if token.is_alpha]
    assert [token.text for token in letters if token.pos_ == "PUNCT" or token.tag_ in MARKS] == []


def test_claims_out_of_long_quotations_keep_their_words() -> None:
    found = [claim.text for claim in Reader(threads=1).read(ARTICLE).claims]
    assert "Karen Welling doesn't want to see the Republicans repeal it" in found
    assert "we finally have a path to health care for everybody" in found


def test_who_speaks_is_not_read_again() -> None:
    outputs = encoder().encode([words(ARTICLE)])[0]
    before = copied(outputs)
    quotation_reader().mend(words(ARTICLE), outputs)
    changed = {name for name in outputs if not np.array_equal(outputs[name], before[name])}
    assert {"upos", "xpos", "arc_head"} <= changed
    assert changed.isdisjoint({"attribution", "link"})


def test_what_stands_outside_of_these_sentences_is_not_read_again() -> None:
    text = words(ARTICLE)
    outputs = encoder().encode([text])[0]
    before = copied(outputs)
    quotation_reader().mend(text, outputs)
    first = text.texts.index("\n\n")
    for name in outputs:
        assert np.array_equal(outputs[name][:first], before[name][:first]), name


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(PLAIN, id="no quotation"),
        pytest.param("“" + PLAIN + "” he said.", id="a quotation whose tags are sound"),
        pytest.param("", id="nothing"),
        pytest.param("“”", id="marks alone"),
    ],
)
def test_what_needs_no_second_look_gets_none(text: str) -> None:
    outputs = encoder().encode([words(text)])[0]
    before = copied(outputs)
    quotation_reader().mend(words(text), outputs)
    assert outputs.keys() == before.keys()
    assert all(np.array_equal(outputs[name], before[name]) for name in outputs)
