"""Persons who go by their surname, and armed groups that everybody knows.

An article that names Ann Orr means her by each "Orr". The model sees names by what is around
them, and misses some of those that come again and again.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimgraph.reading.encoder.links import Range
from claimgraph.reading.tree import Tree
from claimgraph.text.groups import group_name
from claimgraph.text.titles import HONORIFICS, ROLES

_NO_SURNAMES = ROLES | frozenset(HONORIFICS)
_PERSON = "PERSON"
_LONG = 5
"""Letters of a group's name that is no other body's acronym: "Houthi", "Hamas"."""


def missed_names(tree: Tree, found: Sequence[tuple[Range, str]]) -> list[tuple[Range, str]]:
    """The names of persons that were not marked, by those that were; and known armed groups.

    Args:
        tree: The words of a document.
        found: The names that were marked, each with its kind.
    """
    taken = {word for words, _ in found for word in range(*words)}
    surnames, given = _parts(tree, found)
    missed: list[tuple[Range, str]] = []
    for word, text in enumerate(tree.words):
        if word in taken:
            continue
        if len(text) >= _LONG and text[0].isupper() and group_name(text) is not None:
            missed.append(((word, word + 1), "ORG"))
            continue
        if text not in surnames or tree.pos[word] != "PROPN":
            continue
        if word + 1 in taken or _goes_on(tree, word):
            continue
        start = word
        while start and start - 1 not in taken and _is_given(tree, start - 1, given):
            start -= 1
        missed.append(((start, word + 1), _PERSON))
        taken.update(range(start, word + 1))
    return missed


def _parts(tree: Tree, found: Sequence[tuple[Range, str]]) -> tuple[set[str], set[str]]:
    """The surnames and the given names of persons, but for those that other names end with."""
    surnames: set[str] = set()
    given: set[str] = set()
    others: set[str] = set()
    for (start, end), kind in found:
        words = tree.words[start:end]
        if kind != _PERSON:
            others.add(words[-1])
        elif words[-1][0].isupper() and words[-1].lower().rstrip(".") not in _NO_SURNAMES:
            surnames.add(words[-1])
            given.update(word for word in words[:-1] if word[0].isupper())
    return surnames - others, given - others


def _is_given(tree: Tree, word: int, given: set[str]) -> bool:
    """Whether a word before a surname is a given name: a known one, or by the tree."""
    text = tree.words[word]
    if text in given:
        return True
    if not text[0].isupper() or tree.pos[word] != "PROPN":
        return False
    if tree.lower[word].rstrip(".") in _NO_SURNAMES:
        return False
    return tree.deps[word + 1] == "flat" and tree.heads[word + 1] <= word


def _goes_on(tree: Tree, word: int) -> bool:
    """Whether more of another name stands behind: "Clinton" in "Clinton Foundation"."""
    behind = word + 1
    if behind >= len(tree.words) or tree.pos[behind] != "PROPN":
        return False
    return tree.heads[word] == behind or (
        tree.deps[behind] == "flat" and tree.heads[behind] <= word
    )
