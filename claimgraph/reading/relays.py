"""Through whom a statement came: "in comments reported by TASS", "told Reuters", "on Twitter".

A relay stands in the tree around the cue. Each rule here names one place where newspapers put it,
and what the phrase there must be to count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimgraph.reading.cast.cast import Cast
from claimgraph.reading.draft import Draft, Part
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.phrases import CARRY, UTTERANCES, markers, noun_phrase, verb_chain
from claimgraph.text.media import PLATFORMS, is_medium
from claimgraph.vocabulary import SourceKind

_PRESS = frozenset({"media", "press"})
_TELL = frozenset("tell inform assure brief".split())
_SPEAK = frozenset("speak talk write post appear comment testify tweet".split())
_MEDIA = frozenset(
    "tv television radio newspaper daily magazine channel network website site blog podcast media "
    "broadcaster outlet station newswire wire twitter facebook instagram telegram youtube tiktok "
    "weibo reddit snapchat whatsapp linkedin program programme show weekly tabloid".split()
)
_GO_BETWEENS = frozenset(
    "spokesman spokeswoman spokesperson lawyer attorney solicitor representative publicist aide "
    "agent intermediary mediator translator interpreter counsel office manager lawyers attorneys "
    "aides representatives intermediaries mediators".split()
)
_LETTERS = frozenset({"letter", "note"})
#: Verbs whose "on" names whom they are aimed at: "called on the newspaper".
_ASK_OF = frozenset("call comment report rely draw blame focus press impose depend decide".split())
_BESIDE = frozenset("to with on in for by via".split())
_OBLIQUE = frozenset("obl obl:agent obl:unmarked nmod iobj".split())
_CLAUSES = frozenset("advcl acl parataxis".split())
_GOING_ON = frozenset("add continue conclude".split())


def find_relays(parsed: Parsed, drafts: Sequence[Draft], cast: Cast) -> None:
    """Fill in the relays of attributions. Speakers and parents are known by now.

    A relay is carried over to what the same speaker says in the same paragraph. A nested
    attribution comes through the speaker of the outer one.
    """
    finder = _RelayFinder(parsed, cast)
    last: Draft | None = None
    for draft in sorted(drafts, key=lambda item: item.place):
        if draft.cue and not draft.via:
            draft.via.extend(finder.around(draft))
        if not draft.via and last is not None and _goes_on(parsed, last, draft):
            draft.via.extend(last.via)
            draft.explain(
                "via",
                "relay.carried_over",
                "the same speaker, in the same passage",
                *(part.words for part in last.via),
            )
        if draft.source and draft.parent is None:
            last = draft
    for draft in drafts:
        _come_through_parents(draft)


class _RelayFinder:
    """Looks around a cue for those who passed its content on."""

    def __init__(self, parsed: Parsed, cast: Cast) -> None:
        self._parsed = parsed
        self._cast = cast

    def around(self, draft: Draft) -> list[Part]:
        """The relays of one attribution, each once, the one nearest the reader last."""
        found: dict[int, Part] = {}
        for word, rule in self._candidates(draft):
            if word in found or _covers(draft.content, word):
                continue
            if _covers(draft.source, word) and not self._leave_source(draft, word):
                continue
            words = self._platform(noun_phrase(self._parsed, word))
            found[word] = Part(words, who=self._cast.resolve(words))
            draft.explain("via", rule, f"“{self._parsed.string(words)}” passed it on", words)
        return list(found.values())

    def _leave_source(self, draft: Draft, relay: int) -> bool:
        """Whether the source can end before its relay: "a negotiator *quoted by Al Jazeera*"."""
        verb = self._parsed.heads[relay]
        for place, (start, end) in enumerate(draft.source):
            if start < verb < relay < end and self._parsed.heads[verb] in range(start, verb):
                draft.source[place] = (start, verb)
                return True
        return False

    def _platform(self, words: Range) -> Range:
        """As in "its Telegram channel", "a post on Twitter": the platform passes it on."""
        for place in range(*words):
            if self._parsed.lower[place] in PLATFORMS and self._parsed.words[place][0].isupper():
                return place, place + 1
        return words

    def _candidates(self, draft: Draft) -> Iterator[tuple[int, str]]:
        parsed = self._parsed
        cue = parsed.head_of(draft.cue[-1])
        for place in [cue, *(place for place in self._heads(draft) if place != cue)]:
            yield from self._of_verb(place, draft)
        for start, end in draft.source:
            # "a spokesman quoted by TASS said": the relay hangs on the speaker.
            for child in parsed.children[parsed.head_of((start, end))]:
                if parsed.deps[child] == "acl" and parsed.lemmas[child] in CARRY:
                    yield from self._carriers(child)

    def _heads(self, draft: Draft) -> list[int]:
        """The verbs that the cue is part of: "posted", above "saying"."""
        parsed = self._parsed
        heads: list[int] = []
        for piece in draft.cue:
            heads.extend(verb_chain(parsed, parsed.head_of(piece)))
        # "Posted a message on Twitter blaming the railway": whose object blames, posted it.
        heads.extend(
            parsed.heads[place]
            for place in list(heads)
            if parsed.deps[place] == "obj" and parsed.lemmas[place] in UTTERANCES
        )
        # What stands inside the content is the speaker's own business.
        return [place for place in dict.fromkeys(heads) if not _covers(draft.content, place)]

    def _of_verb(self, verb: int, draft: Draft) -> Iterator[tuple[int, str]]:
        parsed = self._parsed
        lemma = parsed.lemmas[verb]
        if lemma in CARRY and draft.source and not _covers(draft.source, verb):
            # "state media quoted him as saying": the carrier is the subject, the speaker is not.
            subject = parsed.child(verb, "nsubj")
            if subject is not None and _is_quoted_by(parsed, verb, draft):
                yield subject, "relay.quoted_as_saying"
        for child in parsed.children[verb]:
            dep = parsed.deps[child]
            if _covers(draft.content, child) or _covers(draft.source, child):
                continue
            if dep in {"obj", "iobj"} and lemma in _TELL and self._is_told(child):
                yield child, "relay.told"
            elif dep == "obj" and parsed.lemmas[child] in UTTERANCES:
                yield from self._in_utterance(child)
            elif dep in _OBLIQUE:
                yield from self._of_oblique(child, lemma)
            elif dep.partition(":")[0] in _CLAUSES:
                if parsed.lemmas[child] in CARRY:
                    yield from self._carriers(child)
                    yield from self._of_verb_obliques(child)
                elif parsed.lemmas[child] in _SPEAK:
                    yield from self._of_verb_obliques(child)

    def _of_verb_obliques(self, verb: int) -> Iterator[tuple[int, str]]:
        for child in self._parsed.children[verb]:
            if self._parsed.deps[child] in _OBLIQUE:
                yield from self._of_oblique(child, self._parsed.lemmas[verb])

    def _of_oblique(self, noun: int, verb: str) -> Iterator[tuple[int, str]]:
        """A prepositional phrase beside the verb."""
        parsed = self._parsed
        case = markers(parsed, noun)
        if case & {"via", "through"} and (
            self._is_medium(noun)
            or parsed.lower[noun] in _GO_BETWEENS
            or self._kind(noun) is SourceKind.PERSON
        ):
            yield noun, "relay.through"
        elif case & {"on", "in", "over"} and verb not in _ASK_OF and self._is_medium(noun):
            yield noun, "relay.medium"
        elif "by" in case and verb in CARRY:
            yield noun, "relay.reported_by"
        elif case & {"to", "for", "with"} and self._is_told(noun):
            yield noun, "relay.told"
        elif case & {"in", "during", "on", "via", "through", "at"}:
            yield from self._in_utterance(noun)

    def _in_utterance(self, noun: int) -> Iterator[tuple[int, str]]:
        """As "in comments reported by TASS", "in an interview with the BBC", "in a letter to X"."""
        parsed = self._parsed
        if parsed.lemmas[noun] not in UTTERANCES:
            return
        for child in parsed.children[noun]:
            dep = parsed.deps[child]
            if dep in {"acl", "advcl", "acl:relcl"} and parsed.lemmas[child] in CARRY:
                yield from self._carriers(child)
            elif dep.startswith("nmod"):
                case = markers(parsed, child)
                # A letter to parents goes through nobody.
                several = parsed.tags[child] == "NNS" and not self._is_medium(child)
                if "to" in case and parsed.lemmas[noun] in _LETTERS and not several:
                    yield child, "relay.letter_to"
                elif (not case or case & _BESIDE) and self._is_medium(child):
                    yield child, "relay.utterance"
            elif dep == "compound" and self._is_medium(child):
                yield child, "relay.utterance"

    def _carriers(self, verb: int) -> Iterator[tuple[int, str]]:
        """Who reported, carried, broadcast it."""
        parsed = self._parsed
        for child in parsed.children[verb]:
            if parsed.deps[child] in _OBLIQUE:
                case = markers(parsed, child)
                if "by" in case or (
                    case & {"on", "in", "via", "through"} and self._is_medium(child)
                ):
                    yield child, "relay.reported_by"

    def _is_told(self, noun: int) -> bool:
        """Whether it is a medium to which one speaks; "the press" is everybody who listens."""
        lower = self._parsed.lower
        return self._is_medium(noun) and not (lower[noun] in _PRESS and lower[noun - 1] == "the")

    def _is_medium(self, noun: int) -> bool:
        """Whether a phrase names or describes a medium, or a channel of one's own."""
        parsed = self._parsed
        if parsed.lower[noun] in _MEDIA or parsed.lemmas[noun] in _MEDIA:
            return True
        beside = {parsed.lower[child] for child in parsed.children[noun]}
        if parsed.lower[noun] == "agency" and beside & {"news", "press", "wire"}:
            return True
        if is_medium(parsed.string(noun_phrase(parsed, noun))):
            return True
        return self._kind(noun) is SourceKind.MEDIA

    def _kind(self, noun: int) -> SourceKind | None:
        """What a name stands for; descriptions are not asked."""
        if noun not in self._parsed.name_at and self._parsed.pos[noun] != "PROPN":
            return None
        return self._cast.resolve(noun_phrase(self._parsed, noun)).party.kind


def _is_quoted_by(parsed: Parsed, verb: int, draft: Draft) -> bool:
    """Whether the speaker is the object of the verb: "quoted him as saying"."""
    speaker = parsed.head_of(draft.source[0])
    return parsed.heads[speaker] == verb and parsed.deps[speaker] in {"obj", "iobj"}


def _covers(ranges: Sequence[Range], word: int) -> bool:
    return any(start <= word < end for start, end in ranges)


def _goes_on(parsed: Parsed, before: Draft, draft: Draft) -> bool:
    """Whether a relay of ``before`` holds for what the same speaker says next.

    It does in the same paragraph, as long as the text only says "he", and for "he added" after it.
    A speaker who is named again may be speaking somewhere else.
    """
    if not before.via or draft.parent is not None or not (draft.speaker and before.speaker):
        return False
    if draft.speaker.party is not before.speaker.party:
        return False
    if draft.source == before.source:
        return True
    if parsed.lines[draft.place] == parsed.lines[before.place]:
        return parsed.pos[parsed.head_of(draft.source[0])] == "PRON"
    lemma = parsed.lemmas[parsed.head_of(draft.cue[-1])] if draft.cue else ""
    return lemma in _GOING_ON


def _come_through_parents(draft: Draft) -> None:
    """A nested attribution comes through the outer speaker, and those who passed on that one."""
    parent, seen = draft.parent, {id(draft)}
    while parent is not None and id(parent) not in seen:
        seen.add(id(parent))
        if parent.speaker is not None and not _has(draft, parent.speaker.party):
            draft.via.append(Part(parent.source[0], who=parent.speaker))
            draft.explain("via", "relay.nested", "the outer speaker passes it on", *parent.source)
        for part in parent.via:
            if part.who is not None and not _has(draft, part.who.party):
                draft.via.append(part)
        parent = parent.parent


def _has(draft: Draft, party: object) -> bool:
    return any(part.who is not None and part.who.party is party for part in draft.via)
