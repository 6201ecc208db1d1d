"""Windows become tensors; needs PyTorch, which the library itself does not."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

torch = pytest.importorskip("torch", reason="training needs the extra 'train'")

from claimgraph.reading.encoder.pieces import WordPieces  # noqa: E402
from claimgraph.reading.encoder.weights import MODEL_FOLDER  # noqa: E402
from claimgraph.training.batches import MASK, Batcher  # noqa: E402
from claimgraph.training.corpora import Annotated, GoldSyntax  # noqa: E402
from claimgraph.training.data import MixedStream  # noqa: E402
from claimgraph.training.labels import IGNORED, Inventory  # noqa: E402
from claimgraph.training.windows import Window  # noqa: E402

WORDS = ["Rebels", "in", "Oslo", "denied", "it", "."]
DOCUMENT = Annotated(
    "1",
    WORDS,
    [False, True, True, True, True, False],
    [0] * 6,
    syntax=GoldSyntax(
        [0] * 6,
        ["NOUN", "ADP", "PROPN", "VERB", "PRON", "PUNCT"],
        ["NNS", "IN", "NNP", "VBD", "PRP", "."],
        ["rebel", "in", "Oslo", "deny", "it", "."],
        [3, 2, 0, 3, 3, 3],
        ["nsubj", "case", "nmod", "root", "obj", "punct"],
    ),
)
WINDOW = Window(DOCUMENT, list(range(6)), WORDS, DOCUMENT.spaced, 20)


@pytest.fixture(scope="module")
def batcher() -> Batcher:
    pieces = WordPieces.from_file(str(MODEL_FOLDER / "tokenizer.json"))
    return Batcher(pieces, Inventory.of([DOCUMENT], fewest=1))


def test_hidden_words_keep_their_places_and_their_shapes(batcher: Batcher) -> None:
    shown = batcher([WINDOW]).tensors
    hidden = batcher([replace(WINDOW, hidden=frozenset((2, 3)))]).tensors
    masked = hidden["ids"][0] == MASK
    first, last = shown["first"][0], shown["last"][0]
    assert masked.nonzero().flatten().tolist() == list(range(int(first[2]), int(last[3]) + 1))
    assert torch.equal(shown["shapes"], hidden["shapes"])
    assert torch.equal(shown["ids"][0][~masked], hidden["ids"][0][~masked])


def test_a_name_that_stands_in_for_another_has_no_lemma(batcher: Batcher) -> None:
    swapped = replace(WINDOW, words=["Rebels", "in", "Lagos", "denied", "it", "."])
    before, after = (batcher([w]).tensors["lemma"][0].tolist() for w in (WINDOW, swapped))
    assert IGNORED not in before
    assert after == [*before[:2], IGNORED, *before[3:]]


@pytest.mark.parametrize(("first", "expected"), [(0.0, 0.25), (0.75, 0.75)])
def test_treebanks_take_turns_by_size_or_by_share(first: float, expected: float) -> None:
    sizes = (1, 3)
    streams: list[Any] = [
        SimpleNamespace(documents=[SimpleNamespace(words=["x"] * size)]) for size in sizes
    ]
    mixed = MixedStream(streams, seed=1, first=first)
    turns = [mixed.at(step, 0) is streams[0] for step in range(2000)]
    assert abs(sum(turns) / 2000 - expected) < 0.05
