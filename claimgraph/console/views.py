"""Views as printed text."""

from collections.abc import Iterator
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from claimgraph.console.records import relation
from claimgraph.console.text import beside, heading, indented, note, sentence, words
from claimgraph.graph.comparison import Comparison, Shared, in_short
from claimgraph.graph.why import Why
from claimgraph.views.matrix import Line, Matrix
from claimgraph.views.silent import Silence, Silent
from claimgraph.views.timeline import Timeline
from claimgraph.views.trace import Trace
from claimgraph.views.view import View
from claimgraph.views.wording import joined, shortened

#: The colour of each state of a matrix's row; others have none.
_STATES = {"contested": "red", "unanswered accusation": "yellow", "compatible": "green"}

#: How wide the name of a source is, in columns.
_NAME = 26


def printed(view: View[Any]) -> RenderableType:
    """Any view, laid out for a terminal of 80 columns or more."""
    if isinstance(view, Matrix):
        return _matrix(view)
    if isinstance(view, Timeline):
        return _timeline(view)
    if isinstance(view, Silent):
        return _silent(view)
    if isinstance(view, Trace):
        return _trace(view)
    lines = (_line(line) for line in view.lines())
    return Group(words(view.caption, "bold"), *lines)


def matrix_row(view: Matrix, row: Line, width: int = 400) -> RenderableType:
    """A row of the matrix: the question, then what each source says to it.

    Args:
        view: The matrix that it is from.
        row: The row.
        width: Characters of a cell to show.
    """
    cells = (
        (
            words(column.short, "bold"),
            sentence(words(cell.label), ": ", words(shortened(cell.words, width))),
        )
        for column, cell in view.reported(row)
    )
    title = sentence(
        words(row.text, "bold"),
        " ",
        words(f"[{row.state.value}]", _STATES.get(row.state.value, "dim")),
    )
    reason = [indented(note(row.reason))] if row.reason else []
    return Group(title, *reason, indented(beside(cells, _NAME)))


def silence(row: Silence) -> RenderableType:
    """Somebody who has not answered: who accuses them, and what is said of their silence."""
    accusers = joined([party.name for party in row.accused_by])
    by = f", accused by {accusers}" if accusers else ""
    said = dict.fromkeys(each.words for each in row.statements)
    what = "; ".join(f"“{each}”" for each in said) or "no answer is reported"
    return sentence(words(row.party.name, "bold"), f"{by}: ", words(what))


def reasons(found: Why) -> RenderableType:
    """What a record rests on: what is told, beside the words."""
    return beside(((note(what), words(told)) for what, told in found.lines), 14)


def comparison(found: Comparison) -> RenderableType:
    """Two sources side by side: the pairs with their reasons, then what only one of them says."""
    rows = [
        {
            "id": pair.relation.id,
            "kind": pair.relation.kind.value,
            "type": pair.relation.type.value if pair.relation.type else None,
            "source_a": found.names[0],
            "stance_a": pair.left.stance.value,
            "claim_a": pair.left.text,
            "source_b": found.names[1],
            "stance_b": pair.right.stance.value,
            "claim_b": pair.right.text,
            "reason": pair.relation.reason,
        }
        for pair in found.pairs
    ]
    alone: list[RenderableType] = []
    for name, claims in zip(found.names, (found.left_only, found.right_only), strict=True):
        if claims:
            alone.append(heading(f"Only {name}"))
            alone.extend(indented(words(claim.text)) for claim in claims)
    asked = [line for each in found.questions for line in _both_answer(found.names, each)]
    if asked and rows:
        asked.append("")
    return Group(words(found.caption, "bold"), *asked, *map(relation, rows), *alone)


def _both_answer(names: tuple[str, str], shared: Shared) -> Iterator[RenderableType]:
    yield ""
    yield words(shared.text, "bold")
    answers = zip(names, map(in_short, (shared.left, shared.right)), strict=True)
    yield indented(beside(((words(name, "bold"), words(said)) for name, said in answers), _NAME))


def _matrix(view: Matrix) -> RenderableType:
    rows = (item for row in view.rows for item in ("", matrix_row(view, row)))
    return Group(words(view.caption, "bold"), *rows)


def _silent(view: Silent) -> RenderableType:
    rows = [silence(row) for row in view.rows]
    answered = [_line(line) for line in list(view.lines())[len(rows) :]]
    more = [heading("Answered"), *answered] if answered else []
    return Group(words(view.caption, "bold"), *rows, *more)


def _timeline(view: Timeline) -> RenderableType:
    def entries() -> Iterator[tuple[RenderableType, RenderableType]]:
        for moment in view.moments:
            for number, entry in enumerate(moment.entries):
                when = words("" if number else moment.when, "bold")
                who = joined([party.name for party in entry.who])
                denied = joined([party.name for party in entry.denied_by])
                told = "; ".join(each for each in (who, denied and f"denied by {denied}") if each)
                clock = note(f"{entry.clock.value}: ")
                yield when, sentence(clock, words(entry.text), note(f" ({told})" if told else ""))

    return Group(words(view.caption, "bold"), beside(entries(), 20))


def _trace(view: Trace) -> RenderableType:
    def steps() -> Iterator[tuple[RenderableType, RenderableType]]:
        for row in view.rows:
            detail = sentence(": ", words(row.detail)) if row.detail else Text()
            reasons = [note(f"because {reason.text or reason.rule}") for reason in row.reasons]
            yield note(row.part.value), Group(sentence(words(row.name), detail), *reasons)

    return Group(words(view.caption, "bold"), "", beside(steps(), 10))


def _line(line: str) -> RenderableType:
    """A line of a view's own text: what it is indented by, its rest comes back to."""
    text = line.lstrip(" ")
    return indented(words(text), 2 + len(line) - len(text))
