"""The world's states: their names, adjectives, peoples, capitals, and what stands for them.

All of it is general knowledge, in ``states.txt`` beside this file.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from claimgraph.ids import name_key
from claimgraph.text.names import key_of

Way = Literal["name", "adjective", "people", "capital", "metonym", "house"]

_FILE = Path(__file__).with_name("states.txt")


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word or phrase says about a state.

    Attributes:
        state: The state's name: "Russia".
        way: How the phrase stands for it: "Russia", "Russian", "Russians", "Moscow", "Kremlin";
            a house of its government speaks for it under its own name.
        name: The name of the house, "White House"; else that of the state.
    """

    state: str
    way: Way
    name: str


@dataclass(frozen=True, slots=True)
class State:
    """One line of the table."""

    name: str
    others: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    metonyms: tuple[str, ...]
    houses: tuple[str, ...]


@cache
def states() -> tuple[State, ...]:
    """All of them, in the order of the file."""
    found: list[State] = []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, *columns = (column.strip() for column in line.split("|"))
            lists = (tuple(filter(None, map(str.strip, c.split(";")))) for c in columns)
            found.append(State(name, *lists))
    return tuple(found)


@cache
def senses() -> MappingProxyType[str, Sense]:
    """Every phrase that says a state, by its key (see ``claimgraph.ids.name_key``).

    A phrase with two readings keeps the first of: name, house, metonym, capital, adjective,
    people. "American" is an adjective before it is a person.
    """
    table: dict[str, Sense] = {}

    def note(phrase: str, sense: Sense) -> None:
        table.setdefault(name_key(phrase), sense)

    for state in states():
        for phrase in (state.name, *state.others):
            note(phrase, Sense(state.name, "name", state.name))
    for state in states():
        for house in state.houses:
            own, *others = house.split("=")
            for phrase in (own, *others):
                note(phrase, Sense(state.name, "house", own))
    ways: tuple[tuple[Way, str], ...] = (
        ("metonym", "metonyms"),
        ("capital", "capitals"),
        ("adjective", "adjectives"),
        ("people", "people"),
    )
    for way, column in ways:
        for state in states():
            for phrase in getattr(state, column):
                note(phrase, Sense(state.name, way, state.name))
    return MappingProxyType(table)


def state_sense(phrase: str) -> Sense | None:
    """How a phrase stands for a state; ``None`` where it does not.

    Small letters are no state: "us" is a pronoun, "turkey" a bird.

    >>> state_sense("the Kremlin")
    Sense(state='Russia', way='metonym', name='Russia')
    >>> state_sense("U.S.").state, state_sense("British").way, state_sense("Damascus").way
    ('United States', 'adjective', 'capital')
    >>> state_sense("turkey") is None
    True
    """
    if not any(sign.isupper() for sign in phrase):
        return None
    return senses().get(key_of(phrase))


@cache
def adjectives() -> MappingProxyType[str, str]:
    """The adjective of each state that has one, as a body of it is called: "Russian"."""
    return MappingProxyType({s.name: s.adjectives[0] for s in states() if s.adjectives})
