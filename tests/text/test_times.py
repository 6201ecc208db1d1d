"""Times in the wording of newspapers, and what only looks like one."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claimgraph.model import Interval
from claimgraph.text.times import KINDS, FoundTime, find_times
from claimgraph.text.times.patterns import PORTIONS, RULES
from claimgraph.text.times.readings import READ, RULES_OF_KIND
from claimgraph.text.times.traps import FITS
from claimgraph.vocabulary import Precision

HERE = Path(__file__).parent
_MARKED = re.compile(r"\{([^|{}]+)\|([^|{}]+)\|([^|{}]*)\}")

Expected = tuple[int, int, str, str, Interval | None, str]


@dataclass(frozen=True)
class Case:
    """A sentence and the times in it."""

    published: Interval | None
    sentence: str
    expected: list[Expected]


def lines(name: str) -> list[str]:
    text = (HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def moment(text: str) -> datetime | None:
    if not text:
        return None
    whole = f"{text}-01-01" if len(text) == 4 else text
    return datetime.fromisoformat(whole).replace(tzinfo=UTC)


def interval(text: str, words: str) -> Interval:
    stretch, _, precision = text.partition(" ")
    if not precision:
        return Interval.parse(text).model_copy(update={"text": words})
    start, _, end = stretch.partition("..")
    return Interval(
        start=moment(start), end=moment(end), precision=Precision(precision), text=words
    )


def case(line: str) -> Case:
    day, marked = (part.strip() for part in line.split("|", 1))
    sentence, expected, done = "", list[Expected](), 0
    for mark in _MARKED.finditer(marked):
        sentence += marked[done : mark.start()]
        words, kind, when = mark.groups()
        placed = None if kind == "duration" or when == "-" else interval(when, words)
        length = when if kind == "duration" else ""
        start = len(sentence)
        expected.append((start, start + len(words), words, kind, placed, length))
        sentence += words
        done = mark.end()
    published = None if day == "-" else Interval.parse(day)
    return Case(published, sentence + marked[done:], expected)


def as_expected(found: FoundTime) -> Expected:
    return (found.start, found.end, found.text, found.kind, found.interval, found.length)


CASES = [case(line) for line in lines("times.txt")]
TRAPS = lines("times_traps.txt")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.sentence)
def test_a_time_is_found_and_placed(case: Case) -> None:
    found = find_times(case.sentence, case.published)
    assert [as_expected(one) for one in found] == case.expected


@pytest.mark.parametrize("sentence", TRAPS)
def test_what_only_looks_like_a_time_is_none(sentence: str) -> None:
    assert find_times(sentence, Interval.parse("2018-11-25")) == []


def test_there_are_cases_of_every_kind_and_enough_of_them() -> None:
    assert len(CASES) >= 160
    assert len(TRAPS) >= 50
    assert {one[3] for case in CASES for one in case.expected} == set(KINDS)


def test_every_rule_of_the_grammar_has_a_kind_and_a_reading() -> None:
    of_some_kind = [rule for rules in RULES_OF_KIND.values() for rule in rules.split()]
    assert sorted(of_some_kind) == sorted(set(of_some_kind))
    assert set(RULES_OF_KIND) == set(KINDS)
    assert set(of_some_kind) | set(PORTIONS) == set(RULES) == set(READ)
    assert set(FITS) <= set(RULES)
