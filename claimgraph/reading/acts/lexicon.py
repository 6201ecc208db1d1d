"""The lexicon of cues: which words signal speech, what they do, and which arguments decide it.

The words stand in ``cues.txt``, a table to read and to add to; this file only loads it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources

from claimgraph.errors import ReadingError
from claimgraph.reading.acts.inflection import verb_forms
from claimgraph.vocabulary import AttributionType, SpeechAct


@dataclass(frozen=True, slots=True)
class Sense:
    """What a verb does when it has certain arguments.

    Attributes:
        act: The act; ``STATE`` for what is no speech.
        type: Speech, or a thought, knowledge, a plan.
        arguments: One of these must be there: "clause", "of", "claim". "doc:clause" asks for both.
        listed: Those of them on which an attribution is listed that the model has not marked.
        particle: A particle that must be there: "out".
        noun: Nouns or adjectives of which one must be there: "responsibility".
    """

    act: SpeechAct
    type: AttributionType
    arguments: tuple[tuple[str, ...], ...]
    listed: frozenset[tuple[str, ...]]
    particle: str = ""
    noun: frozenset[str] = frozenset()

    def fits(self, arguments: frozenset[str] | set[str]) -> tuple[str, ...] | None:
        """The first of the wanted arguments that is there, those first that allow a listing."""
        found = None
        for wanted in self.arguments:
            if wanted == ("any",) or all(code in arguments for code in wanted):
                if wanted in self.listed:
                    return wanted
                found = found or wanted
        return found


@dataclass(frozen=True, slots=True)
class CueNoun:
    """What a noun does: "denial", or "claim" with "responsibility"."""

    act: SpeechAct
    type: AttributionType
    noun: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word by which a writer holds back without naming a source."""

    act: SpeechAct
    kind: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All cues by their forms in small letters.

    Attributes:
        groups: Sets of nouns that decide what a verb means.
        verbs: Senses in the order of the table.
        nouns: Senses likewise.
        hedges: Adverbs, adjectives and passive verbs.
        lemmas: The base form of each form of a verb.
        triggers: Every word that a rule may begin at.
    """

    groups: dict[str, frozenset[str]]
    verbs: dict[str, tuple[Sense, ...]]
    nouns: dict[str, tuple[CueNoun, ...]]
    hedges: dict[str, tuple[Hedge, ...]]
    lemmas: dict[str, str]
    group_of: dict[str, tuple[str, ...]] = field(repr=False)
    triggers: frozenset[str] = field(repr=False)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The library's lexicon, loaded once.

    >>> lexicon().verbs["denied"][-1].act.value
    'deny'
    """
    table = resources.files("claimgraph.reading.acts").joinpath("cues.txt")
    text = table.read_text(encoding="utf-8")
    return load(text)


def load(text: str) -> Lexicon:
    """A lexicon from the text of a table like ``cues.txt``.

    Raises:
        ReadingError: A line is not as the head of ``cues.txt`` describes.
    """
    table = _Table()
    section = ""
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip()
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            try:
                table.add(section, line)
            except (TypeError, ValueError) as error:
                raise ReadingError(
                    f"line {number} of the lexicon is not as its head describes: {line!r} ({error})"
                ) from error
    return table.lexicon()


class _Table:
    """The rows of a table as they are read."""

    def __init__(self) -> None:
        self._groups: dict[str, frozenset[str]] = {}
        self._verbs: dict[str, list[Sense]] = {}
        self._nouns: dict[str, list[CueNoun]] = {}
        self._hedges: dict[str, list[Hedge]] = {}
        self._lemmas: dict[str, str] = {}

    def add(self, section: str, line: str) -> None:
        """One row of a section."""
        columns = [column.strip() for column in line.split("|")]
        if section == "groups":
            name, _, words = line.partition(":")
            self._groups[name.strip()] = frozenset(words.split())
        elif section == "verbs":
            self._verb(*columns)
        elif section == "nouns":
            self._noun(*columns)
        elif section == "hedges":
            self._hedge(*columns)
        else:
            raise ValueError(f"no section is called {section!r}")

    def _verb(self, act: str, kind: str, arguments: str, words: str) -> None:
        for word in words.split():
            lemma, _, noun = word.partition(":")
            sense = _sense(act, kind, arguments, noun, self._groups)
            for form in verb_forms(lemma):
                self._verbs.setdefault(form, []).append(sense)
                self._lemmas[form] = lemma

    def _noun(self, act: str, kind: str, words: str) -> None:
        for word in words.split():
            head, _, noun = word.partition(":")
            cue = CueNoun(_act(act), AttributionType(kind), frozenset(noun.split()))
            for form in (head, f"{head}s") if noun else (head,):
                self._nouns.setdefault(form, []).append(cue)

    def _hedge(self, act: str, kind: str, words: str) -> None:
        for word in words.split():
            for form in verb_forms(word) if kind == "verb" else (word,):
                self._hedges.setdefault(form, []).append(Hedge(SpeechAct(act), kind))

    def lexicon(self) -> Lexicon:
        """All rows."""
        members: dict[str, tuple[str, ...]] = {}
        for name, words in self._groups.items():
            for word in words:
                members[word] = (*members.get(word, ()), name)
        return Lexicon(
            groups=self._groups,
            verbs={form: tuple(senses) for form, senses in self._verbs.items()},
            nouns={form: tuple(senses) for form, senses in self._nouns.items()},
            hedges={form: tuple(senses) for form, senses in self._hedges.items()},
            lemmas=self._lemmas,
            group_of=members,
            triggers=frozenset((*self._verbs, *self._nouns, *self._hedges)),
        )


def forms(words: Iterable[str]) -> frozenset[str]:
    """All forms of some verbs.

    >>> sorted(forms(["deny"]))
    ['denied', 'denies', 'deny', 'denying']
    """
    return frozenset(form for word in words for form in verb_forms(word))


def _act(text: str) -> SpeechAct:
    return SpeechAct.STATE if text == "-" else SpeechAct(text)


def _sense(
    act: str, kind: str, arguments: str, noun: str, groups: dict[str, frozenset[str]]
) -> Sense:
    wanted: list[tuple[str, ...]] = []
    listed: set[tuple[str, ...]] = set()
    for item in arguments.split():
        code = tuple(item.rstrip("+").split(":"))
        wanted.append(code)
        if item.endswith("+"):
            listed.add(code)
    is_particle = noun in PARTICLES
    return Sense(
        act=_act(act),
        type=AttributionType(kind),
        arguments=tuple(wanted),
        listed=frozenset(listed),
        particle=noun if is_particle else "",
        noun=frozenset() if is_particle or not noun else groups.get(noun, frozenset({noun})),
    )


PARTICLES = frozenset("out back down up off on in over away aside clear".split())
"""Second words of verbs in two parts; "clear" stands where a particle could."""
