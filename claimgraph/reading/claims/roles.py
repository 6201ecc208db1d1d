"""Who did what to whom, in the tree: agents, patients, recipients (PropBank's, in their sense)."""

from __future__ import annotations

from claimgraph.reading.claims.clauses import Dependents
from claimgraph.reading.claims.predicates import Core
from claimgraph.reading.parsed import Parsed
from claimgraph.vocabulary import Role

#: Verbs whose subject undergoes what happens.
_UNACCUSATIVE = frozenset(
    """
    appear arise begin burn burst change climb collapse crash decline decrease die disappear drop
    drown emerge end erupt escalate exist expire explode fade fall flood flow grow halt happen
    improve increase last leak occur originate perish persist plummet plunge remain resume rise
    shrink sink stall start starve stay stop suffer surge survive vanish worsen
    """.split()
)
_GIVING = frozenset(
    """
    award bring deliver donate give grant hand issue lend offer owe pass pay present promise provide
    read release restore return sell send show supply teach tell transfer write
    """.split()
)
_DEEDS = frozenset(
    """
    ambush assault assassination attack attacks blow bombardment bombing crackdown hit invasion
    murder offensive operation raid shelling strike airstrike onslaught
    """.split()
)
_AIMED = frozenset("aim fire shoot launch throw lob hurl drop".split())
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"})
_TIMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday morning evening night noon midnight
    today tomorrow then week month year end percent phone email
    """.split()
)
#: By how much, or how long, something goes on: "lasted two *years*", "rose 3 *percent*".
_UNITS = frozenset(
    """
    centuries century centimeters centimetres cents day days decade decades degrees dollars euros
    feet generations hour hours inches kilometers kilometres km meters metres miles minute minutes
    month months nights percent points pounds second seconds week weeks year years
    """.split()
)
_BEGINNING = frozenset({"DET", "NUM", "NOUN", "PROPN", "ADJ", "PRON"})
_AGAINST = frozenset({"on", "against", "at"})


def participants_of(parsed: Parsed, core: Core) -> list[tuple[Role, int]]:
    """Who plays which part, by the head words of their phrases."""
    by = core.by
    lower, lemmas = parsed.lower, parsed.lemmas
    lemma = lemmas[core.head].lower()
    passive = core.passive or "aux:pass" in by or "nsubj:pass" in by
    found: list[tuple[Role, int]] = []
    if "expl" in by:
        return found
    subject = core.subject
    if subject is not None and parsed.deps[subject] not in ("expl", "csubj", "csubj:pass"):
        copular = "cop" in by or parsed.pos[core.head] not in ("VERB", "AUX")
        patient = passive or copular or (lemma in _UNACCUSATIVE and not _has_other(parsed, by))
        role = Role.PATIENT if patient else Role.AGENT
        found += [(role, each) for each in _each(parsed, subject)]
    for word in by.get("iobj", ()):
        found.append((Role.RECIPIENT, word))
    objects = by.get("obj") or []
    if not objects and not passive and "cop" not in by:
        objects = _objects_elsewhere(parsed, core)
    if lemma in _UNACCUSATIVE:
        objects = [word for word in objects if lower[word] not in _UNITS]
    for word in objects:
        target = _struck(parsed, word)
        if target is not None:
            found.append((Role.PATIENT, target))
        elif lemmas[word].lower() not in _DEEDS and parsed.pos[word] in _NOMINAL:
            found += [(Role.PATIENT, each) for each in _each(parsed, word)]
    for word in by.get("obl:agent", ()):
        found += [(Role.AGENT, each) for each in _each(parsed, word)]
    for word in by.get("obl", ()):
        case = next((lower[c] for c in parsed.children[word] if parsed.deps[c] == "case"), "")
        if case == "by" and passive and "obl:agent" not in by and _may_act(parsed, word):
            found += [(Role.AGENT, each) for each in _each(parsed, word)]
        elif case == "to" and lemma in _GIVING and (passive or "obj" in by):
            found.append((Role.RECIPIENT, word))
        elif case in ("at", "on") and lemma in _AIMED and lower[word] not in _TIMES | {"time"}:
            found.append((Role.PATIENT, word))
    return found


def _has_other(parsed: Parsed, by: Dependents) -> bool:
    """Whether the subject does it to another: "burned *the tents*", not "lasted a year"."""
    return any(parsed.lower[word] not in _UNITS for word in by.get("obj", ()))


def _objects_elsewhere(parsed: Parsed, core: Core) -> list[int]:
    """The object of a verb that hangs on another word: "shot and killed *two men*"."""
    for _, by in core.above[-1:]:
        if "obj" in by and parsed.tags[core.head] == "VBN":
            return by["obj"]  # "having beaten prisoners"
    verb = core.head
    for joined in core.by.get("conj", ()):
        if joined == verb + 2 and parsed.pos[joined] == "VERB":
            verb = joined
    for child in parsed.children[verb]:
        if parsed.deps[child] == "obj":
            return [child]
    if verb + 1 < len(parsed.pos) and parsed.pos[verb + 1] in _BEGINNING:
        for word in range(verb + 1, min(verb + 6, len(parsed.pos))):
            if parsed.pos[word] in ("NOUN", "PROPN", "PRON") and parsed.heads[word] <= verb:
                # The parser joins it to the verb, or to the noun before: nothing else fits.
                return [word] if parsed.deps[word] in ("conj", "dep") else []
    return []


def _may_act(parsed: Parsed, word: int) -> bool:
    """Whether a noun behind "by" may act: "by Sunday" and "by 20 percent" name nobody."""
    return parsed.tags[word] not in ("CD", "VBG") and parsed.lower[word] not in _TIMES


def _struck(parsed: Parsed, noun: int) -> int | None:
    """What a deed named by an object was aimed at: "carried out an attack *on Aleppo*"."""
    if parsed.lemmas[noun].lower() not in _DEEDS:
        return None
    behind = noun + 1
    if behind < len(parsed.words) and parsed.lower[behind] in _AGAINST:
        word = parsed.heads[behind]
        if parsed.deps[behind] == "case" and _is_target(parsed, word, noun):
            return word
    for child in parsed.children[noun]:
        if parsed.deps[child] == "nmod":
            for case in parsed.children[child]:
                if parsed.deps[case] == "case" and parsed.lower[case] in _AGAINST:
                    return child
    return None


def _is_target(parsed: Parsed, word: int, noun: int) -> bool:
    """Whether the tree hangs on the verb what stands behind its object, and is no time."""
    if parsed.deps[word] != "obl" or parsed.heads[word] != parsed.heads[noun]:
        return False
    return word in parsed.name_at or (parsed.pos[word] == "NOUN" and _may_act(parsed, word))


def _each(parsed: Parsed, word: int) -> list[int]:
    """A noun and those that are joined to it."""
    joined = [
        child
        for child in parsed.children[word]
        if parsed.deps[child] == "conj" and parsed.pos[child] in _NOMINAL
    ]
    return [word, *joined[:3]]
