"""What a clause says: its predicate.

The predicate is a lemma: "kill"; with its particle: "carry out". A copula goes with what it joins:
"be temporary", "be in hospital", "be an accident". Where a noun says what happened ("there was an
attack"), it is that noun: "attack". Verbs that only say that something began, went on, failed, or
seems to be, give way to the verb that they govern.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimgraph.reading.claims.clauses import Clause, Dependents, dependents
from claimgraph.reading.encoder.verb_lemmas import verb_lemma
from claimgraph.reading.parsed import Parsed
from claimgraph.vocabulary import Certainty

#: Verbs that say nothing of their own about what they govern.
_PHASES = frozenset("begin start continue keep proceed manage happen resume stop tend".split())
_FAILING = frozenset("fail neglect omit".split())
#: How sure something is said to be by the word that governs it.
RAISING = {
    "appear": Certainty.PROBABLE,
    "seem": Certainty.PROBABLE,
    "likely": Certainty.PROBABLE,
    "unlikely": Certainty.PROBABLE,
    "expect": Certainty.PROBABLE,
    "believe": Certainty.PROBABLE,
    "think": Certainty.PROBABLE,
    "presume": Certainty.PROBABLE,
    "assume": Certainty.PROBABLE,
    "estimate": Certainty.PROBABLE,
    "report": Certainty.PROBABLE,
    "suspect": Certainty.POSSIBLE,
    "fear": Certainty.POSSIBLE,
    "allege": Certainty.POSSIBLE,
    "rumour": Certainty.POSSIBLE,
    "rumor": Certainty.POSSIBLE,
    "possible": Certainty.POSSIBLE,
    "impossible": Certainty.CERTAIN,
    "probable": Certainty.PROBABLE,
    "certain": Certainty.CERTAIN,
    "sure": Certainty.CERTAIN,
    "clear": Certainty.CERTAIN,
    "true": Certainty.CERTAIN,
    "know": Certainty.CERTAIN,
    "say": Certainty.PROBABLE,
    "able": Certainty.CERTAIN,
    "unable": Certainty.CERTAIN,
    "bound": Certainty.PROBABLE,
    "due": Certainty.CERTAIN,
    "set": Certainty.CERTAIN,
    "suppose": Certainty.UNDERSPECIFIED,
    "intend": Certainty.UNDERSPECIFIED,
    "mean": Certainty.UNDERSPECIFIED,
    "schedule": Certainty.PROBABLE,
}
#: What somebody says of their own mind: "I think that …", "we expect …".
_OPINIONS = {
    "think": Certainty.PROBABLE,
    "believe": Certainty.PROBABLE,
    "expect": Certainty.PROBABLE,
    "assume": Certainty.PROBABLE,
    "guess": Certainty.PROBABLE,
    "reckon": Certainty.PROBABLE,
    "suppose": Certainty.PROBABLE,
    "suspect": Certainty.POSSIBLE,
    "fear": Certainty.POSSIBLE,
    "hope": Certainty.UNDERSPECIFIED,
}
_REVERSING = frozenset({"unlikely", "impossible", "unable", *_FAILING})
#: Participles that the parser takes for adjectives: "was hurt" says what happened.
_HARMED = frozenset(
    """
    arrested damaged destroyed detained displaced hurt injured killed poisoned wounded
    """.split()
)
_FINITE = frozenset({"VBZ", "VBP", "VB"})
_PARTICLES = frozenset("away back down in off on out over up".split())


@dataclass(slots=True)
class Core:
    """The word that carries a clause's proposition, and what the words above it say about it.

    Attributes:
        head: The verb, or the predicate of a copula.
        by: Its dependents.
        subject: The head word of its subject; ``None`` without one.
        certainty: How sure the words above it make it.
        negations: How many of them turn it into its opposite.
        above: The heads that it hangs from, outermost first.
        passive: Whether it shares the auxiliary of a passive.
    """

    head: int
    by: Dependents
    subject: int | None
    certainty: Certainty
    negations: int
    above: list[tuple[int, Dependents]]
    passive: bool = False


def core_of(parsed: Parsed, clause: Clause) -> Core:
    """Go down from the head of a clause to the word that carries its proposition."""
    core = Core(clause.head, clause.by, clause.subject, Certainty.CERTAIN, 0, [])
    core.passive = any(parsed.deps[word] == "aux:pass" for word in clause.auxiliaries)
    for dep in ("parataxis", "ccomp"):  # "he fell, I think", "I think he fell"
        for aside in clause.by.get(dep, ()):
            if dep == "parataxis" or aside < clause.head:
                core.certainty = weaker(core.certainty, _opinion(parsed, aside))
    while len(core.above) < 4:
        below = _governed(parsed, core)
        if below is None:
            return core
        core.above.append((core.head, core.by))
        core.head, core.by = below, dependents(parsed, below)
        own = [core.by[dep][0] for dep in ("nsubj", "nsubj:pass") if dep in core.by]
        if own:
            core.subject = own[0]
    return core


def _governed(parsed: Parsed, core: Core) -> int | None:
    """The verb below one that only says that it began, failed, or may be so."""
    by = core.by
    below = next((by[dep][0] for dep in ("xcomp", "ccomp", "csubj") if dep in by), None)
    lemma = parsed.lemmas[core.head].lower()
    if below is None and lemma in RAISING and "cop" in by:
        below = next((w for w in by.get("advcl", ()) if parsed.tags[w] == "VB"), None)
    if below is None:
        return None
    if "xcomp" in by or ("ccomp" not in by and "csubj" not in by):
        if lemma in _PHASES or (lemma == "have" and parsed.tags[below] == "VBN"):
            return below
        if lemma == "have" and any(parsed.lower[word] == "yet" for word in by.get("advmod", ())):
            return below  # "has yet to answer"
        if lemma in _FAILING and "to" in parsed.lower[core.head + 1 : core.head + 2]:
            core.negations += 1
            return below
        if "aux:pass" in by or "cop" in by or lemma in ("appear", "seem"):
            return _raise(core, lemma, below)
    told = "ccomp" in by or "csubj" in by
    if told and lemma in RAISING and ("expl" in by or _is_it(parsed, core.subject)):
        return _raise(core, lemma, below)
    mine = core.subject is not None and parsed.lower[core.subject] in ("i", "we")
    if mine and lemma in _OPINIONS and not core.above:
        core.certainty = weaker(core.certainty, _OPINIONS[lemma])
        return below
    return None


def _is_it(parsed: Parsed, subject: int | None) -> bool:
    return subject is not None and parsed.lower[subject] == "it"


def _opinion(parsed: Parsed, verb: int) -> Certainty:
    """How sure "I think", put beside a clause, leaves it."""
    mine = any(
        parsed.deps[child] == "nsubj" and parsed.lower[child] in ("i", "we")
        for child in parsed.children[verb]
    )
    return (
        _OPINIONS.get(parsed.lemmas[verb].lower(), Certainty.CERTAIN)
        if mine
        else (Certainty.CERTAIN)
    )


def _raise(core: Core, lemma: str, below: int) -> int | None:
    if lemma not in RAISING:
        return None
    core.certainty = weaker(core.certainty, RAISING[lemma])
    core.negations += lemma in _REVERSING
    return below


_ORDER = list(Certainty)


def weaker(left: Certainty, right: Certainty) -> Certainty:
    """The less sure of two.

    >>> weaker(Certainty.CERTAIN, Certainty.POSSIBLE).value
    'possible'
    """
    return max(left, right, key=_ORDER.index)


def predicate_of(parsed: Parsed, head: int, by: Dependents) -> str:
    """The predicate that a word heads."""
    lemma = parsed.lemmas[head].lower()
    if "cop" in by and not (parsed.pos[head] == "VERB" and parsed.tags[head] in _FINITE):
        if parsed.tags[head] in ("VBN", "VBD") or parsed.lower[head] in _HARMED:
            return verb_lemma(parsed.lower[head], "VBN")
        return copular(parsed, head, by)
    if parsed.pos[head] == "AUX" or lemma in ("be", "'s", "’s", "'re", "’re"):
        if "expl" in by:
            nouns = by.get("nsubj") or by.get("obj") or by.get("obl") or []
            return parsed.lemmas[nouns[0]].lower() if nouns else "be"
        return "be"
    if parsed.pos[head] != "VERB" and ("nsubj" in by or "nsubj:pass" in by):
        return copular(parsed, head, by)
    if parsed.pos[head] == "PROPN":
        return ""
    return " ".join([lemma, *particles(parsed, head, by)])


def particles(parsed: Parsed, verb: int, by: Dependents) -> list[str]:
    """The particles of a verb: "carry *out*", "switch the alarm *off*"."""
    found = [
        parsed.lower[word]
        for word in by.get("compound:prt", ())
        if not _bounds_a_number(parsed, word)
    ]
    if not found:
        after = verb + 1
        if after in by.get("advmod", ()) and parsed.lower[after] in _PARTICLES:
            found = [parsed.lower[after]]
    return found


def _bounds_a_number(parsed: Parsed, word: int) -> bool:
    """As "up" in "embezzled up to two million": no particle, whatever the tree says."""
    return parsed.lower[word + 1 : word + 2] == ["to"] and parsed.pos[word + 2 : word + 3] == [
        "NUM"
    ]


def copular(parsed: Parsed, head: int, by: Dependents) -> str:
    """The copula with what it says of the subject; "be" alone before names and numbers."""
    if parsed.pos[head] in ("PROPN", "NUM", "PRON", "SYM"):
        return "be"
    word = parsed.lemmas[head].lower() if parsed.pos[head] == "NOUN" else parsed.lower[head]
    cases = [parsed.lower[c] for c in by.get("case", ()) if parsed.lower[c] != "as"]
    articles = [parsed.lower[each] for each in by.get("det", ()) if each < head]
    if not cases and articles and articles[0] in ("a", "an"):
        return f"be {'an' if word[0] in 'aeiou' else 'a'} {word}"
    return " ".join(["be", *cases[:2], word])
