"""Nouns that say that there was something: "107 cases", "a suspected gas attack", "the arrest"."""

from __future__ import annotations

from claimgraph.reading.claims.clauses import Clause
from claimgraph.reading.claims.propositions import Proposition, Scene, plural
from claimgraph.reading.claims.sayings import saying
from claimgraph.reading.claims.wording import Item
from claimgraph.reading.parsed import Parsed
from claimgraph.vocabulary import Role, SpeechAct

#: Nouns for deeds: who denies them or claims them speaks of having done them.
DEEDS = frozenset(
    """
    abduction airstrike ambush arson assassination assault attack beheading blast bombardment
    bombing explosion hack hijacking incursion invasion kidnapping killing massacre murder operation
    poisoning raid robbery sabotage shelling shooting slaying stabbing strike theft
    """.split()
)
#: Nouns for what happens.
EVENTS = DEEDS | frozenset(
    """
    accident agreement arrest battle ceasefire clash collapse crash crackdown cyberattack deal death
    demonstration deployment earthquake election escape evacuation eviction exchange execution fight
    fire flood incident inspection landing launch leak march meeting outage outbreak protest rally
    referendum release rescue resignation riot shutdown siege spill strike summit talks test truce
    vote war withdrawal
    """.split()
)
_TALKING = frozenset({"speak", "talk", "tell"})
_QUESTION_WORDS = frozenset("what who whom whose how why when where which whether".split())
_EXISTING = frozenset(
    """
    allege allegation cite confirm count detect document estimate find log note observe record
    register report reported rumour rumor see suspect suspected witness alleged possible purported
    account claim mention verify
    """.split()
)
ARTICLES = frozenset("a an the this that these those no any some every all both".split())


def says_there_is(scene: Scene, clause: Clause) -> bool:
    """Whether the cue says that there is what the noun names."""
    if scene.cue is None:
        return False
    parsed = scene.parsed
    first = parsed.lower[next((w for w in clause.words if parsed.deps[w] != "punct"), clause.head)]
    if first in _QUESTION_WORDS:
        return False
    if scene.verb in _TALKING:
        last = parsed.lower[scene.draft.cue[-1][1] - 1]
        return "of" in (first, last)
    if scene.verb in _EXISTING or parsed.lower[scene.cue] in _EXISTING:
        return True
    if not scene.draft.source and scene.draft.act in (SpeechAct.ALLEGE, SpeechAct.REPORT):
        return True
    return scene.verb in ("accord", "say") and "nummod" in clause.by


def existing(scene: Scene, clause: Clause, words: list[int]) -> Proposition:
    """That there was what a noun names: there were "107 cases", "the arrest" took place."""
    parsed = scene.parsed
    head = clause.head
    noun = parsed.lemmas[head].lower()
    several = _several(parsed, head)
    article = _article(parsed, head, words)
    if article in ("the", "this", "that") and noun not in EVENTS:
        return saying(scene, clause)
    items: list[Item]
    if article == "the" and parsed.lower[words[0]] == "the":
        items = [*words, "took place"]
    elif article == "the" and "nmod" in clause.by and noun in EVENTS:
        items = ["the", *words, "took place"]
    else:
        items = ["there were" if several else "there was", *_indefinite(parsed, head, words)]
    return Proposition(
        items,
        clause.words,
        clause,
        noun if parsed.tags[head] in ("NN", "NNS") else "be",
        [*aimed_at(parsed, words), *_by_whom(parsed, clause)],
        from_tree=False,
    )


def _by_whom(parsed: Parsed, clause: Clause) -> list[tuple[Role, int]]:
    for child in clause.by.get("nmod", ()):
        if any(parsed.lower[c] == "by" for c in parsed.children[child]):
            return [(Role.AGENT, child)]
    return []


def _article(parsed: Parsed, head: int, words: list[int]) -> str:
    """The article of a noun, which may stand before the cue: "*an* alleged attack"."""
    for child in parsed.children[head]:
        if parsed.deps[child] == "det":
            return parsed.lower[child]
        if parsed.deps[child] == "nmod:poss":
            return "the" if child in words else "'s"
    return ""


def _several(parsed: Parsed, head: int) -> bool:
    """Whether "there were" goes before a noun phrase."""
    return plural(parsed, head) or (parsed.pos[head] == "NUM" and parsed.lower[head] != "one")


def _indefinite(parsed: Parsed, head: int, words: list[int]) -> list[Item]:
    """A noun phrase after "there was": with "a" where a single thing is named without it."""
    words = without_any(parsed, words) or words
    first = words[0]
    if parsed.lower[first] in ARTICLES or plural(parsed, head) or parsed.tags[head] != "NN":
        return list(words)
    noun = parsed.lemmas[head].lower()
    if noun in EVENTS or _article(parsed, head, words) in ("a", "an", "the", "'s"):
        return ["an" if parsed.lower[first][0] in "aeiou" else "a", *words]
    return list(words)


def aimed_at(parsed: Parsed, words: list[int]) -> list[tuple[Role, int]]:
    """What a deed among the words was aimed at."""
    inside = set(words)
    for word in words:
        if parsed.deps[word] == "nmod" and parsed.lemmas[parsed.heads[word]].lower() in DEEDS:
            cases = [parsed.lower[c] for c in parsed.children[word] if parsed.deps[c] == "case"]
            if cases and cases[0] in ("on", "against", "at") and word in inside:
                return [(Role.PATIENT, word)]
    return []


def without_any(parsed: Parsed, words: list[int]) -> list[int]:
    """Words without "any", or the owner, at their beginning."""
    while words and parsed.lower[words[0]] in ("any", "all", "his", "her", "its", "their"):
        words = words[1:]
    return words
