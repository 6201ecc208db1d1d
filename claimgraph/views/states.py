"""What state a group of claims is in: contested, compatible, from one source, unanswered."""

from collections.abc import Sequence
from enum import StrEnum

from claimgraph.model import Claim, Relation
from claimgraph.views.material import Material
from claimgraph.views.parties import Party
from claimgraph.views.wording import counted, joined
from claimgraph.vocabulary import RelationKind, Stance


class State(StrEnum):
    """What can be said about the claims that answer one question, without saying who is right."""

    CONTESTED = "contested"
    UNANSWERED = "unanswered accusation"
    COMPATIBLE = "compatible"
    ONE_SOURCE = "one source"
    SEVERAL_SOURCES = "several sources"
    OWN_VOICE = "no source given"
    NO_STATEMENT = "no statement"

    @property
    def tone(self) -> str:
        """The tone of its badge."""
        return {
            State.CONTESTED: "contested",
            State.UNANSWERED: "unanswered",
            State.COMPATIBLE: "compatible",
            State.ONE_SOURCE: "single",
        }.get(self, "plain")


_SILENT = frozenset({Stance.SILENT, Stance.DECLINES})
_AGREEING = frozenset({RelationKind.CORROBORATES, RelationKind.REFINES, RelationKind.UPDATES})


def state_of(
    material: Material,
    claims: Sequence[Claim],
    relations: Sequence[Relation],
    unanswered: Sequence[Party] = (),
) -> tuple[State, str]:
    """The state of claims that belong together, and why, in words.

    Sources on one side count as one: a spokesman does not corroborate his ministry. Articles that
    speak for themselves can contest a claim, but are no source of it. A claim that has been taken
    back contests nothing.

    Args:
        material: The records.
        claims: The claims.
        relations: Between them.
        unanswered: Who is accused in them and has not answered.
    """
    sides = Sides(material, claims)
    # What its source has taken back contests nothing, and supports nothing.
    withdrawn = {each.a for each in relations if each.kind is RelationKind.RETRACTS}
    between = [
        each
        for each in relations
        if not sides.one(each.a, each.b) and withdrawn.isdisjoint((each.a, each.b))
    ]
    between.sort(key=lambda each: (sides.has_voice(each), -each.score, each.id))
    against = [each for each in between if each.kind is RelationKind.CONTRADICTS]
    if against:
        return State.CONTESTED, f"{sides.names(against[0])} contradict each other: {_why(against)}"
    if unanswered:
        names = joined([party.name for party in unanswered])
        return State.UNANSWERED, f"no answer of {names} to the accusation is reported"
    speaking = [claim for claim in claims if claim.stance not in _SILENT]
    if not speaking:
        return State.NO_STATEMENT, "a silence is all that is reported"
    named = [claim for claim in speaking if not material.speaker(claim).is_voice]
    if not named:
        return State.OWN_VOICE, "only articles themselves say it, and give no source"
    distinct = sides.distinct(named)
    if len(distinct) == 1:
        names = joined(sorted({material.speaker(claim).name for claim in named}))
        return State.ONE_SOURCE, f"it rests on {names} alone"
    agreeing = [each for each in between if each.kind in _AGREEING and not sides.has_voice(each)]
    if agreeing:
        names = sides.names(agreeing[0])
        return State.COMPATIBLE, f"{names} do not contradict each other: {_why(agreeing)}"
    apart = [each for each in between if each.kind is RelationKind.NOT_COMPARABLE]
    why = f"not comparable: {_why(apart)}" if apart else "nothing compares them"
    return State.SEVERAL_SOURCES, f"{len(distinct)} sources speak of it; {why}"


def _why(relations: Sequence[Relation]) -> str:
    """The first reason, and how many more there are."""
    reasons = list(dict.fromkeys(each.reason for each in relations))
    more = f" (and {counted(len(reasons) - 1, 'more reason')})" if len(reasons) > 1 else ""
    return f"{reasons[0]}{more}"


class Sides:
    """Which claims come from one side."""

    def __init__(self, material: Material, claims: Sequence[Claim]) -> None:
        self._material = material
        self._claims = {claim.id: claim for claim in claims}

    def one(self, a: str, b: str) -> bool:
        """Whether two claims come from one side."""
        left = self._material.speaker(self._claims[a])
        right = self._material.speaker(self._claims[b])
        at = self._material.moment(self._claims[a])
        return self._material.parties.same_side(left.key, right.key, at)

    def names(self, relation: Relation) -> str:
        """Who makes the two claims, by name."""
        speakers = {
            self._material.speaker(self._claims[each]).name for each in (relation.a, relation.b)
        }
        if len(speakers) == 1:
            return f"two sources called {speakers.pop()}"
        return joined(sorted(speakers))

    def has_voice(self, relation: Relation) -> bool:
        """Whether an article itself makes one of the two claims."""
        return any(
            self._material.speaker(self._claims[each]).is_voice for each in (relation.a, relation.b)
        )

    def distinct(self, claims: Sequence[Claim]) -> frozenset[str]:
        """One key for each side that makes some of the claims.

        Who belongs to somebody else that speaks, too, is on that side.
        """
        parties = self._material.parties
        speakers = {self._material.speaker(claim).key: claim for claim in claims}
        sides: dict[str, str] = {}
        for key, claim in sorted(speakers.items()):
            at = self._material.moment(claim)
            above = sorted(parties.above(key, at) & speakers.keys() - {key})
            sides[key] = parties.side(above[0] if above else key, at)
        return frozenset(sides.values())
