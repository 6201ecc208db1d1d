"""The comparators by name, so that a user or a configuration can choose among them."""

from __future__ import annotations

from collections.abc import Iterable

from claimgraph.compare.comparator import Comparator
from claimgraph.compare.comparators.agreement import agreement
from claimgraph.compare.comparators.antonym import antonym
from claimgraph.compare.comparators.denial import denial
from claimgraph.compare.comparators.negation import negation
from claimgraph.compare.comparators.numeric import numeric
from claimgraph.compare.comparators.once import once
from claimgraph.compare.comparators.responsibility import responsibility
from claimgraph.compare.comparators.structure import structure
from claimgraph.errors import QueryError

#: Every comparator by its name and version, in the order in which they are asked.
COMPARATORS: dict[str, Comparator] = {
    "denial.v1": denial,
    "responsibility.v1": responsibility,
    "numeric.v1": numeric,
    "negation.v1": negation,
    "antonym.v1": antonym,
    "structure.v1": structure,
    "once.v1": once,
    "agreement.v1": agreement,
}


def chosen(names: Iterable[str]) -> tuple[Comparator, ...]:
    """The comparators of these names.

    Raises:
        QueryError: There is none of such a name.

    >>> len(chosen(["numeric.v1", "denial.v1"]))
    2
    """
    found = []
    for name in names:
        if name not in COMPARATORS:
            known = ", ".join(COMPARATORS)
            raise QueryError(f"there is no comparator {name!r}; there are {known}")
        found.append(COMPARATORS[name])
    return tuple(found)
