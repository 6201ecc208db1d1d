"""People's decisions about records: appended, signed, dated, and honoured by every query."""

import json
from datetime import datetime
from typing import Any

from pydantic_core import to_jsonable_python
from sqlalchemy import BigInteger, select, type_coerce

from claimgraph.errors import QueryError
from claimgraph.graph.material import Gatherer
from claimgraph.graph.questions import Questions
from claimgraph.model import Judgement, Source
from claimgraph.model.base import Identified
from claimgraph.query.filters import askable
from claimgraph.store.schema import judgement, judgement_subject
from claimgraph.vocabulary import Decision

#: A record, or the id of one.
Subject = str | Identified


class Judging(Questions):
    """The decisions that a person can make. Nothing is deleted: undoing is another judgement.

    Each takes who decides and why, and returns the judgement. ``made`` is when it was decided: now,
    unless it is given.
    """

    def confirm(
        self, record: Subject, *, by: str, reason: str, made: datetime | None = None
    ) -> Judgement:
        """Confirm a record.

        Raises:
            UnknownRecordError: There is no such record.
        """
        return self._judge(Decision.CONFIRM, record, by=by, reason=reason, made=made)

    def reject(
        self, record: Subject, *, by: str, reason: str, made: datetime | None = None
    ) -> Judgement:
        """Reject a record: no query finds it, nor what depends on it. With a document go its
        attributions, with a source and an attribution the claims, with a claim its relations.

        Raises:
            UnknownRecordError: There is no such record.
        """
        return self._judge(Decision.REJECT, record, by=by, reason=reason, made=made)

    def unsure(
        self, record: Subject, *, by: str, reason: str, made: datetime | None = None
    ) -> Judgement:
        """Note that somebody looked at a record and could not decide."""
        return self._judge(Decision.UNSURE, record, by=by, reason=reason, made=made)

    def correct(
        self,
        record: Subject,
        field: str,
        value: Any,
        *,
        by: str,
        reason: str,
        made: datetime | None = None,
    ) -> Judgement:
        """Correct a field of a record: queries find it, and return it, with the new value.

        Args:
            record: The record, or its id.
            field: The field: "polarity".
            value: What it should say, as JSON has it; a record of ours will do.
            by: Who decides.
            reason: Why.
            made: When; now, if it is not given.

        Raises:
            UnknownRecordError: There is no such record.
            RecordError: It would break its own rules with that value.
        """
        return self._judge(
            Decision.CORRECT, record, by=by, reason=reason, made=made, field=field, value=value
        )

    def merge(
        self, *records: Subject, by: str, reason: str, made: datetime | None = None
    ) -> Judgement:
        """Say that sources, or events, are the same.

        Raises:
            UnknownRecordError: There is no such source or event.
            RecordError: Fewer than two are named, or one is neither a source nor an event.
        """
        return self._judge(Decision.MERGE, *records, by=by, reason=reason, made=made)

    def split(
        self, *records: Subject, by: str, reason: str, made: datetime | None = None
    ) -> Judgement:
        """Take sources, or events, out of what they were joined with, each for itself.

        A source as a query returns it stands for all that were joined: name the one that is to be
        taken out by its own id; see :meth:`joined_sources`.

        Raises:
            UnknownRecordError: There is no such source or event.
        """
        return self._judge(Decision.SPLIT, *records, by=by, reason=reason, made=made)

    def withdraw(
        self, judgement: Judgement | str, *, by: str, reason: str, made: datetime | None = None
    ) -> Judgement:
        """Undo a judgement, from now on.

        Raises:
            UnknownRecordError: There is no such judgement.
        """
        return self._judge(Decision.WITHDRAW, judgement, by=by, reason=reason, made=made)

    def judgements(self, *records: Subject) -> list[Judgement]:
        """What people decided about some records, or about all, in the order in which they did;
        decisions that were withdrawn later and the withdrawals among them.
        """
        j, s = judgement.alias(), judgement_subject.alias()
        statement = select(j.c.body).order_by(j.c.made, j.c.id)
        if self._scope.judged is not None:
            statement = statement.where(type_coerce(j.c.made, BigInteger) < self._scope.judged)
        if records:
            ids = [askable(id_of(record)) for record in records]
            about = select(s.c.judgement_id).where(s.c.subject.in_(ids))
            undone = select(s.c.judgement_id).where(s.c.subject.in_(about))
            statement = statement.where(j.c.id.in_(about) | j.c.id.in_(undone))
        return [Judgement.model_validate_json(row[0]) for row in self._store.rows(statement)]

    def joined_sources(self, source: Source | str) -> list[Source]:
        """The sources that stand behind one, each with its own id, in the order of their ids."""
        sources, _ = Gatherer(self).sources({id_of(source)})
        return sorted(sources, key=lambda each: each.id)

    def _judge(
        self,
        decision: Decision,
        *records: Subject,
        by: str,
        reason: str,
        made: datetime | None,
        field: str = "",
        value: Any = None,
    ) -> Judgement:
        if self._scope.words:
            raise QueryError(f"judge in the graph itself, not in the one {self._scope.words}")
        fields: dict[str, Any] = {
            "decision": decision,
            "subjects": tuple(id_of(record) for record in records),
            "by": by,
            "reason": reason,
            "field": field,
            "value": _as_json(value),
        }
        if made is not None:
            fields["made"] = made
        decided = Judgement(**fields)
        self._store.judge([decided])
        return decided


def id_of(record: Subject) -> str:
    """The id of a record, which may be given instead of it.

    Raises:
        QueryError: It is neither.
    """
    if isinstance(record, str):
        return record
    if not isinstance(record, Identified):
        raise QueryError(f"a record, or the id of one, is needed here, not {record!r}")
    return record.id


def _as_json(value: Any) -> Any:
    return json.loads(json.dumps(to_jsonable_python(value)))
