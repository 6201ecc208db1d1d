"""Whom one side blames, where articles give different names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from claimgraph.ids import name_key
from claimgraph.model import Attribution, Claim
from claimgraph.model.base import Id
from claimgraph.report.compose.numbering import Numbered
from claimgraph.report.content import Blamed, Differing, Row, Topic
from claimgraph.views.parties import Party
from claimgraph.vocabulary import Role, Stance

_DENIES = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.SILENT, Stance.DECLINES})


def differing(of: Numbered, topics: Iterable[Topic]) -> tuple[Differing, ...]:
    """For each question and side, whom it is reported to blame, where that is not one party.

    "Russia accuses HTS" and "Konashenkov said that terrorist groups fired the shells" are two
    accusations of one side; whether they mean the same party is for the reader to say.
    """
    return tuple(each for topic in topics for row in topic.rows for each in _of_row(of, row))


def _of_row(of: Numbered, row: Row) -> Iterator[Differing]:
    sides: defaultdict[str, defaultdict[Party, list[Claim]]]
    sides = defaultdict(lambda: defaultdict(list))
    parties = of.material.parties
    for number in row.numbers:
        claim = of.claims[number - 1]
        item = of.material.attribution_of(claim)
        speaker = of.speaker(item)
        if speaker.is_voice or claim.stance in _DENIES or item.negated:
            continue
        side = parties.side(speaker.key, of.material.moment(item))
        for party in _accused(of, claim, item):
            if party.key != speaker.key:
                sides[side][party].append(claim)
    for side, blamed in sorted(sides.items()):
        if len({name_key(party.name) for party in blamed}) > 1:
            yield Differing(
                side=parties.name(side),
                question=row.question,
                row=row.number,
                blamed=tuple(
                    sorted(
                        (_blamed(of, party, claims) for party, claims in blamed.items()),
                        key=lambda each: each.numbers,
                    )
                ),
            )


def _accused(of: Numbered, claim: Claim, item: Attribution) -> list[Party]:
    """Whom a claim accuses; where the claim names nobody, whom its attribution accuses."""
    named = [each for each in claim.participants if each.role is Role.ACCUSED]
    if not named and claim.stance is Stance.ACCUSES:
        named = [each for each in item.targets if each.role is Role.ACCUSED]
    found: dict[Id, Party] = {}
    for each in named:
        party = of.material.parties.of(each)
        found.setdefault(party.key, party)
    return list(found.values())


def _blamed(of: Numbered, party: Party, claims: list[Claim]) -> Blamed:
    speakers = dict.fromkeys(of.speaker(claim).name for claim in claims)
    numbers = sorted(of.numbers(claim.id for claim in claims))
    return Blamed(party.name, tuple(speakers), tuple(numbers))
