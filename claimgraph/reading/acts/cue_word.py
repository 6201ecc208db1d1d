"""The word of a cue that decides what it does."""

from __future__ import annotations

from collections.abc import Sequence

from claimgraph.reading.acts.lexicon import forms, lexicon
from claimgraph.reading.acts.mood import GOING_ON
from claimgraph.reading.draft import Draft
from claimgraph.reading.grammar import is_infinitive
from claimgraph.reading.parsed import Parsed

_LIGHT = forms(
    """
    issue make give offer level repeat renew release publish post send put voice face deliver
    have hurl lodge file express convey
    """.split()
)
PREPOSITIONS = frozenset("according per".split())


def cue_word(parsed: Parsed, draft: Draft) -> int:
    """The word of a cue that decides what it does.

    Of "posted a message blaming" it is "blaming", because the content hangs on it; of "issued a
    denial" it is "denial".
    """
    places = cue_words(draft)
    if not places:
        return parsed.head_of(draft.content[0])
    words = lexicon()
    known = [
        w
        for w in places
        if (
            parsed.lower[w] in words.verbs
            and (parsed.tags[w].startswith("V") or parsed.lower[w] not in words.nouns)
        )
        or parsed.lower[w] in words.nouns
        or parsed.lower[w] in words.hedges
        or parsed.lower[w] in PREPOSITIONS
    ]
    speaking = [
        w
        for w in known
        if parsed.deps[w] not in ("aux", "aux:pass", "cop", "case") and not is_light(parsed, w)
    ]
    known = speaking or known
    if not known:
        return _head(parsed, draft)
    if len(known) == 1:
        return known[0]
    verbs = [w for w in known if parsed.lower[w] in words.verbs and parsed.tags[w].startswith("V")]
    if draft.content:
        heads = {_above(parsed, parsed.head_of(piece), known) for piece in draft.content}
        for word in verbs or known:
            if word in heads:
                return _governing(parsed, word, verbs)
    return (verbs or known)[0]


def _governing(parsed: Parsed, word: int, verbs: Sequence[int]) -> int:
    """As in "Pledged" in "pledged to push for": the verb of the cue that an infinitive hangs on."""
    head = parsed.heads[word]
    while (
        head in verbs
        and head != word
        and (is_infinitive(parsed, word) or parsed.deps[word] == "xcomp")
    ):
        if parsed.lower[head] in GOING_ON:
            return word
        word, head = head, parsed.heads[head]
    return word


def cue_words(draft: Draft) -> list[int]:
    """The words of all pieces of a cue, in order."""
    return [w for piece in draft.cue for w in range(*piece)]


def _head(parsed: Parsed, draft: Draft) -> int:
    for piece in draft.cue:
        for word in range(*piece):
            if parsed.tags[word].startswith("V") and parsed.deps[word] not in ("aux", "aux:pass"):
                return word
    return parsed.head_of(draft.cue[0])


def _above(parsed: Parsed, word: int, wanted: Sequence[int]) -> int:
    """The nearest of some words above another in the tree; -1 if there is none."""
    for _ in range(6):
        word = parsed.heads[word]
        if word in wanted:
            return word
    return -1


def is_light(parsed: Parsed, word: int) -> bool:
    """As "issued" in "issued a denial": the noun says what is done."""
    if parsed.lower[word] not in _LIGHT or not parsed.tags[word].startswith("V"):
        return False
    item = parsed.child(word, "obj")
    if item is None or parsed.lower[item] == "blame":
        return False
    return parsed.lower[item] in lexicon().nouns
