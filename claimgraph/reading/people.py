"""What a text says a person is: "defence ministry spokesman Igor Konashenkov".

The words before a name, its apposition, and what follows it name a role and often the body that
the person speaks for.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimgraph.reading.kinds import BODY_NOUNS, STATE_NOUNS
from claimgraph.reading.links import Range
from claimgraph.reading.noun_phrases import DETERMINERS, plain
from claimgraph.reading.parsed import Parsed
from claimgraph.text.media import NOUNS as MEDIA_NOUNS
from claimgraph.text.states import senses
from claimgraph.text.titles import HONORIFICS, ROLE_MODIFIERS, ROLES, UNNAMED, singular

_NOMINAL = frozenset("NN NNS NNP NNPS JJ JJR JJS CD POS PRP$ HYPH FW VBN VBG DT NFP RB".split())
_INTO_BODIES = frozenset("of for at from with within to in on under inside".split())
_WHO_LEADS = frozenset(
    "heads head leads lead runs run chairs chair directs edits commands represents founded founds "
    "headed led manages oversees owns".split()
)
_LEADS = {"heads": "head", "leads": "leader", "runs": "head", "chairs": "chair", "directs": "director",
          "edits": "editor", "commands": "commander", "represents": "representative",
          "founded": "founder", "headed": "head", "led": "leader", "manages": "manager",
          "oversees": "head", "owns": "owner"}  # fmt: skip
_FORMER = frozenset("former ex retired then late ex- erstwhile onetime one-time".split())
#: Titles that need no body to be said: every state has them.
_MINISTERIAL = frozenset("minister premier chancellor president king queen ambassador".split())
_MINISTERS = frozenset(
    "minister secretary undersecretary under-secretary minister-delegate".split()
)
_OF_STATE = frozenset("state defence defense interior treasury health justice energy labor".split())
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
        heads: The words that name roles.
    """

    role: str
    body: Range | None
    words: Range
    former: bool = False
    ministerial: bool = False
    rule: str = "title.before"
    heads: tuple[int, ...] = ()


def posts(parsed: Parsed, name: Range) -> list[Post]:
    """What the words around a bare name say that its bearer is, the clearest first."""
    found = [_before(parsed, name), _appositive(parsed, name), _after(parsed, name)]
    return [post for post in found if post is not None]


def _before(parsed: Parsed, name: Range) -> Post | None:
    """The words before a name, back to where its phrase begins."""
    start = left_edge(parsed, name[0])
    if start == name[0]:
        return None
    post = described(parsed, (start, name[0]), "title.before")
    if post is None and parsed.tags[name[0] - 1] == "POS" and name[0] - 1 > start:
        return Post("", (start, name[0] - 1), (start, name[1]), rule="possessive.body")
    return post


def left_edge(parsed: Parsed, place: int) -> int:
    """Where the nominal words before a word begin."""
    first = parsed.sentence(place)[0]
    start = place
    role_seen = False
    while start > first:
        before = start - 1
        tag, low = parsed.tags[before], parsed.lower[before]
        if tag in _NOMINAL and not parsed.words[before].isspace():
            if tag == "DT":
                return before if start != place else start
            if parsed.deps[before] in ("parataxis", "root", "acl", "advcl", "ccomp"):
                break
            if tag in ("RB", "VBG") and parsed.words[before + 1 : before + 2] != ["-"]:
                break
            role_seen = role_seen or low.rstrip(".") in ROLES
        elif low in ("of", "for") and start < place and not role_seen:
            if not _role_before(parsed, before, first):
                break
        elif (
            (low == "and" and start < place and not _is_role(parsed, before - 1))
            or low != "and"
            or start == place
        ):
            break
        start = before
    return start


def _role_before(parsed: Parsed, place: int, first: int) -> bool:
    return any(_is_role(parsed, p) for p in range(max(first, place - 2), place))


def _is_role(parsed: Parsed, place: int) -> bool:
    word = parsed.lower[place].rstrip(".")
    return (
        word in ROLES
        or word in UNNAMED
        or (parsed.tags[place] in ("NNS", "NNPS") and singular(word) in ROLES)
    )


def _appositive(parsed: Parsed, name: Range) -> Post | None:
    """ "The ministry's spokesman, Igor Konashenkov": the name is an apposition."""
    comma = name[0] - 1
    while comma > 0 and parsed.lower[comma].rstrip(".") in HONORIFICS:
        comma -= 1
    if comma < 1 or parsed.words[comma] != ",":
        return None
    head = parsed.heads[parsed.head_of(name)]
    if not head < comma or not _is_role(parsed, head):
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
    place = name[1]
    size = len(parsed.words)
    if place >= size or parsed.lines[place] != parsed.lines[name[0]]:
        return None
    if parsed.words[place] == "(":
        close = next((p for p in range(place, min(place + 8, size)) if parsed.words[p] == ")"), -1)
        place = close + 1 if close > 0 else place
    if place >= size:
        return None
    comma = parsed.words[place] in (",", "–", "—", "-")
    if comma:
        place += 1
        if place + 1 < size and parsed.tags[place] == "CD" and parsed.words[place + 1] == ",":
            place += 2  # an age
    if place >= size:
        return None
    end = _right_edge(parsed, place)
    low = parsed.lower[place]
    if low in ("of", "from", "with", "at") and place + 1 < end:
        body = (place + 1, end)
        if low == "of" or comma or _names_body(parsed, body):
            return Post("", _body_within(parsed, body), (name[0], end), rule="of.body")
        return None
    if low == "who" and place + 1 < end:
        return _who_leads(parsed, name, place, end)
    if not comma:
        return None
    return described(parsed, (place, end), "apposition.after", (name[0], end))


def _right_edge(parsed: Parsed, place: int) -> int:
    """Where an apposition ends: a comma, a dash, a bracket, a verb, the sentence."""
    _, last = parsed.sentence(place)
    last = min(last, place + 24)
    start = place
    while place < last:
        word = parsed.words[place]
        if word in (",", ";", ":", ".", "(", ")", "–", "—", "“", "”", '"') or word.isspace():
            if place not in parsed.name_at:
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
            return Post(role, (verb + 1, end), (name[0], end), rule="who.heads", heads=(verb,))
    return None


def described(parsed: Parsed, words: Range, rule: str, whole: Range | None = None) -> Post | None:
    """What a description says: "the Russian defence ministry's spokesman".

    ``None`` where no word of it is a role, or a name follows the role, so that it is another
    person's.
    """
    start, end = words
    while start < end and parsed.lower[start] in DETERMINERS:
        start += 1
    heads = _role_heads(parsed, start, end)
    if not heads:
        return None
    role_at = heads[0] if rule != "title.before" else heads[-1]
    if rule == "title.before":
        # "Minister of Information", "secretary of state": the role before "of" is the one.
        role_at = next((h for h in heads if parsed.lower[h + 1 : h + 2] == ["of"]), role_at)
    following = parsed.name_at.get(role_at + 1)
    if rule == "apposition.after" and following is not None and role_at + 1 < end:
        if parsed.names[following].kind == "PERSON":
            return None
    former = any(parsed.lower[p].rstrip(".") in _FORMER for p in range(start, role_at))
    body, role_start = _body_before(parsed, start, role_at)
    role_end = role_at + 1
    after = parsed.lower[role_end] if role_end < end else ""
    if after in _INTO_BODIES and role_end + 1 < end:
        inner = (role_end + 1, end)
        portfolio = (
            parsed.lower[role_at] in _MINISTERS
            and after in ("of", "for")
            and parsed.lower[_first_noun(parsed, inner)] in _PORTFOLIOS
        )
        if portfolio:
            role_end = _portfolio_end(parsed, inner)
        elif body is None or after in ("at", "with", "from"):
            body = _body_within(parsed, inner)
        elif after in ("for", "to", "on"):
            role_end = end
    role = plain(parsed.string((role_start, role_end)))
    low = parsed.lower[role_at]
    ministerial = low in _MINISTERIAL or (
        low == "secretary" and not _OF_STATE.isdisjoint(parsed.lower[role_start:role_end])
    )
    return Post(
        role=role[0].lower() + role[1:] if role[1:2].islower() else role,
        body=body,
        words=whole or words,
        former=former,
        ministerial=ministerial,
        rule=rule,
        heads=tuple(heads),
    )


def _role_heads(parsed: Parsed, start: int, end: int) -> list[int]:
    """The words that name roles, up to the first preposition after one."""
    heads: list[int] = []
    for place in range(start, end):
        if _is_role(parsed, place) and parsed.pos[place] in ("NOUN", "PROPN", "ADJ", "X"):
            if parsed.tags[place + 1 : place + 2] == ["POS"]:
                continue  # "the president's lawyer"
            following = parsed.lower[place + 1] if place + 1 < end else ""
            if following.rstrip(".") in ROLES and parsed.lower[place] in ROLE_MODIFIERS:
                continue  # "general secretary"
            heads.append(place)
        elif heads and parsed.lower[place] in _INTO_BODIES:
            break
    return heads


def _body_before(parsed: Parsed, start: int, role_at: int) -> tuple[Range | None, int]:
    """The body named before a role, and where the role's own words begin."""
    last = -1
    for place in range(start, role_at):
        low = parsed.lower[place]
        if (
            parsed.tags[place] in ("POS", "PRP$")
            or (place in parsed.name_at and _names(parsed, place))
            or (
                parsed.tags[place][0] == "N"
                and (low in STATE_NOUNS or low in BODY_NOUNS or low in MEDIA_NOUNS)
            )
            or _is_state_word(parsed, place)
            or (parsed.pos[place] == "PROPN" and low.rstrip(".") not in ROLE_MODIFIERS | ROLES)
        ):
            last = place
    for place in range(start, last):
        if parsed.lower[place] == "based" and parsed.words[place - 1] == "-":
            start = place + 1  # "Washington-based"
        elif parsed.lower[place] == "of":
            start = place + 1  # "one of the president's aides"
    while last >= start and parsed.lower[last] in ("state", "executive", "league", "press"):
        last -= 1  # "secretary of state", "executive director": of the role
    if last < start:
        return None, start
    first = start
    while first < last and parsed.lower[first].rstrip(".") in _FORMER | {
        "retired",
        "senior",
        "top",
    }:
        first += 1
    stop = last if parsed.tags[last] == "POS" else last + 1
    if all(_is_filler(parsed.lower[p]) for p in range(first, stop)):
        return None, start
    return ((first, stop) if stop > first else None), last + 1


def _is_filler(word: str) -> bool:
    plain = word.rstrip(".")
    return plain in ROLE_MODIFIERS or plain in HONORIFICS or plain in ("and", "-", "one", "based")


def _names(parsed: Parsed, place: int) -> bool:
    """Whether the name that a word is in is one, and not a title that was taken for one."""
    name = parsed.names[parsed.name_at[place]]
    low = parsed.lower[place].rstrip(".")
    return not (name.kind == "PERSON" and (low in ROLE_MODIFIERS or low in ROLES))


def _is_state_word(parsed: Parsed, place: int) -> bool:
    word = parsed.words[place]
    if not word[0].isupper():
        return False
    table = senses()
    if parsed.lower[place].replace(".", "") in table:
        return True
    pair = " ".join(parsed.lower[place : place + 2])
    before = " ".join(parsed.lower[max(place - 1, 0) : place + 1])
    return pair in table or before in table


def _names_body(parsed: Parsed, words: Range) -> bool:
    number = parsed.name_at.get(_first_noun(parsed, words))
    return number is not None and parsed.names[number].kind != "PERSON"


def _first_noun(parsed: Parsed, words: Range) -> int:
    start, end = words
    while start < end - 1 and parsed.lower[start] in DETERMINERS:
        start += 1
    return start


def _portfolio_end(parsed: Parsed, words: Range) -> int:
    """Where "of Information", "for Foreign Affairs" ends."""
    place = _first_noun(parsed, words)
    while place < words[1] and (
        parsed.lower[place] in _PORTFOLIOS or parsed.lower[place] in ("and", "of", "the", ",")
    ):
        place += 1
    return place


def _body_within(parsed: Parsed, words: Range) -> Range:
    """The body at the beginning of what follows "of" or "at": without the place that it is in."""
    start = _first_noun(parsed, words)
    number = parsed.name_at.get(start)
    if number is not None and parsed.names[number].kind != "PERSON":
        end = parsed.names[number].words[1]
        while end < words[1] and parsed.pos[end] in ("NOUN", "PROPN", "ADJ"):
            end += 1
        return words[0], end
    for place in range(start + 1, words[1]):
        if parsed.lower[place] in ("in", "at", "near", "on", "and", "during", "since", "from"):
            return words[0], place
    return words
