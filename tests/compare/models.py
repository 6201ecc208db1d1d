"""Tiny cross-encoders, made in the test: their answers can be worked out by hand.

The model adds up what its embeddings say of every piece of both texts: three numbers a piece. So
"not" in one of the texts speaks for a contradiction, "same" for an entailment.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "not", "same", "maybe"]
#: What each piece adds to contradiction, entailment and neutral.
WEIGHTS = np.array(
    [[100, 0, 0], *[[0, 0, 0]] * 3, [4, 0, 0], [0, 4, 0], [0, 0, 4]],
    dtype=np.float32,
)
LABELS = {"0": "CONTRADICTION", "1": "ENTAILMENT", "2": "NEUTRAL"}


def write_tokenizer(folder: Path) -> None:
    """A tokenizer that knows seven pieces."""
    from tokenizers import Tokenizer, models, pre_tokenizers, processors

    tokenizer = Tokenizer(
        models.WordLevel({word: number for number, word in enumerate(WORDS)}, unk_token="[UNK]")
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", 2), ("[SEP]", 3)],
    )
    tokenizer.save(str(folder / "tokenizer.json"))


def write_config(folder: Path, **fields: Any) -> None:
    """A config; ``None`` leaves a field out."""
    config = {
        "model_type": "bert",
        "id2label": LABELS,
        "pad_token_id": 0,
        "max_position_embeddings": 40,
        **fields,
    }
    given = {name: value for name, value in config.items() if value is not None}
    (folder / "config.json").write_text(json.dumps(given))


def write_onnx(
    folder: Path,
    inputs: Sequence[str] = ("input_ids", "attention_mask"),
    kind: str = "INT64",
    weights: np.ndarray[Any, Any] = WEIGHTS,
) -> None:
    """The model: the sum of the embeddings of all pieces that the mask lets through."""
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    number = getattr(TensorProto, kind)
    nodes = [
        helper.make_node("Gather", ["weights", "input_ids"], ["pieces"]),
        helper.make_node("ReduceSum", ["pieces", "axis"], ["logits"], keepdims=0),
    ]
    if "attention_mask" in inputs:
        nodes[1:] = [
            helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
            helper.make_node("Unsqueeze", ["mask", "last"], ["column"]),
            helper.make_node("Mul", ["pieces", "column"], ["kept"]),
            helper.make_node("ReduceSum", ["kept", "axis"], ["logits"], keepdims=0),
        ]
    graph = helper.make_graph(
        nodes,
        "judge",
        [helper.make_tensor_value_info(name, number, ["n", "length"]) for name in inputs],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["n", weights.shape[1]])],
        [
            numpy_helper.from_array(weights, "weights"),
            numpy_helper.from_array(np.array([1], dtype=np.int64), "axis"),
            numpy_helper.from_array(np.array([2], dtype=np.int64), "last"),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.save(model, str(folder / "model.onnx"))


def expected(pair: tuple[str, str]) -> tuple[float, float, float]:
    """Entailment, neutral and contradiction of a pair, worked out apart from any model."""
    words = " ".join(pair).split()
    sums = sum((WEIGHTS[WORDS.index(word)] for word in words if word in WORDS), np.zeros(3))
    shares = np.exp(sums) / np.exp(sums).sum()
    return float(shares[1]), float(shares[2]), float(shares[0])
