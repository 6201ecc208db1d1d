"""Questions that quote the claims, where words cannot be turned round without doing them harm."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimgraph.compare.gist import Gist
from claimgraph.compare.statement import Statement
from claimgraph.compare.tolls import measure_of
from claimgraph.text.clauses import inside
from claimgraph.text.wellformed import can_be_subject, reads_well

_QUOTES = re.compile('[“”"„«»]')
#: Characters of the longest quotation.
_LONGEST = 90
_LONGEST_OF_TWO = 60
_NOUN_PHRASE = re.compile(r"(?:an?|the|his|her|their|[A-Z][\w’'.-]*s['’]?) ")


def is_it_so(text: str) -> str:
    """Whether it is so, in the claim's own words.

    Args:
        text: The words, without quotation marks.

    >>> is_it_so("cut the fence at night")
    'Is it so: “cut the fence at night”?'
    """
    return f"Is it so: “{cut(text, _LONGEST)}”?"


def what_of(text: str) -> str:
    """What is said of somebody or something; "" where the words are no name for it.

    >>> what_of("the suicide of the mayor"), what_of("to toss whole chunks")
    ('What is said of the suicide of the mayor?', '')
    """
    question = f"What is said of {inside(text)}?"
    named = _NOUN_PHRASE.match(text) and len(text) <= _LONGEST_OF_TWO
    return question if named and can_be_subject(inside(text)) and reads_well(question) else ""


def which_figure(group: Sequence[Statement], measure: str) -> str:
    """Which of two figures it is, in the words of the claims that give them; "" without two.

    Args:
        group: Claims with a number.
        measure: Which of their numbers is asked for.
    """
    told: dict[tuple[float | None, ...] | str, str] = {}
    for statement in group:
        for figure in Gist(statement).figures:
            if measure_of(figure) == measure:
                number = figure.quantity
                bounds = (number.low, number.best, number.high)
                known = number.text if bounds == (None, None, None) else bounds
                words = _around(_plain(statement.claim.text), _plain(number.text))
                if known not in told or len(words) < len(told[known]):
                    told[known] = words
    found = list(dict.fromkeys(told.values()))[:2]
    return f"Which figure: “{found[0]}” or “{found[1]}”?" if len(found) == 2 else ""


def cut(text: str, longest: int) -> str:
    """A text of no more than so many characters, cut at a word and marked with "…"."""
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"


def _around(text: str, number: str) -> str:
    """A claim's words, or where they are many those around its number."""
    at = text.lower().find(number.lower())
    if at < 0 or len(text) <= _LONGEST_OF_TWO:
        return cut(text, _LONGEST_OF_TWO)
    spare = max(0, _LONGEST_OF_TWO - len(number)) // 2
    if at <= 2 * spare:
        return cut(text, _LONGEST_OF_TWO)
    start = text.find(" ", at - spare, at) + 1 or at
    return "… " + cut(text[start:], _LONGEST_OF_TWO)


def _plain(text: str) -> str:
    return " ".join(_QUOTES.sub("", text).split()).rstrip(" .,;:?!")
