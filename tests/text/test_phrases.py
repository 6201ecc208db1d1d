"""Phrases of a closed vocabulary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.text.phrases import Grammar, Phrase, split

CLASSES = {
    "DAY": frozenset("1 2 3".split()),
    "MONTH": frozenset({"May", "June"}),
    "NAME": frozenset({"May"}),
}


def grammar(**rules: list[str]) -> Grammar:
    kinds = {"ANY": list(rules), "DATE": [name for name in rules if name == "date"]}
    return Grammar(classes=CLASSES, pieces={"WHEN": "on | in"}, rules=rules, kinds=kinds)


def always(_: Phrase) -> bool:
    return True


def found(rules: Grammar, text: str, at: int = 0) -> str | None:
    """The words of the phrase that begins at a token."""
    tokens = split(text)
    phrase = rules.text(tokens).phrase("ANY", at, always)
    return None if phrase is None else "".join(tokens[phrase.start : phrase.end])


@given(st.text(max_size=60))
def test_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(split(text)) == text


@pytest.mark.parametrize(
    ("template", "text", "expected"),
    [
        pytest.param("on _ MONTH", "On May", "On May", id="a word in any case"),
        pytest.param("on _ MONTH", "on may", None, id="a class as it is written"),
        pytest.param("WHEN _ MONTH", "in May", "in May", id="a piece"),
        pytest.param("DAY - DAY", "1–2", "1–2", id="any dash"),
        pytest.param("DAY (_ MONTH)?", "1 x", "1", id="what may be left out"),
        pytest.param("on (?! _ NAME)", "on May", None, id="what must not follow"),
        pytest.param("on (?= _ NAME)", "on May", "on", id="what must follow"),
        pytest.param("on _ MONTH", "on\n\nMay", None, id="an empty line ends a phrase"),
        pytest.param("DAY , MONTH | DAY", "1,May", "1,May", id="branches in their order"),
    ],
)
def test_a_template_is_matched(template: str, text: str, expected: str | None) -> None:
    assert found(grammar(only=[template]), text) == expected


def test_a_phrase_holds_the_phrases_and_words_that_it_names() -> None:
    rules = grammar(since=["since _ day=<DATE>"], date=["day=(DAY) _ MONTH", "MONTH _ day=(DAY)"])
    phrase = rules.text(split("since May 3")).phrase("ANY", 0, always)
    assert phrase is not None
    assert (phrase.rule, phrase.phrases["day"].rule) == ("since", "date")
    assert phrase.phrases["day"].spans == {"day": (4, 5)}


def test_the_next_rule_is_tried_where_the_first_does_not_fit() -> None:
    rules = grammar(long=["DAY _ MONTH"], short=["DAY"])
    text = rules.text(split("1 May"))
    phrase = text.phrase("ANY", 0, lambda one: one.rule == "short")
    assert phrase is not None
    assert phrase.rule == "short"


def test_nothing_begins_past_the_end() -> None:
    assert grammar(only=["DAY"]).text(["1"]).phrase("ANY", 1, always) is None


def test_a_template_that_cannot_be_read_is_told() -> None:
    with pytest.raises(ValueError, match=r"a template cannot hold '\*'"):
        grammar(only=["DAY*"])
    with pytest.raises(KeyError, match="WEEK"):
        grammar(only=["WEEK"])
