"""When an article came out, as pages and front matter write it."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

from claimgraph.errors import RecordError
from claimgraph.model import Interval

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
#: "25 November 2018", "Nov. 25th, 2018", with a weekday before it; nothing behind it.
_WORDS = re.compile(
    r"(?:[a-z]{3,9}\.?,?\s+)?"
    r"(?:(?P<day>\d\d?)(?:st|nd|rd|th)?\s+(?P<month>[a-z]{3,9})"
    r"|(?P<month_first>[a-z]{3,9})\.?\s+(?P<day_second>\d\d?)(?:st|nd|rd|th)?)"
    r"\.?,?\s+(?P<year>\d{4})",
    re.IGNORECASE,
)


def published(text: str) -> Interval | None:
    """The moment or the day that a text names; ``None`` where it is not surely one.

    A moment without a time zone gives its day: which moment it was, nobody can say. Numbers that
    may be day or month, as in 03/04/2018, give nothing.

    >>> published("2018-11-25T08:30:00+0200").start.isoformat()
    '2018-11-25T06:30:00+00:00'
    >>> str(published("2018-11-25 08:30")), str(published("Sunday, 25 November 2018"))
    ('2018-11-25', '2018-11-25')
    >>> published("03/04/2018")
    """
    text = " ".join(text.split())
    if len(text) > 80:
        return None
    for candidate in (_iso(text), _mail(text), _in_words(text), _compact(text)):
        if candidate is not None:
            try:
                return Interval.parse(candidate)
            except RecordError:
                return None
    return None


def has_time_without_zone(text: str) -> bool:
    """Whether a text names a moment, but not in which time zone: only its day is known.

    >>> has_time_without_zone("2018-11-25T08:30"), has_time_without_zone("2018-11-25")
    (True, False)
    """
    if _ISO_DAY.match(text.strip()) is None or _ISO_DAY.fullmatch(text.strip()):
        return False
    found = published(text)
    return found is not None and found.precision == "day"


def _iso(text: str) -> str | None:
    if _ISO_DAY.match(text) is None:
        return text if re.fullmatch(r"\d{4}(?:-\d\d)?", text) else None
    if _ISO_DAY.fullmatch(text):
        return text
    # "2018-11-25 08:30:00 +0200": the space before the zone is no ISO 8601.
    written = re.sub(r"\s*(UTC|GMT|Z)$", "+00:00", text, flags=re.IGNORECASE)
    written = re.sub(r"\s+([+-]\d\d:?\d\d)$", r"\1", written)
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment.isoformat() if moment.tzinfo is not None else moment.date().isoformat()


def _mail(text: str) -> str | None:
    """As mails and feeds write it: "Sun, 25 Nov 2018 08:30:00 +0200"."""
    if ":" not in text:
        return None
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, IndexError, OverflowError):
        return None
    # A zone that is not known, or -0000, gives no zone.
    return moment.isoformat() if moment.tzinfo is not None else moment.date().isoformat()


def _in_words(text: str) -> str | None:
    found = _WORDS.fullmatch(text)
    if found is None:
        return None
    month = _MONTHS.get((found["month"] or found["month_first"]).lower())
    if month is None:
        return None
    return f"{found['year']}-{month:02}-{int(found['day'] or found['day_second']):02}"


def _compact(text: str) -> str | None:
    found = _COMPACT.fullmatch(text)
    if found is None or not 1900 <= int(found[1]) <= 2100:
        return None
    return "-".join(found.groups())
