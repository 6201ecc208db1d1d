"""Times as news gives them: a stretch of time, with how exactly it is known."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Self

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from claimgraph.errors import RecordError
from claimgraph.model.base import Record, Text
from claimgraph.vocabulary import Precision

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_HELP = "write 2018, 2018-11, 2018-11-24 or 2018-11-24T08:30:00+02:00"


class Interval(Record):
    """A half-open stretch of time, ``start <= t < end``, after OWL-Time's interval.

    Attributes:
        start: The first moment, in UTC; ``None`` if it is not known when it began.
        end: The first moment after it, in UTC; ``None`` if it is not known when it ended.
        precision: How exactly the text fixes it: "yesterday" is a day, "in September" a month.
        text: The words of the article, "" if there are none.

    Wherever a record has an interval, a date or an aware datetime can be given instead, also as
    ISO 8601 text. A date without a zone means that day in UTC.

    Raises:
        RecordError: The end is not after the start, both are unknown, or a datetime has no zone.

    >>> Interval.parse("2018-11").end.isoformat()
    '2018-12-01T00:00:00+00:00'
    >>> Interval.parse("2018-11-24").overlaps(Interval.parse("2018-11"))
    True
    """

    start: datetime | None = None
    end: datetime | None = None
    precision: Precision = Precision.RANGE
    text: Text = ""

    @model_validator(mode="before")
    @classmethod
    def _from_date(cls, value: Any) -> Any:
        if isinstance(value, str):
            return _fields(value)
        if isinstance(value, datetime):
            return {"start": value, "end": _after(value), "precision": Precision.SECOND}
        if isinstance(value, date):
            return _fields(value.isoformat())
        return value

    @model_validator(mode="after")
    def _is_a_stretch(self) -> Self:
        for field in ("start", "end"):
            moment = getattr(self, field)
            if moment is None:
                continue
            if moment.tzinfo is None:
                raise RecordError(f"{field}: {moment} has no time zone; add +00:00 or its own")
            if moment.tzinfo is not UTC:
                self.__dict__[field] = in_utc(moment)
        if self.start is None and self.end is None:
            raise RecordError("both ends are unknown; leave the whole interval out instead")
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise RecordError(f"the end {self.end} is not after the start {self.start}")
        return self

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """The object, or the ISO 8601 text that may stand for it."""
        fields = handler.resolve_ref_schema(handler(core))
        as_text = {"type": "string", "description": _HELP, "minLength": 4}
        description = fields.pop("description", "")
        return {"title": "Interval", "description": description, "anyOf": [fields, as_text]}

    @classmethod
    def parse(cls, text: str) -> Self:
        """The interval that an ISO 8601 year, month, date or aware datetime stands for."""
        return cls.model_validate(text)

    def overlaps(self, other: "Interval") -> bool:
        """Whether some moment may lie in both; an unknown end reaches as far as it can."""
        return not (
            (self.end is not None and other.start is not None and self.end <= other.start)
            or (other.end is not None and self.start is not None and other.end <= self.start)
        )

    def contains(self, other: "Interval") -> bool:
        """Whether every moment of ``other`` surely lies in this one."""
        starts = self.start is None or (other.start is not None and self.start <= other.start)
        ends = self.end is None or (other.end is not None and other.end <= self.end)
        return starts and ends

    def __str__(self) -> str:
        if self.start is None:
            return f"before {self.end:%Y-%m-%d}"
        if self.end is None:
            return f"since {self.start:%Y-%m-%d}"
        pattern = {
            Precision.YEAR: "%Y",
            Precision.MONTH: "%Y-%m",
            Precision.DAY: "%Y-%m-%d",
            Precision.HOUR: "%Y-%m-%d %H:00",
            Precision.MINUTE: "%Y-%m-%d %H:%M",
            Precision.SECOND: "%Y-%m-%d %H:%M:%S",
        }.get(self.precision)
        if pattern is not None:
            return self.start.strftime(pattern)
        last = self.end - timedelta(microseconds=1)
        return f"{self.start:%Y-%m-%d} to {last:%Y-%m-%d}"


def in_utc(moment: datetime) -> datetime:
    """The same moment in UTC.

    Raises:
        RecordError: No calendar has its day there: it is in the year 0, or 10000.
    """
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise RecordError(f"{moment} lies outside of the calendar in UTC; {_HELP}") from None


def _fields(text: str) -> dict[str, Any]:
    """Start, end and precision of an ISO 8601 text."""
    text = text.strip()
    try:
        if match := _DATE.fullmatch(text):
            return _of_date(*(int(part) if part else None for part in match.groups()))
        moment = datetime.fromisoformat(text)
    except (ValueError, OverflowError) as error:
        raise RecordError(f"{text[:40]!r} is no time that can be read ({error}); {_HELP}") from None
    if moment.tzinfo is None:
        raise RecordError(f"{text!r} has no time zone; add Z, +02:00 or the like")
    return {"start": moment, "end": _after(moment), "precision": Precision.SECOND}


def _of_date(year: int | None, month: int | None = None, day: int | None = None) -> dict[str, Any]:
    assert year is not None
    start = date(year, month or 1, day or 1)
    if day is not None:
        end, precision = start + timedelta(days=1), Precision.DAY
    elif month is not None:
        end, precision = date(year + month // 12, month % 12 + 1, 1), Precision.MONTH
    else:
        end, precision = date(year + 1, 1, 1), Precision.YEAR
    midnight = time(tzinfo=UTC)
    return {
        "start": datetime.combine(start, midnight),
        "end": datetime.combine(end, midnight),
        "precision": precision,
    }


def _after(moment: datetime) -> datetime:
    """The end of the second that begins at ``moment``."""
    try:
        return moment + timedelta(seconds=1)
    except OverflowError:
        raise RecordError(f"{moment} is too late to be a time in the news") from None
