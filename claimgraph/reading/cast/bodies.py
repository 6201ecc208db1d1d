"""Bodies of a state that texts name in many ways: its government, its ministries, its forces.

"Russia's Ministry of Defence", "the Russian defence ministry" and, in an article about Russia,
"the defence ministry" are one body, and belong to the state.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from claimgraph.reading.cast.figures import Figure
from claimgraph.reading.cast.roster import Roster
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.noun_phrases import DETERMINERS, has_definite_article, plain, trimmed
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.phrases import noun_phrase
from claimgraph.text.states import Sense, adjectives, senses, state_sense
from claimgraph.vocabulary import SourceKind

#: Bodies that every state has, by the noun at their head, and what kind they are.
STATE_BODIES = {
    **dict.fromkeys("ministry department secretariat".split(), SourceKind.ORGANISATION),
    **dict.fromkeys("parliament senate congress judiciary".split(), SourceKind.ORGANISATION),
    **dict.fromkeys("embassy consulate treasury".split(), SourceKind.ORGANISATION),
    **dict.fromkeys(
        "government regime administration authorities army military navy presidency cabinet junta "
        "troops forces airforce coastguard gendarmerie monarchy".split(),
        SourceKind.STATE,
    ),
}
#: Without a state, these are the ones of the article's own: "the army", "the government".
OWN = frozenset("ministry government regime army military navy presidency cabinet junta".split())
_SAME = {"regime": "government", "cabinet": "government"}
#: Words in the name of a body that tell no two apart, and spellings of those that do.
_SPELLINGS = {
    "defense": "defence", "labor": "labour", "affairs": "", "of": "", "the": "", "and": "",
    "for": "", "'s": "", "’s": "", "central": "", "federal": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class StateBody:
    """A body of a state, as one phrase names it.

    Attributes:
        noun: The noun at its head: "ministry".
        state: The state that the phrase names; "" where it names none.
        field: What it is for, in plain words: "defence"; "" for a government.
        rest: The phrase without the state and articles: "defence ministry".
        kind: What it is.
    """

    noun: str
    state: str
    field: str
    rest: str
    kind: SourceKind

    @property
    def key(self) -> str:
        """What all phrases for one body of one state share."""
        return f"{_SAME.get(self.noun, self.noun)}:{self.field}"

    def name(self, state: str) -> str:
        """As a body of that state: "Russian defence ministry"."""
        adjective = adjectives().get(state, state)
        return plain(f"{adjective} {self.rest}") if state else self.rest


def state_body(parsed: Parsed, words: Range, head: int) -> StateBody | None:
    """The body of a state that a phrase names; ``None`` where it names something else.

    A phrase that names another body too is none of these: "the Omsk city government".
    """
    noun = parsed.lower[head]
    if noun not in STATE_BODIES:
        return None
    state, used = "", set[int]()
    field: list[str] = []
    rest: list[str] = []
    place = words[0]
    while place < words[1]:
        sense, length = sense_at(parsed, place)
        low = parsed.lower[place]
        if sense is not None and not state and sense.way != "house":
            state = sense.state
            used.update(range(place, place + length))
            place += length
            continue
        if (
            low in DETERMINERS
            or parsed.tags[place] == "POS"
            or (low in ("in", "of") and _last(parsed, place, words))
        ):
            place += 1
            continue
        if sense is not None or (place in parsed.name_at and _foreign(parsed, place)):
            return None
        rest.append(parsed.words[place])
        if place != head and low not in ("ministry", "department"):
            field.append(_SPELLINGS.get(low, low))
        place += 1
    if not rest:
        return None
    text = " ".join(rest).replace(" - ", "-").replace(" ’s", "’s").replace(" 's", "'s")
    return StateBody(noun, state, " ".join(sorted(filter(None, field))), text, STATE_BODIES[noun])


#: How much more a state that acts counts than one that is only spoken of.
_ACTING = 3
#: Offices that only some states have, and that need no state in the papers of theirs.
_HEADS_OF_STATE = frozenset(("president", "vice-president", "secretary"))
_OF_PARTIES = frozenset(("republican", "democratic"))
#: Two kinds of these words are of the politics of the United States.
_SIGNS = {
    "Democrat": "democrats", "Democrats": "democrats", "Republican": "republicans",
    "Republicans": "republicans", "GOP": "republicans", "Rep.": "titles", "Sen.": "titles",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A body of a state, with whom it is and why.

    Attributes:
        figure: The body.
        state: The state that it belongs to.
        rule: How the state is known.
        score: How sure.
    """

    figure: Figure
    state: str
    rule: str
    score: float


class StateBodies:
    """The bodies of states in one document, each once."""

    def __init__(self, parsed: Parsed, roster: Roster) -> None:
        self._parsed = parsed
        self._roster = roster
        self._home: str | None = None
        self._figures: dict[tuple[str, str], Figure] = {}
        self._states: dict[str, dict[str, None]] = {}
        self._at: dict[int, Found] = {}
        self.states: dict[int, str] = {}
        self._gather()

    def at(self, head: int) -> Found | None:
        """The body whose noun a word is."""
        return self._at.get(head)

    def home(self) -> str:
        """The state that the article speaks of most, where one stands out; else "".

        A state that acts ("Russia struck", "hit by Russian planes") counts for more than one that
        is only the scene ("a town in Syria"): a ministry speaks of what its state does.
        """
        if self._home is None:
            weighed: Counter[str] = Counter()
            for place, state in state_words(self._parsed):
                weighed[state] += _ACTING if _acts(self._parsed, place) else 1
            counted = weighed.most_common(2)
            clear = counted and (len(counted) == 1 or counted[0][1] > counted[1][1])
            self._home = counted[0][0] if clear else ""
        return self._home

    def seat(self, role: str) -> str:
        """The state of an office whose state is not said: "the president"; else "".

        A president whose state needs no saying is the one of the house that the text names ("the
        White House"), or of the parties that it tells of. Parts of a federation have secretaries
        of state and governors of a party.
        """
        words = role.lower().split()
        if not _OF_PARTIES.isdisjoint(words) and "secretary" in words:
            return ""
        if not _HEADS_OF_STATE.isdisjoint(words):
            houses = {
                sense.state
                for place, _ in state_words(self._parsed)
                if (sense := sense_at(self._parsed, place)[0]) is not None and sense.way == "house"
            }
            if len(houses) == 1:
                return houses.pop()
            kinds = {_SIGNS[word] for word in self._parsed.words if word in _SIGNS}
            if not houses and len(kinds) > 1:
                return "United States"
        return self.home()

    def _gather(self) -> None:
        parsed = self._parsed
        heads = [w for w, low in enumerate(parsed.lower) if low in STATE_BODIES]
        found: list[tuple[int, Range, StateBody]] = []
        for head in heads:
            if parsed.pos[head] not in ("NOUN", "PROPN"):
                continue
            words = noun_phrase(parsed, head)
            number = parsed.name_at.get(head)
            if number is not None:
                own = parsed.names[number].words
                words = min(words[0], own[0]), max(words[1], own[1])
            words = _with_state_before(parsed, words)
            body = state_body(parsed, words, head)
            if body is not None:
                found.append((head, words, body))
                if body.state:
                    self._states.setdefault(body.key, {})[body.state] = None
        for head, words, body in found:
            self._note(head, words, body)

    def _note(self, head: int, words: Range, body: StateBody) -> None:
        state, rule, score = self._state(words, body)
        if not state:
            return
        key = body.key, state
        figure = self._figures.get(key)
        link = self._roster.at(head)
        if figure is None:
            figure = link.figure if link else self._roster.body(body.name(state), body.kind)
            self._figures[key] = figure
            figure.party.kind = body.kind
            self.states[id(figure.party)] = state
            if link is not None and not self._says_state(link.words):
                figure.party.also(figure.party.name)
                figure.party.name = body.name(state)
        elif link is not None and link.figure is not figure:
            self._roster.move(link, figure)
        figure.party.also(plain(self._parsed.string(trimmed(self._parsed, words))))
        self._at[head] = Found(figure, state, rule, score)

    def _says_state(self, words: Range) -> bool:
        return any(sense_at(self._parsed, place)[0] is not None for place in range(*words))

    def _state(self, words: Range, body: StateBody) -> tuple[str, str, float]:
        if body.state:
            return body.state, "body.of_state", 0.95
        if body.noun not in OWN:
            return "", "", 0.0
        definite = has_definite_article(self._parsed, words)
        if not definite and body.noun != "ministry":
            return "", "", 0.0
        known = list(self._states.get(body.key, ()))
        if not body.field and body.noun == "ministry":
            return "", "", 0.0  # which ministry it is, an earlier one tells
        if len(known) == 1:
            return known[0], "body.said_before", 0.85
        return ("", "", 0.0) if known else (self.home(), "body.home_state", 0.6)


def _with_state_before(parsed: Parsed, words: Range) -> Range:
    """With the state right before it, which the tree may hang on another word: "*Peru's* foreign
    ministry spokesman".
    """
    start = words[0]
    last = start - 1 if start and parsed.tags[start - 1] == "POS" else start
    for length in (3, 2, 1):
        if last >= length and sense_at(parsed, last - length)[1] == length:
            return last - length, words[1]
    return words


def _last(parsed: Parsed, place: int, words: Range) -> bool:
    """Whether only a state follows: "of Russia"."""
    following = place + 1
    while following < words[1] and parsed.lower[following] in DETERMINERS:
        following += 1
    if following >= words[1]:
        return True
    sense, length = sense_at(parsed, following)
    return sense is not None and following + length >= words[1]


def _foreign(parsed: Parsed, place: int) -> bool:
    """Whether a word is of a name that is not the ministry's own."""
    name = parsed.names[parsed.name_at[place]]
    if any(sense_at(parsed, word)[0] is not None for word in range(*name.words)):
        return False
    low = parsed.lower[name.words[0] : name.words[1]]
    return not any(word in STATE_BODIES or word in _SPELLINGS for word in low) and (
        name.kind != "LOC" or state_sense(parsed.string(name.words)) is None
    )


def _acts(parsed: Parsed, place: int) -> bool:
    """Whether a state's word is the one who acts, or says of what state the one is.

    A word inside another name does not: the Syrian Observatory is no part of the state.
    """
    number = parsed.name_at.get(place)
    if number is not None:
        start, end = parsed.names[number].words
        if end - start > 1 and parsed.names[number].kind != "LOC":
            return False
    for _ in range(3):
        if parsed.deps[place] in ("nsubj", "obl:agent"):
            return True
        if parsed.deps[place] not in ("amod", "compound", "flat", "conj"):
            return False
        place = parsed.heads[place]
    return False


def sense_at(parsed: Parsed, place: int) -> tuple[Sense | None, int]:
    """The state that a phrase beginning at a word stands for, and how many words it has."""
    if not parsed.words[place][0].isupper():
        return None, 0
    table = senses()
    low = parsed.lower
    for length in (3, 2):
        found = table.get(" ".join(low[place : place + length]).replace(".", ""))
        if found is not None:
            return found, length
    found = table.get(low[place].replace(".", ""))
    return found, int(found is not None)


def state_words(parsed: Parsed) -> list[tuple[int, str]]:
    """Every place where the text says a state, however it does, and which."""
    table = senses()
    found: list[tuple[int, str]] = []
    past = 0
    following = [*parsed.lower[1:], ""]
    for place, (word, low) in enumerate(zip(parsed.words, parsed.lower, strict=True)):
        if place < past or not word[0].isupper():
            continue
        sense = table.get(f"{low} {following[place]}")
        past = place + 2
        if sense is None:
            sense = table.get(low if "." not in low else low.replace(".", ""))
            past = place + 1
        if sense is not None:
            found.append((place, sense.state))
    return found
