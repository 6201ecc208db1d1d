"""What cross-encoders of every kind share: their labels, and batches of pairs of like length."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimgraph.compare.judge import Probabilities
from claimgraph.errors import ModelError

#: How the names of labels begin, in the order of :class:`Probabilities`.
_BEGINNINGS = ("entail", "neutral", "contradict")
#: Pieces of text that a model takes when its config does not say.
LONGEST = 512
#: Pairs, and pieces of text with their padding, that are judged together at most.
BATCH_PAIRS = 32
BATCH_PIECES = 8192
_NOT_A_WORD = re.compile(r"[^A-Za-z0-9_]+")


@dataclass(frozen=True, slots=True)
class Classifier:
    """What a model's folder says of it.

    Attributes:
        folder: Where it lies.
        order: Columns of entailment, neutral and contradiction in the model's output.
        longest: Pieces of text that it takes.
        pad: The piece that stands for nothing.
        version: Of its files: the same for the same files.
    """

    folder: Path
    order: tuple[int, int, int]
    longest: int
    pad: int
    version: str

    @property
    def name(self) -> str:
        """The folder's name, as one word."""
        return _NOT_A_WORD.sub("-", self.folder.resolve().name).strip("-") or "model"

    def probabilities(self, logits: NDArray[Any]) -> list[Probabilities]:
        """From the model's outputs, a row for each pair.

        Raises:
            ModelError: There are not three numbers for each, or they are not finite.
        """
        if logits.ndim != 2 or logits.shape[1] != len(self.order):
            raise ModelError(
                f"{self.folder}: the model gives an output of shape {logits.shape}, and not three "
                "numbers for each pair; it must be a classifier of entailment"
            )
        if not np.isfinite(logits).all():
            raise ModelError(f"{self.folder}: the model gives numbers that are not finite")
        shifted = np.exp(logits.astype(np.float64) - logits.max(axis=1, keepdims=True))
        shares = shifted / shifted.sum(axis=1, keepdims=True)
        return [Probabilities(*row) for row in shares[:, list(self.order)].tolist()]


def read_classifier(folder: Path, files: Sequence[str]) -> Classifier:
    """What the ``config.json`` of a folder says of its model.

    Args:
        folder: The model's.
        files: Names of the files that make the model, config included.

    Raises:
        ModelError: The folder or one of the files is missing, or the config does not say which
            label is which.
    """
    if not folder.is_dir():
        raise ModelError(f"there is no folder {folder} with a model in it")
    missing = [name for name in files if not (folder / name).is_file()]
    if missing:
        raise ModelError(f"{folder} holds no {', '.join(missing)}; a judge needs {_and(files)}")
    config = _config(folder / "config.json")
    return Classifier(
        folder,
        _order(config.get("id2label"), folder / "config.json"),
        _longest(config),
        _whole(config.get("pad_token_id"), 0),
        _digest(folder / name for name in sorted(files)),
    )


def in_batches(
    lengths: Sequence[int], run: Callable[[list[int]], list[Probabilities]]
) -> list[Probabilities]:
    """Judge pairs of like length together, and give the answers in the order that was asked.

    Args:
        lengths: Pieces of each pair.
        run: Judges the pairs with these numbers.
    """
    answers: list[Probabilities | None] = [None] * len(lengths)
    for batch in _batches(lengths):
        for place, answer in zip(batch, run(batch), strict=True):
            answers[place] = answer
    return [answer for answer in answers if answer is not None]


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lambda place: (lengths[place], place)):
        full = len(batch) == BATCH_PAIRS or (len(batch) + 1) * lengths[place] > BATCH_PIECES
        if batch and full:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


def _config(path: Path) -> dict[str, Any]:
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{path} cannot be read as JSON: {error}") from error
    if not isinstance(config, dict):
        raise ModelError(f"{path} holds no JSON object")
    return config


def _order(labels: Any, path: Path) -> tuple[int, int, int]:
    """The columns of entailment, neutral and contradiction, by the labels' names."""
    if not isinstance(labels, dict) or sorted(labels) != ["0", "1", "2"]:
        raise ModelError(
            f"{path}: id2label must name three labels, 0 to 2: entailment, neutral and "
            f"contradiction, in the model's order; it is {str(labels)[:80]}"
        )
    columns: list[int] = []
    for beginning in _BEGINNINGS:
        fitting = [int(number) for number, label in labels.items() if _begins(label, beginning)]
        if len(fitting) != 1:
            raise ModelError(
                f"{path}: id2label must name one label {beginning}…; it names "
                f"{', '.join(map(str, labels.values()))}"
            )
        columns += fitting
    return columns[0], columns[1], columns[2]


def _begins(label: Any, beginning: str) -> bool:
    return isinstance(label, str) and label.strip().lower().startswith(beginning)


def _longest(config: dict[str, Any]) -> int:
    """Pieces that the model takes. RoBERTa counts places from behind the padding piece's number."""
    places = _whole(config.get("max_position_embeddings"), LONGEST)
    if "roberta" in str(config.get("model_type", "")).lower():
        places -= _whole(config.get("pad_token_id"), 1) + 1
    return min(LONGEST, places) if places > 0 else LONGEST


def _whole(value: Any, otherwise: int) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else otherwise


def _digest(paths: Iterator[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:12]


def _and(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"
