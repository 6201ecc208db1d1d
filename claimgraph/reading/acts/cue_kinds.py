"""What a cue does with its content: the rules that choose between the senses of the lexicon."""

from __future__ import annotations

from dataclasses import dataclass

from claimgraph.reading.acts.arguments import (
    Arguments,
    arguments_of,
    sense_of,
)
from claimgraph.reading.acts.cue_word import PREPOSITIONS, cue_words
from claimgraph.reading.acts.lexicon import CueNoun, forms, lexicon
from claimgraph.reading.acts.mood import is_asked, is_conditional, is_supposed, is_unrealised
from claimgraph.reading.acts.own_doing import clears_itself, did_it_itself
from claimgraph.reading.acts.targets import culprit
from claimgraph.reading.acts.who_can_speak import can_speak, is_document, is_thing
from claimgraph.reading.draft import Draft
from claimgraph.reading.grammar import (
    NOT,
    agent_of,
    head_noun,
    is_infinitive,
    is_negated,
)
from claimgraph.reading.parsed import Parsed
from claimgraph.vocabulary import AttributionType, SpeechAct

#: Acts of people and bodies; a law that calls for a deposit is none.
_ON_PURPOSE = frozenset(
    (
        SpeechAct.DEMAND,
        SpeechAct.PROMISE,
        SpeechAct.WARN,
        SpeechAct.ADMIT,
        SpeechAct.INSIST,
        SpeechAct.DENY,
        SpeechAct.CONFIRM,
    )
)
#: What is listed also where nobody is named who does it.
_WITHOUT_SOURCE = frozenset(
    (SpeechAct.ACCUSE, SpeechAct.ALLEGE, SpeechAct.CLAIM_RESPONSIBILITY, SpeechAct.REPORT)
)
_CLAIMING = forms(["claim"])
_CONFIRMING = forms(["confirm"])
_DENYING = forms(["deny"])
_SETTINGS = frozenset(
    """
    interview statement speech remarks conference briefing tweet post twitter facebook letter
    email memo testimony op-ed article message response comments note video column
    """.split()
)
_BLAMED = forms("accuse blame claim allege ascribe attribute estimate predict".split())
_NEITHER = NOT | {"neither", "nor", "refused", "refuses", "declined", "declines"}
_SAME_PERSON = frozenset("i we he she it".split())
_MARKS = frozenset(": — – - ― — --".split())


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


def verb_kind(parsed: Parsed, draft: Draft, verb: int) -> Kind:
    """What a verb of the lexicon does, by its arguments, its mood and its content."""
    arguments = arguments_of(parsed, verb)
    extra = _extra(parsed, draft) | _from_spans(parsed, draft, arguments)
    if _confirms_and_denies(parsed, draft):
        rule = "cue.neither_confirm_nor_deny"
        return Kind(SpeechAct.DECLINE_COMMENT, AttributionType.ASSERTION, rule, verb)
    found = sense_of(parsed, verb, arguments, extra)
    if found is None:
        return _unknown(draft, verb, extra | arguments.codes)
    sense = found[0]
    if sense.type is not AttributionType.ASSERTION:
        if "quote" in extra and not is_infinitive(parsed, verb):
            return Kind(SpeechAct.STATE, AttributionType.ASSERTION, "cue.quotation", verb)
        unheld = _unheld(parsed, verb)
        if unheld is not None:
            return Kind(sense.act, AttributionType.EVENTUALITY, unheld, verb)
        return Kind(sense.act, sense.type, f"cue.{sense.type.value}", verb)
    unsaid = _unsaid(parsed, draft, verb, sense.act, arguments, extra)
    if unsaid is not None:
        return Kind(sense.act, AttributionType.EVENTUALITY, unsaid, verb)
    act, rule = _refined(parsed, draft, verb, sense.act, arguments)
    return Kind(act, AttributionType.ASSERTION, rule, verb)


def _unsaid(
    parsed: Parsed,
    draft: Draft,
    verb: int,
    act: SpeechAct,
    arguments: Arguments,
    extra: frozenset[str],
) -> str | None:
    """The rule by which a verb of speech tells nothing that somebody said, if there is one."""
    if is_asked(parsed, verb):
        return "mood.asked"
    if is_conditional(parsed, verb):
        return "mood.supposed"
    if is_unrealised(parsed, draft, verb):
        return "mood.unrealised"
    if _by_nobody(parsed, draft, verb, arguments, extra):
        return "voice.by_nobody"
    if act is SpeechAct.DEMAND and _stays_unnamed(parsed, verb):
        return "cue.stays_unnamed"
    if parsed.lower[verb] == "citing" and not _cites_somebody(parsed, verb):
        return "cue.reason"
    if act in _ON_PURPOSE and draft.source and is_thing(parsed, head_noun(parsed, draft.source[0])):
        return "source.no_agent"
    return None


def _unheld(parsed: Parsed, verb: int) -> str | None:
    """The rule by which a verb of thought tells nothing that somebody thinks, if there is one."""
    if is_asked(parsed, verb):
        return "mood.asked"
    return "mood.supposed" if is_supposed(parsed, verb) else None


def _cites_somebody(parsed: Parsed, verb: int) -> bool:
    """Whether people, bodies or documents are cited, and no reason: "citing pending litigation"."""
    cited = parsed.child(verb, "obj", "obl")
    return cited is None or can_speak(parsed, cited)


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


def _from_spans(parsed: Parsed, draft: Draft, arguments: Arguments) -> frozenset[str]:
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


def _confirms_and_denies(parsed: Parsed, draft: Draft) -> bool:
    """As in "Neither confirmed nor denied", "would not confirm or deny"."""
    lowers = {parsed.lower[w] for w in cue_words(draft)}
    if not (lowers & _CONFIRMING and lowers & _DENYING):
        return False
    return bool(lowers & _NEITHER)


def _stays_unnamed(parsed: Parsed, verb: int) -> bool:
    """As in "an official, who asked not to be named": that is no demand of his."""
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


def _refined(
    parsed: Parsed, draft: Draft, verb: int, act: SpeechAct, arguments: Arguments
) -> tuple[SpeechAct, str]:
    """What voice and content make of an act: "said it had carried out the attack"."""
    lower = parsed.lower[verb]
    if act is SpeechAct.STATE and arguments.passive and not draft.source:
        for hedge in lexicon().hedges.get(lower, ()):
            return hedge.act, f"hedge.{hedge.act.value}"
    if act in (SpeechAct.STATE, SpeechAct.REPORT, SpeechAct.CONFIRM, SpeechAct.INSIST):
        if did_it_itself(parsed, draft):
            return SpeechAct.CLAIM_RESPONSIBILITY, "content.own_attack"
        if clears_itself(parsed, draft):
            return SpeechAct.DENY, "content.not_involved"
        if lower in _CLAIMING and draft.content:
            found = culprit(parsed, parsed.head_of(draft.content[0]))
            own = {parsed.lower[word] for piece in draft.source for word in range(*piece)}
            if found is not None and parsed.lower[found] not in own | _SAME_PERSON:
                return SpeechAct.ALLEGE, "content.culprit"
    return act, f"cue.{act.value}"


def noun_kind(parsed: Parsed, draft: Draft, noun: int) -> Kind:
    """What a noun of the lexicon does: "denial", "claim of responsibility"."""
    around = {parsed.lower[w] for w in range(*parsed.subtree(noun))}
    chosen: CueNoun | None = None
    for cue in lexicon().nouns[parsed.lower[noun]]:
        if cue.noun and cue.noun & around:
            chosen = cue
            break
        if not cue.noun and chosen is None:
            chosen = cue
    if chosen is None:
        return other_kind(parsed, draft, noun)
    act = chosen.act
    if chosen.type is not AttributionType.ASSERTION:
        return Kind(act, chosen.type, f"cue.{chosen.type.value}", noun)
    if not draft.source and act not in _WITHOUT_SOURCE:
        return Kind(act, AttributionType.EVENTUALITY, "cue.noun_without_source", noun)
    return Kind(act, chosen.type, "cue.noun", noun)


def other_kind(parsed: Parsed, draft: Draft, word: int) -> Kind:
    """As in "According to", "Per", a colon, "in a statement"; else something the lexicon lacks."""
    places = cue_words(draft)
    lowers = {parsed.lower[place] for place in places}
    if lowers & PREPOSITIONS:
        passed_on = draft.source and is_document(parsed, parsed.head_of(draft.source[0]))
        act = SpeechAct.REPORT if passed_on else SpeechAct.STATE
        return Kind(act, AttributionType.ASSERTION, "cue.according_to", word)
    if places and parsed.words[places[-1]] in (":", "―"):
        return Kind(SpeechAct.STATE, AttributionType.ASSERTION, "cue.mark", places[-1])
    verbs = any(parsed.tags[place].startswith("V") for place in places)
    if lowers <= _MARKS or (lowers & _SETTINGS and not verbs):
        return Kind(SpeechAct.STATE, AttributionType.ASSERTION, "cue.setting", word)
    return _unknown(draft, word, _extra(parsed, draft))


def _unknown(draft: Draft, word: int, codes: set[str] | frozenset[str]) -> Kind:
    """A cue that the lexicon lacks: speech where it has a quotation, else an attitude."""
    if "quote" in codes or not draft.cue:
        return Kind(SpeechAct.STATE, AttributionType.ASSERTION, "cue.quotation", word)
    return Kind(SpeechAct.STATE, AttributionType.BELIEF, "cue.unknown", word)
