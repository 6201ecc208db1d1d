"""The ways on which sayings came to the reader; those that came the same way are one."""

from collections.abc import Iterable
from dataclasses import dataclass

from claimgraph.report.content import Saying, Tone


@dataclass(frozen=True)
class Chain:
    """A speaker, those who passed it on, and the articles that have it."""

    speaker: str
    via: tuple[str, ...]
    label: str
    tone: Tone
    articles: tuple[str, ...]


def chains(sayings: Iterable[Saying]) -> tuple[Chain, ...]:
    """The ways of some sayings, in their order, each once."""
    found: dict[tuple[str, tuple[str, ...], str, Tone], dict[str, None]] = {}
    for each in sayings:
        articles = found.setdefault((each.speaker, each.via, each.label, each.tone), {})
        articles[each.article] = None
    return tuple(
        Chain(speaker, via, label, tone, tuple(articles))
        for (speaker, via, label, tone), articles in found.items()
    )
