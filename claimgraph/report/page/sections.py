"""The sections of a report, as pieces of HTML that can be laid out on one page or on several."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from claimgraph.report.content import Report, Row, Topic
from claimgraph.report.page.diagram import described, narrow, wide
from claimgraph.report.page.marking import TextPart, text_parts
from claimgraph.report.page.paper import piece
from claimgraph.report.page.ranges import drawing

#: Rows of one table: a longer topic goes on in a further table, so that it fits on a page.
ROWS = 100


@dataclass(frozen=True)
class Item:
    """A piece of a section: it is never divided.

    Attributes:
        label: What a list of contents calls it.
        number: Of what it shows, from 1 in its section; a long text, and a long topic, are several
            pieces with one number.
        html: What it looks like.
        places: Where links may lead in it.
    """

    label: str
    number: int
    html: str
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """A section of a report.

    Attributes:
        key: Its place on a page, and the name of its further pages.
        title: Its heading.
        lead: How it is to be read.
        frame: The macro that puts its pieces together.
        items: Its pieces.
        noun: What its pieces are called, where they are counted.
    """

    key: str
    title: str
    lead: str
    frame: str
    items: tuple[Item, ...]
    noun: tuple[str, str]

    @property
    def count(self) -> int:
        """How many things it shows."""
        return len({item.number for item in self.items})


def sections(report: Report) -> tuple[Section, ...]:
    """The sections that have something to say, in the order in which they are read."""
    made = (
        Section("glance", "At a glance", "", "cards", tuple(_cards(report)), ("note", "notes")),
        _questions(report),
        Section(
            "figures",
            "The figures",
            "Each number as the range that its words allow, on one scale for each question. A dot "
            "is one number, a bar a range; an arrow means that one end is open.",
            "grid",
            tuple(_figures(report)),
            ("question", "questions"),
        ),
        Section(
            "accusations",
            "Accusation and reply",
            "Who accuses whom, how the words came to the reader, and what the accused say. "
            "Solid line: accusation. Dashed line: denial. Dashed box: reported as silent.",
            "stack",
            tuple(_exchanges(report)),
            ("accused party", "accused parties"),
        ),
        Section(
            "timeline",
            "When it happened, and who says so",
            "",
            "timeline",
            tuple(_moments(report)),
            ("moment", "moments"),
        ),
        Section(
            "origins",
            "Where it comes from",
            "Many articles can repeat one statement. What goes back to the same words or the "
            "same source is one origin.",
            "grid",
            tuple(_provenances(report)),
            ("question", "questions"),
        ),
        Section(
            "names",
            "One party, several names",
            "What each speaker calls the same party. Words in quotation marks are the speaker’s "
            "own; the others are the article’s.",
            "stack",
            tuple(_namings(report)),
            ("party", "parties"),
        ),
        Section(
            "alone",
            "Said by one source only",
            "Claims that nobody else in this collection speaks to, and that stand in no row above.",
            "frame",
            tuple(_alone(report)),
            ("source", "sources"),
        ),
        Section(
            "texts",
            "The evidence",
            "",
            "texts",
            tuple(_texts(report)),
            ("text", "texts"),
        ),
    )
    return tuple(section for section in made if section.items)


def _questions(report: Report) -> Section:
    lead = (
        "Each row is a question, each column a source. Follow a cell to the words that it comes "
        "from: the small numbers are the numbers of the claims. A dash means that nothing is "
        "reported from that source on that question. Sources without a column stand under the row."
    )
    items = tuple(
        _topic(topic, place, start)
        for place, topic in enumerate(report.topics, 1)
        for start in range(0, len(topic.rows), ROWS)
    )
    return Section("questions", "Questions and sources", lead, "topics", items, ("topic", "topics"))


def _topic(topic: Topic, place: int, start: int) -> Item:
    rows = topic.rows[start : start + ROWS]
    name = f"topic-{place}" if start == 0 else f"topic-{place}-{start // ROWS + 1}"
    html = piece("questions.html", "topic", name, topic, rows, start > 0)
    return Item(topic.title, place, html, (name, *(f"row-{row.number}" for row in rows)))


def _cards(report: Report) -> Iterator[Item]:
    for place, card in enumerate(report.cards, 1):
        yield Item(card.title, place, piece("questions.html", "card", card))


def _alone(report: Report) -> Iterator[Item]:
    for place, one in enumerate(report.alone, 1):
        yield Item(
            one.source,
            place,
            piece("statements.html", "alone", one, report.exhibits, len(report.alone) <= 3),
        )


def _figures(report: Report) -> Iterator[Item]:
    for place, scale in enumerate(report.scales, 1):
        html = piece(
            "figures.html", "scale", place, scale, drawing(scale), scale.row in report.rows
        )
        yield Item(scale.title, place, html, (f"scale-{place}",))


def _exchanges(report: Report) -> Iterator[Item]:
    for place, exchange in enumerate(report.exchanges, 1):
        pictures = (("wide", wide(exchange)), ("narrow", narrow(exchange)))
        html = piece("accusations.html", "exchange", place, exchange, pictures, described(exchange))
        yield Item(exchange.party, place, html, (f"exchange-{place}",))
    last = max(1, len(report.exchanges))
    for place, differing in enumerate(report.differing, 1):
        html = piece(
            "accusations.html", "differing", place, differing, differing.row in report.rows
        )
        yield Item(f"Wording differs: {differing.side}", last, html, (f"differing-{place}",))


def _moments(report: Report) -> Iterator[Item]:
    for place, moment in enumerate(report.moments, 1):
        yield Item(moment.when, place, piece("statements.html", "moment", moment))


def _provenances(report: Report) -> Iterator[Item]:
    for place, provenance in enumerate(report.provenances, 1):
        html = piece(
            "statements.html", "provenance", place, provenance, provenance.row in report.rows
        )
        yield Item(provenance.title, place, html, (f"origins-{place}",))


def _namings(report: Report) -> Iterator[Item]:
    for place, naming in enumerate(report.namings, 1):
        html = piece("statements.html", "naming", place, naming, report.texts)
        yield Item(naming.party, place, html, (f"names-{place}",))


def _texts(report: Report) -> Iterator[Item]:
    asked = _rows_of(report)
    for part in text_parts(report):
        yield Item(
            part.text.title,
            part.text.number,
            piece("texts.html", "text", part, asked),
            _places(part),
        )


def _places(part: TextPart) -> tuple[str, ...]:
    paragraphs = [
        f"t{part.text.number}-p{block.number}" for block in part.blocks if not block.goes_on
    ]
    claims = [f"c{exhibit.number}" for exhibit in part.exhibits]
    marks = [f"m{number}" for number in sorted(part.targets)]
    return (part.name, *paragraphs, *claims, *marks)


def _rows_of(report: Report) -> dict[int, list[Row]]:
    """The questions that each claim answers."""
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in report.rows.values():
        for number in row.numbers:
            found[number].append(row)
    return dict(found)


def joined(items: tuple[Item, ...]) -> Markup:
    """Pieces one after another."""
    return Markup("\n").join(Markup(item.html) for item in items)  # noqa: S704 - made by templates
