"""What each attribution does: its type, its act, whether it is denied, and whom it is aimed at."""

from __future__ import annotations

from collections.abc import Sequence

from claimgraph.reading.acts.cue_kinds import Kind, noun_kind, other_kind, verb_kind
from claimgraph.reading.acts.cue_word import cue_word, cue_words, is_light
from claimgraph.reading.acts.lexicon import lexicon
from claimgraph.reading.acts.negation import is_denied
from claimgraph.reading.acts.targets import targets_of
from claimgraph.reading.draft import Draft
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.spans.silences import STARTS, silence_at
from claimgraph.vocabulary import AttributionType

FIELDS = ("act", "type", "negated", "targets")
"""The fields that ``classify`` sets."""


def classify(parsed: Parsed, drafts: Sequence[Draft]) -> None:
    """Set the type, act, negation and targets of drafts, and say why.

    Reads only the cue, the content and the tree around them; running it again changes nothing.
    """
    for draft in drafts:
        draft.because = [reason for reason in draft.because if reason.field not in FIELDS]
        kind = kind_of(parsed, draft)
        draft.act, draft.type = kind.act, kind.type
        where = (kind.word, kind.word + 1)
        shown = f"“{parsed.words[kind.word]}”"
        draft.explain("act", kind.rule, shown, where)
        draft.explain("type", kind.rule, shown, where)
        denied = kind.word if draft.content else None
        if not kind.rule.startswith(("silence.", "cue.neither")):
            denied = is_denied(parsed, draft, kind.word)
        draft.negated = denied is not None
        if denied is not None:
            where = (denied, denied + 1)
            draft.explain("negated", "negation", f"“{parsed.words[denied]}”", where)
        draft.targets = targets_of(parsed, draft, kind.word)
        for part in draft.targets:
            rule = f"target.{draft.act.value}"
            draft.explain("targets", rule, f"“{parsed.string(part.words)}”", part.words)


def kind_of(parsed: Parsed, draft: Draft) -> Kind:
    """What a draft does, by its cue and content together."""
    for word in cue_words(draft):
        if parsed.lower[word] in STARTS:
            silence = silence_at(parsed, word)
            if silence is not None and _within(silence.cue, draft):
                return Kind(silence.act, AttributionType.ASSERTION, silence.rule, word)
    word = cue_word(parsed, draft)
    lower = parsed.lower[word]
    words = lexicon()
    is_verb = parsed.tags[word].startswith("V")
    if is_verb and is_light(parsed, word):
        item = parsed.child(word, "obj")
        if item is not None:
            return noun_kind(parsed, draft, item)
    if lower in words.verbs and (is_verb or lower not in words.nouns):
        return verb_kind(parsed, draft, word)
    if lower in words.nouns and not is_verb:
        return noun_kind(parsed, draft, word)
    for hedge in words.hedges.get(lower, ()):
        return Kind(hedge.act, AttributionType.ASSERTION, f"hedge.{hedge.act.value}", word)
    if lower in words.nouns:
        return noun_kind(parsed, draft, word)
    return other_kind(parsed, draft, word)


def _within(pieces: Sequence[tuple[int, int]], draft: Draft) -> bool:
    """Whether the main words of a silence are those of the draft's cue and content."""
    own = {word for piece in (*draft.cue, *draft.content) for word in range(*piece)}
    words = [word for piece in pieces for word in range(*piece)]
    return 2 * sum(word in own for word in words) >= len(words)
