"""The encoder with its heads, in PyTorch: used for training and export only."""

from __future__ import annotations

import threading
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from claimgraph.reading.encoder.labels import ATTRIBUTION_LABELS, ENTITY_LABELS, MENTION_KINDS, UPOS
from claimgraph.reading.encoder.links import LINK_FEATURES
from claimgraph.reading.encoder.pieces import QUOTE_STATES, SHAPES


@dataclass(frozen=True)
class Sizes:
    """The network's dimensions; the first block is that of MiniLM-L6-H384."""

    vocabulary: int = 30522
    positions: int = 512
    layers: int = 6
    width: int = 384
    attention_heads: int = 12
    inner: int = 1536
    arc: int = 192
    relation: int = 128
    link: int = 128
    link_hidden: int = 128
    coreference: int = 96
    xpos_labels: int = 50
    relation_labels: int = 50
    lemma_rules: int = 200


class _Noise(threading.local):
    """Random numbers of one worker: what it draws does not depend on the other's pace."""

    def __init__(self) -> None:
        self.generator = torch.Generator()


_noise = _Noise()


def seed_noise(seed: int) -> None:
    """Start this thread's random numbers anew."""
    _noise.generator.manual_seed(seed)


def drop(x: Tensor, share: float, training: bool) -> Tensor:
    """Dropout from random bytes: a tenth of the time of PyTorch's on a CPU."""
    if not training or share <= 0.0:
        return x
    count = x.numel()
    words = torch.randint(
        -(2**63),
        2**63 - 1,
        ((count + 7) // 8,),
        dtype=torch.int64,
        generator=_noise.generator,
    )
    threshold = round(share * 256)
    kept = words.view(torch.uint8)[:count].view(x.shape) >= threshold
    return x * kept * (256.0 / (256 - threshold))


class Layer(nn.Module):
    """One transformer layer with normalisation after each half, as in BERT."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.heads = sizes.attention_heads
        self.qkv = nn.Linear(sizes.width, 3 * sizes.width)
        self.out = nn.Linear(sizes.width, sizes.width)
        self.norm1 = nn.LayerNorm(sizes.width, eps=1e-12)
        self.up = nn.Linear(sizes.width, sizes.inner)
        self.down = nn.Linear(sizes.inner, sizes.width)
        self.norm2 = nn.LayerNorm(sizes.width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor, dropout: float) -> Tensor:
        """Vectors (batch, length, width) to vectors; ``mask`` is added to attention scores."""
        batch, length, width = x.shape
        qkv = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads)
        q, k, v = (part.contiguous() for part in qkv.permute(2, 0, 3, 1, 4).unbind(0))
        # Spelt out, because the fused attention's backward pass is five times slower on a CPU;
        # attention weights are not dropped, for the same reason.
        scores = (q * q.shape[-1] ** -0.5) @ k.transpose(2, 3) + mask
        mixed = scores.softmax(-1).to(v.dtype) @ v
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, length, width))
        x = self.norm1(x + drop(mixed, dropout, self.training))
        inner = self.down(F.gelu(self.up(x)))
        return self.norm2(x + drop(inner, dropout, self.training))


class Encoder(nn.Module):
    """MiniLM with two more input embeddings: the word's shape and its quotation state."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.pieces = nn.Embedding(sizes.vocabulary, sizes.width)
        self.positions = nn.Embedding(sizes.positions, sizes.width)
        self.shapes = nn.Embedding(SHAPES, sizes.width)
        self.quotes = nn.Embedding(QUOTE_STATES, sizes.width)
        nn.init.normal_(self.shapes.weight, std=0.01)
        nn.init.normal_(self.quotes.weight, std=0.01)
        self.norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(sizes.layers))

    def forward(
        self, ids: Tensor, shapes: Tensor, quotes: Tensor, mask: Tensor, dropout: float = 0.1
    ) -> Tensor:
        """Vectors of all pieces, (batch, length, width); ``mask`` is true on real pieces."""
        positions = torch.arange(ids.shape[1], device=ids.device)
        x = self.pieces(ids) + self.positions(positions)
        x = self.norm(x + self.shapes(shapes) + self.quotes(quotes))
        x = drop(x, dropout, self.training)
        attend = torch.where(mask, 0.0, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, attend, dropout)
        return x

    def load_minilm(self, folder: Path) -> None:
        """Start from the published weights (``model.safetensors`` in ``folder``)."""
        from safetensors.torch import load_file

        w = load_file(folder / "model.safetensors")
        w = {name.removeprefix("bert."): value for name, value in w.items()}
        with torch.no_grad():
            self.pieces.weight.copy_(w["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(
                w["embeddings.position_embeddings.weight"]
                + w["embeddings.token_type_embeddings.weight"][0]
            )
            _copy(self.norm, w, "embeddings.LayerNorm")
            for number, layer in enumerate(self.layers):
                at = f"encoder.layer.{number}."
                names = [f"{at}attention.self.{part}" for part in ("query", "key", "value")]
                layer.qkv.weight.copy_(torch.cat([w[f"{name}.weight"] for name in names]))
                layer.qkv.bias.copy_(torch.cat([w[f"{name}.bias"] for name in names]))
                _copy(layer.out, w, f"{at}attention.output.dense")
                _copy(layer.norm1, w, f"{at}attention.output.LayerNorm")
                _copy(layer.up, w, f"{at}intermediate.dense")
                _copy(layer.down, w, f"{at}output.dense")
                _copy(layer.norm2, w, f"{at}output.LayerNorm")


def _copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(weights[f"{name}.weight"])
    module.bias.copy_(weights[f"{name}.bias"])


class LinkScorer(nn.Module):
    """Scores whether two spans belong together, from their vectors and where they stand."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        span = 3 * sizes.link
        self.left = nn.Linear(span, sizes.link_hidden)
        self.right = nn.Linear(span, sizes.link_hidden, bias=False)
        self.where = nn.Parameter(torch.zeros(LINK_FEATURES, sizes.link_hidden))
        self.out = nn.Linear(sizes.link_hidden, 1)
        self.bilinear = nn.Linear(span, span, bias=False)
        nn.init.normal_(self.bilinear.weight, std=0.01)
        self.none = nn.Linear(span, 1)

    def forward(self, left: Tensor, right: Tensor, where: Tensor, dropout: float) -> Tensor:
        """Logits (left, 1 + right): no partner first. ``where``: (left, right, features)."""
        left = drop(left, dropout, self.training)
        right = drop(right, dropout, self.training)
        hidden = self.left(left)[:, None] + self.right(right)[None] + where @ self.where
        scores = self.out(F.relu(hidden))[..., 0] + self.bilinear(left) @ right.T
        return torch.cat([self.none(left), scores], dim=1)


class Network(nn.Module):
    """Encoder and heads; every head reads one vector per word."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(sizes)
        width = sizes.width

        def linear(outputs: int) -> nn.Linear:
            return nn.Linear(width, outputs)

        self.attribution = linear(len(ATTRIBUTION_LABELS))
        self.entity = linear(len(ENTITY_LABELS))
        self.upos = linear(len(UPOS))
        self.xpos = linear(sizes.xpos_labels)
        self.lemma = linear(sizes.lemma_rules)
        self.sentence = linear(1)
        self.mention = linear(len(MENTION_KINDS))
        self.arc_dependent = linear(sizes.arc)
        self.arc_head = linear(sizes.arc)
        self.relation_dependent = linear(sizes.relation)
        self.relation_head = linear(sizes.relation)
        self.link = linear(sizes.link)
        self.anaphor = linear(sizes.coreference)
        self.antecedent = linear(sizes.coreference)

        self.crf = nn.Parameter(torch.zeros(len(ATTRIBUTION_LABELS), len(ATTRIBUTION_LABELS)))
        self.arc_weight = nn.Parameter(torch.eye(sizes.arc) * 0.1)
        self.arc_bias = nn.Parameter(torch.zeros(sizes.arc))
        self.root = nn.Parameter(torch.randn(sizes.arc) * 0.1)
        self.relation_root = nn.Parameter(torch.randn(sizes.relation) * 0.1)
        self.relation_product = nn.Linear(sizes.relation, sizes.relation_labels)
        self.relation_left = nn.Linear(sizes.relation, sizes.relation_labels, bias=False)
        self.relation_right = nn.Linear(sizes.relation, sizes.relation_labels, bias=False)
        self.cue_source = LinkScorer(sizes)
        self.content_cue = LinkScorer(sizes)
        self.coreference_distance = nn.Parameter(torch.zeros(10))
        self.coreference_none = linear(1)

    def words(self, batch: dict[str, Tensor], dropout: float = 0.1) -> Tensor:
        """One vector per word, (batch, words, width): mean of its first and its last piece."""
        x = self.encoder(batch["ids"], batch["shapes"], batch["quotes"], batch["mask"], dropout)
        x = drop(x, dropout, self.training)
        index = torch.arange(x.shape[0])[:, None]
        return (x[index, batch["first"]] + x[index, batch["last"]]) * 0.5

    def record(self) -> dict[str, int]:
        """The sizes, for a checkpoint."""
        return asdict(self.sizes)
