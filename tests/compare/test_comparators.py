"""What each comparator says, on claims made for it."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.compare.comparators.numeric import numeric
from claimgraph.compare.figures import figures_of
from claimgraph.compare.kin import kindred
from claimgraph.compare.pairs import compare
from claimgraph.compare.registry import COMPARATORS, chosen
from claimgraph.compare.statement import Actor, Statement
from claimgraph.compare.verdict import Verdict, to_relation
from claimgraph.errors import QueryError
from claimgraph.model import Quantity, Span
from claimgraph.vocabulary import (
    Comparator,
    Independence,
    RelationKind,
    Role,
    SourceKind,
    SpeechAct,
)
from tests.compare.statements import accuses, denies, says

ATTACK = "on the market in Halm"


def counted(who: str, words: str, *, in_: str = "doc_a", **more: Any) -> Statement:
    """So many killed, as words and as a range."""
    quantity = Quantity(text=words, unit="people", of="killed", **_RANGES[words])
    text = f"the attack {ATTACK} killed {words}"
    return says(who, text, in_=in_, predicate="kill", quantities=(quantity,), **more)


_RANGES: dict[str, dict[str, Any]] = {
    "107 people": {"low": 107, "best": 107, "high": 107},
    "around 100 people": {"best": 100, "comparator": Comparator.ABOUT},
    "at least 24 people": {"low": 24, "best": 24, "comparator": Comparator.AT_LEAST},
    "at least 43 people": {"low": 43, "best": 43, "comparator": Comparator.AT_LEAST},
    "19 people": {"low": 19, "best": 19, "high": 19},
    "21 people": {"low": 21, "best": 21, "high": 21},
    "up to 30 people": {"best": 30, "high": 30, "comparator": Comparator.UP_TO},
    "dozens of people": {"low": 12, "comparator": Comparator.VAGUE},
    "fewer than 20 people": {"best": 20, "high": 20, "comparator": Comparator.FEWER_THAN},
}


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("around 100 people", "107 people", RelationKind.CORROBORATES),
        ("19 people", "21 people", RelationKind.CONTRADICTS),
        ("at least 24 people", "19 people", RelationKind.CONTRADICTS),
        ("at least 24 people", "at least 43 people", RelationKind.CORROBORATES),
        ("at least 24 people", "107 people", None),
        ("up to 30 people", "21 people", RelationKind.CORROBORATES),
        ("fewer than 20 people", "21 people", RelationKind.CONTRADICTS),
        ("dozens of people", "107 people", None),
    ],
)
def test_numbers_of_two_sources(a: str, b: str, kind: RelationKind | None) -> None:
    verdict = compare(
        counted("police", a), counted("the army", b, in_="doc_b"), comparators=(numeric,)
    )
    assert (verdict and verdict.kind) == kind


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("at least 24 people", "at least 43 people", RelationKind.UPDATES),
        ("21 people", "19 people", RelationKind.UPDATES),
        ("19 people", "21 people", RelationKind.UPDATES),
    ],
)
def test_one_source_updates_and_never_contradicts_its_own_count(
    first: str, second: str, kind: RelationKind
) -> None:
    earlier = counted("police", first, published="2019-05-03")
    later = counted("police", second, in_="doc_b", published="2019-05-05")
    for a, b in ((earlier, later), (later, earlier)):
        verdict = compare(a, b)
        assert verdict is not None
        assert verdict.kind is kind
        relation = to_relation(verdict, a, b)
        assert (relation.a, relation.b) == (earlier.id, later.id)


def test_a_source_that_corrects_its_count_takes_the_old_one_back() -> None:
    wrong = counted("police", "21 people")
    right = counted("police", "19 people", in_="doc_b", act=SpeechAct.CORRECT)
    verdict = compare(wrong, right)
    assert verdict is not None
    assert verdict.kind is RelationKind.RETRACTS
    assert to_relation(verdict, wrong, right).b == right.id


def test_a_later_higher_count_of_another_source_is_an_update() -> None:
    earlier = counted("police", "19 people", published="2019-05-03")
    later = counted("the army", "21 people", in_="doc_b", published="2019-05-05")
    verdict = compare(earlier, later)
    assert verdict is not None
    assert verdict.kind is RelationKind.UPDATES


numbers = st.sampled_from(sorted(_RANGES))


@given(numbers, numbers)
def test_which_claim_comes_first_does_not_matter(a: str, b: str) -> None:
    one, other = counted("police", a), counted("the army", b, in_="doc_b")
    forth, back = compare(one, other), compare(other, one)
    assert _told(forth, one, other) == _told(back, other, one)


def _told(verdict: Verdict | None, a: Statement, b: Statement) -> tuple[str, ...]:
    if verdict is None:
        return ()
    relation = to_relation(verdict, a, b)
    return relation.kind, relation.a, relation.b


@given(st.floats(1, 1e6), st.floats(1, 1e6), st.sampled_from(list(Comparator)))
def test_a_range_holds_its_own_number(best: float, other: float, comparator: Comparator) -> None:
    claim = says(
        "police",
        "so many",
        quantities=(Quantity(text="so many", best=best, comparator=comparator),),
    ).claim
    (figure,) = figures_of(claim)
    assert figure.low <= best <= figure.high


RUSSIA_REBELS = accuses("Russia", "Syrian rebels", "Syrian rebels carried out the gas attack")


@pytest.mark.parametrize(
    ("denial", "answered"),
    [
        pytest.param(denies("a rebel alliance", "a rebel alliance was involved"), True, id="it"),
        pytest.param(denies("Hayat Tahrir al-Sham", "HTS was involved"), False, id="another"),
        pytest.param(
            denies("the Syrian army", "the Syrian army carried out the gas attack"),
            False,
            id="the other side",
        ),
    ],
)
def test_a_denial_answers_who_is_accused(denial: Statement, answered: bool) -> None:
    verdict = compare(RUSSIA_REBELS, denial)
    assert (verdict is not None and verdict.kind is RelationKind.CONTRADICTS) == answered


def test_a_denial_does_not_deny_that_there_was_an_attack() -> None:
    happened = says(None, "there was a gas attack on Halm", predicate="attack")
    denial = denies("the rebels", "the rebels carried out the gas attack on Halm")
    assert compare(happened, denial) is None


def test_nobody_contradicts_the_charge_that_they_make() -> None:
    again = accuses("Russia", "HTS", "HTS carried out the gas attack", in_="doc_b")
    verdict = compare(RUSSIA_REBELS, again)
    assert verdict is not None
    assert verdict.kind is RelationKind.CORROBORATES
    assert verdict.independence is Independence.SAME_SOURCE


@pytest.mark.parametrize(
    ("a", "b", "one_side"),
    [
        ("a rebel alliance", "Syrian rebels", True),
        ("a rebel alliance", "Hayat Tahrir al-Sham", False),
        ("the Syrian government", "the Syrian army", True),
        ("the Syrian government", "the French government", False),
        ("the Syrian government", "Syrian rebels", False),
        ("the regime of Assad", "the Syrian regime", True),
        ("ISIS", "Islamic State", True),
        ("gunmen", "the police", False),
    ],
)
def test_who_stands_on_whose_side(a: str, b: str, one_side: bool) -> None:
    assert kindred(None, a, None, b) == kindred(None, b, None, a) == one_side


def test_a_spokesman_stands_for_those_behind_him() -> None:
    ministry = Actor("src_m", "defence ministry")
    man = Actor("src_k", "Konashenkov", ("Konashenkov",), behind=frozenset({"src_m"}))
    assert kindred(man, man.name, ministry, ministry.name)


@pytest.mark.parametrize(
    ("one", "other", "one_side"),
    [
        (("Dena Orm",), ("Alan Orm",), False),
        (("Alan Orm", "Orm"), ("Alan Orm",), True),
        (("Orm",), ("Alan Orm",), True),
        (("Alan B. Orm",), ("Alan Orm",), True),
    ],
)
def test_two_people_of_one_surname_are_two(
    one: tuple[str, ...], other: tuple[str, ...], one_side: bool
) -> None:
    first, second = (
        Actor(f"src_{number}", names[0], names, kind=SourceKind.PERSON)
        for number, names in enumerate((one, other))
    )
    assert kindred(first, first.name, second, second.name) is one_side


def test_agreement_through_one_relay_is_not_independent() -> None:
    text = "the bridge over the Osk in Halm has collapsed"
    one = says("Reuters", text, predicate="collapse")
    other = says("Reuters", text, in_="doc_b", predicate="collapse")
    verdict = compare(one, other)
    assert verdict is not None
    assert verdict.kind is RelationKind.CORROBORATES
    assert verdict.independence is Independence.SAME_SOURCE


def test_a_verdict_of_another_comparator_is_not_made_up() -> None:
    only = chosen(["denial.v1"])
    one, other = counted("police", "19 people"), counted("the army", "21 people", in_="doc_b")
    assert compare(one, other, comparators=only) is None


def test_an_unknown_comparator_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(QueryError, match="there are denial"):
        chosen(["nummeric.v1"])


def test_every_comparator_names_itself() -> None:
    pairs = [
        (counted("police", "19 people"), counted("the army", "21 people", in_="doc_b")),
        (RUSSIA_REBELS, denies("a rebel alliance", "a rebel alliance was involved")),
    ]
    for a, b in pairs:
        verdict = compare(a, b)
        assert verdict is not None
        assert verdict.method in COMPARATORS


def test_parts_exchanged_contradict_where_it_is_done_one_way() -> None:
    def bought(who: str, buyer: str, sold: str, where: str) -> Statement:
        roles = {Role.AGENT: buyer, Role.PATIENT: sold}
        text = f"{buyer} bought {sold}"
        return says(who, text, in_=where, roles=roles, predicate="buy")

    verdict = compare(
        bought("a paper", "Norell", "Mirel", "doc_a"), bought("a radio", "Mirel", "Norell", "doc_b")
    )
    assert verdict is not None
    assert verdict.method == "structure.v1"


def test_the_rebels_are_accused_as_the_text_calls_them_whoever_they_were_taken_for() -> None:
    taken = accuses("Russia", "Hayat Tahrir al-Sham", "the rebels used gas in the attack")
    words = Span(start=0, end=10, text="the rebels")
    (accused,) = taken.claim.participants
    parties = (accused.model_copy(update={"spans": (words,)}),)
    called = replace(taken, claim=taken.claim.model_copy(update={"participants": parties}))
    denial = denies("a rebel alliance", "a rebel alliance was involved")
    assert compare(taken, denial) is None
    verdict = compare(called, denial)
    assert verdict is not None
    assert verdict.kind is RelationKind.CONTRADICTS
