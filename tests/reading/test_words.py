"""Words as Universal Dependencies cuts them; every character is kept."""

import time

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.reading.encoder.words import LONGEST_RUN, LinearTokenizer, make_tokenizer


def tokenizer() -> LinearTokenizer:
    return LinearTokenizer(make_tokenizer(spacy.blank("en")))


CUT = tokenizer()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He didn't e-mail.", "He|did|n't|e-mail|.", id="contraction and prefix"),
        pytest.param("a well-known man", "a|well|-|known|man", id="hyphen between words"),
        pytest.param("Wait!!! *** No?!", "Wait|!!!|***|No|?!", id="rows of marks"),
        pytest.param("“No,” he said", "“|No|,|”|he|said", id="quotation marks"),
        pytest.param("and/or", "and|/|or", id="slash"),
        pytest.param("They wanna go", "They|wan|na|go", id="wanna"),
        pytest.param("the U.S. Army", "the|U.S.|Army", id="abbreviation"),
        pytest.param('"Ann Orr"<a@b.org>', '"|Ann|Orr|"|<|a@b.org|>', id="head of an e-mail"),
        pytest.param("Call 1-877-331-6867.", "Call|1-877-331-6867|.", id="telephone number"),
        pytest.param("713-853-7557, 853-7557", "713-853-7557|,|853-7557", id="shorter ones"),
        pytest.param("from 2003-2007 on", "from|2003|-|2007|on", id="span of years"),
        pytest.param("on 12-20-2000", "on|12-20-2000", id="date with two hyphens"),
        pytest.param("at 6:30am. At 8:00p.m.", "at|6:30|am|.|At|8:00|p.m.", id="time"),
        pytest.param("the '90s, the 1990's", "the|'90s|,|the|1990's", id="decades"),
        pytest.param("in 2024's vote", "in|2024|'s|vote", id="a year's genitive"),
        pytest.param("25. /TASS/. Men", "25|.|/|TASS|/|.|Men", id="agency between strokes"),
        pytest.param("his account(s)", "his|account|(|s|)", id="bracket"),
        pytest.param("in mid-July", "in|mid-July", id="half a month"),
        pytest.param("at http://b.org/?a=1", "at|http://b.org/?a=1", id="address"),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert [token.text for token in CUT(text)] == expected.split("|")


@given(st.text(alphabet="ab '\"“”.-\n!😀\u0301", max_size=400))
def test_no_character_is_lost(text: str) -> None:
    assert CUT(text).text == text


@pytest.mark.parametrize("unit", ['"', "a", "a.", "-", "('"], ids=repr)
def test_long_runs_are_cut_and_kept(unit: str) -> None:
    text = f"He said {unit * 1000} and left"
    doc = CUT(text)
    assert doc.text == text
    assert max(len(token) for token in doc) <= LONGEST_RUN


def test_a_row_of_marks_costs_linear_time() -> None:
    def seconds(length: int) -> float:
        start = time.process_time()
        CUT('"' * length)
        return time.process_time() - start

    small = min(seconds(5_000) for _ in range(3))
    # A quadratic tokenizer would need a hundred times as long.
    assert min(seconds(50_000) for _ in range(2)) < 30 * max(small, 0.005)
