"""Events: which claims of one document are about the same thing that happened."""

import pytest

from claimgraph.model import Claim, Document, Event, Reading
from claimgraph.reading.reader import Reader


def read(reader: Reader, text: str) -> Reading:
    return reader.read(Document(text=text, published="2019-06-08"))  # a Saturday


def event_of(reading: Reading, words: str) -> Event | None:
    """The event of the one claim that holds these words; without one, the error shows all."""
    found = [claim for claim in reading.claims if words in claim.text]
    assert len(found) == 1, [claim.text for claim in reading.claims]
    return _event(reading, found[0])


def _event(reading: Reading, claim: Claim) -> Event | None:
    return next((event for event in reading.events if event.id == claim.event_id), None)


def test_a_named_event_has_kind_place_and_day(own_reader: Reader) -> None:
    reading = read(own_reader, "A gas attack on Homs on Friday hurt 40 people, the mayor said.")
    event = event_of(reading, "gas attack")
    assert event is not None
    assert (event.label, event.kind) == ("chemical attack in Homs", "chemical attack")
    assert event.place is not None
    assert (event.place.name, str(event.time)) == ("Homs", "2019-06-07")


def test_two_articles_on_one_attack_have_one_event(own_reader: Reader) -> None:
    first = read(own_reader, "A gas attack on Homs on Friday hurt 40 people, the mayor said.")
    second = read(own_reader, "Doctors said that yesterday's chlorine attack in Homs killed two.")
    assert [event.id for event in first.events] == [event.id for event in second.events]


def test_without_a_day_two_articles_tell_of_two_events(own_reader: Reader) -> None:
    first = read(own_reader, "A gas attack on Homs hurt 40 people, the mayor said.")
    second = read(own_reader, "Doctors said that a chlorine attack in Homs killed two.")
    assert len({event.id for event in (*first.events, *second.events)}) == 2


STORY = """Officials said a car bombing killed nine people in Homs on Friday.

The mayor said the attack left dozens wounded.

SANA reported 31 injured. The army blamed the Halmar Front.

The Front denied any involvement. It did not issue a statement.

Elsewhere

Police said clashes in Raqqa on Thursday killed four soldiers.
"""


@pytest.mark.parametrize(
    ("words", "label"),
    [
        pytest.param("bombing killed nine", "bombing in Homs", id="what names it"),
        pytest.param("left dozens", "bombing in Homs", id="the attack, of which was told"),
        pytest.param("31 injured", "bombing in Homs", id="a toll without another word"),
        pytest.param("to blame", "bombing in Homs", id="who is blamed"),
        pytest.param("was involved", "bombing in Homs", id="who denies"),
        pytest.param("four soldiers", "clash in Raqqa", id="another section, another event"),
    ],
)
def test_what_refers_back_belongs_to_the_event(own_reader: Reader, words: str, label: str) -> None:
    event = event_of(read(own_reader, STORY), words)
    assert event is not None
    assert event.label == label


def test_a_silence_is_about_no_event(own_reader: Reader) -> None:
    assert event_of(read(own_reader, STORY), "issue a statement") is None


def test_whoever_is_accused_takes_part(own_reader: Reader) -> None:
    reading = read(own_reader, STORY)
    bombing = next(event for event in reading.events if event.kind == "bombing")
    assert [(party.role, party.name) for party in bombing.parties] == [("accused", "Halmar Front")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "An airstrike hit Homs on Friday, he said. An airstrike hit Homs on Tuesday, she said.",
            id="days",
        ),
        pytest.param(
            "An airstrike hit Homs on Friday, he said. An airstrike hit Raqqa on Friday, she said.",
            id="places",
        ),
        pytest.param(
            "An airstrike hit Homs on Friday, he said. A gas attack hit Homs on Friday, she said.",
            id="kinds",
        ),
        pytest.param(
            "He said a car bombing killed two in Homs. He said another car bombing killed six.",
            id="another one",
        ),
    ],
)
def test_other_days_places_and_kinds_are_other_events(own_reader: Reader, text: str) -> None:
    reading = read(own_reader, text)
    first, second = reading.claims
    assert first.event_id is not None
    assert first.event_id != second.event_id


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The minister said he wanted to prevent an attack on Homs.", id="prevented"),
        pytest.param("The minister said the rebels could attack Homs.", id="only possible"),
        pytest.param("The minister said that prices had risen.", id="no event"),
        pytest.param("The group claimed responsibility for the attack.", id="known elsewhere"),
    ],
)
def test_what_has_not_happened_here_is_no_event(own_reader: Reader, text: str) -> None:
    reading = read(own_reader, text)
    assert reading.events == ()


def test_a_day_after_is_counted(own_reader: Reader) -> None:
    text = (
        "Lena Orth said that jets had struck Raqqa on Friday, a day after a gas attack on Homs. "
        "She said the gas attack in Homs had hurt 40 people."
    )
    event = event_of(read(own_reader, text), "hurt 40")
    assert event is not None
    assert str(event.time) == "2019-06-06"


def test_a_district_lies_in_its_town(own_reader: Reader) -> None:
    text = (
        "Doctors said a gas attack in Bab Amr, in Homs, on Friday hurt six people. "
        "The army said the gas attack in Homs was the work of rebels."
    )
    reading = read(own_reader, text)
    assert len(reading.events) == 1
    assert reading.events[0].place is not None
    assert reading.events[0].place.name == "Homs"


@pytest.mark.parametrize(
    ("text", "around"),
    [
        (
            "People in Halden fled on Friday after a gas attack on the city's Orvale district.\n\n"
            "Doctors said the gas attack on Orvale hurt 40 people.",
            ("Halden",),
        ),
        ("A gas attack on Halden's Orvale district hurt 40 people, doctors said.", ("Halden",)),
        (
            "People in Syria fled on Friday after a gas attack on the city's Orvale district.\n\n"
            "Doctors said the gas attack on Orvale hurt 40 people.",
            (),
        ),
    ],
)
def test_the_citys_district_lies_in_the_city_named_last(
    own_reader: Reader, text: str, around: tuple[str, ...]
) -> None:
    event = event_of(read(own_reader, text), "hurt 40 people")
    assert event is not None
    assert event.place is not None
    assert event.place.within == around


def test_who_accuses_does_not_change_what_it_is_called(own_reader: Reader) -> None:
    text = (
        "The mayor said an explosion at a mill in Homs on Friday killed two people. "
        "The minister said rebels had planted a bomb. He said the explosion was heard in Raqqa."
    )
    reading = read(own_reader, text)
    assert [event.kind for event in reading.events] == ["explosion"]
    event = event_of(reading, "planted a bomb")
    assert event is not None


def test_reading_twice_gives_the_same_events(own_reader: Reader) -> None:
    assert read(own_reader, STORY).events == read(own_reader, STORY).events


PAST = """A gas attack killed nine people in Homs on Friday, a doctor said.

It was the worst since nerve gas killed 40 people in Raqqa in May 2012. Officials in Ankara said
the rebels were responsible for that attack. The rebels blamed it on the army.

The army denied that it was behind the gas attack in Homs.
"""


@pytest.mark.parametrize(
    ("words", "label"),
    [
        pytest.param("responsible for that", "chemical attack in Raqqa", id="the one told of last"),
        pytest.param("army is to blame", "chemical attack in Raqqa", id="and who is blamed for it"),
        pytest.param("behind the gas attack", "chemical attack in Homs", id="not the others"),
    ],
)
def test_that_attack_is_the_one_told_of_last(own_reader: Reader, words: str, label: str) -> None:
    event = event_of(read(own_reader, PAST), words)
    assert event is not None
    assert event.label == label
