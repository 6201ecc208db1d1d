"""Who did it to whom, the other way round."""

from __future__ import annotations

from claimgraph.compare.comparator import Pair
from claimgraph.compare.gate import Strength
from claimgraph.compare.gist import Gist, once_for_each
from claimgraph.compare.polls import is_poll
from claimgraph.compare.statement import Actor
from claimgraph.compare.terms import has_concept, stems, terms_of, tokens
from claimgraph.compare.verdict import Verdict
from claimgraph.ids import name_key
from claimgraph.vocabulary import ConflictType, RelationKind, Role

METHOD = "structure.v1"

#: Done by each to the other, these are no contradiction: both sides fight.
_MUTUAL = frozenset(("attack", "meet", "agree", "accuse", "bomb", "kill", "injure", "airstrike"))

#: What each may feel for the other, or say of them, at one time.
_BOTH_WAYS = stems(
    "back blast call criticise criticize endorse face fear fight hate help insult know like love "
    "mock need oppose praise question respect slam sue support tell thank trust warn"
)


#: Verbs that tell next to nothing by themselves: "went after him", "began to attack him".
_LIGHT = stems(
    "appear begin come continue decide do fail get give go have keep make need plan put seem set "
    "start take tend try turn use want"
)


def structure(pair: Pair) -> Verdict | None:
    """Whether two claims tell one deed with the parts exchanged.

    Only for what is done one way: "A invaded B" against "B invaded A". That both sides shot at
    each other is war, and no contradiction.
    """
    a, b = pair.a, pair.b
    if a.sign <= 0 or b.sign <= 0 or pair.gate.strength < Strength.WORDS:
        return None
    if not deed_of(a) or deed_of(a) != deed_of(b):
        return None
    if not pair.asked and not _LIGHT.isdisjoint(a.predicate):
        return None
    if not pair.asked and (is_poll(a) or is_poll(b)):
        return None
    if not (_is(a, Role.AGENT, b, Role.PATIENT) and _is(a, Role.PATIENT, b, Role.AGENT)):
        return None
    return Verdict(
        RelationKind.CONTRADICTS,
        ConflictType.STRUCTURE,
        0.7,
        f"who did it to whom is the other way round according to {pair.who_a} and to {pair.who_b}",
        pair.gate.tests,
        method=METHOD,
    )


@once_for_each
def deed_of(gist: Gist) -> str:
    """What somebody does to another in a claim, of that which is done one way; else ""."""
    predicate = gist.statement.claim.predicate
    if not predicate or has_concept(gist.predicate, *_MUTUAL):
        return ""
    if not _BOTH_WAYS.isdisjoint(gist.predicate):
        return ""
    return predicate if gist.parties(Role.AGENT) and gist.parties(Role.PATIENT) else ""


def _is(a: Gist, role: Role, b: Gist, other: Role) -> bool:
    """Whether somebody in a part of the one is somebody in a part of the other."""
    return any(
        _same(words, actor, other_words, other_actor)
        for words, actor in a.parties(role)
        for other_words, other_actor in b.parties(other)
    )


def _same(words: str, actor: Actor | None, other_words: str, other: Actor | None) -> bool:
    if actor is not None and other is not None:
        return actor.id == other.id
    if name_key(words) == name_key(other_words):
        return True
    mine, theirs = terms_of(tokens(words)), terms_of(tokens(other_words))
    return bool(mine.names & theirs.names)
