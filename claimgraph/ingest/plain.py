"""Plain text: it stays as it is, but for lines that a program wrapped at a column."""

import re
from collections.abc import Iterator
from itertools import pairwise

from claimgraph.ingest.account import Drop, Prose
from claimgraph.ingest.ledger import Ledger

_LINE = re.compile(r"[^\n]++")
_FIRST_WORD = re.compile(r"\S++")
#: What begins a line of its own, however full the one before is.
_OWN_LINE = re.compile(r"\s|[-*•–—>|]\s|\(?\d{1,3}[.)]\s")

_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*+\s*+$")

#: Columns at which programs wrap.
NARROWEST, WIDEST = 50, 120
#: So many lines must be wrapped, and such a share of all that are followed by another.
FEWEST, LEAST = 3, 0.75
#: Not more than such a share of them may end a sentence.
MOST_SENTENCES = 0.5


def from_plain(source: str) -> Prose:
    r"""The words of a plain text.

    A text is taken for wrapped where nearly every line that is followed by another is so full that
    the first word of the next would not have fitted: mails and agency copy look like that, poems,
    lists and tables do not. Such lines are joined by a space, because a line end ends a sentence
    for a reader. Offsets stay the same.

    >>> words = "The ministry said on Monday that the shells had come from the eastern hill. "
    >>> line_by_line = "Russia\nblames\nHTS\n"
    >>> from_plain(line_by_line).text == line_by_line
    True
    """
    ledger = Ledger(source)
    wrapped = list(_wrapped_ends(source))
    for at in wrapped:
        ledger.as_space(at)
        after = at - 1
        while after >= 0 and source[after] in " \t":
            ledger.drop(after, after + 1, Drop.WHITE_SPACE)
            after -= 1
    told = (f"{len(wrapped)} lines were wrapped at a column: they are joined",) if wrapped else ()
    return Prose(ledger.text(), ledger.account(), warnings=told)


def _wrapped_ends(source: str) -> Iterator[int]:
    """Where the line ends stand that a program has put in, if it did so in all of the text."""
    lines = [found.span() for found in _LINE.finditer(source)]
    followed = [
        (end, len(source[start:end].rstrip()), following)
        for (start, end), (following, _) in pairwise(lines)
        if following == end + 1
    ]
    if not followed:
        return
    width = max(length for _, length, _ in followed)
    if not NARROWEST <= width <= WIDEST:
        return
    full = [
        end
        for end, length, following in followed
        if not _OWN_LINE.match(source, following)
        and length + 1 + _length_of_word(source, following) > width
    ]
    if len(full) < FEWEST or len(full) < LEAST * len(followed):
        return
    # Programs wrap in the middle of sentences; people who write one a line do not.
    if sum(_ends_sentence(source, end) for end in full) <= MOST_SENTENCES * len(full):
        yield from full


def _ends_sentence(source: str, end: int) -> bool:
    return _SENTENCE_END.search(source[max(0, end - 10) : end]) is not None


def _length_of_word(source: str, at: int) -> int:
    found = _FIRST_WORD.match(source, at)
    return len(found[0]) if found else 0
