"""Who is only asked whether they say or think something, or only supposed to, has not said it."""

import pytest

from claimgraph.compare.statement import statements_of
from claimgraph.compare.texts import verdict_of_pair
from claimgraph.model import Attribution, Claim
from claimgraph.reading.reader import Reader
from claimgraph.vocabulary import AttributionType, Certainty, Polarity


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(threads=1)


def first(reader: Reader, text: str) -> tuple[Attribution, Claim]:
    """The first attribution with its first claim."""
    reading = reader.read(text)
    attribution = reading.attributions[0]
    return attribution, next(
        claim for claim in reading.claims if claim.attribution_id == attribution.id
    )


OPEN = [
    "Did the minister say that the bridge was closed?",
    "Would the mayor claim that the bridge was closed?",
    "Does the council believe that the bridge was closed?",
    "Could she think that the bridge was closed?",
    "Who believes that the bridge was closed?",
    "If the ministry says that the bridge was closed, drivers will turn back.",
    "If the council believes that the bridge was closed, it should say so.",
    "Unless the ministry knows that the bridge was closed, it cannot be blamed.",
    "The council might have believed that the bridge was closed.",
    "The mayor would think that the bridge was closed.",
]

HELD = [
    "The minister said that the bridge was closed.",
    "The council believes that the bridge was closed.",
    "Why did the police say that the bridge was closed?",
    "Why does the council believe that the bridge was closed?",
    "The council has long thought that the bridge was closed.",
    "The mayor knew that the bridge was closed if anyone did.",
]


@pytest.mark.parametrize("text", OPEN)
def test_what_is_asked_or_supposed_is_left_open(reader: Reader, text: str) -> None:
    attribution, claim = first(reader, text)
    assert attribution.type is AttributionType.EVENTUALITY
    assert claim.text == "the bridge was closed"
    assert (claim.polarity, claim.certainty) == (Polarity.UNKNOWN, Certainty.UNDERSPECIFIED)


@pytest.mark.parametrize("text", HELD)
def test_what_is_said_or_thought_is_not(reader: Reader, text: str) -> None:
    attribution, claim = first(reader, text)
    assert attribution.type is not AttributionType.EVENTUALITY
    assert claim.text.startswith("the bridge was closed")
    assert claim.polarity is Polarity.POSITIVE


@pytest.mark.parametrize("text", OPEN)
@pytest.mark.parametrize("said", ["The bridge was closed", "The bridge was not closed"])
def test_it_neither_agrees_with_anybody_nor_contradicts(
    reader: Reader, text: str, said: str
) -> None:
    open_, other = (
        statements_of(reader.read(each)) for each in (text, f"{said}, Anna Hahn told reporters.")
    )
    verdict = verdict_of_pair(open_[:1], other)
    assert verdict is None or verdict.kind.value == "not_comparable"


def test_a_question_in_somebodys_mouth_is_a_question(reader: Reader) -> None:
    attribution, claim = first(reader, "“Was the bridge closed?” the minister asked.")
    assert attribution.type is AttributionType.ASSERTION
    assert attribution.act.value == "question"
    assert claim.certainty is Certainty.UNDERSPECIFIED
