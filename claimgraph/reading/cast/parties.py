"""Whom phrases stand for, while a document is being read, and why."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimgraph.ids import content_id
from claimgraph.model import Source
from claimgraph.reading.encoder.links import Range
from claimgraph.text.names import key_of
from claimgraph.vocabulary import Naming, SourceKind


@dataclass(slots=True, eq=False)
class Party:
    """A person or body of one document. It grows while the document is read, then is a ``Source``.

    Attributes:
        name: The fullest name in the document; a description where there is no name.
        kind: What it is.
        naming: How the text names it.
        document_id: The document that is being read.
        aliases: Other names in the text, in order of their first use.
        parts: The parties of one that speaks jointly: Russia, Turkey.

    >>> Party("TASS", SourceKind.MEDIA, Naming.NAMED, "doc_1").id == Source(name="TASS").id
    True
    """

    name: str
    kind: SourceKind
    naming: Naming
    document_id: str
    aliases: list[str] = field(default_factory=list)
    parts: tuple[Party, ...] = ()

    @property
    def id(self) -> str:
        """The id of the source that this becomes; final once the document is read."""
        return content_id("src", key_of(self.name) or self.name, self._belongs_to)

    @property
    def _belongs_to(self) -> str | None:
        return None if self.naming is Naming.NAMED else self.document_id

    def also(self, alias: str) -> None:
        """Note another name; articles, case and punctuation make no other one."""
        if alias == self.name or alias in self.aliases:
            return
        key = key_of(alias)
        if key and all(key_of(known) != key for known in (self.name, *self.aliases)):
            self.aliases.append(alias)

    def source(self, text: str = "") -> Source:
        """The record, with the aliases in the order in which a text has them."""
        own = key_of(self.name)
        known = sorted(self.aliases, key=lambda alias: (text.find(alias), alias))
        return Source(
            name=self.name,
            kind=self.kind,
            naming=self.naming,
            aliases=tuple(alias for alias in known if key_of(alias) != own),
            document_id=self._belongs_to,
        )


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whom a phrase stands for, and why.

    Attributes:
        party: The one.
        rule: The rule's name, which never changes its meaning: "name.exact",
            "pronoun.last_speaker", "metonym.capital".
        text: In words, for a reader.
        words: The words that it rests on: the antecedent of a pronoun, where the name stands.
        score: How sure, 0 to 1.
    """

    party: Party
    rule: str
    text: str = ""
    words: tuple[Range, ...] = ()
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Tie:
    """That one party speaks for another, or belongs to it.

    Attributes:
        member: Who belongs.
        organisation: To whom.
        role: As what: "spokesman"; "" if it is not said.
        words: The words that say so.
        score: How sure, 0 to 1.
    """

    member: Party
    organisation: Party
    role: str = ""
    words: tuple[Range, ...] = ()
    score: float = 1.0
