"""Attributions on their way to records: spans of words, and what the rules find out about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimgraph.model import Confidence, Interval
from claimgraph.reading.encoder.links import Range
from claimgraph.vocabulary import AttributionType, Form, Role, SpeechAct

if TYPE_CHECKING:
    from claimgraph.reading.cast.cast import Resolution


@dataclass(frozen=True, slots=True)
class Because:
    """Why a field has its value; it becomes a ``Reason`` of the record.

    Attributes:
        field: The field of the attribution: "act", "source_id", "via".
        rule: The rule's name, which never changes its meaning: "cue.deny".
        text: In words, for a reader.
        words: The words that it rests on.
    """

    field: str
    rule: str
    text: str = ""
    words: tuple[Range, ...] = ()


@dataclass(slots=True)
class Part:
    """Somebody who plays a part in an attribution: the accused, the cleared, a relay.

    Attributes:
        words: The noun phrase that names them.
        role: The part; ``None`` for a relay.
        who: Whom the phrase stands for, once it is resolved.
    """

    words: Range
    role: Role | None = None
    who: Resolution | None = None


@dataclass(slots=True, eq=False)
class Draft:
    """One attribution, in words. The rules change it until it becomes a record.

    Attributes:
        source: The pieces of the source, in order; none for the article's own voice.
        cue: The pieces of the cue.
        content: The pieces of the content; none for a silence.
        type: Speech, or thoughts, knowledge, plans.
        act: What the cue does.
        form: In quotation marks or not.
        negated: The text says that the content was *not* said.
        targets: Whom it accuses, or clears.
        via: Through whom it came, the one nearest the reader last.
        parent: The attribution whose content holds this one.
        said: When it was said.
        shown: The words that stand for the source in the text, where they are not ``source``:
            "who", of which ``source`` is the antecedent.
        speaker: Whom the source stands for, once it is resolved.
        confidence: Of the model, per part; ``None`` where a rule found the part.
        because: Why the fields are as they are.
    """

    source: list[Range]
    cue: list[Range]
    content: list[Range]
    type: AttributionType = AttributionType.ASSERTION
    act: SpeechAct = SpeechAct.STATE
    form: Form | None = None
    negated: bool = False
    targets: list[Part] = field(default_factory=list)
    via: list[Part] = field(default_factory=list)
    parent: Draft | None = None
    said: Interval | None = None
    shown: list[Range] = field(default_factory=list)
    speaker: Resolution | None = None
    confidence: Confidence = field(default_factory=Confidence)
    because: list[Because] = field(default_factory=list)

    @property
    def place(self) -> int:
        """The first word of the cue, or of the content where there is no cue."""
        return (self.cue or self.content)[0][0]

    def explain(self, field: str, rule: str, text: str = "", *words: Range) -> None:
        """Say why a field has its value."""
        self.because.append(Because(field, rule, text, words))
