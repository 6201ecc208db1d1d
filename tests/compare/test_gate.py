"""The event gate keeps claims about different things apart, and names the test that failed."""

from dataclasses import replace
from typing import Any

import pytest

from claimgraph.compare.gate import Strength, pass_gate
from claimgraph.compare.gist import Gist
from claimgraph.compare.pairs import compare
from claimgraph.compare.statement import Statement
from claimgraph.model import Event, Interval, Place
from claimgraph.vocabulary import ConflictType, Form, RelationKind
from tests.compare.statements import killed, says

KILLED: dict[str, Any] = {"predicate": "kill"}


def toll(who: str, text: str, number: float, **more: Any) -> Statement:
    """A count of dead people."""
    known = {"published": "2019-05-04", **KILLED, **more}
    return says(who, text, quantities=(killed(number),), **known)


@pytest.mark.parametrize(
    ("a", "b", "failed"),
    [
        pytest.param(
            {"time": "2019-05-03"}, {"time": "2019-06-17"}, ConflictType.TIME, id="another month"
        ),
        pytest.param(
            {"place": Place(name="Halm")},
            {"place": Place(name="Orvale")},
            ConflictType.PLACE,
            id="another town",
        ),
    ],
)
def test_the_test_that_failed_is_named(
    a: dict[str, Any], b: dict[str, Any], failed: ConflictType
) -> None:
    one = toll("police", "8 people were killed by the bomb", 8, **a)
    other = toll("the army", "21 people were killed by the bomb", 21, in_="doc_b", **b)
    verdict = compare(one, other)
    assert verdict is not None
    assert (verdict.kind, verdict.type) == (RelationKind.NOT_COMPARABLE, failed)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param({"time": "2019-05-03"}, {"time": "2019-05"}, id="a day and its month"),
        pytest.param({"time": "2019-05-03"}, {"time": "2019-05-04"}, id="two sides of midnight"),
        pytest.param(
            {"place": Place(name="al-Khalidiya", within=("Aleppo",))},
            {"place": Place(name="Aleppo")},
            id="a quarter and its town",
        ),
        pytest.param(
            {"place": Place(name="Aleppo")}, {"place": Place(name="Syria")}, id="a town, a state"
        ),
    ],
)
def test_what_holds_or_touches_the_other_is_no_other_time_or_place(
    a: dict[str, Any], b: dict[str, Any]
) -> None:
    one = toll("police", "8 people were killed by the bomb", 8, **a)
    other = toll("the army", "21 people were killed by the bomb", 21, in_="doc_b", **b)
    assert not pass_gate(Gist(one), Gist(other)).failed
    verdict = compare(one, other)
    assert verdict is not None
    assert verdict.kind is RelationKind.CONTRADICTS


@pytest.mark.parametrize(
    ("a", "b", "another"),
    [
        ("the bridge in Halm fell in March", "the bridge in Halm fell in April", False),
        ("a Jan. 3 strike hit the bridge", "a Jan. 9 strike hit the bridge", True),
        ("a strike on 3 January hit the bridge", "a Jan. 3 strike hit the bridge", False),
        ("a Jan. 3 strike hit the bridge", "a strike hit the bridge", False),
    ],
)
def test_days_without_a_year_are_held_against_each_other(a: str, b: str, another: bool) -> None:
    gate = pass_gate(Gist(says("police", a)), Gist(says("the army", b, in_="doc_b")))
    assert gate.failed.startswith("time") is another


def test_two_months_do_not_touch_as_two_days_do() -> None:
    one = says("police", "he resigned in March", time="2021-03")
    other = says("the army", "he resigned in April", time="2021-04", in_="doc_b")
    assert pass_gate(Gist(one), Gist(other)).failed == "time: 2021-03 and 2021-04"


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [("Al Shadad", "Al Huwar", False), ("Halm province", "the province of Halm", True)],
)
def test_two_places_are_not_one_by_a_word_that_many_have(a: str, b: str, one: bool) -> None:
    first = says("police", "a bomb exploded", place=Place(name=a), published="2019-05-04")
    second = says(
        "the army", "the bomb exploded", place=Place(name=b), in_="doc_b", published="2019-05-04"
    )
    assert pass_gate(Gist(first), Gist(second)).failed.startswith("place") is not one


def test_what_happened_long_before_the_news_is_not_the_news() -> None:
    then = says(
        "Washington",
        "the army killed people with gas near Zarda",
        time="2013-08",
        published="2017-04-05",
        predicate="kill",
    )
    now = says(
        "the army", "gas killed people in the attack", in_="doc_b", published="2017-04-05", **KILLED
    )
    assert pass_gate(Gist(then), Gist(now)).failed.startswith("time: 2013-08")


def test_several_attacks_are_not_the_one_attack() -> None:
    several = says(
        "HRW",
        "the army carried out at least eight attacks",
        quantities=({"text": "at least eight attacks", "low": 8, "best": 8, "unit": "attacks"},),
    )
    one = says("the army", "the army carried out the attack", in_="doc_b")
    assert pass_gate(Gist(several), Gist(one)).failed == "event: several, and a single one"


def test_articles_weeks_apart_need_a_name_in_common() -> None:
    may = toll("police", "8 people were killed by the bomb", 8, published="2019-05-03")
    august = toll(
        "police", "21 people were killed by the bomb", 21, in_="doc_b", published="2019-08-03"
    )
    assert pass_gate(Gist(may), Gist(august)).failed == "time: the articles are 92 days apart"


def test_one_event_speaks_for_itself() -> None:
    event = Event(label="chemical attack in Aleppo")
    one, other = (
        Gist(says("SOHR", text, in_=where))
        for text, where in (("many fell ill", "doc_a"), ("107 cases were counted", "doc_b"))
    )
    assert pass_gate(one, other).strength is Strength.NOTHING
    one, other = (_about(each, event) for each in (one, other))
    gate = pass_gate(one, other)
    assert gate.strength is Strength.EVENT
    assert gate.tests == ("same event: chemical attack in Aleppo",)


def _about(gist: Gist, event: Event) -> Gist:

    return Gist(replace(gist.statement, event=event))


def test_a_quoted_yesterday_says_nothing_of_the_day() -> None:
    time = Interval.parse("2019-09-11").model_copy(update={"text": "last night"})
    quoted = says("Bolton", "Bolton offered to resign last night", time=time)
    attribution = quoted.attribution.model_copy(update={"form": Form.DIRECT})

    other = says("Trump", "Trump dismissed Bolton on Monday", time="2019-09-07", in_="doc_b")
    assert pass_gate(Gist(quoted), Gist(other)).failed.startswith("time")
    assert not pass_gate(Gist(replace(quoted, attribution=attribution)), Gist(other)).failed


@pytest.mark.parametrize(
    ("words", "fields", "reason"),
    [
        ("12 people", {"of": "wounded"}, "another measure"),
        ("12 children", {"unit": "children", "of": "killed"}, "another population"),
        ("12 more people", {"of": "killed"}, "some of them come on top of others"),
    ],
)
def test_other_counts_of_one_event_are_not_comparable(
    words: str, fields: dict[str, Any], reason: str
) -> None:
    number = {"text": words, "low": 12, "best": 12, "high": 12, "unit": "people", **fields}
    told = "the bomb on the market in Halm killed many people"
    one = toll("police", told, 31)
    other = says("the army", f"{told} on Monday", in_="doc_b", quantities=(number,), **KILLED)
    verdict = compare(one, other, comparators=())
    assert verdict is not None
    assert verdict.kind is RelationKind.NOT_COMPARABLE
    assert reason in verdict.reason
