"""The training data as endless streams of batches, and whose turn it is at each step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from claimgraph.reading.encoder.words import make_tokenizer
from claimgraph.training.batches import Batch, Batcher
from claimgraph.training.corpora import (
    Annotated,
    read_conllu,
    read_names,
    read_polnear,
    read_re3d,
    read_texts,
)
from claimgraph.training.folds import fold_of
from claimgraph.training.gradients import wanted_heads
from claimgraph.training.names import NamePool
from claimgraph.training.neighbours import Neighbours
from claimgraph.training.settings import Settings
from claimgraph.training.streams import Stream, Turns
from claimgraph.training.windows import Variation


@dataclass(frozen=True)
class Corpora:
    """The training documents by task.

    Attributes:
        texts: Documents without annotations, which only a panel speaks about.
    """

    attribution: list[Annotated]
    syntax: list[Annotated]
    names: list[Annotated]
    texts: list[Annotated]

    def part(self, folds: int, fold: int, *, inside: bool) -> Corpora:
        """The documents of one fold (see ``fold_of``), or all others."""

        def kept(documents: list[Annotated]) -> list[Annotated]:
            return [d for d in documents if (fold_of(d, folds) == fold) == inside]

        return Corpora(*map(kept, (self.attribution, self.syntax, self.names, self.texts)))


def load_corpora(data: Path, limit: int | None = None, texts: Path | None = None) -> Corpora:
    """Read the training parts below ``data``; ``limit`` documents of each, for a trial.

    ``texts`` is a file of documents without annotations (see ``corpora.plain``).
    """
    import spacy

    nlp = spacy.blank("en")
    nlp.tokenizer = make_tokenizer(nlp)
    names = read_names(data / "ner" / "uner_ewt.train.iob2")
    ewt = list(read_conllu(data / "syntax" / "ewt.train.conllu", names))[:limit]
    gum = list(read_conllu(data / "syntax" / "gum.train.conllu", mentions=True))[:limit]
    return Corpora(
        list(read_polnear(data / "attribution" / "polnear.train.jsonl", nlp))[:limit],
        [*ewt, *gum],
        list(read_re3d(data / "ner" / "re3d.train.jsonl", nlp))[:limit],
        [] if texts is None else list(read_texts(texts, nlp))[:limit],
    )


class MixedStream:
    """EWT and GUM batches by turns: a batch has one kind of annotation.

    ``first`` is the share of the first stream's turns; 0: by the sizes of both.
    """

    def __init__(self, streams: Sequence[Turns], seed: int, first: float = 0.0) -> None:
        self.streams = streams
        self.seed = seed
        sizes = [sum(len(d.words) for d in stream.documents) for stream in streams]
        self.weights = [first, 1.0 - first] if first else [size / sum(sizes) for size in sizes]

    def at(self, step: int, worker: int) -> Turns:
        """The stream whose turn it is at ``step``."""
        return Random(f"{self.seed}/{step}/{worker}").choices(self.streams, self.weights)[0]


def make_streams(
    corpora: Corpora,
    batcher: Batcher,
    settings: Settings,
    vectors: NDArray[np.float32] | None = None,
) -> dict[str, Stream]:
    """One stream for each kind of annotation, by name.

    ``vectors`` of word pieces tell which words are neighbours; they are needed where
    ``settings.replaced_words`` are wanted.
    """
    variation = Variation(
        swapped_names=settings.swapped_names,
        replaced_words=settings.replaced_words,
        hidden_words=settings.hidden_words,
    )
    neighbours = None
    if settings.replaced_words:
        assert vectors is not None
        tagged = [*corpora.syntax, *corpora.attribution, *corpora.texts]
        neighbours = Neighbours.of(tagged, batcher.pieces, vectors)
    names = NamePool.of([*corpora.syntax, *corpora.names])
    wanted = {
        "attribution": (corpora.attribution, settings.attribution_pieces),
        "ewt": ([d for d in corpora.syntax if d.mentions is None], settings.syntax_pieces),
        "gum": ([d for d in corpora.syntax if d.mentions is not None], settings.syntax_pieces),
        "names": (corpora.names, settings.syntax_pieces),
    }
    if corpora.texts:
        wanted["texts"] = (corpora.texts, settings.texts_pieces)
    return {
        name: Stream(
            documents,
            batcher,
            pieces_per_batch=budget,
            seed=settings.seed,
            variation=replace(variation, penn=0.0) if name != "attribution" else variation,
            names=names,
            neighbours=neighbours,
        )
        for name, (documents, budget) in wanted.items()
    }


def take_turns(
    streams: Mapping[str, Turns], mixed: MixedStream, step: int, worker: int, settings: Settings
) -> list[Batch]:
    """The batches of one worker in one step."""
    turns = [streams["attribution"]] if "attribution" in wanted_heads(settings) else []
    if step % settings.syntax_every == 0:
        turns.append(mixed.at(step, worker))
    if worker == 0 and step % settings.names_every == 0:
        turns.append(streams["names"])
    if "texts" in streams:
        turns.append(streams["texts"])
    return [next(stream) for stream in turns]
