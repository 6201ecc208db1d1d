"""Clauses: the stretches of a content that assert something, one proposition each."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from claimgraph.reading.parsed import Parsed


class Shape(StrEnum):
    """The grammatical shape of a clause."""

    FINITE = "finite"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    NOMINAL = "nominal"


class Link(StrEnum):
    """How a clause hangs on the one that it was split from."""

    MAIN = "main"
    COORDINATE = "coordinate"
    CONCESSION = "concession"
    RESULT = "result"
    RELATIVE = "relative"


#: Words that depend on a word, by relation.
Dependents = dict[str, list[int]]

SUBJECTS = ("nsubj", "nsubj:pass", "expl", "csubj", "nsubj:outer", "csubj:pass")
#: Relations of what makes a verb finite.
AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
_SUBJECT_SET = frozenset(SUBJECTS)
#: Penn tags of finite verbs.
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(slots=True, eq=False)
class Clause:
    """One proposition in the making.

    Attributes:
        head: The verb, or the predicate of a copula, or the noun of a nominal content.
        shape: Finite or not.
        link: How it hangs on the clause that it was split from.
        by: The words that depend on the head, by relation.
        parent: The clause that it was split from.
        words: Its own words in order, without those of clauses that were split from it.
        subject: The head word of its subject, its own or shared; ``None`` without one.
        subject_words: The words of a subject that stands outside ``words``.
        auxiliaries: Auxiliaries, and "not", that it shares with the clause that it is joined to.
    """

    head: int
    shape: Shape
    link: Link
    by: Dependents
    parent: Clause | None = None
    words: list[int] = field(default_factory=list)
    subject: int | None = None
    subject_words: list[int] = field(default_factory=list)
    auxiliaries: list[int] = field(default_factory=list)


def dependents(parsed: Parsed, word: int) -> Dependents:
    """The words that depend on a word, by relation."""
    found: Dependents = {}
    deps = parsed.deps
    for child in parsed.children[word]:
        dep = deps[child]
        if dep in found:
            found[dep].append(child)
        else:
            found[dep] = [child]
    return found


def shape_of(parsed: Parsed, word: int, by: Dependents) -> Shape | None:
    """The shape of the clause that a word heads; ``None`` where it heads none."""
    tag = ""
    first = len(parsed.words)
    for dep in AUXILIARIES:
        for place in by.get(dep, ()):
            if place < first:
                first, tag = place, parsed.tags[place]
    has_subject = not _SUBJECT_SET.isdisjoint(by)
    if not tag:
        if parsed.pos[word] not in ("VERB", "AUX"):
            return Shape.FINITE if has_subject else None
        tag = parsed.tags[word]
        if tag == "VBN" and not has_subject:
            return None
    for mark in by.get("mark", ()):
        if parsed.lower[mark] == "to" and not (tag in FINITE_TAGS and first < mark):
            return Shape.INFINITIVE
    if tag == "VBG" and not has_subject:
        return Shape.GERUND
    return Shape.FINITE


def subject_of(by: Dependents) -> int | None:
    """The head word of the subject among the dependents of a clause's head."""
    for dep in SUBJECTS:
        if dep in by:
            return by[dep][0]
    return None
<<<<<<< HEAD


def content_words(parsed: Parsed, pieces: Iterable[Range]) -> list[int]:
    """The words of the pieces in order, without white space."""
    texts = parsed.words
    return [
        word for start, end in pieces for word in range(start, end) if not texts[word].isspace()
    ]


def clauses_of(parsed: Parsed, words: Sequence[int]) -> list[Clause]:
    """The clauses of some words in the order of the text, those of lower rank last.

    Args:
        parsed: The document.
        words: The words of a content, in order.

    Returns:
        At least one clause, if there are words; a nominal one where there is no verb.
    """
    inside = set(words)
    heads, deps = parsed.heads, parsed.deps
    ends = _ends_inside(parsed, words)
    roots: list[int] = []
    waiting: list[int] = []
    for word in words:
        head = heads[word]
        if head == word or head not in inside or (ends and _crosses(ends, head, word)):
            roots.append(word)
        elif deps[word] in _SPLITTING:
            waiting.append(word)
    clauses: dict[int, Clause] = {}
    fragments: list[int] = []
    for word in roots:
        if deps[word] == "punct":
            fragments.append(word)
            continue
        by = dependents(parsed, word)
        shape = shape_of(parsed, word, by)
        if shape is None:
            fragments.append(word)
        else:
            clauses[word] = Clause(word, shape, Link.MAIN, by, subject=subject_of(by))
    if not clauses:
        return _nominal(parsed, words, fragments)
    _join_roots(parsed, clauses)
    _split(parsed, waiting, clauses)
    owner = _with_fragments(parsed, fragments, clauses, inside)
    _share_out(parsed, words, owner)
    found = list(dict.fromkeys(clauses.values()))
    for clause in found:
        _complete(parsed, clause, inside)
    found.sort(key=lambda each: (each.link is Link.RELATIVE, each.head))
    return [clause for clause in found if clause.words]


def _ends_inside(parsed: Parsed, words: Sequence[int]) -> list[int]:
    """Full stops between the words: a sentence is never part of another, whatever the tree says."""
    texts = parsed.words
    return [
        word
        for word, following in pairwise(words)
        if texts[word] in _FINAL
        and texts[following] not in _FINAL
        and texts[following] not in "”\"’'"
    ]


def _crosses(ends: list[int], head: int, word: int) -> bool:
    """Whether a full stop stands between a word and its head."""
    return bisect_left(ends, head) != bisect_left(ends, word)


def _nominal(parsed: Parsed, words: Sequence[int], fragments: list[int]) -> list[Clause]:
    """A content without a verb is one clause; its first noun is the head."""
    named = [word for word in fragments if parsed.pos[word] in _NOUNS]
    other = [word for word in fragments if parsed.pos[word] != "PUNCT"]
    if not words:
        return []
    head = (named or other or [words[0]])[0]
    by = dependents(parsed, head)
    return [Clause(head, Shape.NOMINAL, Link.MAIN, by, words=list(words))]


def _join_roots(parsed: Parsed, clauses: dict[int, Clause]) -> None:
    """Join a verb that the parser has tied to the cue to the clause before: "X fell and rose"."""
    before: Clause | None = None
    for word, clause in clauses.items():
        if (
            before is not None
            and parsed.deps[word] == "conj"
            and clause.subject is None
            and clause.shape is Shape.FINITE
            and before.head >= parsed.sentence(word)[0]
        ):
            clause.link, clause.parent, clause.subject = Link.COORDINATE, before, before.subject
        if before is not None and clause.parent is before and word == before.head + 2:
            clauses[word] = before  # "shot and killed two men" is one
            continue
        if before is not None and clause.subject is None and parsed.lower[before.head] == "let":
            clauses[word] = before  # and so is "let us talk"
            continue
        before = clause


def _split(parsed: Parsed, waiting: list[int], clauses: dict[int, Clause]) -> None:
    """Split off what asserts something of its own, those first whose head is a clause already."""
    while waiting:
        later: list[int] = []
        before = len(clauses)
        for word in waiting:
            parent = clauses.get(parsed.heads[word]) or _real_parent(parsed, word, clauses)
            if parent is None and parsed.deps[word] != "acl:relcl":
                later.append(word)
                continue
            clause = _split_off(parsed, word, parent)
            if clause is None and parent is not None and _is_loose(parsed, word):
                clause = _sibling(parsed, word, clauses)
            if clause is not None:
                clauses[word] = clause
        if len(clauses) == before:
            return
        waiting = later


def _real_parent(parsed: Parsed, word: int, clauses: dict[int, Clause]) -> Clause | None:
    """The clause that a verb is joined to, where the parser joins it to the object before.

    In "killing 12 people and injuring dozens" nobody is both a person and injuring.
    """
    noun = parsed.heads[word]
    if parsed.deps[word] != "conj" or parsed.pos[word] != "VERB":
        return None
    above = clauses.get(parsed.heads[noun])
    if above is None or parsed.deps[noun] not in ("obj", "obl"):
        return None
    return above if parsed.tags[word] == parsed.tags[above.head] else None


def _is_loose(parsed: Parsed, word: int) -> bool:
    """Whether a verb is said to be joined to another by nothing but the parser."""
    return parsed.deps[word] == "conj" and not any(
        parsed.deps[child] == "cc" for child in parsed.children[word]
    )


def _sibling(parsed: Parsed, word: int, clauses: dict[int, Clause]) -> Clause | None:
    """The clause just before: "intended to say" is one, though both hang on an earlier verb."""
    joined = [
        each
        for each in parsed.children[parsed.heads[word]]
        if each < word and parsed.deps[each] == "conj" and each in clauses
    ]
    return clauses[joined[-1]] if joined else None


def _split_off(parsed: Parsed, word: int, parent: Clause | None) -> Clause | None:
    dep = parsed.deps[word]
    by = dependents(parsed, word)
    shape = shape_of(parsed, word, by)
    subject = subject_of(by)
    if dep == "acl:relcl":
        return _relative(parsed, word, by, shape)
    if parent is None:
        return None
    if dep == "conj":
        return _coordinate(parsed, word, by, shape, parent)
    if shape is Shape.FINITE and subject is not None:
        if parsed.lower[subject] in _RELATIVE and parsed.words[subject - 1] == ",":
            return None
        if dep == "parataxis":
            return Clause(word, shape, Link.COORDINATE, by, parent, subject=subject)
        marks = by.get("mark", ())
        if marks and parsed.lower[marks[0]] in _CONCESSIVE:
            return Clause(word, shape, Link.CONCESSION, by, parent, subject=subject)
    if shape is Shape.GERUND and dep == "advcl" and _is_result(parsed, word, by, parent):
        return Clause(word, shape, Link.RESULT, by, parent, subject=parent.subject)
    return None


def _coordinate(
    parsed: Parsed, word: int, by: Dependents, shape: Shape | None, parent: Clause
) -> Clause | None:
    """A coordinated clause, unless both make sense only together."""
    subject = subject_of(by)
    links = [parsed.lower[each] for each in by.get("cc", ())]
    if shape is Shape.INFINITIVE and parent.shape is not Shape.INFINITIVE and not links:
        return None
    if "or" in links or any(
        parsed.lower[each] == "or"
        for sibling in parent.by.get("conj", ())
        for each in parsed.children[sibling]
        if parsed.deps[each] == "cc"
    ):
        return None
    own = any(dep in by for dep in AUXILIARIES)
    if shape is None:
        # "were arrested and questioned"; but not "was sad and tired".
        if parsed.pos[word] != "VERB" or parsed.pos[parent.head] not in ("VERB", "AUX"):
            return None
        shape = parent.shape
    if subject is not None:
        return Clause(word, shape, Link.COORDINATE, by, parent, subject=subject)
    if any(child > word for dep in _COMPLEMENTS for child in parent.by.get(dep, ())):
        return None  # "shot and killed two men": they share what follows
    if word == parent.head + 2 and links and not own:
        following = parsed.pos[word + 1] if word + 1 < len(parsed.pos) else ""
        if following in _BEGINNING or not _COMPLEMENTS.isdisjoint(by):
            return None
    clause = Clause(word, shape, Link.COORDINATE, by, parent, subject=parent.subject)
    if own:
        return clause
    tag, parent_tag = parsed.tags[word], parsed.tags[parent.head]
    if tag == "VBD" and "aux:pass" in parent.by and "obj" not in by:
        tag = "VBN"  # "were arrested and questioned"
    if tag == "VBG" and (parent_tag != "VBG" or parent.link is Link.RESULT):
        clause.link = Link.RESULT
    elif parent.shape in (Shape.INFINITIVE, Shape.GERUND):
        clause.shape = parent.shape
    elif tag not in _FINITE_TAGS:
        clause.shape = Shape.FINITE
    if tag not in _FINITE_TAGS and clause.link is Link.COORDINATE:
        if tag == "VBN" and parent_tag not in _PAST and parsed.pos[parent.head] == "VERB":
            return None
        clause.auxiliaries = _shared_auxiliaries(parsed, parent, tag)
    return clause


def _shared_auxiliaries(parsed: Parsed, parent: Clause, tag: str) -> list[int]:
    """The auxiliaries, with "not" and "to", that a coordinated verb form needs as well."""
    shared = list(parent.auxiliaries)
    for dep in ("aux", "aux:pass"):
        shared += parent.by.get(dep, ())
    shared += [
        word
        for word in parent.by.get("advmod", ())
        if parsed.lower[word] in ("not", "n't", "n’t", "never")
    ]
    if tag == "VB" and parent.shape is Shape.INFINITIVE:
        shared += [word for word in parent.by.get("mark", ()) if parsed.lower[word] == "to"]
    return sorted(word for word in set(shared) if word < parent.head)


def _is_result(parsed: Parsed, word: int, by: Dependents, parent: Clause) -> bool:
    """Whether a participle tells what came of it: "…, killing at least 12 people"."""
    if "mark" in by or "case" in by or word < parent.head or parent.shape is not Shape.FINITE:
        return False
    if any(parsed.tags[each] == "MD" for each in parent.by.get("aux", ())):
        return False
    starts = [child for dep, group in by.items() if dep != "punct" for child in group]
    before = min([word, *starts]) - 1
    if parsed.lower[before] == "and":
        before -= 1
    return parsed.words[before] == ","


def _relative(parsed: Parsed, word: int, by: Dependents, shape: Shape | None) -> Clause | None:
    """A relative clause between commas, whose pronoun is its subject or its object."""
    if shape is not Shape.FINITE:
        return None
    for dep in ("nsubj", "nsubj:pass", "obj"):
        for pronoun in by.get(dep, ()):
            if parsed.lower[pronoun] in _RELATIVE and parsed.words[pronoun - 1] == ",":
                return Clause(word, shape, Link.RELATIVE, by, subject=subject_of(by))
    return None


def _with_fragments(
    parsed: Parsed, fragments: list[int], clauses: dict[int, Clause], inside: set[int]
) -> dict[int, Clause | None]:
    """Which clause each root belongs to; what has no verb goes to a clause of its sentence.

    A noun phrase before a verb that lacks a subject is its subject: "*the depot* is believed *to
    supply the army*", "*HTS*, which Russia accused *of carrying out the attack*".
    """
    owner: dict[int, Clause | None] = dict(clauses)
    mains = sorted(
        (clause for clause in clauses.values() if clause.link is Link.MAIN),
        key=lambda each: each.head,
    )
    places = [clause.head for clause in mains]
    for word in fragments:
        start, end = parsed.sentence(word)
        place = bisect_left(places, word)
        before = mains[place - 1] if place and places[place - 1] >= start else None
        after = mains[place] if place < len(mains) and places[place] < end else None
        if after is not None and parsed.pos[word] in _NOUNS:
            if after.subject is None or after.subject not in inside:
                after.subject = word
                owner[word] = after
                continue
        owner[word] = before or after
    return owner


def _share_out(parsed: Parsed, words: Sequence[int], owner: dict[int, Clause | None]) -> None:
    """Give every word to the clause of its nearest head.

    What stands behind a coordinated clause belongs to that, not to the one before: nobody reads
    across it.
    """
    heads = parsed.heads
    last: Clause | None = None
    for word in words:
        here = word
        path = []
        while here not in owner:
            path.append(here)
            here = heads[here]
        clause = owner[here]
        if (
            last is not None
            and clause is last.parent
            and last.link in (Link.COORDINATE, Link.RESULT)
            and word > last.head
        ):
            clause = last
        for step in path:
            owner[step] = clause
        if clause is not None:
            clause.words.append(word)
            last = clause


def _complete(parsed: Parsed, clause: Clause, inside: set[int]) -> None:
    """Write down the words of a subject that stands in another clause."""
    parent = clause.parent
    if clause.link is Link.RELATIVE:
        clause.subject_words = antecedent(parsed, clause, inside)
    elif parent is not None and clause.subject is not None and clause.subject == parent.subject:
        clause.subject_words = parent.subject_words or _before_verb(parsed, parent, clause.subject)


def _before_verb(parsed: Parsed, clause: Clause, subject: int) -> list[int]:
    """The words of a clause's subject; what the parser has tied to it behind the verb is none."""
    words = own_phrase(parsed, clause, subject)
    if subject > clause.head:
        return words
    verb = min([clause.head, *(w for dep in AUXILIARIES for w in clause.by.get(dep, ()))])
    return [word for word in words if word < verb] or words


def own_phrase(parsed: Parsed, clause: Clause, word: int) -> list[int]:
    """The words of a clause that depend on one of its words, and that word.

    >>> # "HTS, which controls Idlib, denied it": the phrase of "HTS" is "HTS" alone.
    """
    start, end = parsed.subtree(word)
    words = clause.words
    phrase = words[bisect_left(words, start) : bisect_left(words, end)]
    while phrase and parsed.pos[phrase[-1]] == "PUNCT" and parsed.words[phrase[-1]] not in '”"':
        phrase.pop()
    return phrase


def antecedent(parsed: Parsed, clause: Clause, inside: set[int]) -> list[int]:
    """The noun phrase that a relative clause between commas says something about."""
    noun = parsed.heads[clause.head]
    start = parsed.subtree(noun)[0]
    end = min([*clause.words, clause.head])
    phrase = [word for word in range(start, end) if word in inside]
    while phrase and parsed.pos[phrase[-1]] == "PUNCT" and parsed.words[phrase[-1]] not in '”"':
        phrase.pop()
    return phrase
=======
>>>>>>> claims
