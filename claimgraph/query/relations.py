"""Questions for relations between claims."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self, TypeVar

from sqlalchemy import ColumnElement, Row, and_, or_, select
from sqlalchemy.sql.expression import FromClause
from typing_extensions import override

from claimgraph.model import Claim, Relation, Source
from claimgraph.query.asking import ClaimQuestions, first_words
from claimgraph.query.claims import one_claim, source_name
from claimgraph.query.crowd import Crowd, smaller_first
from claimgraph.query.filters import Filter, Ids, askable, in_order
from claimgraph.query.lens import Clause, Lens
from claimgraph.query.nested import there_is, value
from claimgraph.query.where import RELATION_FIELDS
from claimgraph.query.who import Who, someone
from claimgraph.store.schema import claim, edge, relation
from claimgraph.vocabulary import RelationKind

T = TypeVar("T", bound=Relation, covariant=True)


class Relations(ClaimQuestions[T]):
    """Relations between two claims. A question about claims holds for one of the two.

    ``where`` takes ``kind``, ``type``, ``independence`` and ``method`` of the relation, and the
    other fields of claims. In the order in which they were added, unless "score" is asked for.
    """

    noun = "relations"
    kind = "relation"
    table = relation
    shown = ("kind", "source_a", "claim_a", "source_b", "claim_b", "reason")
    named_by = "reason"
    orders = ("added", "score")
    own_fields = RELATION_FIELDS

    def ids(self, *ids: str) -> Self:
        """With one of these ids."""
        return self._narrowed(Ids(ids))

    def contradictions(self) -> Self:
        """That say that the two cannot both be so."""
        return self.where(kind=RelationKind.CONTRADICTS)

    def corroborations(self) -> Self:
        """That say that one supports the other."""
        return self.where(kind=RelationKind.CORROBORATES)

    def updates(self) -> Self:
        """That say that the later one takes the place of the earlier."""
        return self.where(kind=RelationKind.UPDATES)

    def between(self, a: str | Source, b: str | Source, *, members: bool = True) -> Self:
        """Between a claim of one source and a claim of another, either way round.

        Raises:
            UnknownSourceError: Nobody bears a name.
        """
        named = (someone(self._lens, each, members=members) for each in (a, b))
        return self._narrowed(Between(*named))

    def of(self, record: str | Claim) -> Self:
        """On one claim, given as a record or by its id."""
        return self._narrowed(Of(record if isinstance(record, str) else record.id))

    @override
    def visible(self, lens: Lens, t: FromClause) -> list[Clause]:
        clauses = lens.relation(t.c.id)
        if not lens.sees_everything:
            for end in (t.c.a, t.c.b):
                c = lens.alias(claim)
                clauses.append(there_is(c, where=[c.c.id == end, *lens.claim(c)]))
        return clauses

    def passes(self, lens: Lens, t: FromClause, *, leads: bool = True) -> list[Clause]:
        """The conditions of the filters. Where two sources are asked for, their claims lead, and
        the questions about claims are asked of those at once.
        """
        between = [each for each in self._asked.filters if isinstance(each, Between)]
        if not between:
            return super().passes(lens, t, leads=leads)
        others = [each for each in self._asked.filters if each not in between]
        clauses = [each.clause(lens, t, leads=False) for each in others]
        kinds = self._kinds(lens)
        for number, each in enumerate(between):
            claims = self._asked.claims if number == 0 else ()
            clauses.append(each.relations(lens, t, claims, kinds))
        return clauses

    def _kinds(self, lens: Lens) -> tuple[str, ...] | None:
        """The kinds that are asked for, where edges can be looked at for them."""
        asked = [each for each in self._asked.filters if getattr(each, "field", None) == _KIND]
        if len(asked) != 1 or "kind" in lens.ruled:
            return None
        return tuple(str(value) for value in getattr(asked[0], "values", ()))

    @override
    def has_claim(
        self, lens: Lens, t: FromClause, filters: Sequence[Filter], *, leads: bool
    ) -> Clause:
        c, passes = one_claim(lens, filters, leads=leads)
        e = lens.alias(edge)
        if leads:
            ends = select(e.c.relation_id).join(c, c.c.id == e.c.claim_id).where(*passes)
            return t.c.id.in_(ends)
        return there_is(c, where=[c.c.id.in_((t.c.a, t.c.b)), *passes])

    @override
    def ordering(self, lens: Lens, t: FromClause, order: str) -> list[ColumnElement[Any]]:
        return [t.c.score if order == "score" else t.c.recorded, t.c.id]

    @classmethod
    @override
    def fields(cls) -> tuple[str, ...]:
        return _FIELDS

    @override
    def names(self, lens: Lens, t: FromClause) -> list[ColumnElement[Any]]:
        columns: list[ColumnElement[Any]] = []
        for end in (t.c.a, t.c.b):
            c, d = lens.alias(claim), lens.alias(claim)
            columns.append(value(source_name(lens, c), c, where=[c.c.id == end]))
            body = value(d.c.body, d, where=[d.c.id == end])
            columns.append(lens.text_of(body, end))
            stance = lens.ruled_or(end, "stance", d.c.stance)
            columns.append(value(stance, d, where=[d.c.id == end]))
        return [column.label(f"n_{n}") for n, column in enumerate(columns)]

    @override
    def flat(self, record: Relation, names: Row[Any]) -> dict[str, Any]:
        source_a, claim_a, stance_a, source_b, claim_b, stance_b = tuple(names)
        independence = record.independence
        return {
            "id": record.id,
            "kind": record.kind.value,
            "type": None if record.type is None else record.type.value,
            "source_a": source_a,
            "stance_a": stance_a,
            "claim_a": claim_a,
            "source_b": source_b,
            "stance_b": stance_b,
            "claim_b": claim_b,
            "reason": record.reason,
            "score": record.score,
            "independence": None if independence is None else independence.value,
            "method": record.method,
            "a": record.a,
            "b": record.b,
        }

    @override
    def line(self, flat: Mapping[str, Any]) -> str:
        voices = [flat["source_a"] or "own voice", flat["source_b"] or "own voice"]
        kind = flat["kind"].replace("_", " ")
        return f"{voices[0]} and {voices[1]}, {kind}: {first_words(flat['reason'])}"


_KIND = RELATION_FIELDS["kind"]
_FIELDS = (
    "id", "kind", "type", "source_a", "stance_a", "claim_a", "source_b", "stance_b", "claim_b",
    "reason", "score", "independence", "method", "a", "b",
)  # fmt: skip


@dataclass(frozen=True)
class Of(Filter):
    """Relations that one claim stands in."""

    rank = 0
    claim_id: str

    @override
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        e = lens.alias(edge)
        return t.c.id.in_(select(e.c.relation_id).where(e.c.claim_id == askable(self.claim_id)))

    @override
    def words(self) -> str:
        return f"of the claim {self.claim_id}"


@dataclass(frozen=True)
class Between(Filter):
    """Relations between a claim of one source and a claim of another."""

    rank = 1
    one: Who
    other: Who

    @override
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        return self.relations(lens, t, (), None)

    def relations(
        self, lens: Lens, t: FromClause, filters: Sequence[Filter], kinds: Sequence[str] | None
    ) -> Clause:
        """The relations, of which one claim passes all the filters.

        Every edge is there from both ends, so one way round is enough: from the claims of the
        source that has made fewer, through their edges, to the claims at the other end. The
        filters come last, since few claims are left by then.
        """
        few, many = smaller_first(Crowd(lens, (self.one,)), Crowd(lens, (self.other,)))
        c, e, opposite = lens.alias(claim), lens.alias(edge), lens.alias(claim)
        found = (
            select(e.c.relation_id)
            .select_from(c)
            .join(e, e.c.claim_id == c.c.id)
            .join(opposite, opposite.c.id == e.c.other_id)
            .where(few.holds(c, leads=True), many.holds(opposite))
        )
        if kinds is not None:
            found = found.where(e.c.kind.in_(kinds))
        if filters:
            ends = (and_(*in_order(lens, end, filters, leads=False)) for end in (c, opposite))
            found = found.where(or_(*ends))
        return t.c.id.in_(found)

    @override
    def words(self) -> str:
        return f"between {self.one.words()} and {self.other.words()}"
