"""Words that look like a time and are none: ages, rates, idioms, sports, verses.

A rule of the grammar finds its words; what stands around them is asked here.
"""

import re

from claimgraph.text.phrases import Phrase
from claimgraph.text.times import names
from claimgraph.text.times.hours import minutes
from claimgraph.text.times.names import PARTS
from claimgraph.text.times.numbers import capitalised
from claimgraph.text.times.scene import Fits, Scene
from claimgraph.text.times.spans import count_of, length

_BEFORE_LENGTH = frozenset(
    """
    for within over in after lasting lasted last lasts than nearly about under during takes take
    took taking spent spend only just almost another every entire whole full
    """.split()
)
_BEFORE_CLOCK = frozenset(
    "at around about by from until till before after since between and to past near".split()
)
_BEFORE_TURN = frozenset(
    """
    at before after by since until till around from to past local towards toward near about shortly
    """.split()
)
_RAIDS = frozenset(
    """
    raid raids attack attacks assault assaults strike strikes operation operations airstrike bombing
    ambush sweep swoop deadline
    """.split()
)
_SHOWS = frozenset("show shows comedian comedians host hosts comedy tv television talk".split())
_AT_MOST = re.compile(r"\b(?:up|most|least|than)\b")
_NIGHT_THINGS = frozenset(
    """
    success sensation celebrity stay stays bag train trains bus flight flights delivery shipping
    star millionaire guest guests camp rate rates lending
    """.split()
)
_FROM_FIRST = frozenset("first time once twice only worst most".split())


def _is_first_of(scene: Scene, phrase: Phrase) -> bool:
    unit, which = scene.words(phrase, "unit"), scene.words(phrase, "which")
    if "count" in phrase.spans and which in {"second", "third", "fourth"}:
        return False
    return unit.rstrip("s") in {
        *("day", "night", "week", "fortnight", "month", "year", "decade", "weekend")
    }


def _is_half(scene: Scene, phrase: Phrase) -> bool:
    which = scene.words(phrase, "which")
    return not which[0].isdigit() or which[0] in "12"


def _is_counted(scene: Scene, phrase: Phrase) -> bool:
    return length(scene, phrase).number is not None


def _is_ahead(scene: Scene, phrase: Phrase) -> bool:
    """Whether "in two weeks" is a time ahead, and no length: "the first time in two weeks"."""
    following = scene.after(phrase.end).lower()
    if not _is_counted(scene, phrase) or following in {"of", "to", "when", "where", "that"}:
        return False
    if _AT_MOST.search(scene.words(phrase, "hedge")):
        return False
    if not _is_length(scene, phrase, asks_before=False):
        return False
    for distance in range(1, 5):
        word = scene.before(phrase.start, distance).lower()
        if word in _FROM_FIRST or word.endswith("est"):
            return False
    return scene.forward(phrase) is True


def _is_past_or_next(scene: Scene, phrase: Phrase) -> bool:
    which, unit = scene.words(phrase, "which"), scene.words(phrase, "unit")
    if "count" in phrase.spans:
        return count_of(scene.words(phrase, "count")) is not None
    if unit.endswith("s") or scene.after(phrase.end).lower() == "of":
        return False
    if unit in {"minute", "day", "night"} or scene.mark(phrase.end) == "-":
        return False
    around = {"over", "in", "within", "during", "for", "throughout"}
    return which != "next" or scene.before(phrase.start).lower() in around


def _is_anaphor(scene: Scene, phrase: Phrase) -> bool:
    if "thing" not in phrase.spans:
        return True
    return not scene.describes(phrase) and not capitalised(scene.after(phrase.end))


def _is_the_weekday(scene: Scene, phrase: Phrase) -> bool:
    """Whether "the Monday" is a day of a week that was named, and not part of "the Monday raid"."""
    return names.is_weekday(scene, phrase) and not (
        scene.describes(phrase)
        or capitalised(scene.after(phrase.end))
        or scene.after(phrase.end) in PARTS
    )


def _is_the_period(scene: Scene, phrase: Phrase) -> bool:
    """Whether "the week" is that of the publication, and not that "after the vote"."""
    return scene.after(phrase.end) not in {"after", "before", "of", "that", "when", "in"}


def _is_between_times(scene: Scene, phrase: Phrase) -> bool:
    """Whether "before" and "after" stand before a time alone, and not before "Monday's talks"."""
    point = phrase.phrases["point"]
    if point.rule in {"part_of_day", "part_before_day", "small_hours", "part", "side_of_day"}:
        return False
    return not scene.describes(phrase)


def _is_overnight(scene: Scene, phrase: Phrase) -> bool:
    return "day" in phrase.phrases or scene.after(phrase.end) not in _NIGHT_THINGS


def _is_part(scene: Scene, phrase: Phrase) -> bool:
    words = scene.words(phrase)
    if words.startswith("in "):
        return scene.after(phrase.end).lower() != "of" and not scene.describes(phrase)
    if scene.tokens[phrase.start][0].isupper() or scene.after(phrase.end) == "of":
        return False
    if words.startswith(("early", "late")):
        return scene.after(phrase.end) not in _SHOWS and scene.mark(phrase.end) != "-"
    if words.startswith(("pre", "before")):
        return True
    if words == "dawn" and scene.after(phrase.end) in _RAIDS:
        return True
    return scene.before(phrase.start).lower() in _BEFORE_TURN


def _is_clock(scene: Scene, phrase: Phrase) -> bool:
    """Whether numbers are a time of the clock: not a verse, a score or a ratio."""
    time, zone = scene.words(phrase, "time"), scene.words(phrase, "zone")
    if minutes(time) is None:
        return False
    told_by_its_words = any(sign.isalpha() for sign in time)
    if "hours" not in zone and (told_by_its_words or zone or phrase.phrases):
        return True
    return scene.before(phrase.start).lower() in _BEFORE_CLOCK


def _is_length(scene: Scene, phrase: Phrase, *, asks_before: bool = True) -> bool:
    """Whether a number of days is a length: no age, no rate."""
    if "vague" in phrase.spans:
        return True
    after, end = scene.after(phrase.end).lower(), phrase.end
    if scene.mark(end) in {"-", "‐", "‑"} and scene.mark(end + 1).lower().startswith("old"):
        return False
    if after in {"old", "older", "younger", "ago"} or (
        after == "of" and scene.after(end, 2) == "age"
    ):
        return False
    if after in {"a", "per", "each", "every"} and scene.after(end, 2).lower() in {
        *("day", "week", "month", "year", "hour", "night")
    }:
        return False
    before = scene.before(phrase.start).lower()
    if before in {"aged", "age", "per", "each", "every"} or "count" not in phrase.spans:
        return before not in {"aged", "age", "per", "each", "every"}
    count, unit = scene.words(phrase, "count"), scene.words(phrase, "unit")
    if capitalised(scene.tokens[phrase.end - 1]) and scene.before(phrase.start).islower():
        return False  # a title: "13 Hours"
    hyphen = scene.mark(phrase.spans["unit"][0] - 1) in {"-", "‐", "‑"} if unit else False
    singular = bool(unit) and not unit.endswith("s") and not hyphen
    if singular and count not in {"a", "an", "one", "1", "half a", "half an"}:
        return False
    if hyphen and count in {"a", "an"}:
        return False
    if asks_before and count in {"a", "an", "one"} and "hedge" not in phrase.spans:
        return hyphen or before in _BEFORE_LENGTH
    return True


#: What each rule asks beside its words; a rule that is not here asks nothing.
FITS: dict[str, Fits] = names.FITS | {
    "half": _is_half,
    "first_of": _is_first_of,
    "ago": _is_counted,
    "from_now": _is_counted,
    "in": _is_ahead,
    "past_or_next": _is_past_or_next,
    "anaphor": _is_anaphor,
    "the_weekday": _is_the_weekday,
    "the_period": _is_the_period,
    "before_or_after": _is_between_times,
    "by": _is_between_times,
    "overnight": _is_overnight,
    "part": _is_part,
    "clock": _is_clock,
    "clock_and_day": _is_clock,
    "duration": _is_length,
}
