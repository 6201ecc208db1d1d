"""Who was accused, or asked, and has not answered."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from claimgraph.markup.html import lines as under_each_other
from claimgraph.markup.html import quote
from claimgraph.model import Attribution, Evidence
from claimgraph.model.base import Id
from claimgraph.views.accusations import Accusations, is_silence
from claimgraph.views.material import Material
from claimgraph.views.parties import Party
from claimgraph.views.view import Scalar, View
from claimgraph.views.when import written
from claimgraph.views.wording import counted, in_quotes, joined, quoted, shortened

_KEEPING_BACK = re.compile(
    r"\b(?:(?:not|never|no|without|neither|yet|unable)\b|declin|refus|fail|silent)|n['’]t\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"(?:almost |next to |virtually )?(?:no|nothing|none|little)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Statement:
    """Words that an accusation, an answer or a silence is seen in.

    Attributes:
        speaker: Who speaks, or is silent.
        text: What is said.
        words: The words of the article.
        when: When it was said, or else published.
        attribution_id: The record.
        claim_ids: Its claims.
        evidence: The characters that it rests on.
    """

    speaker: Party
    text: str
    words: str
    when: str
    attribution_id: Id
    claim_ids: tuple[Id, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Silence:
    """Somebody who was accused or asked, with what there is of an answer.

    Attributes:
        party: Who was accused, or asked.
        accusations: Against them that nobody on their side has answered.
        statements: Reported silences: "did not immediately issue a statement", "declined to
            comment". None: no answer is reported, and no silence either.
        answers: Of their side, to accusations that are not among these.
    """

    party: Party
    accusations: tuple[Statement, ...]
    statements: tuple[Statement, ...]
    answers: tuple[Statement, ...] = ()

    @property
    def accused_by(self) -> tuple[Party, ...]:
        """Who accuses them, each once, by name."""
        found = {each.speaker for each in self.accusations}
        return tuple(sorted(found))


@dataclass(frozen=True)
class Answered:
    """An accusation that was answered.

    Attributes:
        party: Who was accused.
        accusation: The accusation.
        answers: What the accused or their side say about it.
        in_part: Nobody who surely speaks for the accused has answered: the accused are only
            described ("the rebels"), and who answered has cleared themselves alone.
    """

    party: Party
    accusation: Statement
    answers: tuple[Statement, ...]
    in_part: bool = False


@dataclass(frozen=True, repr=False)
class Silent(View[Silence]):
    """Who has not answered: the most accused first, then by name.

    Attributes:
        rows: Who was accused or asked, and has not answered.
        answered: The accusations that were answered, with the answers.
    """

    answered: tuple[Answered, ...] = ()

    fields: ClassVar[tuple[str, ...]] = (
        *("party", "accused_by", "accusations", "first_accused", "silence", "silences"),
        *("answers_to_others", "party_id"),
    )

    @property
    def caption(self) -> str:
        """How many there are."""
        return (
            f"{counted(len(self.rows), 'party', 'parties')} without an answer; "
            f"{counted(len(self.answered), 'accusation')} answered"
        )

    def flat(self, row: Silence) -> Sequence[Scalar]:
        """One party; several names or words are joined by a semicolon."""
        return (
            row.party.name,
            "; ".join(party.name for party in row.accused_by),
            len(row.accusations),
            row.accusations[0].when if row.accusations else None,
            "; ".join(each.words for each in row.statements),
            len(row.statements),
            len(row.answers),
            row.party.key,
        )

    def lines(self) -> Iterator[str]:
        """Party by party, and then what was answered."""
        for row in self.rows:
            yield f"{row.party.name}: {_silence(row)}"
        for party, group in groupby(self.answered, key=lambda each: each.party):
            each = list(group)
            part = " in part" if all(answered.in_part for answered in each) else ""
            accusers = sorted({answered.accusation.speaker for answered in each})
            repliers = sorted({reply.speaker for answered in each for reply in answered.answers})
            yield (
                f"{party.name}: accused by {_names(accusers)}; answered{part} by {_names(repliers)}"
            )

    @property
    def headers(self) -> Sequence[object]:
        """Who, by whom, and what there is of an answer."""
        return ("who has not answered", "accused by", "of what", "silence")

    def cells(self, row: Silence) -> Sequence[object]:
        """One party."""
        about = row.accusations or row.statements
        said = dict.fromkeys(shortened(each.text) for each in about)
        silences = dict.fromkeys(each.words for each in row.statements)
        return (
            row.party.name,
            under_each_other(party.name for party in row.accused_by),
            under_each_other(list(said)[:3]),
            under_each_other([*map(quote, list(silences)[:3])] or ["no answer is reported"]),
        )


def silent(material: Material) -> Silent:
    """Who was accused, or asked, and has not answered.

    An accusation is answered by what the accused, or somebody on their side, say about it: a
    denial, an admission, a claim that contradicts it or says that it is not so. It must be about
    the same matter: related to the accusation, about the same event or question, or, where neither
    says what it is about, in the same article. What others deny does not answer for the accused;
    only where the accused are not named ("the rebels"), who clears themselves of the accusation
    answers it in part.

    Reported silences count as well: who "declined to comment" was asked. Only who could answer is
    looked at: no debt that is blamed, no crowd, and nobody who is only pointed at ("they").

    >>> silent(Material()).caption
    '0 parties without an answer; 0 accusations answered'
    """
    found = Accusations(material)
    unanswered: defaultdict[Party, list[Statement]] = defaultdict(list)
    answered: list[Answered] = []
    partly: defaultdict[Party, list[Statement]] = defaultdict(list)
    for item, party in found.accusations():
        ours = found.answers_of_side(item, party)
        answers = ours or found.answers_in_part(item, party)
        accusation = _statement(material, item)
        if answers:
            replies = tuple(_statement(material, answer) for answer in answers)
            answered.append(Answered(party, accusation, replies, in_part=not ours))
            partly[party].extend(replies)
        else:
            unanswered[party].append(accusation)
    silences = {
        party: tuple(_statement(material, item) for item in items)
        for party, items in found.silences().items()
    }
    answering = {each.party for each in answered}
    # A silence is over when the silent have answered; until then it stands, accused or not.
    parties = set(unanswered) | {party for party in silences if party not in answering}
    rows = [
        Silence(
            party,
            tuple(unanswered.get(party, ())),
            silences.get(party, ()),
            tuple(dict.fromkeys(partly.get(party, ()))),
        )
        for party in parties
    ]
    rows.sort(key=lambda row: (-len(row.accusations), row.party))
    answered.sort(key=lambda each: each.party)
    return Silent(tuple(rows), tuple(answered))


def _statement(material: Material, item: Attribution) -> Statement:
    claims = material.claims_of.get(item.id, ())
    words = _of_silence(item) if is_silence(item, claims) else quoted(item.content or item.cue)
    return Statement(
        material.speaker(item),
        "; ".join(claim.text for claim in claims) or words,
        words,
        written(material.moment(item)),
        item.id,
        tuple(claim.id for claim in claims),
        material.evidence(item),
    )


def _of_silence(item: Attribution) -> str:
    """The words that tell of a silence: the cue, with what it leaves out where only that denies:
    "gave no details".
    """
    cue = quoted(item.cue)
    if item.content and not _KEEPING_BACK.search(cue) and _NOTHING.match(item.content[0].text):
        return f"{cue} {quoted(item.content)}"
    return cue


def _names(parties: Iterable[Party]) -> str:
    return joined(
        [f"{party.name} (no source given)" if party.is_voice else party.name for party in parties]
    )


def _silence(row: Silence) -> str:
    said = [in_quotes(words) for words in dict.fromkeys(each.words for each in row.statements)]
    if row.accusations:
        return f"accused by {_names(row.accused_by)}; {joined(said) or 'no answer is reported'}"
    texts = dict.fromkeys(each.text for each in row.statements)
    return f"{joined(said)}: {'; '.join(texts)}"
