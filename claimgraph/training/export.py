"""From a checkpoint to the files that the reader loads: ONNX in int8, and the small heads."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from claimgraph.reading.encoder.labels import ATTRIBUTION_LABELS, ENTITY_LABELS, MENTION_KINDS, UPOS
from claimgraph.reading.encoder.weights import LEMMAS, load_weights
from claimgraph.training.eight_bits import write_int8
from claimgraph.training.exported import is_exported, read_exported
from claimgraph.training.network import Network, Sizes
from claimgraph.training.starts import is_mpnet, tokenizer_file

OUTPUTS = (
    "attribution",
    "entity",
    "start",
    "upos",
    "xpos",
    "lemma",
    "mention",
    "arc_dependent",
    "arc_head",
    "relation_dependent",
    "relation_head",
    "link",
    "anaphor",
    "antecedent",
    "alone",
)


class Exported(nn.Module):
    """The network with flat word outputs: everything that is a matrix product over words."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, ids: Tensor, shapes: Tensor, quotes: Tensor, mask: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, ...]:
        """``mask`` is 1.0 on real pieces; ``first``, ``last`` index the flat pieces of words."""
        net = self.network
        x = net.encoder(ids, shapes, quotes, mask > 0.5, 0.0).flatten(0, 1)
        x = (x.index_select(0, first) + x.index_select(0, last)) * 0.5
        return (
            net.attribution(x),
            net.entity(x),
            net.sentence(x)[:, 0],
            net.upos(x).argmax(1),
            net.xpos(x).argmax(1),
            net.lemma(x).argmax(1),
            net.mention(x).argmax(1),
            F.relu(net.arc_dependent(x)) @ net.arc_weight + net.arc_bias,
            F.relu(net.arc_head(x)),
            F.relu(net.relation_dependent(x)),
            F.relu(net.relation_head(x)),
            net.link(x),
            net.anaphor(x),
            net.antecedent(x),
            net.coreference_none(x)[:, 0],
        )


def load_network(checkpoint: Path, *, averaged: bool = True) -> tuple[Network, dict[str, Any]]:
    """The network of a checkpoint with its averaged weights, and the rest of the checkpoint."""
    state = torch.load(checkpoint, weights_only=True, map_location="cpu")
    network = Network(Sizes(**state["sizes"]))
    network.load_state_dict(state["average" if averaged else "network"])
    return network.eval(), state


def mix(network: Network, other: Network, share: float) -> None:
    """Move the weights to ``share`` of the way from ``other``'s to their own."""
    theirs = other.state_dict()
    with torch.no_grad():
        for name, value in network.state_dict().items():
            value.copy_(torch.lerp(theirs[name], value, share))


def export(
    checkpoint: Path,
    start: Path,
    out: Path,
    *,
    also: Sequence[Path] = (),
    quantize: bool = True,
    share: float = 1.0,
) -> None:
    """Write ``encoder.onnx``, ``heads.npz``, ``tokenizer.json`` and ``model.json`` into ``out``.

    The start's table of lemmas is kept, where it has one.

    Args:
        checkpoint: What training has written.
        start: What training has started from: a folder with ``tokenizer.json``.
        out: The reader's model folder.
        also: Checkpoints of other runs from the same start, whose weights are averaged with the
            first one's.
        quantize: Whether to store the encoder's matrices as 8-bit integers.
        share: How much of the weights is the checkpoint's. The rest is that of the model in
            ``start``: a run that went on from a model stays so near that both can be averaged.

    Raises:
        ModelError: ``share`` is below 1, and ``start`` holds no model.
    """
    network, state = load_network(checkpoint)
    others = [load_network(path) for path in also]
    for count, (other, _) in enumerate(others, start=1):
        mix(network, other, count / (count + 1))
    if share < 1.0:
        mix(network, read_exported(start), share)
    published = "all-mpnet-base-v2" if is_mpnet(start) else "all-MiniLM-L6-v2"
    origin = load_weights(start).version if is_exported(start) else published
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        write_onnx(network, plain)
        if quantize:
            write_int8(plain, out / "encoder.onnx")
        else:
            shutil.copyfile(plain, out / "encoder.onnx")
    np.savez(out / "heads.npz", **small_heads(network))
    shutil.copyfile(tokenizer_file(start), out / "tokenizer.json")
    files = ["encoder.onnx", "heads.npz", "tokenizer.json"]
    if (start / LEMMAS).exists():
        shutil.copyfile(start / LEMMAS, out / LEMMAS)
        files.append(LEMMAS)
    description = {
        "format": 1,
        "steps": state["step"],
        "start": {"model": origin, "share": round(1.0 - share, 3)},
        "settings": state["settings"],
        "averaged_with": [other["settings"] for _, other in others],
        "sizes": network.record(),
        "labels": {
            "attribution": list(ATTRIBUTION_LABELS),
            "entity": list(ENTITY_LABELS),
            "upos": list(UPOS),
            "mention": list(MENTION_KINDS),
            **state["inventory"],
        },
        "sha256": {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in files},
    }
    (out / "model.json").write_text(json.dumps(description, indent=1) + "\n", encoding="utf-8")


def small_heads(network: Network) -> dict[str, Any]:
    """The parameters that the reader's own decoders use."""
    found = {
        "crf": network.crf,
        "root": network.root,
        "relation_root": network.relation_root,
        "relation_product": network.relation_product.weight.T,
        "relation_bias": network.relation_product.bias,
        "relation_left": network.relation_left.weight.T,
        "relation_right": network.relation_right.weight.T,
        "coreference_distance": network.coreference_distance,
    }
    for name in ("cue_source", "content_cue"):
        scorer = getattr(network, name)
        found |= {
            f"{name}.left": scorer.left.weight.T,
            f"{name}.bias": scorer.left.bias,
            f"{name}.right": scorer.right.weight.T,
            f"{name}.where": scorer.where,
            f"{name}.out": scorer.out.weight[0],
            f"{name}.out_bias": scorer.out.bias,
            f"{name}.bilinear": scorer.bilinear.weight.T,
            f"{name}.none": scorer.none.weight[0],
            f"{name}.none_bias": scorer.none.bias,
        }
    return {
        name: np.ascontiguousarray(value.detach().numpy().astype(np.float32))
        for name, value in found.items()
    }


def write_onnx(network: Network, path: Path) -> None:
    """Export with free batch, length and number of words."""
    model = Exported(network).eval()
    batch, length = 2, 12
    example = (
        torch.randint(5, 1000, (batch, length)),
        torch.ones(batch, length, dtype=torch.int64),
        torch.zeros(batch, length, dtype=torch.int64),
        torch.ones(batch, length),
        torch.arange(1, 17),
        torch.arange(1, 17),
    )
    rows, columns, words = (torch.export.Dim(name) for name in ("batch", "pieces", "words"))
    grid = {0: rows, 1: columns}
    names = ("ids", "shapes", "quotes", "mask", "first", "last")
    program = torch.onnx.export(
        model,
        example,
        dynamo=True,
        input_names=list(names),
        output_names=list(OUTPUTS),
        dynamic_shapes=(grid, grid, grid, grid, {0: words}, {0: words}),
        opset_version=18,
    )
    assert program is not None
    program.save(str(path))
