"""Trees in which a word hangs where English lets no such word hang, put right before the rules.

The parser scores each arc by itself, so that now and then a subject hangs on a verb of another
sentence, or a noun behind a preposition is called an object. Each rule here sees such a fault by
the order of the words alone.
"""

from __future__ import annotations

from claimgraph.reading.mended_subjects import (
    BEFORE_VERB,
    SUBJECTS,
    conjunct_verb,
    hang_forward,
    mend_subject,
)
from claimgraph.reading.tree import Tree
from claimgraph.text.titles import ROLES

#: Prepositions that never stand before an object, as "about" in "about 50 men" does.
_PREPOSITIONS = frozenset(
    """
    across against amid among at behind below beside during for from in inside into onto out through
    throughout toward towards upon via with within without
    """.split()
)
_COUNTS = frozenset({"NOUN", "NUM", "DET"})
_BEFORE_TOPICS = _PREPOSITIONS | {"according"}
_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
#: Parts and numbers: "of" behind them says of what.
_SHARES = frozenset(
    """
    dozens fifth fifths half hundreds majority millions percent quarter quarters scores tens third
    thirds thousands two-thirds
    """.split()
)
_PUTTING = frozenset({"put", "puts", "putting"})
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "obl"})
#: Forms of two verbs that have one subject: "had shot and killed" is tagged either way.
_PAIRED = [{tag} for tag in ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ")] + [{"VBD", "VBN"}]


def mend_trees(tree: Tree) -> None:
    """Put right the tree of a document whose tags are right."""
    for word, dep in enumerate(tree.deps):
        head = tree.heads[word]
        if dep == "nsubj:pass" and head < word:
            _behind_verb(tree, word, head)
        if dep == "case":
            _behind_preposition(tree, word, head)
            if tree.lower[word] == "at":
                _put_at(tree, word, head)
        elif dep in BEFORE_VERB or tree.lower[word] in ("not", "n't", "n’t"):
            if head < word:
                hang_forward(tree, word, head)
            elif dep == "nsubj":
                mend_subject(tree, word, head)
        elif dep == "obj":
            if word < head:
                _object_before(tree, word, head)
            _describing(tree, word, head)
            _object_of_second(tree, word, head)
        elif tree.lower[word] == "having":
            _perfect(tree, word)
        elif dep == "acl:relcl" and head > word:
            _relative(tree, word)
        elif dep in ("ccomp", "conj", "advcl"):
            _relative(tree, word)
            if dep == "ccomp":
                _inner_clause(tree, word, head)
            elif dep == "conj" and head < word:
                _other_conjunct(tree, word, head)


def _behind_preposition(tree: Tree, case: int, noun: int) -> None:
    """A noun behind a preposition is neither a second subject nor an object."""
    if case > noun or tree.pos[noun] not in _NOUNS:
        return
    dep, head = tree.deps[noun], tree.heads[noun]
    if tree.lower[case] == "of":
        before = case - 1
        counts = before >= 0 and tree.pos[before] in _COUNTS
        if counts and dep in ("nsubj", "obj") and head in (before, tree.heads[before]):
            tree.hang(noun, before, "nmod")  # "tens of thousands"
        elif dep in ("obl", "obj") and tree.lower[before] in _SHARES and tree.heads[before] == head:
            tree.hang(noun, before, "nmod")  # "held more than half of the region"
    elif dep == "obj" and tree.lower[case] in _PREPOSITIONS:
        tree.deps[noun] = "obl"
    elif dep == "nsubj" and tree.lower[case] in _BEFORE_TOPICS:
        others = (child for child in tree.children[head] if child != noun)
        if any(tree.deps[child] in SUBJECTS for child in others):
            tree.deps[noun] = "obl"


def _put_at(tree: Tree, case: int, amount: int) -> None:
    """Who puts a number at 100 puts it there: "the number of people short of breath *at 100*"."""
    is_number = tree.pos[amount] == "NUM" or any(
        tree.deps[child] == "nummod" for child in tree.children[amount]
    )
    if not is_number or case > amount:
        return
    verb = tree.heads[amount]
    while tree.lower[verb] not in _PUTTING and tree.heads[verb] < verb:
        verb = tree.heads[verb]
    if tree.lower[verb] not in _PUTTING or not verb < case:
        return
    objects = (child for child in tree.children[verb] if tree.deps[child] == "obj")
    if any(verb < child < case for child in objects):
        tree.hang(amount, verb, "obl")


def _describing(tree: Tree, word: int, head: int) -> None:
    """What stands right before an object and describes it is no object: "offers *paid* leave"."""
    noun = word + 1
    if noun >= len(tree.words) or tree.heads[noun] != head or tree.deps[noun] != "obj":
        return
    if tree.tags[word] in ("VBN", "JJ") and tree.pos[noun] == "NOUN":
        tree.hang(word, noun, "amod")


def _behind_verb(tree: Tree, word: int, head: int) -> None:
    """In "left 100 people hurt", what stands behind a verb that is no passive is its object."""
    if tree.pos[head] == "VERB" and tree.child(head, "aux:pass", "obj", "nsubj") is None:
        tree.deps[word] = "obj"


def _object_before(tree: Tree, word: int, head: int) -> None:
    """In "accused police of beating him", the object of "accused" stands before the gerund."""
    outer = tree.heads[head]
    if not outer < word or tree.pos[outer] != "VERB" or tree.child(outer, "obj") is not None:
        return
    if any(word < c < head and tree.deps[c] == "mark" for c in tree.children[head]):
        tree.hang(word, outer, "obj")


def _object_of_second(tree: Tree, word: int, head: int) -> None:
    """In "hit a school and killed four pupils", each verb has the object behind it.

    In "shot and killed four pupils" the last verb says what became of them.
    """
    objects = [c for c in tree.children[head] if tree.deps[c] == "obj" and c < word]
    verbs = [c for c in tree.children[head] if tree.deps[c] == "conj" and head < c < word]
    if not verbs or not (objects or verbs[-1] == head + 2):
        return
    if objects and not head < objects[-1] < verbs[-1]:
        return
    if {tree.tags[verbs[-1]], tree.tags[head]} in _PAIRED and tree.child(
        verbs[-1], "obj", "nsubj:pass", "aux:pass"
    ) is None:
        tree.hang(word, verbs[-1], "obj")


def _relative(tree: Tree, verb: int) -> None:
    """A clause of the noun before: "workers, *whom* the ministry does not count".

    Without a comma only where the tree has hung it on a noun behind, as no such clause does.
    """
    first = next((c for c in tree.children[verb] if tree.lower[c] in ("who", "whom")), None)
    if first is None or not 2 <= first < verb:
        return
    comma = tree.words[first - 1] == ","
    if not comma and tree.heads[verb] < verb:
        return
    noun = first - 1 - comma
    if tree.pos[noun] not in ("NOUN", "PROPN") or tree.deps[first] not in _ARGUMENTS:
        return
    while tree.heads[noun] < first and tree.heads[noun] != noun:
        above, dep = tree.heads[noun], tree.deps[noun]
        # "A spokesman for Ann Orr, who asked": of two nouns, the one who does or did something.
        if dep not in ("compound", "flat") and not (dep == "nmod" and tree.lower[above] in ROLES):
            break
        noun = above
    tree.hang(verb, noun, "acl:relcl")


def _other_conjunct(tree: Tree, word: int, head: int) -> None:
    """What stands beside what: verbs beside verbs, and names beside whole names."""
    before = word - 1
    if tree.pos[head] == "VERB" and tree.pos[word] in _NOUNS:
        # "Exports had fallen and imports had risen": a subject is beside no verb.
        verb = conjunct_verb(tree, word, head)
        if verb and not any(tree.deps[child] in SUBJECTS for child in tree.children[verb]):
            tree.hang(word, verb, "nsubj")
        return
    if tree.deps[head] == "flat":
        # "State news agency Saba and Eryan": beside the agency. "Candidates Welk and Lund" are two.
        if tree.tags[tree.heads[head]] == "NN":
            tree.hang(word, tree.heads[head], "conj")
    elif tree.tags[word] == "VBG" and tree.deps[head] == "obj":
        # "Killing twelve people and injuring dozens": beside the verb that has the object.
        verb = tree.heads[head]
        if tree.tags[verb] != "VBG" or tree.lower[before] != "and":
            return
        tree.hang(word, verb, "conj")
        tree.hang(before, word, "cc")
        for other in range(word + 1, len(tree.words)):
            if tree.heads[other] == head and tree.deps[other] == "conj":
                tree.hang(other, word, "obj")
                return
    elif tree.heads[before] == head and tree.deps[before] == "conj" and tree.tags[before] == "VBD":
        # "And calls *went unanswered*": nothing stands between the two.
        tree.hang(word, before, "xcomp")


def _inner_clause(tree: Tree, verb: int, head: int) -> None:
    """Of two clauses that nothing parts, the second is inside the first: "I *think* he fell"."""
    before = [c for c in tree.children[head] if c < verb and tree.deps[c] == "ccomp"]
    first = min((c for c in tree.children[verb] if tree.deps[c] in SUBJECTS), default=verb)
    if not before or tree.pos[before[-1]] != "VERB" or not before[-1] == first - 1 < verb - 1:
        return
    marks = [c for c in tree.children[verb] if c < first]
    if tree.heads[verb] == head and all(tree.deps[c] == "punct" for c in marks):
        tree.hang(verb, before[-1], "ccomp")
        for mark in marks:
            tree.hang(mark, before[-1], "punct")


def _perfect(tree: Tree, having: int) -> None:
    """The auxiliary of the participle before which it stands: "of *having* beaten prisoners"."""
    verb = having + 1
    if verb < len(tree.words) and tree.pos[verb] == "ADV":
        verb += 1
    if verb >= len(tree.words) or tree.tags[verb] != "VBN":
        return
    if tree.heads[having] == verb:
        if tree.deps[having] != "aux":
            tree.deps[having], tree.pos[having], tree.lemmas[having] = "aux", "AUX", "have"
        return
    if tree.heads[verb] not in (having, tree.heads[having]) or tree.deps[verb] != "xcomp":
        return
    for child in list(tree.children[having]):
        if child != verb:
            tree.hang(child, verb, tree.deps[child])
    tree.turn(having, verb, "aux")
    tree.pos[having] = "AUX"
