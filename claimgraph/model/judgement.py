"""Judgements: what people decide about records. They are appended, never changed; undoing is
another judgement.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, AwareDatetime, Field, JsonValue, TypeAdapter, model_validator

from claimgraph.errors import RecordError
from claimgraph.ids import content_id
from claimgraph.model.base import Id, Identified, Name, Text
from claimgraph.model.interval import in_utc
from claimgraph.vocabulary import Decision

_TEXT: TypeAdapter[str] = TypeAdapter(Text)


def _holds_only_text(value: JsonValue) -> JsonValue:
    for text in _texts(value):
        _TEXT.validate_python(text)
    return value


def _texts(value: JsonValue) -> Iterator[str]:
    """Every string in a JSON value, the keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        yield from value
        for item in value.values():
            yield from _texts(item)


#: A JSON value without NUL and lone surrogates, at any depth.
_Value = Annotated[JsonValue, AfterValidator(_holds_only_text)]

#: How many subjects each decision takes: at least, at most.
_SUBJECTS = {Decision.MERGE: (2, 1000), Decision.SPLIT: (1, 1000)}


class Judgement(Identified):
    """A person's decision about a record, signed, dated, with a reason (nomenklatura's judgement).

    Attributes:
        decision: ``CONFIRM`` and ``REJECT`` a record (a rejected one is not shown by any query),
            ``UNSURE``, ``CORRECT`` a field of it, ``MERGE`` sources or events into the first one
            named, ``SPLIT`` off the named ones from whatever they were joined with, ``WITHDRAW``
            an earlier judgement.
        subjects: Ids of the records, or of the judgement that is withdrawn.
        field: For ``CORRECT``: which field.
        value: For ``CORRECT``: what it should say.
        by: Who decides.
        reason: Why.
        made: When, with a time zone.

    Raises:
        RecordError: The number of subjects does not fit the decision, or a correction lacks its
            field.

    >>> made = "2026-11-22T10:00:00Z"
    >>> Judgement(decision="reject", subjects=["clm_1"], by="Ann", reason="a joke", made=made).by
    'Ann'
    """

    record: Literal["judgement"] = "judgement"
    decision: Decision
    subjects: tuple[Id, ...]
    field: Text = ""
    value: _Value = None
    by: Name
    reason: Text = Field(min_length=1)
    made: AwareDatetime = Field(default_factory=lambda: datetime.now(UTC))

    @model_validator(mode="after")
    def _is_complete(self) -> Self:
        low, high = _SUBJECTS.get(self.decision, (1, 1))
        if not low <= len(self.subjects) <= high:
            raise RecordError(
                f"{self.decision.value} takes {low} to {high} subjects, not {len(self.subjects)}"
            )
        if len(set(self.subjects)) != len(self.subjects):
            raise RecordError("a subject is named twice")
        if (self.decision is Decision.CORRECT) != bool(self.field):
            raise RecordError("a field belongs to a correction, and a correction needs one")
        return self

    def _settle(self) -> None:
        self.__dict__["made"] = in_utc(self.made)

    def derived_id(self) -> str:
        """From everything in it."""
        return content_id(
            "jdg",
            self.decision,
            ",".join(self.subjects),
            self.field,
            repr(self.value),
            self.by,
            self.reason,
            self.made.isoformat(),
        )
