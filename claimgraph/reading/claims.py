"""Claims: what a content says, clause by clause, in a form that can be compared.

Each claim is one proposition in words that stand alone. Its text keeps the article's words; names
stand in for pronouns only where they are surely known. A denial's claim is what is denied, with
stance ``denies``; an accusation's is what the accused is said to have done; a silence has one
claim, from its cue, of which nothing is said to be so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claimgraph.model import Claim, Quantity, Span
from claimgraph.reading.accusations import accusation
from claimgraph.reading.cast import Cast
from claimgraph.reading.certainty import certainty_of, of_noun
from claimgraph.reading.clauses import Link, Shape
from claimgraph.reading.draft import Draft
from claimgraph.reading.frames import naming, putting
from claimgraph.reading.links import Range
from claimgraph.reading.measures import Measures
from claimgraph.reading.nominal import charged
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.parts_played import Players
from claimgraph.reading.polarity import polarity_of
from claimgraph.reading.predicates import Core, core_of, predicate_of, weaker
from claimgraph.reading.propositions import Proposition, Scene
from claimgraph.reading.records import Recorder
from claimgraph.reading.splitting import clauses_of, content_words
from claimgraph.reading.stances import DENYING, certainty_by_act, stance_of
from claimgraph.reading.statements import statement
from claimgraph.reading.unfinished import unfinished
from claimgraph.reading.unsaid import SILENCES, unsaid
from claimgraph.reading.when_and_where import Times, place_of
from claimgraph.reading.wording import Wording
from claimgraph.text.found import FoundQuantity
from claimgraph.text.times import FoundTime
from claimgraph.vocabulary import Certainty, Polarity, SpeechAct, Stance

_ABOUT_OTHERS = frozenset({SpeechAct.ACCUSE, SpeechAct.DENY, SpeechAct.DEMAND})
_OPENING = frozenset('$£€“"')


class ClaimReader:
    """Reads the claims of one document, attribution by attribution."""

    def __init__(
        self,
        parsed: Parsed,
        cast: Cast,
        recorder: Recorder,
        numbers: Sequence[FoundQuantity],
        times: Sequence[FoundTime],
    ) -> None:
        """Take what is known of the document.

        Args:
            parsed: Its words and trees.
            cast: Who its phrases stand for.
            recorder: Makes its spans.
            numbers: Its quantities, in order.
            times: Its times, in order.
        """
        self._parsed = parsed
        self._cast = cast
        self._recorder = recorder
        self._wording = Wording(parsed, cast)
        self._measures = Measures(parsed, numbers)
        self._players = Players(parsed, cast, recorder, self._measures)
        self._times = Times(parsed, times)

    def claims_of(self, draft: Draft, attribution_id: str) -> list[Claim]:
        """The claims of one attribution, those of lower rank last.

        Args:
            draft: The attribution: its act, its targets and its speaker are known.
            attribution_id: The id of its record.

        Returns:
            At least one claim; several with distinct ids.
        """
        scene = Scene.of(self._parsed, self._cast, self._wording, draft)
        words = content_words(self._parsed, draft.content)
        if not words or draft.negated or draft.act in SILENCES:
            found = [unsaid(scene, words)]
        else:
            found = self._propositions(scene, words)
        claims: dict[str, Claim] = {}
        for proposition in found:
            claim = self._claim(scene, proposition, attribution_id)
            if claim is not None:
                claims.setdefault(claim.id, claim)
        if not claims and words:
            clause = clauses_of(self._parsed, words)[0]
            bare = Proposition(list(words), words, clause, "", [], from_tree=False)
            claim = self._claim(scene, bare, attribution_id)
            claims = {} if claim is None else {claim.id: claim}
        return list(claims.values())

    def _propositions(self, scene: Scene, words: list[int]) -> list[Proposition]:
        """What a content says."""
        found = accusation(scene, words) or putting(scene, words)
        if found:
            return found
        found = naming(scene, words)
        if found:
            denied = scene.draft.act is SpeechAct.DENY
            return [*charged(scene, words), *found] if denied else found
        for clause in clauses_of(self._parsed, words):
            if clause.link is Link.RELATIVE and scene.draft.act in _ABOUT_OTHERS:
                continue  # the writer's own words about the accused
            if clause.shape is not Shape.FINITE:
                found += unfinished(scene, clause)
                continue
            made = statement(scene, clause)
            if clause.head in made.items:
                found.append(made)
        return found

    def _claim(self, scene: Scene, made: Proposition, attribution_id: str) -> Claim | None:
        """The record of a proposition; ``None`` where nothing but marks is left of it."""
        parsed, clause = self._parsed, made.clause
        known = scene.speaker if scene.source in made.items else None
        text = self._wording.render(made.items, scene.speaker, clause, known)
        spans = self._spans(made.own, scene.draft)
        if not text or not spans:
            return None
        core = core_of(parsed, clause)
        shown = made.from_tree and clause.shape is not Shape.NOMINAL
        polarity, certainty, stance = self._modality(scene, made, core, shown)
        predicate = made.predicate
        if predicate is None:
            predicate = predicate_of(parsed, core.head, core.by)
        return Claim(
            attribution_id=attribution_id,
            text=text,
            spans=spans,
            predicate=predicate,
            participants=self._players.of(scene, made, core if shown else None),
            polarity=polarity,
            certainty=certainty,
            stance=stance,
            quantities=self._quantities(made.own),
            time=self._times.of(clause, made.own),
            place=place_of(parsed, made.own),
        )

    def _modality(
        self, scene: Scene, made: Proposition, core: Core, shown: bool
    ) -> tuple[Polarity, Certainty, Stance]:
        """Whether it is said to be so, how surely, and where the source stands."""
        parsed = self._parsed
        stance = made.stance or stance_of(scene.draft, scene.verb)
        if stance is Stance.ACCUSES and made.clause.link is Link.RELATIVE:
            stance = Stance.ASSERTS
        polarity = made.polarity
        if polarity is None:
<<<<<<< HEAD
            shown = tree or made.clause.shape is not Shape.NOMINAL
            polarity = (
                polarity_of(parsed, made.clause, core) if tree and shown else Polarity.POSITIVE
            )
            if stance is Stance.DENIES:
                if scene.verb in DENYING:
                    if polarity is Polarity.NEGATIVE:
                        polarity = Polarity.UNKNOWN
                elif polarity is Polarity.POSITIVE:
                    stance = Stance.ASSERTS
=======
            polarity = Polarity.POSITIVE
            if shown:
                polarity = polarity_of(parsed, made.clause, core)
            if stance is Stance.DENIES and scene.verb in DENYING:
                if polarity is Polarity.NEGATIVE:
                    polarity = Polarity.UNKNOWN
            elif stance is Stance.DENIES and polarity is Polarity.POSITIVE:
                stance = Stance.ASSERTS  # "These allegations are absurd"
        certainty = made.certainty
>>>>>>> claims
        if certainty is None:
            certainty = certainty_by_act(scene.draft, scene.verb)
            if shown:
                certainty = weaker(certainty, certainty_of(parsed, made.clause, core))
            elif made.clause.shape is Shape.NOMINAL:
                certainty = weaker(certainty, of_noun(parsed, made.clause.head))
        return polarity, certainty, stance

    def _quantities(self, own: Sequence[int]) -> tuple[Quantity, ...]:
        """The numbers that begin among some words."""
        found = []
        for number in self._measures.between(own[0], own[-1]):
            place = self._measures.place(number)
            at = bisect_left(own, place)
            if at < len(own) and own[at] == place:
                found.append(self._measures.of(number))
        return tuple(found)

    def _spans(self, own: Sequence[int], draft: Draft) -> tuple[Span, ...]:
        """The characters of some words: one span for words with nothing but marks between them."""
        parsed = self._parsed
        words, deps = parsed.words, parsed.deps
        edges = {end for _, end in draft.content}
        ranges: list[Range] = []
        start = last = -1
        for word in own:
            if start < 0:
<<<<<<< HEAD
                if deps[word] == "punct" and words[word] not in '$£€“"':
                    continue
                start = last = word
            elif word == last + 1 or all(
                words[w].isspace() or deps[w] == "punct" for w in range(last + 1, word)
            ):
                last = word
            else:
=======
                if deps[word] != "punct" or words[word] in _OPENING:
                    start = last = word
                continue
            gap = range(last + 1, word)
            if gap and (
                not edges.isdisjoint(range(last + 1, word + 1))
                or not all(deps[each] == "punct" or words[each].isspace() for each in gap)
            ):
>>>>>>> claims
                ranges.append((start, last + 1))
                start = word
            last = word
        if start >= 0:
            ranges.append((start, last + 1))
        return self._recorder.spans(ranges)
<<<<<<< HEAD

    def _participants(
        self, scene: Scene, made: Proposition, core: Core, tree: bool
    ) -> tuple[Participant, ...]:
        found: list[tuple[Role, int | Range | Party]] = list(made.parties)
        if tree:
            given = {role for role, _ in made.parties}
            taken = [who for _, who in made.parties if isinstance(who, tuple)]
            for role, word in participants_of(self._parsed, core):
                if any(start <= word < end for start, end in taken):
                    continue
                if not self._belongs(made.clause, core, word):
                    continue
                if role is Role.AGENT and given & {Role.ACCUSED, Role.CLEARED, Role.AGENT}:
                    continue
                found.append((role, word))
        made_parties: list[Participant] = []
        seen: set[str] = set()
        targets = self._targets(scene)
        for role, who in found:
            party = self._participant(scene, made, role, who, targets)
            key = party.source_id or party.name if party is not None else ""
            if party is None or key in seen:
                continue
            seen.add(key)
            made_parties.append(party)
        return tuple(made_parties)

    def _belongs(self, clause: Clause, core: Core, word: int) -> bool:
        """Whether a participant is the subject of a clause, or stands among its own words."""
        if word == core.subject or self._is_own(clause.words, word):
            return True
        return self._parsed.heads[word] == core.subject

    def _targets(self, scene: Scene) -> list[tuple[Range, Role | None]]:
        return [(part.words, part.role) for part in scene.draft.targets]

    def _participant(
        self,
        scene: Scene,
        made: Proposition,
        role: Role,
        who: int | Range | Party,
        targets: list[tuple[Range, Role | None]],
    ) -> Participant | None:
        parsed = self._parsed
        if isinstance(who, Party):
            return Participant(role=role, name=who.name, source_id=who.id)
        if isinstance(who, tuple):
            words = who
            head = parsed.head_of(words)
        else:
            head = who
            if parsed.lower[head] in _RELATIVES and made.clause.link is Link.RELATIVE:
                head = parsed.heads[made.clause.head]
            words = noun_phrase(parsed, head)
            if head in parsed.name_at:
                name = parsed.names[parsed.name_at[head]].words
                words = min(words[0], name[0]), max(words[1], name[1])
        for start, end in (part for part, _ in targets):
            if start <= head < end and role in (Role.AGENT, Role.PATIENT):
                if role is Role.AGENT:
                    role = Role.CLEARED if scene.draft.act is SpeechAct.DENY else Role.ACCUSED
                break
        party = self._party(scene, words, head, role)
        if party is not None:
            if (
                role is Role.AGENT
                and scene.draft.act is SpeechAct.DENY
                and scene.speaker is not None
                and party.id == scene.speaker.id
            ):
                role = Role.CLEARED
            named = party.naming is Naming.NAMED or (
                scene.speaker is not None and party.id == scene.speaker.id
            )
            return Participant(
                role=role,
                name=party.name,
                source_id=party.id if named or role in (Role.ACCUSED, Role.CLEARED) else None,
                spans=(self._recorder.span(words),),
            )
        if parsed.pos[head] == "PRON" and parsed.lower[head] not in _NOBODY:
            if not (parsed.lower[head] == "one" and parsed.lower[head - 1] == "no"):
                return None
        name = self._bare(words)
        if not name:
            return None
        return Participant(role=role, name=name, spans=(self._recorder.span(words),))

    def _party(self, scene: Scene, words: Range, head: int, role: Role) -> Party | None:
        """Who a phrase stands for, where it is a name, a pronoun or the target."""
        parsed = self._parsed
        if parsed.pos[head] == "PRON":
            lower = parsed.lower[head]
            if lower not in _PERSONAL:
                return None
            if lower in ("we", "us") and (
                scene.speaker is None or scene.speaker.kind is SourceKind.PERSON
            ):
                return None
            found = self._cast.resolve(words, scene.speaker)
            party = found.party
            return None if party.naming is Naming.PRONOUN or found.score < 0.5 else party
        number = parsed.name_at.get(head)
        if role in (Role.ACCUSED, Role.CLEARED):
            return self._cast.resolve(words, scene.speaker).party
        if number is None:
            return None
        if parsed.names[number].kind == "LOC" and role is not Role.AGENT:
            return None
        return self._cast.resolve(words, scene.speaker).party

    def _bare(self, words: Range) -> str:
        """A noun phrase without article and number: what a participant is called."""
        parsed = self._parsed
        start, end = words
        while start < end - 1 and parsed.lower[start] in ("the", "a", "an", "any"):
            if parsed.pos[start + 1] == "NUM" and start + 2 == end:
                break
            start += 1
        for number in self._measures.between(start - 4, end - 1):
            noun = self._measures.found(number).noun
            if noun is not None and self._measures.place(number) <= start:
                at = bisect_left(parsed.starts, noun[0])
                if start < at < end:
                    start = at
        while start > 1 and parsed.words[start - 1] == "-":
            start -= 2
        name = " ".join(parsed.string((start, end)).split())
        if name.count("“") != name.count("”") or name.count('"') % 2 or name[:1] in '“"':
            name = name.translate(_UNQUOTED)
        return name.strip()


_UNQUOTED = str.maketrans("", "", '“”"')
#: Pronouns that say as much as a noun.
_NOBODY = frozenset(
    "nobody none nothing someone somebody anyone everyone everybody others all".split()
)
_RELATIVES = frozenset({"who", "which", "whom"})
_PERSONAL = frozenset("i we me us he him she her it they them".split())


def _with_antecedent(parsed: Parsed, clause: Clause, words: list[int]) -> list[Item]:
    """A relative clause with its noun in the place of "which"."""
    pronoun = next((w for w in words if parsed.lower[w] in _RELATIVES), None)
    if pronoun is None:
        return [*clause.subject_words, *words]
    rest = [word for word in words if word != pronoun]
    if parsed.deps[pronoun] != "obj":
        return [*clause.subject_words, *rest]
    place = next((n for n, w in enumerate(rest) if w == clause.head), len(rest) - 1) + 1
    return [*rest[:place], *clause.subject_words, *rest[place:]]


def _is_verbless(parsed: Parsed, clause: Clause) -> bool:
    """Whether a clause has a subject and no verb: "called *him a liar*"."""
    verbs = any(dep in clause.by for dep in AUXILIARIES)
    return not verbs and parsed.pos[clause.head] not in ("VERB", "AUX")


def _with_be(parsed: Parsed, clause: Clause, subject: int, items: list[Item]) -> list[Item]:
    """The words of a clause without a verb, with one."""
    end = parsed.subtree(subject)[1]
    place = next((n for n, item in enumerate(items) if item == end), None)
    if place is None:
        return items
    return [*items[:place], present("be", plural(parsed, subject)), *items[place:]]


def _without_relative(parsed: Parsed, clause: Clause, items: list[Item]) -> list[Item]:
    """Without the "which" between a noun and its verb: "The depot, *which* … holds diesel"."""
    for n, item in enumerate(items):
        if isinstance(item, int) and parsed.lower[item] in _RELATIVES and n:
            if parsed.heads[item] == clause.head and clause.subject != item:
                comma = items[n - 1]
                kept = n - 1 if isinstance(comma, int) and parsed.words[comma] == "," else n
                return [*items[:kept], *items[n + 1 :]]
    return items


def _is_direct(parsed: Parsed, words: list[int]) -> bool:
    return parsed.quoted[words[0]]


def _orders(parsed: Parsed, clause: Clause) -> bool:
    """Whether a clause is an imperative: "Let Moscow show us one fragment"."""
    return (
        parsed.tags[clause.head] == "VB"
        and clause.subject is None
        and not clause.auxiliaries
        and not any(parsed.tags[w] in ("MD", "VBD", "VBZ", "VBP") for w in clause.by.get("aux", ()))
    )


def _tail(parsed: Parsed, cue: list[int], verb: int) -> list[int]:
    """What belongs to a silence behind its cue: "did not respond *to messages*"."""
    last = cue[-1]
    start, end = parsed.subtree(verb)
    tail: list[int] = []
    for word in range(last + 1, min(end, last + 11)):
        if parsed.deps[word] in ("punct", "cc", "mark") or parsed.words[word].isspace():
            break
        if parsed.deps[word] == "case" and parsed.deps[parsed.heads[word]] not in ("obl", "nmod"):
            break
        tail.append(word)
    while tail and parsed.deps[tail[-1]] in ("case", "det", "amod", "compound", "nummod"):
        tail.pop()
    return tail
=======
>>>>>>> claims
