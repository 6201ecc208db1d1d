"""Words that bound a number: "at least", "up to", "about", "or more"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimgraph.text.numerals import GAP
from claimgraph.vocabulary import Comparator


def _phrases(comparator: Comparator, lines: str) -> dict[str, Comparator]:
    return dict.fromkeys((line.strip() for line in lines.strip().split("\n")), comparator)


_BEFORE = (
    _phrases(
        Comparator.ABOUT,
        """
        about
        around
        roughly
        approximately
        approx
        approx.
        some
        nearly
        almost
        circa
        ca.
        estimated
        near
        nearing
        neared
        approaching
        close to
        virtually
        perhaps
        maybe
        possibly
        in the region of
        in the order of
        on the order of
        in the vicinity of
        somewhere around
        """,
    )
    | _phrases(
        Comparator.AT_LEAST,
        """
        at least
        at the least
        at the very least
        a minimum of
        minimum of
        no fewer than
        no less than
        not fewer than
        not less than
        as few as
        as low as
        as little as
        """,
    )
    | _phrases(
        Comparator.MORE_THAN,
        """
        more than
        over
        above
        upwards of
        upward of
        in excess of
        north of
        greater than
        higher than
        larger than
        bigger than
        longer than
        beyond
        exceeded
        exceeds
        exceed
        exceeding
        topped
        topping
        tops
        surpassed
        surpasses
        surpassing
        surpass
        """,
    )
    | _phrases(
        Comparator.UP_TO,
        """
        up to
        as many as
        as high as
        as long as
        as far as
        as much as
        no more than
        not more than
        no greater than
        no longer than
        at most
        at the most
        a maximum of
        maximum of
        anything up to
        within
        """,
    )
    | _phrases(
        Comparator.FEWER_THAN,
        """
        fewer than
        less than
        under
        below
        lower than
        smaller than
        shorter than
        just short of
        short of
        """,
    )
    | _phrases(
        Comparator.BETWEEN, "between\nranging from\nranged from\nanywhere from\nanything from"
    )
)
#: Bound a number only where it is large, or a measure: "near two villages" is a place.
ALSO_PLACES = frozenset({"over", "under", "above", "below", "beyond", "near", "within", "around"})
#: These take two numbers.
RANGES = frozenset({"between", "ranging from", "ranged from", "anywhere from", "anything from"})
#: Behind these "over two days" is more than two days, elsewhere it is in the course of them.
LASTING = frozenset(
    "after been for in just last lasted lasting lasts spend spent take taken takes took waited "
    "waiting well".split()
)
_LAST_WORDS = frozenset(phrase.rsplit(" ", 1)[-1] for phrase in _BEFORE)
_LONGEST = max(phrase.count(" ") + 1 for phrase in _BEFORE)
#: Stand between the comparator and the number and say nothing about it.
_STEPPED_OVER = frozenset(
    {"a", "an", "the", "other", "total", "of", "only", "just", "all", "those"}
)
#: "another 20" tells of an addition; the words belong to the quantity.
_ADDING = frozenset({"another", "further", "additional", "extra"})
#: "asked about two of them", "concern over three islands": the topic, not a bound.
_TOPICS = frozenset(
    """
    all anger angry argue argued argument ask asked asking asks book books charges clash clashed
    comment commented complain complained complaint complaints concern concerned concerns conflict
    control controversy dispute disputes documentary doubt doubts fear fears fight fought happened
    hear heard information inquiry investigation joke joked joking knew know knows learn learned
    lie lied lies lying news outrage post posted protest protests question questioned questions
    quarrel read row rule ruled say says speak speaking spoke story stories talk talked talking
    talks tell telling tensions think thinking thought told truth tweet tweeted warned war what win
    winning won worried worries worry write wrote
    """.split()
)
#: These speak of a topic with "about" and "over", but not with "around": "says around 100 died".
_SAYING = frozenset(
    "ask asked asking asks hear heard know knows knew learn learned say says speak spoke tell "
    "telling think thinking thought told tweet tweeted warned write wrote read".split()
)
_BEHIND = re.compile(
    rf"(?:{GAP}|-)(?:(?P<at_least>or{GAP}more|plus|at{GAP}least|and{GAP}counting|minimum)"
    rf"|(?P<up_to>or{GAP}(?:fewer|less)|at{GAP}(?:the{GAP})?most|maximum|tops)"
    rf"|(?P<about>odd|or{GAP}so|or{GAP}thereabouts|give{GAP}or{GAP}take))(?![\w-])"
    r"|(?P<plus>\+)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Bound:
    """What stands before a number and belongs to it.

    Attributes:
        start: Offset of its first character: of the comparator, or of "another".
        comparator: What it says; ``EXACT`` if nothing does.
        phrase: The comparator's words, "" if there are none.
        added: Whether "another" or the like stands there.
        before: The word before all of it, "" at the beginning of a line.
        earlier: The word before that one.
    """

    start: int
    comparator: Comparator = Comparator.EXACT
    phrase: str = ""
    added: bool = False
    before: str = ""
    earlier: str = ""


def words_before(text: str, start: int) -> list[tuple[str, int]]:
    """The last words before ``start`` on its line, nearest first, each with its offset.

    >>> words_before("killed at least 47", 16)
    [('least', 10), ('at', 7), ('killed', 0)]
    """
    floor = max(start - 60, 0)
    paragraph = text.rfind("\n\n", floor, start)
    floor = floor if paragraph < 0 else paragraph + 2
    found = []
    position = start
    for word in reversed(text[floor:start].split()[-7:]):
        position = text.rfind(word, floor, position)
        bare = word.lstrip("“”\"'‘’«([—–-")
        found.append((bare, position + len(word) - len(bare)))
    return found


def bound_before(words: list[tuple[str, int]], start: int) -> Bound:
    """What the words before a number say about it.

    Args:
        words: From :func:`words_before`.
        start: Offset of the number.

    >>> text = "killed at least another 47"
    >>> bound_before(words_before(text, 24), 24)
    Bound(start=7, comparator=<Comparator.AT_LEAST: 'at_least'>, phrase='at least', added=True,
    before='killed', earlier='')
    """
    index, added = 0, False
    begin = start
    while index < len(words) and words[index][0] in _ADDING:
        added, begin = True, words[index][1]
        index += 1
        if (
            index < len(words)
            and words[index][0] in ("a", "an")
            and words[index - 1][0] != "another"
        ):
            begin = words[index][1]
            index += 1
    bound = Bound(begin, Comparator.EXACT, "", added, *_two_words(words, index))
    for _ in range(2):
        look = index
        while look < len(words) and look < index + 3 and words[look][0] in _STEPPED_OVER:
            if words[look][0] == "of" and _phrase_at(words, look):
                break
            look += 1
        phrase = _phrase_at(words, look)
        if not phrase or (bound.phrase and phrase in ALSO_PLACES):
            break  # "over at least five years": the nearer phrase bounds
        index = look + phrase.count(" ") + 1
        begin = words[index - 1][1]
        if phrase == "estimated" and index < len(words) and words[index][0] in ("an", "the"):
            begin = words[index][1]
            index += 1
        comparator = _BEFORE[phrase]
        if bound.phrase and comparator is Comparator.ABOUT:
            # "about an estimated 100", "some more than 40": the firmer word counts.
            comparator, phrase = bound.comparator, bound.phrase
        bound = Bound(begin, comparator, phrase, added, *_two_words(words, index))
    return bound


def _two_words(words: list[tuple[str, int]], index: int) -> tuple[str, str]:
    """The word at ``index`` and the one before it in the text, "" where there is none."""
    before = words[index][0] if index < len(words) else ""
    return before, words[index + 1][0] if index + 1 < len(words) else ""


def _phrase_at(words: list[tuple[str, int]], index: int) -> str:
    """The longest comparator that ends with the word at ``index``, "" if none does."""
    if index >= len(words) or words[index][0] not in _LAST_WORDS:
        return ""
    for length in range(min(_LONGEST, len(words) - index), 0, -1):
        phrase = " ".join(word for word, _ in words[index : index + length][::-1])
        if phrase in _BEFORE:
            return phrase
    return ""


def is_topic(bound: Bound) -> bool:
    """Whether "about" or "over" names what talk or strife is about, and bounds no number."""
    before = bound.before.strip(",")
    if bound.phrase == "around" and before in _SAYING:
        return False
    return bound.phrase in ("about", "over", "around") and before in _TOPICS


def bound_behind(text: str, end: int) -> tuple[int, Comparator] | None:
    """A comparator right behind a number or its noun: "or more", "-odd", "+".

    Returns:
        Where it ends, and what it says.

    >>> bound_behind("5,000 or more people", 5)
    (13, <Comparator.AT_LEAST: 'at_least'>)
    """
    match = _BEHIND.match(text, end)
    if match is None:
        return None
    kind = "at_least" if match.lastgroup == "plus" else str(match.lastgroup)
    return match.end(), Comparator(kind)


def limits(comparator: Comparator, value: float) -> tuple[float | None, float | None, float | None]:
    """Low, best and high of a number under a comparator (UCDP's three).

    >>> limits(Comparator.AT_LEAST, 47), limits(Comparator.UP_TO, 20), limits(Comparator.ABOUT, 9)
    ((47, 47, None), (None, 20, 20), (None, 9, None))
    """
    if comparator is Comparator.ABOUT:
        return None, value, None
    if comparator in (Comparator.AT_LEAST, Comparator.MORE_THAN):
        return value, value, None
    if comparator in (Comparator.UP_TO, Comparator.FEWER_THAN):
        return None, value, value
    return value, value, value
