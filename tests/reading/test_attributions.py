"""Linking: what belongs to which cue, with weights that prefer what is near."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.reading.encoder.attributions import Linker, Parts, PartSpan, WordAttribution
from claimgraph.reading.encoder.links import (
    LINK_FEATURES,
    Between,
    feature_rows,
    link_features,
    nearest,
)
from claimgraph.reading.encoder.weights import Weights

WIDTH, HIDDEN = 3, 1


def scorer(name: str) -> dict[str, np.ndarray]:
    """Scores that fall with the distance, in either direction."""
    where = np.zeros((LINK_FEATURES, HIDDEN), dtype=np.float32)
    where[:9, 0] = where[9:18, 0] = np.arange(9)
    values: dict[str, np.ndarray] = {
        "left": np.zeros((WIDTH, HIDDEN)),
        "bias": np.zeros(HIDDEN),
        "right": np.zeros((WIDTH, HIDDEN)),
        "where": where,
        "out": -np.ones(HIDDEN),
        "out_bias": np.zeros(1),
        "bilinear": np.zeros((WIDTH, WIDTH)),
        "none": np.zeros(WIDTH),
        "none_bias": -np.full(1, 20.0),
    }
    return {f"{name}.{key}": value.astype(np.float32) for key, value in values.items()}


@pytest.fixture
def linker() -> Linker:
    heads = scorer("cue_source") | scorer("content_cue")
    return Linker(Weights(Path(), {}, heads, {}, "test"))


def span(texts: list[str], words: str) -> PartSpan:
    wanted = words.split()
    start = next(i for i in range(len(texts)) if texts[i : i + len(wanted)] == wanted)
    return PartSpan((start, start + len(wanted)), np.zeros(WIDTH, dtype=np.float32), 0.9)


def link(linker: Linker, text: str, *groups: list[str]) -> list[WordAttribution]:
    texts = text.replace("|", " \n\n ").split(" ")
    parts = Parts(*([span(texts, words) for words in group] for group in groups))
    return linker(texts, parts)


def test_the_nearest_source_and_content_are_taken(linker: Linker) -> None:
    one, other = link(
        linker,
        "SOHR said 100 fell ill and SANA reported 107 cases .",
        ["SOHR", "SANA"],
        ["said", "reported"],
        ["100 fell ill", "107 cases"],
    )
    assert (one.source, one.content) == (((0, 1),), ((2, 5),))
    assert (other.source, other.content) == (((6, 7),), ((8, 10),))


def test_a_source_may_be_shared(linker: Linker) -> None:
    found = link(linker, "He said so , adding more .", ["He"], ["said", "adding"], ["so", "more"])
    assert [item.source for item in found] == [((0, 1),), ((0, 1),)]


def test_a_content_may_be_broken_up(linker: Linker) -> None:
    (found,) = link(
        linker, "“ No ” , he said , “ never ” .", ["he"], ["said"], ["“ No ”", "“ never ”"]
    )
    assert found.content == ((0, 3), (7, 10))


def test_a_heading_is_said_by_nobody(linker: Linker) -> None:
    text = "Islamic State|Attacks killed 47 , SOHR said ."
    (found,) = link(linker, text, ["SOHR"], ["said"], ["Islamic State", "Attacks killed 47"])
    assert found.content == ((3, 6),)


def test_a_quoted_paragraph_belongs_to_its_cue(linker: Linker) -> None:
    text = "SOHR said :|“ Attacks killed 47 . ”"
    (found,) = link(linker, text, ["SOHR"], ["said"], ["“ Attacks killed 47 . ”"])
    assert found.content == ((4, 10),)


def test_a_headline_with_its_own_cue_stays(linker: Linker) -> None:
    (found,) = link(linker, "SOHR says 47 died|More soon .", ["SOHR"], ["says"], ["47 died"])
    assert found.content == ((2, 4),)


def test_without_cues_there_is_nothing(linker: Linker) -> None:
    assert link(linker, "SOHR and SANA .", ["SOHR"], [], []) == []


def test_features_tell_what_lies_between() -> None:
    between = Between([4, 5, 6, 7, 8], [], [], [3], [])
    near = link_features((0, 1), (2, 3), between)
    far = link_features((0, 1), (9, 10), between)
    assert near != far
    assert len(near) == len(far) == 6
    assert link_features((9, 10), (0, 1), between)[0] == far[0] + 9
    assert all(0 <= feature < LINK_FEATURES for feature in near + far)


places = st.integers(0, 90)
ranges = st.tuples(places, st.integers(1, 12)).map(lambda pair: (pair[0], sum(pair)))


@given(
    st.lists(st.tuples(ranges, ranges), min_size=1, max_size=9),
    st.lists(st.lists(places, max_size=12), min_size=5, max_size=5),
)
def test_features_of_many_pairs_are_those_of_each(
    pairs: list[tuple[tuple[int, int], tuple[int, int]]], groups: list[list[int]]
) -> None:
    between = Between(*groups)
    left, right = (np.asarray([pair[side] for pair in pairs]) for side in (0, 1))
    rows = feature_rows(left, right, between)
    assert rows.tolist() == [link_features(*pair, between) for pair in pairs]


def test_candidates_lie_on_both_sides() -> None:
    others = [(n, n + 1) for n in range(0, 40, 2)]
    assert nearest((21, 22), others, 2) == [9, 10, 11, 12]
    assert nearest((0, 1), others, 2) == [0, 1, 2]
    assert nearest((5, 6), [], 2) == []
