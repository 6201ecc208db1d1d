"""Who is who in a view: one party for all sources that are the same, and whose side it is on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from claimgraph.ids import name_key
from claimgraph.model import Affiliation, Document, Interval, Participant, Relay, Source
from claimgraph.model.base import Id
from claimgraph.views.called import outlet
from claimgraph.views.components import components
from claimgraph.vocabulary import Naming, SourceKind

#: Bodies of one kind only that a body may stand for: a ministry is its state's, a faction is not
#: its umbrella's.
_BODIES = frozenset({SourceKind.ORGANISATION, SourceKind.MEDIA, SourceKind.STATE})
_ORDER = tuple(Naming)


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in a view. Parties sort by name, articles after all others.

    Attributes:
        key: An entity's id; ``name:…`` for somebody who is no source; ``voice:…`` for an article
            that speaks for itself.
        name: As people call them.
    """

    key: str
    name: str

    @property
    def is_voice(self) -> bool:
        """Whether this is an article speaking for itself."""
        return self.key.startswith("voice:")

    def __lt__(self, other: "Party") -> bool:
        return (self.is_voice, self.name, self.key) < (other.is_voice, other.name, other.key)


class Parties:
    """Looks up who somebody is, what they are called and for whom they speak.

    Args:
        sources: All sources.
        affiliations: Who belongs to whom.
        entities: From source ids to the id that stands for all that are the same.
        uses: How often each source speaks: the commonest name is the one to show.
    """

    def __init__(
        self,
        sources: Iterable[Source],
        affiliations: Iterable[Affiliation],
        entities: Mapping[Id, Id],
        uses: Mapping[Id, int],
    ) -> None:
        self._entities = entities
        self._members: dict[Id, list[Source]] = {}
        by_name: defaultdict[str, set[Id]] = defaultdict(set)
        for source in sources:
            entity = self.entity(source.id)
            self._members.setdefault(entity, []).append(source)
            if source.naming is Naming.NAMED:
                for name in (source.name, *source.aliases):
                    by_name[name_key(name)].add(entity)
        self._by_name = {key: min(ids) for key, ids in by_name.items() if len(ids) == 1}
        for members in self._members.values():
            members.sort(key=lambda source: _showing(source, uses.get(source.id, 0)))
        self._bodies: defaultdict[Id, list[tuple[Id, Affiliation]]] = defaultdict(list)
        for affiliation in affiliations:
            member = self.entity(affiliation.member_id)
            organisation = self.entity(affiliation.organisation_id)
            known = member in self._members and organisation in self._members
            if known and member != organisation:
                self._bodies[member].append((organisation, affiliation))
        for bodies in self._bodies.values():
            bodies.sort(key=lambda pair: (self.name(pair[0]), pair[1].role, pair[1].id))
        self._kinds = {entity: self._kind(entity) for entity in self._members}
        self._circles = components(
            (member, body) for member, bodies in self._bodies.items() for body, _ in bodies
        )

    def __iter__(self) -> Iterator[Party]:
        """Every party that is a source, by key."""
        return (Party(entity, self.name(entity)) for entity in sorted(self._members))

    def entity(self, source_id: Id) -> Id:
        """The id that stands for a source and all that are the same."""
        return self._entities.get(source_id, source_id)

    def members(self, entity: Id) -> tuple[Source, ...]:
        """The sources that are one entity, the one to show first; none for an unknown id."""
        return tuple(self._members.get(entity, ()))

    def name(self, entity: Id) -> str:
        """What to call an entity: the fullest naming, then the name that is used most."""
        members = self.members(entity)
        return members[0].name if members else entity

    def short(self, entity: Id) -> str:
        """An acronym of the name where it has one, else the name."""
        name = self.name(entity)
        acronyms = sorted(
            alias
            for source in self.members(entity)
            for alias in source.aliases
            if alias.isupper() and alias.isalpha() and 2 < len(alias) < len(name)
        )
        return acronyms[0] if acronyms and len(name.split()) > 2 else name

    def is_named(self, entity: Id) -> bool:
        """Whether articles name an entity, and do not just describe it."""
        members = self.members(entity)
        return bool(members) and members[0].naming is Naming.NAMED

    def kind(self, entity: Id) -> SourceKind:
        """What an entity is."""
        return self._kinds.get(entity, SourceKind.UNKNOWN)

    def source(self, source_id: Id | None) -> Party | None:
        """The party that a source is; ``None`` for one that is not given."""
        if source_id is None or self.entity(source_id) not in self._members:
            return None
        entity = self.entity(source_id)
        return Party(entity, self.name(entity))

    def named(self, name: str) -> Party | None:
        """The one named source that bears a name; ``None`` where none does, or several do."""
        entity = self._by_name.get(name_key(name))
        return None if entity is None else Party(entity, self.name(entity))

    def of(self, somebody: Participant | Relay) -> Party:
        """The party that a participant, a target or a relay is."""
        found = self.source(somebody.source_id) or self.named(somebody.name)
        return found or Party(f"name:{name_key(somebody.name)}", somebody.name)

    def voice(self, document: Document) -> Party:
        """The party that speaks where an article speaks for itself."""
        key = name_key(document.publisher) or document.id
        return Party(f"voice:{key}", outlet(document))

    def find(self, who: str) -> Party | None:
        """The party with an id, or with a name."""
        return self.source(who) or self.named(who)

    def bodies(self, entity: Id, at: Interval | None = None) -> list[tuple[Id, Affiliation]]:
        """The bodies that an entity belongs to at a time, sorted by name and role."""
        return [
            (body, affiliation)
            for body, affiliation in self._bodies.get(entity, ())
            if at is None or affiliation.during is None or affiliation.during.overlaps(at)
        ]

    def describe(self, entity: Id, at: Interval | None = None) -> str:
        """As what and for whom somebody speaks: "spokesman, Russian defence ministry"."""
        roles: dict[Id, dict[str, None]] = {}
        for body, affiliation in self.bodies(entity, at):
            roles.setdefault(body, {})[affiliation.role] = None
        parts = [
            f"{role}, {self.name(body)}" if role else self.name(body)
            for body, named in roles.items()
            for role in named
            if role or len(named) == 1
        ]
        return "; ".join(parts)

    def above(self, entity: Id, at: Interval | None = None) -> frozenset[Id]:
        """Everything that an entity belongs to, itself included, through any number of steps."""
        seen = {entity}
        stack = [entity]
        while stack:
            for body, _ in self.bodies(stack.pop(), at):
                if body not in seen:
                    seen.add(body)
                    stack.append(body)
        return frozenset(seen)

    def side(self, entity: Id, at: Interval | None = None) -> Id:
        """The body at the top of those that an entity speaks for.

        People speak for their bodies, and bodies for the body they are a part of, up to a state:
        Konashenkov, his ministry and Russia are one side. A state speaks for no alliance, and
        nobody for a crowd. Where the way up leads to several tops, an entity is its own side.
        """
        tops: set[Id] = set()
        seen = {entity}
        stack = [entity]
        while stack:
            step = stack.pop()
            bodies = [body for body, _ in self.bodies(step, at) if self._speaks_for(step, body)]
            if not bodies:
                tops.add(step)
            for body in bodies:
                if body not in seen:
                    seen.add(body)
                    stack.append(body)
        return tops.pop() if len(tops) == 1 else entity

    def circle(self, entity: Id) -> Id:
        """One id for all that affiliations of any time join, in any number of steps: who is not in
        one circle is not on one side.
        """
        return self._circles.get(entity, entity)

    def same_side(self, left: Id, right: Id, at: Interval | None = None) -> bool:
        """Whether one speaks for the other, or both for the same body."""
        if left == right:
            return True
        if self.circle(left) != self.circle(right):
            return False
        if self.side(left, at) == self.side(right, at):
            return True
        return left in self.above(right, at) or right in self.above(left, at)

    def _kind(self, entity: Id) -> SourceKind:
        kinds = (source.kind for source in self._members[entity])
        return next((kind for kind in kinds if kind is not SourceKind.UNKNOWN), SourceKind.UNKNOWN)

    def _speaks_for(self, member: Id, body: Id) -> bool:
        member_kind, body_kind = self.kind(member), self.kind(body)
        if body_kind is SourceKind.COLLECTIVE or member_kind is SourceKind.STATE:
            return False
        if member_kind in {SourceKind.ORGANISATION, SourceKind.MEDIA}:
            return body_kind in _BODIES
        return member_kind is not SourceKind.ARMED_GROUP


def _showing(source: Source, uses: int) -> tuple[int, int, int, str, Id]:
    """Which of several sources to show: the best named, then the most used, then the fullest."""
    return _ORDER.index(source.naming), -uses, -len(source.name), source.name, source.id
