"""How each source names the same party."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from claimgraph.ids import name_key
from claimgraph.model import Span
from claimgraph.model.base import Id
from claimgraph.report.compose.numbering import Numbered
from claimgraph.report.content import Naming, Place, Proof, Text, Wording
from claimgraph.views.framing import Wording as Found
from claimgraph.views.framing import framing
from claimgraph.views.parties import Party
from claimgraph.views.silent import Silent

#: Parties of which it is shown; each costs a look at every claim.
MOST = 8


def namings(of: Numbered, accused: Silent, texts: tuple[Text, ...]) -> tuple[Naming, ...]:
    """How parties are named that several speakers name differently: the accused, then who is
    spoken of most.
    """
    made = []
    for party in _looked_at(of, accused):
        wordings = [_wording(of, row, texts) for row in framing(of.material, party.key).rows]
        if _differ(wordings):
            made.append(Naming(party.name, tuple(wordings)))
        if len(made) == MOST:
            break
    return tuple(made)


def _differ(wordings: list[Wording]) -> bool:
    """Whether somebody is called something that is more than another's name with a title, or less:
    "Moscow" and "the Kremlin", not "Velk" and "Interior Minister Anton Velk".
    """
    words = [set(name_key(each.words).split()) for each in wordings]
    return any(not (a <= b or b <= a) for a, b in combinations(words, 2))


def _looked_at(of: Numbered, accused: Silent) -> Iterator[Party]:
    """The parties worth a look: those accused of something, then the most mentioned."""
    parties = of.material.parties
    mentions: Counter[Party] = Counter()
    for item in of.material.attributions:
        for target in item.targets:
            mentions[parties.of(target)] += 1
    for claim in of.material.claims:
        mentions[of.speaker(claim)] += 1
        for each in claim.participants:
            mentions[parties.of(each)] += 1
    first = [
        *(row.party for row in accused.rows if row.accusations),
        *(each.party for each in accused.answered),
    ]
    most = sorted(mentions, key=lambda party: (-mentions[party], party))
    for party in list(dict.fromkeys((*first, *most)))[: 3 * MOST]:
        if parties.find(party.key) is not None:
            yield party


def _wording(of: Numbered, row: Found, texts: tuple[Text, ...]) -> Wording:
    speaker = f"{row.speaker.name} (own words)" if row.speaker.is_voice else row.speaker.name
    return Wording(
        speaker=speaker,
        words=row.words,
        quoted=row.quoted,
        count=row.count,
        articles=row.publishers,
        places=tuple(_place(of, each.document_id, each.span, texts) for each in row.evidence),
    )


def _place(of: Numbered, document_id: Id, span: Span, texts: tuple[Text, ...]) -> Place:
    number = of.text_number(document_id)
    text = texts[number - 1]
    paragraph = max(
        (each.number for each in text.paragraphs if each.pieces[0].start <= span.start), default=1
    )
    return Place(number, paragraph, Proof(document_id, text.sha256, (span,)))
