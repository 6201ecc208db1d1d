"""Input that nobody wrote for comparing gets an empty answer in time, and never a wrong verdict."""

from collections.abc import Callable
from functools import partial

import pytest

from claimgraph.compare.articles import NEAREST, candidates, relations_among
from claimgraph.compare.gist import Gist
from claimgraph.compare.keys import block_keys
from claimgraph.compare.pairs import compare
from claimgraph.compare.statement import Statement
from claimgraph.compare.texts import MOST, pairs_of, verdict_of_pair
from claimgraph.graph import ClaimGraph
from claimgraph.graph.comparing import Compared
from claimgraph.model import Quantity
from claimgraph.store import Store
from claimgraph.vocabulary import Polarity, RelationKind
from tests import factories as make
from tests.compare.statements import says
from tests.timing import is_within

#: Ten times as much may take so much longer.
LIMIT = 13


def table(rows: int, who: str = "SOHR", first: int = 1) -> Statement:
    """A claim that is a table: so many towns, each with its dead."""
    numbers = range(first, first + rows)
    figures = [
        Quantity(text=str(n), low=n, best=n, high=n, unit="people", of="people died")
        for n in numbers
    ]
    text = ", ".join(f"{n} people died in town {n}" for n in numbers)
    return says(who, text, in_=f"doc_{who}", quantities=figures)


def refrain(words: int, who: str = "SOHR") -> Statement:
    text = "the army did not attack rebels near Aleppo and " * (words // 9)
    return says(who, text.strip(), in_=f"doc_{who}", polarity=Polarity.NEGATIVE)


def all_different(words: int, who: str = "SOHR") -> Statement:
    text = " ".join(f"Name{n} killed fake report{n}" for n in range(words // 4))
    return says(who, text, in_=f"doc_{who}")


def letters(words: int, who: str = "SOHR") -> Statement:
    return says(who, ("x " * words).strip(), in_=f"doc_{who}")


Make = Callable[[int, str], Statement]
MAKERS: list[Make] = [table, refrain, all_different, letters]


def compared(make_claim: Make, asked: bool, size: int) -> Callable[[], object]:
    a, b = make_claim(size, "SOHR"), make_claim(size, "SANA")
    return lambda: (block_keys(a), compare(Gist(a), Gist(b), asked=asked))


@pytest.mark.slow
@pytest.mark.parametrize("make_claim", MAKERS)
@pytest.mark.parametrize("asked", [False, True])
def test_ten_times_the_claim_takes_ten_times_the_time(make_claim: Make, asked: bool) -> None:
    assert is_within(LIMIT, partial(compared, make_claim, asked), 1_000, 10_000)


@pytest.mark.parametrize("make_claim", MAKERS)
def test_a_monstrous_claim_does_not_contradict_itself(make_claim: Make) -> None:
    found = compare(make_claim(1000, "SOHR"), make_claim(1000, "SANA"))
    assert found is None or found.kind is RelationKind.CORROBORATES


def test_tables_of_a_thousand_figures_contradict_nothing_that_they_hold() -> None:
    whole, (row,) = table(1000), [says("SANA", "7 people died in town 7", in_="doc_b")]
    found = compare(whole, row)
    assert found is None or found.kind is not RelationKind.CONTRADICTS


def test_tables_of_other_figures_are_not_held_against_each_other() -> None:
    found = compare(table(1000), table(1000, "SANA", first=5001))
    assert found is None or found.kind is not RelationKind.CONTRADICTS


def test_words_that_tell_nothing_are_nothing_to_each_other() -> None:
    assert compare(letters(20_000), letters(20_000, "SANA")) is None
    assert block_keys(letters(20_000)) == ()


def test_what_many_articles_say_is_held_against_the_nearest_ones() -> None:
    def alike(size: int) -> list[Statement]:
        return [says(f"S{n}", "shells fell on Aleppo", in_=f"doc_{n}") for n in range(size)]

    for size in (300, 3000):
        pairs = list(candidates(alike(size)))
        assert len(pairs) == len(set(pairs)) == NEAREST * size - NEAREST * (NEAREST + 1) // 2
        assert all(0 < b - a <= NEAREST for a, b in pairs)


def test_claims_of_one_long_article_are_held_against_the_nearest_ones() -> None:
    said = [says("SOHR", f"word{n}", at=n) for n in range(1000)]
    pairs = list(candidates(said))
    assert len(pairs) < NEAREST * len(said)


def test_two_long_texts_are_held_together_by_what_they_share() -> None:
    first, second = (
        [says(who, f"shells fell on town{n}", in_=who, at=n) for n in range(400)]
        for who in ("a", "b")
    )
    pairs = pairs_of(first, second)
    assert len(pairs) <= MOST * len(first)
    alike = {(a.statement.claim.text, b.statement.claim.text) for a, b in pairs}
    assert all((each.claim.text, each.claim.text) in alike for each in first)


@pytest.mark.parametrize("statements", [[], [refrain(9)]], ids=["none", "one"])
def test_too_few_statements_have_no_relations(statements: list[Statement]) -> None:
    assert relations_among(statements) == []
    assert verdict_of_pair(statements, []) is None
    assert verdict_of_pair([], statements) is None


def test_an_empty_store_is_compared_at_once(store: Store) -> None:
    graph = ClaimGraph(store)
    assert graph.recompare() == Compared()
    assert list(graph.relations()) == []


def test_one_document_without_a_date_has_nothing_to_contradict(store: Store) -> None:
    article = make.article("SOHR said 100 people died in Aleppo.", published=None)
    sohr = make.source("SOHR")
    said = make.said(article, sohr, "100 people died in Aleppo", cue="said")
    with ClaimGraph(store) as graph:
        assert graph.add(make.reading(article, said, sohr)).relations == 0
        assert graph.recompare() == Compared(documents=1)


@pytest.mark.parametrize("numbers", [(24, 43), (43, 24)], ids=["rises", "told backwards"])
def test_without_dates_the_count_of_one_source_grows_and_contradicts_nothing(
    store: Store, numbers: tuple[int, int]
) -> None:
    with ClaimGraph(store) as graph:
        for number in numbers:
            words = f"{number} people died in Kabul"
            article = make.article(
                f"The police said {words}.", by=f"Paper {number}", published=None
            )
            police = make.source("the police")
            figure = Quantity(
                text=str(number), low=number, best=number, high=number, unit="people", of="died"
            )
            said = make.said(article, police, words, cue="said", numbers=[figure])
            graph.add(make.reading(article, said, police))
        (found,) = graph.relations()
        assert found.kind is RelationKind.UPDATES
        (later,) = [claim for claim in graph.claims() if claim.id == found.b]
        assert later.text == "43 people died in Kabul"
