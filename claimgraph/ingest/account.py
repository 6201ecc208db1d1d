"""The account of a text's way in: how many characters came, stayed, were dropped and were added."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self


class Drop(StrEnum):
    """Why characters of a file are not in the text.

    The regions of a page are those that its own tags and classes name; what stands in none of
    them, and was still not taken for the article, is ``other text``.
    """

    BYTE_ORDER_MARK = "byte order mark"
    LINE_ENDS = "line ends"
    CONTROL_CHARACTERS = "control characters"
    INVISIBLE_CHARACTERS = "invisible characters"
    WHITE_SPACE = "white space"
    MARKUP = "markup"
    FRONT_MATTER = "front matter"
    LINKS = "links"
    IMAGES = "images"
    SCRIPTS = "scripts and styles"
    HEAD = "head"
    HIDDEN = "hidden"
    NAVIGATION = "navigation"
    ASIDES = "asides"
    FORMS = "forms"
    NOTICES = "notices and advertisements"
    COMMENTS = "comments"
    CAPTIONS = "captions"
    TABLES = "tables"
    OTHER = "other text"


@dataclass(frozen=True)
class Account:
    """Where the characters of a file went; they add up, both ways.

    Attributes:
        characters: Unicode code points that came, after decoding.
        kept: Of these, how many stand in the text. A line end that became a line feed, or a space
            where a line was wrapped, counts as kept.
        dropped: How many do not, by reason.
        added: Characters of the text that did not stand in the file: blank lines between
            paragraphs, what an entity stands for.
        bytes: Size of what came, where it came as bytes.
        undecodable: Of ``characters``, how many stand for bytes that could not be decoded. Never
            more than 0, unless somebody asked for it.

    ``characters == kept + sum(dropped.values())``, and the text has ``kept + added`` characters.

    >>> page = Account(characters=120, kept=80, dropped={Drop.MARKUP: 40}, added=2)
    >>> page.length, page.dropped_in_all
    (82, 40)
    >>> print(page)
    82 characters, 80 of 120 kept, 2 added; dropped 40: markup 40
    """

    characters: int
    kept: int
    dropped: Mapping[Drop, int] = field(default_factory=dict)
    added: int = 0
    bytes: int | None = None
    undecodable: int = 0

    @classmethod
    def of_all(cls, text: str) -> Self:
        """The account of a text that stays as it is."""
        return cls(characters=len(text), kept=len(text))

    @property
    def dropped_in_all(self) -> int:
        """How many characters are not in the text."""
        return sum(self.dropped.values())

    @property
    def length(self) -> int:
        """How many characters the text has."""
        return self.kept + self.added

    def after(self, earlier: "Account") -> "Account":
        """The account of two steps, of which ``earlier`` came first; it added nothing.

        >>> cleaned = Account(characters=10, kept=8, dropped={Drop.LINE_ENDS: 2})
        >>> Account(characters=8, kept=8).after(cleaned).dropped_in_all
        2
        """
        if earlier.added or earlier.kept != self.characters:
            raise ValueError("the second step does not begin where the first one ends")
        dropped = dict(earlier.dropped)
        for reason, count in self.dropped.items():
            dropped[reason] = dropped.get(reason, 0) + count
        return Account(
            characters=earlier.characters,
            kept=self.kept,
            dropped=dropped,
            added=self.added,
            bytes=earlier.bytes,
            undecodable=earlier.undecodable,
        )

    def plain(self) -> dict[str, Any]:
        """The account as a JSON object."""
        sizes = {"bytes": self.bytes} if self.bytes is not None else {}
        return sizes | {
            "characters": self.characters,
            "kept": self.kept,
            "added": self.added,
            "dropped": {reason.value: count for reason, count in self._in_order()},
            "undecodable": self.undecodable,
        }

    def __str__(self) -> str:
        if self.kept == self.characters and not self.added:
            return f"{self.length:,} characters, all kept"
        told = f"{self.length:,} characters, {self.kept:,} of {self.characters:,} kept"
        if self.added:
            told += f", {self.added:,} added"
        if self.dropped_in_all:
            parts = ", ".join(f"{reason} {count:,}" for reason, count in self._in_order())
            told += f"; dropped {self.dropped_in_all:,}: {parts}"
        return told

    def _in_order(self) -> list[tuple[Drop, int]]:
        """What was dropped, most of it first."""
        dropped = [(reason, count) for reason, count in self.dropped.items() if count]
        return sorted(dropped, key=lambda pair: (-pair[1], pair[0]))


@dataclass(frozen=True)
class Prose:
    """What a file holds to read.

    Attributes:
        text: The words.
        account: What became of the characters.
        about: Fields of an article with what the file says of them, the best first.
        warnings: What a person should know.
    """

    text: str
    account: Account
    about: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()
