"""Names that take the place of a document's own, so that the model learns to read the context.

The pool holds the names of the training data and the written ones, each once: a rare name is as
likely as one that a corpus is full of. A name gives way to one of its kind and its number of
words, so all other annotation stays where it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from random import Random

from claimgraph.training.corpora import Annotated
from claimgraph.training.written_names import FAMILY_NAMES, GIVEN_NAMES, ORGANISATIONS, PLACES

LONGEST = 4
KEPT = 0.3
"""Share of the names of a document that stay when the others are swapped."""
UPPER = 0.05
LOWER = 0.05

Words = tuple[str, ...]


class NamePool:
    """Names by kind and number of words; persons' names word by word."""

    def __init__(self, names: Iterable[tuple[str, Words]]) -> None:
        whole: dict[tuple[str, int], set[Words]] = {}
        given, family = set(GIVEN_NAMES), set(FAMILY_NAMES)
        for kind, words in names:
            if kind != "PER":
                whole.setdefault((kind, len(words)), set()).add(words)
            elif len(words) > 1:
                given.add(words[0])
                family.add(words[-1])
        self._whole = {key: sorted(found) for key, found in whole.items()}
        self._given, self._family = sorted(given), sorted(family)

    @classmethod
    def of(cls, documents: Iterable[Annotated]) -> NamePool:
        """The names of some documents, and the written ones."""
        found = [("ORG", tuple(name.split())) for name in ORGANISATIONS]
        found += [("LOC", tuple(name.split())) for name in PLACES]
        for document in documents:
            for start, end, kind in spans(document.entities or []):
                words = tuple(document.words[start:end])
                if is_plain(words):
                    found.append((kind, words))
        return cls(found)

    def swap(self, words: Sequence[str], labels: Sequence[str], rng: Random) -> list[str]:
        """The words of a document with most of its names replaced, each by one name throughout.

        Args:
            words: The words.
            labels: Their BIO labels.
            rng: Draws the names.

        Example:
            >>> pool = NamePool([("LOC", ("Oslo",)), ("LOC", ("Bergen",))])
            >>> words = ["From", "Lagos", "to", "Lagos"]
            >>> pool.swap(words, ["O", "B-LOC", "O", "B-LOC"], Random(6))
            ['From', 'Bergen', 'to', 'Bergen']
        """
        changed = list(words)
        names: dict[tuple[str, Words], Words] = {}
        of_persons: dict[str, str] = {}
        # Longest first: "Ana Silva" settles what a lone "Silva" is called.
        for start, end, kind in sorted(spans(labels), key=lambda s: (s[0] - s[1], s[0])):
            old = tuple(words[start:end])
            if kind == "PER":
                self._name_person(old, of_persons, rng)
                changed[start:end] = [of_persons.get(word, word) for word in old]
                continue
            if not is_plain(old):
                continue
            if (kind, old) not in names:
                names[kind, old] = self._draw(kind, old, rng)
            changed[start:end] = names[kind, old]
        return changed

    def _draw(self, kind: str, old: Words, rng: Random) -> Words:
        candidates = self._whole.get((kind, len(old)), [])
        if not candidates or rng.random() < KEPT:
            return old
        new = rng.choice(candidates)
        case = rng.random()
        if case < UPPER:
            return tuple(word.upper() for word in new)
        if case < UPPER + LOWER:
            return tuple(word.lower() for word in new)
        return new

    def _name_person(self, old: Words, names: dict[str, str], rng: Random) -> None:
        """Give each word of a person's name that has none yet another one, or itself."""
        keep = rng.random() < KEPT
        for place, word in enumerate(old):
            if word in names:
                continue
            if keep or not is_plain((word,)) or len(word) == 1:
                names[word] = word
                continue
            is_given = place == 0 if len(old) > 1 else rng.random() < 0.5
            new = rng.choice(self._given if is_given else self._family)
            names[word] = new.upper() if word.isupper() and len(word) > 2 else new


def is_plain(words: Words) -> bool:
    """Whether a name is short and all its words are letters that begin with a capital.

    >>> is_plain(("Sea", "Watch")), is_plain(("Doctors", "of", "the", "World"))
    (True, False)
    """
    return len(words) <= LONGEST and all(word.isalpha() and word[0].isupper() for word in words)


def spans(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind of every name in a row of BIO labels.

    >>> list(spans(["B-PER", "I-PER", "O", "B-LOC"]))
    [(0, 2, 'PER'), (3, 4, 'LOC')]
    """
    start, kind = -1, ""
    for place, label in enumerate([*labels, "O"]):
        if start >= 0 and label != f"I-{kind}":
            yield start, place, kind
            start = -1
        if label.startswith("B-"):
            start, kind = place, label[2:]
