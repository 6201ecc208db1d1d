"""A report as Markdown (CommonMark; anchors are the only HTML in it)."""

import re
from collections.abc import Iterable, Iterator, Mapping

from claimgraph.markup.html import neutral
from claimgraph.report.content import (
    Cell,
    Exchange,
    Exhibit,
    Moment,
    Naming,
    Part,
    Piece,
    Proof,
    Provenance,
    Report,
    Row,
    Saying,
    Scale,
    Text,
)
from claimgraph.views.cells import Report as CellReport

#: What Markdown, its dialects and site generators take for markup; what would make a link without
#: brackets, an emoji, or, before a link of ours, an image.
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~&$^=@]|:(?=/|\w+:|$)|!(?=$)")
#: What would begin a heading, a list, a title or a definition at the start of a line.
_FIRST = re.compile(r"^(\d{0,9})([#+:%.)-])")
_PARTS = (Part.CONTENT, Part.CUE, Part.SOURCE)
_SPACE = re.compile(r"\s+")
_WEB = re.compile(r"^https?://[^\s<>\[\]()\\\"'`{}|^]+$", re.IGNORECASE)


def to_markdown(report: Report) -> str:
    """The report as the text of a Markdown file."""
    return "\n".join(_lines(report)) + "\n"


def escaped(text: str) -> str:
    r"""Text as Markdown that shows it: nothing in it is markup or a link; on one line.

    >>> print(escaped("# [a](javascript:x) <b> https://b.example"))
    \# \[a\](javascript:x) \<b\> https\://b.example
    >>> escaped("107 cases, “the latest attack”")
    '107 cases, “the latest attack”'
    """
    return _unled(_inside(" ".join(text.split())))


def _inside(text: str) -> str:
    """Text within a line."""
    return _SPECIAL.sub(r"\\\g<0>", neutral(text))


def _unled(line: str) -> str:
    """A line that begins no heading and no list."""
    return _FIRST.sub(r"\1\\\2", line)


def _lines(report: Report) -> Iterator[str]:
    yield f"# {escaped(report.title)}"
    if report.scope:
        yield f"\nMade of {escaped(report.scope)}."
    yield ""
    for fact in report.facts:
        yield f"- {escaped(fact.label)}: **{escaped(fact.value)}**"
    if report.cards:
        yield "\n## At a glance\n"
    for card in report.cards:
        said = " ".join(filter(None, (*card.said, card.text)))
        yield (
            f"- **{escaped(card.title)}** ({escaped(card.state.value)}): {escaped(said)} "
            f"{_links(card.numbers)}"
        )
    yield from _questions(report)
    yield from _alone(report)
    for heading, parts in (
        ("Figures", map(_scale, report.scales)),
        ("Who accuses whom", map(_exchange, report.exchanges)),
        ("Timeline", map(_moment, report.moments)),
        ("From how many origins", map(_provenance, report.provenances)),
        ("What the same party is called", map(_naming, report.namings)),
    ):
        found = list(parts)
        if found:
            yield f"\n## {heading}\n"
        for part in found:
            yield from part
    yield "\n## Claims\n"
    yield "The numbers in square brackets lead here: each claim with the characters it rests on.\n"
    for exhibit in report.exhibits:
        yield from _exhibit(report, exhibit)
    yield "\n## Texts"
    for text in report.texts:
        yield from _text(text)
    yield from _sentences("What a report does not do", report.limits)
    yield from _sentences("Left out", report.left_out)
    yield f"\nMade with claimgraph {_inside(report.version)}."


def _questions(report: Report) -> Iterator[str]:
    if report.topics:
        yield "\n## What each source says to each question"
    for topic in report.topics:
        yield f"\n### {escaped(topic.title)}"
        for row in topic.rows:
            yield from _row(row)


def _row(row: Row) -> Iterator[str]:
    yield f'\n<a id="q{row.number}"></a>**{escaped(row.question)}**'
    reason = f": {escaped(row.reason)}" if row.reason else ""
    yield f"{escaped(row.state.value)}{reason}\n"
    silent = []
    for cell in (*row.cells, *row.others):
        if cell.report is CellReport.NOT_REPORTED:
            silent.append(escaped(cell.source))
        else:
            yield _cell(cell)
    if silent:
        yield f"- not reported: {', '.join(silent)}"


def _cell(cell: Cell) -> str:
    said = _told(cell.label or cell.report.value, cell.words)
    more = f" (and {cell.more} more)" if cell.more else ""
    return f"- {escaped(cell.source)} – {said}{more} {_links(cell.numbers)}"


def _alone(report: Report) -> Iterator[str]:
    if report.alone:
        yield "\n## Claims that one source alone makes\n"
    for alone in report.alone:
        yield f"- {escaped(alone.source)}"
        for number in alone.numbers:
            yield f"  - {escaped(report.exhibit(number).text)} {_links([number])}"


def _scale(scale: Scale) -> Iterator[str]:
    unit = f" ({escaped(scale.unit)})" if scale.unit else ""
    reason = f" – {escaped(scale.reason)}" if scale.reason else ""
    yield f"- **{escaped(scale.title)}**{unit}{reason}"
    for figure in scale.figures:
        low, high = (
            "open" if limit is None else f"{limit:,g}" for limit in (figure.low, figure.high)
        )
        bounds = low if low == high else f"{low} to {high}"
        yield (
            f"  - {escaped(figure.source)}: “{escaped(figure.words)}”, {escaped(figure.comparator)}"
            f" ({bounds}){_when(figure.when)} {_links([figure.number])}"
        )


def _exchange(exchange: Exchange) -> Iterator[str]:
    yield f"- **{escaped(exchange.party)}**: {escaped(exchange.summary)}"
    for saying in (*exchange.accusations, *exchange.answers, *exchange.silences):
        yield f"  - {_saying(saying)}"
    if exchange.in_part:
        yield "  - Nobody who surely speaks for the accused has answered."


def _saying(saying: Saying) -> str:
    via = f", via {escaped(', '.join(saying.via))}" if saying.via else ""
    # An article is called by its publisher and its day.
    when = "" if saying.article.endswith(saying.when) else f", {saying.when}"
    return (
        f"{escaped(saying.speaker)}{via} – {_told(saying.label, saying.words)} "
        f"({escaped(saying.article + when)}) {_links(saying.numbers)}"
    )


def _moment(moment: Moment) -> Iterator[str]:
    who = f" – says {escaped(', '.join(moment.who))}" if moment.who else ""
    denied = f"; denied by {escaped(', '.join(moment.denied_by))}" if moment.denied_by else ""
    yield (
        f"- **{escaped(moment.when)}**: {escaped(moment.text)}{who}{denied} "
        f"{_links(moment.numbers)}"
    )


def _provenance(provenance: Provenance) -> Iterator[str]:
    yield f"- **{escaped(provenance.title)}** – {escaped(provenance.caption)}"
    for origin in provenance.origins:
        reasons = f"; one, because {escaped('; '.join(origin.reasons))}" if origin.reasons else ""
        yield (
            f"  - {escaped(', '.join(origin.sources))}: “{escaped(origin.words)}”, in "
            f"{escaped('; '.join(origin.articles))}{reasons} {_links(origin.numbers)}"
        )


def _naming(naming: Naming) -> Iterator[str]:
    yield f"- **{escaped(naming.party)}**"
    for wording in naming.wordings:
        times = "once" if wording.count == 1 else f"{wording.count:,} times"
        yield f"  - {escaped(wording.speaker)}: “{escaped(wording.words)}”, {times}"
        for place in wording.places:
            yield (
                f"    - [text {place.text_number}](#text-{place.text_number}), paragraph "
                f"{place.paragraph}, {_characters(place.proof)}"
            )


def _exhibit(report: Report, each: Exhibit) -> Iterator[str]:
    via = f", via {escaped(', '.join(each.via))}" if each.via else ""
    form = f" ({escaped(each.form)})" if each.form else ""
    yield (
        f'- <a id="c{each.number}"></a>**{each.number}** {escaped(each.speaker)}{via} – '
        f"{escaped(each.label)}: {escaped(each.text)} – “{escaped(each.words)}”{form}"
        f"{_when(each.when)}"
    )
    for tie in each.ties:
        yield f"  - {escaped(tie.kind)} [{tie.number}](#c{tie.number}): {escaped(tie.reason)}"
    for step, words in each.how:
        if step == "characters":
            continue  # the last line says it
        yield f"  - {escaped(step)}: {escaped(words)}"
    title = escaped(report.texts[each.text_number - 1].title)
    yield (
        f"  - [text {each.text_number}](#text-{each.text_number}), {title}, "
        f"{_characters(each.proof)}; claim {escaped(each.claim_id)}"
    )


def _text(text: Text) -> Iterator[str]:
    yield f'\n### <a id="text-{text.number}"></a>{text.number}. {escaped(text.title)}\n'
    for what, words in (("publisher", text.publisher), ("published", text.published)):
        if words:
            yield f"- {what}: {escaped(words)}"
    if text.url:
        yield f"- address: {_web(text.url)}"
    yield f"- document {escaped(text.document_id)}, sha256 {text.sha256}"
    pieces = [piece for paragraph in text.paragraphs for piece in paragraph.pieces]
    shown = _shown(pieces)
    for paragraph in text.paragraphs:
        words = "".join(_piece(piece, shown) for piece in paragraph.pieces).strip()
        if words:
            yield f"\n> {_unled(words)}"


def _shown(pieces: Iterable[Piece]) -> Mapping[int, Part]:
    """Behind which part of each claim its number stands: its content, where that is marked."""
    found: dict[int, Part] = {}
    for mark in (mark for piece in pieces for mark in piece.marks):
        known = found.setdefault(mark.number, mark.part)
        found[mark.number] = min(known, mark.part, key=_PARTS.index)
    return found


def _piece(piece: Piece, shown: Mapping[int, Part]) -> str:
    """Words of an article, with the numbers of the claims whose words end here."""
    ends = [mark.number for mark in piece.marks if mark.ends and shown[mark.number] is mark.part]
    words = _inside(_SPACE.sub(" ", piece.text))
    return f"{words} {_links(ends)}" if ends else words


def _sentences(heading: str, sentences: Iterable[str]) -> Iterator[str]:
    found = list(sentences)
    if found:
        yield f"\n## {heading}\n"
    yield from (f"- {escaped(sentence)}" for sentence in found)


def _links(numbers: Iterable[int]) -> str:
    return " ".join(f"[[{number}]](#c{number})" for number in numbers)


def _told(label: str, words: str) -> str:
    return f"{escaped(label)}: {escaped(words)}" if words else escaped(label)


def _when(when: str) -> str:
    return f", {escaped(when)}" if when else ""


def _characters(proof: Proof) -> str:
    """Where something stands, as it can be checked."""
    spans = ", ".join(f"{span.start}–{span.end}" for span in proof.spans)
    return f"characters {spans} of {escaped(proof.document_id)}, sha256 {proof.sha256}"


def _web(url: str) -> str:
    """A web address as a link; anything else as text."""
    url = neutral(url)
    return f"<{url}>" if _WEB.match(url) else escaped(url)
