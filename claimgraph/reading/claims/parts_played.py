"""Who did what to whom in a proposition, by name: the participants of a claim."""

from __future__ import annotations

from bisect import bisect_left

from claimgraph.model import Participant
from claimgraph.reading.cast.cast import Cast, Party
from claimgraph.reading.cast.earlier import is_of_class
from claimgraph.reading.claims.clauses import Clause, Link
from claimgraph.reading.claims.measures import Measures
from claimgraph.reading.claims.predicates import Core
from claimgraph.reading.claims.propositions import Proposition, Scene
from claimgraph.reading.claims.roles import participants_of
from claimgraph.reading.claims.standing_in import is_sure
from claimgraph.reading.claims.statements import RELATIVES
from claimgraph.reading.claims.wording import Wording
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.phrases import noun_phrase
from claimgraph.reading.records import Recorder
from claimgraph.vocabulary import Naming, Role, SourceKind, SpeechAct

_UNQUOTED = str.maketrans("", "", '“”"')
_ARTICLES = frozenset({"the", "a", "an", "any"})
#: Pronouns that say as much as a noun.
_NOBODY = frozenset(
    "nobody none nothing someone somebody anyone everyone everybody others all".split()
)
_PERSONAL = frozenset("i we me us he him she her it they them".split())
_DOERS = frozenset({Role.ACCUSED, Role.CLEARED, Role.AGENT})


class Players:
    """Names those who play a part in the propositions of one document.

    A pronoun that stands for nobody known is left out: it names no one.
    """

    def __init__(
        self,
        parsed: Parsed,
        cast: Cast,
        recorder: Recorder,
        measures: Measures,
        wording: Wording,
    ) -> None:
        self._wording = wording
        self._parsed = parsed
        self._cast = cast
        self._recorder = recorder
        self._measures = measures

    def of(self, scene: Scene, made: Proposition, core: Core | None) -> tuple[Participant, ...]:
        """The participants of a proposition, each once.

        Args:
            scene: The attribution.
            made: The proposition.
            core: Where the tree shows who plays a part; ``None`` where it does not.
        """
        found = list(made.parties)
        if core is not None:
            found += self._shown(made, core)
        players: dict[str, Participant] = {}
        for role, who in found:
            player = self._player(scene, made.clause, role, who)
            if player is not None:
                players.setdefault(player.source_id or player.name, player)
        return tuple(players.values())

    def _shown(self, made: Proposition, core: Core) -> list[tuple[Role, int | Range | Party]]:
        """Those whom the tree shows, beside those who are known."""
        given = any(role in _DOERS for role, _ in made.parties)
        taken = [who for _, who in made.parties if isinstance(who, tuple)]
        return [
            (role, word)
            for role, word in participants_of(self._parsed, core)
            if not (given and role is Role.AGENT)
            and not any(start <= word < end for start, end in taken)
            and self._belongs(made.clause, core, word)
        ]

    def _belongs(self, clause: Clause, core: Core, word: int) -> bool:
        """Whether somebody is the subject of a clause, or stands among its own words."""
        if word == core.subject or self._parsed.heads[word] == core.subject:
            return True
        at = bisect_left(clause.words, word)
        return at < len(clause.words) and clause.words[at] == word

    def _player(
        self, scene: Scene, clause: Clause, role: Role, who: int | Range | Party
    ) -> Participant | None:
        parsed = self._parsed
        if isinstance(who, Party):
            return Participant(role=role, name=who.name, source_id=who.id)
        if isinstance(who, tuple):
            words, head = who, parsed.head_of(who)
        else:
            words, head = self._phrase(clause, who)
        if role is Role.AGENT and self._is_target(scene, head):
            role = Role.CLEARED if scene.draft.act is SpeechAct.DENY else Role.ACCUSED
        party = self._party(scene, words, head, role)
        if party is not None and party.name.strip():
            return self._somebody(scene, party, role, words)
        no_one = parsed.lower[head] == "one" and parsed.lower[head - 1] == "no"
        if parsed.pos[head] == "PRON" and parsed.lower[head] not in _NOBODY and not no_one:
            return None
        name = self._bare(words)
        if not name:
            return None
        return Participant(role=role, name=name, spans=(self._recorder.span(words),))

    def _phrase(self, clause: Clause, head: int) -> tuple[Range, int]:
        """The noun phrase of a head word; that before "who" in its place; all of a name."""
        parsed = self._parsed
        if clause.link is Link.RELATIVE and parsed.lower[head] in RELATIVES:
            head = parsed.heads[clause.head]
        words = noun_phrase(parsed, head)
        if head in parsed.name_at:
            name = parsed.names[parsed.name_at[head]].words
            words = min(words[0], name[0]), max(words[1], name[1])
        return words, head

    def _is_target(self, scene: Scene, head: int) -> bool:
        return any(part.words[0] <= head < part.words[1] for part in scene.draft.targets)

    def _somebody(self, scene: Scene, party: Party, role: Role, words: Range) -> Participant:
        """Somebody of the cast. Only who is named, speaks or is accused is a source."""
        speaks = scene.speaker is not None and party.id == scene.speaker.id
        if speaks and role is Role.AGENT and scene.draft.act is SpeechAct.DENY:
            role = Role.CLEARED
        known = speaks or party.naming is Naming.NAMED or role in (Role.ACCUSED, Role.CLEARED)
        return Participant(
            role=role,
            name=party.name,
            source_id=party.id if known else None,
            spans=(self._recorder.span(words),),
        )

    def _party(self, scene: Scene, words: Range, head: int, role: Role) -> Party | None:
        """Who a phrase stands for, where it is a name, a pronoun or the target."""
        parsed = self._parsed
        if parsed.pos[head] == "PRON":
            lower = parsed.lower[head]
            person = scene.speaker is None or scene.speaker.kind is SourceKind.PERSON
            if lower not in _PERSONAL or (lower in ("we", "us") and person):
                return None
            found = self._cast.resolve(words, scene.speaker)
            known = found.party.naming is not Naming.PRONOUN
            return found.party if known and is_sure(lower, found, scene.speaker) else None
        if role not in (Role.ACCUSED, Role.CLEARED):
            number = parsed.name_at.get(head)
            if number is None:
                return self._described(scene, words)
            if parsed.names[number].kind == "LOC" and role is not Role.AGENT:
                return None  # a place that something happens to speaks for nobody
        return self._cast.resolve(words, scene.speaker).party

    def _described(self, scene: Scene, words: Range) -> Party | None:
        """As in "the company", where one company is named before."""
        if self._parsed.lower[words[0]] != "the" or words[1] - words[0] != 2:
            return None
        party = self._cast.resolve(words, scene.speaker).party
        named = party.naming is Naming.NAMED
        return (
            party if named and is_of_class(self._parsed.lower[words[1] - 1], party.kind) else None
        )

    def _hyphenated(self, mark: int) -> bool:
        """Whether a hyphen has no blank beside it: a dash divides."""
        starts, ends = self._parsed.starts, self._parsed.ends
        return starts[mark] == ends[mark - 1] and starts[mark + 1] == ends[mark]

    def _bare(self, words: Range) -> str:
        """A noun phrase without article and number: what a participant is called."""
        parsed = self._parsed
        start, end = words
        while start < end - 1 and parsed.lower[start] in _ARTICLES:
            if parsed.pos[start + 1] == "NUM" and start + 2 == end:
                break  # "the 36"
            start += 1
        for number in self._measures.between(start - 4, end - 1):
            noun = self._measures.found(number).noun
            if noun is not None and self._measures.place(number) <= start:
                at = bisect_left(parsed.starts, noun[0])
                start = at if start < at < end else start
        while start > 1 and parsed.words[start - 1] == "-" and self._hyphenated(start - 1):
            start -= 2
        name = self._wording.run(start, end - 1)
        if name.count("“") != name.count("”") or name.count('"') % 2 or name[:1] in '“"':
            name = name.translate(_UNQUOTED)
        return name.strip()
