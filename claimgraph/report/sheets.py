"""The sheets of a workbook: each section of a report as a table of its own."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimgraph.report.content import Exchange, Exhibit, Proof, Report, Saying
from claimgraph.views.cells import Report as CellReport

#: A cell of a sheet; ``None`` is empty.
Value = str | int | float | None
_Rows = Iterator[Sequence[Value]]


@dataclass(frozen=True)
class Sheet:
    """A table with a name.

    Attributes:
        name: As the tab shows it.
        columns: The heads, each with its width in characters.
        rows: The cells, one for each column.
    """

    name: str
    columns: tuple[tuple[str, int], ...]
    rows: Iterable[Sequence[Value]]


def sheets(report: Report) -> Iterator[Sheet]:
    """All sheets, the first first. Rows are made as they are taken.

    The column ``claims`` holds numbers of the sheet Claims, where the characters are told.
    """
    for name, columns, rows in _SHEETS:
        yield Sheet(name, columns, rows(report))


def _about(report: Report) -> _Rows:
    yield "title", report.title
    if report.scope:
        yield "made of", report.scope
    for fact in report.facts:
        yield fact.label, fact.value
    for limit in report.limits:
        yield "what it does not do", limit
    yield "made with", f"claimgraph {report.version}"


def _glance(report: Report) -> _Rows:
    for card in report.cards:
        said = " ".join(filter(None, (*card.said, card.text)))
        yield card.state.value, card.title, said, card.row, _numbers(card.numbers)


def _questions(report: Report) -> _Rows:
    for topic in report.topics:
        for row in topic.rows:
            for cell in (*row.cells, *row.others):
                said = cell.report is not CellReport.NOT_REPORTED
                yield (
                    *(row.number, topic.title, row.question, row.state.value, row.reason),
                    *(cell.source, cell.report.value, cell.label, cell.words),
                    *(cell.more if said else None, _numbers(cell.numbers)),
                )


def _alone(report: Report) -> _Rows:
    for alone in report.alone:
        for number in alone.numbers:
            yield alone.source, report.exhibit(number).text, _numbers([number])


def _claims(report: Report) -> _Rows:
    for each in report.exhibits:
        text = report.texts[each.text_number - 1]
        yield (
            *(each.number, each.speaker, each.label, each.text, each.words, each.form),
            *("; ".join(each.via), each.when, _ties(each)),
            *(text.publisher, text.title, text.published, each.claim_id),
            *_proof(each.proof),
            "; ".join(f"{step}: {words}" for step, words in each.how),
        )


def _figures(report: Report) -> _Rows:
    for scale in report.scales:
        for each in scale.figures:
            yield (
                *(scale.row, scale.title, scale.unit, scale.reason, each.source, each.words),
                *(each.low, each.best, each.high, each.comparator, each.when),
                _numbers([each.number]),
            )


def _accusations(report: Report) -> _Rows:
    for exchange in report.exchanges:
        for part, sayings in _parts(exchange):
            for each in sayings:
                yield (
                    *(exchange.party, part, each.speaker, "; ".join(each.via), each.label),
                    *(each.words, each.article, each.when, _numbers(each.numbers)),
                )


def _parts(exchange: Exchange) -> Iterator[tuple[str, tuple[Saying, ...]]]:
    yield "accusation", exchange.accusations
    yield "answer", exchange.answers
    yield "silence", exchange.silences


def _timeline(report: Report) -> _Rows:
    for each in report.moments:
        yield (
            *(each.when, each.start, each.text, "; ".join(each.words), "; ".join(each.who)),
            *("; ".join(each.denied_by), _numbers(each.numbers)),
        )


def _origins(report: Report) -> _Rows:
    for provenance in report.provenances:
        for each in provenance.origins:
            yield (
                *(provenance.row, provenance.title, provenance.caption, "; ".join(each.sources)),
                *(each.words, "; ".join(each.articles), "; ".join(each.reasons)),
                _numbers(each.numbers),
            )


def _names(report: Report) -> _Rows:
    for naming in report.namings:
        for each in naming.wordings:
            for place in each.places:
                yield (
                    *(naming.party, each.speaker, each.words, "yes" if each.quoted else "no"),
                    *(each.count, place.text_number, place.paragraph),
                    *_proof(place.proof),
                )


def _texts(report: Report) -> _Rows:
    """A row for each paragraph: a whole article does not fit into a cell."""
    for text in report.texts:
        for paragraph in text.paragraphs:
            whole = "".join(piece.text for piece in paragraph.pieces)
            marks = (mark.number for piece in paragraph.pieces for mark in piece.marks)
            for start in range(0, len(whole), ROOM):
                yield (
                    *(text.number, text.publisher, text.title, text.published, text.url),
                    *(paragraph.number, paragraph.pieces[0].start + start),
                    *(whole[start : start + ROOM], _numbers(sorted(set(marks)))),
                    *(text.document_id, text.sha256),
                )


def _left_out(report: Report) -> _Rows:
    for sentence in report.left_out:
        yield (sentence,)


#: Characters that a cell surely holds: Excel's limit is 32,767.
ROOM = 30_000

_PROOF = (("document_id", 22), ("characters", 14), ("sha256", 22))

_SHEETS: tuple[tuple[str, tuple[tuple[str, int], ...], Callable[[Report], _Rows]], ...] = (
    ("About", (("what", 22), ("words", 90)), _about),
    (
        "At a glance",
        (("state", 16), ("title", 40), ("words", 80), ("question no.", 12), ("claims", 14)),
        _glance,
    ),
    (
        "Questions",
        (
            *(("no.", 6), ("topic", 26), ("question", 40), ("state", 16), ("why", 40)),
            *(("source", 26), ("reported", 16), ("stance", 16), ("words", 60), ("more", 7)),
            ("claims", 14),
        ),
        _questions,
    ),
    ("One source alone", (("source", 26), ("claim", 90), ("claims", 14)), _alone),
    (
        "Figures",
        (
            *(("question no.", 12), ("question", 40), ("unit", 14), ("why", 40)),
            *(("source", 26), ("words", 40), ("low", 10), ("best", 10), ("high", 10)),
            *(("how", 12), ("when", 18), ("claims", 14)),
        ),
        _figures,
    ),
    (
        "Accusations",
        (
            *(("accused", 26), ("part", 12), ("speaker", 26), ("via", 26), ("does", 18)),
            *(("words", 60), ("article", 34), ("when", 18), ("claims", 14)),
        ),
        _accusations,
    ),
    (
        "Timeline",
        (
            *(("when", 20), ("start", 26), ("what", 60), ("in the words", 26), ("who", 40)),
            *(("denied by", 30), ("claims", 14)),
        ),
        _timeline,
    ),
    (
        "Origins",
        (
            *(("question no.", 12), ("question", 40), ("origins", 24), ("sources", 30)),
            *(("words", 60), ("articles", 40), ("why one", 40), ("claims", 14)),
        ),
        _origins,
    ),
    (
        "Names",
        (
            *(("party", 26), ("speaker", 26), ("words", 40), ("quoted", 8), ("times", 8)),
            *(("text", 6), ("paragraph", 10), *_PROOF),
        ),
        _names,
    ),
    (
        "Claims",
        (
            *(("number", 8), ("speaker", 26), ("stance", 14), ("claim", 60), ("words", 60)),
            *(("form", 16), ("via", 20), ("when", 18), ("to other claims", 40)),
            *(("publisher", 20), ("title", 34), ("published", 16), ("claim_id", 22)),
            *(*_PROOF, ("how found", 60)),
        ),
        _claims,
    ),
    (
        "Texts",
        (
            *(("text", 6), ("publisher", 20), ("title", 34), ("published", 16), ("url", 30)),
            *(("paragraph", 10), ("from character", 14), ("words", 100), ("claims", 14)),
            *(("document_id", 22), ("sha256", 22)),
        ),
        _texts,
    ),
    ("Left out", (("what", 100),), _left_out),
)


def _numbers(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))


def _proof(proof: Proof) -> tuple[str, str, str]:
    """The document, the characters, and the digest of the text."""
    characters = ", ".join(f"{span.start}–{span.end}" for span in proof.spans)
    return proof.document_id, characters, proof.sha256


def _ties(exhibit: Exhibit) -> str:
    return "; ".join(f"{tie.kind} {tie.number}: {tie.reason}" for tie in exhibit.ties)
