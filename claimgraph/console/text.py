"""Small pieces of printed text, for rich: entries with a hanging indent, headings, quiet notes.

Whatever comes from an article stays text: control characters, which could drive a terminal, and
marks that turn the direction of writing are shown as "�".
"""

import re
from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimgraph.markup.html import neutral

_SPACE = re.compile(r"\s+")


def words(text: object, style: str = "") -> Text:
    r"""A text on one line, harmless on every terminal; ``None`` is nothing.

    >>> words("red \x1b[31m alert").plain
    'red �[31m alert'
    """
    line = _SPACE.sub(" ", str("" if text is None else text))
    return Text(neutral(line), style=style)


def sentence(*pieces: object) -> Text:
    """Pieces side by side; those that are no ``Text`` yet come without a style.

    >>> sentence("SANA", " ", words("says", "dim")).plain
    'SANA says'
    """
    line = Text()
    for piece in pieces:
        line.append_text(piece if isinstance(piece, Text) else Text(neutral(str(piece))))
    return line


def note(text: object) -> Text:
    """Words that stand back a little."""
    return words(text, "dim")


def heading(text: str) -> RenderableType:
    """A heading with an empty line before it."""
    return Group("", words(text, "bold"))


def indented(item: RenderableType, by: int = 2) -> RenderableType:
    """The same, further to the right; long lines come back to the same column."""
    return Padding(item, (0, 0, 0, by), expand=False)


def beside(rows: Iterable[tuple[RenderableType, RenderableType]], width: int) -> RenderableType:
    """Pairs side by side: what stands on the left has at most ``width`` columns."""
    grid = Table.grid(padding=(0, 2), expand=False)
    grid.add_column(max_width=width, overflow="fold")
    grid.add_column(overflow="fold")
    for left, right in rows:
        grid.add_row(left, right)
    return grid
