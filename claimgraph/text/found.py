"""A quantity as it is found, and the text that it is found in."""

from __future__ import annotations

from dataclasses import dataclass

from claimgraph.text.comparators import limits
from claimgraph.text.vague import VagueProfile
from claimgraph.vocabulary import Comparator


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A quantity at its place in a text.

    Attributes:
        start: Offset of its first character, in code points.
        end: Offset behind its last.
        text: The characters between: comparator, number, scale, and the noun counted.
        low: The least it can be; ``None`` if the words set no such limit.
        best: The number itself; ``None`` for vague words and between two numbers.
        high: The most it can be; ``None`` if the words set no such limit.
        comparator: How the words bound it.
        unit: What is counted, in the plural: "people", "cases", "US dollars", "km", "percent",
            "barrels per day"; "share" for a part of a whole, which is a number from 0 to 1; "" if
            the words do not say it.
        noun: Start and end of the noun phrase that is counted, or that a share is a part of;
            ``None`` where there is none.
        profile: The name of the profile of vague words that gave ``low`` or ``high``, else "".
    """

    start: int
    end: int
    text: str
    low: float | None
    best: float | None
    high: float | None
    comparator: Comparator
    unit: str
    noun: tuple[int, int] | None
    profile: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A text while quantities are read from it.

    Attributes:
        original: The text as printed.
        lower: The same, lower-cased, with the same offsets.
        vague: The profile for vague words.
    """

    original: str
    lower: str
    vague: VagueProfile

    @classmethod
    def of(cls, text: str, vague: VagueProfile) -> Page:
        """The page of a text, whatever its letters become in lower case.

        >>> from claimgraph.text.vague import UNBOUNDED
        >>> Page.of("İzmir", UNBOUNDED).lower
        'İzmir'
        """
        lower = text.lower()
        if len(lower) != len(text):
            lowered = ((letter, letter.lower()) for letter in text)
            lower = "".join(low if len(low) == 1 else letter for letter, low in lowered)
        return cls(text, lower, vague)

    def found(
        self,
        start: int,
        end: int,
        value: float,
        comparator: Comparator,
        unit: str,
        noun: tuple[int, int] | None,
    ) -> FoundQuantity:
        """A quantity with one number, bounded by its comparator."""
        low, best, high = limits(comparator, value)
        words = self.original[start:end]
        return FoundQuantity(start, end, words, low, best, high, comparator, unit, noun)
