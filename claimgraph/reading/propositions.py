"""A proposition: what a content says, on its way to a claim; and the scene that it is said in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimgraph.reading.clauses import AUXILIARIES, Clause
from claimgraph.reading.conjugation import past, past_of, present
from claimgraph.reading.draft import Draft
from claimgraph.reading.links import Range
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.phrases import noun_phrase
from claimgraph.reading.wording import Item, Wording, is_plural
from claimgraph.vocabulary import Certainty, Naming, Polarity, Role, Stance

if TYPE_CHECKING:
    from claimgraph.reading.cast import Cast, Party

#: Who plays a part: a head word, a phrase, or somebody who is known already.
Who = "int | Range | Party"


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
        verb = "" if cue is None else parsed.lemmas[cue].lower()
        source = parsed.head_of(draft.source[0]) if draft.source else None
        return cls(parsed, cast, wording, draft, cue, verb, speaker, source)

    def said(self) -> list[Item]:
        """The speaker as the subject of a sentence; nothing where nobody speaks."""
        if self.speaker is not None and self.speaker.naming is not Naming.PRONOUN:
            if self.speaker.naming is Naming.NAMED or not self._is_phrase():
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
        if not self.draft.source:
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
        """A noun phrase as the subject of a sentence: a name, or its words without afterthoughts."""
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
        if parsed.deps[word] not in ("punct", "case", "mark", "cc"):
            if parsed.heads[word] not in inside or parsed.heads[word] == word:
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


def finite(
    parsed: Parsed, words: list[int], clause: Clause, mode: str, several: bool
) -> list[Item]:
    """The words of a gerund or an infinitive as a finite verb phrase, without its subject.

    Args:
        parsed: The document.
        words: The words of the clause, in order.
        clause: The clause.
        mode: "past", "present", or the words of a modal: "will", "was to".
        several: Whether the subject is plural.
    """
    lower = parsed.lower
    chain = sorted(
        {clause.head, *(w for dep in AUXILIARIES for w in clause.by.get(dep, ()))}
        if parsed.pos[clause.head] in ("VERB", "AUX")
        else {w for dep in AUXILIARIES for w in clause.by.get(dep, ())}
    )
    chain = [word for word in chain if word in words]
    if not chain:
        return list(words)
    first = chain[0]
    dropped = {
        word
        for word in clause.by.get("mark", ())
        if lower[word] in ("to", "of", "for", "from", "in", "by", "with", "about")
    }
    negation = [w for w in clause.by.get("advmod", ()) if lower[w] == "not" and w < first]
    rest = [word for word in words if word not in dropped and word not in negation]
    if mode not in ("past", "present"):
        lead: list[Item] = [mode, *(["not"] if negation else [])]
        return [*lead, *_base(parsed, rest, first)]
    replaced: dict[int, str] = {}
    joined = [clause.head]
    be = parsed.lemmas[first] == "be"
    below = clause.by.get("xcomp", [0])[0]
    if parsed.lemmas[first] == "have" and len(chain) == 1 and parsed.tags[below] == "VBN":
        chain.append(below)
    if parsed.lemmas[first] == "have" and len(chain) > 1:
        dropped.add(first)
        rest.remove(first)
        first, mode, be = chain[1], "past", lower[chain[1]] == "been"
    lemma = "be" if be else parsed.lemmas[first].lower()
    if negation and not be:
        replaced[first] = f"{'did' if mode == 'past' else present('do', several)} not {lemma}"
    else:
        verb = past_of(lemma, several) if mode == "past" else present(lemma, several)
        replaced[first] = f"{verb} not" if negation else verb
    for word in clause.by.get("conj", ()):  # "shooting and killing two men"
        if parsed.tags[word] == parsed.tags[clause.head] and word in rest and mode == "past":
            if first == clause.head:
                replaced[word] = past(parsed.lemmas[word].lower())
    for n, word in enumerate(rest[2:], 2):  # also where the parser ties the second to a noun
        if parsed.tags[word] == "VBG" and lower[rest[n - 1]] in ("and", "or") and mode == "past":
            if rest[n - 2] in joined and clause.head in replaced:
                replaced[word] = past(parsed.lemmas[word].lower())
                joined.append(word)
    return [replaced.get(word, word) for word in rest]


def _base(parsed: Parsed, words: list[int], first: int) -> list[Item]:
    """The words with the first verb in its base form, as a modal wants it."""
    if parsed.tags[first] == "VB":
        return list(words)
    return [parsed.lemmas[word].lower() if word == first else word for word in words]
