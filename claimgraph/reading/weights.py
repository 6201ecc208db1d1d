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
MODEL_FOLDER = Path(__file__).parent / "model"
_FILES = ("encoder.onnx", "heads.npz", "tokenizer.json")


@dataclass(frozen=True)
class Weights:
    """A model that was read from its folder and is what it was when it was made.

    Attributes:
        folder: Where it lies.
        labels: Names of the output columns, per head.
        heads: Parameters of the decoders, by name.
        version: The first digits of the encoder's digest.
    """

    folder: Path
    labels: dict[str, tuple[str, ...]]
    heads: dict[str, NDArray[np.float32]]
    version: str


def load_weights(folder: Path | None = None) -> Weights:
    """Read a model folder; without one, the model that comes with the library.

    Raises:
        ModelError: A file is missing, is not what ``model.json`` says, or has a newer format.
    """
    folder = MODEL_FOLDER if folder is None else Path(folder)
    description = _description(folder)
    digests = description["sha256"]
    for name in _FILES:
        _check(folder / name, str(digests.get(name, "")))
    with np.load(folder / "heads.npz", allow_pickle=False) as arrays:
        heads = {name: arrays[name] for name in arrays.files}
    labels = {head: tuple(names) for head, names in description["labels"].items()}
    return Weights(folder, labels, heads, str(digests["encoder.onnx"])[:12])


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
