"""Numbers as news gives them: the range that the words allow."""

from typing import Self

from pydantic import model_validator

from claimgraph.errors import RecordError
from claimgraph.model.base import Record, Text
from claimgraph.model.document import Span
from claimgraph.vocabulary import Comparator


class Quantity(Record):
    """A reported number as the range it allows (UCDP's low, best and high).

    Attributes:
        text: The words, "around 100".
        low: The least it can be by the text alone; ``None`` if the text sets no such limit.
        best: The number itself; ``None`` for vague words.
        high: The most it can be; ``None`` if the text sets no such limit.
        comparator: How the words bound it. "at least 47" has low and best, "up to 20" best and
            high, "around 100" best alone, "dozens" none of the three.
        unit: What is counted: "people", "cases", "US dollars".
        of: What happened to them, or what they are: "killed", "struggling to breathe".
        population: The group it is a part of, where it is one: "the 100 affected".
        span: Where the words stand.

    Raises:
        RecordError: Low, best and high are not in order, or not finite.

    >>> killed = Quantity(text="at least 47", low=47, best=47, comparator="at_least", of="killed")
    >>> killed.high is None
    True
    """

    text: Text
    low: float | None = None
    best: float | None = None
    high: float | None = None
    comparator: Comparator = Comparator.EXACT
    unit: Text = ""
    of: Text = ""
    population: Text = ""
    span: Span | None = None

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        known = [value for value in (self.low, self.best, self.high) if value is not None]
        if known != sorted(known):
            raise RecordError(
                f"{self.text!r}: low {self.low}, best {self.best} and high {self.high} "
                "are out of order"
            )
        return self
