"""Runs the encoder over documents: windows of like length together, outputs per word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from claimgraph.errors import ModelError
from claimgraph.reading.encoder.pieces import (
    CLS,
    PAD,
    SEP,
    PieceRows,
    WordPieces,
    piece_rows,
    quote_states,
)
from claimgraph.reading.encoder.weights import Weights
from claimgraph.reading.encoder.windows import Window, WindowOptions, cut_windows, end_qualities
from claimgraph.text.quotes import quoted_mask

Outputs = dict[str, NDArray[Any]]

#: On a CPU one window at a time is fastest: no padding, and everything stays in the cache. It also
#: keeps documents apart: 8-bit products are scaled by the largest number of their batch.
CPU_BATCH_PIECES = 1
ACCELERATOR_BATCH_PIECES = 16_384


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a document, with where they stand in its text.

    Attributes:
        texts: The words; white space that is a word of its own included, as in spaCy.
        starts: Offset of each word's first code point.
        spaced: Whether a blank stands before the word.
        quotes: 0 outside quotation marks, 1 inside, 2 at a mark.
    """

    texts: list[str]
    starts: list[int]
    spaced: list[bool]
    quotes: NDArray[np.int32]

    @classmethod
    def of(cls, doc: Any) -> Words:
        """The words of a spaCy ``Doc``."""
        texts = [token.text for token in doc]
        starts = [token.idx for token in doc]
        after = [bool(token.whitespace_) for token in doc]
        spaced = [False, *after[:-1]] if texts else []
        return cls(texts, starts, spaced, quote_states(starts, texts, quoted_mask(doc.text)))


class Session(Protocol):
    """What answers for the encoder: an ONNX session, or a stand-in."""

    def run(self, names: None, feed: dict[str, NDArray[Any]], /) -> Sequence[NDArray[Any]]:
        """All outputs for some inputs."""
        ...


class Encoder:
    """The ONNX session with what stands around it. One instance may serve several threads."""

    def __init__(
        self,
        weights: Weights,
        *,
        providers: Sequence[str] | None = None,
        threads: int | None = None,
        options: WindowOptions | None = None,
    ) -> None:
        """Load the encoder.

        Args:
            weights: The model.
            providers: ONNX Runtime's execution providers in order of preference, such as
                ``["CUDAExecutionProvider"]``; the CPU by default.
            threads: Threads of one forward pass; ONNX Runtime's own choice by default.
            options: How documents are cut into windows.

        Raises:
            ModelError: A provider is not available here.
        """
        import onnxruntime

        wanted = list(providers or ["CPUExecutionProvider"])
        available = onnxruntime.get_available_providers()
        missing = [name for name in wanted if name not in available]
        if missing:
            raise ModelError(
                f"ONNX Runtime has no {', '.join(missing)} here, only {', '.join(available)}; "
                "install its package for your accelerator (onnxruntime-gpu, for example)"
            )
        settings = onnxruntime.SessionOptions()
        settings.log_severity_level = 3
        if threads is not None:
            settings.intra_op_num_threads = threads
        path = str(weights.folder / "encoder.onnx")
        session = onnxruntime.InferenceSession(path, settings, providers=wanted)
        pieces = WordPieces.from_file(str(weights.folder / "tokenizer.json"))
        on_cpu = wanted[0] == "CPUExecutionProvider"
        most = CPU_BATCH_PIECES if on_cpu else ACCELERATOR_BATCH_PIECES
        names = [output.name for output in session.get_outputs()]
        self._set_up(session, names, pieces, most, options)

    @classmethod
    def over(
        cls,
        session: Session,
        names: Sequence[str],
        pieces: WordPieces,
        *,
        batch_pieces: int,
        options: WindowOptions | None = None,
    ) -> Encoder:
        """An encoder over anything that answers as an ONNX session does.

        Args:
            session: What answers.
            names: Its outputs, in order.
            pieces: What cuts words into pieces.
            batch_pieces: Pieces, with padding, that it takes at once.
            options: How documents are cut into windows.
        """
        encoder = cls.__new__(cls)
        encoder._set_up(session, names, pieces, batch_pieces, options)
        return encoder

    def _set_up(
        self,
        session: Session,
        names: Sequence[str],
        pieces: WordPieces,
        batch_pieces: int,
        options: WindowOptions | None,
    ) -> None:
        self._session = session
        self._names = list(names)
        self._pieces = pieces
        self._batch_pieces = batch_pieces
        self._options = options or WindowOptions()

    def encode(self, documents: Sequence[Words]) -> list[Outputs]:
        """The outputs of every word of every document; each document's arrays are its own."""
        rows = [piece_rows(d.texts, d.spaced, d.quotes.tolist(), self._pieces) for d in documents]
        windows = [
            (number, window)
            for number, (document, row) in enumerate(zip(documents, rows, strict=True))
            for window in cut_windows(row.first, end_qualities(document.texts), self._options)
        ]
        lengths = [
            int(rows[number].first[window.end] - rows[number].first[window.start])
            for number, window in windows
        ]
        outputs: list[Outputs] = [{} for _ in documents]
        for batch in _batches(lengths, self._batch_pieces):
            chosen = [windows[index] for index in batch]
            self._run(chosen, rows, outputs)
        return outputs

    def _run(
        self,
        windows: list[tuple[int, Window]],
        rows: list[PieceRows],
        outputs: list[Outputs],
    ) -> None:
        feed, counts = _feed(windows, rows)
        values = self._session.run(None, feed)
        at = 0
        for (number, window), count in zip(windows, counts, strict=True):
            target = outputs[number]
            for name, value in zip(self._names, values, strict=True):
                if name not in target:
                    shape = (len(rows[number].first) - 1, *value.shape[1:])
                    target[name] = np.empty(shape, dtype=_SMALLER.get(name, value.dtype))
                target[name][window.own : window.end] = value[at : at + count]
            at += count


# The label numbers of all heads fit into 16 bits.
_SMALLER: dict[str, Any] = dict.fromkeys(("upos", "xpos", "lemma", "mention"), np.int16)


def _batches(lengths: Sequence[int], most: int) -> Iterable[list[int]]:
    """Indices of windows, sorted by length, as many as a batch of ``most`` pieces holds."""
    current: list[int] = []
    for index in sorted(range(len(lengths)), key=lengths.__getitem__):
        if current and (len(current) + 1) * (lengths[index] + 2) > most:
            yield current
            current = []
        current.append(index)
    if current:
        yield current


def _feed(
    windows: list[tuple[int, Window]], rows: list[PieceRows]
) -> tuple[dict[str, NDArray[Any]], list[int]]:
    """The encoder's inputs, and how many own words each window has."""
    lengths = [
        int(rows[number].first[window.end] - rows[number].first[window.start]) + 2
        for number, window in windows
    ]
    width = max(lengths)
    shape = (len(windows), width)
    ids = np.full(shape, PAD, dtype=np.int64)
    shapes = np.zeros(shape, dtype=np.int64)
    quotes = np.zeros(shape, dtype=np.int64)
    mask = np.zeros(shape, dtype=np.float32)
    first: list[NDArray[np.int64]] = []
    last: list[NDArray[np.int64]] = []
    counts = []
    for line, (number, window) in enumerate(windows):
        row = rows[number]
        begin, end = int(row.first[window.start]), int(row.first[window.end])
        inner = slice(1, 1 + end - begin)
        ids[line, 0], ids[line, inner], ids[line, inner.stop] = CLS, row.ids[begin:end], SEP
        shapes[line, inner] = row.shapes[begin:end]
        quotes[line, inner] = row.quotes[begin:end]
        mask[line, : lengths[line]] = 1.0
        offset = line * width + 1 - begin
        own = row.first[window.own : window.end + 1].astype(np.int64)
        first.append(own[:-1] + offset)
        last.append(own[1:] - 1 + offset)
        counts.append(window.end - window.own)
    feed: dict[str, NDArray[Any]] = {
        "ids": ids,
        "shapes": shapes,
        "quotes": quotes,
        "mask": mask,
        "first": np.concatenate(first),
        "last": np.concatenate(last),
    }
    return feed, counts
