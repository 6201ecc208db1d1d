"""What of a marked name is a name: nothing of "She" and "two officials", "Ann Orr" of "Ann Orr of".

The model marks names by their looks and by what is around them, and errs where a capital only
begins a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimgraph.reading.encoder.links import Range

_COUNTING = frozenset(
    """
    a all an any both dozens each either every few five four hundreds many most no one several six
    some ten that the these this those thousands three two
    """.split()
)
_CLOSED = _COUNTING | frozenset(
    """
    anyone everybody everyone he her his i it its my neither nobody none one others our she somebody
    someone their they we what who whom you your
    """.split()
)
_JOINING = frozenset("and at by for from in of on or the to with".split())
_COMMON = frozenset({"ADJ", "ADP", "ADV", "DET", "NOUN", "NUM", "PRON", "VERB"})


def bare_name(words: Sequence[str], pos: Sequence[str], marked: Range) -> Range | None:
    """The name among some marked words, without "and" or "of" at its end; ``None`` without one.

    Pronouns and numbers name nobody, nor does "the" with words in small letters. A word in
    capitals may: "WHO", "IT".

    Args:
        words: The words of a text.
        pos: Their universal tags.
        marked: The words that are marked.

    >>> bare_name(["The", "senator"], ["DET", "NOUN"], (0, 2))
    >>> bare_name(["Ann", "Orr", "of"], ["PROPN", "PROPN", "ADP"], (0, 3))
    (0, 2)
    """
    start, end = marked
    while end > start + 1 and words[end - 1] in _JOINING:
        end -= 1
    if all(_is_closed(word) for word in words[start:end]):
        return None
    plain = all(word.islower() and word.isalpha() for word in words[start + 1 : end])
    if plain and words[start].lower() in _COUNTING:
        return None
    if plain and words[start].islower() and _COMMON.issuperset(pos[start:end]):
        return None
    return start, end


def _is_closed(word: str) -> bool:
    return word.lower() in _CLOSED and (len(word) == 1 or not word.isupper())
