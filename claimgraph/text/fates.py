"""Fates: words by which a bare number counts people, "killed 12", "12 are missing"."""

from __future__ import annotations

import re

from claimgraph.text.nouns import is_plural
from claimgraph.text.numerals import GAP

#: What was done to people; a bare number before it counts people.
FATES = frozenset(
    """
    abducted arrested beaten beheaded burned burnt charged convicted critically dead deported
    detained die died displaced drowned evacuated executed fled freed gassed hanged homeless
    hospitalised hospitalized hurt imprisoned infected injured jailed kidnapped killed massacred
    missing murdered perished poisoned released rescued sentenced seriously shot slain stabbed
    survived tortured trapped unaccounted vaccinated wounded
    """.split()
)
#: Verbs before a bare number of people.
KILLING = frozenset(
    """
    arrested arresting arrests detained detaining displaced displacing evacuated hospitalised
    hospitalized hurt hurting infected infecting injured injures injuring kill killed killing kills
    leaving maimed maiming murdered murdering rescued shot wounded wounding wounds
    """.split()
)
_FATE = re.compile(
    rf"[”\"]?(?:{GAP}(?:more|others?|people|of{GAP}(?:them|us|whom|those)))?"
    rf"(?:{GAP}(?:also|are|been|being|confirmed|fatally|feared|had|have|later|remain|remained"
    rf"|reported|reportedly|still|were|(?P<singular>has|is|was))){{0,4}}"
    rf"{GAP}(?:{'|'.join(sorted(FATES))})(?!\w)"
)
#: "nine were children", "132 of them children"
_WERE = re.compile(
    rf"(?:{GAP}of{GAP}(?:them|whom)(?:{GAP}(?:are|were))?|{GAP}(?:are|were)){GAP}([a-z]+)(?![\w-])"
)
#: "86, 30 of them children": what some of them are, all of them are counted too.
_PARTED = re.compile(rf",?{GAP}(?:[0-9][0-9,]{{0,11}}|[a-z]+){GAP}of{GAP}(?:them|whom)(?!\w)")
_TOLL = re.compile(r"\b(?:death toll|toll|dead|deaths|fatalities|casualties|injured|wounded)\b")
_COUNT = re.compile(
    r"\b(?:number|population|turnout|attendance|membership|total|count|tally|figures?|cases"
    r"|infections|arrests)\b"
)
_REACHING = frozenset(
    "as at from hit hits is of pass passed passes passing reach reached reaches reaching stands to "
    "was".split()
)


def fate_behind(text: str, end: int, *, plural: bool = True) -> bool:
    """Whether the words behind a number say what was done to so many: "12 were killed".

    Args:
        text: Lower-cased text.
        end: Offset behind the number.
        plural: Whether the number asks for a verb in the plural: "a mother of three was killed".

    >>> fate_behind("190 were dead", 3), fate_behind("190 were sold", 3)
    (True, False)
    """
    match = _FATE.match(text, end)
    return match is not None and not (plural and match["singular"])


def fate_around(
    text: str, start: int, end: int, before: str, *, plural: bool = True, passing: bool = False
) -> str | None:
    """What a bare number counts by the words around it.

    Args:
        text: Lower-cased text.
        start: Offset of the number, its comparator included.
        end: Offset behind the number.
        before: The word before it.
        plural: Whether the number asks for a verb in the plural.
        passing: Whether its comparator is a verb that passes a mark: "the toll exceeded 100".

    Returns:
        "people" beside words of harm and in a toll, "children" in "nine were children", "" in a
        tally of something else, and ``None`` where nothing says that the number counts.

    >>> fate_around("it killed 12", 10, 12, "killed")
    'people'
    >>> fate_around("the toll rose to 47", 17, 19, "to")
    'people'
    >>> fate_around("he turned to 47", 13, 15, "to") is None
    True
    """
    if before in KILLING or fate_behind(text, end, plural=plural):
        return "people"
    if before in _REACHING and _PARTED.match(text, end):
        return "people"
    if (match := _WERE.match(text, end)) and is_plural(match[1]):
        return match[1]
    if before not in _REACHING and not passing:
        return None
    floor = max(0, start - 80)
    floor = max(floor, text.rfind(". ", floor, start))
    if _TOLL.search(text, floor, start):
        return "people"
    return "" if _COUNT.search(text, floor, start) else None
