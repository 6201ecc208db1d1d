"""From a content to its clauses: what asserts something of its own.

"An explosion tore through a depot, killing at least 12 people, and police sealed off the area"
holds three propositions. A condition, a reason, a reported thought stay with the clause that they
belong to: cut out, they would assert what nobody said.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

from claimgraph.reading.claims.clauses import (
    AUXILIARIES,
    FINITE_TAGS,
    Clause,
    Dependents,
    Link,
    Shape,
    dependents,
    shape_of,
    subject_of,
)
from claimgraph.reading.claims.sharing import NOUNS, share
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.parsed import Parsed

_SPLITTING = frozenset({"conj", "parataxis", "advcl", "acl:relcl", "advcl:relcl"})
_CONCESSIVE = frozenset({"though", "although", "while", "whereas", "but"})
_SUBORDINATE = frozenset(
    "if unless because when whenever after before until till since as once".split()
)
_RELATIVE = frozenset({"which", "who", "whom"})
_COMPLEMENTS = frozenset({"obj", "iobj", "xcomp", "ccomp"})
_BEGINNING = frozenset({"DET", "NUM", "NOUN", "PROPN", "ADJ", "PRON"})
_FINAL = frozenset({".", "!", "?", "…", "..."})
#: Words of the shortest sentence that is one without a verb.
_SHORTEST = 3
_PAST = frozenset({"VBD", "VBN"})


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
        if ends:
            by = _on_this_side(ends, word, by)
        shape = shape_of(parsed, word, by)
        if shape is None:
            fragments.append(word)
        else:
            # "whereas the army counted nine", which the tree hangs outside of what is said.
            aside = any(parsed.lower[mark] in _CONCESSIVE for mark in by.get("mark", ()))
            link = Link.CONCESSION if aside else Link.MAIN
            clauses[word] = Clause(word, shape, link, by, subject=subject_of(by))
    if not clauses:
        return _nominal(parsed, words, fragments)
    if ends:
        _sentences(parsed, ends, clauses, fragments)
    _keep_finite(parsed, clauses, fragments)
    _join_roots(parsed, clauses)
    _split(parsed, waiting, clauses)
    found = share(parsed, words, fragments, clauses, ends)
    found.sort(key=lambda each: (each.link is Link.RELATIVE, each.head))
    return [clause for clause in found if clause.words]


def content_words(parsed: Parsed, pieces: Iterable[Range]) -> list[int]:
    """The words of the pieces in order, without white space."""
    texts = parsed.words
    return [
        word for start, end in pieces for word in range(start, end) if not texts[word].isspace()
    ]


def _sentences(
    parsed: Parsed, ends: list[int], clauses: dict[int, Clause], fragments: list[int]
) -> None:
    """Make a clause of a sentence in which the parser has found none."""

    def place(word: int) -> tuple[int, int]:
        return bisect_left(ends, word), parsed.sentence(word)[0]

    having = {place(word) for word in clauses}
    lacking: dict[tuple[int, int], list[int]] = {}
    for word in fragments:
        if parsed.deps[word] != "punct" and (where := place(word)) not in having:
            lacking.setdefault(where, []).append(word)
    for words in lacking.values():
        if len(words) < _SHORTEST:
            continue
        verbs = [word for word in words if parsed.tags[word][:2] == "VB"]
        head = (verbs or words)[0]
        clauses[head] = Clause(head, Shape.FINITE, Link.MAIN, dependents(parsed, head))
        fragments.remove(head)


def _keep_finite(parsed: Parsed, clauses: dict[int, Clause], fragments: list[int]) -> None:
    """Beside a finite verb of its sentence, an infinitive or a gerund asserts nothing."""
    if len({clause.shape for clause in clauses.values()}) < 2:
        return
    finite = {
        parsed.sentence(word) for word, clause in clauses.items() if clause.shape is Shape.FINITE
    }
    for word, clause in list(clauses.items()):
        if clause.shape is not Shape.FINITE and parsed.sentence(word) in finite:
            del clauses[word]
            fragments.append(word)
    fragments.sort()


def _on_this_side(ends: list[int], word: int, by: Dependents) -> Dependents:
    """The dependents of a word without those beyond a full stop."""
    near = {dep: [w for w in group if not _crosses(ends, word, w)] for dep, group in by.items()}
    return {dep: group for dep, group in near.items() if group}


def _nominal(parsed: Parsed, words: Sequence[int], fragments: list[int]) -> list[Clause]:
    """A content without a verb is one clause; its first noun is the head."""
    named = [word for word in fragments if parsed.pos[word] in NOUNS]
    other = [word for word in fragments if parsed.pos[word] != "PUNCT"]
    if not words:
        return []
    head = (named or other or [words[0]])[0]
    by = dependents(parsed, head)
    return [Clause(head, Shape.NOMINAL, Link.MAIN, by, words=list(words))]


def _ends_inside(parsed: Parsed, words: Sequence[int]) -> list[int]:
    """Full stops between the words: a sentence is never part of another, whatever the tree says."""
    texts = parsed.words
    return [
        word
        for word, following in pairwise(words)
        if texts[word] in _FINAL
        and texts[following] not in _FINAL
        and texts[following] not in "”\"’'"
        and not (texts[word] == "." and texts[word - 1] == "No" and texts[following][:1].isdigit())
    ]


def _crosses(ends: list[int], head: int, word: int) -> bool:
    """Whether a full stop stands between a word and its head."""
    return bisect_left(ends, head) != bisect_left(ends, word)


def _join_roots(parsed: Parsed, clauses: dict[int, Clause]) -> None:
    """Join a verb that the parser has tied to the cue to the clause before: "X fell and rose"."""
    _join_conditions(parsed, clauses)
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


def _join_conditions(parsed: Parsed, clauses: dict[int, Clause]) -> None:
    """Put a condition or a reason to the clause beside it: cut off, it would assert itself."""
    words = list(clauses)
    for n, word in enumerate(words):
        marks = clauses[word].by.get("mark", ())
        if len(words) < 2 or not any(_subordinates(parsed, mark) for mark in marks):
            continue
        sentence = parsed.sentence(word)
        for other in [*words[n + 1 : n + 2], *words[max(n - 1, 0) : n]]:
            partner = clauses[other]
            if partner is not clauses[word] and sentence == parsed.sentence(other):
                clauses[word] = partner
                break


def _subordinates(parsed: Parsed, mark: int) -> bool:
    """Whether a mark makes a clause a condition, a reason, a time: "if", "now that"."""
    lower = parsed.lower
    return lower[mark] in _SUBORDINATE or lower[mark - 1 : mark + 1] == ["now", "that"]


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
    if any(_subordinates(parsed, mark) for mark in by.get("mark", ())):
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
    if tag == "VB" and "xcomp" in parent.by and "aux" not in parent.by:
        return None  # "plans to join them and speak"
    if tag == "VBG" and parent_tag != "VBG" and parent.link is not Link.RESULT and links:
        return None  # "talked about reform and passing a law"
    if tag == "VBD" and "aux:pass" in parent.by and "obj" not in by:
        tag = "VBN"  # "were arrested and questioned"
    if tag == "VBG" and (parent_tag != "VBG" or parent.link is Link.RESULT):
        clause.link = Link.RESULT
    elif parent.shape in (Shape.INFINITIVE, Shape.GERUND):
        clause.shape = parent.shape
    elif tag not in FINITE_TAGS:
        clause.shape = Shape.FINITE
    if tag not in FINITE_TAGS and clause.link is Link.COORDINATE:
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
