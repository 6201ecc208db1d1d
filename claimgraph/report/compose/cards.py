"""What to see at a glance: contested, unanswered, compatible, from one source."""

from collections.abc import Iterator

from claimgraph.report.compose.numbering import Numbered
from claimgraph.report.content import Alone, Card, Cell, Exchange, Row, Scale, Tone, Topic
from claimgraph.views.cells import Report
from claimgraph.views.states import State
from claimgraph.views.wording import counted, in_quotes, sentence, shortened

#: Cards of each kind.
_CONTESTED, _UNANSWERED, _COMPATIBLE, _SINGLE = 3, 2, 2, 1
_CELLS = 3
_WIDTH = 110

#: How the label of a cell reads in a sentence, where not as it stands.
_VERBS = {"Reports": "says", "No statement": "made no statement"}
_LABELS = frozenset(
    {
        *("Says", "Says not", "Holds back", "Accuses", "Denies", "Confirms", "Doubts"),
        *("Thinks possible", "Thinks likely", "Leaves open", "Declines to comment"),
    }
)

#: Words that end so need no full stop.
_ENDS = ("…", "!", "?")

#: Which cells tell most of a question.
_TELLING = [Tone.ACCUSES, Tone.DENIES, Tone.SILENT, Tone.FIGURE, Tone.SAYS, Tone.OWN_VOICE]


def cards(
    of: Numbered,
    topics: tuple[Topic, ...],
    exchanges: tuple[Exchange, ...],
    scales: tuple[Scale, ...],
    alone: tuple[Alone, ...],
) -> tuple[Card, ...]:
    """The first of each kind, so that every kind that there is has a card."""
    return (
        *_of_rows(topics, State.CONTESTED, _CONTESTED),
        *_unanswered(exchanges, topics),
        *_compatible(topics, scales),
        *_single(of, topics, alone),
    )


def _of_rows(topics: tuple[Topic, ...], state: State, most: int) -> Iterator[Card]:
    rows = [row for topic in topics for row in topic.rows if row.state is state]
    rows.sort(key=lambda row: (-_speakers(row), row.number))
    for row in rows[:most]:
        yield _card(row)


def _speakers(row: Row) -> int:
    return sum(cell.report is not Report.NOT_REPORTED for cell in (*row.cells, *row.others))


def _card(row: Row, text: str = "") -> Card:
    """What the most telling sources say to a question."""
    told = [cell for cell in (*row.cells, *row.others) if cell.tone is not None]
    told.sort(key=lambda cell: _TELLING.index(cell.tone or Tone.SAYS))
    shown = told[:_CELLS]
    said = [_says(cell) for cell in shown]
    if len(told) > len(shown):
        said.append(f"{counted(len(told) - len(shown), 'more source')} in the table.")
    numbers = tuple(dict.fromkeys(number for cell in shown for number in cell.numbers))
    return Card(row.state, row.question, tuple(said), text, row.number, numbers)


def _says(cell: Cell) -> str:
    """What a source says, as a sentence."""
    words = shortened(cell.words, _WIDTH).rstrip(".")
    label = cell.label[:1].lower() + cell.label[1:]
    # What is no stance is a figure.
    verb = _VERBS.get(cell.label, label if cell.label in _LABELS else f"({label})")
    if cell.tone is Tone.OWN_VOICE and cell.label in {*_LABELS, *_VERBS}:
        verb = _of_many(verb)
    return f"{sentence(cell.source)} {verb}: {words}{'' if words.endswith(_ENDS) else '.'}"


def _of_many(verb: str) -> str:
    """What the articles themselves do: they are many.

    >>> _of_many("holds back"), _of_many("denies"), _of_many("says not")
    ('hold back', 'deny', 'say not')
    """
    first, _, rest = verb.partition(" ")
    first = f"{first[:-3]}y" if first.endswith("ies") else first.removesuffix("s")
    return f"{first} {rest}".strip()


def _unanswered(exchanges: tuple[Exchange, ...], topics: tuple[Topic, ...]) -> Iterator[Card]:
    open_ = [each for each in exchanges if each.accusations and not each.is_answered]
    # Where an article tells of the silence, the reader can see it; who is accused once in passing,
    # and described, not named, may not even know.
    open_ = [each for each in open_ if each.silences or len(each.accusations) > 1] or open_[:1]
    open_.sort(key=lambda each: not each.silences)
    for each in open_[:_UNANSWERED]:
        sayings = (*each.accusations, *each.silences)
        numbers = tuple(dict.fromkeys(number for said in sayings for number in said.numbers))
        title = f"No answer by {each.party}"
        yield Card(State.UNANSWERED, title, (), each.summary, _row_of(topics, numbers), numbers)


def _row_of(topics: tuple[Topic, ...], numbers: tuple[int, ...]) -> int | None:
    """The row that holds most of some claims."""
    rows = [row for topic in topics for row in topic.rows]
    best = max(rows, key=lambda row: len({*row.numbers} & {*numbers}), default=None)
    return best.number if best and {*best.numbers} & {*numbers} else None


def _compatible(topics: tuple[Topic, ...], scales: tuple[Scale, ...]) -> Iterator[Card]:
    rows = {row.number: row for topic in topics for row in topic.rows}
    drawn = [rows[each.row] for each in scales]
    found = [row for row in drawn if row.state is State.COMPATIBLE]
    found += [row for row in rows.values() if row.state is State.COMPATIBLE and row not in found]
    for row in found[:_COMPATIBLE]:
        yield _card(row, f"{sentence(row.reason)}.")


def _single(of: Numbered, topics: tuple[Topic, ...], alone: tuple[Alone, ...]) -> Iterator[Card]:
    """What rests on one source, be it in a row or in none."""
    rows = [row for topic in topics for row in topic.rows if row.state is State.ONE_SOURCE]
    rows.sort(key=lambda row: (-len(row.numbers), row.number))
    for row in rows[:_SINGLE]:
        yield _card(row, f"{sentence(row.reason)}.")
    if not rows and alone:
        first = alone[0]
        words = in_quotes(shortened(of.claims[first.numbers[0] - 1].text, _WIDTH))
        text = f"{words} rests on {first.source} alone."
        title = f"What {first.source} says"
        yield Card(State.ONE_SOURCE, title, (), text, None, first.numbers[:1])
