"""Where a claim comes from: characters, words, speaker, relays, article, and what that rests on."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from claimgraph.errors import UnknownRecordError
from claimgraph.markup.html import block, note, table
from claimgraph.markup.html import lines as under_each_other
from claimgraph.model import (
    Attribution,
    Claim,
    Document,
    Evidence,
    Judgement,
    Lineage,
    Reason,
    Span,
)
from claimgraph.model.base import Id
from claimgraph.views.material import Material
from claimgraph.views.parties import Party
from claimgraph.views.passage import passage
from claimgraph.views.view import Scalar, View
from claimgraph.views.when import written
from claimgraph.views.wording import act_by, in_quotes, offsets, quoted, shortened


class Part(StrEnum):
    """What a step of a trace is."""

    WORDS = "words"
    SPEAKER = "speaker"
    RELAY = "relay"
    QUOTED_BY = "quoted by"
    ARTICLE = "article"
    ORIGIN = "origin"
    JUDGEMENT = "judgement"


@dataclass(frozen=True)
class Step:
    """One step from the claim's words towards where they were first said.

    Attributes:
        part: What it is.
        name: Who or what: a person, an agency, a publisher, the words.
        detail: What is known of it, in words.
        reasons: Why the reading says so, with rule and characters.
        evidence: The characters that it rests on.
        record_id: The record that it comes from.
    """

    part: Part
    name: str
    detail: str = ""
    reasons: tuple[Reason, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    record_id: Id = ""


@dataclass(frozen=True, repr=False)
class Trace(View[Step]):
    """The way of a claim, from its characters to where it was first said.

    Attributes:
        rows: The steps: the words, who said them, who passed them on in their order, who quoted
            the speaker (the nearest first), the article, what the article has it from, and what
            people have decided about the records.
        claim: The claim.
        attribution: Who said it, how.
        speaker: Who said it; an article that speaks for itself is its own speaker.
        document: The article, with its SHA-256.
        passages: The sentences that the claim's characters stand in.
        cue: The words that signal saying.
        summary: All of it in a sentence.
    """

    claim: Claim
    attribution: Attribution
    speaker: Party
    document: Document
    passages: tuple[Span, ...]
    cue: str
    summary: str

    fields: ClassVar[tuple[str, ...]] = (
        *("part", "name", "detail", "why", "document_id", "sha256", "start", "end", "record_id"),
    )

    @property
    def relays(self) -> tuple[Step, ...]:
        """Who passed it on, the one nearest the reader last."""
        return self.steps(Part.RELAY)

    @property
    def origins(self) -> tuple[Step, ...]:
        """What the article or the statement is known to come from."""
        return self.steps(Part.ORIGIN)

    def steps(self, part: Part) -> tuple[Step, ...]:
        """The steps of one kind, in their order."""
        return tuple(step for step in self.rows if step.part is part)

    @property
    def caption(self) -> str:
        """The whole way in a sentence."""
        return self.summary

    def flat(self, row: Step) -> Sequence[Scalar]:
        """One step; the offsets are those of its first and last characters."""
        spans = [each.span for each in row.evidence]
        document_id = row.evidence[0].document_id if row.evidence else None
        return (
            *(row.part.value, row.name, row.detail, _why(row.reasons), document_id),
            self.document.sha256 if document_id == self.document.id else None,
            spans[0].start if spans else None,
            spans[-1].end if spans else None,
            row.record_id or None,
        )

    def lines(self) -> Iterator[str]:
        """Step by step."""
        for row in self.rows:
            detail = f": {row.detail}" if row.detail else ""
            yield f"{row.part.value:9} {row.name}{detail}"
            for reason in row.reasons:
                yield f"{'':9} because {_said_as(reason)}"

    def _repr_html_(self) -> str:
        rows = [
            (row.part.value, row.name, row.detail, _why(row.reasons), _where(row))
            for row in self.rows
        ]
        headers = ("step", "who or what", "detail", "how this was found", "characters")
        sentences = under_each_other(note(span.text) for span in self.passages)
        return str(block(sentences)) + table(headers, rows, caption=self.summary, row_headers=True)


def trace(
    material: Material, claim_id: Id, judgements: Sequence[Judgement] = (), depth: int = 10
) -> Trace:
    """Where a claim comes from.

    Args:
        material: The records; of the claim's document at least, and of its lineage.
        claim_id: The claim.
        judgements: What people have decided about the claim and what it rests on.
        depth: How many steps of lineage to follow.

    Raises:
        UnknownRecordError: No such claim in the material.

    >>> from claimgraph.model import Attribution, Claim, Document, Source
    >>> article = Document(text="SOHR counted 100.", publisher="Wire", published="2018-11-25")
    >>> sohr = Source(name="SOHR", kind="organisation")
    >>> parts = {"cue": [article.span(5, 12)], "content": [article.span(13, 16)]}
    >>> said = Attribution(document_id=article.id, source_id=sohr.id, **parts)
    >>> claim = Claim(attribution_id=said.id, text="100 hurt", spans=[article.span(13, 16)])
    >>> material = Material((article,), (sohr,), attributions=(said,), claims=(claim,))
    >>> print(trace(material, claim.id).summary)
    “100” — said by SOHR, in Wire, 25 Nov 2018, characters 13–16
    """
    claim = material.claim.get(claim_id)
    if claim is None:
        raise UnknownRecordError(f"there is no claim {claim_id} here; ids begin with 'clm_'")
    item = material.attribution_of(claim)
    document = material.document_of(item)
    parents = tuple(_parents(material, item))
    steps = (
        _words(claim, document),
        _speaker(material, item),
        *_relays(material, item),
        *(_quoted_by(material, parent) for parent in parents),
        Step(
            Part.ARTICLE,
            document.publisher or document.title or document.id,
            f"{_published(document)}, sha256 {document.sha256[:16]}…",
            record_id=document.id,
        ),
        *_origins(material, item, depth),
        *_judgements(judgements, {claim.id, item.id, document.id, item.source_id}),
    )
    return Trace(
        rows=steps,
        claim=claim,
        attribution=item,
        speaker=material.speaker(item),
        document=document,
        passages=_passages(claim, document),
        cue=quoted(item.cue),
        summary=_summary(steps, claim, item),
    )


def _words(claim: Claim, document: Document) -> Step:
    evidence = tuple(Evidence(document_id=document.id, span=span) for span in claim.spans)
    return Step(
        Part.WORDS,
        in_quotes(quoted(claim.spans)),
        offsets(claim.spans),
        evidence=evidence,
        record_id=claim.id,
    )


def _speaker(material: Material, item: Attribution) -> Step:
    document = material.document_of(item)
    source = material.parties.source(item.source_id)
    spans = item.source
    called = f"called {in_quotes(quoted(spans))} here" if spans else ""
    if source is None:
        name, about = quoted(spans) or "the article itself", "" if spans else "no source given"
        called = ""
    else:
        name = source.name
        about = material.parties.describe(source.key, material.moment(item))
    cue = f"cue {in_quotes(quoted(item.cue))}" if item.cue else ""
    return Step(
        Part.SPEAKER,
        name,
        "; ".join(part for part in (about, called, cue) if part),
        tuple(reason for reason in item.reasons if reason.field in {"source", "source_id"}),
        tuple(Evidence(document_id=document.id, span=span) for span in (*spans, *item.cue)),
        item.id,
    )


def _relays(material: Material, item: Attribution) -> Iterator[Step]:
    for relay in item.via:
        yield Step(
            Part.RELAY,
            material.parties.of(relay).name,
            f"called {in_quotes(quoted(relay.spans))} here" if relay.spans else "",
            tuple(reason for reason in item.reasons if reason.field == "via"),
            tuple(Evidence(document_id=item.document_id, span=span) for span in relay.spans),
            relay.source_id or "",
        )


def _parents(material: Material, item: Attribution) -> Iterator[Attribution]:
    """Who quoted the speaker, the nearest first."""
    seen = {item.id}
    while item.parent_id is not None and item.parent_id not in seen:
        parent = material.attribution.get(item.parent_id)
        if parent is None:
            return
        seen.add(parent.id)
        yield parent
        item = parent


def _quoted_by(material: Material, parent: Attribution) -> Step:
    step = _speaker(material, parent)
    return Step(Part.QUOTED_BY, step.name, step.detail, step.reasons, step.evidence, step.record_id)


def _origins(material: Material, item: Attribution, depth: int) -> Iterator[Step]:
    """Along the lineage, breadth first, each record once."""
    lineages: dict[Id, list[Lineage]] = {}
    for lineage in material.lineages:
        lineages.setdefault(lineage.from_id, []).append(lineage)
    queue = deque([(item.id, 0), (item.document_id, 0)])
    seen = {item.id, item.document_id}
    while queue:
        here, steps = queue.popleft()
        if steps == depth:
            continue
        for lineage in lineages.get(here, ()):
            if lineage.to_id in seen:
                continue
            seen.add(lineage.to_id)
            queue.append((lineage.to_id, steps + 1))
            yield Step(
                Part.ORIGIN,
                _called(material, lineage.to_id),
                f"{lineage.kind.value.replace('_', ' ')}: {lineage.reason}",
                evidence=_evidence_of(material, lineage.to_id),
                record_id=lineage.to_id,
            )


def _called(material: Material, record_id: Id) -> str:
    """A document or an attribution as a reader knows it."""
    item = material.attribution.get(record_id)
    document = material.document.get(item.document_id if item else record_id)
    if document is None:
        return record_id
    return f"{document.publisher or document.title or document.id}, {_published(document)}"


def _evidence_of(material: Material, record_id: Id) -> tuple[Evidence, ...]:
    item = material.attribution.get(record_id)
    return material.evidence(item) if item else ()


def _judgements(judgements: Sequence[Judgement], subjects: set[Id | None]) -> Iterator[Step]:
    for judgement in sorted(judgements, key=lambda each: (each.made, each.id)):
        if subjects.isdisjoint(judgement.subjects):
            continue
        what = f"{judgement.decision.value} {judgement.field}".rstrip()
        yield Step(
            Part.JUDGEMENT,
            judgement.by,
            f"{what}, {judgement.made:%Y-%m-%d}: {judgement.reason}",
            record_id=judgement.id,
        )


def _passages(claim: Claim, document: Document) -> tuple[Span, ...]:
    found = {passage(document, span) for span in claim.spans}
    return tuple(sorted(found, key=lambda span: (span.start, span.end)))


def _summary(steps: tuple[Step, ...], claim: Claim, item: Attribution) -> str:
    """“…” — said by Igor Konashenkov (spokesman, Russian defence ministry), through TASS, in …"""
    by_part: dict[Part, list[Step]] = {}
    for step in steps:
        by_part.setdefault(step.part, []).append(step)
    speaker, article = by_part[Part.SPEAKER][0], by_part[Part.ARTICLE][0]
    role = speaker.detail.partition(";")[0]
    told = set(speaker.name.lower().split()) >= set(role.lower().replace(",", "").split())
    no_role = told or role.startswith(("called", "cue", "no source"))
    role = "" if no_role else f" ({role})"
    said = f"{act_by(item.act, negated=item.negated)} {speaker.name}{role}"
    if item.source_id is None and not item.source:
        said = "in the article’s own voice"
    known = {article.name, speaker.name}
    through = _others(by_part.get(Part.RELAY, ()), known)
    quoting = _others(by_part.get(Part.QUOTED_BY, ()), known)
    passed = "".join(f", through {name}" for name in through)
    passed += "".join(f", as quoted by {name}" for name in quoting)
    published = article.detail.rpartition(", sha256")[0]
    words = in_quotes(shortened(quoted(claim.spans), 200))
    where = f"in {article.name}, {published}, {offsets(claim.spans)}"
    return f"{words} — {said}{passed}, {where}"


def _others(steps: Sequence[Step], known: set[str]) -> list[str]:
    """The names that have not been said yet; they are known from then on."""
    names = [step.name for step in steps if step.name not in known]
    known.update(names)
    return names


def _published(document: Document) -> str:
    return written(document.published) if document.published else "date not known"


def _said_as(reason: Reason) -> str:
    words = f" (“{quoted(reason.spans)}”)" if reason.spans else ""
    return f"{reason.text or reason.rule}{words}"


def _why(reasons: tuple[Reason, ...]) -> str:
    return "; ".join(f"{_said_as(reason)} [{reason.rule}]" for reason in reasons)


def _where(step: Step) -> str:
    return offsets(tuple(each.span for each in step.evidence)) if step.evidence else ""
