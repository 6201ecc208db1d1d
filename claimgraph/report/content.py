"""What a report says, apart from how it looks. Every format is made of this, and of nothing else.

Claims are numbered in the order of the articles and of their words: number 12 is the same claim in
every section and in every format. Whatever a section says, it names the numbers that it rests on,
and each number leads to the characters of an article (:class:`Exhibit`, :class:`Proof`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from claimgraph.model import Span
from claimgraph.model.base import Id
from claimgraph.views.cells import Report as CellReport
from claimgraph.views.states import State


class Tone(StrEnum):
    """How a cell, a mark or a card looks: what its source does."""

    SAYS = "says"
    ACCUSES = "accuses"
    DENIES = "denies"
    FIGURE = "figure"
    SILENT = "silent"
    OWN_VOICE = "own voice"


class Part(StrEnum):
    """What characters of an article are in an attribution."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True)
class Proof:
    """Characters of an article that something rests on; they can be checked.

    Attributes:
        document_id: The article.
        sha256: Of its text.
        spans: The characters, in their order; at least one span.
    """

    document_id: Id
    sha256: str
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class Fact:
    """A count, or a date, about the collection: ("sources", "6")."""

    label: str
    value: str


@dataclass(frozen=True)
class Tie:
    """What a claim is to another one of the report.

    Attributes:
        kind: In words: "contradicts", "agrees with", "updates", "not comparable with".
        number: Of the other claim.
        reason: Why, in words.
        relation_id: The record.
    """

    kind: str
    number: int
    reason: str
    relation_id: Id


@dataclass(frozen=True)
class Exhibit:
    """A numbered claim with what it rests on.

    Attributes:
        number: From 1, in the order of the articles and of their words.
        claim_id: The record.
        attribution_id: Who said it, as a record.
        text: The claim, in words that stand alone.
        words: The article's own words; "…" between pieces.
        speaker: Who says it: a source, or the article itself.
        speaker_key: The entity of the speaker.
        tone: What the speaker does.
        label: The same in a word or two: "Denies", "Holds back".
        form: "direct quotation", "reported speech", "partly quoted"; "" where there is no cue.
        via: Who passed it on, the one nearest the reader last.
        when: When it was said, else published; "" where nothing is known.
        text_number: The text that it stands in: ``Text.number``.
        how: How this was found, line by line: ("speaker", "“he” is Igor Konashenkov: …").
        ties: What it is to other claims, contradictions first.
        proof: Its characters.
    """

    number: int
    claim_id: Id
    attribution_id: Id
    text: str
    words: str
    speaker: str
    speaker_key: str
    tone: Tone
    label: str
    form: str
    via: tuple[str, ...]
    when: str
    text_number: int
    how: tuple[tuple[str, str], ...]
    ties: tuple[Tie, ...]
    proof: Proof


@dataclass(frozen=True)
class Card:
    """Something to see at a glance.

    Attributes:
        state: Contested, compatible, one source, unanswered accusation.
        title: The question, or who has not answered.
        said: What the most telling sources say, a sentence each.
        text: What is to be added, in a sentence or two; may be "".
        row: The row of the matrix that says more: ``Row.number``; ``None`` where there is none.
        numbers: The claims that it rests on.
    """

    state: State
    title: str
    said: tuple[str, ...]
    text: str
    row: int | None
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Head:
    """The head of a column: a source.

    Attributes:
        key: The entity; of the articles' own voice, ``claimgraph.views.matrix.OWN_VOICE``.
        name: Its name; an acronym where it has one.
        full_name: The whole name.
        detail: For whom it speaks, who speaks for it, through whom it came; may be "".
    """

    key: str
    name: str
    full_name: str
    detail: str


@dataclass(frozen=True)
class Cell:
    """What a source says to a question.

    Attributes:
        source: Whose cell it is, by the name that the head of its column has.
        report: Whether it says something, is reported to have said nothing, or is not reported.
        tone: How it looks; ``None`` where nothing is reported.
        label: "Accuses", "Around 100", "No statement"; "" where nothing is reported.
        words: What, in short.
        more: How many other things the source says to the question.
        numbers: The claims in it, the most telling first; none where nothing is reported.
    """

    source: str
    report: CellReport
    tone: Tone | None = None
    label: str = ""
    words: str = ""
    more: int = 0
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True)
class Row:
    """A question, with what each source says to it.

    Attributes:
        number: From 1, through all topics.
        question: In the words of a person who asks.
        state: Contested, compatible, one source …
        reason: Why, in words.
        cells: One for each column of its topic.
        others: Those of sources that have no column of their own; none of them is empty.
        relation_ids: The relations between its claims.
    """

    number: int
    question: str
    state: State
    reason: str
    cells: tuple[Cell, ...]
    others: tuple[Cell, ...]
    relation_ids: tuple[Id, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The claims of the row, each once."""
        cells = (*self.cells, *self.others)
        return tuple(dict.fromkeys(number for cell in cells for number in cell.numbers))


@dataclass(frozen=True)
class Topic:
    """Questions about one story, with the sources that answer them as columns.

    Attributes:
        title: What it is about.
        heads: The columns, the most telling sources first, the articles' own voice last.
        rows: The questions: what is contested first.
    """

    title: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Alone:
    """Claims of a source that nobody else in the collection speaks to.

    Attributes:
        source: Who says them.
        key: The entity of the source.
        numbers: The claims.
    """

    source: str
    key: str
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Figure:
    """A number that a source gives, as the range that its words allow.

    Attributes:
        source: Who gives it.
        words: As it is written: "around 100 people".
        low: The least that it allows; ``None`` is open.
        best: The one number, where there is one.
        high: The most.
        comparator: In words: "about", "at least", "exactly".
        when: When it was said.
        number: The claim.
    """

    source: str
    words: str
    low: float | None
    best: float | None
    high: float | None
    comparator: str
    when: str
    number: int


@dataclass(frozen=True)
class Scale:
    """Figures that answer one question, to be drawn on one scale.

    Attributes:
        title: The question.
        unit: Of what: "people"; "" where the figures have none.
        row: The row of the matrix.
        reason: What the figures are to each other, in words.
        figures: At least two, in the order of time.
    """

    title: str
    unit: str
    row: int
    reason: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Saying:
    """One step of an exchange: an accusation, an answer, a silence.

    Attributes:
        speaker: Who speaks, or is silent.
        via: Who passed it on, the one nearest the reader last.
        article: Where it stands, in short: "Example Wire, 25 Nov 2018".
        label: "accuses", "denies", "made no statement".
        tone: How it looks.
        words: The article's words.
        when: When it was said.
        numbers: The claims.
    """

    speaker: str
    via: tuple[str, ...]
    article: str
    label: str
    tone: Tone
    words: str
    when: str
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Exchange:
    """Who accuses somebody, and what the accused say, or do not say.

    Attributes:
        party: Who is accused, or was asked.
        accusations: By whom and through whom; none where somebody was only asked.
        answers: Denials, admissions, confirmations.
        silences: Reported: "did not immediately issue a statement".
        in_part: Nobody who surely speaks for the accused has answered.
        summary: All of it in a sentence or two.
    """

    party: str
    accusations: tuple[Saying, ...]
    answers: tuple[Saying, ...]
    silences: tuple[Saying, ...]
    in_part: bool
    summary: str

    @property
    def is_answered(self) -> bool:
        """Whether there is an answer."""
        return bool(self.answers)


@dataclass(frozen=True)
class Blamed:
    """Somebody whom one side blames.

    Attributes:
        party: By the words that name them there.
        speakers: Who of the side says so.
        numbers: The claims.
    """

    party: str
    speakers: tuple[str, ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Differing:
    """One side that is reported to blame parties of different names for one and the same thing.

    Attributes:
        side: Who blames.
        question: For what.
        row: The row of the matrix.
        blamed: At least two.
    """

    side: str
    question: str
    row: int
    blamed: tuple[Blamed, ...]


@dataclass(frozen=True)
class Moment:
    """Something at its time.

    Attributes:
        when: In words, as exact as it is known: "24 Nov 2018", "mid-October 2018".
        start: The beginning in ISO 8601; "" where it is open.
        words: How the articles put the time: "yesterday".
        text: What happened.
        who: Who says so.
        denied_by: Who says that it did not happen.
        numbers: The claims.
    """

    when: str
    start: str
    words: tuple[str, ...]
    text: str
    who: tuple[str, ...]
    denied_by: tuple[str, ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Origin:
    """Claims that are not independent of each other.

    Attributes:
        sources: Who says it.
        words: As it was first said.
        articles: Where it stands, the first first.
        reasons: Why they are one; none where there is one article.
        numbers: The claims.
    """

    sources: tuple[str, ...]
    words: str
    articles: tuple[str, ...]
    reasons: tuple[str, ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Provenance:
    """From how many origins the answers to a question come.

    Attributes:
        title: The question.
        caption: "4 articles, 1 origin".
        row: The row of the matrix.
        origins: Those in most articles first.
    """

    title: str
    caption: str
    row: int
    origins: tuple[Origin, ...]


@dataclass(frozen=True)
class Place:
    """Characters of one of the texts, with where a reader finds them.

    Attributes:
        text_number: ``Text.number``.
        paragraph: Of that text, from 1: ``Paragraph.number``.
        proof: The characters.
    """

    text_number: int
    paragraph: int
    proof: Proof


@dataclass(frozen=True)
class Wording:
    """Words that one speaker uses for a party.

    Attributes:
        speaker: Whose words.
        words: As they are written most often.
        quoted: They stand in quotation marks: the speaker's own.
        count: How often.
        articles: In whose articles.
        places: Where; all of them.
    """

    speaker: str
    words: str
    quoted: bool
    count: int
    articles: tuple[str, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Naming:
    """How speakers name one and the same party.

    Attributes:
        party: Who is called so.
        wordings: At least two that differ.
    """

    party: str
    wordings: tuple[Wording, ...]


@dataclass(frozen=True)
class Mark:
    """What a piece of a text is part of.

    Attributes:
        number: The claim.
        part: Source, cue or content of it.
        tone: How it looks.
        ends: The last piece of this part: its number is to be shown behind it.
    """

    number: int
    part: Part
    tone: Tone
    ends: bool


@dataclass(frozen=True)
class Piece:
    """Characters of a text that belong to the same marks; no marks: plain text.

    Attributes:
        start: The first character, counted in the whole text.
        text: The characters.
        marks: What it is part of, the widest first.
    """

    start: int
    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a text: its pieces cover it, in their order.

    Attributes:
        number: From 1, in its text.
        pieces: At least one.
    """

    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Text:
    """An article, with source, cue and content of each claim marked.

    Attributes:
        number: From 1, by the time of publication.
        document_id: The record.
        sha256: Of the whole text.
        title: Its headline, or its first words.
        publisher: "" where it is not known.
        published: "25 Nov 2018"; "" where it is not known.
        url: "" where it is not known; may be anything.
        paragraphs: The text, from its first character to its last.
        numbers: The claims in it.
    """

    number: int
    document_id: Id
    sha256: str
    title: str
    publisher: str
    published: str
    url: str
    paragraphs: tuple[Paragraph, ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Report:
    """A source-comparison report. It never says who is right.

    Attributes:
        title: Its headline.
        scope: What it is made of, where not of everything: "said by SOHR; since 24 Nov 2018".
        facts: Counts about the collection.
        cards: What to see at a glance.
        topics: The questions side by side with the sources.
        alone: Claims that rest on one source and stand in no row: the most first.
        scales: Figures on one scale.
        exchanges: Who accuses whom, and what the accused say.
        differing: Who is reported to blame parties of different names for one thing.
        moments: What happened when, as sources tell it.
        provenances: From how many origins answers come.
        namings: How the same party is named.
        texts: The articles with their marks.
        exhibits: The claims by number: ``exhibits[0].number == 1``.
        limits: What a report does not do, a sentence each.
        left_out: What is not shown, counted, a sentence each.
        version: Of the library that made it.

    Raises:
        ReportError: Something would be said without evidence.
    """

    title: str
    scope: str
    facts: tuple[Fact, ...]
    cards: tuple[Card, ...]
    topics: tuple[Topic, ...]
    alone: tuple[Alone, ...]
    scales: tuple[Scale, ...]
    exchanges: tuple[Exchange, ...]
    differing: tuple[Differing, ...]
    moments: tuple[Moment, ...]
    provenances: tuple[Provenance, ...]
    namings: tuple[Naming, ...]
    texts: tuple[Text, ...]
    exhibits: tuple[Exhibit, ...]
    limits: tuple[str, ...]
    left_out: tuple[str, ...]
    version: str

    def __post_init__(self) -> None:
        from claimgraph.report.proving import require_evidence

        require_evidence(self)

    def exhibit(self, number: int) -> Exhibit:
        """The claim with a number."""
        return self.exhibits[number - 1]

    @cached_property
    def rows(self) -> Mapping[int, Row]:
        """The rows of all topics, by their number."""
        return {row.number: row for topic in self.topics for row in topic.rows}
