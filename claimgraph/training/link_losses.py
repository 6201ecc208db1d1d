"""The losses of links: which source a cue has, and which cue a content."""

from __future__ import annotations

from random import Random

import torch
from torch import Tensor

from claimgraph.reading.encoder.labels import ATTRIBUTION_LABELS
from claimgraph.reading.encoder.links import LINK_FEATURES, Between, link_features
from claimgraph.training.batches import GoldLinks
from claimgraph.training.guide import Guide, Said
from claimgraph.training.network import LinkScorer, Network

Range = tuple[int, int]


def link_losses(
    network: Network,
    vectors: Tensor,
    gold: list[GoldLinks],
    best: Tensor,
    rng: Random,
    predicted_share: float,
    guide: Guide | None = None,
) -> dict[str, Tensor]:
    """Links between gold spans, or between the spans that the tagger finds at this moment.

    With a ``guide``, they are learned from the teacher's links between the same spans as well.
    """
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
        for name, own, others, partners_of in (
            ("cue_source", cues, sources, sources_of),
            ("content_cue", contents, cues, cues_of),
        ):
            scorer: LinkScorer = getattr(network, name)
            said = None if guide is None else guide.row(name, number)
            terms[name] += _choice_losses(
                scorer, vectors[number], own, others, partners_of, between, said
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
    said: Said | None,
) -> list[Tensor]:
    rows = [index for index, partner in enumerate(partners) if partner is not None]
    if not rows:
        return []
    chosen = [left[index] for index in rows]
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
    logits = _logits(scorer, words, chosen, right, where, 0.2)
    wanted = torch.zeros_like(logits, dtype=torch.bool)
    for i, index in enumerate(rows):
        for partner in partners[index] or [-1]:
            wanted[i, partner + 1] = True
    right_mass = torch.logsumexp(logits.masked_fill(~wanted, -1e4), dim=1)
    terms = torch.logsumexp(logits, dim=1) - right_mass
    if said is not None:
        with torch.no_grad():
            theirs = _logits(said.scorer, said.words, chosen, right, where, 0.0).softmax(-1)
        soft = -(theirs * logits.log_softmax(-1)).sum(-1)
        terms = torch.lerp(terms, soft, said.share)
    return [terms]


def _logits(
    scorer: LinkScorer,
    words: Tensor,
    left: list[Range],
    right: list[Range],
    where: Tensor,
    dropout: float,
) -> Tensor:
    left_vectors = _span_vectors(words, left)
    right_vectors = (
        _span_vectors(words, right) if right else left_vectors.new_zeros(0, left_vectors.shape[1])
    )
    return scorer(left_vectors, right_vectors, where, dropout).float()


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
