"""Attributions: what a text shows somebody to have said. They are never rewritten."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Self

from pydantic import model_validator

from claimgraph.errors import RecordError
from claimgraph.ids import content_id
from claimgraph.model.base import Id, Identified, Name, Probability, Record, Text
from claimgraph.model.document import Span
from claimgraph.model.interval import Interval
from claimgraph.vocabulary import AttributionType, Form, Role, SpeechAct


class Participant(Record):
    """Somebody who plays a part: who did it, to whom, who is accused.

    Attributes:
        role: The part.
        name: As the text calls them, or fuller.
        source_id: The source that this is, where it is one.
        spans: Where the text names them.
    """

    role: Role
    name: Name
    source_id: Id | None = None
    spans: tuple[Span, ...] = ()


class Relay(Record):
    """Somebody through whom a statement came: TASS, in "said in comments reported by TASS"
    (FactBank).
    """

    name: Name
    source_id: Id | None = None
    spans: tuple[Span, ...] = ()


class Confidence(Record):
    """How sure the reader is of each part, 0 to 1; ``None`` where it was not measured, as in hand
    annotation.
    """

    source: Probability | None = None
    cue: Probability | None = None
    content: Probability | None = None
    link: Probability | None = None


class Reason(Record):
    """Why a field has its value: the rule that spoke, and the words it saw.

    Attributes:
        field: The field of the attribution: "act", "source_id", "via".
        rule: The rule's name, which never changes its meaning: "cue.deny",
            "pronoun.same_paragraph".
        text: In words, for a reader.
        spans: The characters that it rests on.
    """

    field: Text
    rule: Text
    text: Text = ""
    spans: tuple[Span, ...] = ()


class Attribution(Identified):
    """One source, cue and content together (PARC's attribution relation; PolNeAR).

    Attributes:
        document_id: The document it stands in.
        source_id: Who speaks; ``None`` where the text names nobody: the article's own voice, or a
            hedge.
        source: The words that name the source here: "he", "the Observatory".
        cue: The words that signal saying: "said", "denied", "according to".
        content: What is said; several pieces where it is broken up, none for a silence.
        type: Speech, or thoughts, knowledge, plans.
        form: In quotation marks, not, or partly; ``None`` where there is no content.
        act: What the cue does.
        negated: The text says that this was *not* said.
        targets: Whom it accuses, or, in a denial, clears.
        via: Through whom it came, the one nearest the reader last.
        parent_id: The attribution whose content holds this one: A said that B said.
        said: When it was said.
        confidence: Per part.
        reasons: Why the fields are as they are.

    Raises:
        RecordError: It has neither cue nor content, or a part whose pieces overlap or stand out of
            order.
    """

    document_id: Id
    source_id: Id | None = None
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    type: AttributionType = AttributionType.ASSERTION
    form: Form | None = None
    act: SpeechAct = SpeechAct.STATE
    negated: bool = False
    targets: tuple[Participant, ...] = ()
    via: tuple[Relay, ...] = ()
    parent_id: Id | None = None
    said: Interval | None = None
    confidence: Confidence = Confidence()
    reasons: tuple[Reason, ...] = ()

    @model_validator(mode="after")
    def _has_parts_in_order(self) -> Self:
        if not self.cue and not self.content:
            raise RecordError("an attribution needs a cue or a content")
        for part in ("source", "cue", "content"):
            spans = getattr(self, part)
            for before, after in pairwise(spans):
                if after.start < before.end:
                    raise RecordError(f"{part}: {before.text!r}, {after.text!r} are out of order")
        return self

    @staticmethod
    def id_of(
        document_id: str,
        source: Iterable[Span],
        cue: Iterable[Span],
        content: Iterable[Span],
    ) -> str:
        """The id of the attribution with these parts; who refers to it may need it beforehand."""
        parts = [
            ",".join(f"{span.start}-{span.end}" for span in spans)
            for spans in (source, cue, content)
        ]
        return content_id("att", *parts, within=document_id)

    def derived_id(self) -> str:
        """From the document and the three parts: reading again with a better model keeps the id."""
        return self.id_of(self.document_id, self.source, self.cue, self.content)

    def all_spans(self) -> tuple[Span, ...]:
        """Every span that this attribution refers to, in no particular order."""
        named = [span for target in self.targets for span in target.spans]
        relayed = [span for relay in self.via for span in relay.spans]
        reasons = [span for reason in self.reasons for span in reason.spans]
        return (*self.source, *self.cue, *self.content, *named, *relayed, *reasons)
