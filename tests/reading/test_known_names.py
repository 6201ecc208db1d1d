"""Known names make their kind likelier, and nothing more."""

import numpy as np
import pytest

from claimgraph.reading.encoder.known_names import _KNOWN, NUDGE, known_names, nudge
from claimgraph.reading.encoder.labels import ENTITY_LABELS

LABELS = len(ENTITY_LABELS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Xinhua said", [((0, 1), "ORG")], id="an agency"),
        pytest.param("in Saudi Arabia .", [((1, 3), "LOC")], id="two words"),
        pytest.param("the Saudi Press Agency", [((1, 4), "ORG")], id="the longer name"),
        pytest.param("the Saudi king", [], id="half a name"),
        pytest.param("New York New York Times", [((0, 2), "LOC"), ((2, 5), "ORG")], id="in a row"),
        pytest.param("they visa the amazon", [], id="small letters"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_known_names_are_found_whole(text: str, expected: list[object]) -> None:
    assert known_names(text.split()) == expected


def test_words_that_are_no_known_names_keep_their_scores() -> None:
    scores = np.zeros((3, LABELS), dtype=np.float32)
    assert nudge(["He", "said", "so"], scores) is scores


def test_the_scores_that_are_passed_in_stay() -> None:
    scores = np.zeros((2, LABELS), dtype=np.float32)
    nudge(["Reuters", "reported"], scores)
    assert not scores.any()


def test_a_known_name_can_begin_and_go_on() -> None:
    raised = nudge(["Al", "Jazeera", "said"], np.zeros((3, LABELS), dtype=np.float32))
    places = {(int(row), ENTITY_LABELS[column]) for row, column in np.argwhere(raised == NUDGE)}
    assert places == {(0, "B-ORG"), (0, "I-ORG"), (1, "I-ORG")}


def test_every_name_has_one_kind() -> None:
    names = [tuple(words) for entries in _KNOWN.values() for words, _ in entries]
    assert len(names) == len(set(names))
    assert len(names) > 500
