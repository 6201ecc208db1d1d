"""Noun phrases as ranges of words: their edges, their heads, their parts."""

from __future__ import annotations

from bisect import bisect_left

from claimgraph.reading.encoder.links import Range
from claimgraph.reading.parsed import Parsed

#: Words before a phrase that are none of it.
_OUTSIDE = frozenset(
    "by from to with for of in at on as according per via through among against about into "
    "that than like and or but both either neither even only including namely".split()
)
DETERMINERS = frozenset("the a an this that these those some any such said".split())
RELATIVES = frozenset("who whom whose which that where".split())
_DOERS = frozenset("he she they we i".split())
_NO_HEADS = frozenset("DET ADP CCONJ SCONJ PART ADV".split())
_STOPS = frozenset((",", ";", ":", "(", "[", "–", "—", "-", "--"))
_JOINERS = frozenset(("and", "&", "or", "nor"))


def trimmed(parsed: Parsed, words: Range) -> Range:
    """A range without white space, punctuation and prepositions at its edges.

    It is never empty: where nothing would be left, it is the first word.
    """
    start, end = words
    while start < end - 1 and (
        not parsed.words[start][:1].isalnum() or parsed.lower[start] in _OUTSIDE
    ):
        start += 1
    while end > start + 1 and not _ends_well(parsed, end - 1):
        end -= 1
    return start, end


def _ends_well(parsed: Parsed, place: int) -> bool:
    word = parsed.words[place]
    if parsed.tags[place] in ("POS", "IN", "DT", "CC", "TO"):
        return False
    return word[-1:].isalnum() or word[-1:] == "."  # as in "Jr."


def phrase_head(parsed: Parsed, words: Range) -> int:
    """The head of a phrase, and no article or preposition that the tree hangs elsewhere."""
    head = parsed.head_of(words)
    if parsed.pos[head] not in _NO_HEADS:
        return head
    start, end = words
    for place in range(start, end):
        outside = parsed.heads[place] == place or not start <= parsed.heads[place] < end
        if outside and parsed.pos[place] not in _NO_HEADS and parsed.deps[place] != "punct":
            return place
    return head


def core(parsed: Parsed, words: Range, head: int) -> Range:
    """The part of a phrase around its head that describes: without article, relative clause,
    apposition.
    """
    start, end = words
    while start < head and parsed.lower[start] in DETERMINERS:
        start += 1
    for child in parsed.children[head]:
        if head < child < end and parsed.deps[child] == "acl:relcl":
            end = max(parsed.subtree(child)[0], head + 1)
    for place in range(head + 1, end):
        word = parsed.words[place]
        if place in parsed.name_at and place - 1 in parsed.name_at:
            continue
        if word in _STOPS and not _inside_word(parsed, place):
            return start, place
        if parsed.lower[place] in RELATIVES and parsed.tags[place][0] == "W":
            return start, place
        if parsed.lower[place] in _DOERS and parsed.pos[place] == "PRON":
            return start, place  # "the plan he released"
    return start, end


def _inside_word(parsed: Parsed, place: int) -> bool:
    """Whether a hyphen or the like stands between letters: "pump-fitter"."""
    if not parsed.words[place].startswith(("-", "–", "—")):
        return False
    return place > 0 and parsed.starts[place] == parsed.ends[place - 1]


class Places:
    """Where the nouns of a document stand, in small letters. Looked up when first asked for."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._places: dict[str, list[int]] | None = None

    def of(self, noun: str) -> list[int]:
        """All places of a noun, in order."""
        if self._places is None:
            self._places = {}
            for place, pos in enumerate(self._parsed.pos):
                if pos in ("NOUN", "PROPN"):
                    self._places.setdefault(self._parsed.lower[place], []).append(place)
        return self._places.get(noun, [])

    def before(self, noun: str, word: int, most: int) -> list[int]:
        """The places of a noun before a word, the nearest first, no more than ``most``."""
        places = self.of(noun)
        end = bisect_left(places, word)
        return places[max(end - most, 0) : end][::-1]


def joined(parsed: Parsed, words: Range, head: int) -> list[int]:
    """The heads of the phrases that "and" joins at the top of a phrase; ``head`` alone if none."""
    heads = [head]
    for child in _joined_to(parsed, head, words):
        if parsed.name_at.get(child, -1) != parsed.name_at.get(heads[-1], -2):
            heads.append(child)
    if len(heads) > 1 and _JOINERS.isdisjoint(parsed.lower[heads[-2] : heads[-1]]):
        return [head]  # a name and its apposition
    return heads


def _joined_to(parsed: Parsed, head: int, words: Range) -> list[int]:
    """The words that hang on a head by "and", in order, by however many steps."""
    found: list[int] = []
    waiting = [head]
    while waiting:
        here = waiting.pop()
        for child in parsed.children[here]:
            if not here < child < words[1]:
                continue
            if parsed.deps[child] == "conj":
                found.append(child)
                waiting.append(child)
            elif parsed.deps[child] == "appos" and _is_list(parsed, here, child):
                # A list of three is often read as a name, its apposition, and one more name.
                more = [c for c in parsed.children[child] if parsed.deps[c] == "conj" and c > child]
                named = [c for c in more if c in parsed.name_at and c < words[1]]
                if named and "," in parsed.words[here:child]:
                    found.append(child)
                elif parsed.tags[here] == "NNS":
                    continue  # "candidates Ann Marsh and Tom Weil"
                found.extend(named)
                waiting.extend(named)
    return sorted(found)


def _is_list(parsed: Parsed, head: int, child: int) -> bool:
    return child in parsed.name_at and head not in parsed.name_at


def split(parsed: Parsed, words: Range, heads: list[int]) -> list[Range]:
    """The phrases of several heads that are joined: each reaches to the comma or "and" before the
    next one.
    """
    found: list[Range] = []
    start = words[0]
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        end = words[1]
        if following is not None:
            end = following
            for place in range(head + 1, following):
                joins = parsed.lower[place] in _JOINERS or parsed.words[place] == ","
                if joins and not _same_name(parsed, place - 1, place + 1):
                    end = place
                    break
        found.append(trimmed(parsed, (start, max(end, head + 1))))
        start = max(end, head + 1)
    return found


def _same_name(parsed: Parsed, left: int, right: int) -> bool:
    number = parsed.name_at.get(left)
    return number is not None and number == parsed.name_at.get(right)


def has_definite_article(parsed: Parsed, words: Range) -> bool:
    """Whether a phrase begins with "the", "this", "that" or a possessive."""
    first = parsed.lower[words[0]]
    return first in ("the", "this", "that", "these", "those") or parsed.tags[words[0]] == "PRP$"


_QUOTES = str.maketrans("", "", '“”„«»"')


def plain(text: str) -> str:
    r"""A phrase on one line, without double quotation marks.

    >>> plain("“terrorist groups”\n in the north")
    'terrorist groups in the north'
    """
    return " ".join(text.translate(_QUOTES).split())
