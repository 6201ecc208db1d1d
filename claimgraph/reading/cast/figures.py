"""Those whom the names of a document stand for, and how each name is linked to them."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimgraph.reading.cast.parties import Party
from claimgraph.reading.encoder.links import Range
from claimgraph.text.states import Sense

#: How sure it is that a word for a state, where it names somebody, is the state.
STATE_SCORES = {
    "name": 1.0, "house": 1.0, "adjective": 0.9, "people": 0.8, "capital": 0.8, "metonym": 0.9,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Written:
    """A name as it stands in the text, without titles.

    Attributes:
        number: Its place among the marked names; below 0 for one that the model has not marked.
        words: Its words.
        text: The same, on one line.
    """

    number: int
    words: Range
    text: str


@dataclass(slots=True, eq=False)
class Figure:
    """A party with the places where the text names it.

    Attributes:
        party: Who it is.
        mentions: The words of the bare names.
        sense: How it is a state; ``None`` for anybody else.
        gender: "m", "f" or "" of a person, as the names show it.
    """

    party: Party
    mentions: list[Range] = field(default_factory=list)
    sense: Sense | None = None
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Whom one name in the text stands for.

    Attributes:
        figure: The one.
        words: The bare name, without titles.
        rule: Why.
        score: How sure.
        text: In words.
    """

    figure: Figure
    words: Range
    rule: str = "name.exact"
    score: float = 1.0
    text: str = ""
