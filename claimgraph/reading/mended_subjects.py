"""Subjects and auxiliaries that hang on a verb which is not theirs, hung on their own."""

from __future__ import annotations

from claimgraph.reading.tree import Tree

_STOPS = frozenset(".!?")
_ENDS = _STOPS | frozenset('”"') | {"''"}
#: What stands before its verb, in the same sentence.
BEFORE_VERB = frozenset({"nsubj", "nsubj:pass", "aux", "aux:pass", "cop", "expl"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "expl"})
_DASHES = frozenset({"—", "–", "-", "--"})
_NOMINATIVES = frozenset("i he she we they".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PREDICATES = frozenset({"VERB", "AUX", "NOUN", "ADJ", "PROPN"})
REACH = 30
"""Words that a rule looks ahead or back."""


def mend_subject(tree: Tree, word: int, head: int) -> None:
    """Put right a subject that stands before the verb on which it hangs."""
    _before_dash(tree, word, head)
    _object_of_participle(tree, word, head)
    if tree.lower[word] in _NOMINATIVES:
        _next_verb(tree, word, head)
    _raised(tree, word, head)


def hang_forward(tree: Tree, word: int, head: int) -> None:
    """A subject or an auxiliary does not hang back across a full stop, nor across "and".

    "They did not ask. They did not *warn* us": all before "warn" are of its clause.
    """
    if word - head > REACH:
        return
    start = next((n for n in range(word, head, -1) if tree.words[n] in _STOPS), None)
    if start is None:
        verb = conjunct_verb(tree, word, head)
    else:
        verb = _head_of_clause(tree, start, word)
    if verb is None:
        return
    dep = tree.deps[word]
    if dep == "cop" and tree.pos[verb] == "VERB":
        dep = "aux:pass" if tree.tags[verb] in ("VBN", "JJ") else "aux"
    tree.hang(word, verb, dep)


def _head_of_clause(tree: Tree, start: int, word: int) -> int | None:
    """The first word behind ``word`` that its own sentence hangs on."""
    for verb in range(word + 1, min(word + REACH, len(tree.words))):
        if tree.words[verb] in _ENDS or tree.words[verb].isspace():
            return None
        if tree.pos[verb] not in _PREDICATES or tree.deps[verb] in BEFORE_VERB:
            continue
        if not start < tree.heads[verb] < verb and tree.deps[verb] in (
            "ccomp",
            "parataxis",
            "root",
        ):
            return verb
    return None


def conjunct_verb(tree: Tree, word: int, head: int) -> int | None:
    """The verb behind "and", whose subject hangs on the verb before: "and imports *had risen*"."""
    for verb in range(word + 1, min(word + 12, len(tree.words))):
        if tree.deps[verb] != "conj" or tree.heads[verb] != head or tree.pos[verb] != "VERB":
            continue
        joined = (each for each in range(head + 1, word) if tree.deps[each] == "cc")
        return verb if any(tree.heads[each] == verb for each in joined) else None
    return None


def _before_dash(tree: Tree, word: int, head: int) -> None:
    """What stands before a dash is no subject beside another one: "LONDON — A ferry *sank*"."""
    between = range(word + 1, min(head, word + REACH))
    same = (each for each in between if tree.heads[each] == head)
    other = next((each for each in same if tree.deps[each] in SUBJECTS), None)
    if other is not None and not _DASHES.isdisjoint(tree.words[word + 1 : other]):
        tree.hang(word, head, "dep")


def _object_of_participle(tree: Tree, word: int, head: int) -> None:
    """Behind a participle of the subject stands its object: "a ferry carrying *180 men* sank"."""
    start = word
    while start > 0 and word - start < REACH and tree.is_below(start - 1, word):
        start -= 1
    participle = start - 1
    if participle < 1 or tree.tags[participle] != "VBG" or tree.deps[participle] != "acl":
        return
    subject = tree.heads[participle]
    if tree.heads[subject] != head or tree.deps[subject] not in SUBJECTS:
        return
    if all(tree.deps[child] != "obj" for child in tree.children[participle]):
        tree.hang(word, participle, "obj")


def _next_verb(tree: Tree, word: int, head: int) -> None:
    """A pronoun in the nominative is the subject of the finite verb right behind it: "I *think*".

    Only where the verb on which it hangs has another subject between.
    """
    verb = word + 1
    if verb >= head or tree.pos[verb] != "VERB" or tree.tags[verb] not in _FINITE:
        return
    between = range(verb + 1, head)
    if not any(tree.heads[each] == head and tree.deps[each] in SUBJECTS for each in between):
        return
    if any(tree.deps[each] in SUBJECTS for each in tree.children[verb]):
        return
    tree.hang(word, verb, "nsubj")
    aside = any(tree.deps[each] == "punct" for each in between)
    if tree.deps[verb] == "parataxis" and tree.heads[verb] == head and not aside:
        # Nothing parts the two: "he fell" is what "I think".
        tree.turn(head, verb, "ccomp")


def _raised(tree: Tree, word: int, head: int) -> None:
    """A subject before a passive is the passive's: "The pilot *was reported* to have survived"."""
    passive = tree.heads[head]
    if tree.deps[head] != "xcomp" or not word < passive < head:
        return
    below = [child for child in tree.children[passive] if child < passive]
    if any(tree.deps[child] in SUBJECTS for child in below):
        return
    if any(tree.deps[child] == "aux:pass" for child in below):
        tree.hang(word, passive, "nsubj:pass")
