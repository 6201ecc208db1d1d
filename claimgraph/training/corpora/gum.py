"""GUM's entities: mentions that stand for one and the same, and the names among them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimgraph.training.corpora.annotated import GoldMention

_ENTITY = re.compile(r"\((\d+)-([a-z]+)-[^()]*|(\d+)?\)")


def read_mentions(fields: Sequence[list[str]], heads: Sequence[int]) -> list[GoldMention]:
    """GUM's mentions, reduced to their head words (the first word whose head lies outside).

    Args:
        fields: The ten columns of every word of a document.
        heads: Index of every word's head in the document.
    """
    found: dict[int, tuple[int, GoldMention]] = {}
    open_mentions: list[tuple[str, str, int]] = []
    for index, columns in enumerate(fields):
        annotation = next((x[7:] for x in columns[9].split("|") if x.startswith("Entity=")), "")
        for match in _ENTITY.finditer(annotation):
            if match.group(1):
                open_mentions.append((match.group(1), match.group(2), index))
                continue
            if not open_mentions:
                continue
            place = len(open_mentions) - 1
            if match.group(3):
                place = next(
                    (i for i in range(place, -1, -1) if open_mentions[i][0] == match.group(3)),
                    place,
                )
            entity, kind, start = open_mentions.pop(place)
            head = next(
                (
                    i
                    for i in range(start, index + 1)
                    if heads[i] == i or not start <= heads[i] <= index
                ),
                start,
            )
            width = index + 1 - start
            if head not in found or found[head][0] < width:
                mention = GoldMention((start, index + 1), head, kind, entity)
                found[head] = (width, mention)
    return [mention for _, (_, mention) in sorted(found.items())]


_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
#: Words that alone are no name, and that a person's name does not begin with.
_TITLES = frozenset(
    """president vice prime minister ambassador senator representative director chief general
    colonel captain judge justice professor secretary chairman king queen prince princess pope mr
    mr. mrs mrs. ms ms. dr dr. sen. rep. gov. gen. us u.s. state government administration court
    house church university department committee council party""".split()
)
_INSIDE_NAMES = frozenset("of the and for - ' & . 's de la van von al el".split())
_INSIDE_A_PERSON = _INSIDE_NAMES - {"of", "the", "and", "for", "'s"}


def names_of_mentions(words: list[str], xpos: list[str], mentions: list[GoldMention]) -> list[str]:
    """Entity labels for persons, organisations and places whose head word is a proper noun.

    A name is the run of proper nouns around the head, with little words between them; titles,
    articles and what follows a comma stay outside, as in Universal NER.

    >>> gum = [GoldMention((0, 4), 1, "organization", "1")]
    >>> names_of_mentions(["the", "University", "of", "York"], ["DT", "NNP", "IN", "NNP"], gum)
    ['O', 'B-ORG', 'I-ORG', 'I-ORG']
    """
    labels = ["O"] * len(words)
    for mention in sorted(mentions, key=lambda m: m.words[0] - m.words[1]):
        kind = _KINDS.get(mention.kind)
        person = kind == "PER"
        if kind is None or xpos[mention.head] not in (("NNP",) if person else ("NNP", "NNPS")):
            continue
        inside = _INSIDE_A_PERSON if person else _INSIDE_NAMES
        start = end = mention.head
        for place in range(mention.head - 1, mention.words[0] - 1, -1):
            if xpos[place].startswith("NNP"):
                start = place
            elif words[place].lower() not in inside:
                break
        for place in range(mention.head + 1, mention.words[1]):
            if xpos[place].startswith("NNP"):
                end = place
            elif words[place].lower() not in inside:
                break
        if any(label != "O" for label in labels[start : end + 1]):
            continue
        if person:
            while start < end and words[start].lower() in _TITLES:
                start += 1
        if all(word.lower() in _TITLES or word.islower() for word in words[start : end + 1]):
            labels[start : end + 1] = [""] * (end + 1 - start)
            continue
        labels[start] = f"B-{kind}"
        labels[start + 1 : end + 1] = [f"I-{kind}"] * (end - start)
    return labels
