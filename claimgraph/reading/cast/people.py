"""What the words around a name say that its bearer is: "defence ministry spokesman Igor
Konashenkov", "Jan Egeland of the UN", "Rami Nasser, who heads the Aid Committee".
"""

from __future__ import annotations

from claimgraph.reading.cast.posts import Post, body_within, described, first_noun, is_role
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.parsed import Parsed
from claimgraph.text.titles import HONORIFICS, ROLES

_NOMINAL = frozenset("NN NNS NNP NNPS JJ JJR JJS CD POS PRP$ HYPH FW VBN VBG DT NFP RB".split())
_LEADS = {
    "heads": "head", "leads": "leader", "runs": "head", "chairs": "chair", "directs": "director",
    "edits": "editor", "commands": "commander", "represents": "representative",
    "founded": "founder", "headed": "head", "led": "leader", "manages": "manager",
    "oversees": "head", "owns": "owner",
}  # fmt: skip
#: Words before a name that may say what its bearer is.
_LONGEST_TITLE = 24
_CLAUSES = frozenset("parataxis root acl advcl ccomp".split())
_UNDER_VERBS = frozenset("obj iobj obl nmod obl:agent".split())
_MARKS = frozenset((",", ";", ":", ".", "(", ")", "–", "—", "“", "”", '"'))


def posts(parsed: Parsed, name: Range) -> list[Post]:
    """What the words around a bare name say that its bearer is, the clearest first."""
    found = [_before(parsed, name), _appositive(parsed, name), _after(parsed, name)]
    return [post for post in found if post is not None]


def _before(parsed: Parsed, name: Range) -> Post | None:
    """The words before a name, back to where its phrase begins."""
    start = left_edge(parsed, name[0])
    if start == name[0]:
        return None
    if parsed.lower[start - 1 : start] == ["of"] and ends_in_a_body(parsed, name[0]):
        start = left_edge(parsed, start - 1)  # "president of the European Commission Ann Marsh"
    if parsed.words[start - 1 : start] == ["“"] and parsed.words[name[1] : name[1] + 1] == ["”"]:
        return None  # nicknamed “King James”
    post = described(parsed, (start, name[0]), "title.before")
    if post is not None or parsed.deps[parsed.head_of(name)] in ("compound", "amod", "nmod:poss"):
        return post  # none for "the agency's Marsh report"
    if parsed.tags[name[0] - 1] == "POS" and name[0] - 1 > start:
        return Post("", (start, name[0] - 1), (start, name[1]), rule="possessive.body")
    return post


def ends_in_a_body(parsed: Parsed, place: int) -> bool:
    """Whether a body or a place is named right before a word."""
    number = parsed.name_at.get(place - 1, -1)
    return number >= 0 and parsed.names[number].kind != "PERSON"


def left_edge(parsed: Parsed, place: int) -> int:
    """Where the nominal words before a word begin."""
    first = max(parsed.sentence(place)[0], place - _LONGEST_TITLE)
    start = place
    role_seen = False
    while start > first:
        before = start - 1
        tag, low = parsed.tags[before], parsed.lower[before]
        if tag == "DT":
            return before if start != place else start
        if tag in _NOMINAL and not parsed.words[before].isspace():
            if parsed.deps[before] in _CLAUSES:
                break
            if tag in ("RB", "VBG") and parsed.words[before + 1] != "-":
                break
            role_seen = role_seen or low.rstrip(".") in ROLES
        elif start == place:
            break
        elif low in ("of", "for"):
            # "Secretary of State", not "a spokesman for President Ann Marsh".
            if role_seen or not any(
                is_role(parsed, p) for p in range(max(first, before - 2), before)
            ):
                break
        elif low != "and" or not is_role(parsed, before - 1):
            break
        start = before
    return start


def _appositive(parsed: Parsed, name: Range) -> Post | None:
    """The name is an apposition: "the ministry's spokesman, Igor Konashenkov"."""
    comma = name[0] - 1
    while comma > 0 and parsed.lower[comma].rstrip(".") in HONORIFICS:
        comma -= 1
    if comma < 1 or parsed.words[comma] != ",":
        return None
    head = parsed.heads[parsed.head_of(name)]
    if not head < comma or not is_role(parsed, head):
        return _lost_by_the_tree(parsed, comma)
    first, _ = parsed.subtree(head)
    if comma - first > 25:
        return None
    return described(parsed, (first, comma), "apposition.before")


def _lost_by_the_tree(parsed: Parsed, comma: int) -> Post | None:
    """A role at the start of the sentence: "The general manager of Gulf Media, Dr Ali Tahir"."""
    first = parsed.sentence(comma)[0]
    while first < comma and not parsed.words[first][:1].isalnum():
        first += 1
    if comma - first > 12 or parsed.lower[first] not in ("the", "a", "an", "its", "his", "her"):
        return None
    if any(parsed.pos[p] in ("VERB", "AUX") or parsed.words[p] == "," for p in range(first, comma)):
        return None
    return described(parsed, (first, comma), "apposition.before")


def _after(parsed: Parsed, name: Range) -> Post | None:
    """What follows: ", a spokesman for Y,", "of the UN", ", who heads Y"."""
    place, comma = _start_after(parsed, name)
    if place >= len(parsed.words) or parsed.lines[place] != parsed.lines[name[0]]:
        return None
    end = _right_edge(parsed, place)
    if comma and _does_something(parsed, place, end):
        return None
    if place + 1 >= end:
        return (
            described(parsed, (place, end), "apposition.after", (name[0], end)) if comma else None
        )
    low = parsed.lower[place]
    if low in ("of", "from", "with", "at"):
        body = (place + 1, end)
        if parsed.tags[place + 1] == "VBG":
            return None  # "accused Marsh of being"
        if (
            low == "of"
            or comma
            or (not _goes_with_verb(parsed, name) and _names_body(parsed, body))
        ):
            return Post("", body_within(parsed, body), (name[0], end), rule="of.body")
        return None
    if low == "who":
        return _who_leads(parsed, name, place, end)
    if not comma:
        return None
    return described(parsed, (place, end), "apposition.after", (name[0], end))


def _does_something(parsed: Parsed, start: int, end: int) -> bool:
    """Whether what follows a comma is no apposition: "Against Orr, *the Ohio governor* lost"."""
    verb = end < len(parsed.words) and parsed.tags[end] in ("VBD", "VBZ", "VBP", "MD")
    return verb and any(
        parsed.deps[word] in ("nsubj", "nsubj:pass") and parsed.heads[word] >= end
        for word in range(start, end)
    )


def _goes_with_verb(parsed: Parsed, name: Range) -> bool:
    """Whether a place behind a name is the verb's: "worked for Marsh at the ministry"."""
    head = parsed.head_of(name)
    while parsed.deps[head] == "conj" and parsed.heads[head] < head:
        head = parsed.heads[head]
    return parsed.deps[head] in _UNDER_VERBS


def _start_after(parsed: Parsed, name: Range) -> tuple[int, bool]:
    """Where what follows a name begins, past brackets, a comma and an age; and whether there is a
    comma.
    """
    place, size = name[1], len(parsed.words)
    if place < size and parsed.words[place] == "(":
        close = next((p for p in range(place, min(place + 8, size)) if parsed.words[p] == ")"), -1)
        place = close + 1 if close > 0 else place
    comma = place < size and parsed.words[place] in (",", "–", "—", "-")
    if comma:
        place += 1
        if place + 1 < size and parsed.tags[place] == "CD" and parsed.words[place + 1] == ",":
            place += 2
    return place, comma


def _right_edge(parsed: Parsed, place: int) -> int:
    """Where an apposition ends: a comma, a dash, a bracket, a verb, the sentence."""
    _, last = parsed.sentence(place)
    last = min(last, place + 24)
    start = place
    while place < last:
        word = parsed.words[place]
        if (word in _MARKS or word.isspace()) and place not in parsed.name_at:
            break
        if parsed.lower[start] != "who" and parsed.tags[place] in ("VBD", "VBZ", "VBP", "MD"):
            break
        if place > start and parsed.lower[place] in ("who", "which", "whose", "whom", "that"):
            break
        place += 1
    return place


def _who_leads(parsed: Parsed, name: Range, place: int, end: int) -> Post | None:
    if parsed.lower[place + 1] in ("is", "was"):
        return described(parsed, (place + 2, end), "apposition.after", (name[0], end))
    for verb in range(place + 1, min(place + 4, end)):
        role = _LEADS.get(parsed.lower[verb])
        if role is not None and verb + 1 < end:
            return Post(role, (verb + 1, end), (name[0], end), rule="who.heads")
    return None


def _names_body(parsed: Parsed, words: Range) -> bool:
    number = parsed.name_at.get(first_noun(parsed, words))
    return number is not None and parsed.names[number].kind != "PERSON"
