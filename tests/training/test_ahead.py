"""Batches that other processes make; needs PyTorch, which the library itself does not."""

from contextlib import ExitStack
from itertools import islice
from typing import Any

import pytest

torch = pytest.importorskip("torch", reason="training needs the extra 'train'")

from claimgraph.reading.encoder.pieces import WordPieces  # noqa: E402
from claimgraph.reading.encoder.weights import MODEL_FOLDER  # noqa: E402
from claimgraph.training.ahead import look_ahead  # noqa: E402
from claimgraph.training.batches import Batch, Batcher  # noqa: E402
from claimgraph.training.corpora import Annotated, GoldAttribution  # noqa: E402
from claimgraph.training.labels import Inventory  # noqa: E402
from claimgraph.training.streams import Stream  # noqa: E402
from claimgraph.training.windows import Variation  # noqa: E402

WORDS = "The mayor said on Monday that the bridge was closed .".split()


def document(number: int) -> Annotated:
    words = WORDS * (1 + number % 3)
    gold = [GoldAttribution(((0, 2),), ((2, 3),), ((5, 10),))]
    spaced = [True] * len(words)
    return Annotated(str(number), words, spaced, [0] * len(words), attributions=gold)


def stream(shards: int) -> Stream:
    pieces = WordPieces.from_file(str(MODEL_FOLDER / "tokenizer.json"))
    documents = [document(number) for number in range(12)]
    made = Stream(
        documents,
        Batcher(pieces, Inventory.of([])),
        pieces_per_batch=60,
        seed=3,
        variation=Variation(),
    )
    made.shards = shards
    return made


def shown(batch: Batch) -> list[Any]:
    return [{n: value.tolist() for n, value in batch.tensors.items()}, batch.links, batch.pieces]


def turns(source: Any, count: int) -> list[Any]:
    return [[shown(next(source)), source.epoch, source.shard, source.index] for _ in range(count)]


@pytest.mark.parametrize("shards", [1, 5])
def test_other_processes_make_the_same_batches(shards: int) -> None:
    with ExitStack() as stack:
        ahead = look_ahead({"news": stream(shards)}, 2, stack)["news"]
        assert turns(ahead, 40) == turns(stream(shards), 40)


def test_they_go_on_where_a_stream_stands() -> None:
    whole = turns(stream(4), 30)
    later = stream(4)
    later.seek(*whole[11][1:])
    with ExitStack() as stack:
        assert turns(look_ahead({"news": later}, 2, stack)["news"], 18) == whole[12:]


def test_an_epoch_shows_every_document_once_whatever_the_shards() -> None:
    for shards in (1, 5):
        source = stream(shards)
        seen = [
            window.document.doc_id
            for shard in range(shards)
            for windows in source.plan(2, shard)
            for window in windows
        ]
        assert sorted(set(seen), key=int) == [str(number) for number in range(12)]


def test_batches_of_two_epochs_differ() -> None:
    source = stream(1)
    first = [shown(batch) for batch in islice(source, len(source.plan(0, 0)))]
    second = [shown(batch) for batch in islice(source, len(source.plan(1, 0)))]
    assert first != second
