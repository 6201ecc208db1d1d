"""Articles that print the same text, found by the word sequences that they share."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimgraph.model import Document, Lineage
from claimgraph.views.called import outlet
from claimgraph.views.when import order
from claimgraph.vocabulary import LineageKind

#: Words in a sequence. Five in a row are rarely written twice by chance.
WORDS = 5

#: A text with fewer sequences than this is too short to tell.
FEWEST = 12

#: Of the articles that share a sequence, the earliest are looked at; each later copy is found
#: through them.
EARLIEST = 8

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class _Text:
    document: Document
    words: tuple[tuple[int, int], ...]
    shingles: tuple[int, ...]


def copies(documents: Sequence[Document], threshold: float, method: str) -> Iterator[Lineage]:
    """Each article that prints another's text, with the one among the earliest that it is most
    like.

    Two articles are alike in the share of the shorter one's five-word sequences that the other one
    has, too (Broder 1997, containment). Only articles with a sequence in common are compared, so
    the work grows with the text, not with the pairs.

    Args:
        documents: The articles.
        threshold: The smallest share, 0 to 1.
        method: The name to give as method.
    """
    ordered = sorted(documents, key=lambda document: (order(document.published), document.id))
    sizes: dict[int, int] = {}
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for place, document in enumerate(ordered):
        text = _read(document)
        sequences = set(text.shingles)
        if len(sequences) < FEWEST:
            continue
        shared = Counter(each for shingle in sequences for each in holders.get(shingle, ()))
        shares = {
            other: count / min(len(sequences), sizes[other]) for other, count in shared.items()
        }
        # Of equals the one that came first.
        best = min(shares, key=lambda other: (-shares[other], other), default=None)
        if best is not None and shares[best] >= threshold:
            yield _lineage(text, _read(ordered[best]), shares[best], method)
        sizes[place] = len(sequences)
        for shingle in sequences:
            if len(holders[shingle]) < EARLIEST:
                holders[shingle].append(place)


def _read(document: Document) -> _Text:
    matches = list(_WORD.finditer(document.text))
    words = [match.group().casefold() for match in matches]
    shingles = [hash(tuple(words[at : at + WORDS])) for at in range(len(words) - WORDS + 1)]
    return _Text(document, tuple(match.span() for match in matches), tuple(shingles))


def _lineage(later: _Text, earlier: _Text, share: float, method: str) -> Lineage:
    start, end = _longest_run(later, earlier)
    names = [outlet(text.document) for text in (later, earlier)]
    return Lineage(
        from_id=later.document.id,
        to_id=earlier.document.id,
        kind=LineageKind.SAME_TEXT,
        reason=(
            f"{share:.0%} of the five-word sequences of the shorter text stand in both "
            f"{names[0]} and {names[1]}; the longest passage in common is characters "
            f"{start}–{end} of the later one, “{_short(later.document.text[start:end])}”"
        ),
        score=min(1.0, round(share, 3)),
        method=method,
        version="1",
    )


def _longest_run(later: _Text, earlier: _Text) -> tuple[int, int]:
    """The characters of the longest passage of the later text whose sequences are all in the
    earlier one.
    """
    known = set(earlier.shingles)
    longest, start = (0, 0), None
    for at, shingle in enumerate((*later.shingles, None)):
        if shingle in known:
            start = at if start is None else start
        elif start is not None:
            longest = max(longest, (start, at), key=lambda run: (run[1] - run[0], -run[0]))
            start = None
    first, after = longest
    return later.words[first][0], later.words[after + WORDS - 2][1]


def _short(text: str, width: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else f"{line[:width].rstrip()}…"
