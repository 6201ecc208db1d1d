"""Claims: what was said, in a form that can be compared; and the events they are about."""

from pydantic import Field

from claimgraph.ids import content_id
from claimgraph.model.attribution import Participant
from claimgraph.model.base import Id, Identified, Name, Record, Text
from claimgraph.model.document import Span
from claimgraph.model.interval import Interval
from claimgraph.model.quantity import Quantity
from claimgraph.vocabulary import Certainty, Polarity, Stance


class Place(Record):
    """Where something happened, and what that lies in, the nearest first.

    >>> Place(name="al-Khalidiya", within=("Aleppo", "Syria")).name
    'al-Khalidiya'
    """

    name: Name
    within: tuple[Name, ...] = ()


class Event(Identified):
    """What claims are about: something that happened, or is said to have (UCDP, ACLED).

    Attributes:
        label: What a reader would call it: "the chlorine attack on Aleppo".
        kind: What sort of thing: "attack", "airstrike", "agreement".
        parties: Who is said to take part.
        place: Where.
        time: When, as exactly as it is known.
    """

    label: Name
    kind: Text = ""
    parties: tuple[Participant, ...] = ()
    place: Place | None = None
    time: Interval | None = None

    def derived_id(self) -> str:
        """From the label, the kind, the place and the day it began."""
        start = self.time.start if self.time else None
        place = self.place.name if self.place else None
        return content_id("evt", self.label, self.kind, place, start)


class Claim(Identified):
    """One proposition that an attribution's content asserts (AIF's I-node; schema.org Claim).

    Attributes:
        attribution_id: Who said it, how, and where: the claim's first evidence.
        text: The proposition in words that stand alone: "around 100 people struggled to breathe".
        spans: The characters it comes from, inside the attribution's content, or its cue for a
            silence.
        predicate: The lemma of what happened: "deny", "kill"; "" if there is none.
        participants: Who did what to whom, and who is accused.
        polarity: Whether it is said to be so, or not to be so.
        certainty: How sure the source is.
        stance: Where the source stands towards it.
        quantities: The numbers in it.
        time: When it is said to have happened.
        place: Where.
        event_id: The event that it is about.

    Raises:
        RecordError: It has no text, or no characters to rest on.
    """

    attribution_id: Id
    text: Text = Field(min_length=1)
    spans: tuple[Span, ...] = Field(min_length=1)
    predicate: Text = ""
    participants: tuple[Participant, ...] = ()
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    stance: Stance = Stance.ASSERTS
    quantities: tuple[Quantity, ...] = ()
    time: Interval | None = None
    place: Place | None = None
    event_id: Id | None = None

    def derived_id(self) -> str:
        """From the attribution, the characters and the words."""
        where = ",".join(f"{span.start}-{span.end}" for span in self.spans)
        return content_id("clm", where, self.text, within=self.attribution_id)

    def all_spans(self) -> tuple[Span, ...]:
        """Every span that this claim refers to."""
        parties = [span for party in self.participants for span in party.spans]
        numbers = [quantity.span for quantity in self.quantities if quantity.span is not None]
        return (*self.spans, *parties, *numbers)
