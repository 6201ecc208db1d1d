"""Long quotations that the encoder reads for who speaks only, read a second time for their grammar.

The encoder is told which words stand in quotation marks: attributions need that. In long quotations
of some news the tags then turn to nonsense ("reform" a comma), and trees and names with them. Near
such a sign the sentences are read again as if nobody were quoted; attributions stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from claimgraph.reading.encoder.encoder import Encoder, Outputs, Words
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.encoder.windows import end_qualities

INSIDE = 1
"""The state of words between quotation marks."""

SHORTEST = 9
"""Words of the shortest quotation that is read again: in shorter ones the grammar is sound."""

REACH = 80
"""Words around a tag that cannot be, within which quotations are read again."""

_OF_WHO_SPEAKS = frozenset(("attribution", "link"))
#: Who is who hangs on more of the text than is read again: outside of the quotations it stays.
_OF_MENTIONS = frozenset(("mention", "anaphor", "antecedent", "alone"))
#: Tags that no word of letters has.
_OF_MARKS = frozenset(", . : `` '' -LRB- -RRB- HYPH NFP".split())


class QuotationReader:
    """Replaces the outputs of quotations whose tags cannot be."""

    def __init__(self, encoder: Encoder, upos: Sequence[str], xpos: Sequence[str]) -> None:
        self._encoder = encoder
        self._upos = np.array([label == "PUNCT" for label in upos])
        self._xpos = np.array([label in _OF_MARKS for label in xpos])

    def mend(self, words: Words, outputs: Outputs) -> None:
        """Read again, in place, what stands in long quotations near tags that cannot be."""
        stretches = self._stretches(words, outputs)
        parts = [_unquoted(words, stretch) for stretch in stretches]
        for (start, end), again in zip(stretches, self._encoder.encode(parts), strict=True):
            quoted = words.quotes[start:end] == INSIDE
            for name, values in again.items():
                if name in _OF_MENTIONS:
                    outputs[name][start:end][quoted] = values[quoted]
                elif name not in _OF_WHO_SPEAKS:
                    outputs[name][start:end] = values

    def _stretches(self, words: Words, outputs: Outputs) -> list[Range]:
        """The sentences to be read again, those that follow each other as one."""
        if not (words.quotes == INSIDE).any():
            return []
        letters = np.fromiter(map(str.isalpha, words.texts), dtype=bool, count=len(words.texts))
        of_marks = self._upos[outputs["upos"]] | self._xpos[outputs["xpos"]]
        signs = np.flatnonzero(letters & of_marks & (words.quotes == INSIDE))
        if not len(signs):
            return []
        quoted = _in_long_quotations(words.quotes)
        found: list[Range] = []
        for start, end in _sentences(words.texts):
            near = np.searchsorted(signs, [start - REACH, end + REACH])
            if near[0] == near[1] or not quoted[start:end].any():
                continue
            if found and found[-1][1] == start:
                start = found.pop()[0]
            found.append((start, end))
        return found


def _in_long_quotations(quotes: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Which words stand in a quotation of ``SHORTEST`` words or more."""
    inside = np.concatenate(([0], quotes == INSIDE, [0])).astype(np.int8)
    edges = np.flatnonzero(np.diff(inside))
    found = np.zeros(len(quotes), dtype=bool)
    for start, end in edges.reshape(-1, 2).tolist():
        found[start:end] = end - start >= SHORTEST
    return found


def _sentences(texts: list[str]) -> Iterator[Range]:
    """Where sentences and lines end for sure, by their marks."""
    start = 0
    for end in (np.flatnonzero(end_qualities(texts)) + 1).tolist():
        yield start, end
        start = end
    if start < len(texts):
        yield start, len(texts)


def _unquoted(words: Words, stretch: Range) -> Words:
    """Some of the words, as if none stood in quotation marks; the marks stay what they are."""
    part = slice(*stretch)
    quotes = np.where(words.quotes[part] == INSIDE, 0, words.quotes[part])
    return Words(words.texts[part], words.starts[part], words.spaced[part], quotes)
