"""What a description says that somebody is: a role, and the body that they have it in.

As "the Russian defence ministry's spokesman", "director of the Institute", "US Secretary of
State", whether or not a name stands beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimgraph.reading.cast.kinds import BODY_NOUNS, STATE_NOUNS
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.noun_phrases import DETERMINERS, plain
from claimgraph.reading.parsed import Parsed
from claimgraph.text.media import NOUNS as MEDIA_NOUNS
from claimgraph.text.states import senses
from claimgraph.text.titles import HONORIFICS, ROLE_MODIFIERS, ROLES, UNNAMED, singular

INTO_BODIES = frozenset("of for at from with within to in on under inside".split())
_FORMER = frozenset("former ex retired then late ex- erstwhile onetime one-time".split())
_RANKED = frozenset("retired senior top".split())
#: Offices that need no body to be said: every state has them.
_MINISTERIAL = frozenset("minister premier chancellor president king queen".split())
_MINISTERS = frozenset("minister secretary undersecretary under-secretary".split())
_OF_STATE = frozenset("state defence defense interior treasury health justice energy labor".split())
#: Words at the end of a body that belong to the role: "secretary of state", "press secretary".
_OF_ROLES = frozenset("state executive league press".split())
#: What follows "minister of" and is no body.
_PORTFOLIOS = frozenset(
    """
    information state defence defense interior foreign finance health justice education culture
    transport transportation agriculture trade energy labour labor environment economy tourism
    planning works affairs internal external home treasury commerce industry oil petroleum
    electricity water communications communication science technology youth sports sport women
    security immigration housing human social public veterans religious urban rural infrastructure
    mines fisheries forestry development employment aviation railways war intelligence staff
    """.split()
)
#: Words before a body that only count: "one GOP source".
_COUNTING = frozenset("one two three several many some few most both all".split())
#: "Of" behind these is what they know about.
_STUDYING = frozenset("professor lecturer student scholar historian teacher".split())
_HOMELAND = ["homeland", "security"]
_COURTESIES = frozenset("mr mrs ms miss dr".split())
_FINITE = frozenset("VBD VBZ VBP MD".split())
_BREAKING = frozenset("IN CC VBN VBD VBZ CD".split())
_HYPHENS = frozenset(("-", "‑"))
_PLACED = frozenset("in at near on and during since from".split())
_NAMES_OF_ROLES = ROLE_MODIFIERS | ROLES


@dataclass(frozen=True, slots=True)
class Post:
    """What somebody is.

    Attributes:
        role: "spokesman", "foreign minister"; "" where only the body is said.
        body: The words of the body that they speak for; ``None`` where it is not said.
        words: All words that say it.
        former: They are it no longer.
        ministerial: It is an office of a state, said or not.
        rule: How the text says it: "title.before", "apposition.after", "of.body", "who.heads".
    """

    role: str
    body: Range | None
    words: Range
    former: bool = False
    ministerial: bool = False
    rule: str = "title.before"


def described(parsed: Parsed, words: Range, rule: str, whole: Range | None = None) -> Post | None:
    """What a description says; ``None`` where no word of it is a role, or a name follows the role,
    so that it is another person's.

    Args:
        parsed: The document.
        words: The description, with or without articles.
        rule: How the text says it. Before a name ("title.before") the last role is the one, else
            the first.
        whole: All words that say it, where these are more.
    """
    start, end = words
    while start < end and parsed.lower[start] in DETERMINERS:
        start += 1
    heads = _role_heads(parsed, start, end)
    if not heads:
        return None
    role_at = _role(parsed, heads, last=rule == "title.before")
    if rule == "apposition.after" and _names_another(parsed, role_at, end):
        return None
    if parsed.lower[role_at + 1 : role_at + 2] == ["and"] and role_at + 2 in heads:
        role_at += 2  # "president and chairwoman of"
    body, role_start = _body_before(parsed, start, role_at)
    beside = body is not None and _is_beside(parsed, body, role_at)
    if beside:
        body = None
    role_end = role_at + 1
    if parsed.lower[role_end : min(role_end + 2, end)] == ["of", "staff"]:
        role_end += 2  # "chief of staff to"
    after = parsed.lower[role_end] if role_end < end else ""
    if after in INTO_BODIES and role_end + 1 < end:
        inner = (role_end + 1, end)
        if after == "of" and parsed.lower[role_at] in _STUDYING:
            at = next((p for p in range(*inner) if parsed.lower[p] in ("at", "with")), end)
            role_end, inner = at, (at + 1, end)  # "professor of government at"
        if inner[0] >= end or parsed.tags[first_noun(parsed, inner)] == "CD":
            role_end = end  # "doctors in 2015"
        elif after in ("of", "for") and _is_portfolio(parsed, role_at, inner):
            role_end = _portfolio_end(parsed, inner)
        elif body is None or after in ("at", "with", "from"):
            body = body_within(parsed, inner)
        elif after in ("for", "to", "on"):
            role_end = end  # "US envoy for Syria"
    if parsed.lower[role_start] == "and":
        role_start += 1
    if body is not None and not any(_may_name(parsed, place) for place in range(*body)):
        body = None  # "two Democrats"
    return Post(
        role=_small(plain(parsed.string((role_start, role_end)))),
        body=body,
        words=whole or words,
        former=any(parsed.lower[place].rstrip(".") in _FORMER for place in range(start, role_at)),
        ministerial=not beside and _is_ministerial(parsed, role_at, (role_start, role_end)),
        rule=rule,
    )


def is_role(parsed: Parsed, place: int) -> bool:
    """Whether a word says what somebody is."""
    word = parsed.lower[place].rstrip(".")
    if word in ROLES or word in UNNAMED:
        return not _is_surname(parsed, place)
    return parsed.tags[place] in ("NNS", "NNPS") and singular(word) in ROLES


def _is_surname(parsed: Parsed, place: int) -> bool:
    """Whether a word that could be a role is somebody's name: "Mr. *King*"."""
    number = parsed.name_at.get(place)
    if number is None or place == 0 or parsed.names[number].kind != "PERSON":
        return False
    return parsed.lower[place - 1].rstrip(".") in _COURTESIES


def body_within(parsed: Parsed, words: Range) -> Range:
    """The body at the beginning of what follows "of" or "at": without the place that it is in."""
    start = first_noun(parsed, words)
    number = parsed.name_at.get(start)
    if number is not None and parsed.names[number].kind != "PERSON":
        end = parsed.names[number].words[1]
        while end < words[1] and (
            parsed.pos[end] in ("NOUN", "PROPN", "ADJ") or parsed.tags[end] == "POS"
        ):
            end += 1
        return words[0], end
    for place in range(start + 1, words[1]):
        if parsed.lower[place] in _PLACED or parsed.tags[place] in _FINITE:
            return words[0], place
    return words


def first_noun(parsed: Parsed, words: Range) -> int:
    """The first word of a phrase after its articles."""
    start, end = words
    while start < end - 1 and parsed.lower[start] in DETERMINERS:
        start += 1
    return start


#: Members of a party keep its capital: "Republican nominee".
_PARTIES = frozenset(
    """
    christian communist conservative democratic jewish liberal libertarian muslim republican
    socialist tory
    """.split()
)


def _small(role: str) -> str:
    """A role in small letters, but for names in it: "prime minister", "envoy for Syria"."""
    words = role.split(" ")
    for number, word in enumerate(words):
        small = word.lower()
        known = small in ROLES or small in ROLE_MODIFIERS or singular(small) in ROLES
        if small in _PARTIES:
            continue
        if (known or not number) and word[1:2].islower():
            words[number] = small if known else word[0].lower() + word[1:]
        elif small in INTO_BODIES:
            break
    return " ".join(words)


def _role_heads(parsed: Parsed, start: int, end: int) -> list[int]:
    """The words that name roles, up to the first preposition after one."""
    heads: list[int] = []
    for place in range(start, end):
        if is_role(parsed, place) and parsed.pos[place] in ("NOUN", "PROPN", "ADJ", "X"):
            if parsed.tags[place + 1 : place + 2] == ["POS"]:
                continue  # "the president's lawyer"
            if parsed.deps[place] == "amod" and not is_role(parsed, parsed.heads[place]):
                continue  # "the private server"
            following = parsed.lower[place + 1] if place + 1 < end else ""
            if following.rstrip(".") in ROLES and parsed.lower[place] in ROLE_MODIFIERS:
                continue  # "general secretary"
            heads.append(place)
        elif heads and parsed.lower[place] in INTO_BODIES:
            break
    return heads


def _role(parsed: Parsed, heads: list[int], *, last: bool) -> int:
    """Of several roles the one that counts. "Minister of Information": the one before "of"."""
    if not last:
        return heads[0]
    return next((h for h in heads if parsed.lower[h + 1 : h + 2] == ["of"]), heads[-1])


def _names_another(parsed: Parsed, role_at: int, end: int) -> bool:
    number = parsed.name_at.get(role_at + 1)
    return number is not None and role_at + 1 < end and parsed.names[number].kind == "PERSON"


def _is_ministerial(parsed: Parsed, role_at: int, role: Range) -> bool:
    low = parsed.lower[role_at]
    if low in _MINISTERIAL:
        return True
    return low == "secretary" and not _OF_STATE.isdisjoint(parsed.lower[role[0] : role[1]])


def _is_portfolio(parsed: Parsed, role_at: int, inner: Range) -> bool:
    minister = parsed.lower[role_at] in _MINISTERS
    return minister and parsed.lower[first_noun(parsed, inner)] in _PORTFOLIOS


def _portfolio_end(parsed: Parsed, words: Range) -> int:
    """Where "of Information", "for Foreign Affairs" ends."""
    place = first_noun(parsed, words)
    while place < words[1] and (
        parsed.lower[place] in _PORTFOLIOS or parsed.lower[place] in ("and", "of", "the", ",")
    ):
        place += 1
    return place


def _body_before(parsed: Parsed, start: int, role_at: int) -> tuple[Range | None, int]:
    """The body named before a role, and where the role's own words begin."""
    last = max((p for p in range(start, role_at) if _says_body(parsed, p)), default=-1)
    for place in range(start, last):
        based = parsed.lower[place] == "based" and parsed.words[place - 1] == "-"
        apart = parsed.lower[place] in ("of", "by", "in") and place not in parsed.name_at
        if based or apart:
            start = place + 1  # "Washington-based", "one of the president's aides"
    while last >= start and parsed.lower[last] in _OF_ROLES:
        last -= 1
    if last < start:
        return None, start
    if not _goes_on_to(parsed, last + 1, role_at):
        return None, _behind_hyphen(parsed, last + 1, role_at)
    first = start
    while first < last and (
        parsed.lower[first].rstrip(".") in _FORMER | _RANKED | _COUNTING
        or parsed.tags[first] == "CD"
    ):
        first += 1
    stop = last if parsed.tags[last] == "POS" else last + 1
    if all(_is_filler(parsed.lower[place]) for place in range(first, stop)):
        return None, start
    return (first, stop), last + 1


def _goes_on_to(parsed: Parsed, start: int, role_at: int) -> bool:
    """Whether what stands between a body and a role leaves it the role's: not in "group *of*
    doctors", "states *led by* a producer", "Washington*-based* developer".
    """
    if start < role_at and parsed.words[start] in _HYPHENS:
        return False
    return not any(
        parsed.tags[place] in _BREAKING and parsed.words[place - 1] not in _HYPHENS
        for place in range(start, role_at)
    )


def _behind_hyphen(parsed: Parsed, start: int, end: int) -> int:
    """Where a role begins, behind "-based" and "-educated"."""
    marks = [place for place in range(start, end) if parsed.words[place] in _HYPHENS]
    return min(marks[-1] + 2, end) if marks else start


def _may_name(parsed: Parsed, place: int) -> bool:
    """Whether a word may be of a body: a noun, a pronoun, "British"."""
    return parsed.tags[place][:1] in ("N", "P") or parsed.words[place][0].isupper()


def _is_beside(parsed: Parsed, body: Range, role_at: int) -> bool:
    """Whether a noun before a title is no part of it: "the network President Petrov formed"."""
    title = parsed.words[role_at]
    common = parsed.words[body[1] - 1].islower() and parsed.tags[body[1] - 1] == "NN"
    return common and title[0].isupper() and title.lower() in _MINISTERIAL


def _says_body(parsed: Parsed, place: int) -> bool:
    """Whether a word before a role belongs to the body: a possessor, a name, a noun for one."""
    low = parsed.lower[place].rstrip(".")
    if parsed.tags[place] in ("POS", "PRP$") or parsed.lower[place - 1 : place + 1] == _HOMELAND:
        return True
    if place in parsed.name_at:
        person = parsed.names[parsed.name_at[place]].kind == "PERSON"
        if not (person and low in _NAMES_OF_ROLES):  # a title that was taken for a name
            return True
    if parsed.tags[place][0] == "N" and (
        low in STATE_NOUNS or low in BODY_NOUNS or low in MEDIA_NOUNS
    ):
        return True
    return _is_state_word(parsed, place) or (
        parsed.pos[place] == "PROPN" and low not in _NAMES_OF_ROLES | _COUNTING
    )


def _is_filler(word: str) -> bool:
    plain_word = word.rstrip(".")
    if plain_word in ROLE_MODIFIERS or plain_word in HONORIFICS:
        return True
    return plain_word in ("and", "-", "one", "based")


def _is_state_word(parsed: Parsed, place: int) -> bool:
    if not parsed.words[place][0].isupper():
        return False
    table, low = senses(), parsed.lower
    if low[place].replace(".", "") in table:
        return True
    before = " ".join(low[max(place - 1, 0) : place + 1])
    return " ".join(low[place : place + 2]) in table or before in table
