"""The losses of all heads, each a mean over what it predicts."""

from __future__ import annotations

from random import Random

import torch
import torch.nn.functional as F
from torch import Tensor

from claimgraph.reading.encoder.labels import ATTRIBUTION_LABELS
from claimgraph.reading.encoder.links import LINK_FEATURES, Between, link_features
from claimgraph.training.batches import Batch, GoldLinks
from claimgraph.training.labels import IGNORED
from claimgraph.training.network import LinkScorer, Network, drop

Range = tuple[int, int]

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
) -> dict[str, Tensor]:
    """All losses of ``heads`` that the annotations of ``batch`` allow."""
    t = batch.tensors
    x = network.words(t, dropout).float()
    found: dict[str, Tensor] = {}
    if batch.links is not None and "attribution" in heads:
        emissions = network.attribution(x).float()
        found["attribution"] = crf_loss(emissions, t["attribution"], t["word_mask"], network.crf)
        best = emissions.detach().argmax(-1)
        vectors = network.link(x).float()
        found |= link_losses(network, vectors, batch.links, best, rng, predicted_share)
    if "head" in t and "arc" in heads:
        for name in ("upos", "xpos", "lemma"):
            found[name] = _cross_entropy(getattr(network, name)(x), t[name])
        start = network.sentence(x)[..., 0].float()
        known = t["start"] != IGNORED
        found["start"] = F.binary_cross_entropy_with_logits(start[known], t["start"][known].float())
        found |= tree_losses(network, x, t)
    if "entity" in t and "entity" in heads:
        found["entity"] = _cross_entropy(network.entity(x), t["entity"])
    if batch.mentions is not None and "mention" in heads:
        found["mention"] = _cross_entropy(network.mention(x), t["mention"])
        coreference = coreference_loss(network, x, batch.mentions)
        if coreference is not None:
            found["coreference"] = coreference
    return found


def _cross_entropy(logits: Tensor, gold: Tensor) -> Tensor:
    if not bool((gold != IGNORED).any()):
        return logits.sum() * 0.0
    return F.cross_entropy(logits.flatten(0, 1).float(), gold.flatten(), ignore_index=IGNORED)


def crf_loss(emissions: Tensor, gold: Tensor, mask: Tensor, transitions: Tensor) -> Tensor:
    """Negative log likelihood of the gold labels per word (Lafferty et al. 2001)."""
    labels = gold.clamp(min=0)
    score = emissions.gather(2, labels[..., None])[..., 0]
    steps = transitions[labels[:, :-1], labels[:, 1:]]
    numerator = (score * mask).sum() + (steps * mask[:, 1:]).sum()
    alpha = emissions[:, 0]
    for position in range(1, emissions.shape[1]):
        following = torch.logsumexp(alpha[:, :, None] + transitions, dim=1) + emissions[:, position]
        alpha = torch.where(mask[:, position, None], following, alpha)
    return (torch.logsumexp(alpha, dim=1).sum() - numerator) / mask.sum()


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


def link_losses(
    network: Network,
    vectors: Tensor,
    gold: list[GoldLinks],
    best: Tensor,
    rng: Random,
    predicted_share: float,
) -> dict[str, Tensor]:
    """Links between gold spans, or between the spans that the tagger finds at this moment."""
    terms: dict[str, list[Tensor]] = {"cue_source": [], "content_cue": []}
    labels = best.tolist()
    for number, links in enumerate(gold):
        if rng.random() < predicted_share:
            spans, sources_of, cues_of = _as_predicted(links, decode_bio(labels[number]))
        else:
            length = vectors.shape[1]
            sources, cues, contents = (_jitter(group, length, rng) for group in links.spans)
            spans = (sources, cues, contents)
            sources_of, cues_of = links.sources_of, links.cues_of
        sources, cues, contents = spans
        between = Between(
            [s for s, _ in sources],
            [s for s, _ in cues],
            [s for s, _ in contents],
            links.breaks,
            links.stops,
        )
        row = vectors[number]
        terms["cue_source"] += _choice_losses(
            network.cue_source, row, cues, sources, sources_of, between
        )
        terms["content_cue"] += _choice_losses(
            network.content_cue, row, contents, cues, cues_of, between
        )
    zero = vectors.sum() * 0.0
    return {name: torch.cat(parts).mean() if parts else zero for name, parts in terms.items()}


def _choice_losses(
    scorer: LinkScorer,
    words: Tensor,
    left: list[Range],
    right: list[Range],
    partners: list[list[int] | None],
    between: Between,
) -> list[Tensor]:
    rows = [index for index, partner in enumerate(partners) if partner is not None]
    if not rows:
        return []
    left_vectors = _span_vectors(words, [left[index] for index in rows])
    right_vectors = (
        _span_vectors(words, right) if right else left_vectors.new_zeros(0, left_vectors.shape[1])
    )
    where = torch.zeros(len(rows), len(right), LINK_FEATURES)
    active = [
        (i, j, feature)
        for i, index in enumerate(rows)
        for j, other in enumerate(right)
        for feature in link_features(left[index], other, between)
    ]
    if active:
        i, j, feature = torch.tensor(active).T
        where[i, j, feature] = 1.0
    logits = scorer(left_vectors, right_vectors, where, 0.2).float()
    wanted = torch.zeros_like(logits, dtype=torch.bool)
    for i, index in enumerate(rows):
        for partner in partners[index] or [-1]:
            wanted[i, partner + 1] = True
    right_mass = torch.logsumexp(logits.masked_fill(~wanted, -1e4), dim=1)
    return [torch.logsumexp(logits, dim=1) - right_mass]


def _span_vectors(words: Tensor, spans: list[Range]) -> Tensor:
    starts = torch.tensor([start for start, _ in spans])
    ends = torch.tensor([end for _, end in spans])
    sums = torch.cat([words.new_zeros(1, words.shape[1]), words.cumsum(0)])
    means = (sums[ends] - sums[starts]) / (ends - starts)[:, None]
    return torch.cat([words[starts], words[ends - 1], means], dim=1)


def _jitter(spans: list[Range], length: int, rng: Random) -> list[Range]:
    """Move some edges by a word, as a tagger would."""

    def moved(start: int, end: int) -> Range:
        if rng.random() < 0.15:
            start += rng.choice((-1, 1))
        if rng.random() < 0.15:
            end += rng.choice((-1, 1))
        start, end = max(start, 0), min(end, length)
        return (start, end) if start < end else (max(end - 1, 0), max(end, 1))

    return [moved(*span) for span in spans]


def decode_bio(labels: list[int]) -> tuple[list[Range], list[Range], list[Range]]:
    """Spans of the three parts in a row of label numbers; a stray I starts a span."""
    spans: tuple[list[Range], list[Range], list[Range]] = ([], [], [])
    part, start = -1, 0
    for position, label in enumerate([*labels, 0]):
        name = ATTRIBUTION_LABELS[label]
        own = -1 if name == "O" else (label - 1) // 2
        if part >= 0 and (own != part or name.startswith("B")):
            spans[part].append((start, position))
            part = -1
        if own >= 0 and part < 0:
            part, start = own, position
    return spans


def _as_predicted(
    gold: GoldLinks, spans: tuple[list[Range], list[Range], list[Range]]
) -> tuple[
    tuple[list[Range], list[Range], list[Range]],
    list[list[int] | None],
    list[list[int] | None],
]:
    """The found spans, and the gold partners of each as far as they were found."""

    def matches(found: list[Range], wanted: list[Range]) -> list[list[int]]:
        return [
            [j for j, other in enumerate(wanted) if other[0] < span[1] and span[0] < other[1]]
            for span in found
        ]

    sources, cues, contents = (matches(s, g) for s, g in zip(spans, gold.spans, strict=True))

    def partners(
        own: list[list[int]],
        partners_of: list[list[int] | None],
        theirs: list[list[int]],
        unknown: list[int] | None,
    ) -> list[list[int] | None]:
        result: list[list[int] | None] = []
        for overlapped in own:
            if not overlapped:
                result.append(unknown)
                continue
            wanted = partners_of[overlapped[0]]
            if not wanted:
                result.append(wanted)
                continue
            hits = [j for j, overlap in enumerate(theirs) if set(overlap) & set(wanted)]
            result.append(hits or None)
        return result

    # A content that is none has no cue; a cue that is none teaches nothing about its source.
    return (
        spans,
        partners(cues, gold.sources_of, sources, None),
        partners(contents, gold.cues_of, cues, []),
    )


def coreference_loss(
    network: Network, x: Tensor, mentions: list[list[tuple[int, int, str]]]
) -> Tensor | None:
    """Each mention chooses an earlier one of its entity, or none (Lee et al. 2017, by heads)."""
    terms = []
    for number, row in enumerate(mentions):
        if len(row) < 2:
            continue
        places = torch.tensor([place for place, _, _ in row])
        vectors = x[number, places]
        scores = network.anaphor(vectors) @ network.antecedent(vectors).T
        order = torch.arange(len(row))
        gap = (order[:, None] - order[None]).clamp(min=1)
        bucket = torch.log2(gap.float()).long().clamp(max=9)
        scores = scores.float() + network.coreference_distance[bucket]
        earlier = order[:, None] > order[None]
        scores = scores.masked_fill(~earlier, -1e4)
        logits = torch.cat([network.coreference_none(vectors).float(), scores], dim=1)
        same = torch.tensor([[a[2] == b[2] for b in row] for a in row]) & earlier
        wanted = torch.cat([~same.any(1, keepdim=True), same], dim=1)
        right = torch.logsumexp(logits.masked_fill(~wanted, -1e4), dim=1)
        terms.append(torch.logsumexp(logits, dim=1) - right)
    return torch.cat(terms).mean() if terms else None
