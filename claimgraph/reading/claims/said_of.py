"""What is said of those whom a number counts: "killed", "struggling to breathe", "in hospital".

It comes from the word that governs the counted: a participle after them, their verb, the noun that
they are the measure of. Short words only, so that two reports of one thing come out alike.
"""

from __future__ import annotations

from claimgraph.reading.claims.clauses import Dependents, dependents
from claimgraph.reading.claims.predicates import particles
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.phrases import noun_phrase
from claimgraph.text.conjugation import participle

#: Words for the state that somebody is in.
STATES = frozenset(
    "alive dead deceased displaced homeless hurt injured killed missing unaccounted wounded".split()
)
#: Nouns that say what happened to those behind "of".
DEVERBAL = {
    "abduction": "abducted", "arrest": "arrested", "death": "died", "deployment": "deployed",
    "detention": "detained", "displacement": "displaced", "evacuation": "evacuated",
    "execution": "executed", "expulsion": "expelled", "injury": "injured", "killing": "killed",
    "loss": "lost", "massacre": "killed", "murder": "murdered", "release": "released",
    "rescue": "rescued", "shooting": "shot", "slaughter": "killed", "withdrawal": "withdrawn",
}  # fmt: skip
#: Verbs that say nothing of their object.
HOLLOW = frozenset("be have do".split())
#: What these verbs do to a number says nothing of those who are counted.
SAYING = frozenset(
    """
    allege cite claim confirm count describe document estimate exceed give hear include list log
    mention note number put reach record register report say see show state tell top total witness
    """.split()
)
#: Nouns that only count what stands behind "of".
_COUNTERS = frozenset(
    """
    act barrel case count gallon incident instance kg kilo kilogram kilogramme litre liter number
    pound report round sign ton tonne total
    """.split()
)
_TOLLS = frozenset({"toll", "tolls", "body"})
_BODIES = frozenset({"bodies", "corpses", "remains"})
#: "claimed the lives of 80 people", "80 people lost their lives".
_TAKING_LIVES = frozenset({"claim", "take", "cost", "lose"})
_DEAD = frozenset("dead victims fatalities killed deaths".split())
_UP = frozenset({"conj", "appos", "nummod", "compound", "flat", "amod", "dep", "det", "nmod:poss"})
_GOVERNED = frozenset("nsubj:pass nsubj obj obl obl:agent xcomp iobj acl advcl ccomp".split())
_PHASES = frozenset("begin start continue keep manage stop".split())
_WHEN = frozenset("daily now overnight then today tonight tomorrow weekly yesterday".split())
_NAMING_PARTS = frozenset({"including", "according", "involving"})
_SUPPOSED = frozenset({"believed", "feared", "thought", "suspected"})
_NUMBERED = frozenset("hundred thousand million billion dozen score ten".split())
_SHARES = frozenset("half third quarter most majority part all percent".split())
_RELATIVES = frozenset({"who", "that", "which"})
_MARKS = frozenset("“”\"‘’'")


def said_of(parsed: Parsed, word: int) -> str:
    """What is said of the counted.

    Args:
        parsed: The document.
        word: The noun that is counted, or the number where no noun is named.
    """
    for _ in range(6):
        if parsed.lower[word] in STATES and not _is_whole(parsed, word):
            return parsed.lower[word]
        by = dependents(parsed, word)
        dep, head = parsed.deps[word], parsed.heads[word]
        found = _after(parsed, word, by) or _behind_of(parsed, word, by)
        if found or head == word or ("cop" in by and "nsubj" in by):
            return found
        if dep in _GOVERNED:
            return _governed(parsed, word, dep, head)
        noun = parsed.lemmas[head].lower()
        if dep in ("nmod", "nummod") and noun in DEVERBAL:
            return DEVERBAL[noun]
        if dep in ("nmod", "nmod:poss") and parsed.lower[head] in _BODIES:
            return "killed"
        if dep == "nmod":
            if noun in _TOLLS or _are_taken(parsed, head):
                return "killed"
            if _includes(parsed, word):
                word = head
                continue
            if not is_partitive(parsed, head) and noun not in ("number", "total"):
                return "" if noun in _COUNTERS else _phrase(parsed, head)
        elif dep == "conj" and parsed.pos[word - 1] == "VERB" and parsed.heads[word - 1] == head:
            return _done(parsed, word - 1)  # "killing 12 people and injuring dozens"
        elif dep not in _UP:
            return ""
        word = head
    return ""


def _is_whole(parsed: Parsed, word: int) -> bool:
    """Whether only a part of those in a state is counted: "28 of *the injured* were children"."""
    head = parsed.heads[word]
    return (
        parsed.lower[word - 2 : word] == ["of", "the"]
        and parsed.deps[word] == "nmod"
        and is_partitive(parsed, head)
    )


def is_partitive(parsed: Parsed, word: int) -> bool:
    """Whether a word counts what hangs on it by "of": "hundreds of Taliban"."""
    lower = parsed.lower[word]
    return parsed.pos[word] == "NUM" or lower.rstrip("s") in _NUMBERED or lower in _SHARES


def thing_of(parsed: Parsed, by: Dependents) -> str:
    """What stands behind "of": "breathing difficulties" of "cases of breathing difficulties"."""
    for child in by.get("nmod", ()):
        if any(parsed.lower[each] == "of" for each in parsed.children[child]):
            return _after(parsed, child, dependents(parsed, child)) or _phrase(parsed, child)
    return ""


def clipped(text: str, longest: int = 8) -> str:
    """One line of at most so many words."""
    return " ".join(text.split()[:longest])


def _behind_of(parsed: Parsed, word: int, by: Dependents) -> str:
    """What a counting noun counts, and what was done to it: "production disrupted"."""
    if parsed.lemmas[word].lower() not in _COUNTERS and "number" not in parsed.lower[word]:
        return ""
    thing = thing_of(parsed, by)
    if thing and parsed.deps[word] == "nsubj:pass" and thing.count(" ") < 3:
        return f"{thing} {_done(parsed, parsed.heads[word])}"
    return thing


def _after(parsed: Parsed, word: int, by: Dependents) -> str:
    """A participle or a relative clause after the counted: "people *left short of breath*"."""
    for dep in ("acl", "amod"):
        for child in by.get(dep, ()):
            lower = parsed.lower[child]
            if lower in STATES:
                return lower
            if child < word or parsed.tags[child] not in ("VBN", "VBG", "VBD"):
                continue
            if lower not in _NAMING_PARTS:
                below = any(parsed.deps[each] == "xcomp" for each in parsed.children[child])
                return _verb_phrase(parsed, child, 5 if lower in _SUPPOSED else 4 * below)
    for relative in by.get("acl:relcl", ()):
        inner = dependents(parsed, relative)
        subjects = [*inner.get("nsubj", ()), *inner.get("nsubj:pass", ())]
        if any(parsed.lower[each] in _RELATIVES for each in subjects):
            return _of_subject(parsed, relative, inner)
    return ""


def _governed(parsed: Parsed, word: int, dep: str, head: int) -> str:
    """What the verb says of its subject or object."""
    by = dependents(parsed, head)
    if dep == "obl" and "obj" in by and parsed.lower[by["obj"][0]] == "number":
        return thing_of(parsed, dependents(parsed, by["obj"][0]))  # "the number of dead at 12"
    if _tells_toll(parsed, word, by) or _are_among_the_dead(parsed, dep, head, by):
        return "killed"
    if dep in ("nsubj:pass", "nsubj"):
        return _of_subject(parsed, head, by)
    if dep == "obj":
        for below in by.get("xcomp", ()):
            if below > word and parsed.tags[below] != "VB":
                return _verb_phrase(parsed, below, 5)
        lemma = parsed.lemmas[head].lower()
        if lemma in HOLLOW or lemma in SAYING:
            return ""
        return " ".join([participle(lemma), *particles(parsed, head, by)])
    return _done(parsed, head) if dep == "obl:agent" else ""


def _tells_toll(parsed: Parsed, word: int, by: Dependents) -> bool:
    """Whether a number is of those who were killed: "the death toll rose to 17"."""
    near = [each for dep in ("nsubj", "nsubj:pass", "obj") for each in by.get(dep, ())]
    return any(parsed.lower[each] in _TOLLS and each != word for each in near)


def _are_taken(parsed: Parsed, lives: int) -> bool:
    """Whether the lives of those who are counted were lost: "claimed the lives of 80"."""
    verb = parsed.lemmas[parsed.heads[lives]].lower()
    return parsed.lower[lives] in ("lives", "life") and verb in _TAKING_LIVES


def _includes(parsed: Parsed, word: int) -> bool:
    """Whether those who are counted are some of others: "72 people *including* nine children"."""
    return any(
        parsed.deps[child] == "case" and parsed.lower[child] in ("including", "among")
        for child in parsed.children[word]
    )


def _are_among_the_dead(parsed: Parsed, dep: str, verb: int, by: Dependents) -> bool:
    """Whether the dead are said to include those who are counted."""
    if dep != "obj" or parsed.lemmas[verb].lower() != "include":
        return False
    if "nsubj" not in by and parsed.deps[verb] in ("conj", "parataxis"):
        by = dependents(parsed, parsed.heads[verb])
    return any(parsed.lower[subject] in _DEAD for subject in by.get("nsubj", ()))


def _of_subject(parsed: Parsed, head: int, by: Dependents) -> str:
    """What a clause says of its subject: "killed", "missing", "in hospital", "left hospital"."""
    if "cop" in by or parsed.pos[head] not in ("VERB", "AUX"):
        words = [each for dep in ("case", "advmod") for each in by.get(dep, ())]
        near = [w for w in words if head - 3 <= w < head and parsed.lower[w] != "not"]
        return clipped(" ".join([*(parsed.lower[w] for w in near), parsed.words[head]]))
    lemma = parsed.lemmas[head].lower()
    if lemma in HOLLOW:
        return ""
    if lemma in _PHASES and "xcomp" in by:
        return _done(parsed, by["xcomp"][0])
    return _verb_phrase(parsed, head, 4)


def _done(parsed: Parsed, verb: int) -> str:
    """A verb as what was done; as what is to be done, where a modal says so."""
    if parsed.tags[verb] in ("VBN", "VBD"):
        return parsed.lower[verb]
    lemma = parsed.lemmas[verb].lower()
    to_come = any(parsed.tags[child] == "MD" for child in parsed.children[verb])
    return f"to {lemma}" if to_come else participle(lemma)


def _verb_phrase(parsed: Parsed, verb: int, longest: int) -> str:
    """A verb with a short complement right after it, of so many words."""
    lower = parsed.lower[verb]
    if lower in STATES or parsed.pos[verb] == "ADJ":
        return lower
    if parsed.tags[verb] not in ("VBN", "VBG"):
        lower = _done(parsed, verb)
    by = dependents(parsed, verb)
    last = verb
    for dep in ("compound:prt", "xcomp", "obj", "obl", "advmod"):
        for child in by.get(dep, ()):
            if not verb < child <= last + 3 or (dep == "obl" and last > verb):
                continue
            start, end = parsed.subtree(child)
            near = start == last + 1 and end - verb <= longest + 1 + (dep == "compound:prt")
            if near and not any(_is_special(parsed, word) for word in range(start, end)):
                last = end - 1
    rest = parsed.text[parsed.ends[verb] : parsed.ends[last]] if last > verb else ""
    return clipped(lower + rest)


def _is_special(parsed: Parsed, word: int) -> bool:
    """Names, numbers, times and quotation marks say too much of one case."""
    return (
        word in parsed.name_at
        or parsed.lower[word] in _WHEN
        or parsed.tags[word] in ("CD", "NNP")
        or parsed.words[word] in _MARKS
    )


def _phrase(parsed: Parsed, head: int) -> str:
    start, end = noun_phrase(parsed, head)
    while start > 0 and parsed.words[start] == "-":
        start -= 1  # "per-day production"
    return clipped(parsed.string((start, end)))
