"""By sketches most pairs are passed over, and never one of which something would be said."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph import Document
from claimgraph.compare.comparer import OwnComparer, Sketched
from claimgraph.compare.gist import Gist
from claimgraph.compare.pairs import compare
from claimgraph.compare.sketch import may_relate, read, sketch_of
from claimgraph.compare.statement import Statement, statements_of
from claimgraph.interop import records
from claimgraph.model import Quantity, Reading
from claimgraph.reading.reader import Reader
from claimgraph.vocabulary import Polarity, Role, SpeechAct, Stance
from tests import factories as make
from tests.compare import open_news
from tests.compare.statements import accuses, denies, says
from tests.compare.stories import STORIES
from tests.strategies import readings

SEEDS = Path(__file__).parents[2] / "seeds"


def seen(a: Statement, b: Statement) -> bool:
    """Whether two claims are looked at, by what a store keeps of them."""
    one, other = (read(sketch_of(Gist(each))) for each in (a, b))
    assert one is not None
    assert other is not None
    known = known_of(a, b)
    found = may_relate(one, other, **known)
    assert found == may_relate(other, one, **known)
    return found


def known_of(a: Statement, b: Statement) -> dict[str, bool]:
    """What is known of two claims beside their sketches."""
    event = a.claim.event_id
    return {
        "together": a.document_id == b.document_id,
        "same_event": event is not None and event == b.claim.event_id,
    }


def passed_over(statements: Sequence[Statement]) -> int:
    """How many pairs are passed over; of none of them anything may be said."""
    sketches = [read(sketch_of(Gist(each))) for each in statements]
    count = 0
    for (a, one), (b, other) in combinations(zip(statements, sketches, strict=True), 2):
        assert one is not None
        assert other is not None
        if may_relate(one, other, **known_of(a, b)):
            continue
        count += 1
        assert compare(a, b) is None, (a.claim.text, b.claim.text)
        assert compare(b, a) is None, (a.claim.text, b.claim.text)
    return count


def test_nothing_is_lost_of_the_seeds() -> None:
    given = [each for each in records(SEEDS) if isinstance(each, Reading)]
    assert passed_over([each for reading in given for each in statements_of(reading)])


@given(readings())
def test_nothing_is_lost_of_any_reading(reading: Reading) -> None:
    passed_over(statements_of(reading)[:6])


def test_nothing_is_lost_of_two_papers_stories_and_of_news_of_the_same_people() -> None:
    reader = Reader()
    told = [article for story in STORIES.values() for article in story]
    rows = [row for row in vars(open_news).values() if isinstance(row, tuple)]
    texts = [(text, "2020-03-02", "Star") for row in rows for pair in row for text in pair[:2]]
    statements = [
        statement
        for text, day, paper in [(text, day, paper) for day, paper, text in told] + texts
        for statement in statements_of(
            reader.read(Document(text=text, published=day, publisher=paper))
        )
    ]
    # Rows stand beside what they are held against; all with all would take minutes.
    stories = [each for each in statements if each.publisher != "Star"]
    assert passed_over(stories) > len(stories)
    near = zip(statements, pairwise(statements), strict=False)
    assert sum(passed_over([a, *pair]) for a, pair in near) > len(statements) / 2


def _counted(who: str, number: int, **more: object) -> Statement:
    words = f"{number} miners"
    figure = Quantity(text=words, low=number, best=number, high=number, unit="miners")
    return says(who, f"{words} died at Orlo", quantities=(figure,), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            says("Ann", "the Orlo bridge was closed to lorries"),
            says("Bea", "the Orlo bridge was shut to lorries", in_="doc_b"),
            id="the same",
        ),
        pytest.param(
            _counted("Ann", 12), _counted("Bea", 40, in_="doc_b"), id="figures of one thing"
        ),
        pytest.param(
            says("Ann", "Harald Orm signed the treaty"),
            says(
                "Bea",
                "Harald Orm did not sign the treaty",
                polarity=Polarity.NEGATIVE,
                in_="doc_b",
            ),
            id="so, and not so",
        ),
        pytest.param(
            says("Ann", "Harald Orm joined the race for mayor"),
            says("Bea", "Harald Orm left the race for mayor", in_="doc_b"),
            id="opposites",
        ),
        pytest.param(
            says("Ann", "Arland invaded Borduria", roles={
                Role.AGENT: "Arland", Role.PATIENT: "Borduria"}, predicate="invade"),
            says("Bea", "Borduria invaded Arland", roles={
                Role.AGENT: "Borduria", Role.PATIENT: "Arland"}, predicate="invade", in_="doc_b"),
            id="the parts exchanged",
        ),
        pytest.param(
            accuses("Kyiv", "Iran", "Iran sent the weapons that killed them"),
            denies("Iran", "Iran had sent weapons", in_="doc_b"),
            id="an accusation and its denial",
        ),
        pytest.param(
            accuses("Kyiv", "Iran", "Iran sent weapons"),
            says("Iran", "those who link the drones to Iran lie", in_="doc_b"),
            id="a denial of whatever is said",
        ),
        pytest.param(
            says("Ann", "the king died", predicate="die", roles={Role.PATIENT: "the king"}),
            says("Bea", "Harald was killed", predicate="kill", roles={Role.PATIENT: "Harald"}),
            id="what happens once",
        ),
        pytest.param(
            says(None, "nobody claimed responsibility for the bombing at Orlo", in_="doc_b",
                 act=SpeechAct.CLAIM_RESPONSIBILITY, polarity=Polarity.NEGATIVE),
            says("the Front", "the Front bombed Orlo", act=SpeechAct.CLAIM_RESPONSIBILITY),
            id="a culprit who was not known before",
        ),
    ],
)  # fmt: skip
def test_what_may_matter_is_looked_at(one: Statement, other: Statement) -> None:
    assert seen(one, other)


def test_what_only_names_the_same_people_is_passed_over() -> None:
    one = says("Ann", "Harald Orm opened a school in Orlo")
    other = says("Bea", "Harald Orm sold his horses in Orlo", in_="doc_b")
    assert not seen(one, other)


def test_claims_of_one_event_are_looked_at() -> None:
    event = make.happening("the gas attack on Aleppo", place="Aleppo")
    one, other = (
        replace(says("Ann", text, in_=document, event_id=event.id), event=event)
        for text, document in (("it rained", "doc_a"), ("the shops were open", "doc_b"))
    )
    assert seen(one, other)


PARTS = (
    ("", "while ", "it seems that "),
    ("Sanders won", "Sanders prevailed in", "Sanders did not win", "the senator lost"),
    (" his home state of Vermont", " Vermont", " the attack on Iowa that killed 3 people"),
    ("", " on Tuesday"),
)
SENTENCES = st.tuples(*map(st.sampled_from, PARTS)).map("".join)


@given(
    st.lists(
        st.builds(
            lambda text, verb, who, stance, denied: says(
                who,
                text,
                in_=f"doc_{who}",
                predicate=verb,
                stance=stance,
                polarity="negative" if denied else "positive",
                roles={Role.AGENT: "Sanders", Role.PATIENT: "Vermont"},
            ),
            SENTENCES,
            st.sampled_from("win prevail kill attack lose".split()),
            st.sampled_from(("Ann", "Bea")),
            st.sampled_from((Stance.ASSERTS, Stance.ASSERTS, Stance.DENIES)),
            st.booleans(),
        ),
        min_size=2,
        max_size=6,
    )
)
def test_nothing_is_lost_of_claims_with_like_words(statements: list[Statement]) -> None:
    passed_over(statements)


@given(readings())
def test_a_sketch_does_not_hang_on_what_a_store_learns_later(reading: Reading) -> None:
    for statement in statements_of(reading)[:6]:
        alone = replace(statement, actors={}, speaker=None)
        assert sketch_of(Gist(alone)) == sketch_of(Gist(statement))


def test_without_a_sketch_of_its_own_a_comparer_looks_at_a_pair() -> None:
    comparer = OwnComparer()
    own = [
        comparer.sketch(each)
        for each in (says("Ann", "it rained"), says("Bea", "prices rose", in_="doc_b"))
    ]
    pairs = [
        Sketched(own[0], each, together=False, same_event=False)
        for each in (own[1], "of another comparer")
    ]
    assert comparer.may_relate(pairs) == [False, True]
