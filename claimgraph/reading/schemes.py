"""Trees in ClearNLP's labels, as spaCy's English pipelines make them, in Universal Dependencies.

The rules of the library read Universal Dependencies. Whoever passes in ``en_core_web_trf`` has
trees of another scheme: prepositions head their nouns, "is" heads its adjective, conjuncts hang on
each other in a chain. This turns them around (after Choi and Palmer 2012 on the one scheme, and
de Marneffe et al. 2021 on the other).
"""

from __future__ import annotations

from collections.abc import Sequence

#: Labels that only ClearNLP has.
_CLEAR = frozenset("dobj pobj nsubjpass auxpass prep attr acomp relcl poss prt agent".split())
_NAMES = {
    "dobj": "obj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "relcl": "acl:relcl",
    "poss": "nmod:poss",
    "prt": "compound:prt",
    "neg": "advmod",
    "npadvmod": "obl:unmarked",
    "quantmod": "advmod",
    "predet": "det:predet",
    "preconj": "cc:preconj",
    "oprd": "xcomp",
    "dative": "iobj",
    "intj": "discourse",
    "meta": "dep",
    "ROOT": "root",
}
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})


def is_clear(deps: Sequence[str]) -> bool:
    """Whether labels are those of ClearNLP.

    >>> is_clear(["nsubj", "ROOT", "dobj"]), is_clear(["nsubj", "root", "obj"])
    (True, False)
    """
    return not _CLEAR.isdisjoint(deps)


def to_universal(
    heads: list[int], deps: list[str], lemmas: Sequence[str], pos: Sequence[str]
) -> tuple[list[int], list[str]]:
    """Heads and labels of a document in Universal Dependencies.

    Args:
        heads: The head of each word; the word itself for a root.
        deps: ClearNLP's labels.
        lemmas: Base forms.
        pos: Universal tags.

    >>> to_universal([1, 1, 1, 2], ["nsubj", "ROOT", "prep", "pobj"],
    ...     ["he", "live", "in", "Rome"], ["PRON", "VERB", "ADP", "PROPN"])
    ([1, 1, 3, 1], ['nsubj', 'root', 'case', 'obl'])
    """
    named = ["nmod:unmarked" if dep == "nmod" else dep for dep in deps]
    tree = _Tree(list(heads), named, lemmas, pos)
    tree.turn_prepositions()
    tree.turn_copulas()
    tree.turn_coordinations()
    return tree.heads, [_NAMES.get(dep, dep) for dep in tree.deps]


class _Tree:
    """A tree that is being turned."""

    def __init__(
        self, heads: list[int], deps: list[str], lemmas: Sequence[str], pos: Sequence[str]
    ) -> None:
        self.heads = heads
        self.deps = deps
        self._lemmas = lemmas
        self._pos = pos

    def turn_prepositions(self) -> None:
        """A noun heads its preposition, a clause its "of" or "by"."""
        for word, dep in enumerate(list(self.deps)):
            if dep not in {"pobj", "pcomp"}:
                continue
            agent = False
            above = self.heads[word]
            while self.deps[above] in _PREPOSITIONS and above != self.heads[above]:
                agent = agent or self.deps[above] == "agent"
                following = self.heads[above]
                self.heads[above] = word
                self.deps[above] = "case" if dep == "pobj" else "mark"
                above = following
            self.heads[word] = above if above != word else word
            nominal = self._pos[above] in _NOMINAL
            if dep == "pcomp":
                self.deps[word] = "acl" if nominal else "advcl"
            elif agent:
                self.deps[word] = "obl:agent"
            else:
                self.deps[word] = "nmod" if nominal else "obl"

    def turn_copulas(self) -> None:
        """What somebody is heads the clause; "is" hangs on it."""
        children: dict[int, list[int]] = {}
        for word, head in enumerate(self.heads):
            children.setdefault(head, []).append(word)
        for word, dep in enumerate(list(self.deps)):
            copula = self.heads[word]
            if dep not in {"attr", "acomp"}:
                continue
            if self._lemmas[copula] != "be":
                self.deps[word] = "xcomp"
                continue
            others = [n for n in children[copula] if self.heads[n] == copula and n != word]
            if any(self.deps[n] == "expl" for n in others):
                self.deps[word] = "nsubj"
                continue
            root = self.heads[copula] == copula
            self.heads[word] = word if root else self.heads[copula]
            self.deps[word] = self.deps[copula]
            for other in others:
                if other != copula:
                    self.heads[other] = word
                    children.setdefault(word, []).append(other)
            self.heads[copula], self.deps[copula] = word, "cop"

    def turn_coordinations(self) -> None:
        """All conjuncts hang on the first; "and" hangs on the one that it introduces."""
        conjuncts: dict[int, list[int]] = {}
        for word, dep in enumerate(self.deps):
            if dep == "conj":
                first, seen = self.heads[word], {word}
                while self.deps[first] == "conj" and first not in seen:
                    seen.add(first)
                    first = self.heads[first]
                self.heads[word] = first
                conjuncts.setdefault(first, []).append(word)
        for word, dep in enumerate(self.deps):
            if dep == "cc":
                first = self.heads[word]
                while self.deps[first] == "conj" and first != self.heads[first]:
                    first = self.heads[first]
                after = [n for n in conjuncts.get(first, ()) if n > word]
                if after:
                    self.heads[word] = after[0]
