"""Two sources side by side."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast

from claimgraph.errors import QueryError
from claimgraph.graph.bound import BoundClaim, BoundRelation
from claimgraph.markup.html import badge, lines
from claimgraph.markup.html import table as html_table
from claimgraph.model import Question
from claimgraph.text.frames import data_frame
from claimgraph.vocabulary import RelationKind, Stance

if TYPE_CHECKING:
    from pandas import DataFrame

    from claimgraph.graph.looking import Looking
    from claimgraph.query.claims import Claims
    from claimgraph.report.writing import Written

#: Rows that a notebook shows at first.
_SHOWN = 50

_SILENT = frozenset({Stance.SILENT, Stance.DECLINES})

_TONES = {"contradicts": "contested", "corroborates": "compatible"}


@dataclass(frozen=True)
class Pair:
    """A claim of one source, a claim of the other, and what they are to each other.

    Attributes:
        relation: What joins them.
        left: The claim of the first source.
        right: The claim of the second.
    """

    relation: BoundRelation
    left: BoundClaim
    right: BoundClaim


@dataclass(frozen=True)
class Shared:
    """A question that both sources answer, if only by their silence.

    Attributes:
        text: The question.
        left: The answers of the first source.
        right: Those of the second.
    """

    text: str
    left: tuple[BoundClaim, ...]
    right: tuple[BoundClaim, ...]


@dataclass(frozen=True, repr=False)
class Comparison:
    """What two sources say, side by side.

    Attributes:
        names: What the two are called.
        pairs: Claims of the one that stand in a relation to a claim of the other: contradictions
            first, then corroborations, then the rest.
        left_only: Claims of the first source that stand in none.
        right_only: Those of the second.
        questions: What both answer, the questions with the most answers first.
        claims: All that both say, to be asked further; ``None`` where no graph is at hand.
    """

    names: tuple[str, str]
    pairs: tuple[Pair, ...]
    left_only: tuple[BoundClaim, ...]
    right_only: tuple[BoundClaim, ...]
    questions: tuple[Shared, ...] = ()
    claims: "Claims[BoundClaim] | None" = field(default=None, compare=False)

    @property
    def contradictions(self) -> tuple[Pair, ...]:
        """Where they cannot both be right."""
        return self.of_kind(RelationKind.CONTRADICTS)

    @property
    def agreements(self) -> tuple[Pair, ...]:
        """Where one supports the other."""
        return self.of_kind(RelationKind.CORROBORATES)

    def of_kind(self, kind: RelationKind) -> tuple[Pair, ...]:
        """The pairs with a relation of a kind."""
        return tuple(pair for pair in self.pairs if pair.relation.kind is kind)

    @property
    def caption(self) -> str:
        """The counts, in a sentence."""
        counts = (
            f"{len(self.contradictions)} contradictions",
            f"{len(self.agreements)} agreements",
            f"{len(self.left_only)} claims of {self.names[0]} alone",
            f"{len(self.right_only)} of {self.names[1]} alone",
        )
        return f"{self.names[0]} and {self.names[1]}: {', '.join(counts)}"

    def rows(self) -> Iterator[tuple[str, str, str, str, str]]:
        """What both are asked, what they are to each other, what each says, and why; "" where one
        says nothing, or nobody asks both.
        """
        for pair in self.pairs:
            kind = pair.relation.kind.value.replace("_", " ")
            asked = self._asked(pair.left, pair.right)
            yield asked, kind, pair.left.text, pair.right.text, pair.relation.reason
        for claim in self.left_only:
            yield self._asked(claim), "", claim.text, "", ""
        for claim in self.right_only:
            yield self._asked(claim), "", "", claim.text, ""

    def _asked(self, *claims: BoundClaim) -> str:
        """The first question that claims answer together."""
        ids = {claim.id for claim in claims}
        return next(
            (
                each.text
                for each in self.questions
                if ids <= {claim.id for claim in (*each.left, *each.right)}
            ),
            "",
        )

    def show(self) -> None:
        """Print it."""
        print(self)  # noqa: T201 - that is what it is for

    def report(
        self,
        path: str | Path,
        *,
        title: str = "",
        format: str | None = None,  # noqa: A002 - as in ClaimGraph.report
    ) -> "Written":
        """Write a report on what the two say; see :meth:`ClaimGraph.report`.

        Args:
            path: The file; its ending says the format.
            title: The headline.
            format: The format, where the ending is to say nothing.

        Raises:
            EmptyReportError: Neither has said anything.
            OutputFileError: The file cannot be written; what was there is untouched.
        """
        from claimgraph.graph.reporting import report_on

        if self.claims is None:
            raise QueryError("this comparison knows no graph; make it with graph.compare(a, b)")
        names = " and ".join(self.names)
        return report_on(
            cast("Looking", self.claims._context.door),
            self.claims,
            path,
            title=title or f"{names}: who says what",
            scope=f"said by {names}",
            format=format,
        )

    def to_df(self) -> "DataFrame":
        """The rows as a pandas DataFrame.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        return data_frame(self.rows(), ["question", "relation", *self.names, "reason"])

    def __str__(self) -> str:
        told = [self.caption]
        for each in self.questions:
            told += ["", each.text]
            told += [
                f"  {name}: {in_short(claims)}"
                for name, claims in zip(self.names, (each.left, each.right), strict=True)
            ]
        for pair in self.pairs:
            told += ["", pair.relation.kind.value.replace("_", " ")]
            told += [
                f"  {name}: {text}" for name, text in zip(self.names, _texts(pair), strict=True)
            ]
            told.append(f"  because {pair.relation.reason}")
        for name, claims in zip(self.names, (self.left_only, self.right_only), strict=True):
            if claims:
                told += ["", f"only {name}", *(f"  {claim.text}" for claim in claims)]
        return "\n".join(told)

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        rows: list[Sequence[object]] = [_cells(row) for row in self.rows()]
        headers = ("question", "relation", *self.names, "why")
        return html_table(headers, rows, caption=self.caption, shown=_SHOWN, total=len(rows))


def compare(
    names: tuple[str, str],
    relations: Sequence[BoundRelation],
    left: Mapping[str, BoundClaim],
    right: Mapping[str, BoundClaim],
    questions: Iterable[Question] = (),
    *,
    claims: "Claims[BoundClaim] | None" = None,
) -> Comparison:
    """Put the claims of two sources side by side.

    Args:
        names: What they are called.
        relations: Between a claim of the one and a claim of the other.
        left: Claims of the first, by id.
        right: Claims of the second.
        questions: What their claims answer.
        claims: All that both say.
    """
    pairs = []
    for relation in relations:
        a, b = relation.a, relation.b
        if a in left and b in right:
            pairs.append(Pair(relation, left[a], right[b]))
        elif b in left and a in right:
            pairs.append(Pair(relation, left[b], right[a]))
    order = list(RelationKind)
    pairs.sort(
        key=lambda pair: (order.index(pair.relation.kind), -pair.relation.score, pair.left.id)
    )
    paired = {claim.id for pair in pairs for claim in (pair.left, pair.right)}
    return Comparison(
        names,
        tuple(pairs),
        tuple(claim for key, claim in left.items() if key not in paired),
        tuple(claim for key, claim in right.items() if key not in paired),
        tuple(_shared(questions, left, right)),
        claims,
    )


def in_short(claims: Sequence[BoundClaim]) -> str:
    """What answers say: the first that is no silence, and how many others there are."""
    texts = list(dict.fromkeys(claim.text for claim in claims))
    more = f" (and {len(texts) - 1} more)" if len(texts) > 1 else ""
    return f"{texts[0]}{more}"


def _shared(
    questions: Iterable[Question],
    left: Mapping[str, BoundClaim],
    right: Mapping[str, BoundClaim],
) -> list[Shared]:
    """The questions that both sides answer. Silences stand behind what is said."""
    found = []
    for question in questions:
        sides = [
            sorted(
                (claims[each] for each in question.claims if each in claims),
                key=lambda claim: claim.stance in _SILENT,
            )
            for claims in (left, right)
        ]
        if all(sides):
            found.append(Shared(question.text, *map(tuple, sides)))
    return sorted(found, key=lambda each: -len({*each.left, *each.right}))


def _texts(pair: Pair) -> tuple[str, str]:
    return pair.left.text, pair.right.text


def _cells(row: tuple[str, str, str, str, str]) -> tuple[object, ...]:
    question, kind, left, right, reason = row
    tone = _TONES.get(kind, "plain")
    return (question, badge(kind, tone) if kind else lines([]), left, right, reason)
