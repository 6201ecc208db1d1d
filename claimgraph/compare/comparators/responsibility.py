"""Who did it: two sources that blame the same, or blame others."""

from __future__ import annotations

from claimgraph.compare.arguments import same_victims
from claimgraph.compare.blame import Blamed, blamed, speaks_of_harm
from claimgraph.compare.comparator import Pair
from claimgraph.compare.gate import HAPPENINGS, Strength
from claimgraph.compare.gist import Gist, once_for_each
from claimgraph.compare.kin import is_of_state, is_specific, kindred
from claimgraph.compare.one_event import names_one
from claimgraph.compare.terms import has_concept, tokens
from claimgraph.compare.verdict import Verdict
from claimgraph.vocabulary import ConflictType, RelationKind, SpeechAct

#: How it was done tells one deed from another.
_MANNERS = frozenset(("airstrike", "chemical", "bomb", "poison"))
_DEEDS = frozenset((*HAPPENINGS, "kill", "chemical", "bomb", "rape"))
METHOD = "responsibility.v1"


def responsibility(pair: Pair) -> Verdict | None:
    """Whether two claims blame the same party for one deed, or different ones."""
    if pair.gate.strength is Strength.NOTHING:
        return None
    if claimed := _claimed_later(pair, pair.a, pair.b) or _claimed_later(pair, pair.b, pair.a):
        return claimed
    if pair.a.sign <= 0 or pair.b.sign <= 0:
        return None
    first, second = blamed(pair.a), blamed(pair.b)
    if not first or not second or not _one_deed(pair):
        return None
    for left in first:
        for right in second:
            if kindred(left.actor, left.words, right.actor, right.words):
                return _verdict(pair, RelationKind.CORROBORATES, 0.8, left, right)
    left, right = first[0], second[0]
    if pair.same_source:
        # One source names a culprit now by name and now by kind.
        if not (
            left.outright and right.outright and deeds_of(pair.a) & deeds_of(pair.b) & _MANNERS
        ):
            return None
        return _verdict(pair, RelationKind.CORROBORATES, 0.7, left, right)
    told = left.outright and right.outright and speaks_of_harm(pair.a) and speaks_of_harm(pair.b)
    if not (pair.asked or (told and pair.is_surely_one_event)):
        return None
    if not pair.asked and pair.is_undated and not names_one(pair):
        return None  # of another attack, others may be to blame
    known = is_specific(left.actor, left.words) and is_specific(right.actor, right.words)
    if not known and not _enemies(left, right):
        return None  # "gunmen" may be anybody
    return _verdict(pair, RelationKind.CONTRADICTS, 0.65, left, right)


def _enemies(left: Blamed, right: Blamed) -> bool:
    """Whether one is of a state and the other of its rebels."""
    rules = is_of_state(left.words, left.actor), is_of_state(right.words, right.actor)
    rebels = [
        has_concept((token.stem for token in tokens(each.words)), "rebel") for each in (left, right)
    ]
    return (rules[0] and rebels[1]) or (rules[1] and rebels[0])


def _claimed_later(pair: Pair, nobody: Gist, claimed: Gist) -> Verdict | None:
    """Nobody had claimed responsibility, then somebody did."""
    act = SpeechAct.CLAIM_RESPONSIBILITY
    if claimed.statement.attribution.act is not act or claimed.sign <= 0:
        return None
    if nobody.sign > 0 or nobody.statement.attribution.act is not act:
        return None
    speaker = claimed.statement.speaker
    if nobody.statement.attribution.source_id is not None:
        return None
    if speaker is None or not _one_deed(pair):
        return None
    return Verdict(
        RelationKind.UPDATES,
        ConflictType.RESPONSIBILITY,
        0.8,
        f"nobody had claimed responsibility; later {speaker.name} did",
        pair.gate.tests,
        reversed=claimed is pair.a,
        method=METHOD,
    )


def _one_deed(pair: Pair) -> bool:
    """Whether both are about one sort of deed, which the gate takes for one event."""
    if pair.gate.strength >= Strength.EVENT:
        return True
    if not pair.asked and not same_victims(pair.a, pair.b):
        return False  # he attacked her, and he attacked them
    left, right = deeds_of(pair.a), deeds_of(pair.b)
    if left & _MANNERS and right & _MANNERS and not left & right & _MANNERS:
        return False
    return bool(left & right)


@once_for_each
def deeds_of(gist: Gist) -> frozenset[str]:
    """The sorts of deed that a claim is about: every sort of happening, and more."""
    return gist.scene.concepts & _DEEDS


def _verdict(pair: Pair, kind: RelationKind, score: float, left: Blamed, right: Blamed) -> Verdict:
    both = kind is RelationKind.CORROBORATES
    if both and left.words == right.words:
        reason = f"{left.words} did it, according to {pair.both}"
    elif both:
        reason = (
            f"{left.words} did it, according to {pair.who_a}; "
            f"{right.words}, according to {pair.who_b}: one account"
        )
    else:
        reason = (
            f"{left.words} did it, according to {pair.who_a}; "
            f"{right.words}, according to {pair.who_b}"
        )
    return Verdict(kind, ConflictType.RESPONSIBILITY, score, reason, pair.gate.tests, method=METHOD)
