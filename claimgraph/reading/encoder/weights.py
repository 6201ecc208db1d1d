"""The model's files: found in the package, checked against their digests, and loaded."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimgraph.errors import ModelError

FORMAT = 1
MODEL_FOLDER = Path(__file__).parents[1] / "model"
_FILES = ("encoder.onnx", "heads.npz", "tokenizer.json")
LEMMAS = "lemmas.tsv"
"""The lemmas of known words. A model may come without them; rules then spell every lemma."""


@dataclass(frozen=True)
class Weights:
    """A model that was read from its folder and is what it was when it was made.

    Attributes:
        folder: Where it lies.
        labels: Names of the output columns, per head.
        heads: Parameters of the decoders, by name.
        lemmas: For each word class, the lemmas of known words in lower case.
        version: The first digits of the encoder's digest.
    """

    folder: Path
    labels: dict[str, tuple[str, ...]]
    heads: dict[str, NDArray[np.float32]]
    lemmas: dict[str, dict[str, str]]
    version: str


def load_weights(folder: Path | None = None) -> Weights:
    """Read a model folder; without one, the model that comes with the library.

    Raises:
        ModelError: A file is missing, is not what ``model.json`` says, or has a newer format.
    """
    folder = MODEL_FOLDER if folder is None else Path(folder)
    description = _description(folder)
    digests = description["sha256"]
    for name in (*_FILES, *(name for name in (LEMMAS,) if name in digests)):
        _check(folder / name, str(digests.get(name, "")))
    with np.load(folder / "heads.npz", allow_pickle=False) as arrays:
        heads = {name: arrays[name] for name in arrays.files}
    labels = {head: tuple(names) for head, names in description["labels"].items()}
    lemmas = read_lemmas(folder / LEMMAS) if LEMMAS in digests else {}
    return Weights(folder, labels, heads, lemmas, str(digests["encoder.onnx"])[:12])


def read_lemmas(path: Path) -> dict[str, dict[str, str]]:
    """The table of a file: on each line a word class, a lemma, and all words that have it."""
    table: dict[str, dict[str, str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        upos, lemma, *words = line.split("\t")
        table.setdefault(upos, {}).update(dict.fromkeys(words, lemma))
    return table


def write_lemmas(path: Path, table: dict[str, dict[str, str]]) -> None:
    """Write a table as ``read_lemmas`` reads it."""
    lines: list[str] = []
    for upos, lemmas in sorted(table.items()):
        words: dict[str, list[str]] = {}
        for word, lemma in sorted(lemmas.items()):
            words.setdefault(lemma, []).append(word)
        lines.extend("\t".join((upos, lemma, *forms)) for lemma, forms in sorted(words.items()))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _description(folder: Path) -> dict[str, Any]:
    path = folder / "model.json"
    try:
        description = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelError(
            f"no model in {folder}: model.json is missing; install claimgraph again, or give the "
            "folder of a model that `python -m claimgraph.training export` has written"
        ) from None
    except (OSError, ValueError) as error:
        raise ModelError(f"{path} cannot be read: {error}") from error
    if not isinstance(description, dict) or description.get("format") != FORMAT:
        raise ModelError(
            f"{path}: this claimgraph reads model format {FORMAT}; export the model again, or "
            "install the claimgraph that made it"
        )
    return description


def _check(path: Path, expected: str) -> None:
    try:
        digest = sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ModelError(f"the model's file {path} cannot be read: {error}") from error
    if digest != expected:
        raise ModelError(
            f"{path} is damaged: its sha256 is {digest[:12]}…, not {expected[:12]}…; "
            "install claimgraph again"
        )
