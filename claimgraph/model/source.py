"""Sources, and whom they speak for."""

from typing import Self

from pydantic import model_validator

from claimgraph.errors import RecordError
from claimgraph.ids import content_id, name_key
from claimgraph.model.base import Id, Identified, Name, Text
from claimgraph.model.document import Evidence
from claimgraph.model.interval import Interval
from claimgraph.vocabulary import Naming, SourceKind


class Source(Identified):
    """A person or body that mentions in texts stand for (PARC's source, FollowTheMoney's
    LegalEntity).

    Attributes:
        name: The fullest name that the text gives; for an unnamed source, its description.
        kind: What it is.
        naming: How the text names it. A named source is the same in every document. One that is
            described ("a rebel alliance"), unnamed or only a pronoun belongs to its
            ``document_id``.
        aliases: Other names that the text uses for it: acronyms, short forms, metonyms.
        document_id: The document of a source that is not named; ``None`` for a named one.

    Raises:
        RecordError: A source that is not named lacks its document.

    >>> Source(name="SANA", kind="media").id == Source(name="the SANA", kind="state").id
    True
    """

    name: Name
    kind: SourceKind = SourceKind.UNKNOWN
    naming: Naming = Naming.NAMED
    aliases: tuple[Name, ...] = ()
    document_id: Id | None = None

    @model_validator(mode="after")
    def _unnamed_sources_belong_to_a_document(self) -> Self:
        if self.naming is not Naming.NAMED and self.document_id is None:
            raise RecordError(
                f"{self.name!r} is {self.naming.value}, so it needs the document_id it belongs to"
            )
        return self

    def derived_id(self) -> str:
        """From the name without case and articles, and the document of one that is not named."""
        return content_id("src", name_key(self.name) or self.name, self.document_id)


class Affiliation(Identified):
    """That somebody speaks for a body, or that a body belongs to a larger one (PROV
    actedOnBehalfOf).

    Attributes:
        member_id: The source that belongs: Igor Konashenkov.
        organisation_id: The source that it belongs to: the Russian defence ministry.
        role: As what: "spokesman"; "" if it is not said.
        during: From when to when, as far as known; ``None`` for no limit.
        evidence: The characters that say so.

    Raises:
        RecordError: A source is affiliated with itself.
    """

    member_id: Id
    organisation_id: Id
    role: Text = ""
    during: Interval | None = None
    evidence: tuple[Evidence, ...] = ()

    @model_validator(mode="after")
    def _joins_two_sources(self) -> Self:
        if self.member_id == self.organisation_id:
            raise RecordError(f"{self.member_id} cannot be affiliated with itself")
        return self

    def derived_id(self) -> str:
        """From who, with whom, as what, and when."""
        start = self.during.start if self.during else None
        end = self.during.end if self.during else None
        return content_id("aff", self.member_id, self.organisation_id, self.role, start, end)
