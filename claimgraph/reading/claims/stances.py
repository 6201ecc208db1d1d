"""What the kind of an attribution makes of its claims: the source's stance, and how sure it is.

Stance ``denies`` means that the source holds it not to be so. "denied any part in it" gives the
claim "HTS had a part in it", positive and denied; "said it had nothing to do with it", where that
is a denial, gives the source's own negative words. A claim that is negative by its own words *and*
denied by the cue ("denied that nobody was hurt") has polarity ``unknown``.
"""

from __future__ import annotations

from claimgraph.reading.draft import Draft
from claimgraph.vocabulary import AttributionType, Certainty, SpeechAct, Stance

#: Verbs and nouns whose content is what is denied, not the denial.
DENYING = frozenset(
    """
    deny denial dismiss dismissal reject rejection refute refutation dispute rebut rebuttal
    contest contradict discount disavow disclaim repudiate debunk rule
    """.split()
)
_STANCES = {
    SpeechAct.CONFIRM: Stance.CONFIRMS,
    SpeechAct.DENY: Stance.DENIES,
    SpeechAct.ACCUSE: Stance.ACCUSES,
    SpeechAct.RETRACT: Stance.DOUBTS,
    SpeechAct.DECLINE_COMMENT: Stance.DECLINES,
    SpeechAct.NO_STATEMENT: Stance.SILENT,
}
_DOUBTING = frozenset("doubt question challenge sceptical skeptical scepticism skepticism".split())
#: Of thoughts: what the cue itself says about how sure they are.
_BELIEFS = {
    "know": Certainty.CERTAIN,
    "see": Certainty.CERTAIN,
    "realise": Certainty.CERTAIN,
    "realize": Certainty.CERTAIN,
    "learn": Certainty.CERTAIN,
    "understand": Certainty.CERTAIN,
    "recognise": Certainty.CERTAIN,
    "recognize": Certainty.CERTAIN,
    "remember": Certainty.CERTAIN,
    "find": Certainty.CERTAIN,
    "conclude": Certainty.CERTAIN,
    "regret": Certainty.CERTAIN,
    "suspect": Certainty.POSSIBLE,
    "suspicion": Certainty.POSSIBLE,
    "suspected": Certainty.POSSIBLE,
    "alleged": Certainty.POSSIBLE,
    "fear": Certainty.POSSIBLE,
    "worry": Certainty.POSSIBLE,
    "doubt": Certainty.POSSIBLE,
    "hope": Certainty.UNDERSPECIFIED,
    "want": Certainty.UNDERSPECIFIED,
    "wish": Certainty.UNDERSPECIFIED,
    "wonder": Certainty.UNDERSPECIFIED,
}
_GUESSING = frozenset("estimate guess reckon believe suggest speculate".split())
_RUMOURS = frozenset("rumour rumor rumoured rumored talk speculation rumours rumors".split())
#: Verbs by which somebody would not answer, rather than did not.
_REFUSING = frozenset(
    "decline refuse would could can will unable wo unwilling wouldn couldn".split()
)

#: The rules by which nobody has said or thought it yet.
_OPEN = frozenset({"mood.asked", "mood.supposed"})


def stance_of(draft: Draft, cue: str) -> Stance:
    """The source's stance to what the content says.

    Args:
        draft: The attribution.
        cue: The lemma of its cue.
    """
    if cue in _DOUBTING and draft.act is not SpeechAct.DENY:
        return Stance.DOUBTS
    if draft.act is SpeechAct.ALLEGE and draft.targets:
        return Stance.ACCUSES
    return _STANCES.get(draft.act, Stance.ASSERTS)


def silence_of(draft: Draft, words: list[str]) -> Stance:
    """The stance of who said nothing: whether they would not, or only did not.

    Args:
        draft: The attribution.
        words: The words of its cue, in lower case.
    """
    if draft.act is SpeechAct.DECLINE_COMMENT:
        return Stance.DECLINES
    if draft.act is SpeechAct.NO_STATEMENT:
        return Stance.SILENT
    declined = any(word in _REFUSING or word[:6] in ("declin", "refus") for word in words)
    return Stance.DECLINES if declined else Stance.SILENT


def leaves_open(draft: Draft) -> bool:
    """Whether the text only asks, or supposes, that it is said or thought: "If he says that"."""
    return any(reason.rule in _OPEN for reason in draft.because)


def certainty_by_act(draft: Draft, cue: str) -> Certainty:
    """How sure the kind of an attribution leaves its source of what it says."""
    act = draft.act
    if draft.type is AttributionType.EVENTUALITY or act in (
        SpeechAct.DEMAND,
        SpeechAct.QUESTION,
        SpeechAct.RETRACT,
    ):
        return Certainty.UNDERSPECIFIED
    if cue in _RUMOURS:
        return Certainty.UNDERSPECIFIED
    if draft.type is AttributionType.BELIEF:
        return _BELIEFS.get(cue, Certainty.PROBABLE)
    if act is SpeechAct.PREDICT:
        return Certainty.PROBABLE
    if act is SpeechAct.ESTIMATE and cue in _GUESSING:
        return Certainty.PROBABLE
    if not draft.source and draft.type is AttributionType.ASSERTION:
        if act is SpeechAct.ALLEGE:
            return Certainty.POSSIBLE
        if act is SpeechAct.REPORT and draft.cue:
            return Certainty.PROBABLE
    return Certainty.CERTAIN
