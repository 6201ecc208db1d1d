"""Gerunds and infinitives: who does, did or is to do what they say.

"promised *to pay*", "asked *not to be named*", "is believed *to supply the army*", "denied *having
had any part in it*": the cue says who it is about, and whether it is, will or should be so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimgraph.reading.cast.parties import Party
from claimgraph.reading.claims.clauses import Clause, Link, Shape
from claimgraph.reading.claims.finite import finite
from claimgraph.reading.claims.nominal import nominal, some
from claimgraph.reading.claims.propositions import (
    Proposition,
    Scene,
    head_in,
    plural,
    without_marks,
)
from claimgraph.reading.claims.sayings import saying
from claimgraph.reading.claims.trimming import trimmed, without_gaps
from claimgraph.reading.claims.wording import Item
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.phrases import noun_phrase
from claimgraph.text.conjugation import past_of, present
from claimgraph.vocabulary import AttributionType, Certainty, Role, SpeechAct

_PROMISING = frozenset("promise vow pledge swear threaten guarantee undertake".split())
_EXPECTING = frozenset("expect predict forecast project anticipate".split())
_OWN_DEEDS = frozenset(
    """
    admit acknowledge concede confess deny recall remember describe recount claim boast regret
    apologise apologize
    """.split()
)
_URGING_ACTS = frozenset({SpeechAct.DEMAND, SpeechAct.WARN})
_URGING = frozenset(
    """
    advise appeal ask beg call challenge command convince demand direct encourage implore instruct
    invite obligate oblige order persuade pressure press push recommend remind require tell urge
    """.split()
)
_ALLOWING = frozenset("allow authorise authorize enable entitle help let permit".split())
_REFUSING = frozenset("avoid cease decline fail forget neglect refuse stop".split())
_SOMEBODY = frozenset({"NOUN", "PROPN", "PRON"})
_ASKED = frozenset({"obj", "iobj", "obl", "nsubj:pass"})


def unfinished(scene: Scene, clause: Clause) -> list[Proposition]:
    """The proposition of a gerund or an infinitive."""
    if clause.shape is Shape.NOMINAL:
        return nominal(scene, clause)
    if clause.shape is Shape.GERUND:
        return [_gerund(scene, clause)]
    return [_infinitive(scene, clause)]


def _gerund(scene: Scene, clause: Clause) -> Proposition:
    """What somebody denies or admits having done, or what came of what was said before."""
    parsed = scene.parsed
    words = without_gaps(parsed, trimmed(parsed, clause.words, clause))
    if clause.link is Link.RESULT and clause.parent is not None:
        if not clause.subject_words:
            return saying(scene, clause)
        several = plural(parsed, clause.subject) if clause.subject is not None else False
        above = clause.parent
        while above.link is Link.RESULT and above.parent is not None:
            above = above.parent
        mode = "present" if _is_present(parsed, above) else "past"
        rest = finite(parsed, words, clause, mode, several)
        return Proposition([*clause.subject_words, *rest], clause.words, clause)
    own = clause.subject is not None and clause.subject in clause.words
    if own or scene.verb not in _OWN_DEEDS or not scene.draft.source:
        return saying(scene, clause)
    rest = finite(parsed, words, clause, "past", scene.is_plural())
    if scene.draft.act is SpeechAct.DENY:
        rest = [each for item in rest for each in some(parsed, item)]
    role = Role.CLEARED if scene.draft.act is SpeechAct.DENY else Role.AGENT
    return Proposition([*scene.said(), *rest], clause.words, clause, parties=scene.speaking(role))


def _is_present(parsed: Parsed, clause: Clause) -> bool:
    tags = [parsed.tags[word] for dep in ("aux", "aux:pass") for word in clause.by.get(dep, ())]
    return "VBD" not in tags and (parsed.tags[clause.head] in ("VBZ", "VBP") or "VBZ" in tags)


def _infinitive(scene: Scene, clause: Clause) -> Proposition:
    """Who is to do it, by the cue: the speaker who promises, the one who is told, who is believed
    to.
    """
    parsed = scene.parsed
    words = without_gaps(parsed, trimmed(parsed, clause.words, clause))
    doer = _doer(scene, clause, words)
    if doer is None:
        return saying(scene, clause)
    now = scene.cue is not None and parsed.tags[scene.cue] in ("VBZ", "VBP")
    be = present("be", doer.several) if now else past_of("be", doer.several)
    mode = _mode(scene).format(be)
    items = [*doer.items, *finite(parsed, doer.rest, clause, mode, doer.several)]
    made = Proposition(items, clause.words, clause, parties=doer.parties)
    if mode == "should":
        made.certainty = Certainty.UNDERSPECIFIED
    elif mode == "can":
        made.certainty = Certainty.POSSIBLE
    return made


def _mode(scene: Scene) -> str:
    """How what is to be done is said: "should", "will", "is to"; or that it is so."""
    act, verb = scene.draft.act, scene.verb
    if (act in _URGING_ACTS or verb in _URGING) and verb not in _PROMISING:
        return "should"
    if act is SpeechAct.PROMISE or verb in _PROMISING or verb in _EXPECTING:
        return "will"
    if act is SpeechAct.PREDICT:
        return "will"
    if verb in _ALLOWING:
        return "can"
    if verb == ":":
        return "will"  # "Report: Marsh to speak"
    if scene.draft.type is AttributionType.EVENTUALITY:
        return "{} to"
    return "present"


@dataclass(slots=True)
class _Doer:
    """Who is to do what an infinitive says.

    Attributes:
        items: The subject in words.
        several: Whether it is plural.
        rest: The words of the infinitive without it.
        parties: The parts they play, beside what the tree shows.
    """

    items: list[Item]
    several: bool
    rest: list[int]
    parties: list[tuple[Role, int | Range | Party]]


def _doer(scene: Scene, clause: Clause, words: list[int]) -> _Doer | None:
    """The subject of an infinitive: in it, before it, or in the clause of the cue."""
    parsed = scene.parsed
    if clause.link is Link.COORDINATE and clause.parent is not None:
        above = clause.parent
        found = _doer(scene, above, trimmed(parsed, above.words, above))
        return found and replace(found, rest=words)
    own = clause.subject
    if own is not None and own in words:
        start, end = parsed.subtree(own)
        subject = [word for word in words if word < clause.head and start <= word < end]
        rest = [word for word in words if word >= start and word not in subject]
        return _Doer(scene.phrase(subject), plural(parsed, own), rest, []) if subject else None
    if clause.subject_words:
        several = own is not None and plural(parsed, own)
        return _Doer(list(clause.subject_words), several, words, [])
    return _before_to(scene, clause, words) or _beside_cue(scene, clause, words)


def _before_to(scene: Scene, clause: Clause, words: list[int]) -> _Doer | None:
    """Those before "to", whatever the parser ties them to: "called on *the senator* to resign"."""
    parsed = scene.parsed
    mark = next((w for w in clause.by.get("mark", ()) if parsed.lower[w] == "to"), None)
    if mark is None or mark not in words:
        return None
    lead = words[: words.index(mark)]
    while lead and (parsed.lower[lead[-1]] == "not" or parsed.deps[lead[-1]] == "punct"):
        lead.pop()  # "called on leaders “not to feed” it"
    lead = without_marks(parsed, lead)
    if not any(parsed.pos[word] in _SOMEBODY for word in lead):
        return None
    noun = head_in(parsed, lead)
    parties: list[tuple[Role, int | Range | Party]] = (
        [] if "nsubj" in clause.by else [(Role.AGENT, noun)]
    )
    before = words[words.index(mark) - 1]
    rest = words[words.index(mark) - (parsed.lower[before] == "not") :]
    return _Doer(scene.phrase(lead), plural(parsed, noun), rest, parties)


def _beside_cue(scene: Scene, clause: Clause, words: list[int]) -> _Doer | None:
    """The one who is asked, or the one who asks, promises, plans."""
    parsed = scene.parsed
    act = scene.draft.act
    urged = (act in _URGING_ACTS and scene.verb not in _PROMISING) or scene.verb in _URGING
    passive = "aux:pass" in clause.by
    if urged and scene.cue is not None:
        for child in parsed.children[scene.cue]:
            asked = parsed.deps[child] in _ASKED and child < words[0]
            if asked and parsed.pos[child] in _SOMEBODY:
                subject = scene.phrase(list(range(*noun_phrase(parsed, child))))
                return _Doer(subject, plural(parsed, child), words, [(Role.AGENT, child)])
        if not passive:
            return None
    if not scene.draft.source or scene.verb in _REFUSING:
        return None
    if act is SpeechAct.OTHER and scene.draft.type is AttributionType.ASSERTION:
        return None
    role = Role.PATIENT if passive else Role.AGENT
    if act is SpeechAct.DENY:
        role = Role.CLEARED
    return _Doer(scene.said(), scene.is_plural(), words, scene.speaking(role))
