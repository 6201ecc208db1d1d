"""Under which keys a claim is looked for: those of two articles that share none are never compared.

Two kinds of keys are united. Event keys say which event it is: its record; a sort of happening, or
what befell those who are counted, beside each name of the scene; the parties that are blamed or
that answer. So who shares what the event gate takes for one sort of event shares a key. Text keys
are the claim's own telling words, the concepts that they stand for, alone and beside each name, and
the states that they name in any way. How rare a key is, only the store knows, and it takes the
rarer for the more telling.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice, product
from typing import NamedTuple

from claimgraph.compare.figures import FATES
from claimgraph.compare.gate import HAPPENINGS
from claimgraph.compare.statement import Actor, Statement
from claimgraph.compare.terms import COMMON, NAME, Terms, concepts_of, terms_of, tokens
from claimgraph.ids import name_key
from claimgraph.text.states import state_sense
from claimgraph.vocabulary import Precision, Role, SpeechAct, Stance


class BlockKey(NamedTuple):
    """What claims are looked for under.

    Attributes:
        name: The key.
        event: Whether it says which event it is: by its record, by a sort of happening together
            with where or with whom, by who is blamed. The others are words, or what words stand
            for.
    """

    name: str
    event: bool


#: Of each kind of key, a claim has at most so many.
_WORDS, _STATES, _CONCEPTS, _HAPPENINGS, _SCENES, _PARTIES = 10, 3, 4, 12, 6, 6

#: How somebody answers for what they may be blamed for.
_ANSWERING_ACTS = frozenset({SpeechAct.DENY, SpeechAct.CLAIM_RESPONSIBILITY, SpeechAct.ADMIT})
_ANSWERING = frozenset({Stance.DENIES, Stance.SILENT, Stance.DECLINES})

#: Times as exact as this place a claim among others; wider ones say less than when it came out.
_EXACT = frozenset(
    {Precision.SECOND, Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY, Precision.DAY}
)


def block_keys(statement: Statement) -> tuple[BlockKey, ...]:
    """The keys of a claim, each once; the same ones whatever else a store holds.

    None, where its words tell nothing: such a claim is held against those of its article alone.
    """
    terms = terms_of(tokens(statement.claim.text))
    found = dict.fromkeys(_event_keys(statement, terms))
    found |= dict.fromkeys(_word_keys(terms))
    return tuple(found)


def moment_of(statement: Statement) -> datetime | None:
    """When a claim stands in time among others: when it happened, as exactly as a day; else when
    it came out.
    """
    time, published = statement.claim.time, statement.published
    if time is None and statement.event is not None:
        time = statement.event.time
    if time is not None and time.start is not None and time.precision in _EXACT:
        return time.start
    return None if published is None else published.start


def _event_keys(statement: Statement, terms: Terms) -> Iterator[BlockKey]:
    if statement.event is not None:
        yield BlockKey(f"event {statement.event.id}", event=True)
    for state in islice(sorted(terms.states), _STATES):
        yield BlockKey(f"state {state}", event=False)
    concepts = _concepts(statement, terms)
    for concept in concepts[:_CONCEPTS]:
        yield BlockKey(f"concept {concept}", event=False)
    names = _scene_names(statement, terms)
    sorts = {*HAPPENINGS, *FATES} if statement.claim.quantities else HAPPENINGS
    happenings = [each for each in concepts if each in sorts]
    for concept, name in islice(product(happenings, names), _HAPPENINGS):
        yield BlockKey(f"scene {name} {concept}", event=True)
    others = [each for each in concepts[:_CONCEPTS] if each not in sorts]
    for name, concept in islice(product(names, others), _SCENES):
        yield BlockKey(f"scene {name} {concept}", event=False)
    for party in islice(dict.fromkeys(_parties(statement)), _PARTIES):
        yield BlockKey(f"party {party}", event=True)


def _word_keys(terms: Terms) -> Iterator[BlockKey]:
    """The words that tell most: names first, then the longer ones."""
    telling = [stem for stem, weight in terms.weights.items() if weight > COMMON]
    telling.sort(key=lambda stem: (terms.weights[stem] < NAME, -len(stem), stem))
    for stem in telling[:_WORDS]:
        yield BlockKey(f"word {stem}", event=False)


def _concepts(statement: Statement, terms: Terms) -> list[str]:
    """What happened, from the claim's words and from what its figures count."""
    stems = dict.fromkeys(terms.weights)
    for quantity in statement.claim.quantities:
        stems |= dict.fromkeys(terms_of(tokens(quantity.of)).weights)
    if statement.event is not None:
        stems |= dict.fromkeys(terms_of(tokens(statement.event.kind)).weights)
    found = dict.fromkeys(concept for stem in stems for concept in sorted(concepts_of(stem)))
    return list(found)


def _scene_names(statement: Statement, terms: Terms) -> list[str]:
    """Where it happened, and the names that stand in the claim."""
    claim, event = statement.claim, statement.event
    places = [each for each in (claim.place, event.place if event else None) if each is not None]
    found = dict.fromkeys(_name(place.name) for place in places)
    found |= dict.fromkeys(_name(state) for state in sorted(terms.states))
    found |= dict.fromkeys(sorted(terms.names))
    return [name for name in found if name]


def _parties(statement: Statement) -> Iterator[str]:
    """Who is blamed, and who answers for it: they themselves, and those behind them."""
    attribution, claim = statement.attribution, statement.claim
    accused = [each for each in claim.participants if each.role is Role.ACCUSED]
    for party in (*attribution.targets, *accused):
        yield _name(party.name)
        actor = statement.actor(party.source_id)
        if actor is not None:
            yield from _names(statement, actor)
    answers = attribution.act in _ANSWERING_ACTS or claim.stance in _ANSWERING
    if answers and statement.speaker is not None:
        yield from _names(statement, statement.speaker)


def _names(statement: Statement, actor: Actor) -> Iterator[str]:
    yield _name(actor.name)
    for each in sorted(actor.behind):
        body = statement.actor(each)
        if body is not None:
            yield _name(body.name)


def _name(name: str) -> str:
    """One form of a name; that of the state, where the name stands for one."""
    sense = state_sense(name)
    return name_key(name if sense is None else sense.state)
