"""A proposition: what a content says, on its way to a claim; and the scene that it is said in."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimgraph.reading.cast.cast import Cast
from claimgraph.reading.cast.parties import Party
from claimgraph.reading.claims.clauses import Clause, Link, Shape
from claimgraph.reading.claims.standing_in import is_plural
from claimgraph.reading.claims.wording import Item, Wording
from claimgraph.reading.draft import Draft
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.parsed import Parsed
from claimgraph.vocabulary import Certainty, Naming, Polarity, Role, Stance

_CLOSING = frozenset('”")%')
_OPENING = frozenset('“"($£€')


@dataclass(slots=True, eq=False)
class Proposition:
    """What a content says. What is ``None`` follows from the tree and from the act.

    Attributes:
        items: Its words in order, with what is put between them.
        own: The words of the text that it rests on.
        clause: The clause that numbers, times and places are looked for in.
        predicate: The lemma of what happened.
        parties: Who plays which part, beside those that the tree shows.
        from_tree: Whether participants are to be read off the tree at all.
        polarity: Whether it is said to be so.
        certainty: How sure the source is.
        stance: Where the source stands.
    """

    items: list[Item]
    own: list[int]
    clause: Clause
    predicate: str | None = None
    parties: list[tuple[Role, int | Range | Party]] = field(default_factory=list)
    from_tree: bool = True
    polarity: Polarity | None = None
    certainty: Certainty | None = None
    stance: Stance | None = None


@dataclass(slots=True, eq=False)
class Scene:
    """One attribution, as the rules that find its propositions look at it.

    Attributes:
        parsed: The document.
        cast: Who its phrases stand for.
        wording: How its words are put.
        draft: The attribution.
        cue: The head word of its cue; ``None`` without a cue.
        verb: The lemma of that word.
        speaker: Who speaks; ``None`` where nobody is known.
        source: The head word of the source's words; ``None`` without any.
    """

    parsed: Parsed
    cast: Cast
    wording: Wording
    draft: Draft
    cue: int | None
    verb: str
    speaker: Party | None
    source: int | None

    @classmethod
    def of(cls, parsed: Parsed, cast: Cast, wording: Wording, draft: Draft) -> Scene:
        """The scene of an attribution."""
        cue = None
        if draft.cue:
            cue = parsed.head_of(draft.cue[0])
            if len(draft.cue) > 1 and parsed.pos[cue] != "VERB":
                cue = parsed.head_of(draft.cue[-1])
        speaker = draft.speaker.party if draft.speaker is not None else None
        if speaker is not None and not speaker.name.strip():
            speaker = None  # words without a letter name nobody
        verb = "" if cue is None else parsed.lemmas[cue].lower()
        source = parsed.head_of(draft.source[0]) if draft.source else None
        return cls(parsed, cast, wording, draft, cue, verb, speaker, source)

    def said(self) -> list[Item]:
        """The speaker as the subject of a sentence; nothing where nobody speaks."""
        naming = Naming.PRONOUN if self.speaker is None else self.speaker.naming
        named = naming is Naming.NAMED or not self._is_phrase()
        if self.speaker is not None and naming is not Naming.PRONOUN and named:
            return [self.speaker]
        if not self.draft.source:
            return []
        start, end = self.draft.source[0]
        head = self.parsed.head_of((start, end))
        if any(self.parsed.deps[child] == "conj" for child in self.parsed.children[head]):
            return list(range(start, end))
        # Without afterthoughts: "Lena Orth, the finance minister", "a man who saw it".
        last = next((word for word in range(head + 1, end) if self._breaks(word)), end)
        return list(range(start, last))

    def _breaks(self, word: int) -> bool:
        """Whether a word begins an afterthought."""
        parsed = self.parsed
        return parsed.words[word] in ",(–—" or parsed.lower[word] in ("who", "which", "whose")

    def _is_phrase(self) -> bool:
        """Whether the source is more than a pronoun here."""
        if not self.draft.source:
            return False
        return self.parsed.pos[self.parsed.head_of(self.draft.source[0])] != "PRON"

    def is_plural(self) -> bool:
        """Whether several speak."""
        if not self.draft.source or (self.speaker is not None and len(self.speaker.parts) > 1):
            return self.speaker is not None and is_plural(self.speaker)
        head = self.parsed.head_of(self.draft.source[0])
        if self.parsed.pos[head] == "PRON":
            return self.speaker is not None and is_plural(self.speaker)
        return plural(self.parsed, head)

    def speaking(self, role: Role) -> list[tuple[Role, int | Range | Party]]:
        """The speaker in a part."""
        if self.speaker is not None and self.speaker.naming is not Naming.PRONOUN:
            return [(role, party) for party in self.speaker.parts or (self.speaker,)]
        return [(role, words) for words in self.draft.source[:1]]

    def phrase(self, words: list[int]) -> list[Item]:
        """A noun phrase as a subject: a name, or its words without afterthoughts."""
        head = head_in(self.parsed, words)
        names = head in self.parsed.name_at or self.parsed.pos[head] == "PRON"
        if names and not any(self.parsed.deps[each] == "conj" for each in words):
            found = self.cast.resolve((words[0], words[-1] + 1), self.speaker)
            if found.party.naming is Naming.NAMED:
                return [found.party]
        inner: list[Item] = []
        for word in words:
            if word > head and self._breaks(word):
                break
            inner.append(word)
        return inner


def head_in(parsed: Parsed, words: list[int]) -> int:
    """The word of some words whose head is not among them."""
    inside = set(words)
    for word in words:
        outside = parsed.heads[word] not in inside or parsed.heads[word] == word
        if outside and parsed.deps[word] not in ("punct", "case", "mark", "cc"):
            return word
    return words[0]


def plural(parsed: Parsed, noun: int) -> bool:
    """Whether a noun phrase takes a plural verb."""
    if parsed.tags[noun] in ("NNS", "NNPS"):
        return True
    if parsed.lower[noun] in ("they", "we", "these", "those", "both", "many", "several", "you"):
        return True
    for child in parsed.children[noun]:
        if parsed.deps[child] == "conj":
            return True
        if parsed.deps[child] == "nummod" and parsed.pos[noun] != "SYM":
            return parsed.lower[child] not in ("one", "1")
    return False


def without_marks(parsed: Parsed, words: list[int]) -> list[int]:
    """Words without the marks at their ends; quotation marks, brackets and signs stay."""
    start, end = 0, len(words)
    while end > start and parsed.deps[words[end - 1]] == "punct":
        if parsed.words[words[end - 1]] in _CLOSING:
            break
        end -= 1
    while start < end and parsed.deps[words[start]] == "punct":
        if parsed.words[words[start]] in _OPENING:
            break
        start += 1
    return words[start:end]


def container(words: list[int], head: int) -> Clause:
    """A clause that only holds words, for numbers, times and places to be looked for in."""
    return Clause(head, Shape.NOMINAL, Link.MAIN, {}, words=list(words))
