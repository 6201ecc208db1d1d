"""How often sources agree and contradict each other, with the counts behind every cell."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Literal

from claimgraph.markup.html import lines as under_each_other
from claimgraph.markup.html import table
from claimgraph.model import Claim, Relation
from claimgraph.model.base import Id
from claimgraph.views.components import components
from claimgraph.views.material import Material
from claimgraph.views.parties import Party
from claimgraph.views.view import SHOWN, Scalar, View
from claimgraph.views.wording import KINDS, counted
from claimgraph.vocabulary import LineageKind, RelationKind

if TYPE_CHECKING:
    from claimgraph.markup.picture import Picture

#: Kinds in which two claims have been compared and found to speak of the same.
COMPARED = tuple(kind for kind in RelationKind if kind is not RelationKind.NOT_COMPARABLE)


@dataclass(frozen=True)
class Pair:
    """Two sources.

    Attributes:
        left: One source.
        right: The other one, or the same: a source may contradict itself.
        counts: How many pairs of statements stand in each relation. A statement is what somebody
            said at once; one that several articles repeat counts once.
        relation_ids: The relations behind the counts, sorted.
    """

    left: Party
    right: Party
    counts: Mapping[RelationKind, int]
    relation_ids: tuple[Id, ...]

    @property
    def compared(self) -> int:
        """How many pairs of statements could be compared."""
        return sum(self.counts.get(kind, 0) for kind in COMPARED)

    def __str__(self) -> str:
        """The counts in words: "2 contradict, 1 agrees of 3 compared"."""
        told = [
            f"{count} {KINDS[kind][count > 1]}"
            for kind in COMPARED
            if (count := self.counts.get(kind, 0))
        ]
        if not told:
            return f"{self.counts.get(RelationKind.NOT_COMPARABLE, 0)} not comparable"
        return f"{', '.join(told)} of {self.compared} compared"


@dataclass(frozen=True, repr=False)
class Agreement(View[Pair]):
    """Which sources agree with and contradict which.

    Attributes:
        rows: Each pair of sources that is joined by a relation, once; the most compared first,
            then by name.
        parties: The sources, by name, those that are articles last.
    """

    parties: tuple[Party, ...] = field(default=())

    fields: ClassVar[tuple[str, ...]] = (
        *("source", "other"),
        *(kind.value for kind in RelationKind),
        *("compared", "source_id", "other_id"),
    )

    @property
    def caption(self) -> str:
        """How many sources were compared."""
        return f"Agreement of {counted(len(self.parties), 'source')}, in pairs of statements"

    def between(self, left: str, right: str) -> Pair | None:
        """The pair of two sources, by their keys in any order; ``None`` where nothing joins
        them.
        """
        return self._by_keys.get((left, right)) or self._by_keys.get((right, left))

    @cached_property
    def _by_keys(self) -> Mapping[tuple[str, str], Pair]:
        return {(pair.left.key, pair.right.key): pair for pair in self.rows}

    def flat(self, row: Pair) -> Sequence[Scalar]:
        """One pair, with a count for each kind."""
        counts = [row.counts.get(kind, 0) for kind in RelationKind]
        names = [_name(row.left), _name(row.right)]
        return [*names, *counts, row.compared, row.left.key, row.right.key]

    def lines(self) -> Iterator[str]:
        """Pair by pair."""
        for row in self.rows:
            other = "itself" if row.left == row.right else _name(row.right)
            yield f"{_name(row.left)} and {other}: {row}"

    def plot(self) -> "Picture":
        """Sources by sources as a picture, with the counts in every cell."""
        from claimgraph.views.agreement_picture import agreement_picture

        return agreement_picture(self)

    def _repr_html_(self) -> str:
        """Sources by sources, of those that are compared most."""
        weight: Counter[Party] = Counter()
        for row in self.rows:
            weight.update({row.left: row.compared, row.right: row.compared})
        chosen = sorted(self.parties, key=lambda party: (-weight[party], party))[: SHOWN // 2]
        by_keys = self._by_keys
        lines: list[list[object]] = []
        for left in chosen:
            pairs = (by_keys.get((left.key, right.key)) for right in chosen)
            back = (by_keys.get((right.key, left.key)) for right in chosen)
            lines.append([_name(left), *(_cell(a or b) for a, b in zip(pairs, back, strict=True))])
        headers = ["", *map(_name, chosen)]
        total = len(self.parties)
        return table(headers, lines, caption=self.caption, total=total, row_headers=True)


def agreement(material: Material, columns: Literal["entity", "side"] = "entity") -> Agreement:
    """Which sources agree with and contradict which: counts, never a percentage alone.

    Where lineage says that statements are the same, or come from the same text, a relation between
    them counts once, however many articles repeat them. Articles that speak for themselves are
    counted under their publisher's name.

    Args:
        material: The records.
        columns: One for each entity, or one for each side.

    >>> agreement(Material()).caption
    'Agreement of 0 sources, in pairs of statements'
    """
    same = components(
        (lineage.from_id, lineage.to_id)
        for lineage in material.inner_lineages
        if lineage.kind in {LineageKind.SAME_STATEMENT, LineageKind.SAME_TEXT}
    )
    found: defaultdict[tuple[Party, Party], dict[tuple[str, ...], list[Relation]]]
    found = defaultdict(dict)
    for relation in material.inner_relations:
        left, right = sorted(
            (_party(material, claim, columns), same.get(claim.attribution_id, claim.attribution_id))
            for claim in (material.claim[relation.a], material.claim[relation.b])
        )
        # Two claims that articles repeat from one statement are no repetition of each other.
        repeated = relation.id if left[1] == right[1] else ""
        statements = (relation.kind.value, left[1], right[1], repeated)
        found[left[0], right[0]].setdefault(statements, []).append(relation)
    rows = [
        Pair(
            left,
            right,
            MappingProxyType(Counter(RelationKind(key[0]) for key in statements)),
            tuple(sorted(each.id for group in statements.values() for each in group)),
        )
        for (left, right), statements in found.items()
    ]
    rows.sort(key=lambda pair: (-pair.compared, pair.left, pair.right))
    return Agreement(tuple(rows), tuple(sorted({party for pair in found for party in pair})))


def _party(material: Material, claim: Claim, columns: str) -> Party:
    speaker = material.speaker(claim)
    if columns == "entity" or speaker.is_voice:
        return speaker
    side = material.parties.side(speaker.key, material.moment(claim))
    return Party(side, material.parties.name(side))


def _name(party: Party) -> str:
    return f"{party.name} (own words)" if party.is_voice else party.name


def _cell(pair: Pair | None) -> object:
    if pair is None:
        return "–"
    return under_each_other(str(pair).rpartition(" of ")[0].split(", ") or [str(pair)])
