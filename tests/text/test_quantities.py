"""Quantities of newspapers: what must be found, what must not, and at what cost."""

import gc
import math
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.model import Quantity
from claimgraph.text.quantities import FoundQuantity, find_quantities
from claimgraph.text.vague import ACLED, MAGNITUDE, UNBOUNDED, VagueProfile

Expected = tuple[str, float | None, float | None, float | None, str, str]


def number(words: str) -> float | None:
    return None if words == "-" else float(words)


def expected(line: str) -> Expected:
    text, limits, comparator, unit = (part.strip() for part in line.split(" | "))
    low, best, high = map(number, limits.split())
    return text, low, best, high, comparator, "" if unit == "-" else unit


def cases() -> list[tuple[str, str, list[Expected]]]:
    """Group, sentence and what must be found in it."""
    found: list[tuple[str, str, list[Expected]]] = []
    group = ""
    folder = Path(__file__).parent
    names = ("quantities.txt", "quantities_more.txt")
    lines = "\n".join((folder / name).read_text(encoding="utf-8") for name in names)
    for line in lines.splitlines():
        if line.startswith("## "):
            group = line.removeprefix("## ")
        elif line.startswith("    "):
            found[-1][2].append(expected(line))
        elif line and not line.startswith("# "):
            found.append((group, line, []))
    return found


CASES = cases()


def as_expected(quantity: FoundQuantity) -> Expected:
    low, best, high = (
        None if value is None else round(value, 12)
        for value in (quantity.low, quantity.best, quantity.high)
    )
    return quantity.text, low, best, high, quantity.comparator.value, quantity.unit


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        pytest.param(sentence, wanted, id=f"{group}: {sentence}")
        for group, sentence, wanted in CASES
    ],
)
def test_the_quantities_of_a_sentence(sentence: str, wanted: list[Expected]) -> None:
    assert [as_expected(quantity) for quantity in find_quantities(sentence)] == wanted


@pytest.mark.parametrize(
    "comparators",
    [
        {"exact"},
        {"about"},
        {"at_least", "more_than"},
        {"up_to", "fewer_than"},
        {"between"},
        {"vague"},
        {"fraction_of"},
    ],
    ids=lambda comparators: " and ".join(sorted(comparators)),
)
def test_every_comparator_is_held_to_forty_sentences(comparators: set[str]) -> None:
    given = [quantity[4] for _, _, wanted in CASES for quantity in wanted]
    assert sum(comparator in comparators for comparator in given) >= 40


def test_a_hundred_sentences_hold_no_quantity() -> None:
    assert sum(not wanted for _, _, wanted in CASES) >= 100


@pytest.mark.parametrize(
    ("words", "profile", "low", "high", "name"),
    [
        pytest.param("dozens of people", ACLED, 12, None, "acled", id="12 for dozens"),
        pytest.param("tens of people", ACLED, 10, None, "acled", id="10 for tens"),
        pytest.param("several people", ACLED, 3, None, "acled", id="the lower default"),
        pytest.param("dozens of people", MAGNITUDE, 24, 99, "magnitude", id="two dozen or more"),
        pytest.param(
            "tens of thousands of people", MAGNITUDE, 20_000, 99_000, "magnitude", id="multiplied"
        ),
        pytest.param("most of the people", MAGNITUDE, 0.5, 1, "magnitude", id="more than half"),
        pytest.param("dozens of people", UNBOUNDED, None, None, "", id="no convention"),
        pytest.param("most of the people", ACLED, None, None, "", id="unknown to the profile"),
        pytest.param(
            "dozens of people",
            VagueProfile("ours", lows={"dozens": 36}),
            36,
            None,
            "ours",
            id="a profile of one's own",
        ),
    ],
)
def test_a_profile_bounds_vague_words(
    words: str, profile: VagueProfile, low: float | None, high: float | None, name: str
) -> None:
    (found,) = find_quantities(f"It hit {words} there.", vague=profile)
    assert (found.low, found.best, found.high) == (low, None, high)
    assert found.profile == name


def test_only_vague_words_have_a_profile() -> None:
    assert [found.profile for found in find_quantities("About 40 men and 12 women died.")] == [
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        pytest.param("At least 47 US-backed fighters died.", "US-backed fighters", id="modified"),
        pytest.param("Some 40% of all voters agree.", "voters", id="the whole of a share"),
        pytest.param("Five of the wounded men fled.", "wounded men", id="the group of a part"),
        pytest.param("A two-day truce held.", "day", id="a unit"),
        pytest.param("Hundreds of Taliban fled.", "Taliban", id="a name"),
        pytest.param("Nearly $5m was lost.", None, id="money has none"),
        pytest.param("The blast killed twelve.", None, id="unsaid"),
    ],
)
def test_the_noun_stands_where_it_is_counted(sentence: str, noun: str | None) -> None:
    (found,) = find_quantities(sentence)
    assert (sentence[slice(*found.noun)] if found.noun else None) == noun


def test_a_headline_does_not_run_into_the_next_line() -> None:
    found = find_quantities("Blast kills 12\nPolice officers arrived")
    assert [(quantity.text, quantity.unit) for quantity in found] == [("12", "people")]


def test_a_wrapped_line_goes_on() -> None:
    (found,) = find_quantities("the strike killed at least\n12 aid\nworkers")
    assert (found.text, found.unit) == ("at least\n12 aid\nworkers", "aid workers")


def test_letters_that_grow_in_lower_case_move_nothing() -> None:
    (found,) = find_quantities("In İzmir, İstanbul and İznik 12 people died.")
    assert found.text == "12 people"


#: Everything that quantities are made of, so that random text is full of them.
PIECES = [
    *"one two twelve twenty forty-two hundred thousand million dozen dozens tens hundreds".split(),
    *"of the a an half third quarter thirds and or to between from at least more than".split(),
    *"fewer about some nearly up over within no none nobody not single several few couple".split(),
    *"handful most majority people men were killed days years old ago per cent percent".split(),
    *"each day in aged May p.m. km m bn out every odd + more others toll rose % $ € £ US$".split(),
    *"5 12 3.5 1,200 3.000 2018 0100 ½ 1/2 - – , . : ' ’ “ (".split(),
    *["\n", "\n\n"],
]
texts = st.lists(st.sampled_from(PIECES), max_size=30).flatmap(
    lambda words: st.sampled_from(["", " ", "  "]).map(lambda gap: gap.join(words))
)


@given(st.one_of(st.text(max_size=60), texts))
def test_quantities_lie_in_their_text_in_order(text: str) -> None:
    end = 0
    for found in find_quantities(text, vague=MAGNITUDE):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        if found.noun:
            assert 0 <= found.noun[0] < found.noun[1] <= len(text)
        known = [value for value in (found.low, found.best, found.high) if value is not None]
        assert known == sorted(known)
        assert all(map(math.isfinite, known))
        end = found.end


@given(texts)
def test_a_found_quantity_is_a_valid_record(text: str) -> None:
    for found in find_quantities(text):
        record = Quantity(
            text=found.text,
            low=found.low,
            best=found.best,
            high=found.high,
            comparator=found.comparator,
            unit=found.unit,
        )
        assert record.comparator is found.comparator


@given(st.text(alphabet="abcdxyz .,;\n", max_size=80))
def test_text_without_number_words_has_no_quantity(text: str) -> None:
    assert find_quantities(text) == []


def seconds(text: str) -> float:
    # The collector's time grows with everything else that the run of the tests holds.
    gc.disable()
    try:
        start = time.process_time()
        find_quantities(text)
        return time.process_time() - start
    finally:
        gc.enable()


#: One a line; a blank before the bar belongs to the pump.
PUMPS = """
1| 1,| 1.| 1 | 111 | 111,| 1-| 1:| 1/| 1-a,| $| $1| 1%| ٣| ½| one | one-| one,| hundred | a | half a
half-a,| and a half | 1 and a half | million | at least | between | at least 1 | between 1 and
1 to | 1 or | from 1 to | dozens of | tens of thousands of | several | a few | most of the
a third of | no | none of them | not one | one in | of the 1 | 1 of the | more | 1 more | 1 x | 1 x-
x-| 1 xs | 1 were | 1 have been | toll 1 | “| '| x| 1 a.b.| a.b.| 1 x'| per cent | 1 per cent
a majority | the a majority of | 1 US dollars| $1-| $1 to | 1 °| 1 square | 100-odd | 1 of 10
"""


@pytest.mark.parametrize("pump", [" ", "\n", *filter(None, re.split(r"\| ?|\n", PUMPS))], ids=repr)
def test_hostile_text_costs_linear_time(pump: str) -> None:
    small = min(seconds(pump * (10_000 // len(pump))) for _ in range(3))
    large = min(seconds(pump * (100_000 // len(pump))) for _ in range(2))
    # A quadratic finder would need a hundred times as long.
    assert large < 30 * max(small, 0.002)
