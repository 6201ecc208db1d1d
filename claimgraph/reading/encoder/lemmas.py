"""Lemmas as rules: how to get from a word to its base form by cutting and adding an ending."""

from __future__ import annotations


def lemma_rule(word: str, lemma: str) -> str:
    """The rule that turns ``word`` into ``lemma``: case, letters cut from the end, letters added.

    >>> lemma_rule("Said", "say"), lemma_rule("Moscow", "Moscow"), lemma_rule("said", "say")
    ('l2y', 'k0', 'l2y')
    """
    keeps_case = word[:1].isupper() and lemma[:1] == word[:1]
    base = word if keeps_case else word.lower()
    shared = next(
        (place for place, (a, b) in enumerate(zip(base, lemma, strict=False)) if a != b),
        min(len(base), len(lemma)),
    )
    return f"{'k' if keeps_case else 'l'}{len(base) - shared}{lemma[shared:]}"


def apply_rule(word: str, rule: str) -> str:
    """The lemma of ``word`` by ``rule``; the word itself where the rule would leave nothing.

    >>> apply_rule("denies", "l3y"), apply_rule("Reuters", "k0")
    ('deny', 'Reuters')
    """
    base = word if rule[0] == "k" else word.lower()
    digits = len(rule[1:]) - len(rule[1:].lstrip("0123456789"))
    cut, ending = int(rule[1 : 1 + digits]), rule[1 + digits :]
    return (base[: len(base) - cut] + ending) or word


def respell(word: str, lemma: str, verb: bool) -> str:
    """Put back the y of "denied" and "countries", where a rule has cut too little or too much.

    >>> respell("denied", "deni", verb=True), respell("movies", "movie", verb=False)
    ('deny', 'movie')
    """
    if len(lemma) > 3 and word.lower().endswith(("ied", "ies")):
        if lemma.endswith("i"):
            return f"{lemma[:-1]}y"
        if verb and lemma.endswith("ie"):
            return f"{lemma[:-2]}y"
    return lemma


def regular_bases(word: str) -> list[str]:
    """What a word in lower case may be a regular form of, as English spells it.

    >>> regular_bases("aired"), regular_bases("stopped"), regular_bases("denies")
    (['air', 'aire'], ['stopp', 'stoppe', 'stop'], ['denie', 'deni', 'deny'])
    """
    bases: list[str] = []
    if word.endswith("ies"):
        bases = [word[:-1], word[:-2], f"{word[:-3]}y"]
    elif word.endswith("s") and not word.endswith("ss"):
        bases = [word[:-1], word[:-2]]
    elif word.endswith(("ed", "er")):
        bases = [word[:-2], word[:-1]]
    elif word.endswith(("ing", "est")):
        bases = [word[:-3], f"{word[:-3]}e"]
    if bases and len(bases[0]) > 2 and bases[0][-1] == bases[0][-2]:
        bases.append(bases[0][:-1])
    if word.endswith(("ied", "ier", "iest")):
        bases.append(f"{word[: word.rindex('i')]}y")
    return bases
