"""Claims: what a content says, clause by clause, in a form that can be compared.

Each claim is one proposition in words that stand alone. Its text keeps the article's words; names
stand in for pronouns only where they are surely known. A denial's claim is what is denied, with
stance ``denies``; an accusation's is what the accused is said to have done; a silence has one
claim, from its cue, of which nothing is said to be so. A thought that is not held ("did not like
the bill") is one negative claim.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claimgraph.model import Claim, Quantity, Span
from claimgraph.reading.cast.cast import Cast
from claimgraph.reading.claims.accusations import accusation
from claimgraph.reading.claims.certainty import certainty_of, of_noun
from claimgraph.reading.claims.clauses import Link, Shape
from claimgraph.reading.claims.frames import naming, putting
from claimgraph.reading.claims.measures import Measures
from claimgraph.reading.claims.nominal import charged
from claimgraph.reading.claims.not_said import SILENCES, doubts
from claimgraph.reading.claims.parts_played import Players
from claimgraph.reading.claims.polarity import polarity_of
from claimgraph.reading.claims.predicates import Core, core_of, predicate_of, weaker
from claimgraph.reading.claims.propositions import Proposition, Scene
from claimgraph.reading.claims.splitting import clauses_of, content_words
from claimgraph.reading.claims.stances import DENYING, certainty_by_act, leaves_open, stance_of
from claimgraph.reading.claims.statements import statement
from claimgraph.reading.claims.unfinished import unfinished
from claimgraph.reading.claims.unsaid import unsaid
from claimgraph.reading.claims.when_and_where import Times, place_of
from claimgraph.reading.claims.wording import Wording
from claimgraph.reading.draft import Draft
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.records import Recorder
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
        self._players = Players(parsed, cast, recorder, self._measures, self._wording)
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
        if words and doubts(scene, words):
            found = self._propositions(scene, words)
            for each in found:
                each.stance = Stance.DOUBTS
        elif not words or draft.negated or draft.act in SILENCES:
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
            headline = scene.cue is None and clause.shape is Shape.INFINITIVE
            if clause.shape is not Shape.FINITE and not (headline and clause.subject is not None):
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
        if polarity is None and leaves_open(scene.draft):
            polarity = Polarity.UNKNOWN
        if polarity is None:
            polarity = Polarity.POSITIVE
            if shown:
                polarity = polarity_of(parsed, made.clause, core)
            if stance is Stance.DENIES and scene.verb in DENYING:
                if polarity is Polarity.NEGATIVE:
                    polarity = Polarity.UNKNOWN
            elif stance is Stance.DENIES and polarity is Polarity.POSITIVE:
                stance = Stance.ASSERTS  # "These allegations are absurd"
        certainty = made.certainty
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
                if deps[word] != "punct" or words[word] in _OPENING:
                    start = last = word
                continue
            gap = range(last + 1, word)
            if gap and (
                not edges.isdisjoint(range(last + 1, word + 1))
                or not all(deps[each] == "punct" or words[each].isspace() for each in gap)
            ):
                ranges.append((start, last + 1))
                start = word
            last = word
        if start >= 0:
            ranges.append((start, last + 1))
        return self._recorder.spans(ranges)
