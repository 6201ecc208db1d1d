"""What teachers say about every word of the training texts, computed once and kept.

A teacher is an exported model or a checkpoint, of any size. Lessons are a folder: for every
teacher a ``teacher-*.npz`` with its CRF and link scorers, and numbered files with a teacher's
outputs for some documents each. Several teachers share a folder when each has documents of its
own: those that it was not trained on, so that it does not say them by heart (cross-fitting).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from claimgraph.reading.encoder.encoder import Words
from claimgraph.training.corpora import Annotated

TAUGHT = ("attribution", "entity", "link")
"""The outputs that are kept: scores of attribution and name labels, and link vectors."""
DOCUMENTS_PER_FILE = 20
_KEPT_HEADS = ("crf", "cue_source.", "content_cue.")


@dataclass(frozen=True)
class Lessons:
    """Teachers' outputs by document, in 16 bits.

    Attributes:
        heads: Each teacher's CRF and link scorers, named as in a model's ``heads.npz``.
        outputs: For each document, by what it reads, one row per word of each of ``TAUGHT``.
        teachers: For each document, the place of its teacher among ``heads``.
    """

    heads: list[dict[str, NDArray[np.float32]]]
    outputs: dict[str, dict[str, NDArray[np.float16]]]
    teachers: dict[str, int]

    def __contains__(self, document: Annotated) -> bool:
        return document_key(document) in self.outputs

    def of(self, document: Annotated) -> dict[str, NDArray[np.float16]]:
        """The outputs for the words of a document.

        Raises:
            KeyError: The teacher was not asked about this document.
        """
        return self.outputs[document_key(document)]

    def teacher(self, document: Annotated) -> int:
        """Who was asked about a document."""
        return self.teachers[document_key(document)]

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


def fold_of(document: Annotated, folds: int) -> int:
    """Which of several parts of the data a document belongs to; it depends on its text alone."""
    return int(document_key(document), 16) % folds


class Asked(Protocol):
    """What answers for a teacher."""

    def encode(self, documents: Sequence[Words]) -> list[dict[str, NDArray[Any]]]:
        """The outputs of every word of every document."""
        ...


def write_lessons(
    documents: Iterable[Annotated],
    teacher: Asked,
    heads: dict[str, NDArray[np.float32]],
    version: str,
    out: Path,
) -> int:
    """Ask a teacher about documents, and return how many were new.

    What an earlier call has written stays, so a call that was broken off can be made again.

    Args:
        documents: Documents of any corpora.
        teacher: Who answers; see ``teachers.open_teacher``.
        heads: Its decoders' parameters.
        version: What tells it from other teachers.
        out: Folder for the lessons; made if missing.

    Raises:
        ValueError: Another teacher was asked about some of these documents.
    """
    out.mkdir(parents=True, exist_ok=True)
    kept = {name: value for name, value in heads.items() if name.startswith(_KEPT_HEADS)}
    _write(out / f"teacher-{version}.npz", kept)
    files = _files(out)
    done = {key: by for path in files for by, keys in (_keys(path),) for key in keys}
    wanted = {document_key(document): document for document in documents}
    others = sorted({done[key] for key in wanted if done.get(key, version) != version})
    if others:
        raise ValueError(
            f"{out} holds what another teacher ({', '.join(others)}) said of these documents; "
            "name a new folder"
        )
    asked = [(key, document) for key, document in wanted.items() if key not in done]
    for start in range(0, len(asked), DOCUMENTS_PER_FILE):
        group = asked[start : start + DOCUMENTS_PER_FILE]
        said = teacher.encode([_words(document) for _, document in group])
        arrays: dict[str, Any] = {
            name: np.concatenate([row[name] for row in said]).astype(np.float16) for name in TAUGHT
        }
        arrays["lengths"] = np.array([len(document.words) for _, document in group])
        arrays["keys"] = np.array([key for key, _ in group])
        number = len(files) + start // DOCUMENTS_PER_FILE
        _write(out / f"{number:05}.npz", arrays | {"teacher": np.array(version)})
    return len(asked)


def read_lessons(folder: Path) -> Lessons:
    """The lessons that ``write_lessons`` has written."""
    heads: list[dict[str, NDArray[np.float32]]] = []
    numbers: dict[str, int] = {}
    for path in sorted(folder.glob("teacher-*.npz")):
        with np.load(path, allow_pickle=False) as arrays:
            heads.append({name: arrays[name] for name in arrays.files})
        numbers[path.stem.removeprefix("teacher-")] = len(numbers)
    outputs: dict[str, dict[str, NDArray[np.float16]]] = {}
    teachers: dict[str, int] = {}
    for path in _files(folder):
        with np.load(path, allow_pickle=False) as arrays:
            number = numbers[str(arrays["teacher"])]
            ends = np.cumsum(arrays["lengths"])[:-1]
            columns = {name: np.split(arrays[name], ends) for name in TAUGHT}
            for place, key in enumerate(arrays["keys"].tolist()):
                outputs[key] = {name: columns[name][place] for name in TAUGHT}
                teachers[key] = number
    return Lessons(heads, outputs, teachers)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("[0-9]*.npz"))


def _keys(path: Path) -> tuple[str, list[str]]:
    """Who was asked, and about which documents."""
    with np.load(path, allow_pickle=False) as arrays:
        return str(arrays["teacher"]), arrays["keys"].tolist()


def _words(document: Annotated) -> Words:
    quotes = np.asarray(document.quotes, dtype=np.int32)
    return Words(document.words, [0] * len(document.words), document.spaced, quotes)


def _write(path: Path, arrays: dict[str, Any]) -> None:
    """Write a file that is whole or not there."""
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        np.savez(file, **arrays)
    part.replace(path)
