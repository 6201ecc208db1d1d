"""Times as a reader wants them: as exact as the article was, and no more."""

import re
from datetime import UTC, datetime, timedelta

from claimgraph.model import Interval
from claimgraph.vocabulary import Precision

_LONG = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTHS = tuple(month[:3] for month in _LONG)
_PARTS = {0: "night", 1: "morning", 2: "afternoon", 3: "evening"}
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_NAMED_TIME = re.compile(
    rf"\b(?:{'|'.join(_LONG)}|spring|summer|autumn|fall|winter)\b", re.IGNORECASE
)
_DAY_NUMBER = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b")
_PREPOSITION = re.compile(r"^(?:in|by|around|about|during|since|until|from|the)\s+", re.IGNORECASE)
_EARLIEST = datetime.min.replace(tzinfo=UTC)
_LATEST = datetime.max.replace(tzinfo=UTC)


def written(interval: Interval | None) -> str:
    """An interval in words: a day only where a day is known.

    >>> written(Interval.parse("2018-11-24")), written(Interval.parse("2018-09"))
    ('24 Nov 2018', 'September 2018')
    >>> october = {"start": "2018-10-11T00:00Z", "end": "2018-10-21T00:00Z"}
    >>> written(Interval(**october)), written(Interval(**october, text="for days"))
    ('11–20 Oct 2018', '“for days” (read as 11–20 Oct 2018)')
    >>> written(Interval(**october, text="in mid-October"))
    'mid-October 2018'
    >>> written(None)
    'time not known'
    """
    if interval is None:
        return "time not known"
    if interval.start is None or interval.end is None:
        return _open(interval)
    start, last = interval.start, interval.end - timedelta(microseconds=1)
    match interval.precision:
        case Precision.SECOND | Precision.MINUTE:
            return f"{_day(start)}, {start:%H:%M} UTC"
        case Precision.HOUR:
            return f"{_day(start)}, about {start:%H:00} UTC"
        case Precision.PART_OF_DAY:
            middle = start + (interval.end - start) / 2
            part = _PARTS[middle.hour // 6]
            if start.date() != last.date():
                return f"{part} of {_stretch(start, last)}"
            return f"{_day(start)}, {part}"
        case Precision.DAY:
            return _day(start)
        case Precision.MONTH:
            return f"{_LONG[start.month - 1]} {start.year}"
        case Precision.YEAR:
            return str(start.year)
    if named := _in_the_words_of(interval, start.year, last.year):
        return named
    days = _stretch(start, last)
    if interval.precision is Precision.WEEK:
        days = f"week of {_day(start)}"
    # The words are what is known; the days are how they were read.
    return f"“{interval.text}” (read as {days})" if interval.text else days


def order(interval: Interval | None) -> tuple[datetime, datetime, str, str]:
    """A key that sorts by time: by the beginning, then the shorter first; unknown times last."""
    if interval is None:
        return _LATEST, _LATEST, "", ""
    start = interval.start or _EARLIEST
    end = interval.end or _LATEST
    return start, end, interval.precision.value, interval.text


def _open(interval: Interval) -> str:
    words = f" (“{interval.text}”)" if interval.text else ""
    if interval.start is None:
        assert interval.end is not None
        return f"before {_day(interval.end)}{words}"
    if _YEAR.search(interval.text):
        return interval.text
    return f"since {_day(interval.start)}{words}"


def _in_the_words_of(interval: Interval, first: int, last: int) -> str:
    """The article's words where they name a month or a season better than dates would; else "".

    More than a few words around the month are not a time any more.
    """
    words = _PREPOSITION.sub("", interval.text.strip())
    if not _NAMED_TIME.search(words) or _DAY_NUMBER.search(_YEAR.sub("", words)):
        return ""
    if len(words.split()) > 2 + bool(_YEAR.search(words)):
        return ""
    if _YEAR.search(words):
        return words
    return f"{words} {first}" if first == last else ""


def _stretch(start: datetime, last: datetime) -> str:
    """Both days, with month and year said once where they are the same."""
    if start.date() == last.date():
        return _day(start)
    if (start.year, start.month) == (last.year, last.month):
        return f"{start.day}–{_day(last)}"
    if start.year == last.year:
        return f"{start.day} {_MONTHS[start.month - 1]} – {_day(last)}"
    return f"{_day(start)} – {_day(last)}"


def _day(moment: datetime) -> str:
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
