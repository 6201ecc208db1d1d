"""Matrices in 8 bits, rounded so that every processor multiplies them alike.

Processors without VNNI multiply pairs of 8-bit numbers and add each pair in 16 bits, where two
large ones do not fit: what is too much is cut off, and the same text is read otherwise than on a
processor that has it. (The documentation of ONNX Runtime calls this saturation, and gives up a
whole bit of every weight against it.)
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

LARGEST = 127
PAIR = 128
"""What two weights of one sign may sum up to: times 255, the largest input, it fits in 16 bits."""
_JUST_BELOW = 1 - 1e-6
_QUANTIZED = "_quantized"


def write_int8(plain: Path, path: Path) -> None:
    """All matrices and the word pieces' embeddings in 8 bits, one scale per output column."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    prepared = plain.with_name("prepared.onnx")
    quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
    graph = onnx.load(str(prepared)).graph
    quantize_dynamic(
        str(prepared),
        str(path),
        op_types_to_quantize=["MatMul", "Gather"],
        per_channel=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=[node.name for node in graph.node if _is_small(node)],
    )
    model = onnx.load(str(path))
    _round_again(graph, model.graph)
    onnx.save(model, str(path))


def round_matrix(matrix: NDArray[np.floating[Any]]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """A matrix in 8 bits, and the scale of each column.

    Args:
        matrix: (inputs, outputs). Inputs 0 and 1, 2 and 3, and so on, are added in pairs.

    Example:
        >>> rounded, scales = round_matrix(np.array([[1.0, 1.0], [1.0, -1.0]]))
        >>> rounded.tolist()
        [[64, 127], [64, -127]]
    """
    inputs, outputs = matrix.shape
    wide = np.zeros((inputs + inputs % 2, outputs))
    wide[:inputs] = matrix
    pairs = wide.reshape(-1, 2, outputs)
    sums = np.maximum(np.maximum(pairs, 0).sum(1), np.maximum(-pairs, 0).sum(1)).max(0)
    # Both weights of a pair may be rounded up: what is below 128 then stays within it.
    exact = np.maximum(np.abs(wide).max(0) / LARGEST, sums / (PAIR * _JUST_BELOW))
    scales = exact.astype(np.float32)
    scales[scales < np.finfo(np.float32).tiny] = 1
    return np.rint(matrix / scales).astype(np.int8), scales


def _round_again(exact: Any, graph: Any) -> None:
    """Give every matrix of the 8-bit ``graph`` the rounding of ``round_matrix``."""
    from onnx import numpy_helper

    matrices = {item.name: item for item in exact.initializer}
    stored = {item.name: item for item in graph.initializer}
    for node in graph.node:
        if node.op_type != "MatMulInteger":
            continue
        name = node.input[1].removesuffix(_QUANTIZED)
        if name in matrices:
            matrix = numpy_helper.to_array(matrices[name])
        else:
            matrix = numpy_helper.to_array(matrices[name.removesuffix("_Transposed")]).T
        rounded, scales = round_matrix(matrix)
        scale = stored[f"{name}_scale"]
        shape = numpy_helper.to_array(scale).shape
        scale.CopyFrom(numpy_helper.from_array(scales.reshape(shape), scale.name))
        whole = stored[node.input[1]]
        whole.CopyFrom(numpy_helper.from_array(rounded, whole.name))


def _is_small(node: Any) -> bool:
    """The embeddings of shapes, quotation states and positions: too little to win by rounding."""
    return node.op_type == "Gather" and "encoder.pieces.weight" not in " ".join(node.input)
