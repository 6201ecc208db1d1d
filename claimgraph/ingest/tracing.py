"""What became of every character of a page: which words of it stand in the text, by comparison.

An extractor returns words and not places. Here they are looked up in the page again, so that the
account rests on the page and on the text, and not on what the extractor says of itself.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from claimgraph.ingest.account import Account, Drop
from claimgraph.ingest.rendering import BAR, Paragraph, joined
from claimgraph.ingest.scanning import Element, Piece, Scan

#: Searches that find nothing may cost so many times the page's length.
_PATIENCE = 50
#: Words shorter than this must be found near the ones before them.
_LONG, _NEAR = 20, 20_000
#: Where no article stands.
_AROUND = {Drop.NAVIGATION, Drop.FORMS, Drop.NOTICES, Drop.COMMENTS}


@dataclass(frozen=True)
class Trace:
    """What became of a page.

    Attributes:
        account: Of all its characters.
        strange: How many characters of the text do not stand in the page.
        is_around: Whether all that was found stands in what surrounds articles.
    """

    account: Account
    strange: int
    is_around: bool


def trace(page: str, found: Scan, paragraphs: list[Paragraph]) -> Trace:
    """The account of a page whose article has these paragraphs.

    White space is counted as a whole: as much of it is kept as the text has.

    >>> from claimgraph.ingest.scanning import scan
    >>> page = "<nav>Home</nav><p>Nobody spoke.</p>"
    >>> print(trace(page, scan(page), [Paragraph("p", ("Nobody spoke.",))]).account)
    13 characters, 13 of 35 kept; dropped 22: markup 18, navigation 4
    """
    text = joined(paragraphs)
    words = _Words(page, found)
    kept = words.kept(_merged(words.matches(paragraphs)))
    kept_words = sum(kept)
    spaces = sum(map(str.isspace, text))
    kept_spaces = min(spaces, words.spaces)

    dropped: Counter[Drop] = Counter()
    for piece in found.pieces:
        if not piece.is_text:
            dropped[piece.reason] += piece.end - piece.start
    dropped[Drop.MARKUP] += words.entities
    dropped[Drop.INVISIBLE_CHARACTERS] += words.invisible
    dropped[Drop.WHITE_SPACE] += words.spaces - kept_spaces
    dropped.update(words.left_out(kept, found.elements))
    account = Account(
        characters=len(page),
        kept=kept_words + kept_spaces,
        dropped={reason: count for reason, count in dropped.items() if count},
        added=len(text) - kept_words - kept_spaces,
    )
    bars = sum(line.count(BAR) for each in paragraphs if each.kind == "row" for line in each.lines)
    strange = max(0, len(text) - spaces - kept_words - bars)
    return Trace(account, strange, words.is_around(kept, found.elements))


class _Words:
    """The words of a page without white space, and the pieces that they come from."""

    def __init__(self, page: str, found: Scan) -> None:
        self.entities = self.spaces = self.invisible = 0
        self._pieces: list[Piece] = []
        self._starts = [0]
        bare: list[str] = []
        for piece in found.pieces:
            if not piece.is_text:
                continue
            raw = page[piece.start : piece.end]
            decoded = unescape(raw) if "&" in raw else raw
            without = "".join(decoded.split())
            seen = _bare(without)
            self.entities += len(raw) - len(decoded)
            self.spaces += len(decoded) - len(without)
            self.invisible += len(without) - len(seen)
            if seen:
                bare.append(seen)
                self._pieces.append(piece)
                self._starts.append(self._starts[-1] + len(seen))
        self._all = "".join(bare)
        self._at, self._patience = 0, _PATIENCE * len(self._all) + 1_000_000

    def matches(self, paragraphs: Iterable[Paragraph]) -> Iterator[tuple[int, int]]:
        """Where the words of paragraphs stand: as a whole, by lines, or else word by word, where
        something was taken out of the middle.
        """
        for paragraph in paragraphs:
            lines = paragraph.lines
            if paragraph.kind == "row":
                lines = tuple(cell for line in lines for cell in line.split(BAR))
            if place := self._find(_bare("".join(lines))):
                yield place
                continue
            for line in lines:
                if place := self._find(_bare(line)):
                    yield place
                    continue
                for word in line.split():
                    if place := self._find(_bare(word)):
                        yield place

    def kept(self, ranges: list[tuple[int, int]]) -> list[int]:
        """How many characters of each piece stand in some ranges, which do not overlap."""
        kept = [0] * len(self._pieces)
        for start, end in ranges:
            index = bisect_right(self._starts, start) - 1
            while index < len(kept) and self._starts[index] < end:
                low, high = self._starts[index], self._starts[index + 1]
                kept[index] += min(end, high) - max(start, low)
                index += 1
        return kept

    def left_out(self, kept: list[int], elements: list[Element]) -> Counter[Drop]:
        """How many characters of each region were not kept."""
        holding: set[int] = set()
        for piece, count in zip(self._pieces, kept, strict=True):
            holder = piece.holder if count else None
            while holder is not None and id(holder) not in holding:
                holding.add(id(holder))
                holder = holder.parent
        regions = _regions(elements, holding)
        dropped: Counter[Drop] = Counter()
        for index, piece in enumerate(self._pieces):
            length = self._starts[index + 1] - self._starts[index]
            dropped[_region_of(piece, regions) or Drop.OTHER] += length - kept[index]
        return dropped

    def is_around(self, kept: list[int], elements: list[Element]) -> bool:
        """Whether words were kept, and only such as surround articles."""
        regions = _regions(elements, set())
        places = {
            _region_of(piece, regions)
            for piece, count in zip(self._pieces, kept, strict=True)
            if count
        }
        return bool(places) and places <= _AROUND

    def _find(self, bare: str) -> tuple[int, int] | None:
        """Where some words stand: behind those found before them, else anywhere."""
        if not bare or self._patience < 0:
            return None
        is_long = len(bare) >= _LONG
        limit = len(self._all) if is_long else self._at + _NEAR
        start = self._all.find(bare, self._at, limit)
        if start >= 0:
            self._at = start + len(bare)
            return start, self._at
        self._patience -= limit - self._at
        if is_long:
            start = self._all.find(bare)
            if start >= 0:
                return start, start + len(bare)
            self._patience -= len(self._all)
        return None


def _bare(text: str) -> str:
    """A text without white space, and without what an extractor drops as unprintable."""
    text = "".join(text.split())
    return text if text.isprintable() else "".join(filter(str.isprintable, text))


def _merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _regions(elements: list[Element], holding: set[int]) -> dict[int, Drop | None]:
    """The outermost region of each element; one that holds words of the article is no such."""
    regions: dict[int, Drop | None] = {}
    for element in elements:
        outer = regions[id(element.parent)] if element.parent else None
        if outer in (Drop.NAVIGATION, Drop.FORMS) and element.tag.name in ("article", "main"):
            # Navigation that was never closed does not go so far.
            outer = None
        regions[id(element)] = outer or (None if id(element) in holding else element.region)
    return regions


def _region_of(piece: Piece, regions: dict[int, Drop | None]) -> Drop | None:
    return regions[id(piece.holder)] if piece.holder else None
