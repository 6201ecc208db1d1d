"""What times have from the sentence that they stand in."""

from collections.abc import Iterator, Sequence
from datetime import date

from claimgraph.text.phrases import Phrase
from claimgraph.text.times.dates import Stretch
from claimgraph.text.times.scene import Scene
from claimgraph.text.times.tense import ends_sentence
from claimgraph.vocabulary import Precision

#: How many tokens may stand between "since" and its time: "since the war began in 2011".
_REACH = 18
_PLAIN = frozenset(
    "month day_of_month year years weekday today which_period which_weekday which_month iso".split()
)
_JOINED = frozenset({"in", "on", "at"})
#: A day beside these is the day of the saying, not of what is said.
_SAYING = frozenset(
    """
    said says told reported announced statement reporters added confirmed tweeted wrote claimed
    denied quoted journalists interview posted news agency conference
    """.split()
)


def with_distant_since(scene: Scene, phrase: Phrase, earliest: int) -> Phrase:
    """The phrase, together with a "since" some words before it: "since it erupted in 2011".

    Args:
        scene: The text.
        phrase: A time.
        earliest: The first token that is free.
    """
    if phrase.rule not in _PLAIN or scene.before(phrase.start).lower() not in _JOINED:
        return phrase
    for at in range(phrase.start - 4, max(earliest, phrase.start - _REACH) - 1, -1):
        token = scene.tokens[at]
        if token.lower() == "since":
            return Phrase("since", at, phrase.end, {}, {"point": phrase})
        if not token.isalnum() and token not in {" ", "'", "’", "-"}:
            return phrase
    return phrase


def waiting_for_a_day(phrases: Sequence[Phrase]) -> Iterator[int]:
    """The places of those that say a part of a day, or a time of the clock, but no day."""
    for at, phrase in enumerate(phrases):
        if phrase.rule in {"clock", "part"} or (
            phrase.rule == "small_hours" and not phrase.phrases
        ):
            yield at


def day_of_sentence(
    scene: Scene, phrases: Sequence[Phrase], placed: Sequence[Stretch | None], at: int
) -> date | None:
    """The one day that the sentence of a phrase names; ``None`` if it names none, or several.

    A day of which somebody says something is not taken.
    """
    days: set[date] = set()
    for neighbour in _same_sentence(scene, phrases, at):
        stretch = placed[neighbour]
        if stretch is None or stretch.start is None:
            continue
        if stretch.precision is Precision.DAY and not _is_of_saying(scene, phrases[neighbour]):
            days.add(stretch.start.date())
    return days.pop() if len(days) == 1 else None


def _same_sentence(scene: Scene, phrases: Sequence[Phrase], at: int) -> Iterator[int]:
    """The nearest phrases before and after, up to three each, in one sentence with it."""
    for step in (-1, 1):
        here = at
        for _ in range(3):
            beside = here + step
            if not 0 <= beside < len(phrases):
                break
            first, second = sorted((here, beside))
            if _is_cut(scene, phrases[first].end, phrases[second].start):
                break
            yield beside
            here = beside


def _is_cut(scene: Scene, start: int, end: int) -> bool:
    if end - start > 120:
        return True
    return any(
        scene.tokens[at].count("\n") > 1 or ends_sentence(scene.tokens, at)
        for at in range(start, end)
    )


def _is_of_saying(scene: Scene, phrase: Phrase) -> bool:
    nearby = {scene.before(phrase.start, distance).lower() for distance in (1, 2, 3)}
    return bool(_SAYING & (nearby | {scene.after(phrase.end).lower()}))
