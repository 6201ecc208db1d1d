"""The synthetic news is the same everywhere, holds together, and is spread as it says."""

from collections import Counter
from itertools import islice

import pytest

from bench import names, world
from bench.news import Line, news
from claimgraph.model import Reading, Relation
from claimgraph.store import Store

SIZE = 3_000


@pytest.fixture(scope="module")
def lines() -> list[Line]:
    return list(news(SIZE))


@pytest.fixture(scope="module")
def readings(lines: list[Line]) -> list[Reading]:
    return [line for line in lines if isinstance(line, Reading)]


def test_the_same_seed_makes_the_same_news(lines: list[Line]) -> None:
    again = list(islice(news(SIZE), 200))
    assert [each.id for each in again] == [each.id for each in lines[:200]]


def test_another_seed_makes_other_news(lines: list[Line]) -> None:
    other = next(news(SIZE, seed=7))
    assert other.id != lines[0].id


def test_there_are_as_many_claims_as_asked_for(readings: list[Reading]) -> None:
    assert sum(len(reading.claims) for reading in readings) == SIZE


def test_documents_have_about_ten_claims_and_some_have_many(readings: list[Reading]) -> None:
    lengths = [len(reading.claims) for reading in readings]
    assert 8 < sum(lengths) / len(lengths) < 12
    assert max(lengths) > 25


def test_few_sources_say_much_and_many_say_little(readings: list[Reading]) -> None:
    said = Counter(
        attribution.source_id
        for reading in readings
        for attribution in reading.attributions
        if attribution.source_id is not None
    )
    by_rank = sorted(said.values(), reverse=True)
    assert sum(by_rank[:10]) > sum(by_rank) / 3
    assert by_rank[len(by_rank) // 2] <= 5


def test_one_relation_for_ten_claims_between_claims_that_came_before(lines: list[Line]) -> None:
    seen: set[str] = set()
    relations = 0
    for line in lines:
        if isinstance(line, Reading):
            seen |= {claim.id for claim in line.claims}
        elif isinstance(line, Relation):
            assert {line.a, line.b} <= seen
            relations += 1
    assert 0.07 < relations / SIZE < 0.13


def test_spokesmen_speak_for_bodies_and_bodies_for_states_or_groups() -> None:
    beat = world.beat(0, seed=1)
    tops = {top.id for top in beat.tops}
    persons = [member for member in beat.members if member.source.kind == "person"]
    of_persons = {
        affiliation.organisation_id for person in persons for affiliation, _ in person.affiliations
    }
    assert of_persons <= beat.bodies.keys()
    assert {
        affiliation.organisation_id
        for body in beat.bodies.values()
        for affiliation, _ in body.affiliations
    } == tops


def test_no_two_numbers_have_the_same_name() -> None:
    for name in (names.person, names.place, names.state, names.acronym):
        assert len({name(number) for number in range(20_000)}) == 20_000


def test_a_store_takes_it_and_is_whole(lines: list[Line]) -> None:
    with Store.open() as store:
        store.add((each for each in lines if isinstance(each, Reading)), batch=100)
        store.join(each for each in lines if not isinstance(each, Reading))
        assert store.check() == []
