"""How parts of a day, and times of the clock, are read.

A part of a day has the writer's own hours, set down as if they were UTC: nothing in a text says
more, and its precision says as much. A time of the clock is exact, so without a zone only its day
is kept.
"""

from datetime import UTC, date, datetime, timedelta, timezone

from claimgraph.text.phrases import Phrase
from claimgraph.text.times import dates
from claimgraph.text.times.dates import Stretch
from claimgraph.text.times.days import unplaced
from claimgraph.text.times.scene import Read, Scene, Unplaced
from claimgraph.text.times.words import NUMBERS, PARTS, ZONES
from claimgraph.vocabulary import Precision

_ONE = timedelta(days=1)
_SECOND_HALF = ("pm", "afternoon", "evening", "night")
_HALVES = ("am", "morning", *_SECOND_HALF)
_HALF_A_DAY = 12 * 60


def _day(scene: Scene, phrase: Phrase, name: str = "day") -> date:
    """The day that a part of it is said of; of several, nothing finer is known."""
    there = scene.place(phrase.phrases[name])
    if there.start is None or there.precision not in {Precision.DAY, Precision.PART_OF_DAY}:
        raise Unplaced
    return there.start.date()


def _part(day: date, words: str, side: str = "") -> Stretch:
    """A part of a day by its name; "midnight" may be either end of the day."""
    name = words.replace("-", " ").replace("\n", " ")
    if "midnight" in name:
        early = dates.midnight(day)
        return Stretch(early - timedelta(hours=2), early + timedelta(hours=26), Precision.RANGE)
    if name.startswith(("pre", "before")):
        name = "predawn"
    last = name.split()[-1]
    hours = PARTS.get(f"{side} {last}") or PARTS.get(name) or PARTS[last]
    return dates.part_of(day, *hours)


def part_of_day(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "Monday morning", "late on Monday night", "the night of 17 September"."""
    side = scene.words(phrase, "side")
    return _part(_day(scene, phrase), scene.words(phrase, "part"), side)


def small_hours(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "the early hours of Sunday"."""
    if "day" not in phrase.phrases:
        raise Unplaced
    return dates.part_of(_day(scene, phrase), *PARTS["early hours"])


def night_between(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "the night between Saturday and Sunday"."""
    last = _day(scene, phrase, "next")
    return dates.part_of(last - _ONE, *PARTS["night"])


def overnight(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "overnight", "overnight into Sunday"; "overnight on Sunday" may be either night."""
    first, last = PARTS["overnight"]
    if "day" not in phrase.phrases:
        return dates.part_of(scene.day() - _ONE, first, last)
    day = _day(scene, phrase)
    if scene.words(phrase, "how").strip() in {"into", "to"}:
        return dates.part_of(day - _ONE, first, last)
    either = dates.part_of(day - _ONE, first, last + 24)
    return either._replace(precision=Precision.RANGE)


def side_of_day(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "late on Tuesday", "early Sunday"; "earlier today" is no more than today."""
    side, day = scene.words(phrase, "side"), _day(scene, phrase)
    return dates.part_of(day, *PARTS[side]) if side in PARTS else dates.day(day)


def this_part(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "this morning", "late last night", "tonight"."""
    part = scene.words(phrase, "part").replace("tonight", "night")
    back = scene.words(phrase, "which") == "last"
    return _part(scene.day() - back * _ONE, part, scene.words(phrase, "side"))


def part_of_some_day(scene: Scene, phrase: Phrase, day: date) -> Stretch:
    """Read "at dawn", "in the early hours", "4 a.m." of a day that the sentence names."""
    if "time" in phrase.spans:
        return _clock(scene, phrase, day)
    if phrase.rule == "small_hours":
        return dates.part_of(day, *PARTS["early hours"])
    return _part(day, scene.words(phrase, "part"))


def clock_and_day(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "8 p.m. GMT on Friday"; without a zone no more than the day."""
    return _clock(scene, phrase, _day(scene, phrase))


def minutes(words: str) -> int | None:
    """Minutes since midnight that a time of the clock says; ``None`` if there is no such time.

    >>> minutes("4:30 p.m."), minutes("0100"), minutes("ten o’clock"), minutes("13 pm")
    (990, 60, 600, None)
    """
    if words in {"noon", "midnight"}:
        return 12 * 60 if words == "noon" else 0
    digits = "".join(sign if sign.isdigit() else " " for sign in words).split()
    if not digits:
        hour = NUMBERS[words.replace("-", " ").split()[0]]
        rest = 0
    elif len(digits[0]) == 4:
        hour, rest = int(digits[0][:2]), int(digits[0][2:])
    else:
        hour, rest = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    letters = "".join(sign for sign in words if sign.isalpha())
    if letters.endswith(_HALVES):
        if not 1 <= hour <= 12:
            return None
        late = letters.endswith(_SECOND_HALF) and not (letters.endswith("night") and hour < 6)
        hour = hour % 12 + (12 if late else 0)
    return hour * 60 + rest if hour < 24 else None


def _zone(words: str) -> tuple[int, int] | None:
    """The hours that a zone is ahead of UTC, least and most; ``None`` for "local time"."""
    names = "".join(sign if sign.isalpha() else " " for sign in words).split()
    if not names or names[0] not in ZONES:
        return None
    least, most = ZONES[names[0]]
    if "standard" in names:
        return least, least
    return (most, most) if {"daylight", "summer"} & set(names) else (least, most)


def _clock(scene: Scene, phrase: Phrase, day: date) -> Stretch:
    """A time of the clock on a day.

    Where the local time and that of a zone are both given, the day is that of the local one.
    """
    said = [
        (scene.words(phrase, time), _zone(scene.words(phrase, zone)))
        for time, zone in (("time", "zone"), ("othertime", "otherzone"))
        if time in phrase.spans
    ]
    words, zone = next((one for one in reversed(said) if one[1] is not None), ("", None))
    at = minutes(words) if words else None
    if zone is None or at is None:
        return dates.day(day)
    shift = 0
    local = minutes(said[0][0]) if said[0][1] is None else None
    if local is not None:
        # 8 p.m. here may be 1 a.m. of the next day there.
        shift = 1 if at - local < -_HALF_A_DAY else -1 if at - local > _HALF_A_DAY else 0
    start = dates.midnight(day) + timedelta(days=shift, minutes=at)
    to_the_minute = sum(sign.isdigit() for sign in words) > 2
    unit = timedelta(minutes=1) if to_the_minute else timedelta(hours=1)
    precision = Precision.MINUTE if to_the_minute else Precision.HOUR
    least, most = zone
    return Stretch(
        start - timedelta(hours=most),
        start - timedelta(hours=least) + unit,
        precision if least == most else Precision.RANGE,
    )


def iso_moment(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "2018-09-17T08:30Z"; without a zone no more than the day."""
    day = date(*(scene.number(phrase, name) for name in ("year", "month", "day")))
    offset = _offset(scene, phrase)
    if offset is None:
        return dates.day(day)
    second = scene.words(phrase, "second")
    start = datetime(
        *(day.year, day.month, day.day),
        *(scene.number(phrase, "hour"), scene.number(phrase, "minute"), int(second or 0)),
        tzinfo=timezone(offset),
    ).astimezone(UTC)
    unit = timedelta(seconds=1) if second else timedelta(minutes=1)
    return Stretch(start, start + unit, Precision.SECOND if second else Precision.MINUTE)


def _offset(scene: Scene, phrase: Phrase) -> timedelta | None:
    if "sign" in phrase.spans:
        ahead = timedelta(hours=scene.number(phrase, "off"), minutes=scene.number(phrase, "more"))
        return ahead if scene.words(phrase, "sign") == "+" else -ahead
    name = scene.words(phrase, "zone")
    if not name:
        return None
    least, most = ZONES.get(name, (0, 0))
    return timedelta(hours=least) if least == most else None


READ: dict[str, Read] = {
    "part_of_day": part_of_day,
    "small_hours": small_hours,
    "part_before_day": part_of_day,
    "night_between": night_between,
    "overnight": overnight,
    "side_of_day": side_of_day,
    "this_part": this_part,
    "part": unplaced,
    "clock_and_day": clock_and_day,
    "iso_moment": iso_moment,
    "clock": unplaced,
}
