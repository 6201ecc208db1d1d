"""Mentions of events: the nouns and verbs that tell that something happened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from claimgraph.reading.claims.certainty import HEDGING
from claimgraph.reading.claims.when_and_where import Times
from claimgraph.reading.events.mention import Mention
from claimgraph.reading.events.settings import TAKING_PART, Settings
from claimgraph.reading.parsed import Parsed
from claimgraph.text.event_kinds import (
    HARMFUL,
    EventKind,
    kind_of_noun,
    kind_of_verb,
    may_refer_back,
)
from claimgraph.text.states import state_sense

_DEFINITE = frozenset("the this that these those its their his her".split())
_OTHER = frozenset(
    "another other second third similar separate previous earlier past further new more".split()
)
_OF_COURTS = frozenset("charge charges case cases suspect suspects allegations".split())
_OFTEN = frozenset("previously earlier before often repeatedly again already once".split())
_LAYING = frozenset({"plant", "place", "use"})
_TIMES = frozenset({"occasions", "times", "past", "years"})
_MODALS = frozenset("could may might would should will must can shall 'll ’ll".split())
_MARKS = frozenset({"if", "unless", "whether"})
#: Verbs whose object has not happened.
_NOT_YET = frozenset(
    """
    avert avoid consider deter expect fear plan predict prepare prevent propose reject stop threaten
    """.split()
)
_BEFORE = frozenset("compound amod nmod:poss nmod:desc nummod det".split())


class MentionFinder:
    """Finds the mentions of one document."""

    def __init__(
        self, parsed: Parsed, times: Times, section: Sequence[int], cues: Set[int]
    ) -> None:
        """Take what is known of the document.

        Args:
            parsed: Its words and trees.
            times: Its times.
            section: For each word its section.
            cues: Words that head a cue: what hangs on them tells of the saying.
        """
        self._parsed = parsed
        self._settings = Settings(parsed, times, cues)
        self._section = section
        self._cues = cues

    def find(self) -> list[Mention]:
        """All of them, in order."""
        found: list[Mention] = []
        for word, pos in enumerate(self._parsed.pos):
            made = None
            if pos in ("NOUN", "PROPN") or self._parsed.deps[word] in TAKING_PART:
                made = self._noun(word)
            elif pos == "VERB":
                made = self._verb(word)
            if made is not None:
                made.section = self._section[word]
                made.line = self._parsed.lines[word]
                made.noun = self._parsed.pos[word] != "VERB"
                made.several = self._parsed.tags[word] in ("NNS", "NNPS")
                self._settings.fill(made)
                found.append(made)
        return self._without_results(found)

    def _without_results(self, mentions: Sequence[Mention]) -> list[Mention]:
        """Without killings that came of what their sentence names: "a bombing killed X"."""
        sentence = self._parsed.sentence
        told = {sentence(each.word) for each in mentions if each.noun and each.kind in HARMFUL}
        return [
            each
            for each in mentions
            if each.noun or each.kind is not EventKind.KILLING or sentence(each.word) not in told
        ]

    def _is_person(self, word: int) -> bool:
        number = self._parsed.name_at.get(word)
        return number is not None and self._parsed.names[number].kind == "PERSON"

    def _noun(self, word: int) -> Mention | None:
        parsed = self._parsed
        lower = parsed.lower[word]
        # "Shelling" may be tagged as a verb's form, "counter-attacks" as a participle.
        forms = (parsed.lemmas[word].lower(), lower, lower.removesuffix("s"))
        lemma = next((form for form in forms if may_refer_back(form)), "")
        known = may_refer_back(lemma)
        if known is None or self._is_in_a_compound(word) or self._is_in_a_name(word):
            return None
        if not _OF_COURTS.isdisjoint(parsed.lower[word + 1 : word + 4]):
            return None  # "murder and terrorism charges"
        before = [
            child
            for child in parsed.children[word]
            if child < word and parsed.deps[child] in _BEFORE
        ]
        words = [parsed.lower[each] for each in self._with_their_own(before)]
        determiners = {parsed.lower[each] for each in before if parsed.deps[each] == "det"}
        owned = any(parsed.deps[each] == "nmod:poss" for each in before)
        kind = kind_of_noun(lemma, words)
        definite = not determiners.isdisjoint(_DEFINITE) or owned
        if kind is None:
            if not definite:
                return None
            # "the 17 September deal": the day says which.
            return Mention(word, known, new=self._settings.is_dated(before), definite=True)
        if parsed.child(word, "cop") is not None:
            # "This was murder" says what to call it.
            return Mention(word, kind, new=False)
        none = not determiners.isdisjoint({"no", "any", "every", "each", "such"})
        return Mention(
            word,
            kind,
            new=not none and not self._is_unreal(word),
            definite=definite or none,
            pointing="that" in determiners,
            other=not _OTHER.isdisjoint(words),
            alone=not determiners.isdisjoint({"a", "an"}) and HEDGING.keys().isdisjoint(words),
            agent=self._agent(word, before),
        )

    def _verb(self, word: int) -> Mention | None:
        parsed = self._parsed
        lemma = parsed.lemmas[word].lower()
        particle = parsed.child(word, "compound:prt")
        if particle is not None:
            lemma = f"{lemma}_{parsed.lower[particle]}"
        thing = parsed.child(word, "obj", "nsubj:pass")
        objects = () if thing is None else range(*parsed.subtree(thing))
        lower = parsed.lower
        around = self._settings.around(word)
        means = [lower[w] for w in around if lower[w - 1] == "with"]
        doer = parsed.child(word, "nsubj")
        doers = () if doer is None else [lower[w] for w in around if w <= doer]
        kind = kind_of_verb(lemma, [lower[each] for each in objects], means, doers)
        if lemma == "kill" and thing is not None and self._is_person(thing):
            kind = EventKind.KILLING
        if kind is None or parsed.deps[word] in ("amod", "compound"):
            return None
        adverbs = {
            lower[child] for child in parsed.children[word] if parsed.deps[child] == "advmod"
        }
        return Mention(
            word,
            kind,
            new=not self._is_unreal(word),
            definite=lemma in _LAYING,  # who "planted a bomb" did what was told before
            other=not _OFTEN.isdisjoint(adverbs) or any(lower[w] in _TIMES for w in around),
        )

    def _with_their_own(self, before: Iterable[int]) -> list[int]:
        """Words before a noun with those that hang on them: "car" of "car bomb attack"."""
        parsed = self._parsed
        found = []
        for word in before:
            found += [*parsed.children[word], word] if parsed.deps[word] != "nmod:poss" else []
        return found

    def _is_in_a_compound(self, word: int) -> bool:
        parsed = self._parsed
        return parsed.deps[word] in ("compound", "amod", "nmod:desc", "flat") and (
            parsed.heads[word] > word
        )

    def _is_in_a_name(self, word: int) -> bool:
        """Whether the word is a part of a name: "Liberation War Museum"."""
        number = self._parsed.name_at.get(word)
        return number is not None and self._parsed.names[number].kind != "LOC"

    def _is_unreal(self, word: int) -> bool:
        """Whether the text only thinks of it: "to prevent an attack", "could attack"."""
        parsed = self._parsed
        here = word
        for _ in range(8):
            lower = {parsed.lower[child] for child in parsed.children[here]}
            marked = {
                parsed.lower[c] for c in parsed.children[here] if parsed.deps[c] in ("aux", "mark")
            }
            if not _MODALS.isdisjoint(marked) or not _MARKS.isdisjoint(marked):
                return True
            if parsed.tags[here] == "VB" and "to" in marked:
                return True
            head = parsed.heads[here]
            if head == here or here in self._cues or head in self._cues:
                return False
            if parsed.lemmas[head].lower() in _NOT_YET and parsed.deps[here] != "nsubj":
                return True
            if parsed.deps[here] in ("acl:relcl", "advcl", "parataxis") or "after" in lower:
                return False
            here = head
        return False

    def _agent(self, word: int, before: Iterable[int]) -> str:
        """Whose deed a noun phrase says it is: "Russian", "by the Islamic State group"."""
        parsed = self._parsed
        for child in parsed.children[word]:
            if child > word and parsed.deps[child] == "nmod":
                start, end = parsed.subtree(child)
                if parsed.lower[start] == "by":
                    names = [w for w in range(start, end) if w in parsed.name_at]
                    return parsed.lower[names[0]] if names else ""
        for child in before:
            if parsed.deps[child] == "det":
                continue
            sense = state_sense(parsed.words[child])
            if sense is not None and sense.way in ("adjective", "name"):
                return sense.state.lower()
            number = parsed.name_at.get(child)
            if number is not None and parsed.names[number].kind != "LOC":
                return parsed.lower[child]
        return ""
