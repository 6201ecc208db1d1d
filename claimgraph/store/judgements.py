"""Judgements out of the store: those of certain records, with everything that withdraws them."""

from collections.abc import Iterable

from sqlalchemy import Connection, Select, select

from claimgraph.model import Judgement
from claimgraph.store import schema
from claimgraph.store.writing import IDS, bodies, select_in
from claimgraph.vocabulary import Decision

#: Decisions about which records are the same.
JOINING = (Decision.MERGE, Decision.SPLIT)

_judgement, _subject = schema.judgement, schema.judgement_subject
_other = _subject.alias()


def _on(*decisions: Decision) -> Select[tuple[str, str]]:
    """Judgements of these kinds that have certain subjects."""
    return (
        select(_judgement.c.id, _judgement.c.body)
        .join(_subject, _subject.c.judgement_id == _judgement.c.id)
        .where(_judgement.c.decision.in_(decisions), _subject.c.subject.in_(IDS))
    )


_JOINING_ON = _on(*JOINING)
_RULING_ON = _on(Decision.CONFIRM, Decision.REJECT, Decision.UNSURE, Decision.CORRECT)
_WITHDRAWING = _on(Decision.WITHDRAW)

_JOINED_WITH = (
    select(_other.c.subject)
    .join(_judgement, _judgement.c.id == _other.c.judgement_id)
    .join(_subject, _subject.c.judgement_id == _other.c.judgement_id)
    .where(_judgement.c.decision.in_(JOINING), _subject.c.subject.in_(IDS))
)


def load_judgements(connection: Connection, ids: Iterable[str]) -> list[Judgement]:
    """The judgements with these ids, as far as they are in the store."""
    return _parsed(row.body for row in select_in(connection, bodies(_judgement), ids))


def joining_judgements(connection: Connection, subjects: Iterable[str]) -> list[Judgement]:
    """The merges and splits of these records, with their withdrawals."""
    return _with_withdrawals(connection, _JOINING_ON, subjects)


def ruling_judgements(connection: Connection, subjects: Iterable[str]) -> list[Judgement]:
    """Every other decision about these records, with their withdrawals."""
    return _with_withdrawals(connection, _RULING_ON, subjects)


def joined_with(connection: Connection, subjects: Iterable[str]) -> set[str]:
    """The records that somebody has merged with these or split off together with these."""
    return {row.subject for row in select_in(connection, _JOINED_WITH, subjects)}


def _with_withdrawals(
    connection: Connection, statement: Select[tuple[str, str]], subjects: Iterable[str]
) -> list[Judgement]:
    """What a statement finds, with the withdrawals of that, and the withdrawals of these."""
    found = {row.id: row.body for row in select_in(connection, statement, subjects)}
    new = found
    while new:
        rows = select_in(connection, _WITHDRAWING, new)
        new = {row.id: row.body for row in rows if row.id not in found}
        found |= new
    return _parsed(found.values())


def _parsed(found: Iterable[str]) -> list[Judgement]:
    return [Judgement.model_validate_json(body) for body in found]
