"""The words in which views speak: what a cue does, where a source stands, numbers, short texts."""

from claimgraph.model import Claim, Span
from claimgraph.vocabulary import Certainty, Polarity, RelationKind, SpeechAct, Stance

_ACTS_BY = {
    SpeechAct.STATE: "said by",
    SpeechAct.REPORT: "reported by",
    SpeechAct.CONFIRM: "confirmed by",
    SpeechAct.DENY: "denied by",
    SpeechAct.ACCUSE: "an accusation by",
    SpeechAct.ALLEGE: "alleged by",
    SpeechAct.ADMIT: "admitted by",
    SpeechAct.CLAIM_RESPONSIBILITY: "responsibility claimed by",
    SpeechAct.ESTIMATE: "estimated by",
    SpeechAct.PREDICT: "predicted by",
    SpeechAct.DEMAND: "demanded by",
    SpeechAct.PROMISE: "promised by",
    SpeechAct.WARN: "a warning by",
    SpeechAct.INSIST: "insisted on by",
    SpeechAct.QUESTION: "questioned by",
    SpeechAct.CORRECT: "corrected by",
    SpeechAct.RETRACT: "retracted by",
    SpeechAct.DECLINE_COMMENT: "comment declined by",
    SpeechAct.NO_STATEMENT: "no statement by",
    SpeechAct.OTHER: "said by",
}

_STANCES = {
    Stance.ASSERTS: "Says",
    Stance.CONFIRMS: "Confirms",
    Stance.DENIES: "Denies",
    Stance.DOUBTS: "Doubts",
    Stance.ACCUSES: "Accuses",
    Stance.DECLINES: "Declines to comment",
    Stance.SILENT: "No statement",
}

#: "2 contradict".
KINDS = {
    RelationKind.CONTRADICTS: ("contradicts", "contradict"),
    RelationKind.CORROBORATES: ("agrees", "agree"),
    RelationKind.UPDATES: ("updates", "update"),
    RelationKind.REFINES: ("refines", "refine"),
    RelationKind.RETRACTS: ("retracts", "retract"),
    RelationKind.NOT_COMPARABLE: ("is not comparable", "are not comparable"),
}

_INNER = str.maketrans({"“": "‘", "”": "’", '"': "'"})
_NOT_BY = {
    SpeechAct.ACCUSE: "no accusation by",
    SpeechAct.CLAIM_RESPONSIBILITY: "responsibility not claimed by",
    SpeechAct.WARN: "no warning by",
}
_SILENCES = frozenset({SpeechAct.NO_STATEMENT, SpeechAct.DECLINE_COMMENT})


def act_by(act: SpeechAct, *, negated: bool = False) -> str:
    """What was done, before the name of who did it.

    >>> act_by(SpeechAct.DENY), act_by(SpeechAct.CONFIRM, negated=True)
    ('denied by', 'not confirmed by')
    """
    # Texts say "did not say" for a silence: the negation is in the act already.
    if not negated or act in _SILENCES:
        return _ACTS_BY[act]
    return _NOT_BY.get(act) or f"not {_ACTS_BY[act]}"


def stance_words(claim: Claim, *, own_voice: bool = False) -> str:
    """Where a source stands towards a claim, in a word or two.

    >>> span = Span(start=0, end=2, text="it")
    >>> stance_words(Claim(attribution_id="att_1", text="it", spans=[span], stance="denies"))
    'Denies'
    """
    hedged = claim.certainty in {Certainty.POSSIBLE, Certainty.PROBABLE}
    if claim.stance is not Stance.ASSERTS:
        return _STANCES[claim.stance]
    if own_voice and hedged:
        return "Holds back"
    if claim.polarity is Polarity.UNKNOWN:
        return "Leaves open"
    if claim.polarity is Polarity.NEGATIVE:
        return "Says not"
    if hedged:
        return "Thinks possible" if claim.certainty is Certainty.POSSIBLE else "Thinks likely"
    return "Reports" if own_voice else "Says"


def shortened(text: str, width: int = 90) -> str:
    """A text on one line, cut at a word and marked with "…" where it is longer than ``width``.

    >>> shortened("around 100 people struggled to breathe", 20)
    'around 100 people…'
    """
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    cut = line[: width - 1]
    space = cut.rfind(" ")
    return f"{(cut[:space] if space > width // 2 else cut).rstrip(' ,;:–-')}…"


def joined(names: list[str]) -> str:
    """Names as a list in a sentence.

    >>> joined(["SOHR"]), joined(["SOHR", "SANA", "Russia"])
    ('SOHR', 'SOHR, SANA and Russia')
    """
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "article"), counted(1200, "article"), counted(2, "reply", "replies")
    ('1 article', '1,200 articles', '2 replies')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def quoted(spans: tuple[Span, ...]) -> str:
    """The characters of spans on one line, with "…" between pieces.

    >>> quoted((Span(start=0, end=3, text="all"), Span(start=9, end=13, text="said")))
    'all … said'
    """
    return " … ".join(" ".join(span.text.split()) for span in spans)


def sentence(text: str) -> str:
    """A text as a sentence begins: with a capital.

    >>> sentence("the rebels deny it")
    'The rebels deny it'
    """
    return text[:1].upper() + text[1:]


def offsets(spans: tuple[Span, ...]) -> str:
    """Where spans stand: "characters 377–455", the end exclusive as in every record.

    >>> offsets((Span(start=377, end=380, text="all"),))
    'characters 377–380'
    """
    return "characters " + ", ".join(f"{span.start}–{span.end}" for span in spans)


def in_quotes(words: str) -> str:
    """Words in quotation marks; marks inside them become single ones.

    >>> in_quotes("all the targets “were destroyed”")
    '“all the targets ‘were destroyed’”'
    """
    return f"“{words.translate(_INNER)}”"
