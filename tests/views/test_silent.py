import pytest

from claimgraph.views.silent import Silent, silent
from tests.factories import (
    Piece,
    Said,
    article,
    asks,
    contradicts,
    described,
    gather,
    happening,
    person,
    said,
    source,
    speaks_for,
)
from tests.views.seeds import material as seeds

WIRE = article(
    "Russia accused HTS of the attack. HTS did not immediately issue a statement. "
    "An alliance of rebels denied any part in it. Turkey denied that HTS had done it. "
    "Its spokesman denied it. HTS praised the weather. HTS admitted it. "
    "The rebels were blamed, too."
)
LATER = article("HTS denied having a part in it.", by="Daily", published="2018-11-27")
RUSSIA, TURKEY = source("Russia", "state"), source("Turkey", "state")
HTS = source("Hayat Tahrir al-Sham", "armed_group", "HTS")
ALLIANCE = described(WIRE, "an alliance of rebels")
REBELS = described(WIRE, "the rebels", "collective")
ATTACK = happening("gas attack on Aleppo")
OTHER = happening("air strike on Idlib")

ACCUSED = said(WIRE, RUSSIA, "HTS of the attack", stance="accuses", accusing=HTS, about=ATTACK)
SILENCE = said(WIRE, HTS, "did not immediately issue a statement", stance="silent", about=ATTACK)


def unanswered(*pieces: Piece) -> list[str]:
    return [row.party.name for row in silent(gather(*pieces)) if row.accusations]


def test_the_accused_who_say_nothing_are_silent_in_the_words_of_the_article() -> None:
    (row,) = silent(gather(ACCUSED, SILENCE))
    assert row.party.name == "Hayat Tahrir al-Sham"
    assert [party.name for party in row.accused_by] == ["Russia"]
    assert [each.words for each in row.statements] == ["did not immediately issue a statement"]
    assert row.statements[0].evidence[0].span == WIRE.span(38, 75)


def test_no_report_of_a_silence_is_not_a_silence() -> None:
    (row,) = silent(gather(ACCUSED))
    assert row.statements == ()
    assert "no answer is reported" in str(silent(gather(ACCUSED)))


def denial(by: object, words: str = "denied any part in it", **more: object) -> Said:
    return said(WIRE, by, words, **{"stance": "denies", "about": ATTACK, **more})  # type: ignore[arg-type]


SPOKESMAN = person("Spokesman of HTS")
SPEAKS = speaks_for(SPOKESMAN, HTS, "spokesman")


@pytest.mark.parametrize(
    ("pieces", "answered"),
    [
        pytest.param([denial(HTS)], True, id="a denial of the accused answers"),
        pytest.param([denial(SPOKESMAN), SPEAKS], True, id="so does their spokesman's"),
        pytest.param([said(WIRE, HTS, "admitted it", about=ATTACK, fields={"act": "admit"})], True,
                     id="so does an admission"),
        pytest.param([said(WIRE, HTS, "praised the weather", about=ATTACK, polarity="negative")],
                     True, id="so does saying that it is not so"),
        pytest.param([denial(ALLIANCE)], False, id="the alliance does not deny for HTS"),
        pytest.param([denial(TURKEY, accusing=None)], False, id="nor does a friend of HTS"),
        pytest.param([denial(SPOKESMAN)], False, id="nor a spokesman of nobody knows whom"),
        pytest.param([denial(HTS, about=OTHER)], False, id="nor a denial of something else"),
        pytest.param([said(WIRE, HTS, "praised the weather", about=ATTACK)], False,
                     id="nor any other word of the accused"),
        pytest.param([denial(HTS, fields={"negated": True})], False,
                     id="nor a denial that was not made"),
        pytest.param([SILENCE], False, id="nor a silence"),
    ],
)  # fmt: skip
def test_an_accusation_is_answered_by_the_accused_or_their_side(
    pieces: list[Piece], answered: bool
) -> None:
    assert unanswered(ACCUSED, *pieces) == ([] if answered else ["Hayat Tahrir al-Sham"])


def test_a_claim_of_the_accused_that_contradicts_the_accusation_answers_it() -> None:
    weather = said(WIRE, HTS, "praised the weather", about=ATTACK)
    assert unanswered(ACCUSED, weather, contradicts(ACCUSED, weather)) == []


def test_a_denial_in_answer_to_the_same_question_answers_without_an_event() -> None:
    accused = said(WIRE, RUSSIA, "HTS of the attack", stance="accuses", accusing=HTS)
    denied = said(LATER, HTS, "having a part in it", stance="denies")
    assert unanswered(accused, denied) == ["Hayat Tahrir al-Sham"]
    assert unanswered(accused, denied, asks("Who did it?", accused, denied)) == []


def test_a_later_denial_ends_the_silence() -> None:
    denied = said(LATER, HTS, "having a part in it", stance="denies", about=ATTACK)
    shown = silent(gather(ACCUSED, SILENCE, denied))
    assert shown.rows == ()
    assert [each.party.name for each in shown.answered] == ["Hayat Tahrir al-Sham"]


def test_who_clears_himself_answers_in_part_for_a_crowd_that_is_not_named() -> None:
    blamed = said(
        WIRE, RUSSIA, "The rebels were blamed, too", stance="accuses", accusing=REBELS, about=ATTACK
    )
    cleared = {"role": "cleared", "name": "alliance", "source_id": ALLIANCE.id}
    denied = denial(ALLIANCE, participants=[cleared])
    shown = silent(gather(blamed, denied, contradicts(blamed, denied)))
    assert [(each.party.name, each.in_part) for each in shown.answered] == [("the rebels", True)]
    assert unanswered(blamed, denied) == ["the rebels"]


def test_a_crowd_with_the_name_of_a_state_is_still_a_crowd() -> None:
    crowd = source("Syrian rebels", "armed_group")
    blamed = said(WIRE, RUSSIA, "The rebels were blamed, too", accusing=crowd, about=ATTACK)
    cleared = {"role": "cleared", "name": "alliance", "source_id": ALLIANCE.id}
    denied = denial(ALLIANCE, participants=[cleared])
    shown = silent(gather(blamed, denied, contradicts(blamed, denied)))
    assert [(each.party.name, each.in_part) for each in shown.answered] == [("Syrian rebels", True)]


def test_who_says_that_he_did_it_accuses_nobody_else() -> None:
    claimed = said(WIRE, HTS, "admitted it", accusing=HTS, about=ATTACK)
    assert unanswered(claimed) == []


def test_who_declined_to_comment_was_asked() -> None:
    declined = said(WIRE, TURKEY, "HTS had done it", cue="denied that", stance="declines")
    (row,) = silent(gather(declined))
    assert (row.party.name, row.accusations, row.statements[0].words) == (
        "Turkey",
        (),
        "denied that",
    )


def seeds_silent(*publishers: str) -> Silent:
    return silent(seeds(frozenset(publishers)))


def test_in_the_seeds_hts_is_silent_and_the_rebels_are_answered_for_in_part() -> None:
    shown = seeds_silent("Example Wire", "Orontes Daily", "Sham Dispatch")
    hts = next(row for row in shown if row.party.name == "Hayat Tahrir al-Sham")
    assert [party.name for party in hts.accused_by] == ["Russia"]
    assert {each.words for each in hts.statements} == {
        "did not immediately issue a statement",
        "had said nothing",
        "could not be reached",
    }
    (rebels,) = {each.party.name for each in shown.answered}
    assert rebels == "Syrian rebels"
    assert all(each.in_part for each in shown.answered)
