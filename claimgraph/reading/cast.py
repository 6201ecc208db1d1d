"""Who the phrases of a document stand for: the cast of a news story."""

from __future__ import annotations

from claimgraph.ids import name_key
from claimgraph.model import Affiliation, Document, Source
from claimgraph.reading.draft import Draft
from claimgraph.reading.links import Range
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.parties import Party, Resolution, Tie
from claimgraph.vocabulary import Naming, SourceKind

__all__ = ["Cast", "Party", "Resolution"]

_KINDS = {"PERSON": SourceKind.PERSON, "ORG": SourceKind.ORGANISATION, "LOC": SourceKind.STATE}
_PERSONS = frozenset("he she him her his hers who whom i me my".split())
_GROUPS = frozenset("they them their it its we us our which".split())
_SPEAKERS = frozenset("i me my mine we us our ours".split())


class Cast:
    """Everybody in one document. Names are gathered once; a phrase is resolved when it is asked."""

    def __init__(self, parsed: Parsed, document: Document) -> None:
        self._parsed = parsed
        self._document = document
        self._parties: dict[str, Party] = {}
        self._resolved: dict[tuple[Range, str], Resolution] = {}
        self._ties: list[Tie] = []

    def speaker(self, draft: Draft) -> Resolution | None:
        """The source of an attribution; ``None`` where it has no source words."""
        if not draft.source:
            return None
        return self.resolve(draft.source[0])

    def resolve(self, words: Range, speaker: Party | None = None) -> Resolution:
        """Whom a noun phrase stands for; "we" and "I" in a quotation are the ``speaker``."""
        parsed = self._parsed
        key = (words, speaker.id if speaker else "")
        if key not in self._resolved:
            head = parsed.head_of(words)
            if parsed.lower[head] in _SPEAKERS and speaker is not None:
                self._resolved[key] = Resolution(
                    speaker, "pronoun.speaker", "the speaker", (words,)
                )
            elif parsed.pos[head] == "PRON":
                self._resolved[key] = self._pronoun(words, head)
            else:
                self._resolved[key] = self._phrase(words, head)
        return self._resolved[key]

    def sources(self) -> tuple[Source, ...]:
        """Everybody who was asked for, and those they speak for."""
        found = {party.id: party for r in self._resolved.values() for party in (r.party,)}
        return tuple(party.source() for party in found.values())

    def affiliations(self) -> tuple[Affiliation, ...]:
        """Who speaks for whom."""
        return ()

    def _party(self, name: str, kind: SourceKind, naming: Naming) -> Party:
        made = Party(name, kind, naming, self._document.id)
        return self._parties.setdefault(made.id, made)

    def _phrase(self, words: Range, head: int) -> Resolution:
        parsed = self._parsed
        number = parsed.name_at.get(head)
        if number is None:
            inside = [n for n in parsed.names if words[0] <= n.words[0] and n.words[1] <= words[1]]
            people = [n for n in inside if n.kind == "PERSON"]
            if people and parsed.pos[head] != "NOUN":
                number = parsed.names.index(people[-1])
        if number is None:
            text = parsed.string(words).strip()
            name = (
                text[4:] if name_key(text) != name_key("x" + text) and text[:4] == "the " else text
            )
            party = self._party(name, SourceKind.UNKNOWN, Naming.DESCRIBED)
            return Resolution(party, "description", "as the text describes it", (words,), 0.5)
        name = parsed.names[number]
        text = parsed.string(name.words)
        if name.kind == "PERSON" and " " not in text:
            for other in parsed.names[:number]:
                full = parsed.string(other.words)
                if other.kind == "PERSON" and full.endswith(" " + text):
                    text = full
                    break
        party = self._party(text, _KINDS[name.kind], Naming.NAMED)
        return Resolution(party, "name.exact", "named so", (name.words,), 0.9)

    def _pronoun(self, words: Range, head: int) -> Resolution:
        parsed = self._parsed
        word = parsed.lower[head]
        wanted = ("PERSON",) if word in _PERSONS else ("ORG", "LOC") if word in _GROUPS else ()
        for name in reversed(parsed.names):
            place = parsed.head_of(name.words)
            if name.words[1] <= head and name.kind in wanted and parsed.deps[place] == "nsubj":
                found = self._phrase(name.words, place)
                return Resolution(found.party, "pronoun.last_subject", "", (name.words,), 0.6)
        party = self._party(word, SourceKind.UNKNOWN, Naming.PRONOUN)
        return Resolution(party, "pronoun.unresolved", "nobody fits", (words,), 0.0)
