"""Tags that the words around them show to be wrong, put right before any rule looks at them.

A tagger sees each word by itself. Where the form of a word, or a word of a closed class beside it,
leaves one reading only, that one stands: "to" as a particle has a verb behind it, and "his" is
never a noun.
"""

from __future__ import annotations

from claimgraph.reading.encoder.verb_lemmas import verb_lemma
from claimgraph.reading.tree import Tree

ARTICLES = frozenset({"the", "a", "an"})
POSSESSIVES = frozenset("my our your his its their".split())
_DOERS = frozenset("i you he she we they".split())
_BE = frozenset("am is are was were be been 's ’s 're ’re 'm ’m".split())
_BELONGS = {"obj": "xcomp", "obl": "xcomp", "nmod": "acl", "ccomp": "xcomp"}
_OWN = frozenset({"det", "amod", "nmod:poss", "case", "nummod", "compound"})
_DETERMINERS = ARTICLES | {"every", "no"}
_INSIDE = frozenset({"ADJ", "NUM", "NOUN", "PROPN", "ADV"})
_LOOSE = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "ccomp", "conj", "dep"})


def mend_tags(tree: Tree) -> None:
    """Put right the tags of a document, and the relations that go with them."""
    for word, lower in enumerate(tree.lower):
        if lower in POSSESSIVES:
            _possessive(tree, word)
        elif lower in _DETERMINERS:
            if tree.pos[word] == "DET":
                _hang_before_noun(tree, word, "det")
        elif lower == "to":
            _infinitive(tree, word)
        elif lower.endswith("ing") and tree.tags[word] == "NN":
            _progressive(tree, word)
        elif tree.pos[word] == "VERB" and tree.tags[word] == "JJ":
            _participle(tree, word)


def _possessive(tree: Tree, word: int) -> None:
    """No noun and no name is "his" or "their"."""
    if tree.words[word].isupper():
        return
    if tree.pos[word] not in ("PRON", "DET") and tree.words[word].islower():
        tree.pos[word], tree.tags[word], tree.lemmas[word] = "PRON", "PRP$", tree.lower[word]
    if tree.tags[word] == "PRP$":
        _hang_before_noun(tree, word, "nmod:poss")


def _hang_before_noun(tree: Tree, word: int, dep: str) -> None:
    """An article or a possessive belongs to the noun behind it, beside which it hangs."""
    if tree.deps[word] not in _LOOSE:
        return
    for noun in range(word + 1, min(word + 6, len(tree.words))):
        if tree.pos[noun] not in _INSIDE and tree.tags[noun] != "VBN":
            return
        if tree.pos[noun] in ("NOUN", "PROPN") and tree.heads[noun] == tree.heads[word] != noun:
            tree.hang(word, noun, dep)
            return


def _infinitive(tree: Tree, to: int) -> None:
    """Behind "to", the particle, stands a verb: "began to cooperate", "failed to act"."""
    verb = to + 1
    if verb >= len(tree.words) or tree.heads[to] != verb or tree.pos[to] != "PART":
        return
    if tree.tags[verb] != "NN" or tree.pos[verb] != "NOUN":
        return
    below = tree.children[verb]
    if any(tree.deps[child] in _OWN and child != to for child in below):
        return
    tree.pos[verb], tree.tags[verb], tree.lemmas[verb] = "VERB", "VB", tree.lower[verb]
    tree.deps[to] = "mark"
    tree.deps[verb] = _BELONGS.get(tree.deps[verb], tree.deps[verb])
    for child in below:
        if tree.deps[child] == "nmod" and child > verb:
            tree.deps[child] = "obl"


def _progressive(tree: Tree, word: int) -> None:
    """Nobody is a bare noun in -ing: "he was resigning" says what he did."""
    below = tree.children[word]
    before = [child for child in below if child < word and tree.lower[child] in _BE]
    subject = next((child for child in below if tree.deps[child] == "nsubj"), None)
    if not before or subject is None or any(tree.deps[child] in _OWN for child in below):
        return
    be = before[-1]
    if subject > be or any(tree.pos[each] not in ("ADV", "PART") for each in range(be + 1, word)):
        return
    doer = tree.lower[subject] in _DOERS or tree.pos[subject] == "PROPN"
    if tree.deps[be] == "aux" or (tree.deps[be] == "cop" and doer):
        tree.pos[word], tree.tags[word], tree.deps[be] = "VERB", "VBG", "aux"
        tree.lemmas[word] = verb_lemma(tree.lower[word], "VBG")


def _participle(tree: Tree, word: int) -> None:
    """A verb with a copula is a participle: "nobody was hurt" says what became of nobody."""
    below = tree.children[word]
    be = next((c for c in below if tree.deps[c] == "cop" and tree.lower[c] in _BE), None)
    if be is None:
        return
    tree.tags[word], tree.deps[be] = "VBN", "aux:pass"
    for child in below:
        if tree.deps[child] == "nsubj":
            tree.deps[child] = "nsubj:pass"
