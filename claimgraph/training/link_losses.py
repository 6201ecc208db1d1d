"""The losses of links: which source a cue has, and which cue a content."""

from __future__ import annotations

from random import Random

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from claimgraph.reading.encoder.labels import ATTRIBUTION_LABELS
from claimgraph.reading.encoder.links import Between, feature_rows
from claimgraph.training.batches import GoldLinks
from claimgraph.training.crf import FAR
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
    choices = {"cue_source": Choices(), "content_cue": Choices()}
    labels = best.tolist()
    length = vectors.shape[1]
    for number, links in enumerate(gold):
        if rng.random() < predicted_share:
            spans, sources_of, cues_of = _as_predicted(links, decode_bio(labels[number]))
        else:
            sources, cues, contents = (_jitter(group, length, rng) for group in links.spans)
            spans = (sources, cues, contents)
            sources_of, cues_of = links.sources_of, links.cues_of
        sources, cues, contents = spans
        starts = [[start for start, _ in group] for group in spans]
        between = Between(*starts, links.breaks, links.stops)
        choices["cue_source"].add(number, cues, sources, sources_of, between)
        choices["content_cue"].add(number, contents, cues, cues_of, between)
    zero = vectors.sum() * 0.0
    found = {}
    for name, choice in choices.items():
        said = None if guide is None else guide.links(name)
        scorer: LinkScorer = getattr(network, name)
        found[name] = _choice_loss(scorer, vectors, choice, said) if choice.wanted else zero
    return found


class Choices:
    """Spans of a batch that look for a partner, and those that they may choose.

    Attributes:
        left: Row of the batch, start and end of each span that looks for one.
        right: The same of each possible partner.
        pairs: Indices into ``left`` and ``right``, and the column of the choice; 0 is none.
        wanted: Indices into ``left``, and right columns.
    """

    def __init__(self) -> None:
        self.left: list[tuple[int, int, int]] = []
        self.right: list[tuple[int, int, int]] = []
        self.wanted: list[tuple[int, int]] = []
        self._pairs: list[NDArray[np.int64]] = []
        self._where: list[NDArray[np.int64]] = []

    def add(
        self,
        row: int,
        left: list[Range],
        right: list[Range],
        partners: list[list[int] | None],
        between: Between,
    ) -> None:
        """Add one row's spans; those whose partners are not known are left out."""
        rows = [index for index, partner in enumerate(partners) if partner is not None]
        if not rows:
            return
        first, others = len(self.left), len(self.right)
        self.left += [(row, *left[index]) for index in rows]
        for place, index in enumerate(rows):
            self.wanted += [(first + place, p + 1) for p in partners[index] or [-1]]
        if not right:
            return
        self.right += [(row, *span) for span in right]
        i, j = (x.ravel() for x in np.indices((len(rows), len(right))))
        self._pairs.append(np.stack([i + first, j + others, j + 1]))
        own = np.asarray([left[index] for index in rows])
        self._where.append(feature_rows(own[i], np.asarray(right)[j], between))

    def pairs(self, device: torch.device) -> tuple[Tensor, Tensor]:
        """The pairs, (3, pairs), and their features, (pairs, 6)."""
        if not self._pairs:
            empty = torch.zeros(3, 0, dtype=torch.long, device=device)
            return empty, empty.new_zeros(0, 6)
        pairs = torch.from_numpy(np.concatenate(self._pairs, axis=1))
        where = torch.from_numpy(np.concatenate(self._where))
        return pairs.to(device), where.to(device)


def _choice_loss(
    scorer: LinkScorer, vectors: Tensor, choices: Choices, said: Said | None
) -> Tensor:
    device = vectors.device
    left, right = (
        torch.from_numpy(np.asarray(spans, dtype=np.int64).reshape(-1, 3)).to(device)
        for spans in (choices.left, choices.right)
    )
    pairs, where = choices.pairs(device)
    i, column = torch.from_numpy(np.asarray(choices.wanted).T.copy()).to(device)
    logits = _logits(scorer, vectors, left, right, pairs, where, 0.2)
    wanted = torch.zeros_like(logits, dtype=torch.bool)
    wanted[i, column] = True
    right_mass = torch.logsumexp(logits.masked_fill(~wanted, FAR), dim=1)
    terms = torch.logsumexp(logits, dim=1) - right_mass
    if said is not None:
        with torch.no_grad():
            theirs = _logits(said.scorer, said.words, left, right, pairs, where, 0.0).softmax(-1)
        soft = -(theirs * logits.log_softmax(-1)).sum(-1)
        terms = torch.lerp(terms, soft, said.share)
    return terms.mean()


def _logits(
    scorer: LinkScorer,
    words: Tensor,
    left: Tensor,
    right: Tensor,
    pairs: Tensor,
    where: Tensor,
    dropout: float,
) -> Tensor:
    """Scores of all choices, (left, 1 + most partners of a row): no partner first."""
    i, j, column = pairs
    sums = F.pad(words.cumsum(1), (0, 0, 1, 0))
    none, scores = scorer(
        _span_vectors(words, sums, left),
        _span_vectors(words, sums, right),
        torch.stack([i, j]),
        where,
        dropout,
    )
    width = 1 + (int(column.max()) if len(column) else 0)
    logits = torch.full((len(left), width), FAR, device=words.device)
    logits = logits.index_put((i, column), scores.float())
    return torch.cat([none.float()[:, None], logits[:, 1:]], dim=1)


def _span_vectors(words: Tensor, sums: Tensor, spans: Tensor) -> Tensor:
    row, start, end = spans.T
    means = (sums[row, end] - sums[row, start]) / (end - start)[:, None]
    return torch.cat([words[row, start], words[row, end - 1], means], dim=1)


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
