"""Whom everybody speaks for: persons for their bodies, bodies for their states."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimgraph.reading.cast.bodies import StateBodies, sense_at
from claimgraph.reading.cast.figures import Figure
from claimgraph.reading.cast.parties import Party, Resolution, Tie
from claimgraph.reading.cast.people import posts
from claimgraph.reading.cast.posts import Post, described
from claimgraph.reading.cast.roster import Roster
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.noun_phrases import core, plain, trimmed
from claimgraph.reading.parsed import Parsed
from claimgraph.vocabulary import Naming, SourceKind

Resolve = Callable[[Range], Resolution]


#: Roles in which nobody speaks for whom they stand beside.
_NOT_SPEAKING = frozenset(
    """
    opponent opponents rival rivals critic critics challenger foe victim victims detractor enemy
    predecessor successor son daughter wife husband mother father brother sister cousin friend
    friends neighbour neighbor relative relatives widow widower fan fans survivor survivors uncle
    ally allies supporter supporters backer backers defender defenders admirer admirers mate guest
    guests protester protesters aunt nephew niece grandson grandfather grandmother girlfriend
    boyfriend partner classmate
    veteran native resident residents opponent reader readers viewer customer user users
    """.split()
)


_PLACE_KINDS = frozenset((SourceKind.UNKNOWN, SourceKind.STATE))
_PLACES = frozenset(
    "city town village area region district province neighbourhood neighborhood country state "
    "capital suburb suburbs street camp zone county island community enclave".split()
)


class Ties:
    """Finds affiliations, for those who are asked for."""

    def __init__(
        self, parsed: Parsed, roster: Roster, bodies: StateBodies, resolve: Resolve
    ) -> None:
        self._parsed = parsed
        self._roster = roster
        self._bodies = bodies
        self._resolve = resolve
        self._known: dict[int, list[Tie]] = {}
        self._phrases: dict[int, list[Range]] = {}

    def described_by(self, party: Party, words: Range) -> None:
        """Note the words that describe somebody who has no name."""
        self._phrases.setdefault(id(party), []).append(words)

    def of(self, party: Party) -> list[Tie]:
        """Whom a party speaks for, the surest first."""
        known = self._known.get(id(party))
        if known is None:
            self._known[id(party)] = []  # for those who lead back to themselves
            found = {
                (id(tie.organisation), tie.role): tie for tie in reversed(list(self._find(party)))
            }
            known = sorted(
                found.values(), key=lambda tie: (-tie.score, tie.words[0] if tie.words else (0, 0))
            )
            self._known[id(party)] = known
        return known

    def _find(self, party: Party) -> Iterator[Tie]:
        for part in party.parts:
            yield Tie(party, part, "", (), 1.0)
        if party.parts:
            return
        figure = self._roster.figure_of(party)
        if figure is not None and figure.sense is not None and figure.sense.way == "house":
            state = self._roster.state(figure.sense.state).party
            yield Tie(party, state, "", tuple(figure.mentions[:1]), 0.9)
        if figure is not None and party.kind is SourceKind.PERSON and figure.mentions:
            yield from self._of_person(figure)
        for words in self._phrases.get(id(party), ()):
            yield from self._of_description(party, words)
        name = self._bodies.states.get(id(party))
        if name is not None:
            yield Tie(party, self._roster.state(name).party, "", (), 0.9)

    def _of_person(self, figure: Figure) -> Iterator[Tie]:
        of_states: list[Tie] = []
        any_state = False
        for words in figure.mentions:
            for post in posts(self._parsed, words):
                tie = self._by_post(figure.party, post)
                if tie is None:
                    continue
                if post.body is None:
                    of_states.append(tie)
                    continue
                any_state = any_state or tie.organisation.kind is SourceKind.STATE
                yield tie
        if not any_state:
            yield from of_states

    def _by_post(self, party: Party, post: Post) -> Tie | None:
        if post.former or not _NOT_SPEAKING.isdisjoint(post.role.lower().split()):
            return None
        if post.body is not None:
            if self._parsed.lower[post.body[1] - 1] in _NOT_SPEAKING:
                return None  # "Orr rival Senator Marsh"
            found = self._resolve(post.body)
            body = found.party
            if found.rule == "metonym.capital":
                # The mayor of London speaks for the city.
                place = plain(self._parsed.string(trimmed(self._parsed, post.body)))
                body = self._roster.body(place, SourceKind.STATE).party
            if body is party or body.naming is Naming.PRONOUN or body.kind is SourceKind.DOCUMENT:
                return None
            before = self._parsed.lower[post.body[0] - 1] if post.body[0] else ""
            noun = self._parsed.lower[post.body[1] - 1]
            figure = self._roster.figure_of(body)
            unruled = figure is not None and figure.sense is None and body.kind in _PLACE_KINDS
            if before == "in" and (noun in _PLACES or unruled):
                return None
            if body.kind is SourceKind.UNKNOWN and body.naming is not Naming.NAMED:
                return None
            return Tie(party, body, post.role, (post.words,), 0.95 * max(found.score, 0.5))
        if post.ministerial:
            home = self._bodies.seat(post.role)
            if home:
                return Tie(party, self._roster.state(home).party, post.role, (post.words,), 0.4)
        return None

    def _of_description(self, party: Party, words: Range) -> Iterator[Tie]:
        parsed = self._parsed
        head = parsed.head_of(words)
        inner = core(parsed, words, head)
        post = described(parsed, inner, "description")
        if post is not None:
            tie = self._by_post(party, post)
            if tie is not None:
                yield tie
            return
        sense, _ = sense_at(parsed, inner[0])
        if (
            sense is not None
            and sense.way in ("name", "adjective")
            and party.kind is not SourceKind.UNKNOWN
        ):
            yield Tie(party, self._roster.state(sense.state).party, "", (inner,), 0.7)
