"""The lexicon of cues: which words signal speech, what they do, and which arguments decide it.

The words stand in ``cues.txt``, a table to read and to add to; this file only loads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources

from claimgraph.reading.inflection import verb_forms
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
    text = resources.files("claimgraph.reading").joinpath("cues.txt").read_text(encoding="utf-8")
    return load(text)


def load(text: str) -> Lexicon:
    """A lexicon from the text of a table like ``cues.txt``.

    Raises:
        ValueError: A line is not as the head of ``cues.txt`` describes.
    """
    groups: dict[str, frozenset[str]] = {}
    verbs: dict[str, list[Sense]] = {}
    nouns: dict[str, list[CueNoun]] = {}
    hedges: dict[str, list[Hedge]] = {}
    lemmas: dict[str, str] = {}
    for section, line in _lines(text):
        if section == "groups":
            name, _, words = line.partition(":")
            groups[name.strip()] = frozenset(words.split())
            continue
        columns = [column.strip() for column in line.split("|")]
        if section == "verbs":
            act, kind, arguments, words = columns
            for word in words.split():
                lemma, _, noun = word.partition(":")
                sense = _sense(act, kind, arguments, noun, groups)
                for form in verb_forms(lemma):
                    verbs.setdefault(form, []).append(sense)
                    lemmas[form] = lemma
        elif section == "nouns":
            act, kind, words = columns
            for word in words.split():
                head, _, noun = word.partition(":")
                cue = CueNoun(_act(act), AttributionType(kind), frozenset(noun.split()))
                for form in (head, f"{head}s") if noun else (head,):
                    nouns.setdefault(form, []).append(cue)
        else:
            act, kind, words = columns
            for word in words.split():
                for form in verb_forms(word) if kind == "verb" else (word,):
                    hedges.setdefault(form, []).append(Hedge(SpeechAct(act), kind))
    members: dict[str, tuple[str, ...]] = {}
    for name, words_of in groups.items():
        for word in words_of:
            members[word] = (*members.get(word, ()), name)
    return Lexicon(
        groups=groups,
        verbs={form: tuple(senses) for form, senses in verbs.items()},
        nouns={form: tuple(senses) for form, senses in nouns.items()},
        hedges={form: tuple(senses) for form, senses in hedges.items()},
        lemmas=lemmas,
        group_of=members,
        triggers=frozenset(verbs) | frozenset(nouns) | frozenset(hedges),
    )


def forms(words: Iterable[str]) -> frozenset[str]:
    """All forms of some verbs.

    >>> sorted(forms(["deny"]))
    ['denied', 'denies', 'deny', 'denying']
    """
    return frozenset(form for word in words for form in verb_forms(word))


def _lines(text: str) -> Iterator[tuple[str, str]]:
    section = ""
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip()
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            columns = {"groups": 1, "verbs": 4, "nouns": 3, "hedges": 3}.get(section)
            if columns is None or (columns > 1 and line.count("|") != columns - 1):
                raise ValueError(f"line {number} of the lexicon is not as its head says: {line!r}")
            yield section, line


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


PARTICLES = frozenset("out back down up off on in over away clear".split())
"""Second words of verbs in two parts; "clear" stands where a particle could."""
