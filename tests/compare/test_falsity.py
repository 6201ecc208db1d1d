"""Words by which a claim takes back what it names."""

from typing import Any

import pytest

from claimgraph.compare.falsity import takes_back
from claimgraph.compare.gist import Gist
from claimgraph.compare.terms import tokens
from claimgraph.vocabulary import Stance
from tests.compare.statements import denies, says


@pytest.mark.parametrize(
    "text",
    [
        "Reports of a coup are untrue",
        "The minister slammed rumours of a coup",
        "Coup Story Is Totally False, Army Says",
        "the claim from Ardal is groundless",
        "the video is a hoax",
        "Officials shot down reports of a coup",
        "the rumour of a coup was put to rest",
        "Death of Halder: Hoax Busted",
        "those who link the fire to Ardal are lying",
        "the story was invented by the opposition",
        "the report is a fabrication",
    ],
)
def test_it_is_taken_back(text: str) -> None:
    assert takes_back(tokens(text))


@pytest.mark.parametrize(
    "text",
    [
        "they were caught with fake passports",
        "he was fired over bogus charges",
        "the story is not a hoax",
        "a miracle: real or hoax",
        "the minister slammed the opposition",
        "the false ceiling fell on the guests",
        "the report was published on Monday",
        "the mayor counter-accused the editor of telling stories",
        "immigrants become part of the national fabric",
        "the town lies near the border",
        "the lamp was invented in 1879",
        "it is a work of science fiction",
    ],
)
def test_it_stands(text: str) -> None:
    assert not takes_back(tokens(text))


@pytest.mark.parametrize(
    ("fields", "sign"),
    [
        ({}, 1),
        ({"polarity": "negative"}, -1),
        ({"polarity": "unknown"}, 0),
        ({"stance": Stance.DENIES}, -1),
        ({"stance": Stance.DENIES, "polarity": "negative"}, -1),
        ({"stance": Stance.DOUBTS}, 0),
        ({"stance": Stance.SILENT, "polarity": "unknown"}, 0),
    ],
)
def test_whether_it_is_said_to_be_so(fields: dict[str, Any], sign: int) -> None:
    assert Gist(says("HTS", "HTS was involved in the attack", **fields)).sign == sign


def test_a_hoax_that_is_denied_is_said_to_be_so() -> None:
    assert Gist(denies("the king", "the letter is a hoax")).sign == 1


@pytest.mark.parametrize(
    ("text", "is_fact"),
    [
        ("the minister has published the figures", True),
        ("the minister should publish the figures", False),
        ("if the dam breaks, thousands will flee", False),
        ("even if it rains the match takes place", True),
        ("questions remain whether it was so", False),
    ],
)
def test_what_should_be_or_would_be_is_no_fact(text: str, is_fact: bool) -> None:
    assert Gist(says("a union", text)).is_fact is is_fact
