"""Arcs that cannot be, hung where they belong: faults of trees that English grammar sees.

Each rule knows one shape that no right tree has, and what the right one is. What may be right
either way stays as the model has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.reading.encoder.links import Range

if TYPE_CHECKING:
    from claimgraph.reading.parsed import Parsed

_HAVE = frozenset("have has had having".split())
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_OBJECTS = frozenset("obj iobj ccomp xcomp obl:agent nsubj:pass aux:pass".split())
_AUXILIARIES = frozenset({"aux", "aux:pass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
#: Prepositions that say where somebody is, or whose he is, where they stand behind a noun.
_OF_NOUNS = frozenset("of in from near around behind".split())
_AILMENTS = frozenset(
    """
    burns cholera convulsions covid-19 disabilities dysentery fever fractures infections injuries
    malaria malnutrition measles nausea symptoms tuberculosis wounds
    """.split()
)
#: Mentions that say when or how long.
_TIMES = frozenset({"time", "quantity"})


def mend_faults(parsed: Parsed) -> None:
    """Mend the arcs of a document, in place; running it again changes nothing."""
    for name in parsed.names:
        _one_name(parsed, name.words)
    for word, dep in enumerate(parsed.deps):
        if dep in _SUBJECTS:
            _give_back_subject(parsed, word)
        elif dep == "aux" and parsed.lower[word] in _HAVE:
            _have_to(parsed, word)
        elif dep == "obl":
            _by_participle(parsed, word)
            _behind_subject(parsed, word)
            _bare_object(parsed, word)
            _ailing(parsed, word)
        elif dep == "conj":
            _second_infinitive(parsed, word)
        elif dep == "xcomp" and parsed.lower[parsed.heads[word]] in _HAVE:
            parsed.pos[parsed.heads[word]] = "VERB"  # "has yet to respond": no auxiliary


def _one_name(parsed: Parsed, words: Range) -> None:
    """In "an interview with Der Spiegel", both words of the name hang on "interview"."""
    first, end = words
    for word in range(first + 1, end):
        head, dep = parsed.heads[first], parsed.deps[first]
        if head == first or parsed.heads[word] != head or parsed.deps[word] != dep:
            continue
        if not parsed.children[word]:
            parsed.hang(word, first, "flat")
        elif not parsed.children[first]:
            parsed.hang(first, word, "compound")


def _give_back_subject(parsed: Parsed, subject: int) -> None:
    """In "the lawyer said that his client had told him", both hang on "told": the first of them
    is the subject of "said", which has none.
    """
    verb = parsed.heads[subject]
    outer = parsed.heads[verb]
    if not subject < outer < verb or parsed.child(outer, *_SUBJECTS) is not None:
        return
    if parsed.deps[verb] == "advcl" and parsed.child(outer, "aux:pass") is not None:
        # "The firm is accused of ignoring it"
        parsed.hang(subject, outer, "nsubj:pass")
    if parsed.deps[verb] != "ccomp":
        return
    if parsed.tags[outer] not in _FINITE:
        return
    others = [c for c in parsed.children[verb] if parsed.deps[c] in _SUBJECTS]
    if any(outer < other < verb for other in others):
        parsed.hang(subject, outer, "nsubj")
        mark = parsed.child(verb, "mark")
        if mark is not None and mark < subject:
            parsed.hang(mark, outer, "mark")


def _have_to(parsed: Parsed, have: int) -> None:
    """In "has yet to respond" and "had to answer", the infinitive hangs on "has"."""
    verb = parsed.heads[have]
    to = next((c for c in parsed.children[verb] if parsed.tags[c] == "TO"), None)
    if to is None or not have < to < verb:
        return
    parsed.turn(verb, have, "xcomp")
    for child in list(parsed.children[verb]):
        if child < to or parsed.words[child] in (".", "?", "!"):
            parsed.hang(child, have, parsed.deps[child])


def _by_participle(parsed: Parsed, noun: int) -> None:
    """In "said in remarks broadcast by the radio", the radio broadcasts; "said" has no "by"."""
    case = parsed.child(noun, "case")
    if case is None or parsed.lower[case] != "by" or case == 0:
        return
    participle, verb = case - 1, parsed.heads[noun]
    if participle == verb or parsed.tags[participle] != "VBN" or not verb < participle:
        return
    if parsed.pos[participle] == "VERB" and not parsed.children[participle]:
        parsed.hang(noun, participle, "obl:agent")


def _behind_subject(parsed: Parsed, noun: int) -> None:
    """In "gangs in the hills had shelled the town", what stands before "had" goes with the gangs.

    Who speaks may do so in a place: "the mayor in a letter had said".
    """
    verb = parsed.heads[noun]
    case = parsed.child(noun, "case")
    if case is None or parsed.lower[case] not in _OF_NOUNS or not case < noun < verb:
        return
    if parsed.mention_kinds.get(noun) != "place" or parsed.child(verb, "ccomp") is not None:
        return
    first, last = parsed.subtree(noun)
    if first != case or parsed.deps[last] not in _AUXILIARIES or parsed.heads[last] != verb:
        return
    before = case - 1
    if parsed.quoted[case - 1] != parsed.quoted[case] or parsed.words[before] in ("”", '"', "’"):
        before -= 1
    if before >= 0 and parsed.deps[before] in _SUBJECTS and parsed.heads[before] == verb:
        parsed.hang(noun, before, "nmod")


def _bare_object(parsed: Parsed, noun: int) -> None:
    """In "ruled out early elections", a noun that neither a preposition nor a time brings in."""
    verb = parsed.heads[noun]
    if parsed.pos[verb] != "VERB" or noun < verb or parsed.child(noun, "case") is not None:
        return
    if parsed.pos[noun] not in ("NOUN", "PROPN") or parsed.child(noun, "mark", "nummod"):
        return
    if parsed.mention_kinds.get(noun, "time") in _TIMES:
        return
    active = parsed.tags[verb] != "VBN" or parsed.child(verb, "aux") is not None
    if active and parsed.child(verb, *_OBJECTS) is None:
        parsed.hang(noun, verb, "obj")


def _ailing(parsed: Parsed, noun: int) -> None:
    """In "took in 41 people with burns", the people have them: nobody takes in with burns."""
    case, verb = parsed.child(noun, "case"), parsed.heads[noun]
    if case is None or parsed.lower[case] != "with" or parsed.lower[noun] not in _AILMENTS:
        return
    people = parsed.child(verb, "obj")
    if people is not None and verb < people and parsed.subtree(people)[1] == case:
        parsed.hang(noun, people, "nmod")


def _second_infinitive(parsed: Parsed, verb: int) -> None:
    """In "is going to do this and do that", the second "do" goes with the first."""
    head = parsed.heads[verb]
    if parsed.tags[verb] != "VB" or parsed.tags[head] == "VB" or not head < verb:
        return
    if any(parsed.deps[c] in {*_SUBJECTS, *_AUXILIARIES, "mark"} for c in parsed.children[verb]):
        return
    first = parsed.child(head, "xcomp")
    if first is not None and head < first < verb and parsed.tags[first] == "VB":
        parsed.hang(verb, first, "conj")
