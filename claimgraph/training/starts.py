"""What a run starts from: published encoders, or a model that was exported before."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from claimgraph.reading.encoder.weights import MODEL_FOLDER
from claimgraph.training.exported import is_exported, read_exported
from claimgraph.training.network import Encoder, Network, Sizes

if TYPE_CHECKING:
    from claimgraph.training.labels import Inventory

#: Names of the special pieces in MPNet's vocabulary, by their names in BERT's.
_SPECIAL = {"[PAD]": "<pad>", "[CLS]": "<s>", "[SEP]": "</s>", "[MASK]": "<mask>"}


def is_mpnet(folder: Path) -> bool:
    """Whether ``folder`` holds the published weights of an MPNet encoder."""
    return _description(folder).get("model_type") == "mpnet"


def tokenizer_file(folder: Path) -> Path:
    """The ``tokenizer.json`` that cuts words for a start.

    MPNet has BERT's word pieces in another order; its rows are put into BERT's order on loading,
    so it reads what the library's own tokenizer cuts.
    """
    return (MODEL_FOLDER if is_mpnet(folder) else folder) / "tokenizer.json"


def load_start(folder: Path, inventory: Inventory, frozen: int = 0) -> Network:
    """The network that a run starts with.

    Args:
        folder: The published weights of MiniLM (``model.safetensors``, ``tokenizer.json``) or of
            MPNet (``model.safetensors``, ``config.json``, ``vocab.txt``), or what ``export`` has
            written.
        inventory: The open label sets that new heads are made for.
        frozen: How many layers of a published encoder stay as they are.
    """
    if is_exported(folder):
        network = read_exported(folder)
        network.encoder.freeze()
        return network
    sizes = {
        "xpos_labels": len(inventory.xpos),
        "relation_labels": len(inventory.relations),
        "lemma_rules": len(inventory.lemma_rules),
        "late": frozen,
    }
    if not is_mpnet(folder):
        network = Network(Sizes(**sizes))
        load_minilm(network.encoder, folder)
        network.encoder.freeze()
        return network
    found = _description(folder)
    network = Network(
        Sizes(
            layers=int(found["num_hidden_layers"]),
            width=int(found["hidden_size"]),
            attention_heads=int(found["num_attention_heads"]),
            inner=int(found["intermediate_size"]),
            relative_buckets=int(found["relative_attention_num_buckets"]),
            epsilon=float(found["layer_norm_eps"]),
            **sizes,
        )
    )
    load_mpnet(network.encoder, folder)
    network.encoder.freeze()
    return network


def piece_vectors(folder: Path) -> NDArray[np.float32]:
    """The vectors of the library's word pieces, as a start has them."""
    if is_exported(folder):
        vectors = read_exported(folder).encoder.pieces.weight
    else:
        kind = "mpnet." if is_mpnet(folder) else "bert."
        vectors = _weights(folder, kind)["embeddings.word_embeddings.weight"]
        if is_mpnet(folder):
            vectors = vectors[mpnet_rows(folder)]
    found: NDArray[np.float32] = vectors.detach().float().numpy()
    return found


def load_minilm(encoder: Encoder, folder: Path) -> None:
    """Take over the weights of a BERT encoder (``model.safetensors`` in ``folder``)."""
    w = _weights(folder, "bert.")
    with torch.no_grad():
        encoder.pieces.weight.copy_(w["embeddings.word_embeddings.weight"])
        encoder.positions.weight.copy_(
            w["embeddings.position_embeddings.weight"]
            + w["embeddings.token_type_embeddings.weight"][0]
        )
        _copy(encoder.norm, w, "embeddings.LayerNorm")
        _copy_layers(
            encoder, w, ("self.query", "self.key", "self.value", "output.dense"), "output."
        )


def load_mpnet(encoder: Encoder, folder: Path) -> None:
    """Take over the weights of an MPNet encoder, its pieces in the order of BERT's vocabulary."""
    w = _weights(folder, "mpnet.")
    rows = mpnet_rows(folder)
    assert encoder.distances is not None
    with torch.no_grad():
        encoder.pieces.weight.copy_(w["embeddings.word_embeddings.weight"][rows])
        # The first two positions are those of padding.
        count = encoder.positions.weight.shape[0]
        encoder.positions.weight.copy_(w["embeddings.position_embeddings.weight"][2 : count + 2])
        encoder.distances.weight.copy_(w["encoder.relative_attention_bias.weight"])
        _copy(encoder.norm, w, "embeddings.LayerNorm")
        _copy_layers(encoder, w, ("attn.q", "attn.k", "attn.v", "attn.o"), "")


def mpnet_rows(folder: Path) -> list[int]:
    """For each word piece of the library's vocabulary, its row in MPNet's.

    Raises:
        ValueError: The vocabularies hold different pieces.
    """
    lines = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    theirs = {piece: row for row, piece in enumerate(lines)}
    text = (MODEL_FOLDER / "tokenizer.json").read_text(encoding="utf-8")
    ours = json.loads(text)["model"]["vocab"]
    names = {piece: _SPECIAL.get(piece, piece) for piece in ours}
    missing = sorted(piece for piece in ours if names[piece] not in theirs)
    if missing:
        shown = ", ".join(missing[:5])
        raise ValueError(f"{folder}: the vocabulary lacks {len(missing)} pieces, such as {shown}")
    return [theirs[names[piece]] for piece in sorted(ours, key=ours.__getitem__)]


def _description(folder: Path) -> dict[str, Any]:
    path = folder / "config.json"
    found = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    assert isinstance(found, dict)
    return found


def _weights(folder: Path, prefix: str) -> dict[str, Tensor]:
    from safetensors.torch import load_file

    found = load_file(folder / "model.safetensors")
    return {name.removeprefix(prefix): value for name, value in found.items()}


def _copy_layers(
    encoder: Encoder, w: dict[str, Tensor], attention: tuple[str, ...], norm: str
) -> None:
    for number, layer in enumerate(encoder.layers):
        at = f"encoder.layer.{number}."
        *parts, out = (f"{at}attention.{part}" for part in attention)
        layer.qkv.weight.copy_(torch.cat([w[f"{name}.weight"] for name in parts]))
        layer.qkv.bias.copy_(torch.cat([w[f"{name}.bias"] for name in parts]))
        _copy(layer.out, w, out)
        _copy(layer.norm1, w, f"{at}attention.{norm}LayerNorm")
        _copy(layer.up, w, f"{at}intermediate.dense")
        _copy(layer.down, w, f"{at}output.dense")
        _copy(layer.norm2, w, f"{at}output.LayerNorm")


def _copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(weights[f"{name}.weight"])
    module.bias.copy_(weights[f"{name}.bias"])
