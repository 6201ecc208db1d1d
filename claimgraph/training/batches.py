"""Windows as tensors: inputs, and the gold labels of every head that has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor

from claimgraph.reading.encoder.labels import (
    ATTRIBUTION_LABELS,
    ATTRIBUTION_PARTS,
    ENTITY_LABELS,
    MENTION_KINDS,
    UPOS,
)
from claimgraph.reading.encoder.lemmas import lemma_rule
from claimgraph.reading.encoder.pieces import CLS, PAD, SEP, WordPieces, piece_rows
from claimgraph.training.folds import fold_of
from claimgraph.training.labels import IGNORED, Inventory
from claimgraph.training.windows import Window

Range = tuple[int, int]

MASK = 103
"""Id of the vocabulary's [MASK]."""


@dataclass(frozen=True)
class GoldLinks:
    """Spans of one window by part, and the gold partners between them.

    Attributes:
        spans: Source, cue and content ranges, each list sorted.
        sources_of: Per cue, the indices of its sources; ``None`` where one lies outside.
        cues_of: Per content, the indices of its cues; ``None`` where one lies outside.
    """

    spans: tuple[list[Range], list[Range], list[Range]]
    sources_of: list[list[int] | None]
    cues_of: list[list[int] | None]
    breaks: list[int]
    stops: list[int]


@dataclass
class Batch:
    """Tensors by name, and what is not rectangular.

    Attributes:
        fold: Which of a panel's teachers are asked about it; see ``folds``.
    """

    tensors: dict[str, Tensor]
    links: list[GoldLinks] | None = None
    mentions: list[list[tuple[int, int, str]]] | None = None
    pieces: int = 0
    fold: int = 0

    def to(self, device: torch.device) -> None:
        """Move the tensors to where the network is."""
        self.tensors = {name: value.to(device) for name, value in self.tensors.items()}


class Batcher:
    """Makes batches out of windows."""

    def __init__(
        self,
        pieces: WordPieces,
        inventory: Inventory,
        folds: int = 0,
    ) -> None:
        """Make batches of documents whose labels are known; for a panel with ``folds`` teachers."""
        self.pieces = pieces
        self.folds = folds
        self._xpos = {label: i for i, label in enumerate(inventory.xpos)}
        self._relations = {label: i for i, label in enumerate(inventory.relations)}
        self._rules = {label: i for i, label in enumerate(inventory.lemma_rules)}
        self._upos = {label: i for i, label in enumerate(UPOS)}
        self._entities = {label: i for i, label in enumerate(ENTITY_LABELS)}
        self._kinds = {label: i for i, label in enumerate(MENTION_KINDS)}

    def __call__(self, windows: Sequence[Window]) -> Batch:
        """One batch; all windows carry the same kinds of annotation, and are of one fold."""
        rows = [self._inputs(window) for window in windows]
        tensors = {
            name: _pad([row[name] for row in rows], PAD if name == "ids" else 0)
            for name in ("ids", "shapes", "quotes", "first", "last")
        }
        lengths = torch.tensor([len(row["ids"]) for row in rows])
        counts = torch.tensor([len(row["first"]) for row in rows])
        tensors["mask"] = torch.arange(int(lengths.max()))[None] < lengths[:, None]
        tensors["word_mask"] = torch.arange(int(counts.max()))[None] < counts[:, None]
        batch = Batch(tensors, pieces=int(lengths.sum()))
        if self.folds:
            tensors["seen"] = _pad([row["seen"] for row in rows], PAD)
            batch.fold = fold_of(windows[0].document, self.folds)
        sample = windows[0].document
        if sample.attributions is not None:
            gold = [_gold_spans(window) for window in windows]
            tensors["attribution"] = _pad(
                [_bio(len(w.indices), g) for w, g in zip(windows, gold, strict=True)], IGNORED
            )
            batch.links = [_gold_links(w, g) for w, g in zip(windows, gold, strict=True)]
        if sample.syntax is not None:
            syntax = [self._syntax(window) for window in windows]
            for name in syntax[0]:
                tensors[name] = _pad([row[name] for row in syntax], IGNORED)
        if sample.entities is not None:
            labels = [
                [self._entities.get(w.document.entities[i], IGNORED) for i in w.indices]  # type: ignore[index]
                for w in windows
            ]
            tensors["entity"] = _pad(labels, IGNORED)
        if sample.mentions is not None:
            batch.mentions = [_mentions(window, self._kinds) for window in windows]
            kinds = []
            for window, mentions in zip(windows, batch.mentions, strict=True):
                row = [0] * len(window.indices)
                for place, kind, _ in mentions:
                    row[place] = kind
                kinds.append(row)
            tensors["mention"] = _pad(kinds, IGNORED)
        return batch

    def _inputs(self, window: Window) -> dict[str, Any]:
        quotes = [window.document.quotes[index] for index in window.indices]
        rows = piece_rows(window.words, window.spaced, quotes, self.pieces)
        ids = rows.ids.copy()
        for place in window.hidden:
            ids[rows.first[place] : rows.first[place + 1]] = MASK
        return {
            "ids": np.concatenate(([CLS], ids, [SEP])),
            "seen": np.concatenate(([CLS], rows.ids, [SEP])),
            "shapes": np.concatenate(([0], rows.shapes, [0])),
            "quotes": np.concatenate(([0], rows.quotes, [0])),
            "first": rows.first[:-1] + 1,
            "last": rows.first[1:],
        }

    def _syntax(self, window: Window) -> dict[str, list[int]]:
        syntax = window.document.syntax
        assert syntax is not None
        place = {index: at for at, index in enumerate(window.indices)}
        rows: dict[str, list[int]] = {
            name: [] for name in ("sentence", "start", "upos", "xpos", "lemma", "head", "relation")
        }
        previous = -1
        for at, index in enumerate(window.indices):
            sentence = syntax.sentence[index]
            real = sentence >= 0
            rows["sentence"].append(sentence)
            rows["start"].append(int(sentence != previous) if real else IGNORED)
            previous = sentence if real else previous
            rows["upos"].append(self._upos.get(syntax.upos[index], IGNORED) if real else IGNORED)
            rows["xpos"].append(self._xpos.get(syntax.xpos[index], IGNORED) if real else IGNORED)
            word, original = window.words[at], window.document.words[index]
            # A name that stands in for another has no lemma in the treebank.
            own = not word.isalpha() or word.lower() == original.lower()
            rule = lemma_rule(word, syntax.lemma[index]) if real and own else ""
            rows["lemma"].append(self._rules.get(rule, IGNORED))
            head = place.get(syntax.head[index], -1) if real else -1
            # Column 0 is the root, column i + 1 the word i.
            target = 0 if head == at else head + 1
            known = real and head >= 0
            rows["head"].append(target if known else IGNORED)
            relation = self._relations.get(syntax.relation[index], IGNORED)
            rows["relation"].append(relation if known else IGNORED)
        return rows


def _pad(rows: Sequence[Any], value: int) -> Tensor:
    width = max(len(row) for row in rows)
    padded = np.full((len(rows), width), value, dtype=np.int64)
    for number, row in enumerate(rows):
        padded[number, : len(row)] = row
    return torch.from_numpy(padded)


def _gold_spans(window: Window) -> list[tuple[int, str, Range, bool]]:
    """Attribution number, part, range in the window, and whether the span was cut."""
    place = {index: at for at, index in enumerate(window.indices)}
    lowest, highest = window.indices[0], window.indices[-1] + 1
    found = []
    for number, attribution in enumerate(window.document.attributions or ()):
        for part in ATTRIBUTION_PARTS:
            for start, end in getattr(attribution, part):
                inside = [
                    place[i] for i in range(max(start, lowest), min(end, highest)) if i in place
                ]
                if inside:
                    span = (inside[0], inside[-1] + 1)
                    found.append((number, part, span, start < lowest))
                else:
                    found.append((number, part, (-1, -1), False))
    return found


def _bio(length: int, spans: list[tuple[int, str, Range, bool]]) -> list[int]:
    labels = [0] * length
    for _, part, (start, end), continues in spans:
        if start < 0:
            continue
        inside = ATTRIBUTION_LABELS.index(f"I-{part}")
        labels[start:end] = [inside] * (end - start)
        if not continues:
            labels[start] = inside - 1
    return labels


def _gold_links(window: Window, spans: list[tuple[int, str, Range, bool]]) -> GoldLinks:
    by_part = {
        part: sorted({span for _, kind, span, _ in spans if kind == part and span[0] >= 0})
        for part in ATTRIBUTION_PARTS
    }

    def partners(part: str, wanted: str) -> list[list[int] | None]:
        result: list[list[int] | None] = []
        for own in by_part[part]:
            owners = {number for number, kind, span, _ in spans if kind == part and span == own}
            theirs = [s for number, kind, s, _ in spans if kind == wanted and number in owners]
            inside = [s for s in theirs if s[0] >= 0]
            outside = len(inside) < len(theirs)
            if inside:
                result.append(sorted(by_part[wanted].index(s) for s in set(inside)))
            else:
                result.append(None if outside else [])
        return result

    words = window.words
    return GoldLinks(
        (by_part["source"], by_part["cue"], by_part["content"]),
        partners("cue", "source"),
        partners("content", "cue"),
        [i for i, word in enumerate(words) if word.isspace()],
        [i for i, word in enumerate(words) if word in (".", "!", "?")],
    )


def _mentions(window: Window, kinds: dict[str, int]) -> list[tuple[int, int, str]]:
    place = {index: at for at, index in enumerate(window.indices)}
    return [
        (place[mention.head], kinds.get(mention.kind, 1), mention.entity)
        for mention in window.document.mentions or ()
        if mention.head in place
    ]
