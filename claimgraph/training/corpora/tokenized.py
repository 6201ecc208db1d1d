"""Documents given as text and offsets: JSON Lines, and words under characters."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimgraph.reading.encoder.pieces import quote_states
from claimgraph.text.quotes import quoted_mask
from claimgraph.training.corpora.annotated import Range

if TYPE_CHECKING:
    from spacy.language import Language


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


class Tokenized:
    """A text cut into words by the library's own tokenizer."""

    def __init__(self, text: str, nlp: Language) -> None:
        doc = nlp(text)
        self.words = [token.text for token in doc]
        self.starts = [token.idx for token in doc]
        self.ends = [token.idx + len(token.text) for token in doc]
        self.spaced = [
            index > 0 and bool(doc[index - 1].whitespace_) for index in range(len(self.words))
        ]
        self.quotes = quote_states(self.starts, self.words, quoted_mask(text)).tolist()

    def cover(self, start: int, end: int) -> Range | None:
        """The words that the characters from ``start`` to ``end`` touch, blanks left out."""
        touched = [
            index
            for index in range(*self._near(start, end))
            if self.starts[index] < end
            and self.ends[index] > start
            and not self.words[index].isspace()
        ]
        return (touched[0], touched[-1] + 1) if touched else None

    def _near(self, start: int, end: int) -> Range:
        return bisect_right(self.ends, start), bisect_left(self.starts, end)
