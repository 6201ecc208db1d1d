"""Questions side by side with sources: what each says to each, and who is not reported at all."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar, Literal

from markupsafe import Markup

from claimgraph.errors import QueryError
from claimgraph.markup.html import badge, note, quote, safe
from claimgraph.markup.html import lines as under_each_other
from claimgraph.model import Claim, Interval
from claimgraph.model.base import Id
from claimgraph.views.cells import EMPTY, Cell, Report, cell_of, counted_in, more_in
from claimgraph.views.material import Material
from claimgraph.views.parties import Party
from claimgraph.views.silent import silent
from claimgraph.views.states import State, state_of
from claimgraph.views.view import Scalar, View
from claimgraph.views.when import order, written
from claimgraph.views.wording import counted, in_quotes, joined, shortened
from claimgraph.vocabulary import Role, Stance

#: The key of the column for what articles say without naming a source.
OWN_VOICE = "voice:"

#: Sources that a notebook shows side by side.
COLUMNS_SHOWN = 10


@dataclass(frozen=True)
class Column:
    """A source.

    Attributes:
        party: The source; articles that speak for themselves share one column.
        short: An acronym where the name has one.
        detail: For whom they speak, or who speaks for them.
        claims: How many claims the column holds.
    """

    party: Party
    short: str
    detail: str
    claims: int


@dataclass(frozen=True)
class Line:
    """One row: a question, an event, or a claim that belongs to neither.

    Attributes:
        id: Of the question, the event or the claim.
        text: The question, the event's label or the claim's text.
        state: Contested, compatible, one source, unanswered accusation …
        reason: Why, in words.
        said: The cells in which something stands, by the key of the source, in the order of the
            columns. Of a source that is not in it, nothing is reported.
        event_id: The event that it is about.
        relation_ids: The relations between its claims.
        unanswered: Who is accused in it and has not answered.
    """

    id: Id
    text: str
    state: State
    reason: str
    said: Mapping[str, Cell]
    event_id: Id | None = None
    relation_ids: tuple[Id, ...] = ()
    unanswered: tuple[Party, ...] = ()

    @property
    def claim_ids(self) -> tuple[Id, ...]:
        """The claims of the row."""
        return tuple(dict.fromkeys(each for cell in self.said.values() for each in cell.claim_ids))


@dataclass(frozen=True, repr=False)
class Matrix(View[Line]):
    """Questions and sources. It never says who is right.

    Attributes:
        rows: By event time, then the most claims first, then by text.
        columns: The most claims first, then by name; the articles' own voice last.
    """

    columns: tuple[Column, ...] = field(default=())

    fields: ClassVar[tuple[str, ...]] = (
        *("row", "state", "source", "report", "stance", "label", "words", "quantities"),
        *("claims", "row_id", "source_id"),
    )

    @property
    def caption(self) -> str:
        """How large it is, and how many rows are in each state."""
        states = [
            f"{count} {state.value}"
            for state in State
            if (count := sum(row.state is state for row in self.rows))
        ]
        size = f"{counted(len(self.rows), 'row')}, {counted(len(self.columns), 'column')}"
        return f"Who says what: {size}" + (f" ({', '.join(states)})" if states else "")

    def cell(self, row_id: Id, party_key: str) -> Cell:
        """One cell; an empty one where the source or the row is not in the matrix."""
        row = next((row for row in self.rows if row.id == row_id), None)
        return row.said.get(party_key, EMPTY) if row else EMPTY

    def across(self, row: Line) -> tuple[Cell, ...]:
        """The cells of a row, one for each column; empty ones where nothing is reported."""
        return tuple(row.said.get(column.party.key, EMPTY) for column in self.columns)

    def reported(self, row: Line) -> Iterator[tuple[Column, Cell]]:
        """The cells of a row in which something stands."""
        for key, cell in row.said.items():
            yield self._column[key], cell

    @cached_property
    def _column(self) -> Mapping[str, Column]:
        return {column.party.key: column for column in self.columns}

    def flat(self, row: Line) -> Sequence[Scalar]:
        """The row without its cells, each of which has a line of its own in the DataFrame."""
        return (row.text, row.state.value, *[None] * 6, len(row.claim_ids), row.id, None)

    def flat_rows(self) -> Iterator[Sequence[Scalar]]:
        """A line for each cell in which something stands: fit for a pivot table."""
        for row in self.rows:
            for column, cell in self.reported(row):
                numbers = dict.fromkeys(each for one in cell.answers for each in one.quantities)
                yield (
                    *(row.text, row.state.value, column.party.name, cell.report.value),
                    cell.stance.value if cell.stance else None,
                    *(cell.label, cell.words, "; ".join(numbers), len(cell.answers)),
                    *(row.id, column.party.key),
                )

    def lines(self) -> Iterator[str]:
        """Row by row, and in it source by source."""
        width = min(32, max((len(column.party.name) for column in self.columns), default=0))
        for row in self.rows:
            yield f"{row.text} [{row.state.value}]"
            for column, cell in self.reported(row):
                name = shortened(column.party.name, width)
                words = in_quotes(cell.words) if cell.report is Report.NO_STATEMENT else cell.words
                more = f" {more_in(cell)}".rstrip()
                yield f"    {name:{width}}  {cell.label}: {words}{more}"
            if row.reason:
                yield f"    ({row.reason})"

    @property
    def headers(self) -> Sequence[object]:
        """The sources, with for whom they speak; a list of them where they are too many."""
        if self._is_wide:
            return ("question", "what each source says", "no source given")
        heads = [
            under_each_other([column.short, note(shortened(column.detail, 60))])
            if column.detail
            else column.short
            for column in self.columns
        ]
        return ("question", *heads)

    def cells(self, row: Line) -> Sequence[object]:
        """A row, with its state under the question."""
        head = under_each_other([row.text, badge(row.state.value, row.state.tone)])
        if not self._is_wide:
            return (head, *map(_in_html, self.across(row)))
        said = dict(self.reported(row))
        own = [_in_html(said.pop(each)) for each in list(said) if each.party.key == OWN_VOICE]
        return (head, _listed(said), own[0] if own else _in_html(EMPTY))

    @property
    def _is_wide(self) -> bool:
        return len(self.columns) > COLUMNS_SHOWN


def matrix(
    material: Material,
    rows: Literal["question", "event"] = "question",
    columns: Literal["entity", "side"] = "entity",
) -> Matrix:
    """What each source says to each question, and the articles' own voice beside them.

    Args:
        material: The records.
        rows: One for each question, or one for each event. A claim that answers no question is in
            the row of its event; one without an event has a row for itself.
        columns: One for each entity; or one for each side, where a spokesman, his ministry and
            his state share one. Media stay in their own column.

    Raises:
        QueryError: Rows or columns of another name.

    >>> from claimgraph.model import Attribution, Claim, Document, Source
    >>> article = Document(text="SOHR counted 100.", publisher="Wire", published="2018-11-25")
    >>> sohr = Source(name="SOHR", kind="organisation")
    >>> parts = {"cue": [article.span(5, 12)], "content": [article.span(13, 16)]}
    >>> said = Attribution(document_id=article.id, source_id=sohr.id, **parts)
    >>> claim = Claim(attribution_id=said.id, text="100 hurt", spans=[article.span(13, 16)])
    >>> material = Material((article,), (sohr,), attributions=(said,), claims=(claim,))
    >>> print(matrix(material))
    Who says what: 1 row, 1 column (1 one source)
      100 hurt [one source]
          SOHR  Says: 100 hurt
          (it rests on SOHR alone)
    """
    if rows not in {"question", "event"} or columns not in {"entity", "side"}:
        raise QueryError(
            f"there are no rows by {rows!r} and columns by {columns!r}; rows go by 'question' or "
            "'event', columns by 'entity' or 'side'"
        )
    row_claims = _rows(material, rows)
    column_of = {claim.id: _column(material, claim, columns) for claim in material.claims}
    order_of_columns = _columns(material, row_claims, column_of)
    place = {column.party.key: number for number, column in enumerate(order_of_columns)}
    unanswered = {
        statement.attribution_id: silence.party
        for silence in silent(material).rows
        for statement in silence.accusations
    }
    relations: defaultdict[Id, set[Id]] = defaultdict(set)
    for relation in material.inner_relations:
        relations[relation.a].add(relation.id)
        relations[relation.b].add(relation.id)
    by_id = {relation.id: relation for relation in material.inner_relations}
    made: list[Line] = []
    for (_, row_id), (text, event_id, claims) in row_claims.items():
        inside = {claim.id for claim in claims}
        ids = sorted({each for claim in claims for each in relations.get(claim.id, ())})
        joining = [by_id[each] for each in ids if {by_id[each].a, by_id[each].b} <= inside]
        parties = sorted(
            {
                unanswered[claim.attribution_id]
                for claim in claims
                if claim.attribution_id in unanswered and _accuses(claim)
            }
        )
        state, reason = state_of(material, claims, joining, parties)
        cells: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            cells[column_of[claim.id].key].append(claim)
        counted = counted_in(claims)
        said = {
            key: cell_of(material, cells[key], counted)
            for key in sorted(cells, key=place.__getitem__)
        }
        relation_ids = tuple(relation.id for relation in joining)
        made.append(Line(row_id, text, state, reason, said, event_id, relation_ids, tuple(parties)))
    made.sort(
        key=lambda row: (
            *order(_time(material, row.event_id))[:2],
            *(row.event_id or "", -len(row.claim_ids), row.text, row.id),
        )
    )
    return Matrix(tuple(made), order_of_columns)


_Rows = Mapping[tuple[str, Id], tuple[str, Id | None, list[Claim]]]


def _rows(material: Material, rows: str) -> _Rows:
    """Title, event and claims of each row."""
    found: dict[tuple[str, Id], tuple[str, Id | None, list[Claim]]] = {}
    labels = Counter(event.label for event in set(map(material.event_of, material.claims)) if event)
    for claim in material.claims:
        event = material.event_of(claim)
        questions = material.questions_of.get(claim.id, ()) if rows == "question" else ()
        for question in questions:
            of = material.event.get(question.event_id or "")
            entity = material.entities.get(of.id, of.id) if of else None
            found.setdefault(("question", question.id), (question.text, entity, []))[2].append(
                claim
            )
        if questions:
            continue
        if event is not None:
            text = event.label
            if labels[text] > 1 and event.time is not None:
                text = f"{text} ({written(event.time)})"
            found.setdefault(("event", event.id), (text, event.id, []))[2].append(claim)
        else:
            found[("claim", claim.id)] = (shortened(claim.text, 160), None, [claim])
    return found


def _column(material: Material, claim: Claim, columns: str) -> Party:
    speaker = material.speaker(claim)
    if speaker.is_voice:
        return Party(OWN_VOICE, "the articles themselves")
    parties = material.parties
    if columns == "side" and parties.kind(speaker.key) != "media":
        side = parties.side(speaker.key, material.moment(claim))
        return Party(side, parties.name(side))
    return speaker


def _columns(material: Material, rows: _Rows, column_of: Mapping[Id, Party]) -> tuple[Column, ...]:
    claims_of: defaultdict[Party, dict[Id, Claim]] = defaultdict(dict)
    for _, _, claims in rows.values():
        for claim in claims:
            claims_of[column_of[claim.id]][claim.id] = claim
    made = [
        Column(party, _short(material, party), _detail(material, party, claims), len(claims))
        for party, claims in claims_of.items()
    ]
    made.sort(key=lambda each: (each.party.is_voice, -each.claims, each.party))
    return tuple(made)


def _short(material: Material, party: Party) -> str:
    return party.name if party.is_voice else material.parties.short(party.key)


def _detail(material: Material, party: Party, claims: Mapping[Id, Claim]) -> str:
    """For whom a source speaks, who speaks for it here, and through whom it came."""
    if party.is_voice:
        return "no source given"
    speakers = {material.speaker(claim) for claim in claims.values()} - {party}
    relays = {
        material.parties.of(relay).name
        for claim in claims.values()
        for relay in material.attribution_of(claim).via
    }
    publishers = {material.document_of(claim).publisher for claim in claims.values()}
    latest = max((material.moment(claim) for claim in claims.values()), key=order)
    parts = [
        material.parties.describe(party.key, latest),
        *sorted(speaker.name for speaker in speakers),
    ]
    if others := sorted(relays - publishers - {party.name}):
        parts.append(f"via {joined(others)}")
    return ", ".join(part for part in parts if part)


def _accuses(claim: Claim) -> bool:
    """Whether this claim of an accusation is the one that accuses."""
    accused = any(each.role is Role.ACCUSED for each in claim.participants)
    return claim.stance is Stance.ACCUSES or accused


def _time(material: Material, event_id: Id | None) -> Interval | None:
    event = material.event.get(event_id or "")
    return event.time if event else None


def _in_html(cell: Cell) -> object:
    if cell.report is Report.NOT_REPORTED:
        return Markup('<span class="cg-note" title="not reported">–</span>')
    if cell.report is Report.NO_STATEMENT:
        return under_each_other([note(cell.label), quote(cell.words)])
    more = [note(words)] if (words := more_in(cell)) else []
    return under_each_other(
        [Markup("<strong>{}</strong>").format(safe(cell.label)), cell.words, *more]
    )


def _listed(said: Mapping[Column, Cell]) -> object:
    """Who says what, a line each; of many, the first."""
    lines = [
        Markup("<strong>{}</strong> <em>{}</em>: {} {}").format(
            safe(column.short),
            safe(cell.label[:1].lower() + cell.label[1:]),
            quote(cell.words) if cell.report is Report.NO_STATEMENT else safe(cell.words),
            note(more_in(cell)),
        )
        for column, cell in list(said.items())[:COLUMNS_SHOWN]
    ]
    left_out = len(said) - len(lines)
    return under_each_other([*lines, *([note(f"and {left_out} more sources")] if left_out else [])])
