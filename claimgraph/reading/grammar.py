"""Phrases of a parsed document: noun phrases, verb groups, subjects, and whether a thing is denied.

Everything here looks at a few words around one word, so that a rule may ask as often as it likes.
"""

from __future__ import annotations

from claimgraph.reading.encoder.links import Range
from claimgraph.reading.parsed import Parsed

NOT = frozenset("not n't n’t never nt".split())
NONE = frozenset("no neither none nobody nothing".split())
NO_ONE = frozenset("nobody none no-one".split())
RELATIVE = frozenset("who whom which that whose".split())
MODALS = frozenset("would will wo 'll ’ll 'd ’d could can ca may might should must shall".split())

_NOUN_LIKE = frozenset("NOUN PROPN PRON NUM".split())
_CLOSING = frozenset(", ; : . — – - -- ) ( \" ” “ '' ``".split())
_BEFORE_WHO = frozenset((",", "–", "—", "--", "-"))
_SUBJECTS = frozenset("nsubj nsubj:pass csubj nsubj:outer".split())
_PHRASES = ("obl", "advcl", "nmod", "xcomp", "ccomp", "acl")
_AUXILIARIES = frozenset("aux aux:pass".split())
_PASSED_ON = frozenset("advcl xcomp conj parataxis ccomp".split())
_RELATIVE_CLAUSES = frozenset("acl:relcl advcl:relcl".split())
#: Nouns that somebody writes or gives: "a message blaming Iran" blames in the writer's name.
_MESSAGES = frozenset(
    """
    announcement blog comment comments editorial email letter message messages note post posts
    release remarks reply series speech statement statements text tweet tweets video
    """.split()
)


def trimmed(parsed: Parsed, words: Range) -> Range:
    """A range without marks, quotation marks and white space at its ends.

    A bracket that closes one inside stays: "Syrian Observatory for Human Rights (SOHR)".
    """
    start, end = words
    while start < end and (parsed.words[start].isspace() or parsed.words[start] in _CLOSING):
        start += 1
    while end > start and (parsed.words[end - 1].isspace() or parsed.words[end - 1] in _CLOSING):
        if parsed.words[end - 1] == ")" and _opens(parsed.words[start : end - 1]):
            break
        end -= 1
    return start, end


def ranges(places: list[int]) -> list[Range]:
    """Word numbers in order, as ranges.

    >>> ranges([3, 4, 7])
    [(3, 5), (7, 8)]
    """
    found: list[Range] = []
    for place in places:
        if found and found[-1][1] == place:
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
    return found


def full_phrase(parsed: Parsed, head: int) -> Range:
    """A noun with all that belongs to it, without relative clauses and afterthoughts.

    "Brian Roe, a spokesman for the mayor" stays whole; of "Roe, who was there, speaking softly"
    "Roe" is left.
    """
    first = last = head
    waiting = [head]
    while waiting:
        here = waiting.pop()
        first, last = min(first, here), max(last, here)
        for child in parsed.children[here]:
            dep = parsed.deps[child]
            if dep == "punct" or (dep == "cc" and child < head):
                continue
            if dep in _RELATIVE_CLAUSES or dep in ("parataxis", "dep"):
                continue
            if dep in ("acl", "advcl", "advmod") and child > 0 and _after_comma(parsed, child):
                continue
            if here == head and dep in ("case", "cop", "aux", "mark", *_SUBJECTS):
                continue
            waiting.append(child)
    if parsed.words[last + 1 : last + 2] == [")"] and _opens(parsed.words[first : last + 1]):
        last += 1
    start, end = trimmed(parsed, (first, last + 1))
    return (start, end) if start <= head < end else (head, head + 1)


def _opens(words: list[str]) -> bool:
    """Whether a bracket is open behind them."""
    return words.count("(") > words.count(")")


def _after_comma(parsed: Parsed, word: int) -> bool:
    start = parsed.subtree(word)[0]
    return parsed.words[start] == "," or (start > 0 and parsed.words[start - 1] == ",")


def head_noun(parsed: Parsed, words: Range) -> int:
    """The noun at the head of a phrase, also where the tree has broken it up."""
    head = parsed.head_of(words)
    if parsed.pos[head] in _NOUN_LIKE:
        return head
    for word in range(words[1] - 1, words[0] - 1, -1):
        if parsed.pos[word] in _NOUN_LIKE:
            return word
    return head


def verb_group(parsed: Parsed, verb: int) -> list[Range]:
    """The verb with its auxiliaries, negation and particle, and a "by" next to it."""
    places = [verb]
    for child in parsed.children[verb]:
        dep = parsed.deps[child]
        if dep in _AUXILIARIES or dep == "compound:prt" or parsed.lower[child] in NOT:
            if abs(child - verb) < 12:
                places.append(child)
        elif dep == "cop" and not _has_subject_between(parsed, child, verb):
            places.append(child)
    following = verb + 1
    if (
        following < len(parsed.words)
        and parsed.lower[following] == "by"
        and is_passive(parsed, verb)
    ):
        places.append(following)
    return ranges(sorted(set(places)))


def _has_subject_between(parsed: Parsed, word: int, verb: int) -> bool:
    """As between "are" and "concluded" of "the facts *are* that she helped, the FBI concluded"."""
    subject = own_subject(parsed, verb)
    return subject is not None and word < subject < verb and word + 1 < parsed.subtree(subject)[0]


def is_passive(parsed: Parsed, verb: int) -> bool:
    """Whether something is done to the subject: "was blamed", "claimed by"."""
    if parsed.tags[verb] not in ("VBN", "VBD"):
        return False
    children = parsed.children[verb]
    if any(parsed.deps[child] in ("aux:pass", "nsubj:pass") for child in children):
        return True
    if parsed.deps[verb] == "conj" and not any(
        parsed.deps[child] in _SUBJECTS for child in children
    ):
        head = parsed.heads[verb]
        return parsed.tags[head] == parsed.tags[verb] == "VBN" and is_passive(parsed, head)
    if any(parsed.deps[child] in ("nsubj", "aux") for child in children):
        return False
    if parsed.deps[verb] == "advcl" and not any(parsed.deps[child] == "mark" for child in children):
        return True
    return parsed.tags[verb] == "VBN" and parsed.deps[verb] in ("acl", "acl:relcl", "amod", "advcl")


def is_negated(parsed: Parsed, word: int) -> bool:
    """Whether "not", "never" or "neither" belongs to a verb."""
    for child in parsed.children[word]:
        if parsed.lower[child] in NOT:
            return True
        if parsed.lower[child] in ("neither", "nor") and child < word:
            return True
    return False


def modal(parsed: Parsed, verb: int) -> str:
    """The modal verb of a verb group in small letters, or an empty text."""
    for child in parsed.children[verb]:
        if parsed.deps[child] == "aux" and parsed.lower[child] in MODALS:
            return parsed.lower[child]
    return ""


def is_infinitive(parsed: Parsed, verb: int) -> bool:
    """Whether "to" stands before the verb."""
    return any(parsed.tags[child] == "TO" for child in parsed.children[verb])


def case_of(parsed: Parsed, word: int) -> str:
    """The preposition or conjunction of a phrase, in small letters: "for", "of", "that"."""
    for child in parsed.children[word]:
        if child > word:
            break
        if parsed.deps[child] in ("case", "mark"):
            return parsed.lower[child]
    return ""


def antecedent(parsed: Parsed, word: int) -> int | None:
    """The noun that the relative clause around ``word`` belongs to, if there is one."""
    for _ in range(5):
        if parsed.deps[word] in _RELATIVE_CLAUSES:
            return parsed.heads[word]
        if parsed.deps[word] not in _PASSED_ON or parsed.heads[word] == word:
            return None
        word = parsed.heads[word]
    return None


def noun_before(parsed: Parsed, word: int) -> int | None:
    """The head of the noun phrase that ends just before a word, over one comma."""
    last = word - 1
    if last >= 0 and parsed.words[last] == ",":
        last -= 1
    if last < 0 or parsed.pos[last] not in _NOUN_LIKE:
        return None
    head = last
    for _ in range(8):
        above = parsed.heads[head]
        if above == head or above > last or parsed.pos[above] not in _NOUN_LIKE:
            break
        head = above
    return head


def person_before(parsed: Parsed, who: int) -> int | None:
    """The head of the name of a person that ends right before "who", over a comma or a dash."""
    last = who - 1
    if last >= 0 and parsed.words[last] in _BEFORE_WHO:
        last -= 1
    number = parsed.name_at.get(last)
    if parsed.lower[who] not in ("who", "whom") or number is None:
        return None
    name = parsed.names[number]
    return parsed.head_of(name.words) if name.kind == "PERSON" else None


def relative_noun(parsed: Parsed, pronoun: int) -> int | None:
    """The noun that a relative pronoun stands for.

    Where the tree has no person for "who", the one named right before it: "a test for Ann Marsh,
    who said".
    """
    noun = antecedent(parsed, parsed.heads[pronoun])
    if noun is not None and parsed.mention_kinds.get(noun) == "person":
        return noun
    person = person_before(parsed, pronoun)
    if person is not None:
        return person
    return noun if noun is not None else noun_before(parsed, pronoun)


def own_subject(parsed: Parsed, verb: int) -> int | None:
    """The subject that hangs on the verb itself."""
    for child in parsed.children[verb]:
        if parsed.deps[child] in _SUBJECTS and not parsed.words[child].isspace():
            return child
    return None


def subject_of(parsed: Parsed, verb: int) -> int | None:
    """The head of the subject, also of a participle, an infinitive or a verb behind "and".

    A relative pronoun gives the noun it stands for.
    """
    here = verb
    for _ in range(6):
        subject = own_subject(parsed, here)
        if subject is not None:
            if parsed.lower[subject] in RELATIVE and parsed.tags[subject] in ("WP", "WDT", "IN"):
                found = antecedent(parsed, here)
                return found if found is not None else noun_before(parsed, subject)
            return subject
        dep, head = parsed.deps[here], parsed.heads[here]
        if head == here:
            return None
        if dep in _RELATIVE_CLAUSES:
            return head
        if dep == "acl":
            if parsed.lower[head] not in _MESSAGES:
                return head if parsed.pos[head] in _NOUN_LIKE else None
            here = head
            while parsed.deps[here] in ("conj", "nmod", "appos") and parsed.heads[here] != here:
                here = parsed.heads[here]
            owner = parsed.child(here, "nmod:poss")
            if owner is not None:
                return owner
            if parsed.deps[here] not in ("obj", "obl", "xcomp"):
                return here
            here = parsed.heads[here]
            continue
        if dep not in ("conj", "advcl", "xcomp", "parataxis", "dep", "ccomp", "advmod"):
            return None
        if dep == "xcomp" and here != verb and case_of(parsed, verb) == "for":
            asked = _asked(parsed, head)
            if asked is not None:
                return asked
        if dep in ("parataxis", "ccomp") and parsed.tags[here] not in ("VBG", "VBN"):
            is_name = parsed.pos[head] in _NOUN_LIKE and head < here
            return head if is_name and parsed.child(head, "cop") is None else None
        here = head
    return None


def _asked(parsed: Parsed, verb: int) -> int | None:
    """Who is to do it: "called on Dean to apologise for accusing him", "forced Dean to"."""
    for child in parsed.children[verb]:
        if child < verb or parsed.mention_kinds.get(child) == "time":
            continue
        if parsed.deps[child] in ("obj", "iobj"):
            return child
        if parsed.deps[child] == "obl" and case_of(parsed, child) in ("on", "upon"):
            return child
    return None


def agent_of(parsed: Parsed, verb: int) -> int | None:
    """Who does it, behind a passive verb: "was denied by the ministry"."""
    for child in parsed.children[verb]:
        if parsed.deps[child] == "obl:agent":
            return child
        if parsed.deps[child] == "obl" and case_of(parsed, child) == "by":
            return child
    return None


def after_case(parsed: Parsed, word: int, *cases: str) -> int | None:
    """The head of the phrase behind one of the prepositions: "on" in "blamed it on them".

    A phrase that the tree hangs on the object counts too.
    """
    for child in parsed.children[word]:
        if parsed.deps[child].startswith(_PHRASES) and case_of(parsed, child) in cases:
            return child
    for child in parsed.children[word]:
        if parsed.deps[child] not in ("obj", "iobj", "nsubj:pass"):
            continue
        for below in parsed.children[child]:
            attached = below > child and parsed.deps[below].startswith(("nmod", "acl", "obl"))
            if attached and case_of(parsed, below) in cases:
                return below
    return None
