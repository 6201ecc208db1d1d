"""What each attribution does: its type, its act, whether it is denied, and whom it is aimed at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimgraph.reading.arguments import Arguments, arguments_of, is_document, is_thing, sense_of
from claimgraph.reading.draft import Draft
from claimgraph.reading.hedges import is_speech
from claimgraph.reading.lexicon import CueNoun, forms, lexicon
from claimgraph.reading.negation import is_denied
from claimgraph.reading.own_doing import clears_itself, did_it_itself
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.grammar import (
    after_case,
    agent_of,
    case_of,
    head_noun,
    is_infinitive,
    is_negated,
    is_passive,
)
from claimgraph.reading.silences import STARTS, silence_at
from claimgraph.reading.targets import culprit, targets_of
from claimgraph.vocabulary import AttributionType, SpeechAct

FIELDS = ("act", "type", "negated", "targets")
"""The fields that ``classify`` sets."""

#: Acts of people and bodies; a law that calls for a deposit is none.
_ON_PURPOSE = frozenset(
    (
        SpeechAct.DEMAND,
        SpeechAct.PROMISE,
        SpeechAct.WARN,
        SpeechAct.ADMIT,
        SpeechAct.INSIST,
        SpeechAct.DENY,
    )
)
#: What is listed also where nobody is named who does it.
_WITHOUT_SOURCE = frozenset(
    (SpeechAct.ACCUSE, SpeechAct.ALLEGE, SpeechAct.CLAIM_RESPONSIBILITY, SpeechAct.REPORT)
)
_LIGHT = forms(
    """
    issue make give offer level repeat renew release publish post send put voice face deliver
    have hurl lodge file express convey
    """.split()
)
_CLAIMING = forms(["claim"])
_CONFIRMING, _DENYING = forms(["confirm"]), forms(["deny"])
_SETTINGS = frozenset(
    """
    interview statement speech remarks conference briefing tweet post twitter facebook letter
    email memo testimony op-ed article message response comments note video column
    """.split()
)
_UNREALISING = frozenset("could can may might should must shall will 'll ’ll".split())
_BLAMED = forms("accuse blame claim allege ascribe attribute estimate predict".split())
_GOING_ON = forms("go continue begin start come proceed rush appear seem hasten dare".split()) | {
    "first", "last", "latest", "quick", "only", "next", "enough", "have", "has", "had", "used",
}  # fmt: skip
_WISHING = forms(
    """
    want wish hope plan intend need expect try attempt seek prepare decide agree like love prefer
    aim refuse decline threaten fail
    """.split()
)
_MARKS = frozenset(": — – - ― — --".split())
_PREPOSITIONS = frozenset("according per".split())


@dataclass(frozen=True, slots=True)
class Kind:
    """What a cue does, and why.

    Attributes:
        act: The act.
        type: The type.
        rule: The rule that decided.
        word: The word of the cue that decided.
    """

    act: SpeechAct
    type: AttributionType
    rule: str
    word: int


def classify(parsed: Parsed, drafts: Sequence[Draft]) -> None:
    """Set the type, act, negation and targets of drafts, and say why.

    Reads only the cue, the content and the tree around them; running it again changes nothing.
    """
    for draft in drafts:
        draft.because = [reason for reason in draft.because if reason.field not in FIELDS]
        kind = kind_of(parsed, draft)
        draft.act, draft.type = kind.act, kind.type
        where = (kind.word, kind.word + 1)
        draft.explain("act", kind.rule, f"{parsed.words[kind.word]!r}", where)
        draft.explain("type", kind.rule, f"{parsed.words[kind.word]!r}", where)
        denied = kind.word if draft.content else None
        if not kind.rule.startswith("silence."):
            denied = is_denied(parsed, draft, kind.word)
        draft.negated = denied is not None
        if denied is not None:
            draft.explain(
                "negated", "negation", f"{parsed.words[denied]!r}", (denied, denied + 1)
            )
        draft.targets = targets_of(parsed, draft, kind.word)
        for part in draft.targets:
            draft.explain("targets", f"target.{draft.act.value}", parsed.string(part.words), part.words)


def kind_of(parsed: Parsed, draft: Draft) -> Kind:
    """What a draft does, by its cue and content together."""
    for word in _words(draft):
        if parsed.lower[word] in STARTS:
            silence = silence_at(parsed, word)
            if silence is not None and _within(silence.cue, draft):
                return Kind(silence.act, AttributionType.ASSERTION, silence.rule, word)
    word = cue_word(parsed, draft)
    lower = parsed.lower[word]
    words = lexicon()
    if parsed.tags[word].startswith("V") or lower not in words.nouns and lower in words.verbs:
        if lower in words.verbs:
            return _verb_kind(parsed, draft, word)
    if lower in words.nouns and not parsed.tags[word].startswith("V"):
        return _noun_kind(parsed, draft, word)
    for hedge in words.hedges.get(lower, ()):
        return Kind(hedge.act, AttributionType.ASSERTION, f"hedge.{hedge.act.value}", word)
    if lower in words.nouns:
        return _noun_kind(parsed, draft, word)
    return _other_kind(parsed, draft, word)


def cue_word(parsed: Parsed, draft: Draft) -> int:
    """The word of a cue that decides what it does.

    Of "posted a message blaming" it is "blaming", because the content hangs on it; of "issued a
    denial" it is "denial".
    """
    places = _words(draft)
    if not places:
        return parsed.head_of(draft.content[0])
    words = lexicon()
    known = [
        w
        for w in places
        if parsed.lower[w] in words.verbs
        and (parsed.tags[w].startswith("V") or parsed.lower[w] not in words.nouns)
        or parsed.lower[w] in words.nouns
        or parsed.lower[w] in words.hedges
        or parsed.lower[w] in _PREPOSITIONS
    ]
    speaking = [
        w
        for w in known
        if parsed.deps[w] not in ("aux", "aux:pass", "cop", "case") and not _is_light(parsed, w)
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
    """ "Pledged" in "pledged to push for": the verb of the cue that an infinitive hangs on."""
    head = parsed.heads[word]
    while head in verbs and head != word and is_infinitive(parsed, word):
        if parsed.lower[head] in _GOING_ON:
            return word
        word, head = head, parsed.heads[head]
    return word


def _words(draft: Draft) -> list[int]:
    return [w for piece in draft.cue for w in range(*piece)]


def _within(pieces: Sequence[tuple[int, int]], draft: Draft) -> bool:
    """Whether the main words of a silence are those of the draft's cue and content."""
    own = {w for piece in (*draft.cue, *draft.content) for w in range(*piece)}
    return sum(w in own for piece in pieces for w in range(*piece)) * 2 >= sum(
        b - a for a, b in pieces
    )


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


def _is_light(parsed: Parsed, word: int) -> bool:
    """ "Issued" in "issued a denial": the noun says what is done."""
    if parsed.lower[word] not in _LIGHT or not parsed.tags[word].startswith("V"):
        return False
    item = parsed.child(word, "obj")
    return item is not None and parsed.lower[item] in lexicon().nouns


def _extra(parsed: Parsed, draft: Draft) -> frozenset[str]:
    """What the spans show and the tree may not: a quotation, a document as the source."""
    codes = set()
    if draft.content and _is_quoted(parsed, draft):
        codes.add("quote")
    if draft.source and is_document(parsed, parsed.head_of(draft.source[0])):
        codes.add("doc")
    return frozenset(codes)


def _is_quoted(parsed: Parsed, draft: Draft) -> bool:
    """Whether most of the content stands in quotation marks, and the cue does not."""
    inside = total = 0
    for start, end in draft.content:
        total += end - start
        inside += sum(parsed.quoted[start:end])
    return inside * 10 >= total * 9 and not (draft.cue and parsed.quoted[draft.cue[0][0]])


def _verb_kind(parsed: Parsed, draft: Draft, verb: int) -> Kind:
    arguments = arguments_of(parsed, verb)
    extra = _extra(parsed, draft) | _from_spans(parsed, draft, verb, arguments)
    if _neither_nor(parsed, draft):
        return Kind(
            SpeechAct.DECLINE_COMMENT, AttributionType.ASSERTION, "cue.neither_confirm_nor_deny", verb
        )
    found = sense_of(parsed, verb, arguments, extra)
    if found is None:
        return _unknown(parsed, draft, verb, extra | arguments.codes)
    sense, _ = found
    if sense.type is AttributionType.ASSERTION and is_unrealised(parsed, draft, verb):
        return Kind(sense.act, AttributionType.EVENTUALITY, "mood.unrealised", verb)
    if sense.type is AttributionType.ASSERTION and _by_nobody(parsed, draft, verb, arguments, extra):
        return Kind(sense.act, AttributionType.EVENTUALITY, "voice.by_nobody", verb)
    if sense.act is SpeechAct.DEMAND and _stays_unnamed(parsed, verb):
        return Kind(sense.act, AttributionType.EVENTUALITY, "cue.stays_unnamed", verb)
    act, rule = sense.act, f"cue.{sense.act.value}"
    if sense.type is AttributionType.ASSERTION and act in _ON_PURPOSE and draft.source:
        if is_thing(parsed, head_noun(parsed, draft.source[0])):
            return Kind(act, AttributionType.EVENTUALITY, "source.no_agent", verb)
    if arguments.passive and not draft.source and parsed.lower[verb] in lexicon().hedges:
        for hedge in lexicon().hedges[parsed.lower[verb]]:
            if act is SpeechAct.STATE and arguments.codes & {"clause", "quote", "to"}:
                return Kind(hedge.act, sense.type, f"hedge.{hedge.act.value}", verb)
    if sense.type is not AttributionType.ASSERTION:
        if "quote" in extra and not is_infinitive(parsed, verb):
            return Kind(SpeechAct.STATE, AttributionType.ASSERTION, "cue.quotation", verb)
        return Kind(act, sense.type, f"cue.{sense.type.value}", verb)
    refined = _refined(parsed, draft, verb, act)
    if refined is not None:
        return Kind(refined[0], sense.type, refined[1], verb)
    return Kind(act, sense.type, rule, verb)


def is_unrealised(parsed: Parsed, draft: Draft, verb: int) -> bool:
    """Whether the text only thinks of the saying: "wants to announce", "might be claimed", "if he
    denies".

    "Went on to say" and "took to Twitter to announce" tell that it was said.
    """
    if any(parsed.deps[c] == "aux" and parsed.lower[c] in _UNREALISING for c in parsed.children[verb]):
        return not is_negated(parsed, verb)
    if case_of(parsed, verb) in ("if", "unless", "lest"):
        return True
    head = parsed.heads[verb]
    if head == verb or not is_infinitive(parsed, verb):
        return False
    if any(start <= head < end for start, end in draft.cue) and parsed.lower[head] not in _WISHING:
        return False
    if parsed.deps[verb] in ("xcomp", "ccomp", "acl", "csubj"):
        return parsed.lower[head] not in _GOING_ON
    return parsed.lower[head] in _WISHING or is_passive(parsed, head)


def _stays_unnamed(parsed: Parsed, verb: int) -> bool:
    """ "An official, who asked not to be named": how the paper names him, no demand of his."""
    asked = parsed.child(verb, "xcomp", "ccomp", "advcl")
    return (
        asked is not None
        and parsed.lower[asked] in ("named", "identified", "quoted")
        and is_negated(parsed, asked)
    )


def _by_nobody(
    parsed: Parsed, draft: Draft, verb: int, arguments: Arguments, extra: frozenset[str]
) -> bool:
    """A passive that names nobody and reports no clause: "a fund was announced"."""
    if draft.source or not arguments.passive or agent_of(parsed, verb) is not None:
        return False
    if "quote" in extra or parsed.lower[verb] in _BLAMED:
        return False
    if parsed.lower[verb] in lexicon().hedges:
        return not arguments.codes & {"clause", "quote", "to"}
    return True


def _from_spans(
    parsed: Parsed, draft: Draft, verb: int, arguments: Arguments
) -> frozenset[str]:
    """Arguments that the content shows although the tree hangs them elsewhere."""
    if not draft.content:
        return frozenset()
    codes: set[str] = set()
    if not arguments.codes & {"clause", "quote", "to", "ing", "object"}:
        first = draft.content[0]
        head = parsed.head_of(first)
        if parsed.lower[first[0]] in ("to",):
            codes.add("to")
        elif parsed.pos[head] in ("VERB", "AUX") or parsed.child(head, "cop", "nsubj") is not None:
            codes.add("clause")
        else:
            codes.add("object")
            codes.update(lexicon().group_of.get(parsed.lower[head], ()))
    return frozenset(codes)


def _neither_nor(parsed: Parsed, draft: Draft) -> bool:
    """ "Neither confirmed nor denied", "would not confirm or deny"."""
    lowers = {parsed.lower[w] for w in _words(draft)}
    return bool(lowers & _CONFIRMING and lowers & _DENYING)


def _refined(
    parsed: Parsed, draft: Draft, verb: int, act: SpeechAct
) -> tuple[SpeechAct, str] | None:
    """What the content makes of a statement: "said it had carried out the attack"."""
    if act not in (SpeechAct.STATE, SpeechAct.REPORT, SpeechAct.CONFIRM, SpeechAct.INSIST):
        return None
    if did_it_itself(parsed, draft):
        return SpeechAct.CLAIM_RESPONSIBILITY, "content.own_attack"
    if clears_itself(parsed, draft):
        return SpeechAct.DENY, "content.not_involved"
    if parsed.lower[verb] in _CLAIMING and draft.content:
        found = culprit(parsed, parsed.head_of(draft.content[0]))
        own = {parsed.lower[w] for piece in draft.source for w in range(*piece)}
        if found is not None and parsed.lower[found] not in own | {"i", "we", "he", "she", "it"}:
            return SpeechAct.ALLEGE, "content.culprit"
    return None


def _noun_kind(parsed: Parsed, draft: Draft, noun: int) -> Kind:
    around = {parsed.lower[w] for w in range(*parsed.subtree(noun))}
    chosen: CueNoun | None = None
    for cue in lexicon().nouns[parsed.lower[noun]]:
        if cue.noun and cue.noun & around:
            chosen = cue
            break
        if not cue.noun and chosen is None:
            chosen = cue
    if chosen is None:
        return _other_kind(parsed, draft, noun)
    act = chosen.act
    if not draft.source and act not in _WITHOUT_SOURCE and chosen.type is AttributionType.ASSERTION:
        return Kind(act, AttributionType.EVENTUALITY, "cue.noun_without_source", noun)
    if act is SpeechAct.CLAIM_RESPONSIBILITY and after_case(parsed, noun, "to") is not None:
        act = SpeechAct.ACCUSE
    kind = "noun" if chosen.type is AttributionType.ASSERTION else chosen.type.value
    return Kind(act, chosen.type, f"cue.{kind}", noun)


def _other_kind(parsed: Parsed, draft: Draft, word: int) -> Kind:
    """ "According to", "Per", a colon, "in a statement"; else something the lexicon lacks."""
    lowers = {parsed.lower[w] for w in _words(draft)}
    if lowers & _PREPOSITIONS:
        passed_on = draft.source and is_document(parsed, parsed.head_of(draft.source[0]))
        act = SpeechAct.REPORT if passed_on else SpeechAct.STATE
        return Kind(act, AttributionType.ASSERTION, "cue.according_to", word)
    places = _words(draft)
    if places and parsed.words[places[-1]] in (":", "―"):
        return Kind(SpeechAct.STATE, AttributionType.ASSERTION, "cue.mark", places[-1])
    verbs = any(parsed.tags[w].startswith("V") for w in places)
    if lowers <= _MARKS or lowers & _SETTINGS and not verbs:
        return Kind(SpeechAct.STATE, AttributionType.ASSERTION, "cue.setting", word)
    return _unknown(parsed, draft, word, _extra(parsed, draft))


def _unknown(parsed: Parsed, draft: Draft, word: int, codes: set[str] | frozenset[str]) -> Kind:
    """A cue that the lexicon lacks: speech where it has a quotation, else an attitude."""
    if "quote" in codes or not draft.cue:
        return Kind(SpeechAct.STATE, AttributionType.ASSERTION, "cue.quotation", word)
    return Kind(SpeechAct.STATE, AttributionType.BELIEF, "cue.unknown", word)


__all__ = ["FIELDS", "Kind", "classify", "cue_word", "is_speech", "kind_of"]
