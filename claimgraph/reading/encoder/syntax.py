"""Tags, lemmas, sentences and dependency trees out of the encoder's outputs."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from claimgraph.reading.encoder.encoder import Outputs
from claimgraph.reading.encoder.lemmas import apply_rule, regular_bases, respell
from claimgraph.reading.encoder.trees import best_tree
from claimgraph.reading.encoder.verb_lemmas import bases_of_irregular, irregular_forms, verb_lemma
from claimgraph.reading.encoder.weights import Weights

MAX_SENTENCE = 160
"""Longer sentences are cut: trees cost the square of their length."""

SPACE_TAG, SPACE_POS, SPACE_DEP = "_SP", "SPACE", "dep"


@dataclass(frozen=True, slots=True)
class Syntax:
    """One value per word.

    Attributes:
        starts: Whether a sentence starts here.
        heads: Index of the head; the word itself for a root.
    """

    upos: list[str]
    xpos: list[str]
    lemmas: list[str]
    starts: NDArray[np.bool_]
    heads: NDArray[np.int64]
    relations: list[str]


class SyntaxDecoder:
    """Finds sentences, trees and tags in the encoder's outputs."""

    def __init__(self, weights: Weights) -> None:
        labels = weights.labels
        self._upos = labels["upos"]
        self._xpos = labels["xpos"]
        self._rules = labels["lemma_rules"]
        self._lemmas = weights.lemmas
        self._bases = {upos: frozenset(words.values()) for upos, words in weights.lemmas.items()}
        self._relations = labels["relations"]
        self._root = self._relations.index("root")
        self._heads = weights.heads

    def __call__(self, texts: list[str], outputs: Outputs) -> Syntax:
        """The syntax of some words; white space hangs on the word before it."""
        count = len(texts)
        space = np.fromiter((text.isspace() for text in texts), dtype=bool, count=count)
        starts = self._sentence_starts(outputs["start"], space)
        heads = np.arange(count)
        relations = np.full(count, self._root)
        edges = [*np.flatnonzero(starts).tolist(), count]
        for start, end in pairwise(edges):
            places = start + np.flatnonzero(~space[start:end])
            if len(places):
                heads[places], relations[places] = self._tree(outputs, places)
        names = [self._relations[number] for number in relations.tolist()]
        upos = [self._upos[number] for number in outputs["upos"].tolist()]
        xpos = [self._xpos[number] for number in outputs["xpos"].tolist()]
        lemmas = [
            self._lemma(text, tag, form, number)
            for text, tag, form, number in zip(
                texts, upos, xpos, outputs["lemma"].tolist(), strict=True
            )
        ]
        _hang_spaces(space, heads)
        for place in np.flatnonzero(space).tolist():
            upos[place], xpos[place], lemmas[place] = SPACE_POS, SPACE_TAG, texts[place]
            names[place] = SPACE_DEP if heads[place] != place else names[place]
        return Syntax(upos, xpos, lemmas, starts, heads, names)

    def _lemma(self, text: str, upos: str, xpos: str, rule: int) -> str:
        """The lemma that is known for the word; else what the rule makes of it.

        Where the rule makes no known word of its class ("fai" of "failed"), but English spelling
        makes one, that one; of a verb that nothing is known of, what its spelling says.
        """
        known = self._lemmas.get(upos)
        if known is None:
            return respell(text, apply_rule(text, self._rules[rule]), upos == "VERB")
        lower = text.lower()
        if (lemma := known.get(lower)) is not None:
            # What was seen in training holds its misprints too: "flead" of "fled".
            changed = upos == "VERB" and (xpos in ("VBD", "VBN") or lemma != lower)
            irregular = irregular_forms().get(lower) if changed else None
            return irregular if irregular and lemma not in bases_of_irregular() else lemma
        lemma = respell(text, apply_rule(text, self._rules[rule]), upos == "VERB")
        bases = self._bases[upos]
        if lemma not in bases:
            if (base := next((b for b in regular_bases(lower) if b in bases), None)) is not None:
                return base
            return verb_lemma(lower, xpos) if upos == "VERB" else lemma
        return lemma

    @staticmethod
    def _sentence_starts(
        logits: NDArray[np.float32], space: NDArray[np.bool_]
    ) -> NDArray[np.bool_]:
        """Where the model sees a start; never at white space, except at the very beginning."""
        starts = (logits > 0) & ~space
        if len(starts):
            starts[0] = True
            first = np.flatnonzero(~space)
            if len(first) and first[0] > 0:
                starts[first[0]] = False
        edges = np.append(np.flatnonzero(starts), len(starts))
        for start, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
            while end - start > MAX_SENTENCE:
                # Cut where a start is likeliest, in the second half of what is allowed.
                window = slice(start + MAX_SENTENCE // 2, start + MAX_SENTENCE)
                scores = np.where(space[window], -np.inf, logits[window])
                start = window.start + int(scores.argmax())
                starts[start] = True
        return starts

    def _tree(
        self, outputs: Outputs, places: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Heads and relations of the words of one sentence."""
        p = self._heads
        dependents = outputs["arc_dependent"][places]
        heads = np.concatenate((p["root"][None], outputs["arc_head"][places]))
        tree = best_tree(dependents @ heads.T)
        left = outputs["relation_dependent"][places]
        right = np.concatenate((p["relation_root"][None], outputs["relation_head"][places]))[tree]
        scores = (left * right) @ p["relation_product"] + p["relation_bias"]
        scores += left @ p["relation_left"] + right @ p["relation_right"]
        scores[:, self._root] = -np.inf
        relations = scores.argmax(axis=1)
        root = int(np.flatnonzero(tree == 0)[0])
        relations[root] = self._root
        columns = np.concatenate(([places[root]], places))
        return columns[tree], relations


def _hang_spaces(space: NDArray[np.bool_], heads: NDArray[np.int64]) -> None:
    """White space depends on the word before it; at the beginning on the next."""
    owner = -1
    words = np.flatnonzero(~space)
    for place in range(len(space)):
        if not space[place]:
            owner = place
        elif owner >= 0:
            heads[place] = owner
        elif len(words):
            heads[place] = words[0]
    if not len(words):
        heads[:] = 0
