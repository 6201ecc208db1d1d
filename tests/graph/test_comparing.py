"""Claims are compared as they are added, once, and never over a person's head."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from claimgraph.compare.comparer import OneByOne, OwnComparer, Pair, Sketching
from claimgraph.compare.statement import Statement
from claimgraph.compare.verdict import Verdict
from claimgraph.errors import ConflictError, QueryError
from claimgraph.graph import ClaimGraph
from claimgraph.graph.comparing import Compared
from claimgraph.graph.statements import Statements
from claimgraph.model import Claim, Document, Quantity, Reading, Relation, Source
from claimgraph.reading.reader import Reader
from claimgraph.store import Added, Store
from claimgraph.vocabulary import ConflictType, Independence, RelationKind
from tests import factories as make
from tests.compare.stories import STORIES

SOHR = make.source("Syrian Observatory for Human Rights", "organisation", "SOHR")
SANA = make.source("SANA", "media")
TASS = make.source("TASS", "media")


def count(number: int, who: Source = SOHR, day: str = "2018-11-25", **fields: object) -> Reading:
    """An article in which somebody counts people who choked in Aleppo."""
    article = make.article(
        f"{number} people choked in Aleppo, it said.", by=who.name, published=day
    )
    words = f"{number} people choked in Aleppo"
    figure = Quantity(text=str(number), low=number, best=number, high=number, unit="people")
    found = make.said(article, who, words, cue="said", numbers=[figure], **fields)  # type: ignore[arg-type]
    return Reading(
        document=article,
        sources=[who],
        events=[] if found.event is None else [found.event],
        attributions=[found.attribution],
        claims=[found.claim],
    )


def by_numbers(a: Statement, b: Statement) -> Verdict | None:
    """Different figures contradict each other, equal ones do not."""
    if not a.claim.quantities or not b.claim.quantities:
        return None
    one, other = a.claim.quantities[0].best, b.claim.quantities[0].best
    same = one == other
    return Verdict(
        kind=RelationKind.CORROBORATES if same else RelationKind.CONTRADICTS,
        type=ConflictType.NUMERIC,
        score=0.9,
        reason=f"{a.who} says {one:g}, {b.who} {other:g}",
        tests=("same place: Aleppo",),
        method="numbers.v1",
        independence=Independence.INDEPENDENT if same else None,
    )


NUMBERS = OneByOne(by_numbers, "test.1")


def claim_of(reading: Reading) -> Claim:
    (claim,) = reading.claims
    return claim


def found(graph: ClaimGraph) -> set[tuple[str, str, str]]:
    """The relations that can be seen: both ends, and the kind."""
    return {(each.a, each.b, each.kind.value) for each in graph.relations()}


def between(one: Reading, other: Reading, kind: str) -> tuple[str, str, str]:
    a, b = sorted((claim_of(one).id, claim_of(other).id))
    return a, b, kind


@pytest.fixture
def graph(store: Store) -> ClaimGraph:
    """An empty graph that compares figures, in each kind of store."""
    return ClaimGraph(store, comparer=NUMBERS)


A, B, C = count(100), count(107, SANA), count(100, TASS)


# Adding


def test_claims_are_compared_with_all_that_came_before(graph: ClaimGraph) -> None:
    assert graph.add(A) == Added(documents=1, attributions=1, claims=1)
    assert graph.add(B) == Added(documents=1, attributions=1, claims=1, relations=1)
    assert graph.add(C).relations == 2
    assert found(graph) == {
        between(A, B, "contradicts"),
        between(A, C, "corroborates"),
        between(B, C, "contradicts"),
    }
    assert graph.store.check() == []


def test_it_does_not_matter_whether_they_come_one_by_one_or_together(graph: ClaimGraph) -> None:
    with ClaimGraph(comparer=NUMBERS) as other:
        for each in (C, A, B):
            other.add(each)
        graph.add(each for each in (A, B, C))
        assert sorted(graph.relations(), key=str) == sorted(other.relations(), key=str)


def test_adding_again_changes_nothing(graph: ClaimGraph) -> None:
    graph.add([A, B])
    before = list(graph.relations())
    assert graph.add([A, B]) == Added(unchanged=2)
    assert list(graph.relations()) == before


def test_every_question_sees_what_was_found(graph: ClaimGraph) -> None:
    graph.add([A, B, C])
    assert {each.id for each in graph.claims().contradicted()} == {
        claim_of(each).id for each in (A, B, C)
    }
    corroborated = graph.claims().corroborated(by_independent=1)
    assert {each.id for each in corroborated} == {claim_of(A).id, claim_of(C).id}
    assert graph.compare("SOHR", "SANA").contradictions
    assert len(graph.origins(claim_of(A)).rows) == 2
    told = str(graph.why(graph.relations().contradictions().first() or ""))
    assert "same place: Aleppo" in told
    assert "numbers v1, score 0.90" in told


def test_the_articles_are_held_against_each_other_in_the_order_in_which_they_came_out(
    store: Store,
) -> None:
    orders = []

    def watched(a: Statement, b: Statement) -> Verdict | None:
        orders.append((a.document_id, b.document_id))
        return None

    early, late = count(1, day="2018-11-24"), count(2, SANA, day="2018-11-26")
    graph = ClaimGraph(store, comparer=OneByOne(watched, "test.1"))
    graph.add(late, early)
    graph.recompare()
    assert orders == [(early.document.id, late.document.id)] * 2


def test_what_is_said_in_one_breath_is_not_held_against_itself(graph: ClaimGraph) -> None:
    article = make.article("They counted 100 cases, 107 cases; SANA said 110 cases.")
    figures = [Quantity(text=each, best=float(each), unit="case") for each in ("100", "107", "110")]
    first = make.said(article, SOHR, "100 cases, 107 cases", cue="counted", numbers=figures[:1])
    second = first.claim.replace(text="107 cases", quantities=figures[1:2])
    other = make.said(article, SANA, "110 cases", cue="said", numbers=figures[2:])
    graph.add(
        Reading(
            document=article,
            sources=[SOHR, SANA],
            attributions=[first.attribution, other.attribution],
            claims=[first.claim, second, other.claim],
        )
    )
    assert {frozenset((each.a, each.b)) for each in graph.relations()} == {
        frozenset((first.claim.id, other.claim.id)),
        frozenset((second.id, other.claim.id)),
    }


def test_a_statement_has_all_that_the_graph_knows(store: Store) -> None:
    seen: dict[str, Statement] = {}

    def watched(a: Statement, b: Statement) -> Verdict | None:
        seen.update({a.id: a, b.id: b})
        return None

    graph = ClaimGraph(store, comparer=OneByOne(watched, "test.1"))
    event = make.happening("the gas attack on Aleppo", place="Aleppo")
    state, ministry = make.source("Russia", "state"), make.source("Russian Ministry of Defence")
    person = make.person("Igor Konashenkov")
    said = count(107, person, about=event)
    said = said.replace(
        sources=(person, ministry, state),
        affiliations=(make.speaks_for(person, ministry), make.speaks_for(ministry, state)),
    )
    graph.add(A, said)
    statement = seen[claim_of(said).id]
    assert statement.event == event
    assert statement.publisher == "Igor Konashenkov"
    assert statement.published == said.document.published
    assert statement.speaker is not None
    assert statement.speaker.behind == {ministry.id, state.id}
    assert {each.name for each in statement.actors.values()} == {
        "Igor Konashenkov", "Russian Ministry of Defence", "Russia",
    }  # fmt: skip


def test_sources_that_are_one_are_one_actor(store: Store) -> None:
    speakers: set[str] = set()

    def watched(a: Statement, b: Statement) -> Verdict | None:
        speakers.update(each.speaker.id for each in (a, b) if each.speaker is not None)
        return None

    graph = ClaimGraph(store, comparer=OneByOne(watched, "test.1"))
    graph.add(A, B)
    assert len(speakers) == 2
    speakers.clear()
    graph.merge(SOHR, SANA, by="Ann", reason="for the test")
    graph.recompare()
    assert len(speakers) == 1


@pytest.mark.parametrize("corrected", [False, True])
def test_what_was_just_written_is_seen_as_the_store_holds_it(
    store: Store, *, corrected: bool
) -> None:
    seen: dict[str, Statement] = {}

    def look(a: Statement, b: Statement) -> None:
        seen.update({each.id: each for each in (a, b)})

    graph = ClaimGraph(store, comparer=OneByOne(look, "looks.1"))
    graph.add(A)
    if corrected:
        graph.correct(claim_of(A), "polarity", "negative", by="Ann", reason="a misprint")
    graph.add(B)
    assert seen == Statements(graph).of_claims([claim_of(A).id, claim_of(B).id])
    assert (seen[claim_of(B).id].claim is claim_of(B)) is not corrected


def test_a_corrected_claim_is_compared_as_corrected(graph: ClaimGraph) -> None:
    graph.add(A, B)
    figure = Quantity(text="100", low=107, best=107, high=107, unit="people")
    graph.correct(claim_of(A), "quantities", [figure], by="Ann", reason="a misprint")
    assert graph.recompare() == Compared(documents=2, pairs=1, relations=1, removed=1)
    assert found(graph) == {between(A, B, "corroborates")}


def sketched(graph: ClaimGraph, *given: Reading) -> list[bool]:
    """Of each of these claims whether it may be passed over by its sketch."""
    ids = [each.document.id for each in given]
    known = graph.store.comparing.candidates(ids).claims
    return [known[claim_of(each).id].sketch is not None for each in given]


def test_what_people_have_corrected_is_looked_at_whole(store: Store) -> None:
    graph = ClaimGraph(store)
    graph.add(A, B, C)
    assert sketched(graph, A, B, C) == [True, True, True]
    graph.correct(claim_of(A), "polarity", "negative", by="Ann", reason="a misprint")
    graph.correct(B.attributions[0], "act", "deny", by="Ann", reason="a misprint")
    assert sketched(graph, A, B, C) == [False, False, True]
    graph.recompare()
    assert sketched(graph, A, B, C) == [False, False, True]


class Whole:
    """The library's own comparer, which is given all candidates."""

    version = "whole.1"

    def __init__(self) -> None:
        self._own = OwnComparer()

    def verdicts(self, pairs: Sequence[Pair], /) -> list[Verdict | None]:
        return self._own.verdicts(pairs)


def test_nothing_is_lost_where_most_claims_are_not_loaded() -> None:
    reader = Reader()
    told = [
        reader.read(Document(text=text, published=published, publisher=publisher))
        for story in STORIES.values()
        for published, publisher, text in story
    ]
    quick, whole = ClaimGraph(), ClaimGraph(comparer=Whole())
    assert not isinstance(Whole(), Sketching)
    for each in told:
        assert quick.add(each) == whole.add(each)
    assert list(map(repr, quick.relations())) == list(map(repr, whole.relations()))


def test_without_comparing_nothing_is_found(store: Store) -> None:
    graph = ClaimGraph(store, compare=False, comparer=NUMBERS)
    assert graph.add([A, B]).relations == 0
    assert found(graph) == set()


def test_what_was_added_without_comparing_is_left_until_somebody_asks(store: Store) -> None:
    ClaimGraph(store, compare=False).add(A)
    graph = ClaimGraph(store, comparer=NUMBERS)
    assert graph.add(B).relations == 0
    assert graph.add(A).relations == 1


# When something goes wrong


class Broken:
    """A comparer that fails until it is mended."""

    version = "test.1"
    mended = False

    def verdicts(self, pairs: Sequence[Pair], /) -> Sequence[Verdict | None]:
        if pairs and not self.mended:
            raise KeyboardInterrupt
        return NUMBERS.verdicts(pairs)


def test_what_was_not_finished_is_made_up_for(store: Store) -> None:
    broken = Broken()
    graph = ClaimGraph(store, comparer=broken)
    with pytest.raises(KeyboardInterrupt):
        graph.add([A, B])
    assert {each.id for each in graph.documents()} == {A.document.id, B.document.id}
    assert found(graph) == set()
    broken.mended = True
    assert graph.add(C).relations == 3
    assert graph.store.check() == []


def test_another_process_makes_up_for_one_that_ended(location: str) -> None:
    with ClaimGraph.open(location, comparer=Broken()) as ended, pytest.raises(KeyboardInterrupt):
        ended.add([A, B])
    with ClaimGraph.open(location, comparer=NUMBERS) as graph:
        assert graph.add(C).relations == 3
        assert graph.recompare().unchanged == 3


def test_readings_before_a_broken_one_are_compared(graph: ClaimGraph) -> None:
    other = replaced_title(A)
    with pytest.raises(ConflictError):
        graph.add([A, B, other])
    assert found(graph) == {between(A, B, "contradicts")}


def replaced_title(reading: Reading) -> Reading:
    """The same document by its id, with another title."""
    document = reading.document.replace(id=reading.document.id, title="Another title")
    return reading.replace(document=document)


def test_writers_at_once_miss_none_of_each_others_claims(location: str) -> None:
    readings = [count(number, source) for number in range(4) for source in (SOHR, SANA, TASS)]
    ClaimGraph.open(location).close()

    def add(some: list[Reading]) -> None:
        with ClaimGraph.open(location, comparer=NUMBERS) as graph:
            for each in some:
                graph.add(each)

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(add, [readings[at::3] for at in range(3)]))
    with ClaimGraph.open(location, comparer=NUMBERS) as graph:
        assert graph.relations().count() == 12 * 11 // 2
        assert graph.store.check() == []


# New readings


def test_another_reading_of_an_article_is_compared_anew(graph: ClaimGraph) -> None:
    graph.add([A, B])
    mended = A.replace(claims=[claim_of(A).replace(quantities=claim_of(B).quantities)], version="2")
    added = graph.add(mended)
    assert (added.superseded, added.relations) == (1, 1)
    assert found(graph) == {between(mended, B, "corroborates")}
    assert graph.store.check() == []


# People


def test_a_relation_made_by_hand_stands_alone(graph: ClaimGraph) -> None:
    graph.add([A, B])
    by_hand = Relation(
        a=claim_of(A).id, b=claim_of(B).id, kind="not_comparable", reason="other days"
    )
    graph.add(by_hand)
    assert list(graph.relations()) == [by_hand]
    assert graph.recompare().relations == 0
    assert list(graph.relations()) == [by_hand]


def test_one_made_by_hand_beforehand_stands_too(graph: ClaimGraph) -> None:
    ClaimGraph(graph.store, compare=False).add(A, B)
    by_hand = Relation(a=claim_of(A).id, b=claim_of(B).id, kind="corroborates", reason="close")
    graph.add(by_hand)
    graph.recompare()
    assert list(graph.relations()) == [by_hand]


def test_what_a_person_rejected_stays_rejected(graph: ClaimGraph) -> None:
    graph.add([A, B])
    graph.reject(graph.relations().one(), by="Ann", reason="other events")
    graph.add([A, B])
    graph.recompare()
    assert found(graph) == set()
    assert graph.store.check() == []


def renamed(method: str) -> OneByOne:
    """A later comparer that finds the same in another way."""

    def compare(a: Statement, b: Statement) -> Verdict | None:
        verdict = by_numbers(a, b)
        return None if verdict is None else replace(verdict, method=method)

    return OneByOne(compare, "test.2")


def silent(a: Statement, b: Statement) -> Verdict | None:
    return None


def test_a_later_comparer_does_not_say_again_what_a_person_rejected(graph: ClaimGraph) -> None:
    graph.add([A, B, C])
    contradiction = graph.relations().of(claim_of(A)).contradictions().one()
    graph.reject(contradiction, by="Ann", reason="other events")
    later = ClaimGraph(graph.store, comparer=renamed("figures.v1"))
    later.recompare()
    assert found(later) == {between(A, C, "corroborates"), between(B, C, "contradicts")}
    assert {each.method for each in later.relations()} == {"figures"}


def test_what_a_person_confirmed_outlasts_a_comparer_that_does_not_find_it(
    graph: ClaimGraph,
) -> None:
    graph.add([A, B, C])
    confirmed = graph.relations().of(claim_of(A)).contradictions().one()
    graph.confirm(confirmed, by="Ann", reason="I asked both")
    later = ClaimGraph(graph.store, comparer=OneByOne(silent, "test.2"))
    assert later.recompare().removed == 2
    assert list(later.relations()) == [confirmed]
    assert later.judgements(confirmed)


def test_nothing_is_written_beside_what_a_person_confirmed(graph: ClaimGraph) -> None:
    graph.add([A, B])
    confirmed = graph.relations().one()
    graph.confirm(confirmed, by="Ann", reason="I asked both")
    ClaimGraph(graph.store, comparer=renamed("figures.v1")).recompare()
    assert list(graph.relations()) == [confirmed]


# Comparing anew


def test_comparing_anew_says_what_changed(graph: ClaimGraph) -> None:
    graph.add([A, B, C])
    assert graph.recompare() == Compared(documents=3, pairs=3, unchanged=3)
    later = ClaimGraph(graph.store, comparer=renamed("figures.v1"))
    assert later.recompare() == Compared(documents=3, pairs=3, relations=3, removed=3)
    assert {each.method for each in later.relations()} == {"figures"}


def test_comparing_anew_finds_what_was_added_without_comparing(store: Store) -> None:
    ClaimGraph(store, compare=False).add(A, B, C)
    graph = ClaimGraph(store, comparer=NUMBERS)
    assert graph.recompare() == Compared(documents=3, pairs=3, relations=3)


def test_an_empty_graph_has_nothing_to_compare(graph: ClaimGraph) -> None:
    assert graph.recompare() == Compared()
    empty = Reading(document=Document(text="Nobody said a word."))
    assert graph.add(empty) == Added(documents=1)


def test_the_past_is_not_compared_anew(graph: ClaimGraph) -> None:
    with pytest.raises(QueryError, match="recompare"):
        graph.as_of("2018-11-24").recompare()


@pytest.mark.parametrize("size", [1, 40])
def test_many_readings_are_compared_as_they_come(graph: ClaimGraph, size: int) -> None:
    added = graph.add(count(number) for number in range(size))
    assert added.relations == size * (size - 1) // 2
