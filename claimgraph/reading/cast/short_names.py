"""What bodies are called for short: acronyms, last words, names without a state before them."""

from __future__ import annotations

from claimgraph.reading.cast.bare_names import ADDITIONS, TOO_GENERAL
from claimgraph.reading.cast.figures import Figure
from claimgraph.reading.cast.kinds import BODY_NOUNS
from claimgraph.text.names import initials, key_of
from claimgraph.text.states import state_sense
from claimgraph.vocabulary import SourceKind

#: Words alone that may stand for a paper, and for no other body: "the Times".
_SHORT_MEDIA = frozenset("times post news press".split())


class ShortNames:
    """The bodies of one document, by the words and initials of their names."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[Figure]] = {}
        self._by_initials: dict[str, list[Figure]] = {}

    def add(self, figure: Figure) -> None:
        """Note a body or a place."""
        if figure.party.kind is SourceKind.PERSON:
            return
        words = key_of(figure.party.name).split()
        for word in {*words[:1], *words[-1:], *(BODY_NOUNS & set(words))}:
            self._by_word.setdefault(word, []).append(figure)
        for letters in initials(figure.party.name):
            self._by_initials.setdefault(letters, []).append(figure)

    def spelled_by(self, acronym: str) -> list[Figure]:
        """The bodies that the text names whose initials an acronym is."""
        letters = acronym.replace(".", "").casefold()
        found = self._by_initials.get(letters, ()) if len(letters) > 1 else ()
        return [figure for figure in found if figure.mentions]

    def longer(self, text: str) -> Figure | None:
        """The one body of a longer name that this is short for: "Aramco", of "Saudi Aramco"."""
        key = key_of(text)
        words = key.split()
        general = key in TOO_GENERAL
        if not words or (general and key not in _SHORT_MEDIA and key not in BODY_NOUNS):
            return None
        found: dict[int, Figure] = {}
        for figure in [*self._by_word.get(words[0], ()), *self._by_word.get(words[-1], ())]:
            medium = figure.party.kind is SourceKind.MEDIA
            if figure.sense is None and (medium or not general) and _is_short_for(key, figure):
                found[id(figure)] = figure
        return next(iter(found.values())) if len(found) == 1 else None

    def longer_place(self, text: str) -> Figure | None:
        """The place whose name goes on: "Maidan Wardak province" is no person in short."""
        key = key_of(text)
        for figure in self._by_word.get(key.split()[0] if key else "", ()):
            unknown = figure.party.kind is SourceKind.UNKNOWN
            if unknown and key_of(figure.party.name).startswith(key + " "):
                return figure
        return None


def _is_short_for(key: str, figure: Figure) -> bool:
    name = figure.party.name
    own = key_of(name)
    if own == key:
        return False
    if key in BODY_NOUNS and key in own.split():
        return True  # "the Observatory"
    if own.startswith(key + " "):
        return all(word in ADDITIONS for word in own[len(key) + 1 :].split())
    if not own.endswith(" " + key):
        return False
    medium = figure.party.kind is SourceKind.MEDIA and " " not in key
    return medium or state_sense(name[: -len(key) - 1]) is not None
