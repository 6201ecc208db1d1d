"""Reports made by hand, so that a test of how they look needs no reader and no graph::

text = Article("HTS did not issue a statement. SOHR said 100 were hurt.", [
    Words("HTS", "did not issue a statement", tone=Tone.SILENT),
    Words("SOHR", "said", "100 were hurt"),
])
report = made_of(text)
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from claimgraph.ids import content_id, text_digest
from claimgraph.model import Span
from claimgraph.report.compose.texts import Marked, paragraphs
from claimgraph.report.content import (
    Alone,
    Blamed,
    Card,
    Cell,
    Differing,
    Exchange,
    Exhibit,
    Fact,
    Figure,
    Head,
    Moment,
    Naming,
    Origin,
    Part,
    Place,
    Proof,
    Provenance,
    Report,
    Row,
    Saying,
    Scale,
    Text,
    Tie,
    Tone,
    Topic,
    Wording,
)
from claimgraph.views.cells import Report as CellReport
from claimgraph.views.matrix import OWN_VOICE
from claimgraph.views.states import State


@dataclass(frozen=True)
class Words:
    """What a source says, as the words of an article: source, cue, pieces of content."""

    source: str
    cue: str
    content: tuple[str, ...]
    tone: Tone

    def __init__(self, source: str, cue: str, *content: str, tone: Tone = Tone.SAYS) -> None:
        for name, value in (("source", source), ("cue", cue), ("content", content)):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "tone", tone)


@dataclass(frozen=True)
class Article:
    """A text, and what sources say in it."""

    text: str
    says: Sequence[Words] = ()
    title: str = "An article"
    publisher: str = "Example Wire"
    published: str = "25 Nov 2018"
    url: str = "https://example.org/1"

    def span(self, words: str) -> Span:
        """Where some words stand for the first time."""
        start = self.text.index(words)
        return Span(start=start, end=start + len(words), text=words)


def made_of(*articles: Article, **parts: Any) -> Report:
    """A report about some articles; ``parts`` are its other sections."""
    exhibits: list[Exhibit] = []
    texts: list[Text] = []
    for place, article in enumerate(articles, 1):
        first = len(exhibits) + 1
        exhibits += [
            _exhibit(article, place, words, number)
            for number, words in enumerate(article.says, first)
        ]
        texts.append(_text(article, place, exhibits[first - 1 :]))
    empty: dict[str, Any] = dict.fromkeys(
        (
            *("facts", "cards", "topics", "alone", "scales", "exchanges", "differing", "moments"),
            *("provenances", "namings", "limits", "left_out"),
        ),
        (),
    )
    values = {"title": "Who says what", "scope": "", "version": "1.0", **empty, **parts}
    return Report(texts=tuple(texts), exhibits=tuple(exhibits), **values)


def _id(kind: str, *parts: object) -> str:
    return content_id(kind, *parts)


def _proof(article: Article, place: int, words: Iterable[str]) -> Proof:
    spans = tuple(article.span(each) for each in words)
    return Proof(_id("doc", article.text, place), text_digest(article.text), spans)


def _exhibit(article: Article, place: int, words: Words, number: int) -> Exhibit:
    pieces = words.content or (words.cue,)
    return Exhibit(
        number=number,
        claim_id=_id("clm", number, *pieces),
        attribution_id=_id("att", number),
        text=" ".join(pieces),
        words=" … ".join(pieces),
        speaker=words.source or article.publisher,
        speaker_key=_id("src", words.source),
        tone=words.tone,
        label=words.tone.value.capitalize(),
        form="reported speech",
        via=("TASS",) if number % 3 == 0 else (),
        when=article.published,
        text_number=place,
        how=(("speaker", f"“{words.source}” is named"), ("reporting words", words.cue)),
        ties=(Tie("contradicts", number - 1, "both cannot be", "rel_1"),) if number > 1 else (),
        proof=_proof(article, place, pieces),
    )


def _text(article: Article, place: int, exhibits: Sequence[Exhibit]) -> Text:
    marks: list[Marked] = []
    for exhibit, words in zip(exhibits, article.says, strict=True):
        parts: list[tuple[Part, tuple[str, ...]]] = [
            (Part.SOURCE, (words.source,)),
            (Part.CUE, (words.cue,)),
        ]
        parts.append((Part.CONTENT, words.content))
        for part, pieces in parts:
            spans = [article.span(each) for each in pieces if each]
            last = max((span.end for span in spans), default=0)
            marks += [
                Marked(each.start, each.end, exhibit.number, part, words.tone, each.end == last)
                for each in spans
            ]
    return Text(
        number=place,
        document_id=_id("doc", article.text, place),
        sha256=text_digest(article.text),
        title=article.title,
        publisher=article.publisher,
        published=article.published,
        url=article.url,
        paragraphs=paragraphs(article.text, marks),
        numbers=tuple(each.number for each in exhibits),
    )


ALEPPO = Article(
    "Aleppo: the reports differ\n\n"
    "Russia accused Hayat Tahrir al-Sham (HTS) of the attack. “All of the targets were "
    "destroyed,” Konashenkov told TASS, “and none is left.”\n\n"
    "SOHR said around 100 people were hurt. SANA reported 107 cases.\r\n"
    "A rebel alliance denied any involvement, and HTS did not immediately issue a statement.\n",
    [
        Words("Russia", "accused", "Hayat Tahrir al-Sham (HTS) of the attack", tone=Tone.ACCUSES),
        Words("Konashenkov", "told", "All of the targets were destroyed,", "and none is left."),
        Words("SOHR", "said", "around 100 people were hurt", tone=Tone.FIGURE),
        Words("SANA", "reported", "107 cases", tone=Tone.FIGURE),
        Words("A rebel alliance", "denied", "any involvement", tone=Tone.DENIES),
        Words("HTS did", "did not immediately issue a statement", tone=Tone.SILENT),
    ],
    title="Aleppo: the reports differ",
)


def cell(source: str, *numbers: int, tone: Tone = Tone.SAYS, **fields: Any) -> Cell:
    """A cell in which a source says something; without numbers, one without report."""
    if not numbers:
        return Cell(source, CellReport.NOT_REPORTED)
    kind = CellReport.NO_STATEMENT if tone is Tone.SILENT else CellReport.SAYS
    fields = {"label": tone.value.capitalize(), "words": f"what {source} says", **fields}
    return Cell(source, kind, tone, numbers=numbers, **fields)


def row(number: int, *cells: Cell, others: tuple[Cell, ...] = (), **fields: Any) -> Row:
    """A question that is contested."""
    fields = {"state": State.CONTESTED, "reason": "they contradict each other", **fields}
    question = fields.pop("question", f"What about question {number}?")
    return Row(number, question, cells=cells, others=others, relation_ids=(), **fields)


def saying(speaker: str, tone: Tone, *numbers: int, **fields: Any) -> Saying:
    """A step of an exchange."""
    label = {Tone.ACCUSES: "accuses", Tone.DENIES: "denies"}.get(tone, "made no statement")
    fields = {"via": (), "article": "Example Wire, 25 Nov 2018", "words": "their words", **fields}
    return Saying(speaker, label=label, tone=tone, when="25 Nov 2018", numbers=numbers, **fields)


def figure(source: str, number: int, low: float | None, high: float | None) -> Figure:
    """A number that a source gives."""
    best = low if low == high else None
    return Figure(source, f"{low} people", low, best, high, "exactly", "25 Nov 2018", number)


def aleppo(**parts: Any) -> Report:
    """A report with something in each of its sections."""
    heads = (
        Head("src_1", "Russia", "Russian Federation", "Konashenkov, via TASS"),
        Head("src_2", "SOHR", "Syrian Observatory for Human Rights", ""),
        Head("src_3", "HTS", "Hayat Tahrir al-Sham", ""),
        Head(OWN_VOICE, "the articles themselves", "the articles themselves", "no source given"),
    )
    attack = row(
        1,
        cell("Russia", 1, 2, tone=Tone.ACCUSES, more=1),
        cell("SOHR"),
        cell("HTS", 6, tone=Tone.SILENT),
        cell("the articles themselves"),
        others=(cell("A rebel alliance", 5, tone=Tone.DENIES),),
    )
    hurt = row(
        2,
        cell("Russia"),
        cell("SOHR", 3, tone=Tone.FIGURE),
        cell("HTS"),
        cell("the articles themselves", 4, tone=Tone.OWN_VOICE),
        state=State.COMPATIBLE,
        question="How many people were hurt?",
    )
    exchange = Exchange(
        "Hayat Tahrir al-Sham",
        (saying("Konashenkov", Tone.ACCUSES, 1, via=("TASS",)),),
        (saying("A rebel alliance", Tone.DENIES, 5),),
        (saying("Hayat Tahrir al-Sham", Tone.SILENT, 6),),
        in_part=True,
        summary="Russia accuses HTS. A rebel alliance denies.",
    )
    place = Place(1, 2, _proof(ALEPPO, 1, ("Hayat Tahrir al-Sham (HTS)",)))
    other = Place(1, 4, _proof(ALEPPO, 1, ("HTS did",)))
    sections: dict[str, Any] = {
        "facts": (Fact("published", "25 Nov 2018"), Fact("sources", "5")),
        "cards": (
            Card(
                State.CONTESTED, "Who did it?", ("Russia accuses HTS.",), "No trial.", 1, (1, 5, 6)
            ),
        ),
        "topics": (Topic("Attack on Aleppo", heads, (attack, hurt)),),
        "alone": (Alone("Konashenkov", "src_9", (2,)),),
        "scales": (
            Scale(
                "How many people were hurt?",
                "people",
                2,
                "the exact figure lies inside the rounded one",
                (figure("SOHR", 3, 90, 110), figure("SANA", 4, 107, 107)),
            ),
        ),
        "exchanges": (exchange,),
        "differing": (
            Differing(
                "Russia",
                "Who did it?",
                1,
                (Blamed("HTS", ("Russia",), (1,)), Blamed("x", (), (2,))),
            ),
        ),
        "moments": (
            Moment(
                "24 Nov 2018",
                "2018-11-24",
                ("yesterday",),
                "the attack",
                ("Russia",),
                ("HTS",),
                (1, 5),
            ),
        ),
        "provenances": (
            Provenance(
                "Who did it?",
                "2 articles, 1 origin",
                1,
                (
                    Origin(
                        ("Russia",), "HTS did it", ("Wire", "Daily"), ("the same words",), (1, 2)
                    ),
                ),
            ),
        ),
        "namings": (
            Naming(
                "Hayat Tahrir al-Sham",
                (
                    Wording(
                        "Russia", "Hayat Tahrir al-Sham", False, 1, ("Example Wire",), (place,)
                    ),
                    Wording("Example Wire", "HTS", True, 1, ("Example Wire",), (other,)),
                ),
            ),
        ),
        "limits": ("It does not say who is right.",),
        "left_out": ("3 claims of 2 articles",),
    }
    return made_of(ALEPPO, **{**sections, **parts})


def many(articles: int, claims: int = 30, words: int = 12) -> Report:
    """A report about many articles, each with some claims, and a row for each article."""
    made: list[Article] = []
    rows: list[Row] = []
    heads = (Head("src_1", "Speaker", "Speaker", ""), Head("src_2", "Other", "Other", ""))
    for number in range(articles):
        says = [
            Words(f"Speaker {number}-{each}", f"said-{each}", f"claim {number}-{each} " * words)
            for each in range(claims)
        ]
        text = "\n\n".join(f"{each.source} {each.cue} {each.content[0]}." for each in says)
        made.append(Article(text, says, title=f"Article {number}"))
        first = number * claims + 1
        rows.append(row(number + 1, cell("Speaker", first, first + 1), cell("Other")))
    return made_of(*made, topics=(Topic("All of it", heads, tuple(rows)),))
