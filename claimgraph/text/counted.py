"""What a number counts: the noun phrase behind it, found by its words alone.

Newspapers count in the plural, and English noun phrases end where a word of grammar begins. So the
first plural before the next such word is taken for the noun counted. Where the words are not
enough, nothing is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimgraph.text.numerals import GAP, SCALES, SMALL, TENS

_GRAMMAR = frozenset(
    """
    a about above across after against ago all along alongside also although am amid among an and
    any are around as at away back be because been before behind being below between both but by
    can could did do does doing down due during each either else even every except far for from
    further had has have having he her hers here him his how however i if in inside instead into is
    it its itself just like may me might mine must my near neither never no nor not now of off on
    once only onto or our out outside over past per rather round shall she should since so some soon
    still such than that the their them themselves then there these they this those though through
    throughout till to today together tomorrow tonight too toward towards under unless until up upon
    us versus via was we well were what whatever when where whether which while who whom whose why
    will with within without would yesterday yet you your ours yours theirs vs apiece earlier later
    again already always another afterwards ahead everywhere elsewhere meanwhile nearby overnight
    perhaps probably reportedly allegedly respectively sometimes nowadays besides thus hence
    january february march april june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays
    fridays saturdays sundays
    """.split()
)
#: Verbs whose forms hardly ever stand inside a noun phrase.
_VERBS = frozenset(
    """
    agree agreed appear appeared arrive arrived ask asked asking attended became become becomes
    began begin believe believed bring brought called came carried cause caused claim claimed come
    comes coming continue continued cross crossed denied described died die dies face faced faces
    facing fell fled flee follow followed found gathered gave get gets getting give given gives go
    goes going gone got held include included includes including joined keep kept knew know known
    knows leave leaving led left let live lived living look looked lose lost made make makes making
    met move moved need needed occurred opened participated perished put reached receive received
    refused remain remained remains resigned return returned rose ran run said sat saw say saying
    says see seek seem seemed seen sent show showed shown shows signed sitting sought speak spent
    spoke stand started stay stayed stood stopped survive survived take taken takes taking tell
    think told took tried try trying turned used using voted waiting walked want wanted wants wearing
    went won worked works wrote according regarding concerning carrying fighting hiding
    """.split()
)
#: What was done to people; a bare number before it counts people.
FATES = frozenset(
    """
    abducted arrested beheaded burned burnt captured dead deported detained die died displaced
    drowned evacuated executed fatally fled freed gassed homeless hospitalised hospitalized hurt
    imprisoned infected injured jailed kidnapped killed massacred missing murdered perished poisoned
    rescued seriously shot slain stabbed survived trapped unaccounted vaccinated wounded
    """.split()
)
_IRREGULAR = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "schoolchild": "schoolchildren",
    "foot": "feet",
    "life": "lives",
    "wife": "wives",
    "crisis": "crises",
    "aircraft": "aircraft",
    "personnel": "personnel",
    "police": "police",
    "troops": "troops",
    "staff": "staff",
    "crew": "crew",
    "cattle": "cattle",
    "sheep": "sheep",
    "livestock": "livestock",
    "media": "media",
    "peshmerga": "peshmerga",
    "taliban": "taliban",
    "mujahideen": "mujahideen",
    "mujahedin": "mujahedin",
    "headquarters": "headquarters",
    "series": "series",
    "species": "species",
    "spacecraft": "spacecraft",
    "hovercraft": "hovercraft",
    "offspring": "offspring",
    "youth": "youth",
    "clergy": "clergy",
    "infantry": "infantry",
    "cavalry": "cavalry",
    "folk": "folk",
    "folks": "people",
    "persons": "people",
    "others": "people",
    "phenomenon": "phenomena",
    "criterion": "criteria",
    "thief": "thieves",
    "knife": "knives",
    "half": "halves",
    "leaf": "leaves",
    "shelf": "shelves",
}
_PLURAL_FORMS = frozenset(_IRREGULAR.values()) | {"others", "folks", "persons"}
_LIKE_MEN = re.compile(r".*[a-z](?:men|women)$")
#: End in s and are no plurals.
_NO_PLURALS = frozenset(
    """
    always as gas has his is its news perhaps pass this thus us was yes plus bus campus census
    virus bias atlas canvas chaos cosmos christmas texas kansas arkansas paris athens brussels
    damascus cyprus honduras laos barbados politics economics physics mathematics athletics
    gymnastics ethics logistics diabetes measles does goes says whereas alias likes besides
    james jones lewis williams davis harris thomas charles moscows us-russia congress access
    process success business princess witness progress press less across overseas upwards
    """.split()
)
#: Nouns that say little alone: the word before them belongs to the name of what is counted.
_LIGHT = frozenset(
    """
    agents agencies attacks bases cases centres centers companies counts crossings deaths defectors
    employees families figures firms forces groups guards homes incidents jobs leaders lines
    makers members ministers offences offenses officers officials operations organisations
    organizations owners parties personnel places plants points posts prisoners rights seats
    sites staff stations strikes systems targets teams tests troops units vehicles votes workers
    """.split()
)
#: "one" counts before these. Before other nouns it mostly just points: "one reason", "one day".
_ONES = frozenset(
    """
    activist aircraft airman arrest assailant attacker attack baby body bomb boy bullet bystander
    car case casualty child civilian combatant commander crewman death demonstrator detainee
    doctor drone driver employee explosion fatality fighter firefighter fisherman girl gunman
    guard helicopter home hostage house infant injury insurgent jet jihadist journalist landmine
    man marine medic militant migrant militiaman miner missile mortar nurse officer paramedic
    passenger passer-by patient pedestrian person pilot plane policeman policewoman prisoner
    protester protestor rebel refugee reporter resident rocket sailor serviceman ship shot
    soldier student suspect tank teacher teenager terrorist toddler tourist tower truck vehicle
    victim villager volunteer vote warplane woman worker youth
    """.split()
)
#: Things and people that newspapers say there were none of.
_NONES = frozenset(
    """
    abductions aircraft arrests attacks bodies bombs casualties children citizen citizens civilian
    civilians combatants crew deaths detainees detentions drones explosions fatalities fighters
    hostages injuries journalists losses militants missiles officers passengers patients people
    person planes policemen policeman prisoners protesters rebels refugees rockets shots soldier
    soldiers strikes survivors suspects troops victim victims weapons wounded
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
_TOKEN = re.compile(rf"({GAP}|-)?([^\W_]+(?:[-'’./&][^\W_]+)*|[a-z](?:\.[a-z])+\.)")
MOST_WORDS = 6
_NUMBER = "|".join([*SMALL, *TENS])
#: "of voters", "of the 19 hijackers", "of all the dead"; not "of them".
_OF = re.compile(
    rf"{GAP}of(?:{GAP}(?:all|both))?(?:{GAP}(?:the|these|those|its|his|her|their|our|my|your))?"
    rf"(?:{GAP}(?:[0-9][0-9,]{{0,11}}|{_NUMBER}))?(?!\w)"
)
#: Verbs before a bare number of people.
KILLING = frozenset(
    "arrested arresting arrests claimed claiming detained detaining displaced displacing evacuated "
    "hospitalised hospitalized hurt hurting injured injures injuring kill killed killing kills "
    "leaving maimed maiming murdered murdering rescued shot wounded wounding wounds".split()
)
_FATE = re.compile(
    rf"(?:{GAP}(?:more|others?|people|of{GAP}(?:them|us|whom|those)))?"
    rf"(?:{GAP}(?:also|are|been|being|confirmed|critically|feared|had|has|have|is|later|remain"
    rf"|remained|reported|reportedly|seriously|still|was|were)){{0,4}}"
    rf"{GAP}(?:{'|'.join(sorted(FATES))})(?!\w)"
)
_TOLL = re.compile(r"\b(?:death toll|toll|dead|deaths|fatalities|casualties|injured|wounded)\b")
_COUNT = re.compile(r"\b(?:number|total|count|tally|figure|figures|cases|infections|arrests)\b")
_REACHING = frozenset("as at from hit hits is of reach reached reaches reaching stands to was".split())


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


def is_plural(word: str) -> bool:
    """Whether a lower-cased word looks like a noun in the plural.

    >>> [is_plural(word) for word in ("fighters", "policemen", "congress", "virus", "aircraft")]
    [True, True, False, False, True]
    """
    if word in _PLURAL_FORMS:
        return True
    if word[-1:] != "s":
        return bool(_LIKE_MEN.match(word))
    return (
        len(word) > 3
        and word[-2] not in "su'’i"
        and word not in _NO_PLURALS
        and word not in _GRAMMAR
        and word not in _VERBS
    )


def plural_of(word: str) -> str:
    """The plural of a lower-cased noun in the singular.

    >>> [plural_of(word) for word in ("soldier", "body", "gunman", "church", "person")]
    ['soldiers', 'bodies', 'gunmen', 'churches', 'people']
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("man") and word not in ("human", "german", "roman", "ottoman"):
        return word[:-3] + "men"
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    return word + "s"


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
    position = start
    first = head_start = head_end = -1
    head = before = ""
    last = (-1, -1, "")
    for _ in range(MOST_WORDS):
        match = _TOKEN.match(text, position)
        if match is None or match[1] is None or _begins_a_line(match, original):
            break
        word = match[2]
        if word in _GRAMMAR or word in SMALL or word in TENS or word in SCALES or word.isdigit():
            break
        if word in _VERBS and not (head == "" and mass):
            break
        begin = match.start(2)
        possessive = word.endswith(("'s", "’s"))
        plural = not possessive and is_plural(word)
        if head and not (plural and original[begin].islower() and text[begin - 1] != "-"):
            break
        if first < 0:
            first = begin
        if plural:
            if head:
                before = head
            head, head_start, head_end = word, begin, match.end()
        else:
            before = word
            last = (begin, match.end(), word)
        position = match.end()
    if head:
        return Counted(first, head_end, _unit(head, before, original[head_start]))
    if mass and last[2] and last[2] not in FATES:
        return Counted(first, last[1], original[last[0] : last[1]])
    if mass and last[2] in FATES and first < last[0]:
        names = original[first : last[0]].split()
        if names:
            end = first + len(original[first : last[0]].rstrip())
            return Counted(first, end, names[-1])
    return None


def _begins_a_line(match: re.Match[str], original: str) -> bool:
    return "\n" in match[1] and not original[match.start(2)].islower()


def _unit(head: str, before: str, initial: str) -> str:
    name = head.rsplit("-", 1)[-1] if head.count("-") == 1 and head.startswith("non") else head
    if initial.isupper():
        name = name[0].upper() + name[1:]
    name = {"persons": "people", "others": "people", "folks": "people"}.get(name, name)
    if head in _LIGHT and before.isalpha() and before not in FATES:
        return f"{before} {name}"
    return name


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
        if match is None or match[1] is None or match[2] in _GRAMMAR or match[2] in _VERBS:
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
    """
    match = _OF.match(text, start)
    if match is None:
        return None
    return read_counted(text, match.end(), original)


def fate_behind(text: str, end: int) -> bool:
    """Whether the words behind a number say what was done to so many: "12 were killed".

    >>> fate_behind("190 were dead", 3), fate_behind("190 were sold", 3)
    (True, False)
    """
    return _FATE.match(text, end) is not None


def fate_around(text: str, start: int, end: int, before: str) -> str | None:
    """What a bare number counts by the words around it.

    Args:
        text: Lower-cased text.
        start: Offset of the number, its comparator included.
        end: Offset behind the number.
        before: The word before it.

    Returns:
        "people" beside words of harm and in a toll, "" in a tally of something else, and ``None``
        where nothing says that the number counts.

    >>> fate_around("it killed 12", 10, 12, "killed"), fate_around("the toll rose to 47", 17, 19, "to")
    ('people', 'people')
    >>> fate_around("he turned to 47", 13, 15, "to") is None
    True
    """
    if before in KILLING or fate_behind(text, end):
        return "people"
    if before not in _REACHING:
        return None
    floor = max(0, start - 60)
    if _TOLL.search(text, floor, start):
        return "people"
    return "" if _COUNT.search(text, floor, start) else None
