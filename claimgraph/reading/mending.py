"""Mends the spans that the model marks: faults of a kind that the tree can see.

Each rule mends one kind of fault, and says so in the attribution's reasons.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimgraph.reading.draft import Draft
from claimgraph.reading.links import Range
from claimgraph.reading.parsed import Parsed


def mend(parsed: Parsed, drafts: Iterable[Draft]) -> None:
    """Bring the parts of attributions to what a reader would mark."""
    for draft in drafts:
        draft.content = joined(parsed, draft.content)


def joined(parsed: Parsed, pieces: list[Range]) -> list[Range]:
    """Pieces with nothing but blanks between them, on one line, as one.

    A doubled blank ("5.7  million") is a word of its own to the tokenizer, and cuts a content.
    """
    whole: list[Range] = []
    for start, end in sorted(pieces):
        if whole:
            before = whole[-1]
            between = parsed.words[before[1] : start]
            if all(word.isspace() and "\n" not in word for word in between):
                whole[-1] = (before[0], max(before[1], end))
                continue
        whole.append((start, end))
    return whole
