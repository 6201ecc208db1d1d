"""Teachers: an exported model, asked on the CPU; or a checkpoint, asked wherever PyTorch runs."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from claimgraph.reading.encoder.encoder import ACCELERATOR_BATCH_PIECES, Encoder
from claimgraph.reading.encoder.pieces import WordPieces
from claimgraph.reading.encoder.weights import MODEL_FOLDER, load_weights
from claimgraph.training.corpora import Annotated
from claimgraph.training.export import load_network, small_heads
from claimgraph.training.lessons import TAUGHT, write_lessons
from claimgraph.training.network import Network


def ask(
    documents: Iterable[Annotated],
    teacher: Path,
    out: Path,
    *,
    device: str = "cpu",
    threads: int | None = None,
) -> int:
    """Write a teacher's lessons about some documents, and return how many were new.

    Args:
        documents: Documents of any corpora.
        teacher: A model folder, as ``export`` writes it, or a checkpoint of ``train``.
        out: Folder for the lessons; made if missing.
        device: Where a checkpoint is asked, as PyTorch names it.
        threads: Threads of one forward pass of a model folder; ONNX Runtime's own choice by
            default.
    """
    if teacher.is_dir():
        weights = load_weights(teacher)
        encoder = Encoder(weights, threads=threads)
        return write_lessons(documents, encoder, weights.heads, weights.version, out)
    network, _ = load_network(teacher)
    heads = small_heads(network)
    pieces = WordPieces.from_file(str(MODEL_FOLDER / "tokenizer.json"))
    session = NetworkSession(network.to(device), device)
    encoder = Encoder.over(session, TAUGHT, pieces, batch_pieces=ACCELERATOR_BATCH_PIECES)
    version = sha256(heads["crf"].tobytes()).hexdigest()[:12]
    return write_lessons(documents, encoder, heads, version, out)


class NetworkSession:
    """A network that answers as its export would, for the outputs that are taught."""

    def __init__(self, network: Network, device: str) -> None:
        """Take a network that already lies on ``device``."""
        self._network = network.eval()
        self._device = device

    def run(self, _: None, feed: dict[str, NDArray[Any]]) -> list[NDArray[np.float32]]:
        """The outputs of ``TAUGHT`` for some windows, one row per word."""
        t = {name: torch.from_numpy(value).to(self._device) for name, value in feed.items()}
        net = self._network
        kind = torch.device(self._device).type
        with torch.no_grad(), torch.autocast(kind, dtype=torch.bfloat16, enabled=kind != "cpu"):
            x = net.encoder(t["ids"], t["shapes"], t["quotes"], t["mask"] > 0.5, 0.0).flatten(0, 1)
            x = (x[t["first"]] + x[t["last"]]) * 0.5
            return [getattr(net, name)(x).float().cpu().numpy() for name in TAUGHT]
