"""What a graph compares claims with: the library's own comparer, or another one."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol, runtime_checkable

from claimgraph.compare import sketch
from claimgraph.compare.gist import Gist
from claimgraph.compare.pairs import compare
from claimgraph.compare.registry import COMPARATORS, chosen
from claimgraph.compare.statement import Statement
from claimgraph.compare.verdict import Verdict
from claimgraph.compare.version import VERSION

Pair = tuple[Statement, Statement]

#: Gists that are kept, those that were looked at last: new claims are compared with the same ones
#: again and again.
_KEPT = 20_000


class Comparer(Protocol):
    """Says of pairs of statements what they are to each other."""

    @property
    def version(self) -> str:
        """Which comparer it is: another one for every change of what it says."""

    def verdicts(self, pairs: Sequence[Pair], /) -> Sequence[Verdict | None]:
        """A verdict for each pair, in their order; ``None`` where they have nothing to do with
        each other.
        """


class Sketched(NamedTuple):
    """Two claims before they are loaded.

    Attributes:
        a: The sketch of the one.
        b: The sketch of the other.
        together: Whether they stand in one article.
        same_event: Whether they belong to one event.
    """

    a: str
    b: str
    together: bool
    same_event: bool


@runtime_checkable
class Sketching(Comparer, Protocol):
    """A comparer that passes over most pairs by a sketch of each claim, which a store keeps."""

    def sketch(self, statement: Statement, /) -> str:
        """What it wants to know of a claim first, by the claim and the attribution alone."""

    def may_relate(self, pairs: Sequence[Sketched], /) -> Sequence[bool]:
        """For each pair whether it may have a verdict on the claims. Also ``True`` where another
        comparer, or another version, wrote one of the sketches.
        """


@dataclass(frozen=True)
class OneByOne:
    """A comparer that looks at each pair by itself.

    Attributes:
        compare: What two statements are to each other.
        version: Which comparer it is.

    >>> OneByOne(lambda a, b: None, "nothing.1").verdicts([])
    []
    """

    compare: Callable[[Statement, Statement], Verdict | None]
    version: str

    def verdicts(self, pairs: Sequence[Pair], /) -> list[Verdict | None]:
        """A verdict for each pair, in their order."""
        return [self.compare(a, b) for a, b in pairs]


class OwnComparer:
    """The library's own: the event gate, then the comparators.

    Attributes:
        version: Which comparer it is; another one for another choice of comparators.

    >>> OwnComparer(["numeric.v1", "denial.v1"]).version
    '3 numeric.v1 denial.v1'
    """

    def __init__(self, comparators: Sequence[str] = ()) -> None:
        """Choose what may speak.

        Args:
            comparators: Names from :data:`claimgraph.compare.registry.COMPARATORS`; all of them
                where none is named.

        Raises:
            QueryError: There is none of such a name.
        """
        self._comparators = chosen(comparators or COMPARATORS)
        self._gists: OrderedDict[str, Gist] = OrderedDict()
        self.version = " ".join((VERSION, *comparators))

    def verdicts(self, pairs: Sequence[Pair], /) -> list[Verdict | None]:
        """A verdict for each pair, in their order. What a claim says is worked out once."""
        gists: dict[str, Gist] = {}
        found: list[Verdict | None] = []
        for a, b in pairs:
            first = gists.get(a.claim.id) or gists.setdefault(a.claim.id, self._gist(a))
            second = gists.get(b.claim.id) or gists.setdefault(b.claim.id, self._gist(b))
            found.append(compare(first, second, comparators=self._comparators))
        return found

    def sketch(self, statement: Statement, /) -> str:
        """What is to be known of a claim to pass over most pairs."""
        return sketch.sketch_of(self._gist(statement))

    def may_relate(self, pairs: Sequence[Sketched], /) -> list[bool]:
        """For each pair whether there may be a verdict."""
        texts = {text for pair in pairs for text in pair[:2]}
        read = {text: sketch.read(text) for text in texts}
        found: list[bool] = []
        for a, b, together, same_event in pairs:
            one, other = read[a], read[b]
            found.append(
                one is None
                or other is None
                or sketch.may_relate(one, other, together=together, same_event=same_event)
            )
        return found

    def _gist(self, statement: Statement) -> Gist:
        """The gist of a statement; of one that is as it was, the one that was made before."""
        known = self._gists.pop(statement.claim.id, None)
        if known is None or known.statement != statement:
            known = Gist(statement)
        self._gists[statement.claim.id] = known
        while len(self._gists) > _KEPT:
            self._gists.popitem(last=False)
        return known
