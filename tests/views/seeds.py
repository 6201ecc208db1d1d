"""The seed articles with their annotation by hand, as material."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from claimgraph.interop.jsonl import load
from claimgraph.model import Judgement, Lineage, Question, Reading, Relation, Source
from claimgraph.model.base import Identified
from claimgraph.views.material import Material

SEEDS = Path(__file__).parents[2] / "seeds"


@cache
def records() -> tuple[Identified, ...]:
    """Every record of the seeds."""
    return tuple(record for path in sorted(SEEDS.glob("*.jsonl")) for record in load(path))


@cache
def material(publishers: frozenset[str] = frozenset(), *, lineages: bool = True) -> Material:
    """The material of all seeds, or of some publishers' articles; people's merges are followed."""
    readings = [
        record
        for record in records()
        if isinstance(record, Reading)
        and (not publishers or record.document.publisher in publishers)
    ]
    merges = [record.subjects for record in records() if isinstance(record, Judgement)]
    return Material(
        documents=tuple(reading.document for reading in readings),
        sources=_folded(each for reading in readings for each in reading.sources),
        affiliations=tuple(
            {each.id: each for reading in readings for each in reading.affiliations}.values()
        ),
        events=tuple({each.id: each for reading in readings for each in reading.events}.values()),
        attributions=tuple(each for reading in readings for each in reading.attributions),
        claims=tuple(each for reading in readings for each in reading.claims),
        relations=tuple(record for record in records() if isinstance(record, Relation)),
        questions=tuple(record for record in records() if isinstance(record, Question)),
        lineages=tuple(record for record in records() if isinstance(record, Lineage) and lineages),
        entities={subject: subjects[0] for subjects in merges for subject in subjects},
    )


def _folded(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Each source once, with the aliases of all articles."""
    found: dict[str, Source] = {}
    for source in sources:
        known = found.get(source.id, source)
        aliases = tuple(sorted({*known.aliases, *source.aliases}))
        found[source.id] = known.replace(aliases=aliases)
    return tuple(found.values())
