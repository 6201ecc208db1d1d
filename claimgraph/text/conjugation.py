"""English verb forms, to say in a finite sentence what a text says in a gerund or an infinitive.

"accused HTS of carrying out the attack" holds the proposition "HTS carried out the attack".
"""

from __future__ import annotations

from functools import lru_cache

# Base form, past tense, past participle where it differs from the past tense.
_IRREGULAR = """
    arise arose arisen; awake awoke awoken; be was been; bear bore borne; beat beat beaten
    become became become; begin began begun; bend bent; bet bet; bind bound; bite bit bitten
    bleed bled; blow blew blown; break broke broken; breed bred; bring brought
    broadcast broadcast; build built; burst burst; buy bought; cast cast; catch caught
    choose chose chosen; cling clung; come came come; cost cost; creep crept
    crossbreed crossbred; cut cut; deal dealt; dig dug; do did done; draw drew drawn
    drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt
    fight fought; find found; flee fled; fling flung; fly flew flown; forbid forbade forbidden
    forecast forecast; foresee foresaw foreseen; forget forgot forgotten
    forgive forgave forgiven; freeze froze frozen; get got; give gave given; go went gone
    grind ground; grow grew grown; hang hung; have had; hear heard; hide hid hidden; hit hit
    hold held; hurt hurt; keep kept; kneel knelt; know knew known; lay laid; lead led
    leave left; lend lent; let let; lie lay lain; lose lost; make made; mean meant; meet met
    mislead misled; misspeak misspoke misspoken; mistake mistook mistaken
    misunderstand misunderstood; outbid outbid; outdo outdid outdone; outshine outshone
    overcome overcame overcome; overdo overdid overdone; overhear overheard
    overrun overran overrun; oversee oversaw overseen; overtake overtook overtaken
    overthrow overthrew overthrown; partake partook partaken; pay paid; put put; quit quit
    read read; rebuild rebuilt; repay repaid; retake retook retaken; rethink rethought
    rewrite rewrote rewritten; rid rid; ride rode ridden; ring rang rung; rise rose risen
    run ran run; say said; see saw seen; seek sought; sell sold; send sent; set set
    shake shook shaken; shed shed; shine shone; shoot shot; show showed shown
    shrink shrank shrunk; shut shut; sing sang sung; sink sank sunk; sit sat; sleep slept
    slide slid; sling slung; sow sowed sown; speak spoke spoken; speed sped; spend spent
    spin spun; split split; spread spread; spring sprang sprung; stand stood; steal stole stolen
    stick stuck; sting stung; stink stank stunk; strike struck; strive strove striven
    swear swore sworn; sweep swept; swim swam swum; swing swung; take took taken; teach taught
    tear tore torn; tell told; think thought; thrive thrived; throw threw thrown; thrust thrust
    tread trod trodden; undergo underwent undergone; understand understood
    undertake undertook undertaken; undo undid undone; uphold upheld; upset upset
    wake woke woken; wear wore worn; weave wove woven; weep wept; win won; wind wound
    withdraw withdrew withdrawn; withhold withheld; withstand withstood; write wrote written
"""


def _irregular() -> tuple[dict[str, str], dict[str, str]]:
    entries = [entry.split() for line in _IRREGULAR.splitlines() for entry in line.split(";")]
    verbs = [forms for forms in entries if forms]
    return {forms[0]: forms[1] for forms in verbs}, {forms[0]: forms[-1] for forms in verbs}


_PAST, _PARTICIPLE = _irregular()
_BASES = frozenset(_PAST)


def bases_of_irregular() -> frozenset[str]:
    """The verbs that are irregular, in their base forms."""
    return _BASES


@lru_cache(maxsize=1)
def irregular_forms() -> dict[str, str]:
    """The base form of each irregular form: "shot" is from "shoot"."""
    forms = {form: verb for verb, form in _PARTICIPLE.items()}
    return forms | {form: verb for verb, form in _PAST.items()} | {verb: verb for verb in _PAST}


# Verbs of two syllables or more that are stressed on the last one, and so double its consonant;
# and those in -l, which British spelling doubles.
_DOUBLING = frozenset(
    """
    abet abhor acquit admit allot annul befit begin commit compel concur confer control counsel
    defer deter dispel embed emit enrol equip excel expel fuel impel incur infer initial kidnap
    label level model occur omit parallel patrol permit prefer propel quarrel rebel recur refer
    refuel regret remit repel rival signal submit transfer transmit travel tunnel worship
    """.split()
)
_VOWELS = frozenset("aeiou")
_SIBILANT = ("s", "x", "z", "ch", "sh")


def _stem(lemma: str) -> str:
    """The form that -ed and -ing are added to."""
    if lemma in _DOUBLING:
        return lemma + lemma[-1]
    one_syllable = sum(letter in _VOWELS or letter == "y" for letter in lemma[1:-1]) == 1 and (
        lemma[:1] not in _VOWELS
    )
    if (
        len(lemma) >= 3
        and one_syllable
        and lemma[-1] not in "aeiouywxh"
        and lemma[-2] in _VOWELS
        and lemma[-3] not in _VOWELS
    ):
        return lemma + lemma[-1]
    return lemma


@lru_cache(maxsize=4096)
def past(lemma: str) -> str:
    """The past tense of a verb; of "be" the singular.

    >>> past("carry"), past("plan"), past("shoot"), past("kidnap"), past("die")
    ('carried', 'planned', 'shot', 'kidnapped', 'died')
    """
    return _PAST.get(lemma) or _regular(lemma)


@lru_cache(maxsize=4096)
def participle(lemma: str) -> str:
    """The past participle of a verb.

    >>> participle("hide"), participle("wound"), participle("launch")
    ('hidden', 'wounded', 'launched')
    """
    return _PARTICIPLE.get(lemma) or _regular(lemma)


def _regular(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    return _stem(lemma) + "ed"


@lru_cache(maxsize=4096)
def third_person(lemma: str) -> str:
    """The present tense of a verb for one person or thing.

    >>> third_person("own"), third_person("deny"), third_person("have"), third_person("be")
    ('owns', 'denies', 'has', 'is')
    """
    known = {"be": "is", "have": "has", "do": "does", "go": "goes"}.get(lemma)
    if known or not lemma:
        return known or lemma
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(_SIBILANT) or lemma.endswith("o") else "s")


def present(lemma: str, plural: bool) -> str:
    """The present tense of a verb.

    >>> present("be", plural=True), present("hold", plural=False)
    ('are', 'holds')
    """
    if plural:
        return "are" if lemma == "be" else lemma
    return third_person(lemma)


def past_of(lemma: str, plural: bool) -> str:
    """The past tense of a verb, with "were" for several.

    >>> past_of("be", plural=True), past_of("use", plural=True)
    ('were', 'used')
    """
    return "were" if plural and lemma == "be" else past(lemma)
