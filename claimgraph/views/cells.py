"""What one source says to one question."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from claimgraph.ids import name_key
from claimgraph.model import Claim, Evidence
from claimgraph.model.base import Id
from claimgraph.views.material import Material
from claimgraph.views.parties import Party
from claimgraph.views.when import order, written
from claimgraph.views.wording import quoted, shortened, stance_words
from claimgraph.vocabulary import Certainty, Polarity, Stance

#: Of several things that a source says to one question, the cell is headed by the first of these.
_TELLING = (
    *(Stance.ACCUSES, Stance.DENIES, Stance.CONFIRMS, Stance.DOUBTS),
    *(Stance.ASSERTS, Stance.DECLINES, Stance.SILENT),
)
_SILENT = frozenset({Stance.SILENT, Stance.DECLINES})


class Report(StrEnum):
    """Whether a cell holds something: three ways of not knowing are not the same."""

    SAYS = "says"
    NO_STATEMENT = "made no statement"
    NOT_REPORTED = "not reported"


@dataclass(frozen=True)
class Answer:
    """One claim in a cell.

    Attributes:
        claim_id: The claim.
        stance: Of the source towards it.
        polarity: Whether it says that it is so.
        certainty: How sure the source is.
        label: The stance in a word or two: "Denies", "Holds back".
        text: The claim, in words that stand alone.
        words: The article's own words.
        quantities: The numbers in it, as the article puts them; first those of what most claims
            of the row count.
        via: Through whom it came.
        said_by: Who said it, where somebody speaks for the column's party.
        when: When it was said, else published.
        evidence: The characters that it rests on.
    """

    claim_id: Id
    stance: Stance
    polarity: Polarity
    certainty: Certainty
    label: str
    text: str
    words: str
    quantities: tuple[str, ...]
    via: tuple[Party, ...]
    said_by: Party
    when: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Cell:
    """What one source says to one question.

    Attributes:
        report: Whether it says something, is reported to have said nothing, or is not reported.
        label: The most telling stance, in a word or two, or the number that the source gives.
        words: The claim in short; of a silence, the words that tell it.
        answers: All its claims, the most telling first; of those the earliest, in the order of the
            text.
    """

    report: Report = Report.NOT_REPORTED
    label: str = ""
    words: str = ""
    answers: tuple[Answer, ...] = ()

    @property
    def stance(self) -> Stance | None:
        """The most telling stance; ``None`` where nothing is reported."""
        return self.answers[0].stance if self.answers else None

    @property
    def claim_ids(self) -> tuple[Id, ...]:
        """The claims in the cell."""
        return tuple(answer.claim_id for answer in self.answers)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The characters that the cell rests on."""
        return tuple(each for answer in self.answers for each in answer.evidence)


#: The cell of a source of which nothing is reported.
EMPTY = Cell()


def counted_in(claims: Iterable[Claim]) -> Counter[str]:
    """How many claims of a row count what: people, farmhouses."""
    return Counter(
        unit for claim in claims for unit in {name_key(each.unit) for each in claim.quantities}
    )


def cell_of(material: Material, claims: Sequence[Claim], counted: Mapping[str, int]) -> Cell:
    """The cell of a source's claims, of which there is at least one.

    Args:
        material: What is shown.
        claims: The source's.
        counted: What the claims of the row count. The number that a cell gives is of what most do.
    """
    ranked = sorted(
        claims,
        key=lambda claim: (
            _TELLING.index(claim.stance),
            not claim.quantities,
            -len(_of_silence(material, claim)),
            order(material.moment(claim)),
            material.attribution_of(claim).document_id,
            claim.spans[0].start,
            claim.id,
        ),
    )
    answers = tuple(_answer(material, claim, counted) for claim in ranked)
    first = answers[0]
    if first.stance in _SILENT:
        return Cell(Report.NO_STATEMENT, first.label, shortened(first.words), answers)
    gives_number = first.stance is Stance.ASSERTS and first.quantities
    label = first.quantities[0] if gives_number else first.label
    return Cell(Report.SAYS, label[:1].upper() + label[1:], shortened(first.text), answers)


def _answer(material: Material, claim: Claim, counted: Mapping[str, int]) -> Answer:
    item = material.attribution_of(claim)
    numbers = sorted(claim.quantities, key=lambda each: -counted.get(name_key(each.unit), 0))
    speaker = material.speaker(item)
    return Answer(
        claim_id=claim.id,
        stance=claim.stance,
        polarity=claim.polarity,
        certainty=claim.certainty,
        label=stance_words(claim, own_voice=speaker.is_voice),
        text=claim.text,
        words=shortened(_of_silence(material, claim) or quoted(claim.spans), 200),
        quantities=tuple(quantity.text for quantity in numbers),
        via=tuple(material.parties.of(relay) for relay in item.via),
        said_by=speaker,
        when=written(material.moment(item)),
        evidence=material.evidence(claim),
    )


def _of_silence(material: Material, claim: Claim) -> str:
    """The words that tell of a silence: of several, the longest say most."""
    return quoted(material.attribution_of(claim).cue) if claim.stance in _SILENT else ""


def more_in(cell: Cell) -> str:
    """How many other things the source says to it."""
    others = len({answer.text for answer in cell.answers} - {cell.answers[0].text})
    return f"(and {others} more)" if others else ""
