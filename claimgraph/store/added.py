"""What an addition changed."""

from dataclasses import dataclass, fields

from claimgraph.markup.html import block

#: What became of records that are not new: of one, and of several.
_BECAME = {
    "unchanged": ("unchanged", "unchanged"),
    "superseded": ("reading replaced", "readings replaced"),
    "dropped": (
        "relation, question or lineage lost what it rests on",
        "relations, questions or lineages lost what they rest on",
    ),
}


@dataclass(frozen=True, repr=False)
class Added:
    """How many records an addition brought, and what became of others.

    Attributes:
        documents: Documents that were not there.
        attributions: Attributions that were not there.
        claims: Claims that were not there.
        relations: Relations that were not there, or replaced a machine's older verdict; also those
            that comparing found.
        questions: Questions that are new, or have new answers.
        lineages: Lineages that were not there, or replaced a machine's older verdict.
        judgements: Judgements that were not there.
        unchanged: Readings, relations, questions, lineages and judgements that were there, the
            same.
        superseded: Readings that a new one of the same document has replaced; they are archived.
        dropped: Relations, questions and lineages made by hand that lost a claim or an attribution
            they rest on, because the new reading does not find it; they are archived with the old
            reading.

    >>> Added(claims=2) + Added(claims=1, unchanged=1)
    Added(claims=3, unchanged=1)
    """

    documents: int = 0
    attributions: int = 0
    claims: int = 0
    relations: int = 0
    questions: int = 0
    lineages: int = 0
    judgements: int = 0
    unchanged: int = 0
    superseded: int = 0
    dropped: int = 0

    def __add__(self, other: "Added") -> "Added":
        names = (each.name for each in fields(self))
        return Added(**{name: getattr(self, name) + getattr(other, name) for name in names})

    def told(self, new: str = "") -> str:
        """The counts in words, without those that are 0.

        >>> Added(documents=1, claims=1200, superseded=1).told()
        '1 document, 1,200 claims, 1 reading replaced'
        """
        told = []
        for name, count in ((each.name, getattr(self, each.name)) for each in fields(self)):
            one, many = _BECAME.get(name, (f"{new}{name.removesuffix('s')}", f"{new}{name}"))
            if count:
                told.append(f"{count:,} {one if count == 1 else many}")
        return ", ".join(told)

    def _repr_html_(self) -> str:
        return str(block(self.told(new="new ") or "nothing was new"))

    def __repr__(self) -> str:
        counts = ((each.name, getattr(self, each.name)) for each in fields(self))
        return f"Added({', '.join(f'{name}={count}' for name, count in counts if count)})"
