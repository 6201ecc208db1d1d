"""Queries say themselves back, run when looked at, and change nothing."""

from collections.abc import Callable
from functools import reduce
from operator import or_
from typing import Any

import pytest

from claimgraph.errors import (
    QueryError,
    RecordError,
    ResultCountError,
    UnknownSourceError,
)
from claimgraph.graph import ClaimGraph

Ask = Callable[[ClaimGraph], Any]


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (lambda g: g.claims(), "all claims"),
        (
            lambda g: g.claims().said_by("SOHR").contradicted(),
            "claims said by SOHR or its members and contradicted",
        ),
        (
            lambda g: g.claims().said_by("Russia", members=False).accusing("HTS"),
            "claims said by Russia and accusing HTS or its members",
        ),
        (
            lambda g: g.claims().about("Aleppo").where(act=["deny", "accuse"]).limit(3),
            "claims about 'Aleppo' and with act accuse or deny, at most 3",
        ),
        (
            lambda g: g.documents().said_by("SANA").published_between("2018-11-24", "2018-11-26"),
            "documents published from 2018-11-24 to before 2018-11-26 and with a claim said by "
            "SANA or its members",
        ),
        (
            lambda g: g.claims().said_by("SOHR") | g.claims().said_by("SANA"),
            "claims either (said by SOHR or its members) or (said by SANA or its members)",
        ),
        (
            lambda g: (g.claims().said_by("SOHR") | g.claims().said_by("SANA")).about("cases"),
            "claims (either (said by SOHR or its members) or (said by SANA or its members)) and "
            "about 'cases'",
        ),
        (lambda g: g.claims() - g.claims().contradicted(), "claims not (contradicted)"),
        (
            lambda g: g.claims().with_quantity("people", at_least=100, of="killed").single_source(),
            "claims with at least 100 people killed and resting on a single source",
        ),
        (
            lambda g: g.claims().corroborated(2).unattributed().order_by("said", descending=True),
            "claims corroborated by at least 2 other, independent sources and in the article's own "
            "voice, by said, the last first",
        ),
        (
            lambda g: g.claims().via("TASS").happened_between("2018-11").said_between(None, "2019"),
            "claims via TASS or its members and about what happened in 2018-11 and said before "
            "2019",
        ),
        (
            lambda g: g.as_of("2018-11-25").relations().between("Russia", "rebel alliance"),
            "relations between Russia or its members and rebel alliance or its members, as of "
            "2018-11-25",
        ),
        (lambda g: g.sources().members_of("Russia"), "sources speaking for Russia"),
    ],
)
def test_a_query_says_every_part_of_the_question(seeds: ClaimGraph, ask: Ask, words: str) -> None:
    assert ask(seeds).explain() == words
    assert repr(ask(seeds)).startswith(words)


def test_a_narrower_query_leaves_the_wider_one_as_it_was(seeds: ClaimGraph) -> None:
    claims = seeds.claims().said_by("SOHR")
    before = claims.explain(), claims.count()
    narrower = claims.about("Aleppo").limit(1).order_by("published")
    assert narrower.count() <= 1
    assert (claims.explain(), claims.count()) == before


def test_a_query_sees_what_was_added_after_it_was_made(seeds: ClaimGraph) -> None:
    with ClaimGraph() as graph:
        claims = graph.claims()
        assert claims.count() == 0
        document = next(iter(seeds.documents()))
        graph.add(seeds.store.reading(document.id))
        assert claims.count() > 0


@pytest.mark.parametrize(
    ("ask", "error", "message"),
    [
        (lambda g: g.claims().said_by("SHOR"), UnknownSourceError, "did you mean 'SOHR'"),
        (lambda g: g.claims().via("Nobody at all"), UnknownSourceError, "no source called"),
        (lambda g: g.claims().where(act="denies"), QueryError, "did you mean 'deny'"),
        (lambda g: g.claims().where(acts="deny"), QueryError, "no field 'acts'.*did you mean act"),
        (lambda g: g.claims().where(negated="yes"), QueryError, "True or False"),
        (lambda g: g.claims().order_by("colour"), QueryError, "added, published, said"),
        (lambda g: g.claims().limit(-1), QueryError, "a whole number"),
        (lambda g: g.claims().said_by(["SOHR", "SANA"]), QueryError, r"said_by\(a, b\)"),
        (lambda g: g.claims().about(" …!"), QueryError, "no word to look for"),
        (lambda g: g.events().about(""), QueryError, "no word to look for"),
        (lambda g: g.claims().corroborated(10**30), QueryError, "a whole number"),
        (lambda g: g.claims().with_quantity("x", at_least=10**400), QueryError, "finite"),
        (lambda g: g.claims().published_between(2018), QueryError, "write '2018'"),
        (lambda g: g.claims().said_between("0001-01-01T00:00+14:00"), QueryError, "calendar"),
        (lambda g: g.as_of(None), QueryError, "write '2018'"),
        (lambda g: g.claims().published_between("yesterday"), QueryError, "write 2018"),
        (lambda g: g.claims().published_between("2019", "2018"), QueryError, "before the start"),
        (lambda g: g.claims().with_quantity("x", at_least=float("nan")), QueryError, "finite"),
        (lambda g: g.claims().corroborated(0), QueryError, "single_source"),
        (lambda g: g.claims() | g.sources(), QueryError, "both must be claims"),
        (lambda g: g.claims() | g.as_of("2018").claims(), QueryError, "two times"),
        (lambda g: g.claims().one(), ResultCountError, "more than one"),
        (lambda g: g.claims().about("unheard of").one(), ResultCountError, "none was found"),
        (lambda g: g.as_of("2018").add(), QueryError, "add in the graph itself"),
        (lambda g: g.confirm("x", by="", reason="y"), RecordError, "may not be empty"),
    ],
)
def test_a_question_that_cannot_be_asked_gets_an_answer_that_helps(
    seeds: ClaimGraph, ask: Ask, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        ask(seeds)


@pytest.mark.parametrize(
    "kind", ["claims", "sources", "attributions", "relations", "documents", "events"]
)
@pytest.mark.parametrize(
    "deeper",
    [
        pytest.param(lambda found, other, cut: cut(found | other), id="unions in cuts"),
        pytest.param(lambda found, other, cut: other | cut(found), id="cuts in unions"),
        pytest.param(lambda found, other, _: other - found, id="differences in differences"),
        pytest.param(lambda found, other, cut: other - cut(found | other), id="all three"),
    ],
)
def test_queries_may_be_joined_as_deep_as_one_likes(
    seeds: ClaimGraph, kind: str, deeper: Callable[[Any, Any, Callable[[Any], Any]], Any]
) -> None:
    query, other = getattr(seeds, kind)().about("gas"), getattr(seeds, kind)().said_by("SOHR")
    found, others = ({each.id for each in asked} for asked in (query, other))
    for _ in range(15):
        query = deeper(query, other, lambda asked: asked.limit(10_000))
        found = deeper(found, others, lambda ids: ids)
    assert {each.id for each in query} == found
    assert query.count() == len(found)


def test_many_queries_are_united_at_once(seeds: ClaimGraph) -> None:
    ids = [claim.id for claim in seeds.claims()]
    assert len(ids) > 200
    each = [seeds.claims().ids(one) for one in (*ids, *ids, *ids)]
    united = reduce(or_, each)
    assert united.count() == len(ids)
    assert united.explain().startswith(f"claims either (with the id {ids[0]}) or (with the id")


def test_a_query_that_finds_nothing_is_false(seeds: ClaimGraph) -> None:
    assert seeds.claims().about("chlorine")
    assert not seeds.claims().about("xylophone")
    assert not seeds.sources().named("SOHR").limit(0)


def test_first_one_exists_and_count_agree(seeds: ClaimGraph) -> None:
    claims = seeds.claims().said_by("SOHR").order_by("published")
    listed = list(claims)
    assert claims.count() == len(listed) > 1
    assert claims.first() == listed[0]
    assert claims.limit(1).one() == listed[0]
    assert claims.offset(1).first() == listed[1]
    assert claims.exists()
    assert claims.limit(0).first() is None
    assert not claims.limit(0).exists()
    assert list(claims.offset(1).limit(2)) == listed[1:3]
    assert list(claims.order_by("published", descending=True)) != listed


@pytest.mark.parametrize("kind", ["claims", "sources", "attributions", "relations", "documents"])
def test_every_order_lists_every_record_once(seeds: ClaimGraph, kind: str) -> None:
    query = getattr(seeds, kind)()
    ids = {each.id for each in query}
    for order in query.orders:
        for descending in (False, True):
            found = [each.id for each in query.order_by(order, descending=descending)]
            assert len(found) == len(ids)
            assert set(found) == ids


@pytest.mark.parametrize(
    "kind", ["claims", "sources", "attributions", "relations", "documents", "events"]
)
def test_every_query_can_be_looked_at(seeds: ClaimGraph, kind: str) -> None:
    query = getattr(seeds, kind)()
    frame = query.to_df()
    assert list(frame.columns) == list(query.fields())
    assert list(frame["id"]) == [each.id for each in query]
    assert f"{query.count()}" in repr(query)
    assert "<table" in query._repr_html_()
    assert "SELECT" in query.sql()
    assert query.limit(5).to_networkx().number_of_nodes() > 0


def test_pages_of_a_query_are_the_whole_of_it(seeds: ClaimGraph) -> None:
    claims = seeds.claims().about("Aleppo")
    pages = [claim for start in range(0, 200, 7) for claim in claims.offset(start).limit(7)]
    assert pages == list(claims)


def test_a_filter_after_a_limit_looks_at_what_is_left(seeds: ClaimGraph) -> None:
    few = seeds.claims().limit(10)
    assert few.where(stance="asserts").count() <= 10
    left = [claim for claim in few if claim.stance.value == "asserts"]
    assert list(few.where(stance="asserts")) == left
