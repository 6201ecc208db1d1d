"""Finding the times of a text."""

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from itertools import accumulate

from claimgraph.model import Interval
from claimgraph.text.phrases import OTHER, Grammar, Phrase, Text, split
from claimgraph.text.times.dates import Stretch
from claimgraph.text.times.hours import part_of_some_day
from claimgraph.text.times.neighbours import (
    day_of_sentence,
    waiting_for_a_day,
    with_distant_since,
)
from claimgraph.text.times.patterns import KINDS as PHRASES
from claimgraph.text.times.patterns import PIECES, RULES, TELLING
from claimgraph.text.times.readings import READ, kind_of
from claimgraph.text.times.scene import Scene, Unplaced
from claimgraph.text.times.spans import length
from claimgraph.text.times.traps import FITS
from claimgraph.text.times.words import CLASSES


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time that a text names.

    Attributes:
        start: Its first code point in the text.
        end: One past its last code point.
        text: The words: ``text[start:end]`` of the text. A preposition that only joins is left
            out ("Monday" of "on Monday"); one that changes what is meant is not ("since 2011").
        interval: The stretch of time that is meant, in UTC; ``None`` where nothing says where it
            lies. Its precision is never finer than the words.
        kind: One of the keys of ``KINDS``.
        length: Of a duration, as ISO 8601 writes it: "P2D" of "over two days"; else "".
    """

    start: int
    end: int
    text: str
    interval: Interval | None
    kind: str
    length: str = ""


def find_times(
    text: str, published: Interval | None = None, *, future: bool | None = None
) -> list[FoundTime]:
    """Find the times that a text names, in order; none overlaps another. Time is linear.

    Args:
        text: Any text; English is read.
        published: When it came out. "Yesterday" and "September" are counted from there, and
            stay without an interval where it is not known, or not known well enough.
        future: Whether "Monday", "September" or "17 September" lie ahead of the publication.
            Without it the words around them tell, and the past is taken where none does.

    >>> [time] = find_times("The army said on Tuesday", Interval.parse("2018-11-25"))
    >>> time.text, str(time.interval), time.kind
    ('Tuesday', '2018-11-20', 'relative')
    >>> [time] = find_times("They will meet on Tuesday", Interval.parse("2018-11-25"))
    >>> str(time.interval)
    '2018-11-27'
    >>> for time in find_times("fighting over two days since September"):
    ...     time.text, time.interval, time.kind, time.length
    ('over two days', None, 'duration', 'P2D')
    ('since September', None, 'range', '')
    """
    tokens = split(text)
    words = _grammar().text(tokens)
    scene = Scene(tokens, READ, future=future)
    phrases = _phrases(words, scene)
    if not phrases:
        return []
    offsets = [0, *accumulate(map(len, tokens))]
    found: list[FoundTime] = []
    for phrase, stretch in zip(phrases, _placed(scene, phrases, published), strict=True):
        start, end = offsets[phrase.start], offsets[phrase.end]
        kind = kind_of(phrase)
        said = length(scene, phrase).iso() if kind == "duration" else ""
        found.append(
            FoundTime(start, end, text[start:end], _interval(stretch, text[start:end]), kind, said)
        )
    return found


@cache
def _grammar() -> Grammar:
    return Grammar(classes=CLASSES, pieces=PIECES, rules=RULES, kinds=PHRASES)


@cache
def _expressions() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """For the letters of words without which there is no time, and of those that begin one."""
    return _grammar().one_of(*TELLING), _grammar().first_of("TIME")


def _phrases(words: Text, scene: Scene) -> list[Phrase]:
    """The phrases of a text that are times.

    Only runs of known words that hold a telling one are looked at.
    """
    telling, first = _expressions()
    letters, found = words.letters, list[Phrase]()

    def fits(phrase: Phrase) -> bool:
        asked = FITS.get(phrase.rule)
        return asked is None or asked(scene, phrase)

    done = 0
    while sign := telling.search(letters, done):
        at = letters.rfind(OTHER, done, sign.start()) + 1 or done
        end = letters.find(OTHER, sign.start())
        end = len(letters) if end < 0 else end
        while beginning := first.search(letters, at, end):
            at = beginning.start()
            phrase = words.phrase("TIME", at, fits)
            if phrase is not None and _stands_alone(scene, phrase):
                earliest = found[-1].end if found else 0
                found.append(with_distant_since(scene, phrase, earliest))
                at = phrase.end
            else:
                at += 1
        done = end
    return found


def _stands_alone(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is no part of a longer word, number, sum or address."""
    before, after = scene.mark(phrase.start - 1), scene.mark(phrase.end)
    if before.isalnum() or after.isalnum() or before == "_" or after == "_":
        return False
    if before and scene.tokens[phrase.start].isdigit():
        beyond = scene.mark(phrase.start - 2)[-1:]
        if before in "$€£¥#@/" or (before in ".,:-–" and beyond.isdigit()):
            return False
    if after and scene.tokens[phrase.end - 1].isdigit():
        beyond = scene.mark(phrase.end + 1)[:1]
        return after not in "%€£" and not (after in ".,:/-–" and beyond.isdigit())
    return True


def _placed(
    scene: Scene, phrases: list[Phrase], published: Interval | None
) -> list[Stretch | None]:
    """Where each phrase lies.

    Where the publication is not known to the day, what comes out the same for its first day and
    its last one is placed.
    """
    if published is None or published.start is None or published.end is None:
        return _placed_from(scene, phrases)
    scene = replace(scene, opened=published.start, closed=published.end)
    first = published.start.date()
    last = (published.end - timedelta(microseconds=1)).date()
    placed = _placed_from(replace(scene, today=first), phrases)
    if first == last:
        return placed
    also = _placed_from(replace(scene, today=last), phrases)
    return [one if one == other else None for one, other in zip(placed, also, strict=True)]


def _placed_from(scene: Scene, phrases: list[Phrase]) -> list[Stretch | None]:
    placed = [_place(scene, phrase) for phrase in phrases]
    for at in waiting_for_a_day(phrases):
        there = day_of_sentence(scene, phrases, placed, at)
        if there is not None:
            placed[at] = part_of_some_day(scene, phrases[at], there)
    return placed


def _place(scene: Scene, phrase: Phrase) -> Stretch | None:
    try:
        stretch = scene.place(phrase)
    except (Unplaced, ValueError, OverflowError):
        # No such day, or none that the calendar reaches: the words stay, without an interval.
        return None
    start, end, _ = stretch
    if start is not None and end is not None and end <= start:
        return None  # "July 28-3" ends before it begins
    return stretch


def _interval(stretch: Stretch | None, words: str) -> Interval | None:
    if stretch is None:
        return None
    start, end, precision = stretch
    return Interval(start=start, end=end, precision=precision, text=words)
