"""What the numbers of a clause count: what unit, what of them, of which group they are a part.

"killed at least 47 US-backed fighters" counts US-backed fighters, of them those who were killed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from claimgraph.model import Quantity, Span
from claimgraph.reading.claims.clauses import dependents
from claimgraph.reading.claims.said_of import (
    DEVERBAL,
    HOLLOW,
    SAYING,
    STATES,
    clipped,
    is_partitive,
    said_of,
    thing_of,
)
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.phrases import noun_phrase
from claimgraph.text.conjugation import participle
from claimgraph.text.found import FoundQuantity

#: What only people are said to be.
_OF_PEOPLE = STATES | {"died", "murdered", "arrested", "rescued"}
_CROWDS = frozenset("attendance audience crowd turnout".split())
#: Units of time and length: what they measure is not said by the verb they stand beside.
_LENGTHS = frozenset(
    """
    seconds minutes hours days nights weeks months years decades centuries km kilometres kilometers
    miles metres meters feet inches yards hectares acres
    """.split()
)
_MONEY = frozenset(
    "dollar dollars euro euros pound pounds ruble rubles rouble roubles yen yuan rupees $".split()
)
_DEFINITE = frozenset("the these those its their his her our".split())
#: How far back, in words, the number may stand that another is a part of.
_NEAR = 30
_LONGEST_GROUP = 10


class Measures:
    """The quantities of one document, and what each is said of."""

    def __init__(self, parsed: Parsed, numbers: Sequence[FoundQuantity]) -> None:
        self._parsed = parsed
        self._numbers = numbers
        self._places = [bisect_right(parsed.starts, number.start) - 1 for number in numbers]
        self._made: dict[int, Quantity] = {}

    def between(self, first: int, last: int) -> range:
        """Which of the document's numbers begin between two words."""
        return range(bisect_left(self._places, first), bisect_right(self._places, last))

    def place(self, number: int) -> int:
        """The first word of a number."""
        return self._places[number]

    def found(self, number: int) -> FoundQuantity:
        """A number as the text has it."""
        return self._numbers[number]

    def of(self, number: int) -> Quantity:
        """The record of a number; those that were asked for before are kept."""
        if number not in self._made:
            self._made[number] = self._quantity(number)
        return self._made[number]

    def _quantity(self, number: int) -> Quantity:
        found = self._numbers[number]
        counted = self._counted(number)
        unit, population = self._unit(found), ""
        *before, last = unit.split(" ")
        if last in _LENGTHS or last in _MONEY:
            of = self._measured(counted)
        elif last.rstrip("s") in DEVERBAL:  # "sixteen journalist deaths"
            of, unit = DEVERBAL[last.rstrip("s")], self._victims(counted, before)
        else:
            of = (
                self._said_right_after(number)
                or said_of(self._parsed, counted)
                or self._said_nearby(number)
            )
            population = self._group(number, counted)
        if not unit:
            people = of in _OF_PEOPLE or self._is_crowd(counted)
            unit = "people" if people else self._unit_before(number)
        return Quantity(
            text=found.text,
            low=found.low,
            best=found.best,
            high=found.high,
            comparator=found.comparator,
            unit=unit,
            of=of,
            population="" if population == unit else population,
            span=Span(start=found.start, end=found.end, text=found.text),
        )

    def _last_word(self, number: int, end: int) -> int:
        return max(bisect_left(self._parsed.starts, end) - 1, self._places[number])

    def _counted(self, number: int) -> int:
        """The head word of what is counted; the number itself where nothing is named."""
        parsed, found, place = self._parsed, self._numbers[number], self._places[number]
        if found.noun is not None:
            return self._last_word(number, found.noun[1])
        last = self._last_word(number, found.end)
        for word in range(last, place - 1, -1):
            if not place <= parsed.heads[word] <= last or parsed.heads[word] == word:
                return last if parsed.pos[word] == "VERB" else word
        return last

    def _unit(self, found: FoundQuantity) -> str:
        """The unit with what tells its kind: "US-backed fighters", "security forces"."""
        if found.noun is None or not found.unit:
            return found.unit
        parsed = self._parsed
        named = parsed.text[found.noun[0] : found.noun[1]]
        if not named.endswith(found.unit) or named.count(" ") not in (1, 2):
            return found.unit
        first = bisect_left(parsed.starts, found.noun[0])
        last = bisect_left(parsed.starts, found.noun[1]) - 1
        kinds = all(
            "-" in parsed.words[max(word - 1, first) : word + 2]
            or parsed.words[word][:1].isupper()
            or parsed.pos[word] in ("NOUN", "PROPN")
            for word in range(first, last)
        )
        return " ".join(named.split()) if kinds else found.unit

    def _unit_before(self, number: int) -> str:
        """The unit of the same number earlier on: "36 people …; the 36"."""
        best = self._numbers[number].best
        if best is None or best < 3:
            return ""
        for earlier in self._numbers[max(number - 12, 0) : number][::-1]:
            if earlier.best == best and earlier.unit:
                return earlier.unit
        return ""

    def _is_crowd(self, word: int) -> bool:
        """Whether a crowd is measured: "put the crowd at 5,000"."""
        parsed = self._parsed
        return any(
            parsed.deps[child] in ("obj", "nsubj") and parsed.lower[child] in _CROWDS
            for child in parsed.children[parsed.heads[word]]
        )

    def _victims(self, deaths: int, before: Sequence[str]) -> str:
        """Who is counted by their deaths."""
        if before:
            name = " ".join(before)
            return name if name.endswith("s") else f"{name}s"
        parsed = self._parsed
        for child in parsed.children[deaths]:
            of = any(parsed.lower[each] == "of" for each in parsed.children[child])
            if of and parsed.deps[child] == "nmod" and child > deaths:
                return parsed.lower[child]
        return "people"

    def _said_right_after(self, number: int) -> str:
        """The state that a number without a noun stands before: "400 wounded"."""
        parsed, found = self._parsed, self._numbers[number]
        after = self._last_word(number, found.end) + 1
        if found.noun is not None or after >= len(parsed.words):
            return ""
        if parsed.lower[after] in STATES and parsed.tags[after] != "VBD":
            return parsed.lower[after]
        following = parsed.lower[after : after + 2]
        if following in (["and", "injured"], ["and", "wounded"]) and self._is_followed(number):
            return "killed"  # "at least 44 and injured 140 others": the others are not the dead
        return ""

    def _is_followed(self, number: int) -> bool:
        """Whether the next number counts "others", two words behind this one."""
        following = number + 1
        if following >= len(self._numbers):
            return False
        last = self._last_word(number, self._numbers[number].end)
        others = self._numbers[following].text.lower().endswith(("others", "more"))
        return others and self._places[following] == last + 3

    def _said_nearby(self, number: int) -> str:
        """What the words around say, where the tree says nothing: "twelve *dead*"."""
        parsed, place = self._parsed, self._places[number]
        last = self._last_word(number, self._numbers[number].end)
        for word in range(last + 1, min(last + 4, len(parsed.words))):
            if parsed.lower[word] in STATES:
                return parsed.lower[word]
            if parsed.deps[word] == "punct":
                break
        if place and parsed.pos[place - 1] == "VERB":
            lemma = parsed.lemmas[place - 1].lower()
            if lemma not in HOLLOW and lemma not in SAYING:
                return participle(lemma)
        following = number + 1
        if following < len(self._numbers):  # "150 soldiers, 95 civilians … killed"
            between = range(last + 1, self._places[following])
            if 0 < len(between) < 4 and all(parsed.deps[w] in ("punct", "cc") for w in between):
                return said_of(parsed, self._counted(following)) or self._said_nearby(following)
        return ""

    def _measured(self, word: int) -> str:
        """Of money, time and lengths: what is as long or costs as much; "from the gate"."""
        parsed = self._parsed
        for _ in range(3):
            dep, head = parsed.deps[word], parsed.heads[word]
            if dep in ("compound", "nummod", "amod", "nmod:unmarked") and head > word:
                noun, case = parsed.lower[head], parsed.child(head, "case")
                if case is not None and word < case < head and parsed.lower[case] == "from":
                    return clipped(parsed.string((case, noun_phrase(parsed, head)[1])))
                if parsed.pos[head] == "NOUN" and noun not in _LENGTHS and noun not in _MONEY:
                    return noun
            elif dep not in ("conj", "flat", "dep"):
                break
            word = head
        for child in parsed.children[word]:
            if parsed.deps[child] == "nmod" and child > word:
                start, end = parsed.subtree(child)
                if parsed.lower[start] in ("from", "of"):
                    return clipped(parsed.string((start, end)))
        head = parsed.heads[word]
        if parsed.deps[word] == "nmod" and head < word and parsed.pos[head] == "NOUN":
            of = any(parsed.lower[each] == "of" for each in parsed.children[word])
            if of and not is_partitive(parsed, head):
                return parsed.lower[head]  # "a hole of $10 trillion"
        return thing_of(parsed, dependents(parsed, word))

    def _group(self, number: int, counted: int) -> str:
        """The group that a number is a part of: "28 of *the injured*"."""
        parsed, found, place = self._parsed, self._numbers[number], self._places[number]
        last = self._last_word(number, found.end)
        if parsed.lower[place - 1 : place] == ["including"]:
            return self._before(number)
        for word in dict.fromkeys((counted, place, last)):
            for child in parsed.children[word]:
                if parsed.deps[child] == "nmod" and child > word and self._is_group(found, child):
                    words = noun_phrase(parsed, child)
                    return clipped(parsed.string(words), _LONGEST_GROUP)
        if found.unit == "share" and found.noun is not None:
            return clipped(parsed.text[found.noun[0] : found.noun[1]], _LONGEST_GROUP)
        if found.unit in ("share", "") or parsed.lower[last] in ("them", "those"):
            return self._before(number)
        return ""

    def _is_group(self, found: FoundQuantity, noun: int) -> bool:
        """Whether a noun behind "of" names a group, and not what is counted."""
        parsed = self._parsed
        children = parsed.children[noun]
        cases = [parsed.lower[each] for each in children if parsed.deps[each] == "case"]
        if cases[:1] != ["of"]:
            return False
        return (
            found.unit == "share"
            or parsed.pos[noun] == "PROPN"
            or any(
                parsed.deps[each] == "nmod:poss"
                or (parsed.deps[each] == "det" and parsed.lower[each] in _DEFINITE)
                for each in children
            )
        )

    def _before(self, number: int) -> str:
        """The number just before, in its sentence: "around 100 people …, more than half"."""
        if not number:
            return ""
        parsed, place, earlier = self._parsed, self._places[number], self._numbers[number - 1]
        other = earlier.unit.split(" ")[-1]
        if other in ("share", "percent") or other in _MONEY or other in _LENGTHS:
            return ""
        if self._places[number - 1] < max(parsed.sentence(place)[0], place - _NEAR):
            return ""
        of = said_of(parsed, self._counted(number - 1))
        text = earlier.text[0].lower() + earlier.text[1:]
        return f"the {text} {of}".rstrip()
