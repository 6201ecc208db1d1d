"""What the results of all views can do: print, show in a notebook, become a DataFrame."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from claimgraph.markup.html import CELL, cut, table
from claimgraph.text.frames import data_frame

if TYPE_CHECKING:
    from pandas import DataFrame

Row = TypeVar("Row")
Scalar = str | int | float | bool | None

#: Rows that a notebook shows at first, and lines of the plain form.
SHOWN, PRINTED = 20, 20


@dataclass(frozen=True, repr=False)
class View(ABC, Generic[Row]):
    """The result of a view: rows, in a stated order.

    Attributes:
        rows: What was found.
    """

    rows: tuple[Row, ...]

    #: The columns of the DataFrame.
    fields: ClassVar[tuple[str, ...]]

    @property
    @abstractmethod
    def caption(self) -> str:
        """What this shows, in a line."""

    @abstractmethod
    def flat(self, row: Row) -> Sequence[Scalar]:
        """A row as plain values, one for each of ``fields``."""

    def flat_rows(self) -> Iterator[Sequence[Scalar]]:
        """The lines of the DataFrame."""
        return map(self.flat, self.rows)

    @abstractmethod
    def lines(self) -> Iterator[str]:
        """This as plain text, line by line, without the caption."""

    @property
    def headers(self) -> Sequence[object]:
        """The heads of the HTML table."""
        return [name.replace("_", " ") for name in self.fields]

    def cells(self, row: Row) -> Sequence[object]:
        """A row of the HTML table, one cell for each of ``headers``."""
        return self.flat(row)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __str__(self) -> str:
        return "\n".join([self.caption, *(f"  {line}" for line in self.lines())])

    def __repr__(self) -> str:
        """The first lines of the text, and how many there are."""
        some = (cut(line, CELL) for line in islice(self.lines(), PRINTED + 1))
        told = [self.caption, *(f"  {line}" for line in some)]
        if len(told) <= PRINTED + 1:
            return "\n".join(told)
        return "\n".join([*told[: PRINTED + 1], "  … print() shows all"])

    def _repr_html_(self) -> str:
        shown = (self.cells(row) for row in self.rows[:SHOWN])
        return table(self.headers, shown, caption=self.caption, total=len(self.rows))

    def to_df(self) -> "DataFrame":
        """The rows as a pandas DataFrame with the columns ``fields``; values are plain.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        return data_frame(self.flat_rows(), self.fields)
