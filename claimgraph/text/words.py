"""Words as search sees them: one plain form for each, the same on every database."""

import re

from claimgraph.ids import folded

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s\b|['’]", re.IGNORECASE)


def search_words(text: str) -> list[str]:
    """The words of a text without case, accents, possessives and plural endings, in their order.

    Databases cut text into words each in its own way. They are given these instead, so that a
    search finds the same in all of them.

    >>> search_words("Syria’s U.S.-backed fighters: 107 cases in Deir ez-Zôr")
    ['syria', 'u', 's', 'backed', 'fighter', '107', 'case', 'in', 'deir', 'ez', 'zor']
    """
    words = _WORD.findall(folded(_POSSESSIVE.sub("", text)))
    return [_singular(word) if word[-1] == "s" else word for word in words]


def _singular(word: str) -> str:
    """A word that ends in s, without it where that is an ending, of a plural or of a verb.

    >>> [_singular(word) for word in ("attacks", "casualties", "gas", "crisis", "press", "shelves")]
    ['attack', 'casualty', 'gas', 'crisis', 'press', 'shelve']
    """
    if len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]
