"""Gerunds and infinitives as finite verb phrases: "carrying out" as "carried out"."""

from __future__ import annotations

from claimgraph.reading.claims.clauses import AUXILIARIES, Clause
from claimgraph.reading.claims.wording import Item
from claimgraph.reading.parsed import Parsed
from claimgraph.text.conjugation import past, past_of, present

#: Penn tags of verbs that are finite as they stand: "should release", whatever the tree says.
_FINITE = frozenset({"MD", "VBZ"})


def finite(
    parsed: Parsed, words: list[int], clause: Clause, mode: str, several: bool
) -> list[Item]:
    """The words of a gerund or an infinitive as a finite verb phrase, without its subject.

    Args:
        parsed: The document.
        words: The words of the clause, in order.
        clause: The clause.
        mode: "past", "present", or the words of a modal: "will", "was to".
        several: Whether the subject is plural.
    """
    lower = parsed.lower
    chain = sorted(
        {clause.head, *(w for dep in AUXILIARIES for w in clause.by.get(dep, ()))}
        if parsed.pos[clause.head] in ("VERB", "AUX")
        else {w for dep in AUXILIARIES for w in clause.by.get(dep, ())}
    )
    chain = [word for word in chain if word in words]
    if not chain:
        return list(words)
    first = chain[0]
    if parsed.tags[first] in _FINITE:
        return [word for word in words if lower[word] != "to" or word > first]
    dropped = {
        word
        for word in clause.by.get("mark", ())
        if lower[word] in ("to", "of", "for", "from", "in", "by", "with", "about")
    }
    negation = [w for w in clause.by.get("advmod", ()) if lower[w] == "not" and w < first]
    rest = [word for word in words if word not in dropped and word not in negation]
    if mode not in ("past", "present"):
        lead: list[Item] = [mode, *(["not"] if negation else [])]
        return [*lead, *_base(parsed, rest, first)]
    replaced: dict[int, str] = {}
    be = parsed.lemmas[first] == "be"
    below = clause.by.get("xcomp", [0])[0]
    if parsed.lemmas[first] == "have" and len(chain) == 1 and parsed.tags[below] == "VBN":
        chain.append(below)
    if parsed.lemmas[first] == "have" and len(chain) > 1:
        dropped.add(first)
        rest.remove(first)
        first, mode, be = chain[1], "past", lower[chain[1]] == "been"
    lemma = "be" if be else parsed.lemmas[first].lower()
    if negation and not be:
        replaced[first] = f"{'did' if mode == 'past' else present('do', several)} not {lemma}"
    else:
        verb = past_of(lemma, several) if mode == "past" else present(lemma, several)
        replaced[first] = f"{verb} not" if negation else verb
    if mode == "past" and clause.head in replaced:
        replaced |= _joined(parsed, rest, clause)
    return [replaced.get(word, word) for word in rest]


def _joined(parsed: Parsed, words: list[int], clause: Clause) -> dict[int, str]:
    """The past tense of what is joined to a gerund: "shooting and *killing* two men"."""
    joined = [clause.head]
    for n, word in enumerate(words):
        if parsed.tags[word] != parsed.tags[clause.head] or word == clause.head:
            continue
        # The parser may tie the second to the noun behind both.
        beside = n > 1 and words[n - 2] in joined and parsed.lower[words[n - 1]] in ("and", "or")
        if beside or word in clause.by.get("conj", ()):
            joined.append(word)
    return {word: past(parsed.lemmas[word].lower()) for word in joined[1:]}


def _base(parsed: Parsed, words: list[int], first: int) -> list[Item]:
    """The words with the first verb in its base form, as a modal wants it."""
    if parsed.tags[first] == "VB":
        return list(words)
    return [parsed.lemmas[word].lower() if word == first else word for word in words]
