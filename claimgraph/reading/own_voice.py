"""The article's own voice: what it says without naming anybody who said it.

Every sentence, or part of one, that no attribution covers becomes an attribution of its own, with
neither source nor cue. Words that only tell how something was said ("in a statement on Monday")
belong to the saying, unless they count something.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from claimgraph.reading.claims.clauses import Shape, dependents, shape_of
from claimgraph.reading.claims.not_said import SILENCES
from claimgraph.reading.draft import Draft
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.form import form_of
from claimgraph.reading.parsed import Parsed
from claimgraph.text.found import FoundQuantity
from claimgraph.vocabulary import AttributionType, SpeechAct

_CLAUSAL = frozenset({"conj", "parataxis", "advcl", "acl:relcl", "advcl:relcl"})
_CONCESSIVE = frozenset({"though", "although", "while", "whereas", "but"})
#: Relations by which a verb is only a part of the verb above: "is expected *to announce*".
_PART_OF = frozenset({"xcomp", "ccomp", "csubj", "csubj:pass"})
#: Verbs of those who do not say: their silence is all there is to say.
_TELLING = frozenset(
    """
    answer clarify comment confirm deny disclose discuss elaborate explain give identify issue make
    mention name provide react reply respond return say specify speak tell verify
    """.split()
)
_SMALL = frozenset({"PUNCT", "CCONJ", "SCONJ", "ADP", "PART", "DET", "AUX", "SPACE"})
_OPENING = frozenset("\"“‘'($£€#")
_CLOSING = frozenset("\"”’')%.?!")
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


def own_voice(
    parsed: Parsed, drafts: Sequence[Draft], numbers: Iterable[FoundQuantity]
) -> list[Draft]:
    """One draft for each sentence of which no attribution covers everything, in order.

    Args:
        parsed: The document.
        drafts: Its attributions, complete.
        numbers: Its quantities: what counts something is never left out.
    """
    counted = {at for number in numbers for at in _word_at(parsed, number.start)}
    taken = _covered(parsed, drafts)
    found: list[Draft] = []
    for number, start in enumerate(parsed.sentence_starts):
        following = parsed.sentence_starts[number + 1 : number + 2]
        sentence = range(start, following[0] if following else len(parsed.words))
        if not any(taken[word] for word in sentence):
            _finish_headline(parsed, sentence)
        _take_leavings(parsed, sentence, taken, counted)
        pieces = _pieces(parsed, sentence, taken)
        if not pieces:
            continue
        draft = Draft([], [], pieces, act=SpeechAct.REPORT)
        draft.form = form_of(
            parsed.text, [parsed.characters(words) for words in pieces], parsed.mask
        )
        draft.explain("source_id", "own_voice", "no source is named: the article says so itself")
        found.append(draft)
    return found


def _word_at(parsed: Parsed, offset: int) -> Iterable[int]:
    place = bisect_right(parsed.starts, offset) - 1
    return (place,) if place >= 0 else ()


def _finish_headline(parsed: Parsed, sentence: range) -> None:
    """Make a verb of "to play" in "Bale to play Jobs": in a headline it tells what is to come."""
    for word in sentence:
        above = parsed.heads[word]
        if (
            parsed.tags[word] != "VB"
            or parsed.heads[above] != above
            or parsed.pos[above] != "PROPN"
            or parsed.deps[word] not in ("acl", "parataxis")
        ):
            continue
        mark = parsed.child(word, "mark")
        if mark is None or parsed.lower[mark] != "to":
            continue
        named = [child for child in parsed.children[above] if child < mark]
        doer = next((child for child in named if parsed.deps[child] == "appos"), above)
        name = parsed.name_at.get(doer)
        last = parsed.names[name].words[1] if name is not None else doer + 1
        if doer != above and last == mark:
            parsed.hang(doer, word, "nsubj")
        elif last == mark:
            _turn(parsed, above, word)
        return


def _turn(parsed: Parsed, noun: int, verb: int) -> None:
    """Hang the root of a sentence on the verb below it, as its subject."""
    parsed.children[noun].remove(verb)
    parsed.heads[verb], parsed.deps[verb] = verb, "root"
    parsed.heads[noun], parsed.deps[noun] = verb, "nsubj"
    for child in list(parsed.children[noun]):
        if child > verb:
            parsed.hang(child, verb, parsed.deps[child])
    parsed.children[verb] = sorted([*parsed.children[verb], noun])


def _covered(parsed: Parsed, drafts: Sequence[Draft]) -> bytearray:
    """Which words are an attribution's: what is said, and the clause that says so."""
    taken = bytearray(len(parsed.words))
    said = [draft for draft in drafts if _covers(parsed, draft)]
    for draft in said:
        for start, end in (*draft.content, *draft.cue):
            taken[start:end] = bytes([1]) * (end - start)
    for draft in said:
        for piece in draft.cue:
            _take_saying(parsed, parsed.head_of(piece), taken)
    for draft in said:
        for start, end in (*draft.source, *draft.shown):
            if not _is_anothers(parsed, (start, end), taken):
                taken[start:end] = bytes([1]) * (end - start)
    for draft in said:
        for start, end in draft.content:
            if _is_anothers(parsed, (start, end), taken):
                taken[start:end] = bytes(end - start)
    return taken


def _covers(parsed: Parsed, draft: Draft) -> bool:
    """Whether an attribution says what its words say.

    Who "has not named the victim" has said nothing of it: that is the article's word. And a hedge
    may hold back one noun only: "an alleged thief". A thought that is not held has its claim.
    """
    cue = parsed.head_of(draft.cue[-1]) if draft.cue else None
    thought = draft.type is not AttributionType.ASSERTION and draft.act not in SILENCES
    if (draft.negated and not thought) or draft.act in SILENCES:
        return cue is None or parsed.lemmas[cue].lower() in _TELLING
    if draft.source or cue is None:
        return True
    if parsed.pos[cue] == "VERB" and parsed.deps[cue] not in ("amod", "compound"):
        return True
    for piece in draft.content:
        head = parsed.head_of(piece)
        if shape_of(parsed, head, dependents(parsed, head)) is not None:
            return True
    return not draft.content


def _is_anothers(parsed: Parsed, words: Range, taken: bytearray) -> bool:
    """Whether a noun phrase plays its part in a clause that no attribution covers."""
    head = parsed.head_of(words)
    above = parsed.heads[head]
    return (
        above != head
        and not words[0] <= above < words[1]
        and not taken[above]
        and parsed.pos[head] in _NOUNS
        and parsed.pos[above] in ("VERB", "AUX", "NOUN", "ADJ")
        and parsed.deps[head] not in ("parataxis", "conj", "dep", "appos", "punct")
    )


def _take_saying(parsed: Parsed, head: int, taken: bytearray) -> None:
    """Take the clause of a cue, and the verbs that it is only a part of."""
    while parsed.deps[head] in _PART_OF and not taken[parsed.heads[head]]:
        head = parsed.heads[head]
    waiting = [head]
    while waiting:
        word = waiting.pop()
        taken[word] = 1
        children = parsed.children[word]
        waiting += [
            child for child in children if not taken[child] and not _is_apart(parsed, child)
        ]


def _is_apart(parsed: Parsed, word: int) -> bool:
    """Whether a word heads a clause that may say something of its own."""
    if parsed.deps[word] not in _CLAUSAL:
        return False
    return shape_of(parsed, word, dependents(parsed, word)) is not None


def _take_leavings(parsed: Parsed, sentence: range, taken: bytearray, counted: set[int]) -> None:
    """Take what hangs on an attribution's words and neither counts nor asserts anything."""
    if not any(taken[word] for word in sentence):
        return
    for word in sentence:
        head = parsed.heads[word]
        if taken[word] or head == word or not taken[head] or _asserts(parsed, word):
            continue
        below = _open_below(parsed, word, taken)
        if counted.isdisjoint(below) or parsed.pos[word] in _SMALL:
            for each in below:
                taken[each] = 1


def _asserts(parsed: Parsed, word: int) -> bool:
    """Whether a clause beside a saying says something of its own: "…, while police fled"."""
    dep, by = parsed.deps[word], dependents(parsed, word)
    if dep not in _CLAUSAL or dep in ("acl:relcl", "advcl:relcl"):
        return False
    if shape_of(parsed, word, by) is not Shape.FINITE:
        return False
    marks = [parsed.lower[mark] for mark in by.get("mark", ())]
    return not marks or marks[0] in _CONCESSIVE


def _open_below(parsed: Parsed, word: int, taken: bytearray) -> list[int]:
    found, waiting = [], [word]
    while waiting:
        here = waiting.pop()
        found.append(here)
        waiting.extend(child for child in parsed.children[here] if not taken[child])
    return found


def _pieces(parsed: Parsed, sentence: range, taken: bytearray) -> list[Range]:
    """The stretches of a sentence that are the article's own, without what joins them."""
    stretches: list[list[int]] = []
    for word in sentence:
        if taken[word] or parsed.words[word].isspace():
            continue
        if stretches and _follows(parsed, stretches[-1][-1], word):
            stretches[-1].append(word)
        else:
            stretches.append([word])
    whole = not any(taken[word] for word in sentence)
    pieces = [_trimmed(parsed, words, whole) for words in stretches]
    kept = [piece for piece in pieces if piece is not None]
    return kept if any(_says_something(parsed, piece, whole) for piece in kept) else []


def _follows(parsed: Parsed, last: int, word: int) -> bool:
    return all(parsed.words[each].isspace() for each in range(last + 1, word))


def _trimmed(parsed: Parsed, words: list[int], whole: bool) -> Range | None:
    """A stretch without the marks and the conjunctions at its edges."""
    start, end = words[0], words[-1] + 1
    small = ("PUNCT", "SPACE") if whole else ("PUNCT", "SPACE", "CCONJ")
    while start < end and parsed.pos[start] in small and parsed.words[start] not in _OPENING:
        start += 1
    while start < end and parsed.pos[end - 1] in small and parsed.words[end - 1] not in _CLOSING:
        end -= 1
    if not any(_is_word(parsed, word) for word in range(start, end)):
        return None
    return start, end


def _is_word(parsed: Parsed, word: int) -> bool:
    return any(character.isalnum() for character in parsed.words[word])


def _says_something(parsed: Parsed, piece: Range, whole: bool) -> bool:
    return whole or any(
        parsed.pos[word] not in _SMALL and _is_word(parsed, word) for word in range(*piece)
    )
