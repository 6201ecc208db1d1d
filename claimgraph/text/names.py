"""When two names are one: surnames, initials, acronyms, spellings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from claimgraph.ids import folded, name_key

#: Small words inside surnames: "van der Berg", "bin Salman".
PARTICLES = frozenset(
    "van von der den de da di del della dos das du la le el al ben bin bint ibn abu ter ten zu af "
    "san st mac mc o".split()
)
_PREFIX = re.compile(r"^(?:al|el|ul|as|an|ash|at|ad|ar|az)[-‑]", re.IGNORECASE)
_BETWEEN_WORDS = re.compile(r"[\s\-‑/]+")
_SMALL = frozenset("of the for and in on to at a an de du des la le für und del y e et al".split())
_ACRONYM = re.compile(r"(?:[A-Z][A-Za-z0-9]*[A-Z0-9][A-Za-z0-9]*|(?:[A-Z]\.){2,})")
_NICKNAMES = {
    short: full
    for full, shorts in {
        "michael": "mike mick mickey",
        "william": "bill will billy",
        "robert": "bob rob bobby",
        "richard": "rick dick rich",
        "james": "jim jimmy jamie",
        "joseph": "joe joey",
        "john": "jack johnny",
        "thomas": "tom tommy",
        "edward": "ed eddie ted",
        "charles": "charlie chuck",
        "daniel": "dan danny",
        "david": "dave",
        "stephen": "steve",
        "steven": "steve",
        "andrew": "andy drew",
        "anthony": "tony",
        "christopher": "chris",
        "donald": "don",
        "gregory": "greg",
        "kenneth": "ken",
        "nicholas": "nick",
        "ronald": "ron",
        "samuel": "sam",
        "timothy": "tim",
        "benjamin": "ben",
        "alexander": "alex sasha",
        "elizabeth": "liz beth betty",
        "margaret": "maggie peggy meg",
        "katherine": "kate kathy katie",
        "patricia": "pat patty",
        "susan": "sue",
        "jennifer": "jen jenny",
        "jeffrey": "jeff",
        "matthew": "matt",
        "lawrence": "larry",
        "bernard": "bernie",
        "theodore": "ted",
    }.items()
    for short in shorts.split()
}


@lru_cache(maxsize=8192)
def key_of(name: str) -> str:
    """The key of a name (see ``claimgraph.ids.name_key``), kept: a text repeats its names.

    >>> key_of("The U.S. State Department")
    'us state department'
    """
    return name_key(name)


def folded_name(name: str) -> str:
    """A name without case and accents, its apostrophes straight.

    >>> folded_name("O’Néill")
    "o'neill"
    """
    return folded(name).replace("’", "'")


def is_acronym(word: str) -> bool:
    """Whether a word is written as an acronym.

    >>> [word for word in ("SOHR", "U.N.", "PiS", "YouTube", "Nato", "A") if is_acronym(word)]
    ['SOHR', 'U.N.', 'PiS']
    """
    if not _ACRONYM.fullmatch(word) or len(word) > 9:
        return False
    capitals = sum(sign.isupper() or sign.isdigit() for sign in word)
    return capitals * 2 > len(word) or "." in word


def spells(acronym: str, name: str) -> bool:
    """Whether an acronym is made of a name's initials, with or without its small words.

    >>> spells("SOHR", "Syrian Observatory for Human Rights"), spells("HTS", "Hayat Tahrir al-Sham")
    (True, True)
    >>> spells("UN", "United Kingdom"), spells("DoD", "Department of Defense")
    (False, True)
    """
    wanted = acronym.replace(".", "").casefold()
    return len(wanted) > 1 and wanted in initials(name)


def initials(name: str) -> set[str]:
    """The initials of a name in small letters, with and without those of its small words.

    >>> sorted(initials("Department of Defense"))
    ['dd', 'dod']
    """
    words = [word for word in _BETWEEN_WORDS.split(name) if word[:1].isalpha()]
    every = "".join(word[0] for word in words).casefold()
    large = "".join(word[0] for word in words if word.casefold() not in _SMALL).casefold()
    return {every, large}


def one_edit_apart(left: str, right: str) -> bool:
    """Whether one letter was changed, added or left out.

    >>> one_edit_apart("sarea", "saree"), one_edit_apart("sarea", "sarea")
    (True, False)
    """
    if left == right or abs(len(left) - len(right)) > 1:
        return False
    short, long = sorted((left, right), key=len)
    same = 0
    while same < len(short) and short[same] == long[same]:
        same += 1
    rest = same + (len(short) == len(long))
    return short[rest:] == long[same + 1 :]


@lru_cache(maxsize=4096)
def alone(name: str) -> tuple[str, ...]:
    """What a text may call a person of a full name for short, by the surname's end.

    >>> alone("Moammar al-Eryani")
    ('al-eryani', 'eryani')
    >>> alone("Ursula von der Leyen")
    ('leyen', 'der leyen', 'von der leyen')
    >>> alone("Martin Luther King Jr.")
    ('king',)
    """
    words = folded_name(name).split()
    while len(words) > 1 and words[-1].strip(".") in ("jr", "sr", "ii", "iii", "iv"):
        words.pop()
    words = [word.strip(".,") for word in words]
    forms = [words[-1]]
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
        forms.append(" ".join(words[start:]))
    stem = _PREFIX.sub("", words[-1])
    if stem != words[-1] and stem:
        forms.append(stem)
    return tuple(forms)


def same_person(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two full names, as words in small letters, can be one person's.

    Their surnames are equal, and their given names are equal, initials or short forms of each
    other; or the words of one begin or end the other.

    >>> same_person(["john", "bolton"], ["john", "r", "bolton"])
    True
    >>> same_person(["anton", "velk"], ["mira", "velk"])
    False
    """
    short, long = sorted((list(left), list(right)), key=len)
    if len(short) < 2:
        return False
    if long[-len(short) :] == short or long[: len(short)] == short:
        return True
    if short[-1] != long[-1]:
        return False
    first, other = short[0], long[0]
    if first != other and not _short_for(first, other) and not _short_for(other, first):
        return False
    middle, rest = short[1:-1], long[1:-1]
    return all(
        any(m == r or (m[0] == r[0] and 1 in (len(m), len(r))) for r in rest) for m in middle
    )


def _short_for(short: str, full: str) -> bool:
    return (len(short) == 1 and full[0] == short) or _NICKNAMES.get(short) == full
