"""When two names are one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.text.given_names import gender_of
from claimgraph.text.groups import group_name, is_armed_group
from claimgraph.text.media import is_medium
from claimgraph.text.names import alone, is_acronym, one_edit_apart, same_person, spells

WORDS = st.text("abcde", min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        pytest.param("john bolton", "john r bolton", True, id="middle initial"),
        pytest.param("john bolton", "john robert bolton", True, id="middle name"),
        pytest.param("j bolton", "john bolton", True, id="initial"),
        pytest.param("bill petrie", "william petrie", True, id="nickname"),
        pytest.param("mohammed bin salman", "mohammed bin salman al saud", True, id="longer"),
        pytest.param("hassan nasrallah", "sayyed hassan nasrallah", True, id="title unknown"),
        pytest.param("anton velk", "mira velk", False, id="one surname, two people"),
        pytest.param("john bolton", "john major", False, id="one given name, two people"),
        pytest.param("john r bolton", "john s bolton", False, id="two middle initials"),
        pytest.param("bolton", "john bolton", False, id="a surname alone"),
    ],
)
def test_full_names_are_one_persons(left: str, right: str, same: bool) -> None:
    assert same_person(left.split(), right.split()) is same
    assert same_person(right.split(), left.split()) is same


@pytest.mark.parametrize(
    ("acronym", "name", "fits"),
    [
        pytest.param("SOHR", "Syrian Observatory for Human Rights", True, id="small word left out"),
        pytest.param("DoD", "Department of Defense", True, id="small word kept"),
        pytest.param("U.N.", "United Nations", True, id="full stops"),
        pytest.param("HTS", "Hayat Tahrir al-Sham", True, id="hyphen"),
        pytest.param("UN", "United Kingdom", False, id="other name"),
        pytest.param("U", "Union", False, id="one letter"),
    ],
)
def test_an_acronym_spells_a_name(acronym: str, name: str, fits: bool) -> None:
    assert spells(acronym, name) is fits


@pytest.mark.parametrize("word", ["SOHR", "U.N.", "IS", "PiS", "FSB", "M23"])
def test_acronyms_are_told_by_their_capitals(word: str) -> None:
    assert is_acronym(word)


@pytest.mark.parametrize("word", ["Reuters", "A", "YouTube", "sohr", "McCain", "OBSERVATORY"])
def test_other_words_are_none(word: str) -> None:
    assert not is_acronym(word)


@given(WORDS, WORDS)
def test_one_edit_is_the_same_both_ways(left: str, right: str) -> None:
    assert one_edit_apart(left, right) == one_edit_apart(right, left)


@given(WORDS, st.integers(0, 5), st.sampled_from("xyz"))
def test_a_changed_letter_is_one_edit(word: str, place: int, letter: str) -> None:
    place %= len(word)
    assert one_edit_apart(word, word[:place] + letter + word[place + 1 :])
    assert one_edit_apart(word, word[:place] + letter + word[place:])
    assert not one_edit_apart(word, word)


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_the_last_word_stands_alone(words: list[str]) -> None:
    assert words[-1] in alone(" ".join(words))


@pytest.mark.parametrize(
    ("name", "full"),
    [
        pytest.param("HTS", "Hayat Tahrir al-Sham", id="acronym"),
        pytest.param("the Houthis", "Houthi movement", id="members"),
        pytest.param("Daesh", "Islamic State", id="other name"),
        pytest.param("al-Qaida", "Al-Qaeda", id="spelling"),
        pytest.param("National Front", None, id="a party"),
    ],
)
def test_known_groups_have_one_name(name: str, full: str | None) -> None:
    assert group_name(name) == full


def test_words_make_a_body_armed_or_a_medium() -> None:
    assert is_armed_group("Black Heron Brigade")
    assert not is_armed_group("Salvation Army")
    assert is_medium("Ilsa Free Radio")
    assert is_medium("Northern News Agency")
    assert not is_medium("Northern Agency")


def test_given_names_show_who_bears_them() -> None:
    assert [gender_of(name) for name in ("Igor", "MIRA", "José", "Robin", "Velk")] == [
        "m", "f", "m", "", "",
    ]  # fmt: skip
