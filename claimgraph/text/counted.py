"""What a number counts: the noun phrase behind it, found by its words alone.

Newspapers count in the plural, and English noun phrases end where a word of grammar begins. So the
first plural before the next such word is taken for the noun counted. Where the words are not
enough, nothing is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimgraph.text.fates import FATES
from claimgraph.text.nouns import GRAMMAR, LIGHT, VERBS, is_plural, plural_of
from claimgraph.text.numerals import GAP, SCALES, SMALL, TENS

#: Before a noun they do not belong to its name.
_SAYING_LITTLE = FATES | frozenset(
    "all big different further large local new old such total".split()
)
#: Plurals that have a simpler name.
_NAMES = {"persons": "people", "others": "people", "folks": "people"}
#: "one" counts before these. Before other nouns it mostly just points: "one reason", "one day".
_ONES = frozenset(
    """
    activist aircraft airman arrest assailant attacker attack baby body bomb boy bullet bystander
    car case casualty child civilian combatant commander crewman death demonstrator detainee doctor
    drone driver employee explosion fatality fighter firefighter fisherman girl gunman guard
    helicopter home hostage house infant injury insurgent jet jihadist journalist landmine man
    marine medic militant migrant militiaman miner missile mortar nurse officer paramedic passenger
    passer-by patient pedestrian person pilot plane policeman policewoman prisoner protester
    protestor rebel refugee reporter resident rocket sailor serviceman ship shot soldier student
    suspect tank teacher teenager terrorist toddler tourist tower truck vehicle victim villager
    volunteer vote warplane woman worker youth
    """.split()
)
#: Things and people that newspapers say there were none of.
_NONES = frozenset(
    """
    abductions aircraft arrests attacks bodies bombs casualties children citizen citizens civilian
    civilians combatants crew deaths detainees detentions drones explosions fatalities fighters
    hostages injuries journalists losses militants missiles officers passengers patients planes
    policemen policeman prisoners protesters rebels refugees rockets shots soldier soldiers strikes
    survivors suspects troops victim victims weapons wounded
    """.split()
)
#: What is counted in "a 12-member council", "a 500-strong crowd".
HYPHENED = {
    "bed": "beds",
    "car": "cars",
    "man": "men",
    "member": "members",
    "nation": "nations",
    "page": "pages",
    "people": "people",
    "person": "people",
    "room": "rooms",
    "seat": "seats",
    "storey": "storeys",
    "story": "storeys",
    "strong": "people",
    "vehicle": "vehicles",
    "vote": "votes",
    "woman": "women",
}
#: Plurals that have a simpler name.
_NAMES = {"persons": "people", "others": "people", "folks": "people"}
_STOPS = GRAMMAR | VERBS | SMALL.keys() | TENS.keys() | SCALES.keys()
#: "28 of the injured were children": people by what became of them.
_HURT = re.compile(
    rf"{GAP}"
    r"(arrested|dead|detained|displaced|hurt|infected|injured|killed|missing|wounded)"
    rf"(?={GAP}(?:are|had|have|in|remain|remained|was|were|died)(?!\w)|[.,;)]|$)"
)
#: "coal- and gas-fired power plants"
_HANGING = re.compile(rf"-{GAP}(?:and|or|to)(?={GAP})")
_TOKEN = re.compile(rf"([”\"]?{GAP}[“‘\"']?)([^\W_](?:\.[a-z])+\.?|[^\W_]+(?:[-'’/&][^\W_]+)*)")
_STOPS = GRAMMAR | VERBS | SMALL.keys() | TENS.keys() | SCALES.keys()
_CONTRACTIONS = tuple(
    mark + ending for mark in "'’" for ending in ("t", "re", "ve", "ll", "d", "m")
)
_MOST_WORDS = 6
_MOSTLY = frozenset("mostly mainly largely chiefly predominantly".split())
_NUMBER = "|".join([*SMALL, *TENS])
#: "of voters", "of the 19 hijackers", "of all the dead"; not "of them".
_OF = re.compile(
    rf"{GAP}of(?:{GAP}(?:all|both))?(?:{GAP}(?:the|these|those|its|his|her|their|our|my|your))?"
    rf"(?:{GAP}(?:[0-9][0-9,]{{0,11}}|{_NUMBER}))?(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun phrase behind a number.

    Attributes:
        start: Offset of its first word.
        end: Offset behind its last.
        unit: Its head, in the plural: "fighters".
    """

    start: int
    end: int
    unit: str


def read_counted(text: str, start: int, original: str, *, mass: bool = False) -> Counted | None:
    """The noun phrase that begins behind a number.

    Args:
        text: Lower-cased text.
        start: Offset behind the number, or behind "more" and "other".
        original: The same text as printed: a new line with a capital begins a new sentence.
        mass: Whether a name or a noun without a plural will do, as in "hundreds of Taliban".

    Returns:
        ``None`` where no plural stands before the next word of grammar.

    >>> text = "47 us-backed fighters in the east"
    >>> read_counted(text, 2, text)
    Counted(start=3, end=21, unit='fighters')
    >>> read_counted("190 were dead", 3, "190 were dead") is None
    True
    """
    words = _phrase(text, start, original)
    plurals = [index for index, word in enumerate(words) if is_plural(word[0])]
    if plurals:
        head = plurals[0]
        if "-" in words[head][0]:
            # "plain-clothes officers": what has a hyphen mostly describes.
            head = next((index for index in plurals if "-" not in words[index][0]), head)
        while head + 1 in plurals and original[words[head + 1][1]].islower():
            head += 1  # "arms dealers", "sports cars"
        word, begin, end = words[head]
        name = original[begin : begin + 1] + word[1:]
        if word in LIGHT and head and words[head - 1][0] not in _SAYING_LITTLE:
            name = f"{original[words[head - 1][1] : words[head - 1][2]]} {name}"
        return Counted(words[0][1], end, _NAMES.get(name, name))
    if not mass:
        return None
    while words and words[-1][0] in FATES:
        words.pop()  # "hundreds of Taliban killed"
    if not words:
        return None
    _, begin, end = words[-1]
    return Counted(words[0][1], end, original[begin:end])


def _phrase(text: str, start: int, original: str) -> list[tuple[str, int, int]]:
    """The next few words, with their offsets, up to one that no noun phrase holds inside."""
    words: list[tuple[str, int, int]] = []
    for _ in range(_MOST_WORDS):
        match = _TOKEN.match(text, start)
        if match is None:
            break
        word, begin = match[2], match.start(2)
        if word in _STOPS or word.endswith(_CONTRACTIONS) or word[0].isdigit():
            break
        if "\n" in match[1] and not original[begin].islower():
            break  # a new line with a capital is a new sentence
        if word in _MOSTLY and words and words[-1][0] in FATES:
            break  # "400 wounded mostly women": what most of them are
        start = match.end()
        words.append((word, begin, start))
        if hanging := _HANGING.match(text, start):
            start = hanging.end()
    return words


def read_one(text: str, start: int) -> Counted | None:
    """What "one" counts, where it counts: "one soldier", "one Russian pilot".

    >>> read_one("one soldier died", 3).unit, read_one("one day he left", 3)
    ('soldiers', None)
    """
    return _known(text, start, _ONES, words=3)


def read_none(text: str, start: int) -> Counted | None:
    """What "no" counts, where it counts: "no casualties", "no Drenish citizen".

    >>> read_none("no civilian casualties", 2).unit, read_none("no evidence", 2)
    ('casualties', None)
    """
    return _known(text, start, _NONES, words=3)


def _known(text: str, start: int, known: frozenset[str], words: int) -> Counted | None:
    """The last of the known nouns among the next few words, before one of grammar."""
    position, first = start, -1
    found: Counted | None = None
    for _ in range(words):
        match = _TOKEN.match(text, position)
        if match is None or match[2] in _STOPS:
            break
        if first < 0:
            first = match.start(2)
        word = match[2]
        if word in known:
            unit = word if is_plural(word) or word == "wounded" else plural_of(word)
            found = Counted(first, match.end(), unit)
        elif found:
            break
        position = match.end()
    return found


def read_partitive(text: str, start: int, original: str) -> Counted | None:
    """The group in "five of the men", "40 per cent of voters".

    Args:
        text: Lower-cased text.
        start: Offset behind the number.
        original: The same text as printed.

    >>> read_partitive("five of the wounded men", 4, "five of the wounded men").unit
    'men'
    >>> read_partitive("28 of the injured were children", 2, "28 of the injured were children").unit
    'people'
    """
    match = _OF.match(text, start)
    if match is None:
        return None
    hurt = _HURT.match(text, match.end())
    if hurt is not None:
        return Counted(hurt.start(1), hurt.end(1), "people")
    return read_counted(text, match.end(), original)
