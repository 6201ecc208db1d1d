"""Long quotations are read as well as what stands around them."""

import pytest

from claimgraph.reading.reader import Reader

#: Our own, in the manner of the news whose quotations are hard to read.
ARTICLE = """\
NORTHFIELD, Ohio - Democratic front-runner Karen Welling and Gov. Tom Ardley clashed over taxes \
and health care at a debate Sunday as both campaigns looked to the Iowa caucuses.

"Can you really reform the banks when they are spending millions and millions of dollars on \
campaign contributions and when they are paying for your travel?" Ardley asked. "It's easy to \
say, 'I'm going to do this and do that,' but I have doubts."

"I don't want to see the Republicans repeal it, and I don't want to see us start over again with \
a contentious debate," Welling said. "We finally have a path to health care for everybody."
"""
MARKS = frozenset((",", ".", ":", "``", "''", "HYPH", "NFP", "-LRB-", "-RRB-"))
NO_NOUNS = frozenset("and but can do i in it of on the to us we when with you your".split())


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(threads=1)


def test_no_word_of_letters_is_a_mark(reader: Reader) -> None:
    letters = [token for token in reader.annotate(ARTICLE) if token.is_alpha]
    assert [token.text for token in letters if token.pos_ == "PUNCT" or token.tag_ in MARKS] == []


def test_no_word_that_only_joins_others_is_a_noun(reader: Reader) -> None:
    nouns = {t.lower_ for t in reader.annotate(ARTICLE) if t.tag_.startswith("NN")}
    assert not nouns & NO_NOUNS


def test_claims_out_of_long_quotations_keep_their_words(reader: Reader) -> None:
    found = [claim.text for claim in reader.read(ARTICLE).claims]
    assert "Karen Welling doesn't want to see the Republicans repeal it" in found
    assert "we finally have a path to health care for everybody" in found
