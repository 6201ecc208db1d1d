"""Several at once: joint speakers, and "some", "others", "one of them"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claimgraph.reading.cast.bodies import StateBodies
from claimgraph.reading.cast.kinds import kind_of
from claimgraph.reading.cast.named_phrases import BODIES
from claimgraph.reading.cast.parties import Resolution
from claimgraph.reading.cast.roster import Roster
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.noun_phrases import joined, plain, split
from claimgraph.reading.parsed import Parsed
from claimgraph.vocabulary import Naming, SourceKind

_SOME = frozenset(
    "some many others most several few both all two three four five six seven eight nine ten "
    "dozens hundreds thousands one another either each everyone everybody someone somebody "
    "anyone anybody those these this that".split()
)
_ONE = frozenset("one another someone somebody either each anyone anybody".split())
_POINTING = frozenset("this that these those".split())
_SINGLE = frozenset((SourceKind.PERSON, SourceKind.ANONYMOUS))


class Several:
    """Resolves phrases that stand for more than one, or for one of them."""

    def __init__(
        self,
        parsed: Parsed,
        roster: Roster,
        bodies: StateBodies,
        resolve: Callable[[Range], Resolution],
    ) -> None:
        self._parsed = parsed
        self._roster = roster
        self._bodies = bodies
        self._resolve = resolve

    def joint(self, words: Range, head: int) -> Resolution | None:
        """Joint speakers; ``None`` where "and" joins nobody, or what is one description."""
        parsed = self._parsed
        heads = joined(parsed, words, head)
        if len(heads) < 2:
            return None
        phrases = split(parsed, words, heads)
        pairs = list(zip(phrases, heads, strict=True))
        if not any(self._names_somebody(phrase, head) for phrase, head in pairs):
            return None
        names = {parsed.name_at[place] for place in range(*words) if place in parsed.name_at}
        roles = [kind_of(parsed.lower[h]) in _SINGLE for h in heads if h not in parsed.name_at]
        if len(names) == 1 and all(roles):
            return None  # "FBI agent and terrorism specialist Ali Soufan"
        if self._describes_one(words, heads):
            return None
        return self.jointly([self._resolve(phrase) for phrase in phrases])

    def _describes_one(self, words: Range, heads: Sequence[int]) -> bool:
        """Whether "and" only joins what one person is: "Ann Marsh, a writer and professor at Y"."""
        parsed = self._parsed
        number = parsed.name_at.get(heads[0])
        if number is None or parsed.names[number].kind != "PERSON":
            return False
        end = parsed.names[number].words[1]
        if end >= words[1] or parsed.words[end] != ",":
            return False
        if ["and", "no"] in (parsed.lower[place : place + 2] for place in range(end, words[1])):
            return True  # "Ann Marsh, the mayor and no relation of the minister"
        others = heads[1:]
        return all(
            head not in parsed.name_at
            and kind_of(parsed.lower[head]) in _SINGLE
            and parsed.lower[parsed.subtree(head)[0]] not in ("the", ",")
            for head in others
        )

    def _names_somebody(self, phrase: Range, head: int) -> bool:
        """Whether a part can stand for itself: it has a name, or is a body."""
        parsed = self._parsed
        if any(place in parsed.name_at for place in range(*phrase)):
            return True
        if parsed.tags[head] == "NNS":
            return False
        return self._bodies.at(head) is not None or kind_of(parsed.lower[head]) in BODIES

    def jointly(self, parts: Sequence[Resolution]) -> Resolution:
        """One party of several: its name joins theirs."""
        parties = list({id(part.party): part.party for part in parts}.values())
        if len(parties) == 1:
            return parts[0]
        kinds = {party.kind for party in parties}
        named = all(party.naming is Naming.NAMED for party in parties)
        name = "; ".join(party.name for party in parties)
        kind = kinds.pop() if len(kinds) == 1 else parties[0].kind
        party = self._roster.body(name, kind, Naming.NAMED if named else Naming.DESCRIBED).party
        party.parts = tuple(parties)
        return Resolution(
            party,
            "joint",
            "they speak together",
            tuple(words for part in parts for words in part.words[:1]),
            min(part.score for part in parts),
        )

    def some(self, words: Range, head: int) -> Resolution | None:
        """A phrase of "some", "others", "one of the officials", "two"; ``None`` for any other."""
        parsed = self._parsed
        low = parsed.lower[head]
        if low not in _SOME and parsed.pos[head] != "NUM":
            return None
        if low in _POINTING and words[1] - words[0] == 1:
            return None
        one = low in _ONE
        name = plain(parsed.string(words))
        kind = SourceKind.ANONYMOUS if one else SourceKind.COLLECTIVE
        naming = Naming.UNNAMED if one else Naming.DESCRIBED
        party = self._roster.body(name[0].lower() + name[1:], kind, naming).party
        why = "as the text describes it"
        return Resolution(party, f"description.{kind.value}", why, (words,), 0.6)
