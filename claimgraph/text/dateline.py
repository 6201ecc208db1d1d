"""The day that an article itself says it came out on, at its head or its foot.

A date line ("Wed 05 Apr 2017", "Published: 24 November 2018"), a dateline ("ALEPPO, Nov. 24
(Outlet) —") or a closing credit ("(Reuters, 24 Nov 2018)"). A day that a sentence tells of is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from claimgraph.model import Interval

#: Lines with words at the head and at the foot of an article that may hold the date.
_HEAD, _FOOT = 6, 3
#: Characters of a line that are looked at, and those of one in which a dateline stands.
_ENOUGH, _DATELINE = 240, 120
_YEARS = range(1900, 2101)

_MONTHS = (
    "jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?",
    "aug(?:ust)?", "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?",
)  # fmt: skip
_MONTH = f"(?:{'|'.join(_MONTHS)})"
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"(?:(?P<weekday>{_WEEKDAY})\.?,?\s+)?"
    r"(?:"
    rf"(?P<d1>{_DAY})\s+(?P<m1>{_MONTH})\.?(?:,?\s+(?P<y1>\d{{4}}))?"
    rf"|(?P<m2>{_MONTH})\.?\s+(?P<d2>{_DAY})(?:,?\s+(?P<y2>\d{{4}}))?"
    r"|(?P<y3>\d{4})-(?P<m3>\d\d)-(?P<d3>\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?"
    r"|(?P<n1>\d{1,2})[/.-](?P<n2>\d{1,2})[/.-](?P<y4>\d{4})"
    r")(?![\w/-])",
    re.IGNORECASE,
)
#: The hour of the day, and in which zone, behind or before a date.
_HOUR = (
    r"(?:(?:at|@)\s+)?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?"
    r"(?:\s*\(?(?:[A-Z]{2,5}|local time)(?:[+-]\d{1,2})?\)?)?"
)
_LABEL = re.compile(
    r"(?:(?:first|originally)\s+)?(?:published|posted|issued|released|filed|dateline|publication"
    r"\s+date|date\s+(?:of\s+publication|published)|date)(?:\s+(?:on|at|in))?\s*:?\s*",
    re.IGNORECASE,
)
#: What tells of another day than that on which it came out.
_OTHER = re.compile(
    r"\b(?:updated?|modified|revised|edited|retrieved|accessed|archived|corrected|expires?|event"
    r"|copyright)\b|©|\(c\)",
    re.IGNORECASE,
)
_BREAK = r"[-–—|:•·,/]"
_ENDS = re.compile(rf"\s*(?:,?\s*{_HOUR})?\s*[.,]?\s*$", re.IGNORECASE)
_THEN = re.compile(rf"\s*(?:,?\s*{_HOUR})?\s*(?:[-–—|•·]|:(?=\s))\s*", re.IGNORECASE)
#: The word behind a date with which a headline may begin, and words with which a sentence goes on.
_NEXT = re.compile(r"\s+[\"“‘'«]?(by\b|[A-Z\d][\w.’'-]*)")
_GOES_ON = frozenset(
    "and did does had has is marks may might must saw sees should was were will would".split()
)
_FIRST = re.compile(rf"\s*(?:{_HOUR}\s*,?\s*{_BREAK}?\s*)?$", re.IGNORECASE)
#: Who wrote it, before the date on one line.
_BY = re.compile(rf"(?:by\s+)?[A-Z][\w.’' -]{{1,60}}(?:,\s*[A-Z][\w.’' -]{{1,40}})?\s*{_BREAK}\s*$")
#: Where an article was written: capitals, or a few names; then, perhaps, who wrote it.
_OUTLET = r"(?:\s*\([A-Z][\w.&’' -]{1,40}\))"
_PLACE = r"[A-Z][\w.’'-]*(?:[ /][A-Z][\w.’'-]*){0,3}"
_TOWN = re.compile(rf"{_PLACE}(?:,\s*{_PLACE}){{0,2}}{_OUTLET}?\s*[,–—-]?\s*$")
_AFTER_TOWN = re.compile(rf"{_OUTLET}?\s*(?:[–—-]|:(?=\s))")
#: A closing credit: "(Reuters, 24 Nov 2018)".
_CREDIT = re.compile(r"[(\[](?P<inside>[^()\[\]]{4,80})[)\]]\s*\.?\s*$")
_CREDITED = re.compile(r"[A-Z][\w.&’' /-]{0,50}[,:;–—-]?\s*$")
_YEAR_OF_RIGHTS = re.compile(r"(?:©|\(c\)|copyright)\D{0,20}(\d{4})\b(?!\s*[-–])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    """A date in a place where articles say when they came out."""

    words: str
    month: int
    day: int
    year: int | None
    weekday: int | None
    labelled: bool = False


def day_told(text: str) -> Interval | None:
    r"""The day that an article says it came out on; its ``text`` are the words that say so.

    Args:
        text: The article.

    Returns:
        ``None`` where it does not say so, or not surely: two days that are named alike, 03/04/2018,
        a weekday that is another one's, a day without a year that no line at its head or foot
        gives.

    >>> day = day_told("Wed 05 Apr 2017 Blast kills 12 in Orvana\n\nPolice said so on Monday.")
    >>> str(day), day.text
    ('2017-04-05', 'Wed 05 Apr 2017')
    >>> day_told("On 5 April 2017 a bomb killed 12 people in Orvana.")
    """
    lines = [line for line in text.splitlines() if line and not line.isspace()]
    head = [" ".join(line[:_ENOUGH].split()) for line in lines[:_HEAD]]
    # What is both head and foot may end in a credit all the same.
    foot = [" ".join(line[-_ENOUGH:].split()) for line in lines[-_FOOT:]]
    below = foot if len(lines) > _HEAD else []
    found = [each for line in head for each in _in_line(line)]
    found += [each for line in below for each in _at_the_foot(line)]
    found += [each for line in foot for each in _credited(line)]
    for labelled in (True, False):
        some = [each for each in found if each.labelled is labelled]
        told = {day: each for each in some if (day := _day(each)) is not None}
        if not told:
            told = {day: each for each in some if (day := _day_of_year(each, found, head + foot))}
        if told:
            return _interval(told)
    return None


def _interval(told: dict[date, _Found]) -> Interval | None:
    if len(told) > 1:
        return None
    day, each = next(iter(told.items()))
    return Interval.parse(day.isoformat()).replace(text=each.words)


def _in_line(line: str) -> Iterator[_Found]:
    """The dates of a line at the head: all of it, before a dash, or in a dateline."""
    start = _LABEL.match(line)
    for match in _DATE.finditer(line[:_DATELINE]):
        before, after = line[: match.start()], line[match.end() :]
        if _OTHER.search(before):
            return
        labelled = start is not None and _FIRST.match(before[start.end() :]) is not None
        whole = _ENDS.match(after) is not None
        if labelled and (whole or _THEN.match(after) or _begins_a_headline(match, after)):
            yield from _read(match, labelled=True)
        elif (whole and _stands_alone(before)) or _opens(match, before, after):
            yield from _read(match)


def _stands_alone(before: str) -> bool:
    """Whether nothing but an hour, or who wrote it, stands before a date."""
    return _FIRST.match(before) is not None or _BY.match(before) is not None


def _opens(match: re.Match[str], before: str, after: str) -> bool:
    """Whether the article begins right behind a date."""
    if before.strip():
        return _TOWN.match(before) is not None and _AFTER_TOWN.match(after) is not None
    return _THEN.match(after) is not None or _begins_a_headline(match, after)


def _begins_a_headline(match: re.Match[str], after: str) -> bool:
    """Whether a headline, or who wrote it, begins right behind a whole date, without a mark.

    "5 April 2017 was a dark day" goes on in small letters, or with a verb.
    """
    if _year_in(match) is None:
        return False
    found = _NEXT.match(after)
    return found is not None and found[1].lower() not in _GOES_ON


def _at_the_foot(line: str) -> Iterator[_Found]:
    """The date of a line at the foot that says so; a bare one may be that of a correction."""
    start = _LABEL.match(line)
    match = None if start is None else _DATE.match(line, start.end())
    if match is not None and _ENDS.match(line[match.end() :]):
        yield from _read(match, labelled=True)


def _credited(line: str) -> Iterator[_Found]:
    """The date of the credit that ends a line."""
    credit = _CREDIT.search(line[-_DATELINE:])
    if credit is None or _OTHER.search(credit["inside"]):
        return
    inside = credit["inside"].strip()
    for match in _DATE.finditer(inside):
        if match.end() == len(inside) and _CREDITED.match(inside[: match.start()]):
            yield from _read(match)


def _read(match: re.Match[str], *, labelled: bool = False) -> Iterator[_Found]:
    """What a date says; nothing where its numbers may be day or month."""
    if match["n1"]:
        first, second = int(match["n1"]), int(match["n2"])
        if first <= 12 and second <= 12 and first != second:
            return
        day, month = (first, second) if second <= 12 else (second, first)
    elif match["m3"]:
        day, month = int(match["d3"]), int(match["m3"])
    else:
        word = (match["m1"] or match["m2"])[:3].lower()
        month = 1 + next(n for n, each in enumerate(_MONTHS) if each.startswith(word))
        day = int(re.match(r"\d+", match["d1"] or match["d2"])[0])  # type: ignore[index]
    weekday = match["weekday"]
    at = None if weekday is None else _WEEKDAYS.index(weekday[:3].lower())
    yield _Found(match[0].strip(), month, day, _year_in(match), at, labelled)


def _year_in(match: re.Match[str]) -> int | None:
    year = next((match[name] for name in ("y1", "y2", "y3", "y4") if match[name]), None)
    return None if year is None else int(year)


def _day(found: _Found) -> date | None:
    """The day; ``None`` where there is none such, or it was another day of the week."""
    if found.year is None or found.year not in _YEARS:
        return None
    try:
        day = date(found.year, found.month, found.day)
    except ValueError:
        return None
    return day if found.weekday in (None, day.weekday()) else None


def _day_of_year(found: _Found, others: list[_Found], lines: list[str]) -> date | None:
    """The day of a date without a year, in the one year that the head and the foot name."""
    if found.year is not None:
        return None
    years = {each.year for each in others if each.year is not None}
    for line in lines:
        years.update(int(match[1]) for match in _YEAR_OF_RIGHTS.finditer(line))
    if len(years) != 1:
        return None
    year = years.pop()
    return _day(_Found(found.words, found.month, found.day, year, found.weekday))
