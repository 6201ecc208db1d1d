"""Adding judgements, and what follows from them: rulings, and who is the same as whom."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, Table, select

from claimgraph.errors import ConflictError, RecordError, UnknownRecordError
from claimgraph.model import Judgement
from claimgraph.store import rows, schema
from claimgraph.store.added import Added
from claimgraph.store.corrections import refuse_broken_records
from claimgraph.store.grouping import regroup_events, regroup_sources
from claimgraph.store.judgements import JOINING, load_judgements, ruling_judgements
from claimgraph.store.rulings import Ruling, in_row, rulings
from claimgraph.store.writing import (
    IDS,
    delete_in,
    deletion,
    insert,
    insert_all,
    present,
    select_in,
)
from claimgraph.vocabulary import Decision

#: What can be confirmed, rejected or corrected.
_RECORDS = (
    schema.document,
    schema.attribution,
    schema.claim,
    schema.source,
    schema.event,
    schema.affiliation,
    schema.relation,
    schema.question,
    schema.lineage,
)

#: What can be merged and split.
_JOINED = (schema.source, schema.event)


_RULINGS = select(schema.ruling).where(schema.ruling.c.subject.in_(IDS))


def judge(connection: Connection, judgements: Sequence[Judgement], recorded: int) -> Added:
    """Append judgements, and make anew what follows from them.

    Raises:
        UnknownRecordError: A subject is not in the store.
        RecordError: The decision does not fit its subjects, or a record would break its own rules.
        ConflictError: An id is taken by a judgement with other content.
    """
    new = _new(connection, judgements)
    _refuse_unfit(connection, new)
    insert_all(connection, rows.merged(rows.of_judgement(each, recorded) for each in new))
    roots = _withdrawn_from(connection, new)
    joined = [each for root in roots if root.decision in JOINING for each in root.subjects]
    ruled = {each for root in roots if root.decision not in JOINING for each in root.subjects}
    rule(connection, ruled, new)
    regroup_sources(connection, joined)
    regroup_events(connection, joined)
    return Added(judgements=len(new), unchanged=len(judgements) - len(new))


def rule(connection: Connection, subjects: Iterable[str], new: Iterable[Judgement]) -> None:
    """Make the rulings on these records anew from all judgements of them.

    Raises:
        RecordError: A record would break its own rules at some time.
    """
    subjects = set(subjects)
    found = rulings(ruling_judgements(connection, subjects))
    before = [Ruling(**row._mapping) for row in select_in(connection, _RULINGS, subjects)]
    refuse_broken_records(connection, before, found, new)
    table = schema.ruling
    delete_in(connection, deletion(table.c.subject), subjects)
    insert(
        connection,
        table,
        [in_row(each) for each in found],
    )


def _new(connection: Connection, judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that are not in the store, each once."""
    given: dict[str, Judgement] = {}
    for each in judgements:
        if given.setdefault(each.id, each) != each:
            raise _conflict(each.id)
    stored = load_judgements(connection, given)
    for each in stored:
        if given[each.id] != each:
            raise _conflict(each.id)
    known = {each.id for each in stored}
    return [each for each in given.values() if each.id not in known]


def _conflict(judgement_id: str) -> ConflictError:
    return ConflictError(
        f"{judgement_id} is taken by a judgement with other content; judgements are never changed: "
        "give the new one another id, and withdraw the old one"
    )


def _refuse_unfit(connection: Connection, judgements: Sequence[Judgement]) -> None:
    """Every subject must be there, and be something that can be decided about in this way."""
    subjects = {each for judgement in judgements for each in judgement.subjects}
    tables = (*_RECORDS, schema.judgement)
    there = {table: present(connection, table.c.id, subjects) for table in tables}
    for judgement in judgements:
        match judgement.decision:
            case Decision.WITHDRAW:
                allowed: Sequence[Table] = (schema.judgement,)
            case Decision.MERGE | Decision.SPLIT:
                allowed = _JOINED
            case _:
                allowed = _RECORDS
        _refuse_subjects(judgement, allowed, there)
        # A later one of the same call may withdraw this one.
        there[schema.judgement].add(judgement.id)


def _refuse_subjects(
    judgement: Judgement, allowed: Sequence[Table], there: Mapping[Table, set[str]]
) -> None:
    for subject in judgement.subjects:
        tables = [table for table, ids in there.items() if subject in ids]
        if not tables:
            raise UnknownRecordError(
                f"{judgement.decision.value}: no record {subject!r} in the store; add it first"
            )
        if not set(tables) & set(allowed):
            raise RecordError(
                f"{judgement.decision.value}: {subject} is a {tables[0].name}; this decision takes "
                f"{', '.join(table.name for table in allowed)}"
            )
    if judgement.decision is Decision.MERGE and not any(
        there[table].issuperset(judgement.subjects) for table in allowed
    ):
        raise RecordError("merge: sources are merged with sources, events with events")


def _withdrawn_from(connection: Connection, judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those among the judgements that are no withdrawals, and what the withdrawals go back to."""
    roots: list[Judgement] = []
    pending = list(judgements)
    while pending:
        roots += [each for each in pending if each.decision is not Decision.WITHDRAW]
        pending = load_judgements(
            connection,
            {each.subjects[0] for each in pending if each.decision is Decision.WITHDRAW},
        )
    return roots
