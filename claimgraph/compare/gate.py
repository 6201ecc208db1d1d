"""The event gate: whether two claims speak of the same thing, before they may contradict."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum

from claimgraph.compare.gist import Gist, once_for_each
from claimgraph.compare.named import share_a_telling_name
from claimgraph.compare.places import in_one_town, same_place
from claimgraph.compare.statement import Statement
from claimgraph.compare.terms import stems
from claimgraph.model.interval import Interval
from claimgraph.vocabulary import Form, Precision

#: Words for having done it, which name no deed of their own.
DOING = stems(
    "involvement involved responsibility responsible blame behind part role hand culprit guilty "
    "perpetrated committed link linked"
)
#: Articles further apart than this do not speak of one event only because they share some words.
NEWS_CYCLE = timedelta(days=4)
#: And further apart than this not even where they share names.
FAR_APART = timedelta(days=60)
#: What ended so long before an article came out is not what it reports on.
_BACKGROUND = timedelta(days=21)
#: Hours by which days of different sources may differ: time zones, and the night in between.
_SLACK = timedelta(hours=30)
#: Of the words that two claims have in common, so many are named.
_WORDS_SHOWN = 6
_COARSE = frozenset((Precision.RANGE, Precision.YEAR, Precision.SEASON, Precision.QUARTER))
_LONG = _COARSE | {Precision.MONTH}
#: Kinds of happening that a word of one tells apart from words of the others.
HAPPENINGS = ("attack", "quake", "arrest", "resign", "oust", "riot", "ban", "meet", "poison")


_MONTH = (
    r"(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = re.compile(rf"\b([0-3]?\d)(?:st|nd|rd|th)?\s+{_MONTH}|\b{_MONTH}\s+([0-3]?\d)\b(?!,\d|\s*%)")
_RELATIVE = re.compile(
    r"\b(?:yesterday|today|tonight|tomorrow|last|next|this|ago|now|recent)\b", re.IGNORECASE
)


class Strength(IntEnum):
    """How much speaks for it that two claims are about one event."""

    NOTHING = 0
    CONTEXT = 1
    WORDS = 2
    EVENT = 3


@dataclass(frozen=True, slots=True)
class Gate:
    """What the gate found.

    Attributes:
        strength: How much speaks for one event.
        tests: What was found the same, in words.
        failed: The test that says that it is another time, place or event; "" if none does.
    """

    strength: Strength
    tests: tuple[str, ...]
    failed: str = ""


def pass_gate(a: Gist, b: Gist, *, asked: bool = False) -> Gate:
    """Hold two claims against each other.

    Args:
        a: One.
        b: The other.
        asked: Whether somebody asks about these two. Then it speaks for one event already that
            they came out at the same time, or with no time at all.
    """
    tests: list[str] = []
    for check in (_time, same_place, _event):
        failed, passed = check(a, b)
        if failed:
            return Gate(Strength.NOTHING, tuple(tests), failed)
        if passed:
            tests.append(passed)
    failed = "" if asked else _background(a, b) or _series(a, b)
    if failed:
        return Gate(Strength.NOTHING, tuple(tests), failed)
    strength = _strength(a, b, tests, asked)
    apart = apart_of(a.statement, b.statement)
    if apart is not None and apart > FAR_APART and strength < Strength.EVENT:
        days = apart.days
        return Gate(Strength.NOTHING, tuple(tests), f"time: the articles are {days} days apart")
    return Gate(strength, tuple(tests))


def when(statement: Statement) -> Interval | None:
    """When the claim says that it happened, by its event where its own words say nothing.

    "Yesterday" inside quotation marks counts from the day it was said, which is seldom known: it
    says nothing here.
    """
    time = statement.claim.time
    if time is not None:
        quoted = statement.attribution.form is Form.DIRECT and statement.attribution.said is None
        return None if quoted and _RELATIVE.search(time.text) else time
    return statement.event.time if statement.event is not None else None


@once_for_each
def _when(gist: Gist) -> Interval | None:
    return when(gist.statement)


def _time(a: Gist, b: Gist) -> tuple[str, str]:
    first, second = _when(a), _when(b)
    if first is None or second is None:
        days = _days(a), _days(b)
        if all(days) and days[0].isdisjoint(days[1]):
            return f"time: {' and '.join(sorted(each)[0] for each in days)}", ""
        return "", ""
    if first.overlaps(second):
        fine = first.precision not in _COARSE and second.precision not in _COARSE
        return "", f"same time: {first}" if fine else ""
    if _near(first, second):
        return "", ""
    return f"time: {first} and {second}", ""


@once_for_each
def _days(gist: Gist) -> frozenset[str]:
    """The days that a claim's words name, of whichever year: "3 jan"."""
    found = _DAY.finditer(gist.statement.claim.text)
    return frozenset(f"{m[1] or m[4]} {(m[2] or m[3])[:3].lower()}" for m in found)


def _background(a: Gist, b: Gist) -> str:
    """News without a time is of these days, so it is not about what happened long before."""
    first, second = _when(a), _when(b)
    if (first is None) == (second is None):
        return ""
    dated, other = (first, b) if first is not None else (second, a)
    published = other.statement.published
    if dated is None or dated.end is None:
        return ""
    if published is None or published.start is None:
        return "" if _is_surely_one(a, b) else f"time: {dated}, and a day that is not known"
    if published.start - dated.end <= _BACKGROUND:
        return ""
    return "" if same_event(a, b) else f"time: {dated} and the days before {published}"


def _is_surely_one(a: Gist, b: Gist) -> bool:
    """Whether something that both name says that it is one event, where no day does."""
    one = a.statement.document_id == b.statement.document_id
    return one or same_event(a, b) or in_one_town(a, b) or share_a_telling_name(a, b)


def _series(a: Gist, b: Gist) -> str:
    """What was done several times is not the one time that it was done."""
    if a.is_series == b.is_series:
        return ""
    return "event: several, and a single one"


def _near(a: Interval, b: Interval) -> bool:
    if a.precision in _LONG and b.precision in _LONG:
        return False  # March and April
    ends = ((a.end, b.start), (b.end, a.start))
    gaps = [start - end for end, start in ends if start is not None and end is not None]
    return any(timedelta(0) <= gap <= _SLACK for gap in gaps)


def same_event(a: Gist, b: Gist) -> bool:
    """Whether both are about one event record."""
    first, second = a.statement.event, b.statement.event
    return first is not None and second is not None and first.id == second.id


def _event(a: Gist, b: Gist) -> tuple[str, str]:
    first, second = a.statement.event, b.statement.event
    if first is None or second is None:
        return "", ""
    if first.id == second.id:
        return "", f"same event: {first.label}"
    if a.statement.document_id == b.statement.document_id:
        return f"event: {first.label} and {second.label}", ""
    return "", ""


def _strength(a: Gist, b: Gist, tests: list[str], asked: bool) -> Strength:
    if any(test.startswith("same event") for test in tests):
        return Strength.EVENT
    overlap = a.terms.overlap(b.terms)
    shared = a.terms.shared(b.terms)
    weight = sum(max(a.terms.weights.get(s, 0), b.terms.weights.get(s, 0)) for s in shared)
    if overlap >= 0.5 and weight >= 2:
        tests.append(same_words(a, shared))
        return Strength.WORDS
    apart = apart_of(a.statement, b.statement)
    close = apart is None or apart <= NEWS_CYCLE
    if not close:
        return Strength.NOTHING
    kinds = kinds_of(a) & kinds_of(b)
    if kinds and share_the_scene(a, b):
        tests.append("same sort of event: " + ", ".join(sorted(kinds)))
        return Strength.CONTEXT
    if asked and (share_the_scene(a, b) or not _kinds_clash(a, b)):
        return Strength.CONTEXT
    if share_an_article(a, b):
        tests.append("same article")
        return Strength.CONTEXT
    return Strength.NOTHING


def share_the_scene(a: Gist, b: Gist) -> bool:
    """Whether both name somebody, some place or some state."""
    if not a.scene.states.isdisjoint(b.scene.states):
        return True
    names = a.scene.names | b.scene.names
    return not names.isdisjoint(a.scene.shared(b.scene))


def share_an_article(a: Gist, b: Gist) -> bool:
    """Whether both stand in one article that seems to be about one event: they are of one sort,
    count people to whom the same was done, or one speaks of having had a part in what it does not
    name, "any involvement".
    """
    if a.statement.document_id != b.statement.document_id:
        return False
    alike = kinds_of(a) & kinds_of(b) or a.fates & b.fates or a.measures & b.measures
    return bool(alike) or _names_no_deed(a) or _names_no_deed(b)


@once_for_each
def _names_no_deed(gist: Gist) -> bool:
    return not kinds_of(gist) and not DOING.isdisjoint(token.stem for token in gist.words)


def same_words(gist: Gist, shared: Collection[str]) -> str:
    """The test that two claims have words in common, in those of one of them."""
    return f"same words: {', '.join(gist.spelled(shared)[:_WORDS_SHOWN])}"


@once_for_each
def kinds_of(gist: Gist) -> frozenset[str]:
    """The sorts of happening that a claim is about."""
    return gist.scene.concepts.intersection(HAPPENINGS)


def _kinds_clash(a: Gist, b: Gist) -> bool:
    first, second = kinds_of(a), kinds_of(b)
    return bool(first and second and not first & second)


def apart_of(a: Statement, b: Statement) -> timedelta | None:
    """How far apart the articles came out; ``None`` where that is not known."""
    if a.published is None or b.published is None:
        return None
    if a.published.start is None or b.published.start is None:
        return None
    return abs(a.published.start - b.published.start)
