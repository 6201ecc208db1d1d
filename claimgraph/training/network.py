"""The encoder with its heads, in PyTorch: used for training and export only."""

from __future__ import annotations

import math
import threading
from dataclasses import asdict, dataclass
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from claimgraph.reading.encoder.labels import ATTRIBUTION_LABELS, ENTITY_LABELS, MENTION_KINDS, UPOS
from claimgraph.reading.encoder.links import LINK_FEATURES
from claimgraph.reading.encoder.pieces import QUOTE_STATES, SHAPES


@dataclass(frozen=True)
class Sizes:
    """The network's dimensions; the first block is that of MiniLM-L6-H384.

    Attributes:
        relative_buckets: Classes of distances that attention knows, as in MPNet; 0: none.
        epsilon: What keeps a normalisation from dividing by zero.
        late: How many layers read nothing but word pieces; shapes and quotation states enter
            above them. They may then stay as they were published.
    """

    vocabulary: int = 30522
    positions: int = 512
    layers: int = 6
    width: int = 384
    attention_heads: int = 12
    inner: int = 1536
    relative_buckets: int = 0
    epsilon: float = 1e-12
    late: int = 0
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
        self.seed = 0
        self._generators: dict[torch.device, torch.Generator] = {}

    def restart(self, seed: int) -> None:
        self.seed = seed
        self._generators.clear()

    def on(self, device: torch.device) -> torch.Generator:
        """The numbers that a device draws; every device has its own."""
        if device not in self._generators:
            self._generators[device] = torch.Generator(device).manual_seed(self.seed)
        return self._generators[device]


_noise = _Noise()


def seed_noise(seed: int, device: torch.device) -> None:
    """Start this thread's random numbers anew; an accelerator has one row of them for all."""
    _noise.restart(seed)
    if device.type == "cuda":
        torch.cuda.manual_seed(seed)


def drop(x: Tensor, share: float, training: bool) -> Tensor:
    """Dropout from random bytes, on a CPU: a tenth of the time of PyTorch's own."""
    if not training or share <= 0.0:
        return x
    if x.device.type == "cuda":
        return F.dropout(x, share)
    count = x.numel()
    words = torch.randint(
        -(2**63),
        2**63 - 1,
        ((count + 7) // 8,),
        dtype=torch.int64,
        generator=_noise.on(x.device),
        device=x.device,
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
        self.norm1 = nn.LayerNorm(sizes.width, eps=sizes.epsilon)
        self.up = nn.Linear(sizes.width, sizes.inner)
        self.down = nn.Linear(sizes.inner, sizes.width)
        self.norm2 = nn.LayerNorm(sizes.width, eps=sizes.epsilon)

    def forward(self, x: Tensor, mask: Tensor, dropout: float) -> Tensor:
        """Vectors (batch, length, width) to vectors; ``mask`` is added to attention scores."""
        batch, length, width = x.shape
        qkv = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads)
        q, k, v = (part.contiguous() for part in qkv.permute(2, 0, 3, 1, 4).unbind(0))
        mixed = _attend(q, k, v, mask)
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, length, width))
        x = self.norm1(x + drop(mixed, dropout, self.training))
        inner = self.down(F.gelu(self.up(x)))
        return self.norm2(x + drop(inner, dropout, self.training))


def _attend(q: Tensor, k: Tensor, v: Tensor, mask: Tensor) -> Tensor:
    """Values mixed by attention; the weights are not dropped, which no fast kernel can."""
    if q.device.type == "cuda":
        return F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
    # Spelt out, because the fused attention's backward pass is five times slower on a CPU.
    scores = (q * q.shape[-1] ** -0.5) @ k.transpose(2, 3) + mask
    return scores.softmax(-1).to(v.dtype) @ v


FURTHEST = 128
"""Distance in pieces from which on all distances are one class."""


def distance_classes(length: int, buckets: int) -> Tensor:
    """Classes of the distances between all pieces, (length, length), as MPNet and T5 have them.

    Half of the classes are for what stands behind. Of each half, half are single distances; the
    others grow with the distance.
    """
    places = torch.arange(length)
    behind = places[None] - places[:, None]
    half = buckets // 2
    near = half // 2
    far = behind.abs()
    growth = torch.log(far.clamp(min=1).float() / near) / math.log(FURTHEST / near)
    grown = (near + (growth * (half - near)).long()).clamp(max=half - 1)
    return torch.where(far < near, far, grown) + half * (behind > 0)


class Encoder(nn.Module):
    """A transformer with two more input embeddings: the word's shape and its quotation state."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.pieces = nn.Embedding(sizes.vocabulary, sizes.width)
        self.positions = nn.Embedding(sizes.positions, sizes.width)
        self.shapes = nn.Embedding(SHAPES, sizes.width)
        self.quotes = nn.Embedding(QUOTE_STATES, sizes.width)
        nn.init.normal_(self.shapes.weight, std=0.01)
        nn.init.normal_(self.quotes.weight, std=0.01)
        self.norm = nn.LayerNorm(sizes.width, eps=sizes.epsilon)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(sizes.layers))
        self.late = sizes.late
        self.distances: nn.Embedding | None = None
        if sizes.relative_buckets:
            self.distances = nn.Embedding(sizes.relative_buckets, sizes.attention_heads)
            classes = distance_classes(sizes.positions, sizes.relative_buckets)
            self.register_buffer("classes", classes, persistent=False)

    def freeze(self) -> None:
        """Leave what reads nothing but word pieces as it is."""
        if self.late:
            frozen = [self.pieces, self.positions, self.norm, *self.layers[: self.late]]
            frozen += [] if self.distances is None else [self.distances]
            for part in frozen:
                part.requires_grad_(False)

    def forward(
        self, ids: Tensor, shapes: Tensor, quotes: Tensor, mask: Tensor, dropout: float = 0.1
    ) -> Tensor:
        """Vectors of all pieces, (batch, length, width); ``mask`` is true on real pieces."""
        positions = torch.arange(ids.shape[1], device=ids.device)
        x = self.pieces(ids) + self.positions(positions)
        marks = self.shapes(shapes) + self.quotes(quotes)
        if not self.late:
            x = drop(self.norm(x + marks), dropout, self.training)
        else:
            x = self.norm(x)
        attend = torch.where(mask, 0.0, -1e4)[:, None, None, :]
        if self.distances is not None:
            classes = self.classes[: ids.shape[1], : ids.shape[1]]
            attend = attend + self.distances(classes).permute(2, 0, 1)[None]
        if x.device.type == "cuda":
            # What a fast kernel adds has the type of what it multiplies.
            fast = torch.is_autocast_enabled("cuda")
            attend = attend.to(torch.get_autocast_dtype("cuda") if fast else x.dtype)
        for number, layer in enumerate(self.layers):
            if number == self.late > 0:
                x = drop(x + marks, dropout, self.training)
            x = layer(x, attend, dropout if number >= self.late else 0.0)
        return x


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

    def forward(
        self, left: Tensor, right: Tensor, pairs: Tensor, where: Tensor, dropout: float
    ) -> tuple[Tensor, Tensor]:
        """Scores of no partner, one per left span, and of pairs of a left and a right span.

        Args:
            left: Vectors of spans that look for a partner, (left, span).
            right: Vectors of possible partners, (right, span).
            pairs: Rows of ``left`` and of ``right``, (2, pairs).
            where: Each pair's active features, (pairs, 6).
            dropout: Share of the vectors to drop.
        """
        left = drop(left, dropout, self.training)
        right = drop(right, dropout, self.training)
        i, j = pairs
        hidden = self.left(left)[i] + self.right(right)[j]
        hidden = hidden + F.embedding_bag(where, self.where, mode="sum").to(hidden.dtype)
        product = (self.bilinear(left)[i] * right[j]).sum(-1)
        return self.none(left)[:, 0], self.out(F.relu(hidden))[:, 0] + product


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
        index = torch.arange(x.shape[0], device=x.device)[:, None]
        return (x[index, batch["first"]] + x[index, batch["last"]]) * 0.5

    def record(self) -> dict[str, Any]:
        """The sizes, for a checkpoint."""
        return asdict(self.sizes)
