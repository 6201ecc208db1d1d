"""Questions side by side with sources, and what is to be seen at a glance."""

from dataclasses import dataclass

from claimgraph.model.base import Id
from claimgraph.report.content.proofs import Tone
from claimgraph.views.cells import Report as CellReport
from claimgraph.views.states import State


@dataclass(frozen=True)
class Fact:
    """A count, or a date, about the collection: ("sources", "6")."""

    label: str
    value: str


@dataclass(frozen=True)
class Card:
    """Something to see at a glance.

    Attributes:
        state: Contested, compatible, one source, unanswered accusation.
        title: The question, or who has not answered.
        said: What the most telling sources say, a sentence each.
        text: What is to be added, in a sentence or two; may be "".
        row: The row of the matrix that says more: ``Row.number``; ``None`` where there is none.
        numbers: The claims that it rests on.
    """

    state: State
    title: str
    said: tuple[str, ...]
    text: str
    row: int | None
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Head:
    """The head of a column: a source.

    Attributes:
        key: The entity; of the articles' own voice, ``claimgraph.views.matrix.OWN_VOICE``.
        name: Its name; an acronym where it has one.
        full_name: The whole name.
        detail: For whom it speaks, who speaks for it, through whom it came; may be "".
    """

    key: str
    name: str
    full_name: str
    detail: str


@dataclass(frozen=True)
class Cell:
    """What a source says to a question.

    Attributes:
        source: Whose cell it is, by the name that the head of its column has.
        report: Whether it says something, is reported to have said nothing, or is not reported.
        tone: How it looks; ``None`` where nothing is reported.
        label: "Accuses", "Around 100", "No statement"; "" where nothing is reported.
        words: What, in short.
        more: How many other things the source says to the question.
        numbers: The claims in it, the most telling first; none where nothing is reported.
    """

    source: str
    report: CellReport
    tone: Tone | None = None
    label: str = ""
    words: str = ""
    more: int = 0
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True)
class Row:
    """A question, with what each source says to it.

    Attributes:
        number: From 1, through all topics.
        question: In the words of a person who asks.
        state: Contested, compatible, one source …
        reason: Why, in words.
        cells: One for each column of its topic.
        others: Those of sources that have no column of their own; none of them is empty.
        relation_ids: The relations between its claims.
    """

    number: int
    question: str
    state: State
    reason: str
    cells: tuple[Cell, ...]
    others: tuple[Cell, ...]
    relation_ids: tuple[Id, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The claims of the row, each once."""
        cells = (*self.cells, *self.others)
        return tuple(dict.fromkeys(number for cell in cells for number in cell.numbers))


@dataclass(frozen=True)
class Topic:
    """Questions about one story, with the sources that answer them as columns.

    Attributes:
        title: What it is about.
        heads: The columns, the most telling sources first, the articles' own voice last.
        rows: The questions: what is contested first.
    """

    title: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Alone:
    """Claims of a source that nobody else in the collection speaks to.

    Attributes:
        source: Who says them.
        key: The entity of the source.
        numbers: The claims.
    """

    source: str
    key: str
    numbers: tuple[int, ...]
