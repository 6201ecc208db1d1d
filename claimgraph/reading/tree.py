"""The words of a document with tags and tree, as lists that rules read fast and may change."""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass, field

from claimgraph.reading.encoder.links import Range


@dataclass(slots=True)
class Tree:
    """Words, each known by its number, and how they hang on each other.

    Attributes:
        words: The words as they stand. Line breaks are words too.
        lower: The same in lower case.
        lemmas: Base forms, in lower case but for names.
        pos: Universal tags: "VERB", "PROPN".
        tags: Penn tags: "VBD", "NNP".
        heads: The word that each word depends on; itself for a root.
        deps: Universal Dependencies relations: "nsubj", "ccomp", "acl:relcl".
        children: The words that depend on each word, in order.
    """

    words: list[str]
    lower: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    heads: list[int]
    deps: list[str]
    children: list[list[int]] = field(init=False)

    def __post_init__(self) -> None:
        """Find who depends on whom."""
        self.children = [[] for _ in self.words]
        for word, head in enumerate(self.heads):
            if head != word:
                self.children[head].append(word)

    def child(self, word: int, *deps: str) -> int | None:
        """The first word that depends on ``word`` by one of the relations."""
        for each in self.children[word]:
            if self.deps[each] in deps:
                return each
        return None

    def subtree(self, word: int) -> Range:
        """From the first to past the last word that depends on ``word``, by however many steps."""
        first = last = word
        waiting = [word]
        while waiting:
            here = waiting.pop()
            first, last = min(first, here), max(last, here)
            waiting.extend(self.children[here])
        return first, last + 1

    def is_below(self, word: int, above: int) -> bool:
        """Whether a word hangs from another, by however many steps."""
        while self.heads[word] != word:
            word = self.heads[word]
            if word == above:
                return True
        return False

    def hang(self, word: int, head: int, dep: str) -> None:
        """Hang a word, with all below it, on another head; not on one that hangs from it."""
        if word != head and not self.is_below(head, word):
            self._move(word, head)
            self.deps[word] = dep

    def turn(self, upper: int, lower: int, dep: str) -> None:
        """Hang a word by ``dep`` on another one below its own head, which takes its place."""
        above = self.heads[upper]
        self._move(lower, lower if above == upper else above)
        self._move(upper, lower)
        self.deps[lower], self.deps[upper] = self.deps[upper], dep

    def _move(self, word: int, head: int) -> None:
        """``head`` is the word itself for a root."""
        if self.heads[word] != word:
            self.children[self.heads[word]].remove(word)
        self.heads[word] = head
        if head != word:
            insort(self.children[head], word)
