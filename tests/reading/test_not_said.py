"""Who could have spoken and did not is silent; who does not think, know or plan is not."""

import pytest

from claimgraph.model import Claim
from claimgraph.reading.reader import Reader
from claimgraph.vocabulary import Certainty, Polarity, Stance

SILENT = frozenset((Stance.SILENT, Stance.DECLINES))


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(threads=1)


def claim_of(reader: Reader, text: str) -> Claim:
    """The claim of the first attribution."""
    reading = reader.read(text)
    first = reading.attributions[0].id
    return next(claim for claim in reading.claims if claim.attribution_id == first)


@pytest.mark.parametrize(
    "text",
    [
        "The group did not immediately issue a statement.",
        "The minister declined to comment on the report.",
        "The ministry did not respond to a request for comment.",
        "The mayor would not say whether the bridge was safe.",
        "The company has not said how many workers were hurt.",
        "Police refused to discuss the case.",
        "The senator never cited a source for the claim.",
        "The senator did not want to discuss the vote.",
        "The general did not elaborate.",
        "The union did not confirm that a deal had been reached.",
        "No group has claimed responsibility for the attack.",
        "The ministry has never accused Norland of the attack.",
    ],
)
def test_speech_that_is_missing_is_a_silence(reader: Reader, text: str) -> None:
    claim = claim_of(reader, text)
    assert claim.stance in SILENT
    assert (claim.polarity, claim.certainty) == (Polarity.UNKNOWN, Certainty.UNDERSPECIFIED)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The senator did not like the provisions of the bill.", "a feeling"),
        ("The senator has not endorsed Trump.", "a side that is not taken"),
        ("The mayor never expected the bridge to fall.", "an expectation"),
        ("Voters are not buying the story of the mayor.", "a belief, in other words"),
        ("The members did not know that she had left the town.", "knowledge"),
        ("The party does not want the vote to be held.", "a wish"),
        ("The governor would not rule out a vote.", "what may still be"),
        ("The bishops have not accepted the offer of the king.", "a deed"),
        ("The guards did not accept the gift of the mayor.", "a deed"),
    ],
)
def test_what_is_not_thought_known_or_wanted_is_a_negative_claim(
    reader: Reader, text: str, kind: str
) -> None:
    claim = claim_of(reader, text)
    assert claim.stance is Stance.ASSERTS, kind
    assert claim.polarity is Polarity.NEGATIVE, kind
    assert claim.text[0].lower() + claim.text[1:] == text[0].lower() + text[1:-1]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor doesn't think that the bridge is safe.",
        "The mayor does not believe that the bridge is safe.",
    ],
)
def test_who_does_not_think_so_doubts_it(reader: Reader, text: str) -> None:
    claim = claim_of(reader, text)
    assert (claim.text, claim.stance) == ("the bridge is safe", Stance.DOUBTS)


@pytest.mark.parametrize(
    "text",
    [
        "The police reported no arrests in the town.",
        "It's hard not to wonder whether the ministers knew of the deal.",
        "The bank kept the rates low not because the White House wanted it to.",
        "The brothers asked whether the mayor wanted to admit it or not.",
    ],
)
def test_a_not_that_belongs_to_other_words_denies_no_saying(reader: Reader, text: str) -> None:
    assert not any(item.negated for item in reader.read(text).attributions)


@pytest.mark.parametrize(
    "text",
    [
        "The father had no reason to go home.",
        "“He asks what I do all day,” Orm said. He says not much.",
        "The minister wasn't so much saying that the plan would fail but that he was afraid of it.",
        "If you read the speech, the minister wasn’t saying that the plan would fail.",
    ],
)
def test_these_keep_nothing_back(reader: Reader, text: str) -> None:
    assert not any(claim.stance in SILENT for claim in reader.read(text).claims)


def test_what_somebody_does_not_think_is_told_once() -> None:
    own = Reader(threads=1, own_voice=True)
    texts = [claim.text for claim in own.read("The senator did not like the bill.").claims]
    assert texts == ["the senator did not like the bill"]
