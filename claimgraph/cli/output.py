"""What commands print on: stdout for results, stderr for progress; colours on terminals only."""

import io
import re
import sys
from collections.abc import Iterable, Iterator, Sized
from contextlib import contextmanager
from typing import Any, TypeVar

from rich.console import Console, RenderableType

from claimgraph.markup.html import neutral
from claimgraph.text.strict import compact

T = TypeVar("T")

_BREAK = re.compile("[\r\n\v\f\x85\u2028\u2029]+")


def show(*items: RenderableType) -> None:
    """Print on stdout: in colours on a terminal, without space at the ends of lines elsewhere."""
    console = Console(highlight=False, markup=False, emoji=False)
    if console.is_terminal:
        console.print(*items, sep="\n")
        return
    with console.capture() as captured:
        console.print(*items, sep="\n")
    for line in captured.get().removesuffix("\n").split("\n"):
        sys.stdout.write(line.rstrip() + "\n")


def plainly(line: str) -> None:
    """Print a line on stdout as it is, however long, but for what could drive a terminal."""
    sys.stdout.write(neutral(_BREAK.sub(" ", line)) + "\n")


def print_json(rows: Iterable[Any]) -> None:
    """Each row as a line of strict JSON, in UTF-8 whatever the terminal is in."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    for row in rows:
        sys.stdout.write(compact(row) + "\n")


@contextmanager
def progress(items: Iterable[T], doing: str, total: int | None = None) -> Iterator[Iterator[T]]:
    """The same items, with a bar on stderr while they are taken, if that is a terminal.

    Args:
        items: What is worked on.
        doing: What is done with them, as in "adding".
        total: How many there are, where it is known.
    """
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    errors = Console(stderr=True)
    if not errors.is_terminal:
        yield iter(items)
        return
    if total is None and isinstance(items, Sized):
        total = len(items)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=errors, transient=True) as bar:
        task = bar.add_task(doing, total=total)

        def counted() -> Iterator[T]:
            for item in items:
                yield item
                bar.advance(task)

        yield counted()
