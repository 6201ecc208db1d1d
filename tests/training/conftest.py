"""A small encoder in the files of a published one."""

import json
from pathlib import Path
from random import Random

import pytest

from claimgraph.reading.encoder.weights import MODEL_FOLDER

WIDTH, LAYERS, HEADS, INNER = 8, 2, 2, 16


@pytest.fixture(scope="session")
def vocabulary() -> list[str]:
    """The library's word pieces, by their ids."""
    text = (MODEL_FOLDER / "tokenizer.json").read_text(encoding="utf-8")
    found = json.loads(text)["model"]["vocab"]
    return sorted(found, key=found.__getitem__)


@pytest.fixture(scope="session")
def mpnet(tmp_path_factory: pytest.TempPathFactory, vocabulary: list[str]) -> Path:
    """A small encoder as MPNet's files hold it, its word pieces in an order of their own."""
    import torch
    from safetensors.torch import save_file

    folder = tmp_path_factory.mktemp("mpnet")
    special = {"[PAD]": "<pad>", "[CLS]": "<s>", "[SEP]": "</s>", "[MASK]": "<mask>"}
    pieces = [special.get(piece, piece) for piece in vocabulary] + ["<unk>"]
    Random(3).shuffle(pieces)
    (folder / "vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    description = {
        "model_type": "mpnet",
        "num_hidden_layers": LAYERS,
        "hidden_size": WIDTH,
        "num_attention_heads": HEADS,
        "intermediate_size": INNER,
        "relative_attention_num_buckets": 32,
        "layer_norm_eps": 1e-5,
    }
    (folder / "config.json").write_text(json.dumps(description), encoding="utf-8")
    torch.manual_seed(5)
    weights = {
        "embeddings.word_embeddings.weight": torch.randn(len(pieces), WIDTH),
        "embeddings.position_embeddings.weight": torch.randn(514, WIDTH),
        "encoder.relative_attention_bias.weight": torch.randn(32, HEADS),
    }
    shapes = {
        "attention.attn.q": (WIDTH, WIDTH),
        "attention.attn.k": (WIDTH, WIDTH),
        "attention.attn.v": (WIDTH, WIDTH),
        "attention.attn.o": (WIDTH, WIDTH),
        "attention.LayerNorm": (WIDTH,),
        "intermediate.dense": (INNER, WIDTH),
        "output.dense": (WIDTH, INNER),
        "output.LayerNorm": (WIDTH,),
    }
    parts = {f"encoder.layer.{n}.{part}": s for n in range(LAYERS) for part, s in shapes.items()}
    for name, shape in (parts | {"embeddings.LayerNorm": (WIDTH,)}).items():
        weights[f"{name}.weight"] = torch.randn(shape)
        weights[f"{name}.bias"] = torch.randn(shape[0])
    save_file(weights, folder / "model.safetensors")
    return folder
