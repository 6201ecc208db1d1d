"""Real news, as much of it as wanted: articles of files, and the same again with other names,
places, numbers and days.

The second time round, and every time after it, each name that the files know ("Clinton", "Ohio") is
another one that is about as common there, the same one everywhere; each number has other digits,
but as many; years, and the days on which articles came out, are one later. So sentences stay those
of the news, and what they say is something else.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from claimgraph.model import Document

#: Names as common as each other that stand in for each other.
_ALIKE = 16

#: A word is a name where it has a capital so many times more often than not.
_CAPITAL = 4

_WORD = re.compile(r"\b[^\W\d_]{3,}\b")
_DIGITS = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_KEPT = frozenset(
    """
    January February March April May June July August September October November December Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday Mrs Miss The This That These Those There They
    And But For His Her She You Its Our Not Who What When Where Why How President Senator Governor
    """.split()
)
_YEAR = timedelta(days=365)

#: An article of which nobody says when it came out came out so long after the one before it.
_APART = timedelta(hours=8)
_BEGINNING = datetime(2016, 1, 1, tzinfo=UTC)


class News:
    """The articles of some files, however often.

    Args:
        paths: JSON Lines: ``{"text", "doc_id"?, "published"?, "publisher"?, …}``. The day of an
            article without ``published`` is the one in its ``doc_id``, "paper_2016-09-12_title".
        aside: So many articles, from all over the files, are kept apart the first time round.
    """

    def __init__(self, paths: Sequence[Path], *, aside: int = 0) -> None:
        rows = [json.loads(line) for path in paths for line in path.open(encoding="utf-8")]
        self._rows: list[dict[str, Any]] = rows
        self._alike = _names(row["text"] for row in rows)
        step = max(1, len(rows) // aside) if aside else len(rows)
        self._aside = set(range(step // 2, len(rows), step)) if aside else set()
        self._aside = set(sorted(self._aside)[:aside])

    def aside(self) -> list[Document]:
        """The articles that are kept apart."""
        return [self._document(number, 0) for number in sorted(self._aside)]

    def __iter__(self) -> Iterator[Document]:
        """All others, and then all of them again, changed, without end."""
        for turn in count():
            for number in range(len(self._rows)):
                if turn or number not in self._aside:
                    yield self._document(number, turn)

    def _document(self, number: int, turn: int) -> Document:
        row = self._rows[number]
        text: str = row["text"]
        return Document(
            id=f"{row.get('doc_id', number)}.{turn}",
            text=changed(text, self._alike, turn) if turn else text,
            publisher=row.get("publisher", ""),
            published=(_published(row, number) + turn * _YEAR).date().isoformat(),
        )


def changed(text: str, alike: Mapping[str, Sequence[str]], turn: int) -> str:
    """A text with other names and numbers.

    Args:
        text: The text.
        alike: For each name, those that stand in for each other, itself among them.
        turn: Which of them stands in.

    >>> changed("Ann met 12 of 47 in 2016", {"Ann": ["Ann", "Bea"], "Bea": ["Ann", "Bea"]}, 1)
    'Bea met 15 of 54 in 2017'
    """
    named = _WORD.sub(lambda match: _other_name(match[0], alike, turn), text)
    return _DIGITS.sub(lambda match: _other_number(match[0], turn), named)


def _other_name(word: str, alike: Mapping[str, Sequence[str]], turn: int) -> str:
    names = alike.get(word)
    return word if names is None else names[(names.index(word) + turn) % len(names)]


def _other_number(digits: str, turn: int) -> str:
    value = int(digits)
    if digits[0] == "0" or 29 <= value <= 31:
        return digits
    if len(digits) == 4:
        return str(value + turn) if 1900 <= value < 2100 else digits
    # A number that may be the day of a month stays one.
    low, high = (1, 28) if value <= 28 else (32, 99) if value <= 99 else (100, 999)
    step = {1: 3, 32: 7, 100: 71}[low]
    return str(low + (value - low + step * turn) % (high - low + 1))


def _names(texts: Iterator[str]) -> dict[str, list[str]]:
    """For each name, those that are about as common."""
    seen = Counter(word for text in texts for word in _WORD.findall(text))
    names = [
        word
        for word, often in seen.most_common()
        if word[0].isupper()
        and word[1:].islower()
        and word not in _KEPT
        and often > _CAPITAL * seen[word.lower()]
    ]
    groups = [names[at : at + _ALIKE] for at in range(0, len(names), _ALIKE)]
    return {name: group for group in groups for name in group}


def _published(row: Mapping[str, Any], number: int) -> datetime:
    given = row.get("published") or _DAY.search(str(row.get("doc_id", "")))
    if given is None:
        return _BEGINNING + number * _APART
    text = given if isinstance(given, str) else given[0]
    return datetime.fromisoformat(text[:10]).replace(tzinfo=UTC)
