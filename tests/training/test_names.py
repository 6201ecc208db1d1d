"""Names give way to others of their kind, and nothing else moves."""

from random import Random

import pytest

from claimgraph.training.corpora import Annotated
from claimgraph.training.names import NamePool, spans
from claimgraph.training.written_names import FAMILY_NAMES, GIVEN_NAMES, ORGANISATIONS, PLACES

WORDS = "Ana Silva of Oslo met Silva 's lawyers in Oslo , J. P. Banks said .".split()
LABELS = "B-PER I-PER O B-LOC O B-PER O O O B-LOC O B-PER I-PER I-PER O O".split()
POOL = NamePool([("LOC", ("Lagos",)), ("LOC", ("Lima",)), ("LOC", ("New", "York"))])


def swapped(seed: int) -> list[str]:
    return POOL.swap(WORDS, LABELS, Random(seed))


@pytest.mark.parametrize("seed", range(20))
def test_words_without_a_name_stay(seed: int) -> None:
    for old, new, label in zip(WORDS, swapped(seed), LABELS, strict=True):
        assert label != "O" or old == new


@pytest.mark.parametrize("seed", range(20))
def test_a_name_is_called_the_same_throughout(seed: int) -> None:
    words = swapped(seed)
    assert words[3] == words[9]
    assert words[1] == words[5]


@pytest.mark.parametrize("seed", range(20))
def test_initials_stay(seed: int) -> None:
    assert swapped(seed)[11:13] == ["J.", "P."]


def test_names_come_from_the_pool_of_their_kind_and_length() -> None:
    places = {swapped(seed)[3].lower() for seed in range(60)}
    assert places == {"oslo", "lagos", "lima"}


def test_some_names_are_shown_in_capitals_and_some_in_small_letters() -> None:
    places = {swapped(seed)[3] for seed in range(300)}
    assert {"LIMA", "lima", "Lima"} <= places


def test_the_pool_holds_the_plain_names_of_documents() -> None:
    words = ["Kyiv", "and", "St.", "Ives"]
    labels = ["B-LOC", "O", "B-LOC", "I-LOC"]
    pool = NamePool.of([Annotated("1", words, [True] * 4, [0] * 4, entities=labels)])
    drawn = {pool.swap(["Oslo"], ["B-LOC"], Random(seed))[0] for seed in range(4000)}
    assert "Kyiv" in drawn
    assert not any("." in name for name in drawn)


@pytest.mark.parametrize("names", [ORGANISATIONS, PLACES, GIVEN_NAMES, FAMILY_NAMES])
def test_written_names_are_plain_and_written_once(names: tuple[str, ...]) -> None:
    assert len(names) == len(set(names))
    for name in names:
        assert all(word.isalpha() and word[0].isupper() for word in name.split()), name
        assert len(name.split()) <= 4


def test_a_stray_inside_label_ends_a_name() -> None:
    assert list(spans(["B-PER", "I-LOC", "O"])) == [(0, 1, "PER")]
