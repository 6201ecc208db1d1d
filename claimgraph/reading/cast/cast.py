"""Who the phrases of a document stand for: the cast of a news story.

Names are linked over the whole document first (``roster``), with the bodies of states
(``bodies``). Everything else is resolved when it is asked for: phrases that name somebody
(``named_phrases``), what is described (``descriptions``), joint speakers (``several``), and what
pronouns stand for (``pronouns``, ``antecedents``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimgraph.model import Affiliation, Document, Evidence, Source
from claimgraph.reading.cast.antecedents import Antecedents
from claimgraph.reading.cast.bodies import StateBodies
from claimgraph.reading.cast.descriptions import Descriptions
from claimgraph.reading.cast.named_phrases import NamedPhrases, named
from claimgraph.reading.cast.parties import Party, Resolution, Tie
from claimgraph.reading.cast.pronouns import Pronouns, is_first_person
from claimgraph.reading.cast.roster import Roster
from claimgraph.reading.cast.several import Several
from claimgraph.reading.cast.ties import Ties
from claimgraph.reading.draft import Draft
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.noun_phrases import phrase_head, plain, trimmed
from claimgraph.reading.parsed import Parsed
from claimgraph.text import media
from claimgraph.text.titles import ROLES
from claimgraph.vocabulary import Naming, SourceKind

__all__ = ["Cast", "Party", "Resolution"]

_NOBODY = frozenset("nobody none neither noone nothing no".split())
#: Before "newspaper", these make it the one that published the article.
_OWN = frozenset(("this", "our"))
_POINTING = frozenset("this that these those".split())
_PLACES = frozenset("in at near outside around across inside towards toward through".split())


class Cast:
    """Everybody in one document. Names are gathered once; a phrase is resolved when it is asked.

    The order of questions makes no difference to the answers.
    """

    def __init__(self, parsed: Parsed, document: Document) -> None:
        self._parsed = parsed
        self._document = document
        self._roster = roster = Roster(parsed, document.id)
        self._bodies = bodies = StateBodies(parsed, roster)
        self._ties = Ties(parsed, roster, bodies, self._inner)
        self._named = NamedPhrases(parsed, roster, bodies)
        self._several = Several(parsed, roster, bodies, self._inner)
        self._pronouns = Pronouns(parsed, roster, bodies, self._inner)
        self._descriptions = Descriptions(
            parsed, roster, bodies, self._inner, self._ties.described_by
        )
        self._resolved: dict[Range, Resolution] = {}
        self._asked: dict[int, tuple[int, Party]] = {}
        self._waiting: list[Range] = []
        self._circles: set[Range] = set()

    @property
    def antecedents(self) -> Antecedents:
        """What pronouns may stand for, with how probable it is."""
        return self._pronouns.antecedents

    def speaker(self, draft: Draft) -> Resolution | None:
        """The source of an attribution; ``None`` where it has no source words, or these name
        nobody ("no group").
        """
        if not draft.source:
            return None
        first = draft.source[0]
        if self._names_nobody(first):
            return None
        outer = draft.parent.speaker if draft.parent else None
        found = self._ask(first, outer.party if outer else None, speaking=True)
        others = [
            self._ask(words, None, speaking=True)
            for words in draft.source[1:]
            if not self._names_nobody(words)
        ]
        parties = list({id(r.party): r for r in (found, *others)}.values())
        named = [r for r in parties if r.party.naming is Naming.NAMED]
        if len(parties) > 1 and len(named) == len(parties):
            return self._several.jointly(parties)
        return found

    def resolve(self, words: Range, speaker: Party | None = None) -> Resolution:
        """Whom a noun phrase stands for; "we" and "I" in a quotation are the ``speaker``."""
        return self._ask(words, speaker)

    def sources(self) -> tuple[Source, ...]:
        """Everybody who was asked for, and those they speak for, in the order of the text."""
        parties: dict[str, Source] = {}
        for party in self._everybody():
            source = party.source(self._parsed.text)
            known = parties.get(source.id)
            if known is None:
                parties[source.id] = source
            else:
                parties[source.id] = _merged(known, source)
        return tuple(parties.values())

    def affiliations(self) -> tuple[Affiliation, ...]:
        """Who speaks for whom; what is surest of somebody comes first."""
        found: dict[str, Affiliation] = {}
        for party in self._everybody():
            for tie in self._ties.of(party):
                if tie.organisation.id == tie.member.id:
                    continue
                record = Affiliation(
                    member_id=tie.member.id,
                    organisation_id=tie.organisation.id,
                    role=tie.role,
                    evidence=tuple(self._evidence(tie)),
                )
                found.setdefault(record.id, record)
        return tuple(found.values())

    def _evidence(self, tie: Tie) -> Iterator[Evidence]:
        for words in tie.words:
            span = self._document.span(*self._parsed.characters(words))
            yield Evidence(document_id=self._document.id, span=span)

    def _everybody(self) -> list[Party]:
        """Those who were asked for, their parts, and whom all of them speak for."""
        found: dict[int, Party] = {}
        waiting = [party for _, party in sorted(self._asked.values(), key=lambda item: item[0])]
        while waiting:
            party = waiting.pop(0)
            if id(party) not in found:
                found[id(party)] = party
                waiting.extend(party.parts)
                waiting.extend(tie.organisation for tie in self._ties.of(party))
        return list(found.values())

    # One phrase.

    def _ask(self, words: Range, speaker: Party | None, *, speaking: bool = False) -> Resolution:
        inner = trimmed(self._parsed, words)
        if is_first_person(self._parsed, inner):
            found = self._pronouns.first_person(inner, speaker)
        else:
            found = self._inner(inner)
        if speaking:
            self._let_speak(found.party)
        first, _ = self._asked.get(id(found.party), (words[0], found.party))
        self._asked[id(found.party)] = (min(first, words[0]), found.party)
        if not speaking and self._is_place(inner, found):
            return replace(found, score=found.score * 0.5)
        return found

    def _let_speak(self, party: Party) -> None:
        """A place that speaks is those who govern it."""
        figure = self._roster.figure_of(party)
        if figure is not None and figure.mentions and party.kind is SourceKind.UNKNOWN:
            party.kind = SourceKind.STATE

    def _is_place(self, words: Range, found: Resolution) -> bool:
        before = self._parsed.lower[words[0] - 1] if words[0] else ""
        return found.rule == "metonym.capital" and before in _PLACES

    def _inner(self, words: Range) -> Resolution:
        """As ``_ask``, for phrases inside others; nobody is asked for."""
        inner = trimmed(self._parsed, words)
        found = self._resolved.get(inner)
        if found is not None:
            return found
        if inner in self._waiting:  # a phrase that leads back to itself
            self._circles.add(inner)
            return self._pronouns.unresolved(inner, self._parsed.head_of(inner))
        self._waiting.append(inner)
        found = self._find(inner)
        self._waiting.pop()
        self._circles.discard(inner)
        if not self._circles:  # inside a circle, the answer depends on where one entered it
            self._resolved[inner] = found
        return found

    def _find(self, words: Range) -> Resolution:
        parsed = self._parsed
        head = self._after_possessor(words, phrase_head(parsed, words))
        head = self._last_of_nouns(words, self._office_behind(words, head))
        if not any(sign.isalnum() for sign in parsed.string(words)):
            return self._pronouns.unresolved(words, head)
        found = self._pronouns.find(words, head) or self._several.joint(words, head)
        if found is not None:
            return found
        listed = self._named.listed(words)
        if len(listed) > 1:
            return self._several.jointly([named(link) for link in listed])
        found = self._named.find(words, head) or self._several.some(words, head)
        if found is not None:
            return found
        if parsed.lower[head] in _POINTING:
            return self._pronouns.unresolved(words, head)
        if parsed.lower[words[0]] in _OWN and parsed.lower[head] in media.NOUNS:
            publisher = self._document.publisher.strip()
            if publisher:
                party = self._roster.body(publisher, SourceKind.MEDIA).party
                party.also(plain(parsed.string(words)).lower())
                return Resolution(party, "publisher", "who published this", (words,), 0.9)
        return self._descriptions.resolve(words, head)

    def _after_possessor(self, words: Range, head: int) -> int:
        """The noun that somebody has, where the tree takes who has it for the head."""
        parsed = self._parsed
        number = parsed.name_at.get(head)
        if number is None:
            return head
        end = parsed.names[number].words[1]
        mark = end if end < words[1] and parsed.tags[end] == "POS" else end - 1
        if parsed.tags[mark] != "POS" or mark + 1 >= words[1]:
            return head
        for place in range(mark + 1, words[1]):
            if parsed.pos[place] in ("NOUN", "PROPN") and (
                place + 1 == words[1] or parsed.pos[place + 1] not in ("NOUN", "PROPN")
            ):
                return place
        return head

    def _office_behind(self, words: Range, head: int) -> int:
        """The role behind a body's name, where the tree takes the name for the head: "the Supreme
        Court justice".
        """
        parsed = self._parsed
        number = parsed.name_at.get(head)
        if number is None or parsed.names[number].kind == "PERSON":
            return head
        place = parsed.names[number].words[1]
        if place >= words[1] or parsed.lower[place] not in ROLES:
            return head
        ends = place + 1 == words[1] or not parsed.words[place + 1][0].isalnum()
        return place if ends or parsed.tags[place + 1].startswith("W") else head

    def _last_of_nouns(self, words: Range, head: int) -> int:
        """The last of nouns in a row where the tree has cut them: "labour-policy experts"."""
        parsed = self._parsed
        if head in parsed.name_at or parsed.pos[head] != "NOUN":
            return head
        start, end = words
        while head + 1 < end and parsed.pos[head + 1] == "NOUN":
            if start <= parsed.heads[head + 1] < end:
                break
            head += 1
        return head

    def _names_nobody(self, words: Range) -> bool:
        low = self._parsed.lower[trimmed(self._parsed, words)[0]]
        return low in _NOBODY


def _merged(left: Source, right: Source) -> Source:
    """Two descriptions in the same words are one source."""
    aliases = tuple(dict.fromkeys((*left.aliases, *right.aliases)))
    kind = left.kind if left.kind is not SourceKind.UNKNOWN else right.kind
    return left.model_copy(update={"aliases": aliases, "kind": kind})
