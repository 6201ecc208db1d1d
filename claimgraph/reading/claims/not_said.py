"""What "not" beside a cue means: that somebody did not speak, or that a thought is not held.

Only who could have spoken is silent: "has not said", "never cited a source". Who "did not like
the bill", "does not know" or "has not endorsed" anybody keeps nothing back: of them something is
said not to be so. And who "doesn't think that it helps" doubts that it helps.
"""

from __future__ import annotations

from claimgraph.reading.acts.lexicon import forms
from claimgraph.reading.acts.who_can_speak import is_thing
from claimgraph.reading.claims.clauses import Shape
from claimgraph.reading.claims.propositions import Scene
from claimgraph.reading.claims.splitting import clauses_of
from claimgraph.reading.claims.stances import DENYING
from claimgraph.reading.grammar import NOT, head_noun, modal, subject_of
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.spans.refusals import CONFIRMING, NAMING, TELLING
from claimgraph.vocabulary import AttributionType, Naming, SpeechAct

SILENCES = frozenset({SpeechAct.DECLINE_COMMENT, SpeechAct.NO_STATEMENT})
#: Acts that keep nothing back when they are not done: who does not dispute it, or foresees no
#: victory, has shown where they stand.
_NOTHING_KEPT_BACK = frozenset(
    (
        *(SpeechAct.DENY, SpeechAct.PREDICT, SpeechAct.ESTIMATE, SpeechAct.QUESTION),
        *(SpeechAct.INSIST, SpeechAct.OTHER),
    )
)
_ABLE = frozenset("can could ca would will wo 'd ’d 'll ’ll".split())
_COULD_TELL = CONFIRMING | NAMING | TELLING | forms(["tell"])
_SPEAKING_FOR_THEMSELVES = frozenset("i we you".split())
_POINTING = frozenset("it this that there".split())
_NOBODY = frozenset("no nobody none neither no-one".split())
#: "Does not think that it will" is said of who thinks that it will not.
_THINKING = frozenset("think believe suppose imagine expect reckon feel figure guess".split())


def says_nothing(scene: Scene) -> bool:
    """Whether an attribution is a silence: speech that is missing, of somebody who could speak.

    Args:
        scene: The attribution; its act, its type and its negation are known.
    """
    draft, parsed = scene.draft, scene.parsed
    if draft.act in SILENCES:
        return True
    if not draft.negated or draft.act in _NOTHING_KEPT_BACK or scene.verb in DENYING:
        return False
    if draft.act is SpeechAct.CLAIM_RESPONSIBILITY:
        return True  # "no group has claimed responsibility" is news of what all kept silent on
    if draft.type is not AttributionType.ASSERTION or _is_speech_by_its_quotation(scene):
        return False
    if scene.cue is not None and not _is_plain_speech(parsed, scene.cue):
        return False
    return _could_speak(scene)


def doubts(scene: Scene, words: list[int]) -> bool:
    """Whether "not" beside a thought means that its content is not so: "doesn't think that …".

    Args:
        scene: The attribution.
        words: The words of its content.
    """
    draft, parsed, cue = scene.draft, scene.parsed, scene.cue
    if not draft.negated or draft.type is not AttributionType.BELIEF or cue is None:
        return False
    if scene.verb not in _THINKING or not draft.source or modal(parsed, cue):
        return False
    if not any(parsed.lower[each] in NOT - {"never"} for each in parsed.children[cue]):
        return False
    return clauses_of(parsed, words)[0].shape is Shape.FINITE


def _is_speech_by_its_quotation(scene: Scene) -> bool:
    """Whether only quotation marks make the cue one of speech: didn't like “surprises”."""
    return any(
        reason.field == "act" and reason.rule == "cue.quotation" for reason in scene.draft.because
    )


def _is_plain_speech(parsed: Parsed, cue: int) -> bool:
    """Whether a cue tells of speech that could have been: no "isn't saying", "must not say"."""
    may = modal(parsed, cue)
    if may and may not in _ABLE:
        return False
    if may in ("can", "could", "ca") and parsed.lower[cue] not in _COULD_TELL:
        return False
    goes_on = any(
        parsed.deps[each] == "aux" and parsed.lemmas[each].lower() == "be"
        for each in parsed.children[cue]
    )
    return not (goes_on and parsed.tags[cue] == "VBG")


def _could_speak(scene: Scene) -> bool:
    parsed, draft = scene.parsed, scene.draft
    if not draft.source:
        subject = None if scene.cue is None else subject_of(parsed, scene.cue)
        if subject is None:
            return False
        around = (subject, *parsed.children[subject])
        return any(parsed.lower[each] in _NOBODY for each in around)
    lower = parsed.lower[draft.source[0][0]]
    if lower in _SPEAKING_FOR_THEMSELVES:
        return False
    known = scene.speaker is not None and scene.speaker.naming is not Naming.PRONOUN
    if lower in _POINTING and not known:
        return False
    return not is_thing(parsed, head_noun(parsed, draft.source[0]))
