"""Everything that a report says, one thing after the other, with what each rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimgraph.report.content import Exchange, Exhibit, Proof, Report, Row, Saying
from claimgraph.views.cells import Report as CellReport


@dataclass(frozen=True)
class Statement:
    """One thing that a report says.

    Attributes:
        section: The part of the report: "questions".
        about: The question, or the party.
        source: Who says it; "" where the report sums up.
        label: What is done, or what state it is in, in a word or two: "Denies", "contested".
        words: What is said.
        when: "" where nothing is known.
        exhibits: The claims that it rests on; none where a source is not reported, and for a
            wording, which is no claim.
        proofs: Its characters: those of the claims, or those of a wording.
    """

    section: str
    about: str
    source: str
    label: str
    words: str
    when: str
    exhibits: tuple[Exhibit, ...]
    proofs: tuple[Proof, ...]

    @property
    def evidence(self) -> Iterator[tuple[Exhibit | None, Proof]]:
        """Each of its proofs with the claim, where it is one of a claim."""
        if self.exhibits:
            yield from ((exhibit, exhibit.proof) for exhibit in self.exhibits)
        else:
            yield from ((None, proof) for proof in self.proofs)


def statements(report: Report) -> Iterator[Statement]:
    """All that the report says, section by section, and then the claims themselves."""
    yield from _at_a_glance(report)
    for row in report.rows.values():
        yield from _row(report, row)
    for alone in report.alone:
        yield _on(report, "one source alone", "", alone.numbers, source=alone.source)
    for scale in report.scales:
        for figure in scale.figures:
            about = f"{scale.title} ({scale.unit})" if scale.unit else scale.title
            fields = {"source": figure.source, "label": figure.comparator, "when": figure.when}
            yield _on(report, "figures", about, (figure.number,), words=figure.words, **fields)
    for exchange in report.exchanges:
        yield from _exchange(report, exchange)
    for moment in report.moments:
        yield _on(
            report,
            "timeline",
            "",
            moment.numbers,
            source="; ".join(moment.who),
            label=f"denied by {'; '.join(moment.denied_by)}" if moment.denied_by else "",
            words=moment.text,
            when=moment.when,
        )
    for provenance in report.provenances:
        for origin in provenance.origins:
            who = "; ".join(origin.sources)
            fields = {"source": who, "label": provenance.caption, "words": origin.words}
            yield _on(report, "origins", provenance.title, origin.numbers, **fields)
    yield from _names(report)
    for exhibit in report.exhibits:
        fields = {"source": exhibit.speaker, "label": exhibit.label, "words": exhibit.text}
        yield _on(report, "claims", "", (exhibit.number,), when=exhibit.when, **fields)


def _at_a_glance(report: Report) -> Iterator[Statement]:
    for card in report.cards:
        said = " ".join(filter(None, (*card.said, card.text)))
        fields = {"label": card.state.value, "words": said}
        yield _on(report, "at a glance", card.title, card.numbers, **fields)


def _row(report: Report, row: Row) -> Iterator[Statement]:
    """The state of a question, and what each source says to it, if only that nothing is known."""
    fields = {"label": row.state.value, "words": row.reason}
    yield _on(report, "questions", row.question, row.numbers, **fields)
    for cell in (*row.cells, *row.others):
        label = cell.label or cell.report.value
        if cell.report is CellReport.NOT_REPORTED:
            yield _on(report, "questions", row.question, (), source=cell.source, label=label)
            continue
        more = f" (and {cell.more} more)" if cell.more else ""
        fields = {"source": cell.source, "label": label, "words": f"{cell.words}{more}"}
        yield _on(report, "questions", row.question, cell.numbers, **fields)


def _exchange(report: Report, exchange: Exchange) -> Iterator[Statement]:
    def said(saying: Saying) -> Statement:
        via = f", via {', '.join(saying.via)}" if saying.via else ""
        return _on(
            report,
            "accusations",
            exchange.party,
            saying.numbers,
            source=f"{saying.speaker}{via}",
            label=saying.label,
            words=saying.words,
            when=saying.when,
        )

    yield from map(said, (*exchange.accusations, *exchange.answers, *exchange.silences))


def _names(report: Report) -> Iterator[Statement]:
    for naming in report.namings:
        for wording in naming.wordings:
            yield Statement(
                section="names",
                about=naming.party,
                source=wording.speaker,
                label="quoted" if wording.quoted else "",
                words=wording.words,
                when="",
                exhibits=(),
                proofs=tuple(place.proof for place in wording.places),
            )


def _on(
    report: Report,
    section: str,
    about: str,
    numbers: tuple[int, ...],
    *,
    source: str = "",
    label: str = "",
    words: str = "",
    when: str = "",
) -> Statement:
    """A statement that rests on claims."""
    exhibits = tuple(report.exhibit(number) for number in numbers)
    proofs = tuple(exhibit.proof for exhibit in exhibits)
    return Statement(section, about, source, label, words, when, exhibits, proofs)
