"""Which words may take another's place."""

from random import Random

import numpy as np
import pytest

from claimgraph.reading.encoder.pieces import WordPieces
from claimgraph.reading.encoder.weights import MODEL_FOLDER
from claimgraph.training.corpora import Annotated, GoldSyntax
from claimgraph.training.neighbours import NEAREST, OFTEN, Neighbours

TAGGED = [("said", "VBD"), ("told", "VBD"), ("ran", "VBD"), ("mayor", "NN"), ("the", "DT")]


def tagged(pairs: list[tuple[str, str]]) -> Annotated:
    words, tags = [word for word, _ in pairs], [tag for _, tag in pairs]
    count = len(pairs)
    syntax = GoldSyntax([0] * count, ["X"] * count, tags, words, [0] * count, ["dep"] * count)
    return Annotated("1", words, [True] * count, [0] * count, syntax=syntax)


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    return WordPieces.from_file(str(MODEL_FOLDER / "tokenizer.json"))


@pytest.fixture(scope="module")
def neighbours(pieces: WordPieces) -> Neighbours:
    """Of some words, "said" and "told" alike."""
    vectors = np.zeros((40_000, 3), dtype=np.float32)
    for word, vector in {"said": (1, 0, 0), "told": (1, 0.1, 0), "ran": (-1, 0, 1)}.items():
        vectors[pieces(word)[0][0]] = vector
    rare = [("sprinted", "VBD")]
    return Neighbours.of([tagged(TAGGED * OFTEN + rare)], pieces, vectors)


def test_the_nearest_word_of_the_same_tag_takes_the_place(neighbours: Neighbours) -> None:
    drawn = {neighbours.replace(["said"], ["VBD"], 1.0, Random(seed))[0] for seed in range(30)}
    assert drawn == {"told", "ran"}  # there are fewer than NEAREST
    assert NEAREST > 2


@pytest.mark.parametrize(
    ("word", "tag"),
    [("the", "DT"), ("said", "NN"), ("mayor", "NN"), ("Aleppo", "NNP"), ("sprinted", "VBD")],
    ids=["closed class", "another tag", "nobody else", "a name", "rare"],
)
def test_other_words_stay(neighbours: Neighbours, word: str, tag: str) -> None:
    assert neighbours.replace([word], [tag], 1.0, Random(1)) == [word]


def test_the_case_stays(neighbours: Neighbours) -> None:
    (word,) = neighbours.replace(["Said"], ["VBD"], 1.0, Random(1))
    assert word in ("Told", "Ran")


def test_a_share_of_the_words_gives_way(neighbours: Neighbours) -> None:
    words = neighbours.replace(["said"] * 1000, ["VBD"] * 1000, 0.2, Random(1))
    assert 150 < sum(word != "said" for word in words) < 250
