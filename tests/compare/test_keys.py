"""Claims that a person would hold against each other share a key."""

import pytest

from claimgraph.compare.keys import block_keys, moment_of
from claimgraph.compare.statement import Statement, statements_of
from claimgraph.model import Affiliation, Document, Event, Place, Quantity, Reading, Source
from tests import factories as make


def statement(
    words: str,
    who: Source | None = None,
    *,
    published: str = "2018-11-25",
    bodies: tuple[Affiliation, ...] = (),
    more: tuple[Source, ...] = (),
    about: Event | None = None,
    **fields: object,
) -> Statement:
    """A claim in an article of its own."""
    article = make.article(f"Somebody said {words}.", published=published)
    found = make.said(article, who, words, cue="said", about=about, **fields)  # type: ignore[arg-type]
    sources = {each.id: each for each in (*found.sources, *more)}
    reading = Reading(
        document=article,
        sources=tuple(sources.values()),
        affiliations=bodies,
        events=() if about is None else (about,),
        attributions=[found.attribution],
        claims=[found.claim],
    )
    return statements_of(reading)[0]


HTS = make.source("HTS", "armed_group")
ALLIANCE = make.source("Rebel Alliance", "armed_group")
SPOKESMAN = make.person("Naji Mustafa")
RUSSIA = make.source("Russia", "state")
AT_ALEPPO = make.happening("the gas attack on Aleppo", place="Aleppo")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            statement("around 100 people struggled to breathe in Aleppo"),
            statement("107 cases of suffocation were counted in Aleppo"),
            id="a place",
        ),
        pytest.param(
            statement("190 were dead"),
            statement("the attack had killed twelve"),
            id="other words for one thing",
        ),
        pytest.param(
            statement("terrorists shelled the town with gas", RUSSIA, accusing=ALLIANCE),
            statement("we had no part in this", SPOKESMAN, stance="denies",
                more=(ALLIANCE,), bodies=(make.speaks_for(SPOKESMAN, ALLIANCE),)),
            id="an accusation, and the answer of somebody who speaks for the accused",
        ),
        pytest.param(
            statement("Moscow fired first"),
            statement("the Russian army opened fire"),
            id="a state by its capital",
        ),
        pytest.param(
            statement("people choked", about=AT_ALEPPO),
            statement("nothing was found", about=AT_ALEPPO),
            id="an event",
        ),
        pytest.param(
            statement("Bolton resigned"),
            statement("the resignation of Mr Bolton was tendered"),
            id="forms of a word",
        ),
    ],
)  # fmt: skip
def test_claims_that_a_person_would_compare_share_a_key(one: Statement, other: Statement) -> None:
    assert set(block_keys(one)) & set(block_keys(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            statement("the verdict will come on Monday"),
            statement("rain flooded two villages on Monday"),
            id="only words that half of all news has",
        ),
        pytest.param(
            statement("oil fell", HTS),
            statement("schools opened", HTS),
            id="only the speaker, who answers nobody",
        ),
    ],
)
def test_claims_of_different_things_share_none(one: Statement, other: Statement) -> None:
    assert not set(block_keys(one)) & set(block_keys(other))


def test_keys_are_the_same_each_time_and_none_is_given_twice() -> None:
    words = "Russia says 47 were killed in Aleppo, Aleppo governorate, by HTS and killed again"
    keys = block_keys(statement(words))
    assert keys == block_keys(statement(words))
    assert len(keys) == len(set(keys))


def test_a_claim_of_a_thousand_words_has_few_keys() -> None:
    words = " ".join(f"Town{number} was attacked," for number in range(1000))
    assert len(block_keys(statement(words))) < 40


def test_a_claim_of_small_words_has_no_keys() -> None:
    assert block_keys(statement("it is so")) == ()


@pytest.mark.parametrize(
    ("time", "moment"),
    [
        pytest.param("2018-11-24", "2018-11-24", id="the day when it happened"),
        pytest.param("2018", "2018-11-25", id="a year says less than the day of the article"),
        pytest.param(None, "2018-11-25", id="no time of its own"),
    ],
)
def test_a_claim_stands_where_it_happened_or_came_out(time: str | None, moment: str) -> None:
    found = moment_of(statement("it rained", time=time))
    assert found is not None
    assert found.date().isoformat() == moment


def test_without_any_time_a_claim_stands_nowhere() -> None:
    article = Document(text="It rained.")
    found = make.said(article, None, "It rained")
    reading = Reading(document=article, attributions=[found.attribution], claims=[found.claim])
    assert moment_of(statements_of(reading)[0]) is None


def events(of: Statement) -> set[str]:
    return {key.name for key in block_keys(of) if key.event}


def test_a_sort_of_happening_and_a_name_are_an_event_key() -> None:
    assert "scene aleppo attack" in events(statement("rebels attacked Aleppo"))
    assert "scene aleppo find" not in events(statement("bodies were found in Aleppo"))


def test_a_toll_is_one() -> None:
    toll = Quantity(text="12 people", low=12, best=12, high=12, unit="people", of="killed")
    assert "scene aleppo kill" in events(
        statement("12 people were killed in Aleppo", numbers=[toll])
    )
    assert "scene aleppo kill" not in events(statement("people were killed in Aleppo"))


def test_a_state_is_one_name_however_it_is_named() -> None:
    named, placed = "rebels attacked in Syria", "rebels attacked"
    place = Place(name="Syria")
    shared = events(statement(named)) & events(statement(placed, place=place))
    assert "scene syria attack" in shared
