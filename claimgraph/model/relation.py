"""What joins claims and documents of different articles: relations, questions, lineage."""

from typing import Literal, Self

from pydantic import Field, model_validator

from claimgraph.errors import RecordError
from claimgraph.ids import content_id
from claimgraph.model.base import Id, Identified, Probability, Text
from claimgraph.model.document import Evidence
from claimgraph.vocabulary import (
    SYMMETRIC,
    ConflictType,
    Independence,
    LineageKind,
    RelationKind,
)


class Relation(Identified):
    """What two claims are to each other, with a reason that a reader can check.

    Attributes:
        a: One claim's id. In ``updates``, ``refines`` and ``retracts``, ``b`` does it to ``a``:
            ``b`` is the later or the more specific one. The other kinds hold both ways, and the
            smaller id is put first.
        b: The other claim's id.
        kind: Contradicts, corroborates, updates, refines, retracts, or not comparable.
        type: What it rests on: numbers, a negation, who is blamed; ``None`` where no one word fits.
        score: How sure the method is, 0 to 1.
        reason: In words: 'SOHR says around 100, SANA 107: the exact figure lies inside the rounded
            one'.
        evidence: The characters that it rests on, on both sides.
        tests: What was checked before it was said: "same event", "same measure".
        independence: For ``corroborates``, whether one source could have it from the other.
        method: What found it: "hand", or a comparator's registered name, "numeric.v1".
        version: Of the method.

    Raises:
        RecordError: It joins a claim to itself, or an independence is given for another kind.

    >>> Relation(a="clm_b", b="clm_a", kind="contradicts", reason="…").a
    'clm_a'
    """

    record: Literal["relation"] = "relation"
    a: Id
    b: Id
    kind: RelationKind
    type: ConflictType | None = None
    score: Probability = 1.0
    reason: Text = Field(min_length=1)
    evidence: tuple[Evidence, ...] = ()
    tests: tuple[Text, ...] = ()
    independence: Independence | None = None
    method: Text = "hand"
    version: Text = ""

    @model_validator(mode="after")
    def _joins_two_claims(self) -> Self:
        if self.a == self.b:
            raise RecordError(f"{self.a} cannot stand in a relation to itself")
        if self.independence is not None and self.kind is not RelationKind.CORROBORATES:
            raise RecordError(
                f"independence belongs to corroborates, not to {self.kind.value}; leave it out, "
                "or correct it to null first"
            )
        return self

    def _settle(self) -> None:
        if self.kind in SYMMETRIC and self.b < self.a:
            self.__dict__["a"], self.__dict__["b"] = self.b, self.a

    def derived_id(self) -> str:
        """From the two claims, the kind, what it rests on and what found it."""
        return content_id("rel", self.b, self.kind, self.type, self.method, within=self.a)


class Question(Identified):
    """A row of the source-comparison matrix: what a person would ask, and the claims that answer
    it.

    Attributes:
        text: "How many people were affected?"
        event_id: The event that it is about.
        claims: Ids of the claims that answer it, in any order.
        method: What grouped them: "hand", or a registered name.
        version: Of the method.
    """

    record: Literal["question"] = "question"
    text: Text = Field(min_length=1)
    event_id: Id | None = None
    claims: tuple[Id, ...] = Field(min_length=1)
    method: Text = "hand"
    version: Text = ""

    def derived_id(self) -> str:
        """From the question, its event and what grouped it: more answers keep the id."""
        return content_id("qst", self.text, self.event_id, self.method)


class Lineage(Identified):
    """That one document or attribution is not independent of another (PROV wasDerivedFrom).

    Attributes:
        from_id: The document or attribution that came later, or that cites.
        to_id: The document or attribution that it comes from.
        kind: Same text, same statement, same origin, or a citation.
        reason: In words.
        score: How sure the method is, 0 to 1.
        method: What found it.
        version: Of the method.

    Raises:
        RecordError: It joins a record to itself.
    """

    record: Literal["lineage"] = "lineage"
    from_id: Id
    to_id: Id
    kind: LineageKind
    reason: Text = Field(min_length=1)
    score: Probability = 1.0
    method: Text = "hand"
    version: Text = ""

    @model_validator(mode="after")
    def _joins_two_records(self) -> Self:
        if self.from_id == self.to_id:
            raise RecordError(f"{self.from_id} cannot come from itself")
        return self

    def derived_id(self) -> str:
        """From the two records, the kind and what found it."""
        return content_id("lin", self.from_id, self.to_id, self.kind, self.method)
