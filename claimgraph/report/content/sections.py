"""What is told besides the questions: figures, exchanges, times, origins, names."""

from dataclasses import dataclass

from claimgraph.report.content.proofs import Place, Tone


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
