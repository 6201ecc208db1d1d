"""Back from an exported model to a network that can be trained on.

Matrices in 8 bits are multiplied by their scales again; rounding once more when the network is
exported changes nothing that was not trained.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from claimgraph.reading.encoder.weights import load_weights
from claimgraph.training.labels import Inventory
from claimgraph.training.network import Network, Sizes

_BIAS = ".bias"
#: What stands between a matrix product and the sum with its bias.
_PASSED = frozenset(("Mul", "Cast"))
_PRODUCTS = frozenset(("MatMul", "MatMulInteger", "Gemm"))


def is_exported(folder: Path) -> bool:
    """Whether ``folder`` holds a model that ``export`` has written."""
    return (folder / "model.json").exists()


def read_inventory(folder: Path) -> Inventory:
    """The open label sets of an exported model."""
    labels = _description(folder)["labels"]
    return Inventory(labels["xpos"], labels["relations"], labels["lemma_rules"])


def read_exported(folder: Path) -> Network:
    """The network of a model folder, with all its parameters.

    Args:
        folder: What ``export`` has written, such as the library's own model.

    Raises:
        ModelError: A file is missing, or is not what ``model.json`` says.
        ValueError: The model holds another network than this version's.
    """
    weights = load_weights(folder)
    inventory = read_inventory(folder)
    # Models that were exported before other sizes were possible do not name theirs.
    sizes = _description(folder).get("sizes") or {
        "xpos_labels": len(inventory.xpos),
        "relation_labels": len(inventory.relations),
        "lemma_rules": len(inventory.lemma_rules),
    }
    network = Network(Sizes(**sizes))
    found = _from_onnx(folder / "encoder.onnx") | _from_heads(weights.heads)
    wanted = network.state_dict()
    if found.keys() != wanted.keys():
        missing = ", ".join(sorted(wanted.keys() ^ found.keys()))
        raise ValueError(f"{folder}: the model and the network differ in {missing}")
    network.load_state_dict(found)
    return network


def _description(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    return found


def _from_onnx(path: Path) -> dict[str, Tensor]:
    """The parameters of the encoder and of the heads that are linear layers."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(path)).graph
    arrays = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    makers = {output: node for node in graph.node for output in node.output}
    found: dict[str, Tensor] = {}
    for name, array in arrays.items():
        if name.startswith("network.") and array.dtype == np.float32 and not _is_scale(name):
            found[name.removeprefix("network.")] = torch.from_numpy(array.copy())
    for name in ("encoder.pieces.weight", "arc_weight"):
        found[name] = torch.from_numpy(_matrix(f"network.{name}", arrays))
    for node in graph.node:
        bias = next((x for x in node.input if x.endswith(_BIAS) and x in arrays), None)
        if bias is None or node.op_type not in ("Add", "Gemm"):
            continue
        product = node if node.op_type == "Gemm" else _product(node, makers)
        turned = node.op_type == "Gemm" and any(
            attribute.name == "transB" and attribute.i for attribute in node.attribute
        )
        name = product.input[1].removesuffix("_quantized")
        matrix = _matrix(name, arrays)
        layer = bias.removeprefix("network.").removesuffix(_BIAS)
        rows = matrix if turned else matrix.T
        found[f"{layer}.weight"] = torch.from_numpy(np.ascontiguousarray(rows))
    return found


def _is_scale(name: str) -> bool:
    return name.endswith(("_scale", "_Transposed"))


def _product(node: Any, makers: dict[str, Any]) -> Any:
    """The matrix product whose result ``node`` adds a bias to."""
    waiting = list(node.input)
    while waiting:
        maker = makers.get(waiting.pop())
        if maker is None:
            continue
        if maker.op_type in _PRODUCTS:
            return maker
        if maker.op_type in _PASSED:
            waiting.extend(maker.input)
    raise ValueError(f"{node.name} adds a bias to no matrix product")


def _matrix(name: str, arrays: dict[str, NDArray[Any]]) -> NDArray[np.float32]:
    """A stored matrix in 32 bits; its columns may have scales of their own."""
    if name in arrays:
        return arrays[name].astype(np.float32)
    whole = arrays[f"{name}_quantized"].astype(np.float32)
    offset = arrays[f"{name}_zero_point"].astype(np.float32)
    matrix: NDArray[np.float32] = (whole - offset) * arrays[f"{name}_scale"]
    return matrix.astype(np.float32)


def _from_heads(heads: dict[str, NDArray[np.float32]]) -> dict[str, Tensor]:
    """The parameters that the reader's own decoders use; see ``export.small_heads``."""
    arrays = {
        "crf": heads["crf"],
        "root": heads["root"],
        "relation_root": heads["relation_root"],
        "relation_product.weight": heads["relation_product"].T,
        "relation_product.bias": heads["relation_bias"],
        "relation_left.weight": heads["relation_left"].T,
        "relation_right.weight": heads["relation_right"].T,
        "coreference_distance": heads["coreference_distance"],
    }
    found = {name: torch.from_numpy(np.ascontiguousarray(value)) for name, value in arrays.items()}
    for name in ("cue_source", "content_cue"):
        found |= scorer_parameters(name, heads)
    return found


def scorer_parameters(name: str, heads: dict[str, NDArray[np.float32]]) -> dict[str, Tensor]:
    """The parameters of one link scorer, out of the heads of a model."""
    found = {
        "left.weight": heads[f"{name}.left"].T,
        "left.bias": heads[f"{name}.bias"],
        "right.weight": heads[f"{name}.right"].T,
        "where": heads[f"{name}.where"],
        "out.weight": heads[f"{name}.out"][None],
        "out.bias": heads[f"{name}.out_bias"],
        "bilinear.weight": heads[f"{name}.bilinear"].T,
        "none.weight": heads[f"{name}.none"][None],
        "none.bias": heads[f"{name}.none_bias"],
    }
    return {
        f"{name}.{part}": torch.from_numpy(np.ascontiguousarray(value))
        for part, value in found.items()
    }
