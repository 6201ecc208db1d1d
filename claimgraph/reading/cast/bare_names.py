"""The names of a document as bare words: without titles, whole where the model has cut them."""

from __future__ import annotations

from collections.abc import Iterator

from claimgraph.reading.cast.figures import Written
from claimgraph.reading.cast.kinds import BODY_NOUNS
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.noun_phrases import plain
from claimgraph.reading.parsed import Name, Parsed
from claimgraph.text import groups, media
from claimgraph.text.given_names import gender_of
from claimgraph.text.names import is_acronym, key_of, spells
from claimgraph.text.states import senses, state_sense
from claimgraph.text.titles import (
    HONORIFICS,
    KINDRED,
    OCCUPATIONS,
    OFFICES,
    PEOPLES,
    ROLE_MODIFIERS,
    ROLES,
)

#: Titles that stay with a name of one word: "Pope Francis", "King Salman".
CROWNS = frozenset(
    "king queen pope prince princess sheikh emir sultan ayatollah patriarch imam mullah".split()
)
#: What makes a name longer and no other body's.
ADDITIONS = frozenset(
    "group movement news agency newspaper magazine tv television radio channel network hospital "
    "university organisation organization party company corporation corp co inc ltd plc llc ag sa "
    "foundation institute club limited holdings international airlines airways daily press "
    "university-hospital charity union association clinic rebels militia militants".split()
)
#: Alone, these are no name: "the Ministry" is described.
TOO_GENERAL = frozenset(
    "state ministry party council government department agency group front army union university "
    "hospital committee court police commission national international united islamic federal "
    "association office bureau institute center centre board house assembly parliament senate "
    "congress administration bank company times news radio press republic people democratic new "
    "northern southern eastern western central royal general public world first human free "
    "liberation movement organisation organization forces force brigade service security".split()
)
_PRONOUNS = frozenset(
    "he she it they we i you him her his its us them their our my your who that this these those "
    "himself herself itself themselves one two three".split()
)
#: What describes a medium in small letters.
MEDIUM = media.NOUNS | frozenset("state news agency service official semi-official".split())
#: Tags of words with which no name ends.
_OPEN = frozenset(("VB", "IN", "TO", "DT"))
_SELVES = frozenset("himself herself itself themselves".split())
#: An editor's: "Ann [Orr]" is named Ann Orr.
_BRACKETS = str.maketrans("", "", "[]")
#: Words by which a name is longer than the model has it, where its acronym says so.
_LONGEST_REST = 6


def given(word: str) -> bool:
    """Whether a word is a given name that says whether a man or a woman bears it."""
    return bool(gender_of(word))


def written(parsed: Parsed, acronyms: dict[str, int], starts: dict[int, int]) -> list[Written]:
    """The marked names, without titles; those that are titles only, or no names, are left out.

    Args:
        parsed: The document.
        acronyms: Filled with the acronyms that the text defines, and the number of the name.
        starts: Filled with where names begin that an acronym shows to be longer.
    """
    _define(parsed, acronyms, starts)
    found: list[Written] = []
    for number, name in enumerate(parsed.names):
        words = _bare(parsed, name)
        if words is None:
            continue
        if number in starts:
            words = starts[number], words[1]
        words = _without_description(parsed, words)
        text = plain(parsed.string(words)).translate(_BRACKETS)
        if _can_be_a_name(parsed, words, text):
            found.append(Written(number, words, text))
    return found


def _without_description(parsed: Parsed, words: Range) -> Range:
    """As "TASS" of "TASS state news agency": what a medium is, in small letters, is no name."""
    start, end = words
    while end - 1 > start and parsed.words[end - 1] in MEDIUM:
        end -= 1
    return words if parsed.lower[start] in MEDIUM else (start, end)


def people_among(parsed: Parsed, names: list[Written]) -> set[str]:
    """The names, as keys, that are persons': so called by the model as a rule, or with a given
    name before them, and not ending as bodies do.
    """
    votes: dict[str, int] = {}
    for name in names:
        key = key_of(name.text)
        first, *rest = key.split() or [""]
        if rest and (_ends_as_a_body(key, rest[-1]) or _ends_in_acronym(name.text)):
            votes[key] = -len(parsed.names)
        elif _is_a_persons(parsed, name, first, rest):
            votes[key] = len(parsed.names)
        else:
            person = parsed.names[name.number].kind == "PERSON"
            votes[key] = votes.get(key, 0) + (1 if person else -1)
    return {key for key, count in votes.items() if count > 0}


def unmarked_people(parsed: Parsed, taken: set[int]) -> Iterator[Written]:
    """Names of people that the model has not marked: with a given name, or after a title.

    Args:
        parsed: The document.
        taken: Words of names that are known already.
    """
    end = 0
    for place, dep in enumerate(parsed.deps):
        if dep != "flat" or place < end:
            continue
        start = parsed.heads[place]
        if not end <= start < place or start in parsed.name_at or start in taken:
            continue
        if not (given(parsed.words[start]) or (start and is_title(parsed.lower[start - 1]))):
            continue
        end = place + 1
        while end < len(parsed.words) and parsed.deps[end] == "flat" and parsed.heads[end] == start:
            end += 1
        inside = range(start, end)
        if all(p not in parsed.name_at and parsed.words[p][0].isupper() for p in inside):
            yield Written(-1 - start, (start, end), plain(parsed.string((start, end))))


def is_title(word: str) -> bool:
    """Whether a word in small letters is a title or says what somebody is: "mr.", "minister"."""
    bare = word.rstrip(".")
    return bare in HONORIFICS or bare in ROLES


def _is_a_persons(parsed: Parsed, name: Written, first: str, rest: list[str]) -> bool:
    """Whether a given name begins a name, or a title stands before it: "President Obama"."""
    if rest:
        return len(rest) < 3 and given(first) and rest[-1] not in TOO_GENERAL
    start = name.words[0]
    before = parsed.words[start - 1] if start else ""
    return before[:1].isupper() and is_title(before.lower()) and name.text[0].isupper()


def _ends_in_acronym(text: str) -> bool:
    last = text.split()[-1].replace("-", "")
    return len(last) > 2 and last.isupper() and not text.isupper()


def _ends_as_a_body(key: str, last: str) -> bool:
    if last in ADDITIONS or last in BODY_NOUNS:
        return True
    return media.is_medium(key) or groups.is_armed_group(key)


def _can_be_a_name(parsed: Parsed, words: Range, text: str) -> bool:
    """Not an adverb, a pronoun, a letter, an office, or the members of a party."""
    if not any(sign.isupper() for sign in text):
        return False
    last = parsed.lower[words[1] - 1]
    if words[1] - words[0] > 1:
        return last not in KINDRED  # "some Democrats"
    place = words[0]
    low = parsed.lower[place]
    if len(low) < 2 or low in _PRONOUNS or parsed.pos[place] in ("ADV", "VERB", "AUX"):
        return False
    if low in PEOPLES or low in KINDRED:
        return False
    # "Baker" is a name where another name ends in it, or a courtesy title stands before it.
    titled = place > 0 and parsed.lower[place - 1].rstrip(".") in HONORIFICS
    return titled or (low not in OFFICES and low not in OCCUPATIONS) or _ends_a_name(parsed, low)


def _ends_a_name(parsed: Parsed, low: str) -> bool:
    return any(
        name.kind == "PERSON" and end - start > 1 and parsed.lower[end - 1] == low
        for name in parsed.names
        for start, end in (name.words,)
    )


def _bare(parsed: Parsed, name: Name) -> Range | None:
    """The words of a name without titles and what stands in brackets after it; ``None`` where the
    words are a title and no name.
    """
    start, end = name.words
    longer = parsed.lower[start : start + 2]
    if end - start == 1 and len(longer) == 2 and " ".join(longer) in senses():
        return start, end + 1  # "South" Korean
    inserted = name.kind == "PERSON" and "]" in parsed.words[start:end]  # "Ann [Orr]"
    cuts = "(" if inserted else "(["
    for place in range(start, end):
        if parsed.words[place] in cuts or "\n" in parsed.words[place]:
            end = place
            break
    end = _past_hyphens(parsed, end)
    if name.kind == "ORG":
        start, end = _whole_body(parsed, start, end)
    elif name.kind == "PERSON":
        if start and parsed.lower[start - 1] in CROWNS and parsed.words[start - 1].istitle():
            start -= 1  # "King" and "Salman", marked apart
        if parsed.lower[end - 1] in _SELVES:
            end -= 1
        while _goes_on(parsed, start, end):
            end += 1
    while end > start and not parsed.words[end - 1][-1:].isalnum() and parsed.words[end - 1] != ".":
        end -= 1
    if end > start and parsed.lower[end - 1] in ("'s", "’s"):
        end -= 1
    while start < end and (
        not parsed.words[start][:1].isalnum() or parsed.lower[start] in ("the", "a", "an")
    ):
        start += 1
    if start >= end:
        return None
    if name.kind == "PERSON" or _is_titled_person(parsed, start, end):
        return _without_titles(parsed, start, end)
    return start, end


def _is_titled_person(parsed: Parsed, start: int, end: int) -> bool:
    """Whether what is marked as a body is a person with a title: "President Obama"."""
    titles = [place for place in range(start, end) if is_title(parsed.lower[place])]
    if not titles or titles[-1] == end - 1 or end - titles[-1] > 4:
        return False
    rest = range(titles[-1] + 1, end)
    last = parsed.lower[end - 1]
    if (
        last in ADDITIONS
        or last in BODY_NOUNS
        or not all(parsed.words[p][0].isupper() for p in rest)
    ):
        return False
    return (len(rest) > 1 and given(parsed.words[rest[0]])) or _ends_a_name(parsed, last)


def _past_hyphens(parsed: Parsed, end: int) -> int:
    """Where a name ends that was cut at a hyphen: "Park Min"-seo."""
    while (
        end + 1 < len(parsed.words)
        and parsed.words[end] in ("-", "‑")
        and parsed.starts[end] == parsed.ends[end - 1]
        and parsed.starts[end + 1] == parsed.ends[end]
        and parsed.pos[end + 1] == "PROPN"
        and end + 1 not in parsed.name_at
    ):
        end += 2
    return end


def _goes_on(parsed: Parsed, start: int, end: int) -> bool:
    """Whether the next word is the rest of a name that the model cut: "Hillary" Clinton."""
    return (
        end < len(parsed.words)
        and parsed.deps[end] == "flat"
        and start <= parsed.heads[end] < end
        and end not in parsed.name_at
        and parsed.words[end][0].isupper()
    )


def _whole_body(parsed: Parsed, start: int, end: int) -> Range:
    """The words of a body's name, without small words before it, and with what was cut off."""
    while (
        start < end - 1 and parsed.words[start].islower() and parsed.words[start + 1][0].isupper()
    ):
        start += 1
    if end - start == 1 and parsed.lower[start] in TOO_GENERAL:
        end = _past_of(parsed, end)
    return start, _past_the_cut(parsed, start, end)


def _past_of(parsed: Parsed, end: int) -> int:
    """Where a name ends that was cut before "of" or "on": the Commission on Human Rights."""
    place = end
    while place + 1 < len(parsed.words):
        following = parsed.words[place + 1]
        if parsed.words[place][0].isupper() and place > end:
            place += 1
        elif parsed.lower[place] in ("of", "on", "for") and following[0].isupper():
            place += 2
        else:
            break
    return place


def _past_the_cut(parsed: Parsed, start: int, end: int) -> int:
    """Where a name ends that was cut: "Committee to Protect" Journalists, "Rail" and Fuel."""
    size = len(parsed.words)
    while end < size and end not in parsed.name_at and parsed.words[end][0].isupper():
        if parsed.pos[end] not in ("PROPN", "NOUN"):
            return end
        within = start <= parsed.heads[end] < end
        open_end = parsed.tags[end - 1] in _OPEN or parsed.lower[end - 2] == "to"
        if not within and not open_end:
            return end
        end += 1
    following = end + 1
    if (
        following < size
        and parsed.lower[end] in ("and", "&")
        and following not in parsed.name_at
        and parsed.words[following][0].isupper()
        and parsed.tags[following] in ("NNP", "NNPS")
        and parsed.deps[following] == "conj"
        and start <= parsed.heads[following] < end
    ):
        return end + 2
    return end


def _without_titles(parsed: Parsed, start: int, end: int) -> Range | None:
    titles = [place for place in range(start, end) if is_title(parsed.lower[place])]
    if not titles or end - start == 1:
        return start, end
    last = titles[-1]
    # "Charlotte Mayor Jennifer Roberts" is no Charlotte; "Martin Luther King Jr." is a Martin.
    begins = given(parsed.words[start]) and not is_title(parsed.lower[start])
    if begins and not given(parsed.words[min(last + 1, end - 1)]):
        return start, end
    if last == end - 1:
        # All of it is a title, unless the surname is one: "King", "Judge".
        first = parsed.lower[start].rstrip(".")
        titled = is_title(first) or first in ROLE_MODIFIERS
        titled = titled or state_sense(parsed.words[start]) is not None
        titled = titled or any(word.islower() for word in parsed.words[start:end])
        return None if titled else (start, end)
    first_of_name = last + 1
    if parsed.lower[first_of_name] in ("of", "for"):
        flat = [
            place
            for place in range(first_of_name, end)
            if any(parsed.deps[child] == "flat" for child in parsed.children[place])
        ]
        if not flat:
            return None if end - first_of_name <= 2 else (end - 2, end)
        first_of_name = flat[0]
    if end - first_of_name == 1 and parsed.lower[last] in CROWNS:
        return last, end
    return first_of_name, end


def _define(parsed: Parsed, acronyms: dict[str, int], starts: dict[int, int]) -> None:
    """Find acronyms in brackets after a name: "the State Emergency Service (SES)"."""
    words = parsed.words
    for place in (n for n, word in enumerate(words) if word == "("):
        number = parsed.name_at.get(place - 1)
        if number is None or place + 2 >= len(words) or words[place + 2] not in (")", ",", ";"):
            continue
        short = words[place + 1]
        if not is_acronym(short):
            continue
        start = parsed.names[number].words[0]
        if not spells(short, parsed.string((start, place))):
            longer = _spelling_start(parsed, short, start, place)
            if longer is not None:
                starts[number] = longer
            elif start == place - 1:
                continue
        acronyms.setdefault(key_of(short), number)


def _spelling_start(parsed: Parsed, short: str, start: int, end: int) -> int | None:
    """Where a name begins that an acronym spells, before the words that the model marked."""
    for first in range(start - 1, max(start - _LONGEST_REST, -1), -1):
        if parsed.words[first][:1].isupper() and spells(short, parsed.string((first, end))):
            return first
    return None
