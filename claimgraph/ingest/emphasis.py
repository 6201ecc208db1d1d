"""Which asterisks, underscores and tildes of Markdown are marks, and which are characters."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass
class Run:
    """Some of the same character in a row.

    Attributes:
        char: ``*``, ``_`` or ``~``.
        start, end: Where they stand.
        opens, closes: Whether emphasis may begin or end here, by what stands on both sides.
    """

    char: str
    start: int
    end: int
    opens: bool
    closes: bool


def run_at(text: str, start: int, end: int) -> Run:
    """The run from ``start`` to ``end``, by the rules of flanking (CommonMark 0.31, 6.2).

    >>> run_at("five * three", 5, 6).opens, run_at("snake_case_name", 5, 6).opens
    (False, False)
    """
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    left = not after.isspace() and (not _mark(after) or before.isspace() or _mark(before))
    right = not before.isspace() and (not _mark(before) or after.isspace() or _mark(after))
    if text[start] == "_":
        opens = left and (not right or _mark(before))
        closes = right and (not left or _mark(after))
        return Run("_", start, end, opens, closes)
    return Run(text[start], start, end, left, right)


def marks(runs: Iterable[Run]) -> Iterator[tuple[int, int]]:
    """The ranges that only mark emphasis; what has no partner is left as it stands.

    >>> text = "**no *one** saw"
    >>> runs = [run_at(text, 0, 2), run_at(text, 5, 6), run_at(text, 9, 11)]
    >>> list(marks(runs))
    [(5, 6), (9, 10), (1, 2), (10, 11)]
    """
    open_runs: dict[str, list[Run]] = {}
    for run in runs:
        stack = open_runs.setdefault(run.char, [])
        if run.closes:
            while stack and run.start < run.end:
                opener = stack[-1]
                count = min(opener.end - opener.start, run.end - run.start)
                yield opener.end - count, opener.end
                yield run.start, run.start + count
                opener.end -= count
                run.start += count
                if opener.start == opener.end:
                    stack.pop()
        if run.opens and run.start < run.end:
            stack.append(run)


def _mark(char: str) -> bool:
    """Whether a character is punctuation or a symbol."""
    return unicodedata.category(char)[0] in "PS"
