"""Words without what joined them to others, and texts without halves of quotations."""

from __future__ import annotations

from collections.abc import Sequence

from claimgraph.reading.claims.clauses import Clause, Link
from claimgraph.reading.parsed import Parsed

_PARTNER = {"“": "”", '"': '"'}
_CLOSING = frozenset({"”", '"'})
_QUOTES = frozenset({"“", "”", '"'})
_JOINING = frozenset({"cc", "mark", "cc:preconj"})
#: What the parser takes a "that" for that begins a content.
_MISTAKEN = frozenset({"obj", "dep", "obl", "advmod"})
_DROPPED = frozenset({"that", "and", "but", "yet"})


def trimmed(parsed: Parsed, words: Sequence[int], clause: Clause) -> list[int]:
    """The words of a clause without what joined it to others: marks, "and", "that"."""
    start, end = 0, len(words)
    while start < end:
        word = words[start]
        dep = parsed.deps[word]
        own_mark = clause.link is Link.CONCESSION and parsed.heads[word] == clause.head
        if _is_aside(parsed, words[start : start + 3]):
            start += 3
        elif (
            (dep == "punct" and not _stays(parsed, words, start))
            or (dep == "discourse" or parsed.pos[word] == "INTJ")
            or (dep in _JOINING and (parsed.lower[word] in _DROPPED or own_mark))
            or (dep in _MISTAKEN and parsed.lower[word] == "that")
        ):
            start += 1
        else:
            break
    while end > start and parsed.deps[words[end - 1]] == "punct":
        mark = parsed.words[words[end - 1]]
        if mark in "%)]" or (mark in _CLOSING and _opens(parsed, words[start : end - 1])):
            break
        end -= 1
    return list(words[start:end])


def _stays(parsed: Parsed, words: Sequence[int], place: int) -> bool:
    """Whether a mark at the beginning belongs to the words: "$5", “terrorist groups” in a sentence.

    A quotation mark stays where its partner stands inside.
    """
    mark = parsed.words[words[place]]
    if mark in "$£€#@":
        return True
    closing = _PARTNER.get(mark)
    return closing is not None and any(parsed.words[w] == closing for w in words[place + 1 : -2])


def _opens(parsed: Parsed, words: Sequence[int]) -> bool:
    """Whether a quotation that is closed behind these words begins inside them."""
    marks = [parsed.words[word] for word in words if parsed.words[word] in _QUOTES]
    return len(marks) % 2 == 1


def _is_aside(parsed: Parsed, words: Sequence[int]) -> bool:
    """Words that only begin to speak: "I mean,", "You know,"."""
    return " ".join(parsed.lower[word] for word in words) in ("i mean ,", "you know ,")


def without_gaps(parsed: Parsed, words: Sequence[int]) -> list[int]:
    """Words without the commas that stood around what is gone from between them."""
    kept: list[int] = []
    for place, word in enumerate(words):
        if parsed.words[word] in ",–—-" and parsed.deps[word] == "punct":
            before = not kept or kept[-1] != word - 1
            after = place + 1 == len(words) or words[place + 1] != word + 1
            if before or after:
                continue
        kept.append(word)
    return kept


def tidy(text: str) -> str:
    """Without half quotations, or quotation marks around the whole."""
    text = text.replace("''", "").replace("``", "").strip(" ,;:")
    if " '" in text and text.count("'") == 1:
        text = text.replace(" '", " ")
    for opening, closing in (("“", "”"), ('"', '"')):
        if opening not in text and closing not in text:
            continue
        if opening == closing:
            balanced = text.count(opening) % 2 == 0
        else:
            balanced = text.count(opening) == text.count(closing)
            balanced = balanced and text.find(opening) < text.find(closing)
        around = text[0] == opening and text.find(closing, 1) == len(text) - 1
        if not balanced or around:
            if not balanced and text.endswith(("." + closing, "," + closing)):
                text = text[:-2]
            text = text.replace(opening, "").replace(closing, "")
    if text[-1:] in _CLOSING and text[-2:-1] in (",", "."):
        text = text[:-2] + text[-1]
    return " ".join(text.split()) if "  " in text else text.strip(" ,;:")
