"""What a teacher says about every word of the training texts, computed once and kept.

A teacher is an exported model, of any size. Its lessons are a folder: ``teacher.npz`` with the
teacher's CRF and link scorers, and numbered files with its outputs for some documents each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimgraph.reading.encoder.encoder import Encoder, Words
from claimgraph.reading.encoder.weights import load_weights
from claimgraph.training.corpora import Annotated

TAUGHT = ("attribution", "entity", "link")
"""The outputs that are kept: scores of attribution and name labels, and link vectors."""
DOCUMENTS_PER_FILE = 20
_KEPT_HEADS = ("crf", "cue_source.", "content_cue.")


@dataclass(frozen=True)
class Lessons:
    """A teacher's outputs by document, in 16 bits.

    Attributes:
        heads: The teacher's CRF and link scorers, named as in a model's ``heads.npz``.
        outputs: For each document, by what it reads, one row per word of each of ``TAUGHT``.
    """

    heads: dict[str, NDArray[np.float32]]
    outputs: dict[str, dict[str, NDArray[np.float16]]]

    def __contains__(self, document: Annotated) -> bool:
        return document_key(document) in self.outputs

    def of(self, document: Annotated) -> dict[str, NDArray[np.float16]]:
        """The outputs for the words of a document.

        Raises:
            KeyError: The teacher was not asked about this document.
        """
        return self.outputs[document_key(document)]

    def check(self, documents: Sequence[Annotated]) -> None:
        """See that all of a corpus, or nothing of it, was taught.

        Raises:
            ValueError: Some documents were left out.
        """
        missing = sum(document not in self for document in documents)
        if 0 < missing < len(documents):
            raise ValueError(
                f"lessons are missing for {missing} of {len(documents)} documents of one corpus; "
                "write the rest with `python -m claimgraph.training teach`"
            )


def document_key(document: Annotated) -> str:
    """A document's words and blanks, digested: lessons fit no other text."""
    blanks = "".join("01"[blank] for blank in document.spaced)
    text = "\0".join([*document.words, blanks])
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def write_lessons(
    documents: Iterable[Annotated],
    teacher: Path,
    out: Path,
    *,
    providers: Sequence[str] | None = None,
    threads: int | None = None,
) -> int:
    """Ask a teacher about documents, and return how many were new.

    What an earlier call has written stays, so a call that was broken off can be made again.

    Args:
        documents: Documents of any corpora.
        teacher: A model folder, as ``export`` writes it.
        out: Folder for the lessons; made if missing.
        providers: ONNX Runtime's execution providers; the CPU by default.
        threads: Threads of one forward pass; ONNX Runtime's own choice by default.

    Raises:
        ValueError: ``out`` holds another teacher's lessons.
    """
    weights = load_weights(teacher)
    out.mkdir(parents=True, exist_ok=True)
    head_file = out / "teacher.npz"
    if head_file.exists():
        with np.load(head_file, allow_pickle=False) as arrays:
            version = str(arrays["version"])
        if version != weights.version:
            raise ValueError(
                f"{out} holds lessons of another teacher ({version}); name a new folder"
            )
    else:
        heads: dict[str, Any] = {
            name: value for name, value in weights.heads.items() if name.startswith(_KEPT_HEADS)
        }
        _write(head_file, heads | {"version": np.array(weights.version)})
    files = _files(out)
    done = {key for path in files for key in _keys(path)}
    encoder = Encoder(weights, providers=providers, threads=threads)
    new = {key: document for document in documents if (key := document_key(document)) not in done}
    asked = list(new.items())
    for start in range(0, len(asked), DOCUMENTS_PER_FILE):
        group = asked[start : start + DOCUMENTS_PER_FILE]
        said = encoder.encode([_words(document) for _, document in group])
        arrays = {
            name: np.concatenate([row[name] for row in said]).astype(np.float16) for name in TAUGHT
        }
        lengths = np.array([len(document.words) for _, document in group])
        keys = np.array([key for key, _ in group])
        number = len(files) + start // DOCUMENTS_PER_FILE
        _write(out / f"{number:05}.npz", arrays | {"keys": keys, "lengths": lengths})
    return len(new)


def read_lessons(folder: Path) -> Lessons:
    """The lessons that ``write_lessons`` has written."""
    with np.load(folder / "teacher.npz", allow_pickle=False) as arrays:
        heads = {name: arrays[name] for name in arrays.files if name != "version"}
    return Lessons(heads, dict(_outputs(folder)))


def _outputs(folder: Path) -> Iterator[tuple[str, dict[str, NDArray[np.float16]]]]:
    for path in _files(folder):
        with np.load(path, allow_pickle=False) as arrays:
            ends = np.cumsum(arrays["lengths"])[:-1]
            columns = {name: np.split(arrays[name], ends) for name in TAUGHT}
            for number, key in enumerate(arrays["keys"].tolist()):
                yield key, {name: columns[name][number] for name in TAUGHT}


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("[0-9]*.npz"))


def _keys(path: Path) -> list[str]:
    with np.load(path, allow_pickle=False) as arrays:
        keys: list[str] = arrays["keys"].tolist()
    return keys


def _words(document: Annotated) -> Words:
    quotes = np.asarray(document.quotes, dtype=np.int32)
    return Words(document.words, [0] * len(document.words), document.spaced, quotes)


def _write(path: Path, arrays: dict[str, Any]) -> None:
    """Write a file that is whole or not there."""
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        np.savez(file, **arrays)
    part.replace(path)
