"""The questions side by side with the sources, story by story."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from claimgraph.model.base import Id
from claimgraph.report.compose.numbering import Numbered, asks_how_many
from claimgraph.report.compose.stories import stories
from claimgraph.report.content import Alone, Cell, Head, Row, Tone, Topic
from claimgraph.views import cells
from claimgraph.views.called import headline
from claimgraph.views.cells import Report
from claimgraph.views.matrix import OWN_VOICE, Column, Line, Matrix
from claimgraph.views.states import State
from claimgraph.views.wording import in_quotes, joined, sentence, shortened

#: Sources that have a column of their own; what others say stands together in one more.
COLUMNS = 7

#: The share of a story's claims that are about the event that it is called by.
_SHARE = 0.2

#: Letters of a question, of a topic.
_QUESTION, _TITLE = 160, 90

#: Who has a column: those who speak where sources differ, and who do more there than tell.
_STATES = {State.CONTESTED: 3, State.UNANSWERED: 3, State.COMPATIBLE: 2}
_TONES = {Tone.ACCUSES: 5, Tone.DENIES: 5, Tone.SILENT: 4, Tone.FIGURE: 3}

#: The states of rows that bring several sources together.
_COMPARING = frozenset({State.CONTESTED, State.UNANSWERED, State.COMPATIBLE, State.SEVERAL_SOURCES})

#: The states in the order in which a reader wants them.
_ORDER = (
    *(State.CONTESTED, State.UNANSWERED, State.COMPATIBLE, State.SEVERAL_SOURCES),
    *(State.ONE_SOURCE, State.OWN_VOICE, State.NO_STATEMENT),
)


def topics(of: Numbered, view: Matrix) -> tuple[Topic, ...]:
    """The rows of a matrix that compare something, in one table for each story.

    What one source alone says in passing is in no row: see :func:`alone`.
    """
    asked = {each.id for each in of.material.questions if each.method == "hand"}
    shown = [line for line in view.rows if _compares(of, line, asked)]
    story = stories(_documents(of, line) for line in shown)
    lines: defaultdict[Id, list[Line]] = defaultdict(list)
    for line in shown:
        told = Counter(story[each] for each in _documents(of, line))
        lines[min(told, key=lambda name: (-told[name], name))].append(line)
    ordered = sorted(
        lines.values(),
        key=lambda group: (min(map(_rank, group)), -sum(len(each.claim_ids) for each in group)),
    )
    made: list[Topic] = []
    number = 1
    for group in ordered:
        group.sort(key=lambda line: (_rank(line), -len(line.claim_ids), line.text, line.id))
        made.append(_topic(of, view, group, number))
        number += len(group)
    return tuple(made)


def alone(of: Numbered, topics_: Iterable[Topic]) -> tuple[Alone, ...]:
    """The claims of named sources that stand in no row and that nothing joins to another claim."""
    used = {number for topic in topics_ for row in topic.rows for number in row.numbers}
    used |= {of.number[end] for each in of.material.inner_relations for end in (each.a, each.b)}
    found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, claim in enumerate(of.claims, 1):
        speaker = of.speaker(claim)
        if number not in used and not speaker.is_voice and of.tone(claim) is not Tone.SILENT:
            found[speaker.name, speaker.key].append(number)
    ranked = sorted(found.items(), key=lambda each: (-len(each[1]), each[0]))
    return tuple(Alone(name, key, tuple(numbers)) for (name, key), numbers in ranked)


def _compares(of: Numbered, line: Line, asked: Collection[Id]) -> bool:
    """Whether a row is worth a place in the table; a person's question always is."""
    if line.state in _COMPARING or line.id in asked:
        return True
    # What one source says again in another article can be followed from one to the other.
    return line.state is State.ONE_SOURCE and len(_documents(of, line)) > 1


def _documents(of: Numbered, line: Line) -> list[Id]:
    """The articles of a row's claims, each once."""
    claim = of.material.claim
    found = (of.material.attribution_of(claim[each]).document_id for each in line.claim_ids)
    return list(dict.fromkeys(found))


def _rank(line: Line) -> tuple[bool, int]:
    """What is asked comes before what else is said of an event."""
    return line.id == line.event_id, _ORDER.index(line.state)


def _topic(of: Numbered, view: Matrix, lines: Sequence[Line], number: int) -> Topic:
    used = _weights(of, view, lines)
    named = [column for column in used if column.party.key != OWN_VOICE]
    named.sort(key=lambda column: (-used[column], -column.claims, column.party))
    # One source more costs no more room than a column for "others".
    chosen = named if len(named) <= COLUMNS + 1 else named[:COLUMNS]
    columns = [*chosen, *(column for column in used if column.party.key == OWN_VOICE)]
    heads = tuple(
        Head(column.party.key, column.short, column.party.name, shortened(column.detail, 80))
        for column in columns
    )
    rows = tuple(_row(of, view, line, columns, place) for place, line in enumerate(lines, number))
    return Topic(_title(of, lines), heads, rows)


def _weights(of: Numbered, view: Matrix, lines: Iterable[Line]) -> Counter[Column]:
    """How much each source has to do with some rows: who accuses, denies or is silent where sources
    contradict each other, who is named, and who says most.
    """
    used: Counter[Column] = Counter()
    for line in lines:
        for column, cell in view.reported(line):
            tone = of.tone(of.material.claim[cell.claim_ids[0]])
            weight = _STATES.get(line.state, 1) * _TONES.get(tone, 1)
            named = 3 if of.material.parties.is_named(column.party.key) else 2
            used[column] += weight * named * len(cell.claim_ids).bit_length()
    return used


def _row(of: Numbered, view: Matrix, line: Line, columns: Sequence[Column], number: int) -> Row:
    reported = dict(view.reported(line))
    by_number = asks_how_many(line.text)
    made = tuple(
        _cell(of, column, reported.pop(column, cells.EMPTY), by_number) for column in columns
    )
    others = tuple(_cell(of, column, cell, by_number) for column, cell in reported.items())
    question = shortened(line.text, _QUESTION)
    if line.id == line.event_id:
        question = f"What else is said of: {question}"
    elif line.id in of.number:
        question = in_quotes(question)
    return Row(
        number=number,
        question=question,
        state=line.state,
        reason=line.reason,
        cells=made,
        others=others,
        relation_ids=line.relation_ids,
    )


def _cell(of: Numbered, column: Column, cell: cells.Cell, by_number: bool) -> Cell:
    if cell.report is Report.NOT_REPORTED:
        return Cell(column.short, cell.report)
    claims = [of.material.claim[each] for each in cell.claim_ids]
    return Cell(
        source=column.short,
        report=cell.report,
        tone=of.tone(claims[0]) if by_number else _not_by_number(of.tone(claims[0])),
        # A number heads the cell where a number is asked for.
        label=cell.label if by_number else cell.answers[0].label,
        words=f"“{cell.words}”" if cell.report is Report.NO_STATEMENT else cell.words,
        more=len({answer.text for answer in cell.answers} - {cell.answers[0].text}),
        numbers=of.numbers(cell.claim_ids),
    )


def _not_by_number(tone: Tone) -> Tone:
    return Tone.SAYS if tone is Tone.FIGURE else tone


def _title(of: Numbered, lines: Sequence[Line]) -> str:
    """What most of a story's claims are about, else the headline of its first article."""
    about: Counter[str] = Counter()
    for line in lines:
        about.update(label for label in _events(of, line))
    most = max(about.values(), default=0)
    # What few of them are about names no story.
    if most >= _SHARE * sum(len(line.claim_ids) for line in lines):
        labels = [label for label, count in about.items() if count == most]
        return sentence(shortened(min(labels), _TITLE))
    documents = {each for line in lines for each in _documents(of, line)}
    first = next(each for each in of.documents if each.id in documents)
    return shortened(headline(first), _TITLE)


def _events(of: Numbered, line: Line) -> Iterator[str]:
    for claim_id in line.claim_ids:
        event = of.material.event_of(of.material.claim[claim_id])
        # "Attack" alone says too little for a heading.
        if event is not None and len(event.label.split()) > 2:
            yield event.label


def several(names: Sequence[str], most: int = 4) -> str:
    """Names in a sentence; of many, the first."""
    if len(names) <= most + 1:
        return joined(list(names))
    return joined([*names[:most], f"{len(names) - most} more"])
