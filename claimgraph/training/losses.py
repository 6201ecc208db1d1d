"""The losses of all heads, each a mean over what it predicts."""

from __future__ import annotations

from random import Random

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from claimgraph.training.batches import Batch
from claimgraph.training.crf import FAR, crf_loss
from claimgraph.training.guide import Guide
from claimgraph.training.labels import IGNORED
from claimgraph.training.link_losses import link_losses
from claimgraph.training.network import Network, drop

WEIGHTS = {
    "attribution": 2.0,
    "cue_source": 0.5,
    "content_cue": 0.5,
    "upos": 0.3,
    "xpos": 0.3,
    "lemma": 0.2,
    "arc": 0.7,
    "relation": 0.6,
    "start": 1.0,
    "entity": 4.0,
    "mention": 0.3,
    "coreference": 0.3,
}
"""How much each loss counts; chosen by hand so that no head drowns the others."""


def losses(
    network: Network,
    batch: Batch,
    rng: Random,
    *,
    predicted_share: float = 0.5,
    dropout: float = 0.1,
    heads: frozenset[str] = frozenset(WEIGHTS),
    guide: Guide | None = None,
) -> dict[str, Tensor]:
    """All losses of ``heads`` that the annotations of ``batch``, or its teacher's words, allow."""
    t = batch.tensors
    x = network.words(t, dropout).float()
    found: dict[str, Tensor] = {}
    if "attribution" in heads and (batch.links is not None or guide is not None):
        emissions = network.attribution(x).float()
        gold = t.get("attribution")
        expected = None if guide is None else guide.labels(t["word_mask"])
        share = 0.0 if guide is None else guide.share
        found["attribution"] = crf_loss(
            emissions, gold, t["word_mask"], network.crf, expected, share
        )
        if batch.links is not None:
            best = emissions.detach().argmax(-1)
            vectors = network.link(x).float()
            found |= link_losses(network, vectors, batch.links, best, rng, predicted_share, guide)
    if "head" in t and "arc" in heads:
        for name in ("upos", "xpos", "lemma"):
            found[name] = _cross_entropy(getattr(network, name)(x), t[name])
        start = network.sentence(x)[..., 0].float()
        known = t["start"] != IGNORED
        terms = F.binary_cross_entropy_with_logits(start, t["start"].float(), reduction="none")
        found["start"] = (terms * known).sum() / known.sum()
        found |= tree_losses(network, x, t)
    if "entity" in heads and guide is not None:
        found["entity"] = guide.entity_loss(network.entity(x), t["word_mask"], t.get("entity"))
    elif "entity" in t and "entity" in heads:
        found["entity"] = _cross_entropy(network.entity(x), t["entity"])
    if batch.mentions is not None and "mention" in heads:
        found["mention"] = _cross_entropy(network.mention(x), t["mention"])
        coreference = coreference_loss(network, x, batch.mentions)
        if coreference is not None:
            found["coreference"] = coreference
    return found


def _cross_entropy(logits: Tensor, gold: Tensor) -> Tensor:
    """The mean over what is labelled, or 0; an accelerator need not be asked which it is."""
    terms = F.cross_entropy(
        logits.flatten(0, 1).float(), gold.flatten(), ignore_index=IGNORED, reduction="sum"
    )
    return terms / (gold != IGNORED).sum().clamp(min=1)


def tree_losses(network: Network, x: Tensor, t: dict[str, Tensor]) -> dict[str, Tensor]:
    """Arcs as a choice among the words of the sentence and the root (Dozat and Manning 2017)."""
    dependent = drop(F.relu(network.arc_dependent(x)), 0.2, network.training)
    head = drop(F.relu(network.arc_head(x)), 0.2, network.training)
    root = network.root.expand(x.shape[0], 1, -1)
    heads = torch.cat([root, head], dim=1)
    scores = (dependent @ network.arc_weight + network.arc_bias) @ heads.transpose(1, 2)
    sentence = t["sentence"]
    same = sentence[:, :, None] == sentence[:, None, :]
    allowed = torch.cat([torch.ones_like(same[:, :, :1]), same], dim=2)
    scores = scores.float().masked_fill(~allowed, -1e4)
    gold = t["head"]
    relation_dependent = drop(F.relu(network.relation_dependent(x)), 0.2, network.training)
    relation_head = drop(F.relu(network.relation_head(x)), 0.2, network.training)
    relation_heads = torch.cat(
        [network.relation_root.expand(x.shape[0], 1, -1), relation_head], dim=1
    )
    index = gold.clamp(min=0)[..., None].expand(-1, -1, relation_heads.shape[-1])
    chosen = relation_heads.gather(1, index)
    relations = (
        network.relation_product(relation_dependent * chosen)
        + network.relation_left(relation_dependent)
        + network.relation_right(chosen)
    )
    return {
        "arc": _cross_entropy(scores, gold),
        "relation": _cross_entropy(relations, t["relation"]),
    }


def coreference_loss(
    network: Network, x: Tensor, mentions: list[list[tuple[int, int, str]]]
) -> Tensor | None:
    """Each mention chooses an earlier one of its entity, or none (Lee et al. 2017, by heads)."""
    if max(map(len, mentions)) < 2:
        return None
    size = (len(mentions), max(map(len, mentions)))
    # Entities are numbered from 1 within a row; 0 stands where a row has no more mentions.
    places, entities = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
    for number, row in enumerate(mentions):
        known: dict[str, int] = {}
        places[number, : len(row)] = [place for place, _, _ in row]
        entities[number, : len(row)] = [known.setdefault(e, len(known) + 1) for _, _, e in row]
    entity = torch.from_numpy(entities).to(x.device)
    rows = torch.arange(size[0], device=x.device)[:, None]
    vectors = x[rows, torch.from_numpy(places).to(x.device)]
    scores = network.anaphor(vectors) @ network.antecedent(vectors).transpose(1, 2)
    order = torch.arange(size[1], device=x.device)
    gap = (order[:, None] - order[None]).clamp(min=1)
    bucket = torch.log2(gap.float()).long().clamp(max=9)
    earlier = order[:, None] > order[None]
    scores = (scores.float() + network.coreference_distance[bucket]).masked_fill(~earlier, FAR)
    logits = torch.cat([network.coreference_none(vectors).float(), scores], dim=2)
    same = (entity[:, :, None] == entity[:, None]) & earlier
    wanted = torch.cat([~same.any(2, keepdim=True), same], dim=2)
    right = torch.logsumexp(logits.masked_fill(~wanted, FAR), dim=2)
    # A lone mention has nothing to choose.
    counted = (entity > 0) & (entity > 0).sum(1, keepdim=True).gt(1)
    terms = (torch.logsumexp(logits, dim=2) - right) * counted
    return terms.sum() / counted.sum()
