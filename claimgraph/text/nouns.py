"""Words of English that a number meets: nouns in the plural, and what ends a noun phrase."""

from __future__ import annotations

import re

#: No noun phrase goes on behind these.
GRAMMAR = frozenset(
    """
    a about above across after against ago all along alongside also although am amid among an and
    any are around as at away back be because been before behind being below between both but by
    can could did do does doing down due during each either else even every except far for from
    further had has have having he her hers here him his how however i if in inside instead into is
    it its itself just like may me might mine must my near neither never no nor not now of off on
    once only onto or our out outside over past per rather round shall she should since so some
    soon still than that the their them themselves then there these they this those though
    through throughout till to today together tomorrow tonight too toward towards under unless
    until up upon us versus via was we well were what whatever when where whether which while who
    whom whose why will with within without would yesterday yet you your ours yours theirs vs
    apiece earlier later again already always another afterwards ahead everywhere elsewhere
    meanwhile nearby overnight perhaps probably reportedly allegedly respectively sometimes
    nowadays besides thus hence january february march april june july august september october
    november december monday tuesday wednesday thursday friday saturday sunday mondays tuesdays
    wednesdays thursdays fridays saturdays sundays
    """.split()
)
#: Verbs whose forms hardly ever stand inside a noun phrase.
VERBS = frozenset(
    """
    according agree agreed agrees appear appeared arrive arrived ask asked asking ate attended
    backed became become becomes began begin believe believed blocked bought bring brought called
    came carried carrying cause caused chanted claim claimed clashed come comes coming concerning
    continue continued cross crossed demanded denied described die died dies drank entered escaped
    face faced faces facing fell fighting fled flee follow followed found gathered gave get gets
    getting give given gives go goes going gone got heard held hiding hit include included includes
    including joined keep kept knew know known knows lacked leave leaving led left let live lived
    living look looked lose lost made make makes making marched met move moved need needed occurred
    opened opposed owned paid participated perished protested put rallied ran reached receive
    received refused regarding remain remained remains resigned return returned rose run said sat
    saw say saying says see seek seem seemed seen sent shouted show showed shown shows signed
    sitting sold sought speak spent spoke stand started stay stayed stood stopped stormed struck
    supported survive survived take taken takes taking tell think thinks threw told took tried try
    trying turned used using visited voted waiting walked want wanted wants watched waved wearing
    went won worked works wrote
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
    always analysis as axis basis chassis chris crisis debris dennis diagnosis emphasis francis gas
    genesis has his hypothesis illinois is isis louis memphis oasis tennis thesis its news perhaps
    pass this thus us was yes plus bus campus census virus bias atlas canvas chaos cosmos christmas
    texas kansas arkansas paris athens brussels damascus cyprus honduras laos barbados politics
    economics physics mathematics athletics gymnastics ethics logistics diabetes measles does goes
    says whereas alias likes besides james jones lewis williams davis harris thomas charles
    congress access process success business princess witness progress press less across overseas
    upwards
    """.split()
)
#: Nouns that say little alone: the word before them belongs to the name of what is counted.
LIGHT = frozenset(
    """
    agents agencies attacks bases cases centres centers companies counts crossings deaths defectors
    employees families figures firms forces groups guards homes incidents leaders lines makers
    members ministers offences offenses officers officials operations organisations organizations
    owners parties personnel places plants points posts prisoners rights seats sites staff stations
    strikes systems targets teams tests troops units vehicles votes workers
    """.split()
)


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
        and word[-2] not in "su'’"
        and word not in _NO_PLURALS
        and word not in GRAMMAR
        and word not in VERBS
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
