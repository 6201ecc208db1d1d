"""Clauses as a question turns them round: subject, auxiliaries, verb, and what comes behind.

Found by words alone, in short sentences of which the main verb is known, as claims are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claimgraph.text.conjugation import participle, past, third_person

_BE = frozenset("am are be been being is was were".split())
_FINITE_BE = frozenset("am are is was were".split())
_HAVE = frozenset("had has have having".split())
_MODALS = frozenset("can could may might must shall should will would".split())
_AUXILIARIES = _BE | _HAVE | _MODALS | frozenset("did do does".split())
_CONTRACTED = {"won't": "will", "can't": "can", "shan't": "shall", "cannot": "can"}
_ADVERBS = frozenset(
    "again already also ever first just later now recently soon still then".split()
)
#: Words before a verb's form that make it a noun, as in "the strikes".
_DETERMINERS = frozenset(
    "a an another any each every his her its my no our some that the their these this those your "
    "of in on by for from with there".split()
)
_RELATIVE = frozenset("how if that what when where whether which who whom whose why".split())
#: First words of a sentence that are not written with a capital inside one.
_SMALL = _DETERMINERS | frozenset(
    """
    about all almost and around as at before between both but during few fewer he it less many more
    most nearly nobody none one only over several she since some such there they two three four
    five six seven eight nine ten to under up we authorities fighters gunmen militants officials
    people police protesters rebels residents soldiers troops villagers witnesses
    """.split()
)
_NONE = (
    (re.compile(r"\b(?:no one|nobody|no-one)\b", re.IGNORECASE), "anyone"),
    (re.compile(r"\bnothing\b", re.IGNORECASE), "anything"),
    (re.compile(r"\bnowhere\b", re.IGNORECASE), "anywhere"),
    (re.compile(r"\bnever\b", re.IGNORECASE), "ever"),
    (re.compile(r"\b(?:none|neither)\b", re.IGNORECASE), "any"),
    (re.compile(r"\b(?:no|not any|not a single)\b(?= \w)", re.IGNORECASE), "any"),
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence in its parts.

    Attributes:
        subject: What stands before the verb.
        auxiliaries: "had been" in "had been poisoned"; without "not".
        verb: The verb's form.
        lemma: Its base form.
        rest: What comes behind it.
        negated: Whether "not" stands by the verb.
    """

    subject: str
    auxiliaries: tuple[str, ...]
    verb: str
    lemma: str
    rest: str
    negated: bool = False

    @property
    def is_passive(self) -> bool:
        """Whether the subject suffers it: "was poisoned".

        >>> clause_of("Navalny was poisoned", "poison").is_passive
        True
        """
        last = self.auxiliaries[-1] if self.auxiliaries else ""
        return last in _BE and self.verb == participle(self.lemma)

    @property
    def finite(self) -> str:
        """The word that stands before the subject in a question."""
        if self.auxiliaries:
            return self.auxiliaries[0]
        if self.lemma == "be":
            return self.verb
        if self.verb == past(self.lemma):
            return "did"
        return "does" if self.verb == third_person(self.lemma) else "do"

    @property
    def behind_subject(self) -> str:
        """What stands behind the subject in a question."""
        if self.auxiliaries:
            return " ".join((*self.auxiliaries[1:], self.verb))
        return "" if self.lemma == "be" else self.lemma


def clause_of(text: str, predicate: str) -> Clause | None:
    """A sentence in its parts; ``None`` where its words do not show them.

    Args:
        text: One sentence, without a full stop.
        predicate: Its main verb's base form, and what belongs to it: "carry out".

    >>> clause_of("the plane has not crashed near Aleppo", "crash")
    Clause(subject='the plane', auxiliaries=('has',), verb='crashed', lemma='crash',
    rest='near Aleppo', negated=True)
    """
    words = text.split()
    lemma = predicate.split(" ", 1)[0]
    place = _verb(words, lemma)
    if place is None:
        return None
    auxiliaries: list[str] = []
    negated = False
    start = place
    while start > 0:
        word = words[start - 1].lower().replace("’", "'")
        if words[start - 1] == "May":
            break  # the month
        if word in _AUXILIARIES:
            auxiliaries.insert(0, word)
        elif word in _CONTRACTED or word.endswith("n't"):
            auxiliaries.insert(0, _CONTRACTED.get(word, word[:-3]))
            negated = True
        elif word == "not":
            negated = True
        elif word == "to" and auxiliaries == [] and words[start - 2].lower() in _BE | _HAVE:
            auxiliaries.insert(0, word)
        elif not (word in _ADVERBS or word.endswith("ly")) or start == 1:
            break
        start -= 1
    if start == 0 or words[start - 1].lower() in _RELATIVE or words[start - 1].endswith(","):
        return None
    rest = words[place + 1 :]
    if rest and rest[0] == "not":
        negated, rest = True, rest[1:]
    return Clause(
        inside(" ".join(words[:start])),
        tuple(auxiliaries),
        words[place].lower(),
        lemma,
        " ".join(rest),
        negated,
    )


def asked(clause: Clause, *, first: str = "") -> str:
    """The question whether it is so, or with a word before it, when and where: without "?".

    >>> asked(clause_of("Navalny was poisoned", "poison"))
    'Was Navalny poisoned'
    >>> asked(clause_of("Russia destroyed everything", "destroy"))
    'Did Russia destroy everything'
    >>> asked(clause_of("no one was hurt by the bombs", "hurt"))
    'Was anyone hurt by the bombs'
    >>> asked(clause_of("the plane crashed", "crash"), first="Where")
    'Where did the plane crash'
    """
    parts = (clause.finite, clause.subject, clause.behind_subject, clause.rest)
    return opened(positive(" ".join(part for part in (first, *parts) if part)))


def in_plain_past(clause: Clause) -> Clause:
    """A clause that an article told in the pluperfect, because somebody said it, as it was said.

    >>> asked(in_plain_past(clause_of("militants had moved shells", "move")))
    'Did militants move shells'
    """
    if clause.auxiliaries != ("had",) or clause.lemma in ("be", "have"):
        return clause
    return replace(clause, auxiliaries=(), verb=past(clause.lemma))


def inverted(text: str, *, first: str = "") -> str:
    """A sentence with its first auxiliary before its subject; "" where it has none.

    >>> inverted("Drenland has no link to the blast")
    'Has Drenland any link to the blast'
    """
    words = text.split()
    for place, word in enumerate(words):
        if word in _RELATIVE or word.endswith(","):
            return ""
        if place and word in _AUXILIARIES - {"been", "being", "having"}:
            rest = [each for each in words[place + 1 :] if each != "not"]
            parts = (first, word, inside(" ".join(words[:place])), *rest)
            return opened(positive(" ".join(part for part in parts if part)))
    return ""


def positive(text: str) -> str:
    """A question without the words that deny: "any" for "no".

    >>> positive("Did the rebels fire no such shells")
    'Did the rebels fire any such shells'
    """
    for pattern, word in _NONE:
        text = pattern.sub(word, text)
    return text


def opened(text: str) -> str:
    """With a capital at its beginning."""
    return text[:1].upper() + text[1:]


def inside(text: str) -> str:
    """As it is written inside a sentence.

    >>> inside("The plane"), inside("Two men"), inside("Moscow")
    ('the plane', 'two men', 'Moscow')
    """
    first, _, behind = text.partition(" ")
    if first == "New" and behind[:1].islower():
        return f"new {behind}"  # no York: "New polls"
    return text[:1].lower() + text[1:] if first.lower() in _SMALL and (behind or first) else text


def _verb(words: list[str], lemma: str) -> int | None:
    """Where the main verb stands: forms that are surely verbs go before those that may be nouns."""
    if lemma == "be":
        places = [n for n, word in enumerate(words) if n and word in _FINITE_BE]
        return places[0] if places else _after_auxiliary(words, _BE)
    done = {past(lemma), participle(lemma)}
    others = {lemma, third_person(lemma)}
    best: tuple[int, int] | None = None
    for place, written in enumerate(words):
        word = written.lower()
        if place == 0 or not written[0].islower() or word not in done | others | {_gerund(lemma)}:
            continue
        before = words[place - 1].lower()
        if before in _DETERMINERS:
            continue
        if before == "to" and words[max(0, place - 2)].lower() not in _BE | _HAVE:
            continue
        helped = before in _AUXILIARIES | _ADVERBS | {"not", "to"} or before.endswith(
            ("ly", "n't", "n’t")
        )
        if word == _gerund(lemma) and not helped:
            continue
        rank = 0 if helped else 1 if word in done else 2
        if best is None or rank < best[0]:
            best = rank, place
    return best[1] if best else None


def _after_auxiliary(words: list[str], forms: frozenset[str]) -> int | None:
    for place in range(2, len(words)):
        if words[place].lower() in forms and words[place - 1].lower() in _AUXILIARIES | {"not"}:
            return place
    return None


def _gerund(lemma: str) -> str:
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")) else lemma
    doubled = past(lemma)[:-2] if past(lemma).endswith("ed") else stem
    return (doubled if doubled == stem + stem[-1:] else stem) + "ing"
