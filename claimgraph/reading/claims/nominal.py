"""What noun phrases say: "denied any involvement", "reported 107 cases", "a suspected gas attack".

A noun phrase holds a proposition once the cue says how: involvement is somebody's who was involved,
a reported case is one that there was. Where it says no such thing, the proposition is that the
source said it: "Drenland welcomed the step".
"""

from __future__ import annotations

from claimgraph.reading.claims.clauses import Clause, Link, Shape, dependents, shape_of
from claimgraph.reading.claims.existence import (
    ARTICLES,
    DEEDS,
    aimed_at,
    existing,
    says_there_is,
    without_any,
)
from claimgraph.reading.claims.propositions import Proposition, Scene, plural
from claimgraph.reading.claims.sayings import saying
from claimgraph.reading.claims.splitting import clauses_of
from claimgraph.reading.claims.trimming import trimmed
from claimgraph.reading.claims.wording import Item
from claimgraph.reading.parsed import Parsed
from claimgraph.vocabulary import Polarity, Role, SpeechAct

#: Nouns for what somebody says of somebody: they can be true.
CHARGES = frozenset(
    """
    accusation account allegation assertion assumption charge claim conclusion contention criticism
    description finding idea implication insinuation notion perception possibility reading report
    rumor rumour speculation statement story suggestion suspicion talk theory version belief
    impression characterization characterisation
    """.split()
)
#: Of these, what stands behind "of" is what is said to have been: "talk of negligence".
_TELLING = frozenset("talk rumour rumor report suggestion allegation accusation suspicion".split())
_HAVE = {
    "involvement": ("was involved", "were involved", "involve"),
    "responsibility": ("was responsible", "were responsible", "be responsible"),
    "guilt": ("was guilty", "were guilty", "be guilty"),
    "complicity": ("was complicit", "were complicit", "be complicit"),
    "participation": ("took part", "took part", "take part"),
}
_RELATIONS = frozenset(
    """
    affiliation association bias conflict connection contact control dealing experience hand
    influence intention interest intent knowledge link motive part plan relation relationship right
    role say tie access awareness
    """.split()
)
#: Nouns that take no "a".
MASS = frozenset(
    """
    access aid ammunition assistance awareness bias blame bloodshed bribery cash cheating contact
    control corruption damage discrimination doping equipment espionage evidence favouritism food
    force fraud fuel funding gas guilt harm help influence information intent interference
    involvement knowledge meddling misconduct money negligence oil poison pressure racism regret
    remorse sabotage support torture violence water weaponry wrongdoing
    """.split()
)
_FAULTS = frozenset(
    """
    abuse collusion corruption crime fraud harassment misconduct negligence offence offense torture
    treason violation wrongdoing
    """.split()
)


def nominal(scene: Scene, clause: Clause) -> list[Proposition]:
    """The propositions of a content that is a noun phrase."""
    act = scene.draft.act
    words = _unmarked(scene.parsed, trimmed(scene.parsed, clause.words, clause))
    if not words:
        return [saying(scene, clause)]
    if act is SpeechAct.CLAIM_RESPONSIBILITY:
        return [_claimed(scene, clause, words)]
    if act in (SpeechAct.DENY, SpeechAct.ADMIT, SpeechAct.CONFIRM) or _is_charge(scene, clause):
        found = _about_oneself(scene, clause, words) if act is not SpeechAct.CONFIRM else []
        found = found or _reported(scene, clause, words)
        if found:
            return found
    done = _done(scene, clause, words)
    if done is not None:
        return [done]
    if says_there_is(scene, clause) or _denies_any(scene, words):
        return [existing(scene, clause, words)]
    return [saying(scene, clause)]


def _denies_any(scene: Scene, words: list[int]) -> bool:
    """Whether there having been any is denied: "denied any sexual activity"."""
    return scene.draft.act is SpeechAct.DENY and scene.parsed.lower[words[0]] in ("any", "all")


def _done(scene: Scene, clause: Clause, words: list[int]) -> Proposition | None:
    """What was done to a noun: "*the attack*, reportedly *conducted by the Taliban*"."""
    parsed = scene.parsed
    if len(scene.draft.content) < 2:
        return None
    verb = scene.draft.content[1][0]
    if parsed.tags[verb] != "VBN" or verb not in words:
        return None
    place = words.index(verb)
    by = dependents(parsed, verb)
    auxiliary = "were" if plural(parsed, clause.head) else "was"
    passive = Clause(verb, Shape.FINITE, Link.MAIN, {**by, "aux:pass": []}, words=words)
    passive.subject = clause.head
    return Proposition([*words[:place], auxiliary, *words[place:]], clause.words, passive)


def _unmarked(parsed: Parsed, words: list[int]) -> list[int]:
    """Without the preposition that ties the phrase to its cue: "talk *of* negligence"."""
    while words and parsed.deps[words[0]] == "case" and parsed.lower[words[0]] in _PREPOSITIONS:
        words = words[1:]
    return words


_PREPOSITIONS = frozenset({"of", "for", "about", "against", "to", "with", "as", "on"})


def _is_charge(scene: Scene, clause: Clause) -> bool:
    return (
        scene.parsed.lemmas[clause.head].lower() in CHARGES
        and scene.draft.act in (SpeechAct.STATE, SpeechAct.REPORT, SpeechAct.OTHER)
        and scene.verb in ("reject", "dismiss", "refute", "dispute", "rebut")
    )


def _claimed(scene: Scene, clause: Clause, words: list[int]) -> Proposition:
    """That those who claim a deed did it: "claimed responsibility for the attack"."""
    parsed = scene.parsed
    noun = parsed.lemmas[clause.head].lower()
    several = scene.is_plural()
    if noun == "responsibility" or parsed.lower[clause.head] == "responsibility":
        for child in clause.by.get("nmod", ()):
            if parsed.lemmas[child].lower() in DEEDS:
                deed = [
                    w
                    for w in _subtree(parsed, child, words)
                    if parsed.deps[w] != "case" or parsed.heads[w] != child
                ]
                return _did(scene, clause, "carried out", deed, "carry out")
        verb = "were responsible" if several else "was responsible"
        rest = [word for word in words if word > clause.head]
        return _did(scene, clause, verb, rest, "be responsible")
    if parsed.lemmas[clause.head].lower() in DEEDS or plural(parsed, clause.head):
        return _did(scene, clause, "carried out", words, "carry out")
    return saying(scene, clause)


def _did(scene: Scene, clause: Clause, verb: str, rest: list[int], predicate: str) -> Proposition:
    said = scene.said()
    deed = rest if said else clause.words
    return Proposition(
        [*said, *([verb] if said else []), *deed],
        clause.words,
        clause,
        predicate,
        [*scene.speaking(_speaker_role(scene)), *aimed_at(scene.parsed, rest)],
        from_tree=False,
    )


def _speaker_role(scene: Scene) -> Role:
    return Role.CLEARED if scene.draft.act is SpeechAct.DENY else Role.AGENT


def _about_oneself(scene: Scene, clause: Clause, words: list[int]) -> list[Proposition]:
    """What somebody denies or admits of themselves: "any link to the blast", "the attack"."""
    parsed = scene.parsed
    noun = parsed.lemmas[clause.head].lower()
    several = scene.is_plural()
    if not scene.draft.source:
        return []
    owners = clause.by.get("nmod:poss", ())
    if owners and parsed.lower[owners[0]] not in ("his", "her", "its", "their", "my", "our"):
        return []
    rest = [word for word in words if word > clause.head]
    if noun in _HAVE:
        one, many, predicate = _HAVE[noun]
        return [_did(scene, clause, many if several else one, rest, predicate)]
    if noun in _RELATIONS:
        phrase = without_any(parsed, words)
        return [_did(scene, clause, _had(parsed, clause.head, phrase), phrase, f"have {noun}")]
    if noun in _FAULTS:
        verb = "were guilty of" if several else "was guilty of"
        return [_did(scene, clause, verb, without_any(parsed, words), "be guilty")]
    if noun in DEEDS and scene.draft.act is SpeechAct.DENY and not owners:
        return [_did(scene, clause, "carried out", words, "carry out")]
    return []


def _had(parsed: Parsed, noun: int, words: list[int]) -> str:
    """The verb "had", with the article that goes with "any"."""
    first = parsed.lower[words[0]]
    countable = parsed.lemmas[noun].lower() not in MASS and not plural(parsed, noun)
    if not countable or first in ARTICLES:
        return "had"
    return "had an" if first[0] in "aeiou" else "had a"


def _reported(scene: Scene, clause: Clause, words: list[int]) -> list[Proposition]:
    """What a report or a charge says, where it is told; else that it is true."""
    parsed = scene.parsed
    noun = parsed.lemmas[clause.head].lower()
    if noun not in CHARGES:
        return []
    for dep in ("acl", "ccomp", "acl:relcl", "dep"):
        for child in clause.by.get(dep, ()):
            by = dependents(parsed, child)
            shape = shape_of(parsed, child, by)
            that = next((w for w in by.get("mark", ()) if parsed.lower[w] == "that"), None)
            if shape is Shape.FINITE and that is not None:
                inner = [word for word in words if word > that]
                return [_told(parsed, each) for each in clauses_of(parsed, inner)]
    for child in clause.by.get("nmod", ()):
        cases = [parsed.lower[c] for c in parsed.children[child] if parsed.deps[c] == "case"]
        if cases[:1] == ["of"] and scene.draft.act is SpeechAct.DENY and noun in _TELLING:
            inner = [
                w
                for w in _subtree(parsed, child, words)
                if parsed.lower[w] != "of" or parsed.heads[w] != child
            ]
            return [existing(scene, _nominal(parsed, child, inner), inner)]
    verb = "are true" if plural(parsed, clause.head) else "is true"
    made = Proposition(
        [*without_any(parsed, words), verb],
        clause.words,
        clause,
        "be true",
        [(Role.PATIENT, clause.head)],
        from_tree=False,
    )
    if scene.draft.act is SpeechAct.DENY:
        # Whichever verb denies it: "brushed off the report", "continued to refute the report".
        made.polarity = Polarity.POSITIVE
    return [made]


def _told(parsed: Parsed, clause: Clause) -> Proposition:
    """What a clause behind a noun says: "the claim *that he had taken bribes*"."""
    words = trimmed(parsed, clause.words, clause)
    items: list[Item] = [*clause.subject_words, *clause.auxiliaries, *words]
    return Proposition(items, clause.words, clause)


def _nominal(parsed: Parsed, head: int, words: list[int]) -> Clause:
    return Clause(head, Shape.NOMINAL, Link.MAIN, dependents(parsed, head), words=words)


def _under(parsed: Parsed, word: int) -> range:
    start, end = parsed.subtree(word)
    return range(start, end)


def _subtree(parsed: Parsed, word: int, words: list[int]) -> list[int]:
    inside = _under(parsed, word)
    return [each for each in words if each in inside]


def charged(scene: Scene, words: list[int]) -> list[Proposition]:
    """What is denied by calling it something: "dismissed *the claim that he lied* as absurd"."""
    parsed = scene.parsed
    if scene.cue is None:
        return []
    for word in words:
        if parsed.heads[word] == scene.cue and parsed.deps[word] == "obj":
            start, end = parsed.subtree(word)
            phrase = [each for each in words if start <= each < end]
            stop = next((n for n, each in enumerate(phrase) if parsed.lower[each] == "as"), None)
            phrase = phrase[:stop]
            return _reported(scene, _nominal(parsed, word, phrase), phrase) if phrase else []
    return []


def some(parsed: Parsed, item: Item) -> list[Item]:
    """The "any" of a denial, as the denied says it: "denied that it had any part in it"."""
    if not isinstance(item, int) or parsed.lower[item] != "any" or parsed.deps[item] != "det":
        return [item]
    noun = parsed.heads[item]
    if plural(parsed, noun) or parsed.lemmas[noun].lower() in MASS or noun < item:
        return []
    return ["an" if parsed.lower[item + 1][0] in "aeiou" else "a"]
