"""What of a marked name is a name: nothing of "She" and "two officials", "Ann Orr" of "Ann Orr of".

The model marks names by their looks and by what is around them, and errs where a capital only
begins a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claimgraph.reading.encoder.links import Range
from claimgraph.reading.missed_names import missed_names
from claimgraph.reading.tree import Tree
from claimgraph.text.groups import group_name
from claimgraph.text.titles import OFFICES, RANKS

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
_DESCRIBING = frozenset({"ADJ", "NOUN"})
#: What names with an article stand for: "the Karat Front" is no person.
_WITH_ARTICLE = {"organization": "ORG", "place": "LOC"}


_TITLES = OFFICES | RANKS | {"majority", "minority"}
#: What is said of a business behind its name, in small letters.
_WHAT_IT_IS = frozenset("brand company firm label".split())


def names_of(
    tree: Tree, marked: Iterable[tuple[Range, str]], mention_kinds: Mapping[int, str]
) -> list[tuple[Range, str]]:
    """The names of a document in order, each with PERSON, ORG or LOC.

    Args:
        tree: The document's words.
        marked: What the model, or a user's pipeline, takes for names, in order.
        mention_kinds: For the head words of mentions, what is mentioned.
    """
    found: list[tuple[Range, str]] = []
    marked = list(marked)
    people = {words[0] for words, kind in marked if kind == "PERSON"}
    for words, kind in marked:
        name = bare_name(tree.words, tree.pos, words)
        if name is None:
            continue
        start, end = name
        if found and start < found[-1][0][1]:
            continue  # already taken for the surname of the name before
        if tree.words[end - 1] in _WHAT_IT_IS and end - start > 1:
            end -= 1  # "the Halden brand", "the Halden company"
        body = _before_titles(tree, start, end) if end in people else end
        if body < end:
            end, kind = body, "ORG" if kind == "PERSON" else kind
        if kind == "PERSON":
            start = _behind_role(tree, start, end)
        while kind == "PERSON" and _is_surname(tree, start, end):
            end += 1
        if kind == "PERSON" and tree.lower[start] == "the":
            said = [mention_kinds.get(word, "") for word in range(start, end)]
            kind = next((_WITH_ARTICLE[each] for each in said if each in _WITH_ARTICLE), kind)
        if kind == "PERSON" and group_name(" ".join(tree.words[start:end])) is not None:
            kind = "ORG"
        if found and _goes_on(tree, found[-1], name, kind):
            start = found.pop()[0][0]
        elif found and kind == found[-1][1] == "PERSON":
            before = found[-1][0]
            beside = before[1] + 1 == start
            if beside and _is_inserted(tree, (start, end)):  # "Ann [Orr]"
                start, end = found.pop()[0][0], end + 1
            elif beside and _is_inserted(tree, before):
                start = found.pop()[0][0] - 1  # "[Ann] Orr"
        found.append(((start, end), kind))
    return sorted([*found, *missed_names(tree, found)])


def _before_titles(tree: Tree, start: int, end: int) -> int:
    """Where the name of a body ends: that of the Senate in "Senate Minority Leader" Ann Orr."""
    while end - start > 1 and tree.lower[end - 1].rstrip(".") in _TITLES:
        end -= 1
    return end


def _behind_role(tree: Tree, start: int, end: int) -> int:
    """Where a person's name begins, behind what he is: "Democratic front-runner Karen Welling"."""
    common = (
        word
        for word in range(end - 2, start - 1, -1)
        if tree.words[word].islower() and tree.pos[word] in _DESCRIBING
    )
    role = next(common, None)
    return start if role is None or tree.pos[role + 1] != "PROPN" else role + 1


def _is_surname(tree: Tree, start: int, end: int) -> bool:
    """Whether the word behind a person's name is more of it: "Baker" behind "Brian"."""
    if end >= len(tree.words) or tree.deps[end] != "flat" or tree.pos[end] != "PROPN":
        return False
    return start <= tree.heads[end] < end and tree.words[end][0].isupper()


def _goes_on(tree: Tree, before: tuple[Range, str], name: Range, kind: str) -> bool:
    """Whether a name is the rest of the one before: "Brian" and "Baker" of "Brian Baker"."""
    (start, end), other = before
    word = name[0]
    flat = tree.deps[word] == "flat" and start <= tree.heads[word] < end
    return end == word and kind == other and flat


def _is_inserted(tree: Tree, name: Range) -> bool:
    """Whether square brackets, which an editor has put there, are right around a name."""
    before, behind = tree.words[name[0] - 1 : name[0]], tree.words[name[1] : name[1] + 1]
    return [*before, *behind] == ["[", "]"]


def bare_name(words: Sequence[str], pos: Sequence[str], marked: Range) -> Range | None:
    """The name among some marked words, without "and" or "of" at its end; ``None`` without one.

    Pronouns and numbers name nobody, nor does "the" with words in small letters, nor a common word
    whose capital begins the sentence: "Officials". A word in capitals may: "WHO", "IT".

    Args:
        words: The words of a text.
        pos: Their universal tags.
        marked: The words that are marked.

    >>> bare_name(["The", "senator"], ["DET", "NOUN"], (0, 2))
    >>> bare_name(["Officials"], ["NOUN"], (0, 1))
    >>> bare_name(["spokesman", "Igor"], ["NOUN", "PROPN"], (0, 2))
    (1, 2)
    >>> bare_name(["Ann", "Orr", "of"], ["PROPN", "PROPN", "ADP"], (0, 3))
    (0, 2)
    """
    start, end = marked
    while end > start + 1 and words[end - 1] in _JOINING:
        end -= 1
    if "PROPN" in pos[start:end]:
        # "defence ministry spokesman Igor Petrov", "Many Russians"
        while pos[start] in _DESCRIBING and (words[start].islower() or _is_closed(words[start])):
            start += 1
    if all(_is_closed(word) for word in words[start:end]):
        return None
    plain = all(word.islower() and word.isalpha() for word in words[start + 1 : end])
    if plain and words[start].lower() in _COUNTING:
        return None
    if plain and not words[start].isupper() and _COMMON.issuperset(pos[start:end]):
        return None
    return start, end


def _is_closed(word: str) -> bool:
    return word.lower() in _CLOSED and (len(word) == 1 or not word.isupper())
