"""Two tolls are held against each other where something says that they are of one event."""

from dataclasses import replace
from typing import Any

import pytest

from claimgraph.compare.pairs import compare
from claimgraph.compare.statement import Statement
from claimgraph.model import Event, Place
from claimgraph.vocabulary import RelationKind, Role
from tests.compare.statements import accuses, killed, says

TOLD = ("the police", "the bomb in the market killed 12 people", 12)
ALSO = ("the army", "the attack in the market killed 31 people with a bomb", 31)


def toll(
    told: tuple[str, str, float], in_: str, *, event: Event | None = None, **more: Any
) -> Statement:
    """How many people were killed, as somebody has it."""
    who, text, number = told
    made = says(who, text, in_=in_, predicate="kill", quantities=(killed(number),), **more)
    return replace(made, event=event)


def kind_of(a: Statement, b: Statement) -> RelationKind | None:
    verdict = compare(a, b)
    assert verdict == compare(a, b)
    return None if verdict is None else verdict.kind


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param({}, {}, id="nothing is known"),
        pytest.param({"published": "2020-03-02"}, {}, id="the day of one article"),
        pytest.param({"place": Place(name="Halm")}, {}, id="the town of one"),
        pytest.param(
            {"place": Place(name="Iraq")}, {"place": Place(name="Iraq")}, id="only the state"
        ),
        pytest.param(
            {"place": Place(name="Halm"), "time": "2020-03-01"},
            {"place": Place(name="Orvale"), "time": "2020-03-01"},
            id="two towns",
        ),
        pytest.param({"time": "2020-03-01"}, {}, id="a day in one of the texts"),
    ],
)
def test_without_days_tolls_are_held_against_each_other_only_where_something_agrees(
    a: dict[str, Any], b: dict[str, Any]
) -> None:
    kind = kind_of(toll(TOLD, "doc_a", **a), toll(ALSO, "doc_b", **b))
    assert kind in (None, RelationKind.NOT_COMPARABLE)


@pytest.mark.parametrize(
    "both",
    [
        pytest.param({"place": Place(name="Halm")}, id="one town"),
        pytest.param({"time": "2020-03-01"}, id="one day"),
        pytest.param(
            {"event": Event(label="bombing in Halm", kind="bombing")}, id="one event record"
        ),
        pytest.param({"published": "2020-03-02"}, id="the days of both articles"),
    ],
)
def test_where_something_agrees_they_are(both: dict[str, Any]) -> None:
    one, other = toll(TOLD, "doc_a", **both), toll(ALSO, "doc_b", **both)
    assert kind_of(one, other) is RelationKind.CONTRADICTS


def test_a_name_that_is_no_state_says_that_it_is_one_event() -> None:
    text = "the bomb at the Aldo Museum killed {} people"
    one = toll(("the police", text.format(12), 12), "doc_a")
    other = toll(("the army", text.format(31), 31), "doc_b")
    assert kind_of(one, other) is RelationKind.CONTRADICTS


@pytest.mark.parametrize(
    ("kinds", "kind"),
    [
        (("chemical attack", "bombing"), RelationKind.NOT_COMPARABLE),
        (("earthquake", "shooting"), RelationKind.NOT_COMPARABLE),
        (("chemical attack", "airstrike"), RelationKind.CONTRADICTS),
        (("attack", "bombing"), RelationKind.CONTRADICTS),
        (("crash", "fire"), RelationKind.CONTRADICTS),
    ],
)
def test_what_happened_in_two_ways_are_two_events(
    kinds: tuple[str, str], kind: RelationKind
) -> None:
    one, other = (
        toll(told, in_, published="2020-03-02", event=Event(label=f"{each} {in_}", kind=each))
        for told, in_, each in zip((TOLD, ALSO), ("doc_a", "doc_b"), kinds, strict=True)
    )
    assert kind_of(one, other) is kind


def test_why_two_tolls_without_days_are_not_comparable_is_said() -> None:
    verdict = compare(toll(TOLD, "doc_a"), toll(ALSO, "doc_b"))
    assert verdict is not None
    assert "the day of an article is not known" in verdict.reason


def of_one_event(text: str, predicate: str, in_: str, **roles: str) -> Statement:
    event = Event(label="explosion at the Orvana depot", kind="explosion")
    parts = {Role[name.upper()]: words for name, words in roles.items()}
    made = says("Ada Velt" if in_ == "doc_a" else "Ilka Orm", text, in_=in_, roles=parts,
                predicate=predicate, published="2020-03-02")  # fmt: skip
    return replace(made, event=event)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            ("the explosion was murder", "be murder"),
            ("the explosion killed people at the depot", "kill"),
            id="what it was called",
        ),
        pytest.param(
            ("an explosion tore through the fuel depot in Orvana", "tear"),
            ("people died in an explosion at the fuel depot in Orvana", "die"),
            id="only the event is named",
        ),
        pytest.param(
            ("the number of dead in Orvana will rise", "rise"),
            ("the number of dead in Orvana has risen", "rise"),
            id="what is still to come",
        ),
    ],
)
def test_who_only_speaks_of_one_event_does_not_agree(
    a: tuple[str, str], b: tuple[str, str]
) -> None:
    assert kind_of(of_one_event(*a, "doc_a"), of_one_event(*b, "doc_b")) is None


def test_that_there_was_an_attack_does_not_say_whose_it_was() -> None:
    blames = of_one_event(
        "rebels are to blame for the explosion at the fuel depot", "blame", "doc_a",
        accused="rebels",
    )  # fmt: skip
    tells = of_one_event("there was an explosion at the fuel depot", "explosion", "doc_b")
    assert kind_of(blames, tells) is None


def test_two_who_tell_one_deed_of_one_event_agree() -> None:
    one = of_one_event(
        "the explosion destroyed every tank of the depot", "destroy", "doc_a", agent="explosion"
    )
    other = of_one_event(
        "all tanks of the depot were destroyed", "destroy", "doc_b", patient="all tanks"
    )
    assert kind_of(one, other) is RelationKind.CORROBORATES


@pytest.mark.parametrize(
    ("known", "kind"),
    [
        ({}, None),
        ({"published": "2020-03-02"}, RelationKind.CONTRADICTS),
        ({"place": Place(name="Halm")}, RelationKind.CONTRADICTS),
    ],
)
def test_of_another_attack_others_may_be_to_blame(
    known: dict[str, Any], kind: RelationKind | None
) -> None:
    texts = ("the Syrian army carried out the gas attack", "Syrian rebels carried out the attack")
    one, other = (
        accuses(who, whom, text, predicate="carry out", in_=in_, **known)
        for who, whom, text, in_ in (
            ("Washington", "Syrian army", texts[0], "doc_a"),
            ("Moscow", "Syrian rebels", texts[1], "doc_b"),
        )
    )
    assert kind_of(one, other) is kind
