"""Whether words look forward or back."""

import pytest

from claimgraph.text.phrases import split
from claimgraph.text.times.tense import looks_forward


def told(text: str) -> bool | None:
    """What is told of the word between stars."""
    before, word, after = text.split("*")
    start = len(split(before))
    return looks_forward(split(before + word + after), start, start + len(split(word)))


@pytest.mark.parametrize(
    "text",
    [
        "The court will rule on *Monday*.",
        "The court won't rule on *Monday*.",
        "He'll go on *Monday*.",
        "The deal will be signed on *Monday*.",
        "They are due to meet on *Monday*.",
        "They agreed to meet on *Monday*.",
        "Rebels were told to leave by *Monday*.",
        "The hearing scheduled for *Monday* was put off.",
        "On *Monday*, the court will rule.",
        "He said he would resign on *Monday*.",
        "The strike begins on *Monday*.",
        "Pompeo is meeting him on *Monday*.",
        "The deal was signed. It will lapse on *Monday*.",
        "Polls open on *Monday*.",
    ],
)
def test_words_look_forward(text: str) -> None:
    assert told(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "The court ruled on *Monday*.",
        "He said on *Monday* that he will resign.",
        "He will resign, he said on *Monday*.",
        "On *Monday*, the court said it will rule.",
        "The talks were held on *Monday*.",
        "The talks will end. They began on *Monday*.",
        "He would have resigned on *Monday*.",
        "She didn't vote on *Monday*.",
        "Shares fell at the close on *Monday*.",
        "Gen. Smith was shot on *Monday*.",
    ],
)
def test_words_look_back(text: str) -> None:
    assert told(text) is False


@pytest.mark.parametrize("text", ["*Monday*'s attack", "*Monday*", "Clashes on *Monday*, again."])
def test_no_word_tells(text: str) -> None:
    assert told(text) is None


def test_a_word_that_only_may_be_ahead_tells_nothing_after_the_time() -> None:
    assert told("*Monday*'s debate might not move many") is None
    assert told("*Monday*'s debate will move many") is True


def test_a_sentence_is_not_looked_out_of() -> None:
    assert told("It will rain. *Monday* saw sun.") is False
    assert told("It rained.\n\n*Monday* will see sun.") is True


def test_the_nearest_word_before_wins_also_where_it_should_not() -> None:
    """A limit of the hint, which the documents name."""
    assert told("He said that on *Monday* he will resign.") is False
