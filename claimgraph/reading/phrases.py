"""Noun phrases and verb groups in the tree: where they begin and end, and what marks them."""

from __future__ import annotations

from claimgraph.reading.encoder.links import Range
from claimgraph.reading.grammar import is_negated, subject_of
from claimgraph.reading.parsed import Parsed

#: What belongs to a noun phrase whose head a word is. Clauses and appositions stay outside.
_OF_NOUNS = frozenset(
    "det det:predet amod compound nummod nmod nmod:poss nmod:desc nmod:unmarked flat fixed case "
    "goeswith appos advmod".split()
)
#: Relations that no two neighbours have to one verb, but where one name was cut.
_CUT = frozenset({"obl:agent", "iobj", "obl", "obj"})
_PAUSES = frozenset({",", "(", "–", "—", "-", ":"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
#: What media do with other people's words.
CARRY = frozenset(
    "report carry quote publish broadcast air release post run cite distribute circulate relay "
    "print issue televise stream translate transmit".split()
)
#: What people say things in.
UTTERANCES = frozenset(
    "comment remark statement interview letter report article column tweet post briefing message "
    "broadcast speech video op-ed essay editorial email e-mail note appearance program programme "
    "show episode segment exchange conversation quote communiqué communique release dispatch "
    "bulletin address podcast documentary recording audio clip".split()
)
#: What joins clauses, and so ends the way up from a cue to the verb that it is part of.
_CHAIN = frozenset("advcl acl xcomp conj parataxis".split())


def noun_phrase(parsed: Parsed, head: int, *, appositions: bool = False) -> Range:
    """The noun phrase of a head: without clauses, without the preposition before it.

    Args:
        parsed: The document.
        head: The word at its head.
        appositions: Whether ", the agency," after a name belongs to it. "The agency TASS", without
            a pause, always does.
    """
    inside = {head}
    waiting = [head]
    while waiting:
        here = waiting.pop()
        for child in parsed.children[here]:
            dep = parsed.deps[child]
            if dep not in _OF_NOUNS or parsed.words[child].isspace():
                continue
            if here == head and dep in {"case", "advmod"} and child < head:
                continue
            if dep == "appos" and not appositions and parsed.words[child - 1] in _PAUSES:
                continue
            inside.add(child)
            waiting.append(child)
    start = end = head
    while start - 1 in inside or (start - 2 in inside and _joins(parsed, start - 1)):
        start -= 1
    while end + 1 in inside or (end + 2 in inside and _joins(parsed, end + 1, appositions)):
        end += 1
    while (more := _cut_off(parsed, head, end)) is not None:
        end = more
    while start < head and parsed.deps[start] == "case" and parsed.words[start] not in _POSSESSIVE:
        start += 1
    return start, end + 1


def _cut_off(parsed: Parsed, head: int, end: int) -> int | None:
    """The word by which a name goes on that the tree has cut: "broadcaster | RTA"."""
    following = end + 1
    if parsed.words[following : following + 1] == ["-"]:
        following += 1
    if following >= len(parsed.words) or parsed.pos[following] != "PROPN":
        return None
    if parsed.deps[following] not in _CUT or parsed.deps[following] != parsed.deps[head]:
        return None
    if parsed.heads[following] != parsed.heads[head] or parsed.child(following, "case") is not None:
        return None
    return following


def _joins(parsed: Parsed, word: int, comma: bool = False) -> bool:
    """Whether a mark stands inside a phrase: a hyphen, a quotation mark, a comma of apposition."""
    text = parsed.words[word]
    return text in {"-", "–", "/", "'", "“", "”", '"', "&"} or (comma and text == ",")


def markers(parsed: Parsed, word: int) -> frozenset[str]:
    """The prepositions and subordinators of a word, in lower case: "according", "to".

    Where the tree hangs the preposition on another word of the phrase ("on BBC Radio 4"), it is
    the one that stands before the phrase.
    """
    found = set()
    for child in parsed.children[word]:
        if parsed.deps[child] in {"case", "mark"}:
            found.add(parsed.lower[child])
            found.update(
                parsed.lower[each]
                for each in parsed.children[child]
                if parsed.deps[each] == "fixed"
            )
    if not found:
        before = noun_phrase(parsed, word)[0] - 1
        if before >= 0 and parsed.deps[before] == "case":
            found.add(parsed.lower[before])
    return frozenset(found)


def verb_chain(parsed: Parsed, verb: int, longest: int = 4) -> list[int]:
    """A verb and those that it hangs on without being their content: "saying", "posted".

    The way goes up participles, coordinations and infinitives, never out of a complement clause.
    """
    chain = [verb]
    while len(chain) < longest:
        here = chain[-1]
        if parsed.deps[here].partition(":")[0] not in _CHAIN or parsed.deps[here] == "acl:relcl":
            break
        head = parsed.heads[here]
        if head in chain:
            break
        chain.append(head)
    return chain


def carries_an_utterance(parsed: Parsed, verb: int) -> bool:
    """As in "comments reported by TASS": who carries a statement passes it on, and says nothing."""
    if parsed.tags[verb] != "VBN" or parsed.lemmas[verb] not in CARRY:
        return False
    dep = parsed.deps[verb].partition(":")[0]
    before = [child for child in parsed.children[verb] if child < verb]
    return (dep in {"acl", "advcl"} and parsed.lemmas[parsed.heads[verb]] in UTTERANCES) or (
        # Where the tree has it the wrong way round, the comments hang on "reported".
        dep == "advcl" and any(parsed.lemmas[child] in UTTERANCES for child in before)
    )


def whom_it_describes(parsed: Parsed, noun: int) -> int:
    """Who is said to be what a noun says: "*Ann Orr* is a lawyer and writer who vowed to sue".

    Returns:
        The head of the name; the noun itself where nobody with a name is said to be it.
    """
    predicate = noun
    while parsed.child(predicate, "cop") is None:
        above = parsed.heads[predicate]
        if parsed.deps[predicate] == "appos" and parsed.pos[above] == "PROPN":
            return above
        if parsed.deps[predicate] != "conj" or parsed.pos[predicate] != "NOUN":
            return noun
        predicate = above
    subject = subject_of(parsed, predicate)
    if subject is None or parsed.pos[subject] != "PROPN" or is_negated(parsed, predicate):
        return noun
    return subject
