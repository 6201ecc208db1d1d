"""Matrices in 8 bits are multiplied alike by processors that add pairs of products in 16 bits."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from claimgraph.reading.encoder.weights import MODEL_FOLDER
from claimgraph.training.eight_bits import round_matrix

SIXTEEN_BITS = np.iinfo(np.int16)
MATRICES = arrays.arrays(
    np.float32,
    st.tuples(st.integers(1, 9), st.integers(1, 4)),
    elements=st.floats(-4, 4, width=16),
)


def fits(rounded: NDArray[Any]) -> bool:
    """Whether no pair of products with the largest inputs (0 or 255) leaves 16 bits."""
    rows = [*rounded.astype(np.int64), np.zeros(rounded.shape[1], np.int64)]
    for pair in zip(rows[::2], rows[1::2], strict=False):
        low = sum(255 * np.minimum(row, 0) for row in pair)
        high = sum(255 * np.maximum(row, 0) for row in pair)
        if np.any(low < SIXTEEN_BITS.min) or np.any(high > SIXTEEN_BITS.max):
            return False
    return True


@given(MATRICES)
def test_no_pair_of_products_leaves_sixteen_bits(matrix: NDArray[np.float32]) -> None:
    assert fits(round_matrix(matrix)[0])


@given(MATRICES)
def test_a_weight_is_off_by_half_a_step_at_most(matrix: NDArray[np.float32]) -> None:
    rounded, scales = round_matrix(matrix)
    assert np.all(np.abs(rounded * scales - matrix) <= 0.5 * scales * (1 + 1e-3))


@given(MATRICES)
def test_a_step_is_at_most_twice_that_of_weights_rounded_alone(
    matrix: NDArray[np.float32],
) -> None:
    _, scales = round_matrix(matrix)
    alone = np.abs(matrix).max(0) / 127
    assert np.all((scales <= 2 * alone * (1 + 1e-3)) | (alone == 0))


def test_the_shipped_matrices_are_so() -> None:
    onnx = pytest.importorskip("onnx", reason="training needs the extra 'train'")
    graph = onnx.load(str(MODEL_FOLDER / "encoder.onnx")).graph
    stored = {item.name: item for item in graph.initializer}
    products = [node for node in graph.node if node.op_type == "MatMulInteger"]
    assert len(products) > 30
    for node in products:
        assert fits(onnx.numpy_helper.to_array(stored[node.input[1]])), node.name
